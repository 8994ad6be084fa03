package cli

import (
	"fmt"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/lang"
)

type doctorCmd struct {
	File   string `arg:""`
	Repair string `placeholder:"OUT"`
	JSON   bool   `name:"json"`
}

// Run ends with 0 when the file is sound or nothing of it is lost in the new
// one, else with 1.
func (c *doctorCmd) Run(r *run) error {
	var found *app.Diagnosis
	var repair *app.Repair
	var err error
	if c.Repair == "" {
		found, err = app.Examine(r.ctx, r.World, c.File)
	} else if repair, err = app.Recover(r.ctx, r.World, c.File, c.Repair); err == nil {
		found = &repair.Diagnosis
	}
	if err != nil {
		return err
	}
	if c.JSON {
		err = printJSON(r, c.object(found, repair))
	} else {
		c.tell(r, found, repair)
	}
	whole := found.Sound()
	if repair != nil {
		whole = repair.Actual.Complete()
	}
	if err == nil && !whole {
		return exit(ExitFailed)
	}
	return err
}

func (c *doctorCmd) tell(r *run, found *app.Diagnosis, repair *app.Repair) {
	for _, line := range app.TellDiagnosis(r.Lang, c.File, found) {
		fmt.Fprintln(r.Out, line)
	}
	switch {
	case repair != nil:
		for _, line := range app.TellRepair(r.Lang, c.Repair, repair) {
			fmt.Fprintln(r.Out, line)
		}
	case !found.Sound():
		fmt.Fprintln(r.Err, lang.T(r.Lang, "doctor.advice", c.File))
	}
}

func (c *doctorCmd) object(found *app.Diagnosis, repair *app.Repair) object {
	var o object
	o.put("sound", found.Sound())
	if found.Refusal != nil {
		o.put("error", briefing.CodeOf(found.Refusal))
	}
	o.put("pages", found.Pages)
	o.put("badPages", found.BadPages)
	o.put("records", found.Records)
	o.put("figures", found.Figures)
	o.put("actions", found.Actions)
	damages := []object{}
	for _, d := range found.Damages {
		var x object
		x.put("what", d.What)
		for _, f := range [][2]string{{"table", d.Table}, {"id", string(d.Record)}, {"field", d.Field}, {"text", d.Text}} {
			if f[1] != "" {
				x.put(f[0], f[1])
			}
		}
		if d.Count > 0 {
			x.put("count", d.Count)
		}
		damages = append(damages, x)
	}
	o.put("damages", damages)
	c.around(&o, found)
	if repair != nil {
		var x object
		x.put("from", repair.From)
		x.put("records", repair.Actual.Records)
		x.put("figures", repair.Actual.Figures)
		x.put("complete", repair.Actual.Complete())
		o.put("repaired", x)
	}
	return o
}

// around adds what belongs to the file on this machine.
func (c *doctorCmd) around(o *object, found *app.Diagnosis) {
	if w := found.Work; w != nil {
		var x object
		x.put("folder", w.Dir)
		x.put("actions", w.Actions)
		x.put("sound", w.Sound)
		x.put("follows", w.Follows)
		o.put("work", x)
	}
	if h := found.Holder; h != nil {
		var x object
		x.put("user", h.User)
		x.put("host", h.Host)
		x.put("since", h.Since)
		x.put("running", found.Running)
		o.put("lock", x)
	}
	backups := []object{}
	for _, b := range found.Backups {
		var x object
		x.put("path", b.Path)
		x.put("at", b.At)
		x.put("bytes", b.Size)
		backups = append(backups, x)
	}
	o.put("backups", backups)
	if len(found.Aside) > 0 {
		o.put("aside", found.Aside)
	}
}
