package importer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/importer/periods"
)

// points say how well the header fits; 0 is none: a line of prose that speaks
// of tons has no numbers below.
func (g *guesser) points() int {
	amounts, keys, n := 0, 0, 0
	for i, c := range g.columns {
		switch g.reasons[i] {
		case GuessHeader, GuessUnit, GuessSeries:
			n += 6
		case GuessUnused, GuessGoods, GuessCumulative, GuessTotal, GuessPlan, GuessTwice, GuessTurnover, GuessServices:
			n += 4
		case GuessUnknown:
		default:
			n += 2
		}
		if amountRole(c.Role) && (c.Aside == "" || c.Aside == AsidePlan) && g.looks[i].numbers > 0 {
			amounts++
		}
		if keyRole(c.Role) || c.Series.Partner != "" {
			keys++
		}
	}
	if amounts == 0 || keys == 0 || len(g.rows) == 0 {
		return 0
	}
	return n
}

// guessed makes the proposal.
func (g *guesser) guessed() *Guessed {
	out := &Guessed{Sheet: g.around.sheet, Line: g.h.lines[g.from], First: g.rows[:min(len(g.rows), 10)]}
	s := &out.Shape
	s.HeaderRows = len(g.h.rows) - g.from - len(g.rows)
	s.Columns = g.columns
	for i, c := range g.columns {
		if c.Header == "" && c.Role == NoRole {
			continue
		}
		out.Columns = append(out.Columns, GuessedColumn{Index: c.Index, Header: c.Header, Role: c.Role, Reason: g.reasons[i], FillDown: c.FillDown})
	}
	s.Columns = slices.DeleteFunc(slices.Clone(s.Columns), func(c ShapeColumn) bool { return c.Header == "" && c.Role == NoRole })
	g.constants(out)
	g.sections(s)
	g.planned(out)
	g.doubts(out)
	for i := range out.Columns {
		if at := slices.IndexFunc(s.Columns, func(c ShapeColumn) bool { return c.Index == out.Columns[i].Index }); at >= 0 {
			out.Columns[i].Role = s.Columns[at].Role
		}
	}
	out.judge()
	return out
}

// doubts tells what may well be otherwise and nothing in the table decides.
func (g *guesser) doubts(out *Guessed) {
	if g.h.slid(g.from, out.Shape.HeaderRows, func(int) bool { return false }) {
		out.ask("columns", "")
	} else if vague := vagueIn(out.Shape.Columns); vague != "" {
		out.ask("columns", vague)
	}
	out.Shape.openPlaces(g.titles(), out.ask)
	if s := cmp.Or(servicesTitle(g.titles()), servicesHead(g.header)); s != "" {
		out.ask(AsideServices, s)
	}
	if w := turnoverTitle(g.titles()); w != "" && !out.Shape.hasRole(RoleFlow) && !out.Shape.says(RoleFlow) {
		out.ask(AsideTurnover, w)
	}
	var all evidence
	for i, c := range g.columns {
		if !amountRole(c.Role) {
			continue
		}
		for _, r := range g.rows {
			if i < len(r) && !missing([]byte(r[i])) {
				all.weigh([]byte(r[i]))
			}
		}
	}
	open := all.open(&evidence{})
	switch {
	case open == "":
	case g.home() == "RU":
		out.ask("decimal", open)
	case all.maybePnt > 0:
		out.assume(AssumedPoint)
	}
}

// constants are taken from titles and names, then from what is usual.
func (g *guesser) constants(out *Guessed) {
	s := &out.Shape
	c := &s.Constants
	told := titleConstants(&surround{file: g.around.file, titles: g.titles()})
	periods := s.hasRole(RolePeriod) || s.hasRole(RoleYear)
	if whole := s.seriesSay(RolePeriod); !periods && (!whole || s.monthsAcross() || s.ofTitle()) {
		c.Period = told.Period
	}
	if !s.hasRole(RoleFlow) && !s.allSeries(RoleFlow) {
		c.Flow = told.Flow
	}
	if u, several := s.unit(RoleValue); s.hasRole(RoleValue) && u == "" && !several && !s.hasRole(RoleValueUnit) {
		c.ValueUnit = told.ValueUnit
	}
	if u, several := s.unit(RoleWeight); s.hasRole(RoleWeight) && u == "" && !several && !s.hasRole(RoleWeightUnit) {
		c.WeightUnit = told.WeightUnit
	}
	s.readPart(g.titles(), g.rows)
	if c.Period != "" || c.Flow != "" || c.ValueUnit != "" || c.WeightUnit != "" {
		s.ReadTitle = true
		out.assume(AssumedTitle)
	}
	g.labels(s)
	g.countries(out)
	s.Codes()
	if !s.Tells(RoleCode) {
		if out.Assumed = append(out.Assumed, AssumedNoCodes); g.someCodes {
			out.assume(AssumedSomeCodes)
		}
	}
	if !s.hasRole(RoleClassification) {
		c.Classification = g.classified(c.Reporter)
	}
}

