package check

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

// Countries that a text names as sides of a trade: «в Казахстан», «из Казахстана»,
// «с Казахстаном», "to Kazakhstan", 对哈萨克斯坦. A country that is only a place («в
// Казахстане») is no side.

// sidesOfTrade are the phrases of a language that name a side, and the names that
// stand for whose the trade is, by the code of the country.
type sidesOfTrade struct {
	sides, owners map[string]string
	longest       int                 // words of a phrase
	begin         map[string]bool     // first words of the sides
	signs         map[string][]string // Chinese: the sides by their first two signs
}

var (
	russianSides = sync.OnceValue(func() sidesOfTrade { return newSides(briefing.RU) })
	englishSides = sync.OnceValue(func() sidesOfTrade { return newSides(briefing.EN) })
	chineseSides = sync.OnceValue(func() sidesOfTrade { return newSides(briefing.ZH) })
)

func sidesOf(l briefing.Lang) sidesOfTrade {
	switch l {
	case briefing.EN:
		return englishSides()
	case briefing.ZH:
		return chineseSides()
	}
	return russianSides()
}

func newSides(l briefing.Lang) sidesOfTrade {
	x := sidesOfTrade{sides: map[string]string{}, owners: map[string]string{}, begin: map[string]bool{}, signs: map[string][]string{}}
	sides := strings.Split(lang.T(l, "check.18.sides"), "|")
	put := func(in map[string]string, phrase, code string) {
		in[phrase] = code
		x.longest = max(x.longest, 1+strings.Count(phrase, " "))
	}
	words := func(s string) string { return strings.Join(textsOf(prose.Read(s).List), " ") }
	for _, code := range lang.Countries() {
		name := lang.Country(l, code)
		if code == "W00" || name == code {
			continue
		}
		switch l {
		case briefing.ZH:
			for _, w := range sides {
				x.sides[w+name] = code
			}
			x.owners[name] = code
			continue
		case briefing.EN:
			called := words(name)
			put(x.owners, called, code)
			for _, w := range sides {
				put(x.sides, w+" "+called, code)
				put(x.sides, w+" the "+called, code)
			}
			continue
		}
		if to, ok := lang.ToCountry(l, code); ok {
			put(x.sides, words(to), code)
		}
		if from, ok := lang.FromCountry(l, code); ok {
			put(x.sides, words(from), code)
		}
		if of, ok := lang.OfCountry(l, code); ok {
			put(x.owners, words(of), code)
		}
		if with := instrumental(name); with != "" {
			with = words(with)
			put(x.sides, "с "+with, code)
			put(x.sides, "со "+with, code)
		}
	}
	for side := range x.sides {
		if l == briefing.ZH {
			first := twoSigns(side)
			x.signs[first] = append(x.signs[first], side)
			continue
		}
		first, _, _ := strings.Cut(side, " ")
		x.begin[first] = true
	}
	return x
}

// twoSigns is the beginning of a Chinese text.
func twoSigns(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	_, m := utf8.DecodeRuneInString(s[n:])
	return s[:n+m]
}

// instrumental is the case of a Russian name of one word that «с» asks for; empty
// where no rule is sure.
func instrumental(name string) string {
	if strings.ContainsAny(name, " (-–") {
		return ""
	}
	for _, e := range [][2]string{{"ия", "ией"}, {"ка", "кой"}, {"ша", "шей"}, {"на", "ной"}, {"ла", "лой"}, {"да", "дой"}, {"ба", "бой"}, {"ва", "вой"}, {"ра", "рой"}, {"та", "той"}, {"ь", "ью"}, {"й", "ем"}} {
		if stem, ok := strings.CutSuffix(name, e[0]); ok {
			return stem + e[1]
		}
	}
	if last := []rune(name); strings.ContainsRune("бвгджзклмнпрстфх", last[len(last)-1]) {
		return name + "ом"
	}
	return ""
}

func textsOf(list []prose.Word) []string {
	var out []string
	for _, w := range list {
		out = append(out, w.Text)
	}
	return out
}

// sidesIn lists the countries that words name as sides of a trade.
func sidesIn(l briefing.Lang, w prose.Words) []string {
	x := sidesOf(l)
	var out []string
	add := func(code string) {
		if code != "" && !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	if l == briefing.ZH {
		for i := range w.Source {
			for _, sign := range x.signs[twoSigns(w.Source[i:])] {
				if strings.HasPrefix(w.Source[i:], sign) {
					add(x.sides[sign])
				}
			}
		}
		slices.Sort(out)
		return out
	}
	if !slices.ContainsFunc(w.List, func(w prose.Word) bool { return x.begin[w.Text] }) {
		return nil
	}
	list := textsOf(w.List)
	for i := range list {
		for n := 2; x.begin[list[i]] && n <= x.longest && i+n <= len(list); n++ {
			add(x.sides[strings.Join(list[i:i+n], " ")])
		}
	}
	return out
}

// ownerBeside reports whether the words around a flow of trade say whose it is,
// and it is another country's than own: «импорт Узбекистана», "Uzbekistan's
// imports", 乌兹别克斯坦进口.
func ownerBeside(l briefing.Lang, before, after, own string) bool {
	x := sidesOf(l)
	other := func(code string) bool { return code != "" && code != own }
	switch l {
	case briefing.ZH:
		for name, code := range x.owners {
			if rest, ok := strings.CutSuffix(before, name); ok && other(code) && !slices.ContainsFunc(strings.Split(lang.T(l, "check.18.sides"), "|"), func(p string) bool { return strings.HasSuffix(rest, p) }) {
				return true
			}
		}
		return false
	case briefing.EN:
		list := textsOf(prose.Read(before).List)
		if n := len(list); n > 0 && list[n-1] == "s" {
			list = list[:n-1]
		}
		for n := 1; n <= min(x.longest, len(list)); n++ {
			if other(x.owners[strings.Join(list[len(list)-n:], " ")]) {
				return true
			}
		}
		return false
	}
	words := prose.Read(after).List
	if len(words) > 0 && strings.TrimSpace(after[:words[0].Start]) != "" { // the end of the word itself
		return false
	}
	list := textsOf(words)
	for n := 1; n <= min(x.longest, len(list)); n++ {
		if other(x.owners[strings.Join(list[:n], " ")]) {
			return true
		}
	}
	return false
}

// countryOf is the partner in a fact's trade: as its field says or, where it is
// empty, as the only one that its statement names; empty where that is not known.
func (r *reading) countryOf(f *briefing.Fact) string {
	if f.Partner != "" {
		if len(f.Partner) == 2 && lang.Country(briefing.RU, f.Partner) != f.Partner {
			return f.Partner
		}
		return ""
	}
	for _, l := range briefing.Langs() {
		if sides := sidesIn(l, prose.Read(prose.Unbound(f.Statement.In(l)))); len(sides) == 1 {
			return sides[0]
		}
	}
	return ""
}
