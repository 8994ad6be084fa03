package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/pivot"
	"briefing/internal/question"
)

// Bounds of charts of pivots: more could not be told apart.
const (
	chartRows  = 12
	chartLines = 4
	chartParts = 10 // of a whole
)

// drawn is one series of a chart of a pivot: what it is called and its cells,
// by category.
type drawn struct {
	name  string
	kind  question.Kind
	cells []document.Cell
}

// chart is the chart beside the table, nil where there is nothing to draw.
func (p printedPivot) chart(form pivot.Form) *document.Chart {
	b, t := p.b, p.of
	series, categories := p.series()
	c := document.Chart{
		Title:   first(p.words.message, p.table.Title),
		Caption: first(p.words.caption, b.commas(p.table.Title, p.unit)),
		Unit:    p.unit, Alt: p.table.Title, Stamp: p.table.Stamp,
	}
	if t.Sample || p.words.message == "" { // neutral: the table says the rest
		c.Title, c.Caption = p.table.Title, first(p.words.caption, p.unit)
	}
	drew := false
	switch form {
	case pivot.Ranking:
		drew = p.ranked(&c, series, categories)
	case pivot.Pair:
		drew = p.paired(&c, series, categories)
	case pivot.Lines:
		drew = p.lined(&c, series, categories)
	case pivot.Stacked, pivot.Shares:
		drew = p.piled(&c, form, series, categories)
	}
	if !drew {
		return nil
	}
	return &c
}

// series turns the table so that times, where there are any, are categories;
// totals and what is within them are left out, but for the total of times.
func (p printedPivot) series() (out []drawn, categories []string) {
	rows, columns := p.of.Rows, p.of.Columns
	at := func(r, c int) document.Cell { return p.table.Rows[r].Cells[c+1] }
	name := func(r int) string { return p.table.Rows[r].Cells[0].Text }
	head := func(c int) string { return p.table.Columns[c+1].Title }
	if pivot.Timed(p.of.Spec.Rows) {
		rows, columns = columns, rows
		flat, title := at, name
		at = func(r, c int) document.Cell { return flat(c, r) }
		name, head = head, title
	}
	for c := range columns {
		categories = append(categories, head(c))
	}
	for r, h := range rows {
		d := drawn{name: name(r), kind: h.Kind}
		for c := range columns {
			d.cells = append(d.cells, at(r, c))
		}
		out = append(out, d)
	}
	return out, categories
}

// among keeps series of these kinds, at most so many, those with a number.
func among(series []drawn, most int, kinds ...question.Kind) []drawn {
	var out []drawn
	for _, d := range series {
		has := slices.ContainsFunc(d.cells, func(c document.Cell) bool { return c.Number.Valid })
		if has && slices.Contains(kinds, d.kind) && len(out) < most {
			out = append(out, d)
		}
	}
	return out
}

func (p printedPivot) point(c document.Cell) document.ChartPoint {
	col := p.table.Columns[1]
	out := document.ChartPoint{Value: c.Number, Fill: document.Actual, Origin: p.owner}
	if !c.Number.Valid {
		out.Fill, out.Label = document.NoData, p.b.t("chart.no_data")
		return out
	}
	out.Label = lang.Number(p.b.l, c.Number.Decimal, lang.NumberStyle{Decimals: col.Decimals, Signed: col.Signed, Column: true})
	if c.Mark != "" {
		out.Label = join("\u00a0", out.Label, "["+c.Mark+"]")
	}
	return out
}

// ranked is the last column as bars, the largest first; the rest stays last.
func (p printedPivot) ranked(c *document.Chart, series []drawn, categories []string) bool {
	last := len(categories) - 1
	list := among(series, chartRows, question.Item)
	list = slices.DeleteFunc(list, func(d drawn) bool { return !d.cells[last].Number.Valid })
	slices.SortStableFunc(list, func(x, y drawn) int { return y.cells[last].Number.Decimal.Cmp(x.cells[last].Number.Decimal) })
	rest := among(series, 1, question.Rest)
	points := []document.ChartPoint{}
	for _, d := range append(list, rest...) {
		point := p.point(d.cells[last])
		if d.kind == question.Rest {
			point.Fill = document.Previous
		}
		c.Categories, points = append(c.Categories, d.name), append(points, point)
	}
	c.Kind, c.Series = document.Ranking, []document.Series{{Points: points}}
	if p.of.Spec.Columns != "" {
		c.Caption = p.b.commas(c.Caption, lowerFirst(categories[last], p.b.l))
	}
	return len(list) > 0
}

