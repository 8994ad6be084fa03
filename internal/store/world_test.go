package store_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
	"briefing/internal/store"
)

// world is a fixed clock, a named user and private folders.
func world(t testing.TB) store.Options {
	return store.Options{
		User: "Анна", Host: "desk-7", StateDir: filepath.Join(t.TempDir(), "state"),
		Now: func() time.Time { return time.Date(2023, 3, 20, 23, 0, 0, 0, time.FixedZone("MSK", 3*3600)) },
	}
}

// value is a text that the field takes, different for every number.
func value(t testing.TB, f briefing.Field, n int) string {
	t.Helper()
	switch f.Type {
	case briefing.EnumField:
		return f.Options[n%len(f.Options)]
	case briefing.NumberField:
		return fmt.Sprintf("-%d.50", n) // a zero at the end is the source's own
	case briefing.IntField:
		return strconv.Itoa(n + 1)
	case briefing.BoolField:
		return "1"
	case briefing.PeriodField:
		return []string{"2022", "2022-01..2022-10", "by-2024", "2022-Q3", "2023-03-20", "..2022-06", "2022-H2"}[n%7]
	case briefing.StampField:
		return []string{"2023-03-20T21:00:00+03:00", "2023", "2023-03", "2023-03-20"}[n%4]
	case briefing.ClockField:
		return fmt.Sprintf("%02d:%02d", n%24, n%60)
	case briefing.UnitField:
		return string(briefing.Units()[1+n%10])
	case briefing.RefField:
		return "ref-" + strconv.Itoa(n)
	case briefing.RefsField:
		return fmt.Sprintf("a-%d b-%d", n, n)
	case briefing.LanguageField:
		return "zh"
	case briefing.CountryField:
		return []string{"CN", "RU", "W00"}[n%3]
	case briefing.ProseField:
		return fmt.Sprintf("строка %d\n\t«вторая»; 'DROP \"TABLE\" \x00 fact' — 山东 %%s ? :a @b", n)
	}
	return fmt.Sprintf("поле %d '\"; --", n)
}

func fill(t testing.TB, fields []briefing.Field, row any, n int) {
	t.Helper()
	for i, f := range fields {
		if err := f.Set(row, value(t, f, n+i)); err != nil {
			t.Fatalf("%s: %v", f.Key, err)
		}
	}
}

// full makes a record of the kind with every field of it and of two rows of
// every list filled.
func full(t testing.TB, d briefing.Description, n int) briefing.Record {
	t.Helper()
	r := d.New()
	r.SetID(briefing.ID(string(d.Kind) + "-" + strconv.Itoa(n)))
	fill(t, d.Fields, r, n)
	for _, l := range d.Lists {
		for i := range 2 {
			fill(t, l.Fields, l.Add(r), n+i)
		}
	}
	return r
}

// fullProject has three full records of every kind and figures of two imports.
func fullProject(t testing.TB) *project.Project {
	t.Helper()
	p := &project.Project{Figures: figures(t, 300, "import-1", "import-2")}
	for _, d := range briefing.Descriptions() {
		for n := range 3 {
			p.Put(full(t, d, n))
		}
	}
	return p
}

func figures(t testing.TB, n int, imports ...briefing.ID) *figure.Set {
	t.Helper()
	s := figure.NewSet()
	for i := range n {
		o := figure.Observation{
			Flow: figure.Export, Reporter: "RU", Region: "46000", Partner: "CN", Code: fmt.Sprintf("%06d", 20000+i%70),
			Classification: "HS", Level: 6, Product: fmt.Sprintf("товар %d", i%70), Period: briefing.Month(2022, 1+i%12),
			Value: briefing.SomeNum(fmt.Sprintf("%d.%02d", i*7919, i%100)), Currency: "USD", Basis: "FOB",
			NetWeight: briefing.SomeNum(strconv.Itoa(i * 1000)), Import: imports[i*len(imports)/n], Line: i + 2, Sample: true,
		}
		if i%9 == 0 {
			o.Value = briefing.MaybeNumber{}
		}
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// printed is everything a project holds as text, for comparing.
// A status of the weight of its own is printed where there is one: the texts of
// earlier versions know of none.
func printed(p *project.Project) string {
	var b strings.Builder
	row := func(fields []briefing.Field, r any) {
		for _, f := range fields {
			if s := f.Get(r); s != "" {
				fmt.Fprintf(&b, "  %s = %q\n", f.Key, s)
			}
		}
	}
	for _, d := range briefing.Descriptions() {
		for _, r := range p.Records(d.Kind) {
			fmt.Fprintf(&b, "%s %s\n", d.Kind, r.Ref().ID)
			row(d.Fields, r)
			for _, l := range d.Lists {
				for i := range l.Len(r) {
					fmt.Fprintf(&b, " %s %d\n", l.Key, i+1)
					row(l.Fields, l.At(r, i))
				}
			}
		}
	}
	for i, o := range p.Figures.All() {
		b.WriteString(strings.Replace(fmt.Sprintf("%d %+v\n", i, o), " WeightStatus: ", " ", 1))
	}
	return b.String()
}

func sameProject(t testing.TB, got, want *project.Project) {
	t.Helper()
	a, b := strings.Split(printed(got), "\n"), strings.Split(printed(want), "\n")
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Fatalf("line %d of %d and %d\n got %s\nwant %s", i, len(a), len(b), at(a, i), at(b, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}

func create(t testing.TB, p *project.Project, o store.Options) (path string, f *store.File) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "визит.briefing")
	f, err := store.Create(path, p, o)
	if err != nil {
		t.Fatal(err)
	}
	return path, f
}

func open(t testing.TB, path string, m store.Mode, o store.Options) *store.File {
	t.Helper()
	f, err := store.Open(path, m, o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func closed(t testing.TB, f *store.File) {
	t.Helper()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func commit(t testing.TB, f *store.File, name string, changes ...store.Change) {
	t.Helper()
	if err := f.Commit(name, "Анна", changes); err != nil {
		t.Fatal(err)
	}
}

func bytesOf(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func names(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}
