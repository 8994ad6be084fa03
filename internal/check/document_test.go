package check_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/project"
)

func doc(l briefing.Lang, blocks ...document.Block) *document.Document {
	return &document.Document{Lang: l, Form: "pack", Sections: []document.Section{{Key: "s", Blocks: blocks}}}
}

func leaders(d *document.Document) *document.Document {
	d.Audience = briefing.Leader
	return d
}

// filled is a document with sections that have a block each.
func filled(keys ...string) *document.Document {
	d := &document.Document{Lang: briefing.RU, Form: "pack"}
	for _, k := range keys {
		d.Sections = append(d.Sections, document.Section{Key: k, Level: 1, Blocks: []document.Block{document.Paragraph{Runs: document.Plain("x")}}})
	}
	return d
}

func TestDocument(t *testing.T) {
	ref := func(id briefing.ID) *briefing.Ref { return &briefing.Ref{Kind: briefing.KindFact, ID: id} }
	run := func(text string, id briefing.ID) document.Run { return document.Run{Text: text, Origin: ref(id)} }
	invented := func(p *project.Project) { fact(p, "then").Sample = true }
	rough := func(p *project.Project) { fact(p, "then").Claims[0].Figure.Precision = briefing.About }
	named := func(p *project.Project) {
		p.Figures = figure.NewSet()
		for _, code := range []string{figure.TotalCode, "8703"} {
			o := figure.Observation{Flow: figure.Import, Reporter: "RU", Partner: "CN", Code: code, Product: map[string]string{figure.TotalCode: "大豆", "8703": "汽车"}[code], Classification: "HS", Period: briefing.Year(2022), Value: briefing.SomeNum("5"), Currency: "USD", Import: "i"}
			if err := p.Figures.Append(o); err != nil {
				t.Fatal(err)
			}
		}
	}
	goods := func(names ...string) document.Table {
		var out document.Table
		for _, n := range names {
			out.Rows = append(out.Rows, document.Row{Cells: []document.Cell{{Text: n}}})
		}
		return out
	}
	visit := func(p *project.Project) { p.Pack.Template = "visit-received" }
	tests := []struct {
		outcome string
		change  func(p *project.Project)
		d       *document.Document
		want    string
	}{
		{"11 a sentence with the word", nil, doc(briefing.RU, document.Paragraph{Runs: []document.Run{{Text: "По плану — "}, run("283,5 тыс. т", "plan"), {Text: "."}}}), ""},
		{"11 a sentence without it", nil, doc(briefing.RU, document.Paragraph{Runs: []document.Run{{Text: "План известен. Отгружено "}, run("283,5 тыс. т", "plan"), {Text: "."}}}), "11 blocking fact:plan"},
		{"11 a text of a record, which is read as a text", nil, doc(briefing.RU, document.Paragraph{Runs: []document.Run{{Text: "Отгружено ", Shows: &document.Shown{}}, {Text: "283,5 тыс. т", Origin: ref("plan"), Shows: &document.Shown{}}}}), ""},
		{"11 inside columns", nil, doc(briefing.EN, document.Columns{Right: []document.Block{document.Note{Runs: []document.Run{run("283.5", "plan")}}}}), "11 blocking fact:plan"},
		{"11 in Chinese with the word", nil, doc(briefing.ZH, document.Points{Items: []document.Point{{Runs: []document.Run{{Text: "计划"}, run("28.35万吨", "plan")}}}}), ""},
		{"11 a row of a table whose title has it", nil, doc(briefing.RU, document.Table{Title: "План", Rows: []document.Row{{Origin: ref("plan"), Cells: []document.Cell{document.Txt("2024")}}}}), ""},
		{"11 a row without it", nil, doc(briefing.RU, document.Table{Title: "Отгрузка", Rows: []document.Row{{Origin: ref("plan"), Cells: []document.Cell{document.Txt("2024")}}}}), "11 blocking fact:plan"},
		{"11 a cell under a head that has it", nil, doc(briefing.RU, document.Table{Title: "Отгрузка", Columns: []document.Column{{Title: "план"}}, Rows: []document.Row{{Cells: []document.Cell{{Text: "283,5", Origin: ref("plan")}}}}}), ""},
		{"11 a headline figure with the sign of a plan", nil, doc(briefing.RU, document.KeyFigures{Items: []document.KeyFigure{{Number: "283,5", Sign: document.SignPlan, Origin: ref("plan")}}}), ""},
		{"11 a headline figure without", nil, doc(briefing.RU, document.KeyFigures{Items: []document.KeyFigure{{Number: "283,5", What: "отгружено", Origin: ref("plan")}}}), "11 blocking fact:plan"},
		{"11 a bar drawn as a plan", nil, doc(briefing.RU, document.Chart{Series: []document.Series{{Points: []document.ChartPoint{{Fill: document.Plan, Origin: ref("plan")}}}}}), ""},
		{"11 a bar drawn as achieved", nil, doc(briefing.RU, document.Chart{Title: "Отгрузка", Series: []document.Series{{Points: []document.ChartPoint{{Origin: ref("plan")}}}}}), "11 blocking fact:plan"},
		{"11 told once for the same words", nil, doc(briefing.RU, document.Paragraph{Runs: []document.Run{run("283,5", "plan"), {Text: " и "}, run("283,5", "plan")}}), "11 blocking fact:plan"},

		{"21 goods that a file names in another language", named, doc(briefing.RU, goods("[нет перевода] 大豆")), "21 blocking pack:pack"},
		{"21 goods that a file names beside their code", named, doc(briefing.RU, goods("[нет перевода] 汽车", "大豆")), "21 blocking pack:pack"},
		{"21 goods in columns", named, doc(briefing.RU, document.Columns{Right: []document.Block{goods("[нет перевода] 汽车")}}), "21 blocking pack:pack"},
		{"21 goods that the file names in the language", named, doc(briefing.RU, goods("大豆", "8703", "[нет перевода] Мероприятие")), ""},

		{"17 a rough number with its word", rough, doc(briefing.RU, document.Paragraph{Runs: []document.Run{{Text: "Было "}, run("около 147,15 млрд долл. США", "then")}}), ""},
		{"17 a rough number without it", rough, doc(briefing.RU, document.Paragraph{Runs: []document.Run{{Text: "Было "}, run("147,15 млрд долл. США", "then")}}), "17 warning fact:then"},
		{"17 the word stands in the text", rough, doc(briefing.RU, document.Paragraph{Runs: []document.Run{{Text: "Было примерно "}, run("147,15 млрд", "then")}}), ""},
		{"17 a row of a table with the word", rough, doc(briefing.RU, document.Table{Title: "T", Rows: []document.Row{{Origin: ref("then"), Cells: []document.Cell{{Word: "около", Text: "147,15"}}}}}), ""},
		{"17 a row of a table without it", rough, doc(briefing.RU, document.Table{Title: "T", Rows: []document.Row{{Origin: ref("then"), Cells: []document.Cell{{Text: "2021"}, {Text: "147,15"}}}}}), "17 warning fact:then"},
		{"17 the number of a source", rough, doc(briefing.RU, document.Table{Title: "T", Rows: []document.Row{{Origin: ref("then"), Cells: []document.Cell{{Text: "млрд"}, {Word: "около"}, {Text: "факт"}, {Text: "[147,15]"}}}}}), ""},
		{"17 in Chinese without it", rough, doc(briefing.ZH, document.Paragraph{Runs: []document.Run{{Text: "为"}, run("1471.5亿美元", "then")}}), "17 warning fact:then"},
		{"17 an exact number needs none", nil, doc(briefing.RU, document.Paragraph{Runs: []document.Run{{Text: "Было "}, run("147,15 млрд долл. США", "then")}}), ""},
		{"17 part of another number", rough, doc(briefing.RU, document.Table{Title: "T", Rows: []document.Row{{Origin: ref("then"), Cells: []document.Cell{{Text: "2147,15"}}}}}), ""},

		{"24 nothing says what the pack is", func(p *project.Project) { p.Pack.Title, p.Events = briefing.Text{}, nil }, doc(briefing.RU), "24 blocking pack:pack"},
		{"24 the event is its name", func(p *project.Project) { p.Pack.Title, p.Pack.Event = briefing.Text{}, p.Events[0].ID }, doc(briefing.RU), ""},
		{"24 an event that the pack is not about is no name", func(p *project.Project) { p.Pack.Title, p.Pack.Event = briefing.Text{}, "" }, doc(briefing.RU), "24 blocking pack:pack"},
		{"24 a project without anything", func(p *project.Project) { *p = project.Project{Figures: figure.NewSet()} }, doc(briefing.RU), "24 blocking pack:pack, 24 blocking pack:pack"},
		{"24 a title and nothing to say", func(p *project.Project) {
			*p = project.Project{Pack: briefing.Pack{Title: all3("x")}, Figures: figure.NewSet()}
		}, doc(briefing.RU), "24 blocking pack:pack"},
		{"24 no section is required", nil, leaders(doc(briefing.RU)), ""},
		{"24 required sections are missing", visit, leaders(doc(briefing.RU)), "24 warning pack:pack, 24 warning pack:pack, 24 warning pack:pack, 24 warning pack:pack, 24 warning pack:pack"},
		{"24 one is switched off", func(p *project.Project) { visit(p); p.Pack.Sections = "-event -points -people" }, leaders(doc(briefing.RU)), "24 warning pack:pack, 24 warning pack:pack"},
		{"24 all are there", visit, leaders(filled("summary", "event", "points", "people", "sources")), ""},
		{"24 other readers get less", visit, doc(briefing.RU), ""},

		{"29 invented data without a stamp", invented, doc(briefing.RU, document.Table{Title: "T", Rows: []document.Row{{Origin: ref("then")}}}), "29 blocking fact:then"},
		{"29 invented data with a stamp", invented, doc(briefing.RU, document.Table{Title: "T", Stamp: "ОБРАЗЕЦ", Rows: []document.Row{{Origin: ref("then")}}}), ""},
		{"29 a fact that is not invented needs none", nil, doc(briefing.RU, document.Table{Title: "T", Rows: []document.Row{{Origin: ref("then")}}}), ""},
	}
	for _, tt := range tests {
		t.Run(tt.outcome, func(t *testing.T) {
			p := clean()
			if tt.change != nil {
				tt.change(p)
			}
			s := project.Take(p, project.Options{Audience: briefing.Leader})
			got := check.Document(s, tt.d)
			if short(got) != tt.want {
				t.Errorf("got %q, want %q", short(got), tt.want)
			}
			complete(t, got)
			tt.d.Form = "compiler"
			if check.Blocks(check.Document(compiler(p), tt.d)) {
				t.Error("the compiler's sheet is blocked")
			}
		})
	}
}
