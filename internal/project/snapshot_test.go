package project_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

func moment(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t
}

func ru(s string) briefing.Text { return briefing.Text{RU: s, EN: s, ZH: s} }

func claim(id, source, value string) briefing.Claim {
	c := briefing.Claim{ID: briefing.ID(id), Source: briefing.ID(source), Period: briefing.Year(2022)}
	if value != "" {
		c.Figure = briefing.Figure{Value: briefing.SomeNum(value), Unit: "thousand-t"}
	}
	return c
}

// visit is a project with one source before the moment, one after it, one on
// its day without an hour and one without a date.
func visit(facts ...*briefing.Fact) *project.Project {
	return &project.Project{
		Pack: briefing.Pack{Title: ru("pack"), AsOf: "2023-03-20T23:00:00+03:00"},
		Sources: []*briefing.Source{
			{ID: "early", Published: "2023-03-09", Title: ru("early")},
			{ID: "late", Published: "2023-03-21", Title: ru("late")},
			{ID: "day", Published: "2023-03-20", Title: ru("day")},
			{ID: "undated", Title: ru("undated")},
			{ID: "unused", Published: "2023-01-01", Title: ru("unused")},
		},
		Facts:   facts,
		Figures: figure.NewSet(),
	}
}

func take(p *project.Project, who briefing.Audience) *project.Snapshot {
	return project.Take(p, project.Options{Audience: who})
}

func heldReason(s *project.Snapshot, ref briefing.Ref) project.HeldReason {
	for _, h := range s.Held {
		if h.Ref == ref && !h.Part {
			return h.Why
		}
	}
	return ""
}

func TestGateOfAFact(t *testing.T) {
	verification := claim("b", "undated", "88")
	verification.Role = briefing.RoleVerification
	tests := []struct {
		outcome string
		fact    briefing.Fact
		in      bool
		value   string // of the printed claim, "" for none
		claims  int    // that the leader sees
	}{
		{"one early claim is printed", briefing.Fact{Claims: []briefing.Claim{claim("a", "early", "90")}}, true, "90", 1},
		{"a source on the day without an hour stays in", briefing.Fact{Claims: []briefing.Claim{claim("a", "day", "90")}}, true, "90", 1},
		{"a source without a date stays in", briefing.Fact{Claims: []briefing.Claim{claim("a", "undated", "90")}}, true, "90", 1},
		{"a late claim is no claim", briefing.Fact{Claims: []briefing.Claim{claim("a", "late", "90")}}, false, "", 0},
		{"the early claim stands when the chosen one is late", briefing.Fact{Chosen: "b", Claims: []briefing.Claim{claim("a", "early", "90"), claim("b", "late", "88")}}, true, "90", 1},
		{"verification is not for the leader", briefing.Fact{Chosen: "a", Claims: []briefing.Claim{claim("a", "early", "90"), verification}}, true, "90", 1},
		{"verification alone is no fact", briefing.Fact{Claims: []briefing.Claim{verification}}, false, "", 0},
		{"verification is never the printed claim", briefing.Fact{Chosen: "b", Claims: []briefing.Claim{claim("a", "early", "90"), verification}}, true, "90", 1},
		{"an open conflict stays open", briefing.Fact{Claims: []briefing.Claim{claim("a", "early", "12"), claim("b", "day", "13")}}, true, "", 2},
		{"the claim not chosen keeps its source only", briefing.Fact{Chosen: "a", Claims: []briefing.Claim{claim("a", "early", "12"), claim("b", "day", "13")}}, true, "12", 2},
		{"a rejected fact is out", briefing.Fact{Status: briefing.Rejected, Claims: []briefing.Claim{claim("a", "early", "1")}}, false, "", 0},
		{"a compiler's fact is out", briefing.Fact{Place: briefing.PlaceCompiler, Claims: []briefing.Claim{claim("a", "early", "1")}}, false, "", 0},
		{"a fact placed nowhere is out", briefing.Fact{Place: briefing.PlaceNone, Claims: []briefing.Claim{claim("a", "early", "1")}}, false, "", 0},
		{"a fact of the addendum is out", briefing.Fact{Place: briefing.PlaceAddendum, Claims: []briefing.Claim{claim("a", "early", "1")}}, false, "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.outcome, func(t *testing.T) {
			tt.fact.ID = "f"
			s := take(visit(&tt.fact), briefing.Leader)
			f, ok := s.Fact("f")
			if ok != tt.in {
				t.Fatalf("in the pack: %v, held %+v", ok, s.Held)
			}
			if !ok {
				return
			}
			value := ""
			if n := f.Figure().Value; n.Valid {
				value = n.Decimal.String()
			}
			if value != tt.value || len(f.Claims) != tt.claims {
				t.Errorf("printed %q of %d claims, want %q of %d", value, len(f.Claims), tt.value, tt.claims)
			}
			for _, c := range f.Claims {
				if p, ok := f.Claim(); ok && c.ID != p.ID && c.Figure.HasNumber() {
					t.Error("a claim that was not chosen still shows its number")
				}
			}
		})
	}
}

