package importer_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/importertest"
)

// A file of customs whose title names the region is of that region: it would
// pass for the whole country's. What is said beside it holds, and a column too.
func TestTheRegionOfAFileWithoutAColumnForIt(t *testing.T) {
	title := []string{"Внешняя торговля Новосибирской области с Республикой Узбекистан"}
	head := []string{"Направление", "Период", "Страна", "Код ТН ВЭД", "Стоимость, тыс. долл. США", "Вес нетто, тонн"}
	row := []string{"Экспорт", "январь 2025", "Узбекистан", "1001 19 000 0", "236,0", "870,5"}
	for name, tt := range map[string]struct {
		rows   [][]string
		region string // as it is said
		want   string
		noted  bool
	}{
		"the title":         {rows: [][]string{title, head, row}, want: "50000", noted: true},
		"no title":          {rows: [][]string{head, row}},
		"said":              {rows: [][]string{head, row}, region: "Томская область", want: "69000"},
		"said otherwise":    {rows: [][]string{title, head, row}, region: "69000", want: "69000"},
		"the whole country": {rows: [][]string{title, head, row}, region: "none"},
		"a column":          {rows: [][]string{title, append(slices.Clone(head), "Регион"), append(slices.Clone(row), "61000 - РЯЗАНСКАЯ ОБЛАСТЬ")}, want: "61000"},
	} {
		t.Run(name, func(t *testing.T) {
			res := mustLoad(t, "t.csv", importertest.Text{Delimiter: ';', Encoding: decode.CP1251}.Write(t, tt.rows), importer.Options{Units: importer.Units{Region: tt.region}})
			if got := res.Figures.At(0).Region; got != tt.want || slices.Contains(res.Report.Notes, importer.NoteRegion) != tt.noted {
				t.Errorf("region %q, notes %v", got, res.Report.Notes)
			}
		})
	}
	said := importer.Options{Units: importer.Units{Region: "Лапутия"}}
	if _, err := load("t.csv", importertest.Text{Delimiter: ';'}.Write(t, [][]string{title, head, row}), said); briefing.CodeOf(err) != briefing.CodeBadRegion {
		t.Errorf("a region that nobody knows: %v", err)
	}
	if _, err := importer.ParseUnits("region=5"); briefing.CodeOf(err) != briefing.CodeBadRegion {
		t.Errorf("a code that no region has: %v", err)
	}
}

// The total stands in the column of codes: it is compared with the goods, and
// the batch says so when it differs. One that is more than they come to is kept.
func TestTotalsInTheColumnOfCodes(t *testing.T) {
	for total, want := range map[string]struct {
		agrees bool
		note   string
		stored int
	}{"30": {true, "", 2}, "31": {false, importer.NoteWhole, 3}, "29": {false, importer.NoteTotals, 2}} {
		rows := [][]string{
			{"Направление", "Период", "Страна", "Код ТН ВЭД", "Стоимость, тыс. долл. США", "Вес нетто, тонн"},
			{"Экспорт", "2025", "Узбекистан", "1001 19 000 0", "10", "1"},
			{"Экспорт", "2025", "Узбекистан", "1512 11 910 9", "20", "2"},
			{"Экспорт", "2025", "Узбекистан", "ИТОГО", total, "3"},
		}
		res := mustLoad(t, "t.csv", importertest.Text{Delimiter: ';', Encoding: decode.CP1251}.Write(t, rows), importer.Options{})
		said := slices.DeleteFunc(slices.Clone(res.Report.Notes), func(n string) bool { return n != importer.NoteTotals && n != importer.NoteWhole })
		if len(res.Report.Totals) != 1 || res.Report.Totals[0].Agrees() != want.agrees || strings.Join(said, " ") != want.note || res.Report.Stored != want.stored {
			t.Errorf("%s: %+v, notes %v", total, res.Report.Totals, res.Report.Notes)
		}
	}
}

