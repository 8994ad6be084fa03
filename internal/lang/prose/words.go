package prose

import (
	"slices"
	"strings"
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
	return Words{Source: s, List: appendWords(make([]Word, 0, len(s)/10+2), s)}
}

// appendWords puts the words of a text into a list.
func appendWords(list []Word, s string) []Word {
	start, plain := -1, true
	for i, r := range s {
		switch {
		case wordSign(r):
			if start < 0 {
				start = i
			}
			plain = plain && plainSign(r)
		case start >= 0:
			list = append(list, wordOf(s, start, i, plain))
			start, plain = -1, true
		}
	}
	if start >= 0 {
		list = append(list, wordOf(s, start, len(s), plain))
	}
	return list
}

func wordOf(s string, start, end int, plain bool) Word {
	if plain { // as most words are
		return Word{s[start:end], start, end}
	}
	return Word{small(s[start:end]), start, end}
}

// firstWord is the first word of a text.
func firstWord(s string) (Word, bool) {
	start := strings.IndexFunc(s, wordSign)
	if start < 0 {
		return Word{}, false
	}
	end := len(s)
	if n := strings.IndexFunc(s[start:], notOfWord); n >= 0 {
		end = start + n
	}
	return Word{small(s[start:end]), start, end}, true
}

// lastWord is the last word of a text.
func lastWord(s string) (Word, bool) {
	last := strings.LastIndexFunc(s, wordSign)
	if last < 0 {
		return Word{}, false
	}
	_, n := decode(s[last:])
	end, start := last+n, 0
	if i := strings.LastIndexFunc(s[:end], notOfWord); i >= 0 {
		_, n = decode(s[i:])
		start = i + n
	}
	return Word{small(s[start:end]), start, end}, true
}

func notOfWord(r rune) bool { return !wordSign(r) }

// small is a word in small letters, «ё» as «е», without accents.
func small(s string) string {
	plain := true
	for _, r := range s {
		if !plainSign(r) {
			plain = false
			break
		}
	}
	if plain { // as most words are
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r >= 'А' && r <= 'Я', r >= 'A' && r <= 'Z':
			b.WriteRune(r + ' ')
		case r == 'Ё' || r == 'ё':
			b.WriteRune('е')
		case r == accent:
		case plainSign(r):
			b.WriteRune(r)
		default:
			return smallAny(s)
		}
	}
	return b.String()
}

// smallAny is the same of whatever signs.
func smallAny(s string) string {
	s = strings.ToLower(s)
	if strings.Contains(s, "ё") || strings.ContainsRune(s, accent) {
		s = strings.NewReplacer("ё", "е", string(accent), "").Replace(s)
	}
	return s
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

func (x index) add(entry string) { x.put(phraseOf(entry)) }

// phraseOf reads a phrase; it may have no words.
func phraseOf(entry string) phrase {
	var p phrase
	for w := range strings.FieldsSeq(small(entry)) {
		c := make(choice, 0, 1+strings.Count(w, "/"))
		for one := range strings.SplitSeq(w, "/") {
			stem, prefix := strings.CutSuffix(one, "*")
			c = append(c, pattern{stem, prefix})
		}
		p = append(p, c)
	}
	return p
}

// put keeps a phrase by each beginning that its first word may have.
func (x index) put(p phrase) {
	if len(p) == 0 {
		return
	}
	for i, first := range p[0] {
		key := begin(first.text)
		if !slices.ContainsFunc(p[0][:i], func(before pattern) bool { return begin(before.text) == key }) {
			x[key] = append(x[key], p)
		}
	}
}

// begin is the first letters by which phrases are kept.
func begin(word string) string {
	_, n := decode(word)
	_, m := decode(word[n:])
	return word[:n+m]
}

// begins tells which of up to 32 lists have phrases that begin as a word does.
type begins map[string]uint32

// put notes the beginnings of a list by its number.
func (b begins) put(list int, x index) {
	for key := range x {
		b[key] |= 1 << list
	}
}

// of are the lists that a word may begin a phrase of.
func (b begins) of(word string) uint32 { return b[begin(word)] }

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

// one reports whether a word by itself is a phrase of the list.
func (x index) one(w Word) bool { return x.at([]Word{w}, 0) > 0 }

// Find gives the first place where something of the vocabulary stands: the
// words of the text itself and the byte at which they begin.
func (v *Vocabulary) Find(w Words) (found string, at int, ok bool) {
	if v.lang == briefing.ZH {
		return v.findSigns(w.Source)
	}
	if len(v.wanted) == 0 {
		return "", 0, false
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

// has reports whether a word by itself is of the vocabulary; not for Chinese.
func (v *Vocabulary) has(w Word) bool { return v.wanted.one(w) && !v.barred.one(w) }

// In reports whether something of the vocabulary stands in the text.
func (v *Vocabulary) In(w Words) bool {
	_, _, ok := v.Find(w)
	return ok
}
