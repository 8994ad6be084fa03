package lang

import (
	"strings"

	"briefing/internal/briefing"
)

// Reason puts a reason or a note of package measure into words. One that names
// what differs has it behind the key, of the value and of the base:
// "measure.why.currencies-differ USD CNY".
func Reason(l briefing.Lang, why string) string {
	key, rest, named := strings.Cut(why, " ")
	now, then, both := strings.Cut(rest, " ")
	if !named || !both {
		return T(l, key)
	}
	return T(l, key+".of", reasonWord(l, key, now), reasonWord(l, key, then))
}

func reasonWord(l briefing.Lang, key, word string) string {
	switch {
	case word == "-":
		return T(l, "measure.why.unstated")
	case strings.HasSuffix(key, "classes-differ"):
		return Classification(l, word)
	}
	if name, ok := Has(l, key+"."+word); ok {
		return name
	}
	return word
}
