package codes

import (
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// regions finds parts of Russia and China by their names, whole: Moscow the
// city is not found in the name of its region.
var regions = sync.OnceValue(func() map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, country := range []string{"RU", "CN"} {
		names := map[string]string{}
		for _, code := range lang.Regions(country) {
			for _, l := range briefing.Langs() {
				names[plainRegion(lang.Region(l, country, code))] = code
			}
		}
		out[country] = names
	}
	for name, code := range map[string]string{
		"москва столица российской федерации": "45000", "санкт-петербург федерального значения": "40000",
		"севастополь федерального значения": "67000", "кемеровская область": "32000", "югра": "71100",
		"ханты-мансийский автономный округ": "71100", "якутия": "98000", "саха": "98000", "татарстан": "92000", "башкортостан": "80000",
		"чувашия": "97000", "республика чувашия": "97000", "удмуртия": "94000", "чечня": "96000", "крым": "35000",
	} {
		out["RU"][plainRegion(name)] = code
	}
	for name, code := range map[string]string{
		"гирин": "22", "ляонин": "21", "гуанси": "45", "нинся": "64", "синьцзян": "65", "тайвань": "71", "гонконг": "81", "сянган": "81", "макао": "82", "аомынь": "82",
		"内蒙古": "15", "广西": "45", "西藏": "54", "宁夏": "64", "新疆": "65", "台湾": "71", "台湾省": "71", "香港": "81", "澳门": "82", "tibet": "54", "xizang": "54",
	} {
		out["CN"][plainRegion(name)] = code
	}
	return out
})

var shortRegions = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("–", "-", "—", "-", " - ", "-", "обл.", "область", "респ.", "республика", "а. о.", "автономный округ", "ао", "автономный округ")
})

// plainRegion is the form in which names of regions are compared: without the
// word for a city or a province, which sources write or leave out.
func plainRegion(s string) string {
	s = shortRegions().Replace(Fold(s))
	for _, word := range []string{"провинция ", "город ", "гор. ", "г. ", "г.", "город федерального значения ", "province of "} {
		s = strings.TrimPrefix(s, word)
	}
	for _, word := range []string{" province", " oblast", "-город федерального значения", " город", " г", "省", "市"} {
		s = strings.TrimSuffix(s, word)
	}
	return strings.TrimSpace(s)
}

// Region finds a part of a country by its code or its name; ok is false for
// what is neither. A Russian code of four digits has lost its zero.
func Region(country, s string) (code string, ok bool) {
	s = strings.TrimSpace(s)
	if digits := strings.Trim(s, "0123456789") == ""; digits && s != "" {
		if country == "RU" && len(s) == 4 {
			s = "0" + s
		}
		return s, true
	}
	code, ok = regions()[country][plainRegion(s)]
	return code, ok
}
