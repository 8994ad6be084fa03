package store_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
	"briefing/internal/store"
)

// answered fails the test for everything that a recovered project lacks or
// has otherwise without the report saying so, or has and never was. It gives
// the number of records and figures that differ.
func answered(t testing.TB, name string, want, got *project.Project, r *store.Repair) (differ int) {
	t.Helper()
	told := map[string]bool{} // "kind id", or "table" where no name is known
	for _, d := range r.Damages {
		switch {
		case d.What == store.Gap || d.What == store.Foreign || d.What == store.Lost && d.Record == "":
			told[d.Table] = true
		case d.What == store.Lost || d.What == store.Incomplete || d.What == store.Unverified:
			told[strings.SplitN(d.Table, "_", 2)[0]+" "+string(d.Record)] = true
		}
	}
	for _, k := range briefing.Descriptions() {
		unnamed := told[string(k.Kind)]
		for _, l := range k.Lists {
			unnamed = unnamed || told[string(k.Kind)+"_"+l.Key]
		}
		was := map[briefing.ID]string{}
		for _, rec := range want.Records(k.Kind) {
			was[rec.Ref().ID] = recordText(k, rec)
		}
		for _, rec := range got.Records(k.Kind) {
			id := rec.Ref().ID
			if recordText(k, rec) != was[id] {
				differ++
				if !unnamed && !told[string(k.Kind)+" "+string(id)] {
					t.Fatalf("%s: %s %s differs and the report is silent: %+v", name, k.Kind, id, r.Damages)
				}
			}
			delete(was, id)
		}
		for id, text := range was {
			if k.Kind == briefing.KindPack && text == "" {
				continue
			}
			differ++
			if !unnamed && !told[string(k.Kind)+" "+string(id)] {
				t.Fatalf("%s: %s %s is lost and the report is silent: %+v", name, k.Kind, id, r.Damages)
			}
		}
	}
	for _, id := range append(want.Figures.Imports(), got.Figures.Imports()...) {
		of := figure.Filter{Imports: []briefing.ID{id}}
		if figuresText(want.Figures.Where(of)) != figuresText(got.Figures.Where(of)) {
			differ++
			if !told["figures "+string(id)] && !told["figures"] && !told["figures_data"] {
				t.Fatalf("%s: figures of %s differ and the report is silent: %+v", name, id, r.Damages)
			}
		}
	}
	return differ
}

func recordText(k briefing.Description, r briefing.Record) string {
	var b strings.Builder
	row := func(fields []briefing.Field, r any) {
		for _, f := range fields {
			fmt.Fprintf(&b, "%s = %q\n", f.Key, f.Get(r))
		}
	}
	row(k.Fields, r)
	for _, l := range k.Lists {
		for i := range l.Len(r) {
			fmt.Fprintf(&b, "%s %d\n", l.Key, i+1)
			row(l.Fields, l.At(r, i))
		}
	}
	return b.String()
}

func figuresText(s *figure.Set) string {
	var b strings.Builder
	for _, o := range s.All() {
		fmt.Fprintf(&b, "%+v\n", o)
	}
	return b.String()
}
