package importer

import (
	"bytes"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// mapper turns rows of one table into observations. Texts that come again are
// resolved once.
type mapper struct {
	*plan
	led       *ledger
	examples  [][]string // of our template: no data
	importID  briefing.ID
	class     string // of the current row
	scratch   []byte
	flows     map[string]figure.Flow
	periods   map[string]briefing.Period
	partners  map[string]place1
	reporters map[string]place1
	products  map[string]product
	texts     map[string]string
	totals    map[string]bool
	classes   map[string]bool // all that occurred
}

// place1 is a resolved country, or why there is none.
type place1 struct{ code, reason string }

// memoLimit bounds each table of resolved texts.
const memoLimit = 1 << 18

func newMapper(p *plan, led *ledger, id briefing.ID) *mapper {
	return &mapper{
		plan: p, led: led, importID: id, examples: p.profile.exampleRows(),
		flows: map[string]figure.Flow{}, periods: map[string]briefing.Period{},
		partners: map[string]place1{}, reporters: map[string]place1{},
		products: map[string]product{}, texts: map[string]string{}, totals: map[string]bool{}, classes: map[string]bool{},
	}
}

// text is the trimmed text of a role's cell, empty when there is none.
func (p *plan) text(r *cells.Row, role Role) []byte {
	at := p.col[role]
	if at < 0 || at >= len(r.Cells) {
		return nil
	}
	return cells.Trim(r.Cells[at].Text)
}

// refuse rejects the row for the cell of a role.
func (p *plan) refuse(r *cells.Row, role Role, reason string) fate {
	return rejectRow(reason).at(p.col[role] + 1).saying(string(p.text(r, role)))
}

// memo resolves a text once.
func memo[T any](m map[string]T, b []byte, resolve func(string) T) T {
	if v, ok := m[string(b)]; ok {
		return v
	}
	s := string(b)
	v := resolve(s)
	if len(m) < memoLimit {
		m[s] = v
	}
	return v
}

// row maps a row into o.
func (m *mapper) row(r *cells.Row, o *figure.Observation) fate {
	if r.Fault != "" {
		return faulty(r)
	}
	if r.Aside == AsideNote {
		return noted(r)
	}
	if r.Aside == AsideOther {
		return setAside(r.Aside).saying(place(m.part.file, m.table.Name())).at(r.Line)
	}
	if r.Aside != "" {
		return setAside(r.Aside)
	}
	if f := m.structure(r); !f.ok() {
		return f
	}
	if m.allAside != "" {
		return setAside(m.allAside)
	}
	if !m.profile.Settled && m.isTotal(r) {
		if !m.isWorld(r) || !m.steps(r, o).ok() {
			return setAside(AsideTotal)
		}
		return stay()
	}
	if b := m.text(r, RoleRegion); len(b) > 2 && len(b) < 100 && !m.profile.Settled && m.is('P', b, partText) {
		return setAside(AsidePart) // «в том числе г. Новосибирск»: it is in its region's row
	}
	f := m.steps(r, o)
	if f.reject != "" && m.totalElsewhere(r) {
		return setAside(AsideTotal)
	}
	return f
}

// totalElsewhere reports whether a row of a table of a known kind has the word of a
// total where a period, a direction or a region would stand.
func (m *mapper) totalElsewhere(r *cells.Row) bool {
	return m.shape == nil && !m.profile.Settled && m.profile.Key != ProfileTemplate &&
		slices.ContainsFunc([]Role{RolePeriod, RoleYear, RoleFlow, RoleRegion}, func(role Role) bool {
			text := string(m.text(r, role))
			return bareTotal(text) || averageText(text)
		})
}

// steps maps the parts of a row.
func (m *mapper) steps(r *cells.Row, o *figure.Observation) fate {
	if m.profile.Long {
		m.plainCodes(r)
	}
	*o = figure.Observation{Import: m.importID, Line: r.Line, Status: briefing.Normal, Classification: m.profile.Classification}
	for i, step := range steps {
		if f := step(m, r, o); !f.ok() {
			return m.all(f, i+1, r, o)
		}
	}
	return stay()
}

// all looks what else is wrong in a rejected row of our own template: who
// fills it in by hand should not have to bring it once for each cell.
func (m *mapper) all(f fate, next int, r *cells.Row, o *figure.Observation) fate {
	if f.reject == "" || m.profile.Key != ProfileTemplate {
		return f
	}
	for _, step := range steps[next:] {
		f = f.and(step(m, r, o))
	}
	return f
}

// steps map one part of a row each, in an order in which each finds what it
// needs of the others.
var steps = [...]func(*mapper, *cells.Row, *figure.Observation) fate{
	(*mapper).mapClass, (*mapper).mapProduct, (*mapper).mapPartner, (*mapper).mapFlow, (*mapper).mapReporter,
	(*mapper).mapPeriod, (*mapper).mapAmounts, (*mapper).mapBasis, (*mapper).mapMarks,
}

// faulty rejects a row that the reader could not read.
func faulty(r *cells.Row) fate {
	f := rejectRow(r.Fault).at(r.Column)
	switch {
	case r.Column > 0 && r.Column <= len(r.Cells):
		f.text = string(r.Cells[r.Column-1].Text)
	case len(r.Cells) > 0:
		f.text = string(r.Cells[0].Text[:min(len(r.Cells[0].Text), 2*textLimit)])
	}
	return f
}

// structure sets aside rows that are no data: the header again, footnotes,
// detail by an axis whose total is stored.
func (m *mapper) structure(r *cells.Row) fate {
	if m.isHeader(r) {
		return setAside(AsideHeader)
	}
	if m.isNote(r) || m.opensParts(r) {
		return noted(r)
	}
	if m.isDetail(r) || len(m.keep) > 0 && partFlow(string(m.text(r, RoleFlow))) {
		return setAside(AsideBreakdown)
	}
	return stay()
}

// isHeader compares with the header cell by cell, in any case: downloads that
// were put together have it again in the middle, sometimes without the empty
// cells at its end.
func (p *plan) isHeader(r *cells.Row) bool {
	same := 0
	for i, h := range p.headerText {
		var c []byte
		if i < len(r.Cells) {
			c = cells.Trim(r.Cells[i].Text)
		}
		if !bytes.EqualFold(c, h) {
			return false
		}
		if len(h) > 0 {
			same++
		}
	}
	return same > 1
}

// isNote reports whether a row has text in one cell only and none in the
// columns that make a figure.
func (m *mapper) isNote(r *cells.Row) bool {
	filled := 0
	for _, c := range r.Cells {
		if len(cells.Trim(c.Text)) > 0 {
			if filled++; filled > 1 {
				return false
			}
		}
	}
	return len(m.header) > 2 && len(m.text(r, RoleValue)) == 0 && len(m.text(r, RoleWeight)) == 0
}

func (m *mapper) mapClass(r *cells.Row, o *figure.Observation) fate {
	b := m.text(r, RoleClassification)
	if len(b) > 0 {
		o.Classification = memo(m.texts, m.tagged('c', b), func(s string) string {
			s = strings.ToUpper(s[2:])
			if known, ok := m.profile.Classifications[s]; ok {
				return known
			}
			return namedClass(s)
		})
	}
	if o.Classification == "" {
		if m.col[RoleClassification] >= 0 {
			return m.refuse(r, RoleClassification, RejectClassification)
		}
		o.Classification = "HS"
	}
	if o.Classification != m.class {
		m.class = o.Classification
		if m.classes[m.class] = true; !figure.Harmonised(m.class) {
			m.led.note(NoteOtherClass)
		}
	}
	return stay()
}

// namedClass is the key of a classification that is called by its name, as the
// program prints it and people write it: «ТН ВЭД ЕАЭС», «ГС 2017», "HS-2022".
func namedClass(s string) string {
	f := strings.NewReplacer(" ", "", "-", "", ".", "", "«", "", "»", "").Replace(codes.Fold(s))
	switch f {
	case "тнвэд", "тнвэдеаэс", "тнвэдтс", "тнвэдснг", "eaeucn", "tnved", "tnvedeaeu":
		return "TNVED"
	case "гс", "гармонизированнаясистема", "hs", "harmonisedsystem", "harmonizedsystem", "协调制度":
		return "HS"
	}
	for _, prefix := range []string{"гс", "hs"} {
		if year, ok := strings.CutPrefix(f, prefix); ok && periods.IsYear(year) {
			return "HS" + year
		}
	}
	return s
}

// mapProduct reads code and name. The scratch buffer tells codes of different
// classifications apart.
func (m *mapper) mapProduct(r *cells.Row, o *figure.Observation) fate {
	raw := m.text(r, RoleCode)
	if m.profile.Long && m.col[RoleCode] < 0 {
		raw = []byte(figure.TotalCode)
	}
	if len(raw) == 0 && m.profile.Key == ProfileOwnData && hiddenName(string(m.text(r, RoleProduct))) {
		raw = []byte("XXXXXXXXXX")
	}
	hs := figure.Harmonised(o.Classification)
	m.scratch = append(m.scratch[:0], raw...)
	if !hs {
		m.scratch = append(m.scratch, 0)
	}
	p, ok := m.products[string(m.scratch)]
	if !ok {
		if p = parseCode(string(raw), hs); p.open {
			p = m.codeColumn.starred(string(raw), p)
		}
		if len(m.products) < memoLimit {
			m.products[string(m.scratch)] = p
		}
	}
	if p.reason != "" {
		return m.refuse(r, RoleCode, p.reason)
	}
	o.Code, o.Level = p.code, p.level
	if b := m.text(r, RoleProduct); len(b) > 0 {
		o.Product = memo(m.texts, b, strings.Clone)
	} else {
		o.Product = p.name
	}
	if p.hidden {
		o.Conf = "C"
		if len(p.known) > 1 && !m.profile.Settled {
			m.led.partly[cutText(string(raw))] = true
		}
		if o.Product == "" {
			o.Product = memo(m.texts, raw, strings.Clone)
		}
		m.led.note(NoteHidden)
	}
	if p.padded {
		m.led.note(NotePadded)
	}
	return stay()
}

func (m *mapper) mapFlow(r *cells.Row, o *figure.Observation) fate {
	if m.col[RoleFlow] < 0 {
		o.Flow = m.flow
		return stay()
	}
	o.Flow = memo(m.flows, m.text(r, RoleFlow), parseFlow)
	if o.Flow == "" {
		return m.refuse(r, RoleFlow, RejectFlow)
	}
	if m.units.Flow != "" && o.Flow != m.units.Flow {
		return halt(m.conflict("flow"))
	}
	return stay()
}

// parseFlow reads the words and codes for flows of all sources.
func parseFlow(s string) figure.Flow {
	switch codes.Fold(s) {
	case "им", "импорт", "import", "imports", "gross import", "gross imports", "gross imp.", "imp", "im", "m", "1", "进口", "ввоз", "и":
		return figure.Import
	case "эк", "экспорт", "export", "exports", "gross export", "gross exports", "gross exp.", "exp", "ex", "x", "2", "出口", "вывоз", "э":
		return figure.Export
	case "re-export", "re-exports", "reexport", "rx", "3", "реэкспорт", "рэ", "复出口", "转口":
		return figure.ReExport
	case "re-import", "re-imports", "reimport", "rm", "4", "реимпорт", "ри", "复进口":
		return figure.ReImport
	}
	return ""
}

func (m *mapper) mapPeriod(r *cells.Row, o *figure.Observation) fate {
	role := RolePeriod
	if m.col[role] < 0 {
		role = RoleYear
	}
	if m.col[role] < 0 {
		o.Period = m.period
		return stay()
	}
	b := m.text(r, role)
	if m.col[RoleMonth] >= 0 {
		b = m.monthOfYear(b, m.text(r, RoleMonth))
	}
	p := memo(m.periods, b, func(s string) briefing.Period {
		p, _ := m.periodColumn.period(s)
		return p
	})
	if p.Kind == briefing.NoPeriod {
		_, why := m.periodColumn.period(string(b))
		return m.refuse(r, role, why)
	}
	if given := m.units.Period; given.Kind != briefing.NoPeriod && p != given && !m.profile.MonthByName {
		return halt(m.conflict("period"))
	}
	if m.profile.MonthByName && p.Kind == briefing.YearPeriod && m.stretch.Kind == briefing.NoPeriod {
		if m.period.Kind == briefing.NoPeriod || m.period.From.Year != p.From.Year {
			return m.refuse(r, role, RejectPeriod) // the file's name says another year
		}
		p = m.period
	}
	if m.stretch.Kind != briefing.NoPeriod && p.Kind == briefing.YearPeriod {
		p = periods.InYear(m.stretch, p.From.Year)
	}
	o.Period = p
	return stay()
}

// mapBasis reads the basis of prices. What a row states is not contradicted;
// what only the source's methodology says, the user may know better.
func (m *mapper) mapBasis(r *cells.Row, o *figure.Observation) fate {
	given := m.units.basisOf(o.Flow)
	if b := m.text(r, RoleBasis); m.col[RoleBasis] >= 0 && len(b) > 0 {
		o.Basis = strings.ToUpper(string(b))
		if o.Basis != "FOB" && o.Basis != "CIF" {
			return m.refuse(r, RoleBasis, RejectBasis)
		}
	}
	switch {
	case o.Basis != "" && given != "" && o.Basis != given:
		return halt(m.conflict("basis"))
	case o.Basis != "":
	case given != "":
		o.Basis = given
	default:
		o.Basis = m.profile.Basis[o.Flow]
	}
	return stay()
}
