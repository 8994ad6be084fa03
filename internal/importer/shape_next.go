package importer

import (
	"slices"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
)

// Sheets of ministries hold several tables one below the other. A shape is of
// one of them: what a second one says in its title, or in a header of its own,
// must not be read as if it stood in the first.

// nextTable watches for the end of the table.
type nextTable struct {
	titles []string // above the header
	notes  []string // since the last row of figures
	gap    bool     // a blank row or a note stands before this row
	begun  bool     // rows of figures have been seen
	other  bool     // the rows are another table's
}

func rowTexts(src *cells.Row) []string {
	var out []string
	for i := range src.Cells {
		if t := cell(src, i+1); t != "" && len(t) <= 300 {
			out = append(out, t)
		}
	}
	return out
}

const titleTexts = 100 // kept of titles and notes

func (n *nextTable) title(src *cells.Row) {
	if len(n.titles) < titleTexts {
		n.titles = append(n.titles, rowTexts(src)...)
	}
}

func (n *nextTable) note(src *cells.Row) {
	n.gap = true
	if n.begun && len(n.notes) < titleTexts {
		n.notes = append(n.notes, rowTexts(src)...)
	}
}

// header is told of the header again: of the same table, as on the next page
// of a print, unless the title above it says otherwise.
func (n *nextTable) header() {
	if n.begun {
		n.other = contradict(n.titles, n.notes)
	}
	n.notes = nil
}

func (n *nextTable) row() { n.gap, n.begun, n.notes = false, true, nil }

// contradict reports whether a second title names another direction, period or
// unit than the first, or a unit where the first had none of the kind.
func contradict(first, second []string) bool {
	if len(second) == 0 {
		return false
	}
	a, b := titleConstants(&surround{titles: first}), titleConstants(&surround{titles: second})
	differ := func(x, y string) bool { return y != "" && x != y }
	if differ(a.Flow, b.Flow) || differ(a.Period, b.Period) || differ(string(a.ValueUnit), string(b.ValueUnit)) {
		return true
	}
	mass := func(texts []string) string {
		for _, t := range texts {
			if u := unitIn(t); u.Mass() {
				return string(u)
			}
		}
		return ""
	}
	return differ(mass(first), mass(second))
}

// isForeignHeader tells the header of another table, below a blank row or a
// note, from rows: where this table has figures it has words, or years that
// this header has too.
func (r *shapedRows) isForeignHeader(src *cells.Row) bool {
	words, years := 0, 0
	for _, g := range r.groups {
		for _, c := range g.columns {
			text := cell(src, c.Index)
			switch {
			case text == "":
			case yearWord(text):
				years++
			case numeric(text) || missing([]byte(text)) || src.Cells[c.Index-1].Kind == cells.Fault:
				return false
			default:
				words++
			}
		}
	}
	if words+years < 2 {
		return false
	}
	// Years alone may be figures; over a first column that is a head they are not.
	return words > 0 || slices.ContainsFunc(r.keys, func(k ShapeColumn) bool {
		_, told := headRoles()[codes.Fold(cell(src, k.Index))]
		return told
	})
}
