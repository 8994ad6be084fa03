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
	if !slices.ContainsFunc(names, func(n string) bool {
		return strings.Contains(n, " Экспорт ") && strings.HasSuffix(n, " 2024 год")
	}) ||
		!slices.ContainsFunc(names, func(n string) bool {
			return strings.Contains(n, " Импорт ") && strings.HasSuffix(n, " 2024 год")
		}) {
		t.Errorf("tabs %q", names)
	}
}

// A tab says what its table is of: words that mean nothing alone do not stand
// without what they belong to, and a table of one flow names it.
func TestTabsAreOfWholePhrases(t *testing.T) {
	for l, c := range map[briefing.Lang]struct{ flows, joining []string }{
		briefing.RU: {[]string{"экспорт", "импорт"}, []string{"и", "в", "по", "с", "из", "что", "партнёр"}},
		briefing.EN: {[]string{"exports", "imports"}, []string{"of", "the", "to", "from", "and", "by", "with", "in", "what"}},
	} {
		p := tenMonths(t)
		made, err := pack.Make(project.Take(p, project.Options{Audience: briefing.Compiler, AsOf: time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)}), nil, pack.Options{Lang: l})
		if err != nil {
			t.Fatal(err)
		}
		flows := 0
		for _, s := range made.Book().Sheets {
			said, numbered := strings.CutPrefix(s.Name, s.Table.ID)
			if !numbered {
				continue
			}
			said = strings.ToLower(said)
			words := strings.Fields(said)
			for k, w := range words {
				next := k + 1
				if !slices.Contains(c.joining, w) || w == "партнёр" && next < len(words) {
					continue
				}
				if next == len(words) || !strings.Contains(strings.ToLower(s.Table.Title), w+" "+words[next]) {
					t.Errorf("%q of %q: %q stands alone", s.Name, s.Table.Title, w)
				}
			}
			title := strings.FieldsFunc(strings.ToLower(s.Table.Title), func(r rune) bool { return strings.ContainsRune(" ,:", r) })
			var of []string
			for _, f := range c.flows {
				if slices.Contains(title, f) {
					of = append(of, f)
				}
			}
			if len(of) == 1 {
				if flows++; !slices.Contains(words, of[0]) {
					t.Errorf("%q of %q does not name the flow", s.Name, s.Table.Title)
				}
			}
		}
		if flows < 4 {
			t.Errorf("%s: %d tables of one flow", l, flows)
		}
	}
}
