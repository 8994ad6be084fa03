package cli

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"golang.org/x/term"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/lang"
	"briefing/internal/memory"
)

type importCmd struct {
	File    string   `arg:""`
	Inputs  []string `arg:"" name:"input"`
	Profile string   `placeholder:"NAME"`
	Guess   bool
	Table   string `placeholder:"NAME"`
	Save    string `placeholder:"FILE"`
	Unit    string `type:"words" placeholder:"UNITS"`
	Hidden  bool
	Revise  string   `placeholder:"HOW"`
	Mirror  string   `placeholder:"ISO"`
	Rate    []string `sep:"none" placeholder:"RATE"`
	Trust   bool     `name:"trust-units"`
	Rejects string   `placeholder:"FILE"`
	Source  string   `placeholder:"ID"`
	Refuse  []string `sep:"none" placeholder:"CELL"`
	DryRun  bool
	JSON    bool `name:"json"`
}

func (c *importCmd) Run(r *run) error {
	// A large file passes through much memory and needs little of it at a time:
	// what is used again need not be got from the system.
	memory.CollectEarly(48<<20, 25)
	debug.SetMemoryLimit(768 << 20)
	units, err := c.units()
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
	var refused []app.EditPlace
	for _, cell := range c.Refuse {
		at, ok := app.ParseEditPlace(cell)
		if !ok {
			return usage(r.Lang, "import", "--refuse "+cell)
		}
		refused = append(refused, at)
	}
	if c.Rejects != "" {
		if _, err := os.Stat(c.Rejects); err == nil {
			return &briefing.Error{Code: briefing.CodeExists, Op: "write rejected rows", Path: c.Rejects}
		}
	}
	var early *app.Early
	if !c.Guess {
		early = app.OpenEarly(r.ctx, c.Inputs[0])
		defer early.Close()
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
	total := report{SetAside: []setAside{}, Rejected: []rejected{}, Imports: []imported{}}
	options.Units, options.Decision, options.DryRun, options.Hidden = units, decision, c.DryRun, c.Hidden
	options.Trust, options.Source, options.Early, options.Refused = c.Trust, briefing.ID(c.Source), early, refused
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
	if len(total.Rejected)+len(total.Untaken) > 0 || total.lost {
		return exit(ExitRejected)
	}
	return nil
}

// units are the answers given on the command line.
func (c *importCmd) units() (importer.Units, error) {
	units, err := importer.ParseUnits(c.Unit)
	if err != nil {
		return units, err
	}
	if c.Mirror != "" {
		units.Mirror = strings.ToUpper(c.Mirror)
	}
	for _, text := range c.Rate {
		rate, err := briefing.ParseRate(text)
		if err != nil {
			return units, err
		}
		units.Rates = append(units.Rates, rate)
	}
	return units, nil
}

// all takes the files in one after another. One that fails is told of and
// does not stop the others; the first failure decides how the command ends.
func (c *importCmd) all(r *run, p *app.Project, o app.ImportOptions, total *report) (failed error) {
	for _, input := range c.Inputs {
		o := o
		line := r.progress(input)
		o.Along = line.along()
		done, err := p.Import(r.ctx, input, o)
		line.wipe()
		if briefing.CodeOf(err) == briefing.CodeNoHeader { // advise to guess only where there is something to guess at
			if _, none := p.GuessShape(r.ctx, input); briefing.CodeOf(none) == briefing.CodeNoHeader {
				err = none
			}
		}
		if given, ok := r.ask(r.choices(err)); ok {
			o.Units = o.Units.With(given)
			done, err = p.Import(r.ctx, input, o)
			line.wipe()
		}
		if done.Revision != nil {
			total.Revisions = append(total.Revisions, revisionOf(done))
			if !c.JSON && !done.Returned() { // of a workbook of ours, cell by cell below
				r.tellRevision(done, err != nil || c.DryRun)
			}
		}
		switch briefing.CodeOf(err) {
		case briefing.CodeUnitDoubt:
			total.Read += done.Report.Read
			total.addPrices(done)
			r.tellPrices(done, r.Err)
			r.say("import.prices.trust")
		case briefing.CodeRevision:
			total.Read += done.Report.Read
		case briefing.CodeOverwrite:
			total.Read += done.Report.Read
			total.Changed = append(total.Changed, r.recordChanges(p, done, !c.JSON)...)
			if !c.JSON {
				fmt.Fprintln(r.Out, r.t("import.overwrite.replace")+"\n"+r.t("import.overwrite.beside"))
			}
		}
		switch {
		case err == nil:
			total.add(done)
			if !c.JSON {
				r.tell(done)
			}
			if saved := c.saveRejects(r, p, done, total); saved != nil && failed == nil {
				failed = saved
			}
			total.Edits = append(total.Edits, r.edits(p, done, !c.JSON)...)
			if c.DryRun {
				total.Changed = append(total.Changed, r.recordChanges(p, done, !c.JSON && !done.Returned())...)
			}
		case briefing.CodeOf(err) == briefing.CodeCancelled:
			return err
		case failed == nil:
			failed = err
		default: // the first one is told by who called
			fmt.Fprintln(r.Err, r.sentence(err))
		}
	}
	return failed
}

// choices prints what a file does not say and what each choice of units would
// mean, when that is what an import lacks.
func (r *run) choices(err error) (needed *importer.Needed) {
	if !errors.As(err, &needed) {
		return nil
	}
	for _, n := range needed.Needs {
		r.say("import.need."+importer.Asked(n, needed.About[n]), needed.About[n])
	}
	for _, n := range needed.Unsaid {
		r.say("import.unsaid." + n)
	}
	for _, c := range needed.Implied {
		r.say("import.choice", c.Value, c.Weight, lang.Number(r.Lang, c.PerTonne, lang.NumberStyle{Decimals: 2}))
	}
	r.choiceTable(needed)
	return needed
}

// ask asks a person at a terminal for what a file does not say, in the form of
// --unit. Elsewhere nobody is asked.
func (r *run) ask(n *importer.Needed) (importer.Units, bool) {
	in, isFile := r.In.(*os.File)
	if n == nil || !isFile || !terminal(in) {
		return importer.Units{}, false
	}
	fmt.Fprint(r.Err, r.t("import.ask", example(n)))
	line, _ := bufio.NewReader(in).ReadString('\n')
	units, err := importer.ParseUnits(strings.TrimSpace(line))
	return units, err == nil && units.String() != ""
}

// example is an answer to what an import needs.
func example(n *importer.Needed) string {
	answers := map[string]string{"value": "value=thousand-usd", "weight": "weight=kg", "flow": "flow=export", "period": "period=2022-06", "region": "region=none", "province": "province=none", "code": "code=TOTAL", "decimal": "decimal=comma", "columns": "columns=checked", importer.AsideTurnover: "aside=turnover", importer.AsideServices: "aside=services"}
	var out []string
	for _, need := range n.Needs {
		out = append(out, answers[need])
	}
	return strings.Join(out, ",")
}

// terminal reports whether somebody sits before the file; the device that
// swallows everything is none.
func terminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }
