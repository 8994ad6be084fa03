package prose

import (
	"regexp"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// What is written in figures and measures nothing: telephones, addresses,
// standards, requisites, acts of law, times of day, flights. Each language has
// its patterns.

// asideKinds are the kinds of such numbers that the texts have patterns of.
var asideKinds = []string{"phone", "address", "standard", "code", "act", "time", "travel"}

// asides compiles the patterns of a language. In them [\s] is any space; a
// match begins where no word or number goes on.
func asides(l briefing.Lang) []*regexp.Regexp {
	begin := `(?:^|[^\p{L}\p{N}.,])`
	if l == briefing.ZH { // no spaces between words
		begin = `(?:^|[^0-9A-Za-z.])`
	}
	out := []*regexp.Regexp{regexp.MustCompile(`\[[0-9]{1,3}(?:[\s\x{a0}\x{202f}\x{2009},;–-]+[0-9]{1,3})*\]`)} // numbers of sources
	for _, kind := range asideKinds {
		p := strings.ReplaceAll(lang.T(l, "prose.aside."+kind), `\s`, `\s\x{a0}\x{202f}\x{2009}`)
		out = append(out, regexp.MustCompile(begin+`(?:`+p+`)`))
	}
	return out
}

// aside reports whether a number without a unit, or of hours, stands in one of
// the asides of its text.
type aside struct {
	x      *lexicon
	text   string
	places [][]int // found when first asked for
	looked bool
}

func (a *aside) holds(q Quantity) bool {
	if q.Power != 0 || q.Base != "" && q.Base != "hour" {
		return false
	}
	if !a.looked {
		a.looked = true
		for _, p := range a.x.aside {
			a.places = append(a.places, p.FindAllStringIndex(a.text, -1)...)
		}
	}
	end := q.End
	if q.Base != "" {
		end = q.Start + 1
	}
	return slices.ContainsFunc(a.places, func(p []int) bool { return p[0] <= q.Start && end <= p[1] })
}

// alsoNamed reports whether a number goes on a list whose number before names
// something: «ст. 5, 6 и 7», "Articles 12 and 14", 第12至14条.
func (x *lexicon) alsoNamed(between string) bool {
	between = strings.TrimFunc(between, isSpace)
	return between != "" && slices.Contains(x.lists, strings.ToLower(between))
}

// bareCode reports whether digits can only be a code: 0207, 044525225.
func bareCode(digits string) bool {
	return len(digits) > 1 && digits[0] == '0' && isDigit(rune(digits[1])) && !strings.ContainsAny(digits, ".,")
}

// partOfName reports whether a number without a unit is one side of a name
// with a stroke or a plus, «24/7», «16+1», "23/16": ratios of small numbers
// («1/3») are no such names.
func partOfName(s string, q Quantity) bool {
	if q.Base != "" || q.Power != 0 {
		return false
	}
	first, second := "", ""
	switch before, after := s[:q.Start], s[q.End:]; {
	case strings.HasPrefix(after, "/") || strings.HasPrefix(after, "+"):
		first, second = s[q.Start:q.End], digitsAt(after[1:])
		if second != "" && after[0] == '+' {
			return true
		}
	case strings.HasSuffix(before, "/") || strings.HasSuffix(before, "+"):
		first, second = digitsBefore(before[:len(before)-1]), s[q.Start:q.End]
		if first != "" && strings.HasSuffix(before, "+") {
			return true
		}
	}
	if first == "" || second == "" {
		return false
	}
	return !(len(first) == 1 && (len(second) == 1 || second == "10") && first != "0" && (first < second || second == "10"))
}

func digitsAt(s string) string {
	n := 0
	for n < len(s) && isDigit(rune(s[n])) {
		n++
	}
	return s[:n]
}

func digitsBefore(s string) string {
	n := len(s)
	for n > 0 && isDigit(rune(s[n-1])) {
		n--
	}
	return s[n:]
}
