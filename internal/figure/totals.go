package figure

import "slices"

// WholeCountry is the number of regions from which on rows are taken to be of
// all of a country: Russia has had 83 to 89.
const WholeCountry = 83

// Totals adds up like Aggregate, but where rows of all countries (World) stand
// beside countries and neither the filter nor the dimensions tell partners
// apart, a group is of the former only (Group.World): added together they would
// count twice. Where rows of several flows are added, each may have its own:
// those are left as they are.
func (s *Set) Totals(f Filter, by []Dimension) ([]Group, error) {
	groups, err := s.Aggregate(f, by)
	world := f
	world.Partner = World
	if err != nil || f.Partner != "" || slices.Contains(by, "partner") || !s.May(world) {
		return groups, err
	}
	if f.Flow == "" && !slices.Contains(by, "flow") {
		flows, err := s.Aggregate(f, []Dimension{"flow"})
		if err != nil || slices.ContainsFunc(flows, func(g Group) bool { return g.Keys[0] != flows[0].Keys[0] }) {
			return groups, err
		}
	}
	whole, err := s.Aggregate(world, by)
	if err != nil {
		return nil, err
	}
	for i := range groups {
		g := &groups[i]
		at := slices.IndexFunc(whole, func(w Group) bool { return w.Split == g.Split && slices.Equal(w.Keys, g.Keys) })
		if at < 0 || whole[at].Rows == g.Rows {
			continue
		}
		others := g.Rows - whole[at].Rows // they are not missing from the sum
		*g = whole[at]
		g.World = true
		g.Rows, g.ValueRows, g.WeightRows = g.Rows+others, g.ValueRows+others, g.WeightRows+others
	}
	return groups, nil
}
