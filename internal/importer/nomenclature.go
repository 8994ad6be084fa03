package importer

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// Profiles of lists of commodity names. They are no tables of figures and are
// recognised before those.
const (
	ProfileNamesTNVED = "names-tnved" // text files of ТН ВЭД as the tax service gives them
	ProfileNames      = "names"       // a table of codes and names: the Chinese customs' list, the HS
)

// Reasons of lists of names, beside those of report.go.
const (
	AsideSection    = "section"    // a section of the classification has no code
	AsideExpired    = "expired"    // a code that is no longer in force
	RejectIrregular = "irregular"  // more or fewer cells than the header
	RejectNoName    = "no-name"    // a code without a name
	RejectNameTwice = "name-twice" // the code stood before, with another name
	NoteRareLetters = "rare-letters"
)

// nameList is a list in the making.
type nameList struct {
	profile string
	part    *part
	table   cells.Table
	line    int // of the header
	header  []string
	code    int // cell of the code
	name    int
	year    int // cell of the edition's year, −1
	first   [][]string
	scheme  classification.Scheme // by the header, empty when it does not say
	spoken  briefing.Lang
	found   classification.List
	rare    bool
	latest  int // year in which a row came into force

	superseded int // rows taken whose code a later row has
}

// codeHeads and nameHeads are how lists call their columns.
func codeHeads() []string {
	return []string{"hscode", "hs code", "hs", "code", "commodity code", "商品编码", "税则号列", "код", "код тн вэд", "код тн вэд еаэс", "тн вэд", "код товара"}
}

func nameHeads() []string {
	return []string{"description", "name", "commodity", "commodity name", "商品名称", "货品名称", "наименование", "наименование товара", "название", "наименование позиции"}
}

// otherHeads are columns that lists have beside code and name.
func otherHeads() []string {
	return []string{
		"", "section", "parent", "level", "year", "edition", "年份", "第一计量单位编码", "第一计量单位名称", "第二计量单位编码", "第二计量单位名称",
		"раздел", "группа", "уровень", "год", "редакция", "доп. ед. изм.", "единица измерения", "n", "№", "№ п/п",
	}
}

// findNames finds the lists of names among the parts of a file; none when it
// is a file of figures.
func findNames(ctx context.Context, parts []part) ([]*nameList, error) {
	var out []*nameList
	for i := range parts {
		p := &parts[i]
		for j := range p.variants {
			for _, t := range p.variants[j].tables {
				h, err := readHead(ctx, t)
				if err != nil {
					return nil, readError(p.file, err)
				}
				n := namesOf(h)
				if p.variants[j].delimiter == '|' && n == nil {
					n = namesOfTNVED(h)
				}
				if n == nil {
					continue
				}
				n.part, n.table = p, t
				out = append(out, n)
			}
		}
	}
	return out, nil
}

// namesOf finds a header of code and name with nothing beside that a list does
// not have: a table with a value column is one of figures.
func namesOf(h head) *nameList {
	for i, row := range h.rows[:min(len(h.rows), 10)] {
		n := nameList{profile: ProfileNames, line: h.lines[i], header: row, code: -1, name: -1, year: -1}
		known := true
		for at, cell := range row {
			f := codes.Fold(cell)
			switch {
			case n.code < 0 && slices.Contains(codeHeads(), f):
				n.code = at
				if strings.Contains(f, "тн вэд") {
					n.scheme = classification.TNVED
				}
			case n.name < 0 && slices.Contains(nameHeads(), f):
				n.name = at
			case f == "年份" || f == "year" || f == "год" || f == "edition" || f == "редакция":
				n.year = at
			case !slices.Contains(otherHeads(), f):
				known = false
			}
		}
		if n.code >= 0 && n.name >= 0 && known && i+1 < len(h.rows) {
			n.first = h.rows[i+1 : min(len(h.rows), i+11)]
			return &n
		}
	}
	return nil
}

