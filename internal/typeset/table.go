package typeset

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"briefing/internal/document"
)

// tableLook is the look of a body table or of a dense one of the annex.
type tableLook struct {
	title, body, head, sub, mark look
	padX, padY                   float64
	slot                         float64 // of a mark behind its number
	indent                       float64 // of a row, each level
}

func lookOf(dense bool) tableLook {
	k := tableLook{
		title: look{Sans, 9, 12, Ink}, body: look{Sans, 8.5, 11, Ink}, head: look{SansSemi, 7.75, 9.5, Ink},
		sub: look{Sans, 6.9, 9, Secondary}, mark: look{Sans, 6.75, 11, Secondary},
		padX: 2.6, padY: 3, slot: 11.5, indent: 8.5,
	}
	if dense {
		k.body, k.head = look{Sans, 7.25, 9.6, Ink}, look{SansSemi, 7.25, 9, Ink}
		k.sub, k.mark = look{Sans, 6.25, 8, Secondary}, look{Sans, 6, 9.6, Secondary}
		k.padX, k.padY, k.slot, k.indent = 1.9, 2, 9.5, 7.5
	}
	return k
}

// scaled is the look made smaller, for a table wider than its page.
func (k tableLook) scaled(f float64) tableLook {
	for _, l := range []*look{&k.body, &k.head, &k.sub, &k.mark} {
		l.size, l.leading = l.size*f, l.leading*f
	}
	k.padX, k.slot, k.indent = k.padX*f, k.slot*f, k.indent*f
	return k
}

// tableSetter sets one table.
type tableSetter struct {
	*setter
	t     *document.Table
	k     tableLook
	w     float64
	cells [][]cell
	cols  []column
	name  int     // the text column that is indented
	again []piece // title and head at the top of a further page
}

// leastTrend is how many periods make a course that is worth a line.
const leastTrend = 4

// withTrend adds the column of lines of a table whose trend has a title.
func withTrend(t document.Table) document.Table {
	from, to := t.Trend.From, t.Trend.To
	if t.Trend.Title == "" || from < 0 || to >= len(t.Columns) || to-from+1 < leastTrend {
		return t
	}
	t.Columns = append(slices.Clone(t.Columns), document.Column{Key: "trend", Title: t.Trend.Title, Weight: 1})
	t.Rows = slices.Clone(t.Rows)
	for i := range t.Rows {
		r := &t.Rows[i]
		if len(r.Cells) != len(t.Columns)-1 {
			continue
		}
		line := document.Cell{}
		for _, c := range r.Cells[from : to+1] {
			line.Spark = append(line.Spark, c.Number)
		}
		if r.Kind == document.GroupRow {
			line.Spark = nil
		}
		r.Cells = append(slices.Clone(r.Cells), line)
	}
	return t
}

func (s *setter) table(t document.Table, w float64) []piece { return s.tableLike(t, nil, w) }

// tableLike sets a table with columns as wide as those of another of the same
// columns, if there is one.
func (s *setter) tableLike(t document.Table, like *document.Table, w float64) []piece {
	if len(t.Columns) == 0 {
		return nil
	}
	t = withTrend(t)
	ts := &tableSetter{setter: s, t: &t, k: lookOf(t.Dense), w: w}
	ts.measure()
	if like != nil {
		ts.widthsOf(like)
	} else {
		ts.widths()
	}
	title := ts.title(t.Label, false)
	head := ts.head()
	out := append(append([]piece{}, title...), head)
	ts.again = kept(append(ts.title(ts.continued(), true), head), true)
	again := ts.again // with the line of the group that a row belongs to
	for i := range t.Rows {
		if t.Rows[i].Kind != document.BodyRow {
			again = ts.again
		}
		p := ts.row(i, s.full-height(again)-2)
		if i > 0 {
			p.again = again
		}
		out = append(out, p)
		if t.Rows[i].Kind == document.GroupRow {
			again = append(slices.Clone(ts.again), ts.opened(i))
		}
	}
	ts.keepRows(out[len(title)+1:])
	if ps := ts.notes(); len(ps) > 0 {
		out[len(out)-1].keep = true
		out = append(out, spaced(kept(ps, false), 3.5, 0)...)
	}
	kept(out[:len(title)+1], true)
	return spaced(out, 10, 9)
}

// opened is the line of a group as it stands once more under the head of a
// further page: its words, and no numbers, which would be read twice.
func (ts *tableSetter) opened(i int) piece {
	var p piece
	if ts.alone(i) {
		p = ts.groupRow(i)
	} else {
		texts, h := ts.setRow(i, func(j int) bool {
			return ts.t.Columns[j].Kind != document.NumberColumn && ts.cells[i][j].spark == nil
		})
		p = ts.framed(i, texts, h)
	}
	p.keep = true
	p.boxes = slices.DeleteFunc(p.boxes, func(b Box) bool { _, target := b.(anchor); return target })
	return p
}

// keepRows ties a group to its first row, the total and the last row to the
// rows before them, and the first row to the second: none stands alone under
// the head or on the next page.
func (ts *tableSetter) keepRows(rows []piece) {
	n := len(rows)
	for i := range rows {
		switch {
		case i == n-1:
		case ts.t.Rows[i].Kind == document.GroupRow, ts.t.Rows[i+1].Kind == document.TotalRow, i == 0, i == n-2:
			rows[i].keep = true
		}
	}
}

