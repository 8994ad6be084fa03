package typeset

import (
	"math"

	"briefing/internal/document"
)

// Signs are drawn, since no face has them all: a square of signSide em that
// stands on the baseline, and a gap behind it.
const (
	signSide = 0.8
	signGap  = 0.30
)

func signWidth(sign document.Sign, size float64) float64 {
	if sign == document.NoSign {
		return 0
	}
	return (signSide + signGap) * size
}

// signBoxes draws a sign whose left end is at x on the baseline y.
func signBoxes(sign document.Sign, x, y, size float64) []Box {
	a := signSide * size
	w := math.Max(0.7, size*0.12)
	top := y - a + 0.03*size
	mid := top + a/2
	switch sign {
	case document.SignRise:
		return []Box{Polygon{Points: []Point{{x, top + a}, {x + a, top + a}, {x + a/2, top + 0.06*a}}, Fill: color(Good)}}
	case document.SignFall:
		return []Box{Polygon{Points: []Point{{x, top + 0.06*a}, {x + a, top + 0.06*a}, {x + a/2, top + a}}, Fill: color(Warn)}}
	case document.SignPlan:
		return []Box{Rect{X: x + w/2, Y: top + w/2, W: a - w, H: a - w, Stroke: color(Accent), Width: w}}
	case document.SignForecast:
		return append(hatch(x+w/2, top+w/2, a-w, w*0.75),
			Rect{X: x + w/2, Y: top + w/2, W: a - w, H: a - w, Stroke: color(Accent), Width: w * 0.75})
	case document.SignEstimate:
		pale := Color(0xDCE4EC)
		return []Box{Rect{X: x + w/2, Y: top + w/2, W: a - w, H: a - w, Fill: &pale, Stroke: color(Accent), Width: w * 0.75, Dash: []float64{1.4, 1}}}
	case document.SignNoBase:
		return []Box{Line{X1: x, Y1: mid + 0.04*size, X2: x + a, Y2: mid + 0.04*size, Width: 1.5 * w, Color: Secondary}}
	case document.SignConfirmed:
		return []Box{Circle{X: x + a/2, Y: mid, R: a / 2, Fill: color(Accent)}}
	case document.SignUnchecked:
		return []Box{Circle{X: x + a/2, Y: mid, R: a/2 - w/2, Stroke: color(Accent), Width: w}}
	case document.SignQualified:
		return []Box{
			halfDisc(x+a/2, mid, a/2-w/2),
			Circle{X: x + a/2, Y: mid, R: a/2 - w/2, Stroke: color(Accent), Width: w},
		}
	case document.SignConflict:
		c := x + a/2
		return []Box{
			Polygon{Points: []Point{{x + w/2, top + a - w/2}, {x + a - w/2, top + a - w/2}, {c, top + w}}, Stroke: color(Warn), Width: w},
			Line{X1: c, Y1: top + 0.42*a, X2: c, Y2: top + 0.68*a, Width: w * 0.8, Color: Warn},
			Line{X1: c, Y1: top + 0.75*a, X2: c, Y2: top + 0.85*a, Width: w * 0.8, Color: Warn},
		}
	case document.SignRejected:
		d := 0.12 * a
		return []Box{
			Line{X1: x + d, Y1: top + d, X2: x + a - d, Y2: top + a - d, Width: 1.7 * w, Color: Warn},
			Line{X1: x + d, Y1: top + a - d, X2: x + a - d, Y2: top + d, Width: 1.7 * w, Color: Warn},
		}
	}
	return nil
}

// hatch fills a square with lines at 45°.
func hatch(x, y, a, w float64) []Box {
	var out []Box
	const lines = 3
	for i := 1; i < 2*lines; i++ {
		d := 2 * a * float64(i) / (2 * lines)
		x1, y1, x2, y2 := x, y+d, x+d, y
		if d > a {
			x1, y1, x2, y2 = x+d-a, y+a, x+a, y+d-a
		}
		out = append(out, Line{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: w * 0.8, Color: Accent})
	}
	return out
}

// halfDisc is the left half of a disc.
func halfDisc(x, y, r float64) Box {
	const n = 16
	pts := make([]Point, 0, n+1)
	for i := 0; i <= n; i++ {
		a := math.Pi/2 + math.Pi*float64(i)/n
		pts = append(pts, Point{x + r*math.Cos(a), y - r*math.Sin(a)})
	}
	return Polygon{Points: pts, Fill: color(Accent)}
}
