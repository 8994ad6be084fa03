package importer

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/periods"
	"briefing/internal/importer/unitnames"
)

// Reasons for what a guess takes a column for ("importer.guess.<reason>" in
// the texts).
const (
	GuessHeader     = "header"     // its header says so
	GuessUnit       = "unit"       // the unit in its header says so
	GuessCountries  = "countries"  // its cells are names of countries
	GuessCodes      = "codes"      // its cells are commodity codes
	GuessPeriods    = "periods"    // its cells are periods
	GuessSeries     = "series"     // its header names the period, country or direction of its figures
	GuessFlows      = "flows"      // the cells are directions
	GuessMixed      = "mixed"      // goods or countries stand below the directions
	GuessPlan       = "plan"       // planned or expected: set aside
	GuessCumulative = "cumulative" // from the year's start, beside single periods
	GuessTwice      = "twice"      // the same figures as in another column, in another money or before they were revised
	GuessTurnover   = "turnover"   // exports and imports together: checked against their sum
	GuessServices   = "services"   // of services: set aside
	GuessLastYear   = "last-year"  // figures of the year before that of the rows: not used until a period is given to them
	GuessGoods      = "goods"      // the weight of some goods beside the value of all: not used
	GuessTotal      = "total"      // the sum of the columns beside it
	GuessUnused     = "unused"     // known and of no use for a figure: shares, growth, notes
	GuessUnknown    = "unknown"    // neither header nor cells tell
)

// Reasons for what a guess takes for all rows, in Guessed.Assumed.
const (
	AssumedTitle    = "title"    // read from titles, sheet or file name
	AssumedReporter = "reporter" // the country in whose language the table is
	AssumedSides    = "sides"    // exporters are taken for reporters
	AssumedNoCodes  = "no-codes" // no column of codes: all goods together
	// AssumedSomeCodes: names of goods hold codes, but not all: they are not used.
	AssumedSomeCodes = "some-codes"
	AssumedSheets    = "sheets" // the sheets' names are read
	AssumedColour    = "colour" // coloured cells are estimates
	AssumedPoint     = "point"  // numbers as 12.345 have decimals, not thousands
)

// GuessedColumn is what a column is taken for and why.
type GuessedColumn struct {
	Index    int    `json:"index"` // from 1
	Header   string `json:"header"`
	Role     Role   `json:"role"`
	Reason   string `json:"reason"`
	FillDown bool   `json:"fillDown,omitempty"`
}

// Guessed is a proposal for a table that no profile fits.
type Guessed struct {
	File    string          `json:"file"`
	Sheet   string          `json:"sheet,omitempty"`
	Table   string          `json:"table,omitempty"`  // one of several on the sheet: what it is chosen by
	Sheets  []string        `json:"sheets,omitempty"` // that the shape fits, when there are several
	Others  []string        `json:"others,omitempty"` // further tables on sheets with several, that it is not for
	Line    int             `json:"line"`             // of the header's first row
	Score   int             `json:"score"`            // of 100: how much of the table is explained
	Shape   Shape           `json:"shape"`
	Columns []GuessedColumn `json:"columns"` // all of the table, in order
	Assumed []string        `json:"assumed,omitempty"`
	// Missing is what a figure needs and the table does not tell: "reporter",
	// "partner" (to be set in Shape.Constants), "flow", "period", "value",
	// "weight" (asked for by the import too, see Needed), and what the user has to
	// decide before it is read: "region", "province", "decimal", "columns", AsideTurnover, AsideServices.
	Missing []string `json:"missing,omitempty"`
	// About are the words of the table that make something a question, by what is
	// missing.
	About map[string]string `json:"about,omitempty"`
	open  []string          // what has to be decided, of Missing
	First [][]string        `json:"-"` // the first rows below the header
	// The beginning of the table as it stands, for GuessAt only: texts and the
	// lines of the file that they are in.
	Rows   [][]string `json:"-"`
	Lines  []int      `json:"-"`
	Tables []string   `json:"-"` // names of all tables of the file
	// Delimiter of the columns of a text file, for GuessAt only; 0 in others.
	Delimiter byte `json:"-"`
}

// GuessFile guesses the shape of the file at path; see Guess.
func GuessFile(ctx context.Context, path string, o Options) (*Guessed, error) {
	var g *Guessed
	err := withFile(path, func(f *os.File, size int64) (err error) {
		g, err = Guess(ctx, filepath.Base(path), f, size, o)
		return err
	})
	return g, err
}

