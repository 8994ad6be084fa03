package docx_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// A table whose words or numbers would break on an upright page stands on paper
// turned on its side, with its heading and its sources; what comes before and
// after stays upright.
func TestAWideTableTurnsThePaper(t *testing.T) {
	table := func(columns int) document.Table {
		tab := document.Table{Label: fmt.Sprint("T", columns), Columns: []document.Column{{Key: "n", Title: "Товар"}}}
		row := document.Row{Cells: []document.Cell{document.Txt("Кондитерские изделия")}}
		for i := range columns {
			tab.Columns = append(tab.Columns, document.Column{Key: fmt.Sprint(i), Title: fmt.Sprint(2000 + i), Kind: document.NumberColumn})
			row.Cells = append(row.Cells, document.Cell{Number: briefing.SomeNum("1234567")})
		}
		tab.Rows = []document.Row{row, row}
		return tab
	}
	text := func(s string) document.Block { return document.Paragraph{Runs: document.Plain(s)} }
	head := document.Heading{Text: "Заголовок", Level: 2}
	source := document.Paragraph{Style: document.SourceLine, Runs: document.Plain("Источники")}
	for name, c := range map[string]struct {
		landscape bool
		blocks    []document.Block
		want      string // what stands on the pages of each orientation
	}{
		"narrow":               {false, []document.Block{text("до"), table(3), text("после")}, "upright: Раздел до T3 после"},
		"wide":                 {false, []document.Block{text("до"), head, table(13), source, text("после")}, "upright: Раздел до; wide: Заголовок T13 Источники; upright: после"},
		"first":                {false, []document.Block{table(13), text("после")}, "wide: Раздел T13; upright: после"},
		"between two":          {false, []document.Block{table(13), text("между"), table(12), text("после")}, "wide: Раздел T13 между T12; upright: после"},
		"a narrow one between": {false, []document.Block{table(13), table(2), table(12)}, "wide: Раздел T13; upright: T2; wide: T12"},
		"turned whole":         {true, []document.Block{text("до"), table(13), text("после")}, "wide: Раздел до T13 после"},
		"the last":             {false, []document.Block{text("до"), table(13)}, "upright: Раздел до; wide: T13"},
	} {
		d := &document.Document{Lang: briefing.RU, Page: document.A4(false), Sections: []document.Section{{Key: "a", Level: 1, Title: "Раздел", Landscape: c.landscape, Blocks: c.blocks}}}
		main := parts(t, write(t, d))["word/document.xml"]
		if got := papers(main); got != c.want {
			t.Errorf("%s: %s\nwant %s", name, got, c.want)
		}
	}
}

// papers says what stands on the pages of which orientation.
func papers(main string) string {
	words := regexp.MustCompile(`>(Раздел|до|после|между|Заголовок|Источники|T\d+)<`)
	var out []string
	for part := range strings.SplitSeq(main, "</w:sectPr>") {
		var found []string
		for _, m := range words.FindAllStringSubmatch(part, -1) {
			found = append(found, m[1])
		}
		if len(found) == 0 {
			continue
		}
		side := "upright: "
		if strings.Contains(part, `w:orient="landscape"`) {
			side = "wide: "
		}
		out = append(out, side+strings.Join(found, " "))
	}
	return strings.Join(out, "; ")
}
