package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/typeset"
)

// A chart longer than a page goes on the next pages, each with its words, and
// nothing of any chart stands under the text of its page.
func TestAChartOfFiveHundredRowsStaysOnItsPages(t *testing.T) {
	var names []string
	var points []document.ChartPoint
	for i := range 500 {
		names = append(names, fmt.Sprint("товар ", i+1))
		points = append(points, document.ChartPoint{Value: briefing.SomeNum(fmt.Sprint(1000 - i)), Label: fmt.Sprint(1000 - i)})
	}
	pair := []document.Series{{Name: "2021", Points: points}, {Name: "2022", Points: points}}
	for kind := document.Bars; kind <= document.Sparkline; kind++ {
		for _, size := range []document.PageSetup{document.A4(false), document.A5(), document.A6()} {
			c := document.Chart{ID: "c", Kind: kind, Label: "Рисунок 3", Title: "Длинный", Caption: "тыс. т", Source: "Источник", Categories: names, Series: pair}
			if kind == document.Multiples || kind == document.Slope { // as many series as rows elsewhere
				c.Series = nil
				for i := range 60 {
					c.Series = append(c.Series, document.Series{Name: names[i], Points: points[i : i+3]})
				}
				c.Categories = names[:3]
			}
			d := &document.Document{
				Lang: briefing.RU, Page: size, Words: document.Words{FigureContinued: "Продолжение рисунка %s"},
				Sections: []document.Section{{Key: "s", Title: "Раздел", Level: 1, Blocks: []document.Block{c}}},
			}
			pages, err := pdf.Pages(d)
			if err != nil {
				t.Fatalf("kind %d: %v", kind, err)
			}
			rows, again := 0, 0
			for _, p := range pages {
				for _, b := range p.Boxes {
					switch b := b.(type) {
					case typeset.Plot:
						if b.Y+b.H > p.Height-size.Bottom*typeset.MM+0.1 || b.Y < size.Top*typeset.MM-0.1 {
							t.Errorf("kind %d, page %s of %.0f points: a plot from %.0f to %.0f", kind, p.Name, p.Height, b.Y, b.Y+b.H)
						}
						rows += b.Chart.Rows.To - b.Chart.Rows.From
					case typeset.Text:
						if strings.HasPrefix(b.S, "Продолжение") {
							again++
						}
					}
				}
			}
			inRows := kind == document.Ranking || kind == document.Dumbbell || kind == document.Shares
			if kind == document.Multiples && rows != 0 && rows != 60 {
				t.Errorf("%d of 60 panels", rows)
				continue
			}
			if kind == document.Multiples {
				rows = 0
			}
			if inRows && (rows != 500 || again < 8) || !inRows && rows != 0 {
				t.Errorf("kind %d: %d rows, %d pages go on", kind, rows, again)
			}
			if err := pdf.WritePages(new(strings.Builder), d, pages); err != nil {
				t.Errorf("kind %d: %v", kind, err)
			}
		}
	}
}
