// Package demo makes the example project: the pack of a state visit, as a
// compiler would have it on the evening of its first day. Every fact carries
// its status and its source; the months and products that no source gives are
// invented and marked so everywhere.
package demo

import (
	"briefing/internal/briefing"
	"briefing/internal/project"
)

// Project makes a fresh example project; two calls give equal ones.
func Project() (*project.Project, error) {
	set, imp, commodities, err := sampleRows()
	if err != nil {
		return nil, err
	}
	p := &project.Project{Pack: pack(), Figures: set}
	var all []briefing.Record
	for _, part := range [][]briefing.Record{
		sources(), organisations(), people(), facilities(), series(),
		visitFacts(), partnershipFacts(), tradeFacts(), hubFacts(), setAsideFacts(),
		events(), agreements(), messages(), answers(), commodities,
		{imp},
	} {
		all = append(all, part...)
	}
	for _, r := range all {
		p.Put(r)
	}
	return p, nil
}

// t is a text in the three languages.
func t(ru, en, zh string) briefing.Text { return briefing.Text{RU: ru, EN: en, ZH: zh} }

func ids(s ...briefing.ID) []briefing.ID { return s }

func pack() briefing.Pack {
	return briefing.Pack{
		Title: t("Государственный визит Председателя Китайской Народной Республики Си Цзиньпина в Российскую Федерацию",
			"State visit of the President of the People’s Republic of China Xi Jinping to the Russian Federation",
			"中华人民共和国主席习近平对俄罗斯联邦进行国事访问"),
		Subtitle: t("Экспорт продукции АПК Московской области в Китай, партнёрство с провинцией Шаньдун, Агрохаб «Селятино»",
			"Agricultural exports of the Moscow Region to China, the partnership with Shandong Province, the Selyatino Agrohub",
			"莫斯科州对华农产品出口、与山东省的伙伴关系、谢利亚季诺农业枢纽"),
		ShortTitle:   t("Государственный визит Председателя КНР, 20–22.03.2023", "State visit of the President of the PRC, 20–22 March 2023", "中国国家主席国事访问，2023年3月20日至22日"),
		FileName:     "Vizit_KNR",
		Organisation: t("Правительство Московской области", "Government of the Moscow Region", "莫斯科州政府"),
		Place:        t("Москва", "Moscow", "莫斯科"),
		City:         t("Красногорск · 2023", "Krasnogorsk · 2023", "克拉斯诺戈尔斯克 · 2023"),
		Event:        "visit", AsOf: "2023-03-20T23:00:00+03:00", AddendumAsOf: "2023-03-21T12:00:00+03:00",
		ForWhom:    t("заместителю Председателя Правительства Московской области", "Deputy Chairman of the Government of the Moscow Region", "莫斯科州政府副主席"),
		PreparedBy: t("начальник отдела", "head of division", "处长"),
		ApprovedBy: t("начальник управления", "head of department", "局长"),
		Reporter:   "RU", Region: "46000", RegionName: t("Московская область", "Moscow Region", "莫斯科州"),
		Partner: "CN", PartnerName: t("Китай", "China", "中国"), Province: "shandong",
		Copies: 12, Version: 2, Template: "visit-received",
		SummaryDeck: t("Китай увеличил импорт мяса из России; соглашение с Шаньдуном готовится",
			"China has increased meat imports from Russia; the agreement with Shandong is being prepared",
			"中国自俄罗斯进口肉类增加；与山东的协议正在筹备"),
		TradeDeck: t("Экспорт области по всем странам и торговля Китая с Россией",
			"Exports of the region to all countries and China’s trade with Russia", "莫斯科州对所有国家出口与中俄贸易"),
		HubDeck: t("План грузооборота опубликован; фактическая величина уточняется",
			"The planned throughput is published; the actual one is being clarified", "计划吞吐量已公布；实际数值有待核实"),
	}
}

func facilities() []briefing.Record {
	return []briefing.Record{&briefing.Facility{
		ID: "selyatino", Name: t("Агрохаб «Селятино»", "Selyatino Agrohub", "谢利亚季诺农业枢纽"), Kind: "logistics",
		Place: t("Московская область, Селятино", "Selyatino, Moscow Region", "莫斯科州谢利亚季诺"), Use: briefing.Aloud,
		Sources: ids("note", "krasnogorsk"),
	}}
}

func organisations() []briefing.Record {
	return []briefing.Record{
		&briefing.Organisation{ID: "mo-government", Name: t("Правительство Московской области", "Government of the Moscow Region", "莫斯科州政府"), Kind: "government", Country: "RU", Sources: ids("note")},
		&briefing.Organisation{ID: "shandong", Name: t("Народное правительство провинции Шаньдун", "People’s Government of Shandong Province", "山东省人民政府"), Kind: "government", Country: "CN", Sources: ids("note")},
		&briefing.Organisation{ID: "mytishchi", Name: t("городской округ Мытищи", "Mytishchi urban district", "梅季希市"), Kind: "municipality", Country: "RU", Sources: ids("radio1")},
		&briefing.Organisation{ID: "dezhou", Name: t("город Дэчжоу", "Dezhou City", "德州市"), Kind: "municipality", Country: "CN", Sources: ids("radio1")},
		&briefing.Organisation{ID: "embassy-prc", Name: t("Посольство КНР в Российской Федерации", "Embassy of the PRC in the Russian Federation", "中国驻俄罗斯大使馆"), Kind: "embassy", Country: "CN", Sources: ids("note")},
	}
}

