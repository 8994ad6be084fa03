package cli

import (
	"fmt"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
)

type checkCmd struct {
	File string `arg:"" help:"Project."`
	AsOf string `help:"Moment, RFC 3339; the pack's own without it." placeholder:"T"`
	JSON bool   `name:"json" help:"As JSON."`
}

func (c *checkCmd) Run(r *run) error {
	asOf, err := moment(r.Lang, c.AsOf)
	if err != nil {
		return err
	}
	p, err := r.open(c.File, false)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // opened for reading
	findings, err := p.AllFindings(asOf)
	if err != nil {
		return err
	}
	if c.JSON {
		objects := []object{}
		for _, f := range findings {
			o := object{}
			o.put("check", f.Number)
			o.put("severity", f.Severity.String())
			o.put("inPack", f.InPack)
			o.put("kind", f.Ref.Kind)
			o.put("id", f.Ref.ID)
			o.put("field", f.Field)
			o.put("evidence", f.Evidence.Any(r.Lang))
			o.put("mend", f.Mend.Any(r.Lang))
			objects = append(objects, o)
		}
		if err := printJSON(r, objects); err != nil {
			return err
		}
	} else {
		for _, f := range findings {
			printFinding(r, f)
		}
		r.say("check.count", len(findings), len(app.Blocking(findings)))
	}
	if len(app.Blocking(findings)) > 0 {
		return exit(ExitBlocking)
	}
	return nil
}

func printFinding(r *run, f check.Finding) {
	fmt.Fprintf(r.Out, "%s\t%02d\t%s %s\t%s\t%s\n", r.t("severity."+f.Severity.String()), f.Number, f.Ref.Kind, f.Ref.ID, f.Evidence.Any(r.Lang), f.Mend.Any(r.Lang))
}

func moment(l briefing.Lang, s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return t, usage(l, "parse --as-of", "--as-of "+s, "2023-03-20T23:00:00+03:00")
	}
	return t, nil
}
