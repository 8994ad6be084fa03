package lang

import (
	"fmt"
	"strconv"

	"briefing/internal/briefing"
)

// Plural is the text of the key in the form that goes with n: key.one,
// key.few, key.many or key.other, by the rules of the language (CLDR). The
// count is the first argument, printed with its digits grouped; args follow
// from %[2] on.
func Plural(l briefing.Lang, key string, n int, args ...any) string {
	s, ok := lookup(l, key+"."+category(l, n))
	if !ok {
		if s, ok = lookup(l, key+".other"); !ok {
			return missing(key)
		}
	}
	return set(s, append([]any{count{l, n}}, args...))
}

// count prints a whole number grouped as the language wants it, whatever the verb.
type count struct {
	l briefing.Lang
	n int
}

// Format implements fmt.Formatter.
func (c count) Format(f fmt.State, _ rune) {
	_, _ = fmt.Fprint(f, digitsOf(fmt.Sprint(c.n)).print(c.l, NumberStyle{Decimals: -1}))
}

// category is the CLDR plural category of a whole number.
func category(l briefing.Lang, n int) string {
	if n < 0 {
		n = -n
	}
	switch l {
	case briefing.ZH:
		return "other"
	case briefing.EN:
		if n == 1 {
			return "one"
		}
		return "other"
	}
	switch tens, ones := n%100, n%10; {
	case ones == 1 && tens != 11:
		return "one"
	case ones >= 2 && ones <= 4 && (tens < 12 || tens > 14):
		return "few"
	}
	return "many"
}

// CountForm is the plural category that a word beside the number takes: "one",
// "few", "many" or "other"; in Russian a fraction is "few", as it takes the
// genitive of two («2,5 рейса»). It is empty where words don't change, and for a
// number too long to count by.
func CountForm(l briefing.Lang, n briefing.Number) string {
	if l == briefing.ZH {
		return ""
	}
	n = n.Abs().Trim(0)
	if n.Scale() > 0 {
		if l == briefing.RU {
			return "few"
		}
		return "other"
	}
	whole, err := strconv.Atoi(n.String())
	if err != nil {
		return ""
	}
	return category(l, whole)
}
