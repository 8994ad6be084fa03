package importer_test

import (
	"slices"
	"testing"

	"briefing/internal/importer"
)

// Of one value in several currencies, side by side, that in US dollars is taken
// and the other is told, in tables of known kinds and of free form.
func TestDollarsAreTakenOfTwoCurrencies(t *testing.T) {
	for name, tt := range map[string]struct {
		lines []string
		free  bool
		want  string // account
		rows  []string
		note  bool
	}{
		"known, dollars first": {
			[]string{"Направление;Период;Страна;Код ТН ВЭД;Стоимость, тыс. долл.;Стоимость, тыс. руб.;Вес нетто, т", "Экспорт;10.2026;Узбекистан;1001;100;8000;400"},
			false, "1 = 1",
			[]string{"2 export RU→UZ 2026-10 1001/4 TNVED 100000USD kg=400000 q=– A"},
			true,
		},
		"known, roubles first": {
			[]string{"Направление;Период;Страна;Код ТН ВЭД;Стоимость, тыс. руб.;Стоимость, тыс. долл.;Вес нетто, т", "Экспорт;10.2026;Узбекистан;1001;8000;100;400"},
			false, "1 = 1",
			[]string{"2 export RU→UZ 2026-10 1001/4 TNVED 100000USD kg=400000 q=– A"},
			true,
		},
		"known, roubles alone": {
			[]string{"Направление;Период;Страна;Код ТН ВЭД;Стоимость, тыс. руб.;Вес нетто, т", "Экспорт;10.2026;Узбекистан;1001;8000;400"},
			false, "1 = 1",
			[]string{"2 export RU→UZ 2026-10 1001/4 TNVED 8000000RUB kg=400000 q=– A"},
			false,
		},
		"free": {
			[]string{"Экспорт России в Узбекистан в 2025 году", "Код;Товар;тыс. руб.;тыс. долл. США;тонн", "1001;Пшеница;8000;100;400", "1003;Ячмень;4000;50;200"},
			true, "5 = 2 + title 1 + twice 2",
			[]string{"3 export RU→UZ 2025 1001/4 HS 100000USD kg=400000 q=– A", "4 export RU→UZ 2025 1003/4 HS 50000USD kg=200000 q=– A"},
			false,
		},
		"free, by years": {
			[]string{"Экспорт России в Узбекистан", "Код;Товар;2024 год, млн руб.;2024 год, тыс. долл. США;2025 год, млн руб.;2025 год, тыс. долл. США", "1001;Пшеница;8;100;9;110", "1003;Ячмень;4;50;5;60"},
			true, "9 = 4 + title 1 + twice 4",
			[]string{
				"3 export RU→UZ 2024 1001/4 HS 100000USD kg=– q=– A", "3 export RU→UZ 2025 1001/4 HS 110000USD kg=– q=– A",
				"4 export RU→UZ 2024 1003/4 HS 50000USD kg=– q=– A", "4 export RU→UZ 2025 1003/4 HS 60000USD kg=– q=– A",
			},
			false,
		},
	} {
		t.Run(name, func(t *testing.T) {
			data, o := plainFile(tt.lines...), importer.Options{}
			if tt.free {
				g := guess(t, "t.csv", data)
				o.Shape = &g.Shape
				if !slices.ContainsFunc(g.Columns, func(c importer.GuessedColumn) bool { return c.Reason == importer.GuessTwice }) {
					t.Errorf("no column has the reason: %+v", g.Columns)
				}
			}
			res := mustLoad(t, "t.csv", data, o)
			if got := account(res.Report); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
			equal(t, "rows", rowsOf(res.Figures), tt.rows)
			if slices.Contains(res.Report.Notes, importer.NoteOneMoney) != tt.note {
				t.Errorf("notes %s", res.Report.Notes)
			}
		})
	}
	// In two currencies that are no dollars, or twice in dollars, it is asked.
	for _, head := range []string{"Стоимость, тыс. руб.;Стоимость, тыс. евро", "Стоимость, долл.;Стоимость, тыс. долл."} {
		data := plainFile("Направление;Период;Страна;Код ТН ВЭД;"+head+";Вес нетто, т", "Экспорт;10.2026;Узбекистан;1001;8000;100;400")
		if _, err := load("t.csv", data, importer.Options{}); err == nil {
			t.Errorf("%s was taken without a question", head)
		}
	}
}
