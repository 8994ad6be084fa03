package check

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// check28: what is to be said holds no figure that is for reference or
// internal, and its use is stated. Interpreter and partner would not get such a
// message at all. Of the partner's documents it is told what they lack, since its
// source may not be named to him or its order of use is not stated, and which
// numbers typed in them are figures that he is not given.
func check28() Check { return Check{Number: 28, data: notToBeSaid, handed: handedOver} }

func handedOver(all, s *project.Snapshot) []Finding {
	if s.Audience != briefing.Partner {
		return nil
	}
	return slices.Concat(unkinded(all, s), notTold(all, s), typedWithheld(all, s))
}

// unkinded tells of each source of which it isn't said what it is how much of the
// pack the partner has not for that: one word mends all of it, so it is told once.
func unkinded(all, s *project.Snapshot) []Finding {
	lost := map[briefing.ID]int{}
	for _, h := range s.Held {
		if ofNoKind(all, h) && h.Pack {
			lost[h.Source]++
		}
	}
	var out []Finding
	for _, src := range all.Sources {
		n := lost[src.ID]
		if n == 0 {
			continue
		}
		out = append(out, Finding{
			Severity: Warning, Ref: src.Ref(), Field: "kind",
			Evidence: text("check.28.unkinded", func(briefing.Lang) []any { return []any{n} }),
			Mend:     text("check.28.unkinded.mend", nil),
		})
	}
	return out
}

// ofNoKind reports whether something was kept from the partner for a source of
// which nobody said what it is.
func ofNoKind(all *project.Snapshot, h project.Held) bool {
	src, ok := all.Source(h.Source)
	return ok && h.Why == project.NotForReader && src.Kind == ""
}

func notTold(all, s *project.Snapshot) []Finding {
	var out []Finding
	rowed := all.Figures.Imports()
	for _, h := range s.Held {
		if h.Ref.Kind == briefing.KindImport && !slices.Contains(rowed, h.Ref.ID) {
			continue // it brought records: there are no rows that he could lack
		}
		if ofNoKind(all, h) && (!h.Part || !h.Chosen) { // told of its source
			continue
		}
		key, field := lacks(h)
		if key == "" {
			key, field = unstated(all, h)
		}
		if key == "" {
			continue
		}
		severity, rows := Warning, h.Rows
		if rows > 0 || h.Ref.Kind == briefing.KindFact && field == "use" {
			severity = Note
		}
		out = append(out, Finding{
			Severity: severity, Ref: h.Ref, Field: field,
			Evidence: text(key, func(briefing.Lang) []any {
				if rows > 0 {
					return []any{rows}
				}
				return nil
			}), Mend: text(key+".mend", nil),
		})
	}
	return out
}

// unstated is the same of what was kept from him though nobody chose that: its
// order of use was never stated, or the words are of one who is kept from him.
// Texts to be said are told in the first pass.
func unstated(all *project.Snapshot, h project.Held) (key, field string) {
	r, ok := all.Get(h.Ref)
	if !ok || h.Why != project.NotForReader || h.Part || !h.Pack || h.Source != "" {
		return "", ""
	}
	m, isMessage := r.(*briefing.Message)
	d, _ := briefing.Describe(h.Ref.Kind)
	use, ok := d.Field("use")
	switch {
	case !ok:
	case isMessage && m.Kind == "quotation" && m.Use == briefing.Aloud:
		return "check.28.speaker", "speaker"
	case isMessage && m.Kind != "key-message":
	case use.Get(r) == "":
		return "check.28.no_use", "use"
	}
	return "", ""
}

// lacks is what is said of what was kept from the partner, and of which field;
// nothing of what was kept by its order of use, as somebody chose.
func lacks(h project.Held) (key, field string) {
	switch {
	case h.Why == project.BoundToHeld && h.Field != "":
		return "check.28.bound", h.Field
	case h.Why == project.BoundToHeld && h.Ref.Kind == briefing.KindMessage:
		return "check.28.bound", "body"
	case h.Why != project.NotForReader:
	case h.Ref.Kind == briefing.KindImport && h.Part:
		return "check.28.third", "source"
	case h.Ref.Kind == briefing.KindImport && h.Source == "":
		return "check.28.unsourced", "source"
	case h.Ref.Kind == briefing.KindImport:
		return "check.28.rows", "source"
	case h.Ref.Kind != briefing.KindFact && h.Source != "" && !h.Part:
		return "check.28.inside", "sources"
	case h.Ref.Kind != briefing.KindFact || h.Source == "":
	case !h.Part && h.Claim == "":
		return "check.28.computed", "parents"
	case !h.Part:
		return "check.28.fact", "claims"
	case h.Chosen:
		return "check.28.claim", "claims"
	}
	return "", ""
}

func notToBeSaid(s *project.Snapshot) []Finding {
	if s.Audience == briefing.Partner { // who is not told of the use
		return nil
	}
	var out []Finding
	spoken := []string{"talking-point", "press-line", "quotation"}
	for _, m := range s.Messages {
		if m.Use == "" && slices.Contains(spoken, m.Kind) {
			out = append(out, Finding{
				Severity: Warning, Ref: m.Ref(), Field: "use",
				Evidence: text("check.28.unstated", nil), Mend: text("check.28.unstated.mend", nil),
			})
		}
		if m.Use != briefing.Aloud || !slices.Contains(spoken, m.Kind) {
			continue
		}
		for _, id := range project.MessageBindings(m) {
			f, ok := s.Fact(id)
			if !ok || f.Use == briefing.Aloud {
				continue
			}
			key, severity := "check.28.evidence", Warning
			switch f.Use {
			case "":
				key = "check.28.figure_unstated"
			case briefing.Internal: // it would be read out
				severity = Blocking
			}
			out = append(out, Finding{
				Severity: severity, Ref: m.Ref(), Field: "body",
				Evidence: text(key, func(l briefing.Lang) []any {
					said := variants(l, f.Printed())
					if f.Use == "" {
						return []any{said}
					}
					return []any{said, lang.Enum(l, "use", string(f.Use))}
				}),
				Mend: text("check.28.mend", nil),
			})
		}
	}
	return out
}
