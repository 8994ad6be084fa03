package typeset

import "briefing/internal/document"

// banner sets the head of a short form: on a coloured ground over the full
// width, or under a rule where there is little room.
func (s *setter) banner(b document.Banner, w float64) []piece {
	if b.Filled {
		return s.filledBanner(b, w)
	}
	side := look{Sans, 7.5, 9.5, Secondary}
	title, sub := look{SansBold, 12, 15, Ink}, look{Serif, 9.5, 12.5, Secondary}
	left := w * 0.72
	if len(b.Side) == 0 {
		left = w
	}
	var st, right stack
	st.add(0, Rect{W: w, H: 2.6, Fill: color(Accent)})
	st.gap(6)
	right.y = st.y
	st.lines(s.lines(side.plain(b.Kicker), layout{width: left}), 0, side.leading, side.size)
	st.lines(s.lines(title.plain(b.Title), layout{width: left, even: true}), 0, title.leading, title.size)
	st.lines(s.lines(sub.plain(b.Subtitle), layout{width: left}), 0, sub.leading, sub.size)
	for _, line := range b.Side {
		right.lines(s.lines(side.plain(line), layout{width: w - left - 4, align: flushRight}), left+4, side.leading, side.size)
	}
	st.boxes = append(st.boxes, right.boxes...)
	st.y = max(st.y, right.y) + 3
	st.add(0, Line{X2: w, Width: 0.5, Color: Hairline})
	p := st.piece()
	p.keep = true
	return spaced([]piece{p}, 0, 2)
}

func (s *setter) filledBanner(b document.Banner, w float64) []piece {
	const padX, padY = 10.5, 9
	kicker, sub, side := look{SansSemi, 8.75, 12, White}, look{Sans, 10, 13, White}, look{Sans, 8.25, 11.5, White}
	left := (w - 2*padX) * 0.66
	title := look{SansBold, 21, 25, White}
	ls := s.lines(title.plain(b.Title), layout{width: left, even: true})
	for len(ls) > 2 && title.size > 12 {
		title.size--
		title.leading = title.size * 1.2
		ls = s.lines(title.plain(b.Title), layout{width: left, even: true})
	}
	var st stack
	st.gap(padY)
	st.lines(s.lines(kicker.plain(b.Kicker), layout{width: left}), padX, kicker.leading, kicker.size)
	st.gap(1)
	st.lines(ls, padX, title.leading, title.size)
	st.gap(1)
	st.lines(s.lines(sub.plain(b.Subtitle), layout{width: left}), padX, sub.leading, sub.size)
	var right stack
	for _, line := range b.Side {
		right.lines(s.lines(side.plain(line), layout{width: w - 2*padX - left - 8, align: flushRight}), padX+left+8, side.leading, side.size)
	}
	st.y = max(st.y, right.y+padY)
	st.boxes = append(st.boxes, moved(right.boxes, 0, st.y-right.y)...) // its last line stands beside the last at the left
	st.y += padY
	p := st.piece()
	p.boxes = append([]Box{Rect{W: w, H: p.h, Fill: color(Accent)}}, p.boxes...)
	p.keep = true
	return spaced([]piece{p}, 0, 8)
}

// bareHead is what a section without a head has in its place: the target of
// links, and its bookmark.
func (s *setter) bareHead(sec *document.Section) piece {
	p := piece{boxes: []Box{anchor{name: sec.Key}, Bookmark{Title: numbered(sec.Number, sec.Title)}}}
	p.keep = true
	return p
}
