package typeset_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/typeset"
)

// longTable has rows "row7" … with a group every ten rows and a total.
func longTable(rows int) document.Table {
	t := document.Table{
		ID: "T01", Label: "Таблица А.3", Title: "Long", Notes: []string{"note"}, Source: "source",
		Columns: []document.Column{{Title: "Name"}, {Title: "Number", Kind: document.NumberColumn, Decimals: 1}},
	}
	for i := range rows {
		r := document.Row{Cells: []document.Cell{document.Txt(fmt.Sprintf("row%d", i)), {Number: briefing.SomeNum(fmt.Sprint(i))}}}
		if i%10 == 0 {
			r = document.Row{Kind: document.GroupRow, Cells: []document.Cell{document.Txt(fmt.Sprintf("group%d", i))}}
		}
		t.Rows = append(t.Rows, r)
	}
	t.Rows = append(t.Rows, document.Row{Kind: document.TotalRow, Cells: []document.Cell{document.Txt("total"), {Number: briefing.SomeNum("1")}}})
	return t
}

func setTable(t *testing.T, tab document.Table, before ...document.Block) []typeset.Page {
	t.Helper()
	d := &document.Document{
		Lang: briefing.RU, Page: document.A4(false), Words: document.Words{Continuation: "Продолжение таблицы %s"},
		Sections: []document.Section{{Title: "section", Blocks: append(before, tab)}},
	}
	pages, err := typeset.Set(d, even{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func TestLongTablesRepeatTheirHeadAndLoseNoRow(t *testing.T) {
	for rows := 30; rows < 150; rows += 7 {
		pages := setTable(t, longTable(rows))
		seen, again := map[string]int{}, map[string]int{}
		for i, p := range pages {
			lines := linesOf(p)
			head := lines[0]
			if i > 0 && !strings.HasPrefix(head, "Продолжение таблицы А.3") {
				t.Errorf("%d rows, page %d begins with %q", rows, p.Number, head)
			}
			if i > 0 && !strings.HasPrefix(lines[1], "Name") {
				t.Errorf("%d rows, page %d has no head: %q", rows, p.Number, lines[1])
			}
			if i > 0 && !strings.HasPrefix(lines[2], "group") {
				t.Errorf("%d rows, page %d: the group of %q is not named", rows, p.Number, lines[2])
			} else if i > 0 {
				group, first := 0, 0
				_, _ = fmt.Sscanf(lines[2], "group%d", &group)
				for n := group + 1; n < group+10; n++ {
					if strings.HasPrefix(lines[3], fmt.Sprintf("row%d%d,", n, n)) {
						first = n
					}
				}
				if first == 0 {
					t.Errorf("%d rows, page %d: %q stands under %q", rows, p.Number, lines[3], lines[2])
				}
				if first != group+1 { // else it is the group's own place
					again[fmt.Sprintf("group%d", group)]++
				}
			}
			last := lines[len(lines)-1]
			if strings.HasPrefix(last, "group") || strings.HasPrefix(last, "Name") {
				t.Errorf("%d rows, page %d ends with %q", rows, p.Number, last)
			}
			if i > 0 && strings.HasPrefix(lines[2], "total") || i > 0 && strings.HasPrefix(lines[2], "note") {
				t.Errorf("%d rows: %q stands alone on page %d", rows, lines[2], p.Number)
			}
			for _, b := range p.Boxes {
				if x, ok := b.(typeset.Text); ok {
					seen[x.S]++
				}
			}
		}
		for i := range rows {
			name := fmt.Sprintf("row%d", i)
			if i%10 == 0 {
				name = fmt.Sprintf("group%d", i)
			}
			if n := seen[name] - again[name]; n != 1 {
				t.Fatalf("%d rows: %s stands %d times", rows, name, n)
			}
		}
	}
}

func TestAHeadNeverStandsAloneAtTheFoot(t *testing.T) {
	for lines := 30; lines < 46; lines++ {
		var before []document.Block
		for range lines {
			before = append(before, document.Paragraph{Style: document.Text, Runs: document.Plain("line")})
		}
		pages := setTable(t, longTable(30), before...)
		for _, p := range pages {
			l := linesOf(p)
			if last := l[len(l)-1]; strings.HasPrefix(last, "Name") || strings.HasPrefix(last, "Таблица") || strings.HasPrefix(last, "group") {
				t.Errorf("after %d lines page %d ends with %q", lines, p.Number, last)
			}
		}
	}
}

func TestNumbersMeetAtTheSeparator(t *testing.T) {
	tab := document.Table{Columns: []document.Column{{Title: "A"}, {Title: "B", Kind: document.NumberColumn, Decimals: -1}}}
	for _, n := range []string{"190.271", "555", "961.8", "29"} {
		tab.Rows = append(tab.Rows, document.Row{Cells: []document.Cell{document.Txt("x"), {Number: briefing.SomeNum(n), Mark: "e"}}})
	}
	pages := setTable(t, tab)
	m := even{}
	var at []float64
	for _, b := range pages[0].Boxes {
		x, ok := b.(typeset.Text)
		if !ok || x.Face != typeset.SansTab {
			continue
		}
		whole, _, _ := strings.Cut(x.S, ",")
		at = append(at, x.X+m.width(typeset.Text{S: whole, Size: x.Size}))
	}
	if len(at) != 4 {
		t.Fatalf("%d numbers", len(at))
	}
	for _, x := range at {
		if x < at[0]-0.01 || x > at[0]+0.01 {
			t.Fatalf("separators at %v", at)
		}
	}
}

func TestARowTallerThanThePageIsCutBetweenLines(t *testing.T) {
	words := make([]string, 3000)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", i)
	}
	tab := longTable(5)
	tab.Rows[2].Cells[0] = document.Txt(strings.Join(words, " "))
	pages := setTable(t, tab)
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	text := pageText(pages)
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Fatalf("%s is lost", w)
		}
	}
}

