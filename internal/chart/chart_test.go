package chart_test

import (
	"bytes"
	"flag"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"briefing/internal/briefing"
	"briefing/internal/chart"
	"briefing/internal/document"
)

var update = flag.Bool("update", false, "write the golden files anew")

// drawn draws a chart at its own height and fails on anything that must not
// happen on a canvas.
func drawn(t *testing.T, c *document.Chart, l briefing.Lang, width vg.Length) *sheet {
	t.Helper()
	h := chart.Height(c, width)
	s := &sheet{width: width, height: h}
	if err := chart.Draw(c, l, s, width, h); err != nil {
		t.Fatalf("draw at %v × %v: %v", width, h, err)
	}
	for _, w := range s.wrong {
		t.Errorf("width %v, %s: %s", width, l, w)
	}
	return s
}

func langOf(name string) briefing.Lang {
	if strings.HasSuffix(name, "-zh") {
		return briefing.ZH
	}
	return briefing.RU
}

func TestChartsAreDrawnAsBefore(t *testing.T) {
	for name, c := range named() {
		t.Run(name, func(t *testing.T) {
			got := drawn(t, c, langOf(name), chart.ColumnWidth).dump()
			file := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("differs from %s (run with -update and look at the change):\n%s", file, firstDifference(string(want), got))
			}
		})
	}
}

func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return "want " + w[i] + "\ngot  " + g[i]
		}
	}
	return "one ends early"
}

func TestNothingLeavesTheBoxOrOverlaps(t *testing.T) {
	for name, c := range named() {
		for _, l := range []briefing.Lang{briefing.RU, briefing.EN, briefing.ZH} {
			for _, w := range []vg.Length{72, 90, 120, 160, 249.4, 300.5, 510, 700} {
				t.Run(name, func(t *testing.T) { drawn(t, c, l, w) })
			}
		}
	}
}

func TestEveryFormBearsWhatIsHardToDraw(t *testing.T) {
	for name, c := range hard() {
		for _, w := range []vg.Length{72, 249.4, 510} {
			t.Run(name, func(t *testing.T) { drawn(t, c, briefing.RU, w) })
		}
	}
}

func TestLessHeightLowersThePlotOrIsRefused(t *testing.T) {
	for name, c := range named() {
		full := chart.Height(c, 300)
		for _, part := range []vg.Length{0.9, 0.7, 0.5, 0.2, 0.01} {
			s := &sheet{width: 300, height: full * part}
			err := chart.Draw(c, briefing.RU, s, 300, full*part)
			if err != nil && len(s.Actions) > 0 {
				t.Errorf("%s at %v of its height: refused after drawing", name, part)
			}
			for _, w := range s.wrong {
				t.Errorf("%s at %v of its height: %s", name, part, w)
			}
		}
	}
}

func TestSameChartSameCalls(t *testing.T) {
	for name, c := range named() {
		a, b := drawn(t, c, briefing.RU, 300), drawn(t, c, briefing.RU, 300)
		if a.dump() != b.dump() {
			t.Errorf("%s differs between two runs", name)
		}
	}
}

func TestImpossibleRoomIsAnErrorAndPaintsNothing(t *testing.T) {
	nan, inf := vg.Length(math.NaN()), vg.Length(math.Inf(1))
	for _, size := range [][2]vg.Length{{0, 100}, {300, 0}, {300, 12}, {40, 200}, {-300, 100}, {nan, 100}, {300, nan}, {inf, 100}, {300, inf}} {
		s := &sheet{width: size[0], height: size[1]}
		err := chart.Draw(levels(), briefing.RU, s, size[0], size[1])
		if briefing.CodeOf(err) != briefing.CodeBadValue {
			t.Errorf("%v: error %v", size, err)
		}
		if len(s.Actions) > 0 {
			t.Errorf("%v: painted", size)
		}
	}
}

func TestEmptyChartTakesNoHeightAndDrawsNothing(t *testing.T) {
	for _, c := range []*document.Chart{{}, {Kind: document.Ranking, Categories: []string{"a"}}, {Kind: document.Lines, Series: []document.Series{{}}}} {
		if h := chart.Height(c, 300); h != 0 {
			t.Errorf("height %v", h)
		}
		s := &sheet{width: 300, height: 100}
		if err := chart.Draw(c, briefing.RU, s, 300, 100); err != nil || len(s.Actions) > 0 {
			t.Errorf("error %v, %d calls", err, len(s.Actions))
		}
		if _, err := chart.PNG(c, briefing.RU, 96); err == nil {
			t.Error("a picture of nothing")
		}
	}
}

func TestHeightFollowsFormNamesAndKey(t *testing.T) {
	bars := levels()
	withKey := chart.Height(bars, 300)
	bars.Key = nil
	if got := withKey - chart.Height(bars, 300); math.Abs(float64(got)-12.4) > 0.01 {
		t.Errorf("a row of the key takes %v", got)
	}
	if got := chart.Height(bars, 300); math.Abs(float64(got)-139.3) > 0.01 {
		t.Errorf("bars take %v, not 126 and 13.3 for the names", got)
	}
	bars.Height = 200
	if got := chart.Height(bars, 300); math.Abs(float64(got)-213.3) > 0.01 {
		t.Errorf("bars of 200 take %v", got)
	}
	if got := chart.Height(products(), 300); math.Abs(float64(got)-135) > 0.01 {
		t.Errorf("seven rows of 19 take %v", got)
	}
}

