package importer

import (
	"slices"
	"strings"
	"sync"

	"briefing/internal/importer/codes"
)

// headNames are what headers call the columns of free tables, by role.
func headNames() map[Role]string {
	return map[Role]string{
		RolePartner: "страна|страны|страна-партнер|страна партнер|страна-контрагент|страна назначения|страна происхождения|страна отправления|страна-импортер|страна-экспортер|страна покупателя|партнер|торговый партнер|наименование страны|название страны|" +
			"country|countries|partner|partners|partner country|trading partner|trade partner|destination|country of destination|country of origin|origin|importer|importers|exporter|exporters|" +
			"国家|国别|国家(地区)|国家（地区）|国家/地区|贸易伙伴|贸易伙伴名称|伙伴国|目的国|原产国|出口国|进口国",
		RoleReporter: "страна-составитель|отчитывающаяся страна|страна-респондент|reporter|reporters|reporting country|reporting economy|报告国|报告方|申报国",
		RoleRegion:   "регион|регион рф|субъект|субъект рф|субъект российской федерации|область|регион россии|region|russian region|联邦主体|俄罗斯地区",
		RoleProvince: "провинция|провинция кнр|province|省|省份|省市|注册地|注册地名称",
		RoleCode: "код|код тн вэд|код тнвэд|код товара|код продукции|тн вэд|тнвэд|тн вэд еаэс|код тн вэд еаэс|код по тн вэд|код по тн вэд еаэс|" +
			"code|hs|hs code|hs-code|commodity code|product code|hs编码|商品编码|税号|海关编码|编码",
		RoleProduct: "товар|товары|наименование товара|продукция|продукт|наименование продукции|вид продукции|наименование|наименование товарной группы|номенклатура|" +
			"product|products|commodity|goods|description|product name|product label|commodity description|商品|商品名称|品名|产品|产品名称|货物名称",
		RoleFlow:   "направление|поток|торговый поток|направление перемещения|направление торговли|вид торговли|flow|trade flow|direction|进出口|贸易方向|贸易流向",
		RolePeriod: "период|отчетный период|дата|месяц, год|period|date|reporting period|日期|期间|时间|统计期",
		RoleYear:   "год|годы|year|年|年份|年度",
		RoleMonth:  "месяц|month|月|月份",
		RoleAxis: "предприятие|предприятие-изготовитель|предприятие изготовитель|изготовитель|производитель|компания|организация|покупатель|получатель|грузополучатель|отправитель|грузоотправитель|контрагент|инн|экспортер|импортер|район|город|муниципальное образование|" +
			"manufacturer|producer|company|enterprise|buyer|customer|consignee|shipper|企业|生产企业|企业名称|买方|客户|收货人",
		RoleClassification: "классификация|classification|分类",
		RoleValueUnit:      "валюта|единица стоимости|currency|value unit|币种|币制",
		RoleWeightUnit:     "единица веса|единица массы|weight unit|重量单位",
		RoleQuantityUnit:   "ед. изм.|ед.изм.|ед. изм|единица измерения|единицы измерения|дополнительная единица|unit|units|unit of measure|单位|计量单位",
		RoleBasis:          "базис|базис цен|базис поставки|price basis|价格条件",
		RoleStatus:         "статус|status|状态",
		RoleValue:          "стоимость|сумма|value|trade value|amount|金额|价值|总值|货值|贸易额|进出口额|出口额|进口额",
		RoleWeight:         "вес|масса|вес нетто|масса нетто|нетто|weight|net weight|netweight|重量|净重",
		RoleQuantity:       "количество|кол-во|quantity|qty|数量",
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
			"%", "доля", "доли", "удельный вес", "уд. вес", "темп", "прирост", "рост", "изменени", "сальдо", "ранг", "цена", "средняя", "отклонени",
			"share", "growth", "change", "balance", "rank", "price", "distance", "concentration", "tariff", "average", "占比", "比重", "同比", "增长", "增速", "差额", "单价", "均价",
		}},
		{RoleValue, []string{"стоимост", "сумма", "сумм", "выручк", "value", "amount", "金额", "价值", "总值", "货值", "出口额", "进口额", "贸易额"}},
		{RoleWeight, []string{"вес", "масс", "нетто", "тонн", "weight", "tonnage", "重量", "净重"}},
		{RoleQuantity, []string{"количеств", "кол-во", "quantity", "数量"}},
	}
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
	parts := strings.Split(header, " / ")
	slices.Reverse(parts)
	for _, p := range append(parts, header) {
		f := strings.TrimRight(codes.Fold(p), " .:*")
		if r, ok := headRoles()[f]; ok {
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
