package importer

import "briefing/internal/figure"

// customsBasis is how the Chinese customs value trade by their methodology;
// the file itself does not say, so the import carries a note.
func customsBasis() map[figure.Flow]string {
	return map[figure.Flow]string{figure.Import: "CIF", figure.Export: "FOB"}
}

// gaccZH is the download of the Chinese customs in its Chinese form. The
// currency is the name of the value column; the flow is in the file's name,
// if anywhere. The consignee's place is the reporter's region.
func gaccZH() Profile {
	return Profile{
		Key:            "gacc-zh",
		Numbers:        NumberPoint,
		Countries:      CodesCustoms,
		Reporter:       "CN",
		Classification: "CN-HS",
		Basis:          customsBasis(),
		WeightByUnit:   true,
		FlowByName:     true,
		DownloadLimit:  10_000,
		Notes:          []string{NoteBasis},
		Columns: []Column{
			{Role: RoleFlow, Names: []string{"进出口", "进出口类型", "进出口标志"}, Optional: true},
			{Role: RolePeriod, Names: []string{"数据年月"}},
			{Role: RolePartner, Names: []string{"贸易伙伴编码"}, Required: true},
			{Role: RolePartnerName, Names: []string{"贸易伙伴名称"}},
			{Role: RoleAxis, Names: []string{"贸易方式编码"}, Optional: true},
			{Role: RoleAxis, Names: []string{"贸易方式名称"}, Optional: true},
			{Role: RoleRegion, Names: []string{"注册地编码"}, Optional: true},
			{Role: RoleAxis, Names: []string{"注册地名称"}, Optional: true},
			{Role: RoleCode, Names: []string{"商品编码"}, Required: true},
			{Role: RoleProduct, Names: []string{"商品名称"}},
			{Role: RoleQuantity, Names: []string{"第一数量"}, Required: true},
			{Role: RoleQuantityUnit, Names: []string{"第一计量单位"}, Required: true},
			{Role: RoleQuantity2, Names: []string{"第二数量"}},
			{Role: RoleQuantityUnit2, Names: []string{"第二计量单位"}},
			{Role: RoleValue, Names: []string{"人民币"}, Unit: "cny", Required: true},
			{Role: RoleValue, Names: []string{"美元"}, Unit: "usd", Required: true},
		},
	}
}

// gaccEN is the same download in English.
func gaccEN() Profile {
	p := gaccZH()
	p.Key = "gacc-en"
	p.UnitInQuantity = true
	p.Columns = []Column{
		{Role: RoleFlow, Names: []string{"Import/Export", "Imports/Exports", "Trade flow"}, Optional: true},
		{Role: RolePeriod, Names: []string{"Date of data"}},
		{Role: RolePartner, Names: []string{"Trading partner code"}, Required: true},
		{Role: RolePartnerName, Names: []string{"Trading partner"}},
		{Role: RoleAxis, Names: []string{"Customs regime code", "Trade mode code", "Trade regime code"}, Optional: true},
		{Role: RoleAxis, Names: []string{"Customs regime", "Trade mode", "Trade regime"}, Optional: true},
		{Role: RoleRegion, Names: []string{"Locations of importers and exporters code", "Location of importers/exporters code", "Registered place code"}, Optional: true},
		{Role: RoleAxis, Names: []string{"Locations of importers and exporters", "Location of importers/exporters", "Registered place"}, Optional: true},
		{Role: RoleCode, Names: []string{"Commodity code"}, Required: true},
		{Role: RoleProduct, Names: []string{"Commodity"}},
		{Role: RoleQuantity, Names: []string{"Quantity"}, Required: true},
		{Role: RoleQuantityUnit, Names: []string{"Unit"}, Required: true},
		{Role: RoleQuantity2, Names: []string{"Supplementary Quantity"}},
		{Role: RoleQuantityUnit2, Names: []string{"Supplementary Unit"}},
		{Role: RoleValue, Names: []string{"Renminbi Yuan"}, Unit: "cny", Required: true},
		{Role: RoleValue, Names: []string{"US dollar"}, Unit: "usd", Required: true},
	}
	return p
}
