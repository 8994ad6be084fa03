package pack_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// The cover says what the papers are for; of a visit only where there is one,
// or where the template is one of a visit.
func TestTheCoverTellsWhatThePapersAreFor(t *testing.T) {
	for _, c := range []struct{ template, event, want string }{
		{"visit-received", "", "Пакет материалов к визиту"},
		{"visit-abroad", "visit", "Пакет материалов к визиту"},
		{"visit-received", "exhibition", "Пакет материалов к мероприятию"},
		{"bulletin", "", "Статистический бюллетень"},
		{"bulletin", "publication", "Статистический бюллетень"},
		{"partner-profile", "", "Справка о партнёре"},
		{"partner-profile", "visit", "Пакет материалов к визиту"},
	} {
		p := &project.Project{Pack: briefing.Pack{Template: c.template}, Figures: figure.NewSet()}
		if c.event != "" {
			p.Events = []*briefing.Event{{ID: "e", Kind: c.event, Title: briefing.Text{RU: "Событие"}}}
			p.Pack.Event = "e"
		}
		d := build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})
		cover, ok := d.Sections[0].Blocks[0].(document.Cover)
		if !ok || cover.Kicker != c.want {
			t.Errorf("%s with %q: %q, want %q", c.template, c.event, cover.Kicker, c.want)
		}
	}
}
