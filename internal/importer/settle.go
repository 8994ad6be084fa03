package importer

import (
	"math/bits"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// slice is what must be equal for two rows to hold the same goods twice.
type slice struct {
	flow                                       figure.Flow
	reporter, region, partner, province, class string
	currency, basis                            string
	period                                     briefing.Period
}

// goods are the rows of one code in a slice.
type goods struct {
	sum   briefing.Number
	valid bool
	below briefing.Number // of the rows of the next levels under it
	parts int
}

// settle takes back rows whose amounts other rows of the same slice hold too:
// a total of all goods that stands beside its goods, and either the heading or
// its subheadings. The subheadings stay when they add up to the heading, else
// the heading does: the sum must be right first.
func (s *stage) settle() error {
	if bits.OnesCount64(s.levels) < 2 {
		return nil
	}
	doomed, err := s.doomed()
	if err != nil {
		return err
	}
	kept := figure.NewSet()
	totals, levels := 0, 0
	for i, o := range s.set.All() {
		switch {
		case !doomed[i]:
			if err := kept.Append(o); err != nil {
				return err
			}
		case o.Code == figure.TotalCode:
			if totals++; o.Value.Valid && o.Partner != figure.World { // what it says is compared with its goods
				s.led.state(checkKey{o.Flow, o.Reporter, o.Partner, "", o.Currency, o.Period}, stated{amount: o.Value.Decimal, grand: true})
			}
		default:
			levels++
		}
	}
	s.set = kept
	s.led.withdraw(AsideTotal, totals)
	s.led.withdraw(AsideLevels, levels)
	return nil
}

// doomed marks the rows to be taken back.
func (s *stage) doomed() ([]bool, error) {
	codes := map[slice]map[string]*goods{}
	for _, o := range s.set.All() {
		if o.Code == figure.HiddenCode {
			continue
		}
		in := codes[sliceOf(o)]
		if in == nil {
			in = map[string]*goods{}
			codes[sliceOf(o)] = in
		}
		g := in[o.Code]
		if g == nil {
			g = &goods{}
			in[o.Code] = g
		}
		if err := g.add(o.Value); err != nil {
			return nil, err
		}
	}
	verdicts := map[slice]map[string]bool{}
	for k, in := range codes {
		gone, err := weighLevels(in)
		if err != nil {
			return nil, err
		}
		if len(gone) > 0 {
			verdicts[k] = gone
		}
	}
	out := make([]bool, s.set.Len())
	for i, o := range s.set.All() {
		out[i] = verdicts[sliceOf(o)][o.Code]
	}
	return out, nil
}

func sliceOf(o figure.Observation) slice {
	return slice{o.Flow, o.Reporter, o.Region, o.Partner, o.Province, o.Classification, o.Currency, o.Basis, o.Period}
}

func (g *goods) add(v briefing.MaybeNumber) error {
	if !v.Valid {
		return nil
	}
	sum, err := g.sum.Add(v.Decimal)
	if err != nil {
		return &briefing.Error{Code: briefing.CodeOverflow, Op: "add up levels", Err: err}
	}
	g.sum, g.valid = sum, true
	return nil
}

// weighLevels decides for the codes of one slice which go.
func weighLevels(in map[string]*goods) (map[string]bool, error) {
	gone := map[string]bool{}
	if _, total := in[figure.TotalCode]; total && len(in) > 1 {
		gone[figure.TotalCode] = true
	}
	parents := map[string]string{}
	for code := range in {
		if code == figure.TotalCode {
			continue
		}
		for n := len(code) - 1; n > 0; n-- {
			p, ok := in[code[:n]]
			if !ok {
				continue
			}
			parents[code] = code[:n]
			p.parts++
			if in[code].valid {
				sum, err := p.below.Add(in[code].sum)
				if err != nil {
					return nil, &briefing.Error{Code: briefing.CodeOverflow, Op: "add up levels", Err: err}
				}
				p.below = sum
			}
			break
		}
	}
	for code, g := range in {
		if g.parts > 0 && covers(g) {
			gone[code] = true
		}
	}
	// A code goes with the nearest heading above it that stays.
	for code := range parents {
		for up, ok := parents[code]; ok; up, ok = parents[up] {
			if !covers(in[up]) {
				gone[code] = true
			}
		}
	}
	return gone, nil
}

// covers reports whether the parts add up to the heading, but for rounding of
// one in ten thousand, or to more: then the heading is of something else.
func covers(g *goods) bool {
	if g.parts == 0 {
		return true
	}
	short, err := g.sum.Sub(g.below)
	if err != nil {
		return false
	}
	small, err := g.sum.Mul(briefing.Num("0.0001"))
	return err == nil && (short.Abs().Cmp(small.Abs()) <= 0 || short.Sign() < 0)
}
