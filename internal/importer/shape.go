package importer

import (
	"context"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
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

	regionSaid, provinceSaid bool // by the user, whatever the title names
	columnsSeen              bool // by the user, whose heads may have slid
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
	if d.Period != "" && !partOnly(d.Period) && d.Period != ofTitle && d.Period != toTitle {
		if _, ok := parsePeriod(d.Period); !ok {
			return &briefing.Error{Code: briefing.CodeBadPeriod, Op: "check shape", Path: d.Period}
		}
	}
	if d.Flow != "" && parseFlow(d.Flow) == "" {
		return &briefing.Error{Code: briefing.CodeBadProfile, Op: "check shape", Path: d.Flow}
	}
	return nil
}

// partOnly reports whether a text is a part of a year without the year, see
// PartPeriod.
func partOnly(s string) bool {
	_, ok := PartPeriod(s)
	return ok
}

// Headers are the columns' headers in order; their folded form identifies a
// shape, see Fingerprint.
func (s *Shape) headers() []string {
	var out []string
	for _, c := range s.Columns {
		out = append(out, shapeHeader(c.Header))
	}
	return out
}

// shapeHeader is a header in the form in which shapes are compared: periods in
// it are left out, since the next file has later ones.
func shapeHeader(h string) string {
	f := codes.Fold(h)
	if p, ok := periodIn(f); ok {
		f = strings.Join(strings.Fields(p.rest), " ") + "{}"
		if p.growing { // the running total has a form of its own
			f += "+"
		}
	}
	return f
}

// joinHeader joins header rows column by column. A head of an upper row that
// has other heads below it reaches to the right over blank cells as far as
// there are heads below.
func joinHeader(rows [][]string) []string { return joinHeads(rows, nil) }

// joinHeads is joinHeader for rows of which those told as exact already say in
// each cell what reaches to it.
func joinHeads(rows [][]string, exact []bool) []string {
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
	}
	at := func(row, c int) string {
		if c >= len(rows[row]) {
			return ""
		}
		return strings.Join(strings.Fields(rows[row][c]), " ")
	}
	out := make([]string, width)
	for i := range rows {
		last := ""
		for c := range width {
			under := ""
			if i+1 < len(rows) {
				under = at(i+1, c)
			}
			text := at(i, c)
			switch {
			case text != "" && under != "" && under != text && !(exact != nil && exact[i]):
				last = text
			case text != "":
				last = ""
			case under != "":
				text = last
			default:
				last = ""
			}
			switch {
			case text == "" || out[c] == text || strings.HasSuffix(out[c], " / "+text):
			case out[c] == "":
				out[c] = text
			default:
				out[c] += " / " + text
			}
		}
	}
	return out
}

// fitted is a shape brought to a table: columns where they stand, constants
// said by the titles filled in.
type fitted struct {
	shape    Shape
	key      string
	from, to int      // lines of the header
	header   []string // joined
	first    [][]string
	score    int
	title    string // what the table is called above its header
	slid     bool   // its heads may stand beside their columns
	marked   bool   // heads or cells bear marks of footnotes
	legend   legendOf
	titles   []string
}

// fit finds the header of the shape in the head of a table.
func (s *Shape) fit(h head) (*fitted, bool) {
	for i := 0; i+s.HeaderRows <= len(h.rows) && i < searchRows; i++ {
		header := h.header(i, s.HeaderRows)
		columns, score := s.place(header)
		if score == 0 && h.heads != nil { // kept before merged cells were known
			header = joinHeader(h.rows[i : i+s.HeaderRows])
			columns, score = s.place(header)
		}
		if score == 0 {
			continue
		}
		f := &fitted{shape: *s, header: header, score: score, from: h.lines[i], to: h.lines[i+s.HeaderRows-1]}
		f.shape.Columns = columns
		f.first = h.rows[i+s.HeaderRows : min(len(h.rows), i+s.HeaderRows+10)]
		f.marked = marksIn(h.rows[i:])
		f.slid = h.slid(i, s.HeaderRows, func(column int) bool {
			return slices.ContainsFunc(columns, func(c ShapeColumn) bool { return c.Index == column && c.Role != NoRole })
		})
		return f, true
	}
	return nil, false
}

// place finds the shape's columns in a header. All that bear a role must be
// there, but of the columns of periods one is enough, and new ones are read
// like their neighbours. The score is 0 when the header is another one.
func (s *Shape) place(header []string) ([]ShapeColumn, int) {
	taken := make([]bool, len(header))
	forms := make([]string, len(header))
	for i, h := range header {
		forms[i] = shapeHeader(h)
	}
	var out []ShapeColumn
	periods := map[string]ShapeColumn{}
	met, bound := 0, 0
	for _, c := range s.Columns {
		form := shapeHeader(c.Header)
		if _, has := periodIn(codes.Fold(c.Header)); has && c.Series.Period != "" && !partOnly(c.Series.Period) {
			periods[form] = c
			continue
		}
		at := c.Index - 1
		if at >= len(forms) || taken[at] || forms[at] != form {
			at = -1
			for i := range forms {
				if form != "" && forms[i] == form && !taken[i] {
					at = i
					break
				}
			}
		}
		if at < 0 {
			if c.Role != NoRole {
				return nil, 0
			}
			continue
		}
		taken[at], c.Index = true, at+1
		bound++
		out = append(out, c)
	}
	for i, form := range forms {
		c, ok := periods[form]
		p, has := periodIn(codes.Fold(header[i]))
		if !ok || !has || taken[i] {
			continue
		}
		taken[i] = true
		c.Index, c.Header, c.Series.Period = i+1, header[i], p.period.String()
		out = append(out, c)
		met++
	}
	if len(periods) > 0 && met == 0 || len(out) == 0 || bound+met < 2 {
		return nil, 0
	}
	slices.SortFunc(out, func(a, b ShapeColumn) int { return a.Index - b.Index })
	filled := 0
	for _, f := range forms {
		if f != "" {
			filled++
		}
	}
	return out, max(1, 100*len(out)/max(filled, len(out)))
}

// found makes the table that the plan reads.
func (f *fitted) found(p *part, v *variant, t cells.Table) found {
	profile, header, binding := f.layout()
	return found{
		part: p, variant: v, profile: profile, score: f.score, header: header, binding: binding, first: nil, titles: f.titles,
		table: &shapedTable{source: t, fit: f, profile: profile}, shape: f,
	}
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
