package importer

import "briefing/internal/briefing"

// comtradeClassifications are UN Comtrade's codes of classifications.
func comtradeClassifications() map[string]string {
	return map[string]string{
		"HS": "HS", "H0": "HS1992", "H1": "HS1996", "H2": "HS2002", "H3": "HS2007", "H4": "HS2012", "H5": "HS2017", "H6": "HS2022", "H7": "HS2028",
		"S1": "SITC1", "S2": "SITC2", "S3": "SITC3", "S4": "SITC4", "ST": "SITC", "BE": "BEC", "B4": "BEC4", "B5": "BEC5", "BEC": "BEC",
	}
}

// comtradeLegacy is the CSV of the old portal in its long form of 35 columns
// and its bulk form of 22. Basis: only where the CIF or FOB column is filled.
func comtradeLegacy() Profile {
	return Profile{
		Key:             "comtrade-legacy",
		Numbers:         NumberPoint,
		Countries:       CodesM49,
		Classifications: comtradeClassifications(),
		Ignored: []string{
			"Period Desc.", "Aggregate Level", "Is Leaf Code", "Trade Flow Code", "2nd Partner", "2nd Partner ISO", "Customs",
			"Mode of Transport", "Qty Unit Code", "Alt Qty Unit Code", "Alt Qty Unit", "Alt Qty", "Gross weight (kg)",
		},
		// 2, 4, 6: quantity, weight, both estimated.
		Flags:      map[string]briefing.ObsStatus{"4": briefing.Estimated, "6": briefing.Estimated},
		ZeroWeight: true,
		Columns: []Column{
			{Role: RoleClassification, Names: []string{"Classification"}, Required: true},
			{Role: RoleYear, Names: []string{"Year"}},
			{Role: RolePeriod, Names: []string{"Period"}, Required: true},
			{Role: RoleFlow, Names: []string{"Trade Flow"}, Required: true},
			{Role: RoleReporter, Names: []string{"Reporter Code"}, Required: true},
			{Role: RoleReporterName, Names: []string{"Reporter"}},
			{Role: RoleReporterISO, Names: []string{"Reporter ISO"}},
			{Role: RolePartner, Names: []string{"Partner Code"}, Required: true},
			{Role: RolePartnerName, Names: []string{"Partner"}},
			{Role: RolePartnerISO, Names: []string{"Partner ISO"}},
			{Role: RoleKeep, Names: []string{"2nd Partner Code"}, Keep: []string{"0"}, Optional: true},
			{Role: RoleKeep, Names: []string{"Customs Proc. Code"}, Keep: []string{"C00", "0"}, Optional: true},
			{Role: RoleKeep, Names: []string{"Mode of Transport Code"}, Keep: []string{"0"}, Optional: true},
			{Role: RoleCode, Names: []string{"Commodity Code"}, Required: true},
			{Role: RoleProduct, Names: []string{"Commodity"}},
			{Role: RoleQuantityUnit, Names: []string{"Qty Unit"}},
			{Role: RoleQuantity, Names: []string{"Qty"}},
			{Role: RoleWeight, Names: []string{"Netweight (kg)"}, Unit: "kg"},
			{Role: RoleValue, Names: []string{"Trade Value (US$)"}, Unit: "usd", Required: true},
			{Role: RoleValueCIF, Names: []string{"CIF Trade Value (US$)"}, Unit: "usd", Optional: true},
			{Role: RoleValueFOB, Names: []string{"FOB Trade Value (US$)"}, Unit: "usd", Optional: true},
			{Role: RoleFlag, Names: []string{"Flag"}},
		},
	}
}

// comtradePlus is the CSV or workbook of the new portal: 47 names over rows of
// 48 fields, the last one empty.
func comtradePlus() Profile {
	return Profile{
		Key:             "comtrade-plus",
		Numbers:         NumberPoint,
		Countries:       CodesM49,
		Classifications: comtradeClassifications(),
		Ignored: []string{
			"typeCode", "freqCode", "refPeriodId", "refMonth", "flowDesc", "partner2ISO", "partner2Desc", "classificationSearchCode",
			"isOriginalClassification", "aggrLevel", "isLeaf", "customsDesc", "motDesc", "qtyUnitCode", "isQtyEstimated",
			"altQtyUnitCode", "altQtyUnitAbbr", "altQty", "isAltQtyEstimated", "grossWgt", "isGrossWgtEstimated",
			"legacyEstimationFlag", "isReported", "isAggregate",
		},
		Flags:      map[string]briefing.ObsStatus{"true": briefing.Estimated, "1": briefing.Estimated},
		ZeroWeight: true,
		Columns: []Column{
			{Role: RoleClassification, Names: []string{"classificationCode"}, Required: true},
			{Role: RoleYear, Names: []string{"refYear"}},
			{Role: RolePeriod, Names: []string{"period"}, Required: true},
			{Role: RoleReporter, Names: []string{"reporterCode"}, Required: true},
			{Role: RoleReporterName, Names: []string{"reporterDesc"}},
			{Role: RoleReporterISO, Names: []string{"reporterISO"}},
			{Role: RoleFlow, Names: []string{"flowCode"}, Required: true},
			{Role: RolePartner, Names: []string{"partnerCode"}, Required: true},
			{Role: RolePartnerName, Names: []string{"partnerDesc"}},
			{Role: RolePartnerISO, Names: []string{"partnerISO"}},
			{Role: RoleKeep, Names: []string{"partner2Code"}, Keep: []string{"0"}},
			{Role: RoleKeep, Names: []string{"customsCode"}, Keep: []string{"C00"}},
			{Role: RoleKeep, Names: []string{"motCode"}, Keep: []string{"0"}},
			{Role: RoleKeep, Names: []string{"mosCode"}, Keep: []string{"0"}, Optional: true},
			{Role: RoleCode, Names: []string{"cmdCode"}, Required: true},
			{Role: RoleProduct, Names: []string{"cmdDesc"}},
			{Role: RoleQuantityUnit, Names: []string{"qtyUnitAbbr"}},
			{Role: RoleQuantity, Names: []string{"qty"}},
			{Role: RoleWeight, Names: []string{"netWgt"}, Unit: "kg"},
			{Role: RoleFlag, Names: []string{"isNetWgtEstimated"}},
			{Role: RoleValue, Names: []string{"primaryValue"}, Unit: "usd", Required: true},
			{Role: RoleValueCIF, Names: []string{"cifvalue"}, Unit: "usd"},
			{Role: RoleValueFOB, Names: []string{"fobvalue"}, Unit: "usd"},
		},
	}
}
