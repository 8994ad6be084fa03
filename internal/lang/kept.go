package lang

import (
	"regexp"
	"slices"
	"strings"

	"briefing/internal/briefing"
)

// Of reports whether a text that was kept is that of a key, whatever its
// arguments were.
func Of(l briefing.Lang, key, text string) bool {
	said, ok := lookup(l, key)
	if !ok {
		return false
	}
	parts := argument().Split(said, -1)
	last := parts[len(parts)-1]
	text, ok = strings.CutPrefix(text, parts[0])
	if len(parts) == 1 || !ok || !strings.HasSuffix(text, last) {
		return ok && len(parts) == 1 && text == ""
	}
	text = strings.TrimSuffix(text, last)
	for _, part := range parts[1 : len(parts)-1] {
		at := strings.Index(text, part)
		if at < 0 {
			return false
		}
		text = text[at+len(part):]
	}
	return true
}

func argument() *regexp.Regexp { return regexp.MustCompile(`%\[[0-9]+\][a-z]`) }

// OfImports reports whether a line of an import's note tells of other imports and
// of corrections, not of what its rows are: that is for who keeps the data.
func OfImports(l briefing.Lang, line string) bool {
	return slices.ContainsFunc([]string{
		"app.revise.replaces", "app.revise.counts", "app.revise.replaced", "app.revise.replaced.part", "app.mended", "app.edit.of", "app.edit.row",
	}, func(key string) bool { return Of(l, key, line) })
}
