package decode

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// weigh chooses among the code pages by known words first, letters second.
func weigh(sample []byte, words func(string) int) Encoding {
	best, bestScore := CP1252, math.MinInt
	for _, e := range []Encoding{CP1251, CP866, GB18030, CP1252} {
		text, err := e.Codec().NewDecoder().Bytes(sample)
		if err != nil {
			continue
		}
		s := letters(e, sample, string(text))
		if words != nil {
			s += 2000 * words(string(text))
		}
		if s > bestScore {
			best, bestScore = e, s
		}
	}
	return best
}

// letters scores, per thousand bytes beyond ASCII, how much the decoded text
// looks like writing. An encoding that cannot read a byte loses heavily, but
// is not ruled out: one spoilt byte must not turn a Chinese file into Russian.
func letters(e Encoding, raw []byte, text string) int {
	beyond := 0
	for _, c := range raw {
		if c >= utf8.RuneSelf {
			beyond++
		}
	}
	if beyond == 0 {
		return 0
	}
	score := 0
	if e == GB18030 {
		score = pairs(raw)
	} else {
		score = scripts(text)
	}
	for _, r := range text {
		if r == utf8.RuneError || r >= 0x80 && r < 0xA0 {
			score -= 40
		}
	}
	return score * 1000 / beyond
}

// scripts scores the words of a text in a code page of one byte a letter: words
// of one script and of one case, or of a capital and small letters, count for
// it; letters of two scripts in a word, capitals after small ones, and signs
// that draw boxes count against it.
func scripts(text string) int {
	score := 0
	prev := ' '
	for _, r := range text {
		switch {
		case r >= 0x2500 && r < 0x25A0:
			score -= 10
		case unicode.Is(unicode.Cyrillic, r):
			score += 2 + frequency(r)
			if latin(prev) {
				score -= 12
			}
			if unicode.IsUpper(r) && unicode.IsLower(prev) {
				score -= 8
			}
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			score += 3
			if prev >= utf8.RuneSelf && unicode.IsLetter(prev) {
				score -= 8 // accented letters stand alone among plain ones
			}
			if unicode.IsUpper(r) && unicode.IsLower(prev) {
				score -= 8
			}
		case latin(r) && unicode.Is(unicode.Cyrillic, prev):
			score -= 12
		case r >= utf8.RuneSelf && !strings.ContainsRune("«»—–№…°²³§\u00a0", r):
			score -= 3
		}
		prev = r
	}
	return score
}

func latin(r rune) bool { return r < utf8.RuneSelf && unicode.IsLetter(r) }

// frequency is small, but not for letters that Russian text is full of.
func frequency(r rune) int {
	switch {
	case strings.ContainsRune("оеаинтсрвлкмдпОЕАИНТСРВЛКМДП", r):
		return 2
	case strings.ContainsRune("уяыьгзбчУЯЫЬГЗБЧ", r):
		return 1
	case r > 0x44F || r < 0x410: // Ё and the letters of other languages
		return -3
	}
	return 0
}

// pairs scores bytes as GB 18030: characters of everyday use are those whose
// first byte is B0–D7 and second A1–FE.
func pairs(raw []byte) int {
	score := 0
	for i := 0; i < len(raw); i++ {
		if raw[i] < utf8.RuneSelf {
			continue
		}
		if i+1 == len(raw) {
			break
		}
		a, b := raw[i], raw[i+1]
		switch {
		case b < 0x40 || b == 0x7F || b == 0xFF:
			score -= 8
			continue
		case a >= 0xB0 && a <= 0xD7 && b >= 0xA1:
			score += 6
		case a >= 0xA1 && a <= 0xA9 && b >= 0xA1:
			score += 2
		case a >= 0xD8 && a <= 0xF7 && b >= 0xA1:
		default:
			score -= 6
		}
		i++
	}
	return score
}
