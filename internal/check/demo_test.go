package check_test

import (
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
		if blocking != 1 {
			t.Errorf("%v: %d findings block", who, blocking)
		}
	}
}

// What the example keeps out of its pack is found once it is put in.
func TestExampleWithEverythingIncluded(t *testing.T) {
	p := example(t)
	for _, f := range p.Facts {
		f.Place = briefing.PlacePack
	}
	s := project.Take(p, project.Options{Audience: briefing.Compiler})
	var got []string
	for _, f := range check.Data(s) {
		if f.Number == 8 && f.Severity == check.Blocking {
			got = append(got, string(f.Ref.ID))
		}
	}
	if strings.Join(got, " ") != "S03 S32" {
		t.Errorf("later than the moment: %v", got)
	}
	if _, ok := s.Fact("S32"); ok {
		t.Error("the gate let S32 in")
	}
}

func TestExamplePlanToldAsFact(t *testing.T) {
	p := example(t)
	for _, m := range p.Messages {
		if m.ID == "key-hub" {
			m.Body.EN = "The hub ships {S23:value} a year."
		}
	}
	found := false
	for _, f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
		found = found || f.Number == 11 && f.Ref.ID == "key-hub" && f.Severity == check.Blocking && strings.Contains(f.Evidence.EN, "283.5")
	}
	if !found {
		t.Error("283.5 as achieved passes")
	}
}
