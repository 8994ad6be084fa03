package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

type exportCmd struct {
	File     string `arg:"" help:"Project."`
	PDF      string `name:"pdf" help:"PDF to write; a folder takes the default name." placeholder:"P"`
	XLSX     string `name:"xlsx" help:"Workbook to write; a folder takes the default name." placeholder:"X"`
	Lang     string `default:"ru" help:"ru, en, zh."`
	Form     string `default:"pack" help:"pack, compiler."`
	Audience string `help:"leader, compiler, interpreter, partner." placeholder:"leader"`
	Draft    bool   `help:"A draft: with findings that block an issue, marked across each page."`
	AsOf     string `help:"Moment, RFC 3339; the pack's own without it." placeholder:"T"`
}

func (c *exportCmd) Run(r *run) error {
	o, err := c.options()
	if err != nil {
		return err
	}
	p, err := r.open(c.File, false)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // opened for reading
	if c.PDF == "" && c.XLSX == "" {
		return usage("export", "--pdf, --xlsx")
	}
	o.PDF, o.XLSX = named(p, o, c.PDF, ".pdf"), named(p, o, c.XLSX, ".xlsx")
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
	return nil
}

func (c *exportCmd) options() (app.ExportOptions, error) {
	o := app.ExportOptions{Form: c.Form, Draft: c.Draft}
	l, ok := briefing.ParseLang(c.Lang)
	if !ok {
		return o, usage("export", "--lang "+c.Lang)
	}
	o.Lang = l
	if c.Audience != "" {
		if o.Audience, ok = briefing.ParseAudience(c.Audience); !ok {
			return o, usage("export", "--audience "+c.Audience)
		}
	}
	known := false
	for _, f := range app.Forms(l) {
		known = known || f[0] == c.Form
	}
	if !known {
		return o, usage("export", "--form "+c.Form)
	}
	var err error
	o.AsOf, err = moment(c.AsOf)
	return o, err
}

// named gives an existing folder the default name of the output.
func named(p *app.Project, o app.ExportOptions, target, extension string) string {
	if st, err := os.Stat(target); err == nil && st.IsDir() {
		return filepath.Join(target, p.DefaultName(o, extension))
	}
	return target
}
