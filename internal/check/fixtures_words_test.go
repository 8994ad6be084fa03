package check_test

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/project"
)

// said puts a sentence into a text that readers get, in one language.
func said(l briefing.Lang, sentence string) func(*project.Project) {
	return func(p *project.Project) { *p.Series[0].Caveat.At(l) = sentence }
}

func ru(sentence string) func(*project.Project) { return said(briefing.RU, sentence) }
func en(sentence string) func(*project.Project) { return said(briefing.EN, sentence) }
func zh(sentence string) func(*project.Project) { return said(briefing.ZH, sentence) }

// counted puts a sentence about a count without a unit.
func counted(value, sentence string) func(*project.Project) {
	return func(p *project.Project) {
		f := number("n", value, "2022")
		f.Measure, f.Claims[0].Figure.Unit = "other", ""
		if strings.Contains(sentence, "человек") {
			f.Claims[0].Figure.Unit = "person"
		}
		p.Put(f)
		ru(sentence)(p)
	}
}

// timesOf adds a sentence with a growth «в 2,3 раза».
func timesOf(sentence string) func(*project.Project) {
	return func(p *project.Project) {
		f := number("n", "12", "2022")
		f.Measure = "other"
		f.Claims[0].Change, f.Claims[0].ChangeUnit = briefing.SomeNum("2.3"), briefing.Times
		f.Claims[0].ChangeBase = briefing.Year(2021)
		p.Put(f)
		ru(sentence)(p)
	}
}

// roughly adds a sentence with «около 31 %».
func roughly(sentence string) func(*project.Project) {
	return func(p *project.Project) {
		f := number("n", "31", "2022")
		f.Measure, f.Claims[0].Figure.Unit, f.Claims[0].Figure.Precision = "share", "percent", briefing.About
		p.Put(f)
		ru(sentence)(p)
	}
}

