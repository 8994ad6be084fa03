package prose

import (
	"regexp"
	"strconv"
	"strings"

	"briefing/internal/briefing"
)

// Spelled lists the numerals that a text in the language has in words, small ones
// and parts of time too: what stands in words in one language may stand in figures
// in another.
func Spelled(l briefing.Lang, s string) []briefing.Number {
	x, text := lexiconOf(l), Unbound(s)
	var out []briefing.Number
	if l == briefing.ZH {
		z := zhSayer{x, text}
		for at := 0; at < len(text); {
			v, end := z.numeral(at)
			if end > at {
				out, at = append(out, v), end
				continue
			}
			_, n := decode(text[at:])
			at += n
		}
		return out
	}
	r := sayer{x: x, text: text, words: Read(text).List}
	for i := 0; i < len(r.words); {
		v, n := r.numerals(i)
		if n > 0 {
			out = append(out, v)
		}
		i += max(n, 1)
	}
	return out
}

// Clock is an hour and a minute that a text names, of 24 hours.
type Clock struct{ Hour, Minute int }

var clocks = regexp.MustCompile(`(?:^|[^\d:.])([01]?\d|2[0-3])[:：]([0-5]\d)(?:[^\d:]|$)`)

// Clocks lists the times of day that a text has in figures with a colon; of
// English ones "p.m." makes the afternoon.
func Clocks(s string) []Clock {
	if !anyClock(s) {
		return nil
	}
	var out []Clock
	for at := 0; at < len(s); {
		m := clocks.FindStringSubmatchIndex(s[at:])
		if m == nil {
			return out
		}
		hour, _ := strconv.Atoi(s[at+m[2] : at+m[3]])
		minute, _ := strconv.Atoi(s[at+m[4] : at+m[5]])
		rest := strings.ToLower(strings.TrimLeft(s[at+m[5]:], " \u00a0"))
		if hour < 12 && (strings.HasPrefix(rest, "p.m") || strings.HasPrefix(rest, "pm")) {
			hour += 12
		}
		out = append(out, Clock{hour, minute})
		at += m[5]
	}
	return out
}

// anyClock reports whether a colon stands between digits.
func anyClock(s string) bool {
	for _, colon := range []string{":", "："} {
		for at := 0; ; {
			i := strings.Index(s[at:], colon)
			if i < 0 {
				break
			}
			i += at
			at = i + len(colon)
			if i > 0 && isDigit(rune(s[i-1])) && at < len(s) && isDigit(rune(s[at])) {
				return true
			}
		}
	}
	return false
}
