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
	for _, m := range briefing.BindingsOf(s) {
		f, found := b.s.Fact(m.Fact)
		if !found || !b.inPack(f) && b.o.Form != FormCompiler {
			return nil, false
		}
		text := b.figureText(f, m.Form)
		if text == "" {
			return nil, false
		}
		if m.Start > at {
			runs = append(runs, document.Run{Text: s[at:m.Start]})
		}
		ref := f.Ref()
		runs = append(runs, document.Run{Text: text, Origin: &ref})
		at = m.End
	}
	if at < len(s) {
		runs = append(runs, document.Run{Text: s[at:]})
	}
	return runs, true
}

// boundText is bound as plain text, empty when it can't be printed.
func (b *builder) boundText(t briefing.Text) string {
	runs, ok := b.bound(t.In(b.l))
	if !ok {
		return ""
	}
	return runText(runs)
}

// figureText prints a fact's figure: "" whole with its word of precision,
// "value" without the word, "number" the number alone, "change" the change
// that the source states.
func (b *builder) figureText(f *briefing.Fact, form string) string {
	c, ok := f.Claim()
	if !ok {
		return ""
	}
	p := lang.FigureParts(b.l, c.Figure)
	switch form {
	case "number":
		return p.Number
	case "value":
		c.Figure.Precision = briefing.Exact
		return lang.Figure(b.l, c.Figure)
	case "change":
		return b.changeText(c)
	case "period":
		return lang.Period(b.l, c.Period)
	}
	return lang.Figure(b.l, c.Figure)
}

// changeText is the stated change, «+29,3 %», 增长29.3%; empty when none is
// stated.
func (b *builder) changeText(c briefing.Claim) string {
	if !c.Change.Valid {
		return ""
	}
	if c.ChangeUnit == "pp" {
		return lang.Number(b.l, c.Change.Decimal, lang.NumberStyle{Decimals: -1, Signed: true}) + "\u00a0" + lang.Unit(b.l, "pp")
	}
	key := "change.up"
	if c.Change.Decimal.IsNeg() {
		key = "change.down"
	}
	return b.t(key, lang.Percent(b.l, c.Change.Decimal.Abs(), -1, false))
}
