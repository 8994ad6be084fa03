package importer_test

import (
	"bytes"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// Both units that a title states are read; a scale that may be of either is asked.
func TestTheTitleTellsBothUnits(t *testing.T) {
	for title, want := range map[string][2]briefing.Unit{
		"(тыс. долл. США, тонн)":                      {"thousand-usd", "t"},
		"(тонн, тыс. долл. США)":                      {"thousand-usd", "t"},
		"Единица измерения: тонн, млн долл. США":      {"million-usd", "t"},
		"Стоимость в тыс. долл. США, вес в тыс. тонн": {"thousand-usd", "thousand-t"},
		"стоимость – долл. США, масса – кг":           {"usd", "kg"},
		"в тоннах и тыс. долл. США":                   {"thousand-usd", "t"},
		"тыс. долл. США":                              {"thousand-usd", ""},
		"тыс. долл. США, в т. ч. по договорам":        {"thousand-usd", ""},
		"тыс. тонн, долл. США":                        {"", "thousand-t"},
		"（千美元，吨）":                                     {"thousand-usd", "t"},
	} {
		for name, lines := range map[string][]string{
			"free":       {"Экспорт России в Узбекистан в 2025 году", title, "Товар;Стоимость;Вес", "Пшеница;10;20", "Ячмень;30;40"},
			"recognised": {"Экспорт России в Узбекистан", title, "Направление;Период;Страна;Код ТН ВЭД;Стоимость;Вес нетто", "Экспорт;2025;Узбекистан;1001190000;10;20", "Экспорт;2025;Узбекистан;1003900000;30;40"},
		} {
			data := plainFile(lines...)
			var missing []string
			if name == "free" {
				missing = guess(t, "t.csv", data).Missing
			} else {
				rec, err := importer.Recognise(t.Context(), "t.csv", bytes.NewReader(data), int64(len(data)), importer.Options{})
				if err != nil {
					t.Fatal(err)
				}
				missing = rec.Needs
			}
			got := [2]string{"stated", "stated"}
			for i, what := range []string{"value", "weight"} {
				if strings.Contains(strings.Join(missing, " "), what) {
					got[i] = ""
				}
			}
			for i, u := range want {
				if (u != "") != (got[i] != "") {
					t.Errorf("%s, %s: %v asked", title, name, missing)
					break
				}
			}
			if want[0] == "" || want[1] == "" {
				continue
			}
			o := importer.Options{}
			if name == "free" {
				g := guess(t, "t.csv", data)
				o.Shape = &g.Shape
			}
			first := mustLoad(t, "t.csv", data, o).Figures.At(0)
			value, _ := briefing.Num("10").Mul(tenTo(want[0].Power()))
			weight := tenTo(massPower(want[1]))
			weight, _ = weight.Mul(briefing.Num("20"))
			if first.Value.Decimal.Cmp(value) != 0 || first.NetWeight.Decimal.Cmp(weight) != 0 {
				t.Errorf("%s, %s: %v, %v", title, name, first.Value, first.NetWeight)
			}
		}
	}
}

func massPower(u briefing.Unit) int {
	if u.Base() == "t" {
		return u.Power() + 3
	}
	return u.Power()
}

func tenTo(n int) briefing.Number { return briefing.Num("1" + strings.Repeat("0", n)) }
