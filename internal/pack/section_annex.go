package pack

import (
	"fmt"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// annex holds the full tables: products by month, partners by year, and the
// published values with the precision of their sources; then the caveats of
// imported data.
func (b *builder) annex() *document.Section {
	s := &document.Section{NewPage: true, Joins: true}
	if b.s.Audience == briefing.Interpreter { // the figures that are said, not how they were computed
		if t, ok := b.publishedTable(); ok {
			s.Blocks = append(s.Blocks, t)
			return s
		}
		return nil
	}
	for _, v := range b.goodsViews() {
		if v.by == figure.ByProduct {
			continue
		}
		if t, wide, ok := b.productMonths(v); ok {
			s.Blocks = append(s.Blocks, t)
			s.Landscape = s.Landscape || wide
		}
	}
	s.Blocks = append(s.Blocks, b.partnerYears()...)
	if t, ok := b.publishedTable(); ok {
		s.Blocks = append(s.Blocks, t)
	}
	if t, ok := b.measuresTable(); ok {
		s.Blocks = append(s.Blocks, t)
	}
	s.Blocks = append(s.Blocks, b.dataNotes()...)
	if len(s.Blocks) == 0 {
		return nil
	}
	return s
}

// productMonths is products by month with subtotals by chapter, in tonnes or
// in thousands of the currency; wide is a table for a page on its side. ok is
// false when the rows are not monthly.
func (b *builder) productMonths(v goodsView) (t document.Table, wide, ok bool) {
	if b.o.Outline {
		return b.monthsOutline(v)
	}
	groups, err := b.goodsByMonth(v.filter)
	if err != nil || v.filter.Split.Frequency != "M" {
		return document.Table{}, false, false
	}
	m := newMonthTable(b, v)
	for _, g := range groups {
		m.add(g)
	}
	if len(m.codes) == 0 {
		return document.Table{}, false, false
	}
	t = m.table()
	from, extra, whole := b.goodsSources(v)
	t.Source = b.dataLine(from, extra, b.t("annex.rounding"))
	if v.sample {
		t.Stamp = b.t("word.sample")
	}
	t = b.annexTable(t)
	b.sheetSources[t.ID] = b.dataLine(from, whole, b.t("annex.rounding"))
	b.derives(b.colon(t.Label, b.t("col.share")), measure.ShareOf(briefing.Some(m.whole), briefing.Some(m.whole)),
		append([]string{b.t("annex.row_share"), b.amount("ΣV", briefing.Some(m.whole), m.unit, b.t("word.total"))}, b.rowsFrom(v.filter)...)...)
	wide = len(t.Columns) > 10 && (m.scaled || m.whole.Cmp(briefing.Whole(upright)) >= 0)
	return t, wide, true
}

// monthsOutline is the table without its rows, at its place among the others.
func (b *builder) monthsOutline(v goodsView) (t document.Table, wide, ok bool) {
	groups, err := b.s.Figures.Aggregate(v.filter, []figure.Dimension{"month"})
	if err != nil || v.filter.Split.Frequency != "M" {
		return t, false, false
	}
	amount := func(g figure.Group) bool { return v.sized(g).Valid }
	if !slices.ContainsFunc(groups, amount) {
		return t, false, false
	}
	b.uses(measure.ShareOf(briefing.MaybeNumber{}, briefing.MaybeNumber{}).Measure)
	b.goodsSources(v)
	return b.annexTable(document.Table{Title: b.commas(v.title, b.t("annex.by_month"))}), false, true
}

// monthTable collects amounts by code and month.
type monthTable struct {
	b      *builder
	v      goodsView
	unit   briefing.Unit
	from   briefing.Unit
	codes  []string
	months [13]bool
	cell   map[place]briefing.Number
	whole  briefing.Number // all codes and months, once filled
	scaled bool            // the unit was raised: one decimal keeps small rows
	gaps   bool            // there are months without rows
}

func newMonthTable(b *builder, v goodsView) *monthTable {
	m := &monthTable{b: b, v: v, unit: "t", from: "t", cell: map[place]briefing.Number{}}
	if !v.weight {
		m.from = briefing.Unit(lower(v.filter.Split.Currency))
		m.unit = b.natural(m.from.WithPower(3), briefing.Num("10"))
	}
	return m
}

// place is a cell of the table: a product in a month.
type place struct {
	code  string
	month int
}

func (m *monthTable) add(g figure.Group) {
	p, err := briefing.ParsePeriod(g.Keys[1])
	n, ok := in(m.v.sized(g), m.from, m.unit)
	if err != nil || p.Kind != briefing.MonthPeriod || !ok || !n.Valid {
		return
	}
	code := g.Keys[0]
	if n := len(m.codes); n == 0 || m.codes[n-1] != code { // groups come in order of code
		m.codes = append(m.codes, code)
	}
	m.months[p.From.Month] = true
	m.put(code, p.From.Month, n.Decimal)
}

func (m *monthTable) put(code string, month int, n briefing.Number) {
	cell := place{code, month}
	if sum, err := m.cell[cell].Add(n); err == nil {
		m.cell[cell] = sum
	}
}

// Sums up to which the months of a year with their total stand on a page:
// upright, and on its side. Above the latter the unit is raised.
const (
	upright = 1_000_000
	roomy   = 10_000_000
	few     = 10 // thousands that are told in whole units: all months would read 0
)

// scale raises the unit until the grand total has room, and lowers it where
// there is little.
func (m *monthTable) scale() {
	step := 3
	if m.b.l == briefing.ZH {
		step = 4
	}
	if m.unit.Power() > 0 && !m.v.weight && m.all().Cmp(briefing.Whole(few)) < 0 {
		m.to(m.unit.Base())
		return
	}
	for m.unit.Power() < 12 && m.all().Cmp(briefing.Whole(roomy)) >= 0 {
		m.to(m.unit.WithPower(m.unit.Power() + step))
		m.scaled = true
	}
}

// to sets the amounts in another scale.
func (m *monthTable) to(unit briefing.Unit) {
	for at, n := range m.cell {
		if other, ok := in(briefing.Some(n), m.unit, unit); ok {
			m.cell[at] = other.Decimal
		}
	}
	m.unit = unit
}

func (m *monthTable) table() document.Table {
	b := m.b
	m.scale()
	p := briefing.Per(m.v.year)
	t := document.Table{
		Title: b.commas(m.v.title, b.t("annex.by_month")), Unit: lang.Unit(b.l, m.unit), Dense: true,
		Columns: []document.Column{
			{Key: "code", Title: b.t("col.code"), Weight: 0.5},
			{Key: "product", Title: b.t("col.product"), Weight: 2.4},
		},
	}
	for month := 1; month <= 12; month++ {
		if m.months[month] {
			t.Columns = append(t.Columns, document.Column{
				Key: fmt.Sprintf("m%02d", month), Title: lang.Month(b.l, month, true), Kind: document.NumberColumn, Decimals: m.decimals(),
			})
		}
	}
	last := len(t.Columns) - 1
	t.Groups = []document.HeadGroup{{Title: b.commas(lang.Period(b.l, p), lang.Unit(b.l, m.unit)), From: 2, To: last}}
	t.Trend = document.HeadGroup{From: 2, To: last}
	t.Periods = []briefing.Period{p}
	t.Columns = append(t.Columns,
		document.Column{Key: "total", Title: b.t("word.total"), Kind: document.NumberColumn, Decimals: m.decimals(), Bar: true},
		document.Column{Key: "share", Title: b.t("col.share"), Kind: document.NumberColumn, Decimals: 1, Percent: true},
	)
	m.fill(&t)
	t.Notes = append(t.Notes, m.notes()...)
	return t
}

// name is what the code stands for, empty where only the code is known: it
// stands beside.
func (m *monthTable) name(code string) string {
	if name := m.b.product(code); name != codeText(code) {
		return name
	}
	return ""
}

func (m *monthTable) decimals() int {
	if m.scaled {
		return 1
	}
	return 0
}

// fill adds the rows: each chapter as a subtotal over its products, one without
// a subtotal where it would say the same again, then the grand total; every sum
// and share is a formula over cells of the table.
func (m *monthTable) fill(t *document.Table) {
	slices.Sort(m.codes)
	m.whole = m.all()
	var chapters []string
	of := map[string][]string{}
	for _, c := range m.codes {
		ch := chapterOf(c)
		if len(of[ch]) == 0 {
			chapters = append(chapters, ch)
		}
		of[ch] = append(of[ch], c)
	}
	grand := 0 // index of the last row
	for _, ch := range chapters {
		if grand++; !m.alone(ch, of[ch]) {
			grand += len(of[ch])
		}
	}
	total := document.Row{Kind: document.TotalRow, Cells: []document.Cell{document.Txt(""), document.Txt(m.b.t("word.total"))}}
	var subtotals []int
	for _, ch := range chapters {
		at := len(t.Rows)
		subtotals = append(subtotals, at)
		if m.alone(ch, of[ch]) {
			row := document.Row{Cells: []document.Cell{document.Txt(codeText(of[ch][0])), document.Txt(m.b.product(ch))}}
			t.Rows = append(t.Rows, m.closeRow(row, of[ch], nil, at, grand))
			continue
		}
		sub := document.Row{Kind: document.GroupRow, Cells: []document.Cell{
			document.Txt(codeText(ch)), document.Txt(m.b.product(ch)),
		}}
		var kids []int
		for i := range of[ch] {
			kids = append(kids, at+1+i)
		}
		t.Rows = append(t.Rows, m.closeRow(sub, of[ch], kids, at, grand))
		for i, code := range of[ch] {
			row := document.Row{Indent: 1, Cells: []document.Cell{
				document.Txt(codeText(code)), document.Txt(m.name(code)),
			}}
			t.Rows = append(t.Rows, m.closeRow(row, []string{code}, nil, at+1+i, grand))
		}
	}
	t.Rows = append(t.Rows, m.closeRow(total, m.codes, subtotals, grand, grand))
}

// alone reports whether a chapter has one product that has no name but the
// chapter's.
func (m *monthTable) alone(chapter string, codes []string) bool {
	return len(codes) == 1 && (codes[0] == chapter || m.name(codes[0]) == "")
}

func chapterOf(code string) string {
	if code == figure.HiddenCode || code == figure.TotalCode || len(code) < 2 {
		return code
	}
	return code[:2]
}

// closeRow adds the months, their sum and the share of the grand total. The
// amounts are sums over codes; kids are the rows that a formula adds.
func (m *monthTable) closeRow(row document.Row, codes []string, kids []int, at, grand int) document.Row {
	sum := briefing.Num("0")
	across := &document.Formula{Op: document.OpSum}
	col := 2
	for month := 1; month <= 12; month++ {
		if !m.months[month] {
			continue
		}
		n, any := m.sum(codes, month)
		cell := document.Dash()
		m.gaps = m.gaps || !any
		if any {
			cell = document.Cell{Number: briefing.Some(n)}
			if len(kids) > 0 {
				cell.How = &document.Formula{Op: document.OpSum, Args: column(kids, col)}
			}
			if s, err := sum.Add(n); err == nil {
				sum = s
			}
		}
		row.Cells = append(row.Cells, cell)
		across.Args = append(across.Args, document.CellAt{Row: at, Col: col})
		col++
	}
	row.Cells = append(row.Cells, document.Cell{Number: briefing.Some(sum), How: across})
	share := document.Dash()
	if r := measure.ShareOf(briefing.Some(sum), briefing.Some(m.whole)); r.Defined {
		share = document.Cell{Number: r.Figure.Value, How: &document.Formula{
			Op: document.OpShare, Args: []document.CellAt{{Row: at, Col: col}, {Row: grand, Col: col}},
		}}
	}
	row.Cells = append(row.Cells, share)
	return row
}

func column(rows []int, col int) []document.CellAt {
	var out []document.CellAt
	for _, r := range rows {
		out = append(out, document.CellAt{Row: r, Col: col})
	}
	return out
}

func (m *monthTable) sum(codes []string, month int) (briefing.Number, bool) {
	total, any := briefing.Num("0"), false
	for _, c := range codes {
		if n, ok := m.cell[place{c, month}]; ok {
			any = true
			if s, err := total.Add(n); err == nil {
				total = s
			}
		}
	}
	return total, any
}

// all is the sum over the table.
func (m *monthTable) all() briefing.Number {
	total := briefing.Num("0")
	for month := 1; month <= 12; month++ {
		n, _ := m.sum(m.codes, month)
		if s, err := total.Add(n); err == nil {
			total = s
		}
	}
	return total
}
