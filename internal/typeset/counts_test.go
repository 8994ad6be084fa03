package typeset_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/typeset"
)

// A number stays with what it counts and a day with its month and year, where a
// title can be broken elsewhere.
func TestANumberStaysWithWhatItCounts(t *testing.T) {
	for text, c := range map[string]struct {
		lang briefing.Lang
		keep []string
	}{
		" Trade of the region with 6 countries on 20 March 2023 by month": {briefing.EN, []string{"6 countries", "20 March", "March 2023"}},
		" Торговля региона с 6 странами и 12 товарами по месяцам года":    {briefing.RU, []string{"6 странами", "12 товарами"}},
	} {
		broken, lines := 0, 0
		for n := range 80 {
			d := &document.Document{Lang: c.lang, Page: document.A4(false), Sections: []document.Section{{Blocks: []document.Block{
				document.Table{Title: strings.Repeat("w", n+1) + text, Columns: []document.Column{{Title: "a"}}, Rows: []document.Row{{Cells: []document.Cell{document.Txt("b")}}}},
			}}}}
			pages, err := typeset.Set(d, even{}, nil)
			if err != nil {
				t.Fatal(err)
			}
			all := strings.ReplaceAll(strings.Join(linesOf(pages[0]), "\n"), "\u00a0", " ")
			lines += strings.Count(all, "\n") - 2
			for _, k := range c.keep {
				if !strings.Contains(all, k) {
					broken++
				}
			}
		}
		if broken > 0 || lines < 20 {
			t.Errorf("%s: %d parted in %d lines", text, broken, lines)
		}
	}
}
