package demo

import "briefing/internal/briefing"

func trade(id briefing.ID, measure string, product, statement briefing.Text, claims ...briefing.Claim) *briefing.Fact {
	return &briefing.Fact{
		ID: id, Nature: briefing.NatureFact, Status: briefing.Confirmed, Use: briefing.Aloud, Place: briefing.PlacePack,
		Measure: measure, Product: product, Statement: statement, Claims: claims,
	}
}

// tradeFacts are exports of the region and China's trade with Russia.
func tradeFacts() []briefing.Record {
	s20 := trade("S20", "weight", t("Экспорт продукции АПК области в Китай", "Agricultural exports of the region to China", "莫斯科州对华农产品出口"),
		t("Экспорт продукции АПК Московской области в Китай за 2022 год", "Agricultural exports of the Moscow Region to China in 2022", "2022年莫斯科州对华农产品出口"),
		claim("a", "note", quantity("90", "thousand-t", briefing.About), "2022"),
		later(noted(claim("b", "redigo", quantity("88", "thousand-t", briefing.Almost), "2022"),
			t("публикация без даты, вероятно осень 2023 года; разница 2,3 % укладывается в «около»", "undated, probably autumn 2023; the difference of 2.3% lies within “about”", "未注明日期，可能为2023年秋；2.3%的差异在“约”的范围内"))))
	s20.Status, s20.Chosen, s20.Headline = briefing.Caveat, "a", 1
	s20.Flow, s20.Reporter, s20.Region, s20.Partner = "export", "RU", "46000", "CN"
	s20.Reason = t("записка — источник на момент пакета; другая публикация служит только сверке", "the note is the source at the moment of the pack; the other publication serves verification only", "说明为截止时刻的来源；另一报道仅供核对")
	s20.Comparator = t("база сравнения отсутствует", "no base for comparison", "无可比基数")
	s20.Open = t("За 2022 год — {S20}; величина за 2021 год уточняется, изменение не вычисляется", "{S20} in 2022; the value of 2021 is to be clarified, the change is not computed", "2022年{S20}；2021年数值有待核实，不计算变化")

	s19 := trade("S19", "", t("Что Китай ввозит из области", "What China imports from the region", "中国自莫斯科州进口的商品"),
		t("Китай ввозит из Московской области мясную и молочную продукцию, кондитерские изделия, напитки", "China imports meat and dairy products, confectionery and drinks from the Moscow Region", "中国自莫斯科州进口肉类、乳制品、糖果点心和饮料"),
		claim("a", "note", none, "..2023-03-20"))
	s19.Status, s19.Codes, s19.Flow, s19.Reporter, s19.Region, s19.Partner = briefing.Caveat, "02 04 17 18 22", "export", "RU", "46000", "CN"

	return append([]briefing.Record{s19, s20}, append(worldFacts(), chinaFacts()...)...)
}

