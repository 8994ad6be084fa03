package chart

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// trial tries places for one stack beside what has been placed.
type trial struct {
	placing
	out   *placement
	stack stack
	home  []vg.Rectangle // the lines over their bar
	buf   []vg.Rectangle
}

// moved are the lines at another place; the result is good until the next call.
func (t *trial) moved(dx, away vg.Length) []vg.Rectangle {
	d := vg.Point{X: dx, Y: away}
	if t.stack.down {
		d.Y = -away
	}
	t.buf = t.buf[:0]
	for _, b := range t.home {
		t.buf = append(t.buf, b.Add(d))
	}
	return t.buf
}

// search finds the cheapest free place up to so far away from the bar.
func (t *trial) search(most vg.Length) (dx, away vg.Length, ok bool) {
	best := math.Inf(1)
	aside := min(vg.Length(math.Floor(float64(max(t.stack.width()/2-1, 0)))), mostAside)
	for up := vg.Length(0); up <= most && float64(up) < best; up++ {
		for side := vg.Length(0); side <= aside; side++ {
			cost := asideCost*float64(side) + float64(up)
			if cost >= best {
				break
			}
			for _, d := range []vg.Length{-side, side} {
				at := t.moved(d, up)
				if !t.free(at) {
					continue
				}
				cost := cost + t.foreign(at)
				if _, led := t.leader(at); cost < best && (led || up <= leaderMin) {
					best, dx, away, ok = cost, d, up, true
				}
			}
		}
	}
	return dx, away, ok
}

func (t *trial) free(lines []vg.Rectangle) bool {
	for _, box := range lines {
		if !within(box, t.bounds) {
			return false
		}
	}
	for _, box := range lines {
		near, apart := grow(box, 2, 0.5), grow(box, 2, 2.5)
		for _, o := range t.out.boxes {
			if overlap(apart, o) {
				return false
			}
		}
		for _, w := range t.walls {
			if w.mark != t.stack.mark && overlap(near, w.box) {
				return false
			}
		}
		for _, l := range t.out.leaders {
			if overlap(near, vg.Rectangle{Min: l[0], Max: vg.Point{X: l[1].X + 0.1, Y: l[1].Y}}) {
				return false
			}
		}
	}
	return true
}

// foreign is the cost of standing close over somebody else's bar, where a
// label could be taken for that bar's.
func (t *trial) foreign(lines []vg.Rectangle) float64 {
	const close = 2 * leadLabel
	cost := 0.0
	for _, w := range t.walls {
		if w.mark == t.stack.mark {
			continue
		}
		x := (w.box.Min.X + w.box.Max.X) / 2
		for _, b := range lines {
			gap := b.Min.Y - w.box.Max.Y
			if t.stack.down {
				gap = w.box.Min.Y - b.Max.Y
			}
			if gap > 0 && gap < close && b.Min.X < x && x < b.Max.X {
				cost += foreignCost
				break
			}
		}
	}
	return cost
}

// leader is the hairline from the bar to a label that has moved away, if
// nothing stands between.
func (t *trial) leader(lines []vg.Rectangle) ([2]vg.Point, bool) {
	s, first := t.stack, lines[0]
	from, to := t.y(s.anchor)+s.lift-labelGap+1.5, first.Min.Y-0.5
	if s.down {
		from, to = first.Max.Y+0.5, t.y(s.anchor)-s.lift+labelGap-1.5
	}
	if to <= from || s.x < first.Min.X || s.x > first.Max.X {
		return [2]vg.Point{}, false
	}
	l := vg.Rectangle{Min: vg.Point{X: s.x - 1, Y: from}, Max: vg.Point{X: s.x + 1, Y: to}}
	for _, o := range t.out.boxes {
		if overlap(l, o) {
			return [2]vg.Point{}, false
		}
	}
	return [2]vg.Point{{X: s.x, Y: from}, {X: s.x, Y: to}}, true
}
