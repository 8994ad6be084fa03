package insight

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// stretch is the part of a year that is compared between years: the year as it
// was stated, or the months from the first to the last.
type stretch struct {
	first, last int // 0: the year as it was stated
	latest      int // the year that is written of; 0: the latest there is
}

// frequency is that of the rows that make the stretch.
func (t stretch) frequency() string {
	if t.first == 0 {
		return "A"
	}
	return "M"
}

// period is the stretch of one year.
func (t stretch) period(year int) briefing.Period {
	if t.first == 0 {
		return briefing.Year(year)
	}
	return briefing.Months(year, t.first, t.last)
}

// of gives a quantity of a year its stretch.
func (t stretch) of(q measure.Quantity) measure.Quantity {
	if q.Period.Kind != briefing.NoPeriod {
		q.Period = t.period(q.Period.From.Year)
	}
	return q
}

func (t stretch) filter(f figure.Filter) figure.Filter {
	split := *f.Split
	split.Frequency = t.frequency()
	f.Split, f.Frequency = &split, split.Frequency
	if t.first > 0 {
		f.Period = func(p briefing.Period) bool { return p.From.Month >= t.first && p.From.Month <= t.last }
	}
	return f
}

// stretchesOf are the stretches that a period may be made of: a year is as it
// was stated or, without that, of its months.
func stretchesOf(p briefing.Period) []stretch {
	y := p.From.Year
	switch p.Kind {
	case briefing.YearPeriod:
		return []stretch{{0, 0, y}, {1, 12, y}}
	case briefing.MonthPeriod:
		return []stretch{{p.From.Month, p.From.Month, y}}
	case briefing.RangePeriod:
		if n, ok := p.Months(); ok && p.To.Year == y && n <= 12 {
			return []stretch{{p.From.Month, p.To.Month, y}}
		}
	}
	return nil
}

// stretches are those worth writing of: the latest year that is stated or, of
// months later than that, the year to date and the last month.
func (src Source) stretches(f figure.Filter, whole stretch, stated *int) ([]stretch, error) {
	if whole.first == 0 {
		years, err := src.Set.Aggregate(f, []figure.Dimension{"year"})
		for _, g := range years {
			if p, err := briefing.ParsePeriod(g.Keys[0]); err == nil {
				*stated = max(*stated, p.From.Year)
			}
		}
		if err != nil || *stated == 0 {
			return nil, err
		}
		return []stretch{{latest: *stated}}, nil
	}
	months, err := src.months(f, whole)
	latest := 0
	for y := range months {
		latest = max(latest, y)
	}
	if err != nil || latest <= *stated {
		return nil, err
	}
	var out []stretch
	last := slices.Max(months[latest])
	if len(months[latest]) == last && last > 1 { // January to the last without a gap
		out = append(out, stretch{1, last, latest})
	}
	return append(out, stretch{last, last, latest}), nil
}

// months lists the months of each year that have rows.
func (src Source) months(f figure.Filter, t stretch) (map[int][]int, error) {
	groups, err := src.Set.Aggregate(t.filter(f), []figure.Dimension{"month"})
	out := map[int][]int{}
	for _, g := range groups {
		p, err := briefing.ParsePeriod(g.Keys[0])
		if err == nil && p.Kind == briefing.MonthPeriod && !slices.Contains(out[p.From.Year], p.From.Month) {
			out[p.From.Year] = append(out[p.From.Year], p.From.Month)
		}
	}
	return out, err
}

// subject compares a stretch of a year with that of the year before it; ok is
// false when the year has no such stretch, or sums of it would count twice.
func (src Source) subject(f figure.Filter, t stretch) (subject Subject, ok bool, err error) {
	f = t.filter(f) // the months of the stretch alone
	by := []figure.Dimension{"flow", "year"}
	groups, err := src.Set.Aggregate(f, by)
	if err != nil {
		return subject, false, err
	}
	var months map[int][]int
	if t.first > 0 {
		if months, err = src.months(f, t); err != nil {
			return subject, false, err
		}
	}
	unlike, err := src.unlike(f, by, groups, t.latest)
	if err != nil {
		return subject, false, err
	}
	runs, err := measure.Runs(src.Set, f, src.Maker)
	if err != nil {
		return subject, false, err
	}
	run := measure.RunOf(runs, t.latest)
	whole := func(year int) bool { return t.first == 0 || len(months[year]) == t.last-t.first+1 }
	for _, g := range groups {
		q := t.of(measure.OfGroup(g, by, measure.Value))
		q.Scope.Partner = f.Partner
		year := q.Period.From.Year
		switch {
		case year == 0 || year > t.latest || !whole(year):
			if year == t.latest-1 { // what is there can't be compared
				subject.Refusal = measure.WhyCoverage
			}
			continue
		case run != nil && !slices.Contains(run, year): // of other goods
			if year == t.latest-1 {
				subject.Refusal = measure.WhyOtherGoods
			}
			continue
		case unlike(g) != "":
			if year == t.latest-1 {
				subject.Refusal = unlike(g)
			}
			continue
		case year == t.latest:
			subject.Now, ok = q, true
		case year == t.latest-1:
			subject.Then = q
		}
		subject.Series = append(subject.Series, q)
	}
	if !ok {
		return subject, false, nil
	}
	subject.Key = Key{f.Flow, f.Split.Reporter, f.Partner, subject.Now.Period, f.Split.Currency, f.Split.Basis, f.Split.Classification, f.Split.Area}
	if subject.Now.Sample {
		subject.Key = Key{} // invented figures are bound to no text
	}
	if err := subject.takeRegions(src, f); err != nil {
		return subject, false, err
	}
	if err := subject.takeProvinces(src, f); err != nil {
		return subject, false, err
	}
	if err := subject.takeCountries(src, f); err != nil {
		return subject, false, err
	}
	if subject.Refusal == "" {
		if subject.Refusal, err = subject.unvalued(src, f); err != nil {
			return subject, false, err
		}
	}
	if subject.Refusal == "" && !subject.Then.Figure.HasNumber() {
		if subject.Refusal, err = src.apart(f, t); err != nil {
			return subject, false, err
		}
	}
	subject.rows = f
	subject.Plan = src.planFor(subject.Now, subject.Region)
	return subject, true, subject.takeParts(src, f, t)
}

