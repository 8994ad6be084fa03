package importer

import (
	"bytes"
	"fmt"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/periods"
)

// observation makes one row of the layout from the current row of the source.
func (r *shapedRows) observation(g *series) *cells.Row {
	src := r.src
	r.buffer, r.places = r.buffer[:0], r.places[:0]
	dims := g.dims.over(r.opened).over(r.sheet).over(r.fit.shape.Constants.Dims)
	axis, n := 0, 0
	for _, c := range r.profile.Columns {
		if c.Role == RoleAxis && n == r.width() {
			break // the goods' names again
		}
		n++
		if c.Role == RoleAxis {
			axis++
			r.add(r.axis(axis))
			continue
		}
		r.add(r.roleCell(c.Role, g, dims))
	}
	r.out = cells.Row{
		Line: src.Line, Aside: r.fate(g), Cells: r.buffer, Source: r.places, Hidden: r.src.Hidden, Part: len(r.groups) - r.pending,
	}
	return &r.out
}

// width is the number of cells of a row of the layout.
func (r *shapedRows) width() int {
	n := len(r.profile.Columns)
	if r.profile.Columns[n-1].Role == RoleAxis && r.fit.shape.Constants.Code != "" && (r.fit.shape.hasRole(RoleProduct) || r.fit.shape.says(RoleProduct)) {
		n--
	}
	return n
}

func (r *shapedRows) add(c cells.Cell, source int) {
	r.buffer, r.places = append(r.buffer, c), append(r.places, r.src.Place(source))
}

// fate is why the observation is set aside, empty when it is to be read.
func (r *shapedRows) fate(g *series) string {
	switch {
	case g.aside != "":
		return g.aside
	case r.mates.joined:
		return AsideJoined
	case r.turnover:
		return AsideTurnover
	case r.services:
		return AsideServices
	case r.total:
		return AsideTotal
	case r.part:
		return AsidePart
	}
	filled, zeros := 0, 0
	for _, c := range g.columns {
		if c.Index > len(r.src.Cells) {
			continue
		}
		b := cells.Trim(r.src.Cells[c.Index-1].Text)
		if r.src.Cells[c.Index-1].Kind != cells.Fault && missing(b) && !unpublished(b) {
			continue
		}
		filled++
		if len(bytes.Trim(b, "0.,")) == 0 {
			zeros++
		}
	}
	switch {
	case filled == 0 && (r.fit.shape.across() || len(r.groups) > 0 && !r.hasText(g)):
		return AsideEmpty
	case zeros == filled && filled > 0 && r.fit.shape.ZeroUnreported:
		return AsideZero
	}
	return ""
}

// hasText reports whether the columns of figures hold anything.
func (r *shapedRows) hasText(g *series) bool {
	for _, c := range g.columns {
		if cell(r.src, c.Index) != "" {
			return true
		}
	}
	return false
}

// axis is the cell of the n-th column that only tells rows apart.
func (r *shapedRows) axis(n int) (cells.Cell, int) {
	for _, c := range r.fit.shape.Columns {
		if c.Role == RoleAxis {
			if n--; n == 0 {
				return r.sourceCell(c)
			}
		}
	}
	return cells.Cell{}, 0
}

func (r *shapedRows) sourceCell(c ShapeColumn) (cells.Cell, int) {
	var out cells.Cell
	if c.Index <= len(r.src.Cells) {
		out = r.src.Cells[c.Index-1]
	}
	if c.FillDown && !r.total && len(cells.Trim(out.Text)) == 0 { // «Итого» below the last country is not of that one
		out = cells.Cell{Text: []byte(r.above[c.Index])}
	}
	return out, c.Index
}

