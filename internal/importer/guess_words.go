package importer

import (
	"slices"
	"strings"
	"sync"

	"briefing/internal/importer/codes"
)

// headNames are what headers call the columns of free tables, by role. Data bases
// of one code page name their fields in Latin letters: STRANA, STOIM.
func headNames() map[Role]string {
	return map[Role]string{
		RolePartner: "страна|страны|страна-партнер|страна партнер|страна-контрагент|страна назначения|страна происхождения|страна отправления|страна-импортер|страна-экспортер|страна покупателя|партнер|торговый партнер|наименование страны|название страны|" +
			"partner desc|partner name|country name|country|countries|partner|partners|partner country|trading partner|trade partner|destination|country of destination|country of origin|origin|importer|importers|exporter|exporters|" +
			"国家|国别|国家(地区)|国家（地区）|国家/地区|贸易伙伴|贸易伙伴名称|伙伴国|目的国|原产国|出口国|进口国|strana|kontragent",
		RoleReporter:    "страна отчетности|страна отчёта|репортер|репортёр|отчитывается|reporter desc|reporter name|declarant|страна-составитель|отчитывающаяся страна|страна-респондент|reporter|reporters|reporting country|reporting economy|报告国|报告方|申报国",
		RoleReporterISO: "reporter iso|reporter iso3|reporter code iso",
		RolePartnerISO:  "partner iso|partner iso3|iso3|partner code iso|код страны iso",
		RoleRegion:      "регион|регион рф|субъект|субъект рф|субъект российской федерации|область|регион россии|region|russian region|联邦主体|俄罗斯地区|subjekt|subekt|subyekt",
		RoleProvince:    "провинция|провинция кнр|province|省|省份|省市|注册地|注册地名称",
		RoleCode: "код|код тн вэд|код тнвэд|код товара|код продукции|тн вэд|тнвэд|тн вэд еаэс|код тн вэд еаэс|код по тн вэд|код по тн вэд еаэс|" +
			"глава|глава тн вэд|код главы|группа тн вэд|chapter|hs chapter|ch|hs2|hs 2|章|cmd code|cn code|nc|hs6|hs 6|product code hs|code|hs|hs code|hs-code|commodity code|product code|hs编码|商品编码|税号|海关编码|编码|tnved|tn ved|kod tnved|kod tn ved|kod tovara|kod",
		RoleProduct: "товар|товары|основные товары|наименование товара|продукция|продукт|наименование продукции|вид продукции|наименование|наименование товарной группы|номенклатура|" +
			"cmd desc|product|products|commodity|commodities|main commodities|main exports|main imports|main products|main export products|main import products|main export items|main import items|items|goods|product description|description|product name|product label|commodity description|商品|商品名称|品名|产品|产品名称|货物名称|tovar|naim|naimen|naim tovara|naimtovara",
		RoleFlow:   "направление|поток|торговый поток|направление перемещения|направление торговли|вид торговли|flow|flow code|flow desc|trade flow|direction|进出口|贸易方向|贸易流向|napr|naprav|napravlenie|potok",
		RolePeriod: "ref period|time period|time|период|отчетный период|дата|месяц, год|period|date|reporting period|日期|期间|时间|统计期",
		RoleYear:   "ref year|reporting year|год|годы|year|年|年份|年度|god",
		RoleMonth: "ref month|месяц|месяцы|month|months|月|月份|mes|mesyac|mesjac|mesiats|" +
			"квартал|кварталы|кв|номер квартала|№ квартала|quarter|qtr|q|季度|季|kv|kvart|kvartal|полугодие|полугодия|half|half-year|half year|半年|polugod|polugodie",
		RoleAxis: "предприятие|предприятие-изготовитель|предприятие изготовитель|изготовитель|производитель|компания|организация|покупатель|получатель|грузополучатель|отправитель|грузоотправитель|контрагент|инн|экспортер|импортер|район|город|муниципальное образование|" +
			"manufacturer|producer|company|enterprise|buyer|customer|consignee|shipper|企业|生产企业|企业名称|买方|客户|收货人",
		RoleClassification: "классификация|classification|分类",
		RoleValueUnit:      "валюта|единица стоимости|currency|value unit|币种|币制",
		RoleWeightUnit:     "единица веса|единица массы|weight unit|重量单位",
		RoleQuantityUnit:   "qty unit|qty unit abbr|ед. изм.|ед.изм.|ед. изм|единица измерения|единицы измерения|дополнительная единица|unit|units|unit of measure|单位|计量单位|edizm|ed izm|edinica",
		RoleBasis:          "базис|базис цен|базис поставки|price basis|价格条件",
		RoleStatus:         "статус|status|状态",
		RoleValue:          "факт|фактически|фактическое значение|исполнено|actual|实际|实际完成|primary value|trade value usd|fob value|cif value|obs value|стоимость|сумма|value|trade value|amount|金额|价值|总值|货值|贸易额|进出口额|出口额|进口额",
		RoleWeight:         "net wgt|net weight kg|вес|масса|вес нетто|масса нетто|нетто|weight|net weight|netweight|重量|净重",
		RoleQuantity:       "количество|кол-во|quantity|qty|数量|kol|kolvo|kol vo|kolich|kolichestvo",
		// Known, and of no use for a figure.
		NoRole: "группа стран|группа продуктов|группа продукции|группа товаров|товарная группа|примечание|примечания|№|№ п/п|n п/п|п/п|номер|" +
			"country group|product group|note|notes|remarks|no|no.|#|序号|备注|国家组|产品组",
	}
}

