package importer

import (
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/importer/clipboard"
)

// look is what the cells of a column look like.
type look struct {
	filled  int
	running bool // 1, 2, 3, …
	lang    briefing.Lang

	periods, hours, figures, units, percents, names, countries, links, sources int
}

// mostly tells whether most filled cells are such.
func (k look) mostly(n int) bool { return n > 0 && n*10 >= k.filled*6 }

func (p *paster) look(rows []clipboard.Row, column int) look {
	k := look{running: true}
	scripts := map[briefing.Lang]int{}
	for _, r := range rows {
		s := r.Cells[column]
		if s == "" || filled(r) == 1 && len(r.Cells) > 1 { // a heading between rows
			continue
		}
		k.filled++
		k.running = k.running && strings.Trim(s, ".) ") == itoa(k.filled)
		scripts[scriptOf(s, p.o.Lang)]++
		count := func(n *int, is bool) {
			if is {
				*n++
			}
		}
		digits := strings.Trim(s, "0123456789") == ""
		_, isPeriod := p.period(s)
		count(&k.periods, isPeriod && (!digits || len(s) == 4))
		_, isHours := parseHours(s)
		count(&k.hours, isHours)
		if p.out.Kind == briefing.KindFact {
			f, reason := parseFigure(s, "", p.o.Lang)
			count(&k.figures, reason == "" && f.figure.Status == "")
			count(&k.percents, reason == "" && f.signed && f.figure.Unit.Base() == "percent")
			count(&k.units, unitOnly(s))
		}
		count(&k.names, looksLikeName(s))
		_, reason := countryOf(s)
		count(&k.countries, reason == "" && len(s) > 2)
		count(&k.links, strings.Contains(s, "://") || strings.HasPrefix(s, "www."))
		_, known := p.o.Find(briefing.KindSource, oneLine(s))
		count(&k.sources, known)
	}
	k.running = k.running && k.filled > 1
	k.lang = p.o.Lang
	for _, l := range briefing.Langs() {
		if scripts[l] > scripts[k.lang] {
			k.lang = l
		}
	}
	return k
}

// guess takes a column for a field by its cells; "" leaves it to the note.
func (p *paster) guess(k look, taken map[string]bool, header bool) string {
	try := func(is bool, field string) string {
		if field = p.inLang(field, k.lang); is && field != "" && !taken[field] {
			return field
		}
		return ""
	}
	if header { // what the header does not name is not guessed but for the main field
		return try(k.filled > 0 && !k.running && !k.mostly(k.figures+k.periods+k.hours), p.main())
	}
	if k.running {
		return p.inLang(p.numbered(k), k.lang)
	}
	var tries []string
	switch p.out.Kind {
	case briefing.KindFact:
		tries = []string{
			try(k.mostly(k.periods), "claims.period"), try(k.mostly(k.percents) && taken[pastedFigure], "claims.change"),
			try(k.mostly(k.figures), pastedFigure), try(k.mostly(k.units), "claims.unit"), try(k.mostly(k.sources+k.links), "claims.source"),
		}
		if k.mostly(k.figures + k.periods) {
			tries = append(tries, pastedNote)
		}
	case briefing.KindEvent:
		tries = []string{try(k.mostly(k.hours), pastedHours), try(k.mostly(k.periods), "when")}
	case briefing.KindPerson:
		tries = []string{try(k.mostly(k.countries), "country"), try(k.mostly(k.names), pastedNames), try(k.mostly(k.names) && taken[pastedNames], "name_"+string(k.lang))}
	case briefing.KindAgreement:
		tries = []string{try(k.mostly(k.periods), "signed")}
	case briefing.KindSource:
		tries = []string{try(k.mostly(k.links), "address"), try(k.mostly(k.periods), "published")}
	}
	for _, f := range p.texts() {
		tries = append(tries, try(true, f))
	}
	for _, f := range tries {
		if f != "" {
			return f
		}
	}
	return ""
}

// scriptOf tells the language of a text by its letters; otherwise is for a
// text without any.
func scriptOf(s string, otherwise briefing.Lang) briefing.Lang {
	var han, cyrillic, latin int
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Han, r):
			han += 2
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	switch {
	case han > 0 && han >= cyrillic && han*2 >= latin:
		return briefing.ZH
	case cyrillic > 0 && cyrillic*2 >= latin: // a Russian text may name foreign firms
		return briefing.RU
	case latin > 0:
		return briefing.EN
	}
	return otherwise
}
