package importer

import (
	"context"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/periods"
)

// Shape says how a table of free form is read: which rows are its header, what
// each column means, what holds for all rows. It is plain data, made by Guess
// or by hand, and kept in files (see SaveShape). The zero Shape fits nothing.
type Shape struct {
	HeaderRows int           `json:"headerRows"` // 1 to 3; several are joined column by column
	Columns    []ShapeColumn `json:"columns"`
	Constants  Constants     `json:"constants,omitzero"`
	// ReadTitle has the constants that the titles, the sheet's name or the
	// file's name tell (period, flow, value unit) read anew from each file.
	ReadTitle bool `json:"readTitle,omitempty"`
	// Sheet is what the name of a sheet says of its rows: RolePeriod, RoleRegion,
	// RolePartner, RoleReporter, RoleFlow or RoleProduct; NoRole: nothing.
	Sheet Role `json:"sheet,omitempty"`
	// Sections are what rows of one text say of the rows below them: RoleFlow,
	// RolePeriod, RolePartner, RoleRegion.
	Sections []Role   `json:"sections,omitempty"`
	Totals   []string `json:"totals,omitempty"` // words of total rows beside those known
	// ZeroUnreported: a 0 means none or not reported and is set aside.
	ZeroUnreported bool `json:"zeroUnreported,omitempty"`
	// Estimates are the fills of cells that hold estimates: "#rrggbb", or
	// "green" for any shade of it.
	Estimates []string `json:"estimates,omitempty"`
	Notes     []string `json:"notes,omitempty"` // on imports read by it

	regionSaid, provinceSaid bool   // by the user, whatever the title names
	columnsSeen              bool   // by the user, whose heads may have slid
	table                    string // that alone is to be read, see Only
	codeOpen                 bool   // the goods are one product, and nothing tells which
}

// ShapeColumn says what a column of the table means.
type ShapeColumn struct {
	Index  int           `json:"index"`  // from 1, where it was seen
	Header string        `json:"header"` // all header rows joined by " / "
	Role   Role          `json:"role,omitempty"`
	Unit   briefing.Unit `json:"unit,omitempty"` // of values and weights
	// QuantityUnit is the unit of a quantity, in the source's words.
	QuantityUnit string `json:"quantityUnit,omitempty"`
	// Series are the dimensions that the header gives the column's figures.
	// Columns of equal series make one observation.
	Series Dims `json:"series,omitzero"`
	// Aside is the reason why figures of the column are set aside (AsideGrowing,
	// AsideTotal, AsidePlan, AsideTwice, AsideTurnover, AsideServices), empty when they are stored.
	Aside string `json:"aside,omitempty"`
	// Status is that of the column's figures, as its header tells: «2026 (оценка)».
	Status briefing.ObsStatus `json:"status,omitempty"`
	// Units: cells hold their unit beside the number, «1,5 млн долл.».
	Units bool `json:"units,omitempty"`
	// FillDown: an empty cell says what the cell above says.
	FillDown bool `json:"fillDown,omitempty"`
}

// Dims are dimensions of an observation as text, each empty when not said.
type Dims struct {
	Period   string `json:"period,omitempty"` // as briefing.Period; "-05" is May of the constants' year
	Flow     string `json:"flow,omitempty"`
	Reporter string `json:"reporter,omitempty"`
	Partner  string `json:"partner,omitempty"`
	Region   string `json:"region,omitempty"`   // the reporter's part
	Province string `json:"province,omitempty"` // the partner's part
	Code     string `json:"code,omitempty"`
	Product  string `json:"product,omitempty"`
}

// Constants hold for all rows that do not say otherwise.
type Constants struct {
	Dims
	Classification string        `json:"classification,omitempty"`
	ValueUnit      briefing.Unit `json:"valueUnit,omitempty"`
	WeightUnit     briefing.Unit `json:"weightUnit,omitempty"`
	Basis          string        `json:"basis,omitempty"`
}

// of is the dimension for a role.
func (d *Dims) of(r Role) *string {
	switch r {
	case RolePeriod:
		return &d.Period
	case RoleFlow:
		return &d.Flow
	case RoleReporter:
		return &d.Reporter
	case RolePartner:
		return &d.Partner
	case RoleRegion:
		return &d.Region
	case RoleProvince:
		return &d.Province
	case RoleCode:
		return &d.Code
	case RoleProduct:
		return &d.Product
	}
	return nil
}

