package app

import (
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// SectionText is what a section of the pack holds at one place: a text of a
// record, or a table, chart or image that the program sets there.
type SectionText struct {
	Ref    briefing.Ref // none of what is no text of a record
	Label  string       // of the field, without its language
	Field  string       // key of the field in the language of the pack
	Title  string       // what it is: «Тезис · можно озвучивать», «Таблица 5. …»
	Kind   SectionPart
	Pieces []TextPiece
}

// SectionPart is a kind of SectionText.
type SectionPart uint8

// Parts of a section.
const (
	TextPart SectionPart = iota
	TablePart
	ChartPart
	PicturePart
)

// SectionTexts lists what each section of the leader's pack holds, in the order
// of the pages, by the key of the section; a section without content has none,
// one of figures alone an empty list. Texts come with the figures that
// can't be printed, which the pack leaves out whole. Titles and tips are in the
// language tips. It is to be called beside the window.
func (p *Project) SectionTexts(l, tips briefing.Lang) (map[string][]SectionText, error) {
	s := p.Snapshot(time.Time{}, briefing.Leader)
	d, err := pack.Build(s, nil, pack.Options{Lang: l, Outline: true, Lenient: true})
	if err != nil {
		return nil, err
	}
	out := map[string][]SectionText{}
	for i := range d.Sections {
		x := &d.Sections[i]
		g := gatherer{s: s, l: l, tips: tips, at: map[string]int{}}
		g.own(x.Key)
		g.runs(x.DeckRuns, nil)
		g.blocks(x.Blocks)
		if len(g.out) > 0 || len(x.Blocks) > 0 {
			out[x.Key] = g.out
		}
	}
	return out, nil
}

// gatherer lists the parts of one section.
type gatherer struct {
	s       *project.Snapshot
	l, tips briefing.Lang
	hand    *briefing.Message // the section is written by hand, in one text
	at      map[string]int
	out     []SectionText
}

// own finds out whether the section is one text of a record.
func (g *gatherer) own(key string) {
	for _, m := range g.s.Messages {
		if pack.OwnKey(m.ID) == key && key != "" {
			g.hand = m
		}
	}
}

func (g *gatherer) blocks(blocks []document.Block) {
	if g.hand != nil {
		w := pieceWriter{s: g.s, l: g.l, tips: g.tips, counts: true}
		w.blocks(blocks)
		t := g.text(g.hand, "body")
		t.Pieces = w.out
		g.out = append(g.out, t)
		return
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Paragraph:
			g.runs(b.Runs, nil)
		case document.Note:
			g.runs(b.Runs, nil)
		case document.Points:
			for _, p := range b.Items {
				g.runs(p.TitleRuns, nil)
				g.runs(p.Runs, []string{p.Tag})
			}
		case document.Columns:
			g.blocks(b.Left)
			g.blocks(b.Right)
		case document.Table:
			g.part(TablePart, b.Label, b.Title)
		case document.Chart:
			g.part(ChartPart, b.Label, b.Title)
		case document.Picture:
			g.part(PicturePart, "", first(b.Caption, b.File))
		}
	}
}

func (g *gatherer) part(kind SectionPart, label, title string) {
	if title = joinTitle(label, title); title != "" {
		g.out = append(g.out, SectionText{Kind: kind, Title: title})
	}
}

// runs takes the texts of records that runs show; what stands between and behind
// them belongs to the one before.
func (g *gatherer) runs(runs []document.Run, more []string) {
	now := -1
	for _, r := range runs {
		if r.Shows != nil && len(r.Shows.Fields) == 1 {
			now = g.begin(r.Shows, more)
		}
		if now < 0 {
			continue
		}
		w := pieceWriter{s: g.s, l: g.l, tips: g.tips, counts: r.Shows != nil}
		w.runs([]document.Run{r})
		g.out[now].Pieces = append(g.out[now].Pieces, w.out...)
	}
}

// begin is the place of the text of a field: a new one, or that it has already.
func (g *gatherer) begin(s *document.Shown, more []string) int {
	key := string(s.Ref.Kind) + " " + string(s.Ref.ID) + " " + s.Fields[0].Field
	if at, ok := g.at[key]; ok {
		return at
	}
	d, ok := briefing.Describe(s.Ref.Kind)
	r := g.s.Find(s.Ref)
	if !ok || r == nil {
		return -1
	}
	for _, f := range d.Fields {
		if f.Key == s.Fields[0].Field && f.Lang != "" {
			t := g.text(r, f.Label)
			for _, m := range more {
				if m != "" {
					t.Title += " · " + m
				}
			}
			g.at[key] = len(g.out)
			g.out = append(g.out, t)
			return g.at[key]
		}
	}
	return -1
}

// text is a text of a record without its pieces.
func (g *gatherer) text(r briefing.Record, label string) SectionText {
	ref := r.Ref()
	t := SectionText{Ref: ref, Label: label, Field: label + "_" + string(g.l)}
	t.Title = lang.KindName(g.tips, ref.Kind, false)
	if m, ok := r.(*briefing.Message); ok {
		t.Title = lang.Enum(g.tips, "message", m.Kind)
	}
	if name := lang.Label(g.tips, ref.Kind, label); name != "" && label != "body" && label != "title" {
		t.Title += " · " + name
	}
	return t
}
