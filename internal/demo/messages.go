package demo

import "briefing/internal/briefing"

func messages() []briefing.Record {
	n := 0
	msg := func(kind string, id briefing.ID, title, body briefing.Text, facts ...briefing.ID) *briefing.Message {
		n++
		return &briefing.Message{ID: id, Kind: kind, Title: title, Body: body, Facts: facts, Order: n, Use: briefing.Aloud}
	}
	statement := func(id briefing.ID, fact briefing.ID, body briefing.Text, sources ...briefing.ID) *briefing.Message {
		m := msg("quotation", id, body, body)
		m.Speaker, m.Published, m.Sources = "xi-jinping", "2023-03-20", sources
		m.Facts = ids(fact)
		return m
	}
	return []briefing.Record{
		msg("key-message", "key-meat", t("Китай увеличил импорт мяса из России", "China has increased its meat imports from Russia", "中国增加自俄罗斯进口肉类"),
			t("По стоимости — {S31:change}, до {S31:value} за 2022 год. Преобладает птица, {S31a:value}; говядина — {S31b:value}.", "By value {S31:change}, to {S31:value} in 2022. Most of it is poultry, {S31a:value}; beef is {S31b:value}.", "按金额{S31:change}，2022年达{S31:value}。以禽肉为主，{S31a:value}；牛肉{S31b:value}。"), "S31"),
		msg("key-message", "key-shandong", t("Готовится соглашение с провинцией Шаньдун", "An agreement with Shandong Province is being prepared", "与山东省的协议正在筹备"),
			t("Меморандум подписан в июне 2022 года. Соглашение на уровне губернаторов готовится к подписанию; день и состав подписантов не объявлены.", "A memorandum was signed in June 2022. An agreement at the level of governors is being prepared; the day and the signatories are not announced.", "2022年6月签署备忘录。州省长级协议正在筹备签署；日期和签署人尚未公布。"), "S15", "S16"),
		msg("key-message", "key-hub", t("Агрохаб — предложение области партнёру", "The Agrohub is what the region offers its partner", "农业枢纽是莫斯科州对伙伴的建议"),
			t("План на 2023 год — {S25a} и {S25b}, план «к 2024 году» — {S23} и {S24}. Это грузооборот по всем странам, а не поставки в Китай.", "The plan for 2023 is {S25a} and {S25b}, the plan “by 2024” {S23} and {S24}. This is throughput for all countries, not deliveries to China.", "2023年计划{S25a}、{S25b}；“到2024年”计划{S23}、{S24}。此为面向所有国家的吞吐量，并非对华供货量。"), "S23", "S24", "S25a"),
		msg("open-question", "q-2021", t("Сколько было поставлено в Китай в 2021 году?", "How much went to China in 2021?", "2021年对华供货多少？"),
			t("Сопоставимая величина за 2021 год в источниках не названа.", "The sources name no comparable value for 2021.", "来源未给出2021年可比数值。")),
		msg("open-question", "q-2024", t("«К 2024 году» — это когда?", "“By 2024”: when is that?", "“到2024年”是指何时？"),
			t("К 1 января 2024 года или за 2024 год: уточняется у оператора Агрохаба.", "By 1 January 2024 or in the course of 2024: to be clarified with the operator of the Agrohub.", "截至2024年1月1日或2024年全年：有待向枢纽运营方核实。")),
		msg("open-question", "q-sign", t("Кто и когда подписывает соглашение?", "Who signs the agreement, and when?", "协议由谁、何时签署？"),
			t("День и состав подписантов в источниках не названы.", "The day and the signatories are not named in the sources.", "来源未说明签署日期和签署人。")),

		msg("talking-point", "tp-memo", t("Меморандум с провинцией Шаньдун", "Memorandum with Shandong Province", "与山东省的备忘录"),
			t("С провинцией Шаньдун нас связывает меморандум июня 2022 года; работу по нему продолжаем вместе.", "A memorandum of June 2022 links us with Shandong Province; we carry on the work under it together.", "我们与山东省于2022年6月签署备忘录，双方继续共同推进。"), "S16"),
		msg("talking-point", "tp-agreement", t("Соглашение губернаторов", "Agreement of the governors", "州省长级协议"),
			t("Следующий шаг — соглашение на уровне губернаторов; его готовят к подписанию.", "The next step is an agreement at the level of governors; it is being prepared for signing.", "下一步是州省长级协议，目前正在筹备签署。"), "S15"),
		msg("talking-point", "tp-exports", t("Что область поставляет в Китай", "What the region delivers to China", "莫斯科州对华供货"),
			t("Мясо, молочные продукты, кондитерские изделия, напитки: за 2022 год область отправила в Китай {S20}.", "Meat, dairy products, confectionery, drinks: in 2022 the region sent {S20} to China.", "肉类、乳制品、糖果点心、饮料：2022年莫斯科州对华供货{S20}。"), "S20", "S19"),
		msg("talking-point", "tp-meat", t("Импорт мяса Китаем", "China’s meat imports", "中国进口肉类"),
			t("За 2022 год Китай увеличил импорт мяса из России по стоимости ({S31:change}), до {S31:value}.", "In 2022 China increased its meat imports from Russia by value ({S31:change}), to {S31:value}.", "2022年中国自俄罗斯进口肉类按金额{S31:change}，达{S31:value}。"), "S31"),
		msg("talking-point", "tp-hub", t("Агрохаб «Селятино»", "Selyatino Agrohub", "谢利亚季诺农业枢纽"),
			t("Агрохаб «Селятино» по плану 2023 года отгрузит {S25a} на все рынки. Приглашаем перевозчиков и закупщиков Шаньдуна.", "By the plan for 2023 the Selyatino Agrohub is to ship {S25a} to all markets. We invite carriers and buyers of Shandong.", "按2023年计划，谢利亚季诺农业枢纽将向各市场发运{S25a}。欢迎山东的承运商和采购商。"), "S25a"),

		statement("st-neighbours", "S06", t("Китай и Россия — добрые соседи и надёжные партнёры.", "China and Russia are good neighbours and reliable partners.", "中俄是好邻居、可靠伙伴。"), "tass", "rbc", "xinhua"),
		statement("st-order", "S07", t("Китай готов вместе с Россией оберегать миропорядок, основанный на международном праве.", "China is ready with Russia to guard a world order based on international law.", "中方愿同俄方一道维护以国际法为基础的世界秩序。"), "tass", "rbc"),
		statement("st-impetus", "S08", t("Визит придаст новый импульс отношениям и стратегическому взаимодействию.", "The visit will give new impetus to relations and strategic interaction.", "访问将为两国关系和战略协作注入新动力。"), "xinhua"),
		statement("st-plan", "S09", t("Рассчитывает обменяться мнениями с Президентом России и наметить план сотрудничества.", "Looks forward to exchanging views with the President of Russia and drawing up a plan of cooperation.", "期待同俄罗斯总统交换意见、规划合作。"), "tass", "people-0320"),
		statement("st-peoples", "S10", t("Развитие отношений отвечает интересам двух народов и служит прогрессу в мире.", "The development of relations benefits both peoples and serves progress in the world.", "两国关系发展造福两国人民，有利于世界进步。"), "people-0320"),
	}
}

