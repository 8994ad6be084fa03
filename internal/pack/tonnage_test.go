package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// A table of tonnes alone, by months and for the months together, with one
// province of the partner: the structure is told once, in tonnes, and nothing is
// drawn of a value that nobody gives.
func TestATableOfTonnesAlone(t *testing.T) {
	p := &project.Project{Figures: figure.NewSet(), Imports: []*briefing.Import{{ID: "i", File: "rows.xlsx"}}}
	p.Pack.Reporter, p.Pack.Partner, p.Pack.AsOf = "RU", "CN", "2026-12-01T00:00:00+03:00"
	line := 0
	add := func(period, product, weight string) {
		line++
		err := p.Figures.Append(figure.Observation{
			Flow: figure.Export, Reporter: "RU", Partner: "CN", Province: "23", Code: figure.TotalCode, Product: product, Classification: "HS",
			Period: briefing.Per(period), NetWeight: briefing.SomeNum(weight), Import: "i", Line: line,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, month := range []string{"2026-01", "2026-02"} {
		add(month, "Соя", "5000000")
		add(month, "Мука", "1000000")
	}
	add("2026-01..2026-02", "Соя", "10000000")
	add("2026-01..2026-02", "Мука", "2000000")
	out := dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU, Draft: true}))
	for _, bad := range []string{"[x]", "нет данных", "базис"} {
		if strings.Contains(out, bad) {
			t.Errorf("%q is in\n%s", bad, out)
		}
	}
	if n := strings.Count(out, "Китай (Хэйлунцзян), январь–февраль 2026"); n == 0 {
		t.Errorf("the province is not named in\n%s", out)
	}
	if n := strings.Count(out, "Соя | 10,0"); n != 1 {
		t.Errorf("the structure stands %d times in\n%s", n, out)
	}
}
