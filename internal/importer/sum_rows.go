package importer

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
)

// Rows that add others up are set aside, since what they say is in the others.
// Whether it is, is looked at in the end: a group of countries of which none
// stands in the file is a total of nothing, and a total that says neither its
// direction nor its period is of the rows above it.

// RejectGroup is the reason of a row of a group of countries or regions of which
// none has a row of its own: it can't be stored, and without it sums lack it.
const RejectGroup = "group"

// sumRow is a row that adds others up.
type sumRow struct {
	file               string // and sheet
	line, part, column int
	name               string // what the row calls itself
	of                 sumOf
	bare               bool // a total, and not of what
	o                  figure.Observation
	key                checkKey // of a total that says what it is of
	keyed              bool
}

// sumOf is what a row adds up.
type sumOf uint8

const (
	sumOfRows sumOf = iota
	sumOfCountries
	sumOfRegions
)

// sumsKept is how many rows that add others up are looked at.
const sumsKept = 5000

// keepSum notes a row that adds others up.
func (m *mapper) keepSum(s sumRow, r *cells.Row) {
	if len(m.led.sums) >= sumsKept {
		return
	}
	s.file, s.line, s.part, s.column = place(m.part.file, m.table.Name()), r.Line, r.Part, r.Place(s.column)
	m.led.sums = append(m.led.sums, s)
}

// keepTogether notes a row of a group of countries or of a district; false for
// any other row.
func (m *mapper) keepTogether(r *cells.Row) bool {
	partner := m.present(RolePartnerISO, RolePartnerName, RolePartner)
	region := string(m.text(r, RoleRegion))
	s := sumRow{of: sumOfCountries, name: m.codeOf(string(m.text(r, partner))), column: m.col[partner] + 1}
	switch {
	case countryGroup(s.name):
	case districtText(region) && !wholeCountry(region):
		s.of, s.name, s.column = sumOfRegions, region, m.col[RoleRegion]+1
	default:
		return false
	}
	s.o = figure.Observation{Classification: m.profile.Classification}
	if m.profile.Long {
		m.plainCodes(r)
	}
	if !m.reads(r, &s.o, (*mapper).mapClass, (*mapper).mapProduct, (*mapper).mapFlow, (*mapper).mapReporter, (*mapper).mapPeriod, (*mapper).mapAmounts) {
		return true
	}
	if s.of == sumOfRegions {
		if !m.mapPartner(r, &s.o).ok() {
			return true
		}
	} else if s.o.Region = m.ofRegion; len(m.text(r, RoleRegion)) > 0 {
		s.o.Region = m.region('r', m.text(r, RoleRegion), s.o.Reporter)
	}
	m.keepSum(s, r)
	return true
}

// keepBlank notes a total that does not say of which direction or period it is,
// or whose words others say as well: it is of the rows around it.
func (m *mapper) keepBlank(r *cells.Row, key checkKey, keyed bool) {
	if m.profile.Long || m.shape != nil && (m.shape.shape.seriesSay(RoleRegion) || m.shape.shape.seriesSay(RoleCode) || m.shape.shape.seriesSay(RoleProduct)) {
		return
	}
	s := sumRow{key: key, keyed: keyed}
	if keyed {
		s.o = figure.Observation{Flow: key.flow, Reporter: key.reporter, Partner: key.partner, Period: key.period}
	} else if m.shape != nil {
		m.readAcross(r, &s.o)
	}
	for i := range r.Cells {
		t := cell(r, i+1)
		if m.shape != nil && t == figure.TotalCode { // the layout's word for rows without a code
			continue
		}
		if t != "" && (totalWord(t) || totalBehind(t)) {
			s.name, s.column, s.bare = t, i+1, bareTotal(t)
			break
		}
	}
	if s.name != "" && m.mapValue(r, &s.o).ok() && s.o.Value.Valid {
		m.keepSum(s, r)
	}
}