// countries finds who reports and with whom, where no column tells.
func (g *guesser) countries(out *Guessed) {
	s := &out.Shape
	c := &s.Constants
	for _, t := range g.around.titles { // "imported by Algeria from Italy"
		if m := tradeMapWords().title.FindStringSubmatch(strings.TrimSpace(t)); m != nil && !s.hasRole(RoleReporter) {
			c.Reporter = countryName(m[2])
		}
	}
	g.buyersAndSellers(out)
	g.settleSides(s)
	if !s.hasRole(RoleReporter) && c.Reporter == "" {
		if c.Reporter = g.titled(); c.Reporter != "" {
			out.assume(AssumedTitle)
		}
	}
	if !s.hasRole(RoleReporter) && c.Reporter == "" {
		if home := g.home(); home != "" {
			c.Reporter = home
			out.Assumed = append(out.Assumed, AssumedReporter)
		}
	}
	g.partnersRegions(c.Reporter, s)
	g.ownRegions(c.Reporter, s)
	if !s.hasRole(RoleRegion) {
		if c.Region = regionIn(g.titles(), c.Reporter); c.Region != "" {
			out.assume(AssumedTitle)
		}
	}
	g.partner(s)
	g.doubtSides(out)
	if c.Partner != "" && !s.hasRole(RoleProvince) {
		if c.Province = regionIn(g.titles(), c.Partner); c.Province != "" {
			out.assume(AssumedTitle)
		}
	}
}

// partner finds the one country that the titles name beside the reporter; one
// that only its province tells: «Поставки в провинцию Хэйлунцзян».
func (g *guesser) partner(s *Shape) {
	c := &s.Constants
	if s.hasRole(RolePartner) || s.seriesSay(RolePartner) {
		return
	}
	if c.Partner == "" {
		c.Partner = otherSide(g.titles(), c.Reporter)
	}
	if c.Partner == "" {
		c.Partner = provincesPartner(s, c.Reporter)
	}
	for _, country := range []string{"CN", "RU"} {
		if c.Partner == "" && len(countriesOf(g.titles(), c.Reporter)) == 0 && c.Reporter != "" && c.Reporter != country && regionIn(g.titles(), country) != "" {
			c.Partner = country
		}
	}
}

// otherSide is the one country beside the reporter that the titles name.
func otherSide(titles []string, reporter string) string {
	if found := countriesOf(titles, reporter); len(found) == 1 {
		return found[0]
	}
	return ""
}

// countriesOf lists the countries that the titles name beside one.
func countriesOf(titles []string, but string) []string {
	var out []string
	for _, t := range titles {
		for _, code := range countriesIn(withoutExceptions(t)) {
			if code != but && !slices.Contains(out, code) {
				out = append(out, code)
			}
		}
	}
	return out
}

// ownRegions takes provinces that are the reporting country's own for its
// regions: 省份 in a table of the Chinese customs.
func (g *guesser) ownRegions(reporter string, s *Shape) {
	if s.hasRole(RoleRegion) || len(regionNames()[reporter]) == 0 {
		return
	}
	for i := range s.Columns {
		c := &s.Columns[i]
		if c.Role != RoleProvince {
			continue
		}
		filled, own := named(g.rows, c.Index, func(name string) bool {
			_, ok := codes.Region(reporter, name)
			return ok
		})
		if own > 0 && 2*own > filled {
			c.Role = RoleRegion
		}
	}
}