func series() []briefing.Record {
	return []briefing.Record{
		&briefing.Series{
			ID: "agri-world", Section: "trade", Form: "levels", Order: 1,
			Title:   t("Экспорт продукции АПК области, все страны", "Agricultural exports of the region, all countries", "莫斯科州农产品出口，所有国家"),
			Message: t("Ожидаемый экспорт 2022 года вдвое выше уровня 2018 года", "Exports expected for 2022 are twice the level of 2018", "2022年预计出口额为2018年的两倍"),
			Caption: t("Экспорт продукции АПК Московской области, все страны, млн долл. США", "Agricultural exports of the Moscow Region, all countries, US$ million", "莫斯科州农产品出口，所有国家，亿美元"),
			Body: t("На 2022 год экспорт продукции АПК области ожидался на уровне {S29b} в текущих ценах, {S29b:change} к 2021 году по источнику. За январь–октябрь 2022 года отгружено {S29a}. Экспорт 2019 года составил {S35} при плане {S35p}.",
				"Agricultural exports of the region in 2022 were expected at {S29b} at current prices, {S29b:change} on 2021 according to the source. Shipments in January–October 2022 came to {S29a}. Exports in 2019 were {S35} against a plan of {S35p}.",
				"2022年莫斯科州农产品出口预计为{S29b}（按现价），据来源比2021年{S29b:change}。2022年1至10月出口{S29a}。2019年出口{S35}，计划为{S35p}。"),
			Caveat: t("Уровни 2018 и 2021 годов рассчитаны по темпам, которые указал источник ({S35:change} и {S29b:change}), и показаны светлыми столбцами с пунктирной границей [e]. Официальный итог 2022 года уточняется; десять месяцев с полным годом не сравниваются.",
				"The levels of 2018 and 2021 are derived from the growth rates of the source ({S35:change} and {S29b:change}) and shown as light bars with a dashed edge [e]. The official result of 2022 is to be clarified; ten months are not compared with a full year.",
				"2018年和2021年数值按来源所给增速（{S35:change}和{S29b:change}）推算，以浅色虚线柱表示[e]。2022年正式数据有待核实；十个月数据不与全年比较。"),
		},
		&briefing.Series{
			ID: "china-russia", Section: "trade", Form: "waterfall", Order: 2,
			Title:   t("Торговля Китая с Россией: что дало прирост", "China’s trade with Russia: what made the increase", "中俄贸易：增长来源"),
			Message: t("Четыре пятых прироста — российские поставки в Китай", "Four fifths of the increase are Russian deliveries to China", "增量的五分之四来自俄罗斯对华供货"),
			Caption: t("Товары, млрд долл. США; под числом — вклад, п. п.", "Goods, US$ billion; below the number: contribution, pp", "货物贸易，亿美元；数字下方为贡献（百分点）"),
			Body: t("Товарооборот Китая с Россией за 2022 год достиг {S30}, {S30:change} к 2021 году. Импорт Китая из России составил {S30b} ({S30b:change}), экспорт Китая в Россию — {S30a} ({S30a:change}). Сальдо в пользу России — {S30c}.",
				"China’s goods trade with Russia reached {S30} in 2022, {S30:change} on 2021. China’s imports from Russia were {S30b} ({S30b:change}), its exports to Russia {S30a} ({S30a:change}). The balance in favour of Russia was {S30c}.",
				"2022年中俄货物贸易额达{S30}，同比{S30:change}。中国自俄进口{S30b}（{S30b:change}），对俄出口{S30a}（{S30a:change}）。俄方顺差{S30c}。"),
			Caveat: t("Данные КНР: импорт — CIF, экспорт — FOB. Уровни 2021 года рассчитаны по темпам источника [e]; темпы округлены, поэтому сумма частей может отличаться от итога.",
				"Data of the PRC: imports CIF, exports FOB. The levels of 2021 are derived from the rates of the source [e]; the rates are rounded, so that parts may not add up to the total.",
				"中方数据：进口按CIF、出口按FOB计价。2021年数值按来源增速推算[e]；增速经四舍五入，各部分之和可能与总计略有出入。"),
		},
		&briefing.Series{
			ID: "meat", Section: "structure", Form: "ranking", Order: 1,
			Title:   t("Импорт мяса Китаем из России, 2022 год", "China’s meat imports from Russia, 2022", "2022年中国自俄罗斯进口肉类"),
			Message: t("В импорте мяса из России преобладает птица", "Most of the meat imported from Russia is poultry", "自俄进口肉类以禽肉为主"),
			Caption: t("Импорт Китая из России, млн долл. США", "China’s imports from Russia, US$ million", "中国自俄罗斯进口，亿美元"),
			Body: t("За 2022 год Китай ввёз из России мяса на {S31}, {S31:change} к 2021 году по стоимости; из них птица — {S31a}, говядина — {S31b}.",
				"In 2022 China imported meat from Russia worth {S31}, {S31:change} on 2021 by value; of this, poultry {S31a} and beef {S31b}.",
				"2022年中国自俄罗斯进口肉类{S31}，按金额同比{S31:change}；其中禽肉{S31a}，牛肉{S31b}。"),
		},
	}
}
