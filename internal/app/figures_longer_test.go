package app_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// By month or quarter, what is of a whole year or quarter keeps a line of its
// own period: neither spread over months, nor added to them, nor years to each
// other.
func TestYearsAmongMonthsStayYears(t *testing.T) {
	set := figure.NewSet()
	for i, x := range [][2]string{
		{"2020", "1000"}, {"2021", "1200"}, {"2021-01", "10"}, {"2021-02", "20"}, {"2021-04", "40"}, {"2021-Q1", "35"}, {"2020-11..2021-02", "7"},
	} {
		if err := set.Append(sided("i", "RU", []string{"CN", "KZ"}[i%2], figure.Export, "0207", x[0], x[1], "USD", "FOB")); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	w := app.System()
	w.StateDir = filepath.Join(dir, "state")
	p, err := app.Create(w, filepath.Join(dir, "x.briefing"), &project.Project{Figures: set, Imports: []*briefing.Import{{ID: "i", File: "a.csv"}}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	for by, want := range map[string][]string{
		"month":   {"| 7 R whole", "2020| 1000 A whole", "2021| 1200 A whole", "2021-01| 10 M", "2021-02| 20 M", "2021-04| 40 M", "2021-Q1| 35 Q whole"},
		"quarter": {"| 7 R whole", "2020| 1000 A whole", "2021| 1200 A whole", "2021-Q1| 30 M", "2021-Q1| 35 Q", "2021-Q2| 40 M"},
		"year":    {"| 7 R", "2020| 1000 A", "2021| 1200 A", "2021| 35 Q", "2021| 70 M"},
	} {
		q := app.Query{By: dims(by), Filter: figure.Filter{Flow: figure.Export}}
		rows, err := p.Figures(q)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range rows {
			s := fmt.Sprintf("%s| %s %s", strings.Join(r.Keys, " "), r.Value.Decimal.Trim(0), r.Split.Frequency)
			if q.Longer(r) {
				s += " whole"
			}
			got = append(got, s)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("by %s:\n%s\nwant\n%s", by, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	for _, q := range []app.Query{ // a filter of the period still holds
		{By: dims("month"), Filter: figure.Filter{Period: func(p briefing.Period) bool { return p.From.Year == 2020 && p.Kind == briefing.YearPeriod }}},
	} {
		rows, err := p.Figures(q)
		if err != nil || len(rows) != 1 || rows[0].Keys[0] != "2020" {
			t.Errorf("%v, %v", rows, err)
		}
	}
}
