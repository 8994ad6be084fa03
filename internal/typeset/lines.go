package typeset

import (
	"math"
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// textLine is one set line; its boxes stand relative to its left end and
// baseline.
type textLine struct {
	boxes  []Box
	w      float64 // natural width
	above  float64 // room over it
	parted bool    // ends within a word
}

// layout is how a paragraph is set.
type layout struct {
	width  float64
	indent float64 // of the first line
	align  align
	prose  bool // running text; in Chinese its lines are filled
	even   bool // of a title: no line much shorter than the others
	cell   bool // a cell of a table
	hyph   func(string) []int
}

// setter sets the blocks of one document.
type setter struct {
	*shaper
	lang   briefing.Lang
	hyph   func(string) []int // hyphens of the document's language, nil for none
	plot   PlotHeight
	words  document.Words
	full   float64 // height of the text block of the section at hand
	bottom float64 // margin of the page
	mark   []string
	notes  footnotes
	// Contents of the document, for the cover.
	entries []coverEntry
}

// lines sets spans in lines of the layout; no spans give no lines.
func (s *setter) lines(spans []span, l layout) []textLine {
	if l.prose && l.align == ragged && s.lang == briefing.ZH {
		l.align = justified
	}
	items := s.items(spans, s.lang, l)
	if len(items) == 0 {
		return nil
	}
	items, ranges := s.breakLines(items, l)
	if l.align == justified && s.lang == briefing.ZH && pulledApart(ranges) {
		l.align, l.prose = ragged, false
		return s.lines(spans, l)
	}
	out := make([]textLine, 0, len(ranges))
	for i, r := range ranges {
		in := 0.0
		if i == 0 {
			in = l.indent
		}
		out = append(out, s.line(items, r, in, l))
		if r.from > 0 && items[r.from-1].kind == lineItem {
			out[i].above = items[r.from-1].style.above
		}
	}
	return out
}

// mostPulled is how far the room between Chinese characters may stretch, as a
// multiple of its stretch: a fifth of a character. With more a line looks like
// single characters.
const mostPulled = 3.3

// pulledApart reports whether a filled line would look torn: beside long words
// of another script in a narrow column.
func pulledApart(ranges []lineRange) bool {
	return slices.ContainsFunc(ranges, func(r lineRange) bool { return !r.end && r.ratio > mostPulled })
}

// line places the items of one line. Words that stand at their natural
// distance become one run; elsewhere each word is a run with its space.
func (s *setter) line(items []item, r lineRange, indent float64, l layout) textLine {
	p := &placer{x: indent}
	natural := indent
	for _, it := range items[r.from:r.to] {
		if it.kind != breakItem {
			natural += it.w
		}
	}
	for _, it := range items[r.from:r.to] {
		switch it.kind {
		case boxItem:
			p.box(it)
		case glueItem:
			w := it.w
			if l.align == justified {
				if r.ratio >= 0 {
					w += math.Min(r.ratio, 50) * it.stretch
				} else {
					w += r.ratio * it.shrink
				}
			}
			p.glue(it, w)
		}
	}
	if r.at < len(items) && items[r.at].kind == breakItem && items[r.at].text != "" {
		h := items[r.at]
		p.box(item{kind: boxItem, w: h.w, text: h.text, face: h.face, style: h.style})
		natural += h.w
	}
	p.flush()
	line := textLine{boxes: s.marked(p.out), w: natural}
	line.parted = r.at < len(items) && items[r.at].hyphen
	shift := 0.0
	switch l.align {
	case flushRight:
		shift = l.width - natural
	case centred:
		shift = (l.width - natural) / 2
	}
	if shift != 0 {
		for i, b := range line.boxes {
			line.boxes[i] = b.moved(shift, 0)
		}
	}
	return line
}

// placer gathers boxes of a line into runs.
type placer struct {
	out    []Box
	x      float64 // where the next item stands
	run    []byte
	runX   float64
	runEnd float64 // where the run ends at its natural width
	style  *style
	face   Face
	link   string
	linkX  float64
	linkSt *style
}

func (p *placer) box(it item) {
	if it.style.link != p.link {
		p.closeLink()
		p.link, p.linkX, p.linkSt = it.style.link, p.x, it.style
	}
	if it.text == "" {
		p.flushRun()
		p.out = append(p.out, signBoxes(it.sign, p.x, 0, it.style.size)...)
		p.x += it.w
		return
	}
	if it.note > 0 {
		p.out = append(p.out, noteRef{number: it.note})
	}
	if len(p.run) > 0 && (p.face != it.face || !sameLook(p.style, it.style) || math.Abs(p.runEnd-p.x) > 0.02) {
		p.flushRun()
	}
	if len(p.run) == 0 {
		p.runX, p.runEnd, p.face, p.style = p.x, p.x, it.face, it.style
	}
	p.run = append(p.run, it.text...)
	p.x += it.w
	p.runEnd += it.w
}

func sameLook(a, b *style) bool {
	return a == b || a.size == b.size && a.color == b.color && a.rise == b.rise
}

// glue adds the space to the run before it, at its natural width; what the
// line adds to that shows where the next run begins.
func (p *placer) glue(it item, w float64) {
	if len(p.run) > 0 && it.text != "" {
		p.run = append(p.run, it.text...)
		p.runEnd += it.w
	}
	p.x += w
}

func (p *placer) flushRun() {
	if len(p.run) > 0 {
		p.out = append(p.out, Text{X: p.runX, Y: -p.style.rise, Face: p.face, Size: p.style.size, Color: p.style.color, S: string(p.run)})
		p.run = p.run[:0]
	}
}

func (p *placer) closeLink() {
	if p.link != "" {
		size := p.linkSt.size
		p.out = append(p.out, Link{X: p.linkX, Y: -0.8 * size, W: p.x - p.linkX, H: 1.05 * size, target: p.link})
	}
	p.link = ""
}

func (p *placer) flush() {
	p.flushRun()
	p.closeLink()
}
