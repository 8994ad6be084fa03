package measure

import (
	"slices"

	"briefing/internal/figure"
)

// FewCodes is how many commodity codes are too few to stand for all goods.
const FewCodes = 20

// Levels is of which codes groups are made, where not all are of codes of the
// same lengths: a sum of a heading in one year and of one of its subheadings in
// the other are not of the same goods.
type Levels struct {
	codes map[string][]string // by key of a group, in order
	whole map[string]int      // how many codes all groups of its time have together
	by    []figure.Dimension
}

// levelsOf is nil where all groups are of codes alike, which is known without a
// look at them in most data.
func levelsOf(s *figure.Set, f figure.Filter, by []figure.Dimension, groups []figure.Group) (*Levels, error) {
	same := func(g figure.Group) bool { return slices.Equal(g.Levels, groups[0].Levels) }
	if len(groups) < 2 || !slices.ContainsFunc(groups, func(g figure.Group) bool { return !same(g) }) {
		return nil, nil
	}
	all := s.Codes()
	if !figure.Nested(all) && !slices.Contains(all, figure.TotalCode) {
		return nil, nil
	}
	parts, err := s.Parts(f, by, "code")
	if err != nil {
		return nil, err
	}
	return NewLevels(parts, by), nil
}

// NewLevels takes what groups by the dimensions are made of: groups by the same
// and by code, in order.
func NewLevels(parts []figure.Group, by []figure.Dimension) *Levels {
	l := &Levels{codes: map[string][]string{}, whole: map[string]int{}, by: by}
	whole := map[string]map[string]bool{}
	for _, p := range parts {
		code := p.Keys[len(by)]
		p.Keys = p.Keys[:len(by)]
		key, time := groupKey(p.Keys, p.Split), l.time(p)
		l.codes[key] = append(l.codes[key], code)
		if whole[time] == nil {
			whole[time] = map[string]bool{}
		}
		whole[time][code] = true
	}
	for time, codes := range whole {
		l.whole[time] = len(codes)
	}
	return l
}

// time is the group's key without what is not of time.
func (l *Levels) time(g figure.Group) string {
	keys := slices.Clone(g.Keys)
	for i, d := range l.by {
		if timeless(d) {
			keys[i] = ""
		}
	}
	return groupKey(keys, g.Split)
}

// Against tells what is wrong with comparing two groups: a reason to refuse it
// or, where both are of so many goods that they can be taken for all there are,
// a note; neither where they are of goods alike. A stated total is never
// compared with a sum of goods.
func (l *Levels) Against(now, then figure.Group) (why, note string) {
	if l == nil || slices.Equal(now.Levels, then.Levels) {
		return "", ""
	}
	a, b := l.codes[groupKey(now.Keys, now.Split)], l.codes[groupKey(then.Keys, then.Split)]
	return UnlikeCodes(a, b, min(l.whole[l.time(now)], l.whole[l.time(then)]) <= FewCodes)
}

// UnlikeCodes tells what is wrong with comparing sums of these codes, which are
// in order; few says that they can't be taken for all goods there are.
func UnlikeCodes(now, then []string, few bool) (why, note string) {
	if len(now) == 0 || len(then) == 0 || !figure.Unlike(now, then) {
		return "", ""
	}
	if few || slices.Contains(now, figure.TotalCode) != slices.Contains(then, figure.TotalCode) {
		return WhyUnlikeLevels, ""
	}
	return "", NoteUnlikeLevels
}
