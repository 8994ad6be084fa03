package figure

import (
	"cmp"
	"math/bits"
	"strings"

	"briefing/internal/briefing"
)

// A source may have estimated the weight of what it reported the value of, or
// withhold one of the two: each has a status, and a sum of the one is not marked
// for the other's sake.

// weightStatus is the status of the weight of the rows.
func (f frame) weightStatus() briefing.ObsStatus {
	return cmp.Or(f.WeightStatus, f.Status)
}

// statusOfBoth stands between the two statuses where they differ.
const statusOfBoth = "/"

// statusText is how the statuses are stored.
func statusText(f frame) string {
	if f.WeightStatus == "" {
		return string(f.Status)
	}
	return string(f.Status) + statusOfBoth + string(f.WeightStatus)
}

func statusesIn(text string) (value, weight briefing.ObsStatus) {
	a, b, _ := strings.Cut(text, statusOfBoth)
	return briefing.ObsStatus(a), briefing.ObsStatus(b)
}

// weakestOf reads the bits of statuses, the first first.
func weakestOf(flags uint64) briefing.ObsStatus {
	return weakness[bits.Len64(flags&(1<<len(weakness)-1))-1]
}

// StatusOf is the weakest status of the rows as to their weight or their value.
func (g Group) StatusOf(weight bool) briefing.ObsStatus {
	if weight {
		return g.WeightStatus
	}
	return g.Status
}
