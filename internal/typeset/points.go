package typeset

import "briefing/internal/document"

// points sets messages: with titles as the messages of the summary, without
// them as talking points, ruled, with the order of use at the right.
func (s *setter) points(b document.Points, w float64) []piece {
	var out []piece
	for _, p := range b.Items {
		var ps []piece
		if p.Title != "" {
			ps = s.titledPoint(p, w)
		} else {
			ps = s.spokenPoint(p, w)
		}
		out = append(out, region(ps, w, p.Origin)...)
	}
	return out
}

// pointIndent is where the text stands right of the number.
const pointIndent = 8 * MM

func (s *setter) titledPoint(p document.Point, w float64) []piece {
	number := look{SansBold, 15, 13, Accent}
	title, text := chartTitleLook(), textLook()
	l := layout{width: w - pointIndent, prose: true}
	out := kept(linePieces(s.lines(title.plain(p.Title), l), pointIndent, title.leading, title.size), true)
	if len(out) > 0 && p.Number != "" {
		var st stack
		st.gap(baseline(title.leading, title.size) - baseline(number.leading, number.size) + 1)
		st.lines(s.lines(number.plain(p.Number), layout{width: pointIndent}), 0, number.leading, number.size)
		out[0].boxes = append(st.boxes, out[0].boxes...)
	}
	out = append(out, spaced(linePieces(s.lines(s.spans(text, p.Runs), l), pointIndent, text.leading, text.size), 1.5, 0)...)
	if p.Tail != "" {
		src := sourceLook()
		if n := len(out); n > 0 {
			out[n-1].keep = true
		}
		out = append(out, spaced(linePieces(s.lines(src.plain(p.Tail), l), pointIndent, src.leading, src.size), 1.5, 0)...)
	}
	return spaced(out, 6, 6)
}

// narrow is the width in points below which points are set smaller: a card.
const narrow = 300

// tagWidth is the column at the right of talking points.
const tagWidth = 75

// spokenPoint is one talking point; its padding gives way when a page is
// closed up.
func (s *setter) spokenPoint(p document.Point, w float64) []piece {
	const pad = 3
	out := s.padded(p, w, pad)
	out.closer = func(f float64) piece { return s.padded(p, w, pad*f) }
	return []piece{out}
}

func (s *setter) padded(p document.Point, w, pad float64) piece {
	text, number := bodyLook(), look{SansBold, 11.5, 16, Accent}
	if w < narrow {
		text.size, text.leading = 10.5, 13.5
		number.size, number.leading = 10.5, 13.5
	}
	textW := w - pointIndent
	if p.Tag != "" || p.Tail != "" {
		textW -= tagWidth + 12
	}
	var st, side stack
	st.gap(pad)
	top := st.y
	st.lines(s.lines(number.plain(p.Number), layout{width: pointIndent}), 0, number.leading, number.size)
	st.y = top
	st.lines(s.lines(s.spans(text, p.Runs), layout{width: textW, prose: true}), pointIndent, text.leading, text.size)
	side.gap(pad)
	x := w - tagWidth
	if p.Tag != "" {
		side.gap(2)
		side.y += s.tag(&side, p.Tag, x)
	}
	tail := look{SansSemi, 7.25, 9.8, Secondary}
	side.gap(2)
	side.lines(s.lines(tail.plain(p.Tail), layout{width: tagWidth}), x, tail.leading, tail.size)
	st.boxes = append(st.boxes, side.boxes...)
	st.y = max(st.y, side.y) + pad
	st.add(0, Line{X1: 0, X2: w, Width: 0.5, Color: Hairline})
	return st.piece()
}

// tag frames a short text and returns its height.
func (s *setter) tag(st *stack, text string, x float64) float64 {
	const pad = 3.2
	k := look{Sans, 7, 8.7, Ink}
	ls := s.lines(k.plain(text), layout{width: tagWidth - 2*pad})
	w := 0.0
	for _, l := range ls {
		w = max(w, l.w)
	}
	h := float64(len(ls))*k.leading + 1.8
	top := st.y
	st.add(x, Rect{W: w + 2*pad, H: h, Stroke: color(Ink), Width: 0.6})
	st.gap(0.9)
	st.lines(ls, x+pad, k.leading, k.size)
	st.y = top
	return h
}

// signOff sets the lines to sign: what for, the post at the left, a rule, the
// name at the right.
func (s *setter) signOff(b document.SignOff, w float64) []piece {
	label, text := look{Sans, 7.75, 10.5, Secondary}, look{Sans, 9, 12, Ink}
	var out []piece
	for _, l := range b.Lines {
		var st stack
		st.lines(s.lines(label.plain(l.Label), layout{width: w}), 0, label.leading, label.size)
		post := s.lines(text.plain(l.Post), layout{width: 0.48 * w})
		st.lines(post, 0, text.leading, text.size)
		if len(post) == 0 {
			st.gap(text.leading)
		}
		y := st.y
		st.add(0, Line{X1: 0.52 * w, X2: 0.72 * w, Y1: 0, Y2: 0, Width: 0.6, Color: Ink})
		name := s.lines(text.plain(l.Name), layout{width: 0.24 * w, align: flushRight})
		st.y -= text.leading * float64(max(len(name), 1))
		st.lines(name, 0.76*w, text.leading, text.size)
		st.y = y
		out = append(out, spaced([]piece{st.piece()}, 12, 12)...)
	}
	return out
}
