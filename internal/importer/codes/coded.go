package codes

import "strings"

// Coded reads a country whose code and name stand in one cell: «CN-КИТАЙ», «156
// Китай». Letters have to be those of the country that is named.
func Coded(s string) (string, bool) {
	s = strings.TrimSpace(s)
	at := strings.IndexAny(s, " -–—.:")
	if at != 2 && at != 3 {
		return "", false
	}
	code, name := s[:at], strings.TrimLeft(s[at:], " -–—.:")
	c, ok := Name(name)
	if !ok {
		return "", false
	}
	if strings.Trim(code, "0123456789") == "" {
		return c, len(code) == 3 // of which table of numbers nobody knows; the name says it
	}
	by, known := Alpha2(code)
	if !known {
		by, known = Alpha3(code)
	}
	return c, known && by == c
}
