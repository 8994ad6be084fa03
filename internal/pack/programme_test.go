package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// visit is a project with a visit of 9–11 December and the items of its
// programme.
func visit(items ...*briefing.Event) *project.Project {
	p := &project.Project{
		Pack:   briefing.Pack{Title: all("Визит"), AsOf: "2026-12-08T20:00:00+07:00", Event: "visit"},
		Events: []*briefing.Event{{ID: "visit", Title: all("Визит"), When: briefing.Per("2026-12-09..2026-12-11")}},
	}
	for _, e := range items {
		if e.Parent == "" {
			e.Parent = "visit"
		}
		p.Events = append(p.Events, e)
	}
	return p
}

func all(s string) briefing.Text { return briefing.Text{RU: s, EN: s, ZH: s} }

func item(title, when, clock string) *briefing.Event {
	return &briefing.Event{ID: briefing.ID(strings.ReplaceAll(title, " ", "-")), Title: all(title), When: briefing.Per(when), Clock: clock}
}

// printed are the rows of the tables of the section of the visit, and the line
// under them.
func printed(t *testing.T, p *project.Project, l briefing.Lang) string {
	t.Helper()
	var out []string
	tables(build(t, p, briefing.Leader, pack.Options{Lang: l, Draft: true}), func(s document.Section, table document.Table) {
		if s.Key != "event" {
			return
		}
		for _, r := range table.Rows {
			var cells []string
			for _, c := range r.Cells {
				text := c.Text + document.RunsText(c.Runs)
				if !strings.Contains(text, "нет сведений") {
					cells = append(cells, strings.ReplaceAll(text, "\n", " / "))
				}
			}
			out = append(out, strings.Join(cells, " | "))
		}
		out = append(out, "= "+table.Source)
	})
	return plain(strings.Join(out, "\n"))
}

// An item tells its end, with the zone behind both where the hours have several.
func TestTheProgrammeTellsWhenAnItemEnds(t *testing.T) {
	for l, want := range map[briefing.Lang][]string{
		briefing.RU: {"10:00–11:30 Встреча", "22:00–00:30 Приём"},
		briefing.EN: {"10:00–11:30 Встреча", "22:00–00:30 Приём"},
		briefing.ZH: {"10:00—11:30 Встреча", "22:00—00:30 Приём"},
	} {
		got := printed(t, visit(item("Встреча", "2026-12-10", "10:00/11:30"), item("Приём", "2026-12-10", "22:00/00:30")), l)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: %q is not in %s", l, w, got)
			}
		}
	}
	if got := printed(t, visit(item("Встреча", "2026-12-10", "10:00+05:00/11:30"), item("Связь", "2026-12-10", "12:00+03:00/12:30")), briefing.RU); !strings.Contains(got, "10:00–11:30 UTC+5 Встреча") {
		t.Error(got)
	}
}

// Whoever reads the programme sees every item of it: also those outside the
// days of the visit, without a day, cancelled, or items of items.
func TestNothingDropsOutOfTheProgramme(t *testing.T) {
	cancelled, open := item("Обед", "2026-12-10", "13:00"), item("Консультации", "2026-12", "")
	cancelled.Status, open.Status = "cancelled", "unclear"
	of := item("Подписание", "2026-12-11", "10:00")
	of.Parent = "Встреча-с-хокимом"
	got := printed(t, visit(
		item("Вылет", "2026-12-12", "02:10"), open, cancelled,
		item("Встреча с хокимом", "2026-12-11", "09:30"), item("Вечерний приём", "2026-12-11", "00:30"),
		item("Без всего", "", ""), of,
	), briefing.RU)
	for _, want := range []string{
		"9 декабря",
		"10 декабря | 13:00 Обед / отменено",
		"11 декабря | 00:30 Вечерний приём | 09:30 Встреча с хокимом / 10:00 Подписание",
		"12 декабря | 02:10 Вылет",
		"декабрь 2026 г. | Консультации / уточняется",
		"срок не назначен | Без всего",
		"Время местное.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("without %q:\n%s", want, got)
		}
	}
	if strings.Contains(got, "осковск") {
		t.Errorf("an hour without a zone is told as Moscow time:\n%s", got)
	}
}

