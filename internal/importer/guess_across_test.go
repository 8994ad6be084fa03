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
