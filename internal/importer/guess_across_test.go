package importer_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/importer"
)

// Goods, their codes, regions and provinces may stand across: each head says of its
// figures what a column of names would, and the column that adds them up is
// compared with them and not stored.
func TestNamesAcrossTheHead(t *testing.T) {
	for name, c := range map[string]struct {
		lines  []string
		want   []string // region, partner, province, period, code, product, value, weight
		totals []bool
	}{
		"goods": {
			[]string{"Экспорт Амурской области в Китай в 2025 году, тыс. долл. США", "Месяц;Соя;Лес;Итого", "январь;10;5;15", "февраль;12;6;20"},
			[]string{"10000 CN 2025-01 TOTAL Лес 5000", "10000 CN 2025-01 TOTAL Соя 10000", "10000 CN 2025-02 TOTAL Лес 6000", "10000 CN 2025-02 TOTAL Соя 12000"},
			[]bool{true, false},
		},
		"goods with units": {
			[]string{"Экспорт Амурской области в Китай в 2025 году", "Месяц;Соя, тонн;Лес, тыс. тонн", "январь;10;5"},
			[]string{"10000 CN 2025-01 TOTAL Лес –/5000000", "10000 CN 2025-01 TOTAL Соя –/10000"},
			nil,
		},
		"goods over values and weights": {
			[]string{"Экспорт Амурской области в Китай", "Год;Соя;;Лес;", ";тонн;тыс. долл.;тонн;тыс. долл.", "2024;1;10;2;20"},
			[]string{"10000 CN 2024 TOTAL Лес 20000/2000", "10000 CN 2024 TOTAL Соя 10000/1000"},
			nil,
		},
		"goods with codes": {
			[]string{"Экспорт Амурской области в Китай, тыс. долл. США", "Год;1201 – соя;4403 – лес", "2024;10;5"},
			[]string{"10000 CN 2024 1201 соя 10000", "10000 CN 2024 4403 лес 5000"},
			nil,
		},
		"codes alone": {
			[]string{"Экспорт Амурской области в Китай, тыс. долл. США", "Год;1201;2009;4403;Всего", "2024;10;7;5;22", "2025;1500;2008;4400;1"},
			[]string{
				"10000 CN 2024 1201 10000", "10000 CN 2024 2009 7000", "10000 CN 2024 4403 5000",
				"10000 CN 2025 1201 1500000", "10000 CN 2025 2009 2008000", "10000 CN 2025 4403 4400000",
			},
			[]bool{true, false},
		},
		"codes without their zero, months": {
			[]string{"Экспорт Амурской области в Китай в 2025 году, тыс. долл. США", ";303;1201;Общий итог", "январь;1;2;3", "февраль;4;5;9", "Общий итог;5;7;12"},
			[]string{"10000 CN 2025-01 0303 1000", "10000 CN 2025-01 1201 2000", "10000 CN 2025-02 0303 4000", "10000 CN 2025-02 1201 5000"},
			[]bool{true, true},
		},
		"a pivot table of countries and codes": {
			[]string{"Экспорт Амурской области в 2025 году, тыс. долл. США", "Сумма по полю Стоимость;Названия столбцов;;", "Названия строк;1001;1201;Общий итог", "Китай;10;20;30", "Индия;1;2;3", "Общий итог;11;22;33"},
			[]string{"10000 CN 2025 1001 10000", "10000 CN 2025 1201 20000", "10000 IN 2025 1001 1000", "10000 IN 2025 1201 2000"},
			[]bool{true, true, true, true, true},
		},
		"a pivot table of codes and countries": {
			[]string{"Экспорт Амурской области в 2025 году, тыс. долл. США", "Названия строк;Китай;Индия;Общий итог", "1001;10;1;11", "1201;20;2;22", "Общий итог;30;3;33"},
			[]string{"10000 CN 2025 1001 10000", "10000 CN 2025 1201 20000", "10000 IN 2025 1001 1000", "10000 IN 2025 1201 2000"},
			[]bool{true, true, true, true, true},
		},
		"a pivot table of goods and years": {
			[]string{"Экспорт Амурской области в Китай, тыс. долл. США", "Названия строк;2024;2025;Общий итог", "Соя;10;1;11", "Лес;20;2;22", "Общий итог;30;3;33"},
			[]string{"10000 CN 2024 TOTAL Лес 20000", "10000 CN 2024 TOTAL Соя 10000", "10000 CN 2025 TOTAL Лес 2000", "10000 CN 2025 TOTAL Соя 1000"},
			[]bool{true, true, true},
		},
		"a pivot table of years and goods": {
			[]string{"Экспорт Амурской области в Китай, тыс. долл. США", "Год;Соя;Лес;Общий итог", "2024;1;2;3", "2025;4;5;9", "Общий итог;5;7;12"},
			[]string{"10000 CN 2024 TOTAL Лес 2000", "10000 CN 2024 TOTAL Соя 1000", "10000 CN 2025 TOTAL Лес 5000", "10000 CN 2025 TOTAL Соя 4000"},
			[]bool{true, true},
		},
		"a pivot table of regions": {
			[]string{"Экспорт в Китай, тыс. долл. США", "Названия строк;2024;2025", "Амурская область;10;1", "Приморский край;20;2", "Общий итог;30;3"},
			[]string{"05000 CN 2024 TOTAL 20000", "05000 CN 2025 TOTAL 2000", "10000 CN 2024 TOTAL 10000", "10000 CN 2025 TOTAL 1000"},
			[]bool{true, true},
		},
		"the other countries": {
			[]string{"Экспорт Амурской области в 2025 году, млн долл. США", "Товар;Китай;Индия;Прочие страны;Всего", "Соя;10;1;5;16", "Лес;20;2;0;22", "Всего;30;3;5;38"},
			[]string{"10000 CN 2025 TOTAL Лес 20000000", "10000 CN 2025 TOTAL Соя 10000000", "10000 IN 2025 TOTAL Лес 2000000", "10000 IN 2025 TOTAL Соя 1000000", "10000 ZZ 2025 TOTAL Лес 0", "10000 ZZ 2025 TOTAL Соя 5000000"},
			[]bool{true, true, true, true, true, true},
		},
		"what is left beside countries and years": {
			[]string{"Экспорт Амурской области, млн долл. США", "Товар;2024;;2025;", ";Китай;Прочие;Китай;Прочие", "Соя;10;1;5;16"},
			[]string{"10000 CN 2024 TOTAL Соя 10000000", "10000 CN 2025 TOTAL Соя 5000000", "10000 ZZ 2024 TOTAL Соя 1000000", "10000 ZZ 2025 TOTAL Соя 16000000"},
			nil,
		},
		"the world beside some countries": {
			[]string{"Экспорт Амурской области в 2025 году, млн долл. США", "Товар;Китай;Индия;Весь мир", "Соя;10;1;50"},
			[]string{"10000 CN 2025 TOTAL Соя 10000000", "10000 IN 2025 TOTAL Соя 1000000", "10000 W00 2025 TOTAL Соя 50000000"},
			[]bool{false},
		},
		"Chinese goods": {
			[]string{"2025年黑龙江省对俄罗斯出口，万美元", "月份;机电产品;农产品;合计", "1月;10;5;15"},
			[]string{"23 RU 2025-01 TOTAL 农产品 50000", "23 RU 2025-01 TOTAL 机电产品 100000"},
			[]bool{true},
		},
		"regions": {
			[]string{"Экспорт в Китай в 2025 году, млн долл. США", "Товар;Амурская область;Приморский край;ДФО, всего", "Соя;10;5;15", "Лес;1;2;4"},
			[]string{"05000 CN 2025 TOTAL Лес 2000000", "05000 CN 2025 TOTAL Соя 5000000", "10000 CN 2025 TOTAL Лес 1000000", "10000 CN 2025 TOTAL Соя 10000000"},
			[]bool{false, true},
		},
		"provinces": {
			[]string{"Экспорт России в 2025 году, млн долл. США", "Товар;Хэйлунцзян;Цзилинь;Итого", "Соя;10;5;15"},
			[]string{"CN/22 2025 TOTAL Соя 5000000", "CN/23 2025 TOTAL Соя 10000000"},
			[]bool{true},
		},
		"countries": {
			[]string{"Экспорт России в 2025 году, млн долл. США", "Товар;Китай;Индия;Всего", "Соя;10,4;5,3;15,8", "Лес;1;2;4"},
			[]string{"CN 2025 TOTAL Лес 1000000", "CN 2025 TOTAL Соя 10400000", "IN 2025 TOTAL Лес 2000000", "IN 2025 TOTAL Соя 5300000"},
			[]bool{false, true},
		},
	} {
		t.Run(name, func(t *testing.T) {
			data := plainFile(c.lines...)
			g := guess(t, "t.csv", data)
			res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
			var got []string
			for _, o := range res.Figures.All() {
				place := o.Partner
				if o.Province != "" {
					place += "/" + o.Province
				}
				amount := "–"
				if o.Value.Valid {
					amount = o.Value.Decimal.String()
				}
				if o.NetWeight.Valid {
					amount += "/" + o.NetWeight.Decimal.String()
				}
				got = append(got, strings.Join(strings.Fields(strings.Join([]string{o.Region, place, o.Period.String(), o.Code, o.Product, amount}, " ")), " "))
			}
			slices.Sort(got)
			equal(t, "stored", got, c.want)
			var totals []bool
			for _, x := range res.Report.Totals {
				totals = append(totals, x.Agrees())
			}
			if !slices.Equal(totals, c.totals) || len(res.Report.Rejected) > 0 {
				t.Errorf("totals %+v; rejected %v", res.Report.Totals, res.Report.Rejected)
			}
		})
	}
}

