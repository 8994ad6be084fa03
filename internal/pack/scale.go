package pack

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

// natural is a unit in the scale in which the language counts numbers as large
// as the largest of a column. Chinese counts in 万 and 亿: thousands, millions
// and billions are no words of its tables.
func (b *builder) natural(u briefing.Unit, largest briefing.Number) briefing.Unit {
	if b.l != briefing.ZH || u.Power() == 0 {
		return u
	}
	return u.WithPower(chinesePower(largest, u.Power()))
}

// chinesePower is the power of ten that a Chinese table has for a number with a
// power of its own: 万亿 from ten of them on, 亿, 万, or none.
func chinesePower(n briefing.Number, power int) int {
	for _, c := range []struct{ from, power int }{{13, 12}, {8, 8}, {4, 4}} {
		limit := briefing.Num("1")
		if shift := c.from - power; shift > 0 {
			limit = briefing.Num("1" + zeros(shift))
		}
		if n.Abs().Cmp(limit) >= 0 {
			return c.power
		}
	}
	return 0
}

// scale is the unit of a column with the digits after the separator that its
// numbers have: as exact in one language as in another.
type scale struct {
	unit   briefing.Unit
	places int
}

// mostPlaces is how many digits after the separator a column has at most.
const mostPlaces = 3

// scaleOf is a scale of Chinese for numbers that other languages count by a
// power with one digit after the separator.
func scaleOf(base briefing.Unit, power, others int) scale {
	return scale{base.WithPower(power), min(max(1+power-others, 1), mostPlaces)}
}

// moneyScale is the scale in which the largest value has one to four digits
// before the separator.
func (b *builder) moneyScale(groups []figure.Group, currency string) scale {
	base := briefing.Unit(lower(currency))
	values := make([]briefing.MaybeNumber, 0, len(groups))
	for _, g := range groups {
		values = append(values, g.Value)
	}
	largest := largestIn(values)
	power := 0
	for _, p := range []int{3, 6, 9, 12} {
		if largest.Cmp(briefing.Num("1"+zeros(p+1))) >= 0 {
			power = p
		}
	}
	if b.l == briefing.ZH {
		return scaleOf(base, chinesePower(largest, 0), power)
	}
	return scale{base.WithPower(power), 1}
}

// goodsScale is the scale of a table of goods, of amounts as a view sizes them,
// and the unit that these have.
func (b *builder) goodsScale(v goodsView, groups []figure.Group) (to scale, from briefing.Unit) {
	if !v.weight {
		return b.moneyScale(groups, v.filter.Split.Currency), briefing.Unit(lower(v.filter.Split.Currency))
	}
	if b.l != briefing.ZH {
		return scale{"thousand-t", 1}, "t"
	}
	sizes := make([]briefing.MaybeNumber, 0, len(groups))
	for _, g := range groups {
		sizes = append(sizes, v.sized(g))
	}
	power := chinesePower(largestIn(sizes), 0)
	if power == 0 {
		return scale{"t", 0}, "t"
	}
	return scaleOf("t", power, 3), "t"
}

func largestIn(numbers []briefing.MaybeNumber) briefing.Number {
	largest := briefing.Num("0")
	for _, n := range numbers {
		if v := n.Decimal.Abs(); n.Valid && v.Cmp(largest) > 0 {
			largest = v
		}
	}
	return largest
}

// seriesUnit is the unit of a series of facts: the one that most of them have,
// in the scale of the language. It stays as it is where somebody wrote it into
// the caption, which nobody rewrites.
func (b *builder) seriesUnit(s *briefing.Series, facts []*briefing.Fact) briefing.Unit {
	u := commonUnit(facts)
	if s != nil && strings.Contains(s.Caption.In(b.l), lang.Unit(b.l, u)) {
		return u
	}
	return b.natural(u, largestOf(facts, u))
}

// largestOf is the largest number of facts in a unit.
func largestOf(facts []*briefing.Fact, u briefing.Unit) briefing.Number {
	largest := briefing.Num("0")
	for _, f := range facts {
		fig := f.Figure()
		for _, n := range []briefing.MaybeNumber{fig.Value, fig.Low, fig.High} {
			if v, ok := in(n, fig.Unit, u); ok && v.Valid && v.Decimal.Abs().Cmp(largest) > 0 {
				largest = v.Decimal.Abs()
			}
		}
	}
	return largest
}
