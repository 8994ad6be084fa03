package importer

import (
	"slices"
	"strings"

	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// Rows that add other rows up: told by their words, in tables of known kinds and
// of free form.

// totalWord reports whether a cell says that its row is a total.
func totalWord(s string) bool {
	s = beforeParts(s)
	f := codes.Fold(strings.TrimRight(s, ":.："))
	return bareTotal(s) || strings.HasPrefix(f, "итого ") || strings.HasPrefix(f, "всего ")
}

// wholeText reports whether a name says that its row holds those below it:
// «Злаки, всего», «Масла – итого», "Cereals, total", 谷物合计.
func wholeText(s string) bool {
	f := strings.TrimRight(codes.Fold(beforeParts(s)), ":.： ")
	if bareTotal(f) {
		return false
	}
	for _, w := range []string{"всего", "итого", "итог", "total"} {
		if name, ok := strings.CutSuffix(f, w); ok && strings.TrimRight(name, " ") != "" && strings.ContainsAny(name[len(name)-1:], " ,-–—(") {
			return true
		}
	}
	for _, w := range []string{"合计", "小计", "总计"} {
		if name, ok := strings.CutSuffix(f, w); ok && name != "" {
			return true
		}
	}
	return false
}

// bareTotal reports whether a cell says that its row is a total, and not of what.
func bareTotal(s string) bool {
	switch codes.Fold(strings.TrimRight(beforeParts(s), ":.：")) {
	case "итого", "всего", "total", "grand total", "总计", "合计", "总值", "итог", "общий итог", "total result", "итог результат": // the last ones of pivot tables
		return true
	}
	return false
}

// beforeParts cuts from a name what says that parts of it follow: «Всего, в том
// числе:», «Страны СНГ, из них», "Total, of which", 合计，其中：.
func beforeParts(s string) string {
	f := strings.TrimRight(strings.ToLower(s), " :.： ")
	for _, w := range [...]string{"в том числе", "в т.ч", "в т. ч", "из них", "из него", "из нее", "из неё", "of which", "including", "其中"} {
		if name, ok := strings.CutSuffix(f, w); ok && len(f) <= len(s) {
			if kept := strings.TrimRight(s[:min(len(name), len(s))], " ,;:.(-–—，； "); kept != "" && len(name) > len(kept) || w[0] >= 0xe3 && kept != "" {
				return kept
			}
		}
	}
	return s
}

// averageText reports whether a name says that its row is an average of the others:
// «В среднем за месяц».
func averageText(s string) bool {
	f := codes.Fold(s)
	return slices.ContainsFunc([]string{"в среднем", "среднемесячн", "среднегодов", "среднее за", "среднее значение", "average", "monthly average", "月均", "月平均", "平均"}, func(w string) bool { return strings.HasPrefix(f, w) })
}

// worldWord reports whether a text means all countries.
func worldWord(s string) bool {
	c, ok := codes.Name(strings.TrimRight(s, ":.：*"))
	return ok && c == figure.World
}

// isTotal looks where sources write that a row is a total: in the first cell,
// or in place of partner or goods.
func (m *mapper) isTotal(r *cells.Row) bool {
	first := []byte(nil)
	if len(r.Cells) > 0 {
		first = cells.Trim(r.Cells[0].Text)
	}
	for _, b := range [...][]byte{first, m.text(r, RolePartner), m.text(r, RolePartnerISO), m.text(r, RolePartnerName), m.text(r, RoleProduct), m.text(r, RoleOrigin), m.text(r, RoleDestination)} {
		if len(b) > 0 && len(b) < 40 && (b[0] < '0' || b[0] > '9') && memo(m.totals, b, totalWord) {
			return true
		}
	}
	return m.together(r) || m.totalCode(r)
}

// together reports whether a row is of a group of countries or of more than a
// region: those of its members stand by themselves.
func (m *mapper) together(r *cells.Row) bool {
	const long = 120 // bytes
	is := func(tag byte, role Role, told func(string) bool) bool {
		b := m.text(r, role)
		return len(b) > 1 && len(b) < long && m.is(tag, b, told)
	}
	if m.profile.Long {
		return is('G', RolePartner, func(s string) bool { return countryGroup(m.codeOf(s)) })
	}
	return is('G', m.present(RolePartnerISO, RolePartnerName, RolePartner), countryGroup) || is('D', RoleRegion, districtText)
}

// is reports whether a text is what is told of it, which is looked at once; the
// tag is that of the question.
func (m *mapper) is(tag byte, b []byte, told func(string) bool) bool {
	return memo(m.texts, m.tagged(tag, b), func(s string) string {
		if told(s[2:]) {
			return "x"
		}
		return ""
	}) != ""
}

// isWorld reports whether the cell of the partner says that the row is of all
// countries.
func (m *mapper) isWorld(r *cells.Row) bool {
	return worldWord(string(m.text(r, m.present(RolePartnerName, RolePartner, RolePartnerISO))))
}

// isTotal looks for the words of a total in the columns that name the row, and
// in its first text.
func (r *shapedRows) isTotal(src *cells.Row) bool {
	first := true
	if r.units > 0 && shareUnit(cell(src, r.units)) {
		return true
	}
	for i := range src.Cells {
		text := cell(src, i+1)
		if text == "" {
			continue
		}
		key := slices.ContainsFunc(r.keys, func(c ShapeColumn) bool { return c.Index == i+1 })
		if (key || first) && len(text) < 80 {
			yes, ok := r.totals[text]
			if !ok {
				yes = r.totalText(text)
				if len(r.totals) < memoLimit {
					r.totals[text] = yes
				}
			}
			if key && (r.isKey(i+1, RolePartner) && (wholeText(text) || countryGroup(text)) || // «СНГ, всего» is no country
				averageText(text) || shareText(text) || r.isKey(i+1, RoleRegion) && districtText(text) ||
				r.monthly && r.isKey(i+1, RoleMonth) && periods.Growing(codes.Fold(text)) || // 1-4月累计 below the months
				(r.isKey(i+1, RoleFlow) || r.mixed && !r.isKey(i+1, RoleRegion)) && derivedFlow(text)) {
				return true
			}
			if yes && (!key || !r.isWorld(i+1, text)) {
				return true
			}
		}
		if r.isKey(i+1, RoleMonth) {
			r.monthly = true
		}
		first = false
	}
	return false
}

// countryGroup reports whether a text names a group of countries, whose members
// have rows of their own or belong to no one country.
func countryGroup(s string) bool {
	_, named := codes.Group(beforeParts(s))
	return named
}

// districtText reports whether a text names more than a region: a federal
// district, or the country.
func districtText(s string) bool {
	f := codes.Fold(s)
	if strings.Contains(f, "федеральный округ") || strings.Contains(f, "федерального округа") || wholeCountry(s) {
		return true
	}
	_, named := codes.District(s)
	return named
}

// wholeCountry reports whether the text in a column of regions means all of them.
func wholeCountry(s string) bool {
	if bareTotal(s) {
		return true
	}
	f := strings.TrimRight(codes.Fold(s), ":.： ")
	for _, word := range []string{"всего по ", "итого по ", "в целом по "} {
		f = strings.TrimPrefix(f, word)
	}
	for _, word := range []string{"всего", "итого", "в целом"} {
		f = strings.TrimRight(strings.TrimSuffix(f, word), " ,-–—")
	}
	switch f {
	case "российская федерация", "россия", "рф", "российской федерации", "россии", "стране", "регионам", "субъектам", "субъектам рф", "все регионы", "все субъекты", "russia", "russian federation", "俄罗斯", "全国":
		return true
	}
	return false
}

// isKey reports whether the column names the row by the role.
func (r *shapedRows) isKey(column int, role Role) bool {
	return slices.ContainsFunc(r.keys, func(c ShapeColumn) bool { return c.Index == column && c.Role == role })
}

// isWorld reports whether the text stands where partners do and means all
// countries: whether such a row is a total the whole file decides.
func (r *shapedRows) isWorld(column int, text string) bool {
	return worldWord(text) && slices.ContainsFunc(r.keys, func(c ShapeColumn) bool {
		return c.Index == column && (c.Role == RolePartner || c.Role == RolePartnerISO || c.Role == RolePartnerName)
	})
}

func (r *shapedRows) totalText(s string) bool {
	f := codes.Fold(strings.TrimRight(s, ":.：*"))
	if totalWord(s) || slices.ContainsFunc(r.fit.shape.Totals, func(w string) bool { return codes.Fold(w) == f }) {
		return true
	}
	switch f {
	case "world", "мир", "весь мир", "все страны", "世界", "全球", "小计", "subtotal", "sub-total", "all countries", "в том числе", "из них", "из него", "из нее":
		return true
	}
	c, ok := codes.Name(s)
	return ok && c == figure.World
}
