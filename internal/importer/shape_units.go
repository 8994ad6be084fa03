package importer

import (
	"slices"
	"strings"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/unitnames"
)

// Tables whose rows tell the unit of their amounts: «Мука; тонн; …» and below it
// «; тыс. долл. США; …». Two such rows of the same goods are one observation.

// rowUnits takes a column of units for that of the amounts where the units are of
// money, and neither the heads nor a column of quantities say otherwise.
func (g *guesser) rowUnits() {
	if slices.ContainsFunc(g.header, func(h string) bool {
		return anyIn(codes.Fold(h), "mult", "множител", "scale", "power", "порядок")
	}) {
		return // the power of ten stands in a column of its own
	}
	for i, c := range g.columns {
		if c.Role != RoleQuantityUnit && !(c.Role == NoRole && g.reasons[i] == GuessUnknown && c.Header != "") || g.hasAny(RoleValueUnit) {
			continue
		}
		money, mass, filled := 0, 0, 0
		for _, row := range g.rows {
			if i >= len(row) || row[i] == "" {
				continue
			}
			filled++
			u := unitnames.Parse(row[i])
			if _, ok := u.Currency(); ok {
				money++
			} else if u.Mass() {
				mass++
			}
		}
		if money == 0 || 2*(money+mass) < filled || slices.ContainsFunc(g.columns, func(o ShapeColumn) bool {
			_, of := o.Unit.Currency()
			return amountRole(o.Role) && (of || o.Role == RoleQuantity || o.Role == RoleWeight)
		}) {
			continue
		}
		g.columns[i].Role, g.reasons[i] = RoleValueUnit, GuessHeader
	}
}

// unitsByRow is the column that tells the unit of each row, masses among them; 0
// for none. A column of currencies tells no mass.
func (s *Shape) unitsByRow() int {
	if s.hasRole(RoleWeight) || s.hasRole(RoleQuantity) {
		return 0
	}
	for _, c := range s.Columns {
		if c.Role == RoleValueUnit && !anyIn(codes.Fold(c.Header), "валют", "currenc", "币") {
			return c.Index
		}
	}
	return 0
}

// mates are the rows that one observation is made of, where rows tell their units.
type mates struct {
	money, mass *cells.Row
	second      *cells.Row // the lower of them, still to be accounted for
	joined      bool       // the rows that come are those of second
}

// pair finds out which amounts the row holds, and whether the next one holds the
// other amounts of the same goods.
func (r *shapedRows) pair(src *cells.Row) *cells.Row {
	r.mates = mates{}
	unit := unitnames.Parse(cell(src, r.units))
	switch _, money := unit.Currency(); {
	case money:
		r.mates.money = src
	case unit.Mass():
		r.mates.mass = src
	default:
		return src
	}
	if !r.ahead.full {
		r.ahead.held = src.Clone()
		src = &r.ahead.held
		next, err := r.read()
		if r.ahead.full, r.ahead.err = true, err; err == nil {
			r.ahead.queued = next.Clone()
		}
		if r.mates.money != nil {
			r.mates.money = src
		} else {
			r.mates.mass = src
		}
	}
	n := &r.ahead.queued
	if r.ahead.err != nil || n.Fault != "" || n.Blank() || !r.sameNames(src, n) {
		return src
	}
	other := unitnames.Parse(cell(n, r.units))
	_, money := other.Currency()
	switch {
	case money && r.mates.money == nil:
	case other.Mass() && r.mates.mass == nil:
	default:
		return src
	}
	second := n.Clone()
	r.ahead.full = false
	r.unmark(&second)
	r.mates.second = &second
	if money {
		r.mates.money = &second
	} else {
		r.mates.mass = &second
	}
	return src
}

// sameNames reports whether the row below is of the same goods, country and so on:
// what it leaves empty where cells are merged is what stands above.
func (r *shapedRows) sameNames(src, below *cells.Row) bool {
	named := false
	for _, c := range r.keys {
		a, b := cell(src, c.Index), cell(below, c.Index)
		if c.FillDown && a == "" {
			a = r.above[c.Index]
		}
		if b != a && !(b == "" && c.FillDown) {
			return false
		}
		named = named || a != ""
	}
	return named
}

// amountCell is the cell of an amount in a table whose rows tell their units.
func (r *shapedRows) amountCell(role Role, c ShapeColumn) (cells.Cell, int) {
	from := r.mates.money
	if role == RoleWeight {
		from = r.mates.mass
	}
	if from == nil || c.Index > len(from.Cells) {
		if r.mates.money == nil && r.mates.mass == nil && role == RoleValue {
			return r.sourceCell(c) // of a unit that is neither: rejected by its name
		}
		return cells.Cell{}, 0
	}
	return from.Cells[c.Index-1], c.Index
}

// rowUnit is what the row of an amount says of its unit.
func (r *shapedRows) rowUnit(role Role) (cells.Cell, int) {
	from := r.mates.money
	if role == RoleWeightUnit {
		from = r.mates.mass
	}
	if from == nil {
		if r.mates.money == nil && r.mates.mass == nil && role == RoleValueUnit {
			return text(cell(r.src, r.units)), r.units
		}
		return cells.Cell{}, 0
	}
	return text(cell(from, r.units)), r.units
}

// shareUnit reports whether the unit of the row says that it holds shares or rates.
func shareUnit(s string) bool {
	f := strings.Trim(codes.Fold(s), " .")
	return f == "%" || f == "процент" || f == "процентов" || f == "проценты" || f == "п.п" || f == "п. п" || strings.HasPrefix(f, "% ") || strings.HasPrefix(f, "в %") || f == "per cent" || f == "percent" || f == "раз" || f == "раза"
}
