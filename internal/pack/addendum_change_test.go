package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// A change that a claim states is told in the order of the language, also of a
// fact whose claims nobody has chosen from, and words that stand for a number
// («сотни человек») are what a fact said.
func TestAnAddendumTellsStatedChanges(t *testing.T) {
	p := demoProject(t)
	edit := func(id briefing.ID, do func(f *briefing.Fact)) {
		for _, f := range p.Facts {
			if f.ID == id {
				do(f)
			}
		}
	}
	contested := func(f *briefing.Fact, change string) {
		f.Chosen = ""
		second := f.Claims[0]
		second.ID, second.Figure.Value = "zz", briefing.SomeNum("91")
		f.Claims = append(f.Claims[:1], second)
		f.Claims[0].Change, f.Claims[0].ChangeUnit, f.Claims[0].ChangeBase = briefing.SomeNum(change), briefing.Times, briefing.Per("2021")
	}
	vague := func(precision briefing.Precision) func(*briefing.Fact) {
		return func(f *briefing.Fact) {
			c := &f.Claims[0]
			f.Claims, f.Chosen = f.Claims[:1], c.ID
			c.Figure = briefing.Figure{Unit: "person", Precision: precision}
		}
	}
	edit("S20", func(f *briefing.Fact) { contested(f, "2.3") })
	edit("S35", vague(briefing.TensOf))
	was := project.Take(p, project.Options{Audience: briefing.Leader})
	p = demoProject(t)
	edit("S20", func(f *briefing.Fact) { contested(f, "1.4") })
	edit("S35", vague(briefing.HundredsOf))
	for l, want := range map[briefing.Lang][]string{
		briefing.RU: {"в 2,3 раза к 2021 году", "в 1,4 раза к 2021 году", "десятки человек", "сотни человек"},
		briefing.EN: {"2.3-fold on 2021", "1.4-fold on 2021", "tens of people", "hundreds of people"},
		briefing.ZH: {"与2021年相比增长到2.3倍", "与2021年相比增长到1.4倍", "数十人", "数百人"},
	} {
		d, err := pack.Build(project.Take(p, project.Options{Audience: briefing.Leader, Addendum: true}), nil, pack.Options{
			Lang: l, Form: pack.FormAddendum, Since: []pack.Issued{{Snapshot: was, Number: 1, Kept: true}},
		})
		if err != nil {
			t.Fatal(err)
		}
		got := plain(dump(d))
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: %q is not told:\n%s", l, w, got)
			}
		}
	}
}

// A sentence that was added keeps its full stop and has no other sign behind it.
func TestAnAddedSentenceHasOneSignAtItsEnd(t *testing.T) {
	p := changedDemo(t)
	p.Messages[len(p.Messages)-1].Title = all("Итог")
	p.Messages[len(p.Messages)-1].Body = briefing.Text{RU: "Подписание состоялось.", EN: "It was signed.", ZH: "已签署。"}
	for l, want := range map[briefing.Lang]string{
		briefing.RU: "Подписание состоялось. Можно озвучивать", briefing.EN: "It was signed. ", briefing.ZH: "已签署。可",
	} {
		d, err := addendum(t, p, briefing.Leader, pack.Options{Lang: l})
		if err != nil {
			t.Fatal(err)
		}
		if got := plain(dump(d)); !strings.Contains(got, want) || strings.Contains(got, ".;") || strings.Contains(got, "。；") {
			t.Errorf("%s lacks %q:\n%s", l, want, got)
		}
	}
}
