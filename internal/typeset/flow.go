package typeset

import "briefing/internal/briefing"

// piece is the smallest thing that a page break leaves whole: a line of a
// paragraph, a row of a table, a chart. Its boxes stand relative to its top
// left corner.
type piece struct {
	h             float64
	before, after float64 // space to the neighbours; the larger of two counts, none at the top of a page
	keep          bool    // stays with the next piece
	tight         bool    // only the space after it counts
	boxes         []Box
	again         []piece // what is repeated above the piece when it opens a page: the head of its table
	newPage       bool
	joins         bool         // goes without the new page where the one before has room
	landscape     bool         // of the page that newPage opens
	section       *sectionMark // set on the first piece of a section
	reserve       float64      // room kept free at the foot of the page the piece stands on
	halve         halver
	notes         []int                 // footnotes whose marks it holds, by number
	foot          float64               // what they take of the page
	soft          bool                  // halve may be used before a whole page is full
	closer        func(f float64) piece // the piece with the spaces inside it made less
	floats        bool                  // a figure: text may pass it (afloat)
	prose, opens  bool                  // a line of a paragraph that may pass a figure; its first
}

// halver cuts a piece so that the first part fits into the room; ok is false
// when it can't.
type halver func(room float64) (first, rest piece, ok bool)

// sectionMark says which section begins at a piece.
type sectionMark struct {
	number, title string
	silent        bool
	empty         bool // it has a head and subsections, nothing else
}

// stack builds the boxes of one piece from the top down.
type stack struct {
	boxes []Box
	y     float64
}

func (st *stack) gap(d float64) { st.y += d }

// add places boxes given relative to the stack's current end.
func (st *stack) add(x float64, boxes ...Box) {
	for _, b := range boxes {
		st.boxes = append(st.boxes, b.moved(x, st.y))
	}
}

// lines adds lines of text, each of the leading, the left end at x.
func (st *stack) lines(ls []textLine, x, leading, size float64) {
	for _, l := range ls {
		st.y += l.above
		for _, b := range l.boxes {
			st.boxes = append(st.boxes, b.moved(x, st.y+baseline(leading, size)))
		}
		st.y += leading
	}
}

func (st *stack) piece() piece { return piece{h: st.y, boxes: st.boxes} }

// baseline is the distance of the baseline from the top of a line: the type
// stands in the middle of its leading, as its ascent and descent have it.
func baseline(leading, size float64) float64 { return leading/2 + 0.378*size }

// moved returns the boxes moved by an offset.
func moved(boxes []Box, dx, dy float64) []Box {
	out := make([]Box, len(boxes))
	for i, b := range boxes {
		out[i] = b.moved(dx, dy)
	}
	return out
}

// linePieces makes a piece of each line of a paragraph. No line stands alone:
// the first two and the last two stay together. No word is parted by the end of
// a page: who turns it over should not have to remember half a word.
func linePieces(ls []textLine, x, leading, size float64) []piece {
	out := make([]piece, len(ls))
	for i, l := range ls {
		out[i] = piece{h: leading, boxes: moved(l.boxes, x, baseline(leading, size))}
		out[i].keep = i == 0 && len(ls) > 1 || i == len(ls)-2 || l.parted && i < len(ls)-1
	}
	return out
}

// spaced sets the space before the first and after the last piece.
func spaced(ps []piece, before, after float64) []piece {
	if len(ps) > 0 {
		ps[0].before = max(ps[0].before, before)
		ps[len(ps)-1].after = max(ps[len(ps)-1].after, after)
	}
	return ps
}

// kept ties pieces to each other, and the last to what follows when next is set.
func kept(ps []piece, next bool) []piece {
	for i := range ps {
		ps[i].keep = ps[i].keep || i < len(ps)-1 || next
	}
	return ps
}

// gapBetween is the space between two pieces.
func gapBetween(a, b piece) float64 {
	if a.tight {
		return a.after
	}
	return max(a.after, b.before)
}

// height is the height of pieces one under the other.
func height(ps []piece) float64 {
	h := 0.0
	for i, p := range ps {
		if i > 0 {
			h += gapBetween(ps[i-1], p)
		}
		h += p.h
	}
	return h
}

// whole makes one piece of many, for what must not be broken.
func whole(ps []piece) piece {
	var st stack
	for i, p := range ps {
		if i > 0 {
			st.gap(gapBetween(ps[i-1], p))
		}
		st.add(0, p.boxes...)
		st.y += p.h
	}
	out := st.piece()
	if len(ps) > 0 {
		out.before, out.after = ps[0].before, ps[len(ps)-1].after
	}
	return out
}

// region adds the area of a record to the pieces made from it.
func region(ps []piece, w float64, origin *briefing.Ref) []piece {
	if origin == nil {
		return ps
	}
	for i := range ps {
		ps[i].boxes = append(ps[i].boxes, Region{W: w, H: ps[i].h, Ref: *origin})
	}
	return ps
}