func TestCompilerSeesLateClaimsAsVerificationOnly(t *testing.T) {
	s := take(visit(
		&briefing.Fact{ID: "mixed", Chosen: "b", Claims: []briefing.Claim{claim("a", "early", "90"), claim("b", "late", "88")}},
		&briefing.Fact{ID: "late", Claims: []briefing.Claim{claim("a", "late", "13.6")}},
	), briefing.Compiler)
	f, _ := s.Fact("mixed")
	if len(f.Claims) != 2 || f.Claims[1].Role != briefing.RoleVerification || f.Figure().Value.Decimal.String() != "90" {
		t.Errorf("mixed: %+v", f)
	}
	if got := s.SourcesOf(f.Ref()); len(got) != 1 || got[0] != "early" {
		t.Errorf("citable sources %v", got)
	}
	if _, ok := s.Fact("late"); ok {
		t.Error("a fact that only a late source tells is in the snapshot")
	}
	var whole, part int
	for _, h := range s.Held {
		switch {
		case h.Why != project.AfterMoment || !h.Pack || !h.Chosen:
		case h.Part:
			part++
		case h.Record != nil:
			whole++
		}
	}
	if whole != 1 || part != 1 {
		t.Errorf("held: %+v", s.Held)
	}
}

func TestMomentMovesWhatIsIn(t *testing.T) {
	p := visit(&briefing.Fact{ID: "f", Place: briefing.PlaceAddendum, Claims: []briefing.Claim{claim("a", "late", "1")}})
	s := project.Take(p, project.Options{AsOf: moment("2023-03-21T12:00:00+03:00"), Audience: briefing.Leader, Addendum: true})
	if _, ok := s.Fact("f"); !ok {
		t.Errorf("the addendum lacks its fact: %+v", s.Held)
	}
	s = project.Take(p, project.Options{AsOf: moment("2023-03-21T12:00:00+03:00"), Audience: briefing.Leader})
	if got := heldReason(s, briefing.Ref{Kind: briefing.KindFact, ID: "f"}); got != project.ForAddendum {
		t.Errorf("held for %q", got)
	}
	p.Pack.AsOf = ""
	s = project.Take(p, project.Options{Audience: briefing.Leader, Addendum: true})
	if _, ok := s.Fact("f"); !ok || !s.AsOf.IsZero() {
		t.Error("without a moment nothing is gated")
	}
}

func TestDerivedFactsGoWithTheirParents(t *testing.T) {
	s := take(visit(
		&briefing.Fact{ID: "grandchild", Parents: []briefing.ID{"child"}},
		&briefing.Fact{ID: "child", Parents: []briefing.ID{"base", "late"}},
		&briefing.Fact{ID: "late", Claims: []briefing.Claim{claim("a", "late", "1")}},
		&briefing.Fact{ID: "base", Claims: []briefing.Claim{claim("a", "early", "1")}},
		&briefing.Fact{ID: "other", Parents: []briefing.ID{"base"}},
	), briefing.Leader)
	if len(s.Facts) != 2 || s.Facts[0].ID != "base" || s.Facts[1].ID != "other" {
		t.Errorf("left: %v", s.Facts)
	}
	if got := s.SourcesOf(s.Facts[1].Ref()); len(got) != 1 || got[0] != "early" {
		t.Errorf("a derived fact is backed by %v", got)
	}
}