// «Злаки, всего» holds what stands below it; with nothing below it is goods.
func TestWholesAboveTheirParts(t *testing.T) {
	title, head := "Экспорт России в Узбекистан в 2025 году, тыс. долл. США", "Наименование товара;Стоимость"
	for name, tt := range map[string]struct {
		rows   []string
		want   string
		agrees bool
	}{
		"parts below":        {[]string{"Злаки, всего;30", "   Пшеница;10", "   Ячмень;20", "Масло, всего;5", "   Масло рапсовое;5", "ИТОГО;35"}, "Пшеница Ячмень Масло рапсовое", true},
		"nothing below":      {[]string{"Злаки, всего;30", "Масло, всего;5", "ИТОГО;35"}, "Злаки, всего Масло, всего", true},
		"one of them whole":  {[]string{"Злаки, всего;30", "   Пшеница;10", "   Ячмень;20", "Масло, всего;5"}, "Пшеница Ячмень Масло, всего", true},
		"the last of a part": {[]string{"Злаки, всего;30", "Пшеница;10", "Ячмень;20", "", "ИТОГО;35"}, "Пшеница Ячмень", false},
	} {
		t.Run(name, func(t *testing.T) {
			data := plainFile(append([]string{title, head}, tt.rows...)...)
			g := guess(t, "t.csv", data)
			res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
			var names []string
			for i := range res.Figures.Len() {
				names = append(names, res.Figures.At(i).Product)
			}
			if got := strings.Join(names, " "); got != tt.want {
				t.Errorf("%s, want %s; %s", got, tt.want, account(res.Report))
			}
			for _, c := range res.Report.Totals {
				if c.Agrees() != tt.agrees {
					t.Errorf("%+v", c)
				}
			}
		})
	}
}

// What is planned is no figure of trade: it would be one of a past year some day.
func TestPlansAreSetAside(t *testing.T) {
	data := plainFile("Экспорт России в Узбекистан, тыс. долл. США", "Код ТН ВЭД;2024 год, факт;2025 год, факт;План на 2026 год", "1001;10;20;30", "1512;11;21;31")
	g := guess(t, "t.csv", data)
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	if got := account(res.Report); got != "7 = 4 + plan 2 + title 1" {
		t.Error(got)
	}
	for i := range res.Figures.Len() {
		if y := res.Figures.At(i).Period.From.Year; y > 2025 {
			t.Errorf("figures of %d", y)
		}
	}
	only := plainFile("Планы поставок в Узбекистан", "Код ТН ВЭД;План на 2027 год, тонн;План на 2027 год, тыс. долл. США", "1001;10;20", "1512;11;21")
	g = guess(t, "p.csv", only)
	res = mustLoad(t, "p.csv", only, importer.Options{Shape: &g.Shape})
	if got := account(res.Report); res.Figures.Len() != 0 || !strings.Contains(got, "plan 2") {
		t.Errorf("plans alone: %s", got)
	}
}

// What the source withholds is in its total and not in the rows: no
// contradiction, but nothing is computed from a sum that lacks it.
func TestAWithheldValueLeavesItsSumOpen(t *testing.T) {
	data := plainFile("Экспорт России в Узбекистан, тыс. долл. США", "Наименование товара;2024;2025", "Пшеница;10;11", "Сыры;…;20", "Масло;–;30", "ИТОГО;35;61")
	g := guess(t, "t.csv", data)
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	if got := account(res.Report); got != "9 = 5 + empty 1 + title 1 + total 2" || slices.Contains(res.Report.Notes, importer.NoteTotals) {
		t.Errorf("%s, notes %v", got, res.Report.Notes)
	}
	groups, err := res.Figures.Aggregate(figure.Filter{}, []figure.Dimension{"year"})
	if err != nil || len(groups) != 2 || groups[0].Status != briefing.Missing || groups[1].Status != briefing.Normal {
		t.Errorf("%v, %+v", err, groups)
	}
	over := plainFile("Экспорт России в Узбекистан, тыс. долл. США", "Наименование товара;2024;2025", "Пшеница;10;11", "Сыры;…;20", "ИТОГО;9;31")
	g = guess(t, "t.csv", over)
	if res = mustLoad(t, "t.csv", over, importer.Options{Shape: &g.Shape}); !slices.Contains(res.Report.Notes, importer.NoteTotals) {
		t.Error("more than the total is a contradiction")
	}
}

