package project_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// filled makes a record with a value in every field and two rows in every
// child list; free texts carry the field's name, so that a leak names itself.
func filled(t *testing.T, d briefing.Description, id briefing.ID) briefing.Record {
	t.Helper()
	r := d.New()
	r.SetID(id)
	fill(t, string(d.Kind), d.Fields, r)
	for _, l := range d.Lists {
		for range 2 {
			fill(t, string(d.Kind)+"."+l.Key, l.Fields, l.Add(r))
		}
	}
	return r
}

func fill(t *testing.T, prefix string, fields []briefing.Field, row any) {
	t.Helper()
	for _, f := range fields {
		if err := f.Set(row, sample(prefix, f)); err != nil {
			t.Fatalf("%s.%s: %v", prefix, f.Key, err)
		}
	}
}

func sample(prefix string, f briefing.Field) string {
	switch f.Type {
	case briefing.EnumField:
		return sampleOption(f)
	case briefing.NumberField:
		return "17.5"
	case briefing.IntField:
		return "3"
	case briefing.BoolField:
		return "1"
	case briefing.PeriodField:
		return "2022"
	case briefing.StampField:
		return "2023-03-01"
	case briefing.ClockField:
		return "10:00"
	case briefing.UnitField:
		return "million-usd"
	case briefing.RefField, briefing.RefsField:
		return "x"
	case briefing.LanguageField:
		return "zh"
	case briefing.CountryField:
		return "CN"
	}
	if f.Key == "chosen" || f.Key == "claim" {
		return "x"
	}
	return "secret:" + prefix + "." + f.Key
}

// sampleOption chooses options under which the record itself may be shown to
// everyone, so that the test is about the fields.
func sampleOption(f briefing.Field) string {
	switch f.Group {
	case "use":
		return string(briefing.Aloud)
	case "fact_place":
		return briefing.PlacePack
	case "message":
		return "talking-point"
	case "claim_role":
		return ""
	}
	return f.Options[0]
}

func everything(t *testing.T) *project.Project {
	t.Helper()
	p := &project.Project{Figures: figure.NewSet()}
	for _, d := range briefing.Descriptions() {
		p.Put(filled(t, d, "x"))
	}
	p.Pack.AsOf = "2023-03-20T23:00:00+03:00"
	p.Facts[0].Parents = nil // it would be its own parent
	return p
}

func TestEveryFieldOfEveryKindForEveryAudience(t *testing.T) {
	for _, who := range briefing.Audiences() {
		t.Run(who.String(), func(t *testing.T) {
			p := everything(t)
			s := project.Take(p, project.Options{Audience: who})
			for _, d := range briefing.Descriptions() {
				for _, r := range p.Records(d.Kind) {
					got, ok := s.Get(r.Ref())
					if d.Desk {
						if ok || s.Find(r.Ref()) != nil {
							t.Errorf("%v is in a snapshot", r.Ref())
						}
						continue
					}
					if !ok {
						t.Errorf("%v is not in the snapshot: %+v", r.Ref(), s.Held)
						continue
					}
					compare(t, who, string(d.Kind), d.Fields, r, got)
					for _, l := range d.Lists {
						for i := range l.Len(got) {
							if who != briefing.Compiler && d.Kind == briefing.KindFact && i > 0 {
								continue // a claim that was not chosen keeps its source only
							}
							compare(t, who, string(d.Kind)+"."+l.Key, l.Fields, l.At(r, i), l.At(got, i))
						}
					}
				}
			}
		})
	}
}

func compare(t *testing.T, who briefing.Audience, prefix string, fields []briefing.Field, want, got any) {
	t.Helper()
	for _, f := range fields {
		allowed := f.For&who != 0
		switch g := f.Get(got); {
		case allowed && g != f.Get(want):
			t.Errorf("%s.%s: %q became %q", prefix, f.Key, f.Get(want), g)
		case !allowed && g != "":
			t.Errorf("%s.%s shows %q", prefix, f.Key, g)
		}
	}
}

