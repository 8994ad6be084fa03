package figure

import "slices"

// CodesUpTo lists the commodity codes of the rows that the filter lets through,
// in order; ok is false, and nothing listed, where they are more than most: then
// it mostly has looked at a few rows only.
func (s *Set) CodesUpTo(f Filter, most int) (codes []string, ok bool) {
	if s.Len() == 0 {
		return nil, true
	}
	s, v := s.opened(), s.judge(&f)
	seen := make([]bool, len(s.goods.values))
	met := map[string]bool{} // several goods may have one code
	var chosen [step]int32
	for _, b := range s.blocks {
		sieves, any := v.sieves(b)
		if !any {
			continue
		}
		for from := 0; from < b.rows(); from += step {
			for _, j := range chooseBy(&chosen, sieves, from, min(from+step, b.rows())) {
				at := b.goods.at[from+int(j)]
				if seen[at] {
					continue
				}
				seen[at], met[s.goods.values[at].Code] = true, true
				if len(met) > most {
					return nil, false
				}
			}
		}
	}
	for code := range met {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes, true
}
