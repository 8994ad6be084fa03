package cli

import (
	"fmt"
	"slices"
	"strings"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

type sectionsCmd struct {
	File   string   `arg:""`
	Order  []string `placeholder:"KEY,…"`
	Off    []string `placeholder:"KEY,…"`
	On     []string `placeholder:"KEY,…"`
	Brief  []string `placeholder:"KEY,…"`
	Full   []string `placeholder:"KEY,…"`
	Paper  string   `placeholder:"A4"`
	Duplex string   `placeholder:"on"`
	Total  string   `placeholder:"on"`
	Photos string   `placeholder:"on"`
	Langs  []string `placeholder:"ru,en"`
	Reset  bool
	Save   string `name:"save-template" placeholder:"NAME"`
}

func (c *sectionsCmd) Run(r *run) error {
	changes := c.Reset || c.Paper+c.Duplex+c.Total+c.Photos != "" || len(c.Langs)+len(c.Order)+len(c.Off)+len(c.On)+len(c.Brief)+len(c.Full) > 0
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
	photos := !s.NoPhotos
	for _, sw := range []struct {
		name, word string
		to         *bool
	}{{"--duplex", c.Duplex, &s.Duplex}, {"--total", c.Total, &s.Total}, {"--photos", c.Photos, &photos}} {
		switch sw.word {
		case "":
		case "on", "off":
			*sw.to = sw.word == "on"
		default:
			return s, usage(r.Lang, "sections", sw.name+" "+sw.word, "on", "off")
		}
	}
	s.NoPhotos = !photos
	if len(c.Langs) > 0 {
		s.Langs = []briefing.Lang{}
	}
	for _, key := range c.Langs {
		l, ok := briefing.ParseLang(key)
		if !ok {
			return s, usage(r.Lang, "sections", "--langs "+key, "ru", "en", "zh")
		}
		s.Langs = append(s.Langs, l)
	}
	if c.Paper != "" {
		s.Paper = strings.ToUpper(c.Paper)
		if !slices.Contains(app.Papers(), s.Paper) {
			return s, usage(r.Lang, "sections", "--paper "+c.Paper, app.Papers()...)
		}
	}
	return s, nil
}
