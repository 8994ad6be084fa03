package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
		case (r == ',' || r == '.') && digitAt(out, i-1) && digitAt(out, i+1): // 12,2 is one number, and the same as 12.2
			r = '.'
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

func digitAt(s []rune, i int) bool { return i >= 0 && i < len(s) && unicode.IsDigit(s[i]) }

// isNumber tells a number with a fraction, or a date in figures.
func isNumber(w string) bool {
	return strings.Contains(w, ".") && strings.IndexFunc(w, func(r rune) bool { return r != '.' && !unicode.IsDigit(r) }) < 0
}

// inNumber finds a number in a text where no other number begins before it: 2.2 is
// not in 12.2. -1 is nowhere.
func inNumber(text, w string) int {
	for from := 0; ; {
		k := strings.Index(text[from:], w)
		if k < 0 {
			return -1
		}
		at := from + k
		if before, _ := utf8.DecodeLastRuneInString(text[:at]); !unicode.IsDigit(before) {
			return at
		}
		from = at + len(w)
	}
}
