package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/printing"
	"briefing/internal/routine"
)

type exportCmd struct {
	File     string `arg:""`
	PDF      string `name:"pdf" placeholder:"P"`
	XLSX     string `name:"xlsx" placeholder:"X"`
	DOCX     string `name:"docx" placeholder:"D"`
	CSV      string `name:"csv" placeholder:"Z"`
	SDMX     string `name:"sdmx" placeholder:"C"`
	Lang     string `default:"ru"`
	Form     string `default:"pack"`
	Audience string `placeholder:"leader"`
	Draft    bool
	Guard    bool
	Replace  bool
	Copies   bool
	Record   bool
	Changes  bool
	Print    bool
	Printer  string `placeholder:"NAME"`
	AsOf     string `placeholder:"T"`
}

var audiences = []string{"leader", "compiler", "interpreter", "partner"}

// langNamed is the language that --lang of a command names.
func langNamed(say briefing.Lang, command, s string) (briefing.Lang, error) {
	l, ok := briefing.ParseLang(s)
	if !ok {
		return l, usage(say, command, "--lang "+s, "ru", "en", "zh")
	}
	return l, nil
}

// audienceNamed is the reader that --audience of a command names.
func audienceNamed(say briefing.Lang, command, s string) (briefing.Audience, error) {
	a, ok := briefing.ParseAudience(s)
	if !ok {
		return a, usage(say, command, "--audience "+s, audiences...)
	}
	return a, nil
}

func (c *exportCmd) Run(r *run) error {
	o, err := c.options(r.Lang)
	if err != nil {
		return err
	}
	routine.Go(func() { app.ReadyExport(app.ExportOptions{PDF: c.PDF}) }, nil)              // exports do not depend on it
	p, err := r.open(c.File, app.FollowsIssue(c.Form) || c.Changes || c.Record && !c.Draft) // earlier states can't be looked at otherwise
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // opened for reading
	if o.AsOf, err = asOf(r.Lang, c.AsOf, p); err != nil {
		return err
	}
	if c.packs() == "" && c.SDMX == "" {
		return usage(r.Lang, "export", r.t("parse.expected", "--pdf / --xlsx / --docx / --csv / --sdmx"))
	}
	if again := twice(c.PDF, c.XLSX, c.DOCX, c.CSV, c.SDMX); again != "" {
		return usage(r.Lang, "export", r.t("export.twice", again))
	}
	if err := c.misnamed(r.Lang); err != nil {
		return err
	}
	if c.packs() != "" {
		if err := c.pack(r, p, o); err != nil {
			return err
		}
	}
	if c.SDMX == "" {
		return nil
	}
	target := named(p, o, c.SDMX, ".csv")
	if o.Careful {
		if err := app.MayReplace(target, false, o.Audience); err != nil {
			return err
		}
	}
	if err := p.ExportSDMX(target, o.Audience); err != nil {
		return err
	}
	fmt.Fprintln(r.Out, target)
	return nil
}

// twice is a target that two outputs are to be written to, folders excepted.
func twice(targets ...string) string {
	seen := map[string]bool{}
	for _, t := range targets {
		if st, err := os.Stat(t); t == "" || err == nil && st.IsDir() {
			continue
		}
		name := filepath.Clean(t)
		if seen[name] {
			return t
		}
		seen[name] = true
	}
	return ""
}

// misnamed refuses a name that ends as another kind of file does: a PDF under
// «.docx» opens in nothing.
func (c *exportCmd) misnamed(l briefing.Lang) error {
	endings := []string{".pdf", ".xlsx", ".docx", ".zip", ".csv"}
	for i, x := range []struct{ flag, target string }{{"--pdf", c.PDF}, {"--xlsx", c.XLSX}, {"--docx", c.DOCX}, {"--csv", c.CSV}, {"--sdmx", c.SDMX}} {
		ending := strings.ToLower(filepath.Ext(x.target))
		if st, err := os.Stat(x.target); x.target == "" || err == nil && st.IsDir() || ending == endings[i] || !slices.Contains(endings, ending) {
			continue
		}
		return usage(l, "export", x.flag+" "+x.target, x.flag+" "+strings.TrimSuffix(x.target, filepath.Ext(x.target))+endings[i])
	}
	return nil
}

