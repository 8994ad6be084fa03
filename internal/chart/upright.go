package chart

import (
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

	"briefing/internal/document"
)

// Heights of the forms' plots in points.
const (
	barsHeight      = 126
	waterfallHeight = 114
)

// Widths of bars in points or parts of their slot.
const (
	barPart   = 0.61 // of a slot, bars by period
	partPart  = 0.78 // of a slot, bars with a label inside
	stepPart  = 0.69 // of a slot, waterfall
	groupPart = 0.74 // of a slot, all bars of a group
	widestBar = 38
	planWing  = 7 // of the plan's outline beyond the bar on each side
	groupGap  = 1.5
	leastLeft = 23 // room of axis labels
	tickGap   = 4
	bareTop   = 4 // over a bar without a label: it is not to touch the words above the chart
)

// upright is a chart whose values go up: bars, groups, waterfall.
type upright struct {
	v      *view
	width  vg.Length
	marks  []mark
	lo, hi float64 // of the data, with zero
	ticks  []plot.Tick
	left   vg.Length // room of axis labels
	slot   vg.Length
	names  names
	key    keyRows
	room   []stack // of stacks, used again: a scale is found by dozens of trials
	words  []line  // the lines of the stacks in room
}

func newUpright(v *view, width vg.Length) *upright {
	u := &upright{v: v, width: width}
	if v.kind == document.Waterfall {
		u.marks = v.steps()
	} else {
		u.marks = v.columns()
	}
	u.lo, u.hi = extent(u.marks)
	u.ticks = v.ticker().Ticks(u.lo, u.hi)
	u.left = gutter(u.ticks, width)
	u.slot = (width - u.left) / vg.Length(len(v.names))
	u.names = newNames(v.names, slots{left: u.left, step: u.slot, width: width})
	u.key = newKey(v.key, u.left, width)
	for i, m := range u.marks {
		if !m.has {
			u.marks[i].emptyLines = u.emptyText(m)
		}
	}
	return u
}

func (v *view) ticker() ticker { return ticker{lang: v.lang, decimals: v.decimals, whole: v.whole} }

// gutter is the room of axis labels. Labels that would take more than a third
// of the width are not written.
func gutter(ticks []plot.Tick, width vg.Length) vg.Length {
	left := vg.Length(leastLeft)
	for _, t := range ticks {
		left = max(left, tickLook().width(t.Label)+tickGap)
	}
	if left > width/3 {
		for i := range ticks {
			ticks[i].Label = ""
		}
		left = min(leastLeft, width/3)
	}
	return left
}

func (u *upright) bottom() vg.Length { return u.names.height() + u.key.height() }

func (u *upright) height() vg.Length {
	h := u.v.height
	if h == 0 {
		h = barsHeight
		if u.v.kind == document.Waterfall {
			h = waterfallHeight
		}
	}
	return vg.Length(h) + u.bottom()
}

// centre is the middle of a mark.
func (u *upright) centre(m mark) vg.Length {
	x := u.left + (vg.Length(m.slot)+0.5)*u.slot
	if m.of > 1 {
		x += (vg.Length(m.place) - vg.Length(m.of-1)/2) * (u.bar() + u.gap())
	}
	return x
}

// bar is the width of a bar.
func (u *upright) bar() vg.Length {
	switch n := vg.Length(len(u.v.series)); {
	case u.v.kind == document.Waterfall:
		return min(widestBar, stepPart*u.slot)
	case n > 1:
		return min(widestBar*0.75, groupPart*u.slot/n-u.gap())
	default:
		return max(min(widestBar, barPart*u.slot), u.partRoom())
	}
}

// partRoom is the width that the labels inside the solid parts of bars ask for,
// if the slots give it: a part of a year is read best where it ends.
func (u *upright) partRoom() vg.Length {
	need := vg.Length(0)
	for _, m := range u.marks {
		if m.part.ok {
			need = max(need, m.partLabel.width+2, m.partSub.width+2)
		}
	}
	if need > partPart*u.slot {
		return 0
	}
	return need
}

// gap is the distance of the bars of a group.
func (u *upright) gap() vg.Length {
	return min(groupGap, 0.15*u.slot/vg.Length(len(u.v.series)))
}

// outline is the width of the plan behind a bar.
func (u *upright) outline() vg.Length {
	room := (u.slot - u.bar()) / 2
	if n := vg.Length(len(u.v.series)); n > 1 {
		room = 1 + u.gap()/3
	}
	return u.bar() + 2*max(min(planWing, room-1), 0)
}

// axis maps values to the height of the plot: zero stands at base.
type axis struct {
	base vg.Length
	unit vg.Length // points of one unit
}

func (a axis) y(v float64) vg.Length { return a.base + vg.Length(v)*a.unit }

// fit finds the largest scale at which bars and labels stay inside the height,
// with so much head room besides. Zero is always on the axis.
func (u *upright) fit(height, head vg.Length) (axis, bool) {
	span := u.hi - u.lo
	if span == 0 {
		span = 1
	}
	try := func(unit vg.Length) (axis, bool) {
		above, below := vg.Length(u.hi)*unit, -vg.Length(u.lo)*unit
		if u.hi > 0 {
			above += bareTop
		}
		if u.lo < 0 {
			below += bareTop
		}
		for _, s := range u.stacks(unit) {
			switch {
			case s.inside:
			case s.down:
				below = max(below, -vg.Length(s.anchor)*unit+s.height()+head)
			default:
				above = max(above, vg.Length(s.anchor)*unit+s.height()+head)
			}
		}
		for _, m := range u.marks {
			switch tip, ok := m.tip(); {
			case !ok || !m.bound:
			case m.down:
				below = max(below, -vg.Length(tip)*unit+arrowSize+2)
			default:
				above = max(above, vg.Length(tip)*unit+arrowSize+2)
			}
		}
		return axis{base: below, unit: unit}, above+below <= height
	}
	most := height / vg.Length(span)
	if a, ok := try(most); ok {
		return a, true
	}
	lo, hi := vg.Length(0), most
	best, found := try(0)
	for range 28 {
		mid := (lo + hi) / 2
		if a, ok := try(mid); ok {
			best, found, lo = a, true, mid
		} else {
			hi = mid
		}
	}
	return best, found && best.unit > 0
}

