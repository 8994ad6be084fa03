package typesettest

import "briefing/internal/briefing"

// texts are the texts of the sample in one language.
func texts(l briefing.Lang) map[string]string {
	n := 0
	switch l {
	case briefing.EN:
		n = 1
	case briefing.ZH:
		n = 2
	}
	out := map[string]string{}
	for _, part := range []map[string][3]string{opening(), body()} {
		for key, three := range part {
			out[key] = three[n]
		}
	}
	return out
}

// opening has the texts of the cover, the summary, the event and what is open.
func opening() map[string][3]string {
	return map[string][3]string{
		"title": {
			"Государственный визит Председателя Китайской Народной Республики Си Цзиньпина в Российскую Федерацию",
			"State visit of the President of the People’s Republic of China to the Russian Federation",
			"中华人民共和国主席习近平对俄罗斯联邦进行国事访问",
		},
		"subtitle": {
			"Экспорт продукции АПК области в Китай, партнёрство с провинцией Шаньдун, Агрохаб «Селятино»",
			"Agricultural exports of the Region to China, partnership with Shandong Province, the Selyatino hub",
			"本州农产品对华出口、与山东省的伙伴关系、谢利亚季诺农业枢纽",
		},
		"org":   {"Правительство области", "Government of the Region", "州政府"},
		"org1":  {"Правительство", "Government", "州政府"},
		"org2":  {"Московской области", "of the Moscow Region", "对外联络部"},
		"issue": {" · выпуск 1", " · issue 1", " · 第1版"},
		"short": {
			"Государственный визит Председателя КНР, 20–22.03.2023",
			"State visit of the President of the PRC, 20–22 March 2023",
			"中国国家主席对俄罗斯进行国事访问 · 2023年3月20—22日",
		},
		"asof":          {"По состоянию на 20.03.2023 23:00 МСК", "As of 20 March 2023, 23:00 MSK", "截至莫斯科时间2023年3月20日23:00"},
		"section":       {"Раздел", "Section", "第%s节"},
		"sections_foot": {"Разделы", "Sections", "第%s节"},
		"page":          {"стр.", "page", "页"},
		"contents":      {"Содержание", "Contents", "目录"},
		"continuation":  {"Продолжение таблицы %s", "Table %s (continued)", "续表%s"},
		"s1":            {"Главное", "Summary", "要点"},
		"s1deck": {
			"Китай увеличил импорт мяса из России; соглашение с Шаньдуном готовится",
			"China buys more meat from Russia; an agreement with Shandong is being prepared",
			"中国增加自俄肉类进口；与山东的协议正在准备",
		},
		"s2": {"Тезисы", "Talking points", "谈话要点"},
		"s2deck": {
			"Пять тезисов; у каждого числа есть источник",
			"Every figure has its source",
			"每个数字均有来源",
		},
		"s3":  {"Справка", "Background", "背景资料"},
		"s31": {"Динамика торговли", "Trade dynamics", "贸易走势"},
		"s31deck": {
			"Экспорт области по всем странам и торговля Китая с Россией",
			"The Region’s exports to all countries and China’s trade with Russia",
			"莫斯科州对所有国家出口与中俄贸易",
		},
		"s32": {"Товарная структура и средние цены", "Product structure", "商品结构"},
		"s4":  {"Участники", "Participants", "参加人员"},
		"s5":  {"Статистическое приложение", "Statistical annex", "统计附录"},
		"s6":  {"Реестр источников", "Register of sources", "来源登记"},
		"s6deck": {
			"Каждое число пакета имеет номер источника в квадратных скобках",
			"Every figure has the number of its source",
			"每个数字均注明来源编号",
		},
		"s7":        {"Лист согласования", "Sign-off", "会签单"},
		"kicker":    {"Пакет материалов к визиту", "Briefing pack", "访问资料汇编"},
		"event":     {"Событие", "Event", "活动"},
		"eventName": {"Государственный визит,", "State visit,", "国事访问"},
		"eventDays": {"20–22 марта 2023 г.", "20–22 March 2023", "2023年3月20—22日"},
		"place":     {"Место", "Place", "地点"},
		"city":      {"Москва", "Moscow", "莫斯科"},
		"asofLabel": {"По состоянию на", "As of", "截至"},
		"moment":    {"20.03.2023 23:00 МСК", "20 March 2023, 23:00 MSK", "2023年3月20日23:00"},
		"addendum":  {"Дополнение: 21.03.2023 12:00", "Addendum: 21 March 2023, 12:00", "补充：2023年3月21日12:00"},
		"forWhom":   {"Для кого: руководителю", "For: the principal", "呈送：领导"},
		"reader": {
			"заместителю Председателя Правительства области",
			"Deputy Chairman of the Government",
			"州政府副主席",
		},
		"prepared": {"Подготовил", "Prepared by", "编制"},
		"approved": {"Утвердил", "Approved by", "审定"},
		"post1":    {"начальник отдела", "head of department", "处长"},
		"post2":    {"начальник управления", "head of directorate", "局长"},
		"name":     {"И. О. Фамилия", "A. B. Surname", "姓名"},
		"imprint":  {"Красногорск · 2023", "Krasnogorsk · 2023", "克拉斯诺戈尔斯克 · 2023"},
		"kw1":      {"около", "about", "约"},
		"kn1":      {"90", "90", "9"},
		"ku1":      {"тыс. т", "thousand t", "万吨"},
		"kt1": {
			"Экспорт продукции АПК области в Китай, 2022 год",
			"Agricultural exports of the Region to China, 2022",
			"2022年本州农产品对华出口",
		},
		"kc1": {"база сравнения отсутствует", "no base for comparison", "无可比基数"},
		"ks1": {"Источник [1]", "Source [1]", "来源[1]"},
		"kw2": {"ожидалось около", "expected about", "预计约"},
		"kn2": {"1,7", "1.7", "17"},
		"ku2": {"млрд долл. США", "US$ billion", "亿美元"},
		"kt2": {
			"Экспорт продукции АПК области во все страны, 2022 год",
			"Agricultural exports to all countries, 2022",
			"2022年农产品对所有国家出口",
		},
		"kc2": {"прогноз; +10 % к 2021 году по источнику", "forecast; +10% on 2021 as published", "预测；据来源比2021年增长10%"},
		"ks2": {"Источник [7]", "Source [7]", "来源[7]"},
		"kw3": {"факт", "actual", "实际"},
		"kn3": {"190,3", "190.3", "1902.7"},
		"ku3": {"млрд долл. США", "US$ billion", "亿美元"},
		"kt3": {
			"Торговля товарами Китая с Россией, 2022 год",
			"China’s goods trade with Russia, 2022",
			"2022年中俄货物贸易",
		},
		"kc3": {"+29,3 % к 2021 году", "+29.3% on 2021", "比2021年增长29.3%"},
		"ks3": {"Источник [8]", "Source [8]", "来源[8]"},
		"kw4": {"план", "plan", "计划"},
		"kn4": {"283,5", "283.5", "28.35"},
		"ku4": {"тыс. т", "thousand t", "万吨"},
		"kt4": {
			"Грузооборот Агрохаба «Селятино» «к 2024 году», все страны",
			"Throughput of the hub “by 2024”, all countries",
			"农业枢纽年货运量（“到2024年”），所有国家",
		},
		"kc4": {"план; 2023 год — более 200 тыс. т", "plan; 2023: more than 200 thousand t", "计划；2023年超过20万吨"},
		"ks4": {"Источники [1], [9]", "Sources [1], [9]", "来源[1]、[9]"},
		"kw5": {"факт", "actual", "实际"},
		"kn5": {"555", "555", "5.55"},
		"ku5": {"млн долл. США", "US$ million", "亿美元"},
		"kt5": {
			"Импорт мяса Китаем из России, 2022 год",
			"China’s imports of meat from Russia, 2022",
			"2022年中国自俄罗斯进口肉类",
		},
		"kc5":       {"+36 % к 2021 году по стоимости", "+36% on 2021 by value", "按金额比2021年增长36%"},
		"ks5":       {"Источник [13]", "Source [13]", "来源[13]"},
		"sourcesAt": {"Источники — раздел 6.", "Sources: section 6.", "来源见第6节。"},
		"sign1":     {"рост (факт)", "rise (actual)", "增长（实际）"},
		"sign3":     {"план", "plan", "计划"},
		"sign4":     {"прогноз", "forecast", "预测"},
		"sign5":     {"база сравнения отсутствует", "no base", "无可比基数"},
		"messages":  {"Три тезиса", "Three messages", "三个要点"},
		"questions": {"Три открытых вопроса", "Three open questions", "三个待明确问题"},
		"m1": {
			"Китай увеличил импорт мяса из России на 36 %",
			"China’s imports of meat from Russia rose by 36%",
			"中国自俄肉类进口增长36%",
		},
		"m1text": {
			"По стоимости, до 555 млн долл. США за 2022 год [13]. В импорте мяса из России преобладает птица: 403 млн; говядина — 147 млн.",
			"By value, to US$555 million in 2022 [13]. Poultry leads with 403 million; beef accounts for 147 million.",
			"2022年按金额达5.55亿美元[13]。进口以禽肉为主，为4.03亿美元；牛肉为1.47亿美元。",
		},
		"m2": {
			"Готовится соглашение с провинцией Шаньдун",
			"An agreement with Shandong is being prepared",
			"与山东省的协议正在准备",
		},
		"m2text": {
			"Меморандум подписан в июне 2022 года [1]. Соглашение на уровне губернаторов готовится к подписанию [1], [11]; день и состав подписантов не объявлены.",
			"The memorandum was signed in June 2022 [1]. An agreement between the governors is being prepared [1], [11]; neither the day nor the signatories have been announced.",
			"备忘录于2022年6月签署[1]。省州长级协议正在准备签署[1]、[11]；日期和签署人尚未公布。",
		},
		"m3": {"Агрохаб — предложение области партнёру", "The hub is what the Region offers", "农业枢纽是本州向伙伴提出的建议"},
		"m3text": {
			"План на 2023 год — более 200 тыс. т и более 430 млн долл. США [9], «к 2024 году» — 283,5 тыс. т и 576 млн [1]. Это грузооборот по всем странам, а не поставки в Китай.",
			"The plan for 2023 is more than 200 thousand tonnes and more than US$430 million [9], “by 2024” 283.5 thousand tonnes and 576 million [1]. This is throughput for all countries, not supplies to China.",
			"2023年计划超过20万吨、超过4.3亿美元[9]，“到2024年”28.35万吨、5.76亿美元[1]。这是面向所有国家的货运量，而非对华供货。",
		},
		"q1": {
			"Сколько было поставлено в Китай в 2021 году?",
			"How much was supplied to China in 2021?",
			"2021年对华供货多少？",
		},
		"q1text": {
			"Сопоставимая величина за 2021 год в источниках не названа.",
			"The sources give no comparable figure for 2021.",
			"来源未给出2021年可比数值。",
		},
		"q2": {"«К 2024 году» — это когда?", "“By 2024” means when?", "“到2024年”指何时？"},
		"q2text": {
			"К 1 января 2024 года или за 2024 год: уточняется у оператора Агрохаба.",
			"By 1 January 2024 or during 2024: to be confirmed with the operator.",
			"2024年1月1日前还是2024年全年：正在向运营方核实。",
		},
		"q3": {"Кто и когда подписывает соглашение?", "Who signs the agreement, and when?", "谁、何时签署协议？"},
		"q3text": {
			"День и состав подписантов в источниках не названы.",
			"The sources name neither the day nor the signatories.",
			"来源未说明日期和签署人。",
		},
		"open":     {"Требует уточнения", "To be clarified", "有待核实"},
		"openWhat": {"О чём", "What", "事项"},
		"openText": {
			"Что известно и что уточняется",
			"What is known and what is being clarified",
			"已知情况与待核实内容",
		},
		"source": {"Источник", "Source", "来源"},
		"o1": {
			"Экспорт АПК области, все страны, 2022 год",
			"Agricultural exports, all countries, 2022",
			"2022年农产品出口，所有国家",
		},
		"o1text": {
			"Опубликовано ожидание, около 1,7 млрд долл. США; официальный итог года уточняется",
			"An expectation of about US$1.7 billion has been published; the official total is to be confirmed",
			"已公布预计数约17亿美元；官方全年数有待核实",
		},
		"o2": {"Экспорт АПК области в Китай", "Agricultural exports to China", "农产品对华出口"},
		"o2text": {
			"2022 год — около 90 тыс. т; величина за 2021 год уточняется, изменение не вычисляется",
			"2022: about 90 thousand tonnes; the 2021 figure is to be confirmed, no change is computed",
			"2022年约9万吨；2021年数值有待核实，不计算变化",
		},
		"o3": {"План Агрохаба «к 2024 году»", "Plan of the hub “by 2024”", "农业枢纽“到2024年”计划"},
		"o3text": {
			"Год плана уточняется; величины плана 2023 года — нижние границы, изменение не вычисляется",
			"The year of the plan is to be confirmed; the 2023 figures are lower bounds",
			"计划年份有待核实；2023年计划为下限，不计算变化",
		},
		"o4": {"Меморандум с провинцией Шаньдун", "Memorandum with Shandong", "与山东省备忘录"},
		"o4text": {
			"Июнь 2022 года; день и подписант от области уточняются",
			"June 2022; day and signatory to be confirmed",
			"2022年6月；日期和州方签署人有待核实",
		},
		"o5": {"Побратимство Мытищи — Дэчжоу", "Mytishchi – Dezhou", "梅季希与德州结好"},
		"o5text": {
			"Январь 2023 года; день уточняется: 12 или 13 января",
			"January 2023; 12 or 13 January",
			"2023年1月；12日或13日有待核实",
		},
		"p1": {
			"С провинцией Шаньдун нас связывает меморандум июня 2022 года; работу по нему продолжаем вместе.",
			"The memorandum of June 2022 binds us to Shandong Province; we continue the work together.",
			"2022年6月的备忘录将我们与山东省联系在一起；我们继续共同落实。",
		},
		"p2": {
			"Следующий шаг — соглашение на уровне губернаторов; его готовят к подписанию.",
			"The next step is an agreement between the governors; it is being prepared.",
			"下一步是省州长级协议，正在准备签署。",
		},
		"p3": {
			"Мясо, молочные продукты, кондитерские изделия, напитки: за 2022 год область отправила в Китай около 90 тысяч тонн.",
			"Meat, dairy, confectionery, drinks: in 2022 the Region sent about 90 thousand tonnes to China.",
			"肉类、乳制品、糖果糕点、饮料：2022年本州对华出口约9万吨。",
		},
		"aloud": {"можно озвучивать", "may be said", "可公开"},
		"statement": {
			"Из письменного заявления Председателя КНР (изложение)",
			"From the written statement (rendered)",
			"书面讲话摘要（非原文）",
		},
		"st1": {
			"Китай и Россия — добрые соседи и надёжные партнёры.",
			"China and Russia are good neighbours and reliable partners.",
			"中俄是友好邻邦、可靠伙伴。",
		},
		"st2": {
			"Визит придаст новый импульс отношениям и стратегическому взаимодействию.",
			"The visit will give new momentum to relations.",
			"此访将为两国关系注入新动力。",
		},
		"st3": {
			"Рассчитывает обменяться мнениями с Президентом России и наметить план сотрудничества.",
			"He expects to exchange views and to outline a plan of cooperation.",
			"期待同俄罗斯总统交换意见，共同擘画合作蓝图。",
		},
		"spoken":    {"Числа для переводчика", "Figures for the interpreter", "译员数字表"},
		"indicator": {"Показатель", "Indicator", "指标"},
		"inRu":      {"По-русски", "In Russian", "俄文"},
		"inZh":      {"По-китайски", "In Chinese", "中文"},
		"sp1":       {"Экспорт АПК области в Китай, 2022", "Exports to China, 2022", "2022年对华出口"},
		"sp2":       {"План Агрохаба, «к 2024 году»", "Plan of the hub, “by 2024”", "枢纽“到2024年”计划"},
		"sp3":       {"То же, стоимость", "The same, value", "同上，金额"},
		"spokenNote": {
			"1 万 = 10 000; 1 亿 = 100 млн; «более» — 超过, «около» — 约, план — 计划.",
			"1 万 = 10,000; 1 亿 = 100 million.",
			"1万=10,000；1亿=100,000,000。",
		},
		"qa":    {"Вопросы и ответы", "Questions and answers", "问答"},
		"press": {"Для прессы.", "For the press.", "对媒体口径。"},
		"pressText": {
			"Московская область работает с провинцией Шаньдун по меморандуму 2022 года; соглашение губернаторов готовится.",
			"The Region works with Shandong under the memorandum of 2022; an agreement is being prepared.",
			"本州与山东省依据2022年备忘录开展合作；省州长协议正在准备。",
		},
		"openNote": {"Требует уточнения:", "To be clarified:", "有待核实："},
		"openNoteText": {
			"день и повод видеообращения Губернатора области к губернатору провинции Шаньдун (ноябрь 2022 года); дни бесед с Лю Сюэсуном, Гун Цзяцзя и Фэн Литао; подписант меморандума от области; должность Фэн Литао.",
			"the day and occasion of the video address (November 2022); the days of the talks; the signatory of the memorandum.",
			"视频致辞的日期和缘由（2022年11月）；会谈日期；备忘录签署人。",
		},
	}
}
