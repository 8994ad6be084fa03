package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Measures of the key to fills in points.
const (
	keyLead   = 12.4
	keyDrop   = 10.6 // from above the key to its first baseline
	swatchW   = 8.5
	swatchH   = 6.6
	swatchGap = 3.5
	keyGap    = 22 // between entries, where there is room
	keyTight  = 10
)

// keyRows is the key to fills under a chart: swatches and words in rows.
type keyRows struct {
	entries []keyPlace
	rows    int
}

type keyPlace struct {
	shade shade
	x     vg.Length // left end of the swatch
	row   int
	text  line
}

// newKey sets the entries in one row, wide apart if there is room, else in as
// many rows as they need.
func newKey(entries []keyEntry, left, width vg.Length) keyRows {
	if len(entries) == 0 {
		return keyRows{}
	}
	gap := vg.Length(keyGap)
	total := vg.Length(0)
	for _, e := range entries {
		total += swatchW + swatchGap + narrowLook().width(e.text)
	}
	if n := vg.Length(len(entries) - 1); n > 0 {
		gap = max(min(keyGap, (width-left-total)/n), keyTight)
	}
	k := keyRows{rows: 1}
	x := left
	for _, e := range entries {
		room := width - left - swatchW - swatchGap
		t := e.text
		if narrowLook().width(t) > room {
			t = shorten(t+"…", narrowLook(), room)
		}
		l := newLine(t, narrowLook())
		if x > left && x+swatchW+swatchGap+l.width > width+1e-6 {
			x = left
			k.rows++
		}
		k.entries = append(k.entries, keyPlace{shade: e.shade, x: x, row: k.rows - 1, text: l})
		x += swatchW + swatchGap + l.width + gap
	}
	return k
}

func (k keyRows) height() vg.Length { return vg.Length(k.rows) * keyLead }

// texts are the words of the key whose upper end is at top.
func (k keyRows) texts(top vg.Length) []placed {
	var out []placed
	for _, e := range k.entries {
		out = append(out, at(e.text, e.x+swatchW+swatchGap, k.baseline(top, e.row)))
	}
	return out
}

func (k keyRows) baseline(top vg.Length, row int) vg.Length {
	return top - keyDrop - vg.Length(row)*keyLead
}

// keySwatches draws the swatches.
type keySwatches struct {
	keyRows
	top vg.Length
}

// Plot implements plot.Plotter.
func (k keySwatches) Plot(c draw.Canvas, _ *plot.Plot) {
	for _, e := range k.entries {
		y := k.baseline(k.top, e.row) + 0.35*smallSize - swatchH/2
		e.shade.paint(&c, vg.Rectangle{Min: vg.Point{X: e.x, Y: y}, Max: vg.Point{X: e.x + swatchW, Y: y + swatchH}})
	}
}