func TestTablesTooWideOrEmptyDoNotFail(t *testing.T) {
	wide := document.Table{Label: "Таблица 1"}
	var cells []document.Cell
	for i := range 60 {
		wide.Columns = append(wide.Columns, document.Column{Title: fmt.Sprintf("Column%d", i), Kind: document.NumberColumn})
		cells = append(cells, document.Cell{Number: briefing.SomeNum("123456789")})
	}
	wide.Rows = []document.Row{{Cells: cells}, {Cells: cells[:3]}, {}}
	for name, tab := range map[string]document.Table{
		"sixty columns": wide,
		"no columns":    {Label: "Таблица 1"},
		"no rows":       {Label: "Таблица 1", Columns: []document.Column{{Title: "A"}}},
		"no head":       {Columns: []document.Column{{}, {}}, Rows: []document.Row{{Cells: []document.Cell{document.Txt("x")}}}},
		"wrong groups":  {Columns: []document.Column{{Title: "A"}}, Groups: []document.HeadGroup{{Title: "g", From: -3, To: 9}}, Rows: []document.Row{{}}},
		"head of a page": {
			Columns: []document.Column{{Title: strings.Repeat("head ", 4000)}, {Title: "B"}},
			Rows:    []document.Row{{Cells: []document.Cell{document.Txt("x")}}, {Cells: []document.Cell{document.Txt("y")}}},
		},
	} {
		if pages := setTable(t, tab); len(pages) == 0 || len(pages) > 60 {
			t.Errorf("%s: %d pages", name, len(pages))
		}
	}
}

func TestALineInACellIsDrawnInItsColumn(t *testing.T) {
	tab := document.Table{Columns: []document.Column{{Title: "A"}, {Title: "n", Kind: document.NumberColumn}, {Title: "course"}}}
	for i := range 3 {
		c := document.Cell{}
		for j := range 12 * i {
			c.Spark = append(c.Spark, briefing.SomeNum(fmt.Sprint(j*j%7)))
		}
		tab.Rows = append(tab.Rows, document.Row{Cells: []document.Cell{document.Txt(fmt.Sprintf("row%d", i)), {Number: briefing.SomeNum("5")}, c}})
	}
	pages := setTable(t, tab)
	plots := 0
	for _, b := range pages[0].Boxes {
		p, ok := b.(typeset.Plot)
		if !ok {
			continue
		}
		plots++
		if p.Chart.Kind != document.Sparkline || p.W < 30 || p.H < 7 || p.X+p.W > pages[0].Width-10*typeset.MM+0.1 {
			t.Errorf("%+v", p)
		}
	}
	if plots != 2 {
		t.Errorf("%d lines, want one for each row that has values", plots)
	}
}

// No row of a table stands alone: neither under the head at the foot of a page
// nor after the others on the next.
func TestNoRowOfATableStandsAlone(t *testing.T) {
	for rows := 2; rows <= 5; rows++ {
		for above := 20; above < 45; above++ {
			var blocks []document.Block
			for range above {
				blocks = append(blocks, document.Paragraph{Style: document.Bullet, Runs: document.Plain("line")})
			}
			tab := document.Table{Label: "T", Title: "Title", Columns: []document.Column{{Title: "head"}}}
			for i := range rows {
				tab.Rows = append(tab.Rows, document.Row{Cells: []document.Cell{document.Txt(fmt.Sprint("row", i))}})
			}
			d := &document.Document{Lang: briefing.EN, Page: document.A4(false), Sections: []document.Section{{Key: "a", Title: "S", Blocks: append(blocks, tab)}}}
			pages, err := typeset.Set(d, fonts(), plain)
			if err != nil {
				t.Fatal(err)
			}
			on := map[int]int{}
			for i := range rows {
				page, _, _ := found(pages, fmt.Sprint("row", i))
				on[page]++
			}
			for page, n := range on {
				if n == 1 {
					t.Errorf("%d rows under %d lines: one stands alone on page %d", rows, above, page+1)
				}
			}
		}
	}
}

