package typeset_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/typeset"
)

// A few lines beside a long table leave a hole as long as the table: they stand
// over it, and the table over the full width. A chart stays beside its table.
func TestAFewLinesStandOverALongTable(t *testing.T) {
	long := document.Table{Title: "Т", Columns: []document.Column{{Title: "Показатель"}, {Title: "Словами"}}}
	for i := range 15 {
		long.Rows = append(long.Rows, document.Row{Cells: []document.Cell{
			document.Txt("Перевозка контейнеров через терминал, " + fmt.Sprint(2000+i)), document.Txt(fmt.Sprint("более ", i, " тысяч контейнеров")),
		}})
	}
	for _, c := range []struct {
		name string
		left document.Block
		over bool
	}{
		{"a quotation", document.Paragraph{Style: document.Quote, Runs: document.Plain("начало слов")}, true},
		{"a chart", document.Chart{Title: "начало", Kind: document.Bars}, false},
	} {
		d := &document.Document{Lang: briefing.RU, Page: document.A4(false), Sections: []document.Section{{Key: "a", Title: "Раздел", Blocks: []document.Block{
			document.Columns{LeftWidth: 82, Left: []document.Block{c.left}, Right: []document.Block{long}},
		}}}}
		pages, err := typeset.Set(d, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		place := func(word string) (x, y float64) {
			for _, b := range pages[0].Boxes {
				if b, ok := b.(typeset.Text); ok && strings.HasPrefix(b.S, word) {
					return b.X, b.Y
				}
			}
			t.Fatalf("%s: no %q", c.name, word)
			return 0, 0
		}
		_, text := place("начало")
		x, head := place("Показатель")
		if over := x < d.Page.Left*typeset.MM+1 && text < head; over != c.over {
			t.Errorf("%s: the table begins at %.0f %.0f, the text at %.0f", c.name, x, head, text)
		}
	}
}

// A page of text in one cell leaves its neighbours columns that can be read.
func TestALongTextLeavesItsNeighboursRoom(t *testing.T) {
	tab := document.Table{Title: "Т", Columns: []document.Column{
		{Title: "О чём", Weight: 1.3}, {Title: "Было", Weight: 1.5}, {Title: "Стало", Weight: 1.5}, {Title: "Разделы", Weight: 0.5},
	}, Rows: []document.Row{{Cells: []document.Cell{
		document.Txt("Раздел, написанный вручную: о социальной сфере"), document.Txt("было пять школ и шесть детских садов на весь город"),
		document.Txt(strings.Repeat("Длинный абзац о социальной сфере занимает место. ", 40)), document.Txt("7"),
	}}}}
	var lines []string
	for _, b := range setTable(t, tab)[0].Boxes {
		if x, ok := b.(typeset.Text); ok {
			lines = append(lines, x.S)
		}
	}
	if !slices.ContainsFunc(lines, func(s string) bool { return strings.HasPrefix(s, "было пять школ") }) {
		t.Errorf("one word a line: %q", lines)
	}
}

// The foot of a page names what stands on it: one section by its title, parts
// of one by its title, two others by theirs where there is room, or by numbers.
func TestTheFootNamesTheSectionsOfThePage(t *testing.T) {
	some := func(lines int) (out []document.Block) {
		for range lines {
			out = append(out, document.Paragraph{Style: document.Bullet, Runs: document.Plain("строка")})
		}
		return out
	}
	section := func(number, title string, lines int, opens bool) document.Section {
		return document.Section{Key: number, Number: number, Title: title, Level: 1 + strings.Count(number, "."), NewPage: opens, Blocks: some(lines)}
	}
	for _, c := range []struct {
		l    briefing.Lang
		secs []document.Section
		feet []string
	}{
		{briefing.RU, []document.Section{section("1", "Главное", 3, false)}, []string{"Раздел\u00a01. Главное"}},
		{briefing.RU, []document.Section{section("5", "Справка", 0, true), section("5.1", "Хроника", 3, false), section("5.2", "Торговля", 3, false)}, []string{"Раздел\u00a05. Справка"}},
		{briefing.RU, []document.Section{section("5", "Справка", 0, true), section("5.1", "Хроника", 3, false)}, []string{"Раздел\u00a05.1. Хроника"}},
		{briefing.RU, []document.Section{section("5", "Справка", 0, true), section("5.1", "Хроника", 50, false), section("6", "Люди", 3, false)}, []string{"Раздел\u00a05.1. Хроника", "5.1. Хроника; 6. Люди"}},
		{briefing.RU, []document.Section{section("6", "Люди", 3, true), section("7", "Данные", 3, false), section("8", "Слова", 3, false)}, []string{"Разделы\u00a06–8"}},
		{briefing.ZH, []document.Section{section("6", "人员", 3, true), section("7", "数据", 3, false)}, []string{"6. 人员；7. 数据"}},
		{briefing.ZH, []document.Section{section("6", strings.Repeat("人员", 20), 3, true), section("7", "数据", 3, false)}, []string{"章节\u00a06、7"}},
		{briefing.RU, []document.Section{section("", "Изменения", 3, true), section("", "Источники", 3, false)}, []string{"Источники"}},
	} {
		d := &document.Document{Lang: c.l, Page: document.A4(false), Sections: c.secs, FootWord: "Раздел", FootWords: "Разделы"}
		if c.l == briefing.ZH {
			d.FootWord, d.FootWords = "章节", "章节"
		}
		pages, err := typeset.Set(d, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		var feet []string
		for _, p := range pages {
			foot := ""
			for _, b := range p.Boxes[:p.Body] {
				if x, ok := b.(typeset.Text); ok && x.Y > p.Height-d.Page.Bottom*typeset.MM {
					foot += x.S
				}
			}
			feet = append(feet, foot)
		}
		if !slices.Equal(feet, c.feet) {
			t.Errorf("%q, want %q", feet, c.feet)
		}
	}
}

// Which draft or issue it is stands at the foot of every page, on small paper and
// beside long titles: the words of it are shortened before the title of the
// section and that before the body's name.
func TestTheFootNamesTheIssueOnEveryPage(t *testing.T) {
	const ministry = "Министерство промышленности и торговли Республики Татарстан"
	const long, short = " · выпуск, версия 1", " · вып., в. 1"
	for _, c := range []struct {
		paper       document.PageSetup
		body, title string
		left, right string
	}{
		{document.A4(false), ministry, "Главное", ministry + long, "Раздел\u00a05. Главное"},
		{document.A4(false), ministry, "Товарная структура торговли и её изменения за год", ministry + short, "Раздел\u00a05. Товарная структура торговли и её изменения за год"},
		{document.A5(), ministry, "Участники и собеседники", ministry + long, "Раздел\u00a05"},
		{document.A5(), ministry + " (Казань)", "Участники", ministry + " (Казань)" + short, "Раздел\u00a05"},
		{document.A6(), ministry, "Главное", "", "Раздел\u00a05"},
		{document.A6(), "", strings.Repeat("Участники ", 9), "выпуск, версия 1", "Раздел\u00a05"},
	} {
		d := &document.Document{
			Lang: briefing.RU, Page: c.paper, FootLeft: strings.TrimPrefix(c.body+long, " · "), FootBody: c.body, FootIssue: "вып., в. 1", FootWord: "Раздел", FootWords: "Разделы",
			Sections: []document.Section{{Key: "a", Number: "5", Title: c.title, Blocks: []document.Block{document.Paragraph{Runs: document.Plain("слово")}}}},
		}
		pages, err := typeset.Set(d, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		foot := ""
		for _, b := range pages[0].Boxes[:pages[0].Body] {
			if x, ok := b.(typeset.Text); ok && x.Y > pages[0].Height-d.Page.Bottom*typeset.MM {
				foot += "|" + x.S
			}
		}
		if c.left == "" { // the name is cut, the issue is not
			before, after, ok := strings.Cut(strings.TrimPrefix(foot, "|"), "…")
			if !ok || after != short+"|"+c.right || before == "" || !strings.HasPrefix(ministry, before) {
				t.Errorf("foot %q", foot)
			}
			continue
		}
		if foot != "|"+c.left+"|"+c.right {
			t.Errorf("foot %q, want %q %q", foot, c.left, c.right)
		}
	}
}

// Where one of two columns is much the higher the width is parted otherwise; on a
// small page narrow texts stand one under the other.
func TestColumnsAreOfLikeHeight(t *testing.T) {
	words := func(n int) document.Block {
		return document.Paragraph{Style: document.Small, Runs: document.Plain(strings.Repeat("слово ", n) + "конец")}
	}
	first := func(paper document.PageSetup, left, right document.Block) (leftEnd, rightStart, rightEnd typeset.Text) {
		d := &document.Document{Lang: briefing.RU, Page: paper, Sections: []document.Section{{Key: "a", Title: "Раздел", Blocks: []document.Block{
			document.Columns{LeftWidth: 106, Left: []document.Block{left}, Right: []document.Block{document.Heading{Text: "Справа", Level: 2}, right}},
		}}}}
		pages, err := typeset.Set(d, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range pages[0].Boxes {
			x, ok := b.(typeset.Text)
			switch {
			case !ok:
			case x.S == "Справа":
				rightStart = x
			case strings.Contains(x.S, "конец") && rightStart.S == "":
				leftEnd = x
			case strings.Contains(x.S, "конец"):
				rightEnd = x
			}
		}
		return leftEnd, rightStart, rightEnd
	}
	a4 := document.A4(false)
	if _, right, _ := first(a4, words(50), words(50)); right.X < (a4.Left+106)*typeset.MM {
		t.Errorf("even columns: the right one begins at %.0f", right.X)
	}
	if _, right, _ := first(a4, words(30), words(150)); right.X > (a4.Left+95)*typeset.MM {
		t.Errorf("a long text at the right begins at %.0f", right.X)
	}
	if left, right, _ := first(document.A5(), words(30), words(30)); left.Y > right.Y || left.X > right.X+200 {
		t.Errorf("on A5 the left text ends at %.0f %.0f, the right one begins at %.0f %.0f", left.X, left.Y, right.X, right.Y)
	}
}

// Figures that take more than a row have rows of like length.
func TestRowsOfFiguresAreOfLikeLength(t *testing.T) {
	for n, want := range map[int][]int{3: {3}, 4: {2, 2}, 5: {3, 2}, 6: {3, 3}, 7: {3, 3, 1}} {
		k := document.KeyFigures{}
		for range n {
			k.Items = append(k.Items, document.KeyFigure{Number: "12", What: "величина"})
		}
		pages, err := typeset.Set(&document.Document{Lang: briefing.RU, Page: document.A5(), Sections: []document.Section{{Key: "a", Title: "Раздел", Blocks: []document.Block{k}}}}, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		var rows []int
		at := 0.0
		for _, b := range pages[0].Boxes {
			if x, ok := b.(typeset.Text); ok && x.S == "12" {
				if x.Y > at+1 {
					rows, at = append(rows, 0), x.Y
				}
				rows[len(rows)-1]++
			}
		}
		if !slices.Equal(rows, want) {
			t.Errorf("%d figures stand %v, want %v", n, rows, want)
		}
	}
}
