// Package docx writes a document.Document as a Word file, and reads such a file
// back after people have worked on it in a word processor.
//
// It promises that
//   - the same document gives the same bytes, whenever and wherever it is
//     written, and nothing gets into the file that the document does not hold:
//     no user, no path, no time of the run;
//   - structure is structure: headings are headings, lists are lists, heads of
//     tables repeat, links lead somewhere, pictures have a text for those who
//     don't see them, each stretch of text has its language;
//   - any text is safe, whatever characters it holds;
//   - each paragraph and each row has a hidden bookmark (see Key) that tells
//     what it stands for and what it said, so that a file that comes back is
//     compared by what its parts are and not by where they are now. What is made
//     for the partner carries none.
//
// It writes the parts of the format itself; docs/dependencies.md says why.
package docx

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// Write writes the document. Errors are those of w and of charts that can't be
// drawn.
func Write(w io.Writer, d *document.Document) error {
	wr := newWriter(d, true)
	if err := wr.document(); err != nil {
		return err
	}
	return wr.pack(w)
}

// Pieces lists what Write puts bookmarks on, in the order of the document.
func Pieces(d *document.Document) ([]Piece, error) {
	wr := newWriter(d, false)
	if err := wr.document(); err != nil {
		return nil, err
	}
	return wr.pieces, nil
}

// writer makes one document.
type writer struct {
	doc     *document.Document
	drawn   bool // charts are drawn; else only what is said is of interest
	body    markup
	rels    []relation
	media   []media
	anchors map[string]string // targets of links that are there → names of bookmarks
	marks   int               // bookmarks so far
	shapes  int               // pictures so far
	lists   []int             // first numbers of the numbered lists
	level   int               // of the section
	where   string            // its title, or the label of the table
	keyer
	textWidth int // of the page now set, in twentieths of a point
	sections  int // that have ended
	landscape bool
}

// relation leads from the document to another part or out of the file.
type relation struct {
	kind, target string
	external     bool
}

func newWriter(d *document.Document, drawn bool) *writer {
	w := &writer{doc: d, drawn: drawn, keyer: newKeyer(d)}
	w.anchors = anchorsOf(d)
	w.textWidth = w.widthOf(false)
	return w
}

// anchorsOf lists the targets of links that the document holds. Their names
// hold no identifier of a record: the file may go out of the house.
func anchorsOf(d *document.Document) map[string]string {
	out := map[string]string{}
	add := func(key string) {
		if key != "" && out[key] == "" {
			kind := "part"
			if strings.HasPrefix(key, "source-") {
				kind = "source" // by which citations are known when the file comes back
			}
			out[key] = fmt.Sprintf("to_%s_%d", kind, len(out)+1)
		}
	}
	for _, s := range d.Sections {
		add(s.Key)
		eachTable(s.Blocks, func(t *document.Table) {
			for _, r := range t.Rows {
				add(r.Anchor)
			}
		})
	}
	return out
}

func eachTable(bs []document.Block, do func(*document.Table)) {
	for _, b := range bs {
		switch b := b.(type) {
		case document.Table:
			do(&b)
		case document.Columns:
			eachTable(b.Left, do)
			eachTable(b.Right, do)
		}
	}
}

// twips are twentieths of a point, the unit of lengths in the format.
func twips(mm float64) int { return int(mm*1440/25.4 + 0.5) }

// widthOf is the width of the text in twips.
func (w *writer) widthOf(landscape bool) int {
	p := w.doc.Page
	if landscape {
		return twips(p.Height - p.Left - p.Right)
	}
	return twips(p.Width - p.Left - p.Right)
}

// document writes all sections.
func (w *writer) document() error {
	secs := w.doc.Sections
	for i := range secs {
		s := &secs[i]
		wide := w.wideBlocks(s)
		turned := w.turnTo(s.Landscape || len(wide) > 0 && wide[0])
		w.level, w.where = max(s.Level, 1), s.Title
		w.keyer.section(s.Key)
		w.sectionHead(s, opensPage(secs, i) && !turned)
		for from := 0; from < len(wide); {
			to := from + 1
			for to < len(wide) && wide[to] == wide[from] {
				to++
			}
			w.turnTo(wide[from])
			if err := w.blocks(s.Blocks[from:to]); err != nil {
				return err
			}
			from = to
		}
	}
	if len(secs) == 0 {
		w.para(paraProps{style: styleBody})
	}
	w.sectionProps(&w.body, w.landscape, w.sections == 0)
	return nil
}

// opensPage reports whether a section begins a page by a break of its own. One
// that may join what stands before it does not: how much room that leaves is for
// Word to know, which keeps a heading with its text.
func opensPage(secs []document.Section, i int) bool {
	if i == 0 {
		return false
	}
	return secs[i-1].Silent || secs[i].NewPage && !secs[i].Joins && (len(secs[i-1].Blocks) > 0 || secs[i].Level <= secs[i-1].Level)
}

// sectionHead writes the heading of a section and the line under it.
func (w *writer) sectionHead(s *document.Section, newPage bool) {
	if s.Silent || s.Bare {
		w.emptyAnchor(s.Key, newPage)
		return
	}
	title := s.Title
	if s.Number != "" {
		title = s.Number + "\u00a0\u00a0" + s.Title
	}
	w.para(paraProps{style: headingStyle(w.level), newPage: newPage, anchor: s.Key}, plain(title)...)
	if s.Deck != "" {
		w.para(paraProps{style: styleDeck, keepNext: true}, w.deck(s)...)
	}
}

func (w *writer) deck(s *document.Section) []inline {
	if len(s.DeckRuns) > 0 {
		return texts(s.DeckRuns)
	}
	return plain(s.Deck)
}

// emptyAnchor is the place that links to a section without a head lead to, where
// any do or a page begins there.
func (w *writer) emptyAnchor(key string, newPage bool) {
	if newPage {
		w.para(paraProps{style: styleTiny, newPage: true, anchor: key})
	}
}

func headingStyle(level int) string {
	return "Heading" + strconv.Itoa(min(max(level, 1), 3))
}

// word is a text of the writer itself in the document's language.
func (w *writer) word(key string, args ...any) string {
	return lang.T(w.doc.Lang, "docx."+key, args...)
}

// pack writes all parts into the file.
func (w *writer) pack(out io.Writer) error {
	var z bundle
	z.modified = w.doc.AsOf
	w.parts(&z)
	var buf bytes.Buffer
	if err := z.writeTo(&buf); err != nil {
		return &briefing.Error{Code: briefing.CodeInternal, Op: "write Word file", Err: err}
	}
	_, err := out.Write(buf.Bytes())
	return err
}
