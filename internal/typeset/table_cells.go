package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// cell is a measured cell. A number is set in two parts that meet at the
// decimal separator; anything else is broken into lines.
type cell struct {
	number      bool
	word        string // «более » before the number
	whole, frac string
	wholeW      float64 // with the word
	fracW       float64
	spans       []span // of a text
	short       bool   // a dash or dots in a number column
	mark        string
	sub         string
	bold        bool
	textW, subW float64         // of text and sub on one line
	lineWs      []float64       // of the lines of a text that has line feeds
	spark       *document.Chart // drawn instead of a text
	photo       *document.Picture
}

// column is a measured column.
type column struct {
	x, w       float64 // of its contents, without padding
	least      float64 // the widest thing that can't be broken
	head       float64 // the widest word of its title, «янв.–окт.» being one
	natural    float64 // everything on one line
	wholeW     float64
	fracW      float64
	slot       float64 // room for marks
	separated  bool    // numbers of different precision: dashes stand at the separator
	title      []textLine
	leftPad    float64
	rightPad   float64
	titleSpans []span
	titleW     float64
}

// A line in a cell takes what it can up to the first width, and never less
// than the second.
const (
	sparkWidth = 62
	sparkLeast = 30
)

// photoSide is the side of a photograph over the text of a cell.
const photoSide = 19 * MM

// measure takes the widths of all cells and heads.
func (ts *tableSetter) measure() {
	ts.cells = make([][]cell, len(ts.t.Rows))
	ts.cols = make([]column, len(ts.t.Columns))
	ts.cols = make([]column, len(ts.t.Columns))
	longest := -1.0
	for i, r := range ts.t.Rows {
		ts.cells[i] = make([]cell, len(ts.t.Columns))
		for j := range ts.t.Columns {
			if j < len(r.Cells) {
				ts.cells[i][j] = ts.cell(&r.Cells[j], j, r.Kind)
			}
		}
	}
	for j := range ts.cols {
		ts.measureColumn(j)
		if ts.t.Columns[j].Kind == document.TextColumn && j < 2 && ts.cols[j].natural > longest {
			ts.name, longest = j, ts.cols[j].natural
		}
	}
}

func (ts *tableSetter) measureColumn(j int) {
	c := &ts.cols[j]
	c.leftPad, c.rightPad = ts.k.padX, ts.k.padX
	if j == 0 {
		c.leftPad = 0
	} else if ts.t.Columns[j].Kind == document.TextColumn && ts.t.Columns[j-1].Kind == document.NumberColumn {
		c.leftPad += 2.2 * ts.k.padX // a number and a text behind it need air
	}
	if j == len(ts.cols)-1 {
		c.rightPad = 0
	}
	spec := ts.t.Columns[j]
	digits := map[float64]bool{}
	textW, textLeast := 0.0, 0.0
	for i := range ts.cells {
		cl := &ts.cells[i][j]
		if cl.mark != "" && spec.Kind == document.NumberColumn {
			c.slot = ts.k.slot
		}
		if sw := ts.width(ts.k.sub.face, ts.k.sub.size, cl.sub); cl.sub != "" {
			cl.subW = sw
			textLeast = max(textLeast, min(sw, ts.leastWidth(ts.k.sub.plain(cl.sub))))
			textW = max(textW, sw)
		}
		if cl.number {
			c.wholeW, c.fracW = max(c.wholeW, cl.wholeW), max(c.fracW, cl.fracW)
			digits[cl.fracW] = true
			continue
		}
		if ts.alone(i) {
			continue // a group's title runs over all columns
		}
		in := 0.0
		if j < 2 {
			in = float64(ts.t.Rows[i].Indent) * ts.k.indent
		}
		ws := ts.lineWidths(cl.spans)
		cl.textW = in + slices.Max(ws)
		if len(ws) > 1 {
			cl.lineWs = ws
		}
		least := in + ts.leastWidth(cl.spans)
		if cl.spark != nil {
			cl.textW, least = sparkWidth, sparkLeast
		}
		if cl.photo != nil {
			cl.textW, least = max(cl.textW, photoSide), max(least, photoSide)
		}
		textW = max(textW, cl.textW)
		textLeast = max(textLeast, least)
	}
	c.separated = spec.Decimals < 0 && c.fracW > 0 && len(digits) > 1
	core := c.wholeW + c.fracW + c.slot
	k := ts.k.head
	c.titleSpans = k.plain(spec.Title)
	if spec.Unit != "" {
		u := k
		u.face, u.color = Sans, Secondary
		sep := "\n"
		if spec.Title == "" {
			sep = ""
		}
		c.titleSpans = append(c.titleSpans, u.plain(sep+spec.Unit)...)
	}
	headLeast := ts.leastWidth(c.titleSpans)
	c.head = ts.wordWidth(c.titleSpans)
	c.titleW = ts.spansWidth(c.titleSpans)
	c.least = max(core, textLeast, headLeast)
	c.natural = max(core, textW, min(c.titleW, max(1.6*headLeast, core)))
	if spec.Kind == document.TextColumn {
		c.natural = max(c.natural, min(c.titleW, 2*headLeast))
	}
}

