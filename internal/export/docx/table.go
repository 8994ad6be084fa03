package docx

import (
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// Rules of tables in eighths of a point.
const (
	ruleOuter = "8"
	ruleInner = "4"
)

// tableWriter writes one table.
type tableWriter struct {
	*writer
	t      *document.Table
	widths []int
	digits []int  // most decimals of a number column
	slots  []bool // a number column that has marks behind its numbers
	cell   string // styles
	head   string
	number string
	size   float64 // of a letter in points, about
}

// sideBySide sets things in one row without rules. Its paragraphs are kept with
// what follows in each.
func (w *writer) sideBySide(widths []int, cell func(i int)) {
	m := &w.body
	m.open("w:tbl")
	m.open("w:tblPr")
	m.void("w:tblStyle", "w:val", "TableNormal")
	total := 0
	for _, x := range widths {
		total += x
	}
	m.void("w:tblW", "w:w", strconv.Itoa(total), "w:type", "dxa")
	m.void("w:tblLayout", "w:type", "fixed")
	m.end("w:tblPr")
	grid(m, widths)
	m.open("w:tr")
	m.open("w:trPr")
	m.void("w:cantSplit")
	m.end("w:trPr")
	for i, x := range widths {
		m.open("w:tc")
		m.open("w:tcPr")
		m.void("w:tcW", "w:w", strconv.Itoa(x), "w:type", "dxa")
		m.end("w:tcPr")
		before := m.b.Len()
		cell(i)
		if m.b.Len() == before {
			w.para(paraProps{unkeyed: true}) // a cell is never without a paragraph
		}
		m.end("w:tc")
	}
	m.end("w:tr", "w:tbl")
}

// table writes a table under its title, its notes and source under it.
func (w *writer) table(t *document.Table) {
	if len(t.Columns) == 0 {
		return
	}
	where := w.where
	if t.Label != "" {
		w.where = t.Label
	}
	w.tableTitle(t)
	ts := w.setTable(t)
	ts.measure()
	ts.write()
	ts.notes()
	w.where = where
}

// setTable is the writer of a table in the styles that it has.
func (w *writer) setTable(t *document.Table) *tableWriter {
	ts := &tableWriter{writer: w, t: t, cell: styleCell, head: styleCellHead, number: styleCellNo, size: 8.5}
	if t.Dense {
		ts.cell, ts.head, ts.number, ts.size = styleDense, styleDenseHead, styleDenseNo, 7.5
	}
	return ts
}

// tableTitle is «Таблица 5 — Экспорт …, млн долл. США», the stamp over it.
func (w *writer) tableTitle(t *document.Table) {
	if t.Stamp != "" {
		w.para(paraProps{style: styleStamp}, plain(t.Stamp)...)
	}
	text := document.WithUnit(t.Title, t.Unit, w.doc.Lang)
	switch {
	case t.Label != "":
		w.para(paraProps{style: styleCaption}, append([]inline{bold(t.Label)}, plain(dashed(text))...)...)
	case text != "":
		w.para(paraProps{style: styleCaption}, bold(text))
	}
}

// notes are the notes and the source line under the table.
func (ts *tableWriter) notes() {
	var parts []string
	for _, p := range append(append([]string{}, ts.t.Notes...), ts.t.Source) {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	gap := " "
	if ts.doc.Lang == briefing.ZH {
		gap = ""
	}
	if len(parts) == 0 {
		ts.para(paraProps{style: styleTiny, unkeyed: true}) // two tables would become one
		return
	}
	ts.para(paraProps{style: styleSource}, plain(strings.Join(parts, gap))...)
}

// write writes the grid of the table.
func (ts *tableWriter) write() {
	m := &ts.body
	m.open("w:tbl")
	m.open("w:tblPr")
	look := "BriefingTable"
	if ts.t.Dense {
		look = "BriefingDense"
	}
	m.void("w:tblStyle", "w:val", look)
	m.void("w:tblW", "w:w", strconv.Itoa(ts.textWidth), "w:type", "dxa")
	m.open("w:tblBorders")
	rule := func(side, size, color string) {
		m.void("w:"+side, "w:val", "single", "w:sz", size, "w:space", "0", "w:color", color)
	}
	rule("top", ruleOuter, colorInk)
	rule("bottom", ruleOuter, colorInk)
	rule("insideH", ruleInner, colorLine)
	m.end("w:tblBorders")
	m.void("w:tblLayout", "w:type", "fixed")
	m.void("w:tblLook", "w:val", "0020", "w:firstRow", "1", "w:lastRow", "0", "w:firstColumn", "0", "w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1")
	if title := joined(". ", ts.t.Label, ts.t.Title); title != "" {
		m.void("w:tblCaption", "w:val", title)
	}
	m.end("w:tblPr")
	grid(m, ts.widths)
	ts.spanning()
	ts.heads()
	for i := range ts.t.Rows {
		ts.row(i)
	}
	m.end("w:tbl")
}

// openRow begins a row; heads are repeated on each page.
func (ts *tableWriter) openRow(head bool) {
	m := &ts.body
	m.open("w:tr")
	m.open("w:trPr")
	m.void("w:cantSplit")
	if head {
		m.void("w:tblHeader")
	}
	m.end("w:trPr")
}

func (ts *tableWriter) openCell(width, span int, edges ...string) {
	m := &ts.body
	m.open("w:tc")
	m.open("w:tcPr")
	m.void("w:tcW", "w:w", strconv.Itoa(width), "w:type", "dxa")
	if span > 1 {
		m.void("w:gridSpan", "w:val", strconv.Itoa(span))
	}
	if len(edges) > 0 {
		m.open("w:tcBorders")
		for i := 0; i+1 < len(edges); i += 2 {
			m.void("w:"+edges[i], "w:val", "single", "w:sz", edges[i+1], "w:space", "0", "w:color", colorInk)
		}
		m.end("w:tcBorders")
	}
	m.void("w:vAlign", "w:val", "top")
	m.end("w:tcPr")
}

// spanning writes the row of heads over several columns.
func (ts *tableWriter) spanning() {
	if len(ts.t.Groups) == 0 {
		return
	}
	ts.openRow(true)
	mark := ts.rowMark(ts.groupTexts())
	for at := 0; at < len(ts.t.Columns); {
		title, to := "", at
		for _, g := range ts.t.Groups {
			if g.From == at && g.To >= at {
				title, to = g.Title, min(g.To, len(ts.t.Columns)-1)
			}
		}
		width := 0
		for _, x := range ts.widths[at : to+1] {
			width += x
		}
		ts.openCell(width, to-at+1)
		ts.cellPara(paraProps{style: ts.head, align: "center"}, plain(title), &mark)
		ts.body.end("w:tc")
		at = to + 1
	}
	ts.body.end("w:tr")
}

func (ts *tableWriter) groupTexts() []string {
	var out []string
	for _, g := range ts.t.Groups {
		out = append(out, g.Title)
	}
	return out
}

// heads writes the row of titles of columns.
func (ts *tableWriter) heads() {
	var all []string
	for _, c := range ts.t.Columns {
		all = append(all, joined("\n", c.Title, c.Unit))
	}
	ts.openRow(true)
	mark := ts.rowMark(all)
	for j, c := range ts.t.Columns {
		p := paraProps{style: ts.head}
		if c.Kind == document.NumberColumn {
			p.align = "right"
		}
		runs := plain(c.Title)
		if c.Unit != "" {
			unit := c.Unit
			if c.Title != "" {
				unit = "\n" + unit
			}
			runs = append(runs, inline{Run: document.Run{Text: unit, Tone: document.Secondary}})
		}
		ts.openCell(ts.widths[j], 1, "bottom", ruleInner)
		ts.cellPara(p, runs, &mark)
		ts.body.end("w:tc")
	}
	ts.body.end("w:tr")
}

// rowMark keeps a row as a piece and gives the name of its bookmark, which goes
// with its first cell.
func (ts *tableWriter) rowMark(cells []string) string {
	var in []string
	for _, c := range cells {
		if c = strings.TrimSpace(clean(c)); c != "" {
			in = append(in, c)
		}
	}
	text := strings.Join(in, "\t")
	return ts.piece(RowPiece, Piece{Where: ts.where, Text: text}, ts.in+"\x00"+ts.t.ID)
}

// row writes a row of the body.
func (ts *tableWriter) row(i int) {
	r := &ts.t.Rows[i]
	ts.openRow(false)
	cells := make([][]inline, len(ts.t.Columns))
	var all []string
	for j := range ts.t.Columns {
		if j >= len(r.Cells) {
			continue
		}
		cells[j] = ts.cellRuns(&r.Cells[j], j, r.Kind)
		if !fieldCell(cells[j]) {
			all = append(all, inlineText(cells[j]))
		}
	}
	mark := ts.rowMark(all)
	span := 1
	if alone(r) {
		span = len(ts.t.Columns)
	}
	for j := 0; j < len(ts.t.Columns); j += span {
		ts.bodyCell(r, j, span, cells[j], &mark)
	}
	ts.body.end("w:tr")
}

func (ts *tableWriter) bodyCell(r *document.Row, j, span int, runs []inline, mark *string) {
	width := ts.widths[j]
	if span > 1 {
		width = ts.textWidth
	}
	var edges []string
	if r.Kind == document.TotalRow {
		edges = []string{"top", "6", "bottom", ruleOuter}
	}
	ts.openCell(width, span, edges...)
	p := paraProps{style: ts.cell}
	if ts.t.Columns[j].Kind == document.NumberColumn && span == 1 {
		p.style = ts.number
		if j < len(r.Cells) {
			p.right = ts.room(&r.Cells[j], j)
		}
	}
	if j == ts.name() && r.Indent > 0 {
		p.left = r.Indent * 160
	}
	if r.Kind == document.GroupRow {
		p.keepNext = true
	}
	if j == 0 && r.Anchor != "" {
		p.anchor = r.Anchor
	}
	if j < len(r.Cells) && r.Cells[j].Photo != nil {
		ts.photo(r.Cells[j].Photo, inlineText(runs), width)
	}
	ts.cellPara(p, runs, mark)
	ts.body.end("w:tc")
}

// cellPara writes the paragraph of a cell. A cell that shows a field is a piece
// of its own, the others are one with their row.
func (ts *tableWriter) cellPara(p paraProps, runs []inline, mark *string) {
	p.unkeyed = !fieldCell(runs)
	p.mark, *mark = *mark, ""
	if p.unkeyed {
		ts.onePara(p, runs)
		return
	}
	for i, line := range fieldLines(runs) {
		if i > 0 {
			p.mark, p.anchor, p.newPage = "", "", false
		}
		ts.onePara(p, line)
	}
}

// fieldCell reports a cell that shows a field.
func fieldCell(runs []inline) bool {
	for _, r := range runs {
		if read(r.Shows) && strings.TrimSpace(r.Text) != "" {
			return true
		}
	}
	return false
}

// read reports whether a run that shows fields is read back: one field, or the
// hour and the title of an item of a programme.
func read(s *document.Shown) bool {
	return s != nil && (len(s.Fields) == 1 || len(s.Fields) == 2 && s.Join == document.HourJoin)
}

func inlineText(runs []inline) string {
	var sb strings.Builder
	for _, r := range runs {
		if s := signText(r.Sign); s != "" {
			sb.WriteString(s + "\u00a0")
		}
		sb.WriteString(r.Text)
	}
	return sb.String()
}

// alone reports whether a row is the title of a group, which runs over all
// columns.
func alone(r *document.Row) bool {
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
