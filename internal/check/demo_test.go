package check_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/demo"
	"briefing/internal/project"
)

func example(t *testing.T) *project.Project {
	t.Helper()
	p, err := demo.Project()
	if err != nil {
		t.Fatal(err)
	}
	// Of the meat only poultry and beef are named: «из них».
	fact(p, "S31a").OfWhich, fact(p, "S31b").OfWhich = true, true
	return p
}

// On the example project only what is meant to block does: the invented rows.
func TestExampleIsBlockedByItsInventedDataOnly(t *testing.T) {
	for _, who := range briefing.Audiences() {
		blocking := 0
		for _, f := range check.Data(project.Take(example(t), project.Options{Audience: who})) {
			if f.Severity != check.Blocking {
				continue
			}
			blocking++
			if f.Number != 29 {
				t.Errorf("%v: %s blocks on %v: %s", who, f.Code, f.Ref, f.Evidence.RU)
			}
		}
		want := 1
		if who == briefing.Partner { // the invented rows stand on a note of the house
			want = 0
		}
		if blocking != want {
			t.Errorf("%v: %d findings block", who, blocking)
		}
	}
}

// Who makes the partner's documents is told which imports they have no rows of;
// of other readers' there is nothing to tell, nor of data that were published.
func TestRowsKeptFromThePartnerAreTold(t *testing.T) {
	for _, who := range briefing.Audiences() {
		for _, kind := range []string{"note", "statistics"} {
			p := example(t)
			for _, s := range p.Sources {
				if s.ID == p.Imports[0].Source {
					s.Kind = kind
				}
			}
			told := 0
			for _, f := range check.Handed(project.Take(p, project.Options{Audience: briefing.Compiler}), project.Take(p, project.Options{Audience: who})) {
				if f.Number == 28 && f.Ref == p.Imports[0].Ref() {
					told++
					if f.Severity != check.Warning || !strings.Contains(f.Evidence.RU, "не вошли") || f.Mend.RU == "" {
						t.Errorf("%+v", f)
					}
				}
			}
			if want := who == briefing.Partner && kind == "note"; (told == 1) != want {
				t.Errorf("%v, %s: told %d times", who, kind, told)
			}
		}
	}
}

// What the example keeps out of its pack is found once it is put in: the issue's
// list, each by its own check.
func TestExampleWithEverythingIncluded(t *testing.T) {
	s := project.Take(everything(t), project.Options{Audience: briefing.Compiler})
	found := map[string]check.Severity{}
	for _, f := range check.Data(s) {
		if f.InPack {
			found[fmt.Sprintf("%02d %s", f.Number, f.Ref.ID)] = f.Severity
		}
	}
	for what, want := range map[string]check.Severity{
		"04 S33": check.Warning, "06 S27": check.Note, "08 S03": check.Blocking, "08 S32": check.Blocking,
		"08 zol": check.Warning, "08 tass": check.Warning, "08 posadfm": check.Warning,
		"10 S21": check.Blocking, "13 S22": check.Warning, "13 S23": check.Warning, "14 zhou-naixiang": check.Note,
		"22 S23": check.Warning, "22 S24": check.Warning, "25 S35e": check.Note, "25 S29e": check.Note, "29 sample-2022": check.Blocking,
		"35 agri-world": check.Note, "35 china-russia": check.Note, // «вдвое», 五分之四
	} {
		if got, ok := found[what]; !ok || got != want {
			t.Errorf("%s: found %v, %v, want %v", what, ok, got, want)
		}
		delete(found, what)
	}
	for what, severity := range found {
		if what[:2] != "08" && what != "07 S34" {
			t.Errorf("%s is found too, %v", what, severity)
		}
	}
	if _, ok := s.Fact("S32"); ok {
		t.Error("the gate let S32 in")
	}
}

func everything(t *testing.T) *project.Project {
	t.Helper()
	p := example(t)
	for _, f := range p.Facts {
		f.Place = briefing.PlacePack
	}
	return p
}

// As the pack is cut, what is doubtful in it is told, and nothing else.
func TestExampleAsItIsCut(t *testing.T) {
	got := map[string]int{}
	for _, f := range check.Data(project.Take(example(t), project.Options{Audience: briefing.Compiler})) {
		if f.InPack && f.Number != 8 {
			got[fmt.Sprintf("%02d %v %s", f.Number, f.Severity, f.Ref.ID)]++
		}
	}
	want := []string{
		"07 note S34", "13 warning S22", "13 warning S23", "14 note zhou-naixiang", "22 warning S23", "22 warning S24",
		"25 note S29e", "25 note S35e", "29 blocking sample-2022",
		"35 note agri-world", "35 note china-russia",
	}
	if keys := slices.Sorted(maps.Keys(got)); !slices.Equal(keys, want) {
		t.Errorf("got  %q\nwant %q", keys, want)
	}
}

// The hub's plan set against the region's exports to China is no growth,
// whether it is computed, bound in a sentence or typed.
func TestExampleComparesTheHubWithTheRegion(t *testing.T) {
	for outcome, change := range map[string]func(p *project.Project){
		"computed": func(p *project.Project) {
			p.Put(&briefing.Fact{
				ID: "growth", Measure: "other", Nature: briefing.NatureConclusion, Formula: "S23 / S20 − 1", Parents: []briefing.ID{"S23", "S20"},
				Claims: []briefing.Claim{{ID: "a", Source: "note", Period: briefing.Per("by-2024"), Figure: briefing.Figure{Value: briefing.SomeNum("215"), Unit: "percent"}}},
			})
		},
		"bound": func(p *project.Project) {
			p.Series[0].Body.RU += " План {S23} против {S20} — втрое больше."
		},
		"typed": func(p *project.Project) {
			p.Series[0].Body.EN += " The plan of 283.5 thousand t compared with 90 thousand t."
		},
	} {
		p := example(t)
		change(p)
		found := false
		for _, f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
			found = found || f.Number == 23 && f.InPack
		}
		if !found {
			t.Errorf("%s: 283.5 against 90 passes", outcome)
		}
	}
}

// A name spelt as the note has it is found in its record.
func TestExampleNameAsTheNoteHasIt(t *testing.T) {
	p := example(t)
	for _, x := range p.People {
		if x.ID == "zhou-naixiang" {
			x.Name.EN = "Zhou Naixian"
		}
	}
	for _, f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
		if f.Number == 14 && f.Severity == check.Blocking && strings.Contains(f.Evidence.RU, "Найсянь") {
			return
		}
	}
	t.Error("Naixian passes")
}

func TestExamplePlanToldAsFact(t *testing.T) {
	for sentence, severity := range map[string]check.Severity{
		"The hub ships {S23:value} a year.":                 check.Blocking,
		"The hub ships 283.5 thousand t a year.":            check.Warning,
		"The hub has reached the figure of 283.5 thousand.": check.Warning,
	} {
		p := example(t)
		for _, m := range p.Messages {
			if m.ID == "key-hub" {
				m.Body.EN = sentence
			}
		}
		found := false
		for _, f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
			found = found || f.Number == 11 && f.Ref.ID == "key-hub" && f.Severity == severity && strings.Contains(f.Evidence.EN, "283.5")
		}
		if !found {
			t.Errorf("%q passes", sentence)
		}
	}
}

// The checks of the example are to take 20 ms at most (docs/performance.md).
func BenchmarkExample(b *testing.B) {
	p, err := demo.Project()
	if err != nil {
		b.Fatal(err)
	}
	s := project.Take(p, project.Options{Audience: briefing.Compiler})
	b.ReportAllocs()
	for b.Loop() {
		check.Data(s)
	}
}
