package briefing

import "strings"

// Binding is a figure that a text holds: {fact-id} or {fact-id:form}. Form is
// "value" (without the word of precision), "number", "change" or "period"; ""
// is the whole figure.
type Binding struct {
	Fact ID
	Form string
	// Start and End are the bytes of the text that the figure takes the place of.
	Start, End int
}

// String is the binding as it is written in a text.
func (b Binding) String() string {
	if b.Form == "" {
		return "{" + string(b.Fact) + "}"
	}
	return "{" + string(b.Fact) + ":" + b.Form + "}"
}

// BindingsOf lists the figures of a text in the order they stand. Braces
// around anything but an ID of ASCII letters, digits and _.- are plain text;
// a form that is not known is kept as it is written.
func BindingsOf(s string) []Binding {
	var out []Binding
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '{')
		if i < 0 {
			return out
		}
		start := at + i
		id := span(s[start+1:], func(c byte) bool {
			return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '-'
		})
		at = start + 1 + id
		b := Binding{Fact: ID(s[start+1 : at]), Start: start}
		if at < len(s) && s[at] == ':' {
			form := span(s[at+1:], func(c byte) bool { return c >= 'a' && c <= 'z' })
			b.Form = s[at+1 : at+1+form]
			at += 1 + form
			if form == 0 {
				continue
			}
		}
		if id > 0 && at < len(s) && s[at] == '}' {
			at++
			b.End = at
			out = append(out, b)
		}
	}
}

// span is the number of bytes at the start of s that are in the set.
func span(s string, in func(byte) bool) int {
	n := 0
	for n < len(s) && in(s[n]) {
		n++
	}
	return n
}

// Bindings lists the facts whose figures a text holds, in the order they stand
// and each once.
func Bindings(s string) []ID {
	var ids []ID
	seen := map[ID]bool{}
	for _, b := range BindingsOf(s) {
		if !seen[b.Fact] {
			seen[b.Fact] = true
			ids = append(ids, b.Fact)
		}
	}
	return ids
}
