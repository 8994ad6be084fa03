package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang/prose"
)

// What two languages of one text say of the same thing, numbers that both have
// aside: counts, the way a change goes, points and per cent, days, hours, and
// whether it is done.

// difference is what each of two texts has in the other's place.
type difference struct{ key, x, y string }

// differ finds what two languages of a text tell differently.
func (r *reading) differ(a, b *passage) (difference, bool) {
	if x, y, ok := numbersDiffer(a, b); ok {
		return difference{"check.18.typed", x, y}, true
	}
	if x, y, ok := saidDiffers(a, b); ok {
		return difference{"check.18.typed", x, y}, true
	}
	for _, look := range []func(a, b *passage) (x, y string, ok bool){countsDiffer, pointsDiffer, waysDiffer, daysDiffer, hoursDiffer} {
		if x, y, ok := look(a, b); ok {
			return difference{"check.18.typed", x, y}, true
		}
	}
	if x, y, ok := r.doneDiffers(a, b); ok {
		return difference{"check.18.planned", x, y}, true
	}
	return difference{}, false
}

// count is an amount or a count that a passage tells, in figures or in words.
type count struct {
	text string
	is   interval // in whole units
	base briefing.Unit
}

// countsOf are the counts and amounts of a passage whose unit is none or counts:
// «47 предприятий», 七十四家, "23 thousand students".
func countsOf(p *passage) []count {
	var out []count
	put := func(text string, q prose.Quantity) {
		if q.Base != "" && !countUnit(q.Base) || q.High.Valid {
			return
		}
		i, ok := printed(briefing.Figure{Value: briefing.Some(q.Number)})
		if !ok {
			return
		}
		if i, ok = i.scaled(q.Power); ok {
			out = append(out, count{text, i, q.Base})
		}
	}
	for _, q := range quantitiesOf(p) {
		put(q.text, q.Quantity)
	}
	for _, s := range p.list {
		for _, q := range s.inWords() {
			if q.Kind == prose.SaidAmount && q.Word != briefing.TensOf && q.Word != briefing.HundredsOf {
				put(s.text[q.From:q.End], q.Quantity)
			}
		}
	}
	return out
}

func countUnit(u briefing.Unit) bool {
	return slices.Contains([]briefing.Unit{"pcs", "item", "person", "container", "head"}, u)
}

// countsDiffer finds the one count of each of two texts that the other lacks, in
// figures and in words.
func countsDiffer(a, b *passage) (x, y string, ok bool) {
	m := countsMissing(a, b)
	if len(m) != 1 {
		return "", "", false
	}
	n := countsMissing(b, a)
	if len(n) != 1 {
		return "", "", false
	}
	return m[0].text, n[0].text, true
}

func countsMissing(a, b *passage) []count {
	mine := countsOf(a)
	if len(mine) == 0 {
		return nil
	}
	there := countsOf(b)
	var spelled []briefing.Number
	for _, s := range b.list {
		spelled = append(spelled, prose.Spelled(b.field.Lang, s.text)...)
	}
	return slices.DeleteFunc(mine, func(x count) bool {
		return slices.ContainsFunc(there, func(y count) bool { return x.is.meets(y.is) }) ||
			slices.ContainsFunc(spelled, func(n briefing.Number) bool { return x.is.meets(interval{lo: n, hi: n}) })
	})
}

// pointsDiffer finds a number that is percentage points in one text and per cent
// in the other.
func pointsDiffer(a, b *passage) (x, y string, ok bool) {
	for _, q := range missingFrom(a, b) {
		for _, o := range missingFrom(b, a) {
			if q.Number.Cmp(o.Number) == 0 && (q.Base == "pp" && o.Base == "percent" || q.Base == "percent" && o.Base == "pp") {
				return q.text, o.text, true
			}
		}
	}
	return "", "", false
}

// waysDiffer finds a change that goes up in one text and down in the other.
func waysDiffer(a, b *passage) (x, y string, ok bool) {
	m, n := waysOf(a), waysOf(b)
	for _, q := range m {
		same, against := 0, way{}
		for _, o := range n {
			if sameQuantity(q.q, o.q) {
				if same++; o.turn == -q.turn {
					against = o
				}
			}
		}
		if same == 1 && against.turn != 0 {
			return q.text, against.text, true
		}
	}
	return "", "", false
}

