package prose

import (
	"strings"
	"unicode"
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
	var runes []rune
	var offsets []int
	for i, r := range s {
		runes, offsets = append(runes, r), append(offsets, i)
	}
	for i, r := range runes {
		if i+1 >= len(runes) {
			break
		}
		switch r {
		case '\n', '。', '！', '？':
			out = append(out, offsets[i+1])
		case '.', '!', '?', '…':
			if endsHere(runes, i) {
				out = append(out, offsets[i+1])
			}
		}
	}
	return out
}

func endsHere(runes []rune, i int) bool {
	next := i + 1
	if !unicode.IsSpace(runes[next]) {
		return false
	}
	for next < len(runes) && unicode.IsSpace(runes[next]) {
		next++
	}
	if next < len(runes) && unicode.IsLower(runes[next]) {
		return false
	}
	if runes[i] != '.' {
		return true
	}
	first := i
	for first > 0 && unicode.IsLetter(runes[first-1]) {
		first--
	}
	letters := i - first
	return letters == 0 || letters > 2 && !goesOn(strings.ToLower(string(runes[first:i])), runes[next:])
}

// goesOn reports whether an abbreviation of more than two letters leads on to
// what follows it: «долл. США», «15 тыс. ДФЭ», "Prof. Li".
func goesOn(word string, behind []rune) bool {
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
		return len(behind) > 0 && unicode.IsDigit(behind[0]) // «каб. 405»
	}
	return false
}

// closing gives the mark that ends what an opening one begins.
var closing = map[rune]rune{'«': '»', '“': '”', '„': '“', '「': '」', '『': '』', '《': '》', '"': '"'}

// Unquoted is the text with everything in quotation marks blanked out, byte for
// byte, so that places in it are places in the text. A mark that is never
// closed quotes nothing.
func Unquoted(s string) string {
	if !strings.ContainsAny(s, "«“„「『《\"") {
		return s
	}
	b := []byte(s)
	for from := 0; from < len(s); {
		i := strings.IndexFunc(s[from:], func(r rune) bool { return closing[r] != 0 })
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
