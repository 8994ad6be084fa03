package app

import (
	"time"

	"briefing/internal/briefing"
	"briefing/internal/insight"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// Bindable is a figure that a text can hold: how it is written there, and how
// it is printed in the language of the text.
type Bindable struct {
	Binding string // «{S20}», «{S20:change}», «{=export/RU/CN/2022:now}»
	Title   string // of the fact, or of what the observations are added up to
	Printed string
	// KeptFrom are the readers of the text who may not see the fact: bound to
	// it, the text would go from their outputs.
	KeptFrom []briefing.Audience
}

// BindingForms lists the forms of a fact's figure in the order they are offered.
func BindingForms() []string { return []string{"", "value", "number", "change", "period"} }

// Bindables lists the figures that a text field of a record can hold and that
// print something in its language: of the facts, in their order, the whole
// figure, the figure without its word of precision, the number alone, the change
// that its source states, and the period; then those of the observations that
// texts of the project hold already. Forms that print alike are listed once, and
// what was rejected is left out. Titles are in the language l.
func (p *Project) Bindables(r briefing.Record, field briefing.Field, l briefing.Lang) []Bindable {
	var out []Bindable
	data := map[string]bool{}
	p.ReadRecords(func(pr *project.Project) {
		d, _ := briefing.Describe(briefing.KindFact)
		for _, f := range pr.Facts {
			c, ok := f.Claim()
			if !ok || f.Status == briefing.Rejected {
				continue
			}
			kept := pr.KeptFrom(f, r, field)
			seen := map[string]bool{}
			for _, form := range BindingForms() {
				printed := lang.Bound(field.Lang, c, form)
				if printed == "" || seen[printed] {
					continue
				}
				seen[printed] = true
				b := briefing.Binding{Fact: f.ID, Form: form}
				out = append(out, Bindable{Binding: b.String(), Title: d.Caption(f, l), Printed: printed, KeptFrom: kept})
			}
		}
		data = boundData(pr)
	})
	if len(data) == 0 {
		return out
	}
	return append(out, p.bindableData(data, field.Lang, l)...)
}

// bindableData lists the pieces of what the texts hold of the observations.
func (p *Project) bindableData(data map[string]bool, of, l briefing.Lang) []Bindable {
	src := insightSource(p.Snapshot(time.Time{}, briefing.Leader))
	var out []Bindable
	for _, k := range keysOf(data) {
		subject, ok, err := src.Subject(k)
		if err != nil || !ok {
			continue
		}
		for _, s := range insight.Write(subject) {
			for _, piece := range s.Pieces {
				if text := piece.Text.In(of); text != "" {
					b := briefing.Binding{Data: k.String(), Form: piece.Form}
					out = append(out, Bindable{Binding: b.String(), Title: insight.Heading(subject).In(l), Printed: text})
				}
			}
		}
	}
	return out
}
