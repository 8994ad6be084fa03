package importer

import (
	"context"
	"math/big"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
)

// totalScale is the scale in which totals are kept; smaller parts do not
// matter for a price.
const totalScale = 6

// totals adds up values and weights of the rows that have both and whose code
// is not hidden, in the units of the file.
func (p *plan) totals(ctx context.Context) (value, weight *big.Int, err error) {
	value, weight = new(big.Int), new(big.Int)
	err = p.each(ctx, func(r *cells.Row) bool {
		v, okV := p.plain(r, RoleValue)
		w, okW := p.plain(r, RoleWeight)
		if r.Fault != "" || r.Aside != "" || !okV || !okW || v.Sign() <= 0 || w.Sign() <= 0 {
			return true
		}
		if c := parseCode(string(p.text(r, RoleCode)), true); c.hidden || c.reason != "" {
			return true
		}
		value.Add(value, v)
		weight.Add(weight, w)
		return true
	})
	return value, weight, err
}

// plain reads an amount as a whole number of millionths.
func (p *plan) plain(r *cells.Row, role Role) (*big.Int, bool) {
	b := p.text(r, role)
	if missing(b) {
		return nil, false
	}
	style := p.styles[role]
	if r.Cells[p.col[role]].Kind == cells.Number {
		style = NumberPoint
	}
	a, reason := p.number(b, style, role)
	if reason != "" {
		return nil, false
	}
	n := big.NewInt(a.coef)
	ten := big.NewInt(10)
	for ; a.scale < totalScale; a.scale++ {
		n.Mul(n, ten)
	}
	for ; a.scale > totalScale; a.scale-- {
		n.Quo(n, ten)
	}
	return n, true
}

// perTonne is value/weight times a power of ten, to two decimals.
func perTonne(value, weight *big.Int, power int) (briefing.Number, bool) {
	q := new(big.Rat).SetFrac(value, weight)
	factor := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(power, -power))), nil)
	if power >= 0 {
		q.Mul(q, new(big.Rat).SetInt(factor))
	} else {
		q.Quo(q, new(big.Rat).SetInt(factor))
	}
	n, err := briefing.ParseNumber(q.FloatString(2))
	return n, err == nil
}
