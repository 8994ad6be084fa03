package app

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// TextPiece is a stretch of a text as the pack prints it. A line feed begins a
// paragraph.
type TextPiece struct {
	Text         string
	Bold, Italic bool
	Bound        string       // the figure as the text holds it, «{S20:value}»; "" of words
	Ref          briefing.Ref // the fact of a figure; none of one of the observations
	Fault        bool         // the figure can't be printed: the pack leaves the text out
	Loose        bool         // a number typed by hand: it follows nothing
	Note         bool         // a footnote
	Aside        bool         // added by the program: citations
	Tip          string       // what a figure is of, or why it can't be printed
}

// TextAsked is a text of a field that is to be shown as it prints.
type TextAsked struct {
	Field briefing.Field
	Text  string
}

// TextPieces shows texts of fields of a record as the leader's pack prints them,
// while they are being written. Marks and footnotes are known in the text of a
// section written by hand only, as on the page. Tips are in the language tips.
// It looks into the observations where a text holds figures of them, and is to
// be called beside the window.
func (p *Project) TextPieces(r briefing.Record, asked []TextAsked, tips briefing.Lang) ([][]TextPiece, error) {
	s := p.snapshotFor(asked)
	viewers := map[briefing.Lang]*pack.Viewer{}
	out := make([][]TextPiece, len(asked))
	m, _ := r.(*briefing.Message)
	for i, a := range asked {
		l := a.Field.Lang
		if viewers[l] == nil {
			v, err := pack.NewViewer(s, l)
			if err != nil {
				return nil, err
			}
			viewers[l] = v
		}
		w := pieceWriter{s: s, l: l, tips: tips, counts: true}
		if m != nil && m.Kind == "section" && a.Field.Label == "body" {
			w.blocks(viewers[l].Written(r.Ref(), a.Text))
		} else {
			w.blocks(viewers[l].Text(a.Text))
		}
		out[i] = w.out
	}
	return out, nil
}

// snapshotFor is the leader's snapshot for texts: with the observations only
// where one of them holds figures of those, since they may be millions.
func (p *Project) snapshotFor(asked []TextAsked) (s *project.Snapshot) {
	for _, a := range asked {
		if strings.Contains(a.Text, "{=") {
			return p.Snapshot(time.Time{}, briefing.Leader)
		}
	}
	return p.wordSnapshot(briefing.Leader)
}

// wordSnapshot is a snapshot without observations.
func (p *Project) wordSnapshot(a briefing.Audience) (s *project.Snapshot) {
	p.ReadRecords(func(pr *project.Project) {
		words := *pr
		words.Figures = nil
		s = project.Take(&words, project.Options{Audience: a})
		s.Attached = p.attachedTo(slices.Clone(words.Attachments))
	})
	return s
}

// pieceWriter turns blocks of a document into pieces.
type pieceWriter struct {
	s      *project.Snapshot
	l      briefing.Lang // of the text
	tips   briefing.Lang
	counts bool // numbers in words beside figures are told from them
	notes  int
	out    []TextPiece
}

func (w *pieceWriter) blocks(blocks []document.Block) {
	for _, b := range blocks {
		if c, ok := b.(document.Columns); ok { // a chart beside its table
			w.blocks(c.Left)
			w.blocks(c.Right)
			continue
		}
		if len(w.out) > 0 {
			w.add(TextPiece{Text: "\n"})
		}
		switch b := b.(type) {
		case document.Paragraph:
			if b.Style == document.SourceLine { // nobody has typed its numbers
				w.add(TextPiece{Text: document.RunsText(b.Runs), Aside: true})
				continue
			}
			if b.Style == document.Bullet {
				w.add(TextPiece{Text: "•\u00a0"})
			}
			w.runs(b.Runs)
		case document.Heading:
			w.add(TextPiece{Text: b.Text, Bold: true})
		case document.Table:
			w.add(TextPiece{Text: joinTitle(b.Label, b.Title), Note: true})
		case document.Chart:
			w.add(TextPiece{Text: joinTitle(b.Label, b.Title), Note: true})
		case document.Picture:
			p := TextPiece{Text: first(b.Caption, b.File), Note: true, Tip: b.Says}
			if b.Fault != "" {
				p.Text, p.Note, p.Fault = b.Says, false, true
			}
			w.add(p)
		}
	}
}

// joinTitle is the label of a table or chart with its title.
func joinTitle(label, title string) string {
	if label != "" && title != "" {
		return label + ". " + title
	}
	return first(title, label)
}

func (w *pieceWriter) add(p TextPiece) { w.out = append(w.out, p) }

func (w *pieceWriter) runs(runs []document.Run) {
	for _, r := range runs {
		p := TextPiece{Text: r.Text, Bold: r.Bold, Italic: r.Italic}
		switch {
		case len(r.Note) > 0:
			w.notes++
			p.Text, p.Note = superscript(w.notes)+" "+document.RunsText(r.Note), true
			w.add(p)
		case r.Bound != "":
			p.Bound, p.Fault, p.Tip = r.Bound, r.Tone == document.Bad, r.Bound
			if r.Origin != nil {
				p.Ref = *r.Origin
			}
			w.tell(&p)
			w.add(p)
		case r.Link != "" || r.Small:
			p.Aside = true
			w.add(p)
		default:
			w.words(p)
		}
	}
}

// tell says what a figure is of.
func (w *pieceWriter) tell(p *TextPiece) {
	if p.Ref.ID == "" {
		return
	}
	d, _ := briefing.Describe(briefing.KindFact)
	f, ok := w.s.Fact(p.Ref.ID)
	switch {
	case ok && !p.Fault:
		p.Tip = d.Caption(f, w.tips) + " " + p.Bound
	case ok:
		p.Tip = lang.T(w.tips, "gui.text.figure_empty", p.Bound)
	case p.Fault && w.held(p.Ref):
		p.Tip = lang.T(w.tips, "gui.text.figure_held", p.Bound)
	default:
		p.Tip, p.Ref = lang.T(w.tips, "gui.text.figure_unknown", p.Bound), briefing.Ref{}
	}
}

func (w *pieceWriter) held(ref briefing.Ref) bool {
	for _, h := range w.s.Held {
		if h.Ref == ref {
			return true
		}
	}
	return false
}

// words cuts words at the numbers that are typed in them.
func (w *pieceWriter) words(p TextPiece) {
	if !w.counts {
		w.add(p)
		return
	}
	at := 0
	cut := func(to int, loose bool) {
		if to > at {
			q := p
			q.Text, q.Loose = p.Text[at:to], loose
			if loose {
				q.Tip = lang.T(w.tips, "gui.text.loose")
			}
			w.add(q)
			at = to
		}
	}
	for _, q := range prose.Quantities(w.l, p.Text) {
		cut(q.Start, false)
		cut(q.End, true)
	}
	cut(len(p.Text), false)
}

// superscript is a number raised.
func superscript(n int) string {
	const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	raised := []rune(digits)
	var out strings.Builder
	for _, d := range strconv.Itoa(n) {
		out.WriteRune(raised[d-'0'])
	}
	return out.String()
}
