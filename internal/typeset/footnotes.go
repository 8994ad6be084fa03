package typeset

import (
	"slices"
	"strconv"

	"briefing/internal/document"
)

// How the marks of footnotes and other superscripts stand, in parts of the
// size of the text around them.
const (
	superSize = 0.64
	superRise = 0.36
)

// Room over the footnotes of a page, between the rule and the first, and
// between two of them.
const (
	noteAbove = 9
	noteUnder = 3.5
	noteGap   = 1.5
	noteRule  = 40 * MM
)

// mostNotes is the part of a page that footnotes may take from its text; what
// is longer is set beneath the paragraph that it belongs to.
const mostNotes = 0.4

func noteLook() look { return look{Serif, 9, 11.5, Ink} }

// footnotes are numbered through the document in the order in which they are
// met. A paragraph that is set twice finds the numbers it had.
type footnotes struct {
	number map[*document.Run]int
	set    []piece // by number, from 1 at index 0
	width  float64 // of the text block
	inside bool    // a footnote is being set: it has none itself
}

// spans turns runs into spans of a look, and sets the footnotes among them.
func (s *setter) spans(k look, runs []document.Run) []span {
	out := k.spans(runs)
	if !slices.ContainsFunc(runs, func(r document.Run) bool { return len(r.Note) > 0 }) {
		return out
	}
	kept := out[:0]
	for i, sp := range out {
		if len(runs[i].Note) == 0 {
			kept = append(kept, sp)
			continue
		}
		if s.notes.inside {
			continue
		}
		n := s.footnote(runs[i].Note)
		sp.sign, sp.note, sp.text = document.NoSign, n, strconv.Itoa(n)
		sp.style.size, sp.style.rise = superSize*k.size, superRise*k.size
		sp.style.link = "#" + noteAnchor(n)
		kept = append(kept, sp)
	}
	return kept
}

func noteAnchor(n int) string { return "footnote-" + strconv.Itoa(n) }

// footnote is the number of a footnote, which is set when it is first met.
func (s *setter) footnote(runs []document.Run) int {
	key := &runs[0]
	if n, ok := s.notes.number[key]; ok {
		return n
	}
	if s.notes.number == nil {
		s.notes.number = map[*document.Run]int{}
	}
	n := len(s.notes.set) + 1
	s.notes.number[key] = n
	s.notes.set = append(s.notes.set, piece{})
	s.notes.inside = true
	defer func() { s.notes.inside = false }()
	k := noteLook()
	mark := k.style()
	mark.size, mark.rise = superSize*k.size, superRise*k.size
	spans := []span{{text: strconv.Itoa(n) + "\u00a0", style: mark}}
	spans = append(spans, s.spans(k, runs)...)
	p := whole(linePieces(s.lines(spans, layout{width: s.notes.width, prose: true}), 0, k.leading, k.size))
	p.boxes = append([]Box{anchor{name: noteAnchor(n)}}, p.boxes...)
	s.notes.set[n-1] = p
	return n
}

// withNotes tells pieces of the footnotes whose marks they hold. What would
// take too much of a page is set beneath its paragraph instead. Pieces may be
// told twice: when a section joins the page before, they are laid out anew.
func (p *paginator) withNotes(list []piece) []piece {
	if len(p.notes) == 0 {
		return list
	}
	out := make([]piece, 0, len(list))
	var late []piece
	for i, q := range list {
		full := p.full(p.wide)
		for _, n := range marked(q) {
			delete(p.below, n)
		}
		p.look(&q)
		for a := range q.again {
			p.look(&q.again[a])
		}
		for len(q.notes) > 0 && q.foot > min(mostNotes*full, full-q.h-noteAbove-noteUnder) {
			n := q.notes[len(q.notes)-1]
			p.below[n] = true
			p.look(&q)
			late = append([]piece{p.beneath(n, full)}, late...)
		}
		out = append(out, q)
		if len(late) > 0 && (i+1 == len(list) || gapBetween(q, list[i+1]) > 0) && !q.keep {
			out, late = append(out, late...), nil
		}
	}
	return append(out, late...)
}

// beneath is a footnote as a piece of the text.
func (p *paginator) beneath(n int, full float64) piece {
	q := p.notes[n-1]
	q.before, q.after = 4, 6
	if q.h > full {
		q.halve = betweenLines(q)
	}
	return q
}

// look finds the footnotes of a piece that stand at the foot of its page.
func (p *paginator) look(q *piece) {
	q.notes, q.foot = nil, 0
	for _, n := range marked(*q) {
		if !p.below[n] {
			q.notes = append(q.notes, n)
			q.foot += p.notes[n-1].h + noteGap
		}
	}
}

// marked are the footnotes whose marks a piece holds, each once.
func marked(q piece) (out []int) {
	for _, b := range q.boxes {
		if r, ok := b.(noteRef); ok && !slices.Contains(out, r.number) {
			out = append(out, r.number)
		}
	}
	return out
}

// lookAgain finds them anew where a page has cut a piece.
func (p *paginator) lookAgain(ps []piece, i int) {
	if len(p.notes) > 0 && i >= 0 && i < len(ps) {
		p.look(&ps[i])
	}
}

// footRoom is what footnotes of that height take from the page.
func footRoom(foot float64) float64 {
	if foot == 0 {
		return 0
	}
	return foot + noteAbove + noteUnder
}

// feet are the footnotes of a page, at its foot.
func (p *paginator) feet(ps []piece) []Box {
	var all []int
	h := 0.0
	for _, q := range ps {
		for _, n := range q.notes {
			if !slices.Contains(all, n) {
				all = append(all, n)
				h += p.notes[n-1].h + noteGap
			}
		}
	}
	if len(all) == 0 {
		return nil
	}
	slices.Sort(all)
	y := p.full(p.wide) - h
	out := []Box{Line{Y1: y - noteUnder, X2: noteRule, Y2: y - noteUnder, Width: 0.5, Color: Ink}}
	for _, n := range all {
		q := p.notes[n-1]
		out = append(out, moved(q.boxes, 0, y)...)
		y += q.h + noteGap
	}
	return out
}
