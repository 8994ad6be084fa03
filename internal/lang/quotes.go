package lang

import (
	"strings"

	"briefing/internal/briefing"
)

// Inside prepares a text to stand in the quotation marks of a sentence: its own outer
// marks become the inner ones of the language, «Корпорация „Море“».
func Inside(l briefing.Lang, s string) string {
	switch l {
	case briefing.RU:
		return strings.NewReplacer("«", "„", "»", "“").Replace(s)
	case briefing.EN, briefing.ZH:
		return strings.NewReplacer("“", "‘", "”", "’").Replace(s)
	}
	return s
}
