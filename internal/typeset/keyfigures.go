package typeset

import (
	"strings"

	"briefing/internal/document"
)

// keyFigures sets headline figures side by side. The parts of all of them
// stand on common lines, whatever their lengths.
func (s *setter) keyFigures(b document.KeyFigures, w float64) []piece {
	n := len(b.Items)
	if n == 0 {
		return nil
	}
	// Five columns are the narrowest that hold a figure on a large page, three on
	// a small one; more go to a next row, and rows have as many each as they can.
	most := 5
	if w < smallPage {
		most = 3
	}
	rows := (n + most - 1) / most
	most = (n + rows - 1) / rows
	cols := most
	if rows == 1 {
		cols = max(cols, 3)
	}
	var out []piece
	for from := 0; from < n; from += most {
		row := b.Items[from:min(from+most, n)]
		p := s.figureRow(row, (w-gutter*float64(cols-1))/float64(cols))
		if p.h > s.full {
			p.halve = betweenLines(p)
		}
		out = append(out, spaced([]piece{p}, 11, 6)...)
	}
	out[len(out)-1].keep = len(b.Legend) > 0 || b.After != ""
	if ps := s.legend(b, w); len(ps) > 0 {
		out = append(out, spaced(ps, 3, 16)...)
	}
	return out
}

// figureCol is one headline figure broken into its parts.
// A quantity that the source gives in words has them where the others have
// their number.
type figureCol struct {
	word, number, unit, what, change, source []textLine
	inWords                                  bool
}

func (s *setter) figureRow(items []document.KeyFigure, w float64) piece {
	word, unit := look{Sans, 8.25, 11, Secondary}, look{SansSemi, 9, 11, Ink}
	what, change, source := look{Sans, 8.25, 11, Ink}, look{SansSemi, 8.25, 11, Ink}, look{Sans, 7.25, 9.5, Secondary}
	l := layout{width: w}
	cols := make([]figureCol, len(items))
	number, words := look{SansBold, s.numberSize(items, w), 28, Ink}, look{SansBold, 13, 16, Ink}
	for i, f := range items {
		c := figureCol{
			word: s.lines(word.plain(f.Word), l), number: s.lines(number.plain(f.Number), l),
			unit: s.lines(unit.plain(f.Unit), l), what: s.lines(what.plain(f.What), l),
			source: s.lines(source.plain(strings.TrimSpace(f.Source)), l), inWords: f.Number == "",
		}
		if c.inWords {
			c.number, c.unit = s.lines(words.plain(f.Unit), l), nil
		}
		if f.Change != "" || f.Sign != document.NoSign {
			c.change = s.lines([]span{{text: f.Change, sign: f.Sign, style: change.style()}}, l)
		}
		cols[i] = c
	}
	var st stack
	for i := range items {
		st.add(float64(i)*(w+gutter), Rect{W: w, H: 2.25, Fill: color(Accent)})
	}
	st.gap(5.3)
	row := func(k look, part func(figureCol) []textLine, bottom bool) {
		most := 0
		for _, c := range cols {
			most = max(most, len(part(c)))
		}
		top := st.y
		for i, c := range cols {
			ls := part(c)
			st.y = top
			if bottom {
				st.y += float64(most-len(ls)) * k.leading
			}
			st.lines(ls, float64(i)*(w+gutter), k.leading, k.size)
		}
		st.y = top + float64(most)*k.leading
	}
	row(word, func(c figureCol) []textLine { return c.word }, true)
	s.figureNumbers(&st, cols, w, number, words)
	row(unit, func(c figureCol) []textLine { return c.unit }, false)
	st.gap(2.4)
	row(what, func(c figureCol) []textLine { return c.what }, false)
	st.gap(3)
	for i := range items {
		st.add(float64(i)*(w+gutter), Line{X2: w, Width: 0.5, Color: Hairline})
	}
	st.gap(3)
	row(change, func(c figureCol) []textLine { return c.change }, false)
	s.figureStamps(&st, items, w)
	st.gap(2.5)
	row(source, func(c figureCol) []textLine { return c.source }, false)
	p := st.piece()
	for i, f := range items {
		if f.Origin != nil {
			p.boxes = append(p.boxes, Region{X: float64(i) * (w + gutter), W: w, H: p.h, Ref: *f.Origin})
		}
	}
	return p
}

// figureNumbers sets the numbers of a row, and words in place of one, on one
// baseline, that of the last lines.
func (s *setter) figureNumbers(st *stack, cols []figureCol, w float64, number, words look) {
	h := 0.0
	for _, c := range cols {
		if c.inWords {
			h = max(h, float64(len(c.number))*words.leading)
		} else {
			h = max(h, float64(len(c.number))*number.leading)
		}
	}
	top := st.y
	base := h - number.leading + baseline(number.leading, number.size)
	if h < number.leading {
		base = h - words.leading + baseline(words.leading, words.size)
	}
	for i, c := range cols {
		k := number
		if c.inWords {
			k = words
		}
		last := float64(len(c.number)-1)*k.leading + baseline(k.leading, k.size)
		st.y = top + base - last
		st.lines(c.number, float64(i)*(w+gutter), k.leading, k.size)
	}
	st.y = top + h
}

// figureStamps sets the stamps of invented figures under the changes.
func (s *setter) figureStamps(st *stack, items []document.KeyFigure, w float64) {
	k, most := look{SansBold, 6.5, 8.5, Ink}, 0
	top := st.y + 3
	for i, f := range items {
		if f.Stamp == "" {
			continue
		}
		const pad = 3
		ls := s.lines(k.plain(f.Stamp), layout{width: w - 2*pad})
		most = max(most, len(ls))
		x := float64(i) * (w + gutter)
		st.y = top
		st.add(x, Rect{W: w, H: float64(len(ls))*k.leading + 4, Stroke: color(Ink), Width: 0.9})
		st.gap(2)
		st.lines(ls, x+pad, k.leading, k.size)
	}
	if st.y = top - 3; most > 0 {
		st.y = top + float64(most)*k.leading + 4
	}
}

// numberSize is 26 points, or less when the widest number would not fit.
func (s *setter) numberSize(items []document.KeyFigure, w float64) float64 {
	size := 26.0
	for _, f := range items {
		if nw := s.width(SansBold, 26, f.Number); nw > w {
			size = min(size, max(26*w/nw, 11))
		}
	}
	return size
}

func (s *setter) legend(b document.KeyFigures, w float64) []piece {
	if len(b.Legend) == 0 && strings.TrimSpace(b.After) == "" {
		return nil
	}
	k := sourceLook()
	var spans []span
	for _, e := range b.Legend {
		spans = append(spans, span{text: strings.ReplaceAll(e.Text, " ", "\u00a0") + "  \u00a0 ", sign: e.Sign, style: k.style()})
	}
	spans = append(spans, k.plain(b.After)...)
	return linePieces(s.lines(spans, layout{width: w}), 0, k.leading, k.size)
}
