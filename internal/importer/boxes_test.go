package importer_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/importertest"
)

// The columns of a declaration name two countries: where goods come from and
// where they go to. The partner depends on the flow.
func TestDeclarationBoxes(t *testing.T) {
	rows := [][]string{
		{"G011", "period", "G15", "G17", "G33", "G31_7", "G46", "G38", "G31_6"},
		{"ЭК", "01/2022", "RU", "CN", "0207120000", "", "1250,5", "610000", ""},
		{"ИМ", "01/2022", "CN", "RU", "8471300000", "796", "900", "7,5", "5"},
		{"ЭК", "01/2022", "RU", "QQ", "0207120000", "", "1", "1", ""},
		{"ЭК", "01/2022", "RU", "", "0207120000", "", "1", "1", ""},
		{"ЕК", "01/2022", "RU", "CN", "0207120000", "", "1", "1", ""},
	}
	w := importertest.Text{Delimiter: ';', Encoding: decode.CP1251}
	res := mustLoad(t, "dt.csv", w.Write(t, rows), importer.Options{Units: importer.Units{Value: "usd", Weight: "kg"}})
	equal(t, "rows", rowsOf(res.Figures), []string{
		"2 export RU→CN 2022-01 0207120000/10 TNVED 1250.5USD kg=610000 q=– A",
		"3 import RU→CN 2022-01 8471300000/10 TNVED 900USD kg=7.5 q=5796 A",
	})
	want := "5 = 2 + 4:4 partner «QQ» + 5:4 partner «» + 6:1 flow «ЕК»"
	if got := account(res.Report); got != want || res.Preview.Profile != "fts-boxes" {
		t.Errorf("%s (%s)\nwant %s", got, res.Preview.Profile, want)
	}
	var n *importer.Needed
	if _, err := load("dt.csv", w.Write(t, rows), importer.Options{}); !errors.As(err, &n) || !slices.Equal(n.Needs, []string{"value", "weight"}) {
		t.Errorf("units are not told by boxes: %v", err)
	}
}

func TestTablesInRussianWords(t *testing.T) {
	for name, tt := range map[string]struct {
		rows [][]string
		want []string
	}{
		"both countries, units in the header": {
			[][]string{
				{"Направление перемещения", "Год", "Страна назначения", "Страна происхождения", "Код ТН ВЭД ЕАЭС", "Наименование товара", "Стоимость (тыс. долл. США)", "Вес нетто (кг)"},
				{"экспорт", "2022", "Китай", "Россия", "0207", "Мясо птицы", "1 250,5", "610"},
				{"импорт", "2022", "Россия", "Китай", "8471", "Машины вычислительные", "7", "1 000"},
			},
			[]string{"2 export RU→CN 2022 0207/4 TNVED 1250500USD kg=610 q=– A", "3 import RU→CN 2022 8471/4 TNVED 7000USD kg=1000 q=– A"},
		},
		"millions of roubles and thousands of tonnes in the header": {
			[][]string{
				{"Направление", "Период", "Страна", "ТН ВЭД", "Стоимость, млн руб.", "Вес нетто, тыс. т"},
				{"экспорт", "2025", "Турция", "1001", "55 123,4", "2 941,6"},
			},
			[]string{"2 export RU→TR 2025 1001/4 TNVED 55123400000RUB kg=2941600000 q=– A"},
		},
		"units in brackets, scale behind the currency": {
			[][]string{
				{"Направление", "Период", "Страна", "ТН ВЭД", "Стоимость [USD, млн]", "Масса нетто: тонн"},
				{"экспорт", "2025", "Турция", "1001", "1,5", "2"},
			},
			[]string{"2 export RU→TR 2025 1001/4 TNVED 1500000USD kg=2000 q=– A"},
		},
		"the shortest": {
			[][]string{
				{"Направление", "Период", "Страна", "ТН ВЭД", "Стоимость", "Вес нетто"},
				{"вывоз", "янв. 2022", "Республика Корея", "0207", "12", "1"},
			},
			[]string{"2 export RU→KR 2022-01 0207/4 TNVED 12000USD kg=1 q=– A"},
		},
		"one country only, of imports": {
			[][]string{
				{"Направление", "Период", "Страна отправления", "Код товара", "Статистическая стоимость", "Масса нетто", "Количество", "Доп. ед. изм."},
				{"ввоз", "01.2022", "CN", "8471300000", "12", "1", "4", "796"},
			},
			[]string{"2 import RU→CN 2022-01 8471300000/10 TNVED 12000USD kg=1 q=4796 A"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			o := thousandUSD
			if strings.Contains(name, "units in") || strings.Contains(name, "in the header") {
				o = importer.Options{}
			}
			res := mustLoad(t, "a.csv", importertest.Text{Delimiter: ';', Encoding: decode.CP1251}.Write(t, tt.rows), o)
			equal(t, "rows", rowsOf(res.Figures), tt.want)
		})
	}
}

