package chart_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/recorder"

	"briefing/internal/briefing"
	"briefing/internal/chart"
	"briefing/internal/document"
)

const greyDPI = 200

// grey prints a chart without colours. With BRIEFING_PICTURES the print is
// kept in that folder.
func grey(t *testing.T, name string, c *document.Chart, width vg.Length) *image.Gray {
	t.Helper()
	img, err := chart.Image(c, briefing.RU, width, greyDPI)
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewGray(img.Bounds())
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			out.SetGray(x, y, color.GrayModel.Convert(img.At(x, y)).(color.Gray))
		}
	}
	if dir := os.Getenv("BRIEFING_PICTURES"); dir != "" {
		var buf bytes.Buffer
		if err := png.Encode(&buf, out); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".png"), buf.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// mute takes the words off a chart, so that nothing is measured but fills.
func mute(c *document.Chart) *document.Chart {
	out := *c
	out.Totals, out.Key, out.Series = nil, nil, nil
	for _, s := range c.Series {
		var pts []document.ChartPoint
		for _, p := range s.Points {
			p.Label, p.Sub, p.PartLabel, p.PartSub, p.PlanLabel = "", "", "", "", ""
			pts = append(pts, p)
		}
		s.Points = pts
		out.Series = append(out.Series, s)
	}
	return &out
}

// print is what the eye has of an area or a line in a grey print.
type print struct {
	tone         float64 // mean
	along, aside float64 // how much columns and rows differ among themselves
	rect         vg.Rectangle
}

func (p print) toldFrom(o print) bool {
	return math.Abs(p.tone-o.tone) > 20 || math.Abs(p.along-o.along) > 12 || math.Abs(p.aside-o.aside) > 12
}

// fillsOf are the different fills of a chart by how they are painted, each
// with its largest rectangle.
func fillsOf(s *sheet) map[string]vg.Rectangle {
	out := map[string]vg.Rectangle{}
	ink, key := "", ""
	var r vg.Rectangle
	end := func() {
		if key != "" && r.Size().X > 5 && r.Size().Y > 4 {
			if o := out[key].Size(); o.X*o.Y < r.Size().X*r.Size().Y {
				out[key] = r
			}
		}
		key = ""
	}
	for _, a := range s.Actions {
		switch a := a.(type) {
		case *recorder.SetColor:
			ink = hex(a.Color)
		case *recorder.Fill:
			end()
			if len(a.Path) == 5 {
				key, r = ink, vg.Rectangle{Min: a.Path[0].Pos, Max: a.Path[2].Pos}
			}
		case *recorder.Stroke:
			if key != "" && len(a.Path) == 2 && inside(a.Path[0].Pos, r) && inside(a.Path[1].Pos, r) {
				d := a.Path[1].Pos.Sub(a.Path[0].Pos)
				way := fmt.Sprintf(" %s %t %t", ink, d.X == 0, d.Y == 0)
				if !strings.Contains(key, way) { // stripes both ways are a fill of their own
					key += way
				}
			}
		}
	}
	end()
	return out
}

func inside(p vg.Point, r vg.Rectangle) bool {
	return p.X > r.Min.X-0.1 && p.X < r.Max.X+0.1 && p.Y > r.Min.Y-0.1 && p.Y < r.Max.Y+0.1
}

// look measures a rectangle of the print, without its edge.
func look(img *image.Gray, r vg.Rectangle, height vg.Length) print {
	const in = 1.3
	px := func(v vg.Length) int { return int(v * greyDPI / 72) }
	x0, x1 := px(r.Min.X+in), px(r.Max.X-in)
	y0, y1 := px(height-r.Max.Y+in), px(height-r.Min.Y-in)
	cols, rows := make([]float64, x1-x0), make([]float64, y1-y0)
	sum := 0.0
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			v := float64(img.GrayAt(x, y).Y)
			sum += v
			cols[x-x0] += v / float64(y1-y0)
			rows[y-y0] += v / float64(x1-x0)
		}
	}
	mean := sum / float64((x1-x0)*(y1-y0))
	return print{tone: mean, along: deviation(cols, mean), aside: deviation(rows, mean), rect: r}
}

func deviation(vs []float64, mean float64) float64 {
	sum := 0.0
	for _, v := range vs {
		sum += (v - mean) * (v - mean)
	}
	return math.Sqrt(sum / float64(len(vs)))
}

