package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// Figures of half a year are headed by their months everywhere, and compared
// with the same months of the year before. They stood under the bare year, each
// in a table of its own.
func TestRangesAreHeadedByTheirMonthsAndCompared(t *testing.T) {
	p := &project.Project{Figures: figure.NewSet(), Imports: []*briefing.Import{{ID: "i", File: "rows.csv"}}}
	p.Pack.Reporter, p.Pack.AsOf = "RU", "2025-08-01T00:00:00+03:00"
	for i, r := range []struct{ partner, period, value string }{
		{"VN", "2024-01..2024-06", "5000000"},
		{"VN", "2025-01..2025-06", "7500000"},
		{"KZ", "2024-01..2024-06", "40000000"},
		{"KZ", "2025-01..2025-06", "42000000"},
	} {
		err := p.Figures.Append(figure.Observation{
			Flow: figure.Export, Reporter: "RU", Partner: r.partner, Code: figure.TotalCode, Classification: "HS", Currency: "USD",
			Period: briefing.Per(r.period), Value: briefing.SomeNum(r.value), Import: "i", Line: i + 1, Status: briefing.Normal,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	p.Pack.Partner = "VN"
	out := dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}))
	for _, want := range []string{
		"янв.–июнь 2025 | 7\u202f500,0 | +50,0",
		"[№ | Страна | янв.–июнь 2024 | янв.–июнь 2025]",
		"Казахстан | 40,0 | 42,0",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	if strings.Count(out, "Экспорт России по странам") != 1 {
		t.Errorf("the two half-years stand in tables of their own:\n%s", out)
	}
}

// To the other side rows from the partners' returns are those of customs
// statistics: told, and in no word of ours.
func TestTheOtherSideIsToldOfMirrorDataInNeutralWords(t *testing.T) {
	for l, want := range map[briefing.Lang]string{
		briefing.RU: ", по данным таможенной статистики стран-партнёров", briefing.EN: ", from the customs statistics of partner countries", briefing.ZH: "，据贸易伙伴国海关统计",
	} {
		for _, mirror := range []bool{true, false} {
			p := mirrorProject(t, mirror)
			p.Pack.Partner = "" // else rows of third countries are not for him
			p.Sources = []*briefing.Source{{ID: "s", Kind: "statistics", Title: briefing.Text{RU: "Данные", EN: "Data", ZH: "数据"}}}
			p.Imports[0].Source = "s"
			s := project.Take(p, project.Options{Audience: briefing.Partner})
			s.Mirrors = map[briefing.ID]bool{"i": mirror}
			d, err := pack.Build(s, nil, pack.Options{Lang: l})
			if err != nil {
				t.Fatal(err)
			}
			out := dump(d)
			if got := strings.Count(out, want); got < 3 != !mirror || !mirror && got > 0 || strings.Contains(out, lang.T(l, "pack.stat.mirrored")) {
				t.Errorf("%s: mirror data %v: said %d times in\n%s", l, mirror, got, out)
			}
		}
	}
}

// Rows from the partners' returns are called that wherever they are summed.
func TestMirrorDataAreCalledThat(t *testing.T) {
	for mirror, want := range map[bool]int{true: 3, false: 0} {
		p := mirrorProject(t, mirror)
		out := dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}))
		if got := strings.Count(out, "зеркальные данные"); got < want || want == 0 && got > 0 {
			t.Errorf("mirror data %v: said %d times in\n%s", mirror, got, out)
		}
	}
}

// mirrorProject has two partners, of the partners' returns or of our own.
func mirrorProject(t *testing.T, mirror bool) *project.Project {
	t.Helper()
	p := &project.Project{Figures: figure.NewSet(), Imports: []*briefing.Import{{ID: "i", File: "rows.csv"}}}
	p.Pack.Reporter, p.Pack.Partner, p.Pack.AsOf = "RU", "DZ", "2025-08-01T00:00:00+03:00"
	if mirror {
		p.Imports[0].Note.RU = "x\n" + lang.T(briefing.RU, "importer.note.mirror")
	}
	for i, partner := range []string{"DZ", "KZ", "DZ", "KZ"} {
		err := p.Figures.Append(figure.Observation{
			Flow: figure.Export, Reporter: "RU", Partner: partner, Code: figure.TotalCode, Classification: "HS", Currency: "USD",
			Period: briefing.Year(2023 + i/2), Value: briefing.SomeNum("5000000"), Import: "i", Line: i + 1, Status: briefing.Normal,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// Years that are missing between the columns of a table are named; goods that
// were not traded have no row.
func TestGapsOfYearsAreNamedAndZeroesLeftOut(t *testing.T) {
	p := &project.Project{Figures: figure.NewSet(), Imports: []*briefing.Import{{ID: "i", File: "rows.csv"}}}
	p.Pack.Reporter, p.Pack.Partner, p.Pack.AsOf = "RU", "VN", "2025-08-01T00:00:00+03:00"
	line := 0
	for _, year := range []int{2016, 2017, 2024} {
		for _, r := range []struct{ partner, code, value string }{{"VN", "10", "5000000"}, {"VN", "31", "0"}, {"KZ", "10", "7000000"}, {"VN", "02", "10"}} {
			line++
			err := p.Figures.Append(figure.Observation{
				Flow: figure.Export, Reporter: "RU", Partner: r.partner, Code: r.code, Level: 2, Classification: "TNVED", Currency: "USD",
				Period: briefing.Year(year), Value: briefing.SomeNum(r.value), Import: "i", Line: line, Status: briefing.Normal,
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	out := dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}))
	if !strings.Contains(out, "(2018–2023)") {
		t.Errorf("the gap is not named in\n%s", out)
	}
	_, structure, _ := strings.Cut(out, "Товарная структура")
	structure, _, _ = strings.Cut(structure, "Статистическое приложение")
	if !strings.Contains(structure, "Злаки") || strings.Contains(structure, "Удобрения | 31") {
		t.Errorf("goods that were not traded have a row in\n%s", structure)
	}
}
