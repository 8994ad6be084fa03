package lang

import "briefing/internal/briefing"

// Division is the short name of a division of the Standard International Trade
// Classification, «01» of "SITC4"; empty for other codes and for the revisions
// before the third, which divide otherwise.
func Division(l briefing.Lang, classification, code string) string {
	if classification != "SITC3" && classification != "SITC4" || len(code) != 2 {
		return ""
	}
	return has(l, "sitc."+code)
}
