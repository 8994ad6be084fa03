package briefing

import "strings"

// Binding is a figure that a text holds: {fact-id} or {fact-id:form} of a fact,
// {=key:form} of the observations. The form of a fact's figure is "value"
// (without the word of precision), "number", "change" or "period"; "" is the
// whole figure. Of observations key names what is added up and compared, and
// form the part of what is written of it (package insight); it is never empty.
type Binding struct {
	Fact ID     // "" of a figure of the observations
	Data string // the key of one, "" of a fact's figure
	Form string
	// Start and End are the bytes of the text that the figure takes the place of.
	Start, End int
}

// String is the binding as it is written in a text.
func (b Binding) String() string {
	name := string(b.Fact)
	if b.Data != "" {
		name = "=" + b.Data
	}
	if b.Form == "" {
		return "{" + name + "}"
	}
	return "{" + name + ":" + b.Form + "}"
}

// BindingsOf lists the figures of a text in the order they stand. Braces
// around anything but an ID of ASCII letters, digits and _.- are plain text;
// a form that is not known is kept as it is written. Keys of observations may
// hold / and % too, and are plain text without a form.
func BindingsOf(s string) []Binding {
	var out []Binding
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '{')
		if i < 0 {
			return out
		}
		start := at + i
		at = start + 1
		data := strings.HasPrefix(s[at:], "=")
		if data {
			at++
		}
		name := s[at : at+span(s[at:], func(c byte) bool { return nameByte(c) || data && (c == '/' || c == '%') })]
		at += len(name)
		b := Binding{Fact: ID(name), Start: start}
		if data {
			b.Fact, b.Data = "", name
		}
		if at < len(s) && s[at] == ':' {
			form := span(s[at+1:], func(c byte) bool { return c >= 'a' && c <= 'z' })
			b.Form = s[at+1 : at+1+form]
			at += 1 + form
			if form == 0 {
				continue
			}
		}
		if name != "" && at < len(s) && s[at] == '}' && (!data || b.Form != "") {
			at++
			b.End = at
			out = append(out, b)
		}
	}
}

// Linkable reports whether a text can refer to a fact of this ID.
func Linkable(id ID) bool {
	return id != "" && span(string(id), nameByte) == len(id)
}

// nameByte reports a byte that an ID in a text may hold.
func nameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '-'
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
// and each once; figures of the observations are no fact's.
func Bindings(s string) []ID {
	var ids []ID
	seen := map[ID]bool{}
	for _, b := range BindingsOf(s) {
		if b.Data == "" && !seen[b.Fact] {
			seen[b.Fact] = true
			ids = append(ids, b.Fact)
		}
	}
	return ids
}
