package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

const planWords = "check.11.words"

// plansOpenly reports whether the text says in its language that what it
// tells is planned.
func plansOpenly(l briefing.Lang, s string) bool {
	return prose.NewVocabulary(l, lang.T(l, planWords)).In(prose.Read(s))
}