func TestAProgrammeWithoutDaysOfTheVisitHasThoseOfItsItems(t *testing.T) {
	p := visit(item("Переговоры", "2026-12-10", "11:00"), item("Обед", "2026-12", ""))
	p.Events[0].When = briefing.Per("2026-12")
	if got := printed(t, p, briefing.RU); !strings.Contains(got, "10 декабря | 11:00 Переговоры") || !strings.Contains(got, "декабрь 2026 г. | Обед") {
		t.Errorf("got\n%s", got)
	}
}

func TestAProgrammeSaysWhoseTimeItIs(t *testing.T) {
	for _, tt := range []struct {
		l      briefing.Lang
		clocks [2]string
		want   []string
	}{
		{briefing.RU, [2]string{"11:00", "15:00"}, []string{"11:00 a", "Время местное."}},
		{briefing.RU, [2]string{"11:00+05:00", "15:00+05:00"}, []string{"11:00 a", "Время местное, UTC+5."}},
		{briefing.RU, [2]string{"11:00+03:00", "15:00+03:00"}, []string{"11:00 a", "Время московское."}},
		{briefing.EN, [2]string{"11:00+05:00", "15:00+05:00"}, []string{"Local time, UTC+5."}},
		{briefing.ZH, [2]string{"11:00+05:00", "15:00+05:00"}, []string{"当地时间，UTC+5。"}},
		{briefing.RU, [2]string{"11:00+07:00", "10:30+05:00"}, []string{"11:00 UTC+7 a / 10:30 UTC+5 b", "Часовой пояс указан рядом со временем."}},
		{briefing.RU, [2]string{"09:00+03:00", "10:30"}, []string{"09:00 МСК a / 10:30 b", "Часовой пояс указан рядом со временем; где его нет — время местное."}},
	} {
		got := printed(t, visit(item("b", "2026-12-10", tt.clocks[1]), item("a", "2026-12-10", tt.clocks[0])), tt.l)
		for _, want := range tt.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s %v: without %q:\n%s", tt.l, tt.clocks, want, got)
			}
		}
	}
}

// A part in an event and a name do not read as one phrase.
func TestAPartIsSetOffFromTheName(t *testing.T) {
	for role, want := range map[briefing.Text]map[briefing.Lang]string{
		{RU: "встречает", EN: "meets the delegation", ZH: "迎接代表团"}: {briefing.RU: "встречает Ли", briefing.EN: "meets the delegation: Li", briefing.ZH: "迎接代表团：李"},
		{RU: "встречает", EN: "met by", ZH: "迎接："}:                 {briefing.RU: "встречает Ли", briefing.EN: "met by Li", briefing.ZH: "迎接：李"},
		{}: {briefing.RU: "Ли", briefing.EN: "Li", briefing.ZH: "李"},
	} {
		e := item("Прибытие", "2026-12-09", "10:00")
		e.Participants = []briefing.Participant{{Person: "li", Role: role}}
		p := visit(e)
		p.People = []*briefing.Person{{ID: "li", Name: briefing.Text{RU: "Ли", EN: "Li", ZH: "李"}}}
		for l, line := range want {
			if out := strings.ReplaceAll(printed(t, p, l), "\u00a0", " "); !strings.Contains(out, "/ "+line) {
				t.Errorf("%s lacks %q in\n%s", l, line, out)
			}
		}
	}
}

// What is before six in the morning stands under no morning: the night has a
// column of its own, where something is in it.
func TestTheNightHasAColumn(t *testing.T) {
	for clock, want := range map[string]string{"00:45": "Ночь", "05:59": "Ночь", "06:00": "Утро", "": "Час не указан"} {
		heads, under := "", ""
		tables(build(t, visit(item("Вылет", "2026-12-12", clock)), briefing.Leader, pack.Options{Lang: briefing.RU, Draft: true}), func(s document.Section, table document.Table) {
			if s.Key != "event" {
				return
			}
			for i, c := range table.Columns {
				heads += c.Title + "; "
				for _, r := range table.Rows {
					if strings.Contains(document.RunsText(r.Cells[i].Runs), "Вылет") {
						under = c.Title
					}
				}
			}
		})
		if !strings.HasPrefix(under, want) || strings.Contains(heads, "Ночь") != (want == "Ночь") {
			t.Errorf("%s stands under %q of %s", clock, under, heads)
		}
	}
}