func TestRecordsThatOnlyLateSourcesBackAreHeld(t *testing.T) {
	p := visit()
	p.Events = []*briefing.Event{
		{ID: "both", Title: ru("both"), Sources: []briefing.ID{"early", "late"}},
		{ID: "late", Title: ru("late"), Sources: []briefing.ID{"late"}},
		{ID: "none", Title: ru("none"), Parent: "late", Participants: []briefing.Participant{{Person: "p"}, {Person: "q"}}},
	}
	p.People = []*briefing.Person{{ID: "p", Name: ru("p"), Sources: []briefing.ID{"late"}}, {ID: "q", Name: ru("q")}}
	p.Messages = []*briefing.Message{{ID: "m", Title: ru("m"), Kind: "quotation", Published: "2023-03-21"}}
	p.Imports = []*briefing.Import{{ID: "i", File: "late.csv", Source: "late"}}
	for _, who := range []briefing.Audience{briefing.Leader, briefing.Compiler} {
		s := take(p, who)
		if len(s.Events) != 2 || len(s.People) != 1 || len(s.Messages) != 0 || len(s.Imports) != 0 {
			t.Fatalf("%v: %d events, %d people, %d messages, %d imports", who, len(s.Events), len(s.People), len(s.Messages), len(s.Imports))
		}
		if got := s.Events[0].Sources; len(got) != 1 || got[0] != "early" {
			t.Errorf("%v: sources %v", who, got)
		}
		if e := s.Events[1]; e.Parent != "" || len(e.Participants) != 1 || e.Participants[0].Person != "q" {
			t.Errorf("%v: references to what is out: %+v", who, e)
		}
	}
	if len(p.Events[0].Sources) != 2 || len(p.Events[2].Participants) != 2 {
		t.Error("the project itself was changed")
	}
}

func TestTextsBoundToHeldFactsAreHeld(t *testing.T) {
	p := visit(
		&briefing.Fact{ID: "late", Series: "gone", Claims: []briefing.Claim{claim("a", "late", "1")}},
		&briefing.Fact{ID: "early", Series: "stays", Use: briefing.Aloud, Claims: []briefing.Claim{claim("a", "early", "1")}},
	)
	p.Messages = []*briefing.Message{
		{ID: "late", Kind: "talking-point", Use: briefing.Aloud, Title: ru("x"), Body: briefing.Text{EN: "grew to {late}"}},
		{ID: "early", Kind: "talking-point", Use: briefing.Aloud, Title: ru("x"), Body: briefing.Text{EN: "grew to {early} {by far}"}},
	}
	p.Series = []*briefing.Series{
		{ID: "gone", Title: ru("gone")},
		{ID: "stays", Title: ru("stays"), Body: briefing.Text{RU: "{late}", EN: "no figure"}, Caveat: ru("caveat")},
		{ID: "empty", Title: ru("empty")},
	}
	s := take(p, briefing.Leader)
	if len(s.Messages) != 1 || s.Messages[0].ID != "early" {
		t.Errorf("messages: %v", s.Messages)
	}
	if len(s.Project.Series) != 2 || s.Project.Series[0].ID != "stays" || s.Project.Series[1].ID != "empty" {
		t.Fatalf("series: %v", s.Project.Series)
	}
	if r := s.Project.Series[0]; !r.Body.Empty() || r.Caveat.Empty() {
		t.Errorf("texts of the series: %+v", r)
	}
}

func TestSourcesThatNothingCitesAreTheCompilers(t *testing.T) {
	p := visit(&briefing.Fact{ID: "f", Chosen: "a", Claims: []briefing.Claim{claim("a", "early", "1"), claim("b", "day", "2")}})
	if s := take(p, briefing.Leader); len(s.Sources) != 2 || s.Sources[0].ID != "early" || s.Sources[1].ID != "day" {
		t.Errorf("leader: %v", s.Sources)
	}
	if s := take(p, briefing.Compiler); len(s.Sources) != 5 {
		t.Errorf("compiler: %v", s.Sources)
	}
}

func TestOrders(t *testing.T) {
	p := visit(
		&briefing.Fact{ID: "c", Series: "s", Headline: 2, Use: briefing.Aloud, Claims: []briefing.Claim{{ID: "1", Period: briefing.Year(2022)}}},
		&briefing.Fact{ID: "a", Series: "s", Headline: 1, Use: briefing.Aloud, Claims: []briefing.Claim{{ID: "1", Period: briefing.Year(2019)}}},
		&briefing.Fact{ID: "b", Series: "s", Use: briefing.Aloud, Claims: []briefing.Claim{{ID: "1", Period: briefing.Per("2022-01..2022-10")}}},
	)
	p.People = []*briefing.Person{{ID: "none"}, {ID: "second", Rank: 2}, {ID: "first", Rank: 1}}
	for _, who := range briefing.Audiences() {
		s := take(p, who)
		if fs := s.SeriesFacts("s"); len(fs) != 3 || fs[0].ID != "a" || fs[1].ID != "b" || fs[2].ID != "c" {
			t.Errorf("%v: series %v", who, fs)
		}
		if hs := s.Headlines(); len(hs) != 2 || hs[0].ID != "a" || hs[1].ID != "c" {
			t.Errorf("%v: headlines %v", who, hs)
		}
		if s.People[0].ID != "first" || s.People[2].ID != "none" {
			t.Errorf("%v: people not by rank", who)
		}
	}
}