// TestAGreyPrintTellsTheFillsApart prints every form without colours: any two
// fills of a chart differ by how dark they are or by their stripes.
func TestAGreyPrintTellsTheFillsApart(t *testing.T) {
	six := parts()
	six.Series = append(six.Series, series("пятая", "30", "30"), series("шестая", "30", "30"))
	ten := parts()
	for i := range 6 {
		ten.Series = append(ten.Series, series(fmt.Sprintf("ещё %d", i), "30", "30"))
	}
	for name, c := range map[string]struct {
		chart *document.Chart
		fills int // that the chart has at least
	}{
		"bars": {levels(), 4}, "grouped": {fourGroups(), 4}, "waterfall": {effects(), 4}, "ranking": {products(), 2},
		"stacked": {flows(), 2}, "stacked of three": {mixedStacks(), 3}, "shares": {parts(), 4}, "shares of six": {six, 6}, "shares of ten": {ten, 10},
		"price and volume": {goods(), 3}, "plans": {plans(), 1},
	} {
		t.Run(name, func(t *testing.T) {
			grey(t, "words-"+name, c.chart, chart.ColumnWidth)
			m := mute(c.chart)
			s := drawn(t, m, briefing.RU, chart.ColumnWidth)
			img := grey(t, name, m, chart.ColumnWidth)
			fills := fillsOf(s)
			if len(fills) < c.fills {
				t.Errorf("%d fills, want %d: %v", len(fills), c.fills, fills)
			}
			for a, ra := range fills {
				for b, rb := range fills {
					if pa, pb := look(img, ra, s.height), look(img, rb, s.height); a < b && !pa.toldFrom(pb) {
						t.Errorf("%s and %s look alike: %+v %+v", a, b, pa, pb)
					}
				}
			}
		})
	}
}

// TestAGreyPrintTellsTheLinesApart wants lines that differ by their dashes.
func TestAGreyPrintTellsTheLinesApart(t *testing.T) {
	four := slopes()
	four.Series = append(four.Series, series("a", "100", "20"), series("b", "20", "50"))
	for name, c := range map[string]*document.Chart{"lines": months(), "slope": four} {
		t.Run(name, func(t *testing.T) {
			grey(t, "words-"+name, c, chart.ColumnWidth)
			m := mute(c)
			for i := range m.Series {
				m.Series[i].Name = ""
			}
			s := drawn(t, m, briefing.RU, chart.ColumnWidth)
			img := grey(t, name, m, chart.ColumnWidth)
			lines := linesOf(img, s)
			if len(lines) < 4 {
				t.Fatalf("%d lines: %v", len(lines), lines)
			}
			for a, pa := range lines {
				for b, pb := range lines {
					if a < b && math.Abs(pa.tone-pb.tone) < 0.08 && math.Abs(pa.along-pb.along) < 0.25*max(pa.along, pb.along) {
						t.Errorf("%s and %s look alike: %+v %+v", a, b, pa, pb)
					}
				}
			}
		})
	}
}

// linesOf measures the thick lines of a chart: tone is the part of them that
// is inked, along how often they are broken in 100 points.
func linesOf(img *image.Gray, s *sheet) map[string]print {
	out := map[string]print{}
	ink, width, dash := "", vg.Length(0), ""
	for _, a := range s.Actions {
		switch a := a.(type) {
		case *recorder.SetColor:
			ink = hex(a.Color)
		case *recorder.SetLineWidth:
			width = a.Width
		case *recorder.SetLineDash:
			dash = fmt.Sprint(a.Dashes)
		case *recorder.Stroke:
			if width < 1.4 || len(a.Path) < 2 || a.Path[len(a.Path)-1].Type == vg.CloseComp {
				continue
			}
			if _, seen := out[ink+dash]; !seen {
				out[ink+dash] = along(img, a.Path, s.height)
			}
		}
	}
	return out
}

func along(img *image.Gray, p vg.Path, height vg.Length) print {
	const step = 0.25
	inked, all, breaks := 0, 0, 0
	last := true
	length := vg.Length(0)
	for i := 1; i < len(p); i++ {
		d := p[i].Pos.Sub(p[i-1].Pos)
		n := vg.Length(math.Hypot(float64(d.X), float64(d.Y)))
		length += n
		for at := vg.Length(0); at < n; at += step {
			q := p[i-1].Pos.Add(d.Scale(at / n))
			dark := img.GrayAt(int(q.X*greyDPI/72), int((height-q.Y)*greyDPI/72)).Y < 190
			if all++; dark {
				inked++
			}
			if dark != last {
				breaks++
			}
			last = dark
		}
	}
	return print{tone: float64(inked) / float64(all), along: float64(breaks) / float64(length) * 100}
}