// stacks are the labels of all marks at a scale: with it changes what fits
// inside a bar or between a bar and its plan. They hold until the next call.
func (u *upright) stacks(unit vg.Length) []stack {
	out := u.room[:0]
	u.words = u.words[:0]
	for i := range u.marks {
		out = u.stacksOf(out, i, &u.marks[i], unit)
	}
	u.room = out
	return out
}

// stacksOf adds the labels of a mark.
func (u *upright) stacksOf(out []stack, i int, m *mark, unit vg.Length) []stack {
	if !m.has {
		return u.emptySlot(out, i, m)
	}
	s := stack{mark: i, x: u.centre(*m), anchor: m.anchor, lift: labelGap, down: m.down, last: m.place == m.of-1}
	if m.bound {
		s.lift += arrowSize + 1
	}
	var outer line
	if inner, ok := u.inner(i, m, m.part, unit, &m.partLabel, &m.partSub); ok {
		out = append(out, inner)
	} else {
		outer = m.partOuter
	}
	if m.down { // the value is read first, so below its bar it is nearest
		s.lines = u.lines(&m.label, &outer, &m.sub)
	} else {
		s.lines = u.lines(&m.sub, &outer, &m.label)
	}
	plan := u.planStack(i, m)
	switch gap := vg.Length(math.Abs(plan.anchor)-math.Abs(m.anchor)) * unit; {
	case !m.plan:
	case plan.down != s.down || gap <= 0:
		s.lines, plan.lines = append(s.lines, plan.lines...), nil
	case s.height()+3 <= gap && s.width() <= u.outline()-3:
		s.fixed = true // between the bar and the plan's edge
	default: // inside the bar, or else all beyond the plan's edge
		if inner, ok := u.inner(i, m, maybe{v: m.anchor, ok: len(m.bars) == 1 && !m.bound}, unit, &m.label, &m.sub); ok {
			out = append(out, inner)
			s = plan
			plan.lines = nil
			break
		}
		s.anchor = plan.anchor
		s.lines, plan.lines = append(s.lines, plan.lines...), nil
	}
	return kept(kept(out, s), plan)
}

// kept adds a label that says something.
func kept(out []stack, s stack) []stack {
	if len(s.lines) == 0 {
		return out
	}
	return append(out, s)
}

// planStack is the label of a plan at its farther edge.
func (u *upright) planStack(i int, m *mark) stack {
	s := stack{mark: i, x: u.centre(*m), lift: labelGap, anchor: m.high, down: m.high < 0}
	if s.down {
		s.anchor = m.low
	}
	if m.bound && !m.has {
		s.lift += arrowSize + 1
	}
	s.lines = u.lines(&m.planLabel)
	return s
}

// lines keeps those that say something; they hold until the next call of stacks.
func (u *upright) lines(of ...*line) []line {
	from := len(u.words)
	for _, l := range of {
		if l.text != "" {
			u.words = append(u.words, *l)
		}
	}
	return u.words[from:len(u.words):len(u.words)]
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return b + "\u00a0" + a
}

// inner is a label inside the solid part of a bar up to a value, if it fits.
func (u *upright) inner(i int, m *mark, end maybe, unit vg.Length, value, sub *line) (stack, bool) {
	if !end.ok || value.text == "" || !m.bars[0].shade.inside() {
		return stack{}, false
	}
	s := stack{mark: i, x: u.centre(*m), anchor: end.v, lift: 6, down: !m.down, fixed: true, inside: true}
	s.lines = u.lines(value, sub)
	for i := range s.lines {
		if m.bars[0].shade.dark() {
			s.lines[i].look.color = white
		}
	}
	if m.down { // read from the top, grown from the bottom
		slices.Reverse(s.lines)
	}
	room := vg.Length(math.Abs(end.v)) * unit
	return s, s.width() <= u.bar()-1 && s.height()+2 <= room
}

// emptySlot says that there is no value, and still names the plan.
func (u *upright) emptySlot(out []stack, i int, m *mark) []stack {
	s := stack{mark: i, x: u.centre(*m), lift: 6.5, fixed: true, lines: m.emptyLines}
	return kept(kept(out, s), u.planStack(i, m))
}

// emptyText sets the words of an empty slot for its width; where they don't
// fit, the mark stands alone.
func (u *upright) emptyText(m mark) []line {
	room := u.slot*0.9 - 2
	if m.plan {
		room = u.outline() - 4
	} else if m.of > 1 {
		room = u.bar()
	}
	texts, cuts := fill(gluedMark(m.empty), subLook(), room)
	if cuts == 0 && len(texts) <= 3 {
		texts = wrap(m.empty, subLook(), room, 3)
	} else if texts = []string{noValue}; subLook().width(noValue) > room {
		texts = nil
	}
	slices.Reverse(texts)
	return newLines(texts, subLook())
}
