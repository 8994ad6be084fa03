package check

import (
	"regexp"
	"strings"

	"briefing/internal/briefing"
)

// rawMark is what a writer of a text meant for a figure or a footnote and what
// the page would show as it was typed: braces around anything, closed or not,
// and the footnote mark of other programs, «[^1]». The number of a source, «[6]»,
// reads well today, and names another source when the register changes.
var rawMark = regexp.MustCompile(`\{[^{}\n]*\}|\{[^{}\s]*|\[\^[^\]\n]*\]|\[\p{L}?\d{1,3}\]`)

// othersWords are the kinds whose texts are copied from elsewhere: braces in
// the title of a source are the publisher's.
func othersWords(k briefing.Kind) bool {
	return k == briefing.KindSource || k == briefing.KindCommodity
}

// rawMarks lists such marks of a text, bindings excepted, in their order.
func rawMarks(s string) []string {
	if strings.IndexByte(s, '{') < 0 && strings.IndexByte(s, '[') < 0 {
		return nil
	}
	var rest strings.Builder
	at := 0
	for _, b := range briefing.BindingsOf(s) {
		rest.WriteString(s[at:b.Start] + "\n") // so that nothing joins over it
		at = b.End
	}
	rest.WriteString(s[at:])
	return rawMark.FindAllString(rest.String(), -1)
}

// lookForMarks tells each mark of a text once a record, as it was typed.
func (m *missing) lookForMarks(field briefing.Field, typed string) {
	if othersWords(m.r.Ref().Kind) {
		return
	}
	for _, mark := range rawMarks(typed) {
		if m.seen[mark] {
			continue
		}
		m.seen[mark] = true
		key, severity := "check.34.raw", Blocking
		switch {
		case strings.HasPrefix(mark, "[^"):
			key = "check.34.footnote"
		case strings.HasPrefix(mark, "["):
			key, severity = "check.34.number", Warning
		}
		m.out = append(m.out, Finding{
			Severity: severity, Ref: m.r.Ref(), Field: field.Key,
			Evidence: text(key, func(briefing.Lang) []any { return []any{mark, shorten(typed)} }),
			Mend:     text(key+".mend", nil),
		})
	}
}
