package importer

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/importer/periods"
)

// decideColumns asks the user to look at the columns of a free table whose heads
// may have slid: a figure would be stored under the head of its neighbour.
func (p *plan) decideColumns() error {
	if p.shape == nil || p.units.Columns == ColumnsChecked || p.shape.shape.columnsSeen || !p.shape.slid && p.shape.vague == "" {
		return nil
	}
	p.ask("columns", p.shape.vague)
	return nil
}

// vagueIn is the first header among the columns in use whose period can't be made
// out: it is read as a year and speaks of a part of it, or another column of the
// same figures has the same period and nothing tells the two apart.
func vagueIn(columns []ShapeColumn) string {
	stored := func(c ShapeColumn) bool { return amountRole(c.Role) && (c.Aside == "" || c.Aside == AsideTwice) }
	for i, c := range columns {
		if !stored(c) {
			continue
		}
		if p, ok := periods.Parse(c.Series.Period); ok && p.Kind == briefing.YearPeriod && vagueHead(c.Header) {
			return c.Header
		}
		for _, o := range columns[:i] {
			if stored(o) && o.Role == c.Role && o.Series == c.Series && c.Series.Period != "" && !toldApart(o, c) {
				return c.Header
			}
		}
	}
	return ""
}

// toldApart reports whether two columns of the same figures differ in what makes one
// of them worth more than the other: money, revision, the kind of value.
func toldApart(a, b ShapeColumn) bool {
	return a.Aside == AsideTwice && b.Aside == AsideTwice || better(a, b) || better(b, a) || a.Unit != b.Unit || plainHead(a.Header) == plainHead(b.Header)
}

// slid reports whether the heads in n rows from a row on may stand beside the
// columns they belong to: a column of numbers behind the first head has none, or
// the groups of a head of two rows do not fit what stands below them. known are the
// columns, from 1, to which a role was given without a head.
func (h head) slid(from, n int, known func(column int) bool) bool {
	header := h.header(from, n)
	first := slices.IndexFunc(header, func(s string) bool { return s != "" })
	below := h.rows[from+n:]
	width := len(header)
	for _, r := range below {
		width = max(width, len(r))
	}
	for c := first + 1; first >= 0 && c < width; c++ {
		if c < len(header) && header[c] != "" || known(c+1) {
			continue
		}
		filled, numbers := 0, 0
		for _, r := range below {
			if c < len(r) && r[c] != "" {
				filled++
				if numeric(r[c]) {
					numbers++
				}
			}
		}
		if filled > 1 && 5*numbers >= 3*filled {
			return true
		}
	}
	for i := from; i+1 < from+n; i++ {
		if !(h.exact != nil && h.exact[i]) && slidGroups(h.rows[i], h.rows[i+1]) {
			return true
		}
	}
	return false
}

// slidGroups reports whether the upper row of a head lacks the blanks of its merged
// cells: each group but the last has one head below it, and the last has all that
// are left, some of them again.
func slidGroups(upper, lower []string) bool {
	var groups [][]string
	open := false
	for c, text := range lower {
		head := c < len(upper) && upper[c] != ""
		switch {
		case text == "":
			open = false
		case head:
			groups, open = append(groups, []string{text}), true
		case open:
			groups[len(groups)-1] = append(groups[len(groups)-1], text)
		}
	}
	if len(groups) < 2 || len(groups[len(groups)-1]) < 2 {
		return false
	}
	seen := map[string]bool{}
	for _, g := range groups[:len(groups)-1] {
		if len(g) > 1 {
			return false
		}
		seen[g[0]] = true
	}
	for _, text := range groups[len(groups)-1] {
		if seen[text] {
			return true
		}
		seen[text] = true
	}
	return false
}

// Asked is the key of the words in which a need is told: that of columns has words
// of its own where it is about one head.
func Asked(need, about string) string {
	if need == "columns" && about != "" {
		return "column-period"
	}
	return need
}
