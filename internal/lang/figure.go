package lang

import (
	"strconv"
	"strings"

	"briefing/internal/briefing"
)

// Parts are the pieces of a printed figure, for pages that set them in
// different sizes. None of them is ever dropped by a page.
type Parts struct {
	Word   string // of precision: «около»; empty for an exact figure
	Number string // "283,5", "915–930", or the wording where no number is given
	Unit   string // «тыс. т», in the form that goes with the number
	Mark   string // letter of the status mark: "e"; empty for a normal figure
}

// FigureParts takes a figure apart for print, with the digits the source
// gives. Chinese is rescaled: 283.5 thousand-t is "28.35" and "万吨".
func FigureParts(l briefing.Lang, f briefing.Figure) Parts { return FigurePartsIn(l, f, AsIs()) }

// FigurePartsIn is FigureParts in a style of number.
func FigurePartsIn(l briefing.Lang, f briefing.Figure, s NumberStyle) Parts {
	p, _ := parts(l, f, s)
	return p
}

// Figure prints a figure with its word and unit, held together by no-break
// spaces: «около 90 тыс. т», «915–930 млн долл. США», "about US$576 million",
// 约9万吨. The status mark is not part of it. A figure of words prints them; one
// that has no wording in the language prints nothing.
func Figure(l briefing.Lang, f briefing.Figure) string { return FigureIn(l, f, AsIs()) }

// FigureIn is Figure in a style of number.
func FigureIn(l briefing.Lang, f briefing.Figure, s NumberStyle) string {
	p, worded := parts(l, f, s)
	if worded {
		return p.Number
	}
	p.Word, p.Unit = strings.ReplaceAll(p.Word, " ", nbsp), strings.ReplaceAll(p.Unit, " ", nbsp)
	number := strings.Replace(p.Number, dash(l), repeated(l, p.Unit)+dash(l), 1)
	switch {
	case p.Unit == "":
	case l == briefing.ZH, strings.HasPrefix(p.Unit, "%") && l == briefing.EN:
		number += p.Unit
	case l == briefing.EN && leadsWithCurrency(f.Unit):
		number = beforeNumber(number, p.Unit)
	default:
		number += nbsp + p.Unit
	}
	if p.Word == "" || l == briefing.ZH {
		return p.Word + number
	}
	return p.Word + nbsp + number
}

// beforeNumber sets the currency of an English unit before the number:
// "US$ million" and "576" make "US$576 million", "RUB" keeps a space.
func beforeNumber(number, unit string) string {
	sign, rest, _ := strings.Cut(unit, nbsp)
	if !strings.HasSuffix(sign, "$") && !strings.HasSuffix(sign, "€") {
		sign += nbsp
	}
	for _, mark := range []string{minus, "+"} {
		if n, ok := strings.CutPrefix(number, mark); ok {
			number, sign = n, mark+sign
		}
	}
	if rest != "" {
		rest = nbsp + rest
	}
	return sign + number + rest
}

func parts(l briefing.Lang, f briefing.Figure, s NumberStyle) (p Parts, worded bool) {
	mark := f.Status.Mark()
	if mark == "" && (f.Conf == "C" || f.Conf == "N") {
		mark = "c"
	}
	if f.IsVague() {
		return Parts{Number: wording(l, f), Mark: mark}, true
	}
	numbers, word := numbersOf(l, f)
	unit := f.Unit
	if l == briefing.ZH && rescales(unit) {
		largest := numbers[len(numbers)-1].shift(unit.Power())
		if s.Decimals >= 0 && len(numbers) == 1 && unit.Power() == 0 && largest.whole == "0" {
			largest = largest.round(s.Decimals)
		}
		scale, power := myriads(largest)
		for i := range numbers {
			numbers[i] = numbers[i].shift(unit.Power() - power)
			if unit.Power() != power {
				numbers[i] = numbers[i].trim()
			}
		}
		p.Unit = scale + unitText(l, unit.Base())
	} else {
		p.Unit = unitAfter(l, unit, numbers[len(numbers)-1], governs(f))
	}
	for _, d := range numbers {
		if p.Number != "" {
			p.Number += dash(l)
		}
		p.Number += d.print(l, s)
	}
	p.Word, p.Mark = word, mark
	return p, false
}

// repeated is what stands behind the first number of a range too: in Chinese the
// sign of a percentage and 万 or 亿, without which it would be read as another
// number (GB/T 15835-2011, 5.1.4).
func repeated(l briefing.Lang, unit string) string {
	if l == briefing.ZH {
		for _, s := range []string{"%", "万亿", "万", "亿"} {
			if strings.HasPrefix(unit, s) {
				return s
			}
		}
	}
	return ""
}

// numbersOf are the one or two numbers to print and the word before them.
func numbersOf(l briefing.Lang, f briefing.Figure) ([]digits, string) {
	word := has(l, "precision."+string(f.Precision))
	low, high := digitsOf(f.Low.Decimal.String()), digitsOf(f.High.Decimal.String())
	switch {
	case f.Value.Valid:
		return []digits{digitsOf(f.Value.Decimal.String())}, word
	case f.Low.Valid && f.High.Valid:
		return []digits{low, high}, word
	case f.Low.Valid:
		return []digits{low}, has(l, "precision.at-least")
	}
	return []digits{high}, has(l, "precision.at-most")
}

// governs reports whether the word before the number takes the genitive in Russian.
func governs(f briefing.Figure) bool {
	switch f.Precision {
	case briefing.About, briefing.MoreThan, briefing.UpTo:
		return true
	}
	return f.IsRange() && f.Low.Valid != f.High.Valid
}

// wording is what stands for a figure that is no number. Without a wording of
// its own «сотни» and «десятки» are made from the word and the unit; nothing
// is taken from another language.
func wording(l briefing.Lang, f briefing.Figure) string {
	if s := f.Words.In(l); s != "" {
		return s
	}
	power := 0
	switch f.Precision {
	case briefing.HundredsOf:
		power = 2
	case briefing.TensOf:
		power = 1
	default:
		if f.Status == briefing.Missing {
			return "—"
		}
		return ""
	}
	if l == briefing.ZH {
		scale := has(l, "scale.zh.words."+strconv.Itoa(power+f.Unit.Power()))
		return has(l, "precision."+string(f.Precision)) + scale + unitText(l, f.Unit.Base())
	}
	return strings.TrimSpace(has(l, "precision."+string(f.Precision)) + nbsp + UnitLong(l, f.Unit))
}
