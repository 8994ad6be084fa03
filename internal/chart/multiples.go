package chart

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// multiples is a small chart of bars for each series. All stand on one scale,
// so that their heights can be compared.
type multiples struct {
	v      *view
	width  vg.Length
	lo, hi float64
	cols   int
	panelW vg.Length
	plotH  vg.Length
	heads  []panelName
	headH  vg.Length
}

// panelName is what stands over a panel: the name of its series, in two lines
// where one has no room for it, and the label of its last value.
type panelName struct {
	lines []string
	value line
}

const (
	panelLeast = 118 // width that a panel should have
	panelMost  = 5   // panels side by side
	panelGap   = 12
	panelHead  = 12.5 // over a panel, with a name of one line
	panelLines = 2
	panelFoot  = 11.5 // names of the first and last category
	panelPlot  = 34
	panelDrop  = 7 // between panels one under the other
)

func newMultiples(v *view, width vg.Length) *multiples {
	m := &multiples{v: v, width: width, plotH: panelPlot}
	m.cols = min(max(int((width+panelGap)/(panelLeast+panelGap)), 1), panelMost, len(v.series))
	m.panelW = (width - panelGap*vg.Length(m.cols-1)) / vg.Length(m.cols)
	v.eachPoint(func(p point) { m.lo, m.hi = min(m.lo, p.value.v), max(m.hi, p.value.v) })
	most := 1
	for i := range v.series {
		h := m.name(i)
		m.heads, most = append(m.heads, h), max(most, len(h.lines))
	}
	m.headH = panelHead + leadSmall*vg.Length(most-1)
	if r := v.rows; r.Any() {
		v.series, m.heads = v.series[r.From:r.To], m.heads[r.From:r.To]
	}
	return m
}

// name finds what stands over panel i.
func (m *multiples) name(i int) (out panelName) {
	s := m.v.series[i]
	room := m.panelW
	for j := len(s.points) - 1; j >= 0; j-- {
		if p := s.points[j]; p.value.ok {
			if l := newLine(p.label, subLook()); p.label != "" && l.width <= m.panelW*0.6 {
				out.value = l
				room -= l.width + 5
			}
			break
		}
	}
	out.lines = wrap(flat(s.name), valueLook(), room, panelLines)
	return out
}

func (m *multiples) rows() int { return (len(m.v.series) + m.cols - 1) / m.cols }

// around is what the panels take beside their plots.
func (m *multiples) around() vg.Length {
	return vg.Length(m.rows())*m.headH + vg.Length(m.rows()-1)*panelDrop + panelFoot
}

func (m *multiples) height() vg.Length {
	if m.v.height > 0 {
		return max(vg.Length(m.v.height), m.around()+vg.Length(m.rows())*8)
	}
	return m.around() + vg.Length(m.rows())*panelPlot
}

func (m *multiples) draw(c draw.Canvas, height vg.Length) error {
	h := (height - m.around()) / vg.Length(m.rows())
	if h < 8 {
		return errRoom(m.width, height)
	}
	var all texts
	for i := range m.v.series {
		row, col := i/m.cols, i%m.cols
		x := vg.Length(col) * (m.panelW + panelGap)
		top := height - vg.Length(row)*(m.headH+h+panelDrop)
		all = append(all, m.head(i, x, top)...)
		m.bars(&c, i, vg.Rectangle{Min: vg.Point{X: x, Y: top - m.headH - h}, Max: vg.Point{X: x + m.panelW, Y: top - m.headH}})
		if i+m.cols >= len(m.v.series) {
			all = append(all, m.ends(x, top-m.headH-h)...)
		}
	}
	all.Plot(c, nil)
	return nil
}

// head is the name of a panel, above its bars, with the label of its last value
// at the right of its last line.
func (m *multiples) head(i int, x, top vg.Length) []placed {
	h := m.heads[i]
	foot := top - m.headH + panelHead - rise*labelSize - 0.5
	var out []placed
	if h.value.text != "" {
		out = append(out, flushRight(h.value, x+m.panelW, foot))
	}
	for j, s := range h.lines {
		l := newLine(s, valueLook())
		if l.width <= m.panelW {
			out = append(out, at(l, x, foot+leadSmall*vg.Length(len(h.lines)-1-j)))
		}
	}
	return out
}

// ends are the names of the first and the last category under a panel.
func (m *multiples) ends(x, foot vg.Length) []placed {
	n := len(m.v.names)
	y := foot - panelFoot + 0.28*smallSize
	last := newLine(flat(m.v.names[n-1]), tickLook())
	if last.width > m.panelW {
		return nil
	}
	if n == 1 {
		return []placed{centred(last, x+m.panelW/2, y)}
	}
	out := []placed{flushRight(last, x+m.panelW, y)}
	if first := newLine(flat(m.v.names[0]), tickLook()); first.width+last.width+5 <= m.panelW {
		out = append(out, at(first, x, y))
	}
	return out
}

// bars draws the bars of a panel on its zero line; a dot over it stands for a
// value that is absent.
func (m *multiples) bars(c *draw.Canvas, i int, r vg.Rectangle) {
	span := m.hi - m.lo
	if span == 0 {
		span = 1
	}
	const pad = zeroWidth
	unit := (r.Size().Y - 2*pad) / vg.Length(span)
	zero := r.Min.Y + pad - vg.Length(m.lo)*unit
	slot := r.Size().X / vg.Length(len(m.v.names))
	w := slot * 0.72
	for j, p := range m.v.series[i].points {
		x := r.Min.X + (vg.Length(j)+0.5)*slot
		if !p.value.ok {
			c.SetColor(secondary)
			c.Fill(circle(vg.Point{X: x, Y: zero + 2.2}, min(0.7, slot/2)))
			continue
		}
		y := zero + vg.Length(p.value.v)*unit
		if math.Abs(float64(y-zero)) > 0.01 {
			in := min(thinEdge/2, w/4)
			p.shade.paint(c, vg.Rectangle{Min: vg.Point{X: x - w/2 + in, Y: min(y, zero)}, Max: vg.Point{X: x + w/2 - in, Y: max(y, zero)}})
		}
	}
	c.StrokeLine2(stroke(zeroWidth, ink), r.Min.X, zero, r.Max.X, zero)
}
