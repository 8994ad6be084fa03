package app

import (
	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// Bindable is a figure that a text can hold: how it is written there, and how
// it is printed in the language of the text.
type Bindable struct {
	Binding string // «{S20}», «{S20:change}»
	Title   string // of the fact
	Printed string
}

// Bindables lists the figures of the facts that print something in the
// language, in the order of the facts: the whole figure, the figure without its
// word of precision where it has one, and the change that its source states.
// What was rejected is left out. Titles are in the language l.
func (p *Project) Bindables(of, l briefing.Lang) []Bindable {
	var out []Bindable
	p.ReadRecords(func(pr *project.Project) {
		d, _ := briefing.Describe(briefing.KindFact)
		for _, f := range pr.Facts {
			c, ok := f.Claim()
			if !ok || f.Status == briefing.Rejected {
				continue
			}
			whole := lang.Bound(of, c, "")
			for _, form := range []string{"", "value", "change"} {
				printed := lang.Bound(of, c, form)
				if printed == "" || form == "value" && printed == whole {
					continue
				}
				b := briefing.Binding{Fact: f.ID, Form: form}
				out = append(out, Bindable{Binding: b.String(), Title: d.Caption(f, l), Printed: printed})
			}
		}
	})
	return out
}
