package typeset

import (
	"briefing/internal/document"
)

// row sets one row with its rule below. A row taller than a page can be cut
// between its lines.
func (ts *tableSetter) row(i int, most float64) piece {
	if ts.alone(i) {
		return ts.groupRow(i)
	}
	texts, h := ts.setRow(i, func(int) bool { return true })
	p := ts.framed(i, texts, h)
	if p.h > most {
		p.halve = ts.rowCutter(i, texts, p.h)
	}
	return region([]piece{p}, ts.w, ts.t.Rows[i].Origin)[0]
}

// setRow sets those cells of a row that are wanted, and tells its height.
func (ts *tableSetter) setRow(i int, wanted func(j int) bool) (texts []Box, h float64) {
	h = ts.k.padY + ts.k.body.leading
	for j := range ts.cols {
		if !wanted(j) {
			continue
		}
		st := stack{}
		st.gap(ts.k.padY)
		ts.setCell(&st, i, j)
		texts = append(texts, st.boxes...)
		h = max(h, st.y)
	}
	return texts, h + ts.k.padY
}

// framed puts ground and rule around the boxes of a row.
func (ts *tableSetter) framed(i int, texts []Box, h float64) piece {
	r := ts.t.Rows[i]
	p := piece{h: h}
	if r.Kind == document.GroupRow && ts.t.Dense {
		p.boxes = append(p.boxes, Rect{W: ts.w, H: h, Fill: color(Soft)})
	}
	if r.Anchor != "" {
		p.boxes = append(p.boxes, anchor{name: r.Anchor})
	}
	width, ink := ts.ruleBelow(i)
	p.boxes = append(p.boxes, texts...)
	p.boxes = append(p.boxes, Line{X2: ts.w, Y1: h, Y2: h, Width: width, Color: ink})
	return p
}

// ruleBelow is the rule under a row: heavier around a total and at the end.
func (ts *tableSetter) ruleBelow(i int) (float64, Color) {
	rows := ts.t.Rows
	switch {
	case rows[i].Kind == document.TotalRow:
		return 1, Ink
	case i+1 == len(rows), rows[i+1].Kind == document.TotalRow:
		return 0.75, Ink
	}
	return 0.35, Hairline
}

// groupRow is the title of a group of rows over all columns.
func (ts *tableSetter) groupRow(i int) piece {
	var st stack
	st.gap(ts.k.padY)
	if !ts.t.Dense && i > 0 {
		st.gap(2.5)
	}
	if cells := ts.cells[i]; len(cells) > 0 {
		st.lines(ts.lines(cells[0].spans, layout{width: ts.w}), 0, ts.k.body.leading, ts.k.body.size)
	}
	return ts.framed(i, st.boxes, st.y+ts.k.padY)
}

// setCell sets a cell from the stack's place down.
func (ts *tableSetter) setCell(st *stack, i, j int) {
	c, col, k := &ts.cells[i][j], &ts.cols[j], ts.k.body
	x, w := col.x, col.w
	if j == ts.name {
		in := min(float64(ts.t.Rows[i].Indent)*ts.k.indent, w/2)
		x, w = x+in, w-in
	}
	if side := min(photoSide, w); c.photo != nil && side > 0 {
		st.gap(photoGap)
		st.add(x, Picture{W: side, H: side, Image: c.photo})
		st.gap(side + photoGap)
	}
	switch {
	case c.spark != nil:
		h := max(min(k.leading-2, 9), 5)
		if w >= sparkLeast/2 { // else the column is squeezed to nothing
			st.add(x, Plot{Y: (k.leading - h) / 2, W: min(w, sparkWidth), H: h, Chart: c.spark})
		}
		st.gap(k.leading)
	case c.number:
		ts.setNumber(st, c, col)
	case ts.t.Columns[j].Kind == document.NumberColumn:
		right := col.x + col.w - col.slot
		if c.short && col.separated {
			right -= col.fracW
		}
		ls := ts.lines(c.spans, layout{width: right - x, align: flushRight, cell: true})
		if c.short || ts.spansWidth(c.spans) <= right-x {
			st.lines(ls, x, k.leading, k.size)
		} else {
			st.lines(ts.lines(c.spans, layout{width: w, align: flushRight, cell: true}), x, k.leading, k.size)
		}
		ts.setMark(st, c, right)
	default:
		st.lines(ts.lines(c.spans, layout{width: w, cell: true}), x, k.leading, k.size)
	}
	if c.sub != "" {
		sub, a, sw := ts.k.sub, ragged, w
		if ts.t.Columns[j].Kind == document.NumberColumn {
			a, sw = flushRight, col.w-col.slot
			if ts.leastWidth(sub.plain(c.sub)) > sw {
				sw = col.w
			}
		}
		st.lines(ts.lines(sub.plain(c.sub), layout{width: sw, align: a}), x, sub.leading, sub.size)
	}
}

