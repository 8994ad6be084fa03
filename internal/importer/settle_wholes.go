package importer

import (
	"math"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// The commonest table of goods by names has rows of groups over the rows that
// they add up («Зерновые» over «пшеница» and «ячмень»), in bold and without a
// word that says so. Stored beside their parts they would count twice. Only the
// amounts tell: a row that is in all of its columns the sum of those that follow.

// Bounds of what is looked at.
const (
	mostWholesRows  = 5000 // lines of a table
	mostWholesParts = 300  // rows that one adds up
)

// How sure it must be that a row adds up others, in powers of ten by which chance
// is excluded: alone, and where the file's own total fits only without such rows.
const (
	sureWhole  = 5
	maybeWhole = 2.5
)

// dealing is one column of amounts of a table: what is the same in all its rows.
type dealing struct {
	slice
	quantity bool
}

// goodsLine is a line of goods by name, with its amounts.
type goodsLine struct {
	line    int
	product string
	amounts map[dealing]briefing.Number
	whole   bool
}

// settleWholes takes back rows of goods by name that are the sum of the rows
// following them.
func (s *stage) settleWholes(read []tableRows) error {
	gone := map[int]bool{} // lines, by the place of their first observation
	var names []string
	rows := s.set.Len()
	lineOf := make([]int, rows)
	for _, t := range read {
		if t.plan.shape == nil || t.plan.profile.Long || t.to > rows || t.to-t.from > mostWholesRows*8 {
			continue
		}
		lines, ok := s.namedLines(t.from, t.to, lineOf)
		if !ok || len(lines) > mostWholesRows {
			continue
		}
		tops := addUp(lines, maybeWhole)
		if !s.led.confirms(lines, tops) {
			addUp(lines, sureWhole)
		}
		for i := t.from; i < t.to; i++ {
			gone[i] = lines[lineOf[i]].whole
		}
		for _, l := range lines {
			if l.whole {
				names = append(names, l.product)
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	kept, taken := figure.NewSet(), 0
	for i, o := range s.set.All() {
		if gone[i] {
			taken++
			continue
		}
		if err := kept.Append(o); err != nil {
			return err
		}
	}
	s.set = kept
	s.led.withdraw(AsideTotal, taken)
	s.led.wholes = append(s.led.wholes, names...)
	s.led.note(NoteWholes)
	return nil
}

// namedLines gathers the lines of a table whose goods only their names tell; ok is
// false for any other table. lineOf tells for an observation which of them it is of.
func (s *stage) namedLines(from, to int, lineOf []int) (lines []goodsLine, ok bool) {
	for i := from; i < to; i++ {
		o := s.set.At(i)
		if o.Code != figure.TotalCode || o.Product == "" {
			return nil, false
		}
		if n := len(lines); n == 0 || lines[n-1].line != o.Line {
			lines = append(lines, goodsLine{line: o.Line, product: o.Product, amounts: map[dealing]briefing.Number{}})
		}
		l := &lines[len(lines)-1]
		if l.product != o.Product { // goods across the head
			return nil, false
		}
		lineOf[i] = len(lines) - 1
		for quantity, n := range map[bool]briefing.MaybeNumber{false: o.Value, true: o.NetWeight} {
			k := dealing{sliceOf(o), quantity}
			if _, twice := l.amounts[k]; twice && n.Valid {
				return nil, false
			}
			if n.Valid && !n.Decimal.IsZero() {
				l.amounts[k] = n.Decimal
			}
		}
	}
	return lines, len(lines) > 2
}

// addUp marks the lines that are the sum of those following them, from the last
// one up so that a whole of wholes is met when these are known, and gives those
// that are part of no other.
func addUp(lines []goodsLine, sure float64) (tops []int) {
	units := unitsOfLines(lines)
	var stack []int // the top ones below, the nearest last
	for i := len(lines) - 1; i >= 0; i-- {
		n := partsOf(lines, stack, i, units, sure)
		lines[i].whole = n > 0
		stack = append(stack[:len(stack)-n], i)
	}
	return stack
}

// partsOf is how many of the top lines below add up to the line i; 0 for none.
func partsOf(lines []goodsLine, stack []int, i int, units map[dealing]float64, sure float64) int {
	sums := map[dealing]briefing.Number{}
	for n := 1; n <= min(len(stack), mostWholesParts); n++ {
		for k, v := range lines[stack[len(stack)-n]].amounts {
			sum, err := sums[k].Add(v)
			if err != nil {
				return 0
			}
			sums[k] = sum
		}
		if n > 1 && sumSureness(lines[i].amounts, sums, n, units) >= sure {
			return n
		}
	}
	return 0
}

// sumSureness is by which power of ten it is excluded that the amounts are the sums
// by chance; negative where they are not the sums.
func sumSureness(amounts, sums map[dealing]briefing.Number, parts int, units map[dealing]float64) float64 {
	const no = -1
	if len(amounts) == 0 || len(amounts) != len(sums) {
		return no
	}
	sure := 0.0
	for k, v := range amounts {
		sum, ok := sums[k]
		if !ok {
			return no
		}
		off, err := v.Sub(sum)
		if err != nil {
			return no
		}
		apart, unit := floatOf(off.Abs()), units[k]
		if apart > 1.01*unit*math.Sqrt(float64(parts)) {
			return no
		}
		if amount := floatOf(v.Abs()); amount > 2*apart+unit {
			sure += math.Log10(amount / (2*apart + unit))
		}
	}
	return sure
}

// unitsOfLines is the last digit that the amounts of each column are given to.
func unitsOfLines(lines []goodsLine) map[dealing]float64 {
	out := map[dealing]float64{}
	for _, l := range lines {
		for k, v := range l.amounts {
			if unit := lastDigit(v); out[k] == 0 || unit < out[k] {
				out[k] = unit
			}
		}
	}
	return out
}

// lastDigit is the worth of the last digit that is not zero.
func lastDigit(n briefing.Number) float64 {
	n = n.Trim(0)
	coef, power := n.Coef(), -n.Scale()
	for coef > 0 && coef%10 == 0 {
		coef, power = coef/10, power+1
	}
	return math.Pow10(power)
}

func floatOf(n briefing.Number) float64 {
	f, _ := n.Float64()
	return f
}

// confirms reports whether what the file states of all goods together is the sum
// of the top lines, and not of all lines.
func (l *ledger) confirms(lines []goodsLine, tops []int) bool {
	fits := 0
	for key, s := range l.totals {
		if key.code != "" || key.product != "" || s.unclear {
			continue
		}
		var top, all briefing.Number
		met := false
		add := func(to *briefing.Number, amounts map[dealing]briefing.Number) bool {
			for k, v := range amounts {
				if k.quantity || k.flow != key.flow || k.reporter != key.reporter || key.partner != "" && k.partner != key.partner || k.currency != key.currency || k.period != key.period {
					continue
				}
				sum, err := to.Add(v)
				if err != nil {
					return false
				}
				*to, met = sum, true
			}
			return true
		}
		for _, i := range tops {
			if !add(&top, lines[i].amounts) {
				return false
			}
		}
		for i := range lines {
			if !add(&all, lines[i].amounts) {
				return false
			}
		}
		if !met {
			continue
		}
		if !(CheckTotal{Stated: s.amount, Stored: top, Rounded: s.allowance(len(tops))}).Agrees() || near(s.amount, all) {
			return false
		}
		fits++
	}
	return fits > 0
}
