package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences cuts a text into sentences; joined, they are the text. After a
// short word («г.», «т.», «Mr.») a full stop ends nothing: two sentences taken
// for one hide something, one taken for two would make something up.
func Sentences(s string) []string {
	var out []string
	from := 0
	for _, at := range starts(s) {
		if at > from {
			out = append(out, s[from:at])
			from = at
		}
	}
	if from < len(s) {
		out = append(out, s[from:])
	}
	return out
}

// SentenceAt is the sentence around a byte of the text.
func SentenceAt(s string, at int) string {
	from, to := 0, len(s)
	for _, b := range starts(s) {
		if b > at {
			to = b
			break
		}
		from = b
	}
	return strings.TrimSpace(s[from:to])
}

// Begins reports whether a sentence begins at a byte of the text, spaces and
// opening marks of a quotation aside.
func Begins(s string, at int) bool {
	for _, from := range starts(s) {
		if from <= at && strings.Trim(s[from:at], " \u00a0\t\r\n«“„\"") == "" {
			return true
		}
	}
	return false
}

// starts gives the byte offsets at which sentences begin.
func starts(s string) []int {
	out := []int{0}
	for i, r := range s {
		next := i + 1
		switch r {
		case '\n':
		case '。', '！', '？':
			next = i + len("。")
		case '.', '!', '?', '…':
			next = i + utf8.RuneLen(r)
			if next >= len(s) || !endsHere(s, i, next) {
				continue
			}
		default:
			continue
		}
		if next < len(s) {
			out = append(out, next)
		}
	}
	return out
}

// endsHere reports whether the full stop or the like at a byte ends a sentence;
// next is the byte behind it.
func endsHere(s string, at, next int) bool {
	if r, _ := decode(s[next:]); !unicode.IsSpace(r) {
		return false
	}
	behind := strings.TrimLeftFunc(s[next:], unicode.IsSpace)
	if r, _ := decode(behind); behind != "" && unicode.IsLower(r) {
		return false
	}
	if s[at] != '.' {
		return true
	}
	first, letters := at, 0
	for first > 0 {
		r, n := decodeLast(s[:first])
		if !letter(r) {
			break
		}
		first, letters = first-n, letters+1
	}
	return letters == 0 || letters > 2 && !goesOn(strings.ToLower(s[first:at]), behind)
}

// goesOn reports whether an abbreviation of more than two letters leads on to
// what follows it: «долл. США», «15 тыс. ДФЭ», "Prof. Li".
func goesOn(word, behind string) bool {
	switch word {
	case "тыс", "долл":
		capitals := 0
		for _, r := range behind {
			if !unicode.IsLetter(r) {
				break
			}
			if !unicode.IsUpper(r) {
				return false
			}
			capitals++
		}
		return capitals > 1
	case "проф", "акад", "ген", "mrs", "prof", "gov", "sen", "gen", "messrs", "approx":
		return true
	case "каб", "доб", "тел", "факс", "стр", "рис", "табл", "исх", "ауд", "корп", "пом", "разд", "прил", "моб", "экз", "ext", "tel", "fax", "fig", "art", "sec", "vol":
		first, _ := decode(behind)
		return unicode.IsDigit(first) // «каб. 405»
	}
	return false
}

// closing gives the mark that ends what an opening one begins.
var closing = map[rune]rune{'«': '»', '“': '”', '„': '“', '「': '」', '『': '』', '《': '》', '"': '"'}

// Unquoted is the text with everything in quotation marks blanked out, byte for
// byte, so that places in it are places in the text. A mark that is never
// closed quotes nothing.
func Unquoted(s string) string {
	if !anyQuote(s) {
		return s
	}
	b := []byte(s)
	for from := 0; from < len(s); {
		i := strings.IndexFunc(s[from:], func(r rune) bool { return (r == '"' || r >= '«') && closing[r] != 0 })
		if i < 0 {
			break
		}
		open := from + i
		end := quotedTo(s, open)
		if end < 0 {
			_, n := decode(s[open:])
			from = open + n
			continue
		}
		for j := open; j < end; j++ {
			b[j] = ' '
		}
		from = end
	}
	return string(b)
}

// anyQuote reports whether one of the opening marks may stand in a text: by the
// first bytes of them all.
func anyQuote(s string) bool {
	return strings.Contains(s, "\xc2\xab") || strings.Contains(s, "\xe2\x80") || strings.Contains(s, "\xe3\x80") || strings.IndexByte(s, '"') >= 0
}

// quotedTo is the end of the quotation that opens at a byte, −1 when it never
// ends; quotations nest.
func quotedTo(s string, open int) int {
	first, n := decode(s[open:])
	last, depth := closing[first], 1
	for i, r := range s[open+n:] {
		switch {
		case r == last || first == '„' && r == '”':
			if depth--; depth == 0 {
				_, n2 := decode(s[open+n+i:])
				return open + n + i + n2
			}
		case r == first:
			depth++
		}
	}
	return -1
}