func TestAbsentValueIsAMarkNotABar(t *testing.T) {
	c := levels()
	for i := range c.Series[0].Points {
		c.Series[0].Points[i] = document.ChartPoint{Fill: document.NoData}
	}
	c.Key = nil
	dump := drawn(t, c, briefing.RU, 300).dump()
	if strings.Contains(dump, "fill ") {
		t.Errorf("something is filled:\n%s", dump)
	}
	if n := strings.Count(dump, ": [x]\n"); n != 5 {
		t.Errorf("%d marks of empty slots, not 5", n)
	}
	for i := range c.Series[0].Points {
		c.Series[0].Points[i].Fill = document.Blank // nothing is to be said of it
	}
	if dump = drawn(t, c, briefing.RU, 300).dump(); strings.Contains(dump, "[x]") || strings.Contains(dump, "fill ") {
		t.Errorf("blank slots are not blank:\n%s", dump)
	}
}

func TestBarsStandOnZero(t *testing.T) {
	c := &document.Chart{Kind: document.Bars, Categories: []string{"a", "b"}, Series: []document.Series{{Points: []document.ChartPoint{
		{Value: num("9990")}, {Value: num("10000")},
	}}}}
	s := drawn(t, c, briefing.RU, 300)
	dump := s.dump()
	if !strings.Contains(dump, ": 0\n") {
		t.Errorf("no zero on the axis:\n%s", dump)
	}
	var heights []float64
	for _, r := range s.filled("#12436D") {
		heights = append(heights, float64(r.Size().Y))
	}
	if len(heights) != 2 || math.Abs(heights[0]/heights[1]-0.999) > 1e-6 {
		t.Errorf("heights %v are not as the values", heights)
	}
}

func TestPartOfAYearIsSolidAndTheRestHatched(t *testing.T) {
	s := drawn(t, levels(), briefing.RU, 300)
	hatched := 0
	for line := range strings.Lines(s.dump()) {
		if strings.HasPrefix(line, "line #12436D 1.5:") {
			hatched++
		}
	}
	if hatched < 5 {
		t.Errorf("%d lines of hatch", hatched)
	}
	if !strings.Contains(s.dump(), "text #FFFFFF Golos-SemiBold 8") {
		t.Error("the part's label does not stand inside the bar")
	}
}

func TestHanIsSetInNotoAndDigitsInGolos(t *testing.T) {
	dump := drawn(t, levelsChinese(), briefing.ZH, 300).dump()
	for _, want := range []string{"Noto-Bold 8", ": 约\n", "Golos-SemiBold 8", ": 15.45~[e]\n", "Noto-Regular 7.25", ": 实际\n"} {
		if !strings.Contains(dump, want) {
			t.Errorf("no %q in\n%s", want, dump)
		}
	}
}

func TestAxisIsWrittenInTheLanguage(t *testing.T) {
	c := &document.Chart{Kind: document.Bars, Categories: []string{"a"}, Series: []document.Series{{Points: []document.ChartPoint{{Value: num("2500.5")}}}}}
	for l, want := range map[briefing.Lang]string{briefing.RU: ": 2~000\n", briefing.EN: ": 2,000\n", briefing.ZH: ": 2,000\n"} {
		if dump := drawn(t, c, l, 300).dump(); !strings.Contains(dump, want) {
			t.Errorf("%s: no %q in\n%s", l, want, dump)
		}
	}
	c.Series[0].Points[0].Value = num("0.35")
	if dump := drawn(t, c, briefing.RU, 300).dump(); !strings.Contains(dump, ": 0,2\n") {
		t.Errorf("no decimal comma in\n%s", dump)
	}
}

func TestUnknownCharactersBecomeQuestionMarks(t *testing.T) {
	c := levels()
	c.Categories = []string{"2018\x00\xff", "\U0001F600", "20\u00ad20", "мар\u200bт", "e\tf"}
	dump := drawn(t, c, briefing.RU, 300).dump()
	for _, want := range []string{": 2018?\n", ": ?\n", ": 2020\n", ": март\n", ": e f\n"} {
		if !strings.Contains(dump, want) {
			t.Errorf("no %q", want)
		}
	}
}

func TestPictureHasTheAskedResolution(t *testing.T) {
	data, err := chart.PNG(levels(), briefing.RU, 144)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if w := img.Bounds().Dx(); w != 601 {
		t.Errorf("%d pixels wide, not 106 mm at 144 dpi", w)
	}
	if img.At(1, 1) != (color.RGBA{R: 255, G: 255, B: 255, A: 255}) {
		t.Errorf("background %v", img.At(1, 1))
	}
	again, _ := chart.PNG(levels(), briefing.RU, 144)
	if !bytes.Equal(data, again) {
		t.Error("two pictures of one chart differ")
	}
	if _, err := chart.Image(levels(), briefing.RU, 300, 0); err == nil {
		t.Error("a picture of no resolution")
	}
}

func BenchmarkDraw(b *testing.B) {
	c := levels()
	for b.Loop() {
		s := &sheet{width: 300.5, height: 151}
		if err := chart.Draw(c, briefing.RU, &s.Canvas, 300.5, 151); err != nil {
			b.Fatal(err)
		}
	}
}

// A bar without a label stays clear of the words above the chart.
func TestABareBarStaysClearOfTheTop(t *testing.T) {
	c := &document.Chart{Kind: document.Bars, Categories: []string{"a", "b"}, Series: []document.Series{{Points: []document.ChartPoint{
		{Value: num("102")}, {Value: num("70")},
	}}}}
	h := chart.Height(c, 300)
	for _, r := range drawn(t, c, briefing.RU, 300).filled("#12436D") {
		if h-r.Max.Y < 3.9 {
			t.Errorf("a bar ends %.1f under the top", float64(h-r.Max.Y))
		}
	}
}