// roleCell is the cell of a role: of the series' column, of a column of the
// row, or what header, sheet and constants say.
func (r *shapedRows) roleCell(role Role, g *series, dims Dims) (cells.Cell, int) {
	switch role {
	case RolePeriod:
		return r.periodCell(dims)
	case RoleStatus:
		return r.statusCell(g)
	}
	if amountRole(role) {
		for _, c := range g.columns {
			switch {
			case r.units > 0 && c.Role == RoleValue && (role == RoleValue || role == RoleWeight):
				return r.amountCell(role, c)
			case c.Role == role:
				out, at := r.sourceCell(c)
				out, _ = r.united(c, out)
				return out, at
			}
		}
		return cells.Cell{}, 0
	}
	if of, ok := map[Role]Role{RoleValueUnit: RoleValue, RoleWeightUnit: RoleWeight}[role]; ok {
		if unit, at := r.unitOfCell(g, of); unit != "" {
			return text(unit), at
		}
	}
	if r.units > 0 && (role == RoleValueUnit || role == RoleWeightUnit) {
		return r.rowUnit(role)
	}
	if role == RoleFlow && g.aside == AsideTurnover {
		return text(string(Turnover)), 0
	}
	if role == RoleFlow {
		if f, at := r.labelled(); f != "" {
			return text(string(f)), at
		}
	}
	for _, c := range r.fit.shape.Columns {
		if c.Role != role || r.heading && r.labelRole(role) {
			continue
		}
		if out, at := r.sourceCell(c); len(cells.Trim(out.Text)) > 0 {
			if t := string(cells.Trim(out.Text)); (role == RolePartner || role == RoleProduct) && r.byName && !r.part && partText(t) && partName(t) != "" {
				out = text(partName(t)) // what holds it is a total, or not there
			}
			return out, at
		}
	}
	if role == RolePartner && r.heading && r.fit.shape.hasRole(RolePartner) {
		return text(figure.World), 0
	}
	s := &r.fit.shape
	if d := dims.of(role); d != nil {
		return text(*d), 0
	}
	switch role {
	case RoleValueUnit:
		return text(string(g.unit(RoleValue, s.Constants.ValueUnit))), 0
	case RoleWeightUnit:
		return text(string(g.unit(RoleWeight, s.Constants.WeightUnit))), 0
	case RoleQuantityUnit, RoleQuantityUnit2:
		of := map[Role]Role{RoleQuantityUnit: RoleQuantity, RoleQuantityUnit2: RoleQuantity2}[role]
		for _, c := range g.columns {
			if c.Role == of {
				return text(c.QuantityUnit), 0
			}
		}
	case RoleClassification:
		return text(s.Constants.Classification), 0
	case RoleBasis:
		return text(s.Constants.Basis), 0
	}
	return cells.Cell{}, 0
}

func text(s string) cells.Cell { return cells.Cell{Text: []byte(s)} }

// unit is the unit of the series' column of a role; none without a column.
func (g *series) unit(role Role, constant briefing.Unit) briefing.Unit {
	for _, c := range g.columns {
		if c.Role == role {
			if c.Unit != "" {
				return c.Unit
			}
			return constant
		}
	}
	return ""
}

// periodCell joins what header, row and constants say of the period.
func (r *shapedRows) periodCell(dims Dims) (cells.Cell, int) {
	constant := r.fit.shape.Constants.Period
	said := dims.Period
	if p, ok := titlesPeriod(said, constant); ok {
		return text(p), 0
	}
	if said == constant {
		said = ""
	}
	var period, year, month string
	at, kind := 0, cells.Text
	for _, c := range r.fit.shape.Columns {
		if c.Role != RolePeriod && c.Role != RoleYear && c.Role != RoleMonth {
			continue
		}
		b, _ := r.sourceCell(c)
		s := string(cells.Trim(b.Text))
		switch {
		case s == "":
			continue
		case c.Role == RolePeriod && period == "":
			period, kind = s, b.Kind
		case c.Role == RoleYear:
			year = s
		case c.Role == RoleMonth:
			month = partOfYear(c.Header, s)
		}
		at = c.Index
	}
	switch {
	case said == "":
	case period == "" && year == "" && month == "":
		period = said
	case period == "" && month == "" && periods.NamesPart(said): // years in the rows, months across
		month = said
	case period == "" && month == "" && periods.IsPart(said):
		month = said
	case period == "" && year == "": // months in the rows, years across
		year = said
	case periods.NamesPart(period):
		year, month, period = said, period, ""
	}
	out := text(periods.Join(period, year, month, constant))
	if string(out.Text) == period {
		out.Kind = kind // a number may have lost the zero at its end
	}
	return out, at
}

// statusCell marks an observation as an estimate when one of its cells has the
// colour of estimates.
func (r *shapedRows) statusCell(g *series) (cells.Cell, int) {
	for _, c := range r.fit.shape.Columns {
		if c.Role == RoleStatus {
			if out, at := r.sourceCell(c); len(cells.Trim(out.Text)) > 0 {
				return out, at
			}
		}
	}
	if s, at := r.footStatus(g); s != "" {
		return text(string(s)), at
	}
	for _, c := range g.columns {
		if c.Status != "" {
			return text(string(c.Status)), c.Index
		}
		if c.Index > len(r.src.Cells) {
			continue
		}
		for _, e := range r.fit.shape.Estimates {
			if coloured(r.src.Cells[c.Index-1].Fill, e) {
				return text(string(briefing.Estimated)), c.Index
			}
		}
	}
	return cells.Cell{}, 0
}

// coloured compares a fill with "#rrggbb" or with "green", any shade of it.
func coloured(c cells.Colour, want string) bool {
	if !c.Given {
		return false
	}
	const clear = 16 // stripes of tables are nearly grey
	if want == "green" {
		return int(c.G) >= int(c.R)+clear && int(c.G) >= int(c.B)+clear
	}
	return strings.EqualFold(want, fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B))
}
