package chart_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
)

// The name of a panel that has no room on one line stands on two; only a longer
// one is cut.
func TestNamesOfPanelsHaveTwoLines(t *testing.T) {
	for name, want := range map[string]string{
		"Молочная продукция; яйца; мёд": "Молочная продукция; яйца; мёд",
		"Напитки":                    "Напитки",
		strings.Repeat("слово ", 40): "…",
	} {
		c := small(4)
		c.Series[0].Name = name
		s := drawn(t, c, briefing.RU, 500)
		var all []string
		for _, x := range s.texts {
			all = append(all, strings.Fields(x.text)...)
		}
		if got := strings.Join(all, " "); !strings.Contains(got, want) && !inOrderIn(all, strings.Fields(want)) {
			t.Errorf("%q: %s", name, got)
		}
	}
}

// inOrderIn reports whether words stand in a list in their order.
func inOrderIn(list, words []string) bool {
	for _, w := range list {
		if len(words) > 0 && w == words[0] {
			words = words[1:]
		}
	}
	return len(words) == 0
}
