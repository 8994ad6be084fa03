package importer

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
)

// ofWeight reports whether a row of a long table tells the weight: it has neither
// the currency of a value nor the unit of a quantity, which such rows must have.
func ofWeight(o *figure.Observation) bool { return o.Currency == "" && o.QuantityUnit == "" }

// withheldLong reports whether a row without a number says that there is one which
// is not published: the row stays, so that its sum is not taken for that of all.
// Elsewhere an empty observation is what a publisher writes of nothing.
func (m *mapper) withheldLong(r *cells.Row, role Role) bool {
	if role == RoleQuantity {
		return false
	}
	text := strings.ToUpper(string(m.text(r, RoleStatus)))
	switch text {
	case "Q", "L", "O", "C", "X": // suppressed, not collected, missing; Eurostat's mark of what is confidential
		return true
	}
	if !m.profile.Settled {
		return confidential(string(m.text(r, RoleConf)))
	}
	status, _ := m.profile.status(text)
	return status == briefing.Missing
}

// confidential reports whether a code of CL_CONF_STATUS keeps a number from being
// published: of itself, or since another one could be worked out of it.
func confidential(code string) bool {
	switch strings.ToUpper(code) {
	case "C", "N", "D", "S", "A":
		return true
	}
	return false
}

// complete adds the one measure of o to the observation. It is refused where
// that measure is there already; same says that it is there as it stands in o.
func complete(to, o *figure.Observation) (added, same bool) {
	switch {
	case ofWeight(o):
		if to.NetWeight.Valid || to.WeightStatus == briefing.Missing {
			return false, briefing.SameNumber(to.NetWeight, o.NetWeight)
		}
		to.NetWeight, to.WeightStatus = o.NetWeight, o.WeightStatus
	case o.Currency != "":
		if to.Currency != "" {
			return false, briefing.SameNumber(to.Value, o.Value) && to.Currency == o.Currency
		}
		to.Value, to.Currency, to.Status = o.Value, o.Currency, o.Status
	default:
		if to.QuantityUnit != "" {
			return false, briefing.SameNumber(to.Quantity, o.Quantity) && to.QuantityUnit == o.QuantityUnit
		}
		to.Quantity, to.QuantityUnit = o.Quantity, o.QuantityUnit
	}
	if to.Conf == "" {
		to.Conf = o.Conf
	}
	if to.Product == "" {
		to.Product = o.Product
	}
	return true, false
}

// settleStatuses leaves the weight a status of its own only where it differs from
// that of the value. Where nothing but a withheld weight is told, the status is
// the weight's alone.
func settleStatuses(o *figure.Observation) {
	switch {
	case ofWeight(o) && !o.NetWeight.Valid && o.WeightStatus == briefing.Missing:
		o.Status = briefing.Normal
	case o.WeightStatus == o.Status:
		o.WeightStatus = ""
	}
}
