package prose

import "unicode/utf8"

// appendTokens puts the tokens of a text into a list: words with the signs that
// units are written with; full stops of abbreviations don't count. Of tokens that
// follow each other only those are taken up to the first sign that parts them.
func appendTokens(list []Word, s string, following bool) []Word {
	start, none := -1, len(list)
	for i, r := range s {
		switch {
		case letter(r) || r == '*' || start >= 0 && (r == '$' || r == '²' || r == '³' || r == '2' || r == '3'):
			if start < 0 {
				start = i
			}
			if r == '$' { // «US$» ends with its sign
				list = append(list, Word{small(s[start : i+1]), start, i + 1})
				start = -1
			}
			continue
		case start >= 0:
			list = append(list, Word{small(s[start:i]), start, i})
			start = -1
		}
		switch {
		case unitSign(r):
			n := utf8.RuneLen(r)
			list = append(list, Word{s[i : i+n], i, i + n})
		case !following || isSpace(r):
		case r != '.' || len(list) == none:
			return list
		}
	}
	if start >= 0 {
		list = append(list, Word{small(s[start:]), start, len(s)})
	}
	return list
}

// unitSign reports a sign that is a token by itself.
func unitSign(r rune) bool {
	switch r {
	case '%', '％', '/', '$', '€', '₽', '№', '≈', '~', '>', '<', '≥', '≤':
		return true
	}
	return false
}
