package typeset

import "slices"

// sheet is the text block of one page: boxes relative to its top left corner.
type sheet struct {
	boxes     []Box
	landscape bool
	section   *sectionMark   // the one that most of the page belongs to
	sections  []*sectionMark // all that stand on it, in order
}

// paginator fills sheets with pieces.
type paginator struct {
	full    func(landscape bool) float64 // height of the text block
	sheets  []sheet
	section *sectionMark
	wide    bool
	notes   []piece      // footnotes, by number from 1 at index 0
	below   map[int]bool // those set beneath their paragraphs
}

// run places all pieces, from one forced page break to the next.
func (p *paginator) run(list []piece) []sheet {
	for first := true; len(list) > 0; {
		n := 1
		for n < len(list) && !list[n].newPage {
			n++
		}
		if first || list[0].newPage {
			p.wide = list[0].landscape
		}
		part := p.withNotes(list[:n:n])
		sheets, rest := p.pages(part)
		if p.joins(part, len(sheets), rest, list[n:]) {
			list[n].newPage = false
			continue
		}
		sheets, _ = p.closer(part, sheets, rest)
		for _, ps := range sheets {
			p.sheets = append(p.sheets, p.sheet(ps))
		}
		list, first = list[n:], false
	}
	return p.sheets
}

// closer closes up the space between pieces where little is left over for a
// last page, as long as that brings it onto the pages before.
func (p *paginator) closer(part []piece, sheets [][]piece, rest []piece) (out [][]piece, last []piece) {
	for f := 0.9; len(sheets) > 1 && height(rest) < littleOver*p.full(p.wide) && f > 0.45; f -= 0.1 {
		if fewer, end := p.pages(closed(part, f)); len(fewer) < len(sheets) {
			sheets, rest = fewer, end
		}
	}
	return sheets, rest
}

// roomToJoin is the part of a page that is worth beginning a section in that
// does not end there.
const roomToJoin = 1.0 / 4

// joins reports whether what would open a page goes under what the page before
// holds: it may, the paper lies the same way, there is room, and it is no cover. One that does
// not end there takes the room only where that saves a page or, at the end,
// leaves enough for its last one: a page with two lines on it is worse than two that are
// half full. part is what stands before on its sheets, above the last of them.
func (p *paginator) joins(part []piece, sheets int, above, next []piece) bool {
	if len(next) == 0 || !next[0].joins || next[0].landscape != p.wide || slices.ContainsFunc(above, onCover) {
		return false
	}
	n := 1
	for n < len(next) && !next[n].newPage {
		n++
	}
	full := p.full(p.wide)
	left := full - height(above) - next[0].before
	for _, q := range above {
		left -= q.foot
	}
	if height(next[:n]) <= left {
		return true
	}
	if left < roomToJoin*full {
		return false
	}
	if n < len(next) && next[n].joins && next[n].landscape == p.wide {
		return true // what follows fills the page on which it ends
	}
	noted := p.withNotes(next[:n:n])
	alone, _ := p.pages(slices.Clone(noted))
	both := slices.Concat(part, noted)
	both[len(part)].newPage = false
	together, last := p.pages(both)
	together, last = p.closer(both, together, last)
	if len(together) < sheets+len(alone) {
		return true
	}
	// Where what follows opens a page of its own, nothing else is won.
	return n == len(next) && height(last) >= littleOver*full
}

func onCover(p piece) bool { return p.section != nil && p.section.silent }

// littleOver is the part of a page that is not worth a page of its own.
const littleOver = 0.2

// closed are the pieces with the space between them made less.
func closed(list []piece, f float64) []piece {
	out := slices.Clone(list)
	for i := range out {
		if c := out[i].closer; c != nil {
			q := c(f)
			if n := len(out[i].boxes); n > 0 {
				if r, ok := out[i].boxes[n-1].(Region); ok && r.Y == 0 { // set around the piece
					q.boxes = append(q.boxes, Region{W: r.W, H: q.h, Ref: r.Ref})
				}
			}
			out[i].boxes, out[i].h, out[i].halve, out[i].closer = q.boxes, q.h, q.halve, q.closer
		}
		out[i].before, out[i].after = out[i].before*f, out[i].after*f
	}
	return out
}