// paired is the last two columns as two dots a row.
func (p printedPivot) paired(c *document.Chart, series []drawn, categories []string) bool {
	if len(categories) < 2 {
		return false
	}
	was, now := len(categories)-2, len(categories)-1
	before, after := document.Series{Name: categories[was], Fill: document.Previous}, document.Series{Name: categories[now]}
	for _, d := range among(series, chartRows, question.Item) {
		if !d.cells[was].Number.Valid || !d.cells[now].Number.Valid {
			continue
		}
		c.Categories = append(c.Categories, d.name)
		before.Points, after.Points = append(before.Points, p.point(d.cells[was])), append(after.Points, p.point(d.cells[now]))
	}
	c.Kind, c.Series = document.Dumbbell, []document.Series{before, after}
	return len(c.Categories) > 0
}

// lined is the first series over the categories.
func (p printedPivot) lined(c *document.Chart, series []drawn, categories []string) bool {
	all := among(series, pivot.MaxRows, question.Item)
	list := all[:min(len(all), chartLines)]
	if len(all) > len(list) {
		c.Caption = p.b.commas(c.Caption, p.b.t("pivot.first", len(list)))
	}
	if len(list) == 0 {
		list = among(series, 1, question.Total)
	}
	c.Kind, c.Categories = document.Lines, categories
	for _, d := range list {
		row := document.Series{Name: d.name}
		for _, cell := range d.cells {
			point := p.point(cell)
			point.Label = "" // the ends are named, the numbers stand in the table
			row.Points = append(row.Points, point)
		}
		c.Series = append(c.Series, row)
	}
	return len(list) > 0 && len(categories) > 1
}

// piled is the parts of each category over one another, or as shares of it.
func (p printedPivot) piled(c *document.Chart, form pivot.Form, series []drawn, categories []string) bool {
	list := among(series, pivot.MaxRows, question.Item, question.Rest, question.Unallocated, question.Hidden)
	list = together(list, chartParts, p.b.t("pivot.rest"))
	c.Kind, c.Categories = document.Stacked, categories
	if form == pivot.Shares {
		c.Kind = document.Shares
	}
	for _, d := range list {
		row := document.Series{Name: d.name}
		for _, cell := range d.cells {
			point := p.point(cell)
			if point.Fill == document.NoData { // nothing of it in this one
				point = document.ChartPoint{Value: briefing.SomeNum("0"), Origin: p.owner}
			}
			point.Label = ""
			row.Points = append(row.Points, point)
		}
		c.Series = append(c.Series, row)
	}
	if total := among(series, 1, question.Total); form == pivot.Stacked && len(total) == 1 && len(categories) <= wideTable {
		for _, cell := range total[0].cells {
			c.Totals = append(c.Totals, p.point(cell).Label)
		}
	}
	return len(list) > 1
}

// together adds up the parts of a whole beyond so many under the word for the
// rest, with the rest that is there: left out, they would be missing in shares.
func together(list []drawn, most int, rest string) []drawn {
	if len(list) <= most {
		return list
	}
	items := 0
	for _, d := range list {
		if d.kind == question.Item {
			items++
		}
	}
	kept := most - 1 - (len(list) - items) // a place for the rest, whether it is there or not
	if slices.ContainsFunc(list, func(d drawn) bool { return d.kind == question.Rest }) {
		kept++
	}
	var out []drawn
	all := drawn{name: rest, kind: question.Rest, cells: make([]document.Cell, len(list[0].cells))}
	for _, d := range list {
		if d.kind != question.Rest && (d.kind != question.Item || kept > 0) {
			if d.kind == question.Item {
				kept--
			}
			out = append(out, d)
			continue
		}
		for i, c := range d.cells {
			sum := all.cells[i].Number
			if !c.Number.Valid {
				continue
			}
			if !sum.Valid {
				all.cells[i] = document.Cell{Number: c.Number, Mark: c.Mark}
			} else if n, err := sum.Decimal.Add(c.Number.Decimal); err == nil {
				all.cells[i].Number = briefing.Some(n)
			}
		}
	}
	at := slices.IndexFunc(out, func(d drawn) bool { return d.kind != question.Item })
	if at < 0 {
		at = len(out)
	}
	return slices.Insert(out, at, all)
}