// dimRoles are the roles that headers, sheets and constants can state.
func dimRoles() []Role {
	return []Role{RoleFlow, RolePeriod, RoleReporter, RolePartner, RoleRegion, RoleProvince, RoleCode, RoleProduct}
}

// over gives what d says, and what c says where d is silent.
func (d Dims) over(c Dims) Dims {
	for _, r := range dimRoles() {
		if *d.of(r) == "" {
			*d.of(r) = *c.of(r)
		}
	}
	return d
}

// amountRole tells the roles that are figures.
func amountRole(r Role) bool {
	switch r {
	case RoleValue, RoleValueCIF, RoleValueFOB, RoleWeight, RoleQuantity, RoleQuantity2:
		return true
	}
	return false
}

// keyRole tells the roles of the columns that name what a row is about.
func keyRole(r Role) bool {
	switch r {
	case RolePartner, RolePartnerISO, RolePartnerName, RoleReporter, RoleReporterISO, RoleReporterName, RoleRegion, RoleProvince, RoleCode, RoleProduct, RoleAxis, RolePeriod, RoleYear, RoleMonth, RoleFlow:
		return true
	}
	return false
}

// MarshalText writes the role by its name.
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what MarshalText wrote; any other text is CodeBadProfile.
func (r *Role) UnmarshalText(b []byte) error {
	for x := range roleCount {
		if x.String() == string(b) {
			*r = x
			return nil
		}
	}
	return &briefing.Error{Code: briefing.CodeBadProfile, Op: "parse role", Path: string(b)}
}

// Check refuses a shape that no table could be read by: CodeBadProfile.
func (s *Shape) Check() error {
	bad := func(what string) error {
		return &briefing.Error{Code: briefing.CodeBadProfile, Op: "check shape", Path: what}
	}
	const most = 1024
	if s.HeaderRows < 1 || s.HeaderRows > 3 {
		return bad("headerRows")
	}
	if len(s.Columns) == 0 || len(s.Columns) > most {
		return bad("columns")
	}
	amounts := false
	at := map[int]bool{}
	for _, c := range s.Columns {
		if c.Index < 1 || c.Index > most || at[c.Index] {
			return bad("index of " + c.Header)
		}
		at[c.Index] = true
		amounts = amounts || amountRole(c.Role) && (c.Aside == "" || c.Aside == AsidePlan)
		if c.Role == RoleField || c.Role == RoleKeep || c.Role >= roleCount {
			return bad("role of " + c.Header)
		}
		if _, money := c.Unit.Currency(); c.Unit != "" && !money && !c.Unit.Mass() {
			return bad("unit of " + c.Header)
		}
		if c.Aside != "" && c.Aside != AsideGrowing && c.Aside != AsideTotal && c.Aside != AsidePlan && c.Aside != AsideTwice && c.Aside != AsideTurnover && c.Aside != AsideServices {
			return bad("aside of " + c.Header)
		}
		if err := c.Series.check(); err != nil {
			return bad("series of " + c.Header)
		}
	}
	if !amounts {
		return bad("columns")
	}
	if s.Sheet != NoRole && (&Dims{}).of(s.Sheet) == nil {
		return bad("sheet")
	}
	if slices.ContainsFunc(s.Sections, func(r Role) bool { return !slices.Contains([]Role{RoleFlow, RolePeriod, RolePartner, RoleRegion}, r) }) {
		return bad("sections")
	}
	if s.Constants.check() != nil {
		return bad("constants")
	}
	return Units{Value: s.Constants.ValueUnit, Weight: s.Constants.WeightUnit, Basis: s.Constants.Basis}.check()
}

func (d Dims) check() error {
	if d.Period != "" && !periods.IsPart(d.Period) && d.Period != ofTitle && d.Period != toTitle {
		if _, ok := periods.Parse(d.Period); !ok {
			return &briefing.Error{Code: briefing.CodeBadPeriod, Op: "check shape", Path: d.Period}
		}
	}
	if d.Flow != "" && parseFlow(d.Flow) == "" {
		return &briefing.Error{Code: briefing.CodeBadProfile, Op: "check shape", Path: d.Flow}
	}
	return nil
}

var _ cells.Table = (*shapedTable)(nil)

// Name is the name of the source's table.
func (t *shapedTable) Name() string { return t.source.Name() }

// Rows reads the source from its start.
func (t *shapedTable) Rows(ctx context.Context) (cells.Rows, error) {
	rows, err := t.source.Rows(ctx)
	if err != nil {
		return nil, err
	}
	return newShapedRows(t, rows), nil
}
