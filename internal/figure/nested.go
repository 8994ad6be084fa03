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

// CountsTwice reports whether a sum of the rows that the filter lets through
// would count goods twice: codes among them hold one another, or all goods stand
// beside some. Codes of several lengths alone do not.
func (s *Set) CountsTwice(f Filter) (bool, error) {
	groups, err := s.Aggregate(f, []Dimension{"code"})
	if err != nil {
		return false, err
	}
	codes := make([]string, len(groups))
	for i, g := range groups { // in order: a code comes once for each split
		codes[i] = g.Keys[0]
	}
	codes = slices.Compact(codes)
	return Nested(codes) || len(codes) > 1 && slices.Contains(codes, TotalCode), nil
}
