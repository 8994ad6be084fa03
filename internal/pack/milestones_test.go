package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// Milestones stand under the agreements in the order of their deadlines, with
// where each stood at the moment of the pack.
func TestMilestonesAreToldAtTheMoment(t *testing.T) {
	all3 := func(s string) briefing.Text { return briefing.Text{RU: s, EN: s, ZH: s} }
	p := &project.Project{
		Pack:          briefing.Pack{Title: all3("Визит"), AsOf: "2023-03-20T23:00:00+03:00"},
		Organisations: []*briefing.Organisation{{ID: "o", Name: all3("Минсельхоз")}},
		Agreements: []*briefing.Agreement{{
			ID: "a", Title: all3("Дорожная карта"), Signed: briefing.Per("2022-06"), Subject: all3("О поставках."),
			Milestones: []briefing.Milestone{
				{Title: all3("без срока")},
				{Title: all3("впереди"), Due: briefing.Per("2023-03-20")},
				{Title: all3("просрочен"), Due: briefing.Per("2023-02"), Done: briefing.Per("2023-04"), Responsible: "o"},
				{Title: all3("поздно"), Due: briefing.Per("2022-11"), Done: briefing.Per("2022-12")},
				{Title: all3("вовремя"), Due: briefing.Per("2022-12"), Done: briefing.Per("2022-12-31")},
			},
		}},
	}
	var got []string
	tables(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}), func(_ document.Section, table document.Table) {
		if table.Title != "Исполнение договорённостей" {
			return
		}
		for _, r := range table.Rows {
			var cells []string
			for _, c := range r.Cells {
				text := c.Text
				for _, run := range c.Runs {
					text += run.Text
				}
				cells = append(cells, strings.ReplaceAll(text, "\u00a0", " "))
			}
			got = append(got, strings.Join(cells, "|"))
		}
	})
	want := []string{
		"Дорожная карта, июнь 2022 г.",
		"поздно||ноябрь 2022 г.|декабрь 2022 г.|исполнено с опозданием",
		"вовремя||декабрь 2022 г.|31 декабря 2022 г.|исполнено",
		"просрочен|Минсельхоз|февраль 2023 г.||просрочено",
		"впереди||20 марта 2023 г.||предстоит",
		"без срока||||предстоит",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// The partner reads what is done and what is ahead; that something is late is
// said to him, not printed.
func TestThePartnerIsNotRemindedInPrint(t *testing.T) {
	all3 := func(s string) briefing.Text { return briefing.Text{RU: s, EN: s, ZH: s} }
	p := &project.Project{
		Pack:    briefing.Pack{Title: all3("Визит"), AsOf: "2023-03-20T23:00:00+03:00", Partner: "CN", Reporter: "RU"},
		Sources: []*briefing.Source{{ID: "s", Kind: "official", Title: all3("Сообщение"), Published: "2023-01-10"}},
		People:  []*briefing.Person{{ID: "p", Country: "CN", Name: all3("Ли"), Rank: 1, Sources: []briefing.ID{"s"}}},
		Agreements: []*briefing.Agreement{{
			ID: "a", Title: all3("Дорожная карта"), Signed: briefing.Per("2022-06"), Subject: all3("О поставках."), Sources: []briefing.ID{"s"}, Use: briefing.Aloud,
			Milestones: []briefing.Milestone{
				{Title: all3("этап впереди"), Due: briefing.Per("2023-04")},
				{Title: all3("этап прошёл"), Due: briefing.Per("2023-02")},
			},
		}},
	}
	for who, want := range map[briefing.Audience]bool{briefing.Leader: true, briefing.Partner: false} {
		out := dump(build(t, p, who, pack.Options{Lang: briefing.RU}))
		if !strings.Contains(out, "этап прошёл") || !strings.Contains(out, "Ли") {
			t.Fatalf("%s\n%s", who, out)
		}
		for _, word := range []string{"просрочено", "не подтверждено"} {
			if strings.Contains(out, word) != want {
				t.Errorf("%s: %s\n%s", who, word, out)
			}
		}
	}
}

// A column that no row has anything for is not printed.
func TestColumnsWithoutContentAreNotPrinted(t *testing.T) {
	all3 := func(s string) briefing.Text { return briefing.Text{RU: s, EN: s, ZH: s} }
	p := &project.Project{
		Pack:   briefing.Pack{Title: all3("Визит"), AsOf: "2023-03-20T23:00:00+03:00", Partner: "CN", Event: "v"},
		People: []*briefing.Person{{ID: "p", Country: "CN", Name: all3("Ли"), Rank: 1}},
		Events: []*briefing.Event{
			{ID: "v", Title: all3("Визит"), When: briefing.Per("2023-04")},
			{ID: "e", Title: all3("Встреча"), When: briefing.Per("2022-04"), Status: "held"},
		},
	}
	seen := 0
	tables(build(t, p, briefing.Leader, pack.Options{Lang: briefing.EN}), func(_ document.Section, table document.Table) {
		for _, c := range table.Columns {
			seen++
			if c.Key == "source" || c.Key == "who" {
				t.Errorf("%s has a column %s", table.Title, c.Title)
			}
		}
	})
	if seen == 0 {
		t.Error("no table")
	}
}
