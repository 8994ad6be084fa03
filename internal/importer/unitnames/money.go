package unitnames

import (
	"slices"
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// Currencies of partners: by their codes in capitals, by their names in three
// languages, by single words where a scale stands beside them.

// moneyName is the name of a currency as beginnings of its words.
type moneyName struct {
	base  briefing.Unit
	stems []string
}

// moneyNames are the names of two words and more; each word alone may mean
// something else, or money of several countries.
var moneyNames = sync.OnceValue(func() []moneyName {
	var out []moneyName
	for _, u := range briefing.Currencies() {
		code, _ := u.Currency()
		for _, name := range []string{lang.Currency(briefing.RU, code), lang.Unit(briefing.RU, u), lang.Currency(briefing.EN, code)} {
			words := strings.Fields(codes.Fold(name))
			if len(words) < 2 {
				continue
			}
			n := moneyName{base: u}
			for _, w := range words {
				letters := []rune(w)
				keep := len(letters)
				switch {
				case keep > 4:
					keep -= 2
				case keep == 4:
					keep--
				}
				n.stems = append(n.stems, string(letters[:keep]))
			}
			out = append(out, n)
		}
	}
	return out
})

// scaledMoney are words that mean a currency where a scale stands beside them:
// alone they may be a fish or a song.
func scaledMoney() map[briefing.Unit]string {
	return map[briefing.Unit]string{
		"kzt": "тенге tenge 坚戈", "jpy": "иен иена иены йен yen", "krw": "вон won", "try": "лир лиры лира lira liras 里拉", "uah": "гривен гривны гривна hryvnia hryvnias",
		"pln": "злотых zloty", "amd": "драм драмов dram", "mnt": "тугриков тугрик tugrik", "vnd": "донгов донг dong", "ils": "шекелей шекель shekel shekels", "uzs": "сум сумов sum", "gbp": "стерлингов",
		"gel": "лари lari", "tjs": "сомони somoni", "thb": "батов бат baht 泰铢",
	}
}

// moneyWords are the words of scaledMoney, and Chinese names and signs that mean a
// currency by themselves.
var moneyWords = sync.OnceValue(func() (w struct{ scaled, plain map[string]briefing.Unit }) {
	w.scaled, w.plain = map[string]briefing.Unit{}, map[string]briefing.Unit{"₸": "kzt", "£": "gbp", "₺": "try", "₹": "inr", "₩": "krw"}
	for u, words := range scaledMoney() {
		for s := range strings.FieldsSeq(words) {
			w.scaled[s] = u
		}
	}
	for _, u := range briefing.Currencies() {
		code, _ := u.Currency()
		if name := lang.Currency(briefing.ZH, code); name != code {
			w.plain[name] = u
		}
	}
	return w
})

// moneyAmong puts the code of a currency in the place of its name among the words of a
// unit as it is written. A code counts in capitals only: "all" and "top" are words.
func moneyAmong(written string, tokens []string, scaled bool) ([]string, map[string]briefing.Unit) {
	bases := map[string]briefing.Unit{}
	for _, n := range moneyNames() {
		for i := 0; i+len(n.stems) <= len(tokens); i++ {
			all := true
			for k, stem := range n.stems {
				all = all && strings.HasPrefix(tokens[i+k], stem) && len([]rune(tokens[i+k])) <= len([]rune(stem))+4
			}
			if all {
				code := string(n.base)
				bases[code] = n.base
				return slices.Replace(slices.Clone(tokens), i, i+len(n.stems), code), bases
			}
		}
	}
	for _, t := range tokens {
		u := briefing.Unit(t)
		_, money := u.Currency()
		switch w := moneyWords(); {
		case money && t != "all" && t != "top" && t != "sos" && len(t) == 3 && strings.Contains(written, strings.ToUpper(t)):
			bases[t] = u
		case w.plain[t] != "":
			bases[t] = w.plain[t]
		case scaled && w.scaled[t] != "":
			bases[t] = w.scaled[t]
		}
	}
	return tokens, bases
}