// Guess proposes how the best table of a file is read. A file without a table
// that has a header and figures gives CodeNoHeader; other errors are those of
// Read on opening.
func Guess(ctx context.Context, name string, data io.ReaderAt, size int64, o Options) (*Guessed, error) {
	limits := o.Limits.OrDefault()
	words := recogniser{profiles: Profiles()}
	parts, err := open(ctx, cells.Section(name, data, size), limits, words.words)
	if err != nil {
		return nil, err
	}
	if !o.Hidden {
		parts, _ = withoutHidden(parts)
	}
	var best *Guessed
	for i := range parts {
		for j := range parts[i].variants {
			tables, err := divideAll(ctx, parts[i].variants[j].tables)
			if err != nil {
				return nil, readError(parts[i].file, err)
			}
			if o.Table != "" {
				tables = tablesNamed(tables, o.Table)
			}
			g, err := guessTables(ctx, &parts[i], tables)
			if err != nil {
				return nil, readError(parts[i].file, err)
			}
			if g != nil && (best == nil || g.points() > best.points()) {
				best = g
			}
		}
	}
	if best == nil {
		return nil, &briefing.Error{Code: briefing.CodeNoHeader, Op: "guess", Path: name}
	}
	return best, nil
}

// points compare proposals: the score, and how much they explain.
func (g *Guessed) points() int {
	n := g.Score
	for _, c := range g.Shape.Columns {
		if c.Role != NoRole {
			n += 20
		}
	}
	return n - 10*len(g.Missing)
}

// guessTables guesses for the best table of a part, and finds the others of
// its shape.
func guessTables(ctx context.Context, p *part, tables []cells.Table) (*Guessed, error) {
	const most = 64 // tables looked at
	var best *Guessed
	var heads []head
	var arounds []*surround
	for i, t := range tables[:min(len(tables), most)] {
		h, err := readHead(ctx, t)
		if err == nil {
			err = h.merge(ctx, t)
		}
		if err != nil {
			return nil, err
		}
		heads = append(heads, h)
		around, err := surroundings(ctx, p.file, tables, i)
		if err != nil {
			return nil, err
		}
		arounds = append(arounds, around)
		g := guessTable(h, around)
		if g == nil {
			continue
		}
		fills, err := legendFills(ctx, t)
		if err != nil {
			return nil, err
		}
		g.colours(fills)
		g.tradeMap(h, around)
		g.named(t)
		if best == nil || g.points() > best.points() {
			best = g
		}
	}
	if best == nil {
		return nil, nil
	}
	best.File = p.file
	best.sheets(tables, heads, arounds)
	best.judge()
	return best, nil
}

// named notes which table the proposal is of.
func (g *Guessed) named(t cells.Table) {
	if g.Sheet = t.Name(); tableLabel(t) != sheetName(t) {
		g.Table = tableLabel(t)
	}
}

// guessTable proposes the shape of one table; nil when it has no header with
// figures below it.
func guessTable(h head, around *surround) *Guessed {
	const most = 512 // columns
	if slices.ContainsFunc(h.rows, func(r []string) bool { return len(r) > most }) {
		return nil
	}
	var best *guesser
	top := 0
	e := newEye()
	for i := range h.rows[:min(len(h.rows), searchRows)] {
		if i > 0 && headLike(h.rows[i-1:i]) && h.goesOn(i-1, 1) {
			continue // the lower row of a head that merged cells hold together
		}
		for n := 1; n <= 3 && i+n < len(h.rows); n++ {
			if !headLike(h.rows[i : i+n]) {
				break
			}
			if n < 3 && h.goesOn(i, n) {
				continue
			}
			if n > 1 && figuresBelow(h.rows[i], h.rows[i+n-1]) {
				break
			}
			x := newGuesser(e, h, i, n, around.with(h, h.lines[i]))
			if p := x.points(); p > top {
				best, top = x, p
			}
		}
	}
	if best == nil {
		return nil
	}
	best.codedNames()
	best.weights()
	best.fillDown()
	return best.guessed()
}

// headLike refuses rows that are no part of a header: titles that stand alone
// in the first column, rows with figures other than years.
func headLike(rows [][]string) bool {
	for _, row := range rows {
		if codesIn(row) != nil {
			continue
		}
		filled, first := 0, -1
		for i, s := range row {
			if s == "" {
				continue
			}
			if filled++; first < 0 {
				first = i
			}
			if len(s) > 300 || numeric(s) && s[0] != '(' && !periods.IsYear(s) && periods.MonthIn(s) == 0 && !periods.IsMonth(s) {
				return false
			}
		}
		if filled == 0 || filled == 1 && (first == 0 || onlyUnit(row[first])) || slices.ContainsFunc(row, unitLine) {
			return false
		}
	}
	return true
}

