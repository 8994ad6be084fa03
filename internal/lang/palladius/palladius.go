// Package palladius turns Chinese names written in pinyin into the Russian
// spelling of Palladius and back, and tells whether two spellings are of one
// name. It promises to give all readings where a spelling has several, nothing
// where a word is no such name, and to know the names that Russian writes in
// another way of old.
package palladius

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// syllables pairs the syllables of standard Chinese: pinyin and Palladius, one
// pair a line. The final -n is «-нь», -ng is «-н».
//
//go:embed syllables.txt
var syllables string

type tables struct {
	russian, latin     map[string]string // by the other spelling
	longestP, longestR int               // in bytes
}

var table = sync.OnceValue(func() tables {
	t := tables{russian: map[string]string{}, latin: map[string]string{}}
	for line := range strings.Lines(syllables) {
		p, r, _ := strings.Cut(strings.TrimSpace(line), " ")
		t.russian[p], t.latin[r] = r, p
		t.longestP, t.longestR = max(t.longestP, len(p)), max(t.longestR, len(r))
	}
	t.latin["хой"] = "hui" // «Аньхой»: the other spelling of «хуэй» in use
	return t
})

// FromPinyin gives the Palladius spellings of one word of pinyin in small
// letters, the likeliest first: the word is cut into syllables so that a
// syllable that begins with a vowel stands behind an apostrophe, as the rules of
// pinyin ask; where that can't be, anywhere («tiananmen»). Tone marks are
// dropped, v stands for ü. It is nil when the word is not pinyin.
func FromPinyin(word string) []string {
	var out []string
	for _, strict := range []bool{true, false} {
		for _, cut := range cutPinyin(pinyinLetters(word), strict) {
			if s := joinRussian(cut); !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// Readings gives the Palladius spellings of one word that the rules of pinyin
// leave: an apostrophe stands where a syllable begins with a vowel. Where the
// word keeps none of them, all that FromPinyin gives.
func Readings(word string) []string {
	var out []string
	for _, cut := range cutPinyin(pinyinLetters(word), true) {
		if s := joinRussian(cut); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if out == nil {
		return FromPinyin(word)
	}
	return out
}

// ToPinyin gives the pinyin spellings that a word in the spelling of Palladius
// can stand for, in small letters and without tones, the likeliest first. It is
// nil when the word is not of that spelling.
func ToPinyin(word string) []string {
	var out []string
	for _, cut := range cutRussian(russianLetters(word)) {
		if s := joinPinyin(cut); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// Russian is a name in pinyin as Palladius writes it, word by word, with
// capitals where the pinyin has them; ok is false when a word is not pinyin.
func Russian(pinyin string) (name string, ok bool) { return eachWord(pinyin, FromPinyin) }

// Pinyin is a name in the spelling of Palladius in pinyin, word by word, with
// capitals where the Russian has them; ok is false when a word is not of that
// spelling.
func Pinyin(russian string) (name string, ok bool) { return eachWord(russian, ToPinyin) }

func eachWord(name string, spell func(string) []string) (string, bool) {
	words := strings.Fields(name)
	for i, w := range words {
		s := spell(w)
		if len(s) == 0 {
			return "", false
		}
		words[i] = s[0]
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) {
			r, n := utf8.DecodeRuneInString(s[0])
			words[i] = string(unicode.ToUpper(r)) + s[0][n:]
		}
	}
	return strings.Join(words, " "), len(words) > 0
}

// pinyinLetters is the word in small letters without tone marks: ü keeps its
// dots, apostrophes and hyphens of all kinds are one apostrophe.
func pinyinLetters(word string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(word)) {
		switch {
		case r == '\u0308' && strings.HasSuffix(b.String(), "u"):
			s := strings.TrimSuffix(b.String(), "u")
			b.Reset()
			b.WriteString(s + "ü")
		case unicode.Is(unicode.Mn, r):
		case r == 'v':
			b.WriteRune('ü')
		case r == '’' || r == 'ʼ' || r == '‘' || r == '`' || r == '-' || r == '‑':
			b.WriteByte('\'')
		default:
			b.WriteRune(r)
		}
	}
	s := b.String()
	for _, p := range [][2]string{{"jü", "ju"}, {"qü", "qu"}, {"xü", "xu"}, {"yü", "yu"}, {"lue", "lüe"}, {"nue", "nüe"}} {
		s = strings.ReplaceAll(s, p[0], p[1])
	}
	return s
}

// cutPinyin cuts a word into syllables in all ways. Strict lets a syllable that
// begins with a vowel follow another only behind an apostrophe.
func cutPinyin(word string, strict bool) [][]string {
	t := table()
	var out [][]string
	dead := map[int]bool{} // lengths of what is left that lead nowhere
	var step func(rest string, done []string)
	step = func(rest string, done []string) {
		if rest == "" {
			out = append(out, slices.Clone(done))
			return
		}
		found, left := len(out), len(rest)
		defer func() { dead[left] = len(out) == found }()
		apart := len(done) == 0
		if r, ok := strings.CutPrefix(rest, "'"); ok {
			if apart || r == "" {
				return
			}
			rest, apart = r, true
		}
		if strict && !apart && strings.ContainsRune("aeo", rune(rest[0])) {
			return
		}
		for n := min(t.longestP, len(rest)); n > 0 && len(out) < most; n-- {
			if _, ok := t.russian[rest[:n]]; ok && !dead[len(rest)-n] {
				step(rest[n:], append(done, rest[:n]))
			}
		}
	}
	if word != "" && len(word) <= longest {
		step(word, nil)
	}
	return out
}

// Words longer than this are no names, and have no more readings than this
// that anyone would ask for.
const longest, most = 64, 8

// vowels begin a syllable that needs «ъ» behind «н».
const vowels = "аеёиоуыэюя"

// joinRussian joins syllables of pinyin in Russian: «ъ» stands where «н» (-ng)
// meets a vowel («Чанъань»).
func joinRussian(cut []string) string {
	t := table()
	var b strings.Builder
	for _, p := range cut {
		r := t.russian[p]
		first, _ := utf8.DecodeRuneInString(r)
		if strings.HasSuffix(b.String(), "н") && strings.ContainsRune(vowels, first) {
			b.WriteString("ъ")
		}
		b.WriteString(r)
	}
	return b.String()
}

// russianLetters is the word in small letters without stress marks.
func russianLetters(word string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(word)) {
		if r == '\u0306' || !unicode.Is(unicode.Mn, r) { // й keeps its breve
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// cutRussian cuts a Palladius spelling into syllables, given as pinyin, in all
// ways. Behind «н» a vowel needs «ъ», and «ъ» stands nowhere else.
func cutRussian(word string) [][]string {
	type place struct {
		left int
		hard bool
	}
	t := table()
	var out [][]string
	dead := map[place]bool{}
	var step func(rest, before string, done []string)
	step = func(rest, before string, done []string) {
		if rest == "" {
			out = append(out, slices.Clone(done))
			return
		}
		hard := strings.HasSuffix(before, "н")
		found, at := len(out), place{len(rest), hard}
		if dead[at] {
			return
		}
		defer func() { dead[at] = len(out) == found }()
		after, sign := strings.CutPrefix(rest, "ъ")
		first, _ := utf8.DecodeRuneInString(after)
		if sign && !hard || hard && sign != strings.ContainsRune(vowels, first) {
			return
		}
		rest = after
		for n := min(t.longestR, len(rest)); n > 0 && len(out) < most; n-- {
			if p, ok := t.latin[rest[:n]]; ok {
				step(rest[n:], rest[:n], append(done, p))
			}
		}
	}
	if word != "" && len(word) <= 2*longest {
		step(word, "", nil)
	}
	return out
}

// joinPinyin joins syllables: an apostrophe stands before one that begins with
// a vowel.
func joinPinyin(cut []string) string {
	var b strings.Builder
	for i, p := range cut {
		if i > 0 && strings.ContainsRune("aeo", rune(p[0])) {
			b.WriteByte('\'')
		}
		b.WriteString(p)
	}
	return b.String()
}
