package typeset

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"briefing/internal/chart"
	"briefing/internal/document"
)

// chart sets label, title, caption, plot and source of a chart as one piece; rows
// that a page can't hold go on the next ones.
func (s *setter) chart(c document.Chart, w float64) []piece {
	var st stack
	stampW := 0.0
	if c.Stamp != "" {
		stampW = s.stamp(&st, c.Stamp, w, -1.5)
	}
	label := chartLabelLook()
	if c.Label != "" || c.Stamp != "" {
		if c.Label != "" {
			st.lines(s.lines(label.plain(c.Label), layout{width: max(w-stampW, 40)}), 0, label.leading, label.size)
		} else {
			st.gap(label.leading)
		}
	}
	title, caption := chartTitleLook(), captionLook()
	st.lines(s.lines(title.plain(c.Title), layout{width: w, even: true}), 0, title.leading, title.size)
	st.lines(s.lines(caption.plain(c.Caption), layout{width: w}), 0, caption.leading, caption.size)
	st.gap(3)
	var foot stack
	if c.Source != "" {
		k := sourceLook()
		foot.gap(3)
		foot.lines(s.lines(k.plain(c.Source), layout{width: w}), 0, k.leading, k.size)
	}
	if s.plot == nil {
		st.add(0, Plot{W: w, Chart: &c})
		return spaced([]piece{under(st, foot)}, 7, 7)
	}
	again, parts := s.continued(c, w), []document.Chart{c}
	if room := s.full - st.y - foot.y; s.plot(&c, w) > room {
		parts = chart.Parts(&c, vg.Length(w), vg.Length(firstPart*room), vg.Length(s.full-again.y-foot.y))
	}
	var out []piece
	for i := range parts {
		if i > 0 {
			st = stack{boxes: slices.Clone(again.boxes), y: again.y}
		}
		h := min(s.plot(&parts[i], w), max(s.full-st.y-foot.y, leastPlot))
		st.add(0, Plot{W: w, H: h, Chart: &parts[i]})
		st.gap(h)
		if i == len(parts)-1 {
			out = append(out, under(st, foot))
		} else {
			out = append(out, st.piece())
		}
	}
	out[0].floats = len(out) == 1
	return spaced(out, 7, 7)
}

// firstPart is how much of a page the first part of a chart takes: what leads to
// it stands above.
const firstPart = 0.75

// leastPlot is the height that a plot keeps whatever stands over and under it.
const leastPlot = 60

// under sets what stands under a plot.
func under(st, foot stack) piece {
	st.add(0, foot.boxes...)
	st.gap(foot.y)
	p := st.piece()
	p.floats = true
	return p
}

// continued is the head of the further parts of a chart that is higher than a
// page.
func (s *setter) continued(c document.Chart, w float64) (st stack) {
	words := c.Label
	if strings.Contains(s.words.FigureContinued, "%s") && words != "" {
		words = fmt.Sprintf(s.words.FigureContinued, numberOf(words))
	}
	k := captionLook()
	st.lines(s.lines(k.plain(words), layout{width: w}), 0, k.leading, k.size)
	st.gap(3)
	return st
}

// stamp frames the words of invented data at the right end of a line and
// returns the width it takes.
func (s *setter) stamp(st *stack, text string, w, dy float64) float64 {
	const size, h, padX = 6.9, 11.0, 4.5
	ls := s.lines(look{SansBold, size, h, Ink}.plain(text), layout{width: w - 2*padX})
	width := 0.0
	for _, l := range ls {
		width = max(width, l.w)
	}
	x, top := w-width-2*padX, st.y
	st.gap(dy)
	st.add(x, Rect{W: width + 2*padX - 0.45, H: h * float64(len(ls)), Stroke: color(Ink), Width: 0.9})
	st.lines(ls, x+padX, h, size)
	st.y = top
	return width + 2*padX + 8
}
