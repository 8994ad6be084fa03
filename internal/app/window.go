package app

import (
	"briefing/internal/briefing"
	"briefing/internal/demo"
	"briefing/internal/importer"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// ExampleProject makes the values of the example project.
func ExampleProject() (*project.Project, error) { return demo.Project() }

// FormFor tells whether a form may be made for an audience; see pack.For.
func FormFor(form string, a briefing.Audience) bool { return pack.For(form, a) }

// WithUnits gives the options the units of the command line's --unit form.
func (o ImportOptions) WithUnits(s string) (ImportOptions, error) {
	u, err := importer.ParseUnits(s)
	o.Units = u
	return o, err
}