// alone reports whether a row is the title of a group without numbers, which
// runs over all columns.
func (ts *tableSetter) alone(i int) bool {
	r := ts.t.Rows[i]
	if r.Kind != document.GroupRow {
		return false
	}
	for j := 1; j < len(r.Cells); j++ {
		c := r.Cells[j]
		if c.Text != "" || len(c.Runs) > 0 || c.Number.Valid || c.Low.Valid || c.High.Valid {
			return false
		}
	}
	return true
}

// cell measures one cell.
func (ts *tableSetter) cell(c *document.Cell, j int, kind document.RowKind) cell {
	spec := ts.t.Columns[j]
	out := cell{mark: c.Mark, sub: c.Sub, bold: kind == document.GroupRow || kind == document.TotalRow}
	if p := c.Photo; p != nil && p.Fault == "" && len(p.Data) > 0 {
		out.photo = p
	}
	if len(c.Spark) > 0 {
		row := document.Series{}
		for _, v := range c.Spark {
			row.Points = append(row.Points, document.ChartPoint{Value: v})
		}
		out.spark = &document.Chart{ID: ts.t.ID, Kind: document.Sparkline, Series: []document.Series{row}}
		return out
	}
	body, digits := ts.k.body, SansTab
	if out.bold {
		body.face, digits = SansSemi, SansTabSemi
	}
	if c.Text == "" && len(c.Runs) == 0 && (c.Number.Valid || c.Low.Valid || c.High.Valid) {
		out.number = true
		text := ts.numberText(c, spec)
		out.whole, out.frac = splitNumber(text, ts.lang, c.Number.Valid)
		if c.Word != "" {
			out.word = c.Word + "\u00a0"
		}
		out.wholeW = ts.width(body.face, body.size, out.word) + ts.width(digits, body.size, out.whole)
		out.fracW = ts.width(digits, body.size, out.frac)
		if spec.Kind == document.NumberColumn {
			return out
		}
		out.number = false
		out.spans = body.plain(out.word + text)
	} else if len(c.Runs) > 0 {
		out.spans = ts.spans(body, c.Runs)
	} else {
		text := c.Text
		if c.Word != "" {
			text = c.Word + "\u00a0" + text
		}
		out.spans = body.plain(text)
		out.short = spec.Kind == document.NumberColumn && utf8.RuneCountInString(text) <= 3
	}
	if out.mark != "" && spec.Kind == document.TextColumn {
		m := ts.k.mark
		out.spans = append(out.spans, m.plain("\u00a0["+out.mark+"]")...)
		out.mark = ""
	}
	return out
}

// numberText prints a number or a range in the column's style.
func (ts *tableSetter) numberText(c *document.Cell, spec document.Column) string {
	style := lang.NumberStyle{Decimals: spec.Decimals, Signed: spec.Signed, Column: true}
	print := func(n briefing.MaybeNumber) string {
		if !n.Valid {
			return "…"
		}
		// The narrow space is too narrow between digits of one width.
		return strings.ReplaceAll(lang.Number(ts.lang, n.Decimal, style), "\u202f", "\u00a0")
	}
	if c.Number.Valid {
		return print(c.Number)
	}
	return print(c.Low) + "–" + print(c.High)
}

// splitNumber parts a number before its decimal separator; a range has no
// place to align at and stays whole.
func splitNumber(text string, l briefing.Lang, single bool) (whole, frac string) {
	sep := ","
	if l != briefing.RU {
		sep = "."
	}
	if i := strings.LastIndex(text, sep); single && i >= 0 {
		return text[:i], text[i:]
	}
	return text, ""
}

// spansWidth is the width of spans on as many lines as they have line feeds.
func (ts *tableSetter) spansWidth(spans []span) float64 { return slices.Max(ts.lineWidths(spans)) }

// lineWidths are the widths of those lines; there is one at least.
func (ts *tableSetter) lineWidths(spans []span) []float64 {
	out := []float64{0.05}
	for _, sp := range spans {
		out[len(out)-1] += signWidth(sp.sign, sp.style.size)
		for i, part := range strings.Split(sp.text, "\n") {
			if i > 0 {
				out = append(out, 0.05)
			}
			out[len(out)-1] += ts.width(sp.style.face, sp.style.size, part)
		}
	}
	return out
}

// leastWidth is the width of the widest stretch that can't be broken. Chinese
// text could be broken at every character; five of them at least stay together.
func (ts *tableSetter) leastWidth(spans []span) float64 {
	return ts.widest(spans, 5*afterShort)
}

// wordWidth is the width of the widest word, also of one that could be broken
// at a dash.
func (ts *tableSetter) wordWidth(spans []span) float64 { return ts.widest(spans, atDash-1) }

// widest is the width of the widest stretch that can't be broken at the cost.
func (ts *tableSetter) widest(spans []span, cost float64) float64 {
	w, most := 0.0, 0.0
	for _, it := range ts.items(spans, ts.lang, layout{cell: true}) {
		switch {
		case it.kind == glueItem && it.w == 0 && it.breaks() && w < 5*it.style.size:
		case it.kind == lineItem, it.breaks() && it.cost <= cost:
			most = max(most, w)
			w = 0
		default:
			w += it.w
		}
	}
	return max(most, w) + 0.05
}
