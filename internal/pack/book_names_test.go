package pack_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// Workbook and files of tables are made from one pack by turns: a table has the
// same number in both.
func TestABookAskedForTwiceNumbersItsTablesAlike(t *testing.T) {
	made, err := pack.Make(project.Take(demoProject(t), project.Options{Audience: briefing.Compiler}), nil, pack.Options{Lang: briefing.RU})
	if err != nil {
		t.Fatal(err)
	}
	once, again := made.Book(), made.Book()
	if len(once.Sheets) != len(again.Sheets) {
		t.Fatal(len(once.Sheets), len(again.Sheets))
	}
	last, annex := 0, 0
	for i := range once.Sheets {
		a, b := &once.Sheets[i], &again.Sheets[i]
		if a.Table.ID != b.Table.ID || a.Table.Label != b.Table.Label || a.Name != b.Name {
			t.Errorf("%s (%s) and %s (%s)", a.Name, a.Table.Label, b.Name, b.Table.Label)
		}
		switch {
		case strings.HasPrefix(a.Table.ID, "T"):
			last++
		case strings.HasPrefix(a.Table.ID, "A"):
			annex++
		}
	}
	if last < 10 || annex < 2 {
		t.Errorf("%d tables of the text, %d of the annex", last, annex)
	}
}

// Tables whose titles begin alike have tabs that tell them apart, within what
// Excel allows.
func TestTabsTellTablesApart(t *testing.T) {
	p := demoProject(t)
	p.Figures = figure.NewSet()
	for _, flow := range []figure.Flow{figure.Export, figure.Import} {
		for year := 2023; year <= 2024; year++ {
			for _, code := range []string{"10", "15"} {
				err := p.Figures.Append(figure.Observation{
					Flow: flow, Reporter: "RU", Region: "61", Partner: "TR", Code: code, Classification: "HS",
					Period: briefing.Year(year), Value: briefing.SomeNum("1000000"), Currency: "USD", Basis: "FOB",
				})
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	p.Pack.Region, p.Pack.Partner = "", "TR"
	made, err := pack.Make(project.Take(p, project.Options{Audience: briefing.Compiler, AsOf: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}), nil, pack.Options{Lang: briefing.RU})
	if err != nil {
		t.Fatal(err)
	}
	titles, names := map[string]string{}, []string{}
	for _, s := range made.Book().Sheets {
		if utf8.RuneCountInString(s.Name) > 31 || strings.ContainsAny(s.Name, `[]:*?/\'`) {
			t.Errorf("%q is no name for a tab", s.Name)
		}
		names = append(names, s.Name)
		said, numbered := strings.CutPrefix(s.Name, s.Table.ID)
		if !numbered {
			continue
		}
		if other, twice := titles[said]; twice && other != s.Table.Title {
			t.Errorf("tabs of %q and %q are both called %q", other, s.Table.Title, said)
		}
		titles[said] = s.Table.Title
	}
	if !slices.ContainsFunc(names, func(n string) bool { return strings.HasSuffix(n, " экспорт 2024 год") }) ||
		!slices.ContainsFunc(names, func(n string) bool { return strings.HasSuffix(n, " импорт 2024 год") }) {
		t.Errorf("tabs %q", names)
	}
}
