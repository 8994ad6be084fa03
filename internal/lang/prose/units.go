package prose

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// unitBases are the units known in texts, scales apart.
var unitBases = []briefing.Unit{
	"usd", "eur", "rub", "cny", "kg", "t", "t-per-year", "percent", "pp", "hour", "day", "pcs", "item", "person",
	"usd-per-t", "container", "teu", "head", "ha", "m2", "m3", "km", "times",
}

var scalePowers = []int{3, 4, 6, 8, 9, 12}

// lexicon is what a language has around a number.
type lexicon struct {
	lang      briefing.Lang
	scales    []named[int]
	units     []named[briefing.Unit]
	words     map[briefing.Precision]*Vocabulary
	signs     []named[briefing.Precision] // Chinese: directly before the number
	after     []string                    // words that follow a number and loosen it
	dated     *Vocabulary
	numbered  *Vocabulary
	months    []*Vocabulary
	weekdays  []*Vocabulary
	datedZH   []string
	numbersZH []string
	joints    []named[Quantity] // adjectives made with a number: their scale and unit
	links     *Vocabulary       // between a word of precision and its number: «почти на 20 %»
	lists     []string          // what stands between the numbers of a list
	aside     []*regexp.Regexp
	said      saidWords
	// some months of a year, and «к 2021 году»
	parts, against *regexp.Regexp
	during         *regexp.Regexp // «в 2024 году», the time in its first group
	besides        *Vocabulary    // before a time that is compared with: «чем»
	besideZH       []string
	origin         *Vocabulary // before a year that something is of: «от»
}

// named is a value with the words that stand for it.
type named[T any] struct {
	words phrase
	sign  string // Chinese: as it stands
	value T
}

var (
	russian = sync.OnceValue(func() *lexicon { return newLexicon(briefing.RU) })
	english = sync.OnceValue(func() *lexicon { return newLexicon(briefing.EN) })
	chinese = sync.OnceValue(func() *lexicon { return newLexicon(briefing.ZH) })
)

func lexiconOf(l briefing.Lang) *lexicon {
	switch l {
	case briefing.EN:
		return english()
	case briefing.ZH:
		return chinese()
	}
	return russian()
}

func newLexicon(l briefing.Lang) *lexicon {
	x := &lexicon{lang: l, words: map[briefing.Precision]*Vocabulary{}}
	for _, p := range scalePowers {
		x.scales = append(x.scales, entries(l, "prose.scale."+strconv.Itoa(p), p)...)
	}
	for _, u := range unitBases {
		x.units = append(x.units, entries(l, "prose.unit."+string(u), u)...)
	}
	for _, p := range []briefing.Precision{briefing.About, briefing.Almost, briefing.MoreThan, briefing.UpTo} {
		x.words[p] = NewVocabulary(l, lang.T(l, "prose."+string(p)))
		x.signs = append(x.signs, entries(l, "prose."+string(p), p)...)
	}
	x.after = strings.Split(lang.T(l, "prose.after"), "|")
	x.datedZH, x.numbersZH = strings.Split(lang.T(l, "prose.dated"), "|"), strings.Split(lang.T(l, "prose.numbered"), "|")
	x.dated, x.numbered = NewVocabulary(l, lang.T(l, "prose.dated")), NewVocabulary(l, lang.T(l, "prose.numbered"))
	x.joints = slices.Concat(
		entries(l, "prose.joint.percent", Quantity{Base: "percent"}), entries(l, "prose.joint.times", Quantity{Base: briefing.Times}),
		entries(l, "prose.joint.3", Quantity{Power: 3}), entries(l, "prose.joint.6", Quantity{Power: 6}), entries(l, "prose.joint.9", Quantity{Power: 9}),
	)
	x.links, x.lists = NewVocabulary(l, lang.T(l, "prose.link")), strings.Split(lang.T(l, "prose.list"), "|")
	x.aside, x.said = asides(l), newSaid(l)
	x.parts, x.against = regexp.MustCompile(lang.T(l, "prose.part")), regexp.MustCompile(lang.T(l, "prose.against"))
	x.during = regexp.MustCompile(lang.T(l, "prose.during"))
	x.origin = NewVocabulary(l, lang.T(l, "prose.origin"))
	x.besides, x.besideZH = NewVocabulary(l, lang.T(l, "prose.during.not")), strings.Split(lang.T(l, "prose.during.not"), "|")
	for _, m := range strings.Split(lang.T(l, "prose.months"), "|") {
		x.months = append(x.months, NewVocabulary(l, strings.ReplaceAll(m, " ", "|")))
	}
	for _, w := range strings.Split(lang.T(l, "prose.weekdays"), "|") {
		x.weekdays = append(x.weekdays, NewVocabulary(l, strings.ReplaceAll(w, " ", "|")))
	}
	return x
}

func entries[T any](l briefing.Lang, key string, value T) []named[T] {
	var out []named[T]
	for entry := range strings.SplitSeq(lang.T(l, key), "|") {
		n := named[T]{sign: entry, value: value}
		for _, t := range tokens(entry) {
			stem, prefix := strings.CutSuffix(t.Text, "*")
			n.words = append(n.words, choice{{stem, prefix}})
		}
		out = append(out, n)
	}
	return out
}

// tokens are words with the signs that units are written with; full stops of
// abbreviations don't count.
func tokens(s string) []Word {
	var out []Word
	start := -1
	flush := func(end int) {
		if start >= 0 {
			out = append(out, Word{small(s[start:end]), start, end})
			start = -1
		}
	}
	for i, r := range s {
		_, n := decode(s[i:])
		switch {
		case letter(r) || r == '*' || r == '$' && start >= 0 || start >= 0 && (r == '²' || r == '³' || r == '2' || r == '3'):
			if start < 0 {
				start = i
			}
			if r == '$' { // «US$» ends with its sign
				flush(i + n)
			}
		case strings.ContainsRune("%％/$€₽№≈~><≥≤", r):
			flush(i)
			out = append(out, Word{string(r), i, i + n})
		default:
			flush(i)
		}
	}
	flush(len(s))
	return out
}

// longestOf finds the longest entry that the tokens begin with.
func longestOf[T any](list []named[T], ts []Word) (value T, n int) {
	for _, e := range list {
		if len(e.words) <= n || len(e.words) > len(ts) {
			continue
		}
		fits := true
		for i, p := range e.words {
			fits = fits && p.matches(ts[i].Text)
		}
		if fits {
			value, n = e.value, len(e.words)
		}
	}
	return value, n
}

// longestSign finds the longest entry that the text begins with.
func longestSign[T any](list []named[T], s string) (value T, n int) {
	for _, e := range list {
		if len(e.sign) > n && strings.HasPrefix(s, e.sign) {
			value, n = e.value, len(e.sign)
		}
	}
	return value, n
}
