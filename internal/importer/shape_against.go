package importer

import (
	"slices"
	"strings"

	"briefing/internal/importer/codes"
)

// A saved shape is read over tables of other months, regions and partners: what
// their titles say is followed. Where a title says something that no following
// brings right, the shape is not for the table; where it says nothing, what comes
// from the shape is told.

// against is the title that says otherwise than the shape: of another country's
// trade, of several partners or a group of them, of turnover, re-exports, plans,
// of tonnes where the shape has money. It is empty where all agree, and for a
// shape that does not look at titles.
func (s *Shape) against(titles []string) string {
	if !s.ReadTitle {
		return ""
	}
	var own []string
	for _, t := range titles {
		if !published(t) {
			own = append(own, t)
		}
	}
	for _, differs := range []func(*Shape, []string) string{(*Shape).otherReporter, (*Shape).otherPartners, (*Shape).otherFlow, (*Shape).otherUnit} {
		if t := differs(s, own); t != "" {
			return t
		}
	}
	plans := slices.ContainsFunc(s.Columns, func(c ShapeColumn) bool { return c.Aside == AsidePlan })
	if at := slices.IndexFunc(own, planTitle); at >= 0 && !plans {
		return own[at]
	}
	return ""
}

// otherReporter is the title that is about another country's trade.
func (s *Shape) otherReporter(titles []string) string {
	said, other := titleReporters(titles), ""
	if s.Constants.Reporter == "" || s.Tells(RoleReporter) || s.names(RoleReporterISO, RoleReporterName) || len(said) != 1 || said[0] == s.Constants.Reporter {
		return ""
	}
	for _, t := range titles {
		if reporterIn(t) != "" {
			other = t
		}
	}
	return other
}

// titleReporters are the countries whose trade titles are about.
func titleReporters(titles []string) (found []string) {
	for _, t := range titles {
		if c := reporterIn(t); c != "" && !slices.Contains(found, c) {
			found = append(found, c)
		}
	}
	return found
}

// otherPartners is the title of trade with several countries, or with a group.
func (s *Shape) otherPartners(titles []string) string {
	if s.Constants.Partner == "" || s.Tells(RolePartner) || s.names(RolePartnerISO, RolePartnerName) {
		return ""
	}
	for _, t := range titles {
		if !tradeTitle(t) {
			continue
		}
		named := countriesOf([]string{t}, s.Constants.Reporter)
		if len(named) > 1 || len(named) == 0 && groupIn(t) {
			return t
		}
	}
	return ""
}

// groupIn reports whether a title names a group of countries, or all of them.
func groupIn(title string) bool {
	f := codes.Fold(title)
	if anyIn(f, "всем странам", "все страны", "всех стран", "всеми странами", "весь мир", "all countries", "the world", "全球", "世界") {
		return true
	}
	words := titleWords(f)
	for i := range words {
		for n := 1; n <= min(3, len(words)-i); n++ {
			if _, named := codes.Group(strings.Join(words[i:i+n], " ")); named {
				return true
			}
		}
	}
	return false
}

// tradeTitle reports whether a text names trade.
func tradeTitle(title string) bool {
	return flowIn(codes.Fold(title)) != "" || slices.ContainsFunc(titleWords(title), func(w string) bool { return flowNoun(codes.Fold(w)) })
}

// otherFlow is the title of turnover or of re-exports.
func (s *Shape) otherFlow(titles []string) string {
	if s.Constants.Flow == "" || s.Tells(RoleFlow) {
		return ""
	}
	for _, t := range titles {
		f := codes.Fold(t)
		for _, w := range []string{"реэкспорт", "реимпорт", "re-export", "reexport", "re-import", "复出口", "复进口"} {
			if strings.Contains(f, w) && flowIn(strings.ReplaceAll(f, w, " ")) == "" && !strings.HasPrefix(s.Constants.Flow, "re-") {
				return t
			}
		}
	}
	if turnoverTitle(titles) != "" && !slices.ContainsFunc(titles, func(t string) bool { return flowIn(codes.Fold(t)) != "" }) {
		return titles[slices.IndexFunc(titles, func(t string) bool { return turnoverTitle([]string{t}) != "" })]
	}
	return ""
}

// otherUnit is the title that tells a mass or a number of pieces, and no money,
// where the shape has only money whose unit no head tells.
func (s *Shape) otherUnit(titles []string) string {
	u, several := s.unit(RoleValue)
	headed := slices.ContainsFunc(s.Columns, func(c ShapeColumn) bool { return c.Role == RoleValue && c.Unit != "" })
	if s.Constants.ValueUnit == "" || u == "" || several || headed || s.hasRole(RoleWeight) || s.hasRole(RoleQuantity) || titleConstants(&surround{titles: titles}).ValueUnit != "" {
		return ""
	}
	at := slices.IndexFunc(titles, func(t string) bool {
		if massIn(t) != "" {
			return true
		}
		f := strings.TrimRight(codes.Fold(t), " .)")
		last := strings.TrimSpace(f[strings.LastIndexAny(f, ",(")+1:])
		last = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(last, "тыс"), "млн"), "."))
		return slices.Contains([]string{"шт", "штук", "ед", "единиц", "пар", "голов", "л", "литров", "м3", "куб. м", "кв. м", "pieces", "units", "pcs", "件", "台", "辆"}, last)
	})
	if at < 0 {
		return ""
	}
	return titles[at]
}

// keptPlaces notes the partner and the region that a title does not tell and that
// are the shape's. The partner in one without a name is the answer for this very
// table.
func (f *fitted) keptPlaces(titles []string) {
	c := &f.shape.Constants
	note := func(n string) { f.shape.Notes = append(slices.Clone(f.shape.Notes), n) }
	if !f.shape.ReadTitle {
		return
	}
	if f.key != ProfileTable && c.Partner != "" && !f.shape.Tells(RolePartner) && len(countriesOf(titles, c.Reporter)) == 0 && regionIn(titles, c.Partner) == "" {
		note(NoteKeptPartner)
	}
	if c.Region != "" && !f.shape.regionSaid && !f.shape.Tells(RoleRegion) && regionIn(titles, c.Reporter) == "" ||
		f.key != ProfileTable && c.Province != "" && !f.shape.provinceSaid && !f.shape.Tells(RoleProvince) && regionIn(titles, c.Partner) == "" {
		note(NoteKeptRegion)
	}
}
