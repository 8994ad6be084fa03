package app_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// Goods that a file names in Russian stop an English issue, and the checks say so
// before one is tried; in Russian there is nothing to say.
func TestGoodsWithoutATranslationAreToldAndStopAnIssue(t *testing.T) {
	w := world(t)
	pr := &project.Project{
		Pack:    briefing.Pack{Title: briefing.Text{RU: "Экспорт", EN: "Exports", ZH: "出口"}, AsOf: "2025-01-20T10:00:00+03:00", Reporter: "RU", Partner: "CN"},
		Sources: []*briefing.Source{{ID: "s", Kind: "statistics", Title: briefing.Text{RU: "Экспорт", EN: "Exports", ZH: "出口"}, Published: "2025-01-10"}},
		Imports: []*briefing.Import{{ID: "i", File: "i.csv", Source: "s"}}, Figures: figure.NewSet(),
	}
	for month := 1; month <= 12; month++ {
		for code, name := range map[string]string{"1514119001": "Масло рапсовое", "2905310000": "Этиленгликоль"} {
			o := figure.Observation{Flow: figure.Export, Reporter: "RU", Partner: "CN", Code: code, Level: 10, Product: name, Classification: "TNVED", Currency: "USD", Import: "i", Line: month}
			o.Period, o.Value = briefing.Month(2024, month), briefing.SomeNum("5000000")
			if err := pr.Figures.Append(o); err != nil {
				t.Fatal(err)
			}
		}
	}
	p, err := app.Create(w, filepath.Join(t.TempDir(), "g.briefing"), pr)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	told := func(found []check.Finding) bool {
		for _, f := range found {
			if f.Number == 21 && f.Severity == check.Blocking && f.Ref.Kind == briefing.KindPack {
				return true
			}
		}
		return false
	}
	for l, want := range map[briefing.Lang]bool{briefing.RU: false, briefing.EN: true, briefing.ZH: true} {
		found, err := p.AllFindings(time.Time{}, briefing.Leader, l)
		if err != nil || told(found) != want {
			t.Errorf("%s: told %v, %v", l, told(found), err)
		}
		res, err := p.Export(context.Background(), app.ExportOptions{Lang: l, PDF: filepath.Join(t.TempDir(), "g.pdf"), Unkept: true})
		if blocked := briefing.CodeOf(err) == briefing.CodeBlocking; told(res.Findings) != want || want && !blocked {
			t.Errorf("%s: told %v with the issue, %v", l, told(res.Findings), err)
		}
	}
}