// wordsOfTexts are the fixtures of the checks that look for words.
func wordsOfTexts() []fixture {
	const series = "warning series:s"
	moreThan := func(p *project.Project) { fact(p, "then").Claims[0].Figure.Precision = briefing.MoreThan }
	about := func(p *project.Project) { fact(p, "then").Claims[0].Figure.Precision = briefing.About }
	opinion := func(p *project.Project) {
		f := fact(p, "said")
		f.Nature, f.Statement = briefing.NatureOpinion, briefing.Text{RU: "По мнению автора", EN: "In the author’s view", ZH: "作者认为"}
	}
	return []fixture{
		{"04 growth of value called volume", ru("Физический объём вырос: {total:change}."), "04 blocking series:s"},
		{"04 volume without money beside it", ru("Объём экспорта: {total:change}."), "04 blocking series:s"},
		{"04 volume with its money", ru("Объём экспорта достиг {total} ({total:change})."), ""},
		{"04 told to be by value", ru("Объём экспорта по стоимости: {total:change}."), ""},
		{"04 in English", en("The volume of exports: {total:change}."), "04 blocking series:s"},
		{"04 in English by value", en("Exports by value: {total:change}."), ""},
		{"04 in Chinese", zh("出口量{total:change}。"), "04 blocking series:s"},
		{"04 in Chinese by value", zh("出口额{total:change}。"), ""},
		{"04 the change of a weight is one of volume", func(p *project.Project) {
			c := &fact(p, "total").Claims[0]
			c.Figure.Unit, fact(p, "total").Measure = "thousand-t", "weight"
			fact(p, "a").PartOf, fact(p, "b").PartOf = "", ""
			ru("Физический объём вырос: {total:change}.")(p)
		}, ""},
		{"04 the source's own words", func(p *project.Project) {
			fact(p, "total").Claims[0].Wording = "объёмы выросли на 29,3 %"
		}, "04 warning fact:total"},
		{"04 the source's own words of value", func(p *project.Project) {
			fact(p, "total").Claims[0].Wording = "в стоимостном выражении объёмы выросли на 29,3 %"
		}, ""},

		{"51 a title of months that the data go beyond", titled("Экспорт в январе 2023 года", "2023-02"), "51 warning pack:pack"},
		{"51 a title of the months of the data", titled("Экспорт в январе–феврале 2023 года", "2023-02"), ""},
		{"50 the word of a period in another form", ru("Отгружено за {total:period} года."), "50 warning series:s"},
		{"50 the word of a period in its form", ru("Отгружено в {total:period} году."), ""},
		{"34 a number of a source typed in the text", ru("Отгружено {total} [6]."), "34 warning series:s"},
		{"50 a verb that a multiple does not go with", timesOf("Итог составил {n:change}."), "50 warning series:s"},
		{"50 a verb that it goes with", timesOf("Отгружено {n:change} больше."), ""},
		{"50 a preposition before a word of precision", roughly("Доля доходит до {n}."), "50 warning series:s"},
		{"50 a verb before a word of precision", roughly("Доля составила {n}."), ""},
		{"50 a noun that does not follow", counted("24", "Рейсов стало больше: еженедельно {n:number} рейс."), "50 warning series:s"},
		{"50 a noun that follows", counted("24", "Еженедельно {n:number} рейса."), ""},
		{"50 a noun behind an adjective", counted("25", "Открыты {n:number} новых компании."), "50 warning series:s"},
		{"50 eleven is not one", counted("11", "Еженедельно {n:number} рейсов."), ""},
		{"50 one at the end", counted("31", "Еженедельно {n:number} рейсов."), "50 warning series:s"},
		{"50 a fraction", counted("2.5", "Приходится {n:number} рейсов."), "50 warning series:s"},
		{"50 in another case", counted("24", "Более {n:number} рейсов, около {n:number} поездов."), ""},
		{"50 a word that is no noun", counted("24", "Еженедельно {n:number} и больше."), ""},
		{"50 a verb in the plural", counted("21", "Край посетили {n:number} человек."), "50 warning series:s"},
		{"50 a verb in the singular", counted("21", "Край посетил {n:number} человек."), ""},
		{"50 several", counted("24", "Край посетили {n:number} человека."), ""},
		{"50 in English", func(p *project.Project) { counted("1", "x")(p); en("There are {n:number} flights.")(p) }, "18 warning series:s, 50 warning series:s"},
		{"50 one in English", func(p *project.Project) { counted("1", "x")(p); en("There is {n:number} flight.")(p) }, "18 warning series:s"},

		{"30 address against the patronymic", func(p *project.Project) {
			p.People = append(p.People, &briefing.Person{ID: "k", Address: "mr", Name: briefing.Text{RU: "Каримова Лола Ислам кизи", EN: "Karimova Lola", ZH: "卡里莫娃"}})
		}, "30 warning person:k"},
		{"30 address with the patronymic", func(p *project.Project) {
			p.People = append(p.People, &briefing.Person{ID: "k", Address: "ms", Name: briefing.Text{RU: "Иванова Анна Петровна", EN: "Ivanova Anna", ZH: "伊万诺娃"}})
		}, ""},
		{"30 no patronymic", func(p *project.Project) {
			p.People = append(p.People, &briefing.Person{ID: "k", Address: "mr", Name: briefing.Text{RU: "Чжоу Найсян", EN: "Zhou Naixiang", ZH: "周乃翔"}})
		}, ""},
		{"17 two words of precision", func(p *project.Project) {
			about(p)
			p.Series[0].Body = briefing.Text{RU: "Более {then}.", EN: "More than {then}.", ZH: "超过{then}。"}
		}, "17 blocking series:s, 17 blocking series:s, 17 blocking series:s"},
		{"49 a range upside down", func(p *project.Project) {
			claimed(p).Low, claimed(p).High = briefing.SomeNum("9"), briefing.SomeNum("5")
		}, "49 blocking fact:then"},
		{"49 a value outside its range", func(p *project.Project) {
			claimed(p).Low, claimed(p).High = briefing.SomeNum("1"), briefing.SomeNum("5")
		}, "49 blocking fact:then"},
		{"49 a value in its range", func(p *project.Project) {
			claimed(p).Low, claimed(p).High = briefing.SomeNum("1"), briefing.SomeNum("500")
		}, ""},
		{"49 hundreds of two thousand", func(p *project.Project) {
			claimed(p).Precision, claimed(p).Value = briefing.HundredsOf, briefing.SomeNum("2001")
		}, "49 warning fact:then"},
		{"49 hundreds of three hundred", func(p *project.Project) {
			claimed(p).Precision, claimed(p).Value = briefing.HundredsOf, briefing.SomeNum("300")
		}, ""},
		{"49 other words of the source", func(p *project.Project) {
			fact(p, "then").Claims[0].Wording = "почти 23 млрд долл. США, рост на 5 %"
		}, "49 warning fact:then"},
		{"49 words of the source with a number and no value", func(p *project.Project) {
			fact(p, "then").Claims[0].Figure, fact(p, "then").Claims[0].Wording = briefing.Figure{}, "24 рейса"
		}, "49 warning fact:then"},
		{"49 words of the source without a number", func(p *project.Project) {
			fact(p, "then").Claims[0].Figure, fact(p, "then").Claims[0].Wording = briefing.Figure{}, "побратимские связи"
		}, ""},
		{"49 the words of the source", func(p *project.Project) {
			fact(p, "then").Claims[0].Wording = "147,2 млрд долл. США из 190 млрд долл. США"
		}, ""},
		{"49 words without a letter", func(p *project.Project) {
			claimed(p).Value, claimed(p).Unit, fact(p, "then").Claims[0].Wording = briefing.SomeNum("10.1"), "percent", "10,1 %"
		}, ""},
		{"49 another number without a letter", func(p *project.Project) {
			claimed(p).Value, claimed(p).Unit, fact(p, "then").Claims[0].Wording = briefing.SomeNum("10.1"), "percent", "12,4 %"
		}, "49 warning fact:then"},
		{"49 thousands parted by a space", func(p *project.Project) {
			claimed(p).Value, claimed(p).Unit, fact(p, "then").Claims[0].Wording = briefing.SomeNum("18400"), "teu", "18 400 TEU"
		}, ""},
		{"49 another number parted by a space", func(p *project.Project) {
			claimed(p).Value, claimed(p).Unit, fact(p, "then").Claims[0].Wording = briefing.SomeNum("18400"), "teu", "14 800 TEU"
		}, "49 warning fact:then"},
		{"49 the German way", func(p *project.Project) {
			claimed(p).Value, claimed(p).Unit, fact(p, "then").Claims[0].Wording = briefing.SomeNum("1234.5"), "t", "1.234,5 т"
		}, ""},
		{"49 the word is the sign", func(p *project.Project) {
			claimed(p).Value, claimed(p).Unit, fact(p, "then").Claims[0].Wording = briefing.SomeNum("-1.5"), "times", "в 1,5 раза меньше"
		}, ""},
		{"49 no less than", func(p *project.Project) {
			claimed(p).Value, claimed(p).Low, claimed(p).Unit = briefing.MaybeNumber{}, briefing.SomeNum("30"), "million-usd"
			fact(p, "then").Claims[0].Wording = "не менее 30 млн долл. США"
		}, ""},
		{"49 from and to", func(p *project.Project) {
			claimed(p).Value, claimed(p).Low, claimed(p).High, claimed(p).Unit = briefing.MaybeNumber{}, briefing.SomeNum("7.5"), briefing.SomeNum("8.1"), "thousand-t"
			fact(p, "then").Claims[0].Wording = "от 7,5 до 8,1 тыс. т"
		}, ""},
		{"49 no less than another number", func(p *project.Project) {
			claimed(p).Value, claimed(p).Low, claimed(p).Unit = briefing.MaybeNumber{}, briefing.SomeNum("30"), "million-usd"
			fact(p, "then").Claims[0].Wording = "не менее 40 млн долл. США"
		}, "49 warning fact:then"},
		{"49 a fact of a year to come", func(p *project.Project) { fact(p, "then").Claims[0].Period = briefing.Per("2030") }, "49 warning fact:then"},
		{"48 the unit of another size", ru("Около {total:number} тыс. долл. США."), "48 blocking series:s"},
		{"48 another unit", ru("Всего {total:number} тонн."), "48 blocking series:s"},
		{"48 the fact's own unit in another case", ru("Без {total:number} миллиардов долларов США."), ""},
		{"48 a unit of a fact that has none", func(p *project.Project) {
			claimed(p).Unit = ""
			ru("Всего {then:number} тонны.")(p)
		}, "48 warning series:s"},
		{"48 a number alone", ru("Из них {total:number}."), ""},
		{"48 the sign of a currency before it", en("Exports of ${total:number}m."), "48 blocking series:s"},
		{"48 in Chinese, of the scale that is printed", zh("为{total:number}亿美元。"), ""},
		{"48 in Chinese, of another", zh("为{total:number}万美元。"), "48 blocking series:s"},
		{"45 growth of what has grown", ru("Рост {total:change}."), ""},
		{"45 growth of what has fallen", func(p *project.Project) {
			fact(p, "then").Claims[0].Figure.Value = briefing.SomeNum("269.1")
			fact(p, "total").Claims[0].Change = briefing.SomeNum("-29.3")
			ru("Рост {total:change}.")(p)
		}, "45 blocking series:s"},
		{"45 behind the change", func(p *project.Project) {
			fact(p, "then").Claims[0].Figure.Value = briefing.SomeNum("269.1")
			fact(p, "total").Claims[0].Change = briefing.SomeNum("-29.3")
			ru("Это на {total:change} больше.")(p)
		}, "45 blocking series:s"},
		{"45 a fall that is told as one", func(p *project.Project) {
			fact(p, "then").Claims[0].Figure.Value = briefing.SomeNum("269.1")
			fact(p, "total").Claims[0].Change = briefing.SomeNum("-29.3")
			ru("Оборот сократился на {total:change}.")(p)
		}, ""},
		{"45 the word of another", func(p *project.Project) {
			fact(p, "then").Claims[0].Figure.Value = briefing.SomeNum("269.1")
			fact(p, "total").Claims[0].Change = briefing.SomeNum("-29.3")
			ru("Рост цен, а стоимость: {total:change}.")(p)
		}, ""},
		{"45 in English", func(p *project.Project) {
			fact(p, "then").Claims[0].Figure.Value = briefing.SomeNum("269.1")
			fact(p, "total").Claims[0].Change = briefing.SomeNum("-29.3")
			en("It was up by {total:change}.")(p)
		}, "45 blocking series:s"},
		{"45 in Chinese", func(p *project.Project) {
			fact(p, "then").Claims[0].Figure.Value = briefing.SomeNum("269.1")
			fact(p, "total").Claims[0].Change = briefing.SomeNum("-29.3")
			zh("增长{total:change}。")(p)
		}, "45 blocking series:s"},
		{"03 so many times the base", func(p *project.Project) {
			c := &fact(p, "total").Claims[0]
			c.Change, c.ChangeUnit = briefing.SomeNum("1.3"), briefing.Times
		}, ""},
		{"03 not so many times the base", func(p *project.Project) {
			c := &fact(p, "total").Claims[0]
			c.Change, c.ChangeUnit = briefing.SomeNum("2.3"), briefing.Times
		}, "03 blocking fact:total"},
		{"03 so many times less", func(p *project.Project) {
			fact(p, "then").Claims[0].Figure.Value = briefing.SomeNum("380.5")
			c := &fact(p, "total").Claims[0]
			c.Change, c.ChangeUnit = briefing.SomeNum("-2"), briefing.Times
		}, ""},

		{"09 in Russian", ru("В прошлом году было больше."), "09 " + series},
		{"09 in another case", ru("Итоги прошедшего и минувшего года."), "09 " + series},
		{"09 recently", ru("Недавно состоялась встреча."), "09 " + series},
		{"09 years ago", ru("Это было два года назад."), "09 " + series},
		{"09 a year that is named", ru("В прошлом, 2022 году, было больше; в 2021 году — меньше."), ""},
		{"09 current prices are no date", ru("В текущих ценах, по текущему курсу, за настоящий период."), ""},
		{"09 in quotation marks", ru("Он сказал: «в прошлом году было больше»."), ""},
		{"09 in English", en("Last year it was more."), "09 " + series},
		{"09 in English, named", en("It lasted; in 2022 it was more. The last item of the year."), ""},
		{"09 in English, quoted", en("He said “last year it was more”."), ""},
		{"09 in Chinese", zh("去年增加较多。"), "09 " + series},
		{"09 in Chinese, named", zh("2022年较多，十年内完成。"), ""},
		{"09 what is said aloud", func(p *project.Project) { p.Messages[0].Body = all3("В прошлом году {total}") }, ""},
		{"09 in a quotation", func(p *project.Project) { p.Messages[1].Body = all3("last year 去年 в прошлом году") }, ""},
		{"09 in the compiler's note", func(p *project.Project) { p.Series[0].Order, fact(p, "said").Note.RU = 1, "недавно" }, ""},

		{"10 growth without a base", ru("Экспорт растёт."), "10 " + series},
		{"10 a record without a base", ru("Это рекордный показатель."), "10 " + series},
		{"10 with a base", ru("Экспорт вырос к уровню 2021 года."), ""},
		{"10 with two years", ru("В 2022 году экспорт вырос, в 2021 году было меньше."), ""},
		{"10 with the change bound", ru("Экспорт вырос: {total:change}."), ""},
		{"10 with the change typed", func(p *project.Project) { ru("Экспорт вырос на 29,3 %.")(p) }, "35 note series:s"},
		{"10 the change in another sentence", ru("Экспорт вырос. Изменение — {total:change}."), ""},
		{"10 a question", ru("Насколько вырос экспорт?"), ""},
		{"10 a plan", ru("По плану экспорт вырос."), ""},
		{"10 an intention", ru("Предстоит увеличить экспорт и нарастить поставки; возможности роста есть."), ""},
		{"10 in quotation marks", ru("Слова «экспорт растёт» не наши."), ""},
		{"10 backed by a fact of the pack", func(p *project.Project) {
			fact(p, "total").Product = briefing.Text{RU: "Товарооборот Китая с Россией", EN: "x", ZH: "x"}
			ru("Китай увеличил товарооборот с Россией.")(p)
		}, ""},
		{"10 a fact's own statement", func(p *project.Project) {
			fact(p, "said").Nature, fact(p, "said").Statement.RU = briefing.NatureConclusion, "Объёмы только растут"
		}, "10 blocking fact:said"},
		{"10 in English", en("Exports keep growing."), "10 " + series},
		{"10 in English with a base", en("Exports have increased compared with 2021."), ""},
		{"10 in English, no claim", en("We want to grow; growth is possible; for the record, an increase is planned."), ""},
		{"10 in Chinese", zh("出口持续增长。"), "10 " + series},
		{"10 in Chinese with a base", zh("与2021年相比，出口持续增长。"), ""},

		{"11 a plan's number typed by hand", ru("Отгружено 283,5 млрд долл."), "11 warning series:s, 35 note series:s"},
		{"11 a plan's number typed with its word", ru("По плану — 283,5 млрд долл."), "35 note series:s"},
		{"11 a number that is a fact's too", func(p *project.Project) {
			f := number("same", "283.5", "2022")
			f.Product = all3("other")
			p.Put(f)
			ru("Отгружено 283,5 млрд долл.")(p)
		}, "35 note series:s"},

		{"12 an opinion that is told as one", opinion, ""},
		{"12 an opinion told as a fact", func(p *project.Project) {
			opinion(p)
			fact(p, "said").Statement.RU = "Возможности безграничны"
		}, "12 warning fact:said"},
		{"12 an opinion among the headlines", func(p *project.Project) { opinion(p); fact(p, "said").Headline = 1 }, "12 warning fact:said"},
		{"12 a figure that rests on an opinion", func(p *project.Project) {
			opinion(p)
			fact(p, "b").Parents = []briefing.ID{"said"}
		}, "12 warning fact:b"},
		{"12 a message that rests on one unseen", func(p *project.Project) {
			opinion(p)
			p.Messages[0].Facts = []briefing.ID{"said"}
		}, "12 warning message:m"},
		{"12 a message that says so", func(p *project.Project) {
			opinion(p)
			p.Messages[0].Facts = []briefing.ID{"said"}
			p.Messages[0].Body = briefing.Text{RU: "По нашему мнению, {total}", EN: "In our view {total}", ZH: "我们认为{total}"}
		}, ""},

		{"14 the pinyin of another name", func(p *project.Project) { p.People[0].Name.EN = "Zhou Naixian" }, "14 blocking person:zhou"},
		{"14 the Russian of another name", func(p *project.Project) { p.People[0].Name.RU = "Чжоу Найсянь" }, "14 blocking person:zhou"},
		{"14 no pinyin at all", func(p *project.Project) { p.People[0].Name.EN = "Zhou Naixang" }, "14 blocking person:zhou"},
		{"14 marks and spaces", func(p *project.Project) {
			p.People[0].Name.EN, p.People[0].Name.RU = "Zhōu Nǎi-Xiáng", "Чжо́у Найся́н"
		}, ""},
		{"14 a person of another country", func(p *project.Project) { p.People[0].Name.EN, p.People[0].Country = "Zhou Naixian", "SG" }, ""},
		{"14 a name that is no pinyin", func(p *project.Project) {
			p.People[0].Name = briefing.Text{RU: "Керри Лам", EN: "Carrie Lam", ZH: "林郑月娥"}
		}, ""},
		{"14 a name of old", func(p *project.Project) {
			p.People[0].Name = briefing.Text{RU: "Чан Кайши", EN: "Jiang Jieshi", ZH: "蒋介石"}
		}, ""},
		{"14 in one language only", func(p *project.Project) { p.People[0].Name.EN = "" }, ""},
		{"14 a place in a body's name", func(p *project.Project) { p.Organisations[0].Name.EN = "Government of Shangdong Province" }, "14 warning organisation:province"},
		{"14 a place of old and in its case", func(p *project.Project) {
			p.Organisations[0].Name.RU, p.Organisations[0].Name.EN = "Правительство Пекина и Шаньдуна", "Government of Beijing and Shandong, China"
		}, ""},
		{"14 another name in a text", ru("Встреча с Чжоу Найсянем."), "14 " + series},
		{"14 the name in its cases", ru("Встреча с Чжоу Найсяном, у Чжоу Найсяна, о Найсяне."), ""},
		{"14 in an English text", en("A talk with Zhou Naixian."), "14 " + series},
		{"14 in a Chinese text", zh("会见周乃祥省长。"), "14 " + series},
		{"14 the right signs in a Chinese text", zh("会见周乃翔省长，一周后再谈。"), ""},
		{"14 in a note it is a note", func(p *project.Project) { p.People[0].Note.RU = "в записке Naixian" }, "14 note person:zhou"},

		{"15 literal and right", func(p *project.Project) { literal(p) }, ""},
		{"15 a word changed", func(p *project.Project) { literal(p); p.Messages[1].Body.ZH = "我们是坏邻居。" }, "15 blocking message:q"},
		{"15 other quotation marks change nothing", func(p *project.Project) { literal(p); p.Messages[1].Body.ZH = "“我们是好邻居”" }, ""},
		{"15 translated from a translation", func(p *project.Project) {
			literal(p)
			p.Messages[1].Original, p.Messages[1].OriginalLang = "We are good neighbours", "en"
			p.Messages[1].Body.EN = "We are good neighbours."
		}, "15 warning message:q"},
		{"15 without the original", func(p *project.Project) { literal(p); p.Messages[1].Original = "" }, "15 warning message:q"},
		{"15 from no official text", func(p *project.Project) { literal(p); p.Sources[0].Address = "" }, "15 warning message:q"},
		{"15 a summary may say it otherwise", func(p *project.Project) {
			literal(p)
			p.Messages[1].Quoted, p.Messages[1].Body.ZH = false, "邻居很好"
		}, ""},

		{"16 a quotation of nobody", func(p *project.Project) { p.Messages[1].Speaker = "" }, "16 warning message:q"},
		{"16 of somebody who is not there", func(p *project.Project) { p.Messages[1].Speaker = "nobody" }, "16 warning message:q"},
		{"16 of a person without a post", func(p *project.Project) { p.People[0].Posts = nil }, "16 warning message:q"},
		{"16 nameless in Russian", ru("По некоторым данным, поставки идут."), "16 " + series},
		{"16 nameless in English", en("Deliveries have reportedly begun."), "16 " + series},
		{"16 nameless in Chinese", zh("据悉，供货已开始。"), "16 " + series},
		{"16 a source that is named", ru("По данным таможенной службы, поставки идут; сообщил министр."), ""},
		{"16 somebody else's words", func(p *project.Project) { p.Messages[1].Body = all3("как сообщается reportedly 据悉") }, ""},

		{"17 a bound before a figure with another", func(p *project.Project) { moreThan(p); ru("Было до {then}.")(p) }, "17 blocking series:s"},
		{"17 a bound before claims of which one goes with it", func(p *project.Project) {
			moreThan(p)
			other := number("", "140", "2021").Claims[0]
			other.ID, other.Source = "y", "hour"
			fact(p, "then").Claims, fact(p, "then").Chosen = append(fact(p, "then").Claims, other), ""
			ru("Было до {then}.")(p)
		}, "07 warning fact:then"},
		{"17 the same bound twice", func(p *project.Project) { moreThan(p); ru("Было более {then}.")(p) }, ""},
		{"17 a bound before a rough figure", func(p *project.Project) { about(p); ru("Было до {then}.")(p) }, "50 " + series},
		{"17 the bare value of a rough figure", func(p *project.Project) { about(p); ru("Было {then:value}.")(p) }, "17 " + series},
		{"17 the word before the bare value", func(p *project.Project) {
			about(p)
			ru("Было около {then:value}, примерно {then:number}.")(p)
		}, ""},
		{"17 the whole figure has its word", func(p *project.Project) { about(p); ru("Было {then}.")(p) }, ""},
		{"17 the value of an exact figure", ru("Было {then:value}."), ""},
		{"17 typed without its word", func(p *project.Project) { about(p); ru("Было 147,15 млрд долл.")(p) }, "17 warning series:s, 35 note series:s"},
		{"17 typed with another word", func(p *project.Project) { about(p); ru("Было порядка 147,15 млрд долл.")(p) }, "35 note series:s"},
		{"17 in English", func(p *project.Project) { about(p); en("It was {then:value}.")(p) }, "17 " + series},
		{"17 in English with its word", func(p *project.Project) { about(p); en("It was roughly {then:value}.")(p) }, ""},
		{"17 in Chinese", func(p *project.Project) { about(p); zh("为{then:value}。")(p) }, "17 " + series},
		{"17 in Chinese with its word", func(p *project.Project) { about(p); zh("约{then:value}。")(p) }, ""},
		{"17 the source's word is not in the claim", func(p *project.Project) {
			fact(p, "then").Claims[0].Wording = "about US$147.15 billion"
		}, "17 warning fact:then"},
		{"17 another source is more careful", func(p *project.Project) {
			f := fact(p, "then")
			c := f.Claims[0]
			c.ID, c.Figure.Precision = "y", briefing.About
			f.Claims, f.Chosen, f.Reason = append(f.Claims, c), "x", all3("reason")
		}, "17 warning fact:then"},

		{"30 the wrong day of the week", ru("Во вторник, 20 марта 2023 г., встреча."), "30 " + series},
		{"30 the right day", ru("В понедельник, 20 марта 2023 г., встреча; 21.03.2023 (вт)."), ""},
		{"30 a day without a year", ru("В среду, 20 марта, встреча."), "30 " + series},
		{"30 in English", en("On Tuesday, 20 March 2023, they meet."), "30 " + series},
		{"30 in English, right", en("On Monday 20 March 2023 they meet, and on Tuesday they leave."), ""},
		{"30 in Chinese", zh("2023年3月20日（星期二）会见。"), "30 " + series},
		{"30 in Chinese, right", zh("2023年3月20日（星期一）会见。"), ""},
		{"30 a day that goes with no date", ru("В среду встреча; договор от 20 марта 2023 г."), ""},
		{"30 a post that is over", func(p *project.Project) { p.People[0].Posts[0].To = "2022-12" }, "30 warning person:zhou"},
		{"30 a post that begins later", func(p *project.Project) { p.People[0].Posts[0].From = "2023-04-01" }, "30 warning person:zhou"},
		{"30 not yet held on the day of the event", func(p *project.Project) { p.Events[0].When = briefing.Per("2021-06") }, "30 warning person:zhou"},
		{"30 over, and followed by another", func(p *project.Project) {
			p.People[0].Posts[0].To = "2022-12"
			p.People[0].Posts = append(p.People[0].Posts, briefing.Post{Title: all3("next"), From: "2023-01"})
		}, ""},
		{"30 another post on the day of an event to come", func(p *project.Project) {
			p.People[0].Posts[0].To = "2023-03-25"
			p.People[0].Posts = append(p.People[0].Posts, briefing.Post{Title: all3("next"), From: "2023-03-26"})
			p.Events[0].When = briefing.Per("2023-04-01")
		}, "30 warning person:zhou"},
		{"30 a second post beside the first", func(p *project.Project) {
			p.People[0].Posts = append(p.People[0].Posts, briefing.Post{Title: all3("next"), From: "2023-03-26"})
			p.Events[0].When = briefing.Per("2023-04-01")
		}, ""},
		{"30 without dates", func(p *project.Project) { p.People[0].Posts[0].From, p.People[0].Posts[0].To = "", "" }, ""},

		{"35 a number typed by hand", ru("Отгружено 57 тыс. т."), "35 note series:s"},
		{"35 once for the languages of a text", func(p *project.Project) {
			p.Series[0].Caveat = briefing.Text{RU: "Отгружено 57 тыс. т.", EN: "57 thousand tonnes were shipped.", ZH: "发运5.7万吨。"}
		}, "35 note series:s"},
		{"35 each number", ru("Отгружено 57 тыс. т на 12 млн долл."), "35 note series:s, 35 note series:s"},
		{"35 days, years and names are no numbers", ru("20 марта 2023 г. в 15:30, Внуково-2, п. 7 ст. 3, за 10 месяцев 2022 года, № 5."), ""},
		{"35 doubled, in words", ru("За пять лет поставки удвоились."), "35 note series:s"},
		{"35 a million, in words", ru("Отгружен миллион тонн."), "35 note series:s"},
		{"35 a share more, in English", en("They are a third more than before."), "35 note series:s"},
		{"35 ten thousands, in Chinese", zh("进口十二万吨。"), "35 note series:s"},
		{"35 the hour in words", ru("Встреча в половине седьмого, офис 301."), ""},
		{"35 a day in words", ru("Двадцать первого февраля, в последней трети года."), ""},
		{"35 an anniversary", zh("双方庆祝建交七十周年。"), ""},
		{"35 in the compiler's note", func(p *project.Project) { fact(p, "said").Note.RU = "57 тыс. т" }, ""},
	}
}

// literal makes the quotation a literal one, in order.
func literal(p *project.Project) {
	m := p.Messages[1]
	m.Quoted, m.Original, m.OriginalLang = true, "我们是好邻居", "zh"
	m.Body = briefing.Text{RU: "Мы добрые соседи.", EN: "We are good neighbours.", ZH: "我们是好邻居。"}
	p.Sources[0].Kind, p.Sources[0].Address = "official", "example.org/1"
}

// claimed is the figure of the fact that nothing else depends on.
func claimed(p *project.Project) *briefing.Figure { return &fact(p, "then").Claims[0].Figure }