// readAcross reads of a total what the heads over its columns say: each of them
// has a total of its own.
func (m *mapper) readAcross(r *cells.Row, o *figure.Observation) {
	var told figure.Observation
	if m.mapFlow(r, &told).ok() {
		o.Flow = told.Flow
	}
	if m.shape.shape.seriesSay(RolePartner) && m.mapPartner(r, &told).ok() && told.Partner != figure.World {
		o.Partner = told.Partner
	}
	if m.shape.shape.seriesSay(RolePeriod) && m.mapPeriod(r, &told).ok() {
		o.Period = told.Period
	}
}

// totalBehind reports whether a code is followed by the word for a total: «10 Итого».
func totalBehind(s string) bool {
	rest := strings.TrimLeft(s, "0123456789 .-–—:")
	return rest != s && totalWord(rest)
}

// totalCode reports whether the column of codes says that the row is a total:
// of a chapter, or of all goods where no country has it.
func (m *mapper) totalCode(r *cells.Row) bool {
	b := m.text(r, RoleCode)
	if len(b) < 2 || len(b) > 40 || m.col[RoleCode] < 0 || m.profile.Long {
		return false
	}
	if b[0] >= '0' && b[0] <= '9' {
		return len(b) > 8 && m.is('T', b, totalBehind)
	}
	named := m.text(r, m.present(RolePartnerISO, RolePartnerName, RolePartner))
	return m.shape == nil && len(named) == 0 && m.is('U', b, totalWord)
}

// opensParts reports whether a row says that parts of the one above follow, and
// has no figures: «в том числе:» in the column of countries.
func (m *mapper) opensParts(r *cells.Row) bool {
	b := m.text(r, m.present(RolePartnerISO, RolePartnerName, RolePartner))
	if len(b) < 4 || len(b) > 40 || m.profile.Settled {
		return false
	}
	for _, role := range [...]Role{RoleValue, RoleWeight, RoleQuantity, RoleObservation} {
		if len(m.text(r, role)) > 0 {
			return false
		}
	}
	return m.is('V', b, func(s string) bool {
		f := strings.TrimRight(codes.Fold(s), ":.： ")
		return f == "в том числе" || f == "из них" || f == "из него" || f == "из нее" || f == "of which" || f == "including" || f == "其中"
	})
}

// lines are those of one table; to is 0 where it reaches to the end.
type lines struct{ from, to int }

func (l lines) hold(line int) bool { return line >= l.from && (l.to == 0 || line <= l.to) }

// stretches are the lines of the tables of a file with one sheet, where they tell
// the tables apart.
func (j *job) stretches() (out []lines) {
	if len(j.plans) == 1 {
		return []lines{{}}
	}
	first := portionOf(j.plans[0].table)
	for _, plan := range j.plans {
		p := portionOf(plan.table)
		if p == nil || first == nil || p.among != first.among || p.at.FromColumn > 1 || p.at.ToColumn > 0 {
			return nil
		}
		out = append(out, lines{p.at.FromRow, p.at.ToRow})
	}
	return out
}

// judgeSums looks what became of what the rows say that add others up: totals
// to be compared, and rows that are rejected since nothing else says what they do.
func (l *ledger) judgeSums(set *figure.Set, tables []lines) (out []CheckTotal, err error) {
	if len(l.sums) == 0 {
		return nil, nil
	}
	slices.SortStableFunc(l.sums, func(a, b sumRow) int {
		if a.file != b.file {
			return strings.Compare(a.file, b.file)
		}
		return a.line*1000 + a.part - b.line*1000 - b.part
	})
	if out, err = l.judgeGroups(set); err != nil {
		return out, err
	}
	for _, r := range tables {
		blanks, err := l.judgeBlanks(set, r)
		if err != nil {
			return out, err
		}
		out = append(out, blanks...)
	}
	return out, nil
}

// refuseSum rejects a row that had been set aside as a total.
func (l *ledger) refuseSum(s *sumRow) {
	if l.aside[AsideTotal]--; l.aside[AsideTotal] <= 0 {
		delete(l.aside, AsideTotal)
	}
	l.lost[s.o.Period]++
	l.reject(Rejected{File: s.file, Line: s.line, Part: s.part, Column: s.column, Text: s.name, Reason: RejectGroup})
}

// near reports whether two amounts are the same but for rounding.
func near(a, b briefing.Number) bool { return CheckTotal{Stated: a, Stored: b}.Agrees() }
