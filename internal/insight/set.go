package insight

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// Names names a part by its key in a dimension, as far as languages have it.
type Names func(d figure.Dimension, key string) briefing.Text

// Source is what subjects are taken from.
type Source struct {
	Set   *figure.Set
	Names Names
	Facts []*briefing.Fact // plans are looked for among them; nil is none
	// Maker tells whose figures an import has; nil takes all for one source's.
	Maker func(briefing.ID) string
}

// OfSet makes a subject of each flow, reporter, currency, basis and
// classification among the observations; see Source.Subjects.
func OfSet(s *figure.Set, f figure.Filter, names Names) ([]Subject, error) {
	return Source{Set: s, Names: names}.Subjects(f)
}

// line is a set of rows that may be added up.
type line struct {
	flow  string
	split figure.Split // without frequency
}

// Subjects makes a subject of each flow, reporter, currency, basis and
// classification among the observations: the latest year against the one
// before, with the years before that and the chapters of goods, or else the
// partners, as parts. Of months that go beyond the years there are two: the
// year to date against the same months of the year before, and the last month.
// A stretch that lacks a month is none: a sentence about it would say too much.
// Years whose sums are of codes of another level, or of other goods by another
// source, are left out. What is of all goods stands before what is of some.
func (src Source) Subjects(f figure.Filter) ([]Subject, error) {
	lines, err := src.lines(f)
	if err != nil {
		return nil, err
	}
	var out []Subject
	for _, l := range lines {
		stated := 0 // the latest year that is stated
		for _, whole := range []stretch{{}, {first: 1, last: 12}} {
			g := f
			g.Flow, g.Split = figure.Flow(l.flow), &l.split
			g = whole.filter(g)
			if err := worldOnly(src.Set, &g); err != nil {
				return nil, err
			}
			stretches, err := src.stretches(g, whole, &stated)
			if err != nil {
				return nil, err
			}
			for _, t := range stretches {
				subject, ok, err := src.subject(g, t)
				if err != nil {
					return nil, err
				}
				if ok {
					out = append(out, subject)
				}
			}
		}
	}
	slices.SortStableFunc(out, wholeFirst)
	return out, nil
}

// wholeFirst puts a flow's subjects of all goods before those of some.
func wholeFirst(a, b Subject) int {
	if a.Now.Scope.Flow != b.Now.Scope.Flow {
		return strings.Compare(a.Now.Scope.Flow, b.Now.Scope.Flow)
	}
	some := func(s Subject) int { return min(s.Chapters, 1) }
	return some(a) - some(b)
}

// Subject makes the one subject of the key; ok is false when the observations
// have no rows of it, or not of all its months.
func (src Source) Subject(k Key) (subject Subject, ok bool, err error) {
	g := figure.Filter{Flow: k.Flow, Partner: k.Partner}
	g.Split = &figure.Split{Reporter: k.Reporter, Currency: k.Currency, Basis: k.Basis, Classification: k.Classification, Area: k.Area}
	g.Sample = new(bool)
	if k.Area == "" { // of the country or, as keys without an area were written once, of what there is
		g.Split.Area = src.areaOf(g)
	}
	for _, t := range stretchesOf(k.Period) {
		of := t.filter(g)
		if err := worldOnly(src.Set, &of); err != nil {
			return Subject{}, false, err
		}
		if k.Partner != of.Partner { // the rows of all are now of one
			continue
		}
		subject, ok, err := src.subject(of, t)
		if err != nil || ok {
			return subject, ok, err
		}
	}
	return Subject{}, false, nil
}

// areaOf is the widest area that the filter's trade has rows of.
func (src Source) areaOf(f figure.Filter) string {
	split := *f.Split
	f.Reporter, f.Currency, f.Basis, f.Classification, f.Split = split.Reporter, split.Currency, split.Basis, split.Classification, nil
	groups, err := src.Set.Aggregate(f, nil)
	if err != nil || len(groups) == 0 {
		return split.Area
	}
	areas := map[string]bool{}
	for _, g := range groups {
		areas[g.Split.Area] = true
	}
	for _, a := range []string{figure.AreaCountry, figure.AreaRegion, figure.AreaPlace} {
		if areas[a] {
			return a
		}
	}
	return groups[0].Split.Area
}

