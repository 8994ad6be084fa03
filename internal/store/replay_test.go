package store_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/project"
	"briefing/internal/store"
)

// model holds records as the journal speaks of them.
type model map[string]*modelRecord

type modelRecord struct {
	fields map[string]string
	lists  map[string][]map[string]string
}

// takeBack undoes one entry on the model.
func (m model) takeBack(t *testing.T, e store.JournalEntry) {
	t.Helper()
	key := string(e.Kind) + "/" + string(e.Record)
	r := m[key]
	switch {
	case e.List == "" && e.Field == "" && e.Gone:
		m[key] = &modelRecord{fields: map[string]string{}, lists: map[string][]map[string]string{}}
	case r == nil:
		t.Fatalf("no record for %+v", e)
	case e.List == "" && e.Field == "" && e.Added:
		if len(r.fields) != 0 {
			t.Fatalf("%s is not empty when it goes: %v", key, r.fields)
		}
		delete(m, key)
	case e.List == "":
		set(t, r.fields, e)
	case e.Field == "" && e.Gone:
		r.lists[e.List] = slices.Insert(r.lists[e.List], e.Row-1, map[string]string{})
	case e.Field == "" && e.Added:
		if len(r.lists[e.List][e.Row-1]) != 0 {
			t.Fatalf("%s %s[%d] is not empty when it goes", key, e.List, e.Row)
		}
		r.lists[e.List] = slices.Delete(r.lists[e.List], e.Row-1, e.Row)
	default:
		set(t, r.lists[e.List][e.Row-1], e)
	}
}

func set(t *testing.T, fields map[string]string, e store.JournalEntry) {
	t.Helper()
	if fields[e.Field] != e.New {
		t.Fatalf("%+v meets %q", e, fields[e.Field])
	}
	fields[e.Field] = e.Old
	if e.Old == "" {
		delete(fields, e.Field)
	}
}

// modelOf reads the project into the model.
func modelOf(p *project.Project) model {
	m := model{}
	row := func(fields []briefing.Field, r any) map[string]string {
		out := map[string]string{}
		for _, f := range fields {
			if s := f.Get(r); s != "" {
				out[f.Key] = s
			}
		}
		return out
	}
	for _, d := range briefing.Descriptions() {
		for _, r := range p.Records(d.Kind) {
			x := &modelRecord{fields: row(d.Fields, r), lists: map[string][]map[string]string{}}
			for _, l := range d.Lists {
				for i := range l.Len(r) {
					x.lists[l.Key] = append(x.lists[l.Key], row(l.Fields, l.At(r, i)))
				}
			}
			m[string(d.Kind)+"/"+string(r.Ref().ID)] = x
		}
	}
	return m
}

func (m model) String() string {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(m)) {
		fmt.Fprintf(&b, "%s %v", k, m[k].fields)
		for _, l := range slices.Sorted(maps.Keys(m[k].lists)) {
			if rows := m[k].lists[l]; len(rows) > 0 {
				fmt.Fprintf(&b, " %s%v", l, rows)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestTheJournalLeadsBackToEveryEarlierState makes random changes and takes
// them back by the journal alone.
func TestTheJournalLeadsBackToEveryEarlierState(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 12))
	start := fullProject(t)
	start.Figures = nil
	_, f := create(t, start, world(t))
	defer closed(t, f)
	before := modelOf(f.Project()).String()
	kinds := briefing.Descriptions()
	for range 60 {
		var changes []store.Change
		for range 1 + r.IntN(3) {
			changes = append(changes, anyChange(t, r, kinds[r.IntN(len(kinds))]))
		}
		err := f.Commit("random", "Анна", changes)
		if err != nil && briefing.CodeOf(err) != briefing.CodeNoRecord { // removing what is not there
			t.Fatal(err)
		}
	}
	entries, err := f.Journal(0)
	if err != nil {
		t.Fatal(err)
	}
	m := modelOf(f.Project())
	taken := 0
	for len(entries) > 0 {
		n := 1
		for n < len(entries) && entries[n].Action == entries[0].Action {
			n++
		}
		for _, e := range slices.Backward(entries[:n]) {
			m.takeBack(t, e)
		}
		entries = entries[n:]
		taken++
	}
	if taken < 30 || m.String() != before {
		t.Errorf("after taking back %d actions\n%s\nwant\n%s", taken, m, before)
	}
}

// anyChange adds, changes or removes one of a few records of the kind.
func anyChange(t *testing.T, r *rand.Rand, d briefing.Description) store.Change {
	t.Helper()
	n := r.IntN(5)
	if d.Kind != briefing.KindPack && r.IntN(4) == 0 {
		return store.Change{Remove: briefing.Ref{Kind: d.Kind, ID: briefing.ID(fmt.Sprintf("%s-%d", d.Kind, n))}}
	}
	rec := d.New()
	rec.SetID(briefing.ID(fmt.Sprintf("%s-%d", d.Kind, n)))
	some := func(fields []briefing.Field, row any) {
		for i, f := range fields {
			if r.IntN(2) == 0 {
				if err := f.Set(row, value(t, f, i+r.IntN(2))); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	some(d.Fields, rec)
	for _, l := range d.Lists {
		for range r.IntN(4) {
			some(l.Fields, l.Add(rec))
		}
	}
	return store.Change{Put: rec}
}
