package cli

import (
	"fmt"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

type pictureCmd struct {
	File     string `arg:""`
	Item     string `arg:"" optional:""`
	To       string `placeholder:"P.png"`
	Lang     string `default:"ru"`
	Form     string `default:"pack"`
	Audience string `placeholder:"leader"`
	Draft    bool
	AsOf     string `placeholder:"T"`
}

// Run lists the charts and tables of an output, or writes one as a picture.
func (c *pictureCmd) Run(r *run) error {
	as := exportCmd{Lang: c.Lang, Form: c.Form, Audience: c.Audience, Draft: c.Draft}
	o, err := as.options(r.Lang)
	if err != nil {
		return err
	}
	p, err := r.open(c.File, app.FollowsIssue(c.Form))
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // opened for reading
	if o.AsOf, err = asOf(r.Lang, c.AsOf, p); err != nil {
		return err
	}
	items, err := p.Items(o)
	if err != nil {
		return err
	}
	if c.Item == "" {
		for _, x := range items {
			fmt.Fprintln(r.Out, strings.Join([]string{x.Key, x.Label, oneLine(x.Title), oneLine(x.Section)}, "\t"))
		}
		return nil
	}
	var keys []string
	for _, x := range items {
		keys = append(keys, x.Key)
		if x.Key == c.Item || strings.EqualFold(x.Label, c.Item) {
			return c.write(r, p, o, x)
		}
	}
	return usage(r.Lang, "picture", c.Item, keys...)
}

func (c *pictureCmd) write(r *run, p *app.Project, o app.ExportOptions, x app.Item) error {
	if !app.IsPicture(c.To) {
		return usage(r.Lang, "picture", r.t("parse.expected", "--to P.png / --to P.svg"))
	}
	o.Picture, o.Item, o.Unkept = c.To, x.Key, true
	made, err := p.Export(r.ctx, o)
	if briefing.CodeOf(err) == briefing.CodeBlocking {
		for _, f := range app.Blocking(made.Findings) {
			printFinding(&run{Env: Env{Out: r.Err, Lang: r.Lang}}, f)
		}
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(r.Out, c.To)
	return nil
}
