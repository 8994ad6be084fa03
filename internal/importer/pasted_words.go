package importer

import (
	"strings"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// words are the words of a vocabulary in the texts of pasted rows.
func words(l briefing.Lang, key string) []string {
	s, _ := lang.Has(l, "pasted."+key)
	return strings.Split(s, "|")
}

// weekdays are the folded names of the days of the week in all languages.
var weekdays = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, l := range briefing.Langs() {
		for _, w := range words(l, "words.weekdays") {
			out[codes.Fold(w)] = true
		}
	}
	return out
})

// spoken is a word with what it means.
type spoken struct {
	word, means string
	lang        briefing.Lang
}

// directions are the words that stand for the sign of a change.
var directions = sync.OnceValue(func() []spoken {
	return append(spokenBy("+", "words.up"), spokenBy("-", "words.down")...)
})

// dayParts are the words for the parts of a day.
var dayParts = sync.OnceValue(func() []spoken {
	var out []spoken
	for _, part := range []string{"morning", "afternoon", "evening"} {
		out = append(out, spokenBy(part, "words."+part)...)
	}
	return out
})

func spokenBy(means, key string) []spoken {
	var out []spoken
	for _, l := range briefing.Langs() {
		for _, w := range words(l, key) {
			out = append(out, spoken{w, means, l})
		}
	}
	return out
}
