package codes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/importer/cells"
)

// OpenStars is the reason of a code with two stars behind it, which stand for a
// footnote or for two digits that are hidden: its column may tell. The code
// without them is given all the same.
const OpenStars = "stars"

// cutStars takes off the mark of a footnote. An odd number of stars behind whole
// pairs of digits can't stand for digits, since codes have an even number of
// them; four stars or more always do.
func cutStars(s string) (rest, why string) {
	rest = strings.TrimRight(s, "¹²³⁴⁵⁶⁷⁸⁹⁰⁾ ")
	stem := strings.TrimRight(rest, "* ")
	stars := strings.Count(rest[len(stem):], "*")
	digits := 0
	for _, r := range stem {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r != '.' && !cells.IsSpace(r):
			return rest, ""
		}
	}
	switch {
	case stars == 0 || stars > 3 || digits == 0:
		return rest, ""
	case (digits+stars)%2 == 0: // 1001**, 203*: as long as a code may be
		return stem, OpenStars
	}
	return stem, ""
}

// pointed reads a code with one point inside, as the printed Harmonised System
// has it: 0302.10. A table program takes it for a number and drops the zeros at
// both ends: 302.1. ok is false where there is no such point; why says that the
// digits could be those of another code, of thousands or of a list's numbering.
func pointed(s string) (c Commodity, why string, ok bool) {
	whole, part, ok := strings.Cut(s, ".")
	if !ok || whole == "" || part == "" || strings.Trim(whole+part, "0123456789") != "" {
		return Commodity{}, "", false
	}
	if len(part)%2 == 1 {
		if len(whole) < 3 || len(whole) == 3 && len(part) == 3 {
			return Commodity{}, NoCode, true
		}
		part += "0"
	}
	if len(whole)%2 == 1 {
		whole, c.Padded = "0"+whole, true
	}
	c.Code = whole + part
	if len(c.Code) > MaxCommodity || c.Code[:2] == "00" {
		return Commodity{}, NoCode, true
	}
	return c, "", true
}

// named cuts a code and the name behind it apart, where one cell holds both:
// «1001 – Пшеница», «8703 Автомобили». Digits that a further code follows, and
// no name, are not cut.
func named(s string) (code, name string) {
	at, digits := 0, 0
	for at < len(s) {
		r, n := utf8.DecodeRuneInString(s[at:])
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r != '.' && !cells.IsSpace(r):
			n = 0
		}
		if n == 0 {
			break
		}
		at += n
	}
	code = s[:at]
	name = strings.TrimLeftFunc(s[at:], func(r rune) bool {
		return cells.IsSpace(r) || strings.ContainsRune("-–—−:.(", r)
	})
	if name == s[at:] && strings.TrimRightFunc(code, cells.IsSpace) == code || digits < 2 || digits > MaxCommodity {
		return "", "" // nothing stands between them
	}
	first, _ := utf8.DecodeRuneInString(name)
	if word, _, _ := strings.Cut(Fold(name), " "); !unicode.IsLetter(first) || joins(name) || isTotal(word) {
		return "", ""
	}
	if strings.Contains(s[at:], "(") && !strings.Contains(name, "(") {
		name = strings.TrimSuffix(name, ")")
	}
	return strings.TrimRight(code, ". "), strings.TrimRight(name, "* ")
}

// joins reports whether what stands behind a code goes on with another code: it
// has few letters beside it, or the sign of a list before it.
func joins(name string) bool {
	letters, before, run := 0, ' ', 0
	last := ' '
	for _, r := range name {
		switch {
		case r >= '0' && r <= '9':
			if run++; run == 1 {
				before = last
			}
			if run == 4 && strings.ContainsRune(",;/|+&、；，", before) {
				return true
			}
		case cells.IsSpace(r):
			run = 0
			continue
		case unicode.IsLetter(r):
			letters++
			run = 0
		default:
			run = 0
		}
		last = r
	}
	word, _, _ := strings.Cut(Fold(name), " ")
	switch word {
	case "или", "и", "и/или", "or", "and", "по", "до", "to", "或", "和", "及", "至":
		return true
	}
	return letters < 3 && !strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}