// unlike tells why the sum of a year is not to be compared with that of the
// latest: it is of codes of other levels.
func (src Source) unlike(f figure.Filter, by []figure.Dimension, groups []figure.Group, latest int) (func(figure.Group) string, error) {
	alike := func(figure.Group) string { return "" }
	at := slices.IndexFunc(groups, func(g figure.Group) bool { return g.Keys[1] == briefing.Year(latest).String() })
	if at < 0 || !slices.ContainsFunc(groups, func(g figure.Group) bool { return !slices.Equal(g.Levels, groups[at].Levels) }) {
		return alike, nil // as in most data
	}
	parts, err := src.Set.Parts(f, by, "code")
	levels := measure.NewLevels(parts, by)
	return func(g figure.Group) string {
		why, _ := levels.Against(groups[at], g)
		return why
	}, err
}

// apart is why the stretch can't be compared with that of the year before where
// this is told in another currency, on another basis or by another classification;
// empty where it is not told at all.
func (src Source) apart(f figure.Filter, t stretch) (string, error) {
	now := *f.Split
	f.Reporter, f.Split = now.Reporter, nil
	by := []figure.Dimension{"year"}
	groups, err := src.Set.Aggregate(f, by)
	var others []figure.Split
	for _, g := range groups {
		if t.of(measure.OfGroup(g, by, measure.Value)).Period == t.period(t.latest-1) {
			g.Split.Frequency = now.Frequency
			others = append(others, g.Split)
		}
	}
	if why := measure.Nearest(now, others); len(why) > 0 {
		return why[0], err
	}
	return "", err
}

// unvalued is why the two sums are not compared where of some goods the value is
// told in one of the years only.
func (s *Subject) unvalued(src Source, f figure.Filter) (string, error) {
	if !slices.Contains(s.Now.Notes, measure.NotePartial) && !slices.Contains(s.Then.Notes, measure.NotePartial) {
		return "", nil
	}
	goods, err := src.Set.Goods(f, []figure.Dimension{"year"})
	if err != nil {
		return "", err
	}
	var now, then []figure.Group
	for _, g := range goods {
		switch g.Keys[0] {
		case briefing.Year(s.Now.Period.From.Year).String():
			now = append(now, g)
		case briefing.Year(s.Now.Period.From.Year - 1).String():
			then = append(then, g)
		}
	}
	if measure.Unvalued(now, then) {
		return measure.WhyUnvalued, nil
	}
	return "", nil
}

// takeRegions notes of which regions the rows of the period are, where they
// are not of the whole country.
func (s *Subject) takeRegions(src Source, f figure.Filter) error {
	regions, err := src.Set.Regions(s.inPeriod(f))
	switch n := len(regions); n {
	case 0:
	case 1:
		s.Region = regions[0]
	default:
		s.Regions = n
	}
	return err
}

// takeProvinces notes with which provinces of the one partner the trade of the
// period is, where it is not with the whole country.
func (s *Subject) takeProvinces(src Source, f figure.Filter) error {
	if f.Partner == "" || f.Partner == figure.World {
		return nil
	}
	list, err := src.Set.Provinces(s.inPeriod(f))
	switch n := len(list); n {
	case 0:
	case 1:
		s.Province = list[0]
	default:
		s.Provinces = n
	}
	return err
}

// planFor is the one plan among the facts for the year that the quantity is of, or
// the beginning of: of the same flow, reporter, region, partner and currency and of
// all goods. Two of them are a conflict that the data do not settle. One «к 2024
// году» is taken where there is no other: nothing is computed from it, and that is
// said.
func (src Source) planFor(now measure.Quantity, region string) *measure.Quantity {
	year := now.Period.From.Year
	if now.Period.Kind != briefing.YearPeriod && now.Period.From.Month != 1 {
		return nil
	}
	if q, several := src.planOf(now, region, briefing.Year(year)); q != nil || several {
		return q
	}
	by, _ := src.planOf(now, region, briefing.Period{Kind: briefing.ByYearPeriod, From: briefing.Date{Year: year}})
	return by
}

// planOf is the plan of a period; several tells that there are more than one.
func (src Source) planOf(now measure.Quantity, region string, p briefing.Period) (found *measure.Quantity, several bool) {
	for _, f := range src.Facts {
		q, ok := measure.OfFact(f)
		if !ok || f.Nature != briefing.NaturePlan || q.Period != p ||
			q.Scope.Flow != now.Scope.Flow || q.Scope.Reporter != now.Scope.Reporter || q.Scope.Partner != now.Scope.Partner ||
			q.Scope.Codes != "" || q.Scope.Product != "" || q.Scope.Region != region || q.Scope.Facility != "" ||
			q.Figure.Unit.Base() != now.Figure.Unit.Base() {
			continue
		}
		q.Scope.Region = now.Scope.Region // said of the subject
		q.Scope.Currency, q.Scope.Classification, q.Scope.Measure = now.Scope.Currency, now.Scope.Classification, now.Scope.Measure
		if found != nil {
			return nil, true
		}
		found = &q
	}
	return found, false
}