// namesOfTNVED knows the files by their rows: a line with version and date,
// then numbers of sections, chapters, headings or subheadings with the days
// from which and to which they are in force.
func namesOfTNVED(h head) *nameList {
	if len(h.rows) < 2 {
		return nil
	}
	fit, all := 0, 0
	for _, row := range h.rows[1:] {
		all++
		if _, ok := tnvedRow(row); ok {
			fit++
		}
	}
	if fit < 1 || fit*2 < all {
		return nil
	}
	n := &nameList{profile: ProfileNamesTNVED, scheme: classification.TNVED, spoken: briefing.RU, year: -1, first: h.rows[1:min(len(h.rows), 11)]}
	if _, ok := tnvedRow(h.rows[0]); !ok {
		n.line, n.header = h.lines[0], h.rows[0]
		for _, cell := range h.rows[0] {
			if p, ok := periods.Parse(cell); ok && p.From.Year >= 1988 {
				n.found.Edition = classification.EditionIn(p.From.Year)
			}
		}
	}
	return n
}

// mapping describes the list for the preview.
func (n *nameList) mapping() Mapping {
	m := Mapping{
		File: n.part.file, Sheet: n.table.Name(), Encoding: string(n.part.encoding),
		HeaderRow: n.line, Profile: n.profile, Score: 100, First: n.first,
	}
	for i, h := range n.header {
		c := MappedColumn{Index: i + 1, Header: h}
		switch {
		case n.profile == ProfileNamesTNVED:
		case i == n.code:
			c.Role = RoleCode.String()
		case i == n.name:
			c.Role = RoleProduct.String()
		}
		m.Columns = append(m.Columns, c)
	}
	return m
}

// readNames reads the lists of a file.
func (j *job) readNames(ctx context.Context) (*Result, error) {
	led := newLedger()
	res := &Result{}
	for _, n := range j.names {
		take := n.row
		if n.profile == ProfileNamesTNVED {
			take = n.tnved()
		}
		if j.known() {
			take = func(*cells.Row) fate { return setAside(AsideUnchanged) }
		}
		n.found.Names = map[string]string{}
		p := &plan{found: found{part: n.part, table: n.table, line: n.line}}
		if err := j.table(ctx, p, led, func(r *cells.Row) (fate, error) {
			if r.Fault != "" {
				return faulty(r), nil
			}
			return take(r), nil
		}); err != nil {
			return nil, err
		}
		led.withdraw(AsideExpired, n.superseded)
		n.finish()
		if n.rare {
			led.note(NoteRareLetters)
		}
		if len(n.found.Names) > 0 {
			res.Names = append(res.Names, n.found)
		}
		res.Tables = append(res.Tables, n.mapping())
	}
	if err := j.mergeNames(res); err != nil {
		return nil, err
	}
	var err error
	if res.Report, err = led.close(); err != nil {
		return nil, err
	}
	res.Preview = res.Tables[0]
	res.Report.Skipped, res.Report.Hidden = j.skipped, j.hidden
	return res, nil
}

// mergeNames puts together what the parts of one file say of one list.
func (j *job) mergeNames(res *Result) error {
	var out []classification.List
	for _, l := range res.Names {
		at := slices.IndexFunc(out, func(o classification.List) bool {
			return o.Scheme == l.Scheme && o.Edition == l.Edition && o.Lang == l.Lang
		})
		if at < 0 {
			out = append(out, l)
			continue
		}
		for code, name := range l.Names {
			out[at].Names[code] = name
		}
	}
	if len(out) == 0 && !j.known() {
		return &briefing.Error{Code: briefing.CodeNoHeader, Op: "read names", Path: j.in.Name}
	}
	res.Names = out
	return nil
}

