package search

import "strings"

// The letters of the Russian and the Latin keyboard that lie on the same keys.
const (
	latinKeys   = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"
	russianKeys = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
)

// OtherLayout is what the same keys give in the other layout: «руддщ» is
// "hello", "fuhj[f," is «агрохаб». What lies on no such key stays.
func OtherLayout(s string) string {
	latin, russian := []rune(latinKeys), []rune(russianKeys)
	swap := make(map[rune]rune, 2*len(latin))
	toRussian := strings.ContainsFunc(s, func(r rune) bool { return r < 0x80 && isLetter(r) }) || !strings.ContainsFunc(s, isCyrillic)
	for i := range latin {
		if toRussian {
			swap[latin[i]] = russian[i]
		} else {
			swap[russian[i]] = latin[i]
		}
	}
	return strings.Map(func(r rune) rune {
		if to, ok := swap[r]; ok {
			return to
		}
		return r
	}, s)
}

func isLetter(r rune) bool   { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }
func isCyrillic(r rune) bool { return r >= 0x400 && r <= 0x52f }
