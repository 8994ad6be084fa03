package app

import (
	"fmt"
	"strings"

	"briefing/internal/classification"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// TradeRest asks for the rows that no product group of the set has.
const TradeRest = "—"

// inGroup are the rows of a product group.
func inGroup(set *figure.Set, rules classification.Grouping, key string) (*figure.Set, error) {
	if key == TradeRest {
		key = classification.Remainder
	}
	filters, err := byGroups(set, figure.Filter{}, rules)
	if err != nil {
		return nil, err
	}
	out := figure.NewSet()
	for _, f := range filters {
		f.Group = &key
		out.AppendSet(set.Where(f))
	}
	return out, nil
}

// groupFacets are the groups of the set in its order, each that has rows under
// the other filters, and then what is in none or can't be told.
func groupFacets(set *figure.Set, rules classification.Grouping, q TradeQuery) ([]TradeFacet, error) {
	filters, err := byGroups(set, q.filter(), rules)
	if err != nil {
		return nil, err
	}
	rows := map[string]int{}
	for _, f := range filters {
		groups, err := set.Aggregate(f, []figure.Dimension{figure.ByGroup})
		if err != nil {
			return nil, err
		}
		for _, g := range groups {
			rows[g.Keys[0]] += g.Rows
		}
	}
	var out []TradeFacet
	take := func(key, shown string) {
		if n := rows[key]; n > 0 {
			out = append(out, TradeFacet{shown, n})
			delete(rows, key)
		}
	}
	for _, g := range rules {
		take(g.Key, g.Key)
	}
	take(classification.Remainder, TradeRest)
	for _, key := range []string{classification.Undecided, figure.HiddenCode, figure.TotalCode} {
		take(key, key)
	}
	return out, nil
}

// ruled tells of the project's groups what decides which rows are in them.
func ruled(pr *project.Project) string {
	var sb strings.Builder
	for _, g := range ordered(pr.Groups) {
		fmt.Fprintf(&sb, "%q %q %q %q\n", g.Set, g.GroupKey(), g.Rule, g.Classification)
	}
	return sb.String()
}
