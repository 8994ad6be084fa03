package check

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
	"briefing/internal/project"
)

// Numbers of texts that the other side is not given: our goals, red lines, what we
// think that it wants. They are the most delicate ones of a pack, and no fact holds
// them.

// secret is a number of a text that a reader has not.
type secret struct {
	shownQuantity
	lang    briefing.Lang
	title   string
	subject subject
}

// withheldTexts are the numbers with a unit in the messages that the reader has
// not, for another reason than the moment.
func withheldTexts(all, s *project.Snapshot) []secret {
	later := map[briefing.Ref]bool{}
	for _, h := range s.Held {
		if h.Why == project.AfterMoment || h.Why == project.ForAddendum {
			later[h.Ref] = true
		}
	}
	kept := project.Snapshot{Project: &project.Project{}}
	for _, m := range all.Messages {
		if _, given := s.Get(m.Ref()); !given && !later[m.Ref()] {
			kept.Messages = append(kept.Messages, m)
		}
	}
	if len(kept.Messages) == 0 {
		return nil
	}
	var out []secret
	for _, p := range read(&kept).passages {
		m, ok := p.record.(*briefing.Message)
		if !ok { // the pack itself
			continue
		}
		title := shorten(m.Title.Any(p.field.Lang))
		if title == "" {
			title = shorten(p.text)
		}
		for _, q := range append(quantitiesOf(p), amountsInWords(p)...) {
			if q.Base != "" && q.Base != "hour" && q.Base != "day" {
				out = append(out, secret{q, p.field.Lang, title, subjectOf(p.field.Lang, prose.Read(q.in.text))})
			}
		}
	}
	return out
}

// saidElsewhere tells a number of a reader's text that a text he has not got tells
// of the same. Languages can't be compared by their words: there a number below ten is none.
func saidElsewhere(p *passage, q shownQuantity, secrets []secret) []Finding {
	if q.Base == "" {
		return nil
	}
	own := subjectOf(p.field.Lang, prose.Read(q.in.text))
	for _, x := range secrets {
		if !sameQuantity(q.Quantity, x.Quantity) {
			continue
		}
		if n, _ := own.shares(x.subject); x.lang == p.field.Lang && n == 0 || x.lang != p.field.Lang && q.Number.Abs().Cmp(briefing.Whole(10)) < 0 {
			continue
		}
		return []Finding{{
			Severity: Warning, Ref: p.record.Ref(), Field: p.field.Key,
			Evidence: text("check.28.text", func(l briefing.Lang) []any {
				return []any{q.text, lang.T(l, "check.language."+string(p.field.Lang)), x.title}
			}),
			Mend: text("check.28.text.mend", nil),
		}}
	}
	return nil
}
