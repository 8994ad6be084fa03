package app_test

import (
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
)

var agriWorld = briefing.Ref{Kind: briefing.KindSeries, ID: "agri-world"}

// caveat gives the series of the example a text.
func caveat(t *testing.T, p *app.Project, text briefing.Text) {
	t.Helper()
	r, err := p.Get(agriWorld)
	if err != nil {
		t.Fatal(err)
	}
	r.(*briefing.Series).Caveat = text
	if err := p.Put(r); err != nil {
		t.Fatal(err)
	}
}

func caveatOf(t *testing.T, p *app.Project) briefing.Text {
	t.Helper()
	r, err := p.Get(agriWorld)
	if err != nil {
		t.Fatal(err)
	}
	return r.(*briefing.Series).Caveat
}

// repairs are the findings of the window that can be mended.
func repairs(p *app.Project) (out []app.FindingView) {
	for _, f := range p.Standing(briefing.RU).Findings {
		if f.Repair.Any() {
			out = append(out, f)
		}
	}
	return out
}

func TestAFindingIsMendedAndTheMendTakenBack(t *testing.T) {
	p := demo(t)
	if n := len(repairs(p)); n != 0 {
		t.Fatalf("%d repairs in the example", n)
	}
	was := briefing.Text{RU: "В 2018 году — 829 млн долл. США.", EN: "In 2018: US$829 million.", ZH: "2018年为8.29亿美元。"}
	caveat(t, p, was)
	found := repairs(p)
	if len(found) != 1 || len(found[0].Mended) != 3 || !strings.Contains(found[0].Mended[0].New, "{S35e}") {
		t.Fatalf("%+v", found)
	}
	if err := p.Mend(found[0].Ref, found[0].Repair); err != nil {
		t.Fatal(err)
	}
	want := briefing.Text{RU: "В 2018 году — {S35e}.", EN: "In 2018: {S35e}.", ZH: "2018年为{S35e}。"}
	if got := caveatOf(t, p); got != want {
		t.Errorf("%+v", got)
	}
	if n := len(repairs(p)); n != 0 {
		t.Errorf("%d repairs are left", n)
	}
	if words, _ := p.NextUndo(briefing.RU); !strings.HasPrefix(words, "Исправление по замечанию") {
		t.Errorf("undo: %q", words)
	}
	if _, err := p.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := caveatOf(t, p); got != was {
		t.Errorf("after undo %+v", got)
	}
}

func TestATextThatHasChangedIsNotMended(t *testing.T) {
	p := demo(t)
	caveat(t, p, briefing.Text{RU: "В 2018 году — 829 млн долл. США.", EN: "In 2018: US$829 million."})
	found := repairs(p)
	if len(found) != 1 {
		t.Fatalf("%+v", found)
	}
	now := briefing.Text{RU: "В 2018 году — 829 млн долл. США.", EN: "Once, in 2018: US$829 million."}
	caveat(t, p, now)
	last := p.LastAction()
	for name, r := range map[string]check.Repair{
		"changed": found[0].Repair, "empty": {}, "no such field": {Label: "nothing", Old: now, New: briefing.Text{RU: "x"}},
	} {
		if err := p.Mend(found[0].Ref, r); briefing.CodeOf(err) != briefing.CodeTextChanged {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := p.Mend(briefing.Ref{Kind: briefing.KindSeries, ID: "gone"}, found[0].Repair); briefing.CodeOf(err) != briefing.CodeNoRecord {
		t.Errorf("gone: %v", err)
	}
	if caveatOf(t, p) != now || p.LastAction() != last {
		t.Error("something changed")
	}
}

func TestAllMendsAreMadeAlsoWhereTheyMeetInOneText(t *testing.T) {
	p := demo(t)
	caveat(t, p, briefing.Text{RU: "В 2018 году — 829 млн долл. США, в 2019 году — 961,8 млн долл. США; всего 777 стран."})
	n := len(repairs(p))
	if n != 2 {
		t.Fatalf("%d repairs", n)
	}
	made, err := p.MendAll(time.Time{})
	if err != nil || len(made) != n {
		t.Fatalf("%d of %d, %v", len(made), n, err)
	}
	got := caveatOf(t, p).RU
	if got != "В 2018 году — {S35e}, в 2019 году — {S35}; всего 777 стран." {
		t.Errorf("%q", got)
	}
	if again, err := p.MendAll(time.Time{}); err != nil || len(again) != 0 {
		t.Errorf("again %d, %v", len(again), err)
	}
}