func answers() []briefing.Record {
	qa := func(id briefing.ID, order int, q, a briefing.Text, facts ...briefing.ID) *briefing.Message {
		return &briefing.Message{ID: id, Kind: "qa", Order: order, Title: q, Answer: a, Facts: facts, Use: briefing.Aloud}
	}
	return []briefing.Record{
		qa("qa-growth", 1, t("Насколько выросли поставки в Китай?", "By how much have deliveries to China grown?", "对华供货增长多少？"),
			t("По 2022 году — {S20}. Сопоставимой величины за 2021 год нет.", "For 2022 it is {S20}. There is no comparable value for 2021.", "2022年为{S20}。2021年无可比数值。"), "S20"),
		qa("qa-agreement", 2, t("Когда будет подписано соглашение?", "When will the agreement be signed?", "协议何时签署？"),
			t("Текст готовится. О дне подписания сообщим вместе с китайскими коллегами.", "The text is being prepared. We shall announce the day together with our Chinese colleagues.", "文本正在准备。签署日期将与中方同事共同公布。"), "S15"),
		qa("qa-hub", 3, t("Сколько отгружает Агрохаб?", "How much does the Agrohub ship?", "农业枢纽发运量是多少？"),
			t("По плану 2023 года — {S25a} на все рынки. Подтверждённой фактической величины нет.", "By the plan for 2023, {S25a} to all markets. There is no confirmed actual value.", "按2023年计划，向各市场发运{S25a}。尚无经确认的实际数值。"), "S25a"),
		qa("qa-goods", 4, t("Что область поставляет в Китай?", "What does the region deliver to China?", "莫斯科州向中国供应什么？"),
			t("Мясо, молочные продукты, кондитерские изделия, напитки: {S20} за 2022 год.", "Meat, dairy products, confectionery, drinks: {S20} in 2022.", "肉类、乳制品、糖果点心、饮料：2022年{S20}。"), "S19", "S20"),
		&briefing.Message{
			ID: "press", Kind: "press-line", Order: 1, Use: briefing.Aloud, Facts: ids("S15", "S16"),
			Title: t("Для прессы", "For the press", "对媒体口径"),
			Body:  t("Московская область работает с провинцией Шаньдун по меморандуму 2022 года; соглашение губернаторов готовится.", "The Moscow Region works with Shandong Province under the memorandum of 2022; the agreement of the governors is being prepared.", "莫斯科州与山东省依据2022年备忘录开展合作；州省长级协议正在筹备。"),
		},
	}
}
