package check_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/project"
)

// accepted makes the decision that a user would make about a finding.
func accepted(id briefing.ID, f check.Finding) *briefing.Acceptance {
	return &briefing.Acceptance{
		ID: id, Check: f.Number, Kind: string(f.Ref.Kind), Record: f.Ref.ID, Field: f.Field, Found: f.Print,
		Evidence: f.Evidence, Reason: "reason", By: "Anna",
	}
}

func TestAnAcceptanceHoldsForWhatWasFound(t *testing.T) {
	denied := func(p *project.Project) { fact(p, "total").Claims[0].Change = briefing.SomeNum("31.8") }
	tests := []struct {
		outcome       string
		wrong, change func(p *project.Project)
		want          string
		lapsed        bool
		idle          int
	}{
		{"nothing changed", denied, func(*project.Project) {}, "03 accepted fact:total", false, 0},
		{"another record changed", denied, func(p *project.Project) { p.Organisations[0].Note = all3("note") }, "03 accepted fact:total", false, 0},
		{"the stated change is another", denied, func(p *project.Project) { fact(p, "total").Claims[0].Change = briefing.SomeNum("33") }, "03 blocking fact:total", true, 0},
		{"a level of another fact is another", denied, func(p *project.Project) { fact(p, "then").Claims[0].Figure.Value = briefing.SomeNum("120") }, "03 blocking fact:total", true, 0},
		{"the statement is another, which the finding does not name", denied, func(p *project.Project) { fact(p, "total").Statement.RU += " (уточнено)" }, "03 blocking fact:total", true, 0},
		{"it was mended", denied, func(p *project.Project) { fact(p, "total").Claims[0].Change = briefing.SomeNum("29.3") }, "", false, 1},
		{
			"a note that came into the pack is none any more",
			func(p *project.Project) {
				denied(p)
				fact(p, "total").Place, p.Series, p.Messages = briefing.PlaceCompiler, nil, nil
			},
			func(p *project.Project) { fact(p, "total").Place = "" }, "03 blocking fact:total", true, 0,
		},
		{
			"the text around a typed number changed",
			func(p *project.Project) { p.Messages[0].Body.RU += " Отгружено 17 ваг." },
			func(p *project.Project) { p.Messages[0].Body.RU += " Это всё." }, "35 note message:m", true, 0,
		},
	}
	for _, tt := range tests {
		t.Run(tt.outcome, func(t *testing.T) {
			p := clean()
			tt.wrong(p)
			found := check.Data(compiler(p))
			if len(found) != 1 {
				t.Fatalf("found %q", short(found))
			}
			decisions := []*briefing.Acceptance{accepted("a", found[0])}
			tt.change(p)
			judged, idle := check.Judge(check.Data(compiler(p)), decisions)
			if short(judged) != tt.want || len(idle) != tt.idle {
				t.Fatalf("got %q, %d idle", short(judged), len(idle))
			}
			if len(judged) == 0 {
				return
			}
			f := judged[0]
			if (f.Lapsed.ID == "a") != tt.lapsed || (f.Acceptance.ID == "a") == tt.lapsed {
				t.Errorf("acceptance %q, lapsed %q", f.Acceptance.ID, f.Lapsed.ID)
			}
			if f.Severity == check.Accepted && (f.Weight() != found[0].Severity || check.Blocks(judged)) {
				t.Errorf("weighs %v, blocks %v", f.Weight(), check.Blocks(judged))
			}
		})
	}
}

// Two numbers of one text are two findings, each with its own decision, also
// when the text changes about them.
func TestEachFindingOfATextHasItsOwnAcceptance(t *testing.T) {
	p := clean()
	p.Messages[0].Body.RU += " Отгружено 17 ваг. и 23 конт."
	found := check.Data(compiler(p))
	if len(found) != 2 {
		t.Fatalf("found %q", short(found))
	}
	second := []*briefing.Acceptance{accepted("second", found[1])}
	judged, _ := check.Judge(found, second)
	if short(judged) != "35 note message:m, 35 accepted message:m" {
		t.Errorf("judged %q", short(judged))
	}
	p.Messages[0].Body.RU += " Это всё."
	judged, _ = check.Judge(check.Data(compiler(p)), second)
	if judged[0].Lapsed.ID != "" || judged[1].Lapsed.ID != "second" {
		t.Errorf("lapsed %q and %q", judged[0].Lapsed.ID, judged[1].Lapsed.ID)
	}
}

// What may not go out at all can't be accepted, and an acceptance that came in
// another way holds for nothing.
func TestWhatNobodyMayAccept(t *testing.T) {
	for name, wrong := range map[string]func(p *project.Project){
		"19 a number without a source": func(p *project.Project) { fact(p, "then").Claims[0].Source = "" },
		"29 invented data":             func(p *project.Project) { fact(p, "then").Sample = true },
		"32 a source not to be cited":  func(p *project.Project) { p.Sources[0].Legal = "undesirable" },
	} {
		p := clean()
		wrong(p)
		found := check.Data(compiler(p))
		if len(found) == 0 || found[0].Barred() == "" {
			t.Errorf("%s: may be accepted: %q", name, short(found))
			continue
		}
		judged, idle := check.Judge(found, []*briefing.Acceptance{accepted("a", found[0])})
		if !check.Blocks(judged) || len(idle) != 0 || judged[0].Lapsed.ID != "a" {
			t.Errorf("%s: accepted all the same: %q", name, short(judged))
		}
	}
	p := clean()
	fact(p, "then").Sample, fact(p, "then").Place = true, briefing.PlaceCompiler
	if found := check.Data(compiler(p)); len(found) != 1 || found[0].Barred() != "" {
		t.Errorf("outside the pack: %q", short(found))
	}
}
