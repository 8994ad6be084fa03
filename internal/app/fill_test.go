package app_test

import (
	"testing"

	"briefing/internal/briefing"
)

func TestFillingDownIsOneStepAndLeavesWhatHasSeveralRows(t *testing.T) {
	p := open(t)
	source := &briefing.Source{Title: briefing.Text{RU: "Источник"}}
	if err := p.Put(source); err != nil {
		t.Fatal(err)
	}
	var refs []briefing.Ref
	for i, claims := range [][]briefing.Claim{{{ID: "a", Source: source.ID}}, {{ID: "a"}}, {{ID: "a"}, {ID: "b"}}} {
		f := &briefing.Fact{Statement: briefing.Text{RU: "Факт"}, Status: briefing.Unverified, Claims: claims}
		if i == 0 {
			f.Status = briefing.Confirmed
		}
		if err := p.Put(f); err != nil {
			t.Fatal(err)
		}
		refs = append(refs, f.Ref())
	}
	fact := func(i int) *briefing.Fact {
		r, err := p.Get(refs[i])
		if err != nil {
			t.Fatal(err)
		}
		return r.(*briefing.Fact)
	}
	filled, left, err := p.FillDown(refs, []string{"status", "claims.source"})
	if err != nil || filled != 2 || left != 1 {
		t.Errorf("filled %d, left %d, %v", filled, left, err)
	}
	if fact(1).Claims[0].Source != source.ID || fact(2).Claims[0].Source != "" || fact(2).Status != briefing.Confirmed {
		t.Errorf("%+v, %+v", fact(1), fact(2))
	}
	if _, err := p.Undo(); err != nil || fact(1).Claims[0].Source != "" || fact(2).Status != briefing.Unverified {
		t.Errorf("%v, %+v, %+v", err, fact(1), fact(2))
	}
}
