package check

import "briefing/internal/briefing"

// check16: it is told who says what: a quotation has its speaker, the speaker a
// post, and no text hides behind «сообщается» or "reportedly".
func check16() Check { return Check{Number: 16, texts: attribution} }

func attribution(r *reading) []Finding {
	var out []Finding
	for _, m := range r.s.Messages {
		if m.Kind != "quotation" {
			continue
		}
		key := ""
		switch p, known := r.s.Person(m.Speaker); {
		case m.Speaker == "":
			key = "check.16.speaker"
		case !known:
			key = "check.16.unknown"
		case !hasPost(p):
			key = "check.16.post"
		}
		if key != "" {
			out = append(out, Finding{
				Severity: Warning, Ref: m.Ref(), Field: "speaker",
				Evidence: text(key, func(l briefing.Lang) []any { return []any{speakerName(r, m, l)} }),
				Mend:     text(key+".mend", nil),
			})
		}
	}
	for p, s := range r.sentences() {
		if p.quoted {
			continue
		}
		if w, ok := r.said(p.field.Lang, "check.16.words", s); ok {
			out = append(out, r.inText(p, s, Warning, "check.16.text", w))
		}
	}
	return out
}

func hasPost(p *briefing.Person) bool {
	for _, post := range p.Posts {
		if !post.Title.Empty() {
			return true
		}
	}
	return false
}

func speakerName(r *reading, m *briefing.Message, l briefing.Lang) string {
	if p, ok := r.s.Person(m.Speaker); ok {
		return name(p, l)
	}
	return string(m.Speaker)
}
