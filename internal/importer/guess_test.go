package importer_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

func guess(t *testing.T, name string, data []byte) *importer.Guessed {
	t.Helper()
	g, err := importer.Guess(t.Context(), name, bytes.NewReader(data), int64(len(data)), importer.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// guessed writes a guess down: each column with its role, unit, series, reason.
func guessed(g *importer.Guessed) []string {
	var out []string
	for _, c := range g.Columns {
		line := fmt.Sprintf("%d %s", c.Index, c.Role)
		for _, s := range g.Shape.Columns {
			if s.Index != c.Index {
				continue
			}
			for _, x := range []string{string(s.Unit), s.QuantityUnit, s.Series.Period, s.Series.Flow, s.Series.Partner, s.Aside} {
				if x != "" {
					line += " " + x
				}
			}
		}
		if c.FillDown {
			line += " filled"
		}
		out = append(out, line+": "+c.Reason)
	}
	return out
}

func lines(s *figure.Set) []string {
	var out []string
	for _, o := range s.All() {
		parts := []string{string(o.Flow), o.Reporter, o.Partner, o.Region, o.Code, o.Product, o.Period.String(), o.Currency}
		if o.Value.Valid {
			parts = append(parts, o.Value.Decimal.String())
		}
		if o.NetWeight.Valid {
			parts = append(parts, o.NetWeight.Decimal.String()+"kg")
		}
		out = append(out, strings.Join(parts, "|"))
	}
	return out
}

func plainFile(rows ...string) []byte { return []byte(strings.Join(rows, "\n") + "\n") }

func enterprise(t *testing.T) []byte {
	return importertest.Workbook(t, importertest.Sheet{Name: "Лист1", Rows: importertest.Strings([][]string{
		{"Сведения об экспорте продукции за 2023 год"},
		{},
		{"Предприятие-изготовитель", "Покупатель", "Страна", "Группа стран", "Продукция", "Группа продуктов", "Объём поставок", ""},
		{"", "", "", "", "", "", "Вес, тонн", "Стоимость, тыс. долл."},
		{"1", "2", "3", "4", "5", "6", "7", "8"},
		{"АО «Завод»", "Trade Ltd", "Китай", "Азия", "Масло подсолнечное", "масложировая", "1 250,5", "1 100,25"},
		{"АО «Завод»", "Food Co", "Турция", "Азия", "Масло подсолнечное", "масложировая", "300", "290,0"},
		{"ООО «Мельница»", "Bread JSC", "Казахстан", "СНГ", "Мука", "пищевая", "–", "15,5"},
		{"ООО «Мельница»", "Bread JSC", "Лапутия", "СНГ", "Мука", "пищевая", "1", "15,5"},
		{"ИТОГО", "", "", "", "", "", "1 550,5", "1 405,75"},
		{"Примечание: данные предварительные"},
	})})
}

// A header of two lines, merged; goods by name only; numbers of columns,
// ИТОГО and a footnote.
func TestGuessEnterpriseReturn(t *testing.T) {
	data := enterprise(t)
	g := guess(t, "svod.xlsx", data)
	equal(t, "columns", guessed(g), []string{
		"1 axis: header", "2 axis: header", "3 partner: header", "4 : unused", "5 product: header", "6 : unused",
		"7 weight t: header", "8 value thousand-usd: header",
	})
	equal(t, "assumed", g.Assumed, []string{importer.AssumedTitle, importer.AssumedReporter, importer.AssumedNoCodes})
	if g.Line != 3 || g.Shape.HeaderRows != 2 || len(g.Missing) != 0 || g.Score != 100 || g.Shape.Constants.Period != "2023" {
		t.Errorf("%+v", g)
	}
	res := mustLoad(t, "svod.xlsx", data, importer.Options{Shape: &g.Shape})
	if got, want := account(res.Report), "8 = 3 + note 2 + title 1 + total 1 + 9:3 partner «Лапутия» [no-codes]"; got+fmt.Sprint(" ", res.Report.Notes) != want {
		t.Errorf("got %s %v, want %s", got, res.Report.Notes, want)
	}
	equal(t, "rows", lines(res.Figures), []string{
		"export|RU|CN||TOTAL|Масло подсолнечное|2023|USD|1100250|1250500kg",
		"export|RU|TR||TOTAL|Масло подсолнечное|2023|USD|290000|300000kg",
		"export|RU|KZ||TOTAL|Мука|2023|USD|15500",
	})
	if res.Preview.HeaderRow != 4 || res.Preview.Columns[6].Role != "weight" || res.Import.Profile != importer.ProfileTable {
		t.Errorf("preview %+v", res.Preview)
	}
}

func TestGuessTables(t *testing.T) {
	usd := importer.Units{Value: "usd", Flow: figure.Export}
	tests := map[string]struct {
		data    []byte
		units   importer.Units
		change  func(*importer.Shape)
		columns []string
		missing []string
		account string
		rows    []string
	}{
		"years across, title rows and a footnote": {
			data:    plainFile("Экспорт России по странам, млн долл. США", ";;;", "Страна;2021 г.;2022 г.;2023 г.;Темп роста, %", "Весь мир;100;200;300;150", "Китай;10,5;20;30;150", "Индия;5;…;7;–", "* без учёта давальческого сырья"),
			columns: []string{"1 partner: header", "2 value 2021: series", "3 value 2022: series", "4 value 2023: series", "5 : unused"},
			account: "11 = 9 + note 1 + title 1",
			rows: []string{
				"export|RU|W00||TOTAL||2021|USD|100000000", "export|RU|W00||TOTAL||2022|USD|200000000", "export|RU|W00||TOTAL||2023|USD|300000000",
				"export|RU|CN||TOTAL||2021|USD|10500000", "export|RU|CN||TOTAL||2022|USD|20000000", "export|RU|CN||TOTAL||2023|USD|30000000",
				"export|RU|IN||TOTAL||2021|USD|5000000", "export|RU|IN||TOTAL||2022|USD", "export|RU|IN||TOTAL||2023|USD|7000000",
			},
		},
		"months across of the title's year, running total beside them": {
			data:    plainFile("Импорт из Китая в 2023 году, тыс. долл.", "Товар;Код ТН ВЭД;январь;февраль;март;с начала года", "Чай;0902;1;2;3;6", "Обувь;6403;4;5;6;15", "Всего;;5;7;9;21"),
			columns: []string{"1 product: header", "2 code: header", "3 value -01: series", "4 value -02: series", "5 value -03: series", "6 value -year cumulative: cumulative"},
			account: "13 = 6 + cumulative 3 + title 1 + total 3",
			rows: []string{
				"import|RU|CN||0902|Чай|2023-01|USD|1000", "import|RU|CN||0902|Чай|2023-02|USD|2000", "import|RU|CN||0902|Чай|2023-03|USD|3000",
				"import|RU|CN||6403|Обувь|2023-01|USD|4000", "import|RU|CN||6403|Обувь|2023-02|USD|5000", "import|RU|CN||6403|Обувь|2023-03|USD|6000",
			},
		},
		"pasted: directions over years": {
			data:    plainFile("Country\tExport\t\tImport\t", "\t2022\t2023\t2022\t2023", "China\t1\t2\t3\t4", "India\t5\t6\t7\t8", "Total\t6\t8\t10\t12"),
			units:   importer.Units{Value: "usd"},
			change:  func(s *importer.Shape) { s.Constants.Reporter = "RU" },
			columns: []string{"1 partner: header", "2 value 2022 export: series", "3 value 2023 export: series", "4 value 2022 import: series", "5 value 2023 import: series"},
			missing: []string{"reporter", "value"},
			account: "12 = 8 + total 4",
			rows: []string{
				"export|RU|CN||TOTAL||2022|USD|1", "export|RU|CN||TOTAL||2023|USD|2", "import|RU|CN||TOTAL||2022|USD|3", "import|RU|CN||TOTAL||2023|USD|4",
				"export|RU|IN||TOTAL||2022|USD|5", "export|RU|IN||TOTAL||2023|USD|6", "import|RU|IN||TOTAL||2022|USD|7", "import|RU|IN||TOTAL||2023|USD|8",
			},
		},
		"Chinese": {
			data:    plainFile("国家,2022年,2023年,同比", "中国香港,100,200,100%", "俄罗斯,1,2,3", "合计,101,202,"),
			units:   usd,
			columns: []string{"1 partner: header", "2 value 2022: series", "3 value 2023: series", "4 : unused"},
			missing: []string{"flow", "value"},
			account: "6 = 4 + total 2",
			rows:    []string{"export|CN|HK||TOTAL||2022|USD|100", "export|CN|HK||TOTAL||2023|USD|200", "export|CN|RU||TOTAL||2022|USD|1", "export|CN|RU||TOTAL||2023|USD|2"},
		},
		"names that stand once for several rows": {
			data:    plainFile("Страна,Товар,\"Вес, т\",\"Стоимость, долл. США\"", "Китай,Мука,10,2000", ",Рис,20,4000", ",Соя,5,100", "Индия,Мука,7,900", ",Рис,8,800"),
			units:   importer.Units{Flow: figure.Export, Period: briefing.Year(2023)},
			columns: []string{"1 partner filled: header", "2 product: header", "3 weight t: header", "4 value usd: header"},
			missing: []string{"flow", "period"},
			account: "5 = 5",
			rows: []string{
				"export|RU|CN||TOTAL|Мука|2023|USD|2000|10000kg", "export|RU|CN||TOTAL|Рис|2023|USD|4000|20000kg", "export|RU|CN||TOTAL|Соя|2023|USD|100|5000kg",
				"export|RU|IN||TOTAL|Мука|2023|USD|900|7000kg", "export|RU|IN||TOTAL|Рис|2023|USD|800|8000kg",
			},
		},
		"months and the stretch from January": {
			data:    plainFile("Страна;янв. 2023;фев. 2023;янв.-фев. 2023", "Китай;1;2;3", "Индия;4;x;9"),
			units:   usd,
			columns: []string{"1 partner: header", "2 value 2023-01: series", "3 value 2023-02: series", "4 value 2023-01..2023-02 cumulative: cumulative"},
			missing: []string{"flow", "value"},
			account: "6 = 4 + cumulative 2",
			rows:    []string{"export|RU|CN||TOTAL||2023-01|USD|1", "export|RU|CN||TOTAL||2023-02|USD|2", "export|RU|IN||TOTAL||2023-01|USD|4", "export|RU|IN||TOTAL||2023-02|USD"},
		},
		"countries across": {
			data:    plainFile("Год;Китай;Индия;Всего", "2022;1;2;3", "2023;4;-5;9"),
			units:   usd,
			columns: []string{"1 year: header", "2 value CN: series", "3 value IN: series", "4 value total: total"},
			missing: []string{"flow", "value"},
			account: "6 = 3 + total 2 + 3:3 negative «-5»",
			rows:    []string{"export|RU|CN||TOTAL||2022|USD|1", "export|RU|IN||TOTAL||2022|USD|2", "export|RU|CN||TOTAL||2023|USD|4"},
		},
	}
	for name, c := range tests {
		t.Run(name, func(t *testing.T) {
			g := guess(t, "t.csv", c.data)
			equal(t, "columns", guessed(g), c.columns)
			equal(t, "missing", g.Missing, c.missing)
			if c.change != nil {
				c.change(&g.Shape)
			}
			res := mustLoad(t, "t.csv", c.data, importer.Options{Shape: &g.Shape, Units: c.units})
			if got := account(res.Report); got != c.account {
				t.Errorf("got  %s\nwant %s", got, c.account)
			}
			equal(t, "rows", lines(res.Figures), c.rows)
		})
	}
}

// Sheets of one shape are read together; their names are a dimension.
func TestGuessSheets(t *testing.T) {
	book := func(names ...string) []byte {
		var sheets []importertest.Sheet
		for i, n := range names {
			sheets = append(sheets, importertest.Sheet{Name: n, Rows: importertest.Strings([][]string{
				{"Страна", "Код ТН ВЭД", "Экспорт, тыс. долл."}, {"Китай", "0902", fmt.Sprint(i + 1)}, {"Итого", "", fmt.Sprint(i + 1)},
			})})
		}
		return importertest.Workbook(t, sheets...)
	}
	for name, c := range map[string]struct {
		names []string
		sheet importer.Role
		units importer.Units
		rows  []string
	}{
		"a year a sheet":   {[]string{"2022", "2023"}, importer.RolePeriod, importer.Units{}, []string{"export|RU|CN||0902||2022|USD|1000", "export|RU|CN||0902||2023|USD|2000"}},
		"a region a sheet": {[]string{"Омская область", "Томская область"}, importer.RoleRegion, importer.Units{Period: briefing.Year(2021)}, []string{"export|RU|CN|52000|0902||2021|USD|1000", "export|RU|CN|69000|0902||2021|USD|2000"}},
	} {
		t.Run(name, func(t *testing.T) {
			data := book(c.names...)
			g := guess(t, "b.xlsx", data)
			equal(t, "sheets", g.Sheets, c.names)
			if g.Shape.Sheet != c.sheet {
				t.Errorf("sheet is %s", g.Shape.Sheet)
			}
			res := mustLoad(t, "b.xlsx", data, importer.Options{Shape: &g.Shape, Units: c.units})
			if got, want := account(res.Report), "4 = 2 + total 2"; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			equal(t, "rows", lines(res.Figures), c.rows)
		})
	}
}

// What is no table is not guessed at.
func TestGuessRefuses(t *testing.T) {
	for name, data := range map[string][]byte{
		"prose": plainFile("Встреча прошла в Москве.", "Стороны обсудили торговлю, в том числе экспорт."), "numbers": plainFile("1;2;3", "4;5;6"),
		"names without figures": plainFile("Страна;Товар", "Китай;Чай", "Индия;Чай"), "header alone": plainFile("Страна;2021;2022"),
	} {
		t.Run(name, func(t *testing.T) {
			if g, err := importer.Guess(t.Context(), "t.csv", bytes.NewReader(data), int64(len(data)), importer.Options{}); briefing.CodeOf(err) != briefing.CodeNoHeader {
				t.Errorf("got %+v, %v", g, err)
			}
		})
	}
}

// A page made by hand: the wide cell spans columns, those beside it span no
// rows, so that the second row of the head slides to the left. What is read
// is what was meant, the same as of the page with its rows spanned.
func TestGuessHeadThatSlidLeft(t *testing.T) {
	page := func(rows string) []byte {
		return []byte(`<html><body><table><tr><td colspan=6>Экспорт России в Китай, 2022 год, тыс. долл.</td></tr>` +
			`<tr><td` + rows + `>Товар</td><td colspan=4>Квартал</td><td` + rows + `>Итого за год</td></tr>` +
			`<tr><td>I кв.</td><td>II кв.</td><td>III кв.</td><td>IV кв.</td></tr>` +
			`<tr><td>Мука</td><td>1</td><td>2</td><td>3</td><td>4</td><td>10</td></tr>` +
			`<tr><td>Рис</td><td>5</td><td>6</td><td>7</td><td>8</td><td>26</td></tr></table></body></html>`)
	}
	want := []string{"1 product: header", "2 value -Q1: series", "3 value -Q2: series", "4 value -Q3: series", "5 value -Q4: series", "6 value total: total"}
	for _, rows := range []string{"", " rowspan=2"} {
		g := guess(t, "t.xls", page(rows))
		equal(t, "columns with"+rows, guessed(g), want)
		res := mustLoad(t, "t.xls", page(rows), importer.Options{Shape: &g.Shape})
		equal(t, "rows with"+rows, lines(res.Figures)[:2], []string{
			"export|RU|CN||TOTAL|Мука|2022-Q1|USD|1000", "export|RU|CN||TOTAL|Мука|2022-Q2|USD|2000",
		})
	}
}

// A year whose cells are half remarks is not left out: what can't be read is
// rejected, each cell by name.
func TestGuessAmountsWithRemarks(t *testing.T) {
	data := plainFile("Экспорт России в Китай, тыс. долл. США", "Код ТН ВЭД;Товар;2024 год;2025 год",
		"1001;Пшеница;10;1 200,5*", "1003;Ячмень;20;12,5 (оценка)", "1005;Кукуруза;30;ок. 700", "1008;Гречиха;40;х", "1101;Мука;50;7", "1103;Крупа;60;8")
	g := guess(t, "t.csv", data)
	equal(t, "columns", guessed(g), []string{"1 code: header", "2 product: header", "3 value 2024: series", "4 value 2025: series"})
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	if got, want := account(res.Report), "13 = 9 + title 1 + 3:4 number «1 200,5*» + 4:4 number «12,5 (оценка)» + 5:4 number «ок. 700»"; !strings.HasPrefix(got, want) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// A table and its profile that name no partner take the one that is stated; one
// that is named is not changed by it.
func TestStatedCountriesOfAFreeTable(t *testing.T) {
	units, err := importer.ParseUnits("partner=tr,reporter=KZ")
	if err != nil || units.String() != "partner=TR,reporter=KZ" {
		t.Fatalf("%+v %v", units, err)
	}
	for head, want := range map[string]string{
		"Экспорт, 2022 год, тыс. долл.":                    "export|KZ|TR||1001||2022|USD|5000",
		"Экспорт Казахстана в Китай, 2022 год, тыс. долл.": "export|KZ|CN||1001||2022|USD|5000",
	} {
		data := plainFile(head, "Код ТН ВЭД;Стоимость", "1001;5")
		g := guess(t, "t.csv", data)
		g.Shape.Constants.Reporter = strings.TrimPrefix(g.Shape.Constants.Reporter, "RU") // by the language alone
		equal(t, head, lines(mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape, Units: units}).Figures), []string{want})
	}
	if _, err := importer.ParseUnits("partner=Атлантида"); err == nil {
		t.Error("a country that is none is taken")
	}
}

// A title names the partner by its full name, in any case.
func TestGuessPartnerByFullName(t *testing.T) {
	for title, want := range map[string]string{
		"Экспорт России в Турецкую Республику, 2022 год, тыс. долл.":          "TR",
		"Торговля России с Исламской Республикой Иран, 2022 год, тыс. долл.":  "IR",
		"Экспорт России в Республику Казахстан, 2022 год, тыс. долл.":         "KZ",
		"Экспорт России в Социалистическую Республику Вьетнам, 2022 год, т":   "VN",
		"Импорт России из Королевства Саудовская Аравия, 2022 год, тыс. долл": "SA",
	} {
		if got := guess(t, "t.csv", plainFile(title, "Код ТН ВЭД;Стоимость", "1001;5")).Shape.Constants.Partner; got != want {
			t.Errorf("%s: partner %q, want %s", title, got, want)
		}
	}
}