// title is «Таблица 5 — Экспорт …, млн долл. США» with the stamp at its right;
// the continued one stands above the repeated head.
func (ts *tableSetter) title(label string, continued bool) []piece {
	var st stack
	stampW := 0.0
	if ts.t.Stamp != "" {
		dy := 0.0
		if ts.w < narrowTitle {
			dy = -1.5 // clear of the title under it, as over a chart
		}
		stampW = ts.stamp(&st, ts.t.Stamp, ts.w, dy)
		if ts.w < narrowTitle {
			st.gap(chartLabelLook().leading)
			stampW = 0
		}
	}
	k := ts.k.title
	bold := k
	bold.face = SansBold
	var spans []span
	text := ts.t.Title
	if !continued {
		text = document.WithUnit(text, ts.t.Unit, ts.lang)
	}
	switch {
	case label == "" && ts.t.Label == "" && !continued:
		bold.size, bold.leading = 10.5, 13.5
		spans = bold.plain(text)
	case label == "":
		spans = k.plain(text)
	default:
		spans = bold.plain(label)
		if text != "" {
			spans = append(spans, k.plain(" — "+text)...)
		}
	}
	st.lines(ts.lines(spans, layout{width: max(ts.w-stampW, 60)}), 0, k.leading, k.size)
	if st.y == 0 {
		return nil
	}
	st.gap(3)
	p := st.piece()
	p.keep = true
	return []piece{p}
}

// continued is «Продолжение таблицы А.3».
func (ts *tableSetter) continued() string {
	if ts.t.Label == "" || ts.words.Continuation == "" {
		return ts.t.Label
	}
	if !strings.Contains(ts.words.Continuation, "%s") {
		return ts.words.Continuation
	}
	return fmt.Sprintf(ts.words.Continuation, numberOf(ts.t.Label))
}

// numberOf is the number in a label: what follows its last space, or its
// Chinese word.
func numberOf(label string) string {
	if i := strings.LastIndexAny(label, " \u00a0"); i >= 0 {
		return strings.TrimLeft(label[i:], " \u00a0")
	}
	return strings.TrimLeftFunc(label, func(r rune) bool { return isHan(r) || unicode.IsSpace(r) })
}

// head is the row of column titles between rules, with spanning heads above.
func (ts *tableSetter) head() piece {
	k := ts.k.head
	var st stack
	st.add(0, Line{X2: ts.w, Y1: 0, Y2: 0, Width: 1, Color: Ink})
	most := 0
	if len(ts.t.Groups) > 0 {
		ts.spanning(&st)
	}
	for _, c := range ts.cols {
		most = max(most, len(c.title))
	}
	st.gap(ts.k.padY)
	top := st.y
	for i, c := range ts.cols {
		st.y = top + float64(most-len(c.title))*k.leading
		for _, l := range c.title {
			x := c.x
			if ts.t.Columns[i].Kind == document.NumberColumn {
				x = c.x + c.w - l.w
			}
			st.lines([]textLine{l}, x, k.leading, k.size)
		}
	}
	st.y = top + float64(most)*k.leading + ts.k.padY
	st.add(0, Line{X2: ts.w, Width: 0.5, Color: Ink})
	p := st.piece()
	p.keep = true
	return p
}

// spanning sets heads over several columns.
func (ts *tableSetter) spanning(st *stack) {
	k := ts.k.head
	st.gap(ts.k.padY)
	top, most := st.y, 0
	var set [][]textLine
	for _, g := range ts.t.Groups {
		from, to := ts.span(g)
		w := ts.cols[to].x + ts.cols[to].w - ts.cols[from].x
		ls := ts.lines(k.plain(g.Title), layout{width: w, align: centred})
		set, most = append(set, ls), max(most, len(ls))
	}
	for i, g := range ts.t.Groups {
		from, to := ts.span(g)
		x := ts.cols[from].x
		st.y = top + float64(most-len(set[i]))*k.leading
		st.lines(set[i], x, k.leading, k.size)
		st.y = top + float64(most)*k.leading + ts.k.padY
		st.add(x, Line{X2: ts.cols[to].x + ts.cols[to].w - x, Width: 0.35, Color: Secondary})
	}
	st.y = top + float64(most)*k.leading + ts.k.padY
}

func (ts *tableSetter) span(g document.HeadGroup) (from, to int) {
	n := len(ts.cols) - 1
	from = min(max(g.From, 0), n)
	return from, min(max(g.To, from), n)
}

// notes are the notes and the source line under the table.
func (ts *tableSetter) notes() []piece {
	k := sourceLook()
	parts := append([]string{}, ts.t.Notes...)
	if ts.t.Source != "" {
		parts = append(parts, ts.t.Source)
	}
	text := ""
	for _, p := range parts {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if text != "" && !isHan(lastRune(text)) {
			text += " "
		}
		text += p
	}
	return linePieces(ts.lines(k.plain(text), layout{width: ts.w}), 0, k.leading, k.size)
}
