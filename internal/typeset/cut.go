package typeset

// What letters take over and under their baseline, in parts of their size: with
// these, lines set as close as any of ours do not touch.
const (
	ascent  = 0.75
	descent = 0.22
)

// betweenLines cuts a piece that no page can hold between its lines, wherever
// no text would be cut through: what was meant to be short and is a whole book
// goes on over the pages.
func betweenLines(p piece) halver {
	return func(room float64) (first, rest piece, ok bool) {
		at := room
		for again := true; again; {
			again = false
			for _, b := range p.boxes {
				if t, ok := b.(Text); ok && t.Y-ascent*t.Size < at && t.Y+descent*t.Size > at {
					at, again = t.Y-ascent*t.Size, true
				}
			}
		}
		if at <= 0 || at >= p.h {
			return first, rest, false
		}
		first, rest = piece{h: at, before: p.before}, piece{h: p.h - at, after: p.after, keep: p.keep}
		for _, b := range p.boxes {
			if top(b) < at {
				first.boxes = append(first.boxes, b)
			} else {
				rest.boxes = append(rest.boxes, b.moved(0, -at))
			}
		}
		rest.halve = betweenLines(rest)
		return first, rest, true
	}
}

// top is where a box lies.
func top(b Box) float64 {
	switch b := b.(type) {
	case Text:
		return b.Y
	case Link:
		return b.Y + b.H/2
	case Circle:
		return b.Y
	case Rect:
		return b.Y
	case Polygon:
		return b.Points[0].Y
	case Line:
		return b.Y1
	}
	return 0
}
