package figure

import (
	"runtime"
	"slices"
	"strings"
	"sync/atomic"

	"briefing/internal/briefing"
	"briefing/internal/routine"
)

// TradeOf gives the set of the rows that tell of a country's trade: those that
// it reported itself, and those of trade with it, or with all countries
// together; dropped counts the other rows by import. What other countries trade
// with one another, and what others trade with third ones, is not in it.
func (s *Set) TradeOf(country string) (of *Set, dropped map[briefing.ID]int) {
	return s.sift("trade of "+country, func(reporter string, p place) bool {
		return reporter == country || p.Partner == country || p.Partner == World || p.Partner == ""
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
	return s.sift("parts "+strings.Join(key, " "), func(reporter string, p place) bool {
		return own(reporter, p.Region) && own(p.Partner, p.Province)
	})
}

// sift keeps the rows that are wanted for who reports and the place that they
// are of together, which no filter can say; it is the set itself when all are.
// Each reporter and place is judged once, and the blocks are gone through on all
// processors.
func (s *Set) sift(key string, want func(reporter string, p place) bool) (*Set, map[briefing.ID]int) {
	if s.Len() == 0 {
		return s, nil
	}
	return s.part(key, func(of *Set) (*Set, map[briefing.ID]int) {
		reporters, judged := of.judgeSides(want)
		if !slices.ContainsFunc(judged, func(places []bool) bool { return slices.Contains(places, false) }) {
			return of, nil
		}
		c := of.opened().Clone()
		blocks := c.blocks
		c.blocks, c.rows, c.used = nil, 0, make([]int, len(c.frames.values))
		kept := make([]*block, len(blocks))
		used := make([][]int, len(blocks)) // by frame
		out := make([][]int, len(blocks))
		var next atomic.Int64
		var all routine.Group
		for range max(1, min(runtime.GOMAXPROCS(0), len(blocks))) {
			all.Go(func() {
				for i := int(next.Add(1)) - 1; i < len(blocks); i = int(next.Add(1)) - 1 {
					b := blocks[i]
					mask := make([]bool, b.rows())
					used[i], out[i] = make([]int, len(c.frames.values)), make([]int, len(c.frames.values))
					left := 0
					for row, f := range b.frames.at {
						if judged[reporters[f]][b.places.at[row]] {
							mask[row] = true
							used[i][f]++
						} else {
							out[i][f]++
							left++
						}
					}
					if left == 0 {
						kept[i] = b.share()
					} else if left < len(mask) {
						kept[i] = b.pick(mask)
					}
				}
			})
		}
		all.Wait()
		dropped := map[briefing.ID]int{}
		for i, b := range kept {
			for f, n := range out[i] {
				c.used[f] += used[i][f]
				if n > 0 {
					dropped[c.frames.values[f].Import] += n
				}
			}
			if b != nil {
				c.addBlock(b)
			}
		}
		if len(dropped) == 0 {
			return of, nil
		}
		return c, dropped
	})
}

// judgeSides judges the places of each reporter; reporters gives a frame's place
// among the judgements.
func (s *Set) judgeSides(want func(reporter string, p place) bool) (reporters []int, judged [][]bool) {
	reporters = make([]int, len(s.frames.values))
	at := map[string]int{}
	for i, f := range s.frames.values {
		n, known := at[f.Reporter]
		if !known {
			n = len(judged)
			at[f.Reporter] = n
			places := make([]bool, len(s.places.values))
			for j, p := range s.places.values {
				places[j] = want(f.Reporter, p)
			}
			judged = append(judged, places)
		}
		reporters[i] = n
	}
	return reporters, judged
}
