package cli

import (
	"fmt"

	"briefing/internal/app"
)

// saveRejects writes the rows rejected of a file where they were asked for.
// Those of a second file get a name of their own.
func (c *importCmd) saveRejects(r *run, p *app.Project, in app.Imported, total *report) error {
	if c.Rejects == "" {
		return nil
	}
	paths, err := p.SaveRejects(r.ctx, in, app.FreeName(c.Rejects), r.Lang)
	for _, path := range paths {
		total.Saved = append(total.Saved, path)
		if !c.JSON {
			fmt.Fprintln(r.Out, r.t("import.rejects", path))
		}
	}
	return err
}
