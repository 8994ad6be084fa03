package periods

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// periodForm is a form in which periods are written, and how it is put in the one
// that is read; m are the groups of its match.
type periodForm struct {
	form *regexp.Regexp
	put  func(m []string) string
}

// rewrite puts the first match of the form in a text; ok is false where there is
// none.
func (p periodForm) rewrite(s string) (out string, ok bool) {
	at := p.form.FindStringSubmatchIndex(s)
	if at == nil {
		return s, false
	}
	m := make([]string, len(at)/2)
	for i := range m {
		if from := at[2*i]; from >= 0 {
			m[i] = s[from:at[2*i+1]]
		}
	}
	return s[:at[0]] + p.put(m) + s[at[1]:], true
}

const (
	fourDigits = `((?:19|20)[0-9]{2})` // a year
	formBegins = `(^|[^0-9\p{L}])`
	formEnds   = `($|[^0-9\p{L}])`
)

// shortPeriods are forms of periods that programs and hurried people write.
var shortPeriods = sync.OnceValue(func() []periodForm {
	const month = `(0[1-9]|1[0-2])`
	return []periodForm{
		{regexp.MustCompile(formBegins + fourDigits + ` ?m` + month + formEnds), func(m []string) string { return m[1] + m[2] + "-" + m[3] + m[4] }},
		// Not of a day (2022/03/15), a range (2021.01-2021.12) or a marketing
		// year (2010/11), which is written like a month.
		{regexp.MustCompile(`(^|[ (,;])` + fourDigits + `[/.]` + month + `($|[ ,;)])`), func(m []string) string {
			y, _ := strconv.Atoi(m[2])
			if n, _ := strconv.Atoi(m[3]); n == (y+1)%100 {
				return m[0]
			}
			return m[1] + m[2] + "-" + m[3] + m[4]
		}},
		{regexp.MustCompile(formBegins + `([1-9]|1[0-2]) ?[mм] ?` + fourDigits + formEnds), func(m []string) string { return m[1] + m[2] + " мес " + m[3] + m[4] }}, // "9M 2024"
		{regexp.MustCompile(formBegins + `(?:fy|cy) ?` + fourDigits + formEnds), func(m []string) string { return m[1] + m[2] + m[3] }},
	}
})

// shortYear is a part of the year that a year of two digits follows: "янв.22",
// «I кв. 22», "Jan-22", "9 мес. 22 г.".
var shortYear = sync.OnceValue(func() periodForm {
	const part = `(янв|январ[ья]|февр?|феврал[ья]|мар|марта?|апр|апрел[ья]|ма[йя]|июн[ья]?|июл[ья]?|авг|августа?|сент?|сентябр[ья]|окт|октябр[ья]|нояб?|ноябр[ья]|дек|декабр[ья]|` +
		`jan|january|feb|february|mar|march|apr|april|may|june?|july?|aug|august|sept?|september|oct|october|nov|november|dec|december|` +
		`(?:[1-4]|i{1,3}|iv) ?кв(?:артал)?|q[1-4]|h[12]|[1-9][0-2]? ?мес(?:яц(?:а|ев)?)?|(?:[12]|i{1,2}) ?полугоди[ея])`
	return periodForm{regexp.MustCompile(formBegins + part + `[ .'\-]*([0-9]{2})( ?г\.?| ?год\p{L}*)?` + formEnds), func(m []string) string {
		century := "20"
		if n, _ := strconv.Atoi(m[3]); n >= 80 {
			century = "19"
		}
		return m[1] + m[2] + " " + century + m[3] + m[5]
	}}
})

// spelledPeriod writes a short form in a folded text out, so that it can be
// read: "янв.22" as "янв 2022", "2022m03" as "2022-03". The empty text means
// that there is none, or a year of four digits stands in it already.
func spelledPeriod(folded string) string {
	if len(folded) > 200 || !strings.ContainsAny(folded, "0123456789") {
		return ""
	}
	if strings.Contains(folded, "年") {
		return standingAlone(folded)
	}
	for _, p := range shortPeriods() {
		if long, ok := p.rewrite(folded); ok {
			return long
		}
	}
	if hasYear(folded) {
		return ""
	}
	if long, ok := shortYear().rewrite(folded); ok {
		return long
	}
	return ""
}

// IsMonth tells a month and year from a number that is written the same
// way: "03.2022", "2022.03".
func IsMonth(s string) bool {
	return len(s) == 7 && numericMonth().MatchString(s)
}

var numericMonth = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:(?:0[1-9]|1[0-2])\.(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}\.(?:0[1-9]|1[0-2]))$`)
})

// standingAlone puts blanks around the only period of a Chinese text:
// "2022年3月山东省对俄罗斯出口". The empty text means none or several.
func standingAlone(s string) string {
	at := chinesePeriod().FindAllStringIndex(s, 2)
	if len(at) != 1 {
		return ""
	}
	from, to := at[0][0], at[0][1]
	return strings.TrimSpace(s[:from] + " " + s[from:to] + " " + s[to:])
}

var chinesePeriod = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:19|20)[0-9]{2}年(?:[0-9]{1,2}(?:[\-–—至~][0-9]{1,2})?月(?:份)?|第?[一二三四1-4]季度|[上下]半年|前三季度)?`)
})
