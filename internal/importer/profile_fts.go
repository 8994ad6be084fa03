package importer

// The Russian customs let the user tick units at the export and do not write
// them into the file, so all these profiles ask for them unless a header names
// its unit.

// ftsColumns builds the columns of a variant from its headers in the order
// flow, period, country, code, unit, value, weight, quantity, region, district.
func ftsColumns(names ...[]string) []Column {
	cs := []Column{
		{Role: RoleFlow, Required: true},
		{Role: RolePeriod, Required: true},
		{Role: RolePartnerISO, Required: true},
		{Role: RoleCode, Required: true},
		{Role: RoleQuantityUnit},
		{Role: RoleValue, Required: true},
		{Role: RoleWeight, Required: true},
		{Role: RoleQuantity},
		{Role: RoleRegion},
		{Role: RoleAxis}, // the federal district follows from the region
	}[:len(names)]
	for i := range cs {
		cs[i].Names = names[i]
	}
	return cs
}

func fts(key string, columns []Column) Profile {
	return Profile{
		Key: key, Columns: columns, Countries: CodesISO, Reporter: "RU",
		Classification: "TNVED", AskUnits: true,
	}
}

func one(names ...string) [][]string {
	out := make([][]string, len(names))
	for i, n := range names {
		out[i] = []string{n}
	}
	return out
}

// ftsA is the export of the portal as text. Decimals are commas there, but a
// program in between may have made points of them.
func ftsA() Profile {
	return fts("fts-a", ftsColumns(one("napr", "period", "nastranapr", "tnved", "edizm", "Stoim", "Netto", "Kol", "Region", "Region_s")...))
}

// ftsB is the same export as a table of dBase, or what became of one in another
// program: another name for the country, numbers as texts.
func ftsB() Profile {
	p := fts("fts-b", ftsColumns(one("napr", "period", "strana", "tnved", "edizm", "Stoim", "Netto", "Kol", "Region", "Region_s")...))
	p.Periods = partsOfYears
	return p
}

// ftsC is the archive of months: the period is a year, the month is in the
// file's name. Its headers are those of a table of dBase; what the periods are tells
// them apart.
func ftsC() Profile {
	p := fts("fts-c", ftsColumns(one("NAPR", "PERIOD", "STRANA", "TNVED", "EDIZM", "STOIM", "NETTO", "KOL")...))
	p.Columns = append(p.Columns,
		Column{Role: RoleRegion, Names: []string{"REGION"}, Optional: true},
		Column{Role: RoleAxis, Names: []string{"REGION_S"}, Optional: true})
	p.Periods = yearsAlone
	p.MonthByName = true
	return p
}

// ftsD is the export in English.
func ftsD() Profile {
	return fts("fts-d", ftsColumns(one("DIRECTION", "PERIOD", "COUNTRY", "HS", "UM", "VALUE", "NETWEIGHT", "QUANTITY", "REGION", "REGION_S")...))
}

// tradeTable is a table of the same columns under headers in words: anybody's,
// and not the customs' own.
func tradeTable() Profile {
	p := ftsBoxes()
	p.Key, p.Script = ProfileTrade, inWords
	return p
}

// ProfileTrade is the key of tables of trade with headers in words.
const ProfileTrade = "trade-table"

// headQuarter is the header of quarters beside years.
const headQuarter = "Квартал"

// ftsBoxes has headers named after the boxes of the customs declaration.
func ftsBoxes() Profile {
	p := fts("fts-boxes", []Column{
		{Role: RoleFlow, Names: []string{"napr", "G11", "G1", "G011", "Направление", "Направление перемещения"}, Required: true},
		{Role: RolePeriod, Names: []string{"period", "Период"}, Required: true},
		{Role: RoleYear, Names: []string{"Год"}, Required: true},
		{Role: RoleMonth, Names: []string{"Месяц", headQuarter}, Required: true},
		{Role: RolePartnerISO, Names: []string{"nastranapr", "strana", "Страна", "Страна-партнёр", "Страна-контрагент", "Код страны"}, Required: true},
		{Role: RoleOrigin, Names: []string{"G16", "Страна происхождения", "G15", "G15A", "Страна отправления"}, Required: true},
		{Role: RoleDestination, Names: []string{"G17", "G17A", "Страна назначения"}, Required: true},
		{Role: RoleCode, Names: []string{"G33", "ТН ВЭД", "Код ТН ВЭД", "Код товара", "Код ТН ВЭД ЕАЭС", "ТН ВЭД ЕАЭС"}, Required: true},
		{Role: RoleProduct, Names: []string{"G31_1", "Наименование товара", "Товар", "Описание товара"}, Optional: true},
		{Role: RoleQuantityUnit, Names: []string{"G31_7", "edizm", "Ед. изм.", "Единица измерения", "Доп. ед. изм.", "ДЕИ"}, Optional: true},
		{Role: RoleValue, Names: []string{"G46", "Стоимость", "Статистическая стоимость"}, Required: true},
		{Role: RoleValueUnit, Names: []string{"Валюта", "Валюта стоимости", "Единица стоимости", "Currency"}, Optional: true},
		{Role: RoleWeightUnit, Names: []string{"Единица веса", "Единица массы", "Ед. массы"}, Optional: true},
		{Role: RoleWeight, Names: []string{"G38", "Вес нетто", "Нетто", "Масса нетто", "Вес"}, Required: true},
		{Role: RoleQuantity, Names: []string{"G31_6", "G41A", "Kol", "Количество", "Количество в ДЕИ"}, Optional: true},
		{Role: RoleRegion, Names: []string{"Region", "Регион", "Субъект РФ"}, Optional: true},
		{Role: RoleAxis, Names: []string{"Region_s", "Федеральный округ"}, Optional: true},
		// Beside the country of origin, by which imports are counted.
		{Role: RoleAxis, Names: []string{"G15", "G15A", "Страна отправления"}, Optional: true},
	})
	p.Ignored = []string{headQuarter}
	p.Script = inCodes
	return p
}
