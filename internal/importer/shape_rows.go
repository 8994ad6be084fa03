package importer

import (
	"slices"
	"strconv"
	"strings"

	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
)

// shapedTable hands over a table of free form as a plain one: a row for each
// observation, its columns those of layout.
type shapedTable struct {
	source  cells.Table
	fit     *fitted
	profile *Profile
}

// shapedRows hands over the rows of a shaped table.
type shapedRows struct {
	*shapedTable
	rows     cells.Rows
	groups   []series
	keys     []ShapeColumn
	sheet    Dims
	opened   Dims           // what the section says, see Shape.Sections
	above    map[int]string // last text of the columns that are filled down
	pending  int            // groups of the row that are still to come
	src      *cells.Row
	total    bool
	whole    bool // the sheet adds up others
	monthly  bool // a row of a month was met
	turned   bool // the sheet is of the turnover
	turnover bool // the row is of the turnover
	services bool // the row is of services
	regional bool // places are told: one may be in another
	mixed    bool // directions stand among goods or countries
	goods    bool // a row of the table's own was met that is no total
	heading  bool // the row is of all goods of the section that it opens
	partly   bool // the section names parts of it in their rows («в т.ч. рыба»), which need not be all
	byName   bool // no code tells goods apart: words say what is part of what
	part     bool // «из них: …»
	inside   bool // a part was met, and rows further in are parts as well
	depth    int  // of the last row that was no part, see indent
	numbered bool // the last row that was no part has a number in the column of row numbers
	last     string
	covers   chapterSet // of the last row that was no part
	parent   bool       // the last row that was no part has figures
	out      cells.Row
	buffer   []cells.Cell // of the rows of the layout
	places   []int
	totals   map[string]bool
	flows    map[string]figure.Flow // by label, see labelled
	numbers  int                    // the column of row numbers (№ п/п, 序号), 0 for none
	marks    map[int]string         // of footnotes in the row, by column
	units    int                    // the column that tells the unit of each row, 0 for none
	mates    mates
	lead     lead
	next     nextTable
	ahead    aheadRow
}

// aheadRow is a row read before its turn, and what the one before it was: a
// reader's row holds until the next only, so that both are copies.
type aheadRow struct {
	held, queued cells.Row
	err          error
	full         bool
}

func newShapedRows(t *shapedTable, rows cells.Rows) *shapedRows {
	r := &shapedRows{shapedTable: t, rows: rows, groups: t.fit.shape.series(), above: map[int]string{}, totals: map[string]bool{}, flows: map[string]figure.Flow{}, marks: map[int]string{}}
	for _, c := range t.fit.shape.Columns {
		if keyRole(c.Role) {
			r.keys = append(r.keys, c)
		}
		if r.numbers == 0 && c.Role == NoRole && numberHead(c.Header) {
			r.numbers = c.Index
		}
	}
	r.mixed, r.units = t.fit.shape.mixed(), t.fit.shape.unitsByRow()
	r.byName, r.regional = !t.fit.shape.hasRole(RoleCode), t.fit.shape.hasRole(RoleRegion)
	if role := t.fit.shape.Sheet; role != NoRole {
		name := sheetName(t.source)
		*r.sheet.of(role) = name
		r.turned = turnoverText(name)
		if totalSheet(name) || r.turned { // of all regions together, of the months together
			r.whole = role != RolePeriod || t.fit.shape.Constants.Period == ""
			*r.sheet.of(role) = ""
		}
	}
	return r
}

// Close ends the reading.
func (r *shapedRows) Close() error { return r.rows.Close() }

// Next gives the next observation, or a row of the source that is none.
func (r *shapedRows) Next() (*cells.Row, error) {
	for {
		if r.pending > 0 {
			g := &r.groups[len(r.groups)-r.pending]
			r.pending--
			return r.observation(g), nil
		}
		if second := r.mates.second; second != nil {
			r.mates.second, r.mates.joined = nil, true
			r.src, r.pending = second, len(r.groups)
			continue
		}
		src, err := r.read()
		if err != nil {
			return nil, err
		}
		switch {
		case src.Fault != "":
			return src, nil
		case src.Blank():
			r.next.gap = true
			continue
		case src.Line >= r.fit.from && src.Line <= r.fit.to:
			continue
		case src.Line < r.fit.from:
			r.next.title(src)
			return r.aside(src, AsideTitle), nil
		case r.isHeader(src):
			r.next.units = unitsOf(&r.fit.shape, r.next.titles)
			r.next.header()
			return r.aside(src, AsideHeader), nil
		case r.section(src):
			return r.aside(src, AsideNote), nil
		case r.isNote(src):
			r.next.note(src)
			r.leads(src)
			return r.aside(src, AsideNote), nil
		case r.next.gap && r.isForeignHeader(src):
			r.next.other = true
			return r.aside(src, AsideOther), nil
		}
		if r.next.row(); r.next.other {
			return r.aside(src, AsideOther), nil
		}
		r.joinLead(src)
		if r.units > 0 {
			src = r.pair(src)
		}
		r.unmark(src)
		r.fillDown(src)
		if r.unitRow(src) {
			return r.aside(src, AsideUnitRow), nil
		}
		if r.heading = r.headed(src); r.heading {
			r.partly = false
		}
		all := r.ofAll(src)
		if r.total = r.whole || r.isTotal(src) || all && r.goods; !r.total && (all || r.heading || r.byName && r.isWhole(src)) {
			src, r.total = r.peek(src)
		}
		r.goods = r.goods || !r.total && !all && r.hasFigures(src)
		r.turnover, r.services = r.turned || r.isTurnover(src), r.isServices(src)
		r.src, r.pending = src, len(r.groups)
		if r.byName || r.regional {
			r.within(src)
		}
	}
}

