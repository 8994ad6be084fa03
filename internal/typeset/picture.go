package typeset

import "briefing/internal/document"

// Picture is the place of an image.
type Picture struct {
	X, Y, W, H float64
	Image      *document.Picture
}

func (b Picture) moved(dx, dy float64) Box { b.X, b.Y = b.X+dx, b.Y+dy; return b }

// mostTall is the part of a page that an image takes at most.
const mostTall = 0.6

// picture sets an image over its caption, or a framed note in place of one
// that is not printed.
func (s *setter) picture(p document.Picture, w float64) []piece {
	if !p.Printed() {
		return s.note(document.Note{Runs: document.Plain(p.Says), Framed: true}, w)
	}
	width, h := p.Size(w, mostTall*s.full)
	var st stack
	st.add((w-width)/2, Picture{W: width, H: h, Image: &p})
	st.gap(h)
	if p.Caption != "" {
		k := captionLook()
		st.gap(4)
		st.lines(s.lines(k.plain(p.Caption), layout{width: w, align: centred}), 0, k.leading, k.size)
	}
	out := st.piece()
	out.before, out.after = 9, 9
	return []piece{out}
}
