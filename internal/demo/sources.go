package demo

import "briefing/internal/briefing"

func source(id briefing.ID, kind string, published briefing.Stamp, address string, publisher, title briefing.Text) *briefing.Source {
	return &briefing.Source{ID: id, Kind: kind, Published: published, Address: address, Publisher: publisher, Title: title}
}

// sources come in the order of their numbers in the register; those that only
// the compiler sees, or that are later than the moment, stand at the end.
func sources() []briefing.Record {
	tass, ria := t("ТАСС", "TASS", "塔斯社"), t("РИА Новости", "RIA Novosti", "俄新社")
	statement := t("О письменном заявлении Председателя КНР по прибытии", "On the written arrival statement of the President of the PRC", "关于中国国家主席抵达时书面讲话的报道")
	return []briefing.Record{
		source("note", "note", "2023-03-20", "", t("Составитель", "The compiler", "编制人"), t("Записка к визиту", "Note on the visit", "访问情况说明")),
		source("tass", "media", "2023-03-20", "tass.ru/17315617", tass, t("О прибытии Председателя КНР, его письменном заявлении и неформальной встрече", "On the arrival of the President of the PRC, his written statement and the informal meeting", "关于中国国家主席抵达、书面讲话及非正式会晤的报道")),
		source("rbc", "media", "2023-03-20", "", t("РБК", "RBC", "RBC通讯社"), statement),
		source("people-0310", "media", "2023-03-10", "en.people.cn", t("«Жэньминь жибао»", "People’s Daily", "《人民日报》"), t("О переизбрании Председателя КНР", "On the re-election of the President of the PRC", "关于中国国家主席再次当选的报道")),
		source("people-0320", "media", "2023-03-20", "people.cn", t("«Жэньминь жибао»", "People’s Daily", "《人民日报》"), statement),
		source("xinhua", "media", "2023-03-20", "", t("Синьхуа", "Xinhua", "新华社"), statement),
		source("peskov", "oral", "2023-03-17", "", t("Пресс-секретарь Президента России", "Press Secretary of the President of Russia", "俄罗斯总统新闻秘书"), t("Брифинг: визит пройдёт в Москве", "Briefing: the visit takes place in Moscow", "新闻吹风会：访问在莫斯科进行")),
		source("interfax", "media", "2022-12-06", "", t("Интерфакс", "Interfax", "国际文传电讯社"), t("Об экспорте АПК Московской области за 2022 год", "On agricultural exports of the Moscow Region in 2022", "关于2022年莫斯科州农产品出口的报道")),
		source("gacc", "statistics", "2023-01-13", "", t("Главное таможенное управление КНР", "General Administration of Customs of the PRC", "中华人民共和国海关总署"), t("Внешняя торговля Китая за 2022 год (по сообщению ТАСС)", "China’s foreign trade in 2022 (as reported by TASS)", "2022年中国外贸数据（塔斯社转述）")),
		source("krasnogorsk", "official", "2023-03-09", "krasnogorsk-adm.ru", t("Администрация городского округа Красногорск", "Administration of the Krasnogorsk urban district", "克拉斯诺戈尔斯克市政府"), t("О планах Агрохаба «Селятино»", "On the plans of the Selyatino Agrohub", "关于谢利亚季诺农业枢纽的计划")),
		source("rosinvest", "media", "", "", t("rosinvest", "rosinvest", "rosinvest"), t("Об Агрохабе, первая очередь", "On the Agrohub, first phase", "关于农业枢纽一期")),
		source("radio1", "media", "2023-01-13", "radio1.ru", t("«Радио 1»", "Radio 1", "“广播1台”"), t("О соглашении с провинцией Шаньдун; о побратимстве Мытищи — Дэчжоу", "On the agreement with Shandong Province; on the Mytishchi–Dezhou twinning", "关于与山东省的协议；关于梅季希与德州结好")),
		source("telegram", "media", "2023-01-12", "", t("Telegram-канал администрации", "Telegram channel of the administration", "市政府电报频道"), t("Сообщение о побратимстве Мытищи — Дэчжоу", "Message on the Mytishchi–Dezhou twinning", "关于梅季希与德州结好的消息")),
		source("zol", "media", "", "zol.ru", t("zol.ru", "zol.ru", "zol.ru"), t("Об экспорте АПК области и плане 2019 года", "On agricultural exports of the region and the plan of 2019", "关于2019年莫斯科州农产品出口及计划")),
		source("ria", "media", "2023-02-08", "", ria, t("Торговый представитель России в КНР об импорте мяса Китаем из России, 2022 год", "The trade representative of Russia in the PRC on China’s meat imports from Russia, 2022", "俄驻华商务代表谈2022年中国自俄进口肉类")),
		source("kultura", "media", "2022-12-01", "portal-kultura.ru", t("«Культура»", "Kultura", "《文化报》"), t("О работе отдела культуры посольства КНР", "On the cultural section of the Embassy of the PRC", "关于中国大使馆文化处的报道")),
		source("posadfm", "media", "", "posadfm.ru", t("posadfm.ru", "posadfm.ru", "posadfm.ru"), t("Об экспорте говядины за девять месяцев", "On beef exports in nine months", "关于前九个月牛肉出口的报道")),
		source("360tv", "media", "2022-10-28", "360tv.ru, mo-24.ru", t("«360», МО-24", "360, MO-24", "360电视台、MO-24"), t("О вывозе грузов Агрохабом", "On goods moved by the Agrohub", "关于农业枢纽货运的报道")),
		source("redigo", "media", "", "redigo.ru", t("redigo.ru", "redigo.ru", "redigo.ru"), t("Об экспорте АПК области в Китай", "On agricultural exports of the region to China", "关于莫斯科州对华农产品出口的报道")),
		source("ru24", "media", "", "ru24.pro", t("ru24.pro", "ru24.pro", "ru24.pro"), t("О прибытии Председателя КНР", "On the arrival of the President of the PRC", "关于中国国家主席抵达的报道")),
		source("embassy", "official", "2023-03-22", "", t("Посольство КНР в Российской Федерации", "Embassy of the PRC in the Russian Federation", "中国驻俄罗斯大使馆"), t("О ходе государственного визита", "On the course of the state visit", "关于国事访问的通报")),
		source("gazeta", "media", "2023-03-21", "gazeta.ru", t("Газета.Ru", "Gazeta.ru", "Gazeta.ru"), t("О беседе в начале неформальной встречи", "On the talk at the beginning of the informal meeting", "关于非正式会晤开场谈话的报道")),
		source("minek", "official", "2023-09-20", "", t("Минэкономразвития России", "Ministry of Economic Development of Russia", "俄罗斯经济发展部"), t("О меморандуме с провинцией Шаньдун", "On the memorandum with Shandong Province", "关于与山东省备忘录的消息")),
		source("ria-2308", "media", "2023-08-24", "", ria, t("О сотрудничестве области с провинцией Шаньдун", "On the region’s cooperation with Shandong Province", "关于莫斯科州与山东省合作的报道")),
		source("rg-2402", "media", "2024-02", "rg.ru", t("«Российская газета»", "Rossiyskaya Gazeta", "《俄罗斯报》"), t("О советнике-посланнике посольства КНР", "On the minister-counsellor of the Embassy of the PRC", "关于中国大使馆公使衔参赞的报道")),
		source("exports-2304", "media", "2023-04-06", "", t("Пресс-служба областного министерства", "Press service of the regional ministry", "州部门新闻处"), t("Об экспорте области за 2022 год", "On exports of the region in 2022", "关于2022年莫斯科州出口的报道")),
	}
}
