package xlsx

import (
	"strings"
	"unicode"
)

// maxText is what a cell holds, in UTF-16 units.
const maxText = 32767

// clean makes s fit for a cell: valid, lines ended by \n, no controls but
// line ends and tabs, not longer than a cell holds.
func clean(s string) string {
	if fit(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7F || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
	if units(s) > maxText {
		s = cut(s, maxText-1) + "…"
	}
	return s
}

// fit says that a short text has nothing to be cleaned, the usual case.
func fit(s string) bool {
	if len(s) > maxText {
		return false
	}
	for _, r := range s {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7F || r >= 0xFFFD && r <= 0xFFFF {
			return false
		}
	}
	return true
}

// units counts UTF-16 units, in which the format states its limits.
func units(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// cut shortens s to at most n UTF-16 units.
func cut(s string, n int) string {
	for i, r := range s {
		n--
		if r > 0xFFFF {
			n--
		}
		if n < 0 {
			return s[:i]
		}
	}
	return s
}

// line is a text on one line with plain spaces: heads, names, headers of print.
func line(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// risky says that a text would be read as a formula if someone typed it; such
// a cell also carries the sign that keeps it text when it is edited.
func risky(s string) bool {
	return s != "" && strings.ContainsRune("=+-@\t\r\n", rune(s[0]))
}

// width is how wide the widest line of s is set, in widths of a digit, which
// is the unit of column widths.
func width(s string) float64 {
	most, now := 0.0, 0.0
	for _, r := range s {
		if r == '\n' {
			most, now = max(most, now), 0
			continue
		}
		now += runeWidth(r)
	}
	return max(most, now)
}

// widest is the width of the widest letter.
const widest = 1.9

// rowHeight is the height of a line in points; maxHeight what a row can have.
const (
	rowHeight = 15
	maxHeight = 409
)

// wrapped is the number of lines that a text takes in a column of the width:
// words are not divided, so that each line stays a little short.
func wrapped(s string, column float64) int {
	const ragged = 1.1
	if float64(len(s))*widest <= column && strings.IndexByte(s, '\n') < 0 {
		return 1
	}
	lines := 0
	for l := range strings.SplitSeq(s, "\n") {
		lines++
		if w := width(l); w > column {
			lines += int(w*ragged/column - 1e-9)
		}
	}
	return lines
}

// widths are those of the letters that most texts are made of, looked up: a
// large table has tens of millions of them.
var widths = func() (out [0x530]float64) {
	for r := range out {
		out[r] = letterWidth(rune(r))
	}
	return out
}()

func runeWidth(r rune) float64 {
	if int(r) < len(widths) {
		return widths[r]
	}
	return letterWidth(r)
}

func letterWidth(r rune) float64 {
	switch {
	case r < 0x80:
		return asciiWidth(r)
	case r >= 0x2E80 && r <= 0x9FFF, r >= 0xAC00 && r <= 0xD7AF, r >= 0xF900 && r <= 0xFAFF, r >= 0xFF00 && r <= 0xFF60, r > 0x1FFFF:
		return widest
	case r >= 0x400 && r <= 0x52F:
		return cyrillicWidth(r)
	case unicode.Is(unicode.Mn, r):
		return 0
	case r == 0xA0 || r == 0x202F || r == '·':
		return 0.55
	case r == '—' || r == '…':
		return 1.8
	}
	return 1.05
}

func asciiWidth(r rune) float64 {
	switch {
	case strings.ContainsRune("ijl|' ,.:;!", r):
		return 0.5
	case strings.ContainsRune("fIrt()[]/\\-", r):
		return 0.65
	case strings.ContainsRune("mwMW@%&", r):
		return 1.5
	case r >= 'A' && r <= 'Z':
		return 1.25
	}
	return 1
}

func cyrillicWidth(r rune) float64 {
	switch {
	case strings.ContainsRune("жмшщыюфЖМШЩЫЮФД", r):
		return 1.5
	case unicode.IsUpper(r):
		return 1.3
	case strings.ContainsRune("гт", r):
		return 0.85
	}
	return 1.04
}
