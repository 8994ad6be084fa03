package periods

import (
	"regexp"
	"strings"
	"sync"
)

// Titles and heads tell stretches of a year in words that no date has: «за девять
// месяцев 2025 года», 2025年1月至9月, "first nine months of 2025", 01/2025. They are
// written the way that periods are read. What speaks of a part of the year and
// can't be read so must not pass for the whole year: then the period is asked for.

// numberWords are numbers of months in words.
func numberWords() map[string]string {
	out := map[string]string{}
	for n, words := range map[string]string{
		"2": "два двух two 两 二", "3": "три трех three 三", "4": "четыре четырех four 四", "5": "пять пяти five 五", "6": "шесть шести six 六",
		"7": "семь семи seven 七", "8": "восемь восьми eight 八", "9": "девять девяти nine 九", "10": "десять десяти ten 十", "11": "одиннадцать одиннадцати eleven 十一",
	} {
		for w := range strings.FieldsSeq(words) {
			out[w] = n
		}
	}
	return out
}

// numberForm is a pattern of numbers of months, in digits or in words: those of
// Chinese or those of the languages with letters.
func numberForm(chinese bool) string {
	out := "[0-9]{1,2}"
	for w := range numberWords() {
		if (w[0] >= 0xe3) == chinese {
			out += "|" + w
		}
	}
	return out
}

var periodPhrases = sync.OnceValue(func() []periodForm {
	numbers := numberWords()
	number := `(` + numberForm(false) + `)`
	digits := func(s string) string {
		if n := numbers[s]; n != "" {
			return n
		}
		return s
	}
	two := func(s string) string {
		if len(s) == 1 {
			return "0" + s
		}
		return s
	}
	const year, month = fourDigits, `(0?[1-9]|1[0-2])`
	quarters := map[string]string{"2": "6", "3": "9", "4": "12"}
	return []periodForm{
		{regexp.MustCompile(`([0-9]{1,2})月(?:份)?(?:至|到|[\-–—~])([0-9]{1,2})月`), func(m []string) string { return m[1] + "-" + m[2] + "月" }},
		{regexp.MustCompile(`前三季度`), func([]string) string { return "1-9月" }},
		{regexp.MustCompile(`前(` + numberForm(true) + `)个?月`), func(m []string) string { return "1-" + digits(m[1]) + "月" }},
		{regexp.MustCompile(`(^|[^0-9./])` + month + ` ?[\-–] ?` + month + `/` + year + `($|[^0-9/])`), func(m []string) string { return m[1] + two(m[2]) + "-" + two(m[3]) + "." + m[4] + m[5] }},
		{regexp.MustCompile(`(^|[^0-9./\-–])` + month + `/` + year + `($|[^0-9/])`), func(m []string) string { return m[1] + m[3] + "-" + two(m[2]) + m[4] }},
		{regexp.MustCompile(`(^|[^\pL0-9])m` + month + ` ?` + year), func(m []string) string { return m[1] + m[3] + "-" + two(m[2]) }},
		{regexp.MustCompile(`(^|[^\pL0-9])(?:(?:перв\pL*|first) )?` + number + ` (?:месяц\pL*|months?)( of)?($|[^\pL])`), func(m []string) string { return m[1] + digits(m[2]) + " месяцев" + m[4] }},
		{regexp.MustCompile(`(^|[^\pL0-9])(?:перв\pL* )?` + number + ` (?:квартала|кварталов|quarters)( of)?($|[^\pL])`), func(m []string) string {
			n := quarters[digits(m[2])]
			if n == "" {
				return m[0]
			}
			return m[1] + n + " месяцев" + m[4]
		}},
	}
})

// plainPhrases rewrites such words of a folded text.
func plainPhrases(folded string) string {
	if !strings.ContainsAny(folded, "12") || len(folded) > 600 {
		return folded
	}
	folded = strings.ReplaceAll(folded, "－", "-")
	for _, p := range periodPhrases() {
		folded, _ = p.rewrite(folded)
	}
	return folded
}

// firstOfMonth is the state at the first day of a month.
const firstOfMonth = `на (?:0?1|1-е) (?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\pL*`

var momentOfYear = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^\pL0-9])` + firstOfMonth)
})

// partOfTheYear tells what stands beside a year and says that not all of it is
// meant, or what lies in two years.
var partOfTheYear = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^\pL0-9])(?:с нач\pL*|неполн\pL*|ytd|year[ -]to[ -]date|` + firstOfMonth + `|` +
		`(?:` + numberForm(false) + `) ?(?:мес\pL*|кв\pL*|months?|quarters?))(?:$|[^\pL])|截至|累计|年前`)
})
