package importer

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// Sheets of ministries hold several tables one below the other. A shape is of
// one of them: what a second one says in its title, or in a header of its own,
// must not be read as if it stood in the first.

// nextTable watches for the end of the table.
type nextTable struct {
	titles []string        // above the header
	notes  []string        // since the last row of figures
	gap    bool            // a blank row or a note stands before this row
	begun  bool            // rows of figures have been seen
	other  bool            // the rows are another table's
	units  []briefing.Unit // of this table, known at the first repeated header
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
		n.other = n.contradicted()
	}
	n.notes = nil
}

func (n *nextTable) row() { n.gap, n.begun, n.notes = false, true, nil }

// contradicted reports whether the notes above a repeated header are the title of
// another table: they name a direction or a period that the titles did not, a unit of
// a kind, or of a size, that no column of this table has, or have other words. A
// continuation says that it is one, or has the title again, or none.
func (n *nextTable) contradicted() bool {
	if len(n.notes) == 0 || slices.ContainsFunc(n.notes, func(t string) bool { return continued(codes.Fold(t)) }) {
		return false
	}
	a, b := titleConstants(&surround{titles: n.titles}), titleConstants(&surround{titles: n.notes})
	differ := func(x, y string) bool { return x != "" && y != "" && x != y }
	if differ(a.Flow, b.Flow) || differ(a.Period, b.Period) || n.titledAnew() {
		return true
	}
	for _, t := range n.notes {
		u := unitIn(t)
		_, money := u.Currency()
		if (money || u.Mass()) && !slices.Contains(n.units, u) {
			return true
		}
	}
	return false
}

// titledAnew reports whether a text above a repeated header is a title of trade that
// this table does not have: of another country, region or goods.
func (n *nextTable) titledAnew() bool {
	said := map[string]bool{}
	for _, t := range n.titles {
		said[plainTitle(t)] = true
	}
	return slices.ContainsFunc(n.notes, func(t string) bool {
		return !remarkText(t) && (&surround{titles: []string{t}}).title() != "" && !said[plainTitle(t)]
	})
}

// plainTitle is a title in the form in which titles are compared.
func plainTitle(s string) string {
	return strings.Trim(strings.Join(strings.Fields(codes.Fold(s)), " "), " .:")
}

func continued(folded string) bool {
	return slices.ContainsFunc([]string{"продолжен", "окончание", "continued", "continuation", "续"}, func(w string) bool { return strings.Contains(folded, w) })
}

// unitsOf are the units of a shape's columns and titles.
func unitsOf(s *Shape, titles []string) []briefing.Unit {
	out := []briefing.Unit{s.Constants.ValueUnit, s.Constants.WeightUnit}
	for _, c := range s.Columns {
		out = append(out, c.Unit)
	}
	for _, t := range titles {
		out = append(out, unitIn(t), massIn(t))
	}
	return out
}

// isForeignHeader tells the header of another table, below a blank row or a
// note, from rows: where this table has figures it has words, or years that
// this header has too.
func (r *shapedRows) isForeignHeader(src *cells.Row) bool {
	words, years := 0, 0
	for _, g := range r.groups {
		for _, c := range g.columns {
			text := cell(src, c.Index)
			_, head := headRole(text)
			_, period := periods.In(codes.Fold(text))
			switch {
			case text == "":
			case periods.IsYear(text):
				years++
			case numeric(text):
				return false
			case head || period:
				words++
			default: // «3*», «менее 0,1», «конф.»: a figure that can't be read is a row to be told of
				return false
			}
		}
	}
	// Years alone may be figures, and one word a remark; over a first column that is a
	// head they are not.
	headed := slices.ContainsFunc(r.keys, func(k ShapeColumn) bool {
		_, told := headRoles()[codes.Fold(cell(src, k.Index))]
		return told
	})
	return words+years > 1 && (words > 0 || headed) || words == 1 && headed
}