// Whose a table is its headers and texts tell: words that anybody may use are
// not the customs' names of columns.
func TestATableInWordsIsNotTheCustoms(t *testing.T) {
	row := []string{"экспорт", "10.2026", "Узбекистан", "1001", "10", "5"}
	for profile, head := range map[string][]string{
		importer.ProfileTrade: {"Направление", "Период", "Страна", "Код ТН ВЭД", "Стоимость, тыс. долл.", "Вес нетто, т"},
		"fts-boxes":           {"G011", "period", "strana", "G33", "G46", "G38"},
	} {
		rows := [][]string{head, row}
		res := mustLoad(t, "t.csv", importertest.Text{Delimiter: ';', Encoding: decode.CP1251}.Write(t, rows), importer.Options{Units: importer.Units{}.With(map[string]importer.Units{"fts-boxes": {Value: "usd", Weight: "kg"}}[profile])})
		if res.Import.Profile != profile {
			t.Errorf("%s is taken for %s", profile, res.Import.Profile)
		}
	}
	for text, want := range map[string]bool{"по данным Сибирского таможенного управления": true, "Источник: Росстат": true, "со слов бухгалтерии": false, "海关统计": true} {
		if importer.OfStatistics(text) != want {
			t.Errorf("%s", text)
		}
	}
}

// A known form says in its title of which part of a year its years are, and has
// rows that hold others: groups of countries, districts, cities in regions.
func TestATableInWordsWithATitleAndRowsOfRows(t *testing.T) {
	rows := [][]string{
		{"Экспорт Новосибирской области за январь–октябрь 2025 года"},
		{"Направление", "Год", "Страна", "Код ТН ВЭД", "Стоимость, тыс. долл. США", "Вес нетто, тонн"},
		{"экспорт", "2025", "Узбекистан", "1001", "10", "1"},
		{"экспорт", "2024", "Узбекистан", "1001", "9", "1"},
		{"экспорт", "2025", "Страны СНГ", "1001", "19", "1"},
	}
	res := mustLoad(t, "t.csv", importertest.Text{Delimiter: ';', Encoding: decode.CP1251}.Write(t, rows), importer.Options{})
	if got := account(res.Report); got != "3 = 2 + total 1" || res.Figures.At(1).Period.String() != "2024-01..2024-10" || res.Figures.At(0).Region != "50000" {
		t.Errorf("%s, %+v", got, res.Figures.At(1))
	}
	rows = [][]string{
		{"Регион", "Направление", "Период", "Страна", "Код ТН ВЭД", "Стоимость, тыс. долл. США", "Вес нетто, тонн"},
		{"Сибирский федеральный округ", "экспорт", "2025", "Узбекистан", "1001", "900", "1"},
		{"Новосибирская область", "экспорт", "2025", "Узбекистан", "1001", "500", "1"},
		{"в том числе г. Новосибирск", "экспорт", "2025", "Узбекистан", "1001", "300", "1"},
		{"Алтайский край", "экспорт", "2025", "Узбекистан", "1001", "400", "1"},
	}
	res = mustLoad(t, "t.csv", importertest.Text{Delimiter: ';', Encoding: decode.CP1251}.Write(t, rows), importer.Options{})
	if got := account(res.Report); got != "4 = 2 + part 1 + total 1" || res.Figures.At(0).Region != "50000" || res.Figures.At(1).Region != "01000" {
		t.Errorf("%s", got)
	}
}

// Subheadings that come to more than their heading are not in it.
func TestSubheadingsAboveTheirHeading(t *testing.T) {
	rows := [][]string{
		{"Направление", "Период", "Страна", "Код ТН ВЭД", "Стоимость, тыс. долл. США", "Вес нетто, тонн"},
		{"экспорт", "2025", "Узбекистан", "10", "1500", "1"},
		{"экспорт", "2025", "Узбекистан", "1001", "1234567", "1"},
	}
	res := mustLoad(t, "t.csv", importertest.Text{Delimiter: ';', Encoding: decode.CP1251}.Write(t, rows), importer.Options{})
	if res.Figures.Len() != 1 || res.Figures.At(0).Code != "1001" {
		t.Errorf("%s", account(res.Report))
	}
}
