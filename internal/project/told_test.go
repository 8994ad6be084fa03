package project_test

import (
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

func claimOf(id, source, n string) briefing.Claim {
	return briefing.Claim{ID: briefing.ID(id), Source: briefing.ID(source), Figure: briefing.Figure{Value: briefing.SomeNum(n), Unit: "t"}}
}

// A value that only the house knows is not there for the other side, whichever
// claim was chosen; a fact of nothing else goes, with what was computed from it
// and with the texts that say it.
func TestThePartnerIsNotToldWhatHeMayNotBeToldTheSourceOf(t *testing.T) {
	d, _ := briefing.Describe(briefing.KindSource)
	kind, _ := d.Field("kind")
	for _, of := range kind.Options {
		for _, who := range briefing.Audiences() {
			fact := func(id string, parents []briefing.ID, claims ...briefing.Claim) *briefing.Fact {
				return &briefing.Fact{ID: briefing.ID(id), Use: briefing.Aloud, Claims: claims, Parents: parents}
			}
			said := func(id, body string) *briefing.Message {
				return &briefing.Message{ID: briefing.ID(id), Kind: "talking-point", Use: briefing.Aloud, Body: briefing.Text{RU: body}}
			}
			p := &project.Project{
				Sources: []*briefing.Source{{ID: "press", Kind: "media"}, {ID: "s", Kind: of}},
				Facts: []*briefing.Fact{
					fact("both", nil, claimOf("a", "press", "7500"), claimOf("b", "s", "8100")),
					fact("alone", nil, claimOf("a", "s", "8200")),
					fact("computed", []briefing.ID{"alone", "both"}, claimOf("a", "", "8300")),
					fact("again", []briefing.ID{"computed"}, claimOf("a", "", "8400")),
					fact("printed", []briefing.ID{"alone"}, claimOf("a", "press", "8500")),
				},
				Messages: []*briefing.Message{said("m-both", "До {both}."), said("m-alone", "До {alone}."), said("m-again", "До {again}.")},
				Figures:  figure.NewSet(),
			}
			p.Facts[0].Chosen = "b"
			s := take(p, who)
			told := who != briefing.Partner || slices.Contains([]string{"official", "statistics", "media", "document"}, of)
			for id, want := range map[briefing.ID]bool{"both": true, "alone": told, "computed": told, "again": told, "printed": true} {
				if _, ok := s.Fact(id); ok != want {
					t.Errorf("%v, %s: fact %s there: %v", who, of, id, ok)
				}
			}
			for id, want := range map[briefing.ID]bool{"m-both": true, "m-alone": told, "m-again": told} {
				if _, ok := s.Message(id); ok != want {
					t.Errorf("%v, %s: text %s there: %v", who, of, id, ok)
				}
			}
			both, _ := s.Fact("both")
			c, ok := both.Claim()
			if want := map[bool]string{true: "8100", false: "7500"}[told]; !ok || c.Figure.Value.Decimal.String() != want {
				t.Errorf("%v, %s: prints %v", who, of, c.Figure)
			}
			if !told && len(both.Claims) != 1 {
				t.Errorf("%v, %s: keeps %d claims", who, of, len(both.Claims))
			}
		}
	}
}

// The other side gets rows of its own trade, with us and with all countries,
// and none of ours with third ones; within the house all are there, and so are
// they where no partner is chosen.
func TestThePartnerGetsNoRowsOfTradeWithThirdCountries(t *testing.T) {
	for _, partner := range []string{"UZ", ""} {
		for _, who := range briefing.Audiences() {
			p := &project.Project{
				Pack: briefing.Pack{Reporter: "RU", Partner: partner}, Figures: figure.NewSet(),
				Sources: []*briefing.Source{{ID: "s", Kind: "statistics"}}, Imports: []*briefing.Import{{ID: "i", File: "i.csv", Source: "s"}},
			}
			for _, pair := range [][2]string{{"RU", "UZ"}, {"RU", "KZ"}, {"RU", figure.World}, {"UZ", "RU"}, {"UZ", "CN"}, {"KZ", "RU"}} {
				err := p.Figures.Append(figure.Observation{Flow: figure.Export, Reporter: pair[0], Partner: pair[1], Code: "10", Period: briefing.Year(2020), Value: briefing.SomeNum("1"), Import: "i"})
				if err != nil {
					t.Fatal(err)
				}
			}
			s := take(p, who)
			got := ""
			for _, o := range s.Figures.All() {
				got += o.Reporter + o.Partner + " "
			}
			want, rows := "RUUZ RUKZ RUW00 UZRU UZCN KZRU ", 0
			if who == briefing.Partner && partner != "" {
				want, rows = "RUUZ RUW00 UZRU UZCN ", 2
			}
			if got != want {
				t.Errorf("%v, partner %q: rows %s", who, partner, got)
			}
			told := 0
			for _, h := range s.Held {
				told += h.Rows
			}
			if told != rows || p.Figures.Len() != 6 {
				t.Errorf("%v: %d rows told, %d in the project", who, told, p.Figures.Len())
			}
		}
	}
}

// What is known from the house's own sources alone goes to nobody but the
// house: meetings, agreements and facilities as figures do; and with an item
// that is not to be known of goes who takes part in it alone.
func TestThePartnerIsNotToldOfWhatOnlyTheHouseKnows(t *testing.T) {
	for who, hidden := range map[briefing.Audience]bool{briefing.Partner: true, briefing.Interpreter: false, briefing.Leader: false} {
		of := func(ids ...briefing.ID) []briefing.ID { return ids }
		p := &project.Project{
			Sources: []*briefing.Source{{ID: "press", Kind: "media"}, {ID: "memo", Kind: "note"}},
			Events: []*briefing.Event{
				{ID: "e-memo", Use: briefing.Aloud, Sources: of("memo")},
				{ID: "e-both", Use: briefing.Aloud, Sources: of("memo", "press")},
				{ID: "e-none", Use: briefing.Aloud, Participants: []briefing.Participant{{Person: "open"}, {Person: "both"}}},
				{ID: "e-hidden", Use: briefing.Internal, Participants: []briefing.Participant{{Person: "adviser"}, {Person: "both"}}},
			},
			Agreements: []*briefing.Agreement{{ID: "a-memo", Use: briefing.Aloud, Sources: of("memo")}, {ID: "a-press", Use: briefing.Aloud, Sources: of("press")}},
			Facilities: []*briefing.Facility{{ID: "f-memo", Use: briefing.Aloud, Sources: of("memo")}},
			People:     []*briefing.Person{{ID: "open"}, {ID: "both"}, {ID: "adviser"}, {ID: "alone"}},
			Figures:    figure.NewSet(),
		}
		s := take(p, who)
		for ref, want := range map[briefing.Ref]bool{
			{Kind: briefing.KindEvent, ID: "e-memo"}: !hidden, {Kind: briefing.KindEvent, ID: "e-both"}: true, {Kind: briefing.KindEvent, ID: "e-none"}: true,
			{Kind: briefing.KindAgreement, ID: "a-memo"}: !hidden, {Kind: briefing.KindAgreement, ID: "a-press"}: true, {Kind: briefing.KindFacility, ID: "f-memo"}: !hidden,
			{Kind: briefing.KindPerson, ID: "open"}: true, {Kind: briefing.KindPerson, ID: "both"}: true, {Kind: briefing.KindPerson, ID: "alone"}: true,
			{Kind: briefing.KindPerson, ID: "adviser"}: who == briefing.Leader,
		} {
			if _, ok := s.Get(ref); ok != want {
				t.Errorf("%v: %v is there: %v", who, ref, ok)
			}
		}
	}
}

// Of every kind of record that names sources or facts it rests on: what only the
// house's own sources say is not there for the other side, whatever kind of
// source it is and whatever may be said aloud; one open source is enough.
func TestRecordsOfEveryKindByEveryKindOfSourceForEveryAudience(t *testing.T) {
	sd, _ := briefing.Describe(briefing.KindSource)
	kind, _ := sd.Field("kind")
	kinds := 0
	for _, d := range briefing.Descriptions() {
		sources, ok := d.Field("sources")
		if !ok {
			continue
		}
		kinds++
		facts, restsOnFacts := d.Field("facts")
		for _, of := range kind.Options {
			open := slices.Contains([]string{"official", "statistics", "media", "document"}, of)
			for _, who := range briefing.Audiences() {
				for _, tt := range []struct {
					sources, facts string
					seen           bool
				}{
					{"", "", true},
					{"press", "", true},
					{"s", "", open},
					{"s press", "", true},
					{"s", "f-press", restsOnFacts || open},
					{"", "f-s", open || !restsOnFacts},
					{"press", "f-s", true},
					{"s", "f-s", open},
					{"", "f-computed", open || !restsOnFacts},
				} {
					r := d.New()
					r.SetID("r")
					set := func(f briefing.Field, to string) {
						if err := f.Set(r, briefing.JoinIDs(ids(to))); err != nil {
							t.Fatal(err)
						}
					}
					if set(sources, tt.sources); restsOnFacts {
						set(facts, tt.facts)
					}
					if use, ok := d.Field("use"); ok {
						set(use, string(briefing.Aloud))
					}
					if m, ok := r.(*briefing.Message); ok {
						m.Kind = "key-message"
					}
					p := &project.Project{
						Sources: []*briefing.Source{{ID: "press", Kind: "media"}, {ID: "s", Kind: of}}, Figures: figure.NewSet(),
						Facts: []*briefing.Fact{
							{ID: "f-press", Use: briefing.Aloud, Claims: []briefing.Claim{claimOf("a", "press", "1")}},
							{ID: "f-s", Use: briefing.Reference, Claims: []briefing.Claim{claimOf("a", "s", "2")}},
							{ID: "f-computed", Use: briefing.Aloud, Parents: ids("f-s"), Claims: []briefing.Claim{claimOf("a", "", "3")}},
						},
						Agreements: []*briefing.Agreement{{ID: "a", Use: briefing.Aloud, Parties: ids("r")}},
					}
					p.Put(r)
					want := tt.seen || who != briefing.Partner
					if m, ok := r.(*briefing.Message); ok && who == briefing.Interpreter {
						want = m.Kind == "talking-point"
					}
					if _, seen := take(p, who).Get(r.Ref()); seen != want {
						t.Errorf("%s of %q, %q (%s): %v sees it: %v", d.Kind, tt.sources, tt.facts, of, who, seen)
					}
				}
			}
		}
	}
	if kinds < 6 {
		t.Errorf("only %d kinds name sources", kinds)
	}
}

func ids(s string) []briefing.ID {
	var out []briefing.ID
	for _, id := range strings.Fields(s) {
		out = append(out, briefing.ID(id))
	}
	return out
}

// Words without who said them are nobody's: they go with him. The province that
// chooses the pack's rows stays, or rows of others would come in.
func TestWhatGoesWithWhoIsKeptFromThePartner(t *testing.T) {
	p := &project.Project{
		Pack:          briefing.Pack{Province: "p"},
		Sources:       []*briefing.Source{{ID: "press", Kind: "media"}, {ID: "memo", Kind: "note"}},
		People:        []*briefing.Person{{ID: "known", Sources: ids("press")}, {ID: "inside", Sources: ids("memo")}},
		Organisations: []*briefing.Organisation{{ID: "p", Sources: ids("memo")}},
		Messages: []*briefing.Message{
			{ID: "a", Kind: "quotation", Use: briefing.Aloud, Speaker: "known", Sources: ids("press")},
			{ID: "b", Kind: "quotation", Use: briefing.Aloud, Speaker: "inside", Sources: ids("press")},
			{ID: "c", Kind: "talking-point", Use: briefing.Aloud, Sources: ids("press")},
		},
		Figures: figure.NewSet(),
	}
	for _, who := range briefing.Audiences() {
		s := take(p, who)
		for id, want := range map[briefing.ID]bool{"a": true, "b": who != briefing.Partner, "c": true} {
			if _, ok := s.Message(id); ok != want {
				t.Errorf("%v: message %s there: %v", who, id, ok)
			}
		}
		if _, ok := s.Organisation("p"); !ok || s.Pack.Province != "p" {
			t.Errorf("%v: the province is gone", who)
		}
	}
}
