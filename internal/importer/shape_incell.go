package importer

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/unitnames"
)

// Cells that hold an amount together with its unit: «1,5 млн долл. США», «$ 1 234»,
// "12,300 t". Each cell tells its own.

// unitedFigure cuts a cell into a number and the unit before or behind it; ok is
// false where it holds anything else.
func unitedFigure(s string) (number string, unit briefing.Unit, ok bool) {
	if len(s) < 2 || len(s) > 60 || strings.HasSuffix(s, "%") {
		return "", "", false
	}
	first, last := strings.IndexAny(s, "0123456789"), strings.LastIndexAny(s, "0123456789")
	if first < 0 || first > 0 && last+1 < len(s) && strings.Trim(s[:first], " \u00a0+-–−(") != "" {
		return "", "", false // words on both sides
	}
	before, behind := s[:first], s[last+1:]
	sign := ""
	if at := strings.LastIndexAny(before, "-–−"); at >= 0 && strings.TrimSpace(strings.Trim(before[at:], "-–−")) == "" {
		sign, before = before[at:], before[:at]
	}
	said := strings.Trim(before+behind, " \u00a0\u202f")
	unit = unitnames.Parse(said)
	_, money := unit.Currency()
	if said == "" || !money && !unit.Mass() {
		return "", "", false
	}
	if spaced := strings.ContainsAny(before+behind, " \u00a0\u202f"); !money && (before != "" || !spaced) {
		return "", "", false // «т1», «2т» are names of something
	}
	number = strings.TrimSpace(sign + s[first:last+1])
	return number, unit, numeric(number)
}

// cellUnit is the unit that a cell of the column says, beside what its head says: a
// sign of a currency under «тыс. долл. США» is no dollar alone. Units of different
// money contradict each other, and what is told of both is none.
func (c *ShapeColumn) cellUnit(unit, head briefing.Unit) string {
	a, money := unit.Currency()
	b, _ := head.Currency()
	switch {
	case head == "" || unit == head:
		return string(unit)
	case unit.Power() == 0 && (money && a == b || unit.Mass() && head.Mass()):
		return string(head)
	}
	return string(unit) + " / " + string(head)
}

// united makes of a cell that holds its unit too the number alone, and tells the unit.
func (r *shapedRows) united(c ShapeColumn, of cells.Cell) (number cells.Cell, unit string) {
	if !c.Units || of.Kind != cells.Text {
		return of, ""
	}
	n, u, ok := unitedFigure(string(cells.Trim(of.Text)))
	if !ok {
		return of, ""
	}
	head := c.Unit
	if head == "" {
		head = r.fit.shape.Constants.ValueUnit
		if c.Role == RoleWeight {
			head = r.fit.shape.Constants.WeightUnit
		}
	}
	of.Text = []byte(n)
	return of, c.cellUnit(u, head)
}

// unitOfCell is what the series' cell of a role says of its unit, empty where it
// holds a number alone.
func (r *shapedRows) unitOfCell(g *series, role Role) (string, int) {
	for _, c := range g.columns {
		if c.Role == role && c.Units && c.Index <= len(r.src.Cells) {
			_, unit := r.united(c, r.src.Cells[c.Index-1])
			return unit, c.Index
		}
	}
	return "", 0
}

// unitsInCells reports whether a column of the role holds units beside its numbers.
func (s *Shape) unitsInCells(role Role) bool {
	return slices.ContainsFunc(s.Columns, func(c ShapeColumn) bool { return c.Role == role && c.Units && c.Aside == "" })
}
