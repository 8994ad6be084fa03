package cli

import (
	"fmt"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

type insightCmd struct {
	File     string `arg:"" help:"Project."`
	Flow     string `help:"export, import, re-export, re-import: the reporter's own word."`
	Reporter string `help:"ISO code."`
	Partner  string `help:"ISO code; W00 for all countries."`
	Lang     string `default:"ru" help:"ru, en, zh."`
}

// Run prints a sentence a line and an empty line between paragraphs.
func (c *insightCmd) Run(r *run) error {
	l, ok := briefing.ParseLang(c.Lang)
	if !ok {
		return usage(r.Lang, "insight", "--lang "+c.Lang, "ru", "en", "zh")
	}
	flows := []string{string(figure.Export), string(figure.Import), string(figure.ReExport), string(figure.ReImport)}
	if c.Flow != "" && !slices.Contains(flows, c.Flow) {
		return usage(r.Lang, "insight", "--flow "+c.Flow, flows...)
	}
	p, err := r.open(c.File, false)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // opened for reading
	paragraphs, err := p.Insight(figure.Filter{
		Flow: figure.Flow(c.Flow), Reporter: strings.ToUpper(c.Reporter), Partner: strings.ToUpper(c.Partner),
	})
	if err != nil {
		return err
	}
	for i, sentences := range paragraphs {
		if i > 0 {
			fmt.Fprintln(r.Out)
		}
		for _, s := range sentences {
			fmt.Fprintln(r.Out, s.Text.In(l))
		}
	}
	return nil
}
