package importer_test

import (
	"strings"
	"testing"

	"briefing/internal/importer"
)

// Rows of one word open sections: of a direction, a month, a year, a country, a
// region.
func TestQuirkSectionsOfATable(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		want  []string
	}{
		"directions": {
			[]string{"Внешняя торговля России с Китаем, млн долл. США;;", "Товарная группа;2024;2025", "ЭКСПОРТ;;", "Продовольствие;1;2", "Металлы;10;20", "ИМПОРТ;;", "Продовольствие;3;4"},
			[]string{
				"export RU-CN 2024 USD 1000000 Продовольствие", "export RU-CN 2024 USD 10000000 Металлы", "export RU-CN 2025 USD 2000000 Продовольствие", "export RU-CN 2025 USD 20000000 Металлы",
				"import RU-CN 2024 USD 3000000 Продовольствие", "import RU-CN 2025 USD 4000000 Продовольствие",
			},
		},
		"months": {
			[]string{"Экспорт России в Китай в 2025 году, тыс. долл.;;", "Код ТН ВЭД;Товар;Стоимость", "Январь;;", "1001;пшеница;1", "1201;соя;2", "Февраль;;", "1001;пшеница;3"},
			[]string{"export RU-CN 2025-01 USD 1000 пшеница", "export RU-CN 2025-01 USD 2000 соя", "export RU-CN 2025-02 USD 3000 пшеница"},
		},
		"years": {
			[]string{"Экспорт России в Китай, тыс. долл.;;", "Код ТН ВЭД;Товар;Стоимость", "2024 год;;", "1001;пшеница;1", "1201;соя;2", "2025 год;;", "1001;пшеница;3"},
			[]string{"export RU-CN 2024 USD 1000 пшеница", "export RU-CN 2024 USD 2000 соя", "export RU-CN 2025 USD 3000 пшеница"},
		},
		"countries": {
			[]string{"Экспорт России в 2025 году, тыс. долл.;;", "Код ТН ВЭД;Товар;Стоимость", "Китай;;", "1001;пшеница;1", "1201;соя;2", "Казахстан;;", "1001;пшеница;3"},
			[]string{"export RU-CN 2025 USD 1000 пшеница", "export RU-CN 2025 USD 2000 соя", "export RU-KZ 2025 USD 3000 пшеница"},
		},
		"regions": {
			[]string{"Экспорт в Китай в 2025 году, тыс. долл.;;", "Код ТН ВЭД;Товар;Стоимость", "Амурская область;;", "1001;пшеница;1", "1201;соя;2", "Приморский край;;", "1001;пшеница;3"},
			[]string{"export RU05000-CN 2025 USD 3000 пшеница", "export RU10000-CN 2025 USD 1000 пшеница", "export RU10000-CN 2025 USD 2000 соя"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := byFlow(t, c.lines...)
			equal(t, "rows", got, c.want)
		})
	}
}

// An empty cell of the column of codes beside other goods is no code above it.
func TestQuirkGoodsWithoutACodeBelowOthers(t *testing.T) {
	data := plainFile("Экспорт России в Китай в 2025 году, тыс. долл.", "Код ТН ВЭД;Товар;Стоимость", "1001;Пшеница;10", ";Ячмень;7", "1201;Соя;20", ";Итого;37")
	g := guess(t, "t.csv", data)
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	if got := account(res.Report); got != "5 = 2 + title 1 + total 1 + 4:0 code «»" {
		t.Error(got)
	}
	if got := toldTotals(res); !strings.Contains(got, "37000≠30000") {
		t.Errorf("totals %s", got)
	}
}

// A total below the last country is not of that country.
func TestATotalBelowTheLastCountry(t *testing.T) {
	data := plainFile("Экспорт России в 2025 году, тыс. долл.", "Страна;Товар;Стоимость", "Китай;Пшеница;10", ";Соя;20", "Казахстан;Пшеница;1", ";Соя;2", ";Итого;33")
	g := guess(t, "t.csv", data)
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	if got := toldTotals(res); got != " 33000=33000" {
		t.Errorf("totals %q, %s", got, account(res.Report))
	}
}
