package check

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check39: a pack about a partner has figures of the trade with it. A partner
// chosen by mistake leaves the pack without any, and nothing else would say so.
// What it has of other regions and provinces than its own is told too.
func check39() Check {
	return Check{Number: 39, data: func(s *project.Snapshot) []Finding {
		return slices.Concat(noTradeWithPartner(s), otherParts(s), regionByName(s))
	}}
}

// otherParts tells of rows of other regions and provinces than those of the
// pack, which are none of its trade, and of a province that no rows can be told
// by.
func otherParts(s *project.Snapshot) []Finding {
	if s.Figures.Len() == 0 {
		return nil
	}
	province, chosen := s.Organisation(s.Pack.Province)
	parts := lang.PartsOf(&s.Pack, province)
	if _, known := parts[s.Pack.Partner]; chosen && !known {
		of := figure.Filter{Reporter: s.Pack.Partner}
		if regions, err := s.Figures.Regions(of); err == nil && len(regions) > 1 {
			return []Finding{{
				Severity: Warning, Ref: s.Pack.Ref(), Field: "province",
				Evidence: text("check.39.unknown", func(l briefing.Lang) []any { return []any{province.Name.Any(l), len(regions)} }),
				Mend:     text("check.39.unknown.mend", nil),
			}}
		}
	}
	left, dropped := s.Figures.OfParts(parts)
	n := 0
	for _, rows := range dropped {
		n += rows
	}
	if n == 0 {
		return nil
	}
	severity := Note
	if left.Len() == 0 { // the choice may be the mistake
		severity = Warning
	}
	return []Finding{{
		Severity: severity, Ref: s.Pack.Ref(), Field: "province",
		Evidence: text("check.39.parts", func(briefing.Lang) []any { return []any{n} }),
		Mend:     text("check.39.parts.mend", nil),
	}}
}

// regionByName tells of a region of the pack that is given by its name alone, which
// selects no rows while there are those of others, and of a name and a code of
// different regions.
func regionByName(s *project.Snapshot) []Finding {
	own := s.Pack.Reporter
	if own == "" || s.Pack.RegionName.Empty() || s.Figures.Len() == 0 {
		return nil
	}
	code, known := lang.RegionNamed(own, s.Pack.RegionName)
	if !known {
		code, known = lang.RegionIn(own, s.Pack.RegionName)
	}
	call := func(l briefing.Lang, code string) string {
		return lang.T(l, "check.39.region", code, lang.Region(l, own, code))
	}
	found := func(key string, args func(l briefing.Lang) []any) []Finding {
		return []Finding{{
			Severity: Warning, Ref: s.Pack.Ref(), Field: "region",
			Evidence: text("check.39."+key, args), Mend: text("check.39."+key+".mend", args),
		}}
	}
	if s.Pack.Region != "" {
		if !known || s.Pack.Region == code {
			return nil
		}
		return found("apart", func(l briefing.Lang) []any {
			return []any{s.Pack.RegionName.Any(l), call(l, s.Pack.Region), call(l, code)}
		})
	}
	groups, err := s.Figures.Aggregate(figure.Filter{Reporter: own}, []figure.Dimension{"region"})
	if err != nil {
		return nil
	}
	var others []string
	for _, g := range groups {
		if c := g.Keys[0]; c != "" && c != code && !slices.Contains(others, c) {
			others = append(others, c)
		}
	}
	if len(others) == 0 || !known && len(others) == 1 {
		return nil
	}
	key := "byname"
	if known {
		key = "bynameof"
	}
	return found(key, func(l briefing.Lang) []any {
		const most = 6
		var list []string
		for _, c := range others[:min(len(others), most)] {
			list = append(list, call(l, c))
		}
		if len(others) > most {
			list = append(list, "…")
		}
		return []any{s.Pack.RegionName.Any(l), strings.Join(list, lang.T(l, "check.39.comma")), call(l, code)}
	})
}

func noTradeWithPartner(s *project.Snapshot) []Finding {
	own, partner := s.Pack.Reporter, s.Pack.Partner
	if own == "" || partner == "" || s.Figures.Len() == 0 {
		return nil
	}
	var others []string
	groups, err := s.Figures.Aggregate(figure.Filter{}, []figure.Dimension{"reporter", "partner"})
	if err != nil {
		return nil
	}
	for _, g := range groups {
		reporter, with := g.Keys[0], g.Keys[1]
		if reporter == own && with == partner || reporter == partner && with == own {
			return nil
		}
		for _, c := range []string{reporter, with} {
			if c != own && c != "" && c != figure.World && !slices.Contains(others, c) {
				others = append(others, c)
			}
		}
	}
	return []Finding{{
		Severity: Warning, Ref: s.Pack.Ref(), Field: "partner",
		Evidence: text("check.39.evidence", func(l briefing.Lang) []any {
			const most = 3
			var names []string
			for _, c := range others[:min(len(others), most)] {
				names = append(names, lang.Country(l, c))
			}
			if len(others) > most {
				names = append(names, "…")
			}
			return []any{lang.Country(l, partner), strings.Join(names, lang.T(l, "check.39.comma"))}
		}),
		Mend: text("check.39.mend", nil),
	}}
}
