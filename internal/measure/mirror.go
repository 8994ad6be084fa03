package measure

import (
	"briefing/internal/briefing"
)

const (
	keyMirrorGap   = "mirror-gap"
	keyMirrorRatio = "mirror-asymmetry"
)

// MirrorGap is M_mirror − X and (M − X)/((M + X)/2)·100 (measure 21): what a
// partner reports of the same trade against what is reported here. Bases,
// time lag and the definition of partner differ, which is always noted. A
// factor that takes freight and insurance out of the mirror figure is used
// only if the user sets one (above 1; invalid: none).
func MirrorGap(mirror, own Quantity, cif briefing.MaybeNumber) (gap, ratio Result) {
	gap, ratio = begin(keyMirrorGap, mirror, own), begin(keyMirrorRatio, mirror, own)
	var r Result
	a, b := mirror, own
	if a.Scope.Flow == b.Scope.Flow && a.Scope.Flow != "" ||
		a.Scope.Reporter == b.Scope.Reporter && a.Scope.Reporter != "" ||
		!same(a.Scope.Reporter, b.Scope.Partner) || !same(a.Scope.Partner, b.Scope.Reporter) {
		r.refuse(WhyScopeDiffers)
	}
	for _, s := range []*Scope{&a.Scope, &b.Scope} {
		s.Flow, s.Reporter, s.Partner, s.Basis = "", "", "", ""
	}
	r.alike(a, b)
	r.together(mirror, own)
	x, about := r.points(mirror, own)
	if cif.Valid && cif.Decimal.Cmp(one) < 0 {
		r.refuse(WhyNotPositive)
	}
	for _, p := range []*Result{&gap, &ratio} {
		p.Period = mirror.Period
		p.note(NoteMirror)
		if mirror.Scope.Basis != own.Scope.Basis {
			p.note(NoteBasisMixed)
		}
		if cif.Valid {
			p.note(NoteCIFFactor)
		}
		p.note(r.Notes...)
		p.refuse(r.Reasons...)
	}
	if r.refused() {
		return gap, ratio
	}
	m, err := x[0], error(nil)
	if cif.Valid {
		m, err = m.Quo(cif.Decimal)
	}
	diff := briefing.Number{}
	if err == nil {
		diff, err = m.Sub(x[1])
	}
	gap = gap.exact(diff, err, about, mirror.Figure.Unit)
	middle := briefing.Number{}
	if err == nil {
		middle, err = m.Add(x[1])
	}
	if err == nil {
		middle, err = middle.Quo(briefing.Whole(2))
	}
	if err == nil && middle.Sign() <= 0 {
		ratio.refuse(WhyWholeNotPositive)
		return gap, ratio
	}
	percent := briefing.Number{}
	if err == nil {
		percent, err = percentOf([]briefing.Number{diff, middle})
	}
	return gap, ratio.exact(percent, err, about, "percent")
}

func same(a, b string) bool { return a == b || a == "" || b == "" }
