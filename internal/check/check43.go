package check

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check43: two series that are never added do not tell different totals of one
// trade in one period: the year as stated, as its months, as its quarters make
// it, by another classification. Each would be printed as the trade of the
// region, on facing pages. A series of some chapters only is a part of one that
// has them all: that is a remark, since the page does not say so; everything
// else blocks an issue until one of them goes or somebody answers for both.
func check43() Check { return Check{Number: 43, data: totalsApart} }

// mostApart is how many contradictions are told.
const mostApart = 8

func totalsApart(s *project.Snapshot) []Finding {
	_, out := apartTrades(s)
	return out
}

// apartTrades are the trades of which series tell different totals, with the
// findings of the first of them.
func apartTrades(s *project.Snapshot) (of []whose, out []Finding) {
	t := tradesOf(s)
	if t == nil {
		return nil, nil
	}
	for _, k := range t.twice {
		list := slices.Collect(maps.Values(t.apart[k]))
		for i := range list {
			list[i].named = hasNamed(s, list[i].of)
		}
		list = slices.DeleteFunc(list, func(t told) bool { return t.open })
		if f, ok := disagree(s, k, list); ok {
			if of = append(of, k); len(out) < mostApart {
				out = append(out, f)
			}
		}
	}
	return of, out
}

// disagree compares what series tell of one trade in one span.
func disagree(s *project.Snapshot, k whose, list []told) (Finding, bool) {
	if len(list) < 2 {
		return Finding{}, false
	}
	slices.SortFunc(list, func(a, b told) int { return cmp.Or(b.sum.Cmp(a.sum), a.of.compare(b.of)) })
	largest, differ, part := list[0], false, true
	for _, t := range list[1:] {
		if !contradict(t.sum, largest.sum, true) || t.stated() != largest.stated() && (largest.stated() || !t.named && !largest.named) {
			continue // a total beside goods, which check 37 looks at
		}
		differ = true
		part = part && partOf(t, largest)
	}
	if !differ {
		return Finding{}, false
	}
	severity := Blocking
	if part {
		severity = Warning
	}
	files := make([]string, len(list))
	var ref briefing.Ref
	for i, t := range list {
		var last *briefing.Import
		files[i], last = filesOf(s, k, t.of)
		if last != nil {
			ref = last.Ref()
		}
	}
	return Finding{
		Severity: severity, Ref: ref,
		Evidence: text("check.43.evidence", func(l briefing.Lang) []any {
			var sums []string
			for i, t := range list[:min(len(list), 4)] {
				sums = append(sums, lang.Number(l, t.sum, lang.NumberStyle{Decimals: 0})+"\u00a0"+k.currency+" ("+files[i]+")")
			}
			p, _ := briefing.ParsePeriod(k.span)
			what := lang.Enum(l, "flow", k.flow) + ", " + placeWords(l, k.reporter, k.region) + " – " + placeWords(l, k.partner, k.province)
			return []any{what, lang.Period(l, p), strings.Join(sums, "; ")}
		}),
		Mend: text("check.43.mend", nil),
	}, true
}

// filesOf names the files that a series of a trade has come with, and the last
// of them.
func filesOf(s *project.Snapshot, k whose, of series) (names string, last *briefing.Import) {
	span, _ := briefing.ParsePeriod(k.span)
	set := s.Figures.Where(figure.Filter{
		From: span.Start(), To: span.End(),
		Flow: figure.Flow(k.flow), Reporter: k.reporter, Partner: k.partner, Region: k.region, Province: k.province,
		Currency: k.currency, Frequency: of.frequency, Classification: of.classification,
	})
	var files []string
	for _, imp := range s.Imports {
		if slices.Contains(set.Imports(), imp.ID) {
			last = imp
			if !slices.Contains(files, imp.File) {
				files = append(files, imp.File)
			}
		}
	}
	return strings.Join(files, ", "), last
}

// stated reports whether a series tells a total of all goods and none of them.
func (t told) stated() bool { return len(t.chapters) == 0 && !t.named }

// hasNamed reports whether a series has goods that names alone tell apart.
func hasNamed(s *project.Snapshot, of series) bool {
	names, err := s.Figures.Aggregate(figure.Filter{Codes: []string{figure.TotalCode}, Frequency: of.frequency, Classification: of.classification}, []figure.Dimension{figure.ByProduct})
	return err == nil && slices.ContainsFunc(names, func(g figure.Group) bool { return g.Keys[0] != figure.TotalCode })
}

// partOf reports whether one import has some of the chapters of another, none of
// them for more.
func partOf(t, whole told) bool {
	if len(t.chapters) == 0 || len(whole.chapters) == 0 {
		return false
	}
	for c, v := range t.chapters {
		of, ok := whole.chapters[c]
		if !ok || contradict(v, of, false) {
			return false
		}
	}
	return true
}
