package importer

import (
	"slices"
	"strconv"

	"briefing/internal/briefing"
)

// series are the columns of equal dimensions: one observation of each row.
type series struct {
	dims    Dims
	columns []ShapeColumn
	aside   string
}

// series groups the columns that hold figures, in the order of the table.
func (s *Shape) series() []series {
	var out []series
	for _, c := range s.Columns {
		if !amountRole(c.Role) && c.Aside == "" {
			continue
		}
		at := slices.IndexFunc(out, func(x series) bool { return x.dims == c.Series && x.aside == c.Aside })
		if at < 0 {
			at = len(out)
			out = append(out, series{dims: c.Series, aside: c.Aside})
		}
		out[at].columns = append(out[at].columns, c)
	}
	return out
}

// across reports whether a row of the table holds several observations, or one
// whose dimensions stand in the header.
func (s *Shape) across() bool {
	return slices.ContainsFunc(s.Columns, func(c ShapeColumn) bool { return amountRole(c.Role) && c.Series != Dims{} })
}

// says reports whether anything but a column tells the role's dimension.
func (s *Shape) says(r Role) bool {
	if *s.Constants.of(r) != "" || s.Sheet == r || slices.Contains(s.Sections, r) {
		return true
	}
	return slices.ContainsFunc(s.Columns, func(c ShapeColumn) bool { return *c.Series.of(r) != "" })
}

// layout is the profile by which the rows of a shaped table are read: a column
// for each role that the shape knows.
func (f *fitted) layout() (p *Profile, header []string, binding []int) {
	s := &f.shape
	p = &Profile{Key: f.key, Countries: CodesISO, Numbers: NumberAuto, Classification: s.Constants.Classification, Notes: slices.Clone(s.Notes), Classifications: comtradeClassifications(), MassByUnit: true}
	add := func(c Column, name string) {
		header, binding = append(header, name), append(binding, len(header))
		p.Columns = append(p.Columns, c)
	}
	seen := map[Role]bool{}
	once := func(c Column) {
		if !seen[c.Role] {
			seen[c.Role] = true
			add(c, "\x00"+c.Role.String()) // no cell of a table has a NUL: never taken for the header again
		}
	}
	value, values := s.unit(RoleValue)
	weight, weights := s.unit(RoleWeight)
	if s.unitsInCells(RoleValue) {
		values = true
	}
	if s.unitsInCells(RoleWeight) {
		weights = true
	}
	for _, c := range s.Columns {
		switch {
		case c.Role == NoRole || c.Aside != "" || c.Role == RoleYear || c.Role == RoleMonth:
		case c.Role == RoleAxis:
			add(Column{Role: RoleAxis}, "\x00axis"+strconv.Itoa(c.Index))
		case c.Role == RoleValue && !values:
			once(Column{Role: RoleValue, Unit: value})
		case c.Role == RoleWeight && !weights:
			once(Column{Role: RoleWeight, Unit: weight})
		default:
			once(Column{Role: c.Role})
			if c.QuantityUnit != "" {
				once(Column{Role: map[Role]Role{RoleQuantity: RoleQuantityUnit, RoleQuantity2: RoleQuantityUnit2}[c.Role]})
			}
		}
	}
	for _, r := range dimRoles() {
		if s.says(r) || r == RolePeriod && s.hasRole(RoleYear) {
			once(Column{Role: r})
		}
	}
	if s.unitsByRow() > 0 {
		once(Column{Role: RoleWeight})
		once(Column{Role: RoleWeightUnit})
	}
	if values || !seen[RoleValue] {
		once(Column{Role: RoleValueUnit})
	}
	if weights {
		once(Column{Role: RoleWeightUnit})
	}
	if s.Constants.Basis != "" {
		once(Column{Role: RoleBasis})
	}
	if f.marked || len(s.Estimates) > 0 || slices.ContainsFunc(s.Columns, func(c ShapeColumn) bool { return c.Status != "" && c.Aside == "" }) {
		once(Column{Role: RoleStatus})
	}
	once(Column{Role: RoleCode})
	if at := slices.IndexFunc(p.Columns, func(c Column) bool { return c.Role == RoleProduct }); at >= 0 && s.Constants.Code != "" {
		p.Columns, binding = append(p.Columns, Column{Role: RoleAxis}), append(binding, at)
	}
	return p, header, binding
}

// Codes has all rows stand under the total of all goods, with the note that
// says so, when no column has codes; and takes both back when one has.
func (s *Shape) Codes() {
	s.Notes = slices.DeleteFunc(slices.Clone(s.Notes), func(n string) bool { return n == NoteNoCodes })
	switch {
	case !s.hasRole(RoleCode) && (s.Constants.Code == "" || s.Constants.Code == "TOTAL"):
		if s.Constants.Code = "TOTAL"; !s.seriesSay(RoleCode) {
			s.Notes = append(s.Notes, NoteNoCodes)
		}
	case s.hasRole(RoleCode) && s.Constants.Code == "TOTAL":
		s.Constants.Code = ""
	}
}

// onlyPlans reports whether all amounts of the table are planned: none is to be
// stored, and nothing need be said of them.
func (s *Shape) onlyPlans() bool {
	has := func(aside string) bool {
		return slices.ContainsFunc(s.Columns, func(c ShapeColumn) bool { return amountRole(c.Role) && c.Aside == aside })
	}
	return has(AsidePlan) && !has("")
}

func (s *Shape) hasRole(r Role) bool {
	return slices.ContainsFunc(s.Columns, func(c ShapeColumn) bool { return c.Role == r })
}

// unit is the one unit of a role's columns; several: they differ.
func (s *Shape) unit(r Role) (u briefing.Unit, several bool) {
	constant := map[Role]briefing.Unit{RoleValue: s.Constants.ValueUnit, RoleWeight: s.Constants.WeightUnit}[r]
	first := true
	for _, c := range s.Columns {
		if c.Role != r || c.Aside != "" {
			continue
		}
		have := c.Unit
		if have == "" {
			have = constant
		}
		if !first && have != u {
			return "", true
		}
		u, first = have, false
	}
	return u, false
}

// describe shows the columns of the source in the preview.
func (f *fitted) describe(m *Mapping) {
	m.HeaderRow, m.First = f.to, f.first
	for i, h := range f.header {
		c := MappedColumn{Index: i + 1, Header: h}
		if at := slices.IndexFunc(f.shape.Columns, func(c ShapeColumn) bool { return c.Index == i+1 }); at >= 0 {
			b := f.shape.Columns[at]
			c.Role, c.Unit = b.Role.String(), b.Unit
			if c.Unit == "" && b.Role == RoleValue {
				c.Unit = f.shape.Constants.ValueUnit
			}
		}
		m.Columns = append(m.Columns, c)
	}
}
