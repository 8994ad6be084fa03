package importer

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// parseUnit reads a unit as a person writes it: «тыс. долл. США», "kg", 万美元
// is not a unit of ours. The empty unit means it is not known.
func parseUnit(s string) briefing.Unit {
	f := unitForm(s)
	for _, u := range briefing.Units() {
		if u == "" {
			continue
		}
		if f == unitForm(string(u)) {
			return u
		}
		for _, l := range briefing.Langs() {
			if f == unitForm(lang.Unit(l, u)) || f == unitForm(lang.UnitLong(l, u)) {
				return u
			}
		}
	}
	for u, names := range unitNames() {
		for name := range strings.SplitSeq(names, "|") {
			if f == unitForm(name) {
				return u
			}
		}
	}
	return ""
}

func unitForm(s string) string {
	return strings.NewReplacer(".", "", " ", "", ",", "").Replace(codes.Fold(s))
}

// unitNames are other spellings, by unit.
func unitNames() map[briefing.Unit]string {
	return map[briefing.Unit]string{
		"usd":          "$|us$|долл|долл сша|доллар|доллар сша|us dollar|美元",
		"thousand-usd": "тыс долл|тыс долл сша|тыс usd|тыс $|us dollar thousand|thousand us$|1000 usd|千美元",
		"million-usd":  "млн долл|млн долл сша|млн usd|млн $|us dollar million|百万美元",
		"cny":          "rmb|юань|юаней|人民币|元",
		"rub":          "руб|рублей|₽|卢布",
		"thousand-rub": "тыс руб|тыс ₽",
		"million-rub":  "млн руб|млн ₽",
		"eur":          "€|евро|欧元",
		"kg":           "кг|килограмм|kilogram|kilograms|千克|公斤",
		"t":            "т|тонн|тонна|тонны|ton|tons|tonne|tonnes|mt|吨",
		"thousand-t":   "тыс т|тыс тонн|千吨",
		"million-t":    "млн т|млн тонн",
	}
}
