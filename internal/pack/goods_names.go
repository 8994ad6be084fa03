package pack

import (
	"strings"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/classification"
	"briefing/internal/figure"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// What goods are called in the language of the output.

// goodsName names goods by their key in the view.
func (b *builder) goodsName(v goodsView, key string) string {
	if v.by != figure.ByProduct {
		return b.product(key)
	}
	if readable(key, b.l) {
		return key
	}
	return first(b.translated(key), b.t("word.untranslated", key))
}

// translated is what the project's nomenclature calls goods that a file names in
// another language: the record has that name beside the one in the output's.
func (b *builder) translated(name string) string {
	if b.translations == nil { // a nomenclature may be longer than any pack
		b.translations = map[string]string{}
		for _, c := range b.s.Commodities {
			for _, l := range briefing.Langs() {
				key, said := translationKey(c.Name.In(l)), c.Name.In(b.l)
				if _, there := b.translations[key]; key != "" && said != "" && !there {
					b.translations[key] = said
				}
			}
		}
	}
	return b.translations[translationKey(name)]
}

// translationKey is the form in which names of goods are compared.
func translationKey(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// commodity names a code in the language, from the project's nomenclature or
// the chapters of the harmonised system.
func (b *builder) commodity(code, fallback string) string {
	switch code {
	case figure.HiddenCode:
		return b.t("structure.hidden")
	case figure.TotalCode, "":
		return b.t("structure.unallocated")
	}
	for _, c := range b.s.Commodities {
		if c.Code == code {
			if n := c.Name.In(b.l); n != "" {
				return n
			}
		}
	}
	if len(code) == 2 {
		if n := lang.Chapter(b.l, code); n != "" {
			return n
		}
	}
	if f, ok := b.s.Names.Find(b.l, string(classification.HS), briefing.Period{}, code); ok && f.Code == code {
		return f.Name
	}
	return fallback
}

// goods names the goods of an observation: as commodity does, by the list of
// its own classification and edition.
func (b *builder) goods(o figure.Observation) string {
	special := o.Code == figure.HiddenCode || o.Code == figure.TotalCode || o.Code == ""
	if o.Classification != "" && !figure.Harmonised(o.Classification) && !special { // 33 of the SITC is no chapter 33
		if f, ok := b.s.Names.Find(b.l, o.Classification, o.Period, o.Code); ok && f.Code == o.Code {
			return f.Name
		}
		if name := lang.Division(b.l, o.Classification, o.Code); name != "" && foreign(o.Product, b.l) {
			return name
		}
		return o.Product
	}
	if f, ok := b.s.Names.Find(b.l, o.Classification, o.Period, o.Code); ok && f.Code == o.Code {
		return b.commodity(o.Code, f.Name)
	}
	return b.commodity(o.Code, o.Product)
}

// product names a code in the language; where the project and the chapters have
// no name, as the imported files do if that can be read, else by the heading
// above, which is said. Else what the file has in another language stands there
// with its mark, which stops an issue (check 21): a blank would be missed.
func (b *builder) product(code string) string {
	if b.products == nil {
		b.products = b.s.Figures.Products()
	}
	name := b.products[code]
	if !readable(name, b.l) {
		name = first(b.translated(name), b.heading(code), b.foreignName(name), codeText(code))
	}
	return b.commodity(code, name)
}

// foreignName is a file's own name in another language, with its mark.
func (b *builder) foreignName(name string) string {
	if name == "" {
		return ""
	}
	return b.t("word.untranslated", name)
}

// heading names a code of more than six digits by the heading of six or four
// digits that it is under, with the digits, since the heading says more than
// the code; empty where that has no name either.
func (b *builder) heading(code string) string {
	if len(code) <= 6 || strings.Trim(code, "0123456789") != "" {
		return ""
	}
	for _, digits := range []int{6, 4} {
		above := code[:digits]
		if name := b.commodity(above, ""); name != "" {
			return b.t("structure.heading", name, codeText(above))
		}
	}
	return ""
}

// readable reports whether a reader of the language may be shown a foreign
// name: Latin letters to all, Chinese and Russian ones to their own.
func readable(name string, l briefing.Lang) bool {
	for _, r := range name {
		if unicode.Is(unicode.Han, r) && l != briefing.ZH || unicode.Is(unicode.Cyrillic, r) && l != briefing.RU {
			return false
		}
	}
	return name != ""
}

// ForeignGoods reports whether imported files name goods in letters that readers of
// the language are not shown: whoever looks for names that are not translated has
// to have the rows of all tables (Options.Outline).
func ForeignGoods(s *project.Snapshot, l briefing.Lang) bool {
	for _, name := range s.Figures.Products() {
		if name != "" && !readable(name, l) {
			return true
		}
	}
	return false
}

// foreign reports whether a name is not in the letters of the language.
func foreign(name string, l briefing.Lang) bool {
	letters := map[briefing.Lang]*unicode.RangeTable{briefing.RU: unicode.Cyrillic, briefing.EN: unicode.Latin, briefing.ZH: unicode.Han}[l]
	return !strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(letters, r) })
}
