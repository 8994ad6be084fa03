package importer_test

import (
	"strings"
	"testing"

	"briefing/internal/importer"
)

// tradeTable reads a table of a known kind, its columns parted by semicolons.
func tradeTable(t *testing.T, lines ...string) *importer.Result {
	t.Helper()
	return mustLoad(t, "t.csv", plainFile(lines...), thousandUSD)
}

// Imports are counted by the country of origin, wherever goods were sent from.
func TestQuirkOriginBesideDispatch(t *testing.T) {
	for name, heads := range map[string]string{
		"in words": "Направление;Период;Страна отправления;Страна происхождения;ТН ВЭД;Стоимость;Вес нетто",
		"by boxes": "G011;period;G15;G16;G33;G46;G38",
	} {
		t.Run(name, func(t *testing.T) {
			res := tradeTable(t, heads, "ИМ;2025;DE;CN;8471300000;5;1", "ИМ;2025;NL;CN;8471300000;6;1", "ИМ;2025;DE;KZ;8471300000;7;1")
			equal(t, "rows", rowsOf(res.Figures), []string{
				"2 import RU→CN 2025 8471300000/10 TNVED 5000USD kg=1 q=– A",
				"3 import RU→CN 2025 8471300000/10 TNVED 6000USD kg=1 q=– A",
				"4 import RU→KZ 2025 8471300000/10 TNVED 7000USD kg=1 q=– A",
			})
			if len(res.Report.Notes) > 0 { // rows of two countries of dispatch are no repetition
				t.Errorf("notes %q", res.Report.Notes)
			}
		})
	}
	g := guess(t, "t.csv", plainFile("Импорт России;;;;", "Страна отправления;Страна происхождения;Товар;2024, тыс. долл.;2025, тыс. долл.", "Германия;Китай;станки;1;2", "Германия;Казахстан;станки;1;2"))
	if got := strings.Join(guessed(g), "; "); !strings.Contains(got, "2 partner: header") {
		t.Errorf("guess: %s", got)
	}
}

// A year in one column and the month or quarter in another are one period.
func TestQuirkYearsBesideMonthsAndQuarters(t *testing.T) {
	for heads, rows := range map[string][3]string{
		"Год;Месяц":         {"2025;1", "2025;дек.", "2025-01 2025-12"},
		"Год;Квартал":       {"2025;I", "2025;4 кв.", "2025-Q1 2025-Q4"},
		"Квартал;Год;Месяц": {"1;2025;2", "4;2025;октябрь", "2025-02 2025-10"},
		"Период;Квартал":    {"2025;2", "2024-03;1", "2025-Q2 2024-03"},
		"Месяц":             {"январь 2025", "2025-02", "2025-01 2025-02"},
		"Год":               {"2025", "2024", "2025 2024"},
	} {
		res := tradeTable(t, "Направление;"+heads+";Страна;ТН ВЭД;Стоимость, тыс. долл.;Вес нетто, кг", "ЭК;"+rows[0]+";CN;1201900000;5;10", "ЭК;"+rows[1]+";CN;1201900000;6;11")
		var got []string
		for _, o := range res.Figures.All() {
			got = append(got, o.Period.String())
		}
		if strings.Join(got, " ") != rows[2] {
			t.Errorf("%s: %q %s, want %s", heads, got, account(res.Report), rows[2])
		}
	}
}

// Weight with its packing is no net weight.
func TestQuirkGrossWeightBesideNet(t *testing.T) {
	for _, heads := range []string{"Вес брутто, кг;Вес нетто, кг", "Gross weight, kg;Net weight, kg", "毛重(千克);净重(千克)"} {
		data := plainFile("Экспорт России в Китай в 2025 году;;;", "Код ТН ВЭД;"+heads+";Стоимость, долл. США", "1201900000;1010;1000;500", "1001990000;2020;2000;600")
		g := guess(t, "t.csv", data)
		if got := guessed(g)[1:3]; got[0] != "2 : unused" || !strings.HasPrefix(got[1], "3 weight") {
			t.Errorf("%s: %q", heads, got)
		}
	}
}

// Of the value of the invoice and the statistical one the latter is stored; of
// this year's and the year before's, that of the rows.
func TestQuirkWhichOfTwoValues(t *testing.T) {
	for heads, want := range map[string]string{
		"Фактурная стоимость, тыс. долл.;Статистическая стоимость, тыс. долл.":                                   "2 value thousand-usd twice: twice; 3 value thousand-usd: header",
		"Стоимость за отчетный период, тыс. долл.;Стоимость за соответствующий период прошлого года":             "2 value thousand-usd: header; 3 : last-year",
		"Стоимость за соответствующий период прошлого года, тыс. долл.;Стоимость за отчетный период, тыс. долл.": "2 : last-year; 3 value thousand-usd: header",
	} {
		g := guess(t, "t.csv", plainFile("Экспорт России в Китай в 2025 году;;;", "Код ТН ВЭД;"+heads+";Вес нетто, т", "1001;4;5;10", "1201;5;6;20"))
		if got := strings.Join(guessed(g)[1:3], "; "); got != want {
			t.Errorf("%s: %s, want %s", heads, got, want)
		}
	}
}
