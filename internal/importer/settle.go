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
// the heading does: the sum must be right first. A total that is more than its
// goods stays: what it has beyond them no other row says.
func (s *stage) settle() error {
	if bits.OnesCount64(s.levels) < 2 {
		return nil
	}
	doomed, beside, err := s.doomed()
	if err != nil {
		return err
	}
	kept := figure.NewSet()
	totals, levels := 0, 0
	for i, o := range s.set.All() {
		if o.Code == figure.TotalCode && (doomed[i] || beside[i]) && o.Value.Valid { // what it says is compared with its goods
			s.led.state(checkKey{flow: o.Flow, reporter: o.Reporter, partner: o.Partner, code: "", currency: o.Currency, period: o.Period}, stated{amount: o.Value.Decimal, grand: true, kept: beside[i]})
		}
		switch {
		case !doomed[i]:
			if beside[i] {
				s.led.note(NoteWhole)
			}
			if err := kept.Append(o); err != nil {
				return err
			}
		case o.Code == figure.TotalCode:
			totals++
		default:
			levels++
		}
	}
	s.set = kept
	s.led.withdraw(AsideTotal, totals)
	s.led.withdraw(AsideLevels, levels)
	return nil
}

// doomed marks the rows to be taken back, and the totals that stay beside goods.
// A total stays in all periods of a trade or in none, so that a series is of one
// kind, but never where the goods are more: then one of the two is wrong.
func (s *stage) doomed() (doomed, beside []bool, err error) {
	codes := map[slice]map[string]*goods{}
	for _, o := range s.set.All() {
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
			return nil, nil, err
		}
	}
	verdicts, more := map[slice]map[string]bool{}, map[slice]bool{}
	for k, in := range codes {
		if verdicts[k], err = weighLevels(in); err != nil {
			return nil, nil, err
		}
		if in[figure.TotalCode] != nil && in[figure.TotalCode].parts > 0 && !covers(in[figure.TotalCode]) {
			more[k.always()] = true
		}
	}
	doomed, beside = make([]bool, s.set.Len()), make([]bool, s.set.Len())
	for i, o := range s.set.All() {
		k := sliceOf(o)
		doomed[i] = verdicts[k][o.Code]
		if total := codes[k][figure.TotalCode]; o.Code == figure.TotalCode && total.parts > 0 {
			beside[i] = more[k.always()] && total.valid && !total.exceeded()
			doomed[i] = !beside[i]
		}
	}
	return doomed, beside, nil
}

// always is the slice without its period.
func (k slice) always() slice {
	k.period = briefing.Period{}
	return k
}

func sliceOf(o figure.Observation) slice {
	return slice{o.Flow, o.Reporter, o.Region, o.Partner, o.Province, o.Classification, o.Currency, o.Basis, o.Period}
}

func (g *goods) add(v briefing.MaybeNumber) error {
	if !v.Valid {
		return nil
	}
	sum, err := plus(g.sum, v.Decimal, "add up levels")
	if err != nil {
		return err
	}
	g.sum, g.valid = sum, true
	return nil
}

// forCheck is what amounts are added up for beside stated totals.
const forCheck = "add up for the check total"

// plus adds two amounts; an error says what they were added up for.
func plus(a, b briefing.Number, doing string) (briefing.Number, error) {
	sum, err := a.Add(b)
	if err != nil {
		return sum, &briefing.Error{Code: briefing.CodeOverflow, Op: doing, Err: err}
	}
	return sum, nil
}

// weighLevels decides for the codes of one slice which go, and adds up under the
// total of all goods what stays.
func weighLevels(in map[string]*goods) (map[string]bool, error) {
	gone := map[string]bool{}
	parents := map[string]string{}
	for code := range in {
		if code == figure.TotalCode || code == figure.HiddenCode {
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
				sum, err := plus(p.below, in[code].sum, "add up levels")
				if err != nil {
					return nil, err
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
	total := in[figure.TotalCode]
	for code, g := range in {
		if total == nil || code == figure.TotalCode || gone[code] {
			continue
		}
		total.parts++
		if !g.valid {
			continue
		}
		sum, err := plus(total.below, g.sum, "add up goods")
		if err != nil {
			return nil, err
		}
		total.below = sum
	}
	return gone, nil
}

// covers reports whether the parts add up to the heading, but for rounding of
// one in ten thousand, or to more: then the heading is of something else.
func covers(g *goods) bool {
	short, small, ok := g.beyond()
	return g.parts == 0 || ok && (short.Abs().Cmp(small) <= 0 || short.Sign() < 0)
}

// exceeded reports whether the parts add up to more, and not for rounding.
func (g *goods) exceeded() bool {
	short, small, ok := g.beyond()
	return !ok || short.Sign() < 0 && short.Abs().Cmp(small) > 0
}

// beyond is what a heading has beyond its parts, and how much of that may be
// rounding.
func (g *goods) beyond() (short, small briefing.Number, ok bool) {
	short, err1 := g.sum.Sub(g.below)
	small, err2 := g.sum.Mul(TotalTolerance())
	return short, small.Abs(), err1 == nil && err2 == nil
}
