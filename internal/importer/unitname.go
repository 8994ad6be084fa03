package importer

import (
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// parseUnit reads a unit as a person writes it: «тыс. долл. США», "kg",
// "USD mln", 万美元. The empty unit means it is not known.
func parseUnit(s string) briefing.Unit {
	if u := unitTable()[unitForm(s)]; u != "" {
		return u
	}
	return composedUnit(s)
}

// unitTable holds the units by all their spellings; it is made once, since
// pasted cells are looked at in several ways.
var unitTable = sync.OnceValue(func() map[string]briefing.Unit {
	table := map[string]briefing.Unit{}
	add := func(name string, u briefing.Unit) {
		if f := unitForm(name); f != "" && table[f] == "" {
			table[f] = u
		}
	}
	for _, u := range briefing.Units() {
		if u == "" {
			continue
		}
		add(string(u), u)
		for _, l := range briefing.Langs() {
			add(lang.Unit(l, u), u)
			add(lang.UnitLong(l, u), u)
		}
	}
	for u, names := range unitNames() {
		for name := range strings.SplitSeq(names, "|") {
			add(name, u)
		}
	}
	return table
})

// unitMarks are taken out of the names of units.
var unitMarks = strings.NewReplacer(".", "", " ", "", ",", "")

func unitForm(s string) string {
	return unitMarks.Replace(codes.Fold(s))
}

// unitNames are other spellings, by unit.
func unitNames() map[briefing.Unit]string {
	return map[briefing.Unit]string{
		"usd":          "$|us$|долл|долл сша|доллар|доллар сша|us dollar|美元",
		"thousand-usd": "т долл|т долл сша|т usd|т $|тыс дол|тыс дол сша|kusd|k usd|тыс долл|тыс долл сша|тыс usd|тыс $|us dollar thousand|thousand us$|1000 usd|usd thousand|us$ thousand|$ thousand|thousand us dollars|us dollars thousand|thousands usd|тысяч долларов сша|тыс долларов сша|тыс долларов|千美元",
		"million-usd":  "млн дол|млн дол сша|млн долл|млн долл сша|млн usd|млн $|us dollar million|usd million|us$ million|$ million|million us dollars|us dollars million|миллионов долларов сша|млн долларов сша|млн долларов|百万美元",
		"cny":          "rmb|юань|юаней|人民币|元",
		"rub":          "руб|рублей|₽|卢布",
		"thousand-rub": "т руб|т р|тыс руб|тыс ₽",
		"million-rub":  "млн руб|млн ₽",
		"eur":          "€|евро|欧元",
		"item":         "ед|единиц|единица|единицы|unit|units|item|items|个|项",
		"kg":           "kgm|кг|килограмм|kilogram|kilograms|千克|公斤",
		"t":            "tne|т|тонн|тонна|тонны|ton|tons|tonne|tonnes|mt|吨",
		"thousand-t":   "тыс т|тыс тонн|千吨",
		"times":        "раза|раз|кратно",
		"million-t":    "млн т|млн тонн",
	}
}
