package typeset_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/typeset"
)

func TestAFigureOfTenThousandLettersGoesOnOverThePages(t *testing.T) {
	long := strings.Repeat("величина", 1250)
	d := &document.Document{Lang: briefing.RU, Page: document.A4(false), Sections: []document.Section{{Key: "a", Title: "Раздел", Blocks: []document.Block{
		document.KeyFigures{Items: []document.KeyFigure{{Number: "1", What: long}, {Number: "2", Unit: "т"}}},
	}}}}
	pages, err := typeset.Set(d, fonts(), plain)
	if err != nil {
		t.Fatal(err)
	}
	letters := 0
	for i, p := range pages {
		for _, b := range p.Boxes[p.Body:] {
			x, ok := b.(typeset.Text)
			if !ok {
				continue
			}
			if strings.Contains(long, strings.TrimSuffix(x.S, "-")) {
				letters += len([]rune(strings.TrimSuffix(x.S, "-")))
			}
			if x.Y > p.Height-d.Page.Bottom*typeset.MM+0.1 {
				t.Fatalf("%q stands in the margin of page %d", x.S, i+1)
			}
		}
	}
	if letters < 10_000 || len(pages) < 3 {
		t.Errorf("%d letters on %d pages", letters, len(pages))
	}
}

func TestOnASmallPageAChartStandsOverItsTable(t *testing.T) {
	table := document.Table{Title: "Т", Columns: []document.Column{{Title: "Товар"}, {Title: "2021"}, {Title: "2022"}}, Rows: []document.Row{{Cells: []document.Cell{document.Txt("Мясо птицы"), document.Txt("1"), document.Txt("2")}}}}
	d := &document.Document{
		Lang: briefing.RU, Page: document.A5(), HeadLeft: strings.Repeat("слева ", 40), HeadRight: strings.Repeat("справа ", 40), Words: document.Words{PageOf: "%s из %s"},
		Sections: []document.Section{{Key: "a", Title: "Раздел", Blocks: []document.Block{
			document.Columns{LeftWidth: 60, Left: []document.Block{document.Chart{Title: "Рисунок", Kind: document.Bars}}, Right: []document.Block{table}},
			document.PageBreak{},
			document.Paragraph{Runs: document.Plain("Конец.")},
		}}},
	}
	pages, err := typeset.Set(d, fonts(), plain)
	if err != nil || len(pages) != 2 {
		t.Fatal(len(pages), err)
	}
	at := func(page int, word string) (out typeset.Text) {
		for _, b := range pages[page].Boxes {
			if x, ok := b.(typeset.Text); ok && strings.HasPrefix(x.S, word) {
				out = x
			}
		}
		return out
	}
	if c, r := at(0, "Рисунок"), at(0, "Товар"); c.X > r.X+5 || c.X < r.X-5 || c.Y+150 > r.Y {
		t.Errorf("chart at %.0f %.0f, table at %.0f %.0f", c.X, c.Y, r.X, r.Y)
	}
	m := fonts()
	width := func(x typeset.Text) float64 {
		w := 0
		for _, r := range x.S {
			n, _ := m.Advance(x.Face, r)
			w += n
		}
		return float64(w) * x.Size / 1000
	}
	left, number, right := at(1, "слева"), at(1, "2 из 2"), at(1, "справа")
	if left.X+width(left) > number.X || number.X+width(number) > right.X || number.S == "" {
		t.Errorf("head: %.0f to %.0f, %.0f to %.0f, %.0f", left.X, left.X+width(left), number.X, number.X+width(number), right.X)
	}
}

// A chart that was made higher to stand beside a long table has the height of its
// form where it stands over it.
func TestAChartOverItsTableHasTheHeightOfItsForm(t *testing.T) {
	asked := func(c *document.Chart, _ float64) float64 {
		if c.Height > 0 {
			return c.Height
		}
		return 126
	}
	table := document.Table{Columns: []document.Column{{Title: "Товар"}}, Rows: []document.Row{{Cells: []document.Cell{document.Txt("Мясо птицы")}}}}
	for paper, want := range map[document.PageSetup]map[float64]float64{
		document.A5():      {165: 126, 80: 80},
		document.A4(false): {165: 165, 80: 80},
	} {
		for height, h := range want {
			d := &document.Document{Lang: briefing.RU, Page: paper, Sections: []document.Section{{Key: "a", Title: "Раздел", Blocks: []document.Block{
				document.Columns{LeftWidth: 60, Left: []document.Block{document.Chart{Title: "Рисунок", Kind: document.Bars, Height: height}}, Right: []document.Block{table}},
			}}}}
			pages, err := typeset.Set(d, fonts(), asked)
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range pages[0].Boxes {
				if p, ok := b.(typeset.Plot); ok && p.H != h {
					t.Errorf("paper %.0f mm wide: a plot of %.0f takes %.0f, want %.0f", paper.Width, height, p.H, h)
				}
			}
		}
	}
}
