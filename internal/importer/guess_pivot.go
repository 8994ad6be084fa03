package importer

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"briefing/internal/figure"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// Tables set out in rows and columns, as the pivot tables of table programs are:
// heads of nothing but codes, labels in place of a head, what is left of the countries
// in a column of its own.

// pivotLabel reports whether a text is what table programs write in place of a head
// of the rows or columns of a pivot table.
func pivotLabel(s string) bool {
	return slices.Contains([]string{
		"названия строк", "названия столбцов", "метки строк", "метки столбцов", "row labels", "column labels", "行标签", "列标签",
	}, strings.Trim(codes.Fold(s), " :."))
}

// lastPart is the lowest row of a head.
func lastPart(header string) string {
	return header[strings.LastIndex(" / "+header, " / "):]
}

// codesIn are the commodity codes that the cells of a row are, by cell; nil where
// the row is no head of codes. A head of codes has a name of its first column, or a
// label, or nothing there: what begins with a country or a year is a row of figures.
func codesIn(row []string) map[int]string {
	first := slices.IndexFunc(row, func(s string) bool { return s != "" })
	if first < 0 {
		return nil
	}
	corner := first > 0
	if role, told := headRole(row[first]); !corner && !pivotLabel(lastPart(row[first])) && !(told && keyRole(role)) {
		return nil
	}
	width, years := 0, 0
	var at []int
	for i, s := range row {
		switch {
		case s == "" || !numeric(s):
		case strings.Trim(s, "0123456789") != "":
			return nil
		default:
			at = append(at, i)
			if len(s)%2 == 0 {
				width = max(width, len(s))
			}
			if periods.IsYear(s) {
				years++
			}
		}
	}
	if width == 2 {
		return chaptersIn(row, at)
	}
	if len(at) < 2 || width < 4 || width > codes.MaxCommodity || years == len(at) {
		return nil
	}
	out := map[int]string{}
	last := ""
	for _, i := range at {
		code := row[i]
		if len(code)%2 == 1 && len(code) == width-1 {
			code = "0" + code // a table program has taken it for a number
		}
		if len(code) < 4 || len(code)%2 == 1 || code[:2] < "01" || code[:2] > "97" || corner && code <= last {
			return nil
		}
		for _, other := range out {
			if other == code {
				return nil
			}
		}
		out[i], last = code, code
	}
	return out
}

// chaptersIn are the chapters that cells of two digits are: in order, and neither
// days, months, years of two digits nor the numbers of the columns.
func chaptersIn(row []string, at []int) map[int]string {
	out := map[int]string{}
	last, run, beyond := 0, true, false
	for k, i := range at {
		n, err := strconv.Atoi(row[i])
		if err != nil || len(row[i]) > 2 || n <= last || n > 97 {
			return nil
		}
		run = run && (k == 0 || n == last+1)
		beyond = beyond || n > 36 || row[i][0] == '0'
		last, out[i] = n, fmt.Sprintf("%02d", n)
	}
	if len(at) < 2 || run || !beyond {
		return nil
	}
	return out
}

// ofChapters reports whether titles or heads say that numbers of two digits are
// chapters.
func (g *guesser) ofChapters() bool {
	return slices.ContainsFunc(append(slices.Clone(g.titles()), g.header...), func(s string) bool {
		return anyIn(codes.Fold(s), "глав", "тн вэд", "тнвэд", "chapter", "hs code", "hs2", "hs 2", "章", "товарным группам тн")
	})
}