// packs are the outputs made of the pack, empty when none is wanted.
func (c *exportCmd) packs() string { return c.PDF + c.XLSX + c.DOCX + c.CSV }

// pack writes the outputs for readers.
func (c *exportCmd) pack(r *run, p *app.Project, o app.ExportOptions) error {
	o.PDF, o.XLSX = named(p, o, c.PDF, ".pdf"), named(p, o, c.XLSX, ".xlsx")
	o.DOCX, o.CSV = named(p, o, c.DOCX, ".docx"), named(p, o, c.CSV, ".zip")
	if f, ok := r.Err.(*os.File); ok && terminal(f) {
		o.Progress = func(done, total int, step string) { fmt.Fprintf(f, "\r%d/%d %s ", done, total, step) }
	}
	made, err := p.Export(r.ctx, o)
	if briefing.CodeOf(err) == briefing.CodeBlocking {
		for _, f := range app.Blocking(made.Findings) {
			printFinding(&run{Env: Env{Out: r.Err, Lang: r.Lang}}, f)
		}
	}
	if err != nil {
		return err
	}
	for _, f := range made.Files {
		fmt.Fprintln(r.Out, f)
	}
	if c.Print {
		paper, duplex := p.Paper(o)
		job := printing.Job{Path: o.PDF, Title: filepath.Base(o.PDF), Paper: paper, Duplex: duplex, Printer: c.Printer}
		if err := r.Print(job); err != nil {
			return err
		}
	}
	if c.Record && !c.Draft {
		return p.Save()
	}
	return nil
}

func (c *exportCmd) options(say briefing.Lang) (app.ExportOptions, error) {
	o := app.ExportOptions{Form: c.Form, Draft: c.Draft, Guard: c.Guard, Careful: !c.Replace, Unkept: !c.Record, Copies: c.Copies}
	var err error
	if o.Lang, err = langNamed(say, "export", c.Lang); err != nil {
		return o, err
	}
	if c.Audience != "" {
		if o.Audience, err = audienceNamed(say, "export", c.Audience); err != nil {
			return o, err
		}
	}
	var forms []string
	for _, f := range app.Forms(o.Lang) {
		forms = append(forms, f[0])
	}
	if !slices.Contains(forms, c.Form) {
		return o, usage(say, "export", "--form "+c.Form, forms...)
	}
	if c.Audience != "" && !app.FormFor(c.Form, o.Audience) {
		var fit []string
		for _, a := range audiences {
			if who, _ := briefing.ParseAudience(a); app.FormFor(c.Form, who) {
				fit = append(fit, "--audience "+a)
			}
		}
		return o, usage(say, "export", "--form "+c.Form+" --audience "+c.Audience, fit...)
	}
	for _, out := range []struct {
		flag, target string
		has          bool
	}{
		{" --docx", c.DOCX, app.HasWord(c.Form)}, // pages to be put in are paper
		{" --csv", c.CSV, app.HasBook(c.Form)},   // the workbook is one: that of the pack, and so are its tables
		{" --xlsx", c.XLSX, app.HasBook(c.Form)},
	} {
		if out.target != "" && !out.has {
			return o, usage(say, "export", "--form "+c.Form+out.flag, "--form "+c.Form+" --pdf", "--form "+app.FormPack+out.flag)
		}
	}
	if c.Copies && (c.PDF == "" || !app.HasCopies(o.Audience)) {
		return o, usage(say, "export", "--copies", "--copies --pdf", "--form "+app.FormPack, "--audience leader")
	}
	if c.PDF == "" && (c.Print || c.Printer != "") || c.Printer != "" && !c.Print {
		return o, usage(say, "export", "--print", "--pdf --print")
	}
	return o, nil
}

// named gives an existing folder the default name of the output; an issue, and
// figures, take the next free one unless what is there may be replaced.
func named(p *app.Project, o app.ExportOptions, target, extension string) string {
	st, err := os.Stat(target)
	if err != nil || !st.IsDir() {
		return target
	}
	target = filepath.Join(target, p.DefaultName(o, extension))
	if o.Careful && (!o.Draft || extension == ".csv") {
		return app.FreeIssue(target)
	}
	return target
}
