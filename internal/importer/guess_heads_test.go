package importer_test

import (
	"bytes"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
)

// What people write over a column of figures, in the languages that tables
// come in: its role, unit and period.
func TestGuessHeadsOfFigures(t *testing.T) {
	tests := []struct{ head, want string }{
		// Months and years, short and long.
		{"янв.22", "value 2022-01: series"},
		{"янв. 22", "value 2022-01: series"},
		{"Янв-22", "value 2022-01: series"},
		{"фев 2022", "value 2022-02: series"},
		{"Jan-22", "value 2022-01: series"},
		{"Sept 2022", "value 2022-09: series"},
		{"2022-03", "value 2022-03: series"},
		{"2022M03", "value 2022-03: series"},
		{"2022-M03", "value 2022-03: series"},
		{"03.2022", "value 2022-03: series"},
		{"2022/03", "value 2022-03: series"},
		{"2022年3月", "value 2022-03: series"},
		{"2022 г.", "value 2022: series"},
		{"2022г", "value 2022: series"},
		{"2022 год (факт)", "value 2022: series"},
		{"за 2022 год", "value 2022: series"},
		{"FY2022", "value 2022: series"},
		{"2022年", "value 2022: series"},
		{"I кв. 2022", "value 2022-Q1: series"},
		{"1 кв. 2022 г.", "value 2022-Q1: series"},
		{"1 квартал 2022 года", "value 2022-Q1: series"},
		{"Q1 2022", "value 2022-Q1: series"},
		{"2022Q1", "value 2022-Q1: series"},
		{"2022 Q1", "value 2022-Q1: series"},
		{"1 полугодие 2022", "value 2022-H1: series"},
		{"I полугодие 2022 г.", "value 2022-H1: series"},
		{"H1 2022", "value 2022-H1: series"},
		{"9 мес. 2022", "value 2022-01..2022-09: series"},
		{"9 месяцев 2022 года", "value 2022-01..2022-09: series"},
		{"янв.-сен. 2022", "value 2022-01..2022-09: series"},
		{"январь–сентябрь 2022 г.", "value 2022-01..2022-09: series"},
		{"январь - сентябрь 2022 г., тыс. долл. США", "value thousand-usd 2022-01..2022-09: series"},
		{"Jan-Sep 2022", "value 2022-01..2022-09: series"},
		{"2022年1-9月", "value 2022-01..2022-09: series"},
		// Amounts with units.
		{"Стоимость, тыс. долл.", "value thousand-usd: header"},
		{"Стоимость (тыс.долл.США)", "value thousand-usd: header"},
		{"Экспорт, млн долларов", "value million-usd export: series"},
		{"Сумма, $ тыс.", "value thousand-usd: header"},
		{"FOB, тыс. USD", "value thousand-usd: unit"},
		{"Value (US$)", "value usd: header"},
		{"Value, USD mln", "value million-usd: header"},
		{"Value (USD '000)", "value thousand-usd: header"},
		{"Exports (US$ million)", "value million-usd export: series"},
		{"2021 Weight (t)", "weight t 2021: series"},
		{"Net weight, MT", "weight t: header"},
		{"Вес, тн", "weight t: header"},
		{"Объем экспорта, тыс. тонн", "weight thousand-t export: series"},
		{"Масса нетто (кг)", "weight kg: header"},
		{"Кол-во, тонн", "weight t: header"},
		{"金额（万美元）", "value ten-thousand-usd: header"},
		{"出口额(千美元)", "value thousand-usd export: series"},
		{"数量（吨）", "weight t: header"},
		// Names of columns as programs and data bases write them.
		{"primaryValue", "value: header"},
		{"trade_value_usd", "value usd: header"},
		{"TradeValue", "value: header"},
		{"netWgt", "weight: header"},
		{"net_weight_kg", "weight kg: header"},
	}
	for _, tt := range tests {
		t.Run(strings.ReplaceAll(tt.head, "/", "|"), func(t *testing.T) {
			g := guess(t, "table.csv", plainFile("Код ТН ВЭД;Страна;"+tt.head, "0207;Китай;1250,5", "1512;Индия;300,25", "1806;Китай;17"))
			got := guessed(g)
			if want := "3 " + tt.want; len(got) != 3 || got[2] != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// Tables as they come from ministries, partners and data bases: what the guess
// makes of them, and the rows that are stored by it.
func TestGuessTablesOfOthers(t *testing.T) {
	tests := map[string]struct {
		file    string
		data    []byte
		missing []string
		account string
		rows    []string
	}{
		"months with years of two digits under a title with the partner": {
			file:    "months.csv",
			data:    plainFile("Ежемесячный экспорт в Китай, млн долл.;;;;", "", "Товар;Код;янв.22;фев.22;Итого", "Соевые бобы;1201;1,2;2,3;3,5", "Мороженое;210500;0,02;…;0,02", "Всего;;1,22;2,3;3,52"),
			account: "10 = 4 + title 1 + total 5",
			rows:    []string{"export|RU|CN||1201|Соевые бобы|2022-01|USD|1200000", "export|RU|CN||1201|Соевые бобы|2022-02|USD|2300000", "export|RU|CN||210500|Мороженое|2022-01|USD|20000", "export|RU|CN||210500|Мороженое|2022-02|USD"},
		},
		"the dollar's country is no partner": {
			file:    "svod.csv",
			data:    plainFile("Экспорт Московской области в Китай;;", "тыс. долл. США;;", "Код;Товар;2022 г.", "0207;Мясо птицы;12,5", "1512;Масло;17"),
			account: "4 = 2 + title 2",
			rows:    []string{"export|RU|CN|46000|0207|Мясо птицы|2022|USD|12500", "export|RU|CN|46000|1512|Масло|2022|USD|17000"},
		},
		"Chinese, in ten thousands of yuan, partner and year in the title": {
			file:    "wan.csv",
			data:    plainFile("表1 2022年山东省对俄罗斯出口,,,", "单位：万元,,,", "商品名称,商品编码,出口额,同比", `鲜苹果,080810,"12,345.6",12.3%`, `大蒜,070320,"2,345.6",-2.3%`, `合计,,"14,691.2",`),
			account: "5 = 2 + title 2 + total 1",
			rows:    []string{"export|CN|RU|37|080810|鲜苹果|2022|CNY|123456000", "export|CN|RU|37|070320|大蒜|2022|CNY|23456000"},
		},
		"groups of goods, two heads over each year, parts of a group": {
			file:    "groups.csv",
			data:    plainFile("Экспорт в Китай;;;;;", "Товарная группа;2021 год;;2022 год;;Изменение, %", ";тыс. тонн;млн долл.;тыс. тонн;млн долл.;стоимость", "Мясо;12,5;33,1;14,5;40,0;20,8", "из них: птица;10,0;22,0;11,0;25,0;13,6", "Масложировая продукция;100;150;120;170;13,3", "Всего;112,5;183,1;134,5;210;"),
			account: "9 = 4 + part 2 + title 1 + total 2",
			rows: []string{
				"export|RU|CN||TOTAL|Мясо|2021|USD|33100000|12500000kg", "export|RU|CN||TOTAL|Мясо|2022|USD|40000000|14500000kg",
				"export|RU|CN||TOTAL|Масложировая продукция|2021|USD|150000000|100000000kg", "export|RU|CN||TOTAL|Масложировая продукция|2022|USD|170000000|120000000kg",
			},
		},
		"two tables on a sheet under the same header": {
			file:    "two.csv",
			data:    plainFile("Таблица 1. Экспорт в Китай, тонн;;", "Товар;2021;2022", "Мясо;1;2", "Рыба;3;4", ";;", "Таблица 2. Экспорт в Китай, тыс. долл. США;;", "Товар;2021;2022", "Мясо;10;20", "Рыба;30;40"),
			account: "5 = 4 + title 1",
			rows: []string{
				"export|RU|CN||TOTAL|Мясо|2021||1000kg", "export|RU|CN||TOTAL|Мясо|2022||2000kg",
				"export|RU|CN||TOTAL|Рыба|2021||3000kg", "export|RU|CN||TOTAL|Рыба|2022||4000kg",
			},
		},
		"two tables on a sheet under headers of their own": {
			file:    "two.csv",
			data:    plainFile("Экспорт, млн долл. США;;", "Страна;2021;2022", "Китай;1;2", "Индия;3;4", ";;", "Товар;2021;2022", "Мясо;10;20", ";;", "Доля;план;факт", "Китай;5;6"),
			account: "5 = 4 + title 1",
			rows: []string{
				"export|RU|CN||TOTAL||2021|USD|1000000", "export|RU|CN||TOTAL||2022|USD|2000000",
				"export|RU|IN||TOTAL||2021|USD|3000000", "export|RU|IN||TOTAL||2022|USD|4000000",
			},
		},
		"the header again on the next page is the same table": {
			file:    "pages.csv",
			data:    plainFile("Экспорт в Китай, тонн;;", "Товар;2021;2022", "Мясо;1;2", "Продолжение таблицы;;", "Товар;2021;2022", "Рыба;3;4"),
			account: "7 = 4 + header 1 + note 1 + title 1",
			rows: []string{
				"export|RU|CN||TOTAL|Мясо|2021||1000kg", "export|RU|CN||TOTAL|Мясо|2022||2000kg",
				"export|RU|CN||TOTAL|Рыба|2021||3000kg", "export|RU|CN||TOTAL|Рыба|2022||4000kg",
			},
		},
		"columns as a data base calls them": {
			file:    "download.csv",
			data:    plainFile("refYear,reporterISO,flowCode,partnerISO,cmdCode,primaryValue_usd,netWgt_kg", "2022,CHN,M,RUS,020714,500123456,123456789", "2021,CHN,M,RUS,020714,400123456,113456789"),
			account: "2 = 2",
			rows:    []string{"import|CN|RU||020714||2022|USD|500123456|123456789kg", "import|CN|RU||020714||2021|USD|400123456|113456789kg"},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			g := guess(t, tt.file, tt.data)
			equal(t, "missing", g.Missing, tt.missing)
			res := mustLoad(t, tt.file, tt.data, importer.Options{Shape: &g.Shape})
			if got := account(res.Report); got != tt.account {
				t.Errorf("account %s, want %s", got, tt.account)
			}
			equal(t, "rows", lines(res.Figures), tt.rows)
		})
	}
}

// What looks like a period or a unit and is none: names of goods, marketing
// years, the name of the nomenclature.
func TestGuessTakesNoNameForAPeriodOrAUnit(t *testing.T) {
	for head, want := range map[string]string{
		"Бензин марки 92": "3 : unknown",
		"Маргарин 17":     "3 : unknown",
		"Octane 95":       "3 : unknown",
		"Вес, код ТН ВЭД": "3 weight: header",
	} {
		g := guess(t, "table.csv", plainFile("Код ТН ВЭД;Страна;"+head+";Стоимость, долл.", "0207;Китай;1250,5;1", "1512;Индия;300,25;2", "1806;Китай;17;3"))
		if got := guessed(g); len(got) != 4 || got[2] != want {
			t.Errorf("%s: %q", head, got)
		}
	}
}

// A marketing year lies in two: its figures are of neither, nor of a month.
func TestQuirkMarketingYearsAreNoYears(t *testing.T) {
	data := plainFile("Экспорт пшеницы из России в Китай по сельскохозяйственным годам, тыс. т", "Товар;2010/11;2011/12;2024/25", "Пшеница;1;2;3", "Рожь;4;5;6")
	if g, err := importer.Guess(t.Context(), "table.csv", bytes.NewReader(data), int64(len(data)), importer.Options{}); briefing.CodeOf(err) != briefing.CodeNoHeader {
		t.Errorf("read as %+v", g)
	}
}

// A row that can't be read after a gap, a continuation, a part without a
// whole: none of them ends the table.
func TestATableGoesOnAfterWhatOnlyLooksLikeAnother(t *testing.T) {
	tests := map[string]struct {
		rows   []string
		stored int
	}{
		"a figure with a footnote after a gap": {[]string{"Экспорт в Китай, тонн;;", "Товар;2021;2022", "Мясо;1;2", ";;", "Рыба;3*;4*", "Хлеб;5;6"}, 4},
		"words where figures are":              {[]string{"Экспорт в Китай, тонн;;", "Товар;2021;2022", "Мясо;1;2", ";;", "Рыба;конф.;конф.", "Хлеб;5;6"}, 4},
		"a sub-heading":                        {[]string{"Экспорт в Китай, тонн;;", "Товар;2021;2022", "Мясо;1;2", ";;", "в том числе:;план;факт", "Хлеб;5;6"}, 4},
		"a continuation names the groups":      {[]string{"Экспорт в Китай, тонн;;", "Товар;2021;2022", "Мясо;1;2", "Продолжение таблицы, группы 03–05 ТН ВЭД;;", "Товар;2021;2022", "Хлеб;5;6"}, 4},
		"a continuation repeats the unit":      {[]string{"Экспорт в Китай;;", "Товар;2021, тыс. долл. США;2022, тыс. долл. США", "Мясо;1;2", "(продолжение) тыс. долл. США;;", "Товар;2021, тыс. долл. США;2022, тыс. долл. США", "Хлеб;5;6"}, 4},
		"a note on a year":                     {[]string{"Экспорт в Китай, тонн;;", "Товар;2021;2022", "Мясо;1;2", "Данные за 2022 год уточнены;;", "Товар;2021;2022", "Хлеб;5;6"}, 4},
		"parts of a row without figures":       {[]string{"Экспорт в Китай, тонн;;", "Товар;2021;2022", "Мясо, всех видов;;", "в т.ч. говядина;3;4", "в т.ч. свинина;5;6"}, 4},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			data := plainFile(tt.rows...)
			g := guess(t, "table.csv", data)
			if got := mustLoad(t, "table.csv", data, importer.Options{Shape: &g.Shape}).Report; got.Stored != tt.stored {
				t.Errorf("%s", account(got))
			}
		})
	}
}

// Of two columns of values the one counts whose currency is known.
func TestGuessTakesTheValueInAKnownCurrency(t *testing.T) {
	g := guess(t, "table.csv", plainFile("Code;Partner;Year;Value CHF;Value USD", "0406;China;2022;1234567;1300000", "1806;China;2022;2345;2500"))
	equal(t, "columns", guessed(g), []string{"1 code: header", "2 partner: header", "3 year: header", "4 value chf twice: twice", "5 value usd: header"})
}

// Small whole numbers are no months where the row above is a head already.
func TestFiguresBelowAHeadAreNoMonths(t *testing.T) {
	data := plainFile("Экспорт России в Китай, тыс. долл. США", "Товар;2024;2025", "Соя;1;2;3", "Мёд;4;5;6")
	g := guess(t, "t.csv", data)
	if g.Shape.HeaderRows != 1 {
		t.Errorf("%d rows in the head", g.Shape.HeaderRows)
	}
}
