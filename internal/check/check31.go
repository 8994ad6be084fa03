package check

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/project"
)

// check31: there are copies for all addressees, the number of a copy is one of
// them, and a restricted pack has its copies counted.
func check31() Check { return Check{Number: 31, data: copiesAndAddressees} }

func copiesAndAddressees(s *project.Snapshot) []Finding {
	p := &s.Pack
	var out []Finding
	add := func(field, key string, args ...any) {
		out = append(out, Finding{
			Severity: Warning, Ref: p.Ref(), Field: field,
			Evidence: text(key, func(briefing.Lang) []any { return args }), Mend: text(key+".mend", nil),
		})
	}
	if n := max(addressees(p.ForWhom), len(p.Addressees)); p.Copies > 0 && n > p.Copies {
		add("copies", "check.31.short", p.Copies, n)
	}
	switch {
	case p.Copies > 0 && p.Copy > p.Copies:
		add("copy", "check.31.beyond", p.Copy, p.Copies)
	case p.Copies < 0 || p.Copy < 0:
		add("copies", "check.31.negative")
	case p.Restricted && p.Copies == 0:
		add("copies", "check.31.uncounted")
	}
	return out
}

// addressees counts those that the pack is meant for: a line or an item each,
// by the language that names most.
func addressees(t briefing.Text) int {
	most := 0
	for _, l := range briefing.Langs() {
		n := 0
		for _, item := range strings.FieldsFunc(t.In(l), func(r rune) bool { return r == '\n' || r == ';' || r == '；' }) {
			if strings.TrimSpace(item) != "" {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}
