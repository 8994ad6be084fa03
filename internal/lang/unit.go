package lang

import (
	"strconv"
	"strings"

	"briefing/internal/briefing"
)

// Unit is the unit as heads of tables and captions have it: «млн долл. США»,
// "US$ million", 百万美元. A unit without a text shows as it is stored.
func Unit(l briefing.Lang, u briefing.Unit) string {
	return withScale(l, unitText(l, u.Base()), u)
}

// UnitLong is the unit in full words, as read aloud after a large number:
// «миллионов долларов США», "millions of US dollars", 百万美元.
func UnitLong(l briefing.Lang, u briefing.Unit) string {
	long, ok := lookup(l, "unit."+string(u.Base())+".long")
	if !ok {
		long = unitText(l, u.Base())
	}
	scale := has(l, "scale."+strconv.Itoa(u.Power())+".long")
	switch {
	case scale == "" || l == briefing.ZH:
		return scale + long
	case long == "":
		return scale
	}
	return scale + nbsp + long
}

func unitText(l briefing.Lang, base briefing.Unit) string {
	if base == "" {
		return ""
	}
	if s, ok := lookup(l, "unit."+string(base)); ok {
		return s
	}
	if code, ok := base.Currency(); ok { // one that has no name of ours
		return code
	}
	return string(base)
}

// withScale puts the word of the scale where the language has it: before the
// unit, but behind the sign of a currency in English.
func withScale(l briefing.Lang, text string, u briefing.Unit) string {
	if u.Power() == 0 {
		return text
	}
	scale := has(l, "scale."+strconv.Itoa(u.Power()))
	switch {
	case text == "" || l == briefing.ZH:
		return scale + text
	case l == briefing.EN && leadsWithCurrency(u):
		sign, rest, _ := strings.Cut(text, " ")
		return strings.TrimSpace(sign + nbsp + scale + " " + rest)
	}
	return scale + nbsp + text
}

// leadsWithCurrency reports whether the unit is money or money per something.
func leadsWithCurrency(u briefing.Unit) bool {
	money, _, _ := strings.Cut(string(u.Base()), "-per-")
	_, ok := briefing.Unit(money).Currency()
	return ok
}

// ColumnUnit is the unit of a table column or chart whose largest number in u
// is given, and the power of ten its numbers are multiplied by. Chinese
// tables count in 万 and 亿: of 1902.71 in million-usd it gives "亿美元" and −2.
// In Russian and English the unit stays as it is and the power is 0.
func ColumnUnit(l briefing.Lang, u briefing.Unit, largest briefing.Number) (string, int) {
	if l != briefing.ZH || !rescales(u) {
		return Unit(l, u), 0
	}
	word, power := myriads(digitsOf(largest.String()).shift(u.Power()))
	return word + unitText(l, u.Base()), u.Power() - power
}

// rescales reports whether Chinese counts the unit in 万 and 亿.
func rescales(u briefing.Unit) bool {
	switch u.Base() {
	case "", "percent", "pp", "hour", "day", "month", "year", "times":
		return false
	}
	return true
}

// myriads is the Chinese scale for a number of base units: its word and power of ten.
func myriads(d digits) (word string, power int) {
	for _, power := range []int{12, 8, 4} {
		if len(d.whole) > power {
			return has(briefing.ZH, "scale.zh."+strconv.Itoa(power)), power
		}
	}
	return "", 0
}

// unitAfter is the unit in the form that goes with the number before it:
// «4,5 часа», «5 часов», after a word that governs the genitive «около 5 часов».
func unitAfter(l briefing.Lang, u briefing.Unit, d digits, genitive bool) string {
	if u.Power() != 0 {
		return Unit(l, u)
	}
	c := "other"
	if d.frac == "" {
		n, _ := strconv.Atoi(d.whole[max(len(d.whole)-3, 0):])
		if c = category(l, n); l == briefing.EN && d.whole != "1" {
			c = "other"
		}
	}
	if genitive && l == briefing.RU {
		switch c {
		case "one":
			c = "few" // genitive singular, the same form as after 2
		case "few":
			c = "many"
		}
	}
	if s, ok := lookup(l, "unit."+string(u)+"."+c); ok {
		return s
	}
	return Unit(l, u)
}
