package figure

import (
	"slices"
	"strings"
)

// Nested reports whether one of the codes, which are in order, holds another:
// 0203 holds 0203299000. Hidden codes and the total of all goods are no codes.
func Nested(codes []string) bool {
	last := ""
	for _, code := range codes { // what a code holds follows it
		if code == HiddenCode || code == TotalCode || code == "" {
			continue
		}
		if last != "" && strings.HasPrefix(code, last) {
			return true
		}
		last = code
	}
	return false
}

// Unlike reports whether sums of the one codes and of the other, which are in
// order, are not of the same goods though they seem to be: a code of the one
// holds a code of the other. A total stands against goods in the same way.
// Codes that both have are alike.
func Unlike(a, b []string) bool {
	if slices.Contains(a, TotalCode) != slices.Contains(b, TotalCode) {
		return true
	}
	return holdsAny(a, b) || holdsAny(b, a)
}

// holdsAny reports whether one of the codes holds one of those below.
func holdsAny(above, below []string) bool {
	for _, c := range below {
		if c == HiddenCode || c == TotalCode {
			continue
		}
		if _, both := slices.BinarySearch(above, c); both {
			continue
		}
		for n := len(c) - 1; n > 0; n-- {
			if _, ok := slices.BinarySearch(above, c[:n]); ok {
				return true
			}
		}
	}
	return false
}
