package importer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/importertest"
)

// periodRows is a table of trade with a row for each period.
func periodRows(periods ...any) [][]any {
	rows := [][]any{{"Направление", "Период", "Страна", "ТН ВЭД", "Стоимость", "Вес нетто"}}
	for i, p := range periods {
		rows = append(rows, []any{"ЭК", p, "CN", "1001990000", 100 + i, 400 + i})
	}
	return rows
}

// periodsOf reads a workbook whose periods are the cells given: what became of
// them, in order, and why cells were refused.
func periodsOf(t *testing.T, periods ...any) (got []string, res *importer.Result) {
	t.Helper()
	res, err := load("t.xlsx", importertest.Workbook(t, importertest.Sheet{Name: "a", Rows: periodRows(periods...)}), thousandUSD)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range res.Figures.All() {
		got = append(got, o.Period.String())
	}
	for _, r := range res.Report.Rejected {
		got = append(got, r.Text+" "+r.Reason)
	}
	return got, res
}

// A month written as a number has lost the zero of October; what the column
// does not tell is refused.
func TestQuirkMonthsAsNumbersLoseTheZeroOfOctober(t *testing.T) {
	for _, c := range []struct {
		periods []any
		want    string
	}{
		{[]any{2026.01, 2026.09, 2026.1, 2026.11}, "2026-01 2026-09 2026-10 2026-11"},
		{[]any{"2026.01", "2026.1"}, "2026-01 2026-10"},
		{[]any{"2026.03", "2026.10", "2026.1"}, "2026-03 2026-10 2026-01"},
		{[]any{"2026.2", "2026.1", "2026.10"}, "2026-02 2026-01 2026-10"},
		{[]any{2026.2, 2026.1, 2026.11}, "2026-02 2026-11 2026.1 tenth"},
		{[]any{2026.1}, "2026.1 tenth"},
		{[]any{"2026.01", "2026.1", "2026.10"}, "2026-01 2026-10 2026.1 tenth"},
		{[]any{"2026.0", "'01/2026", "9M 2024"}, "2026 2026-01 2024-01..2024-09"},
	} {
		if got, _ := periodsOf(t, c.periods...); strings.Join(got, " ") != c.want {
			t.Errorf("%v: %v, want %v", c.periods, got, c.want)
		}
	}
}

func TestQuirkMonthsAsNumbersAfterManyRows(t *testing.T) {
	var periods []any
	for i := range 3000 {
		periods = append(periods, fmt.Sprintf("2026.1%d", i%3))
	}
	got, _ := periodsOf(t, append(periods[1:3000:3000], "2026.01", "2026.1")...)
	if last := got[len(got)-1]; last != "2026.1 tenth" {
		t.Errorf("2026.1 beside 2026.01 and 2026.10: %s", last)
	}
}

// Dates of the American style are told by the column, and said.
func TestQuirkDatesWithTheMonthFirst(t *testing.T) {
	for _, c := range []struct {
		periods []any
		want    string
		noted   bool
	}{
		{[]any{"1/1/2026", "2/1/2026", "12/1/2026"}, "2026-01 2026-02 2026-12", true},
		{[]any{"3/31/2026", "4/30/2026"}, "2026-03 2026-04", true},
		{[]any{"3/31/2026", "4/5/2026"}, "2026-03-31 2026-04-05", true},
		{[]any{"31/3/2026", "4/5/2026"}, "2026-03-31 2026-05-04", false},
		{[]any{"1/1/2026", "1/2/2026"}, "2026-01 2026-02", false},
		{[]any{"5/5/2026"}, "2026-05-05", false},
		{[]any{"3/4/2026", "5/5/2026"}, "2026-05-05 3/4/2026 day-or-month", false},
		{[]any{"3/31/2026", "31/3/2026", "3/4/2026"}, "2026-03-31 2026-03-31 3/4/2026 day-or-month", false},
	} {
		got, res := periodsOf(t, c.periods...)
		if strings.Join(got, " ") != c.want || slices.Contains(res.Report.Notes, importer.NoteMonthFirst) != c.noted {
			t.Errorf("%v: %v %v, want %v", c.periods, got, res.Report.Notes, c.want)
		}
	}
}

// Where every date begins or ends its month, the months are meant.
func TestQuirkDatesThatStandForMonths(t *testing.T) {
	for _, c := range []struct {
		periods []any
		want    string
		noted   bool
	}{
		{[]any{"01.01.2025", "2025-02-01", "2025-03"}, "2025-01 2025-02 2025-03", true},
		{[]any{time.Date(2025, 1, 31, 0, 0, 0, 0, time.UTC), time.Date(2025, 2, 28, 0, 0, 0, 0, time.UTC)}, "2025-01 2025-02", true},
		{[]any{"01.01.2025", "09.01.2025"}, "2025-01-01 2025-01-09", false},
		{[]any{"01.01.2025", "31.01.2025"}, "2025-01-01 2025-01-31", false},
	} {
		got, res := periodsOf(t, c.periods...)
		if strings.Join(got, " ") != c.want || slices.Contains(res.Report.Notes, importer.NoteMonths) != c.noted {
			t.Errorf("%v: %v %v, want %v", c.periods, got, res.Report.Notes, c.want)
		}
	}
}

// The same holds of a table of free form.
func TestPeriodColumnOfAFreeTable(t *testing.T) {
	data := plainFile("Месяц;Страна;Товар;Экспорт, тыс. долл.", "2026.09;Китай;пшеница;9", "2026.1;Китай;пшеница;10", "2026.11;Китай;пшеница;11")
	g := guess(t, "t.csv", data)
	g.Shape.Constants.Reporter = "RU"
	res := mustLoad(t, "t.csv", data, importer.Options{Shape: &g.Shape})
	if res.Figures.Periods()[briefing.Month(2026, 10)] != 1 {
		t.Errorf("October: %v", rowsOf(res.Figures))
	}
}
