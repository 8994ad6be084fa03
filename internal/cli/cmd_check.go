package cli

import (
	"fmt"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/lang"
	"briefing/internal/routine"
)

type checkCmd struct {
	File        string `arg:""`
	AsOf        string `placeholder:"T"`
	Audience    string `placeholder:"leader"`
	Lang        string `placeholder:"ru"`
	Mend        bool
	Accept      []string `placeholder:"SIGN"`
	Reason      string   `placeholder:"TEXT"`
	By          string   `placeholder:"NAME"`
	TakeBack    []string `placeholder:"SIGN"`
	Acceptances bool
	JSON        bool `name:"json"`
}

func (c *checkCmd) Run(r *run) error {
	if err := c.sound(r); err != nil {
		return err
	}
	write := c.Mend || len(c.Accept)+len(c.TakeBack) > 0
	routine.Go(app.ReadyChecks, nil) // checks do not depend on it
	p, err := r.open(c.File, write)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // opened for reading, or saved
	at, err := asOf(r.Lang, c.AsOf, p)
	if err != nil {
		return err
	}
	if c.Mend {
		if err := mendAll(r, p, at); err != nil {
			return err
		}
	}
	findings, err := c.decide(r, p, at)
	if err != nil {
		return err
	}
	if c.Acceptances {
		return listAcceptances(r, p.Acceptances(findings), c.JSON)
	}
	if c.JSON {
		objects := []object{}
		for _, f := range findings {
			objects = append(objects, findingObject(r, f))
		}
		if err := printJSON(r, objects); err != nil {
			return err
		}
	} else {
		for _, f := range findings {
			printFinding(r, f)
		}
		n := app.Tally(findings)
		r.say("check.count", n.Blocking, n.Remarks, n.Notes, n.Accepted)
	}
	if len(app.Blocking(findings)) > 0 {
		return exit(ExitBlocking)
	}
	return nil
}

func findingObject(r *run, f check.Finding) object {
	o := object{}
	o.put("check", f.Number)
	o.put("severity", f.Severity.String())
	o.put("inPack", f.InPack)
	o.put("kind", f.Ref.Kind)
	o.put("id", f.Ref.ID)
	o.put("field", f.Field)
	o.put("evidence", f.Evidence.Any(r.Lang))
	o.put("mend", f.Mend.Any(r.Lang))
	if f.Repair.Any() {
		o.put("repair", repairOf(f))
	}
	o.put("sign", f.Print)
	if f.Severity == check.Accepted {
		o.put("weighed", f.Weight().String())
		o.put("accepted", acceptanceObject(f.Acceptance, r.Lang))
	}
	if f.Lapsed.ID != "" {
		o.put("acceptedBefore", acceptanceObject(f.Lapsed, r.Lang))
	}
	if key := f.Barred(); key != "" {
		o.put("notAcceptable", lang.T(r.Lang, key))
	}
	return o
}

// mendAll makes the mends that need no thought, tells them and saves.
func mendAll(r *run, p *app.Project, asOf time.Time) error {
	made, err := p.MendAll(asOf)
	if err != nil {
		return err
	}
	texts := 0
	for _, f := range made {
		for _, m := range app.MendedBy(f.Repair) {
			texts++
			r.say("check.mended", fmt.Sprintf("%02d", f.Number), string(f.Ref.Kind)+" "+string(f.Ref.ID), string(m.Lang), m.Old, m.New)
		}
	}
	r.say("check.mends", texts)
	if len(made) == 0 {
		return nil
	}
	return p.Save()
}

// repairOf lists the texts that a mend would change, whole.
func repairOf(f check.Finding) []object {
	var out []object
	for _, l := range briefing.Langs() {
		if f.Repair.Old.In(l) == f.Repair.New.In(l) {
			continue
		}
		o := object{}
		o.put("language", l)
		o.put("old", f.Repair.Old.In(l))
		o.put("new", f.Repair.New.In(l))
		out = append(out, o)
	}
	return out
}

func printFinding(r *run, f check.Finding) {
	mend := f.Mend.Any(r.Lang)
	switch {
	case f.Severity == check.Accepted:
		mend = r.t("check.accepted", f.Acceptance.Reason, f.Acceptance.By, lang.Stamp(r.Lang, f.Acceptance.At))
	case f.Lapsed.ID != "":
		mend = r.t("check.lapsed", f.Lapsed.Reason, f.Lapsed.By, lang.Stamp(r.Lang, f.Lapsed.At)) + " " + mend
	}
	fmt.Fprintf(r.Out, "%s\t%02d\t%s %s\t%s\t%s\t%s\n", r.t("severity."+f.Severity.String()), f.Number, f.Ref.Kind, f.Ref.ID, f.Evidence.Any(r.Lang), mend, f.Print)
}