// Heads of words that count other things are no goods.
func TestHeadsOfOtherThingsAreNoGoods(t *testing.T) {
	for _, head := range []string{"Год;Стоимость, тыс. долл.;Число стран;Курс", "Год;Экспорт, тыс. долл.;Соя;Лес", "Товар;Соя;Лес"} {
		data := plainFile("Экспорт России в Китай", head, "2024;10;5;7", "2025;11;6;8")
		g, err := importer.Guess(t.Context(), "t.csv", strings.NewReader(string(data)), int64(len(data)), importer.Options{})
		if err != nil {
			continue // nothing is proposed
		}
		for _, c := range g.Shape.Columns {
			if c.Series.Product != "" {
				t.Errorf("%s: %+v", head, c)
			}
		}
	}
}

// A column of goods beside columns of codes is not lost: its figures are rejected by
// name, as the row of such goods is in a column of codes.
func TestGoodsWithoutACodeBesideCodesAreRejectedByName(t *testing.T) {
	data := plainFile("Экспорт России в Китай, тыс. долл. США", "Год;1201;4403;Прочие товары;Всего", "2024;10;5;1;16")
	g := guess(t, "t.csv", data)
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	if got, want := account(res.Report), "5 = 2 + title 1 + total 1 + 3:0 code «Прочие товары»"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
