package lang

import (
	"strings"

	"briefing/internal/briefing"
)

// ParsePeriod reads a period as a person types it.
func ParsePeriod(l briefing.Lang, s string) (briefing.Period, error) {
	return briefing.ParsePeriod(strings.TrimSpace(s))
}
