package check

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check37: the same goods are not told twice, once by their heading and once by
// its subheadings, or all together and one by one, by two files. A sum takes
// them once (figure.Stated), so that this is a warning; but goods that come to
// more than what is stated of them together are a contradiction in the data,
// and no pack is issued with it.
func check37() Check { return Check{Number: 37, data: goodsTwice} }

// trade is what must be equal for rows of two imports to be added.
type trade struct {
	flow, partner, region, year, month string
	split                              figure.Split
}

func goodsTwice(s *project.Snapshot) []Finding {
	if codes := s.Figures.Codes(); !figure.Nested(codes) && !slices.Contains(codes, figure.TotalCode) { // as in most projects
		return nil
	}
	out := goodsBeyond(s)
	if len(s.Imports) < 2 {
		return out
	}
	goods := make([]map[trade][]string, len(s.Imports))
	for i, imp := range s.Imports {
		goods[i] = goodsOf(s.Figures, imp.ID)
	}
	for i, later := range s.Imports {
		for j, earlier := range s.Imports[:i] {
			if !overlap(goods[i], goods[j]) {
				continue
			}
			out = append(out, Finding{
				Severity: Warning, Ref: later.Ref(),
				Evidence: text("check.37.evidence", func(briefing.Lang) []any { return []any{later.File, earlier.File} }),
				Mend:     text("check.37.mend", nil),
			})
		}
	}
	return out
}

// mostBeyond is how many contradictions are told; the rest are of the same kind.
const mostBeyond = 5

// goodsBeyond finds what is stated of goods together and is less than they come
// to one by one.
func goodsBeyond(s *project.Snapshot) []Finding {
	var out []Finding
	for _, st := range s.Figures.Stated(figure.Filter{}, nil) {
		if !st.Beyond() || len(s.Imports) < 2 {
			continue
		}
		ref := s.Imports[len(s.Imports)-1].Ref()
		period := st.Period
		of := figure.Filter{Flow: st.Flow, Split: &st.Split, Region: st.Region, Partner: st.Partner, Period: func(p briefing.Period) bool { return p == period }}
		if len(s.Figures.Origins(of)) < 2 { // of one file alone check01 tells
			continue
		}
		of.Codes = []string{st.Code}
		if from := s.Figures.Origins(of); len(from) > 0 { // the file that states it
			ref = briefing.Ref{Kind: ref.Kind, ID: from[len(from)-1].Import}
		}
		out = append(out, Finding{
			Severity: Blocking, Ref: ref,
			Evidence: text("check.37.beyond", func(l briefing.Lang) []any {
				what := lang.Enum(l, "flow", string(st.Flow)) + ", " + placeWords(l, st.Split.Reporter, st.Region) + " – " + lang.Country(l, st.Partner) + ", " + lang.Period(l, st.Period)
				code := st.Code
				if code == figure.TotalCode {
					code = lang.T(l, "check.37.all")
				}
				number := func(n briefing.MaybeNumber) string {
					return lang.Number(l, n.Decimal, lang.NumberStyle{Decimals: 0}) + "\u00a0" + st.Split.Currency
				}
				return []any{what, code, number(st.Own), number(st.Parts)}
			}),
			Mend: text("check.37.beyond.mend", nil),
		})
		if len(out) == mostBeyond {
			break
		}
	}
	return out
}

// goodsOf lists the codes of an import by trade, in order.
func goodsOf(set *figure.Set, id briefing.ID) map[trade][]string {
	groups, err := set.Aggregate(figure.Filter{Imports: []briefing.ID{id}}, []figure.Dimension{"flow", "partner", "region", "year", "month", "code"})
	if err != nil {
		return nil
	}
	out := map[trade][]string{}
	for _, g := range groups {
		k := trade{g.Keys[0], g.Keys[1], g.Keys[2], g.Keys[3], g.Keys[4], g.Split}
		out[k] = append(out[k], g.Keys[5])
	}
	return out
}

// overlap reports whether a code of the one holds one of the other in a trade
// that both have.
func overlap(a, b map[trade][]string) bool {
	for k, mine := range a {
		if theirs := b[k]; holds(mine, theirs) || holds(theirs, mine) {
			return true
		}
	}
	return false
}

// holds reports whether one of the codes above holds one of those below; all
// goods hold every code.
func holds(above, below []string) bool {
	total := slices.Contains(above, figure.TotalCode)
	for _, c := range below {
		if c == figure.HiddenCode || c == figure.TotalCode {
			continue
		}
		if total {
			return true
		}
		for n := len(c) - 1; n > 1; n-- {
			if _, ok := slices.BinarySearch(above, c[:n]); ok {
				return true
			}
		}
	}
	return false
}