// codesAcross reads heads that are codes and nothing else: «Год; 1201; 4403; Всего».
// Columns beside them that name goods hold goods of which no code is known.
func (g *guesser) codesAcross() bool {
	lowest := make([]string, len(g.header))
	for i, h := range g.header {
		lowest[i] = lastPart(h)
	}
	heads := codesIn(lowest)
	for i := range heads {
		if l := g.looks[i]; l.filled > 0 && !l.most(l.numbers) {
			return false
		}
	}
	if heads == nil || slices.ContainsFunc(slices.Collect(maps.Values(heads)), func(s string) bool { return len(s) == 2 }) && !g.ofChapters() {
		return false
	}
	corner := slices.IndexFunc(lowest, func(s string) bool { return s != "" })
	if c := &g.columns[corner]; c.Role == RoleCode || c.Role == RoleProduct { // it names the columns: «Код ТН ВЭД» above years
		if role, reason := g.looks[corner].role(); role != RoleCode && role != NoRole {
			c.Role, g.reasons[corner] = role, reason
		}
	}
	for i, c := range g.columns {
		if (c.Role == RoleCode || c.Role == RoleProduct) && heads[i] == "" { // figures look like codes too
			return false
		}
	}
	var used []int
	for i := range g.columns {
		if code := heads[i]; code != "" {
			g.put(i, g.above(i, Dims{Code: code}))
			used = append(used, i)
		}
	}
	for i := range g.columns {
		c, l := g.columns[i], g.looks[i]
		switch name := lowest[i]; {
		case heads[i] != "" || name == "" || i == corner || !l.most(l.numbers):
		case totalWord(name):
			g.sums([]int{i}, []string{name}, used, nil)
		case c.Role == NoRole && g.reasons[i] == GuessUnknown && goodsName(name):
			g.put(i, g.above(i, Dims{Code: name})) // rejected by name, as a row of such goods is
		}
	}
	return true
}

// above adds to what the lowest row of a head says what stands above it.
func (g *guesser) above(i int, d Dims) Dims {
	upper, _ := strings.CutSuffix(g.header[i], lastPart(g.header[i]))
	c := ShapeColumn{Header: strings.TrimSuffix(upper, " / ")}
	c.headSeries()
	return d.over(c.Series)
}

// otherCountries reads «Прочие» beside countries as what is left of them, and «Мир» as
// all of them: whether that is a total the whole file decides, see settleWorld.
func (g *guesser) otherCountries() {
	if !g.partnersAcross() {
		return
	}
	for i := range g.columns {
		c, l := &g.columns[i], g.looks[i]
		name := lastPart(c.Header)
		code, ok := codes.Name(name)
		if !ok || code != codes.Unknown && code != figure.World || totalWord(name) || len([]rune(name)) < 3 || c.Series.Partner != "" || c.Aside != "" || !l.most(l.numbers) {
			continue
		}
		if unknown := c.Role == NoRole && g.reasons[i] == GuessUnknown; unknown || amountRole(c.Role) {
			d := c.Series
			d.Partner = code
			g.put(i, d)
		}
	}
}

// namedCode is the code that stands with the name of goods in one cell, empty where
// none does. Of two digits it may be the number of the row.
func namedCode(s string) string {
	c, why := codes.ParseCommodity(s, true)
	if why != "" || c.Name == "" || len(c.Code) == 2 && !anyIn(codes.Fold(s), "код", "вэд", "hs") {
		return ""
	}
	return c.Code
}

// codedNames takes names of goods that hold their codes for codes: all of them, since
// goods with a code and goods without can't be added up together.
func (g *guesser) codedNames() {
	if g.hasAny(RoleCode) {
		return
	}
	at := slices.IndexFunc(g.columns, func(c ShapeColumn) bool { return c.Role == RoleProduct })
	if at < 0 {
		return
	}
	coded, rows := 0, 0
	for _, r := range g.rows {
		if at >= len(r) || r[at] == "" || totalWord(r[at]) || !g.figures(r) {
			continue
		}
		rows++
		if namedCode(r[at]) != "" {
			coded++
		}
	}
	switch {
	case coded > 0 && coded == rows:
		g.columns[at].Role, g.reasons[at] = RoleCode, GuessCodes
	case coded > 1 && 2*coded > rows:
		g.someCodes = true
	}
}

// pivotRows takes the names of a pivot table's rows, which its label does not tell,
// for parts of a country or for goods.
func (g *guesser) pivotRows() {
	for i := range g.columns {
		c, l := &g.columns[i], g.looks[i]
		if c.Role != NoRole || g.reasons[i] != GuessUnknown || l.filled == 0 || l.numbers > 0 || !pivotLabel(lastPart(c.Header)) || g.hasAny(RoleCode, RoleProduct) {
			continue
		}
		c.Role = RoleProduct
		for role, country := range map[Role]string{RoleRegion: "RU", RoleProvince: "CN"} {
			if filled, own := named(g.rows, c.Index, func(name string) bool {
				_, ok := codes.Region(country, name)
				return ok
			}); own > 0 && 2*own > filled {
				c.Role = role
			}
		}
		g.reasons[i] = GuessHeader
	}
}
