package check

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check08: nothing in the pack was published after its moment, and what has
// no date, or no hour on the day of the moment, is known to have none.
func check08() Check { return Check{Number: 8, data: publishedLater} }

func publishedLater(s *project.Snapshot) []Finding {
	if s.AsOf.IsZero() {
		return nil
	}
	var out []Finding
	for _, h := range s.Held {
		if h.Rows > 0 && h.Why == project.AfterMoment {
			out = append(out, Finding{
				Severity: Warning, Ref: h.Ref,
				Evidence: text("check.08.rows", func(l briefing.Lang) []any {
					return []any{lang.Plural(l, "check.08.count", h.Rows), lang.Moment(l, s.AsOf)}
				}),
				Mend: text("check.08.rows.mend", nil),
			})
			continue
		}
		if h.Why != project.AfterMoment || !h.Pack || h.Ref.Kind == briefing.KindSource || h.Ref.Kind == briefing.KindImport {
			continue
		}
		if h.Ref.Kind == briefing.KindPack {
			out = append(out, Finding{
				Severity: Warning, Ref: h.Ref, Field: h.Field + "_ru",
				Evidence: text("check.08.lead", func(l briefing.Lang) []any { return []any{lang.Moment(l, s.AsOf)} }),
				Mend:     text("check.08.lead.mend", nil),
			})
			continue
		}
		if h.Part && !h.Chosen {
			continue // the record stands on other sources
		}
		out = append(out, late(s, h))
	}
	for _, src := range s.Sources {
		if !s.InPack(src.Ref()) || src.Published.Against(s.AsOf) != briefing.Unknown {
			continue
		}
		key := "check.08.no-hour"
		if src.Published == "" {
			key = "check.08.undated"
		}
		out = append(out, Finding{
			Severity: Warning, Ref: src.Ref(), Field: "published",
			Evidence: text(key, func(l briefing.Lang) []any { return []any{name(src, l), lang.Stamp(l, src.Published)} }),
			Mend:     text(key+".mend", nil),
		})
	}
	return out
}

func late(s *project.Snapshot, h project.Held) Finding {
	key, field := "check.08.later", "sources"
	if h.Ref.Kind == briefing.KindFact {
		field = "claims"
	}
	if h.Source == "" {
		key, field = "check.08.derived", "parents"
		if h.Ref.Kind == briefing.KindMessage {
			key, field = "check.08.message", "published"
		}
	}
	return Finding{
		Ref: h.Ref, Field: field,
		Evidence: text(key, func(l briefing.Lang) []any {
			src, published := string(h.Source), briefing.Stamp("")
			if found, ok := s.Source(h.Source); ok {
				src, published = name(found, l), found.Published
			}
			return []any{src, lang.Stamp(l, published), lang.Moment(l, s.AsOf)}
		}),
		Mend: text("check.08.later.mend", nil),
	}
}

// titled is how a finding about something else speaks of a record: by its name in
// quotation marks. Keys are the program's own, and nobody knows a record by one.
func titled(r briefing.Record, l briefing.Lang) string {
	return lang.T(l, "check.titled", strings.TrimRight(name(r, l), "."))
}

// name is the caption of a record in the language, its ID when it has none.
func name(r briefing.Record, l briefing.Lang) string {
	d, ok := briefing.Describe(r.Ref().Kind)
	if ok {
		if c := d.Line(r, l); c != "" {
			return c
		}
	}
	return string(r.Ref().ID)
}