// One amount in two currencies, neither of them US dollars: which of them the
// project wants is for the user to say.
func TestOneAmountInTwoUnitsIsNotChosen(t *testing.T) {
	rows := [][]string{
		{"Направление", "Период", "Страна", "ТН ВЭД", "Стоимость, млн руб.", "Стоимость, млн евро", "Вес нетто, т"},
		{"экспорт", "2025", "Турция", "1001", "80", "1", "5"},
	}
	var unknown *importer.UnknownTable
	if _, err := load("a.csv", importertest.Text{Delimiter: ';'}.Write(t, rows), importer.Options{}); !errors.As(err, &unknown) {
		t.Errorf("%v", err)
	}
}

// The English download: words and tabs in quantities, options ticked, codes
// without their zeros, no date where the query was for a year.
func TestChineseCustomsInEnglishWithOptions(t *testing.T) {
	rows := [][]string{
		{"Date of data", "Commodity code", "Commodity", "Trading partner code", "Trading partner", "Trade mode code", "Trade mode", "Registered place code", "Registered place", "Quantity", "Unit", "Supplementary Quantity", "Supplementary Unit", "Renminbi Yuan"},
		{"202401", "2071421", "Frozen chicken wings", "344", "Russian Federation", "10", "Ordinary Trade", "37", "Shandong Province", "\t1,500 Kilogram\t", "?", "0", "-", "12,345"},
		{"202401", "2071421", "Frozen chicken wings", "344", "Russian Federation", "33", "Bonded warehouse", "37", "Shandong Province", "1500\t", "Kilogram", "0", "?", "12,345"},
		{"202401", "84713000", "Portable computers", "344", "Russian Federation", "10", "Ordinary Trade", "11", "Beijing", "5 Set", "Set", "7\tKilogram", "Kilogram", "900"},
		{"202401", "22030000", "Beer", "344", "Russian Federation", "10", "Ordinary Trade", "11", "Beijing", "No Quantity", "-", "-", "-", "800"},
		{"202401", "22030000", "Beer", "344", "Russian Federation", "10", "Ordinary Trade", "11", "Beijing", "many", "Litre", "0", "?", "800"},
	}
	w := importertest.Text{Delimiter: ',', QuoteAll: true, Trailing: true}
	res := mustLoad(t, "import.csv", w.Write(t, rows), importer.Options{})
	equal(t, "rows", rowsOf(res.Figures), []string{
		"2 import CN37→RU 2024-01 02071421/8 CN-HS 12345CNYCIF kg=1500 q=– A",
		"3 import CN37→RU 2024-01 02071421/8 CN-HS 12345CNYCIF kg=1500 q=– A",
		"4 import CN11→RU 2024-01 84713000/8 CN-HS 900CNYCIF kg=7 q=5Set A",
		"5 import CN11→RU 2024-01 22030000/8 CN-HS 800CNYCIF kg=– q=– A",
	})
	if got := account(res.Report); got != "5 = 4 + 6:10 number «many»" || res.Preview.Profile != "gacc-en" {
		t.Errorf("%s (%s)", got, res.Preview.Profile)
	}
	var annual [][]string
	for _, r := range rows[:3] {
		annual = append(annual, r[1:])
	}
	var n *importer.Needed
	if _, err := load("downloadData.csv", w.Write(t, annual), importer.Options{}); !errors.As(err, &n) || !slices.Equal(n.Needs, []string{"flow", "period"}) {
		t.Errorf("a year's query: %v", err)
	}
	res = mustLoad(t, "2024.csv", w.Write(t, annual), importer.Options{Units: importer.Units{Flow: figure.Export}})
	equal(t, "a year's query", rowsOf(res.Figures)[:1], []string{"2 export CN37→RU 2024 02071421/8 CN-HS 12345CNYFOB kg=1500 q=– A"})
}
