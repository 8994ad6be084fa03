package demo

import "briefing/internal/briefing"

func post(title briefing.Text, from, to briefing.Stamp) briefing.Post {
	return briefing.Post{Title: title, From: from, To: to}
}

// people come with a protocol rank each side; lists follow it.
func people() []briefing.Record {
	person := func(id briefing.ID, rank int, country, address, stress string, name briefing.Text, sources []briefing.ID, posts ...briefing.Post) *briefing.Person {
		return &briefing.Person{ID: id, Rank: rank, Country: country, Address: address, Stress: stress, Name: name, Sources: sources, Posts: posts}
	}
	gong := person("gong-jiajia", 5, "CN", "ms", "Гун Цзяцзя́", t("Гун Цзяцзя", "Gong Jiajia", "龚佳佳"), ids("note", "kultura"),
		post(t("руководитель отдела культуры посольства КНР", "head of the cultural section, Embassy of the PRC", "中国大使馆文化处负责人"), "", ""))
	gong.Posts[0].Successor = "feng-litao"
	gong.Posts[0].Organisation = "embassy-prc"
	feng := person("feng-litao", 6, "CN", "mr", "Фэн Лита́о", t("Фэн Литао", "Feng Litao", "封立涛"), ids("note"))
	feng.Note = t("в записке назван преемником Гун Цзяцзя; должность на дату пакета не подтверждена", "named in the note as successor of Gong Jiajia; the post on the date of the pack is not confirmed", "说明称其为龚佳佳继任者；截止日职务未经证实")
	zhou := person("zhou-naixiang", 2, "CN", "mr", "Чжо́у Найся́н", t("Чжоу Найсян", "Zhou Naixiang", "周乃翔"), ids("radio1"),
		post(t("губернатор провинции Шаньдун", "Governor of Shandong Province", "山东省省长"), "", ""))
	zhou.Note = t("в записке «Naixian»; по пиньиню и Палладию — Naixiang, Найсян", "the note has “Naixian”; by pinyin and Palladius it is Naixiang", "说明误作“Naixian”；应为Naixiang")
	zhou.Posts[0].Organisation = "shandong"
	return []briefing.Record{
		person("xi-jinping", 1, "CN", "mr", "Си Цзиньпи́н", t("Си Цзиньпин", "Xi Jinping", "习近平"), ids("tass", "people-0310"),
			post(t("Председатель КНР", "President of the PRC", "中华人民共和国主席"), "", "")),
		zhou,
		person("zeng-zanrong", 3, "CN", "mr", "Цзэн Цзаньжу́н", t("Цзэн Цзаньжун", "Zeng Zanrong", "曾赞荣"), ids("note"),
			briefing.Post{Title: t("вице-губернатор провинции Шаньдун", "Vice-Governor of Shandong Province", "山东省副省长"), Organisation: "shandong"}),
		person("liu-xuesong", 4, "CN", "mr", "Лю Сюэсу́н", t("Лю Сюэсун", "Liu Xuesong", "刘雪松"), ids("note"),
			briefing.Post{Title: t("торговый представитель КНР в ранге посланника", "Minister Plenipotentiary, trade representative of the PRC", "公使衔商务代表"), Organisation: "embassy-prc"}),
		gong, feng,
		person("putin", 1, "RU", "mr", "", t("Путин Владимир Владимирович", "Vladimir Putin", "普京"), ids("tass"),
			post(t("Президент Российской Федерации", "President of the Russian Federation", "俄罗斯联邦总统"), "", "")),
		person("chernyshenko", 2, "RU", "mr", "", t("Чернышенко Дмитрий Николаевич", "Dmitry Chernyshenko", "切尔内申科"), ids("tass"),
			post(t("Заместитель Председателя Правительства Российской Федерации", "Deputy Prime Minister of the Russian Federation", "俄罗斯联邦政府副总理"), "", "")),
		person("vorobyov", 3, "RU", "mr", "Воробьёв Андре́й Ю́рьевич", t("Воробьёв Андрей Юрьевич", "Andrey Vorobyov", "沃罗比约夫"), ids("note", "radio1"),
			briefing.Post{Title: t("Губернатор Московской области", "Governor of the Moscow Region", "莫斯科州州长"), Organisation: "mo-government"}),
	}
}

