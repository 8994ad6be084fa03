package importer

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/importer/sniff"
	"briefing/internal/lang"
)

// ProfileOwnData is the table «Данные» as we write it to CSV. Workbooks of ours come
// back by their keys, or say why they can't.
const ProfileOwnData = "own-data"

// ownData reads the observations as we write them for people. Like those of our
// SDMX they have been through an import: totals stay.
func ownData() Profile {
	p := Profile{Key: ProfileOwnData, Countries: CodesISO, Classifications: comtradeClassifications(), Settled: true, Container: sniff.Text}
	columns := []struct {
		role     Role
		key      string
		required bool
	}{
		{RoleFlow, "obs.flow", true},
		{RoleReporter, "obs.reporter", true},
		{RoleRegion, "obs.region", false},
		{RolePartner, "obs.partner", true},
		{RoleCode, "obs.code", true},
		{RoleProduct, "col.product", false},
		{RoleClassification, "obs.classification", true},
		{RolePeriod, "col.period", true},
		{RoleValue, "obs.value", true},
		{RoleValueUnit, "obs.currency", true},
		{RoleBasis, "obs.basis", false},
		{RoleWeight, "obs.weight", false},
		{RoleStatus, "obs.status_code", true},
		{RoleSample, "obs.stamp", false},
	}
	for _, c := range columns {
		col := Column{Role: c.role, Required: c.required, Optional: !c.required}
		if c.role == RoleWeight {
			col.Unit = "kg"
		}
		for _, l := range briefing.Langs() {
			if name := lang.T(l, "pack."+c.key); !slices.Contains(col.Names, name) {
				col.Names = append(col.Names, name)
			}
		}
		p.Columns = append(p.Columns, col)
	}
	for _, key := range []string{"obs.reporter_name", "obs.partner_name", "obs.status", "obs.file", "obs.line"} {
		for _, l := range briefing.Langs() {
			p.Ignored = append(p.Ignored, lang.T(l, "pack."+key))
		}
	}
	return p
}

// hiddenName reports whether goods are called hidden, in place of their code.
func hiddenName(s string) bool {
	return slices.ContainsFunc(briefing.Langs(), func(l briefing.Lang) bool { return s == lang.T(l, "pack.structure.hidden") })
}
