package importer

import (
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
)

// withholding marks what the source does not publish: the value, the weight or,
// in a table that has neither, the quantity. The row is kept without it, so that
// no sum passes for that of all, and a sum of tonnes isn't unpublished because
// money is, nor the other way. It reports whether the row is to be kept for the
// mark alone.
func (m *mapper) withholding(r *cells.Row, o *figure.Observation) bool {
	if m.profile.Settled {
		return false
	}
	hidden := func(role Role, n briefing.MaybeNumber) bool {
		return m.col[role] >= 0 && !n.Valid && unpublished(m.text(r, role))
	}
	value, weight := hidden(RoleValue, o.Value), hidden(RoleWeight, o.NetWeight)
	switch {
	case value:
		o.Status = briefing.Missing
		if o.NetWeight.Valid {
			o.WeightStatus = briefing.Normal
		}
	case weight:
		o.WeightStatus = briefing.Missing
		return !o.Value.Valid && !o.Quantity.Valid
	case m.col[RoleValue] < 0 && m.col[RoleWeight] < 0 && hidden(RoleQuantity, o.Quantity):
		o.Status = briefing.Missing
		return true
	}
	return value
}
