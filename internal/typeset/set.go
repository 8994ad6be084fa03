package typeset

import (
	"slices"
	"sort"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/typeset/hyphen"
)

// PlotHeight is the height in points that a chart's plot takes in a column of
// the width.
type PlotHeight func(c *document.Chart, width float64) float64

// Set turns a document into pages. Without plots charts take no height. A
// character that no face has is shown as □; the error, a briefing.Error of
// CodeMissingGlyph, then lists all of them, and the pages are there all the same.
func Set(d *document.Document, m Metrics, plots PlotHeight) ([]Page, error) {
	g := geometry{d.Page}
	s := &setter{
		shaper: newShaper(m), lang: d.Lang, plot: plots, words: d.Words, mark: d.Mark,
		full: g.height(false), bottom: d.Page.Bottom * MM, entries: entriesOf(d.Sections),
	}
	switch d.Lang {
	case briefing.RU:
		s.hyph = hyphen.Russian()
	case briefing.EN:
		s.hyph = hyphen.English()
	}
	var list []piece
	for i := range d.Sections {
		sec := &d.Sections[i]
		s.full, s.notes.width = g.height(sec.Landscape), g.width(sec.Landscape)
		list = append(list, s.onePage(sec, g.width(sec.Landscape), opensPage(d.Sections, i), parentOf(d.Sections, i))...)
	}
	if len(d.Mark) > 0 && !coverFirst(d) {
		var st stack
		s.restriction(&st, g.width(len(d.Sections) > 0 && d.Sections[0].Landscape))
		p := st.piece()
		p.after, p.keep = underMark, true
		p.landscape = len(d.Sections) > 0 && d.Sections[0].Landscape
		list = append([]piece{p}, list...)
	}
	if len(list) == 0 {
		list = []piece{{}}
	}
	p := paginator{full: g.height, notes: s.notes.set, below: map[int]bool{}}
	sheets := p.run(list)
	pages := make([]Page, len(sheets))
	for i, sh := range sheets {
		pages[i] = s.page(d, g, sh, i+1, len(sheets))
	}
	s.finish(pages)
	return pages, s.err()
}

// parentOf reports whether section i is only the parent of what follows it.
func parentOf(secs []document.Section, i int) bool {
	return len(secs[i].Blocks) == 0 && i+1 < len(secs) && secs[i+1].Level > secs[i].Level && !opensPage(secs, i+1)
}

// opensPage reports whether section i begins a new page. A subsection does not
// when its parent holds nothing but its own head.
func opensPage(secs []document.Section, i int) bool {
	if i == 0 {
		return false
	}
	prev, sec := &secs[i-1], &secs[i]
	if prev.Landscape != sec.Landscape || prev.Silent {
		return true
	}
	return sec.NewPage && (len(prev.Blocks) > 0 || sec.Level <= prev.Level)
}

func coverFirst(d *document.Document) bool {
	if len(d.Sections) == 0 || len(d.Sections[0].Blocks) == 0 {
		return false
	}
	_, ok := d.Sections[0].Blocks[0].(document.Cover)
	return ok
}

func entriesOf(secs []document.Section) []coverEntry {
	var out []coverEntry
	for _, s := range secs {
		if !s.Silent {
			out = append(out, coverEntry{level: s.Level, number: s.Number, title: s.Title, place: s.Key})
		}
	}
	return out
}

// geometry is the paper with its margins.
type geometry struct{ document.PageSetup }

// size is the paper in points.
func (g geometry) size(landscape bool) (w, h float64) {
	if landscape {
		return g.Height * MM, g.Width * MM
	}
	return g.Width * MM, g.Height * MM
}

// least is the smallest text block that anything is set in, whatever the
// margins say.
const least = 60

func (g geometry) width(landscape bool) float64 {
	w, _ := g.size(landscape)
	return max(w-(g.Left+g.Right)*MM, least)
}

func (g geometry) height(landscape bool) float64 {
	_, h := g.size(landscape)
	return max(h-(g.Top+g.Bottom)*MM, least)
}

// left is the left margin of a page; two-sided printing swaps the margins.
func (g geometry) left(back bool) float64 {
	if g.Mirrored && back {
		return g.Right * MM
	}
	return g.Left * MM
}

// page puts the watermark under the text block, and head and foot around it.
func (s *setter) page(d *document.Document, g geometry, sh sheet, number, count int) Page {
	name := pageName(d, number)
	p := Page{Number: number, Name: name.Text}
	p.Width, p.Height = g.size(sh.landscape)
	x, w := g.left(name.Back), g.width(sh.landscape)
	p.Back, p.Left = name.Back, x
	if d.Watermark != "" {
		p.Boxes = append(p.Boxes, s.watermark(d.Watermark, p.Width, p.Height)...)
	}
	silent := sh.section != nil && sh.section.silent
	if !silent && g.Top >= 17 {
		p.Boxes = append(p.Boxes, s.head(d, x, w, headNumber(d, name.Text, number, count))...)
	}
	if !silent && g.Bottom >= 10 {
		p.Boxes = append(p.Boxes, s.foot(d, sh, x, w, p.Height)...)
	}
	p.Body = len(p.Boxes)
	p.Boxes = append(p.Boxes, moved(sh.boxes, x, g.Top*MM)...)
	return p
}

