package figure

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
)

// TradeOf gives the set of the rows that tell of a country's trade: those that
// it reported itself, and those of trade with it, or with all countries
// together; dropped counts the other rows by import. What other countries trade
// with one another, and what others trade with third ones, is not in it.
func (s *Set) TradeOf(country string) (of *Set, dropped map[briefing.ID]int) {
	return s.sift("trade of "+country, func(f frame, p place) bool {
		return f.Reporter == country || p.Partner == country || p.Partner == World || p.Partner == ""
	})
}

// OfParts leaves out the rows of other parts of a country than the one that a
// pack is about: parts gives the first digits of its code by country. Rows of a
// country as a whole stay, they are never added to those of its parts, and so do
// rows of places that have a name in place of a code.
func (s *Set) OfParts(parts map[string]string) (of *Set, dropped map[briefing.ID]int) {
	if len(parts) == 0 {
		return s, nil
	}
	var key []string
	for country, digits := range parts {
		key = append(key, country+digits)
	}
	slices.Sort(key)
	own := func(country, code string) bool {
		digits, chosen := parts[country]
		return !chosen || code == "" || strings.Trim(code, "0123456789") != "" || strings.HasPrefix(code, digits)
	}
	return s.sift("parts "+strings.Join(key, " "), func(f frame, p place) bool {
		return own(f.Reporter, p.Region) && own(p.Partner, p.Province)
	})
}

// sift keeps the rows that are wanted for who reports and the place that they
// are of together, which no filter can say; it is the set itself when all are.
func (s *Set) sift(key string, want func(frame, place) bool) (*Set, map[briefing.ID]int) {
	if s.Len() == 0 {
		return s, nil
	}
	return s.part(key, func() (*Set, map[briefing.ID]int) {
		c := s.opened().Clone()
		dropped := map[briefing.ID]int{}
		blocks := c.blocks
		c.blocks, c.rows, c.used = nil, 0, make([]int, len(c.frames.values))
		for _, b := range blocks {
			mask := make([]bool, b.rows())
			for i := range mask {
				f, p := b.frames.at[i], b.places.at[i]
				if i > 0 && f == b.frames.at[i-1] && p == b.places.at[i-1] { // rows of a kind come together
					mask[i] = mask[i-1]
				} else {
					mask[i] = want(c.frames.values[f], c.places.values[p])
				}
				if mask[i] {
					c.used[f]++
				} else {
					dropped[c.frames.values[f].Import]++
				}
			}
			c.addBlock(b.pick(mask))
		}
		if len(dropped) == 0 {
			return s, nil
		}
		return c, dropped
	})
}
