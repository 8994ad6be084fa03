package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/lang"
)

type importCmd struct {
	File    string   `arg:"" help:"Project."`
	Inputs  []string `arg:"" help:"Files to take in." name:"input"`
	Profile string   `help:"Profile to read with; recognised by contents without it." placeholder:"NAME"`
	Unit    string   `help:"Units that the file does not say, as value=thousand-usd,weight=kg." placeholder:"UNITS"`
	DryRun  bool     `help:"Report only, store nothing."`
	JSON    bool     `name:"json" help:"Report as JSON."`
}

func (c *importCmd) Run(r *run) error {
	units, err := importer.ParseUnits(c.Unit)
	if err != nil {
		return err
	}
	p, err := r.open(c.File, !c.DryRun)
	if err != nil {
		return err
	}
	total := report{SetAside: []setAside{}, Rejected: []rejected{}}
	var failed error
	for _, input := range c.Inputs {
		o := app.ImportOptions{Profile: c.Profile, Units: units, DryRun: c.DryRun, Progress: r.progress(input)}
		done, err := p.Import(r.ctx, input, o)
		if err != nil {
			failed = err
			break
		}
		total.add(done)
		if !c.JSON {
			r.tell(done)
		}
	}
	if err := p.Close(); err != nil && failed == nil {
		failed = err
	}
	if failed != nil {
		r.choices(failed)
		return failed
	}
	if c.JSON {
		if err := json.NewEncoder(r.Out).Encode(total); err != nil {
			return err
		}
	}
	if len(total.Rejected) > 0 {
		return exit(ExitRejected)
	}
	return nil
}

// report is the JSON form of an import's report: read = stored + set aside + rejected.
type report struct {
	Read     int        `json:"read"`
	Stored   int        `json:"stored"`
	SetAside []setAside `json:"setAside"`
	Rejected []rejected `json:"rejected"`
}

type setAside struct {
	Reason string `json:"reason"`
	Rows   int    `json:"rows"`
}

type rejected struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

func (t *report) add(d app.Imported) {
	t.Read += d.Report.Read
	t.Stored += d.Report.Stored
	for _, s := range d.Report.SetAside {
		t.SetAside = append(t.SetAside, setAside{s.Reason, s.Rows})
	}
	for _, x := range d.Report.Rejected {
		t.Rejected = append(t.Rejected, rejected{x.File, x.Line, x.Column, x.Text, x.Reason})
	}
}

// tell says what became of one file, in words.
func (r *run) tell(d app.Imported) {
	if d.Unchanged {
		fmt.Fprintln(r.Out, r.t("import.unchanged", d.File, d.Report.Read))
		return
	}
	aside := 0
	for _, s := range d.Report.SetAside {
		aside += s.Rows
	}
	fmt.Fprintln(r.Out, r.t("import.done", d.File, d.Report.Read, d.Report.Stored, aside, len(d.Report.Rejected)))
	for _, s := range d.Report.SetAside {
		fmt.Fprintln(r.Out, r.t("import.aside", lang.T(r.Lang, "importer.aside."+s.Reason), s.Rows))
	}
	for _, x := range d.Report.Rejected {
		fmt.Fprintln(r.Out, r.t("import.rejected", x.File, x.Line, x.Column, x.Text, lang.T(r.Lang, "importer.reject."+x.Reason)))
	}
}

// choices prints what each choice of units would mean, when units are what an
// import lacks.
func (r *run) choices(err error) {
	var n *importer.Needed
	if !errors.As(err, &n) {
		return
	}
	for _, c := range n.Implied {
		fmt.Fprintln(r.Err, r.t("import.choice", c.Value, c.Weight, c.PerTonne.Round(2).String()))
	}
}

// progress writes rows read to the terminal, when there is one.
func (r *run) progress(input string) func(int) {
	f, ok := r.Err.(*os.File)
	if !ok || !terminal(f) {
		return nil
	}
	return func(rows int) { fmt.Fprintf(f, "\r%s: %s", input, lang.T(r.Lang, "cli.rows", rows)) }
}

func terminal(f *os.File) bool {
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0
}

type listCmd struct {
	File string `arg:"" help:"Project."`
	Kind string `arg:"" help:"events, people, organisations, agreements, facilities, facts, series, messages, sources, commodities, imports, pack, journal."`
	JSON bool   `name:"json" help:"As JSON."`
}

// plurals name the kinds on the command line.
func plurals() map[string]briefing.Kind {
	return map[string]briefing.Kind{
		"events": briefing.KindEvent, "people": briefing.KindPerson, "organisations": briefing.KindOrganisation,
		"agreements": briefing.KindAgreement, "facilities": briefing.KindFacility, "facts": briefing.KindFact,
		"series": briefing.KindSeries, "messages": briefing.KindMessage, "sources": briefing.KindSource,
		"commodities": briefing.KindCommodity, "imports": briefing.KindImport, "pack": briefing.KindPack,
	}
}

func (c *listCmd) Run(r *run) error {
	kind, ok := plurals()[strings.ToLower(c.Kind)]
	if !ok && c.Kind != "journal" {
		return usage("list", c.Kind)
	}
	p, err := r.open(c.File, false)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // opened for reading
	if c.Kind == "journal" {
		return c.journal(r, p)
	}
	return c.records(r, p, kind)
}
