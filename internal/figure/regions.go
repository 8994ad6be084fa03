package figure

import "slices"

// wholeCountry is the number of regions from which on rows are taken to be of
// all of a country: Russia has had 83 to 89.
const wholeCountry = 83

// Regions lists the regions that the rows are of, in order; nil where some are
// of the country itself, or of so many regions that they are of all of it.
func (s *Set) Regions(f Filter) ([]string, error) {
	out, err := s.parts(f, "region")
	if len(out) >= wholeCountry {
		return nil, err
	}
	return out, err
}

// Provinces lists the provinces of the partner that the rows are with, in order;
// nil where some are with the country itself.
func (s *Set) Provinces(f Filter) ([]string, error) { return s.parts(f, "province") }

// parts lists the values of a dimension, nil where some rows have none.
func (s *Set) parts(f Filter, by Dimension) ([]string, error) {
	groups, err := s.Aggregate(f, []Dimension{by})
	if err != nil {
		return nil, err
	}
	var out []string
	for _, g := range groups {
		if g.Keys[0] == "" {
			return nil, nil
		}
		if !slices.Contains(out, g.Keys[0]) {
			out = append(out, g.Keys[0])
		}
	}
	return out, nil
}
