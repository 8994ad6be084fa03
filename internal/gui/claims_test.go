package gui_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/gui/screen"
)

// Three sources say three things of one fact: they stand side by side, the one
// that is a slip of scale is marked, and one is chosen with the reason.
func TestClaimsOfAFactStandSideBySideAndOneIsChosen(t *testing.T) {
	r := example(t)
	fact := r.fact(s20())
	source := fact.Claims[0].Source
	period := fact.Claims[0].Period
	claim := func(id briefing.ID, value string, word briefing.Precision, wording string) briefing.Claim {
		return briefing.Claim{
			ID: id, Source: source, Period: period, Wording: wording,
			Figure: briefing.Figure{Value: briefing.SomeNum(value), Unit: "thousand-t", Precision: word},
		}
	}
	fact.Chosen, fact.Reason = "", briefing.Text{}
	fact.Claims = []briefing.Claim{
		claim("a", "90", briefing.About, ""), claim("b", "88.4", briefing.Exact, "88,4 тыс. тонн"), claim("c", "900", briefing.MoreThan, ""),
	}
	if err := r.shell.Project().Put(fact); err != nil {
		t.Fatal(err)
	}
	r.shell.Show(screen.Figures, s20(), "")
	r.shows("Сведения источников рядом: 3", "около 90 тыс. т", "88,4 тыс. т", "более 900 тыс. т", "порядок величины",
		"Величины расходятся на порядок.", "Печатаемая величина не выбрана.", "В источнике: 88,4 тыс. тонн", "точно")
	r.picture("claims")

	r.press("Выбрать…") // of the first
	r.press("Выбрать")
	r.shows("Укажите основание")
	if got := r.fact(s20()); got.Chosen != "" {
		t.Fatal("chosen without a reason")
	}
	r.fields()[0].SetText("Официальный сайт")
	r.picture("claims-reason")
	r.press("Выбрать")
	got := r.fact(s20())
	if got.Chosen != "a" || got.Reason.RU != "Официальный сайт" {
		t.Errorf("chosen %q, because %q", got.Chosen, got.Reason.RU)
	}
	r.shows("Основание выбора: Официальный сайт", "печатается")
	r.takeBack()
	if got := r.fact(s20()); got.Chosen != "" || !got.Reason.Empty() {
		t.Errorf("after undo %q, %q", got.Chosen, got.Reason.RU)
	}
	r.shows("Печатаемая величина не выбрана.")
}
