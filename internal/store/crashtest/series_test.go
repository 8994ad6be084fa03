package crashtest_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// series is the work of an hour: records of several kinds, lists of theirs,
// edits, removals, imports, publications; the last changes are published by
// closing.
func series() []string {
	type m = map[string]any
	type fields = map[string]string
	var out []string
	add := func(steps ...m) {
		for _, s := range steps {
			line, _ := json.Marshal(s)
			out = append(out, string(line))
		}
	}
	put := func(kind briefing.Kind, id string, f fields) m { return m{"put": kind, "id": id, "fields": f} }
	typing := func(text string) m {
		step := put(briefing.KindAgreement, "a1", fields{"title_ru": text})
		step["typing"] = true
		return step
	}
	long := func(s string, n int) string { return strings.TrimSpace(strings.Repeat(s+" ", n)) }
	for i := range 4 {
		add(put(briefing.KindPerson, fmt.Sprintf("p%d", i), fields{"name_ru": fmt.Sprintf("Лицо %d", i), "biography_ru": long("служил", 60*i)}))
	}
	event := put(briefing.KindEvent, "e1", fields{"title_ru": "Переговоры", "when": "2023-03-21"})
	event["lists"] = m{"participants": []fields{{"person": "p0", "role_ru": "глава"}, {"person": "p1"}}}
	add(event, put(briefing.KindFact, "f1", fields{"statement_ru": long("товарооборот", 30)}))
	event = put(briefing.KindEvent, "e1", fields{"title_ru": "Переговоры в узком составе"})
	event["lists"] = m{"participants": []fields{{"person": "p1", "role_ru": "переводчик"}}}
	add(event, m{"remove": m{"kind": "person", "id": "p2"}},
		m{"import": "first.csv", "unit": "value=thousand-usd,weight=t"},
		put(briefing.KindPerson, "p0", fields{"name_ru": "Лицо другое", "biography_ru": ""}),
		m{"publish": true},
		put(briefing.KindMessage, "m1", fields{"title_ru": "Тезис", "body_ru": long("сказать", 400)}),
		m{"remove": m{"kind": "fact", "id": "f1"}},
		m{"import": "second.csv", "unit": "value=thousand-usd,weight=t"},
		m{"undo": true}, m{"undo": true}, m{"redo": true}, m{"redo": true},
		put(briefing.KindMessage, "m1", fields{"body_ru": long("умолчать", 500)}),
		m{"publish": true},
		typing("Мемо"), typing("Меморандум"), m{"publish": true}, typing("Меморандум о"), typing("Мемо"),
		m{"undo": true},
		put(briefing.KindPerson, "p9", fields{"name_ru": "Последний"}),
		m{"remove": m{"kind": "person", "id": "p3"}}, m{"undo": true})
	return out
}

// publishes tells of each step of the series whether it publishes; the one
// after the last is the closing.
func publishes(lines []string) []bool {
	out := make([]bool, len(lines)+1)
	for i, l := range lines {
		out[i] = strings.Contains(l, `"publish"`)
	}
	out[len(lines)] = true
	return out
}

// customs is a file of figures.
func customs(rows, year int) string {
	var b strings.Builder
	b.WriteString("napr\tperiod\tnastranapr\ttnved\tedizm\tStoim\tNetto\tKol\tRegion\tRegion_s\n")
	for i := range rows {
		fmt.Fprintf(&b, "ЭК\t%02d/%d\tCN\t%010d\t1\t%d,%02d\t%d,5\t0\t46000\t01\n", 1+i%12, year, 207149900+i/12, i*7919%100003+1, i%100, i*3+1)
	}
	return b.String()
}

// newDesk makes a folder with the project as it is before the series.
func newDesk(t testing.TB) desk {
	t.Helper()
	d := desk{t.TempDir()}
	d.layOut(t)
	return d
}

func (d desk) layOut(t testing.TB) { d.layOutWith(t, blank(t)) }

