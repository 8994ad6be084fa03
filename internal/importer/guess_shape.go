package importer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
)

// points say how well the header fits; 0 is none: a line of prose that speaks
// of tons has no numbers below.
func (g *guesser) points() int {
	amounts, keys, n := 0, 0, 0
	for i, c := range g.columns {
		switch g.reasons[i] {
		case GuessHeader, GuessUnit, GuessSeries:
			n += 6
		case GuessUnused, GuessCumulative, GuessTotal, GuessPlan:
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
	for i := range out.Columns {
		if at := slices.IndexFunc(s.Columns, func(c ShapeColumn) bool { return c.Index == out.Columns[i].Index }); at >= 0 {
			out.Columns[i].Role = s.Columns[at].Role
		}
	}
	out.judge()
	return out
}

// constants are taken from titles and names, then from what is usual.
func (g *guesser) constants(out *Guessed) {
	s := &out.Shape
	c := &s.Constants
	told := titleConstants(&surround{file: g.around.file, titles: g.titles()})
	periods := s.hasRole(RolePeriod) || s.hasRole(RoleYear)
	if whole := s.seriesSay(RolePeriod); !periods && (!whole || s.monthsAcross()) {
		c.Period = told.Period
	}
	if !s.hasRole(RoleFlow) && !s.allSeries(RoleFlow) {
		c.Flow = told.Flow
	}
	if u, several := s.unit(RoleValue); s.hasRole(RoleValue) && u == "" && !several && !s.hasRole(RoleValueUnit) {
		c.ValueUnit = told.ValueUnit
	}
	if u, several := s.unit(RoleWeight); s.hasRole(RoleWeight) && u == "" && !several && !s.hasRole(RoleWeightUnit) {
		for _, t := range g.around.titles {
			if u := unitIn(t); u.Mass() {
				c.WeightUnit = u
			}
		}
	}
	s.readPart(g.titles(), g.rows)
	if c.Period != "" || c.Flow != "" || c.ValueUnit != "" {
		s.ReadTitle = true
		out.assume(AssumedTitle)
	}
	g.countries(out)
	s.Codes()
	if !s.hasRole(RoleCode) {
		out.Assumed = append(out.Assumed, AssumedNoCodes)
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
	if !s.hasRole(RoleRegion) && c.Reporter == "RU" {
		if c.Region = regionIn(g.titles()); c.Region != "" {
			out.assume(AssumedTitle)
		}
	}
	if s.hasRole(RolePartner) || s.seriesSay(RolePartner) {
		return
	}
	found := map[string]bool{}
	for _, t := range g.titles() {
		for _, code := range countriesIn(t) {
			if code != c.Reporter {
				found[code] = true
			}
		}
	}
	if len(found) == 1 {
		for code := range found {
			c.Partner = code
		}
	}
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
		filled, own := 0, 0
		for _, r := range g.rows {
			if c.Index > len(r) || r[c.Index-1] == "" || totalWord(r[c.Index-1]) || len(r) < 2 {
				continue
			}
			filled++
			if code := regionCode(r[c.Index-1], reporter); strings.Trim(code, "0123456789") == "" {
				own++
			}
		}
		if filled > 0 && own == 0 {
			c.Role = RoleProvince
		}
	}
}

// titles are the texts that may say what the table is about.
func (g *guesser) titles() []string { return append(slices.Clone(g.around.titles), g.around.sheet) }

// assume notes where something was taken from, once.
func (g *Guessed) assume(what string) {
	if !slices.Contains(g.Assumed, what) {
		g.Assumed = append(g.Assumed, what)
	}
}

// titled is the one country whose trade the titles are about.
func (g *guesser) titled() string {
	var found []string
	for _, t := range g.titles() {
		if c := reporterIn(t); c != "" && !slices.Contains(found, c) {
			found = append(found, c)
		}
	}
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

// countriesIn lists the countries that words of a text name.
func countriesIn(s string) []string {
	s = currencyNames().ReplaceAllString(s, " ")
	words := strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:()–—/", r)
	})
	var out []string
	for i := range words[:min(len(words), 40)] {
		for n := 3; n > 0; n-- {
			if i+n > len(words) {
				continue
			}
			forms := []string{strings.Join(words[i:i+n], " ")}
			if n == 1 {
				forms = append(forms, nominatives(words[i])...)
			} else {
				forms = append(forms, fullName(words[i:i+n]))
			}
			at := slices.IndexFunc(forms, func(f string) bool { c := countryName(f); return c != "" && c != figure.World })
			if at >= 0 {
				out = append(out, countryName(forms[at]))
				break
			}
		}
	}
	return append(out, countriesWithin(s)...)
}

// currencyNames are the countries in the names of their money.
var currencyNames = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)долл[\p{L}.]*\s*США|US\s*(?:dollars?|\$)|Hong Kong dollars?`)
})

// countriesWithin finds names of countries in Chinese text, which has no blanks
// between words: 山东省对俄罗斯出口. Inner Mongolia is no country.
func countriesWithin(s string) []string {
	const longest = 12 // letters of a name
	letters := []rune(strings.ReplaceAll(s, "内蒙古", " "))
	letters = letters[:min(len(letters), 120)]
	var out []string
	for i := 0; i < len(letters); i++ {
		for n := min(longest, len(letters)-i); n > 1 && unicode.Is(unicode.Han, letters[i]); n-- {
			name := string(letters[i : i+n])
			if n == len(letters) || !unicode.Is(unicode.Han, letters[i+n-1]) {
				continue // the whole text has been looked at
			}
			if c := countryName(name); c != "" && c != figure.World {
				out = append(out, c)
				i += n - 1
				break
			}
		}
	}
	return out
}

// fullName puts the words of a country's full name into the nominative: «в
// Турецкую Республику», «с Исламской Республикой Иран».
func fullName(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.ToLower(w)
		for _, e := range [...][2]string{{"кую", "кая"}, {"кой", "кая"}, {"ную", "ная"}, {"ной", "ная"}} {
			if stem, ok := strings.CutSuffix(out[i], e[0]); ok {
				out[i] = stem + e[1]
				break
			}
		}
		for stem, whole := range map[string]string{"республик": "республика", "королевств": "королевство", "государств": "государство", "федераци": "федерация", "конфедераци": "конфедерация", "княжеств": "княжество", "султанат": "султанат"} {
			if rest, ok := strings.CutPrefix(out[i], stem); ok && len(rest) <= 6 {
				out[i] = whole
			}
		}
	}
	return strings.Join(out, " ")
}

// nominatives are the forms that a Russian name of a country may have in the
// nominative: «из Китая», «с Индией», «в Казахстан».
func nominatives(word string) []string {
	var out []string
	const endings = "ии=ия ией=ия ию=ия ая=ай аю=ай аем=ай ае=ай ом= а= у= е= ы=а у=а ой=а и=ь и=а еи=ея ей=ея ея=ей"
	for e := range strings.FieldsSeq(endings) {
		from, to, _ := strings.Cut(e, "=")
		if stem, ok := strings.CutSuffix(word, from); ok && len(stem) >= 6 {
			out = append(out, stem+to)
		}
	}
	return out
}

// monthsAcross reports whether headers name months or quarters without a year.
func (s *Shape) monthsAcross() bool {
	return slices.ContainsFunc(s.Columns, func(c ShapeColumn) bool { return partOnly(c.Series.Period) })
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
