package figure

import "slices"

// What the dictionaries tell without a look at the rows. They may hold words
// that no row has any more, so that only a "no" is certain.

// May reports whether there can be rows that the filter lets through; false is
// certain.
func (s *Set) May(f Filter) bool {
	return s.Len() > 0 && slices.ContainsFunc(s.frames.values, f.frame) && slices.ContainsFunc(s.places.values, f.place) &&
		slices.ContainsFunc(s.goods.values, f.good) && slices.ContainsFunc(s.periods.values, f.period)
}

// Codes lists the commodity codes that rows may have, in order, each once.
func (s *Set) Codes() []string {
	if s.Len() == 0 {
		return nil
	}
	out := make([]string, 0, len(s.goods.values))
	for _, g := range s.goods.values {
		out = append(out, g.Code)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
