package app

import "regexp"

// Says is a line of words as it is printed: with the numbers that are bound in it.
// The standing may be nil.
func (s *Standing) Says(text string) string {
	if s == nil {
		return said(text, nil)
	}
	return said(text, s.fill)
}

// said is a line of words with the numbers that are bound in it, as far as fill,
// which may be nil, knows them. Of one that isn't there an ellipsis is left: what
// stands in braces is for the program.
func said(text string, fill func(string) (string, bool)) string {
	if !bound.MatchString(text) {
		return text
	}
	if fill != nil {
		if filled, ok := fill(text); ok {
			return filled
		}
	}
	return bound.ReplaceAllLiteralString(text, "…")
}

// bound is a figure that a text holds.
var bound = regexp.MustCompile(`\{=?[A-Za-z0-9][^{}\n]*\}`)
