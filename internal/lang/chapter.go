package lang

import "briefing/internal/briefing"

// Chapter is the short name of a chapter of the Harmonized System, «02»; empty
// for what is no chapter.
func Chapter(l briefing.Lang, code string) string { return has(l, "hs."+code) }
