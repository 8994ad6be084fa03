package question

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// levels is what is known of codes of a table that hold one another, or are
// told in one period by wider codes than in the other.
type levels struct {
	lines     bool                // lines are of codes that hold one another: they add up to nothing
	linesNow  bool                // so are those of the period by themselves
	items     bool                // so are the items within the lines
	over      bool                // the goods come to more than the stated total
	now, then map[string][]string // by keys of a line, its codes; nil where all are alike
	whole     [2][]string         // of the total
	few       bool
}

// look finds out what the levels of the lines' codes are; as in most data
// nothing is to be said of them.
func (b *building) look(lines []Line) error {
	codes := b.set.Codes()
	if !figure.Nested(codes) && !slices.Contains(codes, figure.TotalCode) {
		return nil
	}
	for i, d := range b.dims {
		if !ofGoods(d) || d == figure.ByGroup {
			continue
		}
		var keys, now []string
		for _, l := range lines {
			keys = append(keys, l.Keys[i])
			if l.HasNow {
				now = append(now, l.Keys[i])
			}
		}
		slices.Sort(keys)
		slices.Sort(now)
		b.levels.lines = b.levels.lines || figure.Nested(slices.Compact(keys))
		b.levels.linesNow = b.levels.linesNow || figure.Nested(slices.Compact(now))
	}
	if slices.ContainsFunc(b.q.Measures, overItems) || slices.ContainsFunc(b.q.Measures, overRelated) {
		for _, periods := range [][]briefing.Period{b.win.now, b.win.then} {
			groups, err := b.groups(periods, []figure.Dimension{b.q.Over}, b.slice)
			if err != nil {
				return err
			}
			b.levels.items = b.levels.items || ofGoods(b.q.Over) && figure.Nested(codesOf(groups[b.key], 0))
		}
	}
	if b.whole.Stated && len(b.dims) == 1 {
		by := []figure.Dimension{}
		f := b.table.filter
		f.Period = also(f.Period, append(slices.Clone(b.win.now), b.win.then...))
		for _, s := range b.set.Stated(f, by) {
			b.levels.over = b.levels.over || s.Code == figure.TotalCode && s.Beyond()
		}
	}
	return b.unlike()
}

// unlike notes the codes of the lines in both periods, where they are not of
// the same lengths.
func (b *building) unlike() error {
	if len(b.win.then) == 0 || slices.Equal(b.whole.Now.Levels, b.whole.Then.Levels) {
		return nil
	}
	parts := func(periods []briefing.Period, by []figure.Dimension) ([]figure.Group, error) {
		f := b.slice.filter(b.q.Filter, periods)
		f.Flow = b.key.flow
		groups, err := b.set.Parts(f, by, "code")
		return slices.DeleteFunc(groups, func(g figure.Group) bool { return keyOf(string(b.key.flow), g.Split) != b.key }), err
	}
	counts := [2]int{}
	for side, periods := range [][]briefing.Period{b.win.now, b.win.then} {
		whole, err := parts(periods, nil)
		if err != nil {
			return err
		}
		b.levels.whole[side] = codesOf(whole, 0)
		of := map[string][]string{}
		groups, err := parts(periods, b.dims)
		if err != nil {
			return err
		}
		for _, g := range groups {
			key := strings.Join(g.Keys[:len(b.dims)], "\x00")
			of[key] = append(of[key], g.Keys[len(b.dims)])
		}
		counts[side] = len(b.levels.whole[side])
		goods := 0
		for key, codes := range of {
			slices.Sort(codes)
			of[key] = slices.Compact(codes)
			goods += len(of[key])
		}
		counts[side] = max(counts[side], goods)
		if side == 0 {
			b.levels.now = of
		} else {
			b.levels.then = of
		}
	}
	b.levels.few = min(counts[0], counts[1]) <= measure.FewCodes
	return nil
}

// codesOf are the keys at a place, in order, each once.
func codesOf(groups []figure.Group, at int) []string {
	var out []string
	for _, g := range groups {
		out = append(out, g.Keys[at])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// refused is why a cell has no number, whatever else is known of its line.
func (v *levels) refused(l *Line, key string) string {
	nested := v.lines
	if ofNow(key) {
		nested = v.linesNow
	}
	switch {
	case nested && (l.Kind == Total || l.Kind == Rest || ofWhole(key)), v.items && (overItems(key) || overRelated(key)), nested && Related(key):
		return measure.WhyLevels
	case v.over && (ofWhole(key) && l.Kind != Total || l.Kind == Unallocated && l.Stated):
		return measure.WhyGoodsExceed
	}
	return ""
}

// against tells what is wrong with comparing the two sums of a line.
func (v *levels) against(l *Line) (why, note string) {
	switch {
	case v.now == nil:
		return "", ""
	case l.Kind == Total:
		return measure.UnlikeCodes(v.whole[0], v.whole[1], v.few)
	case l.Kind != Item:
		return "", ""
	}
	key := strings.Join(l.Keys, "\x00")
	return measure.UnlikeCodes(v.now[key], v.then[key], v.few)
}