// row takes a row of a table of codes and names.
func (n *nameList) row(r *cells.Row) fate {
	cell := func(at int) string {
		if at < 0 || at >= len(r.Cells) {
			return ""
		}
		return string(cells.Trim(r.Cells[at].Text))
	}
	if cell(n.code) == n.header[n.code] && cell(n.name) == n.header[n.name] {
		return setAside(AsideHeader)
	}
	if len(r.Cells) != len(n.header) && n.ragged(r) {
		return rejectRow(RejectIrregular).saying(cell(n.code) + " " + cell(n.name))
	}
	c, why := codes.ParseCommodity(cell(n.code), true)
	switch {
	case why == codes.SeveralCodes:
		return rejectRow(RejectCodes).at(n.code + 1).saying(cell(n.code))
	case why != "" || c.Hidden:
		return rejectRow(RejectCode).at(n.code + 1).saying(cell(n.code))
	case c.Total:
		n.editionFrom(cell(n.name))
		return setAside(AsideTotal)
	}
	if n.year >= 0 {
		n.editionFrom(cell(n.year))
	}
	return n.add(c.Code, cell(n.name), n.code+1)
}

// ragged tells whether cells beyond those of the header hold anything, or
// cells before its last filled one are not there.
func (n *nameList) ragged(r *cells.Row) bool {
	for _, c := range r.Cells[min(len(r.Cells), len(n.header)):] {
		if len(cells.Trim(c.Text)) > 0 {
			return true
		}
	}
	filled := len(n.header)
	for filled > 0 && n.header[filled-1] == "" {
		filled--
	}
	return len(r.Cells) < filled || len(r.Cells) > len(n.header)
}

// add enters a name.
func (n *nameList) add(code, name string, column int) fate {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" || name == "?" {
		return rejectRow(RejectNoName).at(column).saying(code)
	}
	switch was, known := n.found.Names[code]; {
	case known && was == name:
		return setAside(AsideDuplicate)
	case known:
		return rejectRow(RejectNameTwice).at(column).saying(code)
	}
	n.found.Names[code] = name
	n.rare = n.rare || strings.Contains(name, "?")
	return stay()
}

// editionFrom reads the edition out of a year or a text, once.
func (n *nameList) editionFrom(s string) {
	if n.found.Edition != 0 {
		return
	}
	if p, ok := periods.Parse(s); ok && p.Kind == briefing.YearPeriod && p.From.Year >= 1988 {
		n.found.Edition = classification.EditionIn(p.From.Year)
		return
	}
	for _, e := range classification.Editions() {
		if strings.Contains(s, e.String()) || strings.Contains(s, "HS "+e.String()[2:]) {
			n.found.Edition = e
		}
	}
}

// finish decides what the rows have told: language by the letters, the scheme
// by the length of the codes, the edition by the file's name where nothing in
// the file says it.
func (n *nameList) finish() {
	l := &n.found
	han, cyrillic, longest := 0, 0, 0
	for code, name := range l.Names {
		longest = max(longest, len(code))
		switch {
		case strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) }):
			han++
		case strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }):
			cyrillic++
		}
	}
	switch l.Lang = briefing.EN; {
	case n.spoken != "":
		l.Lang = n.spoken
	case 2*han > len(l.Names):
		l.Lang = briefing.ZH
	case 2*cyrillic > len(l.Names):
		l.Lang = briefing.RU
	}
	switch l.Scheme = classification.HS; {
	case n.scheme != "":
		l.Scheme = n.scheme
	case longest > 6 && l.Lang == briefing.ZH:
		l.Scheme = classification.CNHS
	case longest > 6 && l.Lang == briefing.RU:
		l.Scheme = classification.TNVED
	}
	if l.Edition == 0 && n.latest > 0 {
		l.Edition = classification.EditionIn(n.latest)
	}
	if l.Edition == 0 {
		n.editionFrom(strings.ToUpper(n.part.file))
	}
	if l.Edition == 0 {
		if p, ok := periodOfName(n.part.file); ok {
			l.Edition = classification.EditionIn(p.From.Year)
		}
	}
}

// asNames reports whether a list of names may be what is asked for.
func asNames(profile string) bool {
	return profile == "" || profile == ProfileNames || profile == ProfileNamesTNVED
}
