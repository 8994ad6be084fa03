package importer_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/importer"
)

const ruHeads = "Направление;Период;Страна;ТН ВЭД;Стоимость;Вес нетто"

// toldTotals are the totals of a file with what was stored of them, a sign of
// whether both agree, and what they are called.
func toldTotals(res *importer.Result) string {
	var out []string
	for _, c := range res.Report.Totals {
		sign := "≠"
		if c.Agrees() {
			sign = "="
		}
		out = append(out, fmt.Sprintf("%s %s%s%s", c.Name, c.Stated.Trim(0), sign, c.Stored.Trim(0)))
	}
	return strings.Join(out, "; ")
}

// A total that says neither direction nor period is of the rows around it.
func TestQuirkTotalsThatSayNotOfWhat(t *testing.T) {
	rows := []string{"ЭК;2025;CN;1001990000;100;400", "ЭК;2025;CN;1201900000;50;100", "ЭК;2025;KZ;1001990000;30;120", "ЭК;2025;KZ;1512119109;20;20"}
	for name, c := range map[string]struct {
		lines []string
		want  string
	}{
		"of all rows":              {append(rows[:4:4], "ИТОГО;;;;200;640"), "ИТОГО 200000=200000"},
		"of all rows, and wrong":   {append(rows[:4:4], "ИТОГО;;;;210;640"), "ИТОГО 210000≠200000"},
		"above the rows":           {append([]string{"ИТОГО;;;;200;640"}, rows...), "ИТОГО 200000=200000"},
		"above the rows and wrong": {append([]string{"ИТОГО;;;;210;640"}, rows...), "ИТОГО 210000≠200000"},
		"after each country": {
			[]string{rows[0], rows[1], ";;Итого по Китаю;;150;500", rows[2], rows[3], ";;Итого по Казахстану;;51;140", ";;Всего;;200;640"},
			"Итого по Китаю 150000=150000; Итого по Казахстану 51000≠50000; Всего 200000=200000",
		},
		"of a chapter in the column of codes": {
			[]string{rows[0], rows[2], "ЭК;2025;;10 Итого;130;520", rows[1], "ЭК;2025;;12 Итого;55;100"},
			"10 Итого 130000=130000; 12 Итого 55000≠50000",
		},
		"alone in the column of codes":       {append(rows[:4:4], "ЭК;2025;;Итого;200;640"), " 200000=200000"},
		"of rows that lie apart, not judged": {append(rows[:4:4], ";;Итого по Китаю;;150;500", ";;Итого по Казахстану;;50;140", ";;Всего;;200;640"), "Всего 200000=200000"},
	} {
		t.Run(name, func(t *testing.T) {
			res := tradeTable(t, append([]string{ruHeads}, c.lines...)...)
			if got := toldTotals(res); got != c.want || len(res.Report.Rejected) > 0 {
				t.Errorf("%s, want %s; %s", got, c.want, account(res.Report))
			}
		})
	}
}

// A group of countries is a total of its members where these stand in the file,
// and of nothing where they don't.
func TestQuirkGroupsOfCountries(t *testing.T) {
	row := func(partner string, value int) string {
		return fmt.Sprintf("ЭК;2025;%s;1001990000;%d;1", partner, value)
	}
	for name, c := range map[string]struct {
		lines           []string
		totals, account string
	}{
		"the sum of its members":          {[]string{row("Китай", 100), row("СНГ", 50), row("Казахстан", 30), row("Узбекистан", 20)}, "СНГ 50000=50000", "4 = 3 + total 1"},
		"more than its members":           {[]string{row("ЕС", 1000), row("Германия", 300), row("Китай", 100)}, "ЕС 1000000≠300000", "3 = 2 + total 1"},
		"none of its members":             {[]string{row("Китай", 100), row("ЕС", 1000), row("СНГ", 50), row("Прочие", 5)}, "", "4 = 2 + 3:3 group «ЕС» + 4:3 group «СНГ»"},
		"a member that may be one":        {[]string{row("Страны СНГ", 50), row("Казахстан", 30), row("Украина", 20)}, "Страны СНГ 50000=50000", "3 = 2 + total 1"},
		"all but some":                    {[]string{row("Страны дальнего зарубежья", 400), row("Китай", 100), row("Германия", 300), row("Казахстан", 30)}, "Страны дальнего зарубежья 400000=400000", "4 = 3 + total 1"},
		"a part of the world":             {[]string{row("Африка", 30), row("Египет", 10), row("Алжир", 20), row("Китай", 5)}, "Африка 30000=30000", "4 = 3 + total 1"},
		"members that nobody can tell":    {[]string{row("Страны Ближнего Востока", 30), row("Германия", 10)}, "", "2 = 1 + total 1"},
		"a line that opens the members":   {[]string{row("СНГ", 50), "ЭК;2025;в том числе:;;;", row("Казахстан", 50)}, "СНГ 50000=50000", "3 = 1 + note 1 + total 1"},
		"members by codes of more digits": {[]string{"ЭК;2025;СНГ;1001;50;1", row("Казахстан", 50)}, "СНГ 50000=50000", "2 = 1 + total 1"},
	} {
		t.Run(name, func(t *testing.T) {
			res := tradeTable(t, append([]string{ruHeads}, c.lines...)...)
			if got := toldTotals(res); got != c.totals || account(res.Report) != c.account {
				t.Errorf("%q %s, want %q %s", got, account(res.Report), c.totals, c.account)
			}
		})
	}
}

// A table of free form is looked at as well.
func TestGroupsOfCountriesInAFreeTable(t *testing.T) {
	data := plainFile("Экспорт России, тыс. долл.;;", "Страна;2024;2025", "Китай;100;110", "ЕС;1000;900", "СНГ;50;60", "Казахстан;50;55")
	g := guess(t, "t.csv", data)
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	if got, want := toldTotals(res), "СНГ 50000=50000; СНГ 60000≠55000"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if n := len(res.Report.Rejected); n != 2 {
		t.Errorf("rejected %d: %s", n, account(res.Report))
	}
}
