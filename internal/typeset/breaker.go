package typeset

import "slices"

// align is how the lines of a paragraph fill their measure.
type align uint8

const (
	ragged align = iota // flush left
	justified
	flushRight
	centred
)

// lineRange is one line of a broken paragraph: the items from..to, of which
// the last, at, is the place of the break.
type lineRange struct {
	from, to int     // items[from:to] are set
	at       int     // index of the item broken at, len(items) at the end
	ratio    float64 // of stretch, or of shrink when negative
	end      bool    // the last line, or one before a forced break
}

// breakLines breaks items into lines of the layout by total fit: of all the ways to break it takes the one of the least demerits.
// Ragged text takes the fewest lines and, among those, the most even ones.
// The items come back because a word wider than the measure is taken apart.
func (s *shaper) breakLines(items []item, l layout) ([]item, []lineRange) {
	var out []lineRange
	items = s.takeApart(items, l.width, l.indent)
	for from := 0; from <= len(items); {
		to := from
		for to < len(items) && items[to].kind != lineItem {
			to++
		}
		f := &s.fit
		*f = fitter{
			items: items[:to], from: from, width: l.width, indent: l.indent, justify: l.align == justified, perLine: 1e8, even: l.even,
			w: f.w, y: f.y, z: f.z, nodes: f.nodes, active: f.active,
		}
		if l.prose {
			f.perLine = 1.2e6 // a line more rather than «в» at the end of one
		}
		if from > 0 {
			f.indent = 0
		}
		if to-from > mostWeighed {
			out = append(out, f.greedy()...)
		} else {
			out = append(out, f.run()...)
		}
		from = to + 1
		if to == len(items) || to == len(items)-1 {
			break
		}
	}
	return items, out
}

// takeApart puts breaks between the characters of stretches that are wider
// than the measure: a long word or address is never set over the margin.
func (s *shaper) takeApart(items []item, width, indent float64) []item {
	var out []item // nil while nothing had to be taken apart
	w, start := indent, 0
	for i := 0; i <= len(items); i++ {
		if i < len(items) && !items[i].breaks() && items[i].kind != lineItem {
			w += items[i].w
			continue
		}
		if i < len(items) && items[i].kind == breakItem {
			w += items[i].w
		}
		if w > width+slack && out == nil {
			out = append(make([]item, 0, 2*len(items)), items[:start]...)
		}
		if out != nil {
			if w > width+slack {
				out = s.splice(out, items[start:i])
			} else {
				out = append(out, items[start:i]...)
			}
			if i < len(items) {
				out = append(out, items[i])
			}
		}
		w, start = 0, i+1
	}
	if out == nil {
		return items
	}
	return out
}

// slack is what rounding may add to a line.
const slack = 0.01

// splice appends a stretch with a break between every two characters. A box of
// one character stays as it is: if that is too wide, nothing helps.
func (s *shaper) splice(out, stretch []item) []item {
	for i, it := range stretch {
		if it.kind != boxItem || it.text == "" {
			if it.kind == glueItem {
				it.cost = min(it.cost, 4*beforeRef)
			}
			out = append(out, it)
			continue
		}
		rs := []rune(it.text)
		for at := 0; at < len(rs); {
			n := at + 1
			for n < len(rs) && attached(rs[n]) {
				n++
			}
			part := it
			part.text = string(rs[at:n])
			part.w = s.width(it.face, it.style.size, part.text)
			if (at > 0 || i > 0) && out[len(out)-1].kind == boxItem {
				out = append(out, item{kind: breakItem, cost: 8 * beforeRef, style: it.style})
			}
			out = append(out, part)
			at = n
		}
	}
	return out
}

// fitter breaks one stretch of items without forced breaks.
type fitter struct {
	items         []item
	from          int
	width, indent float64
	justify       bool
	even          bool      // the last line is weighed as the others are
	perLine       float64   // what a line costs in ragged text
	w, y, z       []float64 // sums of width, stretch, shrink before each item
	nodes         []fitNode
	active        []int   // room for the line ends at hand
	loosest       float64 // lines that have to stretch more are not weighed; 0 weighs all
}

