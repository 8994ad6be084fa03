package importer

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// A table may be cut into sections by rows of one word: «ЭКСПОРТ», «Январь»,
// «Китай», «Амурская область», «2024 год». What such a row says holds for the
// rows below it, until the next of its kind.

// sectionIn is what a row of one text says of the rows below; NoRole where it is
// a note or the name of goods.
func sectionIn(s, reporter string) (Role, string) {
	s = strings.Trim(strings.TrimSpace(s), ":：. ")
	if len(s) < 2 || len(s) > 80 {
		return NoRole, ""
	}
	if f := parseFlow(s); f != "" && strings.Trim(s, "0123456789") != "" {
		return RoleFlow, string(f)
	}
	if l := flowLabel(s); l.flow != "" && l.unit == "" && len(l.partners) == 0 {
		return RoleFlow, string(l.flow)
	}
	if n := periods.MonthIn(s); n > 0 && strings.Trim(s, "0123456789") != "" {
		return RolePeriod, "-" + briefing.Month(2001, n).String()[5:]
	}
	if q := periods.QuarterIn(s); q > 0 {
		return RolePeriod, "-Q" + string(rune('0'+q))
	}
	if p, ok := periods.In(codes.Fold(s)); ok && slices.Contains([]string{"", "год", "г", "г.", "году", "year", "за", "в", "за год", "в году"}, p.Rest) {
		return RolePeriod, p.Period.String()
	}
	if c, ok := codes.Name(s); ok && c != codes.Unknown && c != figure.World && len([]rune(s)) > 2 && c != reporter {
		return RolePartner, c
	}
	if reporter != "" && !districtText(s) {
		if code, ok := codes.Region(reporter, s); ok {
			return RoleRegion, code
		}
	}
	return NoRole, ""
}

// section takes a row of one text that opens a section; ok is false for any
// other row.
func (r *shapedRows) section(src *cells.Row) (ok bool) {
	if len(r.fit.shape.Sections) == 0 {
		return false
	}
	text := ""
	for i := range src.Cells {
		if t := cell(src, i+1); t != "" {
			if text != "" && t != text { // merged cells may have it again
				return false
			}
			text = t
		}
	}
	role, value := sectionIn(text, r.fit.shape.Constants.Reporter)
	if !slices.Contains(r.fit.shape.Sections, role) {
		return false
	}
	*r.opened.of(role) = value
	return true
}

// sections finds the kinds of sections that rows below the header open, which
// nothing else tells: each is followed by figures.
func (g *guesser) sections(s *Shape) {
	if g.mixed {
		s.Sections = append(s.Sections, RoleFlow)
	}
	for i, row := range g.rows {
		at, filled := -1, 0
		for c, t := range row {
			if t != "" {
				at, filled = c, filled+1
			}
		}
		if filled != 1 || i+1 == len(g.rows) || slices.ContainsFunc(g.rows[max(0, i-1):i], remarkRow) {
			continue
		}
		role, _ := sectionIn(row[at], s.Constants.Reporter)
		if role == NoRole || slices.Contains(s.Sections, role) || s.hasRole(role) || s.seriesSay(role) || s.Sheet == role {
			continue
		}
		if role == RolePeriod && (s.hasRole(RoleYear) || s.hasRole(RoleMonth)) || role == RolePartner && s.names(RolePartnerISO, RolePartnerName) {
			continue
		}
		for _, next := range g.rows[i+1:] { // another section may stand between
			if g.figures(next) {
				s.Sections = append(s.Sections, role)
				break
			}
			if len(strings.Join(next, "")) == 0 {
				continue
			}
			if more, _ := sectionIn(strings.Join(next, ""), s.Constants.Reporter); more == NoRole {
				break
			}
		}
	}
}

// remarkRow reports whether a row is a remark.
func remarkRow(row []string) bool { return remarkText(strings.Join(row, "")) }