// pages divides pieces among pages and gives those of the last one too. Every
// page takes at least one piece that is not a repeated head, so it always ends.
func (p *paginator) pages(list []piece) (out [][]piece, last []piece) {
	again := 0 // repeated pieces at the head of the list
	for len(list) > 0 {
		head, rest := split(list, p.full(p.wide), again+1)
		if h, r, ok := p.afloat(head, rest, again); ok {
			head, rest = h, r
		}
		p.lookAgain(head, len(head)-1)
		p.lookAgain(rest, 0)
		out, last = append(out, head), head
		again = 0
		if len(rest) > 0 && len(rest[0].again) > 0 {
			again = len(rest[0].again)
			rest = append(append(make([]piece, 0, again+len(rest)), rest[0].again...), rest...)
		}
		list = rest
	}
	return out, last
}

// split takes the pieces of one page: a part of the piece that no longer fits
// where that may be cut, or else all up to a place where a page may end. At
// least the first least pieces are taken.
func split(list []piece, room float64, least int) (head, rest []piece) {
	if n := fitting(list, room); n < len(list) && n >= least-1 && !list[n].newPage {
		if first, second, ok := part(list, n, room); ok {
			head = append(append(head, list[:n]...), first)
			return head, append([]piece{second}, list[n+1:]...)
		}
	}
	n := take(list, room, least)
	return list[:n:n], list[n:]
}

// take counts the pieces that fit into the room with every piece that has to
// stay with its next; at least the first least pieces are taken.
func take(list []piece, room float64, least int) int {
	n := fitting(list, room)
	if n == len(list) || list[n].newPage {
		return max(n, 1)
	}
	b := n
	for b > 0 && list[b-1].keep {
		b--
	}
	switch {
	case b >= least:
		return b
	case n >= least:
		return n // the whole page would have to stay together: it can't
	}
	return min(least, len(list))
}

// fitting counts the pieces that fit, without regard to what stays together.
func fitting(list []piece, room float64) int {
	y, reserve, foot := 0.0, 0.0, 0.0
	for i, p := range list {
		if i > 0 {
			if p.newPage {
				return i
			}
			y += gapBetween(list[i-1], p)
		}
		reserve = max(reserve, p.reserve)
		foot += p.foot
		if y+p.h > room-reserve-footRoom(foot)+0.05 {
			return i
		}
		y += p.h
	}
	return len(list)
}

// minPart is the least height worth filling with a part of a piece.
const minPart = 110

// part cuts piece n to fill the page if it may be cut: because it is soft, or
// because no page can hold it.
func part(list []piece, n int, room float64) (first, second piece, ok bool) {
	p := list[n]
	if p.halve == nil || !p.soft && p.h <= room {
		return first, second, false
	}
	foot := p.foot
	for _, q := range list[:n] {
		foot += q.foot
	}
	left := room - height(list[:n]) - footRoom(foot)
	if n > 0 {
		left -= gapBetween(list[n-1], p)
	}
	if n > 0 && left < minPart {
		return first, second, false
	}
	first, second, ok = p.halve(left)
	// A cut that leaves as much as there was would go on for ever: repeated
	// heads may take nearly all of the page.
	return first, second, ok && second.h < p.h-0.05
}

// sheet stacks the pieces of one page.
func (p *paginator) sheet(ps []piece) sheet {
	for i := range ps { // of heads that follow each other at the top, the last
		if ps[i].section == nil {
			break
		}
		p.section = ps[i].section
	}
	// The foot names the section that most of the page belongs to: one that
	// begins in its upper half is its own.
	at := p.section
	for i, y := 0, 0.0; i < len(ps); i++ {
		if i > 0 {
			y += gapBetween(ps[i-1], ps[i])
		}
		if y > 0.5*p.full(p.wide) {
			break
		}
		if ps[i].section != nil {
			at = ps[i].section
		}
		y += ps[i].h
	}
	w := whole(ps)
	w.boxes = append(w.boxes, p.feet(ps)...)
	out := sheet{boxes: w.boxes, landscape: p.wide, section: at}
	if p.section != nil && (len(ps) == 0 || ps[0].section == nil) {
		out.sections = append(out.sections, p.section)
	}
	for i := range ps {
		if ps[i].section != nil {
			p.section = ps[i].section
			out.sections = append(out.sections, p.section)
		}
	}
	return out
}