// lines lists the sets of rows that may be added up, in order.
func (src Source) lines(f figure.Filter) ([]line, error) {
	groups, err := src.Set.Aggregate(f, []figure.Dimension{"flow"})
	var out []line
	for _, g := range groups {
		l := line{g.Keys[0], g.Split}
		l.split.Frequency, l.split.Span = "", ""
		if !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out, err
}

// worldOnly keeps the rows of all countries where they stand beside the
// countries themselves: added together they would count twice. Rows of one
// country only are said to be of that one.
func worldOnly(s *figure.Set, f *figure.Filter) error {
	if f.Partner != "" {
		return nil
	}
	var partners []string
	groups, err := s.Aggregate(*f, []figure.Dimension{"partner"})
	if err != nil {
		return err
	}
	for _, g := range groups {
		if !slices.Contains(partners, g.Keys[0]) {
			partners = append(partners, g.Keys[0])
		}
	}
	switch {
	case slices.Contains(partners, figure.World):
		f.Partner = figure.World
	case len(partners) == 1:
		f.Partner = partners[0]
	}
	return nil
}

// takeCountries counts the countries that have a value in the period, of rows
// that are of no one country: those of other years alone are not counted, nor
// what no country is told for, so that it is the number that places are of.
func (s *Subject) takeCountries(src Source, f figure.Filter) error {
	if f.Partner != "" {
		return nil
	}
	groups, err := src.Set.Aggregate(s.inPeriod(f), []figure.Dimension{"partner"})
	for _, g := range groups {
		q := measure.OfGroup(g, []figure.Dimension{"partner"}, measure.Value)
		switch {
		case !positive(q):
		case s.unnamed(Part{Code: g.Keys[0]}):
			s.OtherCountries = true
		default:
			s.Countries++
		}
	}
	return err
}

// inPeriod narrows a filter of a stretch of all years to the period written of.
func (s *Subject) inPeriod(f figure.Filter) figure.Filter {
	year, of := s.Now.Period.From.Year, f.Period
	f.Period = func(p briefing.Period) bool { return p.From.Year == year && (of == nil || of(p)) }
	return f
}

// wholeTrade is the number of chapters, of the 97 of the HS, from which on
// rows are taken to be of all goods.
const wholeTrade = 90

// takeParts takes the chapters or, of rows without any, the partners.
func (s *Subject) takeParts(src Source, f figure.Filter, t stretch) error {
	s.Kind = Products
	if figure.Harmonised(f.Split.Classification) {
		var err error
		if s.Parts, err = s.partsBy(src, f, "hs2", t); err != nil {
			return err
		}
		if s.Chapters, s.Chapter = chaptersOf(s.Parts); len(s.Parts) > 1 {
			return s.takeGoods(src, f, t)
		}
	}
	s.Kind = Partners
	var err error
	s.Parts, err = s.partsBy(src, f, "partner", t)
	return err
}

// takeGoods takes the goods by their codes, for prices: a chapter has none, since
// other goods of it are another price. Neither has what is hidden.
func (s *Subject) takeGoods(src Source, f figure.Filter, t stretch) error {
	if !s.Then.Figure.HasNumber() {
		return nil
	}
	goods, err := s.partsBy(src, f, "code", t)
	for _, g := range goods {
		if g.Code == figure.HiddenCode {
			g.NowQuantity.Figure.Value, g.ThenQuantity.Figure.Value = briefing.MaybeNumber{}, briefing.MaybeNumber{}
		}
		s.Goods = append(s.Goods, g)
	}
	return err
}

// chaptersOf counts the chapters among the parts; 0 where they are of all
// goods. Rows of all goods and of hidden codes are no chapter. One that is alone
// is told.
func chaptersOf(parts []Part) (n int, one Part) {
	for _, p := range parts {
		if len(p.Code) == 2 && strings.Trim(p.Code, "0123456789") == "" {
			n++
			one = p
		}
	}
	switch {
	case n >= wholeTrade:
		return 0, Part{}
	case n > 1:
		one = Part{}
	}
	return n, one
}

func (s *Subject) partsBy(src Source, f figure.Filter, d figure.Dimension, t stretch) (parts []Part, err error) {
	by, nth := []figure.Dimension{d, "year"}, 0
	var groups []figure.Group
	if d == "code" { // each good once, as in the tables of the pack: a heading beside its subheadings is one
		by, nth = []figure.Dimension{"year", d}, 1
		groups, err = src.Set.Goods(f, by[:1])
	} else {
		groups, err = src.Set.Aggregate(f, by)
	}
	if err != nil {
		return nil, err
	}
	at := map[string]int{}
	for _, g := range groups {
		q := s.alike(t.of(measure.OfGroup(g, by, measure.Value)))
		weight := s.alike(t.of(measure.OfGroup(g, by, measure.Weight)))
		if g.WeightRows != g.ValueRows { // the mass is not of the same rows
			weight.Figure.Value = briefing.MaybeNumber{}
		}
		i, known := at[g.Keys[nth]]
		if !known {
			i = len(parts)
			at[g.Keys[nth]] = i
			part := Part{Code: g.Keys[nth]}
			if part.Code != figure.HiddenCode { // which has no name but «код товара скрыт»
				part.Name = src.Names(d, part.Code)
			}
			parts = append(parts, part)
		}
		untold := !q.Figure.HasNumber()
		switch part := &parts[i]; q.Period {
		case s.Now.Period:
			part.Now, part.NowQuantity, part.untold = q, weight, part.untold || untold
		case s.Then.Period:
			part.Then, part.ThenQuantity, part.untold = q, weight, part.untold || untold
		}
	}
	told := slices.ContainsFunc(parts, func(p Part) bool { return p.Code != figure.TotalCode })
	return slices.DeleteFunc(parts, func(p Part) bool { // of other years only; or what is stated of all, beside them
		return !p.Now.Figure.HasNumber() && !p.Then.Figure.HasNumber() || told && p.Code == figure.TotalCode
	}), nil
}

// alike gives a part the scope that the filter gave the whole.
func (s *Subject) alike(q measure.Quantity) measure.Quantity {
	q.Scope.Flow = s.Now.Scope.Flow
	if q.Scope.Partner == "" {
		q.Scope.Partner = s.Now.Scope.Partner
	}
	return q
}
