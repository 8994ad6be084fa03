package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold makes of a text what is compared: small letters, «ё» as «е», Latin letters
// without their marks (Xí Jìnpíng), everything that is neither letter nor digit a
// space. Letter by letter, so that a place in the folded text is the same place
// in the text.
func fold(s string) []rune {
	out := []rune(s)
	for i, r := range out {
		r = unicode.ToLower(r)
		switch {
		case r == 'ё':
			r = 'е'
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			r = ' '
		case r > 0x7f && unicode.Is(unicode.Latin, r):
			for _, base := range norm.NFD.String(string(r)) {
				r = base
				break
			}
		}
		out[i] = r
	}
	return out
}

// Plain is a text as one looks for another inside it, signs and all: case, «ё» and
// no-break spaces don't matter.
func Plain(s string) string { return plain.Replace(strings.ToLower(s)) }

var plain = strings.NewReplacer("\u00a0", " ", "ё", "е")

// folded is fold as a text with a space before it, so that " x" is the beginning
// of a word.
func folded(s string) string { return " " + string(fold(s)) }

func words(s string) []string { return strings.Fields(string(fold(s))) }
