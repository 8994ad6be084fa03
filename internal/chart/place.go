package chart

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
)

// wall is a rectangle that labels of other marks keep off.
type wall struct {
	mark int
	box  vg.Rectangle
}

// placing finds room for labels. The rule, in this order: a label stands over
// its bar; it moves aside as far as it still stands over it; it moves away
// from it (a hairline then leads back); it is set in two lines; its second
// lines go; it is left out. Lower bars are served first, so that the taller
// one's label moves up, unless the other way round goes better. With more than manyMarks marks labels are not moved
// away: if they don't all fit, only those of a group's last series stay, or
// else the first, last, highest and lowest.
type placing struct {
	stacks []stack
	walls  []wall
	bounds vg.Rectangle
	slot   vg.Length
	y      func(float64) vg.Length // from values to the canvas
}

// placement is what came of it.
type placement struct {
	texts   []placed
	boxes   []vg.Rectangle // of the texts
	leaders [][2]vg.Point
	cost    float64 // the less, the better the labels stand
}

const (
	manyMarks   = 8
	farthest    = 26   // that a label moves away, in points
	leaderMin   = 9    // from here on a hairline leads back
	mostAside   = 48   // that a label moves aside
	asideCost   = 0.6  // of a point aside, against a point away
	foreignCost = 15   // of standing close over another bar
	lineCost    = 12   // of a shorter variant
	lostCost    = 1000 // of a label left out
)

func (p placing) do() placement {
	moving := []int{}
	for i, s := range p.stacks {
		if !s.fixed {
			moving = append(moving, i)
		}
	}
	if len(moving) <= manyMarks {
		return p.try(moving, farthest)
	}
	if all := p.try(moving, 0); all.cost < lostCost {
		return all
	}
	if now := p.lastSeries(moving); len(now) > 0 && len(now) < len(moving) {
		if some := p.try(now, 0); some.cost < lostCost {
			return some
		}
	}
	return p.try(p.telling(moving), farthest)
}

// lastSeries are the labels of what stands for now in a group.
func (p placing) lastSeries(moving []int) []int {
	var out []int
	for _, i := range moving {
		if p.stacks[i].last {
			out = append(out, i)
		}
	}
	return out
}

// telling keeps the labels that say most: last, first, highest, lowest.
func (p placing) telling(moving []int) []int {
	hi, lo := moving[0], moving[0]
	for _, i := range moving {
		if p.stacks[i].anchor > p.stacks[hi].anchor {
			hi = i
		}
		if p.stacks[i].anchor < p.stacks[lo].anchor {
			lo = i
		}
	}
	var out []int
	for _, i := range []int{moving[len(moving)-1], moving[0], hi, lo} {
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

func (p placing) try(moving []int, away vg.Length) placement {
	order := slices.Clone(moving)
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(math.Abs(p.stacks[a].anchor), math.Abs(p.stacks[b].anchor))
	})
	up := p.inOrder(order, away)
	if up.cost == 0 {
		return up
	}
	slices.Reverse(order)
	if down := p.inOrder(order, away); down.cost < up.cost {
		return down
	}
	return up
}

func (p placing) inOrder(order []int, away vg.Length) placement {
	var out placement
	for _, s := range p.stacks {
		if s.fixed {
			out.take(s.at(p.y(s.anchor), 0, 0))
		}
	}
	for _, i := range order {
		p.add(&out, p.stacks[i], away)
	}
	return out
}

func (o *placement) take(texts []placed) {
	o.texts = append(o.texts, texts...)
	o.boxes = append(o.boxes, boxes(texts)...)
}

func boxes(texts []placed) []vg.Rectangle {
	out := make([]vg.Rectangle, len(texts))
	for i, t := range texts {
		out[i] = t.box()
	}
	return out
}

// add places one stack, or counts it as left out.
func (p placing) add(out *placement, s stack, away vg.Length) {
	for n := range mostShorter + 1 {
		v, there := s, true
		if n > 0 {
			v, there = s.shorter(n, p.slot)
		}
		if !there {
			continue
		}
		t := trial{placing: p, out: out, stack: v, home: boxes(v.at(p.y(v.anchor), 0, 0))}
		dx, dy, ok := t.search(away)
		if !ok {
			continue
		}
		out.cost += float64(n)*lineCost + asideCost*math.Abs(float64(dx)) + float64(dy)
		if l, ok := t.leader(t.moved(dx, dy)); ok && dy > leaderMin {
			out.leaders = append(out.leaders, l)
		}
		out.take(v.at(p.y(v.anchor), dx, dy))
		return
	}
	out.cost += lostCost
}
