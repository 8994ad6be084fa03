package importer_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// An answer that says what the file says is none against it.
func TestAnAnswerThatRepeatsTheFile(t *testing.T) {
	export := plainFile("Направление;Период;Страна;ТН ВЭД;Стоимость, тыс. долл.;Вес нетто, кг", "ЭК;2025;CN;1001;5;1", "ЭК;2025;KZ;1001;6;1")
	both := plainFile("Направление;Период;Страна;ТН ВЭД;Стоимость, тыс. долл.;Вес нетто, кг", "ЭК;2025;CN;1001;5;1", "ИМ;2024;KZ;1001;6;1")
	for _, u := range []importer.Units{{Flow: "export"}, {Value: "thousand-usd", Weight: "kg"}, {Period: briefing.Year(2025)}} {
		if res := mustLoad(t, "t.csv", export, importer.Options{Units: u}); res.Figures.Len() != 2 {
			t.Errorf("%+v: %s", u, account(res.Report))
		}
	}
	for _, u := range []importer.Units{{Flow: "export"}, {Period: briefing.Year(2025)}, {Value: "usd"}} {
		if _, err := load("t.csv", both, importer.Options{Units: u}); briefing.CodeOf(err) != briefing.CodeUnitConflict {
			t.Errorf("%+v: %v", u, err)
		}
	}
}

