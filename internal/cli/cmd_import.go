package cli

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/lang"
)

type importCmd struct {
	File    string   `arg:"" help:"Project."`
	Inputs  []string `arg:"" help:"Files to take in." name:"input"`
	Profile string   `help:"Profile to read with: its name or a .briefing-profile file; recognised by contents without it." placeholder:"NAME"`
	Guess   bool     `help:"Store nothing: say how a table that no profile fits would be read."`
	Save    string   `help:"With --guess: write the guess to a .briefing-profile file, to be mended and read with." placeholder:"FILE"`
	Unit    string   `help:"Units that the file does not say, as value=thousand-usd,weight=kg." placeholder:"UNITS"`
	DryRun  bool     `help:"Report only, store nothing."`
	JSON    bool     `name:"json" help:"Report as JSON."`
}

func (c *importCmd) Run(r *run) error {
	units, err := importer.ParseUnits(c.Unit)
	if err != nil {
		return err
	}
	p, err := r.open(c.File, !c.DryRun && !c.Guess)
	if err != nil {
		return err
	}
	if c.Guess {
		return errors.Join(c.guess(r, p), p.Close())
	}
	options, err := c.profile()
	if err != nil {
		return errors.Join(err, p.Close())
	}
	total := report{SetAside: []setAside{}, Rejected: []rejected{}}
	var failed error
	asked := false
	for _, input := range c.Inputs {
		o := options
		o.Units, o.DryRun, o.Progress = units, c.DryRun, r.progress(input)
		done, err := p.Import(r.ctx, input, o)
		if given, ok := r.ask(err); ok {
			o.Units = given
			done, err = p.Import(r.ctx, input, o)
			asked = true
		}
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
	if c.JSON && (failed == nil || total.Read > 0) { // what came before a file that failed is stored
		if err := json.NewEncoder(r.Out).Encode(total); err != nil {
			return err
		}
	}
	if failed != nil {
		if !asked {
			_ = r.choices(failed) // it prints them; the error is told below
		}
		return failed
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

// choices prints what a file does not say and what each choice of units would
// mean, when that is what an import lacks.
func (r *run) choices(err error) (needed *importer.Needed) {
	if !errors.As(err, &needed) {
		return nil
	}
	for _, n := range needed.Needs {
		r.say("import.need." + n)
	}
	for _, c := range needed.Implied {
		r.say("import.choice", c.Value, c.Weight, lang.Number(r.Lang, c.PerTonne, lang.NumberStyle{Decimals: 2}))
	}
	return needed
}

// ask asks a person at a terminal for what a file does not say, in the form of
// --unit. Elsewhere nobody is asked.
func (r *run) ask(err error) (importer.Units, bool) {
	in, isFile := r.In.(*os.File)
	if !isFile || !terminal(in) || briefing.CodeOf(err) != briefing.CodeUnitNeeded {
		return importer.Units{}, false
	}
	n := r.choices(err)
	if n == nil {
		return importer.Units{}, false
	}
	fmt.Fprint(r.Err, r.t("import.ask", example(n)))
	line, _ := bufio.NewReader(in).ReadString('\n')
	units, err := importer.ParseUnits(strings.ReplaceAll(strings.TrimSpace(line), " ", ""))
	return units, err == nil && units.String() != ""
}

// example is an answer to what an import needs.
func example(n *importer.Needed) string {
	answers := map[string]string{"value": "value=thousand-usd", "weight": "weight=kg", "flow": "flow=export", "period": "period=2022-06"}
	var out []string
	for _, need := range n.Needs {
		out = append(out, answers[need])
	}
	return strings.Join(out, ",")
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
		return usage(r.Lang, "list", c.Kind, append(slices.Sorted(maps.Keys(plurals())), "journal")...)
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
