package xlsx

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"briefing/internal/bookkey"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// sheet is one table on its way.
type sheet struct {
	*output
	name, table string
	part        string // of the package
	in          *document.Sheet
	formulas    map[document.CellAt]formula
	notes       bool // some cell has a word, a mark or a second line
	widths      []float64
	cells       []excelize.Cell // of the row being written
	scratch     document.Row
	keys        []bookkey.Column // of the hidden column; nil in a book without it
	keyed       map[string]bool  // the records that have a row
	said        saidOver         // the lines over the table
	onPaper     paper
}

func (s *sheet) columns() int {
	n := len(s.in.Table.Columns)
	if s.trend() {
		n++
	}
	if s.notes {
		n++
	}
	return n
}

// write tells everything that is not rows before the stream starts:
// afterwards it is silently lost.
func (s *sheet) write() error {
	t := &s.in.Table
	s.formulas = solve(t)
	s.measure()
	s.settleLines()
	if s.book.Keyed {
		s.keys, s.keyed = s.keyColumns(), map[string]bool{}
	}
	if err := s.page(s.name, s.onPaper, "$1:$5"); err != nil {
		return err
	}
	if err := s.printed(); err != nil {
		return err
	}
	if err := s.f.SetCellHyperLink(s.name, at(0, marksRow), quote(s.contents)+"!A1", "Location"); err != nil {
		return err
	}
	if s.drawable() != nil {
		if err := s.chart(); err != nil {
			return err
		}
		if err := s.breakBeforeChart(); err != nil {
			return err
		}
	}
	if err := s.drawn(); err != nil {
		return err
	}
	if err := s.f.SetSheetDimension(s.name, s.extent()); err != nil {
		return err
	}
	if err := s.guard(); err != nil {
		return err
	}
	sw, err := newStream(s.f, s.name)
	if err != nil {
		return err
	}
	if err := s.unlock(sw); err != nil {
		return err
	}
	if err := s.hideKeys(sw); err != nil {
		return err
	}
	if err := setWidths(sw, s.widths); err != nil {
		return err
	}
	if err := sw.SetPanes(&excelize.Panes{Freeze: true, YSplit: headRow, TopLeftCell: at(0, firstRow), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := s.writeLines(sw); err != nil {
		return err
	}
	if err := s.heading(sw); err != nil {
		return err
	}
	s.cells = make([]excelize.Cell, s.wide())
	line := make([]any, len(s.cells))
	for c := range s.cells {
		line[c] = &s.cells[c]
	}
	if t.Long != nil {
		if err := s.later(); err != nil {
			return err
		}
	}
	for r := range t.Rows {
		if err := s.row(r); err != nil {
			return err
		}
		if err := sw.SetRow(at(0, firstRow+r), line, s.height()...); err != nil {
			return err
		}
	}
	if err := s.chartRows(sw); err != nil {
		return err
	}
	if t.Len() > 0 {
		last := at(s.wide()-1, firstRow+t.Len()-1)
		stripes := true
		err := sw.AddTable(&excelize.Table{Range: at(0, headRow) + ":" + last, Name: s.table, StyleName: "TableStyleLight1", ShowRowStripes: &stripes})
		if err != nil {
			return err
		}
	}
	return sw.Flush()
}

// setWidths sets the columns from the last to the first, after those to their
// right: the stream puts each before the others and Excel wants them in order.
func setWidths(sw stream, widths []float64) error {
	for i, w := range slices.Backward(widths) {
		if err := sw.SetColWidth(i+1, i+1, w); err != nil {
			return err
		}
	}
	return nil
}

// extent is the range that has cells: the table with the lines over it, and
// the numbers of the chart. Readers of large sheets believe what is said here.
func (s *sheet) extent() string {
	col, row := s.wide()-1, max(firstRow+s.in.Table.Len()-1, headRow)
	if c := s.drawable(); c != nil {
		col = max(col, s.chartColumn()+len(seriesOf(c)))
		row = s.chartTop() + max(len(c.Categories), chartRows)
	}
	if s.keys != nil {
		col = max(col, s.apart())
	}
	return "A1:" + at(max(col, 0), row)
}

// Sizes in pixels, and of letters in points.
const (
	digitPixels = 7
	usualColumn = 64
	longLine    = 3300 // two pages side by side
	titleSize   = 14
	boldWider   = 1.15 // than plain letters, where another font takes the place of ours too
	textSize    = 11
)

// height gives a row whose texts wrap the height of its lines: not every
// program finds it by itself.
func (s *sheet) height() []excelize.RowOpts {
	most := 1
	for i := range s.cells {
		text, isText := s.cells[i].Value.(string)
		if isText && i < len(s.widths) {
			most = max(most, wrapped(text, s.widths[i]))
		}
	}
	if most == 1 {
		return nil
	}
	return []excelize.RowOpts{{Height: min(float64(most)*rowHeight, maxHeight)}}
}

// measure finds widths and whether a column of notes is needed.
func (s *sheet) measure() {
	t := &s.in.Table
	s.widths = make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		s.widths[i] = width(head(c)) + 3
	}
	notes := width(noteHead(s.book)) + 2
	for r := range t.Len() {
		row := t.Row(r, &s.scratch)
		for c := range row.Cells {
			if c >= len(t.Columns) {
				break
			}
			cell := &row.Cells[c]
			w := width(s.text(t.Columns[c], cell)) + 1.5
			if cell.Number.Valid {
				w = numberWidth(cell.Number.Decimal, decimals(t.Columns[c], cell.Number.Decimal), t.Columns[c].Signed) + 1.5
			}
			s.widths[c] = max(s.widths[c], w)
		}
		if n := t.RowNote(row, head); n != "" {
			s.notes = true
			notes = max(notes, width(n)+1)
		}
	}
	for c := range s.widths {
		if s.inset(c) {
			s.widths[c] += insetWidth
		}
	}
	if s.inset(len(t.Columns)) {
		notes += insetWidth
	}
	if s.trend() {
		s.widths = append(s.widths, trendWidth)
	}
	if s.notes {
		s.widths = append(s.widths, notes)
	}
	for i := range s.widths {
		s.widths[i] = min(max(s.widths[i], 7), 60)
	}
}

// inset reports whether texts of a column, the last of which is that of notes, stand
// a step from its left edge: a number ends at it.
func (s *sheet) inset(c int) bool {
	columns := s.in.Table.Columns
	if c == 0 || columns[c-1].Kind != document.NumberColumn {
		return false
	}
	return c < len(columns) && columns[c].Kind == document.TextColumn || c == len(columns) && !s.trend()
}

// insetWidth is what a step takes, in characters.
const insetWidth = 1.5

// row fills the cells of one row.
func (s *sheet) row(r int) error {
	t := &s.in.Table
	in := t.Row(r, &s.scratch)
	bold := in.Kind == document.TotalRow || in.Kind == document.GroupRow
	cells := s.cells
	for c, col := range t.Columns {
		k := excelizeStyle{bold: bold, top: in.Kind == document.TotalRow, right: col.Kind == document.NumberColumn, inset: s.inset(c), wrap: col.Kind == document.TextColumn, open: s.guarded()}
		if c >= len(in.Cells) {
			k.right = false
			id, err := s.style(k)
			if err != nil {
				return err
			}
			cells[c] = excelize.Cell{StyleID: id}
			continue
		}
		cell := &in.Cells[c]
		out := excelize.Cell{}
		if v, ok := float(cell.Number); ok {
			k.format, k.wrap, k.right, k.inset = format(decimals(col, cell.Number.Decimal), col.Signed), false, true, false
			out.Value = v
			if f, live := s.formulas[document.CellAt{Row: r, Col: c}]; live && f.defined {
				out.Formula, out.Value = f.text, f.value
				k.open = false
			}
		} else {
			text := s.text(col, cell)
			if c == 1 && in.Indent > 0 {
				text = strings.Repeat("  ", in.Indent) + text
			}
			k.text = risky(text)
			out.Value = text
		}
		id, err := s.style(k)
		if err != nil {
			return err
		}
		out.StyleID = id
		cells[c] = out
	}
	if s.trend() {
		id, err := s.style(excelizeStyle{top: in.Kind == document.TotalRow, open: s.guarded()})
		if err != nil {
			return err
		}
		cells[len(t.Columns)] = excelize.Cell{StyleID: id}
	}
	if s.notes {
		id, err := s.style(excelizeStyle{grey: true, inset: s.inset(len(t.Columns)), wrap: true, top: in.Kind == document.TotalRow, open: s.guarded()})
		if err != nil {
			return err
		}
		cells[s.columns()-1] = excelize.Cell{StyleID: id, Value: t.RowNote(in, head)}
	}
	return s.key(r, in)
}

// text is what a cell without a number says.
func (s *sheet) text(col document.Column, c *document.Cell) string {
	if c.IsRange() {
		return rangeText(s.book.Lang, col, c)
	}
	return clean(c.Says())
}

func noteHead(b *document.Book) string { return lang.T(b.Lang, "xlsx.note") }
