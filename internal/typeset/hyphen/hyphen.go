// Package hyphen finds the places where a word may be hyphenated, by Liang's
// patterns. It promises at least two letters before a hyphen and two after it,
// and the same places for the same word.
//
// The Russian patterns are those of Alexander Lebedev (ruhyphal), unchanged
// from Debian's package hyphen-ru, under the LaTeX Project Public License 1.2
// (hyph_ru_RU.copyright).
package hyphen

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

//go:embed hyph_ru_RU.dic
var russian []byte

// Patterns are hyphenation patterns: letters to the levels between them.
type Patterns struct {
	levels  map[string]string // levels as bytes 0–9, one more than letters
	longest int               // runes of the longest pattern
	words   map[string][]int  // exceptions: whole words with their places
}

// Russian returns the places of hyphens in a lower-case Russian word, as
// counts of runes. The patterns are read when first used.
func Russian() func(string) []int {
	return func(word string) []int { return loadRussian().Places(word) }
}

// Ready reads the patterns, which otherwise happens when they are first used.
func Ready() { loadRussian() }

var loadRussian = sync.OnceValue(func() *Patterns {
	text, err := charmap.KOI8R.NewDecoder().Bytes(russian)
	if err != nil {
		return &Patterns{}
	}
	return Read(string(text))
})

// Read reads patterns, one a line, as in "2б1в", and exceptions as in
// "биз-нес-мен" after a line \hyphenation{; other lines are passed over.
func Read(text string) *Patterns {
	p := &Patterns{levels: make(map[string]string, strings.Count(text, "\n")), words: map[string][]int{}}
	exceptions := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch r, _ := utf8.DecodeRuneInString(line); {
		case line == `\hyphenation{`:
			exceptions = true
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' || unicode.IsUpper(r):
		case exceptions:
			p.addWord(line)
		default:
			p.add(line)
		}
	}
	return p
}

func (p *Patterns) addWord(line string) {
	places := []int{}
	n := 0
	for _, r := range line {
		if r == '-' {
			places = append(places, n)
			continue
		}
		n++
	}
	p.words[strings.ReplaceAll(line, "-", "")] = places
}

func (p *Patterns) add(line string) {
	letters := make([]byte, 0, len(line))
	levels := []byte{0}
	for _, r := range line {
		if r >= '0' && r <= '9' {
			levels[len(levels)-1] = byte(r - '0')
			continue
		}
		letters = utf8.AppendRune(letters, r)
		levels = append(levels, 0)
	}
	p.levels[string(letters)] = string(levels)
	p.longest = max(p.longest, len(levels)-1)
}

// Places lists the places where the word may be hyphenated: after so many of
// its runes.
func (p *Patterns) Places(word string) []int {
	n := utf8.RuneCountInString(word)
	if n < 4 || p.longest == 0 {
		return nil
	}
	word = strings.ReplaceAll(word, "ё", "е")
	if places, ok := p.words[word]; ok {
		return slices.Clone(places)
	}
	text := "." + word + "."
	at := make([]int, 0, n+3) // byte offset of each rune of text, and the end
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	level := make([]byte, n+3)
	for i := 0; i < n+2; i++ {
		for j := i + 1; j <= min(i+p.longest, n+2); j++ {
			for k, v := range []byte(p.levels[text[at[i]:at[j]]]) {
				level[i+k] = max(level[i+k], v)
			}
		}
	}
	var out []int
	for i := 2; i <= n-2; i++ {
		// A consonant with a soft sign closes its syllable, in foreign names
		// too, which the patterns do not know: Шань-дун.
		soft := strings.HasPrefix(text[at[i+2]:], "ь") || strings.HasPrefix(text[at[i+2]:], "ъ")
		if level[i+1]%2 == 1 && !soft {
			out = append(out, i)
		}
	}
	return out
}
