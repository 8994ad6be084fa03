package check

import (
	"math"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

const (
	retoldApart = 0.005 // by what part two versionsOf of one fact may differ
	retoldPart  = 0.01  // by what part goods may be more than what holds them
	retoldBasis = 0.25  // by what part prices with freight and without differ at most
	retoldGrain = 0.05  // more than this is no rounding
)

// span is what a version says of a stretch of months.
type span struct {
	goods  map[string]amount
	whole  bool // of all its months; else it is of some, and a least value
	pieces int
}

// of puts the pieces within a stretch together.
func (t *version) of(m months) (out span, ok bool) {
	if goods, exact := t.pieces[m]; exact {
		return span{goods, true, 1}, true
	}
	if t.by.frequency != "M" && t.by.frequency != "Q" {
		return out, false
	}
	out.goods = map[string]amount{}
	covered := 0
	for p, goods := range t.pieces {
		if p.first < m.first || p.last > m.last {
			continue
		}
		covered += p.last - p.first + 1
		out.pieces++
		for code, x := range goods {
			sum, open := out.goods[code].sum, out.goods[code].open
			sum, _ = sum.Add(x.sum)
			out.goods[code] = amount{sum, open || x.open}
		}
	}
	out.whole = covered == m.last-m.first+1
	return out, out.pieces > 0
}

// farthest is where two versionsOf of a trade deny each other most.
func farthest(k retold, a, b *version) (worst denial, ok bool) {
	var spans []months
	for _, t := range []*version{a, b} {
		for m := range t.pieces {
			if !slices.Contains(spans, m) {
				spans = append(spans, m)
			}
		}
	}
	slices.SortFunc(spans, func(x, y months) int {
		if x.first != y.first {
			return x.first - y.first
		}
		return y.last - x.last
	})
	for _, m := range spans {
		x, okX := a.of(m)
		y, okY := b.of(m)
		if !okX || !okY {
			continue
		}
		c := comparison{k: k, m: m}
		c.alike(a, b, x, y)
		c.within(a, b, x, y)
		c.within(b, a, y, x)
		if c.found && (!ok || c.worst.ratio > worst.ratio) {
			worst, ok = c.worst, true
		}
	}
	return worst, ok
}

// comparison looks for the farthest denial in a stretch.
type comparison struct {
	k     retold
	m     months
	worst denial
	found bool
}

// alike compares the codes that both tell. A year beside its own months of one
// classification is check 40's.
func (c *comparison) alike(a, b *version, x, y span) {
	if !x.whole || !y.whole || a.by.classification == b.by.classification && a.by.frequency != b.by.frequency {
		return
	}
	for code, v := range x.goods {
		w, both := y.goods[code]
		if !both || v.open || w.open || code == figure.HiddenCode || code == withoutCode || !sameGoods(code, a.by.classification, b.by.classification) {
			continue
		}
		part, whole := side{a.by, code, 0, v.sum}, side{b.by, code, 0, w.sum}
		if v.sum.Cmp(w.sum) < 0 {
			part, whole = whole, part
		}
		c.judge("same", part, whole, retoldApart, room(a, x.pieces)+room(b, y.pieces))
	}
}

// within compares goods that a tells with what b tells of those that hold them:
// one by one, and all of them together.
func (c *comparison) within(a, b *version, x, y span) {
	if !y.whole {
		return
	}
	nested := a.by.classification == b.by.classification || figure.Harmonised(a.by.classification) && figure.Harmonised(b.by.classification)
	type sum struct {
		all   briefing.Number
		codes int
	}
	sums := map[string]sum{}
	for code, v := range x.goods {
		if code == figure.TotalCode || v.sum.IsZero() {
			continue
		}
		for _, up := range holders(code, y.goods, nested) {
			w := y.goods[up]
			if w.open {
				continue
			}
			c.judge("part", side{a.by, code, 0, v.sum}, side{b.by, up, 0, w.sum}, retoldPart, room(a, x.pieces)+room(b, y.pieces))
			if _, own := x.goods[up]; !own && !heldBetween(code, up, x.goods) { // else that is compared
				s := sums[up]
				s.all, _ = s.all.Add(v.sum)
				s.codes++
				sums[up] = s
			}
		}
	}
	for up, s := range sums {
		if s.codes > 1 {
			c.judge("sum", side{a.by, up, s.codes, s.all}, side{b.by, up, 0, y.goods[up].sum}, retoldPart, room(a, x.pieces*s.codes)+room(b, y.pieces))
		}
	}
}

// judge keeps a denial that is farther than what was found before.
func (c *comparison) judge(kind string, part, whole side, tolerance, grain float64) {
	most, _ := part.sum.Float64()
	least, _ := whole.sum.Float64()
	over := most - least
	basis := part.by.basis != whole.by.basis
	if basis && part.by.basis != "" && whole.by.basis != "" {
		tolerance = retoldBasis
	}
	if over <= tolerance*math.Abs(least)+min(grain, retoldGrain*math.Abs(least)) || least < 0 {
		return
	}
	d := denial{of: c.k, in: c.m, kind: kind, part: part, whole: whole, ratio: most / max(least, 1), byBasis: basis && over <= retoldBasis*least}
	if w := c.worst; !c.found || d.ratio > w.ratio || d.ratio == w.ratio && strings.Compare(d.part.code+" "+d.whole.code, w.part.code+" "+w.whole.code) < 0 {
		c.worst, c.found = d, true
	}
}

// room is what rounding can have done to a sum of so many values.
func room(t *version, values int) float64 {
	if math.IsInf(t.grain, 1) {
		return 0
	}
	return t.grain / 2 * float64(values)
}

// sameGoods reports whether a code means the same goods in both classifications:
// below chapters editions differ, and below six digits countries do.
func sameGoods(code, a, b string) bool {
	if a == b || code == figure.TotalCode {
		return true
	}
	if !figure.Harmonised(a) || !figure.Harmonised(b) {
		return false
	}
	edition := func(c string) bool { return strings.HasPrefix(c, "HS") && c != "HS" }
	if edition(a) && edition(b) {
		return len(code) == 2
	}
	return len(code) <= 6
}

// holders are the nearest of the codes told that holds one, and the total.
func holders(code string, told map[string]amount, nested bool) (out []string) {
	if nested && code != figure.HiddenCode && code != withoutCode {
		for n := len(code) - 1; n > 1; n-- {
			if _, ok := told[code[:n]]; ok {
				out = append(out, code[:n])
				break
			}
		}
	}
	if _, ok := told[figure.TotalCode]; ok {
		out = append(out, figure.TotalCode)
	}
	return out
}

// heldBetween reports whether another code told holds the code, below the one given.
func heldBetween(code, below string, told map[string]amount) bool {
	if code == figure.HiddenCode || code == withoutCode {
		return false
	}
	for n := len(code) - 1; n > 1; n-- {
		if _, ok := told[code[:n]]; ok && code[:n] != below && (below == figure.TotalCode || n > len(below)) {
			return true
		}
	}
	return false
}
