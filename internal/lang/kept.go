package lang

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
)

// Filled reports whether a text that was kept is that of a key of one argument,
// and what stands in its place.
func Filled(l briefing.Lang, key, text string) (arg string, ok bool) {
	before, after, ok := strings.Cut(T(l, key, "\x00"), "\x00")
	if !ok || !strings.HasPrefix(text, before) {
		return "", false
	}
	return strings.CutSuffix(text[len(before):], after)
}

// Of reports whether a text that was kept is that of a key, whatever its
// arguments were.
func Of(l briefing.Lang, key, text string) bool {
	said, ok := lookup(l, key)
	parts := aroundArguments(said)
	if len(parts) == 1 {
		return ok && text == said
	}
	text, begins := strings.CutPrefix(text, parts[0])
	text, ends := strings.CutSuffix(text, parts[len(parts)-1])
	for _, part := range parts[1 : len(parts)-1] {
		if _, text, ok = strings.Cut(text, part); !ok {
			return false
		}
	}
	return begins && ends
}

// aroundArguments are the parts of a text before, between and behind its
// arguments.
func aroundArguments(said string) []string {
	parts := strings.Split(said, "%[")
	for i := range parts[1:] {
		_, behind, _ := strings.Cut(parts[i+1], "]")
		parts[i+1] = behind[min(1, len(behind)):] // the verb
	}
	return parts
}

// StatedTotal is how the note of an import begins that keeps a total of a source:
// the key of its flow, the partner where there are several, and the period. The
// amount follows.
func StatedTotal(l briefing.Lang, flow, partner string, p briefing.Period) string {
	comma, end := ", ", " — "
	if l == briefing.ZH {
		comma, end = "，", "："
	}
	of := []string{Enum(l, "flow", flow)}
	if partner != "" {
		of = append(of, Country(l, partner))
	}
	return strings.Join(append(of, Period(l, p)), comma) + end
}

// OfImports reports whether a line of an import's note tells of other imports and
// of corrections, not of what its rows are: that is for who keeps the data.
func OfImports(l briefing.Lang, line string) bool {
	return slices.ContainsFunc([]string{
		"app.revise.replaces", "app.revise.counts", "app.revise.replaced", "app.revise.replaced.part", "app.mended", "app.edit.of", "app.edit.row",
	}, func(key string) bool { return Of(l, key, line) })
}