func (d desk) layOutWith(t testing.TB, file []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(d.path()), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"visit.briefing": file, "first.csv": []byte(customs(900, 2021)), "second.csv": []byte(customs(400, 2022)),
	} {
		if err := os.WriteFile(filepath.Join(filepath.Dir(d.path()), name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

var blankOnce struct {
	sync.Once
	data []byte
}

// blank is the file of a project that has next to nothing in it.
func blank(t testing.TB) []byte {
	blankOnce.Do(func() {
		path := filepath.Join(t.TempDir(), "blank.briefing")
		p := &project.Project{Organisations: []*briefing.Organisation{{ID: "o1", Name: briefing.Text{RU: "Ведомство"}}}}
		err := store.WriteNew(path, p, store.Options{User: "Анна"})
		if err == nil {
			blankOnce.data, err = os.ReadFile(path)
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	return blankOnce.data
}

// Names that the program gives by chance, and the hours of its clock.
var (
	chance = regexp.MustCompile(`\b[a-z]-[a-z2-7]{8}\b`)
	hour   = regexp.MustCompile(`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)`)
)

// printed is all that an open project holds, with its journal, as text.
func printed(f *store.File) (string, error) {
	b := bytes.NewBufferString(values(f.Project()))
	entries, err := f.Journal(0)
	for _, e := range entries {
		fmt.Fprintf(b, "%+v\n", e)
	}
	s := chance.ReplaceAllString(b.String(), "ID")
	return hour.ReplaceAllString(s, "TIME"), err
}

// values is all records as text, and a digest of the figures.
func values(p *project.Project) string {
	var b bytes.Buffer
	row := func(fields []briefing.Field, r any) {
		for _, x := range fields {
			if s := x.Get(r); s != "" {
				fmt.Fprintf(&b, "  %s = %q\n", x.Key, s)
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
	rows := sha256.New()
	for i, o := range p.Figures.All() {
		o.Import = ""
		fmt.Fprintln(rows, i, o)
	}
	fmt.Fprintf(&b, "%d rows %x\n", p.Figures.Len(), rows.Sum(nil))
	return b.String()
}

// seen is what the project at the path holds for one with that state folder,
// after all checks of the file.
func seen(path, state string) (string, error) {
	f, err := store.Open(path, store.ReadOnly, store.Options{StateDir: state})
	if err != nil {
		return "", err
	}
	s, err := printed(f)
	return s, errors.Join(err, f.Verify(context.Background()), f.Close())
}

// reference is what must be there after each step: states[k] after k steps.
type reference struct {
	desk   func(testing.TB) desk // where the steps are done
	lines  []string
	states []string
	sites  []string // every call that changes the disk, in order
}

var reference_ struct {
	sync.Once
	reference
}

// theReference runs the series once without faults, step by step.
func theReference(t *testing.T) reference {
	t.Helper()
	reference_.Do(func() { reference_.reference = record(t, newDesk, series()) })
	if len(reference_.states) == 0 {
		t.Fatal("no reference")
	}
	return reference_.reference
}

// record does the steps on a desk and notes what is there after each.
func record(t *testing.T, on func(testing.TB) desk, lines []string) reference {
	t.Helper()
	d := on(t)
	k := d.talk(t)
	states := []string{mustSee(t, d.path(), d.state())}
	for i, line := range lines {
		if got := k.ask(line); got != "done" {
			t.Fatalf("step %d %s: %s\n%s", i+1, line, got, k.said.String())
		}
		states = append(states, mustSee(t, d.path(), d.state()))
	}
	if err := k.end(); err != nil {
		t.Fatal(err, k.said.String())
	}
	if last := mustSee(t, d.path(), t.TempDir()); last != states[len(states)-1] {
		t.Fatal("closing has not published the last state")
	}
	return reference{desk: on, lines: lines, states: states, sites: on(t).sites(t, lines)}
}

// sites lists the calls of a run of the lines.
func (d desk) sites(t *testing.T, lines []string, env ...string) []string {
	t.Helper()
	list := filepath.Join(d.dir, "calls")
	if r := d.apply(lines, append(env, "BRIEFING_FAULT=list:"+list)...); r.err != nil {
		t.Fatal(r.err, r.said)
	}
	data, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

func mustSee(t *testing.T, path, state string) string {
	t.Helper()
	s, err := seen(path, state)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// choose gives n of the calls: the first of each kind, as far as they go, and
// the others evenly spread; n < 0 gives all.
func choose(sites []string, n int) []int {
	var out []int
	known := map[string]bool{}
	mark := regexp.MustCompile(`[0-9a-f]{16}|\d+`)
	for i, s := range sites {
		s = mark.ReplaceAllString(s, "#")
		if n < 0 || n >= len(sites) || !known[s] {
			out = append(out, i+1)
		}
		known[s] = true
	}
	if n > 0 && n < len(out) {
		return thin(out, n)
	}
	more := max(0, n-len(out))
	for i := range more {
		out = append(out, 1+i*len(sites)/more)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// thin keeps n of the points, evenly spread.
func thin(points []int, n int) []int {
	out := make([]int, n)
	for i := range n {
		out[i] = points[i*len(points)/n]
	}
	return out
}
