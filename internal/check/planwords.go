package check

import (
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

const planWords = "check.11.words"

// plansOpenly reports whether the text says in its language that what it
// tells is planned.
func plansOpenly(l briefing.Lang, s string) bool {
	return planVocabularies()[l].In(prose.Read(s))
}

var planVocabularies = sync.OnceValue(func() map[briefing.Lang]*prose.Vocabulary {
	out := map[briefing.Lang]*prose.Vocabulary{}
	for _, l := range briefing.Langs() {
		out[l] = prose.NewVocabulary(l, lang.T(l, planWords))
	}
	return out
})
