package figure

import "strings"

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