// worldFacts is the series of exports to all countries.
func worldFacts() []briefing.Record {
	world := func(id briefing.ID, statement briefing.Text, c briefing.Claim) *briefing.Fact {
		f := trade(id, "value", t("Экспорт продукции АПК области, все страны", "Agricultural exports of the region, all countries", "莫斯科州农产品出口，所有国家"), statement, c)
		f.Series, f.Flow, f.Reporter, f.Region, f.Partner, f.Use = "agri-world", "export", "RU", "46000", "W00", briefing.Reference
		return f
	}
	derived := func(f *briefing.Fact, formula string, parent briefing.ID) *briefing.Fact {
		f.Status, f.Formula, f.Parents, f.Nature = briefing.Caveat, formula, ids(parent), briefing.NatureEstimate
		return f
	}
	est := func(value string, p briefing.Precision) briefing.Figure {
		f := quantity(value, "million-usd", p)
		f.Status = briefing.Estimated
		return f
	}
	s35 := world("S35", t("Экспорт продукции АПК Московской области за 2019 год, все страны", "Agricultural exports of the Moscow Region in 2019, all countries", "2019年莫斯科州农产品出口，所有国家"),
		grew(claim("a", "zol", quantity("961.8", "million-usd", briefing.Exact), "2019"), "16", "2018"))
	plan := briefing.Figure{Low: briefing.SomeNum("915"), High: briefing.SomeNum("930"), Unit: "million-usd"}
	s35p := world("S35p", t("План экспорта продукции АПК Московской области на 2019 год", "Plan of agricultural exports of the Moscow Region for 2019", "2019年莫斯科州农产品出口计划"),
		claim("a", "zol", plan, "2019"))
	s35p.Nature = briefing.NaturePlan
	s29a := world("S29a", t("Экспорт продукции АПК Московской области за январь–октябрь 2022 года, все страны", "Agricultural exports of the Moscow Region in January–October 2022, all countries", "2022年1至10月莫斯科州农产品出口，所有国家"),
		claim("a", "interfax", quantity("1640", "million-usd", briefing.Exact), "2022-01..2022-10"))
	s29a.Status = briefing.Conflicting
	s29a.Reason = t("за десять месяцев названо больше, чем расчётный уровень всего 2021 года, хотя источник пишет «почти достиг уровня 2021 года»; в пакете обе величины без сравнения между собой",
		"ten months already exceed the derived level of the whole of 2021, though the source says “almost reached 2021”; the pack gives both without comparing them",
		"十个月数值已超过推算的2021年全年水平，而来源称“接近2021年水平”；资料并列两数，不作比较")
	expected := quantity("1.7", "billion-usd", briefing.About)
	expected.Status = briefing.Forecast
	s29b := world("S29b", t("Ожидаемый экспорт продукции АПК Московской области за 2022 год, все страны", "Expected agricultural exports of the Moscow Region in 2022, all countries", "2022年莫斯科州农产品预计出口，所有国家"),
		grew(claim("a", "interfax", expected, "2022"), "10", "2021"))
	s29b.Nature, s29b.Status, s29b.Headline = briefing.NatureEstimate, briefing.Conflicting, 2
	s29b.Comparator = t("по источнику", "as published", "据来源")
	s29b.Reason = s29a.Reason
	s29b.Open = t("Опубликовано ожидание, {S29b}; официальный итог 2022 года уточняется", "An expectation is published, {S29b}; the official result of 2022 is to be clarified", "已公布预计数{S29b}；2022年正式数据有待核实")
	return []briefing.Record{
		derived(world("S35e", t("Экспорт продукции АПК Московской области за 2018 год, расчёт по темпу источника", "Agricultural exports of the Moscow Region in 2018, derived from the published rate", "2018年莫斯科州农产品出口，按来源增速推算"),
			claim("a", "zol", est("829", briefing.Exact), "2018")), "S35 / 1.16", "S35"),
		s35, s35p,
		derived(world("S29e", t("Экспорт продукции АПК Московской области за 2021 год, расчёт по темпу источника", "Agricultural exports of the Moscow Region in 2021, derived from the published rate", "2021年莫斯科州农产品出口，按来源增速推算"),
			claim("a", "interfax", est("1545", briefing.About), "2021")), "S29b / 1.10", "S29b"),
		s29a, s29b,
	}
}

