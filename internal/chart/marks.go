package chart

import (
	"math"

	"briefing/internal/document"
)

// mark is one bar of an upright chart in the values of its axis: bars by
// period, groups and waterfalls come down to the same marks.
type mark struct {
	slot, of   int // its category; of how many marks side by side in it…
	place      int // …and which of them
	bars       []segment
	anchor     float64 // where the label stands
	down       bool    // the label hangs below
	has        bool    // false: an empty slot
	plan       bool
	low, high  float64
	label, sub line
	planLabel  line
	part       maybe // a label inside the solid part stands below it
	partLabel  line
	partSub    line
	partOuter  line   // both on one line, where the bar has no room
	empty      string // what an empty slot says…
	emptyLines []line // …set for its width, the nearest first
	bound      bool
	level      maybe // waterfall: where the connector to the next mark runs
}

// segment is a stretch of a bar of one shade.
type segment struct {
	from, to float64
	shade    shade
}

// marks of bars and groups: each stands on zero.
func (v *view) columns() []mark {
	var out []mark
	for i := range v.names {
		for j, s := range v.series {
			out = append(out, column(s.points[i], i, j, len(v.series)))
		}
	}
	return out
}

func column(p point, slot, place, of int) mark {
	m := newMark(p, slot)
	m.place, m.of = place, of
	if p.low.ok {
		m.plan, m.low, m.high = true, p.low.v, p.high.v
		m.planLabel = newLine(p.planLabel, quietLook())
		m.down = m.high < 0
	}
	if !p.value.ok {
		return m
	}
	m.anchor, m.down = p.value.v, p.value.v < 0
	part := p.part
	if part.ok && (part.v*p.value.v < 0 || math.Abs(part.v) > math.Abs(p.value.v)) {
		part = maybe{} // no part of this whole
	}
	if !part.ok || part.v == 0 {
		m.bars = []segment{{to: p.value.v, shade: p.shade}}
		return m
	}
	m.bars = []segment{{to: part.v, shade: shade{fill: document.Actual}}}
	if part.v != p.value.v {
		rest := p.shade
		if rest.fill == document.Actual {
			rest = shade{fill: document.Expected}
		}
		m.bars = append(m.bars, segment{from: part.v, to: p.value.v, shade: rest})
	}
	m.part = part
	m.partLabel = newLine(p.partLabel, valueLook())
	m.partSub = newLine(p.partSub, look{size: leastSize, color: ink})
	if p.partLabel != "" {
		m.partOuter = newLine(joined(p.partLabel, p.partSub), subLook())
	}
	return m
}

func newMark(p point, slot int) mark {
	m := mark{slot: slot, of: 1, has: p.value.ok, bound: p.bound}
	if !p.value.ok {
		m.empty = p.label
		if m.empty == "" && !p.low.ok && p.shade.fill != document.Blank { // a plan alone is no gap
			m.empty = noValue
		}
		return m
	}
	m.label, m.sub = newLine(p.label, valueLook()), newLine(p.sub, subLook())
	m.label.main = true
	return m
}

// noValue is the mark of an empty slot, the same in every language.
const noValue = "[x]"

// steps are the marks of a waterfall: levels at both ends stand on zero, the
// signed changes between them stand on what has been reached.
func (v *view) steps() []mark {
	var out []mark
	reached := 0.0
	points := v.series[0].points
	for i, p := range points {
		m := newMark(p, i)
		switch {
		case !p.value.ok:
		case i == 0 || i == len(points)-1:
			reached = p.value.v
			m.bars = []segment{{to: reached, shade: p.shade}}
			m.anchor, m.down = reached, reached < 0
		default:
			from := reached
			reached += p.value.v
			m.bars = []segment{{from: from, to: reached, shade: p.shade}}
			m.anchor = math.Max(from, reached)
			if m.anchor <= 0 {
				m.anchor, m.down = math.Min(from, reached), true
			}
		}
		if i < len(points)-1 && (p.value.ok || i > 0) {
			m.level = maybe{v: reached, ok: true}
		}
		out = append(out, m)
	}
	return out
}

// extent is the range of marks with zero, which bars always stand on.
func extent(marks []mark) (lo, hi float64) {
	for _, m := range marks {
		for _, b := range m.bars {
			lo, hi = min(lo, b.from, b.to), max(hi, b.from, b.to)
		}
		if m.plan {
			lo, hi = min(lo, m.low, m.high), max(hi, m.low, m.high)
		}
	}
	return lo, hi
}
