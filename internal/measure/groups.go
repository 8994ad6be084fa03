package measure

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// GroupGrowth is the growth of one group of observations against the group of
// the same keys a year before.
type GroupGrowth struct {
	Value, Weight Result
	// Parts are the months ("01") or quarters ("Q1") that the group has rows of,
	// where these are fewer than its period has.
	Parts []string
}

// GrowthByYear gives for each group, in order, its growth against the group
// whose keys are the same but a year earlier. by are the dimensions the
// groups were added up by; one of them must be of time.
//
// A year that was added up from months or quarters may lack some of them, and
// a group does not tell which. Of such groups the growth is refused
// (WhyCoverage); GrowthOfSet looks into the months instead.
func GrowthByYear(groups []figure.Group, by []figure.Dimension) []GroupGrowth {
	return growthOfGroups(groups, by, func(now, _ figure.Group) bool { return wholePeriods(now, by) }, nil, nil, splitsOf(groups, by))
}

// GrowthOfSet adds the observations up and gives each group its growth. Years
// made of months are compared only when both have the same months. Rows of all
// countries are never added to countries, and the ones never compared with the
// others.
//
// What the set remembers of it (figure.Set.Remember) is asked again by each table
// and sentence after every change of a record.
func GrowthOfSet(s *figure.Set, f figure.Filter, by []figure.Dimension) ([]figure.Group, []GroupGrowth, error) {
	type grown struct {
		groups  []figure.Group
		growths []GroupGrowth
	}
	made, err := figure.RecalledOf(s, "growth", f, by, func() (grown, error) {
		groups, growths, err := growthOfSet(s, f, by)
		return grown{groups, growths}, err
	}, func(g grown) int { return roomOfGrowth * len(g.groups) })
	return slices.Clone(made.groups), slices.Clone(made.growths), err
}

// roomOfGrowth is how many groups the growth of one takes the room of: with two
// results, each with its inputs.
const roomOfGrowth = 8

func growthOfSet(s *figure.Set, f figure.Filter, by []figure.Dimension) ([]figure.Group, []GroupGrowth, error) {
	groups, err := s.Totals(f, by)
	if err != nil {
		return nil, nil, err
	}
	levels, err := levelsOf(s, f, by, groups)
	if err != nil {
		return nil, nil, err
	}
	goods, err := goodsOf(s, f, by, groups)
	if err != nil {
		return nil, nil, err
	}
	apart, err := apartOf(s, f, by, groups)
	if err != nil {
		return nil, nil, err
	}
	if slices.ContainsFunc(groups, func(g figure.Group) bool { return !wholePeriods(g, by) }) {
		months, err := monthsOfGroups(s, f, by)
		if err != nil {
			return nil, nil, err
		}
		growths := growthOfGroups(groups, by, func(now, then figure.Group) bool {
			a, b := months[groupKey(now.Keys, now.Split)], months[groupKey(then.Keys, then.Split)]
			return len(a) > 0 && slices.Equal(a, b)
		}, levels, goods, apart)
		for i, g := range groups {
			if parts := months[groupKey(g.Keys, g.Split)]; len(parts) < partsOf(g, by) {
				growths[i].Parts = parts
			}
		}
		return groups, growths, nil
	}
	return groups, growthOfGroups(groups, by, func(now, _ figure.Group) bool { return wholePeriods(now, by) }, levels, goods, apart), nil
}

// wholePeriods reports whether the rows of the group are of the very period
// that its finest key of time names.
func wholePeriods(g figure.Group, by []figure.Dimension) bool {
	switch g.Split.Frequency {
	case "A":
		return slices.Contains(by, "year")
	case "Q":
		return slices.Contains(by, "quarter")
	case "M":
		return slices.Contains(by, "month")
	case "R", "S":
		return true
	}
	return false
}