// chinaFacts is China's trade with Russia and its meat imports.
func chinaFacts() []briefing.Record {
	flow := func(id briefing.ID, flow, basis string, product briefing.Text, value, change string) *briefing.Fact {
		f := trade(id, "value", product, t(product.RU+" за 2022 год", product.EN+" in 2022", "2022年"+product.ZH),
			grew(claim("a", "gacc", quantity(value, "billion-usd", briefing.Exact), "2022"), change, "2021"))
		f.Series, f.Flow, f.Basis, f.Reporter, f.Partner = "china-russia", flow, basis, "CN", "RU"
		return f
	}
	s30 := flow("S30", "", "", t("Товарооборот Китая с Россией", "China’s goods trade with Russia", "中俄货物贸易额"), "190.271", "29.3")
	s30.Headline = 3
	s30a := flow("S30a", "export", "FOB", t("Экспорт Китая в Россию", "China’s exports to Russia", "中国对俄出口"), "76.122", "12.8")
	s30b := flow("S30b", "import", "CIF", t("Импорт Китая из России", "China’s imports from Russia", "中国自俄进口"), "114.149", "43.4")
	s30a.PartOf, s30b.PartOf = "S30", "S30"
	s30c := trade("S30c", "value", t("Сальдо в пользу России", "Balance in favour of Russia", "俄方顺差"), t("Сальдо торговли Китая с Россией за 2022 год в пользу России", "Balance of China’s trade with Russia in 2022, in favour of Russia", "2022年中俄贸易俄方顺差"),
		claim("a", "gacc", quantity("38.027", "billion-usd", briefing.Exact), "2022"))
	s30c.Series, s30c.Formula, s30c.Parents, s30c.Reporter, s30c.Partner, s30c.Use = "china-russia", "S30b − S30a", ids("S30b", "S30a"), "CN", "RU", briefing.Reference
	s30c.Nature = briefing.NatureConclusion

	meat := func(id briefing.ID, codes string, product briefing.Text, value string) *briefing.Fact {
		f := trade(id, "value", product, t(product.RU+" за 2022 год", product.EN+" in 2022", "2022年"+product.ZH),
			claim("a", "ria", quantity(value, "million-usd", briefing.Exact), "2022"))
		f.Series, f.Codes, f.Flow, f.Reporter, f.Partner = "meat", codes, "import", "CN", "RU"
		return f
	}
	s31 := meat("S31", "02", t("Импорт мяса Китаем из России", "China’s meat imports from Russia", "中国自俄罗斯进口肉类"), "555")
	s31.Claims[0] = grew(s31.Claims[0], "36", "2021")
	s31.Headline = 5
	s31.Comparator = t("по стоимости", "by value", "按金额计")
	s31a := meat("S31a", "0207", t("Птица", "Poultry", "禽肉"), "403")
	s31b := meat("S31b", "0201 0202", t("Говядина", "Beef", "牛肉"), "147")
	s31a.Statement = t("Импорт мяса птицы Китаем из России за 2022 год", "China’s poultry imports from Russia in 2022", "2022年中国自俄罗斯进口禽肉")
	s31b.Statement = t("Импорт говядины Китаем из России за 2022 год", "China’s beef imports from Russia in 2022", "2022年中国自俄罗斯进口牛肉")
	s31a.PartOf, s31b.PartOf = "S31", "S31"
	s31a.OfWhich, s31b.OfWhich = true, true // «из них»: 403 and 147 of 555
	return []briefing.Record{s30, s30a, s30b, s30c, s31, s31a, s31b}
}

