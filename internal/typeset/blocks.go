package typeset

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// blocks sets blocks one under the other in a column of the width.
func (s *setter) blocks(bs []document.Block, w float64) []piece {
	var out []piece
	for i, b := range bs {
		if _, ok := b.(document.PageBreak); ok {
			continue
		}
		var next document.Block
		if i+1 < len(bs) {
			next = bs[i+1]
		}
		var ps []piece
		if all := alike(bs, i); all != nil {
			ps = s.tableLike(b.(document.Table), all, w)
		} else {
			ps = s.block(b, next, w)
		}
		if i > 0 && len(ps) > 0 {
			_, ps[0].newPage = bs[i-1].(document.PageBreak)
		}
		if p, ok := next.(document.Paragraph); ok && p.Style == document.SourceLine && len(ps) > 0 {
			ps[len(ps)-1].keep = true
		}
		if p, ok := b.(document.Paragraph); ok && p.Style != document.SourceLine && len(ps) > 0 {
			if _, ok := next.(document.Note); ok { // a note does not open a page apart from what it is about
				ps[len(ps)-1].keep = true
			}
		}
		out = append(out, ps...)
	}
	return out
}

func (s *setter) block(b, next document.Block, w float64) []piece {
	switch b := b.(type) {
	case document.Heading:
		return s.heading(b, next, w)
	case document.Paragraph:
		return region(s.paragraph(b, w), w, b.Origin)
	case document.Note:
		return s.note(b, w)
	case document.Picture:
		return region(s.picture(b, w), w, b.Origin)
	case document.Banner:
		return s.banner(b, w)
	case document.KeyFigures:
		return s.keyFigures(b, w)
	case document.Points:
		return s.points(b, w)
	case document.Columns:
		return s.columns(b, w)
	case document.SignOff:
		return s.signOff(b, w)
	case document.Table:
		return s.table(b, w)
	case document.Chart:
		return s.chart(b, w)
	case document.Cover:
		return s.cover(b, w)
	}
	return nil
}

// section sets the head of a section and its blocks. A parent has nothing of
// its own: its subsection follows at once.
func (s *setter) section(sec *document.Section, w float64, newPage, parent bool) []piece {
	var out []piece
	switch {
	case sec.Silent:
	case sec.Bare:
		out = append(out, s.bareHead(sec))
	case parent:
		out = append(out, s.parentHead(sec, w))
	default:
		out = append(out, s.sectionHead(sec, w))
	}
	out = append(out, s.blocks(sec.Blocks, w)...)
	if len(out) == 0 {
		return nil
	}
	out[0].newPage, out[0].joins = newPage, sec.Joins
	for i := range out { // a page break inside the section does not turn the paper
		out[i].landscape = sec.Landscape
	}
	out[0].section = &sectionMark{number: sec.Number, title: sec.Title, silent: sec.Silent, empty: parent}
	return out
}

// sectionHead is a rule over the full width with a tab at its left end, the
// number, the title and the line under it.
func (s *setter) sectionHead(sec *document.Section, w float64) piece {
	var st stack
	st.add(0,
		anchor{name: sec.Key},
		Bookmark{Level: max(sec.Level-1, 0), Title: numbered(sec.Number, sec.Title)},
		Line{X1: 0, Y1: 0.375, X2: w, Y2: 0.375, Width: 0.75, Color: Accent},
		Rect{X: 0, Y: 0, W: 22 * MM, H: 3, Fill: color(Accent)},
	)
	st.gap(5)
	if sec.Number != "" {
		k := sectionNoLook()
		st.lines(s.lines(k.plain(sec.Number), layout{width: w}), 0, k.leading, k.size)
		st.gap(0.8)
	}
	k := sectionTitleLook()
	st.lines(s.lines(k.plain(sec.Title), layout{width: w, even: true}), 0, k.leading, k.size)
	if sec.Deck != "" {
		k = deckLook()
		st.lines(s.lines(k.plain(sec.Deck), layout{width: w}), 0, k.leading, k.size)
	}
	p := st.piece()
	p.before, p.after, p.keep = 24, 7, true
	return p
}

