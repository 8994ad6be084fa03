package measure

import (
	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// SoldOf sets the goods of two periods side by side for PricesOfSums: sums of
// one set of rows by the last of their keys. It is the one way in which goods
// are matched, so that a sentence, a page and an answer can't tell different
// prices of the same rows. The mass of a good counts only where it is of the very
// rows the value is of, and never where the key is no one good: what is hidden or
// not allocated has no price.
func SoldOf(now, then []figure.Group) []Sold {
	at := map[string]int{}
	list := make([]Sold, 0, len(now))
	for _, g := range now {
		at[lastKey(g)] = len(list)
		list = append(list, Sold{NowValue: g.Value, NowQuantity: massOf(g)})
	}
	for _, g := range then {
		i, ok := at[lastKey(g)]
		if !ok {
			i, list = len(list), append(list, Sold{})
		}
		list[i].ThenValue, list[i].ThenQuantity = g.Value, massOf(g)
	}
	return list
}

func lastKey(g figure.Group) string { return g.Keys[len(g.Keys)-1] }

// NoItem reports whether a key is no one product or place: hidden, of all, or
// not told.
func NoItem(key string) bool {
	switch key {
	case "", figure.HiddenCode, figure.TotalCode, figure.World, "ZZ":
		return true
	}
	return false
}

func massOf(g figure.Group) briefing.MaybeNumber {
	if NoItem(lastKey(g)) || g.WeightRows != g.ValueRows {
		return briefing.MaybeNumber{}
	}
	return g.Weight
}

// Weighed marks what stands on the mass with its statuses: what is estimated of
// that is estimated in the prices, and the values they are of are not. A mass that
// is withheld takes no part.
func (out *PriceAndVolume) Weighed(masses ...briefing.ObsStatus) {
	for _, r := range []*Result{&out.Laspeyres, &out.Paasche, &out.Fisher, &out.Volume, &out.Price, &out.Quantity} {
		for _, s := range masses {
			if r.Defined && s.Mark() != "" && s != briefing.Missing {
				r.Figure.Status = figure.Weaker(r.Figure.Status, s)
			}
		}
	}
}
