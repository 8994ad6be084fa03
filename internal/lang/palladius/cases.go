package palladius

import (
	"strings"
	"unicode/utf8"
)

// Case is one of the oblique cases of Russian.
type Case string

// Cases in the order of the grammar: кого, кому, кого, кем, о ком.
const (
	Genitive      Case = "genitive"
	Dative        Case = "dative"
	Accusative    Case = "accusative"
	Instrumental  Case = "instrumental"
	Prepositional Case = "prepositional"
)

// Cases lists the oblique cases.
func Cases() []Case { return []Case{Genitive, Dative, Accusative, Instrumental, Prepositional} }

// declined are the endings of a man's name by case: behind a hard consonant,
// in place of «ь», in place of «й».
var declined = map[string]map[Case]string{
	"":  {Genitive: "а", Dative: "у", Accusative: "а", Instrumental: "ом", Prepositional: "е"},
	"ь": {Genitive: "я", Dative: "ю", Accusative: "я", Instrumental: "ем", Prepositional: "е"},
	"й": {Genitive: "я", Dative: "ю", Accusative: "я", Instrumental: "ем", Prepositional: "е"},
}

// Declined suggests the cases of a Chinese name in Russian spelling, surname
// first: of a full name the last word alone is declined («Дэн Сяопина»), and
// that only of a man and behind a consonant, «ь» or «й». A name that keeps its
// form is given as it is. ok is false where custom wavers (names in «а» and
// «я») and for what is no such name: nothing is suggested then. It is always a
// suggestion: bearers and protocol decide.
func Declined(name string, woman bool) (forms map[Case]string, ok bool) {
	words := strings.Fields(name)
	if len(words) == 0 {
		return nil, false
	}
	for _, w := range words {
		if len(ToPinyin(w)) == 0 {
			return nil, false
		}
	}
	last := words[len(words)-1]
	end, n := utf8.DecodeLastRuneInString(last)
	forms = map[Case]string{}
	stem, kind := name, ""
	switch {
	case strings.ContainsRune("ая", end):
		return nil, false
	case woman || strings.ContainsRune("еёиоуыэю", end):
		for _, c := range Cases() {
			forms[c] = name
		}
		return forms, true
	case end == 'ь' || end == 'й':
		stem, kind = name[:len(name)-n], string(end)
	}
	for _, c := range Cases() {
		forms[c] = stem + declined[kind][c]
	}
	return forms, true
}
