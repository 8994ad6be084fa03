package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/project"
	"briefing/internal/safefile"
	"briefing/internal/store"
)

// Setting is how the pack is put together: order, presence and depth of its
// sections, and its paper.
type Setting = pack.Setting

// Setting gives the pack's setting, to be changed and set.
func (p *Project) Setting() Setting { return pack.ParseSetting(p.Pack().Sections) }

// SetSetting stores a setting as one action; one that says the same changes
// nothing.
func (p *Project) SetSetting(s Setting) error {
	k := p.Pack()
	if pack.ParseSetting(k.Sections).String() == s.String() {
		return nil
	}
	return p.arrange("arrange", k, s.String())
}

// arrange keeps how the pack is made up, as an action of that name.
func (p *Project) arrange(action string, k *briefing.Pack, sections string) error {
	k.Sections = sections
	return p.commit(action, store.Change{Put: k})
}

// Languages are those that the pack has texts and names in.
func (p *Project) Languages() []briefing.Lang { return pack.Languages(p.Pack()) }

// Papers lists the sizes of paper.
func Papers() []string { return pack.Papers() }

// ArrangedKeys lists the sections that can be arranged, in the order they have
// now, those written by hand with them.
func (p *Project) ArrangedKeys() []string {
	s := p.Setting()
	var out []string
	p.ReadRecords(func(pr *project.Project) { out = arranged(pr.Messages, s, nil) })
	return out
}

// SectionTitle is the title that a section is printed with in a language; one
// written by hand has its own, as it is written.
func (p *Project) SectionTitle(key string, l briefing.Lang) string {
	title := ""
	p.ReadRecords(func(pr *project.Project) {
		for _, m := range pr.Messages {
			if pack.OwnKey(m.ID) == key {
				title = m.Title.In(l)
			}
		}
	})
	return first(title, lang.T(l, "pack.section."+key))
}

// arranged lists the sections in the order set; own gets the records of those
// written by hand, if it is one.
func arranged(messages []*briefing.Message, s Setting, own map[string]*briefing.Message) []string {
	all := SectionKeys()
	at := slices.Index(all, "annex")
	sorted := slices.Clone(messages)
	slices.SortStableFunc(sorted, func(x, y *briefing.Message) int { return x.Order - y.Order })
	for _, m := range sorted {
		if m.Kind == "section" {
			all = slices.Insert(all, at, pack.OwnKey(m.ID))
			at++
			if own != nil {
				own[pack.OwnKey(m.ID)] = m
			}
		}
	}
	return pack.Ordered(all, s.Order)
}

// MoveSection moves a section by one place up (-1) or down (1) among those of
// its level; at the end it stays.
func (p *Project) MoveSection(key string, by int) error {
	i := slices.Index(p.SectionPeers(key), key)
	if by > 0 {
		by++ // behind the next one
	}
	return p.PlaceSection(key, i+by)
}

// SectionPeers lists the sections of the level of one, in order, itself too.
func (p *Project) SectionPeers(key string) []string { return pack.Peers(p.ArrangedKeys(), key) }

// PlaceSection moves a section before the one that is number at, from 0, of its
// level; len of them is the end. The cover stays in front, and a place that
// there is not, or that it has, changes nothing.
func (p *Project) PlaceSection(key string, at int) error {
	s, peers := p.Setting(), p.SectionPeers(key)
	i := slices.Index(peers, key)
	if i < 0 || at < 0 || at > len(peers) || at == i || at == i+1 || key == "cover" || at == 0 && peers[0] == "cover" {
		return nil
	}
	peers = slices.Insert(peers, at, key)
	if i >= at {
		i++
	}
	peers = slices.Delete(peers, i, i+1)
	s.Order = append(slices.DeleteFunc(s.Order, func(k string) bool { return slices.Contains(peers, k) }), peers...)
	return p.arrange("move-section", p.Pack(), s.String())
}

// ownTemplate is a template that somebody kept: a template of ours with a
// setting of its own.
type ownTemplate struct {
	Version  int    `json:"version"`
	Base     string `json:"base"`
	Sections string `json:"sections"`
	LongKept bool   `json:"long_kept,omitempty"`
}

// templateLimit is the size of a file that can be a template.
const templateLimit = 64 << 10

func (w World) templates() string {
	if w.Profiles == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(w.Profiles), "templates")
}

// SaveTemplate keeps the pack's setting under a name, for new projects. A name
// of a template of ours is refused with CodeExists, one that is no name of a
// file with CodeBadValue.
func (p *Project) SaveTemplate(name string) error {
	name = strings.TrimSpace(name)
	switch dir := p.World.templates(); {
	case slices.Contains(Templates(), name):
		return &briefing.Error{Code: briefing.CodeExists, Op: "save template", Path: name}
	case name == "" || len(name) > 80 || strings.ContainsAny(name, "/\\:*?\"<>|\x00\n") || strings.HasPrefix(name, "."):
		return &briefing.Error{Code: briefing.CodeBadValue, Op: "save template", Path: name}
	case dir == "":
		return &briefing.Error{Code: briefing.CodeCannotWrite, Op: "save template", Path: name}
	default:
		k := p.Pack()
		data, err := json.MarshalIndent(ownTemplate{1, k.Template, pack.ParseSetting(k.Sections).String(), k.LongKept}, "", "  ")
		if err != nil {
			return &briefing.Error{Code: briefing.CodeInternal, Op: "save template", Err: err}
		}
		if err := safefile.PrivateDir(dir); err != nil {
			return err
		}
		return safefile.WriteFile(filepath.Join(dir, name+".json"), append(data, '\n'))
	}
}

// OwnTemplates lists the names of the templates that were kept.
func OwnTemplates(w World) []string {
	var out []string
	entries, _ := os.ReadDir(w.templates()) // none is none
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".json"); ok && !e.IsDir() {
			out = append(out, name)
		}
	}
	return out
}

// ownTemplateNamed reads a template that was kept; one that can't be read is
// CodeForeign.
func (w World) ownTemplateNamed(name string) (ownTemplate, error) {
	var t ownTemplate
	path := filepath.Join(w.templates(), name+".json")
	if !slices.Contains(OwnTemplates(w), name) {
		return t, &briefing.Error{Code: briefing.CodeNotFound, Op: "read template", Path: name}
	}
	st, err := os.Stat(path)
	if err != nil || st.Size() > templateLimit {
		return t, &briefing.Error{Code: briefing.CodeForeign, Op: "read template", Path: name, Err: err}
	}
	data, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(data, &t)
	}
	if err != nil || t.Version != 1 || !slices.Contains(Templates(), t.Base) {
		return t, &briefing.Error{Code: briefing.CodeForeign, Op: "read template", Path: name, Err: err}
	}
	return t, nil
}
