package project_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/project"
)

func TestPeopleStandByRankAndOthersAsTheyAre(t *testing.T) {
	people := []briefing.Record{
		&briefing.Person{ID: "none"}, &briefing.Person{ID: "second", Rank: 2}, &briefing.Person{ID: "first", Rank: 1}, &briefing.Person{ID: "last"},
	}
	got := ""
	for _, r := range project.InRank(people) {
		got += string(r.Ref().ID) + " "
	}
	if got != "first second none last " || people[0].Ref().ID != "none" {
		t.Errorf("%s", got)
	}
}
