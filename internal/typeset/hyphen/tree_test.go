package hyphen_test

import (
	"bytes"
	"encoding/binary"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"briefing/internal/typeset/hyphen"
)

var update = flag.Bool("update", false, "make the trees of the published files")

// source are the patterns and the whole words of a published file.
type source struct {
	levels map[string][]byte // of letters, one more than letters
	words  map[string][]int  // places
	first  rune              // of the alphabet
	behind int               // letters at least behind a hyphen
}

// published are the files that the trees are made of.
type published struct {
	file, tree string
	first      rune
	behind     int
	decode     func([]byte) ([]byte, error)
	places     func(string) []int
}

func languages() []published {
	plain := func(b []byte) ([]byte, error) { return b, nil }
	return []published{
		{"hyph_ru_RU.dic", "russian.tree", 'а', 2, charmap.KOI8R.NewDecoder().Bytes, hyphen.Russian()},
		{"hyph-en-us.tex", "english.tree", 'a', 3, plain, hyphen.English()},
	}
}

// read reads patterns, one a line, as in "2б1в", and whole words as in
// "биз-нес-мен" after a line \hyphenation{.
// A comment of TeX begins with a per cent sign.
func read(t testing.TB, p published) source {
	t.Helper()
	raw, err := os.ReadFile(p.file)
	if err != nil {
		t.Fatal(err)
	}
	text, err := p.decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	s := source{map[string][]byte{}, map[string][]int{}, p.first, p.behind}
	words := false
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(line, "%")
		line = strings.TrimSpace(line)
		switch r, _ := utf8.DecodeRuneInString(line); {
		case line == `\hyphenation{`:
			words = true
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' || unicode.IsUpper(r):
		case words:
			places, n := []int{}, 0
			for _, r := range line {
				if r == '-' {
					places = append(places, n)
					continue
				}
				n++
			}
			s.words[strings.ReplaceAll(line, "-", "")] = places
		default:
			letters, levels := "", []byte{0}
			for _, r := range line {
				if r >= '0' && r <= '9' {
					levels[len(levels)-1] = byte(r - '0')
					continue
				}
				letters += string(r)
				levels = append(levels, 0)
			}
			s.levels[letters] = levels
		}
	}
	return s
}

// places are those of a word by the rule as it is published: of all patterns
// that stand in the word, the highest level between two letters counts.
func (s source) places(word string) []int {
	word = strings.ReplaceAll(word, "ё", "е")
	n := utf8.RuneCountInString(word)
	if places, ok := s.words[word]; ok {
		return places
	}
	text := []rune("." + word + ".")
	level := make([]byte, len(text)+1)
	for i := range text {
		for j := i + 1; j <= len(text); j++ {
			for k, v := range s.levels[string(text[i:j])] {
				level[i+k] = max(level[i+k], v)
			}
		}
	}
	out := []int{}
	for i := 2; i <= n-s.behind; i++ {
		if soft := text[i+2] == 'ь' || text[i+2] == 'ъ'; level[i+1]%2 == 1 && !soft {
			out = append(out, i)
		}
	}
	return out
}

// branch is a node of the tree that is being made.
type branch struct {
	next   map[int]*branch
	levels string // as in the table
	number int
}

func (b *branch) put(first rune, letters string, levels []byte, whole byte) {
	for _, r := range letters {
		sign := int(r-first) + 1
		if r == '.' {
			sign = 0
		}
		if b.next[sign] == nil {
			b.next[sign] = &branch{next: map[int]*branch{}}
		}
		b = b.next[sign]
	}
	b.levels = string(append([]byte{byte(len(levels)) | whole}, levels...))
}

// tree is the form in which the program has the patterns.
func (s source) tree() []byte {
	root := &branch{next: map[int]*branch{}}
	for letters, levels := range s.levels {
		root.put(s.first, letters, levels, 0)
	}
	for word, places := range s.words {
		levels := make([]byte, utf8.RuneCountInString(word)+3)
		for _, p := range places {
			levels[p+1] = 1
		}
		root.put(s.first, "."+word+".", levels, 0x80)
	}
	all := []*branch{root}
	signs := func(b *branch) (out []int) {
		for sign := range b.next {
			out = append(out, sign)
		}
		slices.Sort(out)
		return out
	}
	for i := 0; i < len(all); i++ {
		for _, sign := range signs(all[i]) {
			all[i].next[sign].number = len(all)
			all = append(all, all[i].next[sign])
		}
	}
	nodes, table, at := []byte{}, []byte{0}, map[string]int{}
	for _, b := range all {
		set, first, levels := uint64(0), 0, 0
		for _, sign := range signs(b) {
			if set == 0 {
				first = b.next[sign].number
			}
			set |= 1 << sign
		}
		if b.levels != "" {
			if at[b.levels] == 0 {
				at[b.levels] = len(table)
				table = append(table, b.levels...)
			}
			levels = at[b.levels]
		}
		nodes = append(nodes, binary.LittleEndian.AppendUint64(nil, set)[:5]...)
		nodes = binary.LittleEndian.AppendUint16(nodes, uint16(first))
		nodes = binary.LittleEndian.AppendUint16(nodes, uint16(levels))
	}
	return slices.Concat(binary.LittleEndian.AppendUint16(nil, uint16(len(all))), nodes, table)
}

// The trees in the program are those of the published files, and with -update
// they are made of them.
func TestTheTreeIsThatOfThePublishedPatterns(t *testing.T) {
	for _, p := range languages() {
		want := read(t, p).tree()
		if *update {
			if err := os.WriteFile(p.tree, want, 0o600); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got, err := os.ReadFile(p.tree); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not made of %s: run this test with -update (%v)", p.tree, p.file, err)
		}
	}
}

// What the tree says of a word is what the published rule says of it: of every
// whole word of the file, and of words put together of all the patterns.
func TestTheTreeSaysWhatThePatternsSay(t *testing.T) {
	for _, p := range languages() {
		s := read(t, p)
		check := func(word string) {
			if got, want := p.places(word), s.places(word); utf8.RuneCountInString(word) >= 4 && !slices.Equal(got, want) {
				t.Errorf("%s: %v, by the patterns %v", word, got, want)
			}
		}
		for word := range s.words {
			check(word)
			check(word + string(p.first+20))
		}
		var letters []string
		for l := range s.levels {
			letters = append(letters, strings.Trim(l, "."))
		}
		slices.Sort(letters)
		for i, l := range letters {
			check(l + letters[(i*7+13)%len(letters)])
			check(letters[(i*3+5)%len(letters)] + l + letters[(i*11+1)%len(letters)] + letters[(i*31+5)%len(letters)])
		}
		for _, word := range []string{"ещё", "партнёрство", "x-ray-экспорт", "а.б.в.г", "a.b.c.d", strings.Repeat("правительство", 5), strings.Repeat("government", 6), "\u2116абвгд"} {
			check(word)
		}
	}
}