// pageName is what a page is called, and whether it is the back of a sheet.
func pageName(d *document.Document, number int) document.PageName {
	if number <= len(d.PageNames) && d.PageNames[number-1].Text != "" {
		return d.PageNames[number-1]
	}
	return document.PageName{Text: strconv.Itoa(number), Back: number%2 == 0}
}

// headNumber is what the running head says of the page: nothing on the first.
func headNumber(d *document.Document, name string, number, count int) string {
	switch {
	case number == 1:
		return ""
	case d.Words.PageOf != "" && len(d.PageNames) == 0:
		return strings.Replace(strings.Replace(d.Words.PageOf, "%s", name, 1), "%s", strconv.Itoa(count), 1)
	}
	return name
}

// watermark is set across the page, pale, as large as the diagonal allows.
func (s *setter) watermark(text string, w, h float64) []Box {
	const angle = 52
	unit := s.width(SansBold, 1, text)
	if unit <= 0 {
		return nil
	}
	size := min(0.72*h/unit/0.79, 120)
	var out []Box
	x := w/2 - unit*size/2*0.616 + 0.36*size*0.788
	y := h/2 + unit*size/2*0.788 + 0.36*size*0.616
	for _, f := range s.fragments(SansBold, size, text) {
		out = append(out, Text{X: x, Y: y, Face: f.Face, Size: size, Color: Pale, Angle: angle, S: f.Text})
		x, y = x+f.W*0.616, y-f.W*0.788
	}
	return out
}

// head is the running head: short title, page number from page 2, as-of line.
func (s *setter) head(d *document.Document, x, w float64, number string) []Box {
	k, y := look{Sans, 7.5, 9, Secondary}, 12.7*MM
	out := []Box{Line{X1: x, X2: x + w, Y1: 15.7 * MM, Y2: 15.7 * MM, Width: 0.5, Color: Hairline}}
	n := look{SansBold, 9.5, 12, Ink}
	side := min(0.47*w, (w-s.width(n.face, n.size, number))/2-6) // the number has its room
	out = append(out, s.oneLine(d.HeadLeft, k, x, y, side, ragged)...)
	out = append(out, s.oneLine(d.HeadRight, k, x+w-side, y, side, flushRight)...)
	if number != "" {
		out = append(out, s.oneLine(number, n, x, y+0.5, w, centred)...)
	}
	return out
}

// mostInLine is more characters than a line of a page holds.
const mostInLine = 1000

// oneLine sets a text on one line; what is too long ends in an ellipsis.
func (s *setter) oneLine(text string, k look, x, y, w float64, a align) []Box {
	ls := s.lines(k.plain(s.shortened(text, k, w)), layout{width: w, align: a})
	if len(ls) == 0 {
		return nil
	}
	return moved(ls[0].boxes, x, y)
}

// shortened is text cut so that it has room in w.
func (s *setter) shortened(text string, k look, w float64) string {
	if len(text) <= mostInLine && s.width(k.face, k.size, text) <= w {
		return text
	}
	rs := []rune(text)
	cut := func(n int) string { return strings.TrimRight(string(rs[:n]), " ,.;:\u00a0") + "…" }
	n := sort.Search(min(len(rs), mostInLine), func(n int) bool { return s.width(k.face, k.size, cut(n+1)) > w })
	return cut(max(n, 1))
}

// place is where an anchor stands.
type place struct {
	page int
	name string
	y    float64
}

// finish fills in page numbers and the targets of links; a link to a place
// that is not in the document leads to the section it belongs to, or nowhere.
func (s *setter) finish(pages []Page) {
	places := map[string]place{}
	for _, p := range pages {
		for _, b := range p.Boxes {
			if a, ok := b.(anchor); ok && a.name != "" {
				if _, twice := places[a.name]; !twice {
					places[a.name] = place{p.Number, p.Name, a.y}
				}
			}
		}
	}
	for i := range pages {
		boxes := pages[i].Boxes
		out := make([]Box, 0, len(boxes))
		for _, b := range boxes {
			switch b := b.(type) {
			case anchor, noteRef:
			case pageRef:
				out = append(out, s.pageNumber(b, places)...)
			case Link:
				if l, ok := resolve(b, places); ok {
					out = append(out, l)
				}
			default:
				out = append(out, b)
			}
		}
		pages[i].Boxes = slices.Clip(out)
	}
}

func (s *setter) pageNumber(r pageRef, places map[string]place) []Box {
	pl, ok := places[r.target]
	if !ok {
		return nil
	}
	text := pl.name
	w := s.width(r.style.face, r.style.size, text)
	return []Box{Text{X: r.x - w, Y: r.y, Face: r.style.face, Size: r.style.size, Color: r.style.color, S: text, Refer: true}}
}

func resolve(l Link, places map[string]place) (Link, bool) {
	name, inside := strings.CutPrefix(l.target, "#")
	if !inside {
		l.URL = l.target
		return l, strings.HasPrefix(l.URL, "https://") || strings.HasPrefix(l.URL, "http://") || strings.HasPrefix(l.URL, "mailto:")
	}
	pl, ok := places[name]
	if !ok {
		// "#source-3" without a row of that name: the register of "sources"
		if kind, _, found := strings.Cut(name, "-"); found {
			pl, ok = places[kind+"s"]
		}
	}
	l.Page, l.PageY = pl.page, pl.y
	return l, ok
}
