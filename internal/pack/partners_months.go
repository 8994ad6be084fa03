package pack

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// sameMonths are, by partner, the months of the year before that the year which
// isn't over has: ten months beside a whole year say nothing.
type sameMonths struct {
	period briefing.Period
	value  map[string]briefing.MaybeNumber
	title  string
}

// sameMonths finds them; there are none where the year is over, months are
// missing between others, or the year before has not all of them.
func (b *builder) sameMonths(rows figure.Filter, s stretch) (same sameMonths) {
	n, ok := s.period.Months()
	if f := rows.Split.Frequency; !ok || s.months > 0 || s.period.Kind == briefing.YearPeriod || f != "M" && f != "Q" {
		return same
	}
	then := s.period.YearBefore()
	rows.From, rows.To = then.Start(), then.End()
	had := of(b.stretches(rows, rows.Split.Frequency), itoa(then.From.Year), briefing.Period{})
	if m, ok := had.period.Months(); !ok || m != n || had.months > 0 {
		return same
	}
	groups, err := b.s.Figures.Aggregate(rows, []figure.Dimension{"partner"})
	if err != nil {
		return same
	}
	same.value, same.period, same.title = map[string]briefing.MaybeNumber{}, then, b.short(stretch{period: then})
	for _, g := range groups {
		same.value[g.Keys[0]] = g.Value
	}
	return same
}

func (s sameMonths) there() bool { return len(s.value) > 0 }

// columns adds the months of the year before and the growth on them behind the
// years; the course of whole years does not go on with a part of one.
func (s sameMonths) columns(b *builder, t *document.Table, scaled scale) {
	if t.Trend.To > 0 {
		t.Trend.To--
	}
	if t.Trend.To <= t.Trend.From {
		t.Trend = document.HeadGroup{}
	}
	t.Columns = append(t.Columns,
		document.Column{Key: "same", Title: s.title, Kind: document.NumberColumn, Decimals: scaled.places},
		document.Column{Key: "growth", Title: b.t("col.change"), Kind: document.NumberColumn, Decimals: 1, Percent: true, Signed: true},
	)
}

// cells are those of a partner whose amount of the latest months is now.
func (s sameMonths) cells(partner string, now briefing.MaybeNumber, scaled scale) []document.Cell {
	if !s.there() {
		return nil
	}
	out := s.blank()
	then := s.value[partner]
	v, ok := in(then, scaled.unit.Base(), scaled.unit)
	if !ok || !v.Valid {
		return out
	}
	out[0] = document.Cell{Number: v}
	if r := measure.GrowthOf(now, then); r.Defined {
		out[1] = document.Cell{Number: r.Figure.Value}
	}
	return out
}

func (s sameMonths) blank() []document.Cell {
	if !s.there() {
		return nil
	}
	return []document.Cell{document.Dash(), document.Dash()}
}

// beforeLast puts the months of the year before where they belong, in front of
// those that they are compared with.
func (s sameMonths) beforeLast(t *document.Table) {
	n := len(t.Columns) - 2 // of the months of the year before
	t.Columns[n-1], t.Columns[n] = t.Columns[n], t.Columns[n-1]
	for _, r := range t.Rows {
		r.Cells[n-1], r.Cells[n] = r.Cells[n], r.Cells[n-1]
	}
}