// figuresBelow reports whether what would be the lower row of a head is a row of
// figures that could be months: «Соя;1;2» below «Товар;2024;2025», «2024;1;2» below
// «Год;Соя;Лес».
func figuresBelow(upper, lower []string) bool {
	first := slices.IndexFunc(lower, func(s string) bool { return s != "" })
	if codesIn(lower) != nil || first < 0 || first >= len(upper) || upper[first] == "" {
		return false
	}
	role, _ := headRole(upper[first])
	if of := role == RoleYear || role == RolePeriod; numeric(lower[first]) && !(of && periods.IsYear(lower[first])) {
		return false
	}
	return slices.ContainsFunc(lower[first+1:], func(s string) bool { return numeric(s) && s[0] != '(' && !periods.IsYear(s) && !periods.IsMonth(s) })
}

// onlyUnit reports whether a text is a unit and nothing else: alone above a table
// it holds for all of it, «тыс. долл. США» at the right edge.
func onlyUnit(s string) bool { return unitnames.Parse(strings.Trim(s, "() ")) != "" }

// unitLine reports whether a cell begins a line that tells the unit of the table.
func unitLine(s string) bool {
	return slices.ContainsFunc([]string{"单位：", "单位:", "计量单位：", "计量单位:", "金额单位：", "金额单位:", "единица измерения:", "единицы измерения:", "unit:", "units:"}, func(w string) bool {
		return strings.HasPrefix(strings.ToLower(s), w)
	})
}

// Tells reports whether columns, headers or sheets tell the role's dimension.
func (s *Shape) Tells(r Role) bool {
	return s.hasRole(r) || s.seriesSay(r) || s.Sheet == r || slices.Contains(s.Sections, r)
}

// seriesSay reports whether headers tell the role's dimension.
func (s *Shape) seriesSay(r Role) bool {
	return slices.ContainsFunc(s.Columns, func(c ShapeColumn) bool { return *c.Series.of(r) != "" })
}

// Missing is what figures need and the shape does not say, see Guessed.Missing.
func (s *Shape) Missing() []string {
	var out []string
	if s.onlyPlans() {
		return nil
	}
	need := func(what string, told bool) {
		if !told {
			out = append(out, what)
		}
	}
	any := func(roles ...Role) bool { return slices.ContainsFunc(roles, s.hasRole) }
	need("reporter", any(RoleReporter, RoleReporterISO, RoleReporterName) || s.says(RoleReporter))
	need("partner", any(RolePartner, RolePartnerISO, RolePartnerName) || s.says(RolePartner))
	need("flow", any(RoleFlow) || s.says(RoleFlow))
	need("period", any(RolePeriod, RoleYear) || s.says(RolePeriod))
	value, values := s.unit(RoleValue)
	need("value", value != "" || values || any(RoleValueUnit) || !any(RoleValue) || s.unitsInCells(RoleValue))
	weight, weights := s.unit(RoleWeight)
	need("weight", weight != "" || weights || any(RoleWeightUnit) || !any(RoleWeight) || s.unitsInCells(RoleWeight))
	return out
}

// ask notes what the user has to decide, with the words that make it a question.
func (g *Guessed) ask(what, about string) {
	if g.About == nil {
		g.About = map[string]string{}
	}
	g.open, g.About[what] = append(g.open, what), about
}

// judge lists what is missing and scores the proposal.
func (g *Guessed) judge() {
	g.Missing = append(g.Shape.Missing(), g.open...)
	if slices.Contains(g.open, AsideTurnover) { // asked for in place of the direction
		g.Missing = slices.DeleteFunc(g.Missing, func(m string) bool { return m == "flow" })
	}
	known, all := 0, 0
	for _, c := range g.Columns {
		switch {
		case c.Header == "" && c.Role == NoRole:
			continue
		case c.Reason == GuessHeader, c.Reason == GuessSeries, c.Reason == GuessUnit, c.Reason == GuessUnused, c.Reason == GuessCumulative, c.Reason == GuessTotal, c.Reason == GuessPlan, c.Reason == GuessTwice, c.Reason == GuessTurnover, c.Reason == GuessServices, c.Reason == GuessLastYear, c.Reason == GuessGoods:
			known += 4
		case c.Reason != GuessUnknown:
			known += 3
		}
		all += 4
	}
	g.Score = max(1, 100*known/max(all, 1)-10*len(g.Missing))
}
