package demo

import "briefing/internal/briefing"

// quantity makes a figure from its stored form; an empty value is a figure in
// words or none at all.
func quantity(value string, unit briefing.Unit, precision briefing.Precision) briefing.Figure {
	f := briefing.Figure{Unit: unit, Precision: precision}
	if value != "" {
		f.Value = briefing.SomeNum(value)
	}
	return f
}

func claim(id briefing.ID, source briefing.ID, f briefing.Figure, period string) briefing.Claim {
	return briefing.Claim{ID: id, Source: source, Figure: f, Period: briefing.Per(period)}
}

// grew adds the change that the source states itself.
func grew(c briefing.Claim, percent, base string) briefing.Claim {
	c.Change, c.ChangeUnit, c.ChangeBase = briefing.SomeNum(percent), "percent", briefing.Per(base)
	return c
}

func noted(c briefing.Claim, note briefing.Text) briefing.Claim {
	c.Note = note
	return c
}

// later makes a claim a verification: kept, never cited.
func later(c briefing.Claim) briefing.Claim {
	c.Role = briefing.RoleVerification
	return c
}

var none briefing.Figure

// visitFacts are the facts of the day: the visit, the meeting, the statement.
func visitFacts() []briefing.Record {
	statement := func(id briefing.ID, text briefing.Text, sources ...briefing.ID) *briefing.Fact {
		f := &briefing.Fact{
			ID: id, Statement: text, Nature: briefing.NatureStatement, Status: briefing.Confirmed, Use: briefing.Aloud, Place: briefing.PlacePack,
			Note: t("изложение письменного заявления по прибытии; атрибуция исправлена", "summary of the written arrival statement; attribution corrected", "抵达书面讲话的转述；归属已更正"),
		}
		for i, s := range sources {
			f.Claims = append(f.Claims, claim(briefing.ID(string(rune('a'+i))), s, none, "2023-03-20"))
		}
		f.Chosen = "a"
		return f
	}
	s09 := statement("S09", t("Председатель КНР рассчитывает обменяться мнениями о двусторонних отношениях и международных вопросах и наметить план стратегического взаимодействия",
		"The President of the PRC looks forward to exchanging views on bilateral ties and international issues and to drawing up a plan of strategic interaction",
		"中国国家主席期待就双边关系和国际问题交换意见，规划战略协作"), "people-0320", "tass")
	s09.Status = briefing.Caveat
	s09.Reason = t("в записке сказано «необходимо»; в источнике — «рассчитывает», модальность по источнику", "the note says “necessary”, the source “looks forward”; modality as in the source", "说明中为“必须”，来源为“期待”；以来源语气为准")
	return []briefing.Record{
		&briefing.Fact{
			ID: "S01", Nature: briefing.NatureFact, Status: briefing.Confirmed, Use: briefing.Aloud, Place: briefing.PlacePack, Measure: "duration",
			Statement: t("Государственный визит Председателя КНР в Россию длится три дня", "The state visit of the President of the PRC to Russia lasts three days", "中国国家主席对俄国事访问为期三天"),
			Product:   t("Продолжительность визита", "Length of the visit", "访问天数"),
			Claims: []briefing.Claim{
				claim("a", "peskov", quantity("3", "day", briefing.Exact), "2023-03-20..2023-03-22"),
				claim("b", "tass", quantity("3", "day", briefing.Exact), "2023-03-20..2023-03-22"),
				later(claim("c", "embassy", quantity("3", "day", briefing.Exact), "2023-03-20..2023-03-22")),
			},
			Chosen: "a", Reason: t("официальное лицо назвало дни и место", "an official named the days and the place", "官方人士公布日期和地点"),
		},
		&briefing.Fact{
			ID: "S02", Nature: briefing.NatureFact, Status: briefing.Confirmed, Use: briefing.Aloud, Place: briefing.PlacePack,
			Statement: t("Председатель КНР прибыл в Москву, аэропорт Внуково-2; встречал Д. Н. Чернышенко", "The President of the PRC arrived in Moscow, Vnukovo-2 airport; met by D. N. Chernyshenko", "中国国家主席抵达莫斯科伏努科沃2号机场，切尔内申科到场迎接"),
			Claims:    []briefing.Claim{claim("a", "tass", none, "2023-03-20"), claim("b", "ru24", none, "2023-03-20")},
			Chosen:    "a", Reason: t("второй источник без даты", "the other source is undated", "另一来源未注明日期"),
		},
		&briefing.Fact{
			ID: "S03", Nature: briefing.NatureStatement, Status: briefing.Caveat, Use: briefing.Reference, Place: briefing.PlaceAddendum,
			Statement: t("Слова Председателя КНР в начале неформальной встречи о приглашении и о выборе России для первой поездки", "The words of the President of the PRC at the start of the informal meeting on the invitation and on Russia as the first destination", "中国国家主席在非正式会晤开始时关于应邀访问及首访俄罗斯的讲话"),
			Reason:    t("опубликовано 21.03.2023, после момента пакета; слова разнятся по переводам", "published on 21.03.2023, after the moment of the pack; wording varies by translation", "2023年3月21日发布，晚于截止时刻；各译本措辞不一"),
			Claims:    []briefing.Claim{claim("a", "gazeta", none, "2023-03-20")},
		},
		&briefing.Fact{
			ID: "S04", Nature: briefing.NatureFact, Status: briefing.Confirmed, Use: briefing.Aloud, Place: briefing.PlacePack,
			Statement: t("Председатель КНР переизбран на новый срок 10 марта 2023 года", "The President of the PRC was re-elected on 10 March 2023", "中国国家主席于2023年3月10日再次当选"),
			Note:      t("третий срок; «очередное» в переводе записки передано неточно", "the third term; the note renders the word for “another” inexactly", "第三个任期；说明中的译法不准确"),
			Claims:    []briefing.Claim{claim("a", "people-0310", none, "2023-03-10")},
		},
		&briefing.Fact{
			ID: "S05", Nature: briefing.NatureFact, Status: briefing.Caveat, Use: briefing.Aloud, Place: briefing.PlacePack, Measure: "duration",
			Statement: t("Неформальная встреча глав государств продолжалась около четырёх с половиной часов", "The informal meeting of the heads of state lasted about four and a half hours", "两国元首非正式会晤持续约四个半小时"),
			Product:   t("Неформальная встреча, продолжительность", "Informal meeting, length", "非正式会晤时长"),
			Claims: []briefing.Claim{
				claim("a", "tass", quantity("4.5", "hour", briefing.About), "2023-03-20"),
				noted(claim("b", "note", quantity("4.5", "hour", briefing.Exact), "2023-03-20"), t("записка опускает «почти»", "the note drops “nearly”", "说明略去“近”")),
			},
			Chosen: "a", Reason: t("агентство говорит «почти»: печатается «около»", "the agency says “nearly”: printed as “about”", "通讯社称“近”，印作“约”"),
		},
		statement("S06", t("Китай и Россия — добрые соседи и надёжные партнёры", "China and Russia are good neighbours and reliable partners", "中俄是好邻居、可靠伙伴"), "tass", "rbc", "xinhua"),
		statement("S07", t("Китай готов вместе с Россией оберегать миропорядок, основанный на международном праве", "China is ready with Russia to guard a world order based on international law", "中方愿同俄方维护以国际法为基础的世界秩序"), "tass", "rbc"),
		statement("S08", t("Визит придаст новый импульс отношениям и стратегическому взаимодействию", "The visit will give new impetus to relations and strategic interaction", "访问将为两国关系和战略协作注入新动力"), "xinhua"),
		s09,
		statement("S10", t("Развитие отношений отвечает интересам двух народов и служит прогрессу в мире", "The development of relations benefits both peoples and serves progress in the world", "两国关系发展造福两国人民，也有利于世界进步"), "people-0320"),
	}
}

