package sheets

import "briefing/internal/typeset"

// Pair is a page of one pack beside the page of another that stands in its
// place: numbers from 0, -1 where there is none.
type Pair struct {
	Was, Is int
	Same    bool // they read alike, whatever the numbers of pages on them
}

// Pairs sets the pages of two packs side by side, in their order. Pages that
// read alike meet; those between meet one by one as far as there are any.
func Pairs(was, is []typeset.Page) []Pair {
	same := common(prints(was, false), prints(is, false))
	var out []Pair
	j := 0
	for i := 0; i < len(is); {
		if same[i] >= 0 {
			for ; j < same[i]; j++ { // taken out
				out = append(out, Pair{Was: j, Is: -1})
			}
			out = append(out, Pair{Was: j, Is: i, Same: true})
			i, j = i+1, j+1
			continue
		}
		until := len(was) // old pages before the next that reads alike
		for k := i; k < len(is); k++ {
			if same[k] >= 0 {
				until = same[k]
				break
			}
		}
		p := Pair{Was: -1, Is: i}
		if j < until {
			p.Was, j = j, j+1
		}
		out = append(out, p)
		i++
	}
	for ; j < len(was); j++ {
		out = append(out, Pair{Was: j, Is: -1})
	}
	return out
}
