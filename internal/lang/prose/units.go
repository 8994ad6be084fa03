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

// precisions are the words that loosen a number, in the order in which they are
// looked for.
var precisions = [...]briefing.Precision{briefing.About, briefing.Almost, briefing.UpTo, briefing.MoreThan}

var scalePowers = []int{3, 4, 6, 8, 9, 12}

// lexicon is what a language has around a number.
type lexicon struct {
	lang      briefing.Lang
	scales    table[int]
	units     table[briefing.Unit]
	words     map[briefing.Precision]*Vocabulary
	precise   begins                      // of these, by their place in precisions
	signs     []named[briefing.Precision] // Chinese: directly before the number
	after     []string                    // words that follow a number and loosen it
	dated     *Vocabulary
	numbered  *Vocabulary
	months    []*Vocabulary
	monthly   begins // of months
	weekdays  []*Vocabulary
	weekly    begins // of days of the week
	datedZH   []string
	numbersZH []string
	joints    table[Quantity] // adjectives made with a number: their scale and unit
	links     *Vocabulary     // between a word of precision and its number: «почти на 20 %»
	lists     []string        // what stands between the numbers of a list
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

// Ready reads what texts of a language are taken apart by. Nobody needs to call it.
func Ready(l briefing.Lang) {
	lexiconOf(l)
	turnWordsOf()
}

func newLexicon(l briefing.Lang) *lexicon {
	x := &lexicon{lang: l, words: map[briefing.Precision]*Vocabulary{}, precise: begins{}, monthly: begins{}, weekly: begins{}}
	var scales []named[int]
	for _, p := range scalePowers {
		scales = append(scales, entries(l, "prose.scale."+strconv.Itoa(p), p)...)
	}
	var units []named[briefing.Unit]
	for _, u := range unitBases {
		units = append(units, entries(l, "prose.unit."+string(u), u)...)
	}
	x.scales, x.units = newTable(scales), newTable(units)
	for i, p := range precisions {
		x.words[p] = NewVocabulary(l, lang.T(l, "prose."+string(p)))
		x.precise.put(i, x.words[p].wanted)
	}
	for _, p := range []briefing.Precision{briefing.About, briefing.Almost, briefing.MoreThan, briefing.UpTo} {
		x.signs = append(x.signs, entries(l, "prose."+string(p), p)...)
	}
	x.after = strings.Split(lang.T(l, "prose.after"), "|")
	x.datedZH, x.numbersZH = strings.Split(lang.T(l, "prose.dated"), "|"), strings.Split(lang.T(l, "prose.numbered"), "|")
	x.dated, x.numbered = NewVocabulary(l, lang.T(l, "prose.dated")), NewVocabulary(l, lang.T(l, "prose.numbered"))
	x.joints = newTable(slices.Concat(
		entries(l, "prose.joint.percent", Quantity{Base: "percent"}), entries(l, "prose.joint.times", Quantity{Base: briefing.Times}),
		entries(l, "prose.joint.3", Quantity{Power: 3}), entries(l, "prose.joint.6", Quantity{Power: 6}), entries(l, "prose.joint.9", Quantity{Power: 9}),
	))
	x.links, x.lists = NewVocabulary(l, lang.T(l, "prose.link")), strings.Split(lang.T(l, "prose.list"), "|")
	x.aside, x.said = asides(l), newSaid(l)
	x.parts, x.against = regexp.MustCompile(lang.T(l, "prose.part")), regexp.MustCompile(lang.T(l, "prose.against"))
	x.during = regexp.MustCompile(lang.T(l, "prose.during"))
	x.origin = NewVocabulary(l, lang.T(l, "prose.origin"))
	x.besides, x.besideZH = NewVocabulary(l, lang.T(l, "prose.during.not")), strings.Split(lang.T(l, "prose.during.not"), "|")
	for i, m := range strings.Split(lang.T(l, "prose.months"), "|") {
		x.months = append(x.months, NewVocabulary(l, strings.ReplaceAll(m, " ", "|")))
		x.monthly.put(i, x.months[i].wanted)
	}
	for i, w := range strings.Split(lang.T(l, "prose.weekdays"), "|") {
		x.weekdays = append(x.weekdays, NewVocabulary(l, strings.ReplaceAll(w, " ", "|")))
		x.weekly.put(i, x.weekdays[i].wanted)
	}
	return x
}

func entries[T any](l briefing.Lang, key string, value T) []named[T] {
	var out []named[T]
	for entry := range strings.SplitSeq(lang.T(l, key), "|") {
		n := named[T]{sign: entry, value: value}
		for _, t := range appendTokens(nil, entry, false) {
			stem, prefix := strings.CutSuffix(t.Text, "*")
			n.words = append(n.words, choice{{stem, prefix}})
		}
		out = append(out, n)
	}
	return out
}

// table is a list of values with the words that stand for them, found by the
// beginning of the first.
type table[T any] struct {
	list []named[T]
	at   map[string][]named[T]
}

func newTable[T any](list []named[T]) table[T] {
	t := table[T]{list, map[string][]named[T]{}}
	for _, e := range list {
		if len(e.words) > 0 {
			key := begin(e.words[0][0].text)
			t.at[key] = append(t.at[key], e)
		}
	}
	return t
}

// longest finds the longest entry that the tokens begin with.
func (t table[T]) longest(ts []Word) (value T, n int) {
	if len(ts) == 0 {
		return value, 0
	}
	for _, e := range t.at[begin(ts[0].Text)] {
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
