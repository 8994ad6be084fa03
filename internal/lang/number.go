package lang

import (
	"strings"

	"briefing/internal/briefing"
)

// The spaces and signs of numbers in print.
const (
	nbsp   = "\u00a0" // between number and unit, initials and surname
	narrow = "\u202f" // between groups of digits
	minus  = "\u2212"
)

// dash stands between the ends of a range: an en dash, in Chinese the dash of
// one character.
func dash(l briefing.Lang) string {
	if l == briefing.ZH {
		return "\u2014"
	}
	return "\u2013"
}

// NumberStyle says how a number is printed. The zero value rounds to a whole
// number; Decimals of −1 prints the number as it is.
type NumberStyle struct {
	Decimals    int  // digits after the separator, −1: as the number has them
	Significant int  // with Decimals −1: round to so many significant digits, but never the whole part; 0: don't
	Signed      bool // print the plus sign
	Column      bool // group four digits too, as columns do
	Window      bool // group with U+00A0, for fonts of the window that lack U+202F
}

// AsIs prints a number with the digits it has.
func AsIs() NumberStyle { return NumberStyle{Decimals: -1} }

// Number prints a number in the language: «1640» in Russian text and «1 640»
// in columns, "1,640" in English, "1640" in Chinese text. Rounding is half
// away from zero; what rounds to zero has no sign.
func Number(l briefing.Lang, n briefing.Number, s NumberStyle) string {
	return digitsOf(n.String()).print(l, s)
}

// Percent prints a percentage that is already times 100: «+29,3 %», "+29.3%".
// Decimals of −1 prints it as it is.
func Percent(l briefing.Lang, n briefing.Number, decimals int, signed bool) string {
	return Number(l, n, NumberStyle{Decimals: decimals, Signed: signed}) + percentSpace(l) + "%"
}

func percentSpace(l briefing.Lang) string {
	if l == briefing.EN || l == briefing.ZH {
		return ""
	}
	return nbsp
}

// digits is a number taken apart, so that scaling and rounding never overflow
// and never pass through a float.
type digits struct {
	neg         bool
	whole, frac string // whole has no leading zeros but may be "0"
}

// digitsOf takes the stored form of a number apart.
func digitsOf(s string) digits {
	var d digits
	if s, d.neg = strings.CutPrefix(s, "-"); s == "" {
		s = "0"
	}
	d.whole, d.frac, _ = strings.Cut(s, ".")
	return d.tidy()
}

func (d digits) tidy() digits {
	d.whole = strings.TrimLeft(d.whole, "0")
	if d.whole == "" {
		d.whole = "0"
	}
	if d.zero() {
		d.neg = false
	}
	return d
}

func (d digits) zero() bool { return strings.Trim(d.whole+d.frac, "0") == "" }

// shift multiplies by a power of ten.
func (d digits) shift(power int) digits {
	if power > 0 {
		for len(d.frac) < power {
			d.frac += "0"
		}
		d.whole, d.frac = d.whole+d.frac[:power], d.frac[power:]
		return d.tidy()
	}
	power = -power
	for len(d.whole) <= power {
		d.whole = "0" + d.whole
	}
	cut := len(d.whole) - power
	d.whole, d.frac = d.whole[:cut], d.whole[cut:]+d.frac
	return d.tidy()
}

// trim drops zeros at the end of the fraction.
func (d digits) trim() digits {
	d.frac = strings.TrimRight(d.frac, "0")
	return d
}

// round keeps n digits of the fraction, half away from zero.
func (d digits) round(n int) digits {
	if len(d.frac) <= n {
		d.frac += strings.Repeat("0", n-len(d.frac))
		return d
	}
	up := d.frac[n] >= '5'
	all := []byte("0" + d.whole + d.frac[:n])
	for i := len(all) - 1; up && i >= 0; i-- {
		if up = all[i] == '9'; up {
			all[i] = '0'
		} else {
			all[i]++
		}
	}
	d.whole, d.frac = string(all[:len(all)-n]), string(all[len(all)-n:])
	return d.tidy()
}

// significant rounds the fraction so that n significant digits are left.
func (d digits) significant(n int) digits {
	lead := len(d.whole)
	if d.whole == "0" {
		lead = len(strings.TrimLeft(d.frac, "0")) - len(d.frac)
	}
	if keep := max(n-lead, 0); keep < len(d.frac) {
		return d.round(keep).trim()
	}
	return d
}

func (d digits) print(l briefing.Lang, s NumberStyle) string {
	switch {
	case s.Decimals >= 0:
		d = d.round(s.Decimals)
	case s.Significant > 0:
		d = d.significant(s.Significant)
	}
	point, group := ",", narrow
	if s.Window {
		group = nbsp
	}
	least := 5 // digits from which groups are made
	if s.Column {
		least = 4
	}
	switch l {
	case briefing.EN:
		point, group, least = ".", ",", 4
	case briefing.ZH:
		point, group = ".", ","
	}
	out := grouped(d.whole, group, least)
	if d.frac != "" {
		out += point + d.frac
	}
	switch {
	case d.neg:
		return minus + out
	case s.Signed && !d.zero():
		return "+" + out
	}
	return out
}

func grouped(whole, group string, least int) string {
	if len(whole) < least {
		return whole
	}
	var b strings.Builder
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(group)
		}
		b.WriteByte(whole[i])
	}
	return b.String()
}