// partsOf is how many months or quarters the period has that the group's finest
// key of time names; 0 where it is not made of such.
func partsOf(g figure.Group, by []figure.Dimension) int {
	key := func(d figure.Dimension) bool {
		i := slices.Index(by, d)
		return i >= 0 && g.Keys[i] != ""
	}
	switch {
	case key("month"):
		return 0
	case key("quarter") && g.Split.Frequency == "M":
		return 3
	case key("quarter") || !key("year"):
		return 0
	case g.Split.Frequency == "M":
		return 12
	case g.Split.Frequency == "Q":
		return 4
	}
	return 0
}

// monthsOfGroups lists for each group the parts of its year that have rows.
func monthsOfGroups(s *figure.Set, f figure.Filter, by []figure.Dimension) (map[string][]string, error) {
	finer := append(slices.Clone(by), "quarter", "month")
	groups, err := s.Aggregate(f, finer)
	if err != nil {
		return nil, err
	}
	months := map[string][]string{}
	for _, g := range groups {
		n := len(by)
		key := groupKey(g.Keys[:n], g.Split)
		part := partOfYear(g.Keys[n], g.Keys[n+1])
		if !slices.Contains(months[key], part) {
			months[key] = append(months[key], part)
		}
	}
	for _, m := range months {
		slices.Sort(m)
	}
	return months, nil
}

func partOfYear(quarter, month string) string {
	if month != "" {
		return month[strings.IndexByte(month, '-')+1:]
	}
	return quarter[strings.IndexByte(quarter, '-')+1:]
}

func growthOfGroups(groups []figure.Group, by []figure.Dimension, sameParts func(now, then figure.Group) bool, levels *Levels, goods map[string][]figure.Group, apart map[string][]figure.Split) []GroupGrowth {
	index := map[string]int{}
	for i, g := range groups {
		index[groupKey(g.Keys, g.Split)] = i
	}
	out := make([]GroupGrowth, len(groups))
	for i, g := range groups {
		before, split, ok := yearBefore(g, by)
		key := groupKey(before, split)
		j, found := index[key]
		if !ok || !found {
			why := []string{WhyBaseMissing}
			if ok {
				if mixed := Nearest(g.Split, apart[unsplit(before, by)]); mixed != nil {
					why = mixed
				}
			}
			out[i] = GroupGrowth{Value: unfounded(OfGroup(g, by, Value), why), Weight: unfounded(OfGroup(g, by, Weight), why)}
			continue
		}
		of := func(a Amount) Result {
			why, note := levels.Against(g, groups[j])
			if g.World != groups[j].World || !sameParts(g, groups[j]) {
				why = WhyCoverage
			}
			if why == "" && a == Weight && Incomplete(g, groups[j]) && Unweighed(goods[groupKey(g.Keys, g.Split)], goods[key]) {
				why = WhyUnweighed
			}
			if why == "" && a == Value && Partial(g, groups[j]) && Unvalued(goods[groupKey(g.Keys, g.Split)], goods[key]) {
				why = WhyUnvalued
			}
			if why != "" {
				r := begin(keyGrowth, OfGroup(g, by, a), OfGroup(groups[j], by, a))
				r.refuse(why)
				return r
			}
			r := Growth(OfGroup(g, by, a), OfGroup(groups[j], by, a))
			r.note(note)
			return r
		}
		out[i] = GroupGrowth{Value: of(Value), Weight: of(Weight)}
	}
	return out
}

func unfounded(q Quantity, why []string) Result {
	r := begin(keyGrowth, q)
	r.Period = q.Period
	r.refuse(why...)
	return r
}

// yearBefore are the keys of the group a year earlier; ok is false when the
// group has no time in its keys.
func yearBefore(g figure.Group, by []figure.Dimension) (keys []string, split figure.Split, ok bool) {
	keys, split = slices.Clone(g.Keys), g.Split
	for i, d := range by {
		if timeless(d) || keys[i] == "" {
			continue
		}
		p, err := briefing.ParsePeriod(keys[i])
		if err != nil {
			return nil, split, false
		}
		keys[i], ok = p.YearBefore().String(), true
	}
	if split.Span != "" {
		p, err := briefing.ParsePeriod(split.Span)
		if err != nil {
			return nil, split, false
		}
		split.Span, ok = p.YearBefore().String(), true
	}
	return keys, split, ok
}
