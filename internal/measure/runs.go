package measure

import (
	"maps"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Runs parts the years of the rows that the filter lets through where sums of
// them are not of the same goods, since another source tells of them: a source's
// three codes up to one year and another's one code after it are two series. It
// is nil where there is one, as in most data. maker tells who made an import;
// what one source has in one year and not in the next was not traded, and breaks
// nothing, and so does not what is of so many goods that it stands for all.
func Runs(s *figure.Set, f figure.Filter, maker func(briefing.ID) string) ([][]int, error) {
	imports, makers := makersOf(s, maker, f)
	if len(makers) < 2 {
		return nil, nil
	}
	if !fewInAnyYear(s, f) {
		return nil, nil
	}
	told := map[int]goodsOfYear{}
	var years []int
	for _, m := range makers {
		of := f
		of.Imports = imports[m]
		parts, err := s.Aggregate(of, []figure.Dimension{"year", "code"})
		if err != nil {
			return nil, err
		}
		for _, g := range parts {
			p, err := briefing.ParsePeriod(g.Keys[0])
			if err != nil {
				continue
			}
			y := p.From.Year
			if told[y] == nil {
				told[y], years = goodsOfYear{}, append(years, y)
			}
			told[y].add(m, g.Keys[1])
		}
	}
	slices.Sort(years)
	var runs [][]int
	for i, y := range years {
		if i == 0 || told[y].apart(told[years[i-1]]) {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], y)
	}
	if len(runs) < 2 {
		return nil, nil
	}
	return runs, nil
}

// fewInAnyYear reports whether the rows of a year are of so few goods that they
// may be others than those of its neighbour: in large data a look at some rows of
// each year tells that they are not.
func fewInAnyYear(s *figure.Set, f figure.Filter) bool {
	years, err := s.Aggregate(f, []figure.Dimension{"year"})
	if err != nil { // a sum beyond all bounds, which those by goods may not be
		return true
	}
	for _, g := range years {
		p, err := briefing.ParsePeriod(g.Keys[0])
		if err != nil {
			continue
		}
		of := f
		if p.Start().After(of.From) {
			of.From = p.Start()
		}
		if of.To.IsZero() || p.End().Before(of.To) {
			of.To = p.End()
		}
		if _, few := s.CodesUpTo(of, FewCodes); few {
			return true
		}
	}
	return false
}

// RunOf is the run that a year is in, nil where there are none.
func RunOf(runs [][]int, year int) []int {
	if i := slices.IndexFunc(runs, func(r []int) bool { return slices.Contains(r, year) }); i >= 0 {
		return runs[i]
	}
	return nil
}

// goodsOfYear are the codes that each source tells of in a year.
type goodsOfYear map[string]map[string]bool

// apart reports whether the sums of two years are of different goods, since a
// source that tells of one of them has nothing in the other year.
func (g goodsOfYear) apart(o goodsOfYear) bool {
	return min(g.codes(), o.codes()) <= FewCodes && (g.lacks(o) || o.lacks(g))
}

func (g goodsOfYear) codes() int {
	seen := map[string]bool{}
	for _, codes := range g {
		maps.Copy(seen, codes)
	}
	return len(seen)
}

// lacks reports whether the other year has goods that none of the sources of
// this one tells of in it.
func (g goodsOfYear) lacks(o goodsOfYear) bool {
	for m, codes := range o {
		if _, here := g[m]; here {
			continue
		}
		for c := range codes {
			if !o.others(m, c, g) && !g.has(c) {
				return true
			}
		}
	}
	return false
}

// others reports whether a source of both years tells of the code, too.
func (g goodsOfYear) others(maker, code string, other goodsOfYear) bool {
	for m, codes := range g {
		if _, both := other[m]; m != maker && both && codes[code] {
			return true
		}
	}
	return false
}

func (g goodsOfYear) has(code string) bool {
	for _, codes := range g {
		if codes[code] {
			return true
		}
	}
	return false
}
