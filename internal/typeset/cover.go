package typeset

import (
	"briefing/internal/document"
)

// coverEntry is a line of the contents.
type coverEntry struct {
	level                int
	number, title, place string
}

// cover sets the title page: organisation, title, the facts, then the contents
// with leaders, and at the foot who it is for and who answers for it.
func (s *setter) cover(c document.Cover, w float64) []piece {
	var st stack
	org := look{SansBold, 9.5, 12.4, Ink}
	for _, line := range c.Organisation {
		st.lines(s.lines(org.plain(line), layout{width: 0.5 * w}), 0, org.leading, org.size)
	}
	bottom := st.y
	st.y = 0
	s.restriction(&st, w)
	st.y = max(bottom+24, st.y+24, 53.5)
	st.add(0,
		Line{X2: w, Y1: 0.375, Y2: 0.375, Width: 0.75, Color: Accent},
		Rect{W: 22 * MM, H: 3, Fill: color(Accent)},
	)
	st.gap(10)
	kicker, sub := look{SansBold, 10, 13, Accent}, look{Serif, 14, 19, Ink}
	st.lines(s.lines(kicker.plain(c.Kicker), layout{width: w}), 0, kicker.leading, kicker.size)
	st.gap(5)
	title, lines := s.coverTitle(c.Title, w)
	st.lines(lines, 0, title.leading, title.size)
	st.gap(5)
	st.lines(s.lines(sub.plain(c.Subtitle), layout{width: w}), 0, sub.leading, sub.size)
	st.gap(18)
	s.coverFacts(&st, c.Facts, w)
	st.gap(14)
	p := st.piece()
	p.keep = c.Contents
	foot := s.coverFoot(c, w)
	if room := s.full - foot.h; room > p.h {
		p.boxes = append(p.boxes, moved(foot.boxes, 0, room)...)
		p.reserve = foot.h + 8
		foot.boxes = nil
	}
	out := []piece{p}
	if c.Contents {
		out = append(out, s.contentsFor(s.full-p.h-p.reserve, w)...)
	}
	if foot.boxes != nil {
		out = append(out, spaced([]piece{foot}, 20, 0)...)
	}
	return out
}

// restriction sets the mark and the copy number at the top right.
func (s *setter) restriction(st *stack, w float64) {
	k := look{SansBold, 9.5, 12.4, Ink}
	for _, line := range s.mark {
		st.lines(s.lines(k.plain(line), layout{width: 0.45 * w, align: flushRight}), 0.55*w, k.leading, k.size)
		k.face = Sans
	}
}

// coverTitle takes the largest size at which the title stands on three lines.
func (s *setter) coverTitle(text string, w float64) (look, []textLine) {
	for size := 27.0; ; size -= 1 {
		k := look{SansBold, size, size * 32 / 27, Ink}
		ls := s.lines(k.plain(text), layout{width: w, even: true})
		if len(ls) <= 3 && size <= 24 || len(ls) <= 2 || size <= 18 {
			return k, ls
		}
	}
}

// coverFacts sets captioned values in cells between hairlines.
func (s *setter) coverFacts(st *stack, facts []document.LabelValue, w float64) {
	if len(facts) == 0 {
		return
	}
	label := look{Sans, 7.75, 12, Secondary}
	const pad = 11.5
	share := s.factShares(facts)
	top, bottom, x := st.y, st.y, 0.0
	for i, f := range facts {
		cw := w * share[i]
		in := 0.0
		if i > 0 {
			in = pad
		}
		st.y = top
		st.lines(s.lines(label.plain(f.Label), layout{width: cw - in - 4}), x+in, label.leading, label.size)
		for j, line := range f.Lines {
			k := look{SansSemi, 9, 12, Ink}
			if i == len(facts)-1 && j > 0 {
				k.face = Sans
			}
			st.lines(s.lines(k.plain(line), layout{width: cw - in - 4}), x+in, k.leading, k.size)
		}
		bottom = max(bottom, st.y)
		x += cw
	}
	x = 0
	for i := range facts {
		if i > 0 {
			st.y = top
			st.add(x, Line{Y2: bottom - top, Width: 0.5, Color: Hairline})
		}
		x += w * share[i]
	}
	st.y = bottom
}

// factShares divides the width by what the cells hold, within reason.
func (s *setter) factShares(facts []document.LabelValue) []float64 {
	share, sum := make([]float64, len(facts)), 0.0
	for i, f := range facts {
		n := s.width(Sans, 7.75, f.Label)
		for _, line := range f.Lines {
			n = max(n, s.width(SansSemi, 9, line))
		}
		share[i] = min(max(n, 70), 170) + 16
		sum += share[i]
	}
	for i := range share {
		share[i] /= sum
	}
	return share
}

