package importer_test

import (
	"slices"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// The weight of some goods never becomes that of all, beside whose value it stands.
func TestWeightOfSomeGoodsBesideTheValueOfAll(t *testing.T) {
	for name, c := range map[string]struct {
		data  []byte
		goods []int // columns that are not used for that reason
		want  []string
	}{
		"among them": {
			plainFile("Экспорт Амурской области в Китай", "Период;Экспорт, всего, тыс. долл. США;в том числе соя, тонн", "январь 2025;1000;500"),
			[]int{3},
			[]string{"export|RU|CN|10000|TOTAL||2025-01|USD|1000000"},
		},
		"several": {
			plainFile("Экспорт России в Китай", "Год;Мясо, тонн;Рыба, тонн;Стоимость экспорта, тыс. долл. США", "2024;500;700;1000"),
			[]int{2, 3},
			[]string{"export|RU|CN||TOTAL||2024|USD|1000000"},
		},
		"in Chinese": {
			plainFile("中国自俄罗斯进口（2025年）", "月份,大豆（吨）,木材（立方米）,金额（万美元）", "1月,10,5,3", "2月,20,6,4"),
			[]int{2},
			[]string{"import|CN|RU||TOTAL||2025-01|USD|30000", "import|CN|RU||TOTAL||2025-02|USD|40000"},
		},
		"the title is of the same goods": {
			plainFile("Экспорт сои из Амурской области в Китай", "Период;Соя, тонн;Стоимость, тыс. долл. США", "январь 2025;500;1000"),
			nil,
			[]string{"export|RU|CN|10000|TOTAL||2025-01|USD|1000000|500000kg"},
		},
		"the head is of no goods": {
			plainFile("Экспорт Амурской области в Китай", "Период;Физический объём, тонн;Стоимость, тыс. долл. США", "январь 2025;500;1000"),
			nil,
			[]string{"export|RU|CN|10000|TOTAL||2025-01|USD|1000000|500000kg"},
		},
	} {
		g := guess(t, "t.csv", c.data)
		var got []int
		for _, col := range g.Columns {
			if col.Reason == importer.GuessGoods {
				got = append(got, col.Index)
			}
		}
		if !slices.Equal(got, c.goods) {
			t.Errorf("%s: columns %v, want %v: %+v", name, got, c.goods, g.Columns)
		}
		res := mustLoad(t, "t.csv", c.data, importer.Options{Shape: &g.Shape})
		equal(t, name, lines(res.Figures), c.want)
	}
}

// A list of services without a title is known by the head of their names: its codes are
// no codes of goods.
func TestListsOfServicesAreNoGoods(t *testing.T) {
	for name, data := range map[string][]byte{
		"Trade Map": plainFile("Code;Service label;Exported value in 2022;Exported value in 2023", "S;All services;100;190", "1;Manufacturing services;70;150", "4;Travel;30;40"),
		"Russian":   plainFile("Вид услуг;Экспорт 2024, тыс. долл. США;Экспорт 2025, тыс. долл. США", "Поездки;70;150", "Строительство;30;40"),
	} {
		g := guess(t, "t.csv", data)
		if !slices.Contains(g.Missing, importer.AsideServices) || g.About[importer.AsideServices] == "" {
			t.Errorf("%s: %q", name, g.Missing)
		}
		u := importer.Units{Value: "thousand-usd", Reporter: "RU", Partner: "CN"}
		if name == "Russian" {
			u.Value = ""
		}
		if _, err := load("t.csv", data, importer.Options{Shape: &g.Shape, Units: u}); briefing.CodeOf(err) != briefing.CodeUnitNeeded {
			t.Errorf("%s: %v", name, err)
		}
		u.Aside = importer.AsideServices
		if res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape, Units: u}); res.Report.Stored > 0 {
			t.Errorf("%s: %s", name, account(res.Report))
		}
	}
}

// A head that names a direction and a country behind its preposition is of that
// country: columns of two countries are not the same figures twice.
func TestCountriesBehindTheDirectionInHeads(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want []string
	}{
		"English": {
			plainFile("Month;Exports to China, USD thousand;Exports to India, USD thousand", "January 2025;100;200"),
			[]string{"export|RU|CN||TOTAL||2025-01|USD|100000", "export|RU|IN||TOTAL||2025-01|USD|200000"},
		},
		"Russian": {
			plainFile("Внешняя торговля России в 2025 году;;", "Месяц;Экспорт в Китай, тыс. долл.;Импорт из Индии, тыс. долл.", "январь 2025;100;200"),
			[]string{"export|RU|CN||TOTAL||2025-01|USD|100000", "import|RU|IN||TOTAL||2025-01|USD|200000"},
		},
		"with the year between": {
			plainFile("Экспорт России, тыс. долл. США;;", "Регион;Экспорт в 2025 году в Китай;Экспорт в 2025 году в Индию", "Амурская область;100;200"),
			[]string{"export|RU|CN|10000|TOTAL||2025|USD|100000", "export|RU|IN|10000|TOTAL||2025|USD|200000"},
		},
	} {
		g := guess(t, "t.csv", c.data)
		res := mustLoad(t, "t.csv", c.data, importer.Options{Shape: &g.Shape, Units: importer.Units{Reporter: "RU"}})
		got := lines(res.Figures)
		slices.Sort(got)
		equal(t, name, got, c.want)
	}
}
