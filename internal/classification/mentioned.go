package classification

import (
	"slices"
	"strings"
)

// Mentioned lists the codes that a text of codes speaks of, each once, in
// order: prefixes, the ends of ranges, exclusions. Blanks stand between codes
// where spaced is set, as in the codes of a fact, else they are part of one, as
// in a rule. What is no code is left out.
func Mentioned(text string, spaced bool) []string {
	var out []string
	for _, part := range strings.FieldsFunc(text, func(c rune) bool {
		return strings.ContainsRune(",;\n，；", c) || spaced && strings.ContainsRune(" \t\u00a0", c)
	}) {
		part, _ = excluded(strings.TrimSpace(part))
		from, to, _ := strings.Cut(strings.Map(inCode, part), "-")
		for _, code := range []string{from, to} {
			if isCode(code) && !slices.Contains(out, code) {
				out = append(out, code)
			}
		}
	}
	return out
}

// isCode reports whether the text is digits of a chapter or more.
func isCode(s string) bool {
	return len(s) >= 2 && len(s) <= MaxDigits && strings.Trim(s, "0123456789") == ""
}
