package cli

import (
	"fmt"

	"briefing/internal/briefing"
)

type groupsCmd struct {
	File string `arg:""`
	Add  bool
}

// Run adds the groups that are shipped, when asked to, and tells what is worth
// knowing of the project's sets.
func (c *groupsCmd) Run(r *run) error {
	p, err := r.open(c.File, c.Add)
	if err != nil {
		return err
	}
	if c.Add {
		n, err := p.AddAgroExport()
		if err != nil {
			_ = p.Close() // nothing was changed
			return err
		}
		fmt.Fprintln(r.Out, r.t("groups.added", n))
	}
	for _, set := range p.GroupSets(briefing.RU) {
		for _, note := range p.GroupNotes(set, r.Lang) {
			fmt.Fprintln(r.Out, note)
		}
	}
	return p.Close()
}
