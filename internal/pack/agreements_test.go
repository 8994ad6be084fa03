package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// What was not signed by the moment of the pack is no agreement reached earlier: the
// title says so, and it tells where it stands.
func TestOnlyWhatWasSignedIsReached(t *testing.T) {
	all3 := func(s string) briefing.Text { return briefing.Text{RU: s, EN: s, ZH: s} }
	agreement := func(id, status, signed string) *briefing.Agreement {
		return &briefing.Agreement{ID: briefing.ID(id), Title: all3("Документ " + id), Subject: all3("О чём " + id + "."), Status: status, Signed: briefing.Per(signed)}
	}
	p := &project.Project{
		Pack: briefing.Pack{Title: all3("Визит"), AsOf: "2026-12-08T18:00:00+03:00"},
		Agreements: []*briefing.Agreement{
			agreement("a", "preparing", "2026-12-09"), agreement("b", "signed", "2025-10-16"), agreement("c", "signed", "2026-12-25"),
			agreement("d", "unclear", ""), agreement("e", "in-force", "2026-06"), agreement("f", "unclear", "2026-05"),
		},
	}
	out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})))
	has(t, out, "Договорённости, достигнутые и готовящиеся")
	at := 0
	for _, want := range []string{ // what was reached goes first
		"Документ b, 16 октября 2025 г.", "Документ e, июнь 2026 г.",
		"Документ a, готовится, намечено на 9 декабря 2026 г.", "Документ c, намечено на 25 декабря 2026 г.", "Документ d, уточняется.", "Документ f, уточняется, май 2026 г.",
	} {
		_, list, _ := strings.Cut(out, "Договорённости, достигнутые и готовящиеся [agreements]")
		i := strings.Index(list, want)
		if i < at {
			t.Errorf("%q is not there or not at its place:\n%s", want, list)
		}
		at = max(at, i)
	}
	p.Agreements = p.Agreements[:1]
	if out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}))); strings.Contains(out, "Ранее достигнутые") || strings.Contains(out, "достигнутые и") {
		t.Errorf("an agreement that is being prepared is called reached:\n%s", out)
	}
}

// Who of the counterparts is entered on the programme is not said to be
// unconfirmed.
func TestTheNoteNamesWhoIsNotInTheProgramme(t *testing.T) {
	all3 := func(s string) briefing.Text { return briefing.Text{RU: s, EN: s, ZH: s} }
	p := &project.Project{
		Pack:   briefing.Pack{Title: all3("Визит"), Reporter: "RU", Partner: "CN", Event: "v", AsOf: "2026-12-08T18:00:00+03:00"},
		People: []*briefing.Person{{ID: "x", Name: all3("Лю Вэй"), Country: "CN"}, {ID: "y", Name: all3("Ван Ли"), Country: "CN"}, {ID: "z", Name: all3("Иванов"), Country: "RU"}},
		Events: []*briefing.Event{{ID: "v", Title: all3("Визит")}, {ID: "i", Parent: "v", Title: all3("Переговоры")}},
	}
	note := func() string {
		return plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})))
	}
	has(t, note(), "присутствие собеседников на мероприятиях визита не подтверждено.")
	p.Events[1].Participants = []briefing.Participant{{Person: "x"}}
	if out := note(); strings.Contains(out, "не подтверждено") || !strings.Contains(out, "из собеседников в программе визита не указаны: Ван Ли.") {
		t.Errorf("one of two is entered:\n%s", out)
	}
	p.Events[0].Participants = []briefing.Participant{{Person: "y"}}
	if out := note(); strings.Contains(out, "не указаны") || !strings.Contains(out, "участие собеседников указано по программе визита.") {
		t.Errorf("both are entered:\n%s", out)
	}
	p.Events[0].Participants, p.Events[1].Status = nil, "cancelled"
	has(t, note(), "не подтверждено.")
}
