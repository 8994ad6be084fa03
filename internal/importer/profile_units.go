package importer

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
)

// withUnits is the profile for one header row: a column of values or weights
// may have its unit written behind its name («Стоимость, млн руб.», «Вес нетто
// (тыс. т)»), and then nothing is left to ask. The profile itself when no
// header says so, when its tables state their units otherwise, and when two columns
// hold one amount in two units: which of them is meant is for the user to say.
// The row comes folded too.
func (p *Profile) withUnits(row, folded []string) *Profile {
	if !p.AskUnits {
		return p
	}
	out := p
	for i, head := range row {
		c, ok := p.unitHead(head, folded[i])
		if !ok {
			continue
		}
		if slices.ContainsFunc(out.Columns[len(p.Columns):], func(other Column) bool { return other.Role == c.Role }) {
			return p
		}
		if out == p {
			own := *p
			own.Columns = slices.Clone(p.Columns)
			out = &own
		}
		out.Columns = append(out.Columns, c)
	}
	return out
}

// unitHead is the column that a header stands for which is one of the profile's
// names with a unit of the right kind behind it.
func (p *Profile) unitHead(head, folded string) (Column, bool) {
	if len(head) > headerLength*2 {
		return Column{}, false
	}
	for _, c := range p.Columns {
		if c.Role != RoleValue && c.Role != RoleWeight || c.Unit != "" {
			continue
		}
		for _, name := range c.foldedNames() {
			rest, ok := strings.CutPrefix(folded, name)
			if !ok || rest == "" || !strings.ContainsAny(rest[:1], " ,;:([-/_") {
				continue
			}
			if u := parseUnit(strings.Trim(rest, " ,;:()[]-/_")); fitsRole(c.Role, u) {
				return Column{Role: c.Role, Names: []string{head}, Unit: u, Required: c.Required, folded: []string{folded}}, true
			}
		}
	}
	return Column{}, false
}

// fitsRole reports whether amounts of a role can be counted in a unit.
func fitsRole(r Role, u briefing.Unit) bool {
	_, money := u.Currency()
	return r == RoleValue && money || r == RoleWeight && u.Mass()
}
