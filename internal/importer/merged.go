package importer

import (
	"context"
	"slices"

	"briefing/internal/importer/cells"
)

// mergedHead is what the merged cells of a table say of its head.
type mergedHead struct {
	// heads are the rows with the text of each merged cell in every cell that
	// it covers; nil when nothing is merged, or it is not known.
	heads [][]string
	exact []bool        // by row: merged cells tell how far its heads reach
	tall  []cells.Range // over several rows
	wide  []cells.Range // over several columns, in the head
}

// merge asks the table for its merged cells. A text that stands alone in its
// row from the first column on is a title, not the head of all columns.
func (h *head) merge(ctx context.Context, t cells.Table) error {
	m, ok := t.(cells.Merger)
	if !ok || len(h.rows) == 0 {
		return nil
	}
	ranges, err := m.Merged(ctx)
	if err != nil || len(ranges) == 0 {
		return err
	}
	h.exact = make([]bool, len(h.rows))
	for _, r := range h.rows {
		h.heads = append(h.heads, slices.Clone(r))
	}
	for _, r := range ranges {
		if r.ToRow > r.FromRow && len(h.tall) < cells.MergedLimit {
			h.tall = append(h.tall, r)
		}
		at := slices.Index(h.lines, r.FromRow)
		if at < 0 || r.FromColumn > len(h.rows[at]) {
			continue
		}
		text := h.rows[at][r.FromColumn-1]
		if text == "" || r.FromColumn == 1 && r.ToColumn > 1 && alone(h.rows[at]) {
			continue
		}
		if r.ToColumn > r.FromColumn {
			h.wide = append(h.wide, r)
		}
		for i := at; i < len(h.rows) && h.lines[i] <= r.ToRow; i++ {
			h.exact[i] = h.exact[i] || r.ToColumn > r.FromColumn
			h.cover(i, r, text)
		}
	}
	h.straighten()
	return nil
}

// straighten puts the second row of a head below the wide cells of the first
// where its cells slid to the left: pages made by hand span columns and forget
// that what stands beside should span rows. The row is exactly as long as the
// wide cells together, and the one below it as long as the whole first row.
func (h *head) straighten() {
	for i := 0; i+2 < len(h.rows); i++ {
		var under []int // columns from 0
		for _, r := range h.wide {
			if r.FromRow == h.lines[i] && r.ToRow == r.FromRow {
				for c := r.FromColumn; c <= r.ToColumn; c++ {
					under = append(under, c-1)
				}
			}
		}
		slices.Sort(under)
		slid, whole := h.rows[i+1], len(h.heads[i])
		n := filledFromStart(slid)
		if n == 0 || n != len(under) || under[0] == 0 && under[n-1] == n-1 || n >= whole ||
			filledFromStart(h.rows[i+2]) != whole || !headLike(h.rows[i+1:i+2]) {
			continue
		}
		straight := make([]string, whole)
		for k, c := range under {
			straight[c] = slid[k]
		}
		h.rows[i+1], h.heads[i+1] = straight, slices.Clone(straight)
		// What stands beside reaches down, as it was meant to.
		for c, s := range h.rows[i] {
			if s != "" && !slices.Contains(under, c) {
				r := cells.Range{FromRow: h.lines[i], ToRow: h.lines[i+1], FromColumn: c + 1, ToColumn: c + 1}
				h.tall = append(h.tall, r)
				h.cover(i+1, r, s)
			}
		}
	}
}

// filledFromStart is the number of cells of a row that is filled from the
// first cell on without a gap; zero for any other.
func filledFromStart(row []string) int {
	n := 0
	for n < len(row) && row[n] != "" {
		n++
	}
	if slices.ContainsFunc(row[n:], func(s string) bool { return s != "" }) {
		return 0
	}
	return n
}

// cover writes the text into the cells of a row that the range covers.
func (h *head) cover(row int, r cells.Range, text string) {
	const most = 512 // columns that a guess looks at
	for c := r.FromColumn; c <= min(r.ToColumn, most); c++ {
		for len(h.heads[row]) < c {
			h.heads[row] = append(h.heads[row], "")
		}
		if h.heads[row][c-1] == "" {
			h.heads[row][c-1] = text
		}
	}
}

func alone(row []string) bool {
	filled := 0
	for _, s := range row {
		if s != "" {
			filled++
		}
	}
	return filled == 1
}

// header joins the rows of a header.
func (h *head) header(from, rows int) []string {
	if h.heads == nil {
		return joinHeader(h.rows[from : from+rows])
	}
	return joinHeads(h.heads[from:from+rows], h.exact[from:from+rows])
}

// goesOn reports whether merged cells tell that a header of some rows is not
// whole without the next: one reaches down into it, or one above has heads of
// its own there.
func (h *head) goesOn(from, rows int) bool {
	next, last := from+rows, h.lines[from+rows-1]
	if slices.ContainsFunc(h.tall, func(r cells.Range) bool {
		return r.FromRow >= h.lines[from] && r.FromRow <= last && r.ToRow >= h.lines[next]
	}) {
		return true
	}
	return headLike(h.rows[next:next+1]) && slices.ContainsFunc(h.wide, func(r cells.Range) bool {
		under := h.rows[next][min(r.FromColumn-1, len(h.rows[next])):min(r.ToColumn, len(h.rows[next]))]
		return r.FromRow <= last && r.ToRow >= last && !alone(under) && slices.ContainsFunc(under, func(s string) bool { return s != "" })
	})
}

// mergedBelow reports whether cells of a column, counted from 1, are merged
// downwards below the row of the head at index from.
func (h *head) mergedBelow(column, from int) bool {
	if from >= len(h.lines) {
		return false
	}
	return slices.ContainsFunc(h.tall, func(r cells.Range) bool {
		return r.FromColumn == column && r.ToColumn == column && r.FromRow >= h.lines[from]
	})
}
