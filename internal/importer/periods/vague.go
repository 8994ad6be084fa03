package periods

import (
	"regexp"
	"strconv"
	"sync"
)

var partWords = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^\pL])(?:(?:полу)?квартал|кв(?:$|[^\pL])|полугод|полуг(?:$|[^\pL])|янв|февр?(?:$|[^\pL])|феврал|март|апр(?:$|[^\pL])|апрел|ма[йяе](?:$|[^\pL])|июн|июл|авг(?:$|[^\pL])|август|сент|окт(?:$|[^\pL])|октябр|ноя|дек(?:$|[^\pL])|декабр|` +
		`мес(?:$|[^\pL])|месяц|декад|недел|quarter|q[1-4](?:$|[^\pL0-9])|half|months?(?:$|[^\pL])|jan|feb|march|apr|may(?:$|[^\pL])|june?(?:$|[^\pL])|july?(?:$|[^\pL])|aug|sept?(?:$|[^\pL])|oct(?:$|[^\pL])|october|nov(?:$|[^\pL])|november|dec(?:$|[^\pL])|december|weeks?(?:$|[^\pL]))|季度|半年|[0-9一二三四五六七八九十]月`)
})

var wholeYears = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^0-9])12 ?(?:мес|month|个月)|январ[ья]\s*[-–—]\s*декабр|янв\.?\s*[-–—]\s*дек|jan[a-z]*\s*[-–—]\s*dec|1\s*[-–—至]\s*12 ?月|двенадцат|в месяц|среднемесячн|четыре квартала|4 квартала`)
})

var momentDay = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^\pL])(?:на|по|до|as of|to|till) [0-9]{1,2}[./][0-9]{1,2}[./]([0-9]{4}|[0-9]{2})(?:$|[^0-9])`)
})

// SpeaksOfPart reports whether a folded text with one year names months, quarters or
// halves besides, or a day of that year up to which it runs: read as the whole year
// it would be read wrongly.
func SpeaksOfPart(folded string, year int) bool {
	if m := momentDay().FindStringSubmatch(folded); m != nil {
		y, _ := strconv.Atoi(m[1])
		return y%100 == year%100
	}
	return partWords().MatchString(folded) && !wholeYears().MatchString(folded)
}