func events() []briefing.Record {
	event := func(id briefing.ID, kind, status, when string, title briefing.Text, sources []briefing.ID, facts []briefing.ID) *briefing.Event {
		return &briefing.Event{ID: id, Kind: kind, Status: status, When: briefing.Per(when), Title: title, Sources: sources, Facts: facts, Use: briefing.Aloud}
	}
	visit := event("visit", "visit", "held", "2023-03-20..2023-03-22",
		t("Государственный визит Председателя КНР Си Цзиньпина в Российскую Федерацию, Москва, три дня", "State visit of the President of the PRC Xi Jinping to the Russian Federation, Moscow, three days", "中国国家主席习近平对俄罗斯联邦进行国事访问，莫斯科，为期三天"),
		ids("peskov", "tass"), ids("S01"))
	visit.Status = "planned"
	visit.Place = t("Москва", "Moscow", "莫斯科")
	arrival := event("arrival", "arrival", "held", "2023-03-20", t("Прибытие, Внуково-2", "Arrival, Vnukovo-2", "抵达伏努科沃2号机场"), ids("tass"), ids("S02"))
	arrival.Parent, arrival.DayPart = "visit", "afternoon"
	arrival.Participants = []briefing.Participant{{Person: "chernyshenko", Role: t("встречает", "met by", "迎接：")}}
	informal := event("informal", "meeting", "held", "2023-03-20", t("Неформальная встреча", "Informal meeting", "非正式会晤"), ids("tass"), ids("S05"))
	informal.Parent, informal.DayPart = "visit", "evening"
	informal.Outcome = t("{S05}, закончилась вечером", "{S05}, ended in the evening", "{S05}，当晚结束")
	informal.Participants = []briefing.Participant{{Person: "xi-jinping"}, {Person: "putin"}}

	election := event("election", "election", "held", "2023-03-10", t("Переизбрание Председателя КНР", "Re-election of the President of the PRC", "中国国家主席再次当选"), ids("people-0310"), ids("S04"))
	memo := event("memorandum-signing", "signing", "held", "2022-06", t("Подписан меморандум о сотрудничестве с провинцией Шаньдун", "Memorandum of cooperation with Shandong Province signed", "与山东省签署合作备忘录"), ids("note"), ids("S16"))
	memo.Participants = []briefing.Participant{{Person: "zeng-zanrong", Role: t("подписал", "signed by", "签署人：")}}
	video := event("video", "video-message", "held", "2022-11", t("Видеообращение Губернатора Московской области к губернатору провинции Шаньдун", "Video message of the Governor of the Moscow Region to the Governor of Shandong Province", "莫斯科州州长致山东省省长视频贺辞"), ids("note"), ids("S13"))
	video.Participants = []briefing.Participant{{Person: "vorobyov"}, {Person: "zhou-naixiang"}}
	clip := event("export-video", "publication", "held", "2022-11..2023-03-20", t("Ролик об экспортном потенциале области направлен китайской стороне и опубликован", "Video on the region’s export potential sent to the Chinese side and published", "向中方发送并公布出口潜力宣传片"), ids("note"), ids("S14"))
	twins := event("twinning-event", "signing", "unclear", "2023-01", t("Побратимство Мытищи — Дэчжоу", "Mytishchi–Dezhou twinning", "梅季希与德州结好"), ids("telegram", "radio1"), ids("S34"))
	twins.Outcome = t("источники называют 12 и 13 января", "the sources name 12 and 13 January", "来源分别称1月12日和13日")
	liu := event("talk-liu", "talks", "held", "..2023-03-20", t("Беседа с торговым представителем КНР", "Talk with the trade representative of the PRC", "与中国商务代表会谈"), ids("note"), ids("S17"))
	liu.Participants = []briefing.Participant{{Person: "liu-xuesong"}}
	culture := event("talk-culture", "talks", "held", "..2023-03-20", t("Беседа в отделе культуры посольства КНР", "Talk at the cultural section of the Embassy of the PRC", "与中国大使馆文化处会谈"), ids("note"), ids("S18"))
	culture.Participants = []briefing.Participant{{Person: "gong-jiajia"}, {Person: "feng-litao"}}
	return []briefing.Record{visit, arrival, informal, memo, video, clip, twins, election, liu, culture}
}

func agreements() []briefing.Record {
	return []briefing.Record{
		&briefing.Agreement{
			ID: "memorandum-2022", Kind: "memorandum", Status: "signed", Signed: briefing.Per("2022-06"), Use: briefing.Aloud,
			Title:   t("Меморандум о сотрудничестве", "Memorandum of cooperation", "合作备忘录"),
			Parties: ids("mo-government", "shandong"), Signatories: ids("zeng-zanrong"), Sources: ids("note"), Facts: ids("S16"),
			Subject:  t("Сотрудничество Правительства Московской области и Народного правительства провинции Шаньдун; от провинции подписал вице-губернатор.", "Cooperation of the Government of the Moscow Region and the People’s Government of Shandong Province; signed for the province by its vice-governor.", "莫斯科州政府与山东省人民政府合作；山东省副省长代表省方签署。"),
			Progress: t("подписант от области уточняется", "the signatory of the region is to be clarified", "州方签署人有待核实"),
		},
		&briefing.Agreement{
			ID: "governors-agreement", Kind: "agreement", Status: "preparing", Use: briefing.Aloud,
			Title:   t("Соглашение на уровне губернаторов", "Agreement at the level of governors", "州省长级协议"),
			Parties: ids("mo-government", "shandong"), Sources: ids("note", "radio1"), Facts: ids("S15"),
			Subject: t("Соглашение Московской области и провинции Шаньдун; текст готовится, день подписания не назван.", "Agreement between the Moscow Region and Shandong Province; the text is being prepared, the day of signing is not named.", "莫斯科州与山东省协议；文本正在准备，签署日期未公布。"),
		},
		&briefing.Agreement{
			ID: "twinning", Kind: "twinning", Status: "signed", Signed: briefing.Per("2023-01"), Use: briefing.Aloud,
			Title:   t("Соглашение о побратимстве", "Twinning agreement", "结好协议"),
			Parties: ids("mytishchi", "dezhou"), Sources: ids("telegram", "radio1"), Facts: ids("S34"),
			Subject:  t("Побратимские отношения Мытищ и Дэчжоу.", "Twinning of Mytishchi and Dezhou.", "梅季希与德州建立友好城市关系。"),
			Progress: t("источники называют 12 и 13 января", "the sources name 12 and 13 January", "来源分别称1月12日和13日"),
		},
	}
}
