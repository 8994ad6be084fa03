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

// OfSet makes a subject of each flow, reporter, currency, basis and
// classification among the observations: the latest year against the one
// before, with the years before that and the chapters of goods, or else the
// partners, as parts. Only rows of whole years are read: a year added up from
// months may lack some, and a sentence about it would say too much. Sums over
// several levels of codes count twice and are left out.
func OfSet(s *figure.Set, f figure.Filter, names Names) ([]Subject, error) {
	f.Frequency = "A"
	by := []figure.Dimension{"flow", "year"}
	groups, err := s.Aggregate(f, by)
	if err != nil {
		return nil, err
	}
	type line struct {
		flow  string
		split figure.Split
	}
	var order []line
	years := map[line][]figure.Group{}
	for _, g := range groups {
		if len(g.Levels) > 1 || g.Keys[1] == "" {
			continue
		}
		l := line{g.Keys[0], g.Split}
		if years[l] == nil {
			order = append(order, l)
		}
		years[l] = append(years[l], g)
	}
	var out []Subject
	for _, l := range order {
		g := f
		g.Flow, g.Split = figure.Flow(l.flow), &l.split
		groups, countries, err := worldOnly(s, &g, years[l], by)
		if err != nil {
			return nil, err
		}
		subject := ofYears(groups, by, g.Partner)
		subject.Countries = countries
		if err := subject.takeParts(s, g, names); err != nil {
			return nil, err
		}
		out = append(out, subject)
	}
	return out, nil
}

// worldOnly keeps the rows of all countries where they stand beside the
// countries themselves: added together they would count twice. Rows of one
// country only are said to be of that one; of several, how many they are.
func worldOnly(s *figure.Set, f *figure.Filter, years []figure.Group, by []figure.Dimension) ([]figure.Group, int, error) {
	if f.Partner != "" {
		return years, 0, nil
	}
	var partners []string
	groups, err := s.Aggregate(*f, []figure.Dimension{"partner"})
	if err != nil {
		return nil, 0, err
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
	default:
		return years, len(partners), nil
	}
	years, err = s.Aggregate(*f, by)
	return years, 0, err
}

// ofYears compares the last of the years, which are in order, with the year
// before it.
func ofYears(years []figure.Group, by []figure.Dimension, partner string) Subject {
	var subject Subject
	for _, g := range years {
		q := measure.OfGroup(g, by, measure.Value)
		q.Scope.Partner = partner
		subject.Series = append(subject.Series, q)
	}
	last := len(subject.Series) - 1
	subject.Now = subject.Series[last]
	for _, q := range subject.Series[:last] {
		if q.Period == subject.Now.Period.YearBefore() {
			subject.Then = q
		}
	}
	return subject
}

// wholeTrade is the number of chapters, of the 97 of the HS, from which on
// rows are taken to be of all goods.
const wholeTrade = 90

// takeParts takes the chapters or, of rows without any, the partners.
func (s *Subject) takeParts(set *figure.Set, f figure.Filter, names Names) error {
	s.Kind = Products
	if figure.Harmonised(f.Split.Classification) {
		err := s.partsBy(set, f, "hs2", names)
		s.Chapters = chaptersOf(s.Parts)
		if err != nil || len(s.Parts) > 1 {
			return err
		}
	}
	s.Kind = Partners
	return s.partsBy(set, f, "partner", names)
}

// chaptersOf counts the chapters among the parts; 0 where they are of all
// goods. Rows of all goods and of hidden codes are no chapter.
func chaptersOf(parts []Part) (n int) {
	for _, p := range parts {
		if len(p.Code) == 2 && strings.Trim(p.Code, "0123456789") == "" {
			n++
		}
	}
	if n >= wholeTrade {
		return 0
	}
	return n
}

func (s *Subject) partsBy(set *figure.Set, f figure.Filter, d figure.Dimension, names Names) error {
	by := []figure.Dimension{d, "year"}
	groups, err := set.Aggregate(f, by)
	if err != nil {
		return err
	}
	s.Parts = nil
	for _, g := range groups {
		q := s.alike(measure.OfGroup(g, by, measure.Value))
		weight := s.alike(measure.OfGroup(g, by, measure.Weight))
		if g.WeightRows != g.ValueRows { // the mass is not of the same rows
			weight.Figure.Value = briefing.MaybeNumber{}
		}
		i := slices.IndexFunc(s.Parts, func(p Part) bool { return p.Code == g.Keys[0] })
		if i < 0 {
			i = len(s.Parts)
			s.Parts = append(s.Parts, Part{Code: g.Keys[0], Name: names(d, g.Keys[0])})
		}
		switch part := &s.Parts[i]; q.Period {
		case s.Now.Period:
			part.Now, part.NowQuantity = q, weight
		case s.Then.Period:
			part.Then, part.ThenQuantity = q, weight
		}
	}
	s.Parts = slices.DeleteFunc(s.Parts, func(p Part) bool { // of other years only
		return !p.Now.Figure.HasNumber() && !p.Then.Figure.HasNumber()
	})
	return nil
}

// alike gives a part the scope that the filter gave the whole.
func (s *Subject) alike(q measure.Quantity) measure.Quantity {
	q.Scope.Flow = s.Now.Scope.Flow
	if q.Scope.Partner == "" {
		q.Scope.Partner = s.Now.Scope.Partner
	}
	return q
}
