package importer

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// shortPeriods are forms of periods that programs and hurried people write,
// with what they stand for.
var shortPeriods = sync.OnceValue(func() []struct {
	form *regexp.Regexp
	long func(m []string) string
} {
	const (
		year   = `((?:19|20)[0-9]{2})`
		month  = `(0[1-9]|1[0-2])`
		begins = `(^|[^0-9\p{L}])`
		ends   = `($|[^0-9\p{L}])`
		// A part of the year that a year of two digits follows: "янв.22",
		// «I кв. 22», "Jan-22", "9 мес. 22 г.".
		part = `(янв|январ[ья]|февр?|феврал[ья]|мар|марта?|апр|апрел[ья]|ма[йя]|июн[ья]?|июл[ья]?|авг|августа?|сент?|сентябр[ья]|окт|октябр[ья]|нояб?|ноябр[ья]|дек|декабр[ья]|` +
			`jan|january|feb|february|mar|march|apr|april|may|june?|july?|aug|august|sept?|september|oct|october|nov|november|dec|december|` +
			`(?:[1-4]|i{1,3}|iv) ?кв(?:артал)?|q[1-4]|h[12]|[1-9][0-2]? ?мес(?:яц(?:а|ев)?)?|(?:[12]|i{1,2}) ?полугоди[ея])`
	)
	type rule = struct {
		form *regexp.Regexp
		long func(m []string) string
	}
	return []rule{
		{regexp.MustCompile(begins + year + ` ?m` + month + ends), func(m []string) string { return m[1] + m[2] + "-" + m[3] + m[4] }},
		// Not of a day (2022/03/15), a range (2021.01-2021.12) or a marketing
		// year (2010/11), which is written like a month.
		{regexp.MustCompile(`(^|[ (,;])` + year + `[/.]` + month + `($|[ ,;)])`), func(m []string) string {
			y, _ := strconv.Atoi(m[2])
			if n, _ := strconv.Atoi(m[3]); n == (y+1)%100 {
				return m[0]
			}
			return m[1] + m[2] + "-" + m[3] + m[4]
		}},
		{regexp.MustCompile(begins + `([1-9]|1[0-2]) ?[mм] ?` + year + ends), func(m []string) string { return m[1] + m[2] + " мес " + m[3] + m[4] }}, // "9M 2024"
		{regexp.MustCompile(begins + `(?:fy|cy) ?` + year + ends), func(m []string) string { return m[1] + m[2] + m[3] }},
		{regexp.MustCompile(begins + part + `[ .'\-]*([0-9]{2})( ?г\.?| ?год\p{L}*)?` + ends), func(m []string) string {
			century := "20"
			if n, _ := strconv.Atoi(m[3]); n >= 80 {
				century = "19"
			}
			return m[1] + m[2] + " " + century + m[3] + m[5]
		}},
	}
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
	for i, r := range shortPeriods() {
		if i == 4 && hasYear(folded) {
			break
		}
		at := r.form.FindStringSubmatchIndex(folded)
		if at == nil {
			continue
		}
		var m []string
		for j := 0; j < len(at); j += 2 {
			if at[j] < 0 {
				m = append(m, "")
				continue
			}
			m = append(m, folded[at[j]:at[j+1]])
		}
		return folded[:at[0]] + r.long(m) + folded[at[1]:]
	}
	return ""
}

// monthNumber tells a month and year from a number that is written the same
// way: "03.2022", "2022.03".
func monthNumber(s string) bool {
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
