package chart_test

import (
	"slices"
	"testing"

	"gonum.org/v1/plot/vg"

	"briefing/internal/briefing"
	"briefing/internal/chart"
	"briefing/internal/document"
)

// A chart of more rows than a page holds goes on the next ones: each row stands
// in one part, none is higher than its room, and a bar is as long as in the whole.
func TestAChartLongerThanAPageIsCutIntoParts(t *testing.T) {
	const width, first, more = chart.ColumnWidth, vg.Length(400), vg.Length(700)
	for _, kind := range []document.ChartKind{document.Ranking, document.Dumbbell, document.Shares} {
		whole := fiveHundred(kind)
		if kind != document.Ranking {
			whole.Series = append(whole.Series, whole.Series[0])
			whole.Series[0].Name, whole.Series[1].Name = "2021", "2022"
		}
		parts := chart.Parts(whole, width, first, more)
		next, room := 0, first
		for _, p := range parts {
			h := chart.Height(&p, width)
			if !p.Rows.Any() || p.Rows.From != next || p.Rows.To <= next || h > room {
				t.Fatalf("kind %d: rows %+v after %d, %.1f of %.1f points high", kind, p.Rows, next, h, room)
			}
			for _, name := range []string{whole.Categories[next], whole.Categories[p.Rows.To-1]} {
				if s := drawn(t, &p, briefing.RU, width); !slices.ContainsFunc(s.texts, func(b textBox) bool { return b.text == name }) {
					t.Errorf("kind %d: %q is not in its part", kind, name)
				}
			}
			next, room = p.Rows.To, more
		}
		if next != 500 {
			t.Errorf("kind %d: %d rows in %d parts", kind, next, len(parts))
		}
		if kind != document.Ranking {
			continue
		}
		bar := func(c *document.Chart, row int) vg.Length {
			return drawn(t, c, briefing.RU, width).filled("#12436D")[row].Size().X
		}
		last := parts[len(parts)-1]
		if a, b := bar(whole, last.Rows.From), bar(&last, 0); a != b {
			t.Errorf("a bar of %v points is %v long in its part", a, b)
		}
	}
	if parts := chart.Parts(products(), width, first, more); len(parts) != 1 || parts[0].Rows.Any() {
		t.Errorf("a chart that has the room is cut: %d parts", len(parts))
	}
}

// Where no row has room for the names of the two moments they stand under the
// rows: dots of which nobody knows which is which say nothing.
func TestDotsOfAPairAreAlwaysNamed(t *testing.T) {
	for name, values := range map[string][2][]string{
		"before zero": {{"-30", "-33"}, {"-37", "-40"}}, "at zero": {{"0", "0"}, {"0", "0"}}, "room": {{"30"}, {"50"}},
	} {
		c := &document.Chart{
			Kind: document.Dumbbell, Categories: []string{"птица", "молоко"}[:len(values[0])],
			Series: []document.Series{series("2021", values[0]...), series("2022", values[1]...)},
		}
		s := drawn(t, c, briefing.RU, chart.ColumnWidth)
		for _, want := range []string{"2021", "2022"} {
			n := 0
			for _, b := range s.texts {
				if b.text == want {
					n++
				}
			}
			if n != 1 {
				t.Errorf("%s: %s stands there %d times", name, want, n)
			}
		}
	}
}

// A chart without any value says so in every form.
func TestAChartWithoutAValueSaysSo(t *testing.T) {
	for kind := document.Bars; kind < document.Multiples; kind++ {
		c := &document.Chart{Kind: kind, Categories: []string{"2021", "2022"}, Series: []document.Series{series("ряд", "", ""), series("ещё", "", "")}}
		if kind == document.PriceVolume {
			c.Series = append(c.Series, series("", "", ""))
		}
		s := drawn(t, c, briefing.RU, chart.ColumnWidth)
		if !slices.ContainsFunc(s.texts, func(b textBox) bool { return b.text == "[x]" }) {
			t.Errorf("kind %d: nothing says that there is no value", kind)
		}
	}
}
