package importer

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/unitnames"
)

// withUnits is the profile for one header row: a column of values or weights
// may have its unit written behind its name («Стоимость, млн руб.», «Вес нетто
// (тыс. т)»), and then nothing is left to ask. The profile itself when no
// header says so, when its tables state their units otherwise, and when two columns
// hold one amount in two units: which of them is meant is for the user to say. Of
// several currencies the US dollars are meant: the others are passed over, with a
// note. The row comes folded too.
func (p *Profile) withUnits(row, folded []string) *Profile {
	if !p.AskUnits {
		return p
	}
	var told []Column
	for i, head := range row {
		if c, ok := p.unitHead(head, folded[i]); ok {
			told = append(told, c)
		}
	}
	if len(told) == 0 {
		return p
	}
	own := *p
	told, own.Ignored = inDollars(told, p.Ignored)
	if len(own.Ignored) > len(p.Ignored) {
		own.Notes = append(slices.Clone(p.Notes), NoteOneMoney)
	}
	for i, c := range told {
		if slices.ContainsFunc(told[:i], func(other Column) bool { return other.Role == c.Role }) {
			return p
		}
	}
	own.Columns = append(slices.Clone(p.Columns), told...)
	return &own
}

// inDollars leaves one column of value where there is one in US dollars and the
// others are in other currencies; the names of these are added to the ignored.
func inDollars(told []Column, ignored []string) (kept []Column, passed []string) {
	currency := func(c Column) string {
		code, _ := c.Unit.Currency()
		return code
	}
	dollars := 0
	for _, c := range told {
		if currency(c) == "USD" {
			dollars++
		}
	}
	passed = slices.Clone(ignored)
	for _, c := range told {
		if dollars == 1 && c.Role == RoleValue && currency(c) != "USD" {
			passed = append(passed, c.Names...)
		} else {
			kept = append(kept, c)
		}
	}
	return kept, passed
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
			if u := unitnames.Parse(strings.Trim(rest, " ,;:()[]-/_")); fitsRole(c.Role, u) {
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
