package figure

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"briefing/internal/briefing"
)

// Dictionaries of places and goods may have tens of thousands of values, and
// each question goes through all of them before it looks at a row. What it makes
// of them is the same for any rows: sets made from one another have the same
// codes as long as they only grow, so that they share what was made (axes), and
// what came later is added to it.

// axes are those of places and of goods that questions without conditions of
// their own have asked for.
type axes struct {
	mu     sync.Mutex
	made   map[string]grownAxis
	nest   *nest
	nestOf int // of so many goods
}

// mostAxes bounds them: some tens of megabytes at most. Then all are let go, the
// few that are asked for again and again come back.
const mostAxes = 96

// grownAxis is an axis without a stride that can be made longer.
type grownAxis struct {
	axis
	known map[string]int64 // the part of a name
}

// axisFor gives an axis from memory, where the values that came since are added;
// key "" makes it anew.
func axisFor[T any](s *Set, key string, values []T, ok func(T) bool, by []Dimension, of func(T, Dimension) string, kin kin[T]) axis {
	if s.kept == nil || key == "" {
		return lengthened(grownAxis{}, values, ok, by, of, kin).axis
	}
	x := &s.kept.axes
	x.mu.Lock()
	defer x.mu.Unlock()
	old, made := x.made[key]
	if made && len(old.parts) == len(values) {
		return old.axis
	}
	if x.made == nil || len(x.made) >= mostAxes {
		x.made = map[string]grownAxis{}
	}
	g := lengthened(old, values, ok, by, of, kin)
	x.made[key] = g
	return g.axis
}

// lengthened gives the axis with the values behind those it has.
func lengthened[T any](g grownAxis, values []T, ok func(T) bool, by []Dimension, of func(T, Dimension) string, kin kin[T]) grownAxis {
	from := len(g.parts)
	a := axis{
		parts: append(slices.Clip(g.parts), make([]int64, len(values)-from)...), wanted: append(slices.Clip(g.wanted), make([]uint8, len(values)-from)...),
		keys: slices.Clip(g.keys), splits: slices.Clip(g.splits), lets: g.lets,
	}
	known := maps.Clone(g.known)
	if known == nil {
		known = map[string]int64{}
	}
	var name []byte // of the part: there may be many values and few parts
	for i, v := range values[from:] {
		if !ok(v) {
			continue
		}
		a.lets++
		a.wanted[from+i] = 1
		name = name[:0]
		for _, d := range by {
			name = append(append(name, of(v, d)...), 0)
		}
		if kin.name != nil {
			name = kin.name(name, v)
		}
		part, seen := known[string(name)]
		if !seen {
			part = int64(len(a.keys))
			known[string(name)] = part
			keys := make([]string, len(by))
			for n, d := range by {
				keys[n] = of(v, d)
			}
			a.keys = append(a.keys, keys)
			var s Split
			if kin.split != nil {
				s = kin.split(v)
			}
			a.splits = append(a.splits, s)
		}
		a.parts[from+i] = part
	}
	a.share = float64(a.lets) / float64(len(values))
	return grownAxis{a, known}
}

// The axes of a question, by its dimensions; strides come upon them.

func (s *Set) frameAxis(f *Filter, by []Dimension) axis {
	return axisFor(s, "", s.frames.values, f.frame, by, frame.key, kinOf(func(r frame) Split { return splitOf(r, briefing.Period{}) }))
}

func (s *Set) placeAxis(f *Filter, by []Dimension) axis {
	words := []string{"places", f.Region, f.Partner, f.Province, maybe(f.Area), ""}
	if f.Split != nil {
		words[5] = "=" + f.Split.Area
	}
	return axisFor(s, axisKey(words, by), s.places.values, f.place, by, place.key, kin[place]{
		name:  func(name []byte, p place) []byte { return append(name, areaOf(p)...) },
		split: func(p place) Split { return Split{Area: areaOf(p)} },
	})
}

// wantedGoods is the axis's judgement alone.
func (s *Set) wantedGoods(f *Filter) []uint8 {
	if f.Code != nil || f.Group != nil { // nothing that could be kept
		return wantedOf(s.goods.values, f.good)
	}
	return s.goodsAxis(f, nil).wanted
}

func (s *Set) goodsAxis(f *Filter, by []Dimension) axis {
	key := ""
	if f.Code == nil && f.Group == nil && !slices.Contains(by, ByGroup) {
		key = axisKey(append([]string{"goods", maybe(f.Product)}, f.Codes...), by)
	}
	return axisFor(s, key, s.goods.values, f.good, by, f.goodKey, kin[goods]{})
}

func (s *Set) periodAxis(f *Filter, by []Dimension) axis {
	return axisFor(s, "", s.periods.values, f.period, by, periodKey, kinOf(func(p briefing.Period) Split {
		return Split{Frequency: p.Frequency(), Span: span(p)}
	}))
}

func maybe(word *string) string {
	if word == nil {
		return ""
	}
	return "=" + *word
}

// axisKey tells axes apart: words first, each with its end, then dimensions.
func axisKey(words []string, by []Dimension) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w)
		b.WriteByte(0)
	}
	for _, d := range by {
		b.WriteByte(1)
		b.WriteString(string(d))
	}
	return b.String()
}

// hiddenGoods are those that are confidential.
func (s *Set) hiddenGoods() axis {
	return axisFor(s, "hidden", s.goods.values, func(g goods) bool { return g.Code == HiddenCode }, nil, goods.key, kin[goods]{})
}

// bequeath gives what was made to a set whose codes begin with those of this one.
func (x *axes) bequeath(to *axes) {
	x.mu.Lock()
	defer x.mu.Unlock()
	to.made, to.nest, to.nestOf = maps.Clone(x.made), x.nest, x.nestOf
}