type way struct {
	q    prose.Quantity
	turn int
	text string
}

func waysOf(p *passage) []way {
	var out []way
	for _, s := range p.list {
		for _, q := range s.quantities {
			if q.Base != "percent" && q.Base != "pp" && q.Base != briefing.Times {
				continue
			}
			if turn := prose.TurnOf(p.field.Lang, s.text, q); turn != 0 {
				from, to := prose.Clause(s.text, q.Start, q.End)
				out = append(out, way{q, turn, quoting(s.text[from:to])})
			}
		}
	}
	return out
}

// daysDiffer finds the one day of each of two texts that the other lacks.
func daysDiffer(a, b *passage) (x, y string, ok bool) {
	m := daysMissing(a, b)
	if len(m) != 1 {
		return "", "", false
	}
	n := daysMissing(b, a)
	if len(n) != 1 {
		return "", "", false
	}
	return strings.TrimSpace(a.text[m[0].Start:m[0].End]), strings.TrimSpace(b.text[n[0].Start:n[0].End]), true
}

// daysMissing are the days of a text that another lacks; where the number of a day
// stands there at all, it may be one of a list or the begin of a stretch.
func daysMissing(a, b *passage) []prose.Day {
	mine := prose.Days(a.field.Lang, a.text)
	if len(mine) == 0 {
		return nil
	}
	numbers := map[string]bool{}
	for _, n := range strings.FieldsFunc(b.text, func(r rune) bool { return r < '0' || r > '9' }) {
		numbers[strings.TrimLeft(n, "0")] = true
	}
	there := prose.Days(b.field.Lang, b.text)
	return slices.DeleteFunc(mine, func(d prose.Day) bool {
		return numbers[strconv.Itoa(d.Day)] && !sameDayOtherMonth(d, there) || slices.ContainsFunc(there, func(o prose.Day) bool {
			return d.Month == o.Month && d.Day == o.Day && (d.Year == o.Year || d.Year == 0 || o.Year == 0)
		})
	})
}

// sameDayOtherMonth reports whether the day stands among others in another month:
// 12 May and 12 June.
func sameDayOtherMonth(d prose.Day, there []prose.Day) bool {
	return len(there) == 1 && there[0].Day == d.Day && there[0].Month != d.Month
}

// hoursDiffer finds the one time of day of each of two texts that the other lacks.
func hoursDiffer(a, b *passage) (x, y string, ok bool) {
	m := hoursMissing(a, b)
	if len(m) != 1 {
		return "", "", false
	}
	n := hoursMissing(b, a)
	if len(n) != 1 {
		return "", "", false
	}
	show := func(c prose.Clock) string { return fmt.Sprintf("%d:%02d", c.Hour, c.Minute) }
	return show(m[0]), show(n[0]), true
}

func hoursMissing(a, b *passage) []prose.Clock {
	mine := prose.Clocks(a.text)
	if len(mine) == 0 {
		return nil
	}
	there := prose.Clocks(b.text)
	return slices.DeleteFunc(mine, func(c prose.Clock) bool { return slices.Contains(there, c) })
}

// doneDiffers finds a sentence with a figure that one text tells as planned and the
// other as done; the texts have as many sentences.
func (r *reading) doneDiffers(a, b *passage) (x, y string, ok bool) {
	m, n := withWords(a), withWords(b)
	if len(m) != len(n) {
		return "", "", false
	}
	for i := range m {
		if len(m[i].quantities)+len(m[i].bindings) == 0 {
			continue
		}
		planA, planB := r.has(a.field.Lang, planWords, m[i]), r.has(b.field.Lang, planWords, n[i])
		doneA, doneB := r.has(a.field.Lang, "check.18.done", m[i]), r.has(b.field.Lang, "check.18.done", n[i])
		if planA && !doneA && doneB && !planB || planB && !doneB && doneA && !planA {
			return quoting(r.shown(a.field.Lang, m[i])), quoting(r.shown(b.field.Lang, n[i])), true
		}
	}
	return "", "", false
}

// withWords are the sentences of a passage that say something.
func withWords(p *passage) []*sentence {
	blank := func(s *sentence) bool { return strings.TrimSpace(s.text) == "" }
	if !slices.ContainsFunc(p.list, blank) {
		return p.list
	}
	return slices.DeleteFunc(slices.Clone(p.list), blank)
}
