package cli

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"runtime/debug"
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
	Revise  string   `help:"What to do when the file changes figures that the project has: replace (what is gone stays), replace-gone, replace-batch (the earlier import goes whole), beside (add what is new, refuse changes)." placeholder:"HOW"`
	DryRun  bool     `help:"Report only, store nothing."`
	JSON    bool     `name:"json" help:"Report as JSON."`
}

func (c *importCmd) Run(r *run) error {
	// A large file passes through much memory and needs little of it at a time:
	// what is used again need not be got from the system.
	debug.SetGCPercent(25)
	debug.SetMemoryLimit(768 << 20)
	units, err := importer.ParseUnits(c.Unit)
	if err != nil {
		return err
	}
	decision := app.Decision(c.Revise)
	if decision != app.Undecided && !slices.Contains(app.Decisions(), decision) {
		var words []string
		for _, d := range app.Decisions() {
			words = append(words, string(d))
		}
		return usage(r.Lang, "import", "--revise "+c.Revise, words...)
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
	options.Units, options.Decision, options.DryRun = units, decision, c.DryRun
	failed := c.all(r, p, options, &total)
	if err := p.Close(); err != nil && failed == nil {
		failed = err
	}
	if c.JSON && (failed == nil || total.Read > 0) { // files that could be read are reported beside one that could not
		if err := json.NewEncoder(r.Out).Encode(total); err != nil {
			return err
		}
	}
	if failed != nil {
		return failed
	}
	if len(total.Rejected) > 0 {
		return exit(ExitRejected)
	}
	return nil
}

// all takes the files in one after another. One that fails is told of and
// does not stop the others; the first failure decides how the command ends.
func (c *importCmd) all(r *run, p *app.Project, o app.ImportOptions, total *report) (failed error) {
	for _, input := range c.Inputs {
		o := o
		o.Progress = r.progress(input)
		done, err := p.Import(r.ctx, input, o)
		if given, ok := r.ask(err); ok {
			o.Units = given
			done, err = p.Import(r.ctx, input, o)
		} else if err != nil {
			_ = r.choices(err) // it prints them; the error is told below
		}
		if done.Revision != nil {
			total.Revisions = append(total.Revisions, revisionOf(done))
			if !c.JSON {
				r.tellRevision(done, err != nil || c.DryRun)
			}
		}
		if briefing.CodeOf(err) == briefing.CodeRevision {
			total.Read += done.Report.Read
		}
		switch {
		case err == nil:
			total.add(done)
			if !c.JSON {
				r.tell(done)
			}
			if c.DryRun {
				total.Changed = append(total.Changed, r.recordChanges(p, done, !c.JSON)...)
			}
		case briefing.CodeOf(err) == briefing.CodeCancelled:
			return err
		case failed == nil:
			failed = err
		default: // the first one is told by who called
			sentence, hint := lang.Error(r.Lang, err)
			fmt.Fprintln(r.Err, strings.TrimSpace(sentence+" "+hint))
		}
	}
	return failed
}

// report is the JSON form of an import's report: read = stored + set aside + rejected.
type report struct {
	Read     int        `json:"read"`
	Stored   int        `json:"stored"`
	SetAside []setAside `json:"setAside"`
	Rejected []rejected `json:"rejected"`
	Changed  []changed  `json:"changed,omitempty"` // of a dry run: what it would change in records
	Totals   []total    `json:"totals,omitempty"`
	// Revisions tell what files change of figures that the project has; a
	// file that waits for a decision counts as read only.
	Revisions []revision `json:"revisions,omitempty"`
}

// total is a total that the file states, beside what was stored of it. An
// empty partner or code means all of them.
type total struct {
	Flow     string `json:"flow"`
	Reporter string `json:"reporter"`
	Partner  string `json:"partner"`
	Code     string `json:"code"`
	Period   string `json:"period"`
	Currency string `json:"currency"`
	Stated   string `json:"stated"`
	Stored   string `json:"stored"`
	Agrees   bool   `json:"agrees"`
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
	for _, c := range d.Report.Totals {
		t.Totals = append(t.Totals, total{
			string(c.Flow), c.Reporter, c.Partner, c.Code, c.Period.String(), c.Currency, c.Stated.String(), c.Stored.String(), c.Agrees(),
		})
	}
	for _, x := range d.Report.Rejected {
		t.Rejected = append(t.Rejected, rejected{x.File, x.Line, x.Column, x.Text, x.Reason})
	}
}

// tellTotals says how many of the file's own totals agree with the rows
// stored, and lists those that don't.
func (r *run) tellTotals(list []importer.CheckTotal) {
	if len(list) == 0 {
		return
	}
	agree := 0
	for _, c := range list {
		if c.Agrees() {
			agree++
		}
	}
	fmt.Fprintln(r.Out, r.t("import.totals", len(list), agree))
	for _, c := range list {
		if !c.Agrees() {
			style := lang.NumberStyle{Decimals: 0}
			of := strings.TrimSpace(c.Partner + " " + c.Code)
			fmt.Fprintln(r.Out, r.t("import.total", lang.Period(r.Lang, c.Period), of, c.Currency, lang.Number(r.Lang, c.Stated, style), lang.Number(r.Lang, c.Stored, style)))
		}
	}
}

// tell says what became of one file, in words.
func (r *run) tell(d app.Imported) {
	if d.Unchanged {
		if b := d.Before; b.File != "" {
			fmt.Fprintln(r.Out, r.t("import.unchanged", d.File, d.Report.Read, b.File, lang.Stamp(r.Lang, b.Moment)))
		} else {
			fmt.Fprintln(r.Out, r.t("import.same", d.File, d.Report.Read))
		}
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
	r.tellTotals(d.Report.Totals)
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
	Kind string `arg:"" help:"events, people, organisations, agreements, facilities, facts, series, messages, sources, commodities, groups, nomenclatures, imports, pack, journal."`
	JSON bool   `name:"json" help:"As JSON."`
}

// plurals name the kinds on the command line.
func plurals() map[string]briefing.Kind {
	return map[string]briefing.Kind{
		"events": briefing.KindEvent, "people": briefing.KindPerson, "organisations": briefing.KindOrganisation,
		"agreements": briefing.KindAgreement, "facilities": briefing.KindFacility, "facts": briefing.KindFact,
		"series": briefing.KindSeries, "messages": briefing.KindMessage, "sources": briefing.KindSource,
		"commodities": briefing.KindCommodity, "groups": briefing.KindGroup, "nomenclatures": briefing.KindNomenclature,
		"imports": briefing.KindImport, "pack": briefing.KindPack,
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
