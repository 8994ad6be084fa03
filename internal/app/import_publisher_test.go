package app_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/importer/importertest"
)

// A book with a sheet a year is not called as its first sheet is: that is the name of
// a part of the figures. Neither is a table that reaches beyond the period of its title.
func TestASourceIsNotCalledAsAPartOfIt(t *testing.T) {
	year := func(title string, heads ...string) importertest.Sheet {
		head := append([]string{"Страна", "Код ТН ВЭД"}, heads...)
		row := func(country, code string) []string {
			r := []string{country, code}
			for range heads {
				r = append(r, "5")
			}
			return r
		}
		return importertest.Sheet{Name: heads[0][len(heads[0])-4:], Rows: importertest.Strings([][]string{{title}, head, row("Индия", "1001"), row("Иран", "1002")})}
	}
	const a, b = "Экспорт Тульской области по странам, 2025 год", "Экспорт Тульской области по странам, январь–февраль 2026 года"
	for name, c := range map[string]struct {
		sheets []importertest.Sheet
		want   string
	}{
		"two names":   {[]importertest.Sheet{year(a, "январь 2025", "февраль 2025"), year(b, "январь 2026", "февраль 2026")}, "Экспорт Тульской области, январь 2025\u00a0г. – февраль 2026\u00a0г."},
		"a part only": {[]importertest.Sheet{year(a, "январь 2025", "январь 2026")}, "Экспорт Тульской области, январь 2025\u00a0г. – январь 2026\u00a0г."},
		"one name":    {[]importertest.Sheet{year(b, "январь 2026", "февраль 2026")}, b},
	} {
		p := demo(t)
		path := filepath.Join(t.TempDir(), "t.xlsx")
		if err := os.WriteFile(path, importertest.Workbook(t, c.sheets...), 0o600); err != nil {
			t.Fatal(err)
		}
		in := guessed(t, p, path)
		if got := sourceOf(t, p, in.Import.Source).Title.RU; got != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func guessed(t *testing.T, p *app.Project, path string) app.Imported {
	t.Helper()
	g, err := p.GuessShape(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	g.Shape.Constants.Flow, g.Shape.Constants.ValueUnit = "export", "thousand-usd"
	return bring(t, p, path, app.ImportOptions{Shape: &g.Shape})
}

// A file says who publishes its figures, above the table or under it; what that body
// is called in other languages a source of the project tells.
func TestAFileNamesItsPublisher(t *testing.T) {
	for name, c := range map[string]struct {
		above, under string
		want         briefing.Text
		kind         string
	}{
		"above":         {"Источник: Тульская таможня\n", "", briefing.Text{RU: "Тульская таможня", EN: "Tula Customs"}, "statistics"},
		"under":         {"", "Источник: Министерство Севера\n", briefing.Text{RU: "Министерство Севера"}, "return"},
		"known":         {"", "Источник: ФТС России.\n", briefing.Text{RU: "ФТС России", EN: "Federal Customs Service of Russia", ZH: "俄罗斯联邦海关署"}, "statistics"},
		"two":           {"Источник: Тульская таможня\n", "Источник: Министерство Севера\n", briefing.Text{}, "return"},
		"computed from": {"", "Источник: ФТС России, расчёты отдела\n", briefing.Text{}, "return"},
		"estimated":     {"По данным ФТС России, оценка министерства\n", "", briefing.Text{}, "return"},
		"a measure":     {"Источник: Тульская таможня\n", "Экспорт в расчёте на душу населения\n", briefing.Text{RU: "Тульская таможня", EN: "Tula Customs"}, "statistics"},
		"a computation": {"", "Источник: расчёты министерства\n", briefing.Text{}, "return"},
	} {
		p := demo(t)
		if err := p.Put(&briefing.Source{ID: "s-tula", Kind: "statistics", Title: briefing.Text{RU: "Т"}, Publisher: briefing.Text{RU: "Тульская таможня", EN: "Tula Customs"}}); err != nil {
			t.Fatal(err)
		}
		if err := p.Put(&briefing.Source{ID: "s-early", Kind: "statistics", Title: briefing.Text{RU: "Р"}, Publisher: briefing.Text{RU: "Тульская таможня"}}); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "t.csv")
		data := "Экспорт Тульской области по странам\n" + c.above + "Страна;2021;2022\nИндия;5;6\nИран;7;8\n" + c.under
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		src := sourceOf(t, p, guessed(t, p, path).Import.Source)
		if src.Publisher != c.want || src.Kind != c.kind {
			t.Errorf("%s: %+v, %s", name, src.Publisher, src.Kind)
		}
	}
}