// The month of variant C stands in the name of the file, as a word too.
func TestQuirkMonthsInWordsInNamesOfFiles(t *testing.T) {
	for name, want := range map[string]string{"январь 2021.csv": "2021-01", "2021_февраль.csv": "2021-02", "2021-04 (1).csv": "2021-04"} {
		data := importertest.Text{Delimiter: ','}.Write(t, [][]string{
			{"NAPR", "PERIOD", "STRANA", "TNVED", "EDIZM", "STOIM", "NETTO", "KOL"},
			{"ЭК", "2021", "KZ", "9504500002", "796", "38333.71", "235.313", "495"},
		})
		res, err := load("archive.zip", importertest.Zip(t, importertest.Entry(name, data)), importer.Options{Units: importer.Units{Value: "usd", Weight: "kg"}})
		if err != nil || res.Figures.Len() != 1 || res.Figures.At(0).Period.String() != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A title names countries that its figures are not of, or speaks of a plan.
func TestQuirkExceptionsAndPlansInTitles(t *testing.T) {
	lines := func(title string) []byte {
		return plainFile(title, "Код ТН ВЭД;Стоимость, тыс. долл.", "1001;1", "1201;2")
	}
	for title, partner := range map[string]string{"Экспорт России (кроме Китая) в 2025 году": "", "Exports of Russia, excluding China, 2025": "", "Экспорт России в Китай в 2025 году": "CN"} {
		if g := guess(t, "t.csv", lines(title)); g.Shape.Constants.Partner != partner {
			t.Errorf("%s: %q", title, g.Shape.Constants.Partner)
		}
	}
	for title, plan := range map[string]bool{"План экспорта России в Китай на 2025 год": true, "Прогноз экспорта России в Китай, 2025": true, "Выполнение плана экспорта России в Китай в 2025 году": false} {
		if g := guess(t, "t.csv", lines(title)); (g.Shape.Columns[1].Aside == importer.AsidePlan) != plan {
			t.Errorf("%s: %q", title, g.Shape.Columns[1].Aside)
		}
	}
}

// Codes and names of countries in one cell, short names, directions in one letter,
// a dash for nothing.
func TestQuirkCellsOfPlainTables(t *testing.T) {
	res := tradeTable(t, ruHeads, "Э;2025;CN-КИТАЙ;1001;1;1", "И;2025;156 Китай;1001;2;1", "РЭ;2025;UK;1001;3;1", "РИ;2025;Фарерские острова;1001;4;1", "ЭК;2025;KZ;1001;-;-", "ЭК;2025;DE-КИТАЙ;1001;1;1")
	if got, want := account(res.Report), "6 = 4 + empty 1 + 7:3 partner «DE-КИТАЙ»"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// Trade Map keeps codes apart from numbers by an apostrophe; the total is no goods.
func TestQuirkCodesBehindAnApostrophe(t *testing.T) {
	data := plainFile("Exports of Russia to China, US Dollar thousand;;", "Product code;Product label;2023;2024", "'TOTAL;All products;100;110", "'27;Mineral fuels;100;110")
	g := guess(t, "t.csv", data)
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	if g.Shape.Columns[0].Role != importer.RoleCode || res.Figures.Len() != 2 {
		t.Errorf("%v %s", guessed(g), account(res.Report))
	}
}

// variantC is an archive of variant C: files by their names with what their row is worth.
func variantC(t *testing.T, worth map[string]string) []byte {
	t.Helper()
	var entries []struct {
		Name string
		Data []byte
	}
	for _, name := range slices.Sorted(maps.Keys(worth)) {
		entries = append(entries, importertest.Entry(name, importertest.Text{Delimiter: ','}.Write(t, [][]string{
			{"NAPR", "PERIOD", "STRANA", "TNVED", "EDIZM", "STOIM", "NETTO", "KOL"},
			{"ЭК", "2021", "KZ", "9504500002", "796", worth[name], "235", "495"},
		})))
	}
	return importertest.Zip(t, entries...)
}

// Folders of an archive tell the year or the month too; one answer is for one file
// whose name says nothing, and never for several.
func TestPeriodsOfFilesInAnArchive(t *testing.T) {
	units := importer.Units{Value: "usd", Weight: "kg"}
	january := units
	january.Period = briefing.Month(2021, 1)
	for name, tt := range map[string]struct {
		files map[string]string
		units importer.Units
		want  string // periods and values, or the code of the error
	}{
		"folders of years":               {map[string]string{"2021/01.csv": "1", "2021/02.csv": "2"}, units, "2021-01=1 2021-02=2"},
		"folders of years, words":        {map[string]string{"итоги 2021/январь.csv": "1", "итоги 2021/02_февраль.csv": "2"}, units, "2021-01=1 2021-02=2"},
		"folders of months":              {map[string]string{"январь 2021/data.csv": "1", "2021-02/data.csv": "2"}, units, "2021-01=1 2021-02=2"},
		"the year stands in the rows":    {map[string]string{"январь.csv": "1", "feb.csv": "2", "3月.csv": "3"}, units, "2021-01=1 2021-02=2 2021-03=3"},
		"a day is no month":              {map[string]string{"a_2021-03-15.csv": "1"}, units, "unit-needed"},
		"an answer for one":              {map[string]string{"data.csv": "1", "февраль 2021.csv": "2"}, january, "2021-01=1 2021-02=2"},
		"an answer for two":              {map[string]string{"data1.csv": "1", "data2.csv": "2"}, january, "period-spread"},
		"an answer for nobody":           {map[string]string{"2021-02.csv": "2", "2021-03.csv": "3"}, january, "unit-conflict"},
		"an answer that repeats":         {map[string]string{"2021-01.csv": "2"}, january, "2021-01=2"},
		"a number that is no month":      {map[string]string{"2021/17.csv": "2"}, units, "unit-needed"},
		"a folder of the download":       {map[string]string{"загружено 2021-03/data.csv": "1"}, units, "unit-needed"},
		"another year than the rows say": {map[string]string{"2020/01.csv": "1"}, units, ""},
	} {
		t.Run(name, func(t *testing.T) {
			res, err := load("archive.zip", variantC(t, tt.files), importer.Options{Units: tt.units})
			got := string(briefing.CodeOf(err))
			if err == nil {
				var all []string
				for _, o := range res.Figures.All() {
					all = append(all, o.Period.String()+"="+o.Value.Decimal.String())
				}
				slices.Sort(all) // files come in the order of the archive
				got = strings.Join(all, " ")
			}
			if got != tt.want {
				t.Errorf("got %s, want %s (%v)", got, tt.want, err)
			}
		})
	}
}
