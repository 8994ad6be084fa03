package figure

import "slices"

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
	for i := range groups { // whole has some of the groups, in the same order
		g := &groups[i]
		if len(whole) == 0 || whole[0].Split != g.Split || !slices.Equal(whole[0].Keys, g.Keys) {
			continue
		}
		of := whole[0]
		whole = whole[1:]
		if of.Rows == g.Rows {
			continue
		}
		others := g.Rows - of.Rows // they are not missing from the sum
		*g = of
		g.World = true
		g.Rows, g.ValueRows, g.WeightRows = g.Rows+others, g.ValueRows+others, g.WeightRows+others
	}
	return groups, nil
}
