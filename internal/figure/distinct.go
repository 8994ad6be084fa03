package figure

import "slices"

// Distinct lists the different values of flow, reporter, classification,
// currency or basis that rows have, in order; the empty one too. Of other
// dimensions it gives nil.
func (s *Set) Distinct(d Dimension) []string {
	if s.Len() == 0 || axisOf(d) != 0 {
		return nil
	}
	var out []string
	for i, f := range s.frames.values {
		if s.used[i] > 0 && !slices.Contains(out, f.key(d)) {
			out = append(out, f.key(d))
		}
	}
	slices.Sort(out)
	return out
}
