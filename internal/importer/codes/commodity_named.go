package codes

import (
	"regexp"
	"strings"
	"sync"
)

// namedBefore cuts a name and the code behind it apart, where one cell holds both:
// «Пшеница (код ТН ВЭД 1001)», «Соя (1201)», "Wheat, HS 1001". Two digits, a year and
// what is in no brackets need a word that says it is a code.
func namedBefore(s string) (code, name string) {
	for i, form := range namedForms() {
		m := form.FindStringSubmatch(strings.TrimRight(s, "* "))
		if m == nil {
			continue
		}
		digits := strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, m[3])
		bare := m[2] == ""
		switch {
		case bare && (i > 0 || len(digits) < 4 || len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20")):
		case len(digits)%2 == 1 || len(digits) > MaxCommodity || digits[:2] < "01" || digits[:2] > "97":
		default:
			return digits, strings.TrimRight(m[1], " ,;:–—-")
		}
	}
	return "", ""
}

var namedForms = sync.OnceValue(func() []*regexp.Regexp {
	const label = `((?:код\p{L}*\s*)?(?:по\s+)?(?:ТН\s*ВЭД(?:\s*ЕАЭС)?|ГС|HS(?:\s*code)?|税号|编码)\s*[:：№-]*\s*|код\p{L}*\s*[:：№-]*\s*)`
	return []*regexp.Regexp{
		regexp.MustCompile(`(?i)^(.*\pL.*?)\s*[(\[（]\s*` + label + `?(\d[\d\x{00a0} .]*)\s*[)\]）]$`),
		regexp.MustCompile(`(?i)^(.*\pL.*?)[\s,;–—-]+` + label + `(\d[\d\x{00a0} .]*)$`),
	}
})
