package gui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"briefing/internal/briefing"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
)

// selects is the field on top that is picked from, by what it says when empty.
func (r *rig) selects(empty string) *kit.SelectField {
	r.t.Helper()
	var found *kit.SelectField
	each(r.top(), func(o fyne.CanvasObject) {
		if s, ok := o.(*kit.SelectField); ok && s.Empty == empty {
			found = s
		}
	})
	if found == nil {
		r.t.Fatalf("nothing is picked under %q", empty)
	}
	return found
}

// of lists the facts of a series.
func (r *rig) of(series briefing.ID) (out []briefing.ID) {
	for _, x := range r.records(briefing.KindFact) {
		if f := x.(*briefing.Fact); f.Series == series && series != "" {
			out = append(out, f.ID)
		}
	}
	return out
}

func TestFactsArePutIntoASeriesFromItsForm(t *testing.T) {
	r := example(t)
	made := &briefing.Series{Title: briefing.Text{RU: "Мощности"}, Section: "hub", Form: "levels"}
	if err := r.shell.Project().Put(made); err != nil {
		t.Fatal(err)
	}
	r.shell.Show("", made.Ref(), "title")
	r.shows("Факты ряда", "Фактов в ряду пока нет")
	r.canvas().Focus(r.selects("Добавить факт…"))
	r.typeKey(fyne.KeyDown)
	test.Type(r.canvas().Focused(), "3 млн")
	r.picture("series-pick")
	r.typeKey(fyne.KeyReturn)
	got := r.of(made.ID)
	if len(got) != 1 {
		t.Fatalf("the series has %v", got)
	}
	if r.canvas().Focused() != fyne.Focusable(r.selects("Добавить факт…")) {
		t.Error("the next fact can't be picked at once")
	}
	r.lacks("Фактов в ряду пока нет")
	fact := r.fact(briefing.Ref{Kind: briefing.KindFact, ID: got[0]})
	name := plain(fact.Statement.RU)
	r.shows(name)
	r.picture("series-facts")
	r.press(name) // leads to the fact
	if s := r.selects("не выбрано"); s == nil {
		t.Error("the fact is not in front")
	}
	r.shell.Show("", made.Ref(), "title")
	var out *kit.Button
	each(r.top(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && strings.HasPrefix(b.AccessibilityLabel(), "Убрать из ряда") {
			out = b
		}
	})
	if out == nil {
		t.Fatal("a fact can't be taken out")
	}
	out.Tapped(nil)
	if got := r.of(made.ID); len(got) != 0 {
		t.Errorf("still in the series: %v", got)
	}
	if r.fact(fact.Ref()) == nil {
		t.Error("the fact itself is gone")
	}
}

func TestTheListOfPeopleShowsThePostsThatThePackPrints(t *testing.T) {
	r := example(t)
	p := r.shell.Project()
	if err := p.Put(&briefing.Person{Name: briefing.Text{RU: "Ван Мин"}, Posts: []briefing.Post{
		{Title: briefing.Text{RU: "мэр"}, To: "2019-01-01"},
		{Title: briefing.Text{RU: "губернатор"}},
		{Title: briefing.Text{RU: "министр"}, From: "2023-03-21"},
	}}); err != nil {
		t.Fatal(err)
	}
	r.shell.Show(screen.People, briefing.Ref{}, "")
	r.fields()[0].SetText("Ван Мин") // the search of the list
	if line := r.textsOf(r.list()); !strings.Contains(line, "губернатор") || strings.Contains(line, "министр") || strings.Contains(line, "мэр") {
		t.Errorf("the list shows %q, the pack prints «губернатор»", line)
	}
}
