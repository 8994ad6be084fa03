package chart

import (
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// newPlot makes a plot with bare axes: ours draw themselves.
func newPlot() *plot.Plot {
	p := plot.New()
	p.BackgroundColor = nil // the page shows through
	p.TextHandler = handler{}
	p.HideAxes()
	p.X.Padding, p.Y.Padding = 0, 0
	return p
}

// visible passes on only the strokes that have a width: gonum strokes its
// hidden axes with none, and a PDF would paint them as thin as it can.
type visible struct {
	vg.Canvas
	width vg.Length
}

// SetLineWidth implements vg.Canvas.
func (v *visible) SetLineWidth(w vg.Length) {
	v.width = w
	v.Canvas.SetLineWidth(w)
}

// Stroke implements vg.Canvas.
func (v *visible) Stroke(p vg.Path) {
	if v.width > 0 {
		v.Canvas.Stroke(p)
	}
}

// texts draws lines of text at their places on the whole canvas.
type texts []placed

// Plot implements plot.Plotter.
func (t texts) Plot(c draw.Canvas, _ *plot.Plot) {
	for _, p := range t {
		if p.text != "" {
			c.FillText(p.look.style(), vg.Point{X: p.x, Y: p.y}, p.text)
		}
	}
}

// grid draws the lines of an upright axis from side to side, with gaps where
// text stands.
type grid struct {
	ticks []plot.Tick
	gaps  []vg.Rectangle
}

// Plot implements plot.Plotter.
func (g grid) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	for _, t := range g.ticks {
		if at := y(t.Value); t.Value != 0 && at >= c.Min.Y-0.01 && at <= c.Max.Y+0.01 {
			for _, s := range free(c.Min.X, c.Max.X, g.across(at)) {
				c.StrokeLine2(stroke(gridWidth, hairline), s[0], at, s[1], at)
			}
		}
	}
}

func (g grid) across(y vg.Length) [][2]vg.Length {
	var out [][2]vg.Length
	for _, r := range g.gaps {
		if r.Min.Y-0.5 < y && y < r.Max.Y+0.5 {
			out = append(out, [2]vg.Length{r.Min.X - 2, r.Max.X + 2})
		}
	}
	return out
}

// uprightGrid draws the lines of a lying axis, from top to bottom.
type uprightGrid struct {
	ticks []plot.Tick
	gaps  []vg.Rectangle
}

// Plot implements plot.Plotter.
func (g uprightGrid) Plot(c draw.Canvas, p *plot.Plot) {
	x, _ := p.Transforms(&c)
	for _, t := range g.ticks {
		at := x(t.Value)
		if t.Value == 0 || at < c.Min.X-0.01 || at > c.Max.X+0.01 {
			continue
		}
		var gaps [][2]vg.Length
		for _, r := range g.gaps {
			if r.Min.X-1 < at && at < r.Max.X+1 {
				gaps = append(gaps, [2]vg.Length{r.Min.Y - 1, r.Max.Y + 1})
			}
		}
		for _, s := range free(c.Min.Y, c.Max.Y, gaps) {
			c.StrokeLine2(stroke(gridWidth, hairline), at, s[0], at, s[1])
		}
	}
}

// free is what is left of a stretch between gaps.
func free(from, to vg.Length, gaps [][2]vg.Length) [][2]vg.Length {
	slices.SortFunc(gaps, func(a, b [2]vg.Length) int {
		switch {
		case a[0] < b[0]:
			return -1
		case a[0] > b[0]:
			return 1
		}
		return 0
	})
	var out [][2]vg.Length
	for _, g := range gaps {
		if end := min(g[0], to); end-from > 1 {
			out = append(out, [2]vg.Length{from, end})
		}
		from = max(from, g[1])
	}
	if to-from > 1 {
		out = append(out, [2]vg.Length{from, to})
	}
	return out
}

// zeroLine draws the line that bars stand on.
type zeroLine struct{}

// Plot implements plot.Plotter.
func (zeroLine) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	c.StrokeLine2(stroke(zeroWidth, ink), c.Min.X, y(0), c.Max.X, y(0))
}

// leaders draws hairlines from bars to labels that have moved away.
type leaders [][2]vg.Point

// Plot implements plot.Plotter.
func (l leaders) Plot(c draw.Canvas, _ *plot.Plot) {
	for _, s := range l {
		c.StrokeLine2(stroke(0.5, secondary), s[0].X, s[0].Y, s[1].X, s[1].Y)
	}
}
