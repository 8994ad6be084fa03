package unitnames

import (
	"regexp"
	"strings"
	"sync"
)

// Dollars are not the United States' alone: «млн долл. Гонконга», "HK$ million". Read
// without the country they would be stored eight times too great.

var dollarsOf = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:долл(?:ар)?[а-я]{0,3}\.?|dollars?(?:\s+of)?)\s+(гонконга|сингапура|канады|австралии|новой\s+зеландии|тайваня|hong\s+kong|singapore|canada|australia|new\s+zealand|taiwan)`)
})

var dollarSigns = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(^|[^A-Za-z])(HK|NT|NZ|CA|AU|[CAS])\$`)
})

// OwnDollars puts the code in the place of a country's own dollars.
func OwnDollars(s string) string {
	if strings.Contains(s, "$") {
		s = dollarSigns().ReplaceAllStringFunc(s, func(m string) string {
			sign := strings.TrimLeftFunc(m, func(r rune) bool { return r < 'A' || r > 'Z' })
			return m[:len(m)-len(sign)] + map[string]string{"HK$": "HKD", "NT$": "TWD", "NZ$": "NZD", "CA$": "CAD", "C$": "CAD", "AU$": "AUD", "A$": "AUD", "S$": "SGD"}[sign]
		})
	}
	if !strings.Contains(s, "олл") && !strings.Contains(s, "ollar") && !strings.Contains(s, "ОЛЛ") {
		return s
	}
	return dollarsOf().ReplaceAllStringFunc(s, func(m string) string {
		words := strings.Fields(strings.ToLower(m))
		for _, c := range []struct{ name, code string }{
			{"гонконг", "HKD"},
			{"сингапур", "SGD"},
			{"канад", "CAD"},
			{"австрали", "AUD"},
			{"зеланди", "NZD"},
			{"тайван", "TWD"},
			{"kong", "HKD"},
			{"singapore", "SGD"},
			{"canada", "CAD"},
			{"australia", "AUD"},
			{"zealand", "NZD"},
			{"taiwan", "TWD"},
		} {
			if strings.HasPrefix(words[len(words)-1], c.name) {
				return c.code
			}
		}
		return m
	})
}
