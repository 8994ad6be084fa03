package importer

import (
	"context"
	"maps"
	"math/big"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/prices"
)

// totalScale is the scale in which totals are kept; smaller parts do not
// matter for a price.
const totalScale = 6

// Worth is what the rows of a file that have both a value and a weight come to,
// in the numbers of the file, for the prices that a choice of units would mean.
type Worth struct {
	Value, Weight     *big.Int // millionths of what the columns count; nil when no row has both
	ValueOf, WeightOf briefing.Unit
	Chapters          []prices.Sum // without a currency
}

// Under is what a choice of units would mean; what the file states itself may
// be left empty. ok is false where there is no price to work out.
func (w *Worth) Under(value, weight briefing.Unit) (i Implied, ok bool) {
	if w.ValueOf != "" {
		value = w.ValueOf
	}
	if w.WeightOf != "" {
		weight = w.WeightOf
	}
	currency, known := value.Currency()
	if !known || !weight.Mass() || w.Value == nil {
		return Implied{}, false
	}
	i = Implied{Value: value, Weight: weight}
	if i.PerTonne, ok = perTonne(w.Value, w.Weight, value.Power()-weightPower(weight)+3); !ok {
		return Implied{}, false
	}
	ten := big.NewInt(10)
	byValue := new(big.Int).Exp(ten, big.NewInt(int64(value.Power())), nil)
	byWeight := new(big.Int).Exp(ten, big.NewInt(int64(weightPower(weight))), nil)
	sums := make([]prices.Sum, len(w.Chapters))
	for n, c := range w.Chapters {
		sums[n] = prices.Sum{
			Currency: currency, Chapter: c.Chapter, Rows: c.Rows,
			Value: new(big.Int).Mul(c.Value, byValue), Weight: new(big.Int).Mul(c.Weight, byWeight),
		}
	}
	i.Prices = prices.Judge(sums)
	return i, true
}

// worth adds up values and weights of the rows that have both and whose code
// is not hidden, in the units of the file.
func (p *plan) worth(ctx context.Context) (Worth, error) {
	w := Worth{Value: new(big.Int), Weight: new(big.Int), ValueOf: p.valueOf, WeightOf: p.weightOf}
	chapters := map[string]*prices.Sum{}
	err := p.each(ctx, func(r *cells.Row) bool {
		v, okV := p.plain(r, RoleValue)
		kg, okW := p.plain(r, RoleWeight)
		if r.Fault != "" || r.Aside != "" || !okV || !okW || v.Sign() <= 0 || kg.Sign() <= 0 {
			return true
		}
		c := parseCode(string(p.text(r, RoleCode)), true)
		if c.hidden || c.reason != "" {
			return true
		}
		w.Value.Add(w.Value, v)
		w.Weight.Add(w.Weight, kg)
		if chapter, ok := prices.Chapter(c.code); ok {
			sum := chapters[chapter]
			if sum == nil {
				sum = &prices.Sum{Chapter: chapter, Value: new(big.Int), Weight: new(big.Int)}
				chapters[chapter] = sum
			}
			sum.Rows++
			sum.Value.Add(sum.Value, v)
			sum.Weight.Add(sum.Weight, kg)
		}
		return true
	})
	if w.Value.Sign() == 0 {
		w.Value, w.Weight = nil, nil
	}
	for _, chapter := range slices.Sorted(maps.Keys(chapters)) {
		w.Chapters = append(w.Chapters, *chapters[chapter])
	}
	return w, err
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
