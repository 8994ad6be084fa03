package measure

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

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

// RefuseOtherGoods takes the growth from groups by year whose year before is of
// different goods, since other sources tell of it (Runs).
func RefuseOtherGoods(s *figure.Set, f figure.Filter, by []figure.Dimension, groups []figure.Group, growths []GroupGrowth, maker func(briefing.ID) string) error {
	imports, makers := makersOf(s, maker, f)
	year := slices.Index(by, figure.Dimension("year"))
	if len(makers) < 2 || year < 0 || slices.Contains(by, figure.Dimension("code")) {
		return nil
	}
	var lines []figure.Dimension
	var at []int
	for i, d := range by {
		if d != "year" && d != "quarter" && d != "month" {
			lines, at = append(lines, d), append(at, i)
		}
	}
	told := map[string]map[string]goodsOfYear{}
	for _, m := range makers {
		of := f
		of.Imports = imports[m]
		parts, err := s.Aggregate(of, append(slices.Clone(lines), "year", "code"))
		if err != nil {
			return err
		}
		for _, g := range parts {
			n := len(lines)
			key := groupKey(g.Keys[:n], ofLine(g.Split))
			if told[key] == nil {
				told[key] = map[string]goodsOfYear{}
			}
			if told[key][g.Keys[n]] == nil {
				told[key][g.Keys[n]] = goodsOfYear{}
			}
			told[key][g.Keys[n]].add(m, g.Keys[n+1])
		}
	}
	for i, g := range groups {
		p, err := briefing.ParsePeriod(g.Keys[year])
		if err != nil || i >= len(growths) || !growths[i].Value.Defined {
			continue
		}
		var keys []string
		for _, k := range at {
			keys = append(keys, g.Keys[k])
		}
		line := told[groupKey(keys, ofLine(g.Split))]
		now, then := line[g.Keys[year]], line[p.YearBefore().String()]
		if now != nil && then != nil && now.apart(then) {
			growths[i].Value = Refused(keyGrowth, p, WhyOtherGoods)
		}
	}
	return nil
}

// ofLine is what tells lines apart that are never added, whatever stretch of
// time they are of.
func ofLine(s figure.Split) figure.Split {
	s.Span = ""
	return s
}
