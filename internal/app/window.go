package app

import (
	"errors"
	"fmt"

	"briefing/internal/briefing"
	"briefing/internal/demo"
	"briefing/internal/importer"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// ExampleProject makes the values of the example project.
func ExampleProject() (*project.Project, error) { return demo.Project() }

// FormFor tells whether a form may be made for an audience: the compiler's
// sheet is for the compiler alone.
func FormFor(form string, a briefing.Audience) bool {
	return form != pack.FormCompiler || a == briefing.Compiler
}

// WithUnits gives the options the units of the command line's --unit form.
func (o ImportOptions) WithUnits(s string) (ImportOptions, error) {
	u, err := importer.ParseUnits(s)
	o.Units = u
	return o, err
}

// UnitChoices lists what each choice of units would mean, from the error of an
// import that needs them.
func UnitChoices(err error) []string {
	var n *importer.Needed
	if !errors.As(err, &n) {
		return nil
	}
	var out []string
	for _, c := range n.Implied {
		out = append(out, fmt.Sprintf("%s, %s: %s USD/t", c.Value, c.Weight, c.PerTonne.Round(2)))
	}
	return out
}
