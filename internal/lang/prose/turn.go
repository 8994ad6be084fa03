package prose

import (
	"strings"
	"sync"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// turnWords are the words that tell which way a change goes.
type turnWords struct {
	up, down, links, more, less *Vocabulary
	signs                       [3][]string // Chinese: up, down, links
}

var turnWordsOf = sync.OnceValue(func() map[briefing.Lang]turnWords {
	out := map[briefing.Lang]turnWords{}
	for _, l := range briefing.Langs() {
		of := func(key string) *Vocabulary { return NewVocabulary(l, lang.T(l, "prose.turn."+key)) }
		signs := func(keys ...string) (list []string) {
			for _, key := range keys {
				list = append(list, strings.Split(lang.T(l, "prose.turn."+key), "|")...)
			}
			return list
		}
		out[l] = turnWords{of("up"), of("down"), of("links"), of("more"), of("less"), [...][]string{signs("up", "more"), signs("down", "less"), signs("links")}}
	}
	return out
})

// Turn is the way that the words around a change say it goes: 1 up («рост …»,
// “up …”, «на … больше»), −1 down, 0 where they say nothing of it. A word counts
// only right beside the change, or with a link between («вырос на …»).
func Turn(l briefing.Lang, before, after string) int {
	told := turnWordsOf()[l]
	if l == briefing.ZH {
		return told.chinese(before)
	}
	src := Unbound(before)
	end := len(src)
	for range 4 {
		w, ok := lastWord(src[:end])
		if !ok || strings.ContainsFunc(src[w.End:end], divides) {
			break
		}
		switch {
		case told.up.has(w):
			return 1
		case told.down.has(w):
			return -1
		case !told.links.has(w):
			return told.behind(after)
		}
		end = w.Start
	}
	return told.behind(after)
}

// behind looks at the first word after the change: «на … больше».
func (t turnWords) behind(after string) int {
	src := Unbound(after)
	w, ok := firstWord(src)
	switch {
	case !ok || strings.TrimSpace(src[:w.Start]) != "":
	case t.more.has(w):
		return 1
	case t.less.has(w):
		return -1
	}
	return 0
}

// divides reports a sign that parts a word from the number behind it.
func divides(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsLetter(r) && r != '-' && r != '—' && r != '–'
}

// chinese looks at what a text ends with.
func (t turnWords) chinese(before string) int {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	for _, link := range t.signs[2] {
		before = strings.TrimSuffix(before, link)
	}
	for i, turn := range [...]int{1, -1} {
		for _, w := range t.signs[i] {
			if strings.HasSuffix(before, w) {
				return turn
			}
		}
	}
	return 0
}