// hubFacts are the hub: storage, throughput and capacity are three things, and
// the plans of 2023 are lower bounds.
func hubFacts() []briefing.Record {
	hub := func(id briefing.ID, measure, nature string, product, statement briefing.Text, claims ...briefing.Claim) *briefing.Fact {
		f := trade(id, measure, product, statement, claims...)
		f.Nature, f.Facility, f.Partner = nature, "selyatino", "W00"
		return f
	}
	why := t("изменение не вычисляется: год плана не уточнён; величины плана 2023 года — нижние границы",
		"the change is not computed: the year of the plan is not clear; the values planned for 2023 are lower bounds",
		"不计算变化：计划年份未明确；2023年计划数为下限")
	s22 := hub("S22", "capacity", briefing.NatureFact, t("Мощность Агрохаба", "Capacity of the Agrohub", "农业枢纽处理能力"),
		t("Агрохаб «Селятино» способен обрабатывать сотни тысяч тонн охлаждённой продукции", "The Selyatino Agrohub can handle hundreds of thousands of tonnes of refrigerated products", "谢利亚季诺农业枢纽可处理数十万吨冷藏产品"),
		briefing.Claim{ID: "a", Source: "note", Period: briefing.Per("2023-03"), Figure: briefing.Figure{
			Unit: "thousand-t", Precision: briefing.HundredsOf, Words: t("сотни тысяч тонн", "hundreds of thousands of tonnes", "数十万吨"),
		}})
	s22.Status, s22.Use = briefing.Caveat, briefing.Reference
	s22.Reason = t("печатается словами, не числом", "printed in words, not as a number", "以文字表述，不印数字")
	s22s := hub("S22s", "storage", briefing.NatureFact, t("Хранение Агрохаба, первая очередь", "Storage of the Agrohub, first phase", "农业枢纽一期储存量"),
		t("Единовременное хранение первой очереди Агрохаба «Селятино»", "Simultaneous storage of the first phase of the Selyatino Agrohub", "谢利亚季诺农业枢纽一期同时储存量"),
		claim("a", "rosinvest", quantity("40", "thousand-t", briefing.Exact), "2023-03"))
	s22s.Status, s22s.Use = briefing.Caveat, briefing.Reference
	s25a := hub("S25a", "throughput", briefing.NaturePlan, t("План грузооборота Агрохаба «Селятино», все страны", "Planned throughput of the Selyatino Agrohub, all countries", "谢利亚季诺农业枢纽计划吞吐量，所有国家"),
		t("План грузооборота Агрохаба «Селятино» на 2023 год, все страны", "Planned throughput of the Selyatino Agrohub for 2023, all countries", "2023年谢利亚季诺农业枢纽计划吞吐量，所有国家"),
		claim("a", "krasnogorsk", quantity("200", "thousand-t", briefing.MoreThan), "2023"))
	s25b := hub("S25b", "value", briefing.NaturePlan, t("План Агрохаба «Селятино», стоимость", "Plan of the Selyatino Agrohub, value", "谢利亚季诺农业枢纽计划金额"),
		t("План Агрохаба «Селятино» на 2023 год, стоимость, все страны", "Plan of the Selyatino Agrohub for 2023, value, all countries", "2023年谢利亚季诺农业枢纽计划金额，所有国家"),
		claim("a", "krasnogorsk", quantity("430", "million-usd", briefing.MoreThan), "2023"))
	s23 := hub("S23", "throughput", briefing.NaturePlan, t("План грузооборота Агрохаба «Селятино», все страны", "Planned throughput of the Selyatino Agrohub, all countries", "谢利亚季诺农业枢纽计划吞吐量，所有国家"),
		t("План грузооборота Агрохаба «Селятино» к 2024 году, все страны", "Planned throughput of the Selyatino Agrohub by 2024, all countries", "谢利亚季诺农业枢纽到2024年的计划吞吐量，所有国家"),
		claim("a", "note", quantity("283.5", "thousand-t", briefing.Exact), "by-2024"),
		noted(claim("b", "krasnogorsk", quantity("280", "thousand-t-per-year", briefing.MoreThan), "by-2024"), t("после второй очереди, экспорт во все страны", "after the second phase, exports to all countries", "二期建成后，出口所有国家")))
	s23.Status, s23.Chosen, s23.Headline = briefing.Caveat, "a", 4
	s23.Reason = t("точное число записки согласуется с нижней границей публикации", "the exact number of the note agrees with the lower bound of the publication", "说明中的确切数与公布的下限相符")
	s23.Comparator = t("план на 2023 год — {S25a}", "plan for 2023: {S25a}", "2023年计划{S25a}")
	s23.Open = t("Год плана уточняется: к 1 января 2024 года или за 2024 год; величины плана 2023 года — нижние границы, изменение не вычисляется",
		"The year of the plan is to be clarified: by 1 January 2024 or in 2024; the values planned for 2023 are lower bounds, the change is not computed",
		"计划年份有待核实：截至2024年1月1日或2024年全年；2023年计划数为下限，不计算变化")
	s24 := hub("S24", "value", briefing.NaturePlan, t("План Агрохаба «Селятино», стоимость", "Plan of the Selyatino Agrohub, value", "谢利亚季诺农业枢纽计划金额"),
		t("План Агрохаба «Селятино» к 2024 году, стоимость", "Plan of the Selyatino Agrohub by 2024, value", "谢利亚季诺农业枢纽到2024年的计划金额"),
		claim("a", "note", quantity("576", "million-usd", briefing.Exact), "by-2024"),
		noted(claim("b", "krasnogorsk", quantity("570", "million-usd", briefing.MoreThan), "by-2024"), t("предварительно", "preliminary", "初步数")))
	s24.Status, s24.Chosen, s24.Comparator = briefing.Caveat, "a", why
	s24.Reason = s23.Reason
	unit := quantity("2032", "usd-per-t", briefing.About)
	s24u := hub("S24u", "unit-value", briefing.NaturePlan, t("Средняя стоимость тонны по плану", "Unit value by plan", "计划平均单价"),
		t("Средняя стоимость тонны по плану к 2024 году", "Unit value by the plan for 2024", "按2024年计划的平均单价"),
		claim("a", "note", unit, "by-2024"))
	s24u.Status, s24u.Use, s24u.Formula, s24u.Parents = briefing.Caveat, briefing.Reference, "S24 / S23", ids("S24", "S23")
	return []briefing.Record{s22, s22s, s25a, s25b, s23, s24, s24u}
}