var headRoles = sync.OnceValue(func() map[string]Role {
	out := map[string]Role{}
	for role, names := range headNames() {
		for n := range strings.SplitSeq(names, "|") {
			out[codes.Fold(n)] = role
		}
	}
	return out
})

// headWords begin words of headers that tell an amount, the first that fits.
func headWords() []struct {
	role  Role
	words []string
} {
	return []struct {
		role  Role
		words []string
	}{
		{NoRole, []string{
			"%", "доля", "доли", "удельный вес", "уд. вес", "темп", "прирост", "рост", "изменени", "сальдо", "оборот", "товарооборот", "ранг", "цена", "средняя", "отклонени",
			"share", "growth", "change", "balance", "rank", "price", "turnover", "distance", "concentration", "tariff", "average", "占比", "比重", "同比", "增长", "增速", "差额", "单价", "均价",
		}},
		{RoleValue, []string{"стоимост", "сумма", "сумм", "выручк", "stoim", "summa", "value", "amount", "金额", "价值", "总值", "货值", "出口额", "进口额", "贸易额"}},
		{RoleWeight, []string{"вес", "масс", "нетто", "тонн", "netto", "massa", "ves ", "weight", "tonnage", "重量", "净重"}},
		{RoleQuantity, []string{"количеств", "кол-во", "quantity", "数量"}},
	}
}

// anyIn reports whether any of the words, or parts of words, stands in a folded text.
func anyIn(folded string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(folded, w) })
}

// wordIn reports whether a word of the folded text begins with w; Chinese has
// no blanks between words.
func wordIn(folded, w string) bool {
	if w == "%" || w[0] >= 0xe3 {
		return strings.Contains(folded, w)
	}
	for i := 0; ; {
		at := strings.Index(folded[i:], w)
		if at < 0 {
			return false
		}
		at += i
		if at == 0 || strings.ContainsRune(" /,;(-«\"", rune(folded[at-1])) || strings.HasSuffix(folded[:at], "«") {
			return true
		}
		i = at + len(w)
	}
}

