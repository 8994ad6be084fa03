package lang

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"briefing/internal/briefing"
)

// Country names a country by its ISO 3166-1 alpha-2 code: in Russian by the
// all-Russian classifier (ОКСМ), in Chinese as the Chinese customs do
// (中国台湾, 中国香港), otherwise by CLDR. "W00" is all countries, "ZZ" unknown;
// a code that nobody knows shows as it is.
func Country(l briefing.Lang, code string) string {
	if code == "" {
		return ""
	}
	if s, ok := lookup(l, "country."+code); ok {
		return s
	}
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	tag := language.Russian
	switch l {
	case briefing.EN:
		tag = language.English
	case briefing.ZH:
		tag = language.SimplifiedChinese
	}
	if s := display.Regions(tag).Name(region); s != "" {
		return s
	}
	return code
}

// Currency names a currency by its ISO 4217 code: «доллар США». An unknown
// code shows as it is.
func Currency(l briefing.Lang, code string) string {
	if s, ok := lookup(l, "currency."+code); ok {
		return s
	}
	return code
}

// Countries lists the ISO 3166-1 alpha-2 codes of countries and territories in
// use, with "W00" for all countries at the end. Codes that were given up (DD,
// ZR) or left to users (XA) name no country of their own.
func Countries() []string {
	var out []string
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			if region, err := language.ParseRegion(code); err == nil && region.IsCountry() && region.String() == code &&
				region.Canonicalize() == region && !leftToUsers(code) && Country(briefing.EN, code) != code {
				out = append(out, code)
			}
		}
	}
	return append(out, "W00")
}

// leftToUsers are the codes that the standard assigns to nothing and the
// locale data gives to groups, parts of states or tests.
func leftToUsers(code string) bool {
	switch code {
	case "AC", "CP", "CQ", "DG", "EA", "IC", "TA", "AA", "ZZ", "EU", "EZ", "UN", "FX":
		return true
	}
	return code[0] == 'X' && code != "XK" || code[0] == 'Q' && code[1] >= 'M'
}
