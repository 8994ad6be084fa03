package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/measure"
)

// What titles say of imported rows: whose trade with whom, of which goods, and
// who told it.

// mostNamed is how many partners a title names; beyond that it counts them.
const mostNamed = 4

// partners says whose trade rows add up to: all countries only where the
// source has them as one, else the countries that are there.
func (b *builder) partners(f figure.Filter) string {
	if f.Partner != "" {
		return b.partnerName(f)
	}
	groups, err := b.s.Figures.Aggregate(f, []figure.Dimension{"partner"})
	var names []string
	for _, g := range groups {
		if p := g.Keys[0]; p == "" || p == "W00" {
			return b.t("stat.all_countries")
		} else if name := lang.Country(b.l, p); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if err != nil || len(names) == 0 {
		return b.t("stat.all_countries")
	}
	if len(names) > mostNamed {
		return lang.Plural(b.l, "pack.stat.some_countries", len(names))
	}
	return b.commas(names...)
}

// partnerName names the one partner of rows, with its provinces where all of them
// are of some: trade with a province is not trade with the country.
func (b *builder) partnerName(f figure.Filter) string {
	country := lang.Country(b.l, f.Partner)
	codes, err := b.s.Figures.Provinces(f)
	switch {
	case err != nil || len(codes) == 0:
		return country
	case len(codes) > mostNamed:
		return b.t("stat.some_regions", country, len(codes))
	}
	var names []string
	for _, code := range codes {
		names = append(names, lang.Region(b.l, f.Partner, code))
	}
	return b.t("stat.named_regions", country, b.commas(names...))
}

// someCodes says in a title that a sum is of a few goods, not of all: «6 товаров».
func (b *builder) someCodes(f figure.Filter) string { return b.fewGoods(f, "pack.stat.some_") }

// fewGoods says it in the words of a title or of a sentence: by the chapters or
// headings of the harmonised system where all the codes are such.
func (b *builder) fewGoods(f figure.Filter, words string) string {
	codes := measure.FewGoods(b.s.Figures, f)
	switch len(codes) {
	case 0:
		return ""
	case 1:
		if name := b.nameOf(f, codes[0]); name != "" {
			return b.t("stat.one_good", name, codes[0])
		}
		return b.t("stat.one_code", codes[0])
	}
	seen := map[string]bool{}
	for _, code := range codes {
		seen[code] = true
	}
	level := codesLevel(f, seen)
	if name := b.oneChapter(f, seen); name != "" {
		return b.t("stat.codes_of", strings.TrimLeft(lang.Plural(b.l, "pack.stat.some_"+level, len(seen)), ", ，"), name)
	}
	return lang.Plural(b.l, words+level, len(seen))
}

// codesLevel tells whether codes are all chapters or all headings of the harmonised
// system, else they are goods.
func codesLevel(f figure.Filter, codes map[string]bool) string {
	if f.Split == nil || !figure.Harmonised(f.Split.Classification) {
		return "codes"
	}
	digits := 0
	for code := range codes {
		if digits != 0 && len(code) != digits {
			return "codes"
		}
		digits = len(code)
	}
	switch digits {
	case 2:
		return "chapters"
	case 4:
		return "headings"
	}
	return "codes"
}

// oneChapter is the name of the chapter of the harmonised system that all of the
// codes are of, empty where they are of several.
func (b *builder) oneChapter(f figure.Filter, codes map[string]bool) string {
	if f.Split == nil || !figure.Harmonised(f.Split.Classification) {
		return ""
	}
	chapter := ""
	for code := range codes {
		c := chapterOf(code)
		if len(c) != 2 || chapter != "" && c != chapter {
			return ""
		}
		chapter = c
	}
	return lang.Chapter(b.l, chapter)
}

// nameOf is the name of the one code that rows are of, in letters that the
// reader knows, else that of its chapter; empty where nobody names it.
func (b *builder) nameOf(f figure.Filter, code string) string {
	for _, o := range b.s.Figures.Rows(f) {
		name := b.goods(o)
		switch {
		case name == code || name == "":
			return ""
		case !readable(name, b.l):
			return b.oneChapter(f, map[string]bool{code: true})
		}
		return name
	}
	return ""
}

// Mirror reports an import of rows that come from the returns of the partner
// countries, as its note says.
func Mirror(imp *briefing.Import) bool {
	return strings.Contains(imp.Note.RU, lang.T(briefing.RU, "importer.note.mirror"))
}

// mirrored says that rows come from the partners' returns; to the other side
// in the words that it has for its own statistics.
func (b *builder) mirrored(f figure.Filter) string {
	for _, imp := range b.importsOf(f) {
		if !b.s.Mirrors[imp.ID] && !Mirror(imp) {
			continue
		}
		if b.s.Audience == briefing.Partner {
			return b.t("stat.mirrored_partner")
		}
		return b.t("stat.mirrored")
	}
	return ""
}
