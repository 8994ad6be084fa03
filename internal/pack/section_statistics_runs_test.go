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

// Three codes of one source and one code of another are two tables, each of its
// own years and goods; nothing is grown from the one to the other.
func TestASeriesDoesNotGoOnInOtherGoodsOfAnotherSource(t *testing.T) {
	p := &project.Project{
		Pack: briefing.Pack{Title: all("Пакет"), Reporter: "RU", Partner: "EG", AsOf: "2026-12-08T20:00:00+07:00"},
		Sources: []*briefing.Source{
			{ID: "a", Title: all("A"), Publisher: all("WITS"), Published: "2026-11-20"},
			{ID: "b", Title: all("B"), Publisher: all("ITC"), Published: "2026-11-20"},
		},
		Imports: []*briefing.Import{{ID: "wits", File: "w.csv", Source: "a", Stored: 4}, {ID: "map", File: "m.xls", Source: "b", Stored: 2}},
		Figures: figure.NewSet(),
	}
	for _, r := range []struct {
		imp        briefing.ID
		year, code string
		value      string
		partner    string
	}{
		{"wits", "2019", "1001", "600000000", "RU"},
		{"wits", "2019", "1512", "300000000", "RU"},
		{"wits", "2020", "1001", "700000000", "RU"},
		{"wits", "2020", "1512", "400000000", "RU"},
		{"map", "2021", "1001", "1500000000", "RU"},
		{"map", "2022", "1001", "1900000000", "RU"},
		{"map", "2021", "1001", "900000000", "UA"},
		{"map", "2022", "1001", "500000000", "UA"},
	} {
		err := p.Figures.Append(figure.Observation{
			Flow: "import", Reporter: "EG", Partner: r.partner, Classification: "HS", Code: r.code, Level: 4, Currency: "USD",
			Period: briefing.Per(r.year), Import: r.imp, Value: briefing.SomeNum(r.value), Status: briefing.Normal,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	found := map[string]string{} // title → years with their changes
	d := build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU, Draft: true})
	byPartner := ""
	tables(d, func(_ document.Section, table document.Table) {
		if strings.Contains(table.Title, "по странам") {
			byPartner += plain(table.Title)
			for _, c := range table.Columns[2:] {
				byPartner += " | " + c.Title
			}
		}
		if !slices.ContainsFunc(table.Columns, func(c document.Column) bool { return c.Key == "growth" }) || strings.Contains(table.Title, "по странам") {
			return
		}
		var rows []string
		for _, r := range table.Rows {
			grown := "—"
			if r.Cells[2].Number.Valid {
				grown = r.Cells[2].Number.Decimal.Round(1).String()
			}
			rows = append(rows, r.Cells[0].Text+" "+grown)
		}
		found[plain(table.Title)] = strings.Join(rows, ", ")
	})
	want := map[string]string{
		"Импорт Египта из России, 2 товарные позиции": "2019 —, 2020 22.2",
		"Импорт Египта из России, код 1001":           "2021 —, 2022 26.7",
	}
	for title, rows := range want {
		if found[title] != rows {
			t.Errorf("%q: %q, want %q\n%q", title, found[title], rows, found)
		}
	}
	if len(found) != len(want) {
		t.Errorf("%q", found)
	}
	if byPartner != "Импорт Египта по странам, код 1001 | 2021 | 2022 | Изм., %" {
		t.Errorf("by partner: %q", byPartner)
	}
	var notes []string
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if n, ok := b.(document.Note); ok {
				notes = append(notes, plain(document.RunsText(n.Runs)))
			}
		}
	}
	for _, want := range []string{"Данные за 2021–2022 — о других товарах", "Данные за 2019–2020 — о других товарах"} {
		if !strings.Contains(strings.Join(notes, "\n"), want) {
			t.Errorf("%q is not in %q", want, notes)
		}
	}
}