// coverFoot is the block at the foot of the cover.
func (s *setter) coverFoot(c document.Cover, w float64) piece {
	var st stack
	if n := len(c.Sign); n > 0 {
		st.add(0, Line{X2: w, Width: 0.75, Color: Ink})
		st.gap(6)
		label, text := look{Sans, 8.25, 11.6, Secondary}, look{Sans, 8.5, 11.6, Ink}
		cw := (w - 22*float64(n-1)) / float64(n)
		top, bottom := st.y, st.y
		for i, v := range c.Sign {
			x := float64(i) * (cw + 22)
			st.y = top
			st.lines(s.lines(label.plain(v.Label), layout{width: cw}), x, label.leading, label.size)
			body, name := v.Lines, ""
			if i > 0 && len(body) > 1 {
				body, name = body[:len(body)-1], body[len(body)-1]
			}
			for _, line := range body {
				st.lines(s.lines(text.plain(line), layout{width: cw}), x, text.leading, text.size)
			}
			if i > 0 {
				st.y = max(st.y+4, top+3*text.leading)
				st.lines(s.lines(text.plain(name), layout{width: cw, align: flushRight}), x, text.leading, text.size)
				if name == "" {
					st.gap(text.leading)
				}
				st.add(x, Line{X2: cw, Width: 0.6, Color: Ink})
			}
			bottom = max(bottom, st.y)
		}
		st.y = bottom
	}
	if c.City != "" {
		// The city stands in the foot line, below the text block.
		k := sourceLook()
		y := st.y
		st.gap(17)
		st.lines(s.lines(k.plain(c.City), layout{width: w, align: centred}), 0, k.leading, k.size)
		st.y = max(y, st.y-24)
	}
	return st.piece()
}

// contentsFor are the contents: all lines of them, or the sections without their
// parts where only these have room on the cover. A page with a few lines is worse.
func (s *setter) contentsFor(room, w float64) []piece {
	all := s.contents(s.entries, w)
	if height(all) <= room {
		return all
	}
	var top []coverEntry
	for _, e := range s.entries {
		if e.level <= 1 {
			top = append(top, e)
		}
	}
	if short := s.contents(top, w); height(short) <= room {
		return short
	}
	return all
}

// contents are the lines of the contents, with places for page numbers.
func (s *setter) contents(entries []coverEntry, w float64) []piece {
	if len(entries) == 0 {
		return nil
	}
	var st stack
	head, page := look{SansBold, 11.5, 16, Ink}, look{Sans, 7.75, 16, Secondary}
	st.add(0, Line{X2: w, Width: 0.75, Color: Ink})
	st.gap(3.5)
	top := st.y
	st.lines(s.lines(head.plain(s.words.Contents), layout{width: w}), 0, head.leading, head.size)
	st.y = top
	st.lines(s.lines(page.plain(s.words.Page), layout{width: w, align: flushRight}), 0, page.leading, page.size)
	st.gap(1.5)
	p := st.piece()
	p.keep = true
	out := []piece{p}
	for _, e := range entries {
		out = append(out, s.contentsLine(e, w))
	}
	return out
}

func (s *setter) contentsLine(e coverEntry, w float64) piece {
	const numberW, subW, pageW = 9 * MM, 11 * MM, 21.0
	number, title := look{SansBold, 9.5, 14.4, Accent}, look{SansBold, 9.5, 14.4, Ink}
	x := 0.0
	in := numberW
	if e.level > 1 {
		number, title = look{Sans, 8.75, 12, Secondary}, look{Sans, 8.75, 12, Ink}
		x, in = numberW, subW
	}
	var st stack
	st.lines(s.lines(number.plain(e.number), layout{width: in}), x, number.leading, number.size)
	st.y = 0
	ls := s.lines(title.plain(e.title), layout{width: w - x - in - pageW - 20})
	st.lines(ls, x+in, title.leading, title.size)
	h := st.y
	y := h - title.leading + baseline(title.leading, title.size)
	if len(ls) > 0 {
		from := x + in + ls[len(ls)-1].w + 4
		st.boxes = append(st.boxes, Line{
			X1: from, X2: w - pageW, Y1: y, Y2: y, Width: 0.6, Color: Secondary, Dash: []float64{0.6, 1.2},
		})
	}
	st.boxes = append(st.boxes,
		pageRef{x: w, y: y, style: title.style(), target: e.place},
		Link{W: w, H: h, target: "#" + e.place},
	)
	return piece{h: h, boxes: st.boxes}
}