// photoGap is the air over and under a photograph.
const photoGap = 2.5

// setNumber sets a number with its separator at the column's.
func (ts *tableSetter) setNumber(st *stack, c *cell, col *column) {
	k := ts.k.body
	digits, face := SansTab, Sans
	if c.bold {
		digits, face = SansTabSemi, SansSemi
	}
	f := 1.0
	if need := col.wholeW + col.fracW + col.slot; need > col.w && need > 0 {
		f = max(col.w, 1) / need // squeezed: smaller rather than over its neighbour
	}
	k.size *= f
	right := col.x + col.w - col.slot*f
	x := right - (col.fracW+c.wholeW)*f
	y := st.y + baseline(k.leading, k.size)
	put := func(f Face, text string) {
		for _, part := range ts.fragments(f, k.size, text) {
			st.boxes = append(st.boxes, Text{X: x, Y: y, Face: part.Face, Size: k.size, Color: Ink, S: part.Text})
			x += part.W
		}
	}
	put(face, c.word)
	put(digits, c.whole+c.frac)
	ts.setMark(st, c, x)
	st.y += ts.k.body.leading
}

// setMark sets [e] in its slot behind the number.
func (ts *tableSetter) setMark(st *stack, c *cell, x float64) {
	if c.mark == "" {
		return
	}
	m, y := ts.k.mark, st.y+baseline(ts.k.body.leading, ts.k.body.size)
	if !c.number {
		y -= ts.k.body.leading
	}
	for _, part := range ts.fragments(m.face, m.size, "["+c.mark+"]") {
		st.boxes = append(st.boxes, Text{X: x + 1.2, Y: y, Face: part.Face, Size: m.size, Color: m.color, S: part.Text})
		x += part.W
	}
}

// rowCutter cuts a row that is taller than a page between lines: every text
// goes to the part in which its baseline lies.
func (ts *tableSetter) rowCutter(i int, texts []Box, h float64) halver {
	return func(room float64) (first, rest piece, ok bool) {
		at := room - ts.k.padY
		if at < 2*ts.k.body.leading || at > h-ts.k.body.leading {
			return first, rest, false
		}
		var up, down []Box
		lowest := h
		for _, b := range texts {
			if y := topOf(b, ts.k.body.leading); y+ts.k.body.leading > at {
				down, lowest = append(down, b), min(lowest, y)
				continue
			}
			up = append(up, b)
		}
		if len(up) == 0 || len(down) == 0 {
			return first, rest, false
		}
		shift := ts.k.padY - lowest
		first = ts.framed(i, up, room)
		rest = ts.framed(i, moved(down, 0, shift), h+shift)
		rest.again = ts.again
		if rest.h > room {
			rest.halve = ts.rowCutter(i, moved(down, 0, shift), rest.h)
		}
		rest.keep = false
		return first, rest, true
	}
}

// topOf is the top of the line that a box of a cell stands on.
func topOf(b Box, leading float64) float64 {
	switch b := b.(type) {
	case Text:
		return b.Y - baseline(leading, b.Size)
	case Link:
		return b.Y - 0.2*leading
	case Line:
		return min(b.Y1, b.Y2) - leading/2
	case Rect:
		return b.Y - leading/4
	case Picture:
		return b.Y
	case Circle:
		return b.Y - leading/2
	case Polygon:
		if len(b.Points) > 0 {
			return b.Points[0].Y - leading*0.7
		}
	}
	return 0
}
