package importer_test

import (
	"errors"
	"slices"
	"testing"

	"briefing/internal/figure"
	"briefing/internal/importer"
)

// Turnover is no flow: where exports and imports stand beside it, in columns or in
// rows, it is compared with their sum and never stored.
func TestTurnoverIsCheckedAndNeverStored(t *testing.T) {
	title := "Внешняя торговля Амурской области с Китаем, млн долл. США"
	for name, c := range map[string]struct {
		rows   []string
		agrees []bool
	}{
		"columns":          {[]string{title, "Год;Товарооборот;Экспорт;Импорт;Сальдо", "2024;15;10;5;5", "2025;29;12;6;6"}, []bool{true, false}},
		"rows":             {[]string{title, "Показатель;2024;2025", "Товарооборот;15;29", "Экспорт;10;12", "Импорт;5;6", "Сальдо;5;6"}, []bool{true, false}},
		"rounding":         {[]string{title, "Год;Товарооборот;Экспорт;Импорт", "2024;25,6;12,3;13,2", "2025;25,8;12,3;13,2"}, []bool{true, false}},
		"years in columns": {[]string{title, "Страна;2024;;;2025;;", ";оборот;экспорт;импорт;оборот;экспорт;импорт", "Китай;15;10;5;29;12;6"}, []bool{true, false}},
		"Chinese":          {[]string{"中国对俄罗斯贸易，百万美元", "年份;进出口总值;出口;进口", "2024;15;10;5", "2025;29;12;6"}, []bool{true, false}},
	} {
		t.Run(name, func(t *testing.T) {
			data := plainFile(c.rows...)
			g := guess(t, "t.csv", data)
			res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
			var agrees []bool
			for _, x := range res.Report.Totals {
				if x.Flow != importer.Turnover {
					t.Errorf("%+v", x)
				}
				agrees = append(agrees, x.Agrees())
			}
			if !slices.Equal(agrees, c.agrees) || res.Report.Stored != 4 || aside(res.Report)[importer.AsideTurnover] != 2 || !slices.Contains(res.Report.Notes, importer.NoteTotals) {
				t.Errorf("%s; %+v", account(res.Report), res.Report.Totals)
			}
			for _, o := range res.Figures.All() {
				if o.Flow != figure.Export && o.Flow != figure.Import {
					t.Errorf("%+v", o)
				}
			}
		})
	}
}

// A table of nothing but turnover, or of services, is asked about by name; its rows
// are set aside, and never pass for goods in one direction.
func TestTurnoverAndServicesAreNoGoods(t *testing.T) {
	for title, what := range map[string]string{
		"Товарооборот Приморского края с Китаем, млн долл. США":    importer.AsideTurnover,
		"Внешнеторговый оборот России с Китаем, млн долл. США":     importer.AsideTurnover,
		"Экспорт услуг Приморского края в Китай, млн долл. США":    importer.AsideServices,
		"Импорт товаров и услуг России из Китая, млн долл. США":    importer.AsideServices,
		"Russia's exports of services to China, US Dollar million": importer.AsideServices,
		"Экспорт Приморского края в Китай, млн долл. США":          "",
	} {
		data := plainFile(title, "Год;Стоимость", "2024;10", "2025;12")
		g := guess(t, "t.csv", data)
		if slices.Contains(g.Missing, "flow") || slices.Contains(g.Missing, what) != (what != "") {
			t.Errorf("%s: missing %q", title, g.Missing)
		}
		var needed *importer.Needed
		_, err := load("t.csv", data, importer.Options{Shape: &g.Shape})
		if errors.As(err, &needed) != (what != "") || needed != nil && !slices.Equal(needed.Needs, []string{what}) {
			t.Errorf("%s: %v", title, err)
		}
		if what == "" {
			continue
		}
		res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape, Units: importer.Units{Aside: what}})
		if res.Report.Stored != 0 || aside(res.Report)[what] != 2 {
			t.Errorf("%s: %s", title, account(res.Report))
		}
	}
}

// Columns and rows of services among those of goods are set aside.
func TestServicesAmongGoodsAreSetAside(t *testing.T) {
	for name, rows := range map[string][]string{
		"columns": {"Внешняя торговля России с Китаем, млн долл. США", "Год;Экспорт услуг;Экспорт товаров", "2024;3;10", "2025;4;12"},
		"rows":    {"Экспорт России в Китай, млн долл. США", "Наименование;2024;2025", "Товары, всего;10;12", "Услуги;3;4"},
	} {
		data := plainFile(rows...)
		g := guess(t, "t.csv", data)
		res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
		if aside(res.Report)[importer.AsideServices] != 2 {
			t.Errorf("%s: %s", name, account(res.Report))
		}
		equal(t, name, sums(t, res.Figures, figure.Filter{}, "year"), []string{"2024 10000000", "2025 12000000"})
	}
}