// partnershipFacts are the contacts with the partner province.
func partnershipFacts() []briefing.Record {
	fact := func(id briefing.ID, status string, text briefing.Text, claims ...briefing.Claim) *briefing.Fact {
		return &briefing.Fact{ID: id, Nature: briefing.NatureFact, Status: status, Use: briefing.Reference, Place: briefing.PlacePack, Statement: text, Claims: claims}
	}
	s13 := fact("S13", briefing.Unverified, t("Губернатор Московской области направил видеообращение с поздравлением губернатору провинции Шаньдун", "The Governor of the Moscow Region sent a video message of congratulation to the Governor of Shandong Province", "莫斯科州州长向山东省省长发去视频贺辞"),
		claim("a", "note", none, "2022-11"))
	s13.Product = t("Видеообращение губернатора", "The governor’s video message", "州长视频贺辞")
	s13.Open = t("Ноябрь 2022 года; день и повод поздравления уточняются", "November 2022; the day and the occasion are to be clarified", "2022年11月；具体日期和缘由有待核实")
	s14 := fact("S14", briefing.Unverified, t("Китайской стороне направлен видеоролик об экспортном потенциале Московской области; опубликован впервые", "A video on the export potential of the Moscow Region was sent to the Chinese side and published for the first time", "向中方发送并首次公布莫斯科州出口潜力宣传片"),
		claim("a", "note", none, "2022-11..2023-03-20"))
	s15 := fact("S15", briefing.Caveat, t("Соглашение Московской области и провинции Шаньдун на уровне губернаторов готовится к подписанию", "An agreement between the Moscow Region and Shandong Province at the level of governors is being prepared for signing", "莫斯科州与山东省州省长级协议正在筹备签署"),
		claim("a", "note", none, "2023-03-20"), claim("b", "radio1", none, "2023-01-13"),
		later(noted(claim("c", "minek", none, "2023-09-20"), t("о том, чем завершилась подготовка", "on how the preparation ended", "关于筹备的结果"))))
	s15.Nature, s15.Use, s15.Chosen = briefing.NaturePlan, briefing.Aloud, "a"
	s15.Statement = t("По плану соглашение Московской области и провинции Шаньдун подписывается на уровне губернаторов; текст готовится",
		"By plan the agreement between the Moscow Region and Shandong Province is to be signed by the governors; the text is being prepared",
		"按计划，莫斯科州与山东省将签署州省长级协议，文本正在准备")
	s15.Product = t("Соглашение с провинцией Шаньдун", "Agreement with Shandong Province", "与山东省的协议")
	s15.Reason = t("состояние на момент пакета", "state at the moment of the pack", "截止时刻的状态")
	s15.Open = t("День и состав подписантов в источниках не названы", "The day and the signatories are not named in the sources", "来源未说明签署日期和签署人")
	s16 := fact("S16", briefing.Caveat, t("Правительство Московской области и Народное правительство провинции Шаньдун подписали меморандум о сотрудничестве", "The Government of the Moscow Region and the People’s Government of Shandong Province signed a memorandum of cooperation", "莫斯科州政府与山东省人民政府签署合作备忘录"),
		claim("a", "note", none, "2022-06"), later(claim("b", "ria-2308", none, "2022-06")))
	s16.Use, s16.Chosen = briefing.Aloud, "a"
	s16.Product = t("Меморандум с провинцией Шаньдун", "Memorandum with Shandong Province", "与山东省的备忘录")
	s16.Open = t("Июнь 2022 года; день и подписант от области уточняются", "June 2022; the day and the signatory of the region are to be clarified", "2022年6月；具体日期和州方签署人有待核实")
	s17 := fact("S17", briefing.Unverified, t("Беседа с торговым представителем посольства КНР Лю Сюэсуном", "A talk with the trade representative of the Embassy of the PRC, Liu Xuesong", "与中国大使馆商务代表刘雪松会谈"),
		claim("a", "note", none, "..2023-03-20"))
	s17.Product = t("Беседы в посольстве КНР", "Talks at the Embassy of the PRC", "与中国大使馆人员会谈")
	s17.Open = t("Дни бесед с Лю Сюэсуном, Гун Цзяцзя и Фэн Литао уточняются", "The days of the talks with Liu Xuesong, Gong Jiajia and Feng Litao are to be clarified", "与刘雪松、龚佳佳、封立涛会谈的日期有待核实")
	s18 := fact("S18", briefing.Unverified, t("Беседа с руководителем отдела культуры посольства КНР Гун Цзяцзя и её преемником Фэн Литао", "A talk with the head of the cultural section of the Embassy of the PRC, Gong Jiajia, and her successor, Feng Litao", "与中国大使馆文化处负责人龚佳佳及其继任者封立涛会谈"),
		claim("a", "note", none, "..2023-03-20"), claim("b", "kultura", none, "2022-12-01"),
		later(claim("c", "rg-2402", none, "2024-02")))
	s18.Chosen, s18.Reason = "a", t("второй источник подтверждает должность, не встречу", "the other source confirms the post, not the talk", "另一来源只证实职务，未证实会谈")
	s34 := fact("S34", briefing.Conflicting, t("Мытищи и Дэчжоу заключили соглашение о побратимстве", "Mytishchi and Dezhou concluded a twinning agreement", "梅季希与德州签署结好协议"),
		claim("a", "telegram", none, "2023-01-12"), claim("b", "radio1", none, "2023-01-13"))
	s34.Product = t("Побратимство Мытищи — Дэчжоу", "Mytishchi–Dezhou twinning", "梅季希与德州结好")
	s34.Reason = t("показаны обе даты: одна может быть днём подписания, другая — публикации", "both dates are shown: one may be the day of signing, the other of publication", "两个日期并列：其一可能为签署日，另一为发布日")
	s34.Open = t("Январь 2023 года; день уточняется: 12 или 13 января", "January 2023; the day is to be clarified: 12 or 13 January", "2023年1月；日期有待核实：12日或13日")
	return []briefing.Record{s13, s14, s15, s16, s17, s18, s34}
}

