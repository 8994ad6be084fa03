package app

import (
	"errors"
	"fmt"
	"os"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/demo"
	"briefing/internal/importer"
	"briefing/internal/pack"
	"briefing/internal/project"
	"briefing/internal/safefile"
)

// OwnMoment asks for the pack's own as-of moment.
func OwnMoment() time.Time { return time.Time{} }

// ExampleProject makes the values of the example project.
func ExampleProject() (*project.Project, error) { return demo.Project() }

// FormFor tells whether a form may be made for an audience: the compiler's
// sheet is for the compiler alone.
func FormFor(form string, a briefing.Audience) bool {
	return form != pack.FormCompiler || a == briefing.Compiler
}

// CreateInPlace is Create at a path where a file dialog has just made an empty
// file, which holds nothing to lose; any other file is refused.
func CreateInPlace(w World, path string, p *project.Project) (*Project, error) {
	if st, err := os.Stat(path); err == nil && st.Mode().IsRegular() && st.Size() == 0 {
		if err := os.Remove(path); err != nil {
			return nil, safefile.Error("make project", path, err)
		}
	}
	return Create(w, path, p)
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
