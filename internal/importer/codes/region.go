package codes

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// regions finds parts of Russia and China by their names, whole: Moscow the
// city is not found in the name of its region.
var regions = sync.OnceValue(func() map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, country := range []string{"RU", "CN"} {
		names := map[string]string{}
		for _, code := range lang.Regions(country) {
			for _, l := range briefing.Langs() {
				names[plainRegion(lang.Region(l, country, code))] = code
			}
		}
		out[country] = names
	}
	for country, others := range map[string]map[string]string{"RU": regionNames(), "CN": provinceNames()} {
		for code, names := range others {
			for name := range strings.SplitSeq(names, "|") {
				out[country][plainRegion(name)] = code
			}
		}
	}
	for name, code := range out["RU"] { // «Бурятия», and the words in another order
		if short, ok := strings.CutPrefix(name, "республика "); ok && short != "алтай" {
			out["RU"][short] = code
		}
	}
	for _, names := range out {
		for _, name := range slices.Collect(maps.Keys(names)) {
			if sorted := sortedWords(name); names[sorted] == "" {
				names[sorted] = names[name]
			}
		}
	}
	return out
})

// wordsOfRegions put the words that tell the kind of a region in one form; those
// that a name is the same without are nothing.
var wordsOfRegions = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"обл": "область", "обл.": "область", "респ": "республика", "респ.": "республика", "кр.": "край",
		"ао": "авт округ", "а.о.": "авт округ", "авт.": "авт", "автономный": "авт", "автономная": "авт", "окр.": "округ", "окр": "округ", "аобл": "авт область",
		"провинция": "", "город": "", "гор.": "", "г.": "", "г": "", "province": "", "of": "", "the": "",
		"oblast": "region", "krai": "territory", "kray": "territory", "okrug": "area",
	}
})

var marksOfRegions = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("–", "-", "—", "-", "‑", "-", "−", "-", "а. о.", "ао", "г.", "г. ", "обл.", "обл. ", "респ.", "респ. ", "федерального значения", "")
})

// plainRegion is the form in which names of regions are compared: without the
// word for a city or a province, which sources write or leave out, and with one
// kind of dash.
func plainRegion(s string) string {
	s = marksOfRegions().Replace(Fold(s))
	words := strings.Fields(strings.ReplaceAll(s, "-", " - "))
	kept := words[:0]
	for _, w := range words {
		if plain, known := wordsOfRegions()[w]; known {
			w = plain
		}
		if w != "" {
			kept = append(kept, w)
		}
	}
	s = strings.Trim(strings.ReplaceAll(strings.Join(kept, " "), " - ", "-"), " -,")
	for _, word := range []string{"省", "市"} {
		s = strings.TrimSuffix(s, word)
	}
	return s
}

// sortedWords is a plain name whatever the order of its words: «Бурятия
// Республика».
func sortedWords(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == ',' })
	slices.Sort(words)
	return strings.Join(words, " ")
}

// named finds a region by one of its names.
func namedRegion(country, s string) (string, bool) {
	names := regions()[country]
	plain := plainRegion(s)
	if code, ok := names[plain]; ok {
		return code, true
	}
	code, ok := names[sortedWords(plain)]
	return code, ok && plain != ""
}

// doubled finds a region that is called by two of its names: «Республика
// Татарстан (Татарстан)», «Чувашская Республика - Чувашия», «Саха /Якутия/».
func doubled(country, s string) (string, bool) {
	for i, r := range s {
		if !strings.ContainsRune("(/-–—", r) {
			continue
		}
		first, second := s[:i], strings.Trim(s[i+utf8.RuneLen(r):], "()/ ")
		code, ok := namedRegion(country, first)
		if again, too := namedRegion(country, second); ok && too && code == again {
			return code, true
		}
	}
	return "", false
}

// Region finds a part of a country by its code or its name; ok is false for
// what is neither. A Russian code of four digits has lost its zero.
func Region(country, s string) (code string, ok bool) {
	s = strings.TrimSpace(s)
	if digits := strings.Trim(s, "0123456789") == ""; digits && s != "" {
		if country == "RU" && len(s) == 4 {
			s = "0" + s
		}
		return s, true
	}
	if code, ok = namedRegion(country, s); !ok {
		code, ok = doubled(country, s)
	}
	return code, ok
}

// District finds the federal district of Russia that a text names; its regions are
// told by the member function.
func District(s string) (member func(region string) Membership, named bool) {
	f := marksOfRegions().Replace(Fold(strings.TrimRight(s, ":.：* ")))
	for _, word := range []string{"всего", "итого"} {
		f = strings.TrimRight(strings.TrimSuffix(f, word), " ,-")
		f = strings.TrimPrefix(f, word+" по ")
	}
	name, kind := f, false
	for _, word := range []string{" федеральный округ", " федерального округа", " фо"} {
		if cut, ok := strings.CutSuffix(f, word); ok {
			name, kind = strings.ReplaceAll(cut, " - ", "-"), true
		}
	}
	for full, d := range districts() {
		if kind && name == full || slices.Contains(strings.Split(d.short, "|"), f) {
			return func(region string) Membership {
				switch {
				case slices.Contains(strings.Fields(d.regions), region):
					return IsMember
				case slices.Contains(strings.Fields(d.maybe), region):
					return MayBeMember
				}
				return NoMember
			}, true
		}
	}
	return nil, false
}
