package check

import (
	"cmp"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check47: two sources do not deny each other. What they tell is never added,
// since their bases, classifications or frequencies differ, so that no sum shows
// it; but one reporter's figure of the same flow, partner, period and goods is
// one fact, and goods come to no more than what holds them. Totals of all goods
// by series of one basis are looked at by check 43, a year beside its own months
// of one classification by check 40, rows that are added by check 37. Returns of
// two countries are two facts: their gap is no contradiction.
func check47() Check { return Check{Number: 47, data: sourcesApart} }

// mostDenials is how many pairs of sources are told.
const mostDenials = 8

func sourcesApart(s *project.Snapshot) []Finding {
	var out []Finding
	var apart []whose
	for i, d := range denialsOf(s) {
		if i == 0 {
			apart, _ = apartTrades(s)
		}
		if slices.ContainsFunc(apart, d.of.toldBy) || len(out) == mostDenials {
			continue
		}
		if f, ok := d.finding(s); ok {
			out = append(out, f)
		}
	}
	return out
}

// finding names both sources; not ok where they are one file, whose own totals
// are told at its import.
func (d denial) finding(s *project.Snapshot) (Finding, bool) {
	one, other := d.of.origins(s, d.part), d.of.origins(s, d.whole)
	if len(one) == 0 || len(other) == 0 || len(one) == 1 && slices.Equal(one, other) {
		return Finding{}, false
	}
	severity := Warning
	if d.of.isOwn(s) && !d.byBasis { // both stand in the pack's own tables
		severity = Blocking
	}
	ref := one[len(one)-1].Ref()
	for _, imp := range s.Imports { // the later of the two
		if slices.Contains(one, imp) || slices.Contains(other, imp) {
			ref = imp.Ref()
		}
	}
	return Finding{
		Severity: severity, Ref: ref,
		Evidence: text("check.47."+d.kind, func(l briefing.Lang) []any {
			number := func(n briefing.Number) string {
				return lang.Number(l, n, lang.NumberStyle{Decimals: 0}) + "\u00a0" + d.of.currency
			}
			return []any{
				d.of.words(l), d.words(l), goodsWords(l, d.part.code, d.part.codes), number(d.part.sum), sourceWords(s, l, one),
				goodsWords(l, d.whole.code, 0), number(d.whole.sum), sourceWords(s, l, other),
			}
		}),
		Mend: text("check.47.mend", nil),
	}, true
}

// isOwn reports whether the trade is between the pack's sides.
func (k retold) isOwn(s *project.Snapshot) bool {
	own, with := s.Pack.Reporter, s.Pack.Partner
	return with != "" && (k.partner == with && (own == "" || k.reporter == own) || k.reporter == with && (own == "" || k.partner == own))
}

// toldBy reports whether check 43 tells of the trade already.
func (k retold) toldBy(w whose) bool {
	return w.flow == k.flow && w.reporter == k.reporter && w.partner == k.partner && w.region == k.region && w.province == k.province &&
		w.currency == k.currency && strings.HasPrefix(w.span, k.year)
}

// origins are the imports that told a side of the denial.
func (k retold) origins(s *project.Snapshot, x side) []*briefing.Import {
	split := figure.Split{Reporter: k.reporter, Currency: k.currency, Basis: x.by.basis, Classification: x.by.classification, Frequency: x.by.frequency, Area: k.area}
	year := briefing.Per(k.year)
	f := figure.Filter{Flow: figure.Flow(k.flow), Partner: k.partner, Region: k.region, Province: k.province, From: year.Start(), To: year.End()}
	if x.by.frequency == "A" || x.by.frequency == "M" || x.by.frequency == "Q" {
		f.Split = &split
	} else { // a stretch has itself in the split
		f.Reporter, f.Currency, f.Classification, f.Frequency, f.Area = k.reporter, k.currency, x.by.classification, x.by.frequency, &k.area
	}
	if x.codes == 0 && !strings.HasPrefix(x.code, figure.TotalCode) {
		f.Codes = []string{x.code}
	}
	from := s.Figures.Origins(f)
	return slices.DeleteFunc(slices.Clone(s.Imports), func(imp *briefing.Import) bool {
		return !slices.ContainsFunc(from, func(o figure.Origin) bool { return o.Import == imp.ID })
	})
}

// words are the flow and both sides.
func (k retold) words(l briefing.Lang) string {
	return lang.Enum(l, "flow", k.flow) + ", " + placeWords(l, k.reporter, k.region) + " – " + placeWords(l, k.partner, k.province)
}

// words are the period, and the years for which the same holds.
func (d denial) words(l briefing.Lang) string {
	out := lang.Period(l, d.period())
	if len(d.also) > 0 {
		out = lang.T(l, "check.47.also", out, strings.Join(d.also, lang.T(l, "check.46.comma")))
	}
	return out
}

func goodsWords(l briefing.Lang, code string, codes int) string {
	switch {
	case codes > 0:
		return lang.T(l, "check.47.sum.of", codes)
	case code == figure.TotalCode:
		return lang.T(l, "check.47.all")
	}
	return lang.T(l, "check.47.code", code)
}

// sourceWords name the files with who published them.
func sourceWords(s *project.Snapshot, l briefing.Lang, list []*briefing.Import) string {
	var out []string
	for _, imp := range list[:min(len(list), 3)] {
		name := imp.File
		if i := slices.IndexFunc(s.Sources, func(x *briefing.Source) bool { return x.ID == imp.Source }); i >= 0 {
			name = lang.T(l, "check.47.source", cmp.Or(s.Sources[i].Publisher.Any(l), s.Sources[i].Title.Any(l)), imp.File)
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return strings.Join(out, "; ")
}
