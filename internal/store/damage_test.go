package store_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

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

// large is a project whose tables spread over many pages, with inner pages
// above them, and segments of many pages.
func large(t testing.TB, o store.Options) (string, *project.Project) {
	t.Helper()
	p := fullProject(t)
	p.Figures = figures(t, 6000, "import-1", "import-2")
	for _, d := range briefing.Descriptions() {
		for n := 3; n < 24 && d.Kind != briefing.KindPack; n++ {
			p.Put(full(t, d, n))
		}
	}
	path, f := create(t, p, o)
	for n := range 30 {
		commit(t, f, "add", person(briefing.ID(fmt.Sprintf("late-%d", n))))
	}
	p = f.Project()
	closed(t, f)
	return path, p
}

// soak asks for all of what the quick run does a part of.
func soak() bool { return os.Getenv("BRIEFING_SOAK") != "" }

// judge opens damaged bytes as a user would: it tells whether they were
// refused, and fails the test for a change that nobody notices.
func judge(t *testing.T, name, path string, bad []byte, o store.Options, want string) (refused bool) {
	t.Helper()
	if err := os.WriteFile(path, bad, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := store.Open(path, store.ReadOnly, o)
	if err != nil {
		if c := briefing.CodeOf(err); c == briefing.CodeInternal || c == briefing.CodeCancelled {
			t.Fatalf("%s: %v", name, err)
		}
		return true
	}
	defer closed(t, f)
	entries, err := f.Journal(0)
	switch err2 := f.Verify(t.Context()); {
	case err2 != nil && briefing.CodeOf(err2) != briefing.CodeDamaged || err != nil && briefing.CodeOf(err) != briefing.CodeDamaged:
		t.Fatalf("%s: %v, %v", name, err, err2)
	case err2 != nil:
		return true // on a page that opening does not read
	}
	if printed(f.Project())+fmt.Sprint(entries) != want {
		t.Fatalf("%s changes the project unnoticed", name)
	}
	return false
}

func TestNoFlippedBitAndNoCutIsSilentOrLosesWithoutTelling(t *testing.T) {
	const flips, cuts = 1000, 200
	o := world(t)
	path, p := large(t, o)
	good := []byte(bytesOf(t, path))
	f := open(t, path, store.ReadOnly, o)
	entries, err := f.Journal(0)
	if err != nil {
		t.Fatal(err)
	}
	closed(t, f)
	want := printed(p) + fmt.Sprint(entries)
	stride, salvageEach := 4, 5 // of the flips, of those that are also recovered
	if testing.Short() {
		stride = 20
	}
	if soak() {
		stride, salvageEach = 1, 1
	}
	r := rand.New(rand.NewPCG(16, 17))
	refused, silent, recoveredAll, differing := 0, 0, 0, 0
	check := func(name string, bad []byte) {
		start := time.Now()
		if !judge(t, name, path, bad, o, want) {
			silent++
			return
		}
		refused++
		if refused%salvageEach == 0 {
			got, rep := recovered(t, bad, o)
			if answered(t, name, p, got, rep) > 0 {
				differing++
			}
			recoveredAll++
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Fatalf("%s took %v", name, took)
		}
	}
	for n := range flips {
		bit := r.IntN(len(good) * 8)
		if n%stride == 0 {
			bad := slices.Clone(good)
			bad[bit/8] ^= 1 << (bit % 8)
			check(fmt.Sprintf("bit %d", bit), bad)
		}
	}
	for n := range cuts {
		if at := headerSize4096 + r.IntN(len(good)-headerSize4096); n%stride == 0 {
			check(fmt.Sprintf("cut at %d", at), good[:at])
		}
	}
	t.Logf("%d pages; %d refused, %d without effect; %d recovered, %d of these with something lost or unverified", len(good)/4096, refused, silent, recoveredAll, differing)
}

const headerSize4096 = 4096 // a file cut within its first page holds nothing to recover
