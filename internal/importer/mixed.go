package importer

import (
	"slices"
	"strings"

	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
)

// The commonest table of a ministry has directions and goods in one column:
// «Экспорт», «в том числе:», «медь (74)», «прочие», «Импорт», …, «Сальдо», with
// figures in the rows of the directions too. Such a row opens a section and is all
// goods of it; what it states is compared with its parts where they follow.

// mixedLabels takes a column of directions in which goods or countries stand below
// them for one of goods or countries, cut into sections by direction.
func (g *guesser) mixedLabels() {
	at := slices.IndexFunc(g.columns, func(c ShapeColumn) bool { return c.Role == RoleFlow })
	if at < 0 {
		return
	}
	opened, named, countries := false, 0, 0
	for _, row := range g.rows {
		if at >= len(row) || row[at] == "" {
			continue
		}
		text := row[at]
		switch {
		case flowLabel(text).flow != "":
			opened = true
		case !g.figures(row), derivedFlow(text), turnoverText(text), shareText(text), servicesRow(text), totalWord(text), averageText(text), remarkText(text):
		case !opened:
			return // a name before any direction has none
		default:
			named++
			if c, ok := codes.Name(text); ok && c != codes.Unknown {
				countries++
			}
		}
	}
	if named < 2 || g.hasAny(RoleProduct, RoleCode) && 5*countries < 3*named {
		return
	}
	c := &g.columns[at]
	c.FillDown, g.mixed, g.reasons[at] = false, true, GuessMixed
	if c.Role = RoleProduct; 5*countries >= 3*named {
		c.Role = RolePartner
	}
}

// mixed reports whether directions stand among goods or countries.
func (s *Shape) mixed() bool {
	return slices.Contains(s.Sections, RoleFlow) && !s.hasRole(RoleFlow)
}

// labelRole reports whether a column of the role has the names of rows.
func (r *shapedRows) labelRole(role Role) bool {
	return role == RoleFlow || r.mixed && (role == RoleProduct || role == RolePartner)
}

// headed reports whether a row with figures is of all that stands below it in its
// section: «Экспорт» over its goods.
func (r *shapedRows) headed(src *cells.Row) bool {
	if !r.mixed || !r.hasFigures(src) {
		return false
	}
	flow := figure.Flow("")
	for _, c := range r.keys {
		text := cell(src, c.Index)
		if text == "" {
			continue
		}
		l := flowLabel(text)
		if flow != "" || l.flow == "" || c.Role != RoleProduct && c.Role != RolePartner {
			return false
		}
		flow = l.flow
	}
	if flow == "" {
		return false
	}
	*r.opened.of(RoleFlow) = string(flow)
	return true
}

// ofAll reports whether a row of a table of one direction names the direction and
// no goods: «Экспорт», «Экспорт – всего», «Экспорт всего, в том числе:».
func (r *shapedRows) ofAll(src *cells.Row) bool {
	s := &r.fit.shape
	flow := figure.Flow(s.Constants.Flow)
	if r.mixed || s.hasRole(RoleFlow) || s.seriesSay(RoleFlow) || !r.hasFigures(src) {
		return false
	}
	named := false
	for _, c := range r.keys {
		text := cell(src, c.Index)
		if text == "" || text == r.above[c.Index] && c.FillDown {
			continue
		}
		switch c.Role {
		case RoleProduct, RoleAxis:
			if of := flowOfAll(text); of == "" || flow != "" && of != flow { // not told yet where the user is asked
				return false
			}
			named = true
		case RoleCode:
			return false
		}
	}
	return named
}

// flowOfAll is the direction that a text names, of all goods together.
func flowOfAll(s string) figure.Flow {
	f := strings.TrimRight(codes.Fold(beforeParts(s)), ":.： ")
	for _, w := range []string{"всего", "итого", "total"} {
		if name, ok := strings.CutSuffix(f, w); ok {
			f = strings.TrimRight(name, " ,-–—(")
		}
	}
	if l := flowLabel(f); len(l.partners) == 0 {
		return l.flow
	}
	return ""
}

// opensParts reports whether a row says that parts of the one above follow.
func (r *shapedRows) opensParts(src *cells.Row) bool {
	return !r.hasFigures(src) && slices.ContainsFunc(r.keys, func(c ShapeColumn) bool { return partText(cell(src, c.Index)) })
}

// shareText reports whether the name of a row says that it holds shares or rates and
// no amounts: «Доля СНГ в обороте, %», «Темп роста, %», "Share, %", 占比.
func shareText(s string) bool {
	f := strings.TrimSpace(codes.Fold(s))
	for _, w := range []string{"доля ", "удельный вес", "темп роста", "темп прироста", "темпы роста", "share of ", "growth rate", "比重", "占比", "增速", "同比增长"} {
		if strings.HasPrefix(f, w) {
			return true
		}
	}
	if !strings.Contains(f, "%") {
		return false
	}
	return strings.HasSuffix(f, ", %") || strings.HasSuffix(f, "(%)") || strings.HasSuffix(f, "（%）") || strings.Contains(f, "в % к")
}
