package app_test

import (
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

// column is the status under which an agreement stands on the board, and its card.
func column(p *app.Project, id briefing.ID) (string, app.BoardCard) {
	for _, c := range p.Board(briefing.RU, briefing.RU) {
		for _, card := range c.Cards {
			if card.Ref.ID == id {
				return c.Status, card
			}
		}
	}
	return "nowhere", app.BoardCard{}
}

func TestACardStandsUnderItsStatusAndMovesAsOneAction(t *testing.T) {
	p := opened(t)
	plan := &briefing.Fact{Statement: briefing.Text{RU: "Намечено"}, Nature: briefing.NaturePlan, Claims: []briefing.Claim{{Period: briefing.Per("2024")}}}
	done := &briefing.Fact{Statement: briefing.Text{RU: "Построен первый корпус"}, Nature: briefing.NatureFact}
	org := &briefing.Organisation{Name: briefing.Text{RU: "Правительство области"}}
	if err := p.Put(plan, done, org); err != nil {
		t.Fatal(err)
	}
	a := &briefing.Agreement{
		Title: briefing.Text{RU: "Меморандум"}, Kind: "memorandum", Status: "preparing", Signed: briefing.Per("2022-06"),
		Parties: []briefing.ID{org.ID, "gone"}, Facts: []briefing.ID{done.ID, plan.ID},
	}
	if err := p.Put(a); err != nil {
		t.Fatal(err)
	}
	status, card := column(p, a.ID)
	if status != "preparing" || card.Kind != "меморандум" || card.Parties != "Правительство области" || card.Signed == "" {
		t.Errorf("under %q: %+v", status, card)
	}
	if len(card.Figures) != 2 || card.Figures[0].Nature != briefing.NaturePlan || card.Figures[1].Text != "Построен первый корпус" {
		t.Errorf("plan and fact: %+v", card.Figures)
	}
	if changed, err := p.SetAgreementStatus(a.ID, "signed"); err != nil || !changed {
		t.Fatalf("%v, %v", changed, err)
	}
	if status, _ := column(p, a.ID); status != "signed" {
		t.Errorf("moved to %q", status)
	}
	if changed, err := p.SetAgreementStatus(a.ID, "signed"); err != nil || changed {
		t.Errorf("the same status again: %v, %v", changed, err)
	}
	if _, err := p.Undo(); err != nil {
		t.Fatal(err)
	}
	if status, _ := column(p, a.ID); status != "preparing" {
		t.Errorf("one step back is %q", status)
	}
	if _, err := p.SetAgreementStatus("none", "signed"); briefing.CodeOf(err) != briefing.CodeNoRecord {
		t.Errorf("an agreement that is not there: %v", err)
	}
}

func TestACardWithoutAStatusHasAColumnOfItsOwn(t *testing.T) {
	p := opened(t)
	n := len(p.Board(briefing.RU, briefing.RU))
	a := &briefing.Agreement{Title: briefing.Text{RU: "Протокол"}}
	if err := p.Put(a); err != nil {
		t.Fatal(err)
	}
	all := p.Board(briefing.RU, briefing.RU)
	if len(all) != n+1 || len(all[n].Cards) != 1 || all[n].Title == "" {
		t.Errorf("%d columns, were %d", len(all), n)
	}
}
