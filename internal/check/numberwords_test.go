package check_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/project"
)

// A number of data is listed however it is written; what only looks like one
// is not.
func TestNumbersAreListedHoweverTheyAreWritten(t *testing.T) {
	for l, cases := range map[briefing.Lang]map[string]string{
		briefing.RU: {
			"Экспорт вырос в 2,1 раза.": "2,1", "Экспорт вырос в полтора раза.": "полтора", "Каждый третий контракт исполнен.": "аждый третий",
			"Поставлено 2,5 млн т.": "2,5 млн", "На две трети больше.": "трети", "Вырос на 12 процентов.": "12 процентов", "Поставлено 10–15 тыс. т.": "10–15",
			"Вдвое больше.": "двое", "Втрое выше.": "трое", "Половина объёма.": "оловина", "Порядка 300 предприятий.": "300", "Двукратный рост.": "вукратный",
			"Четверть экспорта.": "етверть", "Изменение: +31,8 %.": "31,8", "Трёхкратный запас.": "кратный",
			"Сто компаний на выставке.": "сто", "Около трёхсот предприятий.": "трёхсот", "Двадцать соглашений.": "двадцать", "Поставлено １２３，５ тыс. т.": "１２３，５ тыс. т",
			"Сто лет дружбы.": "", "Перерыв двадцать минут.": "", "Стоимость проекта.": "",
			"Они выросли в два с половиной раза.": "два с половиной", "Рост в пять раз.": "в пять раз", "Рост на семь процентов.": "семь процентов", "Вложили три миллиарда.": "три миллиарда",
			"Встречи два раза в год.": "", "Беседа два с половиной часа.": "", "Полёт час с половиной.": "", "Прошло тридцать лет.": "", "Двух соглашений мало.": "", "Сто две тонны.": "Сто",
			"Первая половина года.": "", "Во второй половине 2022 года.": "", "Двукратная виза.": "", "Третий раунд переговоров.": "", "Торговля с третьими странами.": "",
			"Четверть века дружбы.": "", "Встреча продлилась четыре с половиной часа.": "", "Подписаны два соглашения.": "", "20 марта 2023 года.": "", "Пункт № 5 перечня.": "", "С 2019 по 2022 год.": "",
			"Телефон: +7 (343) 312-00-10, доб. 114.": "", "Приём ведётся в каб. 405.": "", "Окно 14, индекс 620031.": "", "Лицензия серии 66 № 004417.": "", "Стенд 12 в павильоне 4.": "",
			"Полёт длится 3 часа 10 минут.": "", "Время UTC+5.": "", "Разница с Москвой: МСК+2.": "", "Индекс составил 104,2.": "104,2", "Срок доставки 12 дней.": "12", "За два года. 24 локомотива.": "24",
		},
		briefing.EN: {
			"Up two and a half times.": "two and a half", "Exports rose five times.": "five times", "We invested three billion.": "three billion", "Up seven per cent.": "seven per cent",
			"They meet three times a year.": "", "Talks of two and a half hours.": "", "After thirty years.": "", "Two agreements.": "",
			"Two-thirds of the volume.": "two-thirds", "Two thirds of it.": "two thirds", "A third of supplies.": "third", "Exports doubled.": "doubled", "One in three contracts.": "one in three",
			"It is US$2.5bn.": "2.5", "Half of it.": "half of", "Threefold.": "threefold", "Up 12 per cent.": "12", "1.5 times as much.": "1.5",
			"Three hundred companies.": "hundred", "Fifty contracts.": "fifty", "In twenty minutes.": "", "The Group of Twenty.": "",
			"In the first half of 2022.": "", "A third round of talks.": "", "Third countries.": "", "On 20 March 2023.": "", "A double taxation treaty.": "",
			"Phone: +7 (343) 312-00-10, ext. 114.": "", "Window 14, postcode 620031.": "", "Booth 12 in hall 4.": "", "A flight of 3 hours 10 minutes.": "", "The time is UTC+5.": "",
		},
		briefing.ZH: {
			"约占三分之一。": "三分之一", "增长百分之十二。": "百分之", "出口翻一番。": "翻一番", "占三成。": "三成", "增长12%。": "12%", "计划28.35万吨。": "28.35万吨", "占一半。": "一半",
			"三百家企业参展。": "三百", "进口１２３，４５６吨。": "１２３，４５６", "增长１２％。": "１２％", "二十国集团峰会。": "", "三十年友谊。": "",
			"第三轮会谈。": "", "分机114。": "", "飞行3小时10分。": "", "时区为UTC+5。": "", "2023年3月20日。": "",
		},
	} {
		for body, want := range cases {
			m := &briefing.Message{ID: "m", Kind: "talking-point", Use: briefing.Aloud}
			*m.Body.At(l) = body
			var got []string
			for _, f := range check.Data(project.Take(&project.Project{Messages: []*briefing.Message{m}}, project.Options{Audience: briefing.Compiler})) {
				if f.Number == 35 {
					got = append(got, f.Evidence.In(l))
				}
			}
			switch {
			case want == "" && len(got) > 0:
				t.Errorf("%q: %q", body, got)
			case want != "" && (len(got) != 1 || !strings.Contains(strings.ToLower(strings.ReplaceAll(got[0], "\u00a0", " ")), strings.ToLower(want))):
				t.Errorf("%q: %q, want one with %q", body, got, want)
			}
		}
	}
}