// setAsideFacts are kept for the compiler: rejected, opinions, without a base,
// conflicting, inferred, or later than the moment.
func setAsideFacts() []briefing.Record {
	fact := func(id briefing.ID, nature, status, place string, statement, reason briefing.Text, claims ...briefing.Claim) *briefing.Fact {
		return &briefing.Fact{ID: id, Nature: nature, Status: status, Use: briefing.Internal, Place: place, Statement: statement, Reason: reason, Claims: claims}
	}
	s27 := fact("S27", briefing.NatureFact, briefing.Conflicting, briefing.PlaceCompiler,
		t("Вывоз Агрохаба с начала 2022 года", "Goods moved by the Agrohub since the start of 2022", "农业枢纽2022年初以来的货运量"),
		t("на порядок выше плана 2023 года (S25a) и экспорта области в Китай (S20): иной охват или ошибка порядка; отдельный факт, не сведения о S20",
			"an order of magnitude above the plan of 2023 (S25a) and the region’s exports to China (S20): another scope or a slip; a fact of its own, not a claim of S20",
			"比2023年计划（S25a）和莫斯科州对华出口（S20）高一个数量级：范围不同或数量级错误；为独立事实，不属于S20"),
		claim("a", "360tv", quantity("2500", "thousand-t", briefing.Exact), "2022-01..2022-10"))
	s27.Measure, s27.Facility = "throughput", "selyatino"
	s33 := fact("S33", briefing.NatureFact, briefing.Caveat, briefing.PlaceCompiler,
		t("Экспорт говядины Московской области за девять месяцев 2022 года, стоимость", "Beef exports of the Moscow Region in nine months of 2022, value", "2022年前九个月莫斯科州牛肉出口额"),
		t("источник назвал рост стоимости ростом объёма (по стоимости +31,9 %, по объёму +14,2 %); период сравнения неясен; вклад цены и объёма не называем",
			"the source calls growth of value growth of volume (value +31.9%, volume +14.2%); the base period is unclear; price and volume effects are not named",
			"来源将金额增长称为数量增长（金额+31.9%，数量+14.2%）；对比期不明；不列价格和数量影响"),
		grew(claim("a", "posadfm", quantity("138.5", "million-usd", briefing.Exact), "2022-01..2022-09"), "31.8", "2021-01..2021-09"))
	s33.Claims[0].Wording = "рост объёма на 31,8 %"
	s33.Measure, s33.Codes, s33.Flow, s33.Reporter, s33.Region = "value", "0201 0202", "export", "RU", "46000"
	s33w := fact("S33w", briefing.NatureFact, briefing.Caveat, briefing.PlaceCompiler,
		t("Экспорт говядины Московской области за девять месяцев 2022 года, вес", "Beef exports of the Moscow Region in nine months of 2022, weight", "2022年前九个月莫斯科州牛肉出口量"),
		t("год раньше: 16,4 тыс. т и 105 млн долл. США", "a year before: 16.4 kt and US$105 million", "上年同期：1.64万吨、1.05亿美元"),
		claim("a", "posadfm", quantity("18.73", "thousand-t", briefing.Exact), "2022-01..2022-09"))
	s33w.Measure, s33w.Codes, s33w.Flow, s33w.Reporter, s33w.Region = "weight", "0201 0202", "export", "RU", "46000"
	s32 := fact("S32", briefing.NatureFact, briefing.Confirmed, briefing.PlaceNone,
		t("Экспорт Московской области за 2022 год, все товары", "Exports of the Moscow Region in 2022, all goods", "2022年莫斯科州全部商品出口"),
		t("опубликовано 06.04.2023, после момента пакета", "published on 06.04.2023, after the moment of the pack", "2023年4月6日发布，晚于截止时刻"),
		grew(claim("a", "exports-2304", quantity("13.6", "billion-usd", briefing.Exact), "2022"), "19", "2021"))
	s32.Measure, s32.Flow, s32.Reporter, s32.Region, s32.Partner = "value", "export", "RU", "46000", "W00"
	return []briefing.Record{
		fact("S11", briefing.NatureStatement, briefing.Rejected, briefing.PlaceCompiler,
			t("О международной системе, место заявления по прибытии", "On the international system, a passage of the arrival statement", "关于国际体系的一段抵达讲话"),
			t("ошибка перевода: в источнике «ооноцентричную», то есть с центральной ролью ООН; смысл записки обратный", "mistranslation: the source says UN-centred; the note turns the sense round", "译文有误：原文为“以联合国为核心”，说明的意思相反"),
			claim("a", "note", none, "2023-03-20"), noted(claim("b", "tass", none, "2023-03-20"), t("верное слово источника", "the right word of the source", "来源的正确用词")), claim("c", "rbc", none, "2023-03-20")),
		fact("S12", briefing.NatureOpinion, briefing.Unverified, briefing.PlaceCompiler,
			t("Оценка автора записки: значение визита для мирового порядка", "Opinion of the note’s author: what the visit means for the world order", "说明作者的看法：访问对世界秩序的意义"),
			t("мнение, проверке не подлежит; в тезисы не ставить", "an opinion, not to be checked; not a talking point", "属看法，无从核实；不列入谈话要点"), claim("a", "note", none, "2023-03-20")),
		fact("S21", briefing.NatureConclusion, briefing.Unverified, briefing.PlaceCompiler,
			t("Объёмы экспорта в Китай только растут", "Volumes of exports to China only grow", "对华出口量持续增长"),
			t("нет базы: величина за 2021 год в источниках не названа; не использовать", "no base: the sources give no value for 2021; do not use", "无基数：来源未给出2021年数值；不得使用"), claim("a", "note", none, "2022")),
		fact("S26", briefing.NatureOpinion, briefing.Unverified, briefing.PlaceCompiler,
			t("Оценка автора записки: возможности китайского рынка", "Opinion of the note’s author: opportunities of the Chinese market", "说明作者的看法：中国市场机遇"),
			t("мнение; в числах не использовать", "an opinion; not for figures", "属看法；不用于数字"), claim("a", "note", none, "2023-03-20")),
		s27,
		fact("S28", briefing.NatureConclusion, briefing.Unverified, briefing.PlaceCompiler,
			t("Автор записки — подписант меморандума от Московской области", "The author of the note signed the memorandum for the Moscow Region", "说明作者即备忘录州方签署人"),
			t("лицо выведено по совпадению чисел с публикацией 09.03.2023; записка его не называет", "inferred from the same numbers in the publication of 09.03.2023; the note does not name him", "据2023年3月9日报道中相同数字推断；说明未具名"), claim("a", "krasnogorsk", none, "2023-03-09")),
		s33, s33w, s32,
	}
}
