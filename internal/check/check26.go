package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// check26: months are compared with the same months: ten of them not with a
// year, and not with other ones. A plan may be held against the part of it that
// is done.
func check26() Check { return Check{Number: 26, texts: monthsDiffer} }

func monthsDiffer(r *reading) []Finding {
	var out []Finding
	for _, f := range r.s.Facts {
		for _, c := range f.Claims {
			if c.Change.Valid && c.Role != briefing.RoleVerification && c.ChangeBase.Kind != briefing.NoPeriod && uneven(c.Period, c.ChangeBase) {
				out = append(out, Finding{
					Severity: Blocking, Ref: f.Ref(), Field: "change_base",
					Evidence: text("check.26.change", func(l briefing.Lang) []any {
						return []any{changeText(l, c), lang.Period(l, c.Period), lang.Period(l, c.ChangeBase)}
					}),
					Mend: text("check.26.change.mend", nil),
				})
			}
		}
	}
	for _, p := range r.pairs() {
		a, b := p.a.Period(), p.b.Period()
		if p.op == '*' || p.op == '+' || !summed(p.a) || !summed(p.b) || p.a.Nature == briefing.NaturePlan || p.b.Nature == briefing.NaturePlan || !uneven(a, b) {
			continue
		}
		severity := Warning
		if p.op != 0 {
			severity = Blocking
		}
		out = append(out, r.onPair(p, severity, "check.26.pair", func(l briefing.Lang) []any {
			return []any{lang.Period(l, a), lang.Period(l, b)}
		}))
	}
	for p, s := range r.sentences() {
		if p.quoted {
			continue
		}
		if part, year, ok := r.partAgainstYear(p.field.Lang, s); ok {
			out = append(out, r.inText(p, s, Warning, "check.26.text", part, year))
		}
	}
	return out
}

// summed reports whether a fact counts what adds up over time.
func summed(f *briefing.Fact) bool {
	switch f.Measure {
	case "value", "weight", "volume", "throughput", "count":
		return true
	}
	return false
}

// uneven reports whether two periods made of whole months differ in length, or
// are other months of other years. A quarter beside the quarter before is even.
func uneven(a, b briefing.Period) bool {
	n, okA := a.Months()
	m, okB := b.Months()
	if !okA || !okB {
		return false
	}
	if n != m {
		return true
	}
	x, y := a.Start(), b.Start()
	following := x.Equal(b.End()) || y.Equal(a.End())
	return x.Month() != y.Month() && !following && x.Year() != y.Year()
}

// partAgainstYear finds a sentence that tells a change of months of a year
// against a whole year: «за десять месяцев 2022 года … к 2021 году».
func (r *reading) partAgainstYear(l briefing.Lang, s *sentence) (part, year string, ok bool) {
	if s.years == 0 || !r.tellsChange(l, s) || r.has(l, planWords, s) {
		return "", "", false
	}
	return prose.PartAgainstYear(l, s.words.Source)
}

// tellsChange reports whether a sentence speaks of a change, in figures or words.
func (r *reading) tellsChange(l briefing.Lang, s *sentence) bool {
	for _, b := range s.bindings {
		if b.Form == "change" {
			return true
		}
	}
	for _, q := range s.quantities {
		if q.Base == "percent" || q.Base == "times" {
			return true
		}
	}
	return r.has(l, "check.10.words", s)
}
