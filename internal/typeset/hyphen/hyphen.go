// Package hyphen finds the places where a word may be hyphenated, by Liang's
// patterns. It promises at least two letters before a hyphen and two after it,
// and the same places for the same word.
//
// The Russian patterns are those of Alexander Lebedev (ruhyphal), unchanged
// from Debian's package hyphen-ru, under the LaTeX Project Public License 1.2
// (hyph_ru_RU.copyright). They stand in the program as a tree made of that file
// (russian.tree; a test holds it against the file), since to read the file took
// a twentieth of the time of a short pack.
//
// The English patterns are those of American English by Donald E. Knuth and
// Gerard D. C. Kuiken, unchanged from the package hyph-utf8 (hyph-en-us.tex, whose
// notice lets it be copied and distributed as long as it is kept), in the same
// form (english.tree).
package hyphen

import (
	_ "embed"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

//go:embed russian.tree
var russian string

//go:embed english.tree
var english string

// Russian returns the places of hyphens in a lower-case Russian word, as
// counts of runes.
func Russian() func(string) []int { return language{patterns(russian), cyrillic, 2, true}.places }

// English returns the places of hyphens in a lower-case English word, as counts
// of runes: three letters at least stand behind one.
func English() func(string) []int { return language{patterns(english), latin, 3, false}.places }

// language is a tree of patterns with what the language has beside them.
type language struct {
	patterns
	sign   func(rune) int8 // number of a character of patterns, -1 for one that none has
	behind int             // letters at least behind a hyphen
	soft   bool            // a consonant with a soft sign behind it closes its syllable
}

// patterns is a tree of letters. Two bytes tell the number of nodes; each node
// has a set of five bytes of the letters that follow it, the number of the node
// of the first of them (the others are the next ones), and where in the table
// behind the nodes its levels stand, 0 for none: how many, and as many bytes
// 0–9, those before, between and after the letters that lead here. A whole word
// with places of its own has its number of levels with the high bit set.
type patterns string

const (
	nodeSize = 9
	whole    = 0x80 // the levels are those of a whole word
)

// latin numbers the letters of English patterns; 0 is the end of a word.
func latin(r rune) int8 {
	switch {
	case r == '.':
		return 0
	case r >= 'a' && r <= 'z':
		return int8(r - 'a' + 1)
	}
	return -1
}

// cyrillic numbers the letters of Russian patterns; 0 is the end of a word.
func cyrillic(r rune) int8 {
	switch {
	case r == '.':
		return 0
	case r == 'ё':
		return 'е' - 'а' + 1
	case r >= 'а' && r <= 'я':
		return int8(r - 'а' + 1)
	}
	return -1
}

// next is the node that a sign leads to.
func (p patterns) next(node int, sign int8) (int, bool) {
	at := 2 + node*nodeSize
	set := uint64(p[at]) | uint64(p[at+1])<<8 | uint64(p[at+2])<<16 | uint64(p[at+3])<<24 | uint64(p[at+4])<<32
	if sign < 0 || set>>sign&1 == 0 {
		return 0, false
	}
	return p.two(at+5) + bits.OnesCount64(set&(1<<sign-1)), true
}

// levels are those of a node, and whether they are of a whole word.
func (p patterns) levels(node int) (levels patterns, of bool) {
	at := p.two(2 + node*nodeSize + 7)
	if at == 0 {
		return "", false
	}
	at += 2 + p.two(0)*nodeSize
	n := int(p[at] &^ whole)
	return p[at+1 : at+1+n], p[at]&whole != 0
}

func (p patterns) two(at int) int {
	return int(binary.LittleEndian.Uint16([]byte(p[at : at+2])))
}

// places lists the places where the word may be hyphenated: after so many of
// its runes.
func (p language) places(word string) []int {
	n := utf8.RuneCountInString(word)
	if n < 4 {
		return nil
	}
	var room [2][40]byte // for most words
	signs, level := append(room[0][:0], 0), room[1][:0]
	for _, r := range word {
		signs = append(signs, byte(p.sign(r)))
	}
	signs = append(signs, 0)
	for range len(signs) + 1 {
		level = append(level, 0)
	}
	for i := range signs {
		node := 0
		for j := i; j < len(signs); j++ {
			on, ok := p.next(node, int8(signs[j]))
			if !ok {
				break
			}
			node = on
			levels, of := p.levels(node)
			if of && i == 0 && j == len(signs)-1 {
				return placesOf(levels)
			}
			if of {
				continue
			}
			for k := range len(levels) {
				level[i+k] = max(level[i+k], levels[k])
			}
		}
	}
	var out []int
	for i := 2; i <= n-p.behind; i++ {
		// A consonant with a soft sign closes its syllable, in foreign names
		// too, which the patterns do not know: Шань-дун.
		soft := p.soft && (signs[i+2] == byte(cyrillic('ь')) || signs[i+2] == byte(cyrillic('ъ')))
		if level[i+1]%2 == 1 && !soft {
			out = append(out, i)
		}
	}
	return out
}

// placesOf are the places of a whole word.
func placesOf(levels patterns) []int {
	out := []int{}
	for i := range len(levels) {
		if levels[i]%2 == 1 {
			out = append(out, i-1)
		}
	}
	return out
}