// Tables of the same columns that follow each other have them below each other.
func TestTablesOfTheSameColumnsHaveThemBelowEachOther(t *testing.T) {
	table := func(head, name string) document.Table {
		return document.Table{Title: "Сторона", Columns: []document.Column{{Title: "Имя"}, {Title: head}}, Rows: []document.Row{
			{Cells: []document.Cell{document.Txt(name), document.Txt("должность")}},
		}}
	}
	for _, c := range []struct {
		second string
		alike  bool
	}{{"Должность", true}, {"Организация", false}} {
		var at []float64
		for _, b := range setTable(t, table(c.second, "Константинопольская Екатерина Владимировна"), table("Должность", "Кая Айше"))[0].Boxes {
			if x, ok := b.(typeset.Text); ok && x.S == "должность" {
				at = append(at, x.X)
			}
		}
		if len(at) != 2 || (at[0] == at[1]) != c.alike {
			t.Errorf("%s: the second columns begin at %v", c.second, at)
		}
	}
}

// The words of a head stay whole at their dashes where there is room, so that it
// has two lines and not three; the items of a cell stand apart.
func TestHeadsKeepTheirWordsAndItemsStandApart(t *testing.T) {
	num := func(s string) document.Cell { return document.Cell{Number: briefing.SomeNum(s)} }
	wide := []document.Column{
		{Key: "what", Title: "Товар", Weight: 1},
		{Key: "then", Title: "янв.–окт. 2025", Kind: document.NumberColumn, Decimals: 1},
		{Key: "now", Title: "янв.–окт. 2026", Kind: document.NumberColumn, Decimals: 1},
	}
	item := func(apart bool) document.Table {
		return document.Table{ID: "I", Columns: []document.Column{{Key: "a", Title: "День"}}, Rows: []document.Row{{Cells: []document.Cell{{Runs: []document.Run{
			{Text: "first"}, {Text: "\n", Apart: apart}, {Text: "second"},
		}}}}}}
	}
	set := func(b document.Block) []typeset.Page {
		pages, err := typeset.Set(&document.Document{Lang: briefing.RU, Page: document.A4(false), Sections: []document.Section{{Key: "a", Blocks: []document.Block{
			document.Columns{LeftWidth: 106, Left: []document.Block{document.Paragraph{Runs: document.Plain("x")}}, Right: []document.Block{b}},
		}}}}, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		return pages
	}
	pages := set(document.Table{ID: "T", Columns: wide, Rows: []document.Row{{Cells: []document.Cell{document.Txt("Органические химические соединения и прочее"), num("26.8"), num("27.2")}}}})
	if _, _, n := found(pages, "янв.–окт."); n != 2 {
		t.Errorf("the period stands whole in %d heads of 2", n)
	}
	gap := func(apart bool) float64 {
		pages := set(item(apart))
		_, a, _ := found(pages, "first")
		_, b, _ := found(pages, "second")
		return b - a
	}
	if near, far := gap(false), gap(true); far < near+3 || far > near+8 {
		t.Errorf("items stand %.1f from each other, lines %.1f", far, near)
	}
}

// An hour does not part from its date where the line can break elsewhere.
func TestAnHourStaysWithItsDate(t *testing.T) {
	for width := 60; width < 180; width += 2 {
		pages, err := typeset.Set(&document.Document{Lang: briefing.RU, Page: document.A4(false), Sections: []document.Section{{Key: "a", Blocks: []document.Block{
			document.Columns{LeftWidth: float64(width), Left: []document.Block{document.Paragraph{
				Style: document.SourceLine, Runs: document.Plain("Источники: ТАСС [1]; РБК [2]; Жэньминь жибао [3]; Синьхуа [4]. По состоянию на 08.12.2026 18:00\u00a0МСК"),
			}}},
		}}}}, fonts(), plain)
		if err != nil {
			t.Fatal(err)
		}
		_, day, _ := found(pages, "08.12.2026")
		_, hour, _ := found(pages, "18:00")
		if day != hour {
			t.Errorf("%d mm: the date stands at %.1f, the hour at %.1f", width, day, hour)
		}
	}
}
