package check_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
	"briefing/internal/project"
)

func doc(l briefing.Lang, blocks ...document.Block) *document.Document {
	return &document.Document{Lang: l, Form: "pack", Sections: []document.Section{{Key: "s", Blocks: blocks}}}
}

func TestDocument(t *testing.T) {
	ref := func(id briefing.ID) *briefing.Ref { return &briefing.Ref{Kind: briefing.KindFact, ID: id} }
	run := func(text string, id briefing.ID) document.Run { return document.Run{Text: text, Origin: ref(id)} }
	invented := func(p *project.Project) { fact(p, "then").Sample = true }
	tests := []struct {
		outcome string
		change  func(p *project.Project)
		d       *document.Document
		want    string
	}{
		{"11 a sentence with the word", nil, doc(briefing.RU, document.Paragraph{Runs: []document.Run{{Text: "По плану — "}, run("283,5 тыс. т", "plan"), {Text: "."}}}), ""},
		{"11 a sentence without it", nil, doc(briefing.RU, document.Paragraph{Runs: []document.Run{{Text: "План известен. Отгружено "}, run("283,5 тыс. т", "plan"), {Text: "."}}}), "11 blocking fact:plan"},
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