// What is printed of a snapshot can only come from its memory: nothing that
// is forbidden may be anywhere in it.
func TestNothingForbiddenIsLeftInMemory(t *testing.T) {
	for _, who := range []briefing.Audience{briefing.Leader, briefing.Interpreter, briefing.Partner} {
		s := project.Take(everything(t), project.Options{Audience: who})
		var all strings.Builder
		for _, d := range briefing.Descriptions() {
			for _, r := range s.Records(d.Kind) {
				fmt.Fprintf(&all, "%+v\n", r)
			}
		}
		fmt.Fprintf(&all, "%+v", s.Held)
		for _, d := range briefing.Descriptions() {
			check := func(prefix string, fields []briefing.Field) {
				for _, f := range fields {
					if f.For&who == 0 && strings.Contains(all.String(), "secret:"+prefix+"."+f.Key+" ") {
						t.Errorf("%v: %s.%s is in memory", who, prefix, f.Key)
					}
				}
			}
			check(string(d.Kind), d.Fields)
			for _, l := range d.Lists {
				check(string(d.Kind)+"."+l.Key, l.Fields)
			}
		}
	}
}

func TestEveryFieldSaysWhoMaySeeIt(t *testing.T) {
	for _, d := range briefing.Descriptions() {
		fields := d.Fields
		for _, l := range d.Lists {
			fields = append(fields[:len(fields):len(fields)], l.Fields...)
		}
		for _, f := range fields {
			if f.For&briefing.Compiler == 0 {
				t.Errorf("%s.%s is hidden from the compiler", d.Kind, f.Key)
			}
		}
	}
}

func TestRecordsByUseAndKind(t *testing.T) {
	claimed := []briefing.Claim{{ID: "a", Period: briefing.Year(2022)}}
	tests := []struct {
		record briefing.Record
		seen   briefing.Audience
	}{
		{&briefing.Fact{ID: "r", Use: briefing.Aloud, Claims: claimed}, briefing.Everyone},
		{&briefing.Fact{ID: "r", Use: briefing.Reference, Claims: claimed}, briefing.Leader | briefing.Compiler},
		{&briefing.Fact{ID: "r", Use: briefing.Internal, Claims: claimed}, briefing.Leader | briefing.Compiler},
		{&briefing.Fact{ID: "r", Claims: claimed}, briefing.Leader | briefing.Compiler},
		{&briefing.Fact{ID: "r", Use: briefing.Aloud, Status: briefing.Rejected, Claims: claimed}, briefing.Compiler},
		{&briefing.Fact{ID: "r", Use: briefing.Aloud, Place: briefing.PlaceCompiler, Claims: claimed}, briefing.Compiler},
		{&briefing.Fact{ID: "r", Use: briefing.Aloud, Place: "elsewhere", Claims: claimed}, briefing.Compiler},
		{&briefing.Message{ID: "r", Kind: "talking-point", Use: briefing.Aloud}, briefing.Everyone},
		{&briefing.Message{ID: "r", Kind: "talking-point", Use: briefing.Reference}, briefing.Leader | briefing.Compiler},
		{&briefing.Message{ID: "r", Kind: "quotation", Use: briefing.Aloud}, briefing.Everyone},
		{&briefing.Message{ID: "r", Kind: "press-line", Use: briefing.Aloud}, briefing.Leader | briefing.Compiler | briefing.Partner},
		{&briefing.Message{ID: "r", Kind: "qa", Use: briefing.Aloud}, briefing.Leader | briefing.Compiler},
		{&briefing.Message{ID: "r", Kind: "objective", Use: briefing.Aloud}, briefing.Leader | briefing.Compiler},
		{&briefing.Message{ID: "r", Kind: "red-line", Use: briefing.Aloud}, briefing.Leader | briefing.Compiler},
		{&briefing.Message{ID: "r", Kind: "proposal", Use: briefing.Aloud}, briefing.Leader | briefing.Compiler},
		{&briefing.Message{ID: "r", Kind: "open-question", Use: briefing.Aloud}, briefing.Leader | briefing.Compiler},
		{&briefing.Message{ID: "r", Kind: "a kind of tomorrow", Use: briefing.Aloud}, briefing.Compiler},
		{&briefing.Event{ID: "r", Use: briefing.Aloud}, briefing.Everyone},
		{&briefing.Event{ID: "r", Use: briefing.Reference}, briefing.Inside},
		{&briefing.Event{ID: "r", Use: briefing.Internal}, briefing.Leader | briefing.Compiler},
		{&briefing.Agreement{ID: "r"}, briefing.Inside},
		{&briefing.Facility{ID: "r", Use: briefing.Aloud}, briefing.Everyone},
	}
	for _, tt := range tests {
		for _, who := range briefing.Audiences() {
			p := &project.Project{Figures: figure.NewSet()}
			p.Put(tt.record)
			_, ok := take(p, who).Get(tt.record.Ref())
			if ok != (tt.seen&who != 0) {
				t.Errorf("%T %+v: %v sees it: %v", tt.record, tt.record, who, ok)
			}
		}
	}
}

