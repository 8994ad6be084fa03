package importer

import "briefing/internal/briefing"

// sdmx is SDMX-CSV 1.0 and 2.0 (headers DATAFLOW or STRUCTURE, STRUCTURE_ID,
// ACTION), with or without labels. Names of dimensions differ from publisher to
// publisher; those of the UN's merchandise trade structure, of Eurostat and of
// our own export are known. What else stands before OBS_VALUE is a dimension
// and tells rows apart.
func sdmx() Profile {
	return Profile{
		Key:             "sdmx",
		Numbers:         NumberPoint,
		Countries:       CodesISO,
		Classifications: comtradeClassifications(),
		Long:            true,
		Statuses:        sdmxStatuses(),
		Ignored: []string{
			"STRUCTURE", "STRUCTURE[;]", "STRUCTURE[|]", "STRUCTURE_ID", "STRUCTURE_NAME", "DATAFLOW", "LAST UPDATE", "FREQ", "FREQUENCY",
			"TIME_FORMAT", "DECIMALS", "OBS_KEY", "SERIES_KEY", "TITLE", "IMPORT", "LINE", "MEASURE_NAME", "INDICATOR_NAME", "UNIT_NAME",
		},
		Columns: []Column{
			{Role: RoleAction, Names: []string{"ACTION"}, Optional: true},
			{Role: RoleReporter, Names: []string{"REPORTER", "REF_AREA", "REPORTING_AREA", "REPORTER_COUNTRY"}, Required: true},
			{Role: RoleRegion, Names: []string{"REGION", "REPORTER_REGION"}, Optional: true},
			{Role: RolePartner, Names: []string{"PARTNER", "COUNTERPART_AREA", "COUNTERPART_AREA_1", "COUNTERPART_COUNTRY", "PARTNER_COUNTRY"}, Required: true},
			{Role: RoleProvince, Names: []string{"PROVINCE", "PARTNER_REGION"}, Optional: true},
			{Role: RoleFlow, Names: []string{"FLOW", "TRADE_FLOW"}, Optional: true},
			{Role: RoleClassification, Names: []string{"CLASSIFICATION", "PRODUCT_CLASSIFICATION", "NOMENCLATURE"}, Optional: true},
			{Role: RoleCode, Names: []string{"COMMODITY", "COMMODITY_1", "PRODUCT", "PRODUCT_CODE"}, Optional: true},
			{Role: RoleBasis, Names: []string{"PRICE_BASIS", "VALUATION", "BASIS"}, Optional: true},
			{Role: RoleKeep, Names: []string{"COUNTERPART_AREA_2"}, Keep: []string{"W00", "WLD", "_X", "_Z", "_T", "0"}, Optional: true},
			{Role: RoleKeep, Names: []string{"TRANSPORT_MODE_BORDER", "TRANSPORT_MODE"}, Keep: []string{"_T", "TOTAL", "_Z", "0"}, Optional: true},
			{Role: RoleKeep, Names: []string{"CUSTOM_PROC", "CUSTOMS_PROC"}, Keep: []string{"_T", "TOTAL", "C00", "_Z", "0"}, Optional: true},
			{Role: RoleMeasure, Names: []string{"MEASURE", "INDICATOR", "INDICATORS", "IMTS_MEASURE"}, Optional: true},
			{Role: RolePeriod, Names: []string{"TIME_PERIOD"}, Required: true},
			{Role: RoleObservation, Names: []string{"OBS_VALUE"}, Required: true},
			{Role: RoleMeasureUnit, Names: []string{"UNIT_MEASURE", "UNIT"}, Optional: true},
			{Role: RoleMultiplier, Names: []string{"UNIT_MULT"}, Optional: true},
			{Role: RoleValueUnit, Names: []string{"CURRENCY"}, Optional: true},
			{Role: RoleStatus, Names: []string{"OBS_STATUS", "OBS_FLAG"}, Optional: true},
			{Role: RoleConf, Names: []string{"CONF_STATUS"}, Optional: true},
			{Role: RoleProduct, Names: []string{"PRODUCT_NAME", "COMMODITY_NAME"}, Optional: true},
			{Role: RoleSample, Names: []string{"SAMPLE"}, Optional: true},
		},
	}
}

// sdmxOwn is our own export, known by its dimension ENTRY. Its rows have been
// through an import: what was a total or another level has been set aside then.
func sdmxOwn() Profile {
	p := sdmx()
	p.Key = "sdmx-own"
	p.Settled = true
	p.Columns = append(p.Columns, Column{Role: RoleAxis, Names: []string{"ENTRY"}, Required: true})
	return p
}

// sdmxStatuses are the codes of CL_OBS_STATUS that are none of ours: an imputed
// number is an estimate, a missing one is missing for whatever reason, and what
// only remarks on the making of a number, or on who may see it, leaves it a normal
// one.
func sdmxStatuses() map[string]briefing.ObsStatus {
	return map[string]briefing.ObsStatus{
		"I": briefing.Estimated,
		"H": briefing.Missing, "L": briefing.Missing, "O": briefing.Missing, "Q": briefing.Missing,
		"C": briefing.Normal, "D": briefing.Normal, "G": briefing.Normal, "J": briefing.Normal, "K": briefing.Normal, "S": briefing.Normal,
		"U": briefing.Normal, "V": briefing.Normal, "W": briefing.Normal, "X": briefing.Normal,
	}
}