// fitNode is the best way to end a line at an item, in one class of tightness.
type fitNode struct {
	at       int // item broken at; from-1 is the start
	prev     int
	class    int
	ratio    float64
	hyphen   bool
	demerits float64
}

func (f *fitter) run() []lineRange {
	f.sums()
	if f.oneLine() {
		return []lineRange{{from: f.start(f.from - 1), to: len(f.items), at: len(f.items), end: true}}
	}
	if f.justify {
		// Hardly ever does a paragraph need a line that is looser than this, and
		// one that does without is the best of all: any other costs more by that
		// line alone.
		f.loosest = 2.5
		if best := f.search(); best >= 0 && f.nodes[best].demerits < square(10+badness(f.loosest)) {
			return f.trace(best)
		}
		f.loosest = 0
	}
	return f.trace(f.search())
}

// oneLine reports whether all items fit on one line at their natural width: no
// other way costs less, since every line costs something.
func (f *fitter) oneLine() bool {
	n := len(f.items)
	if n == f.from || f.even && f.justify {
		return false
	}
	start := f.start(f.from - 1)
	if start > n {
		return false
	}
	return f.w[n-f.from]-f.w[start-f.from] <= f.width-f.indentAt(f.from-1)
}

// search weighs the ways to break and returns the last node of the best one, -1
// when there is none without a line looser than the loosest.
func (f *fitter) search() int {
	n := len(f.items)
	f.nodes = append(f.nodes[:0], fitNode{at: f.from - 1, prev: -1, class: 1})
	active := append(f.active[:0], 0)
	for i := f.from; i <= n && len(active) > 0; i++ {
		if i < n && !f.items[i].breaks() {
			continue
		}
		active = f.tryAt(i, active)
	}
	f.active = active
	best := -1
	for _, a := range active {
		if f.nodes[a].at == n && (best < 0 || f.nodes[a].demerits < f.nodes[best].demerits) {
			best = a
		}
	}
	return best
}

// mostWeighed bounds the items whose lines are weighed against each other: some
// three pages of prose, or a word of two thousand letters taken apart.
const mostWeighed = 5000

// greedy gives each line what fits on it, in a time that only grows with the
// length of the text.
func (f *fitter) greedy() []lineRange {
	f.sums()
	var out []lineRange
	n, start, last := len(f.items), f.from-1, -1
	end := func(at int) {
		ratio, _ := f.ratio(start, at)
		if at == n && ratio > 0 {
			ratio = 0
		}
		out = append(out, lineRange{from: f.start(start), to: at, at: at, ratio: ratio, end: at == n})
		start, last = at, -1
	}
	for i := f.from; i <= n; i++ {
		if i < n && (!f.items[i].breaks() || i < f.start(start)) {
			continue
		}
		if _, fits := f.ratio(start, i); !fits && last >= 0 {
			i = last // the place is looked at again from the next line
			end(last)
			continue
		}
		last = i
	}
	if start < n {
		end(n)
	}
	return out
}

func (f *fitter) sums() {
	n := len(f.items) - f.from + 1
	f.w, f.y, f.z = zeros(f.w, n), zeros(f.y, n), zeros(f.z, n)
	for i := f.from; i < len(f.items); i++ {
		k, it := i-f.from, &f.items[i]
		f.w[k+1], f.y[k+1], f.z[k+1] = f.w[k], f.y[k], f.z[k]
		if it.kind == breakItem {
			continue // its width counts only at a break
		}
		f.w[k+1] += it.w
		f.y[k+1] += it.stretch
		f.z[k+1] += it.shrink
	}
}

// zeros is room for n sums, of which the first is 0 and the others are to be set.
func zeros(room []float64, n int) []float64 {
	room = slices.Grow(room[:0], n)[:n]
	room[0] = 0
	return room
}

// indentAt is the indent of the line that follows a break at item at.
func (f *fitter) indentAt(at int) float64 {
	if at < f.from {
		return f.indent
	}
	return 0
}

// start is the first item set on a line that follows a break at item at.
func (f *fitter) start(at int) int {
	i := at + 1
	for i < len(f.items) && f.items[i].kind == glueItem {
		i++
	}
	return i
}
