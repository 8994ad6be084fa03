package app

import "regexp"

// Says is a line of words as it is printed: with the numbers that are bound in it.
// Of one that isn't there an ellipsis is left: what stands in braces is for the
// program. The standing may be nil.
func (s *Standing) Says(text string) string {
	if !bound.MatchString(text) {
		return text
	}
	if s != nil && s.fill != nil {
		if filled, ok := s.fill(text); ok {
			return filled
		}
	}
	return bound.ReplaceAllLiteralString(text, "…")
}

// bound is a figure that a text holds.
var bound = regexp.MustCompile(`\{=?[A-Za-z0-9][^{}\n]*\}`)
