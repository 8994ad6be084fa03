package classification

import "briefing/internal/briefing"

// AgroExport are the six product groups by which the export of Russian
// agricultural products is told in the federal project «Экспорт продукции
// АПК», as rules over ТН ВЭД. The groups are those of the project; the lists
// of codes are a reconstruction by chapters and headings, since no official
// list was at hand: the whole follows Annex 1 of the WTO Agreement on
// Agriculture with fish, and the note of each group says so. They are put into
// a project to be checked and mended there.
func AgroExport() []briefing.Group {
	set := briefing.Text{RU: "Экспорт продукции АПК", EN: "Agricultural exports", ZH: "农产品出口"}
	note := briefing.Text{
		RU: "Состав восстановлен по группам и позициям ТН ВЭД, официальным перечнем не является: сверьте с действующей методикой показателя.",
		EN: "Reconstructed by chapters and headings; not an official list. Check it against the method of the indicator now in force.",
		ZH: "按商品目录章和品目归纳，并非官方目录，使用前请与现行指标方法核对。",
	}
	rules := []struct {
		key, ru, en, zh, rule string
	}{
		{"grain", "Зерновые", "Cereals", "谷物", "10"},
		{"oils", "Масложировая продукция", "Oils and fats", "油脂产品", "1507-1518, 2304-2306"},
		{"meat-dairy", "Мясная и молочная продукция", "Meat and dairy products", "肉类和乳制品", "02, 0401-0406, 1601, 1602"},
		{"fish", "Рыба и морепродукты", "Fish and seafood", "鱼类和水产品", "03, 1604, 1605, 2301 20"},
		{"food", "Продукция пищевой и перерабатывающей промышленности", "Processed food", "食品和加工业产品", "11, 1603, 17-22, 2301-2303, 2307-2309, 24, !2301 20"},
		{
			"other", "Прочая продукция АПК", "Other agricultural products", "其他农产品",
			"01, 0407-0410, 05-09, 12-14, 1501-1506, 1520-1522, 2905 43, 2905 44, 3301, 3501-3505, 3809 10, 3823, 3824 60, 4101-4103, 4301, 5001-5003, 5101-5103, 5201-5203, 5301, 5302",
		},
	}
	var out []briefing.Group
	for i, r := range rules {
		out = append(out, briefing.Group{
			ID: briefing.ID("apk-" + r.key), Set: set, Key: r.key, Rule: r.rule, Order: 10 * (i + 1),
			Classification: string(TNVED), Name: briefing.Text{RU: r.ru, EN: r.en, ZH: r.zh}, Note: note,
		})
	}
	return out
}