// parentHead is a line over the head of the first subsection.
func (s *setter) parentHead(sec *document.Section, w float64) piece {
	k := heading2Look()
	number := k
	number.color = Accent
	var st stack
	st.add(0, anchor{name: sec.Key}, Bookmark{Level: max(sec.Level-1, 0), Title: numbered(sec.Number, sec.Title)})
	spans := k.plain(sec.Title)
	if sec.Number != "" {
		spans = append(number.plain(sec.Number+"\u00a0\u00a0 "), spans...)
	}
	st.lines(s.lines(spans, layout{width: w}), 0, k.leading, k.size)
	p := st.piece()
	p.before, p.after, p.keep, p.tight = 24, 8, true, true
	return p
}

func numbered(number, title string) string {
	if number == "" {
		return title
	}
	return number + "\u00a0" + title
}

// heading sets a heading inside a section. A rule closes it unless what
// follows brings rules of its own.
func (s *setter) heading(h document.Heading, next document.Block, w float64) []piece {
	k := heading2Look()
	if h.Level > 2 {
		k = heading3Look()
	}
	var st stack
	st.lines(s.lines(k.plain(h.Text), layout{width: w}), 0, k.leading, k.size)
	after := 3.0
	if h.Level <= 2 && !brings(next) {
		st.gap(4.5)
		st.add(0, Line{X1: 0, Y1: 0, X2: w, Y2: 0, Width: 0.75, Color: Ink})
		after = 6.5
	}
	p := st.piece()
	p.before, p.after, p.keep = 12, after, true
	return []piece{p}
}

// brings reports whether a block opens with rules or a title of its own.
func brings(b document.Block) bool {
	switch b := b.(type) {
	case document.Table, document.Chart, document.KeyFigures, document.Note:
		return true
	case document.Columns:
		return len(b.Left) > 0 && brings(b.Left[0])
	}
	return false
}

// quoteIndent is where the text of a quotation begins, right of its bar.
const quoteIndent = 8.5

func (s *setter) paragraph(p document.Paragraph, w float64) []piece {
	switch p.Style {
	case document.Text:
		if n := len(p.Runs); n > 1 && p.Runs[0].Bold && strings.HasSuffix(p.Runs[0].Text, "\n") {
			first := p.Runs[0] // a question over its answer
			first.Text, first.Bold = strings.TrimRight(first.Text, "\n"), false
			return append(s.lead([]document.Run{first}, w), s.plainParagraph(textLook(), p.Runs[1:], layout{width: w, prose: true}, 6)...)
		}
		return s.plainParagraph(textLook(), p.Runs, layout{width: w, prose: true}, 6)
	case document.Small:
		return s.plainParagraph(smallLook(), p.Runs, layout{width: w, prose: true}, 5)
	case document.SourceLine:
		return spaced(s.plainParagraph(sourceLook(), p.Runs, layout{width: w}, 8), 4, 8)
	case document.Lead:
		return s.lead(p.Runs, w)
	case document.Bullet:
		return s.bullet(p.Runs, w)
	case document.Quote:
		return s.quote(p.Runs, w)
	}
	k := bodyLook()
	indent := 12.5 * MM
	if s.lang == briefing.ZH {
		indent = 2 * k.size
	}
	l := layout{width: w, indent: indent, align: justified, hyph: s.hyph}
	return passing(s.plainParagraph(k, p.Runs, l, 6))
}

func (s *setter) plainParagraph(k look, runs []document.Run, l layout, space float64) []piece {
	ps := linePieces(s.lines(s.spans(k, runs), l), 0, k.leading, k.size)
	return spaced(ps, space, space)
}

// passing are the lines of a paragraph that may pass a figure.
func passing(ps []piece) []piece {
	for i := range ps {
		ps[i].prose, ps[i].opens = true, i == 0
	}
	return ps
}

