package cli

import (
	"fmt"

	"briefing/internal/app"
)

// changed is a record that an import would add or change.
type changed struct {
	Kind    string         `json:"kind"`
	ID      string         `json:"id"`
	Caption string         `json:"caption"`
	New     bool           `json:"new"`
	Gone    bool           `json:"gone,omitempty"`   // its row was taken out of a workbook of ours; it stays
	Fields  []changedField `json:"fields,omitempty"` // of a record that is there
}

type changedField struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

// recordChanges lists what an import would change in records, in words too
// where they are wanted.
func (r *run) recordChanges(p *app.Project, in app.Imported, words bool) []changed {
	var out []changed
	for _, d := range p.RecordChanges(in, r.Lang) {
		c := changed{Kind: string(d.Ref.Kind), ID: string(d.Ref.ID), Caption: d.Caption, New: d.Added, Gone: d.Gone}
		if words && d.Gone {
			fmt.Fprintln(r.Out, r.t("import.record.gone", d.Caption, d.Sheet))
		}
		if words && d.Added {
			fmt.Fprintln(r.Out, r.t("import.record.new", d.Caption))
		}
		for _, f := range d.Fields {
			if d.Added {
				break // all of them are new
			}
			c.Fields = append(c.Fields, changedField{f.Key, f.Old, f.New})
			if words {
				fmt.Fprintln(r.Out, r.t("import.record.changed", d.Caption, f.Label, f.Old, f.New))
			}
		}
		out = append(out, c)
	}
	return out
}
