package measure

import (
	"maps"
	"slices"
	"strings"

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

// OtherGoods tells which sums of two stretches of time are of different goods,
// since other sources tell of them (Runs): lines by their keys, parted by a zero
// byte, and the sum of all. Nothing where one source made all the rows.
func OtherGoods(s *figure.Set, now, then figure.Filter, by []figure.Dimension, maker func(briefing.ID) string) (lines map[string]bool, whole bool, err error) {
	imports, makers := makersOf(s, maker, now, then)
	if len(makers) < 2 {
		return nil, false, nil
	}
	var told [2]map[string]goodsOfYear
	var all [2]goodsOfYear
	for side, f := range []figure.Filter{now, then} {
		told[side], all[side] = map[string]goodsOfYear{}, goodsOfYear{}
		for _, m := range makers {
			of := f
			of.Imports = imports[m]
			parts, err := s.Aggregate(of, append(slices.Clone(by), "code"))
			if err != nil {
				return nil, false, err
			}
			for _, g := range parts {
				key, code := strings.Join(g.Keys[:len(by)], "\x00"), g.Keys[len(by)]
				if told[side][key] == nil {
					told[side][key] = goodsOfYear{}
				}
				told[side][key].add(m, code)
				all[side].add(m, code)
			}
		}
	}
	lines = map[string]bool{}
	for key, g := range told[0] {
		if o := told[1][key]; o != nil && g.apart(o) {
			lines[key] = true
		}
	}
	return lines, len(all[0]) > 0 && len(all[1]) > 0 && all[0].apart(all[1]), nil
}

// makersOf are the imports that the rows came with, by who made them.
func makersOf(s *figure.Set, maker func(briefing.ID) string, filters ...figure.Filter) (imports map[string][]briefing.ID, makers []string) {
	imports = map[string][]briefing.ID{}
	for _, f := range filters {
		for _, o := range s.Origins(f) {
			m := ""
			if maker != nil {
				m = maker(o.Import)
			}
			if imports[m] == nil {
				makers = append(makers, m)
			}
			if !slices.Contains(imports[m], o.Import) {
				imports[m] = append(imports[m], o.Import)
			}
		}
	}
	return imports, makers
}

func (g goodsOfYear) add(maker, code string) {
	if g[maker] == nil {
		g[maker] = map[string]bool{}
	}
	g[maker][code] = true
}