// read gives the next row of the source.
func (r *shapedRows) read() (*cells.Row, error) {
	if r.ahead.full {
		r.ahead.full = false
		return &r.ahead.queued, r.ahead.err
	}
	return r.rows.Next()
}

// peek looks at the row that follows one that is called a whole («Злаки,
// всего»): it is a total when its parts come next, and data when the next row
// is another total, or there is none.
func (r *shapedRows) peek(src *cells.Row) (same *cells.Row, total bool) {
	r.ahead.held = src.Clone()
	next, err := r.read()
	r.ahead.full, r.ahead.err = true, err
	if err != nil {
		return &r.ahead.held, false
	}
	r.ahead.queued = next.Clone()
	n := &r.ahead.queued
	if n.Fault != "" || n.Blank() {
		return &r.ahead.held, false
	}
	if r.opensParts(n) && (r.heading || r.ofAll(&r.ahead.held)) {
		return &r.ahead.held, true
	}
	if r.heading && r.hasFigures(n) && r.isPart(n) {
		r.partly = true
		return &r.ahead.held, false
	}
	return &r.ahead.held, r.hasFigures(n) && !r.names(n, func(s string) bool { return flowLabel(s).flow != "" }) && !r.isTotal(n) && !r.isWhole(n) && !r.isNote(n) && !r.isServices(n)
}

// names reports whether the name of a row where directions stand among goods is such.
func (r *shapedRows) names(src *cells.Row, such func(string) bool) bool {
	return r.mixed && slices.ContainsFunc(r.keys, func(c ShapeColumn) bool { return r.labelRole(c.Role) && such(cell(src, c.Index)) })
}

// isWhole looks for «…, всего» in the columns of names.
func (r *shapedRows) isWhole(src *cells.Row) bool {
	return slices.ContainsFunc(r.keys, func(c ShapeColumn) bool {
		return (c.Role == RoleProduct || c.Role == RoleAxis || c.Role == RolePartner) && wholeText(cell(src, c.Index))
	})
}

func (r *shapedRows) aside(src *cells.Row, reason string) *cells.Row {
	r.out = cells.Row{Line: src.Line, Cells: src.Cells, Aside: reason}
	return &r.out
}

// cell is the trimmed text of a column of the row.
func cell(src *cells.Row, index int) string {
	if index < 1 || index > len(src.Cells) {
		return ""
	}
	return string(cells.Trim(src.Cells[index-1].Text))
}

// isHeader tells the header, or its last row, from data: the columns that
// would hold figures hold their heads.
func (r *shapedRows) isHeader(src *cells.Row) bool {
	same := 0
	for _, c := range r.fit.shape.Columns {
		text := strings.Join(strings.Fields(cell(src, c.Index)), " ")
		if text == "" {
			continue
		}
		if text != c.Header && !strings.HasSuffix(c.Header, " / "+text) && !strings.HasPrefix(c.Header, text+" / ") {
			return false
		}
		same++
	}
	return same > 1
}

// isNote tells footnotes and headings between rows: no figure, and text in one
// cell that names no country; or the numbers of the columns under a header.
func (r *shapedRows) isNote(src *cells.Row) bool {
	filled, last, counting := 0, "", true
	for i := range src.Cells {
		text := cell(src, i+1)
		if text == "" {
			continue
		}
		filled, last = filled+1, text
		counting = counting && text == strconv.Itoa(filled)
	}
	if counting && filled > 2 && src.Line == r.fit.to+1 {
		return true
	}
	prose := filled > 1 && remarkText(cell(src, 1)) // with the delimiter of columns in it
	for _, g := range r.groups {
		for _, c := range g.columns {
			if text := cell(src, c.Index); text != "" && !(prose && !numeric(text)) && !(filled == 1 && strings.IndexFunc(text, isDigit) < 0) {
				return false
			}
		}
	}
	if filled > 1 {
		return prose
	}
	_, country := codes.Name(last)
	return !country || len(r.fit.header) < 2
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func (r *shapedRows) fillDown(src *cells.Row) {
	for _, c := range r.keys {
		if c.FillDown {
			if text := cell(src, c.Index); text != "" {
				r.above[c.Index] = text
			}
		}
	}
}

// hasFigures reports whether a column of amounts holds one.
func (r *shapedRows) hasFigures(src *cells.Row) bool {
	return slices.ContainsFunc(r.groups, func(g series) bool {
		return slices.ContainsFunc(g.columns, func(c ShapeColumn) bool {
			text := cell(src, c.Index)
			return text != "" && !missing([]byte(text))
		})
	})
}
