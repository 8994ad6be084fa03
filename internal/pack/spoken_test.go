package pack_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// Every figure of a text that is read aloud stands in the interpreter's table,
// though it is no headline, with the change that the text says; figures of other
// texts and of what may not be said don't. His register has what his pages cite.
func TestEveryFigureThatIsSaidIsInTheInterpretersTable(t *testing.T) {
	fact := func(id, source, n string, use briefing.Use) *briefing.Fact {
		c := briefing.Claim{ID: "a", Source: briefing.ID(source), Figure: briefing.Figure{Value: briefing.SomeNum(n), Unit: "usd"}, Period: briefing.Year(2022), Change: briefing.SomeNum("15.1"), ChangeUnit: "percent"}
		return &briefing.Fact{ID: briefing.ID(id), Status: briefing.Confirmed, Use: use, Product: briefing.Text{RU: "Вот-" + id, EN: "See-" + id, ZH: "见" + id}, Claims: []briefing.Claim{c}}
	}
	say := func(id, kind, body string, use briefing.Use) *briefing.Message {
		return &briefing.Message{ID: briefing.ID(id), Kind: kind, Use: use, Title: briefing.Text{RU: id}, Body: briefing.Text{RU: body, EN: body, ZH: body}, Answer: briefing.Text{RU: body}}
	}
	source := func(id, kind string) *briefing.Source {
		return &briefing.Source{ID: briefing.ID(id), Kind: kind, Title: briefing.Text{RU: "Материал-" + id, EN: "Material-" + id, ZH: "材料" + id}, Published: "2023"}
	}
	p := &project.Project{
		Pack:    briefing.Pack{Title: briefing.Text{RU: "Визит"}, Partner: "CN"},
		Sources: []*briefing.Source{source("said", "media"), source("memo", "note"), source("unsaid", "media")},
		Facts: []*briefing.Fact{
			fact("said", "said", "123456789", briefing.Aloud), fact("grown", "said", "5000", briefing.Aloud),
			fact("answered", "unsaid", "777", briefing.Reference),
		},
		Messages: []*briefing.Message{
			say("m1", "talking-point", "Поставили на {said}.", briefing.Aloud),
			say("m2", "talking-point", "Рост — {grown:change}.", briefing.Aloud),
			say("m3", "qa", "Ответ: {answered}.", briefing.Aloud),
		},
		People:  []*briefing.Person{{ID: "who", Name: briefing.Text{RU: "Иванов"}, Sources: []briefing.ID{"memo"}}},
		Figures: figure.NewSet(),
	}
	for _, l := range briefing.Langs() {
		d, err := pack.Build(project.Take(p, project.Options{Audience: briefing.Interpreter}), nil, pack.Options{Lang: l})
		if err != nil {
			t.Fatal(err)
		}
		out := plain(dump(d))
		var rows []string
		titles := []string{"Числа для переводчика", "Figures for the interpreter", "口译数字"}
		each := func(t document.Table) {
			if slices.Contains(titles, t.Title) {
				for _, r := range t.Rows {
					rows = append(rows, r.Cells[0].Text+" | "+r.Cells[1].Text+" | "+r.Cells[2].Text)
				}
			}
		}
		for _, s := range d.Sections {
			for _, b := range s.Blocks {
				switch b := b.(type) {
				case document.Table:
					each(b)
				case document.Columns:
					for _, r := range b.Right {
						if table, ok := r.(document.Table); ok {
							each(table)
						}
					}
				}
			}
		}
		all := plain(strings.Join(rows, "\n"))
		change := map[briefing.Lang]string{briefing.RU: "15,1", briefing.EN: "15.1", briefing.ZH: "15.1"}[l]
		if len(rows) != 3 || !strings.Contains(all, "亿") || !strings.Contains(all, change) {
			t.Errorf("%s: of a value, a value with a change and the change:\n%s", l, all)
		}
		if strings.Contains(all, "777") || strings.Contains(out, "777") {
			t.Errorf("%s: has what is not said\n%s", l, all)
		}
		registered := 0
		for _, s := range d.Sections {
			if s.Key != "sources" {
				continue
			}
			for _, r := range s.Blocks[0].(document.Table).Rows {
				registered++
				if r.Cells[len(r.Cells)-1].Text == "" {
					t.Errorf("%s: the register has a source that no page cites: %s", l, r.Cells[2].Says())
				}
			}
		}
		if registered == 0 || strings.Contains(out, "unsaid") {
			t.Errorf("%s: %d sources in\n%s", l, registered, out)
		}
	}
}

// On the card the figures of its own sentences come first, each with the change
// that they say, in both languages; an amount in words is one of them.
func TestTheCardHasTheFiguresOfItsSentencesFirst(t *testing.T) {
	fact := func(id, n string, word briefing.Precision) *briefing.Fact {
		c := briefing.Claim{ID: "a", Source: "s", Figure: briefing.Figure{Unit: "person", Precision: word}, Period: briefing.Year(2022), Change: briefing.SomeNum("2.3"), ChangeUnit: briefing.Times}
		if n != "" {
			c.Figure.Value = briefing.SomeNum(n)
		}
		return &briefing.Fact{ID: briefing.ID(id), Status: briefing.Confirmed, Use: briefing.Aloud, Measure: "other", Product: all(id), Claims: []briefing.Claim{c}}
	}
	p := &project.Project{
		Pack:    briefing.Pack{Title: all("Визит"), Partner: "CN"},
		Sources: []*briefing.Source{{ID: "s", Kind: "media", Title: all("Материал"), Published: "2023"}},
		Messages: []*briefing.Message{
			{ID: "m", Kind: "talking-point", Use: briefing.Aloud, Title: all("m"), Body: all("{own}, {own:change}; {vague}.")},
		},
		Figures: figure.NewSet(),
	}
	for i := range 8 {
		p.Facts = append(p.Facts, fact("a"+itoa(i), "11", ""))
	}
	p.Facts = append(p.Facts, fact("own", "1320", ""), fact("vague", "", briefing.HundredsOf))
	p.Facts[8].PartOf = "a1" // no headline by itself
	var got []string
	tables(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU, Form: pack.FormCard}), func(_ document.Section, table document.Table) {
		for _, r := range table.Rows {
			got = append(got, strings.ReplaceAll(r.Cells[1].Text+" | "+r.Cells[2].Text, "\u00a0", " "))
		}
	})
	out := strings.Join(got, "\n")
	if len(got) != 6 || !strings.Contains(got[0], "сотни") && !strings.Contains(got[0], "1") {
		t.Fatal(out)
	}
	first := strings.Join(got[:3], "\n")
	for _, want := range []string{"в 2,3 раза | ", "2.3倍", "сотни человек | 数百人", "1320人"} {
		if !strings.Contains(first, want) {
			t.Errorf("the first rows lack %q:\n%s", want, out)
		}
	}
}