// Rows go to the other side only from a source that it is told of, whatever
// kinds of source there are, and from none without a source; within the house everybody has them.
func TestRowsOfEveryKindOfSourceForEveryAudience(t *testing.T) {
	d, _ := briefing.Describe(briefing.KindSource)
	kind, _ := d.Field("kind")
	published := []string{"official", "statistics", "media", "document"}
	for _, of := range append([]string{""}, kind.Options...) {
		for _, who := range briefing.Audiences() {
			p := &project.Project{
				Sources: []*briefing.Source{{ID: "s", Kind: of}}, Imports: []*briefing.Import{{ID: "i", File: "i.csv", Source: "s"}, {ID: "j", File: "j.csv"}}, Figures: figure.NewSet(),
			}
			for _, i := range p.Imports {
				err := p.Figures.Append(figure.Observation{Flow: figure.Export, Reporter: "RU", Partner: "TR", Code: "10", Period: briefing.Year(2020), Value: briefing.SomeNum("1"), Import: i.ID})
				if err != nil {
					t.Fatal(err)
				}
			}
			want := "i j" // j states no source: nothing could stand under its tables
			switch {
			case who == briefing.Partner && slices.Contains(published, of):
				want = "i"
			case who == briefing.Partner:
				want = ""
			}
			s := take(p, who)
			if got := briefing.JoinIDs(s.Figures.Imports()); got != want || len(s.Imports) != len(strings.Fields(want)) {
				t.Errorf("%v, %q: rows of %q, %d imports", who, of, got, len(s.Imports))
			}
		}
	}
}

// The other side gets the organisations that something it gets names, by
// whatever field.
func TestOrganisationsThatNothingNamesAreNotForThePartner(t *testing.T) {
	for _, d := range briefing.Descriptions() {
		if d.Desk {
			continue
		}
		r := filled(t, d, "r")
		names := pointsAt(d, briefing.KindOrganisation)
		for _, who := range briefing.Audiences() {
			p := &project.Project{Organisations: []*briefing.Organisation{{ID: "x", Name: briefing.Text{RU: "ООО"}}}, Figures: figure.NewSet()}
			p.Put(r)
			_, seen := take(p, who).Organisation("x")
			if want := who != briefing.Partner || names; seen != want {
				t.Errorf("%s, %v: seen %v", d.Kind, who, seen)
			}
		}
	}
}

func pointsAt(d briefing.Description, k briefing.Kind) bool {
	at := func(f briefing.Field) bool { return f.Target == k }
	return slices.ContainsFunc(d.Fields, at) || slices.ContainsFunc(d.Lists, func(l briefing.List) bool { return slices.ContainsFunc(l.Fields, at) })
}
