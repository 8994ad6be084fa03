package pack_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

func pivotOf(t *testing.T, p *project.Project) *document.Sheet {
	t.Helper()
	b, err := pack.BuildBook(project.Take(p, project.Options{Audience: briefing.Leader}), nil, pack.Options{Lang: briefing.RU})
	if err != nil {
		t.Fatal(err)
	}
	for i := range b.Sheets {
		if b.Sheets[i].Pivot != nil {
			return &b.Sheets[i]
		}
	}
	return nil
}

func observed(change func(*figure.Observation)) figure.Observation {
	o := figure.Observation{
		Flow: figure.Export, Reporter: "RU", Partner: "CN", Code: "0207", Classification: "HS", Product: "Мясо птицы",
		Period: briefing.Month(2022, 1), Value: briefing.SomeNum("10.5"), Currency: "USD", Basis: "FOB",
	}
	change(&o)
	return o
}

// What must not be added stands in rows of its own; what only differs in the
// part of the partner is added.
func TestAPivotAddsOnlyWhatMayBeAdded(t *testing.T) {
	p := demoProject(t)
	p.Figures = figure.NewSet()
	for _, change := range []func(*figure.Observation){
		func(*figure.Observation) {},
		func(o *figure.Observation) { o.Province = "Shandong" },
		func(o *figure.Observation) { o.Currency = "CNY" },
		func(o *figure.Observation) { o.Code = "02" },
		func(o *figure.Observation) { o.Flow = figure.Import },
		func(o *figure.Observation) { o.Period = briefing.Month(2022, 2) },
	} {
		if err := p.Figures.Append(observed(change)); err != nil {
			t.Fatal(err)
		}
	}
	s := pivotOf(t, p)
	if s == nil {
		t.Fatal("no pivot")
	}
	if got := s.Pivot.Rows; !slices.Equal(got, []string{"flow", "code", "product", "currency"}) || s.Pivot.Sum != "value" {
		t.Errorf("rows by %q, sum of %s", got, s.Pivot.Sum)
	}
	var sums []string
	for _, r := range s.Table.Rows {
		for _, c := range r.Cells[len(s.Pivot.Rows):] {
			if c.Number.Valid {
				sums = append(sums, c.Number.Decimal.Trim(0).String())
			}
		}
	}
	slices.Sort(sums)
	if want := []string{"10.5", "10.5", "10.5", "10.5", "21"}; !slices.Equal(sums, want) {
		t.Errorf("sums %q, want %q", sums, want)
	}
}

func TestNoPivotOfTooMuchOrOfNothing(t *testing.T) {
	p := demoProject(t)
	p.Figures = figure.NewSet()
	if pivotOf(t, p) != nil {
		t.Error("a pivot of no observations")
	}
	for i := range 5001 {
		if err := p.Figures.Append(observed(func(o *figure.Observation) { o.Code = strconv.Itoa(100000 + i) })); err != nil {
			t.Fatal(err)
		}
	}
	if pivotOf(t, p) != nil {
		t.Error("a pivot of 5001 rows")
	}
}

// More observations than a sheet holds go on on the next one; nothing is left out.
func TestObservationsGoOnOnTheNextSheet(t *testing.T) {
	p := demoProject(t)
	n := p.Figures.Len()
	b, err := pack.BuildBook(project.Take(p, project.Options{Audience: briefing.Leader}), nil, pack.Options{Lang: briefing.RU, SheetRows: 100})
	if err != nil {
		t.Fatal(err)
	}
	rows, lines, keys := 0, 0, map[string]bool{}
	for i := range b.Sheets {
		s := &b.Sheets[i]
		if s.Pivot != nil {
			t.Error("a pivot over a part of the rows")
		}
		if s.Table.Long == nil {
			continue
		}
		rows += s.Table.Len()
		if strings.Contains(s.MarksLine, "из "+strconv.Itoa(n)) {
			lines++
		}
		var scratch document.Row
		for r := range s.Table.Len() {
			keys[s.Table.Row(r, &scratch).Key] = true
		}
	}
	if want := (n + 99) / 100; rows != n || lines != want || len(keys) != n {
		t.Errorf("%d rows of %d, %d keys, %d sheets with a notice, want %d", rows, n, len(keys), lines, want)
	}
}
