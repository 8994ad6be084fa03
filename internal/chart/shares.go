package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// shares is a bar of full width for each category, divided as its parts are.
// A row with a part below zero has no shares and is an empty slot.
type shares struct {
	lying
	heads []placed // names of the parts over the first row; y counts down from the top
}

const (
	shareRow   = 28
	shareBar   = 19
	shareTier  = 9.5
	shareHeads = 2 // tiers of names at most
)

func newShares(v *view, width vg.Length) *shares {
	s := &shares{lying: newLying(v, width, shareRow)}
	s.right = width
	if heads, tiers, ok := s.direct(); ok && !v.rows.Any() { // the names of parts stand over one row
		s.heads, s.above, s.v.key = heads, vg.Length(tiers)*shareTier+3, nil
	}
	s.key = newKey(v.key, s.left, width)
	s.cut()
	from, to := s.stretch()
	for i := range v.series {
		v.series[i].points = v.series[i].points[from:to]
	}
	return s
}

// sum is what the parts of a row come to; 0 when it can't be divided.
func (s *shares) sum(i int) float64 {
	sum := 0.0
	for _, r := range s.v.series {
		p := r.points[i].value
		if p.ok && p.v < 0 {
			return 0
		}
		sum += p.v
	}
	return sum
}

// eachShare calls f for every part of a row with its stretch.
func (s *shares) eachShare(i int, f func(series int, p point, from, to vg.Length)) {
	sum := s.sum(i)
	if sum <= 0 {
		return
	}
	done := 0.0
	for j, r := range s.v.series {
		p := r.points[i]
		if !p.value.ok || p.value.v == 0 {
			continue
		}
		at := func(v float64) vg.Length { return s.left + (s.right-s.left)*vg.Length(v/sum) }
		f(j, p, at(done), at(done+p.value.v))
		done += p.value.v
	}
}

// direct places the names of the parts over those of the first row, in one
// tier or by turns in two, if all of them find room.
func (s *shares) direct() (heads []placed, tiers int, ok bool) {
	if len(s.v.series) < 2 || len(s.v.names) == 0 {
		return nil, 0, false
	}
	for tiers = 1; tiers <= shareHeads; tiers++ {
		heads, ok = nil, true
		var right [shareHeads]vg.Length
		for t := range right {
			right[t] = s.left - 4
		}
		count := 0
		s.eachShare(0, func(j int, _ point, from, to vg.Length) {
			l := newLine(s.v.series[j].name, narrowLook())
			tier := count % tiers
			x := min(max((from+to)/2-l.width/2, s.left), s.right-l.width)
			ok = ok && l.text != "" && x >= right[tier]+4
			right[tier] = x + l.width
			heads = append(heads, at(l, x, vg.Length(tiers-tier)*shareTier-2))
			count++
		})
		if ok && count == len(s.v.series) {
			return heads, tiers, true
		}
	}
	return nil, 0, false
}

func (s *shares) draw(c draw.Canvas, height vg.Length) error {
	middles, scale, ok := s.placeRows(height)
	if !ok {
		return errRoom(s.width, height)
	}
	all := texts(s.rowTexts(middles))
	for _, h := range s.heads {
		h.y = height - h.y
		all = append(all, h)
	}
	all = append(all, s.key.texts(s.key.height())...)
	for i, y := range middles {
		h := shareBar * min(scale, 1)
		s.eachShare(i, func(_ int, p point, from, to vg.Length) {
			r := vg.Rectangle{Min: vg.Point{X: from, Y: y - h/2}, Max: vg.Point{X: to, Y: y + h/2}}
			p.shade.paint(&c, r)
			if t, ok := p.shade.insideOf(p.label, r); ok {
				all = append(all, t)
			}
		})
		if s.sum(i) <= 0 {
			l := newLine(noValue, quietLook())
			all = append(all, at(l, s.left, middle(l, y)))
		}
	}
	keySwatches{keyRows: s.key, top: s.key.height()}.Plot(c, nil)
	all.Plot(c, nil)
	return nil
}
