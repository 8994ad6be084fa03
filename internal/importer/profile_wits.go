package importer

import "maps"

// witsNomenclatures are the World Bank's names of classifications beside those
// of UN Comtrade.
func witsNomenclatures() map[string]string {
	names := comtradeClassifications()
	maps.Copy(names, map[string]string{
		"HS 1988/92": "HS1992", "HS 1996": "HS1996", "HS 2002": "HS2002", "HS 2007": "HS2007",
		"HS 2012": "HS2012", "HS 2017": "HS2017", "HS 2022": "HS2022", "HS COMBINED": "HS",
	})
	return names
}

// wits is a download of the World Bank's WITS: of its query tool, with codes
// of three letters, or of its product pages, with names. The unit stands in the
// header. A download without a flow column is of one flow, which is asked for.
func wits() Profile {
	return Profile{
		Key:             "wits",
		Numbers:         NumberPoint,
		Countries:       CodesISO,
		Classifications: witsNomenclatures(),
		Ignored:         []string{"TradeFlowCode", "DataSource", "DataJobID", "QtyToken", "TariffYear"},
		WeightByUnit:    true,
		ZeroWeight:      true,
		FlowByName:      true,
		Columns: []Column{
			{Role: RoleClassification, Names: []string{"Nomenclature", "NomenCode"}, Optional: true},
			{Role: RoleReporterISO, Names: []string{"ReporterISO3", "Reporter ISO3"}, Optional: true},
			{Role: RoleReporterName, Names: []string{"ReporterName", "Reporter", "Reporter Name"}, Optional: true},
			{Role: RoleCode, Names: []string{"ProductCode", "Product Code"}, Required: true},
			{Role: RoleProduct, Names: []string{"Product Description", "ProductDescription", "ProductName", "Product Name"}, Optional: true},
			{Role: RolePartnerISO, Names: []string{"PartnerISO3", "Partner ISO3"}, Optional: true},
			{Role: RolePartnerName, Names: []string{"PartnerName", "Partner", "Partner Name"}, Optional: true},
			{Role: RoleYear, Names: []string{"Year"}, Required: true},
			{Role: RoleFlow, Names: []string{"TradeFlowName", "TradeFlow", "Trade Flow"}, Optional: true},
			{Role: RoleValue, Names: []string{"TradeValue in 1000 USD", "Trade Value in 1000 USD", "Trade Value 1000USD"}, Unit: "thousand-usd", Required: true},
			{Role: RoleWeight, Names: []string{"NetWeight in KGM", "NetWeight in KG"}, Unit: "kg", Optional: true},
			{Role: RoleQuantity, Names: []string{"Quantity"}, Optional: true},
			{Role: RoleQuantityUnit, Names: []string{"QtyUnit", "Quantity Unit"}, Optional: true},
		},
	}
}
