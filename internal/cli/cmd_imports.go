package cli

import (
	"errors"
	"fmt"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/lang"
)

type importsCmd struct {
	File   string `arg:""`
	Remove string `placeholder:"ID"`
	JSON   bool   `name:"json"`
}

// Run lists the imports with what the project holds of each, after it has
// taken one out where that was asked for.
func (c *importsCmd) Run(r *run) error {
	p, err := r.open(c.File, c.Remove != "")
	if err != nil {
		return err
	}
	if c.Remove != "" {
		if err := c.remove(r, p); err != nil {
			return errors.Join(err, p.Close())
		}
	}
	list := p.Imports()
	if err := p.Close(); err != nil {
		return err
	}
	if c.JSON {
		return printJSON(r, importObjects(list))
	}
	for _, i := range list {
		fmt.Fprintln(r.Out, r.t("imports.line", i.ID, lang.Stamp(r.Lang, i.Moment), i.File, i.Read, i.Stored, i.SetAside, i.Rejected, i.Rows))
	}
	return nil
}

func (c *importsCmd) remove(r *run, p *app.Project) error {
	id := briefing.ID(c.Remove)
	for _, i := range p.Imports() {
		if i.ID == id {
			if err := p.RemoveImport(id); err != nil {
				return err
			}
			r.say("imports.removed", i.File, i.Rows)
			return nil
		}
	}
	return p.RemoveImport(id) // which tells that there is none
}

func importObjects(list []app.HeldImport) []object {
	out := []object{}
	for _, i := range list {
		o := object{}
		o.put("id", i.ID)
		o.put("file", i.File)
		o.put("sha256", i.Hash)
		o.put("profile", i.Profile)
		o.put("units", i.Units)
		o.put("moment", i.Moment)
		o.put("by", i.By)
		o.put("source", i.Source)
		o.put("read", i.Read)
		o.put("stored", i.Stored)
		o.put("setAside", i.SetAside)
		o.put("rejected", i.Rejected)
		o.put("rows", i.Rows)
		o.put("note", i.Note.Any(briefing.RU))
		out = append(out, o)
	}
	return out
}
