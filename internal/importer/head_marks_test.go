package importer_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/importer"
)

// Marks of footnotes and remarks behind a period are no part of it, in heads of one
// row and of two: a quarter or a month is never stored as the whole year.
func TestQuirkMarksAndRemarksBehindAPeriod(t *testing.T) {
	const title = "Экспорт Омской области в Китай, тыс. долл. США"
	quarters, months := "I квартал;II квартал", "январь;февраль"
	for _, c := range []struct{ year, below, want string }{
		{"2026 г.*", quarters, "2026-Q1 2026-Q2"},
		{"2026 год¹", quarters, "2026-Q1 2026-Q2"},
		{"2026**", quarters, "2026-Q1 2026-Q2"},
		{"2026 год 1)", quarters, "2026-Q1 2026-Q2"},
		{"2026 год1", quarters, "2026-Q1 2026-Q2"},
		{"2026 год [1]", quarters, "2026-Q1 2026-Q2"},
		{"2026 год (предв.)", quarters, "2026-Q1 2026-Q2"},
		{"2026 год (предварительные данные)", months, "2026-01 2026-02"},
		{"2026 год (оценка)", quarters, "2026-Q1 2026-Q2"},
		{"2026 год, предв.", months, "2026-01 2026-02"},
		{"2026 год (9 месяцев)", quarters, "2026-Q1 2026-Q2"},
		{"2026 год", "I кв.*;II кв.²", "2026-Q1 2026-Q2"},
		{"2026 год", "янв.;февр.¹", "2026-01 2026-02"},
		{"2026 год", "янв. (оценка);февр., предв.", "2026-01 2026-02"},
	} {
		got, _ := storedPeriods(t, title, "Код ТН ВЭД;2025 год;;"+c.year+";", ";"+c.below+";"+c.below, "1201;100;110;120;130", "0303;200;210;220;230")
		want := strings.ReplaceAll(c.want, "2026", "2025") + " " + c.want
		if got != want {
			t.Errorf("%s over %s: %s, want %s", c.year, c.below, got, want)
		}
	}
	for heads, want := range map[string]string{
		"I кв. 2026*;II кв. 2026¹":                     "2026-Q1 2026-Q2",
		"янв. 2026;февраль 2026¹;март 2026 (предв.)":   "2026-01 2026-02 2026-03",
		"2024;2025¹;9 мес. 2026²":                      "2024 2025 2026-01..2026-09",
		"янв.–сент. 2025*;янв.–сент. 2026**":           "2025-01..2025-09 2026-01..2026-09",
		"2024 г. (факт);I полугодие 2026 г. (оценка)*": "2024 2026-H1",
		"Q1 2026¹;Q2 2026 (p)":                         "2026-Q1 2026-Q2",
	} {
		if got, _ := storedPeriods(t, title, "Код ТН ВЭД;"+heads, "1201"+strings.Repeat(";10", strings.Count(heads, ";")+1), "0303"+strings.Repeat(";20", strings.Count(heads, ";")+1)); got != want {
			t.Errorf("%s: %s, want %s", heads, got, want)
		}
	}
}

// What can't be told from the year that it is a part of is asked about.
func TestAPartOfAYearThatCannotBeToldIsAsked(t *testing.T) {
	title := "Экспорт Омской области в Китай, тыс. долл. США"
	for name, c := range map[string]struct {
		lines []string
		asked string
	}{
		"up to a day":              {[]string{title, "Код ТН ВЭД;2025;2026 (на 01.10.2026)", "1201;10;20", "0303;30;40"}, "2026 (на 01.10.2026)"},
		"a quarter of no number":   {[]string{title, "Код ТН ВЭД;2025;2026 (отчётный квартал)", "1201;10;20", "0303;30;40"}, "2026 (отчётный квартал)"},
		"two columns of one year":  {[]string{title, "Код ТН ВЭД;2025;2026;", ";;первая часть;вторая часть", "1201;10;20;30", "0303;30;40;50"}, "2026 / вторая часть"},
		"twelve months are a year": {[]string{title, "Код ТН ВЭД;2024;12 мес. 2025", "1201;10;20", "0303;30;40"}, ""},
		"the day of the data":      {[]string{title, "Код ТН ВЭД;2024;2025 (на 01.02.2026)", "1201;10;20", "0303;30;40"}, ""},
		"in two moneys":            {[]string{title, "Код ТН ВЭД;2025, тыс. долл.;2025, тыс. руб.", "1201;10;20", "0303;30;40"}, ""},
	} {
		data := plainFile(c.lines...)
		g := guess(t, "t.csv", data)
		asked := slices.Contains(needs(t, data, importer.Options{Shape: &g.Shape}), "columns")
		if g.About["columns"] != c.asked || asked != (c.asked != "") || slices.Contains(g.Missing, "columns") != asked {
			t.Errorf("%s: about %q, asked %v, missing %q", name, g.About["columns"], asked, g.Missing)
		}
	}
}

// storedPeriods are the periods that a table is stored under, in order, and the result.
func storedPeriods(t *testing.T, lines ...string) (string, *importer.Result) {
	t.Helper()
	data := plainFile(lines...)
	g := guess(t, "t.csv", data)
	if len(g.Missing) > 0 {
		return strings.Join(g.Missing, ","), nil
	}
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	var out []string
	for _, o := range res.Figures.All() {
		out = append(out, o.Period.String())
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " "), res
}

// The footnote of a year's head may say that its figures are of a part of it.
func TestQuirkAFootnoteThatMakesAYearAPart(t *testing.T) {
	const title = "Экспорт Омской области в Китай, тыс. долл. США"
	for note, want := range map[string]string{
		"* за 9 месяцев": "2024 2025 2026-01..2026-09",
		"* данные за январь–сентябрь 2026 года": "2024 2025 2026-01..2026-09",
		"* I полугодие":                       "2024 2025 2026-H1",
		"* предварительные данные":            "2024 2025 2026",
		"* январь–сентябрь 2025 года уточнён": "2024 2025 2026",
	} {
		if got, _ := storedPeriods(t, title, "Код ТН ВЭД;2024;2025;2026*", "1201;10;20;30", "0303;30;40;50", note); got != want {
			t.Errorf("%s: %s, want %s", note, got, want)
		}
	}
	data := plainFile(title, "Код ТН ВЭД;2024;2025;2026*", "1201;10;20;30", "0303;30;40;50", "* данные на 01.10.2026")
	g := guess(t, "t.csv", data)
	if !slices.Contains(needs(t, data, importer.Options{Shape: &g.Shape}), "columns") {
		t.Error("a year up to a day is not asked about")
	}
}
