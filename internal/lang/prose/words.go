package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
)

func decode(s string) (rune, int) { return utf8.DecodeRuneInString(s) }

// Word is a word of a text: a run of letters and digits.
type Word struct {
	Text       string // in small letters, «ё» as «е»
	Start, End int    // bytes of the text
}

// Words are the words of a text, to be looked through again and again.
type Words struct {
	Source string
	List   []Word
}

// Read takes a text apart.
func Read(s string) Words {
	w := Words{Source: s, List: make([]Word, 0, len(s)/8+1)}
	start := -1
	add := func(end int) {
		if start >= 0 {
			w.List = append(w.List, Word{small(s[start:end]), start, end})
			start = -1
		}
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\u0301':
			if start < 0 {
				start = i
			}
		default:
			add(i)
		}
	}
	add(len(s))
	return w
}

func small(s string) string {
	if isSmall(s) { // as most words are
		return s
	}
	s = strings.ToLower(s)
	if strings.Contains(s, "ё") || strings.Contains(s, "\u0301") {
		s = strings.NewReplacer("ё", "е", "\u0301", "").Replace(s)
	}
	return s
}

// isSmall reports whether a word is of small letters, digits and Chinese signs alone.
func isSmall(s string) bool {
	for _, r := range s {
		switch {
		case r >= 'а' && r <= 'я', r >= 'a' && r <= 'z', r >= '0' && r <= '9', r >= 0x3400 && r < 0xA000:
		default:
			return false
		}
	}
	return true
}

// Vocabulary is a list of words and phrases to be found in texts of one
// language.
type Vocabulary struct {
	lang   briefing.Lang
	wanted index
	barred index
	signs  []string // Chinese: anywhere in the text
	masks  []string
}

// index holds phrases by the beginning of their first word.
type index map[string][]phrase

type phrase []choice

// choice is what may stand for one word of a phrase.
type choice []pattern

type pattern struct {
	text   string
	prefix bool
}

func (c choice) matches(word string) bool {
	for _, p := range c {
		if word == p.text || p.prefix && strings.HasPrefix(word, p.text) {
			return true
		}
	}
	return false
}

// NewVocabulary reads a list: entries between bars, each a word, the beginning
// of one (план*), one of several (два/три раза), or a phrase; with ! before it,
// an entry names what is not meant («!в текущих ценах»). In Chinese, entries
// stand anywhere.
func NewVocabulary(l briefing.Lang, list string) *Vocabulary {
	v := &Vocabulary{lang: l, wanted: index{}, barred: index{}}
	for entry := range strings.SplitSeq(list, "|") {
		entry, not := strings.CutPrefix(strings.TrimSpace(entry), "!")
		switch {
		case entry == "":
		case l == briefing.ZH && not:
			v.masks = append(v.masks, entry)
		case l == briefing.ZH:
			v.signs = append(v.signs, entry)
		case not:
			v.barred.add(entry)
		default:
			v.wanted.add(entry)
		}
	}
	return v
}

func (x index) add(entry string) {
	var p phrase
	for w := range strings.FieldsSeq(small(entry)) {
		var c choice
		for one := range strings.SplitSeq(w, "/") {
			stem, prefix := strings.CutSuffix(one, "*")
			c = append(c, pattern{stem, prefix})
		}
		p = append(p, c)
	}
	if len(p) == 0 {
		return
	}
	kept := map[string]bool{}
	for _, first := range p[0] {
		if key := begin(first.text); !kept[key] {
			kept[key] = true
			x[key] = append(x[key], p)
		}
	}
}

// begin is the first letters by which phrases are kept.
func begin(word string) string {
	n := 0
	for i := range word {
		if n == 2 {
			return word[:i]
		}
		n++
	}
	return word
}

// at is the number of words of the longest phrase that begins at word i.
func (x index) at(words []Word, i int) int {
	found := 0
	for _, p := range x[begin(words[i].Text)] {
		if len(p) > len(words)-i || len(p) <= found {
			continue
		}
		fits := true
		for j := range p {
			if fits = p[j].matches(words[i+j].Text); !fits {
				break
			}
		}
		if fits {
			found = len(p)
		}
	}
	return found
}

// Find gives the first place where something of the vocabulary stands: the
// words of the text itself and the byte at which they begin.
func (v *Vocabulary) Find(w Words) (found string, at int, ok bool) {
	if v.lang == briefing.ZH {
		return v.findSigns(w.Source)
	}
	var barred []bool
	for i := range w.List {
		n := v.wanted.at(w.List, i)
		if n == 0 {
			continue
		}
		if barred == nil {
			barred = v.bar(w.List)
		}
		free := true
		for j := i; j < i+n; j++ {
			free = free && !barred[j]
		}
		if free {
			return w.Source[w.List[i].Start:w.List[i+n-1].End], w.List[i].Start, true
		}
	}
	return "", 0, false
}

// bar marks the words that are part of what is not meant.
func (v *Vocabulary) bar(words []Word) []bool {
	out := make([]bool, len(words))
	if len(v.barred) == 0 {
		return out
	}
	for i := range words {
		for j := i; j < i+v.barred.at(words, i); j++ {
			out[j] = true
		}
	}
	return out
}

func (v *Vocabulary) findSigns(s string) (string, int, bool) {
	for _, m := range v.masks {
		if strings.Contains(s, m) {
			s = strings.ReplaceAll(s, m, strings.Repeat(" ", len(m)))
		}
	}
	for _, sign := range v.signs {
		if i := strings.Index(s, sign); i >= 0 {
			return sign, i, true
		}
	}
	return "", 0, false
}

// In reports whether something of the vocabulary stands in the text.
func (v *Vocabulary) In(w Words) bool {
	_, _, ok := v.Find(w)
	return ok
}
