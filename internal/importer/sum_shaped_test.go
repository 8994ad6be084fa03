package importer_test

import (
	"slices"
	"testing"

	"briefing/internal/importer"
)

// A total of a table of free form that says neither its period nor its direction is
// of the rows around it, as in a file of a known kind.
func TestTotalsOfFreeTablesAreComparedWithTheRowsAroundThem(t *testing.T) {
	title := "Экспорт Амурской области в Китай, тыс. долл. США"
	for name, c := range map[string]struct {
		rows   []string
		agrees []bool // of the totals, in their order
	}{
		"long, right":             {[]string{title, "Период;Код ТН ВЭД;Стоимость", "01.2025;1201900000;10", "02.2025;1201900000;20", "ИТОГО;;30"}, []bool{true}},
		"long, wrong":             {[]string{title, "Период;Код ТН ВЭД;Стоимость", "01.2025;1201900000;10", "02.2025;1201900000;20", "ИТОГО;;40"}, []bool{false}},
		"the word in the code":    {[]string{title, "Период;Код ТН ВЭД;Стоимость", "01.2025;1201900000;10", "02.2025;1201900000;20", ";Итого;40"}, []bool{false}},
		"months, each with a sum": {[]string{title, "Год;Месяц;Код ТН ВЭД;Стоимость", "2025;январь;1201900000;10", "2025;январь;1001990000;5", "Итого за январь 2025 г.;;;15", "2025;февраль;1201900000;20", "2025;февраль;1001990000;6", "Итого за февраль 2025 г.;;;27", "Всего;;;41"}, []bool{true, false, true}},
		"exports beside imports":  {[]string{"Торговля Амурской области с Китаем, тыс. долл. США", "Период;Код ТН ВЭД;Экспорт;Импорт", "01.2025;1201900000;10;3", "02.2025;1201900000;20;4", "ИТОГО;;30;8"}, []bool{true, false}},
		"countries side by side":  {[]string{"Экспорт Амурской области, тыс. долл. США", "Период;Код ТН ВЭД;Китай;Казахстан", "01.2025;1201900000;10;3", "02.2025;1201900000;20;4", "ИТОГО;;30;8"}, []bool{true, false}},
	} {
		t.Run(name, func(t *testing.T) {
			data := plainFile(c.rows...)
			g := guess(t, "t.csv", data)
			res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
			var agrees []bool
			for _, x := range res.Report.Totals {
				agrees = append(agrees, x.Agrees())
			}
			if !slices.Equal(agrees, c.agrees) || slices.Contains(agrees, false) != slices.Contains(res.Report.Notes, importer.NoteTotals) {
				t.Errorf("%s; %+v", account(res.Report), res.Report.Totals)
			}
		})
	}
}
