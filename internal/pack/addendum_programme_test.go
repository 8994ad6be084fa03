package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// Each item of the programme is told of when it is changed, also where several
// stand in one cell of the table: an arrival that was moved must not be missed.
func TestAnAddendumTellsOfEachItemOfTheProgramme(t *testing.T) {
	at := func(p *project.Project, id, title, clock, place string) *briefing.Event {
		e := &briefing.Event{
			ID: briefing.ID(id), Title: briefing.Text{RU: title, EN: title, ZH: title}, Parent: p.Pack.Event,
			When: briefing.Per("2023-03-21"), Clock: clock, Place: briefing.Text{RU: place, EN: place, ZH: place},
			Status: "planned", Sources: []briefing.ID{p.Sources[0].ID},
		}
		p.Put(e)
		return e
	}
	programmes := func(p *project.Project, changed bool) *project.Project {
		first, second, third := at(p, "one", "Arrival", "09:40", "Hall 1"), at(p, "two", "Talks", "10:30", "Hall 2"), at(p, "three", "Forum", "11:30", "Hall 3")
		if changed {
			first.Clock, second.Place.EN, third.Status = "07:45", "Hall 5", "cancelled"
		}
		return p
	}
	o := pack.Options{Lang: briefing.EN, Form: pack.FormAddendum}
	o.Since = []pack.Issued{{Snapshot: project.Take(programmes(demoProject(t), false), project.Options{Audience: briefing.Leader}), Number: 1, Kept: true}}
	d, err := pack.Build(project.Take(programmes(demoProject(t), true), project.Options{Audience: briefing.Leader, Addendum: true}), nil, o)
	if err != nil {
		t.Fatal(err)
	}
	out := dump(d)
	for _, want := range []string{"Arrival", lang.Label(briefing.EN, briefing.KindEvent, "clock"), "Talks", "Hall 5", "Forum", lang.Enum(briefing.EN, "event_status", "cancelled")} {
		if !strings.Contains(out, want) {
			t.Errorf("the addendum lacks %q:\n%s", want, out)
		}
	}
}
