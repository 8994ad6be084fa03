package check

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// ending is how far one flow of the pack's sides goes.
type ending struct {
	figure.Ending
	filter figure.Filter
}

// endingsOf are the ends of the flows by months or quarters between the pack's
// sides, all of them where it names no partner.
func endingsOf(s *project.Snapshot) []ending {
	const most = 500_000 // rows that are gone through without a partner to look at
	if len(s.Imports) == 0 || s.Pack.Partner == "" && s.Figures.Len() > most {
		return nil
	}
	return figure.Recalled(s.Figures, "endings of "+s.Pack.Reporter+" "+s.Pack.Partner, func() []ending {
		no := false
		filters := []figure.Filter{{Sample: &no}}
		if own, p := s.Pack.Reporter, s.Pack.Partner; p != "" { // what others report of him is another story
			filters = []figure.Filter{{Reporter: own, Partner: p, Sample: &no}, {Reporter: p, Partner: own, Sample: &no}}
		}
		var out []ending
		for _, f := range filters {
			groups, err := s.Figures.Aggregate(f, []figure.Dimension{"flow"})
			if err != nil {
				continue
			}
			type flow struct {
				of    figure.Flow
				split figure.Split
			}
			seen := map[flow]bool{}
			for _, g := range groups {
				k := flow{figure.Flow(g.Keys[0]), g.Split.AnyYear()}
				if seen[k] {
					continue
				}
				seen[k] = true
				of := f
				of.Flow, of.Split = k.of, &k.split
				if e, ok := s.Figures.EndingOf(of); ok {
					out = append(out, ending{e, of})
				}
			}
		}
		return out
	})
}

// thinEnds tells flows whose last month or quarter evidently lacks rows: goods
// that were there step by step are gone at once, or the other flow of the same
// returns has none yet. What it comes to is no month that could be compared.
func thinEnds(s *project.Snapshot) []Finding {
	all := endingsOf(s)
	var out []Finding
	tell := func(e ending, key string, args func(briefing.Lang) []any) {
		last := e.filter
		last.From, last.To = e.Last.Start(), e.Last.End()
		ref := s.Pack.Ref()
		if from := s.Figures.Origins(last); len(from) > 0 {
			ref = briefing.Ref{Kind: briefing.KindImport, ID: from[len(from)-1].Import}
		}
		f := Finding{Severity: Warning, Ref: ref, Evidence: text(key, args), Mend: text(key+".mend", nil)}
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	for _, e := range all {
		if e.Thin() {
			tell(e, "check.46.thin", func(l briefing.Lang) []any {
				return []any{lang.Period(l, e.Last), lang.Enum(l, "flow", string(e.filter.Flow)), e.Gone, e.Steady}
			})
			continue
		}
		if e.Hollow() {
			tell(e, "check.46.hollow", func(l briefing.Lang) []any {
				return []any{lang.Period(l, e.Last), lang.Enum(l, "flow", string(e.filter.Flow)), e.GoneShare}
			})
		}
		for _, o := range all {
			if e.pairs(o) && o.Last == e.Before && !o.Thin() {
				tell(e, "check.46.oneside", func(l briefing.Lang) []any {
					return []any{lang.Period(l, e.Last), lang.Enum(l, "flow", string(e.filter.Flow)), lang.Enum(l, "flow", string(o.filter.Flow)), lang.Period(l, o.Last)}
				})
			}
		}
	}
	return out
}

// pairs reports whether two flows are exports and imports of the same returns;
// the basis of prices may differ.
func (e ending) pairs(o ending) bool {
	a, b := *e.filter.Split, *o.filter.Split
	a.Basis, b.Basis = "", ""
	main := func(f figure.Flow) bool { return f == figure.Export || f == figure.Import }
	return a == b && e.filter.Flow != o.filter.Flow && main(e.filter.Flow) && main(o.filter.Flow) &&
		e.filter.Partner == o.filter.Partner
}
