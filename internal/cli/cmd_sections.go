package cli

import (
	"fmt"
	"slices"
	"strings"

	"briefing/internal/app"
)

type sectionsCmd struct {
	File   string   `arg:"" help:"Project."`
	Order  []string `help:"Sections in this order, the others stay in their places." placeholder:"KEY,…"`
	Off    []string `help:"Leave sections out." placeholder:"KEY,…"`
	On     []string `help:"Take sections in." placeholder:"KEY,…"`
	Brief  []string `help:"Cut sections down to their texts and the first table or chart." placeholder:"KEY,…"`
	Full   []string `help:"Give sections in full." placeholder:"KEY,…"`
	Paper  string   `help:"A4, A5." placeholder:"A4"`
	Duplex string   `help:"Two-sided printing with mirrored margins: on, off." placeholder:"on"`
	Total  string   `help:"The count of pages beside the number of each: on, off." placeholder:"on"`
	Reset  bool     `help:"The template's own order, all sections in full, before what else is asked for."`
	Save   string   `name:"save-template" help:"Keep the setting as a template for new projects." placeholder:"NAME"`
}

func (c *sectionsCmd) Run(r *run) error {
	changes := c.Reset || c.Paper+c.Duplex+c.Total != "" || len(c.Order)+len(c.Off)+len(c.On)+len(c.Brief)+len(c.Full) > 0
	p, err := r.open(c.File, changes)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // opened for reading, or saved
	if changes {
		s, err := c.changed(r, p)
		if err != nil {
			return err
		}
		if err := p.SetSetting(s); err != nil {
			return err
		}
		if err := p.Save(); err != nil {
			return err
		}
	}
	if c.Save != "" {
		if err := p.SaveTemplate(c.Save); err != nil {
			return err
		}
	}
	s := p.Setting()
	for _, key := range p.ArrangedKeys() {
		state := r.t("sections.full")
		switch {
		case s.Off[key]:
			state = r.t("sections.off")
		case s.Brief[key]:
			state = r.t("sections.brief")
		}
		fmt.Fprintf(r.Out, "%s\t%s\n", key, state)
	}
	return nil
}

// changed is the setting with what was asked for; nothing is stored on a word
// that is none.
func (c *sectionsCmd) changed(r *run, p *app.Project) (app.Setting, error) {
	s, keys := p.Setting(), p.ArrangedKeys()
	if c.Reset {
		s.Order, s.Off, s.Brief = nil, map[string]bool{}, map[string]bool{}
	}
	for _, list := range [][]string{c.Order, c.Off, c.On, c.Brief, c.Full} {
		for _, key := range list {
			if !slices.Contains(keys, key) {
				return s, usage(r.Lang, "sections", key, keys...)
			}
		}
	}
	if len(c.Order) > 0 {
		s.Order = c.Order
	}
	for _, set := range []struct {
		keys []string
		of   map[string]bool
		on   bool
	}{{c.Off, s.Off, true}, {c.On, s.Off, false}, {c.Brief, s.Brief, true}, {c.Full, s.Brief, false}} {
		for _, key := range set.keys {
			set.of[key] = set.on
		}
	}
	for _, sw := range []struct {
		name, word string
		to         *bool
	}{{"--duplex", c.Duplex, &s.Duplex}, {"--total", c.Total, &s.Total}} {
		switch sw.word {
		case "":
		case "on", "off":
			*sw.to = sw.word == "on"
		default:
			return s, usage(r.Lang, "sections", sw.name+" "+sw.word, "on", "off")
		}
	}
	if c.Paper != "" {
		s.Paper = strings.ToUpper(c.Paper)
		if !slices.Contains(app.Papers(), s.Paper) {
			return s, usage(r.Lang, "sections", "--paper "+c.Paper, app.Papers()...)
		}
	}
	return s, nil
}
