package typeset

import "math"

// tryAt extends every active line end to item i; lines that have become too
// long leave the list, but never the last one.
func (f *fitter) tryAt(i int, active []int) []int {
	var best [4]int
	for c := range best {
		best[c] = -1
	}
	first := len(f.nodes)
	keep := active[:0] // never ahead of what is still to be looked at
	last := len(active) - 1
	for k, a := range active {
		if i < len(f.items) && f.start(f.nodes[a].at) > i { // a space that the line does not begin with
			keep = append(keep, a)
			continue
		}
		ratio, fits := f.ratio(f.nodes[a].at, i)
		if !fits && (f.loosest > 0 || k < last || len(keep) > 0 || f.any(best)) {
			continue
		}
		if i < len(f.items) {
			keep = append(keep, a)
		}
		if f.loosest > 0 && ratio > f.loosest && (i < len(f.items) || f.even) {
			continue
		}
		node := f.node(a, i, ratio, fits)
		if b := best[node.class]; b < 0 || node.demerits < f.nodes[b].demerits {
			if b < 0 {
				best[node.class] = len(f.nodes)
				f.nodes = append(f.nodes, node)
			} else {
				f.nodes[b] = node
			}
		}
	}
	if f.any(best) && len(keep) > 0 {
		keep = f.fitting(keep, i)
	}
	for b := first; b < len(f.nodes); b++ {
		keep = append(keep, b)
	}
	return keep
}

func (f *fitter) any(best [4]int) bool {
	return best[0] >= 0 || best[1] >= 0 || best[2] >= 0 || best[3] >= 0
}

// fitting drops line ends from which even item i no longer fits.
func (f *fitter) fitting(active []int, i int) []int {
	out := active[:0]
	for _, a := range active {
		if _, fits := f.ratio(f.nodes[a].at, i); fits {
			out = append(out, a)
		}
	}
	return out
}

// ratio is how far the glue of a line after item at, broken at item i, has to
// stretch (1 is all of its stretch) or to shrink; fits is false when even that
// is not enough.
func (f *fitter) ratio(at, i int) (ratio float64, fits bool) {
	s := f.start(at)
	if s > i {
		return 0, true
	}
	w := f.w[i-f.from] - f.w[s-f.from]
	y, z := f.y[i-f.from]-f.y[s-f.from], f.z[i-f.from]-f.z[s-f.from]
	if i < len(f.items) && f.items[i].kind == breakItem {
		w += f.items[i].w
	}
	gap := f.width - f.indentAt(at) - w
	switch {
	case !f.justify:
		return gap / (0.5 * f.width), gap >= -slack
	case gap >= 0 && y > 0:
		return gap / y, true
	case gap >= -slack:
		return math.Max(gap, 0) * 1e3, true
	case z <= 0:
		return -2, false
	}
	return gap / z, -gap <= z+slack
}

// node weighs the line from node a to item i.
func (f *fitter) node(a, i int, ratio float64, fits bool) fitNode {
	prev := &f.nodes[a]
	last := i == len(f.items)
	bad := badness(math.Abs(ratio))
	if last && ratio > 0 && !f.even {
		bad, ratio = 0, 0
		if f.loneWord(prev.at) {
			bad = 120
		}
	}
	bad = math.Min(bad, 1e5)
	n := fitNode{at: i, prev: a, ratio: ratio, class: class(ratio)}
	d := square(10 + bad)
	if !last {
		c := f.items[i].cost
		if !f.justify {
			c *= 4
		}
		d += c * c
		n.hyphen = f.items[i].hyphen
		if n.hyphen && prev.hyphen {
			d += 12000
		}
	} else if prev.hyphen && prev.at >= f.from {
		d += 5000 // a hyphen at the end of the last line but one
	}
	if f.justify && prev.prev >= 0 && abs(prev.class-n.class) > 1 {
		d += 10000
	}
	if !f.justify {
		d += f.perLine
	}
	if !fits {
		d += 1e14
	}
	n.demerits = prev.demerits + d
	return n
}

// badness is what a line's stretch or shrink costs, by the ratio.
func badness(ratio float64) float64 { return 100 * ratio * ratio * ratio }

func square(x float64) float64 { return x * x }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// class is the tightness of a line: 0 tight, 1 decent, 2 loose, 3 very loose.
func class(ratio float64) int {
	switch {
	case ratio < -0.5:
		return 0
	case ratio <= 0.5:
		return 1
	case ratio <= 1:
		return 2
	}
	return 3
}

// loneWord reports whether the last line, after a break at item at, would hold
// one short word only, with others before it.
func (f *fitter) loneWord(at int) bool {
	if at < f.from {
		return false
	}
	w := 0.0
	for i := f.start(at); i < len(f.items); i++ {
		if f.items[i].kind == glueItem && f.items[i].w > 0 {
			return false
		}
		w += f.items[i].w
	}
	return w < f.width/3
}

func (f *fitter) trace(best int) []lineRange {
	var out []lineRange
	for b := best; b >= 0 && f.nodes[b].prev >= 0; b = f.nodes[b].prev {
		n, prev := f.nodes[b], f.nodes[f.nodes[b].prev]
		out = append(out, lineRange{from: f.start(prev.at), to: n.at, at: n.at, ratio: n.ratio, end: n.at == len(f.items)})
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return out
}