func TestInPackIsTheLeadersPack(t *testing.T) {
	p := visit(
		&briefing.Fact{ID: "in", Claims: []briefing.Claim{claim("a", "early", "1")}},
		&briefing.Fact{ID: "c", Place: briefing.PlaceCompiler, Claims: []briefing.Claim{claim("a", "unused", "1")}},
		&briefing.Fact{ID: "late", Claims: []briefing.Claim{claim("a", "late", "1")}},
		&briefing.Fact{ID: "later", Place: briefing.PlaceNone, Claims: []briefing.Claim{claim("a", "late", "1")}},
	)
	s := take(p, briefing.Compiler)
	want := map[briefing.Ref]bool{
		{Kind: briefing.KindFact, ID: "in"}: true, {Kind: briefing.KindFact, ID: "c"}: false,
		{Kind: briefing.KindFact, ID: "late"}: true, {Kind: briefing.KindFact, ID: "later"}: false,
		{Kind: briefing.KindSource, ID: "early"}: true, {Kind: briefing.KindSource, ID: "unused"}: false,
	}
	for ref, in := range want {
		if s.InPack(ref) != in {
			t.Errorf("%v in the pack: %v", ref, !in)
		}
	}
}

// A month that had not ended by the moment can't have been published by then:
// its rows stay out of whatever is printed, those of the file's other months in.
func TestRowsOfPeriodsThatHadNotEndedStayOut(t *testing.T) {
	p := &project.Project{
		Pack:    briefing.Pack{AsOf: "2023-03-31T23:00:00+03:00"},
		Imports: []*briefing.Import{{ID: "i", File: "i.csv"}}, Figures: figure.NewSet(),
	}
	for _, period := range []string{"2022", "2023-02", "2023-03", "2023-04", "2023"} {
		err := p.Figures.Append(figure.Observation{
			Flow: "export", Reporter: "RU", Partner: "CN", Classification: "HS", Code: "02", Level: 2,
			Period: briefing.Per(period), Currency: "USD", Import: "i", Value: briefing.SomeNum("1"),
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	s := project.Take(p, project.Options{})
	var left []string
	for _, o := range s.Figures.All() {
		left = append(left, o.Period.String())
	}
	if got := strings.Join(left, " "); got != "2022 2023-02" {
		t.Errorf("left: %s", got)
	}
	if len(s.Held) != 1 || s.Held[0].Rows != 3 || s.Held[0].Ref.ID != "i" {
		t.Errorf("held: %+v", s.Held)
	}
	if p.Figures.Len() != 5 {
		t.Error("the project lost rows")
	}
	p.Pack.AsOf = "2023-04-01T00:00:00+03:00"
	if s := project.Take(p, project.Options{}); s.Figures.Len() != 3 {
		t.Errorf("a day later: %d rows", s.Figures.Len())
	}
}

// A lead is written of what was known at the pack's moment: as of an earlier
// one, at which something was not published yet, nobody vouches for it.
func TestLeadsStayOutOfAnEarlierMoment(t *testing.T) {
	p := visit(&briefing.Fact{ID: "f", Claims: []briefing.Claim{claim("a", "early", "1")}})
	p.Pack.SummaryDeck = briefing.Text{RU: "Китай увеличил импорт", EN: "China has increased its imports"}
	own, _ := p.Pack.Moment()
	for _, tt := range []struct {
		at   time.Time
		lead bool
	}{{own, true}, {own.AddDate(1, 0, 0), true}, {own.AddDate(-30, 0, 0), false}} {
		s := project.Take(p, project.Options{AsOf: tt.at})
		told := slices.ContainsFunc(s.Held, func(h project.Held) bool { return h.Field == "summary_deck" })
		if got := !s.Pack.SummaryDeck.Empty(); got != tt.lead || told == tt.lead {
			t.Errorf("as of %v the lead is there: %v, told: %v", tt.at, got, told)
		}
	}
}
