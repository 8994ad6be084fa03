package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// stacked is a level for each category, made up of the parts that the series
// give it. Parts below zero hang from it.
type stacked struct {
	v      *view
	width  vg.Length
	lo, hi float64
	ticks  []plot.Tick
	left   vg.Length
	slot   vg.Length
	names  names
	key    keyRows
}

const (
	widestStack = 50
	totalRoom   = labelGap + 10 // over the highest stack
)

func newStacked(v *view, width vg.Length) *stacked {
	s := &stacked{v: v, width: width}
	for i := range v.names {
		lo, hi := s.reach(i)
		s.lo, s.hi = min(s.lo, lo), max(s.hi, hi)
	}
	s.ticks = v.ticker().Ticks(s.lo, s.hi)
	s.left = gutter(s.ticks, width)
	s.slot = (width - s.left) / vg.Length(len(v.names))
	s.names = newNames(v.names, slots{left: s.left, step: s.slot, width: width})
	s.key = newKey(v.key, s.left, width)
	return s
}

// reach is how far the parts of a category go below and above zero.
func (s *stacked) reach(i int) (lo, hi float64) {
	for _, r := range s.v.series {
		if p := r.points[i]; p.value.ok {
			lo, hi = lo+min(p.value.v, 0), hi+max(p.value.v, 0)
		}
	}
	return lo, hi
}

func (s *stacked) height() vg.Length {
	h := s.v.height
	if h == 0 {
		h = barsHeight
	}
	return vg.Length(h) + s.names.height() + s.key.height()
}

func (s *stacked) draw(c draw.Canvas, height vg.Length) error {
	foot := s.names.height() + s.key.height()
	room := height - foot - totalRoom
	if room < 12 {
		return errRoom(s.width, height)
	}
	span := s.hi - s.lo
	if span == 0 {
		span = 1
	}
	ax := axis{unit: room / vg.Length(span)}
	ax.base = -vg.Length(s.lo) * ax.unit
	y := func(v float64) vg.Length { return foot + ax.y(v) }

	all := append(texts(nil), s.names.under(foot)...)
	all = append(all, s.key.texts(foot-s.names.height())...)
	all = append(all, tickTexts(s.ticks, s.left, foot, height, ax)...)
	labels := s.labels(y)
	gaps := make([]vg.Rectangle, 0, len(labels))
	for _, t := range labels {
		gaps = append(gaps, t.letters())
	}
	p := newPlot()
	p.X.Min, p.X.Max = 0, float64(s.width-s.left)
	p.Y.Min, p.Y.Max = ax.value(0), ax.value(height-foot)
	p.Add(
		grid{ticks: s.ticks, gaps: gaps}, parts{s, y}, zeroLine{},
		keySwatches{keyRows: s.key, top: foot - s.names.height()},
		append(all, labels...),
	)
	p.Draw(draw.Crop(c, s.left, 0, foot, 0))
	return nil
}

// centre is the middle of a stack.
func (s *stacked) centre(i int) vg.Length { return s.left + (vg.Length(i)+0.5)*s.slot }

func (s *stacked) bar() vg.Length { return min(widestStack, stepPart*s.slot) }

// eachPart calls f for the parts of all stacks, in the order of the series.
func (s *stacked) eachPart(y func(float64) vg.Length, f func(p point, r vg.Rectangle)) {
	for i := range s.v.names {
		low, high := 0.0, 0.0
		for _, row := range s.v.series {
			p := row.points[i]
			if !p.value.ok || p.value.v == 0 {
				continue
			}
			from := high
			if p.value.v < 0 {
				from, low = low, low+p.value.v
			} else {
				high += p.value.v
			}
			x, y0, y1 := s.centre(i), y(from), y(from+p.value.v)
			f(p, vg.Rectangle{
				Min: vg.Point{X: x - s.bar()/2, Y: min(y0, y1)}, Max: vg.Point{X: x + s.bar()/2, Y: max(y0, y1)},
			})
		}
	}
}

// labels are the values inside their parts, the totals over the stacks and the
// marks of categories without any value.
func (s *stacked) labels(y func(float64) vg.Length) []placed {
	var out []placed
	s.eachPart(y, func(p point, r vg.Rectangle) {
		if t, ok := p.shade.insideOf(p.label, r); ok {
			out = append(out, t)
		}
	})
	for i := range s.v.names {
		_, top := s.reach(i)
		l, at := line{}, y(top)+labelGap
		switch {
		case !s.any(i):
			l, at = newLine(noValue, subLook()), y(0)+labelGap+2
		case i < len(s.v.totals):
			l = newLine(s.v.totals[i], valueLook())
		}
		if l.text != "" && l.width <= s.slot-2 {
			out = append(out, centred(l, s.centre(i), at))
		}
	}
	return out
}

// any reports whether a category has a value.
func (s *stacked) any(i int) bool {
	for _, row := range s.v.series {
		if row.points[i].value.ok {
			return true
		}
	}
	return false
}

// parts draws the stacks.
type parts struct {
	*stacked
	y func(float64) vg.Length
}

// Plot implements plot.Plotter.
func (k parts) Plot(c draw.Canvas, _ *plot.Plot) {
	k.eachPart(k.y, func(p point, r vg.Rectangle) { p.shade.paint(&c, r) })
}
