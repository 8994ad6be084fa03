package importer

import (
	"slices"
	"strings"

	"briefing/internal/figure"
	"briefing/internal/importer/codes"
)

// Whose trade it is, and with whom, where titles and heads tell it otherwise than
// by «экспорт России в Китай».

// adjectiveOf is the country that a folded adjective is of: «китайский».
func adjectiveOf(f string) string {
	for stem, c := range map[string]string{
		"российск": "RU", "китайск": "CN", "казахстанск": "KZ", "белорусск": "BY", "узбекск": "UZ", "узбекистанск": "UZ", "киргизск": "KG", "кыргызск": "KG",
		"таджикск": "TJ", "туркменск": "TM", "монгольск": "MN", "индийск": "IN", "турецк": "TR", "японск": "JP", "вьетнамск": "VN", "иранск": "IR",
		"американск": "US", "германск": "DE", "немецк": "DE", "французск": "FR", "итальянск": "IT", "египетск": "EG", "армянск": "AM", "азербайджанск": "AZ",
	} {
		if strings.HasPrefix(f, stem) {
			return c
		}
	}
	return map[string]string{
		"russian": "RU", "chinese": "CN", "kazakh": "KZ", "belarusian": "BY", "uzbek": "UZ", "mongolian": "MN", "indian": "IN", "turkish": "TR", "japanese": "JP",
		"vietnamese": "VN", "iranian": "IR", "american": "US", "german": "DE", "french": "FR", "italian": "IT", "egyptian": "EG",
	}[f]
}

// reporterByAdjective finds whose trade «Китайский экспорт в Россию» or "Chinese
// imports from Russia" is: the adjective stands right before the flow.
func reporterByAdjective(title string) string {
	words := titleWords(title)
	for i := 1; i < len(words); i++ {
		f := codes.Fold(words[i])
		if !flowNoun(f) && !slices.Contains([]string{"exports", "imports", "export", "import", "trade"}, f) {
			continue
		}
		if c := adjectiveOf(codes.Fold(words[i-1])); c != "" {
			return c
		}
	}
	return ""
}

// purchases reads «Закупки Китая в России»: who buys imports, from the country
// behind the preposition; who sells exports.
func purchases(title string) (reporter string, flow figure.Flow) {
	words := titleWords(title)
	for i, w := range words[:max(0, len(words)-2)] {
		switch f := codes.Fold(w); {
		case strings.HasPrefix(f, "закупк"):
			flow = figure.Import
		case strings.HasPrefix(f, "продаж"):
			flow = figure.Export
		default:
			continue
		}
		if c := genitive(words[i+1 : i+2]); c != "" && preposition(codes.Fold(words[i+2])) {
			return c, flow
		}
	}
	return "", ""
}

// settleSides puts right what the titles say of sides before the countries are
// looked for: whose trade it is.
func (g *guesser) settleSides(s *Shape) {
	c := &s.Constants
	if s.hasRole(RoleReporter) || c.Reporter != "" {
		return
	}
	for _, t := range g.titles() {
		if by := reporterByAdjective(t); by != "" && c.Reporter == "" {
			c.Reporter = by
		}
		if by, flow := purchases(t); by != "" && c.Reporter == "" {
			c.Reporter = by
			if c.Flow == "" && !s.hasRole(RoleFlow) {
				c.Flow = string(flow)
			}
		}
	}
}

// doubtSides takes back a reporter that was taken by the language of the table and
// can't be: its own name stands behind another country's, where the order of the two
// was not understood, or among the partners.
func (g *guesser) doubtSides(out *Guessed) {
	c := &out.Shape.Constants
	if c.Reporter == "" || !slices.Contains(out.Assumed, AssumedReporter) {
		return
	}
	var named []string
	for _, t := range g.titles() {
		named = append(named, countriesIn(t)...)
	}
	if at := slices.Index(named, c.Reporter); at > 0 && named[0] != c.Reporter || g.ownName(&out.Shape, c.Reporter) && c.Flow != string(figure.Import) {
		c.Reporter = ""
		out.Assumed = slices.DeleteFunc(out.Assumed, func(a string) bool { return a == AssumedReporter })
	}
}

// ownName reports whether a column of partners names the country itself: then it
// is not the one that reports.
func (g *guesser) ownName(s *Shape, country string) bool {
	for _, c := range s.Columns {
		if c.Role != RolePartner {
			continue
		}
		if _, own := named(g.rows, c.Index, func(name string) bool { return countryName(name) == country }); own > 0 {
			return true
		}
	}
	return false
}

// buyersAndSellers reads a table with a column of exporters and one of importers,
// which says of no row who reports it: as exports of the former to the latter.
func (g *guesser) buyersAndSellers(out *Guessed) {
	s := &out.Shape
	if s.hasRole(RoleReporter) || s.hasRole(RoleFlow) {
		return
	}
	find := func(names ...string) int {
		return slices.IndexFunc(s.Columns, func(c ShapeColumn) bool {
			if !slices.Contains(names, strings.Trim(codes.Fold(c.Header), " ():")) {
				return false
			}
			filled, countries := named(g.rows, c.Index, func(name string) bool { return countryName(name) != "" })
			return filled > 0 && 2*countries > filled
		})
	}
	seller := find("exporter", "exporters", "экспортер", "экспортеры", "страна-экспортер", "страна экспортер", "exporting country", "出口国")
	buyer := find("importer", "importers", "импортер", "импортеры", "страна-импортер", "страна импортер", "importing country", "进口国")
	if seller < 0 || buyer < 0 {
		return
	}
	for i := range s.Columns {
		switch {
		case i == seller:
			s.Columns[i].Role, s.Columns[i].Aside = RoleReporter, ""
		case i == buyer:
			s.Columns[i].Role, s.Columns[i].Aside = RolePartner, ""
		case s.Columns[i].Role == RolePartner:
			s.Columns[i].Role = NoRole
		}
	}
	s.Constants.Flow, s.Constants.Reporter, s.Constants.Partner = string(figure.Export), "", ""
	out.Assumed = append(out.Assumed, AssumedSides)
}
