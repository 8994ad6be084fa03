package project

import (
	"slices"

	"briefing/internal/briefing"
)

// KeptFrom lists the readers of a text who may not see the fact: bound to it,
// the text would go from their outputs. The moment is not looked at, nor the
// interpreter, who is given spoken texts alone and those with their figures.
func (p *Project) KeptFrom(f *briefing.Fact, r briefing.Record, field briefing.Field) []briefing.Audience {
	var out []briefing.Audience
	for _, a := range []briefing.Audience{briefing.Leader, briefing.Partner} {
		t := taking{p: p, o: Options{Audience: a, Addendum: true}}
		if field.For&a != 0 && t.allowed(r) && !t.allowed(f) {
			out = append(out, a)
		}
	}
	return out
}

// allowed reports whether the audience may see the record, by its own fields.
func (t *taking) allowed(r briefing.Record) bool {
	who := t.o.Audience
	switch r := r.(type) {
	case *briefing.Fact:
		return t.factAllowed(r) == ""
	case *briefing.Message:
		return slices.Contains(messageKinds(who), r.Kind) && useAllowed(who, briefing.KindMessage, r.Use)
	case *briefing.Event:
		return useAllowed(who, briefing.KindEvent, r.Use)
	case *briefing.Agreement:
		return useAllowed(who, briefing.KindAgreement, r.Use)
	case *briefing.Facility:
		return useAllowed(who, briefing.KindFacility, r.Use)
	case *briefing.Series: // goes with the last of its facts
		of := func(f *briefing.Fact) bool { return f.Series == r.ID }
		return !slices.ContainsFunc(t.p.Facts, of) ||
			slices.ContainsFunc(t.p.Facts, func(f *briefing.Fact) bool { return of(f) && t.allowed(f) })
	}
	return true
}