// named counts the names in a column, totals apart, and those of them that are
// known.
func named(rows [][]string, index int, known func(string) bool) (filled, own int) {
	for _, r := range rows {
		if index > len(r) || r[index-1] == "" || totalWord(r[index-1]) {
			continue
		}
		filled++
		if known(r[index-1]) {
			own++
		}
	}
	return filled, own
}

// partnersRegions takes regions of which the reporting country has none for those
// of the partner: «Экспорт Новосибирской области в регионы Узбекистана» over
// Tashkent and Samarkand.
func (g *guesser) partnersRegions(reporter string, s *Shape) {
	if reporter != "RU" || s.hasRole(RoleProvince) {
		return
	}
	for i := range s.Columns {
		c := &s.Columns[i]
		if c.Role != RoleRegion {
			continue
		}
		rows := slices.DeleteFunc(slices.Clone(g.rows), func(r []string) bool { return len(r) < 2 })
		filled, own := named(rows, c.Index, func(name string) bool {
			return strings.Trim(regionCode(name, reporter), "0123456789") == ""
		})
		if filled > 0 && own == 0 {
			c.Role = RoleProvince
		}
	}
}

// titles are the texts that may say what the table is about.
func (g *guesser) titles() []string {
	out := append(slices.Clone(g.around.titles), g.around.sheet)
	if len(g.header) > 0 && onlyUnit(lastPart(g.header[0])) { // in the corner of the head it is the unit of all
		out = append(out, lastPart(g.header[0]))
	}
	return out
}

// assume notes where something was taken from, once.
func (g *Guessed) assume(what string) {
	if !slices.Contains(g.Assumed, what) {
		g.Assumed = append(g.Assumed, what)
	}
}

// titled is the one country whose trade the titles are about.
func (g *guesser) titled() string {
	found := titleReporters(g.titles())
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// home is the country in whose language the header is.
func (g *guesser) home() string {
	russian, chinese := 0, 0
	for _, r := range strings.Join(g.header, "") {
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			russian++
		case unicode.Is(unicode.Han, r):
			chinese++
		}
	}
	switch {
	case russian > 3 && russian > chinese:
		return "RU"
	case chinese > 3:
		return "CN"
	}
	return ""
}

// monthsAcross reports whether headers name months or quarters without a year.
func (s *Shape) monthsAcross() bool {
	return slices.ContainsFunc(s.Columns, func(c ShapeColumn) bool { return periods.IsPart(c.Series.Period) })
}

// allSeries reports whether each stored amount's header tells the dimension.
func (s *Shape) allSeries(r Role) bool {
	for _, c := range s.Columns {
		if amountRole(c.Role) && c.Aside == "" && *c.Series.of(r) == "" {
			return false
		}
	}
	return true
}

// colours has coloured cells marked as estimates, when a legend says so.
func (g *Guessed) colours(fills []string) {
	if len(fills) > 0 {
		g.Shape.Estimates = fills
		g.Shape.Notes = append(g.Shape.Notes, NoteColour)
		g.Assumed = append(g.Assumed, AssumedColour)
	}
}

// legendFills finds the colours that a legend in the table calls estimates: a
// row of at most two texts, one of which speaks of estimates, with a fill.
func legendFills(ctx context.Context, t cells.Table) ([]string, error) {
	rows, err := t.Rows(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	const most = 5000 // rows looked through
	var out []string
	for range most {
		r, err := rows.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		texts, says := 0, false
		var fill cells.Colour
		for _, c := range r.Cells {
			if b := cells.Trim(c.Text); len(b) > 0 {
				texts++
				f := codes.Fold(string(b[:min(len(b), 300)]))
				says = says || strings.Contains(f, "оценк") || strings.Contains(f, "оценоч") || strings.Contains(f, "estimat") || strings.Contains(f, "估")
			}
			if clearFill(c.Fill) {
				fill = c.Fill
			}
		}
		if key := fmt.Sprint(fill); says && texts <= 2 && fill.Given && !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	return out, nil
}

// clearFill tells a colour from the greys of stripes.
func clearFill(c cells.Colour) bool {
	return c.Given && max(c.R, c.G, c.B)-min(c.R, c.G, c.B) >= 24
}
