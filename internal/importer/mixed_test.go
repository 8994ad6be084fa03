package importer_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/importer"
)

// Directions and goods, or countries, in one column: the rows of the directions have
// figures too, which are those of all that stands below them.
func TestQuirkDirectionsAmongGoods(t *testing.T) {
	for name, c := range map[string]struct {
		lines        []string
		want         []string
		totals, rows string
	}{
		"goods": {
			[]string{
				"Внешнеторговый оборот Свердловской области с Узбекистаном, тыс. долл. США;;;", "Показатель;2024 год;2025 год;Темп роста, %", "Товарооборот;30;36;120",
				"Экспорт;20;25;125", "в том числе:;;;", "медь и изделия из нее (74);12;15;125", "прочие товары;8;10;125", "Импорт;10;11;110", "из них:;;;", "хлопок (52);4;5;125", "фрукты (08);6;6;100", "Сальдо;10;14;140", "Доля в обороте, %;5;6;",
			},
			[]string{
				"export RU65000-UZ 2024 USD 12000 медь и изделия из нее (74)", "export RU65000-UZ 2024 USD 8000 прочие товары", "export RU65000-UZ 2025 USD 10000 прочие товары", "export RU65000-UZ 2025 USD 15000 медь и изделия из нее (74)",
				"import RU65000-UZ 2024 USD 4000 хлопок (52)", "import RU65000-UZ 2024 USD 6000 фрукты (08)", "import RU65000-UZ 2025 USD 5000 хлопок (52)", "import RU65000-UZ 2025 USD 6000 фрукты (08)",
			},
			"20000 10000 25000 11000", "21 = 8 + note 2 + title 1 + total 8 + turnover 2",
		},
		"countries, no parts of one": {
			[]string{"Внешняя торговля Томской области в 2025 году, млн долл. США;", "Показатель;2025", "Экспорт;9", "Китай;4", "Казахстан;5", "Импорт;3", "Сальдо;6"},
			[]string{"export RU69000-CN 2025 USD 4000000", "export RU69000-KZ 2025 USD 5000000", "import RU69000-W00 2025 USD 3000000"},
			"9000000", "6 = 3 + title 1 + total 2",
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, res := byFlow(t, c.lines...)
			slices.Sort(c.want)
			equal(t, "rows", got, c.want)
			told := toldTotals(res)
			for sum := range strings.FieldsSeq(c.totals) {
				if !strings.Contains(told, sum+"=") {
					t.Errorf("%s is not among the totals compared: %s", sum, told)
				}
			}
			if acc := account(res.Report); c.rows != "" && acc != c.rows {
				t.Errorf("%s, want %s", acc, c.rows)
			}
		})
	}
}

// In English the title may leave open who reports; the rows are read the same way.
func TestQuirkDirectionsAmongGoodsInEnglish(t *testing.T) {
	data := plainFile("Foreign trade, USD thousand;;", "Indicator;2024;2025", "Exports;9;10", "of which:;;", "Copper;4;4", "Other;5;6", "Imports;3;4", "of which:;;", "Machinery;1;3", "Other;2;1", "Balance;6;6")
	g := guess(t, "t.csv", data)
	g.Shape.Constants.Reporter, g.Shape.Constants.Partner = "KZ", "CN"
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	if got := account(res.Report); got != "17 = 8 + note 2 + title 1 + total 6" {
		t.Error(got)
	}
	if got := toldTotals(res); strings.Count(got, "=") != 4 || strings.Contains(got, "≠") {
		t.Error(got)
	}
}

// Directions alone stay a column of directions.
func TestDirectionsAloneAreNoSections(t *testing.T) {
	g := guess(t, "t.csv", plainFile("Внешняя торговля России с Китаем, млн долл. США;;", "Показатель;2024;2025", "Экспорт;1;2", "Импорт;3;4", "Сальдо;-2;-2", "Доля в торговле России, %;3;4"))
	if len(g.Shape.Sections) > 0 || !slices.ContainsFunc(g.Shape.Columns, func(c importer.ShapeColumn) bool { return c.Role == importer.RoleFlow }) {
		t.Errorf("%+v", g.Shape)
	}
}

// A row of shares among amounts is none: «Доля СНГ, %» below the countries.
func TestQuirkARowOfShares(t *testing.T) {
	for _, name := range []string{"Доля СНГ в обороте области, %", "Удельный вес СНГ (%)", "Темп роста", "2025 в % к 2024"} {
		got, res := byFlow(t, "Экспорт Томской области в 2025 году, тыс. долл.;", "Страна;Стоимость", "Китай;4", "Казахстан;5", name+";55")
		equal(t, name, got, []string{"export RU69000-CN 2025 USD 4000", "export RU69000-KZ 2025 USD 5000"})
		if acc := account(res.Report); acc != "3 = 2 + title 1 + total 1" && acc != "4 = 2 + title 1 + total 1" {
			t.Errorf("%s: %s", name, acc)
		}
	}
}
