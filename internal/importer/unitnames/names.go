package unitnames

import (
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// Parse reads a unit as a person writes it: «тыс. долл. США», "kg",
// "USD mln", 万美元. The empty unit means it is not known.
func Parse(s string) briefing.Unit {
	s = OwnDollars(s)
	if u := table()[Form(s)]; u != "" {
		return u
	}
	if u := briefing.Unit(s); u.Base() != u && u.Base().WithPower(u.Power()) == u {
		if _, money := u.Currency(); money {
			return u // our own code; that of three letters alone may be a word
		}
	}
	return composedUnit(s)
}

// table holds the units by all their spellings; it is made once, since
// pasted cells are looked at in several ways.
var table = sync.OnceValue(func() map[string]briefing.Unit {
	table := map[string]briefing.Unit{}
	add := func(name string, u briefing.Unit) {
		if f := Form(name); f != "" && table[f] == "" {
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
	for u, names := range spellings() {
		for name := range strings.SplitSeq(names, "|") {
			add(name, u)
		}
	}
	return table
})

// marks are taken out of the names of units.
var marks = strings.NewReplacer(".", "", " ", "", ",", "")

// Form is a spelling without points, blanks and commas, folded: what spellings are
// compared in.
func Form(s string) string {
	return marks.Replace(codes.Fold(s))
}

// spellings are other spellings, by unit.
func spellings() map[briefing.Unit]string {
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
