package codes

import (
	"cmp"
	"strings"
	"sync"

	"briefing/internal/importer/cells"
)

// Commodity is a commodity code as a cell has it.
type Commodity struct {
	Code   string // digits only; empty for hidden and total
	Hidden bool   // confidential, whole or in part: XXXXXXXXXX, 88XXXXXXXX
	Known  string // the digits that are not hidden, of a code that is in part
	Total  bool   // all goods
	Padded bool   // a lost leading zero has been put back
	Name   string // what stands behind the code in the cell
}

// Reasons why a cell holds no commodity code.
const (
	NoCode       = "code"
	SeveralCodes = "codes" // two codes in a cell, or a range
)

// MaxCommodity is the most digits of a code of the Harmonised System or a
// list built on it.
const MaxCommodity = 10

// labels are what is written before a code and is none of it.
var labels = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("ТНВЭД", "", "TNVED", "", "ЕАЭС", "", "HS", "", "КОД", "", ":", "", "№", "")
})

// ParseCommodity reads a commodity code as typed or exported: with blanks and
// points inside, the name of the list in front, a stray Cyrillic letter. With
// hs, an odd number of digits has lost its leading zero, since the levels of
// the Harmonised System and of what is built on it are even; whether a code
// of that length fits its file is for the caller to see. why is empty for a
// code.
func ParseCommodity(raw string, hs bool) (c Commodity, why string) {
	if hs && plainCode(raw) {
		return Commodity{Code: raw}, ""
	}
	if isTotal(strings.TrimPrefix(strings.TrimSpace(raw), "'")) {
		return Commodity{Total: true}, ""
	}
	s := strings.ToUpper(strings.TrimSpace(raw))
	stars := ""
	if hs {
		s, stars = cutStars(cutFraction(s))
		if c, why, ok := pointed(strings.TrimPrefix(s, "'")); ok {
			return c, cmp.Or(why, stars)
		}
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case cells.IsSpace(r) || r == '\'' || r == '’' || r == '.' && hs:
			return -1
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == 'Х' || r == '*': // the Cyrillic letter
			return 'X'
		}
		return r
	}, s)
	if strings.Trim(s, "0123456789") != "" {
		s = labels().Replace(s)
	}
	if hs && hidden(s) {
		return Commodity{Hidden: true, Known: s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]}, ""
	}
	if strings.Contains(s, "E+") { // a table program has rounded the code
		return Commodity{}, NoCode
	}
	if hs {
		code, name := named(strings.TrimPrefix(strings.TrimSpace(raw), "'"))
		if code == "" {
			code, name = namedBefore(strings.TrimSpace(raw))
		}
		if code != "" {
			c, why := ParseCommodity(code, hs)
			if why == "" {
				c.Name = name
			}
			return c, why
		}
	}
	if several(s) {
		return Commodity{}, SeveralCodes
	}
	s, ok := cutLetter(s, hs)
	if !ok || s == "" || strings.Trim(s, "0123456789") != "" {
		return Commodity{}, NoCode
	}
	if !hs {
		if len(s) > MaxCommodity+2 {
			return Commodity{}, NoCode
		}
		return Commodity{Code: s}, ""
	}
	if len(s)%2 == 1 {
		s, c.Padded = "0"+s, true
	}
	if len(s) > MaxCommodity || s[:2] == "00" {
		return Commodity{}, NoCode
	}
	c.Code = s
	return c, stars
}

// plainCode tells a code of the Harmonised System that stands as it should: all
// but a few do, and nothing needs to be looked for in them.
func plainCode(s string) bool {
	return len(s) >= 2 && len(s)%2 == 0 && len(s) <= MaxCommodity && s[:2] != "00" && strings.Trim(s, "0123456789") == ""
}

func isTotal(raw string) bool {
	switch Fold(raw) {
	case "total", "all", "итого", "всего", "всего товаров", "все товары", "общий итог", "grand total", "total result", "итог результат", "总计", "总值", "合计", "all commodities":
		return true
	}
	return false
}

// cutFraction takes off ".0", which a table program has put behind a code that
// it took for a number. No code has a part of one digit.
func cutFraction(s string) string {
	if rest, ok := strings.CutSuffix(s, ".0"); ok && strings.Trim(rest, "0123456789") == "" {
		return rest
	}
	return s
}

// hidden tells codes of which some digits, or all, are confidential: known
// digits first, then only X; or another letter again and again, as statistics of
// other countries have it: 9999AA, 01SSSS.
func hidden(s string) bool {
	if at := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }); at >= 2 && at < len(s) && len(s) <= MaxCommodity && len(s)%2 == 0 {
		letter := s[at]
		if rest := s[at:]; len(rest) >= 2 && letter >= 'A' && letter <= 'Z' && strings.Trim(rest, string(letter)) == "" {
			return true
		}
	}
	at := strings.IndexByte(s, 'X')
	return at >= 0 && len(s) >= 2 && len(s) <= MaxCommodity+2 &&
		strings.Trim(s[:at], "0123456789") == "" && strings.Trim(s[at:], "X") == ""
}

// several tells two codes or a range: «0207 или 0208», "0207/0208", "0201-0208".
func several(s string) bool {
	if strings.ContainsAny(s, ",;/|+，；、\\&") {
		return true
	}
	for _, word := range []string{"ИЛИ", "OR", "AND", "И", "И/ИЛИ", "或", "和", "-", "–", "—"} {
		before, after, found := strings.Cut(s, word)
		if found && before != "" && after != "" && digit(before[len(before)-1]) && digit(after[0]) {
			return true
		}
	}
	return false
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// cutLetter takes off a Cyrillic letter in front, which comes from a list's
// numbering or a slip, when a whole code follows. The letter О in the place of
// the zero is one; any other letter before an odd number of digits may have
// taken a digit's place, and nobody can tell which.
func cutLetter(s string, hs bool) (string, bool) {
	r := []rune(s)
	if len(r) < 2 || strings.Trim(string(r[1:]), "0123456789") != "" {
		return s, true
	}
	odd := len(r)%2 == 0 // of what follows the letter
	switch {
	case r[0] == 'О' || r[0] == 'O':
		if hs && odd {
			return "0" + string(r[1:]), true
		}
		return string(r[1:]), r[0] == 'О'
	case r[0] >= 'А' && r[0] <= 'Я':
		return string(r[1:]), !hs || !odd
	}
	return s, true
}
