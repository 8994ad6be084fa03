package unitnames

import (
	"slices"
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
)

// A unit is written in more ways than a list can hold: "USD mln", «$, тыс.»,
// "US$ '000", 万元人民币. Beside the spellings of spellings it is put together
// from one word of scale and one of what is counted, in either order, when
// nothing else stands beside them.

// unitScales are words of scale by their power of ten, folded.
func unitScales() map[int]string {
	return map[int]string{
		3:  "тыс тысяч тысяча тысячи thousand thousands ths thou thsd k '000 000 000's 000s 1000 千",
		4:  "万 萬",
		6:  "млн миллион миллиона миллионов million millions mln mio mn mill m 百万",
		8:  "亿 億",
		9:  "млрд миллиард миллиарда миллиардов billion billions bln bn 十亿",
		12: "трлн триллион триллионов trillion trillions trn tn 万亿",
	}
}

// unitBases are words of what is counted, folded.
func unitBases() map[briefing.Unit]string {
	return map[briefing.Unit]string{
		"usd":  "$ us$ usd долл доллар доллара доллары долларов долларах dollar dollars 美元",
		"rub":  "руб рубль рубля рубли рублей рублях rub rur rouble roubles ruble rubles ₽ 卢布",
		"cny":  "юань юаня юани юаней юанях cny rmb yuan renminbi 人民币 元 元人民币 人民币元",
		"eur":  "€ eur euro euros евро 欧元",
		"item": "ед единиц единица единицы unit units item items 个 项",
		"kg":   "кг килограмм килограмма килограммы килограммов kg kgs kilogram kilograms 千克 公斤",
		"t":    "т тн тонн тонна тонны тоннах t tne ton tons tonne tonnes mt 吨",
	}
}

// fillers say nothing more: of which dollar, of what tonne.
const fillers = " сша us u.s америки американских америк в in of metric метрических "

type unitWords struct {
	scales map[string]int
	bases  map[string]briefing.Unit
}

var unitParts = sync.OnceValue(func() unitWords {
	w := unitWords{map[string]int{}, map[string]briefing.Unit{}}
	for power, words := range unitScales() {
		for s := range strings.FieldsSeq(words) {
			w.scales[s] = power
		}
	}
	for base, words := range unitBases() {
		for s := range strings.FieldsSeq(words) {
			w.bases[s] = base
		}
	}
	return w
})

// composedUnit puts a unit together; empty when a word is left over, or one of
// the two stands twice or is missing.
func composedUnit(s string) briefing.Unit {
	const longest = 64
	if len(s) > longest {
		return ""
	}
	w := unitParts()
	scale, times, base := 0, 0, briefing.Unit("")
	tens := map[string]int{"10": 1, "100": 2}
	tokens := divide(codes.Fold(s))
	hasScale := slices.ContainsFunc(tokens, func(t string) bool { return w.scales[t] > 0 })
	known := func(t string) bool {
		return w.scales[t] > 0 || tens[t] > 0 || w.bases[t] != "" || strings.Contains(fillers, " "+t+" ")
	}
	var money map[string]briefing.Unit
	if slices.ContainsFunc(tokens, func(t string) bool { return !known(t) }) {
		tokens, money = moneyAmong(s, tokens, hasScale)
	}
	for _, word := range tokens {
		p, isScale := w.scales[word]
		b, isBase := money[word] // first: a som of Kyrgyzstan is kgs, which also spells kilograms
		if !isBase {
			b, isBase = w.bases[word]
		}
		switch {
		case isBase && base == "":
			base = b
		case isScale && scale == 0:
			scale = p
		case hasScale && times == 0 && tens[word] > 0: // «10 тыс. руб.», "CNY 100 million"
			times = tens[word]
		case strings.Contains(fillers, " "+word+" "):
		default:
			return ""
		}
	}
	if base == "" {
		return ""
	}
	return base.WithPower(scale + times)
}

// divide cuts a folded text at blanks, punctuation, around signs of
// currencies, and between digits and letters; Chinese, that has no blanks,
// between scale and base.
func divide(folded string) []string {
	for _, sign := range []string{"us$", "$", "€", "₽", "₸", "£", "₺", "₹", "₩"} {
		if strings.Contains(folded, sign) {
			folded = strings.ReplaceAll(folded, sign, " "+sign+" ")
			break
		}
	}
	var out []string
	for _, f := range strings.FieldsFunc(folded, func(r rune) bool { return strings.ContainsRune(" ,;:()[]/_.（）：，、-–", r) }) {
		rest := f
		for _, scale := range []string{"万亿", "十亿", "百万", "亿", "億", "万", "萬", "千"} {
			tail, ok := strings.CutPrefix(rest, scale)
			if ok && tail != "" && unitParts().bases[rest] == "" { // 千克 is one word
				out = append(out, scale)
				rest = tail
				break
			}
		}
		if money, ok := strings.CutPrefix(rest, "人民币"); ok && unitParts().bases[rest] == "" { // 人民币万元
			for _, scale := range []string{"万亿", "十亿", "百万", "亿", "万", "千"} {
				if money == scale+"元" {
					out = append(out, scale)
					rest = "人民币"
				}
			}
		}
		out = append(out, rest)
	}
	return out
}
