package app_test

import (
	"slices"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

func todo(p *app.Project, key string) (app.Todo, bool) {
	list := p.Standing(briefing.RU).Todo
	i := slices.IndexFunc(list, func(t app.Todo) bool { return t.Key == key })
	if i < 0 {
		return app.Todo{}, false
	}
	return list[i], true
}

// unapproved is the example with nobody to approve it, at a time of the desk.
func unapproved(t *testing.T, now time.Time) *app.Project {
	t.Helper()
	p := demo(t)
	p.World.Now = func() time.Time { return now }
	k := p.Pack()
	k.Template, k.ApprovedBy = "visit-received", briefing.Text{}
	if err := p.Put(k); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEveryThingLeftToDoHasAKeyOfItsOwn(t *testing.T) {
	for _, l := range briefing.Langs() {
		seen := map[string]bool{}
		for _, x := range demo(t).Standing(l).Todo {
			if x.Key == "" || seen[x.Key] {
				t.Errorf("%s: %q of %q is empty or another one's too", l, x.Key, x.Title)
			}
			seen[x.Key] = true
		}
	}
}

func TestWhatTheTemplateDemandsOfThePackIsLeftToDo(t *testing.T) {
	now := time.Date(2023, 3, 20, 12, 0, 0, 0, time.UTC)
	p := unapproved(t, now)
	x, ok := todo(p, "pack:approved_by")
	if !ok || x.Ref.Kind != briefing.KindPack || x.Field != "approved_by_ru" {
		t.Fatalf("%v %+v", ok, x)
	}
	k := p.Pack()
	k.ApprovedBy.RU = "Директор"
	if err := p.Put(k); err != nil {
		t.Fatal(err)
	}
	if _, ok := todo(p, "pack:approved_by"); ok {
		t.Error("it is on the list though it is there")
	}
}

func TestAThingIsAssignedAndLateAfterItsDay(t *testing.T) {
	now := time.Date(2023, 3, 20, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		due  briefing.Stamp
		late bool
	}{{"2023-03-19", true}, {"2023-03-20", false}, {"2023-03-20T10:00:00Z", false}, {"2023-03", false}, {"", false}} {
		p := unapproved(t, now)
		if err := p.Assign("pack:approved_by", " Иванова ", c.due); err != nil {
			t.Fatal(err)
		}
		x, _ := todo(p, "pack:approved_by")
		if x.Who != "Иванова" || x.Due != c.due || x.Overdue != c.late {
			t.Errorf("due %q: %+v", c.due, x)
		}
		if err := p.Assign("pack:approved_by", "", ""); err != nil {
			t.Fatal(err)
		}
		if x, _ := todo(p, "pack:approved_by"); x.Task != "" || x.Who != "" {
			t.Errorf("taken back, and still %+v", x)
		}
	}
}

func TestThingsOfOnesOwnAreTicked(t *testing.T) {
	p := demo(t)
	if err := p.AddTask(" ", "", ""); briefing.CodeOf(err) != briefing.CodeRequired {
		t.Errorf("nothing is on the list: %v", err)
	}
	if err := p.AddTask("Заказать перевод", "Петров", "2023-03-21"); err != nil {
		t.Fatal(err)
	}
	list := p.Standing(briefing.RU).Todo
	at := slices.IndexFunc(list, func(x app.Todo) bool { return x.Own })
	if at < 0 {
		t.Fatalf("%+v", list)
	}
	own := list[at]
	if own.Title != "Заказать перевод" || own.Who != "Петров" {
		t.Fatalf("%+v", own)
	}
	if err := p.Assign(own.Key, "Сидоров", ""); err != nil {
		t.Fatal(err)
	}
	if x, _ := todo(p, own.Key); x.Who != "Сидоров" {
		t.Errorf("%+v", x)
	}
	if err := p.DoneTask(own.Key); err != nil {
		t.Fatal(err)
	}
	if _, ok := todo(p, own.Key); ok {
		t.Error("it is done and on the list")
	}
	for _, key := range []string{"task:nowhere", ""} {
		if err := p.Assign(key, "x", ""); briefing.CodeOf(err) != briefing.CodeNoRecord {
			t.Errorf("%q: %v", key, err)
		}
	}
}

// How far the pack is does not depend on the language that its user reads: a pack
// that is Russian so far lacks nothing more for somebody who works in English.
func TestReadinessIsThatOfThePack(t *testing.T) {
	p := demo(t)
	k := p.Pack()
	k.Title.EN, k.Title.ZH = "", ""
	if err := p.Put(k); err != nil {
		t.Fatal(err)
	}
	ru := p.Standing(briefing.RU)
	for _, l := range []briefing.Lang{briefing.EN, briefing.ZH} {
		st := p.Standing(l)
		if st.Filled != ru.Filled || st.Included != ru.Included || st.Counts != ru.Counts || len(st.Todo) != len(ru.Todo) {
			t.Errorf("%s: %d of %d, %+v, %d to do; Russian %d of %d, %+v, %d", l, st.Filled, st.Included, st.Counts, len(st.Todo), ru.Filled, ru.Included, ru.Counts, len(ru.Todo))
		}
		if len(st.Sections) == 0 || st.Sections[1].Title == ru.Sections[1].Title {
			t.Errorf("%s: sections are not named in it", l)
		}
	}
}
