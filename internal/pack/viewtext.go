package pack

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// Viewer shows a text of a record as the pack prints it, for whom is writing it.
// Unlike the pack it leaves nothing out: a figure that can't be printed stays as
// it is written and has the tone Bad.
type Viewer struct{ b *builder }

// NewViewer returns the viewer of the snapshot's reader in a language.
func NewViewer(s *project.Snapshot, l briefing.Lang) (*Viewer, error) {
	b, err := newBuilder(s, nil, Options{Lang: l, Lenient: true})
	if err != nil {
		return nil, err
	}
	return &Viewer{b}, nil
}

// Text shows a text of which each line is a paragraph.
func (v *Viewer) Text(text string) []document.Block {
	var out []document.Block
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			runs, _ := v.b.bound(line)
			out = append(out, document.Paragraph{Runs: runs})
		}
	}
	return out
}

// Printed is a text as it reads on the page, with what each figure prints there.
type Printed struct {
	Text    string
	Figures map[string][]string // by the binding, «{S20:period}»
	// Again reports a word that a period brings with it and the text says once
	// more («2025 год года»).
	Again bool
}

// Printed prints a text of which each line is a paragraph.
func (v *Viewer) Printed(text string) Printed {
	out := Printed{Figures: map[string][]string{}}
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		runs, _ := v.b.bound(line)
		for i, r := range runs {
			if r.Bound != "" {
				out.Figures[r.Bound] = append(out.Figures[r.Bound], r.Text)
			}
			for _, m := range briefing.BindingsOf(r.Bound) {
				if m.Form == "period" && m.Data == "" {
					_, word := lang.PeriodBefore(v.b.l, r.Text, document.RunsText(runs[i+1:]))
					out.Again = out.Again || word != ""
				}
			}
		}
		lines = append(lines, document.RunsText(runs))
	}
	out.Text = strings.Join(lines, "\n")
	return out
}

// Written shows the text of a section written by hand: headings, items, images,
// marks and footnotes as ownSection prints them.
func (v *Viewer) Written(of briefing.Ref, text string) []document.Block {
	return v.b.written(of, text)
}

// Person is a person as a text names him: posts at the moment, then the name, in
// the order of the language; "" when he has no name in it.
func (v *Viewer) Person(p *briefing.Person) string {
	name := p.Name.In(v.b.l)
	var posts []string
	for _, post := range p.Posts {
		if s := post.Title.In(v.b.l); s != "" && post.HeldAt(v.b.s.AsOf) {
			posts = append(posts, s)
		}
	}
	if name == "" || len(posts) == 0 {
		return name
	}
	return v.b.t("insert.person", name, v.b.commas(posts...))
}

// Event is an event as a text names it: its title and when it is; "" when it has
// no title in the language.
func (v *Viewer) Event(e *briefing.Event) string {
	title, when := e.Title.In(v.b.l), lang.Period(v.b.l, e.When)
	if title == "" || when == "" {
		return title
	}
	return v.b.t("insert.event", title, when)
}

// Source is a source as a footnote tells it; "" when it has no title in the
// language.
func (v *Viewer) Source(s *briefing.Source) string {
	title := s.Title.In(v.b.l)
	if title == "" {
		return ""
	}
	told := join(". ", s.Publisher.In(v.b.l), title)
	if s.Published != "" {
		told = v.b.commas(told, lang.Stamp(v.b.l, s.Published))
	}
	return v.b.closed(told)
}

// Picture is an image attached to a record as it would be printed, or why it
// can't be.
func (v *Viewer) Picture(of briefing.Ref, file string) document.Picture {
	return v.b.picture(of, "", file)
}
