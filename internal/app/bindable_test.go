package app_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
)

func fieldNamed(t *testing.T, k briefing.Kind, key string) briefing.Field {
	t.Helper()
	d, _ := briefing.Describe(k)
	f, ok := d.Field(key)
	if !ok {
		t.Fatalf("no field %s", key)
	}
	return f
}

func TestThePickerOffersEveryFormOfAFigure(t *testing.T) {
	p := demo(t)
	of := fieldNamed(t, briefing.KindPack, "summary_deck_ru")
	var pack briefing.Record = &briefing.Pack{}
	forms := map[string]bool{}
	for _, b := range p.Bindables(pack, of, briefing.RU) {
		if b.Printed == "" || b.Title == "" {
			t.Errorf("%+v prints nothing", b)
		}
		forms[briefing.BindingsOf(b.Binding)[0].Form] = true
	}
	for _, form := range app.BindingForms() {
		if !forms[form] {
			t.Errorf("no fact of the example offers the form %q", form)
		}
	}

	trade := trading(t)
	offers := offered(t, trade)
	if _, err := trade.TakeInsight(offers[0]); err != nil {
		t.Fatal(err)
	}
	want := briefing.Binding{Data: offers[0].About.String(), Form: "now"}.String()
	if !slices.ContainsFunc(trade.Bindables(pack, of, briefing.RU), func(b app.Bindable) bool { return b.Binding == want }) {
		t.Errorf("%s is held by a text and is not offered to others", want)
	}
}

// A text that the partner is given is not bound to what he may not see: the
// picker says so, and no mend does it.
func TestAFigureKeptFromAReaderIsNotBoundForHim(t *testing.T) {
	p := demo(t)
	id := briefing.Ref{Kind: briefing.KindFact, ID: "S35e"}
	use := func(u briefing.Use) {
		t.Helper()
		r, err := p.Get(id)
		if err != nil {
			t.Fatal(err)
		}
		r.(*briefing.Fact).Use = u
		if err := p.Put(r); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range p.Snapshot(time.Time{}, briefing.Leader).SeriesFacts("agri-world") { // the partner sees the series
		f.Use = briefing.Aloud
		if err := p.Put(f); err != nil {
			t.Fatal(err)
		}
	}
	caveat(t, p, briefing.Text{RU: "В 2018 году — 829 млн долл. США.", EN: "In 2018: US$829 million.", ZH: "2018年为8.29亿美元。"})
	kept := func(kind briefing.Kind, r briefing.Record, key string) int {
		t.Helper()
		for _, b := range p.Bindables(r, fieldNamed(t, kind, key), briefing.RU) {
			if b.Binding == "{S35e}" {
				return len(b.KeptFrom)
			}
		}
		t.Fatal("S35e is not offered")
		return 0
	}
	found := func() (f check.Finding) {
		t.Helper()
		for _, f = range p.Check(time.Time{}) {
			if f.Number == 35 && f.Ref == agriWorld && strings.Contains(f.Evidence.RU, "829") {
				return f
			}
		}
		t.Fatal("the typed number is not found")
		return f
	}
	series, _ := p.Get(agriWorld)
	use(briefing.Aloud)
	if n := kept(briefing.KindSeries, series, "caveat_ru"); n != 0 || !found().Repair.Any() {
		t.Errorf("said aloud: kept from %d, %+v", n, found())
	}
	use(briefing.Reference)
	if n := kept(briefing.KindSeries, series, "caveat_ru"); n != 1 {
		t.Errorf("for reference: kept from %d", n)
	}
	if f := found(); f.Repair.Any() || !strings.Contains(f.Evidence.RU, "не всем читателям") {
		t.Errorf("for reference: %+v", f)
	}
	// The partner gets neither the pack's deck nor a red line.
	if n := kept(briefing.KindPack, &briefing.Pack{}, "summary_deck_ru"); n != 0 {
		t.Errorf("deck: kept from %d", n)
	}
	if n := kept(briefing.KindMessage, &briefing.Message{Kind: "red-line", Use: briefing.Aloud}, "body_ru"); n != 0 {
		t.Errorf("red line: kept from %d", n)
	}
	if n := kept(briefing.KindMessage, &briefing.Message{Kind: "talking-point", Use: briefing.Aloud}, "body_ru"); n != 1 {
		t.Errorf("talking point: kept from %d", n)
	}
}

// What part somebody takes in an event may hold a figure; with one that the
// partner may not see it is not in what he is given.
func TestTextsOfChildListsHoldFigures(t *testing.T) {
	p := demo(t)
	var event briefing.Ref
	for _, e := range p.Snapshot(time.Time{}, briefing.Partner).Events {
		if len(e.Participants) > 0 {
			event = e.Ref()
			break
		}
	}
	r, err := p.Get(event)
	if err != nil {
		t.Fatal(err)
	}
	e := r.(*briefing.Event)
	e.Participants[0].Role = briefing.Text{RU: "докладчик о {S35e}", EN: "speaks of {S35e}", ZH: "介绍{S35e}"}
	if err := p.Put(e); err != nil {
		t.Fatal(err)
	}
	f, _ := p.Get(briefing.Ref{Kind: briefing.KindFact, ID: "S35e"})
	f.(*briefing.Fact).Use = briefing.Reference
	if err := p.Put(f); err != nil {
		t.Fatal(err)
	}
	role := func(a briefing.Audience) string {
		t.Helper()
		e, ok := p.Snapshot(time.Time{}, a).Event(event.ID)
		if !ok {
			t.Fatal("the event is gone")
		}
		return e.Participants[0].Role.RU
	}
	if role(briefing.Leader) == "" || role(briefing.Partner) != "" {
		t.Errorf("leader %q, partner %q", role(briefing.Leader), role(briefing.Partner))
	}
	e.Participants[0].Role = briefing.Text{RU: "докладчик о {S99x}"}
	if err := p.Put(e); err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(p.Check(time.Time{}), func(f check.Finding) bool {
		return f.Number == 34 && f.Ref == event && f.Field == "participants.role_ru"
	}) {
		t.Error("a figure that is not there is not told")
	}
}

// A fact that texts name is in use by them: it is not deleted from under them.
func TestAFactNamedByTextsIsInUse(t *testing.T) {
	p := demo(t)
	fact := &briefing.Fact{ID: "F-named", Statement: briefing.Text{RU: "Величина"}}
	text := &briefing.Message{ID: "M-names", Kind: "talking-point", Body: briefing.Text{ZH: "为{F-named:change}。"}}
	if err := p.Put(fact, text); err != nil {
		t.Fatal(err)
	}
	if got := p.UsedBy(fact.Ref()); len(got) != 1 || got[0] != text.Ref() {
		t.Errorf("used by %v", got)
	}
	if err := p.Remove(fact.Ref()); briefing.CodeOf(err) != briefing.CodeInUse {
		t.Errorf("deleted: %v", err)
	}
	if err := p.Remove(fact.Ref(), text.Ref()); err != nil {
		t.Errorf("together: %v", err)
	}
}
