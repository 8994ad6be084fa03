package check_test

import (
	"slices"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/project"
)

// Translations of a row that were left behind are told in one order, whatever that
// of the journal is.
func TestTranslationsOfARowAreToldInOneOrder(t *testing.T) {
	p := example(t)
	who := p.People[slices.IndexFunc(p.People, func(x *briefing.Person) bool {
		return len(x.Posts) > 0 && x.Posts[0].Title.RU != "" && x.Posts[0].Title.EN != "" && x.Posts[0].Title.ZH != ""
	})]
	s := project.Take(p, project.Options{Audience: briefing.Compiler})
	for _, l := range []briefing.Lang{briefing.EN, briefing.ZH} {
		s.Outrun = append(s.Outrun, project.Outrun{Ref: who.Ref(), List: "posts", Field: "title", Lang: l, Was: "прежний", Now: who.Posts[0].Title.RU})
	}
	told := func() (out []string) {
		for _, f := range check.Data(s) {
			if f.Number == 36 {
				out = append(out, f.Evidence.RU)
			}
		}
		return out
	}
	first := told()
	slices.Reverse(s.Outrun)
	if second := told(); len(first) != 2 || !slices.Equal(first, second) {
		t.Errorf("%q, then %q", first, second)
	}
}
