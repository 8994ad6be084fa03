package lang

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
)

// Region names a part of a country: of Russia by the five digits of ОКАТО, of
// China by the first two of GB/T 2260. A code that nobody knows, or of another
// country, shows as it is.
func Region(l briefing.Lang, country, code string) string {
	if code == "" {
		return ""
	}
	key := ""
	switch country {
	case "RU":
		key = "regions.ru." + code
	case "CN":
		key = "regions.cn." + provinceOf(code)
	}
	if s, ok := lookup(l, key); ok {
		return s
	}
	return code
}

// provinceOf cuts a code of GB/T 2260 to its province when it is all of it:
// 37, 3700 and 370000 are Shandong, 370100 is a city there.
func provinceOf(code string) string {
	if n := len(code); n > 2 && n <= 6 && strings.Trim(code[2:], "0") == "" {
		return code[:2]
	}
	return code
}

// Regions lists the codes of the parts of a country that have names, in order.
func Regions(country string) []string {
	prefix := map[string]string{"RU": "regions.ru.", "CN": "regions.cn."}[country]
	if prefix == "" {
		return nil
	}
	var out []string
	for key := range catalogue(briefing.RU) {
		if code, ok := strings.CutPrefix(key, prefix); ok && strings.Trim(code, "0123456789") == "" {
			out = append(out, code)
		}
	}
	slices.Sort(out)
	return out
}
