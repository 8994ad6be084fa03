package check_test

import (
	"maps"
	"slices"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/project"
)

func TestClaimsAnOrderOfMagnitudeApartAreTold(t *testing.T) {
	claim := func(value string, unit briefing.Unit, period string) briefing.Claim {
		return briefing.Claim{Figure: briefing.Figure{Value: briefing.SomeNum(value), Unit: unit}, Period: briefing.Per(period)}
	}
	vague := claim("900", "thousand-t", "2022")
	vague.Figure.Precision = briefing.HundredsOf
	for _, tt := range []struct {
		outcome string
		claims  []briefing.Claim
		want    []int
	}{
		{"a slip of scale", []briefing.Claim{claim("90", "thousand-t", "2022"), claim("88.4", "thousand-t", "2022"), claim("900", "thousand-t", "2022")}, []int{2}},
		{"either of two", []briefing.Claim{claim("90", "t", "2022"), claim("90", "thousand-t", "2022")}, []int{0, 1}},
		{"kilograms and tonnes", []briefing.Claim{claim("90", "thousand-t", "2022"), claim("90000000", "kg", "2022")}, nil},
		{"under ten times", []briefing.Claim{claim("90", "thousand-t", "2022"), claim("899", "thousand-t", "2022")}, nil},
		{"another period", []briefing.Claim{claim("90", "thousand-t", "2022"), claim("900", "thousand-t", "2012")}, nil},
		{"another unit", []briefing.Claim{claim("90", "thousand-t", "2022"), claim("900", "million-usd", "2022")}, nil},
		{"words are no number", []briefing.Claim{claim("90", "thousand-t", "2022"), vague}, nil},
		{"zero and one", []briefing.Claim{claim("0", "t", "2022"), claim("1", "t", "2022")}, nil},
	} {
		t.Run(tt.outcome, func(t *testing.T) {
			got := slices.Sorted(maps.Keys(check.ApartClaims(&briefing.Fact{Claims: tt.claims})))
			if !slices.Equal(got, tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

func TestAnOrderOfMagnitudeBetweenClaimsIsANote(t *testing.T) {
	p := example(t)
	for _, f := range p.Facts {
		if f.ID == "S20" {
			c := f.Claims[0]
			c.ID, c.Figure.Value = "slip", briefing.SomeNum("90000")
			f.Claims = append(f.Claims, c)
			f.Codes, f.Product = "", briefing.Text{} // no scope tells it
		}
	}
	found := 0
	for _, f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
		if f.Number == 6 && f.Ref.ID == "S20" && f.Severity == check.Note {
			found++
		}
	}
	if found != 1 {
		t.Errorf("told %d times", found)
	}
}
