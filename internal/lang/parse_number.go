package lang

import (
	"strings"

	"briefing/internal/briefing"
)

// ParseNumber reads a number as a person types it in a Russian window: a
// comma or a point before the fraction, spaces of any kind, points or commas
// between groups of three digits, a minus of any kind, full-width characters.
// One separator is the decimal sign («1,640» is 1.64); two kinds are groups
// and fraction in that order. What can't be read so, or has more digits than
// exact arithmetic holds, is refused with briefing.CodeBadNumber, never guessed.
func ParseNumber(s string) (briefing.Number, error) { return ParseNumberIn(briefing.RU, s) }

// ParseNumberIn is ParseNumber for a window in the language: in English and
// Chinese a comma before exactly three digits groups them ("1,640" is 1640),
// as Number prints it.
func ParseNumberIn(l briefing.Lang, s string) (briefing.Number, error) {
	bad := func() (briefing.Number, error) {
		return briefing.Number{}, &briefing.Error{Code: briefing.CodeBadNumber, Op: "parse typed number", Path: strings.TrimSpace(s)}
	}
	text := strings.TrimSpace(narrowed(s))
	text, negative := strings.CutPrefix(text, "-")
	if !negative {
		text = strings.TrimPrefix(text, "+")
	}
	whole, frac, ok := splitNumber(strings.TrimSpace(text), l == briefing.EN || l == briefing.ZH)
	if !ok || !allDigits(whole) || !allDigits(frac) || whole == "" {
		return bad()
	}
	whole = strings.TrimLeft(whole, "0")
	if len(whole)+len(frac) > 19 {
		return bad()
	}
	stored := "0" + whole
	if frac != "" {
		stored += "." + frac
	}
	if negative {
		stored = "-" + stored
	}
	n, err := briefing.ParseNumber(stored)
	if err != nil {
		return bad()
	}
	return n, nil
}

// narrowed maps spaces, minus signs and full-width characters to plain ones.
func narrowed(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\u00a0', '\u202f', '\u2009', '\u2007', '\u3000', '\t':
			return ' '
		case '\u2212', '\u2013', '\u2012', '\u2011', '\uff0d':
			return '-'
		}
		if r >= '\uff01' && r <= '\uff5e' {
			return r - 0xfee0
		}
		return r
	}, s)
}

// splitNumber takes the groups out of a number and splits it at its decimal
// sign; commas says that a single comma may group.
func splitNumber(s string, commas bool) (whole, frac string, ok bool) {
	last := strings.LastIndexAny(s, ".,")
	group := ""
	switch {
	case last < 0:
	case strings.Count(s, s[last:last+1]) > 1: // 1,640,000: groups, no fraction
		group, last = s[last:last+1], -1
	case commas && s[last] == ',' && last > 0 && len(s)-last == 4 && s[0] != '0':
		if !strings.ContainsRune(s[:last], '.') {
			group, last = ",", -1
		}
	default:
		if strings.ContainsAny(s[:last], ".,") { // 1.640,5
			group = s[strings.IndexAny(s, ".,"):][:1]
		}
	}
	whole = s
	if last >= 0 {
		whole, frac = s[:last], s[last+1:]
		if frac == "" {
			return "", "", false
		}
	}
	if strings.Contains(whole, " ") {
		if group != "" {
			return "", "", false
		}
		group = " "
	}
	if group == "" {
		return whole, frac, true
	}
	parts := strings.Split(whole, group)
	for i, p := range parts {
		if len(p) > 3 || len(p) == 0 || i > 0 && len(p) != 3 {
			return "", "", false
		}
	}
	return strings.Join(parts, ""), frac, true
}

func allDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}
