package pack

import (
	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// bound turns a text with figures {fact-id} into runs. ok is false when a
// figure it names is not in this snapshot: then the text would say what the
// reader must not see, or nothing at all, and is left out whole.
func (b *builder) bound(s string) (runs []document.Run, ok bool) {
	at := 0
	bindings := briefing.BindingsOf(s)
	for _, m := range bindings {
		if m.Data != "" {
			text, ok := b.computed(m)
			if !ok && !b.lenient {
				return nil, false
			}
			if m.Start > at {
				runs = append(runs, document.Run{Text: s[at:m.Start]})
			}
			runs = append(runs, held(text, s[m.Start:m.End], ok))
			at = m.End
			continue
		}
		f, found := b.s.Fact(m.Fact)
		text := ""
		if found && (b.inPack(f) || b.o.Form == FormCompiler) {
			text = b.figureText(f, m.Form)
		}
		if text == "" && !b.lenient {
			return nil, false
		}
		if m.Start > at {
			runs = append(runs, document.Run{Text: s[at:m.Start]})
		}
		ref := briefing.Ref{Kind: briefing.KindFact, ID: m.Fact}
		run := held(text, s[m.Start:m.End], text != "")
		run.Origin = &ref
		runs = append(runs, run)
		at = m.End
	}
	if at < len(s) {
		runs = append(runs, document.Run{Text: s[at:]})
	}
	for _, m := range bindings {
		if b.lenient { // nothing is printed, so nothing is told in an annex
			break
		}
		b.standsOn(m)
	}
	return runs, true
}

// held is the run of a figure; one that can't be printed stays as it is written.
func held(text, written string, ok bool) document.Run {
	if !ok {
		return document.Run{Text: written, Tone: document.Bad, Bound: written}
	}
	return document.Run{Text: text, Bound: written}
}

// computed prints what a text holds of the observations.
func (b *builder) computed(m briefing.Binding) (string, bool) {
	if b.s.Computed == nil {
		return "", false
	}
	return b.s.Computed.Print(m, b.l)
}

// boundText is bound as plain text, empty when it can't be printed.
func (b *builder) boundText(t briefing.Text) string {
	runs, ok := b.bound(b.in(t))
	if !ok {
		return ""
	}
	return document.RunsText(runs)
}

// figureText prints a fact's figure in the form of a binding; see lang.Bound.
// Where no claim is chosen it prints what each of them states.
func (b *builder) figureText(f *briefing.Fact, form string) string {
	if f.Contested() {
		return b.claimsText(f, func(c briefing.Claim) string { return lang.Bound(b.l, c, form) })
	}
	c, ok := f.Claim()
	if !ok {
		return ""
	}
	return first(lang.Bound(b.l, c, form), b.figureWords(c, form))
}

// figureWords are those of a figure that the source gives in words.
func (b *builder) figureWords(c briefing.Claim, form string) string {
	if form == "" || form == "value" {
		return b.in(c.Figure.Words)
	}
	return ""
}
