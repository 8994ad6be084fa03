package check

import (
	"fmt"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check33: every character of what is printed is in the pack's fonts. A draft
// shows □ in its place; on an issue it would be a hole in a name.
func check33() Check { return Check{Number: 33, language: unprintable} }

func unprintable(s *project.Snapshot, o Output) []Finding {
	if o.Prints == nil {
		return nil
	}
	var out []Finding
	for _, desc := range briefing.Descriptions() {
		for _, r := range s.Records(desc.Kind) {
			key, signs := unprintableIn(o, desc.Fields, r)
			for _, l := range desc.Lists {
				for i := range l.Len(r) {
					k, more := unprintableIn(o, l.Fields, l.At(r, i))
					if key == "" && k != "" {
						key = l.Key
					}
					signs = append(signs, more...)
				}
			}
			if len(signs) == 0 {
				continue
			}
			names := namesOf(signs)
			out = append(out, Finding{
				Severity: Blocking, Ref: r.Ref(), Field: key,
				Evidence: text("check.33.evidence", func(l briefing.Lang) []any {
					return []any{strings.Join(names, lang.T(l, "check.join"))}
				}),
				Mend: text("check.33.mend", nil),
			})
		}
	}
	return out
}

// unprintableIn lists the characters of a row's texts that have no glyph, and
// the key of the field where the first of them stands.
func unprintableIn(o Output, fields []briefing.Field, row any) (key string, signs []rune) {
	for _, f := range fields {
		words := f.Type == briefing.LineField || f.Type == briefing.ProseField
		if !words || f.Lang != "" && f.Lang != o.Lang || f.For&briefing.Leader == 0 || !briefing.Prints(row, f) {
			continue
		}
		for _, r := range f.Get(row) {
			if r < 0x7f || o.Prints(r) {
				continue
			}
			if key == "" {
				key = f.Key
			}
			signs = append(signs, r)
		}
	}
	return key, signs
}

// namesOf tells each character once, with its number, by which it can be found
// where no font shows it.
func namesOf(signs []rune) []string {
	slices.Sort(signs)
	var out []string
	for _, r := range slices.Compact(signs) {
		out = append(out, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	return out
}
