package chart

import (
	"gonum.org/v1/plot/vg"

	"briefing/internal/document"
)

// Parts cuts a chart in rows, or in panels, that is higher than a page into charts that are
// not: first is the room for the first of them, more that for each further one,
// at a width. All are drawn on the scale of the whole, and each has at least one
// row. Any other chart, and one that has the room, stays whole.
func Parts(c *document.Chart, width, first, more vg.Length) []document.Chart {
	rows := 0
	switch c.Kind {
	case document.Ranking, document.Dumbbell, document.Shares:
		rows = len(c.Categories)
		for _, s := range c.Series {
			rows = max(rows, len(s.Points))
		}
	case document.Multiples:
		rows = len(c.Series)
	}
	if rows == 0 || c.Rows.Any() || Height(c, width) <= first {
		return []document.Chart{*c}
	}
	var out []document.Chart
	for from, room := 0, first; from < rows; room = more {
		fits := func(to int) bool {
			part := *c
			part.Rows = document.Stretch{From: from, To: to}
			return Height(&part, width) <= room
		}
		to, over := from+1, rows+1 // the most rows that fit lie between
		for over-to > 1 {
			if mid := (to + over) / 2; fits(mid) {
				to = mid
			} else {
				over = mid
			}
		}
		part := *c
		part.Rows = document.Stretch{From: from, To: to}
		out, from = append(out, part), to
	}
	return out
}
