package typeset

import "briefing/internal/document"

// onePage sets a section. One that is to be a page, or as many as it has breaks of
// pages for, takes the first of its arrangements that is, with the space between its
// blocks made less before anything is left out.
func (s *setter) onePage(sec *document.Section, w float64, newPage, parent bool) (ps []piece) {
	if len(sec.Tighter) == 0 {
		return s.section(sec, w, newPage, parent)
	}
	room := s.full
	if len(s.mark) > 0 { // the restriction stands over the first section
		var st stack
		s.restriction(&st, w)
		room -= st.y + underMark
	}
	for _, blocks := range append([][]document.Block{sec.Blocks}, sec.Tighter...) {
		shorter := *sec
		shorter.Blocks = blocks
		ps = s.section(&shorter, w, newPage, parent)
		for f := 1.0; f > 0.45; f -= 0.1 {
			if q := closed(ps, f); fits(q, room) {
				return q
			}
		}
	}
	return ps
}

// fits reports whether what stands between breaks of pages has room on one.
func fits(ps []piece, room float64) bool {
	for from, i := 0, 1; i <= len(ps); i++ {
		if i < len(ps) && !ps[i].newPage {
			continue
		}
		if height(ps[from:i]) > room {
			return false
		}
		from = i
	}
	return true
}

// underMark is the space under the restriction of a document without a cover.
const underMark = 8