// headRole is the role that a header tells, and whether it tells any. The
// lowest row of a header counts before the ones above it; a unit behind a
// comma or in brackets is left out.
func headRole(header string) (Role, bool) {
	parts := strings.Split(spelledHead(header), " / ")
	slices.Reverse(parts)
	if worldWord(parts[0]) {
		return NoRole, false // «Весь мир» begins like «вес»
	}
	if volumeHead(parts[0]) {
		return RoleQuantity, true
	}
	if grossHead(header) {
		return NoRole, true // with its packing no weight of goods, and no price is made of it
	}
	if len(parts) > 1 && slices.ContainsFunc(parts, ofNoUse) { // "Growth, % / Value"
		return NoRole, true
	}
	for i, p := range append(parts, header) {
		f := strings.TrimRight(codes.Fold(p), " .:*")
		if r, ok := headRoles()[f]; ok && !(i > 0 && partHead(f) != monthPart) { // «Квартал» over «I кв.» is of no rows
			return r, true
		}
		if i := strings.IndexAny(f, ",(（"); i > 0 {
			if r, ok := headRoles()[strings.TrimSpace(f[:i])]; ok {
				return r, true
			}
		}
	}
	for _, p := range parts {
		f := codes.Fold(p)
		for _, g := range headWords() {
			if slices.ContainsFunc(g.words, func(w string) bool { return wordIn(f, w) }) {
				return g.role, true
			}
		}
	}
	return NoRole, false
}

// volumeHead reports whether the lowest part of a header says that its figures are
// of volume, and not in money: "Volume" beside "Value". «Объём» may be of either.
func volumeHead(part string) bool {
	f := codes.Fold(part)
	if f != "volume" && !strings.HasPrefix(f, "volume ") && !strings.HasPrefix(f, "volume,") && !strings.HasPrefix(f, "volume(") {
		return false
	}
	_, money := unitIn(part).Currency()
	return !money && flowIn(f) == ""
}

// ofNoUse reports whether a part of a header speaks of shares, growth, prices:
// whatever stands above or below it, no amount is meant.
func ofNoUse(part string) bool {
	f := codes.Fold(part)
	return slices.ContainsFunc(headWords()[0].words, func(w string) bool { return wordIn(f, w) })
}

// spelledHead puts blanks where names of columns in programs and data bases
// have none: "primaryValue", "net_weight_kg".
func spelledHead(header string) string {
	if strings.Contains(header, " ") || len(header) > 64 {
		return header
	}
	var b strings.Builder
	lower := false
	for _, r := range header {
		switch {
		case r == '_':
			b.WriteByte(' ')
			lower = false
			continue
		case r >= 'A' && r <= 'Z' && lower:
			b.WriteByte(' ')
		}
		lower = r >= 'a' && r <= 'z'
		b.WriteRune(r)
	}
	return b.String()
}

// planned reports whether a folded header speaks of what is planned or
// expected, and not of what was traded.
func planned(f string) bool {
	if slices.ContainsFunc([]string{"план", "прогноз", "ожид", "целевой показатель", "целевое значение", "计划", "预测", "预计"}, func(w string) bool { return wordIn(f, w) }) {
		return !wordIn(f, "планк") && !wordIn(f, "планшет")
	}
	words := strings.FieldsFunc(f, func(r rune) bool { return r < 'a' || r > 'z' })
	return slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains([]string{"plan", "planned", "forecast", "projected", "projection", "target"}, w)
	})
}

// anyName reports whether a header says that names stand below it, and not of
// what.
func anyName(header string) bool {
	return slices.Contains([]string{"наименование", "название", "показатель", "name", "indicator", "item", "名称", "项目", "指标"}, strings.TrimRight(codes.Fold(header), " .:*"))
}

// groupHead reports whether a header names groups of goods.
func groupHead(header string) bool {
	return slices.Contains([]string{"группа продуктов", "группа продукции", "группа товаров", "товарная группа", "product group", "产品组"}, strings.TrimRight(codes.Fold(header), " .:*"))
}