// lead is a line over the text that follows it.
func (s *setter) lead(runs []document.Run, w float64) []piece {
	ps := kept(s.plainParagraph(leadLook(), runs, layout{width: w}, 6), true)
	if n := len(ps); n > 0 {
		ps[n-1].after, ps[n-1].tight = 1, true
	}
	return ps
}

func (s *setter) bullet(runs []document.Run, w float64) []piece {
	k := textLook()
	const in = 10.5
	ps := linePieces(s.lines(s.spans(k, runs), layout{width: w - in, prose: true}), in, k.leading, k.size)
	if len(ps) > 0 {
		y := baseline(k.leading, k.size) - 0.25*k.size
		ps[0].boxes = append([]Box{Line{X1: 0, Y1: y, X2: 4.6, Y2: y, Width: 1.4, Color: Accent}}, ps[0].boxes...)
	}
	return spaced(ps, 3.6, 3.6)
}

// quote sets a quotation or a rendering of a statement beside a bar. Text
// after a line feed in a small run is its source.
func (s *setter) quote(runs []document.Run, w float64) []piece {
	k := textLook()
	ps := linePieces(s.lines(s.spans(k, runs), layout{width: w - quoteIndent, prose: true}), quoteIndent, k.leading, k.size)
	if n := len(ps); n > 1 && len(runs) > 0 && runs[len(runs)-1].Small {
		src := sourceLook()
		d := baseline(src.leading, src.size) - baseline(k.leading, k.size)
		ps[n-1].boxes, ps[n-1].h = moved(ps[n-1].boxes, 0, d), src.leading
		ps[n-2].keep = true
	}
	for i := range ps {
		bar := Rect{X: 0, Y: 0, W: 2.2, H: ps[i].h, Fill: color(Accent)}
		ps[i].boxes = append([]Box{bar}, ps[i].boxes...)
	}
	return spaced(ps, 5, 5)
}

// note is a box on soft ground, or in a frame.
func (s *setter) note(n document.Note, w float64) []piece {
	const padX, padY = 8, 6.5
	k := smallLook()
	var spans []span
	if n.Title != "" {
		st := k.style()
		st.face = SansBold
		spans = append(spans, span{text: n.Title + " ", style: st})
	}
	spans = append(spans, s.spans(k, n.Runs)...)
	ls := s.lines(spans, layout{width: w - 2*padX, prose: true})
	ps := linePieces(ls, padX, k.leading, k.size)
	if len(ps) == 0 {
		return nil
	}
	if h := height(ps) + 2*padY; h <= 0.45*s.full && (n.Framed || len(ps) <= 12) {
		p := whole(ps)
		box := Rect{W: w, H: p.h + 2*padY, Fill: color(Soft)}
		if n.Framed {
			box.Fill, box.Stroke, box.Width = nil, color(Accent), 0.75
		}
		p.boxes = append([]Box{box}, moved(p.boxes, 0, padY)...)
		p.h += 2 * padY
		return spaced([]piece{p}, 7, 10)
	}
	for i := range ps { // a long note may break: each line brings its part of the box
		first, last := i == 0, i == len(ps)-1
		if first {
			ps[i].boxes = moved(ps[i].boxes, 0, padY)
			ps[i].h += padY
		}
		if last {
			ps[i].h += padY
		}
		ps[i].boxes = append(boxPart(w, ps[i].h, n.Framed, first, last), ps[i].boxes...)
	}
	return spaced(ps, 7, 10)
}

// boxPart is the part of a box that a line of it stands on: ground, or the
// sides of the frame with its ends.
func boxPart(w, h float64, framed, first, last bool) []Box {
	if !framed {
		return []Box{Rect{W: w, H: h + 0.1, Fill: color(Soft)}}
	}
	out := []Box{
		Line{Y2: h, Width: 0.75, Color: Accent},
		Line{X1: w, X2: w, Y2: h, Width: 0.75, Color: Accent},
	}
	if first {
		out = append(out, Line{X2: w, Width: 0.75, Color: Accent})
	}
	if last {
		out = append(out, Line{Y1: h, X2: w, Y2: h, Width: 0.75, Color: Accent})
	}
	return out
}
