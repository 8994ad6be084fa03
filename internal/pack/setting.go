package pack

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
)

// Setting is what the pack's own line of settings says of its sections and its
// paper. The line is words with spaces between: «summary» in the order wanted,
// «-people» for a section that is left out, «annex=brief» for one that is cut
// short, «@duplex», «@total», «@A5» for the paper, «@nophotos»,
// «@langs=ru,en». Words that are not known are
// kept as they are.
type Setting struct {
	Order    []string // sections that were put in an order
	Off      map[string]bool
	Brief    map[string]bool
	Duplex   bool   // printed on two sides: margins are mirrored
	Total    bool   // the count of pages beside the number of each
	NoPhotos bool   // no photographs of people
	Paper    string // PaperA4 when empty
	// Langs are the languages that the pack has texts and names in, RU among them;
	// nil follows from the partner (Languages).
	Langs []briefing.Lang
	other []string
}

// Papers that a pack can be set on.
const (
	PaperA4 = "A4"
	PaperA5 = "A5"
	paperA6 = "A6" // of cards alone
)

// Papers lists them.
func Papers() []string { return []string{PaperA4, PaperA5} }

const (
	wordDuplex   = "@duplex"
	wordTotal    = "@total"
	wordLangs    = "@langs="
	wordNoPhotos = "@nophotos"
	brief        = "=brief"
)

// PaperOf is the paper that a form is set on with a setting, and whether it is
// printed on two sides.
func PaperOf(form string, s Setting) (paper string, duplex bool) {
	switch {
	case form == FormCard:
		return paperA6, s.Duplex
	case s.Paper != "":
		return s.Paper, s.Duplex
	}
	return PaperA4, s.Duplex
}

// ParseSetting reads the line. Every line is one.
func ParseSetting(line string) Setting {
	s := Setting{Off: map[string]bool{}, Brief: map[string]bool{}}
	known := SectionKeys(FormPack)
	for w := range strings.FieldsSeq(line) {
		off, isOff := strings.CutPrefix(w, "-")
		short, isBrief := strings.CutSuffix(w, brief)
		switch {
		case isOff && off != "":
			s.Off[off] = true
		case isBrief && (slices.Contains(known, short) || strings.HasPrefix(short, ownPrefix)):
			s.Brief[short] = true
		case slices.Contains(known, w) || strings.HasPrefix(w, ownPrefix):
			if !slices.Contains(s.Order, w) {
				s.Order = append(s.Order, w)
			}
		case w == wordDuplex:
			s.Duplex = true
		case strings.HasPrefix(w, wordLangs) && langsOf(w) != nil:
			s.Langs = langsOf(w)
		case w == wordTotal:
			s.Total = true
		case w == wordNoPhotos:
			s.NoPhotos = true
		case w == "@"+PaperA5:
			s.Paper = PaperA5
		case w == "@"+PaperA4:
			s.Paper = PaperA4
		default:
			s.other = append(s.other, w)
		}
	}
	return s
}

// String is the line, the same for the same setting.
func (s Setting) String() string {
	words := slices.Clone(s.Order)
	for _, set := range []struct {
		of           map[string]bool
		before, tail string
	}{{s.Off, "-", ""}, {s.Brief, "", brief}} {
		var keys []string
		for key, on := range set.of {
			if on {
				keys = append(keys, set.before+key+set.tail)
			}
		}
		slices.Sort(keys)
		words = append(words, keys...)
	}
	if s.Duplex {
		words = append(words, wordDuplex)
	}
	if s.Total {
		words = append(words, wordTotal)
	}
	if s.NoPhotos {
		words = append(words, wordNoPhotos)
	}
	if s.Paper == PaperA5 {
		words = append(words, "@"+s.Paper)
	}
	if s.Langs != nil {
		var keys []string
		for _, l := range withRussian(s.Langs) {
			keys = append(keys, string(l))
		}
		words = append(words, wordLangs+strings.Join(keys, ","))
	}
	return strings.Join(append(words, s.other...), " ")
}

// langsOf reads «@langs=ru,en»; nil where it names what is no language.
func langsOf(word string) []briefing.Lang {
	out := []briefing.Lang{}
	for key := range strings.SplitSeq(strings.TrimPrefix(word, wordLangs), ",") {
		l, ok := briefing.ParseLang(key)
		if !ok {
			return nil
		}
		out = append(out, l)
	}
	return withRussian(out)
}

// withRussian are languages in their fixed order, Russian always among them: it is
// what all is written in first.
func withRussian(langs []briefing.Lang) []briefing.Lang {
	return slices.DeleteFunc(briefing.Langs(), func(l briefing.Lang) bool {
		return l != briefing.RU && !slices.Contains(langs, l)
	})
}

// Languages are those that a pack has texts and names in: what its setting
// says, else Russian, English and that of the partner. Without a partner nothing
// is known, and all are meant.
func Languages(k *briefing.Pack) []briefing.Lang {
	if set := ParseSetting(k.Sections).Langs; set != nil {
		return set
	}
	langs := []briefing.Lang{briefing.RU, briefing.EN}
	if k.Partner == "" || readsChinese(k.Partner) || readsChinese(k.Reporter) {
		langs = append(langs, briefing.ZH)
	}
	return langs
}

// readsChinese reports whether Chinese is a language of the country's offices.
func readsChinese(country string) bool {
	return slices.Contains([]string{"CN", "HK", "MO", "SG", "TW"}, country)
}
