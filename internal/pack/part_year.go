package pack

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
)

// stretch is what the rows of a year really cover.
type stretch struct {
	period briefing.Period // the year, or the months of it that are there
	months int             // that are there when some between them are missing, else 0
}

// stretches tells of each year of rows by months or quarters how much of it is
// there: ten months must never stand for a year.
func (b *builder) stretches(f figure.Filter, frequency string) map[string]stretch {
	step, by := 1, figure.Dimension("month")
	switch frequency {
	case "M":
	case "Q":
		step, by = 3, "quarter"
	case "R", "S":
		return b.ranges(f)
	default:
		return nil
	}
	groups, err := b.s.Figures.Aggregate(f, []figure.Dimension{by})
	if err != nil {
		return nil
	}
	months := map[int][]int{}
	for _, g := range groups {
		p, err := briefing.ParsePeriod(g.Keys[0])
		if err != nil || p.From.Month == 0 {
			continue
		}
		for m := range step {
			if at := p.From.Month + m; !slices.Contains(months[p.From.Year], at) {
				months[p.From.Year] = append(months[p.From.Year], at)
			}
		}
	}
	out := map[string]stretch{}
	for y, there := range months {
		slices.Sort(there)
		first, last := there[0], there[len(there)-1]
		s := stretch{period: briefing.Months(y, first, last)}
		if len(there) < last-first+1 {
			s = stretch{period: briefing.Year(y), months: len(there)}
		}
		out[itoa(y)] = s
	}
	return out
}

// ranges are the stretches of rows that are of ranges or halves themselves.
func (b *builder) ranges(f figure.Filter) map[string]stretch {
	groups, err := b.s.Figures.Aggregate(f, []figure.Dimension{"year"})
	if err != nil {
		return nil
	}
	out := map[string]stretch{}
	for _, g := range groups {
		if p, err := briefing.ParsePeriod(g.Split.Span); err == nil && g.Split.Span != "" {
			out[g.Keys[0]] = stretch{period: p}
		}
	}
	return out
}

// of is the stretch of a year; a year that nothing is known of stands as it is.
func of(all map[string]stretch, year string, p briefing.Period) stretch {
	if s, ok := all[year]; ok {
		return s
	}
	return stretch{period: p}
}

// short is the stretch for heads and axes: «янв.–окт. 2022», «2022 (11 мес.)».
func (b *builder) short(s stretch) string {
	if s.months > 0 {
		return b.spaced(lang.PeriodShort(b.l, s.period), b.t("stat.months", s.months))
	}
	return lang.PeriodShort(b.l, s.period)
}

// long is the stretch in a title.
func (b *builder) long(s stretch) string {
	if s.months > 0 {
		return b.spaced(lang.Period(b.l, s.period), b.t("stat.months", s.months))
	}
	return lang.Period(b.l, s.period)
}
