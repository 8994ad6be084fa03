package prose

import (
	"strings"
	"sync"
	"unicode"

	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// turnWords are the words that tell which way a change goes.
type turnWords struct{ up, down, links, more, less *Vocabulary }

var turnWordsOf = sync.OnceValue(func() map[briefing.Lang]turnWords {
	out := map[briefing.Lang]turnWords{}
	for _, l := range briefing.Langs() {
		of := func(key string) *Vocabulary { return NewVocabulary(l, lang.T(l, "prose.turn."+key)) }
		out[l] = turnWords{of("up"), of("down"), of("links"), of("more"), of("less")}
	}
	return out
})

// Turn is the way that the words around a change say it goes: 1 up («рост …»,
// “up …”, «на … больше»), −1 down, 0 where they say nothing of it. A word counts
// only right beside the change, or with a link between («вырос на …»).
func Turn(l briefing.Lang, before, after string) int {
	if l == briefing.ZH {
		up, down := lang.T(l, "prose.turn.up"), lang.T(l, "prose.turn.down")
		return chineseTurn(before, up+"|"+lang.T(l, "prose.turn.more"), down+"|"+lang.T(l, "prose.turn.less"))
	}
	words := Read(Unbound(before))
	list, src := words.List, words.Source
	end, told := len(src), turnWordsOf()[l]
	for n := len(list) - 1; n >= max(len(list)-4, 0); n-- {
		w := list[n]
		if strings.ContainsFunc(src[w.End:end], divides) {
			break
		}
		one := Read(w.Text)
		switch {
		case told.up.In(one):
			return 1
		case told.down.In(one):
			return -1
		case !told.links.In(one):
			return behind(l, after)
		}
		end = w.Start
	}
	return behind(l, after)
}

// behind looks at the first word after the change: «на … больше».
func behind(l briefing.Lang, after string) int {
	words := Read(Unbound(after))
	list := words.List
	if len(list) == 0 || strings.TrimSpace(words.Source[:list[0].Start]) != "" {
		return 0
	}
	switch one := Read(list[0].Text); {
	case turnWordsOf()[l].more.In(one):
		return 1
	case turnWordsOf()[l].less.In(one):
		return -1
	}
	return 0
}

// divides reports a sign that parts a word from the number behind it.
func divides(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsLetter(r) && r != '-' && r != '—' && r != '–'
}

func chineseTurn(before, up, down string) int {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	for _, link := range strings.Split(lang.T(briefing.ZH, "prose.turn.links"), "|") {
		before = strings.TrimSuffix(before, link)
	}
	for turn, words := range map[int]string{1: up, -1: down} {
		for _, w := range strings.Split(words, "|") {
			if strings.HasSuffix(before, w) {
				return turn
			}
		}
	}
	return 0
}
