package importer

import "slices"

// namedWithout reports whether rows without a code name goods of their own: barley
// below wheat has no code, and not that of wheat.
func (g *guesser) namedWithout(code int) bool {
	at := slices.IndexFunc(g.columns, func(c ShapeColumn) bool { return c.Role == RoleProduct })
	if at < 0 {
		return false
	}
	return slices.ContainsFunc(g.rows, func(r []string) bool {
		return g.figures(r) && at < len(r) && r[at] != "" && (code >= len(r) || r[code] == "") && !slices.ContainsFunc(r, totalWord)
	})
}
