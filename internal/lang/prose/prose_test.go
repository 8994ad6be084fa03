package prose_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang/prose"
)

func TestSentences(t *testing.T) {
	for text, want := range map[string]int{
		"Одно. Другое.":                       2,
		"По плану 5 тыс. т. Москва отгрузит.": 1, // «т.» ends nothing for certain
		"В 2022 г. Экспорт рос.":              1,
		"第一句。第二句。":                            2,
		"One. Two? Three!":                    3,
		"строка\nстрока":                      2,
		"Ждём 15 тыс. ДФЭ. Это план.":         2, // a unit in capitals
		"На 5 млн долл. США больше.":          1,
		"Отгрузили 15 тыс. Это рост.":         2,
		"Заплатили 5 млн долл. Китай доволен": 2,
		"We met Prof. Wang. He agreed.":       2,
		"":                                    0,
	} {
		got := prose.Sentences(text)
		if len(got) != want || strings.Join(got, "") != text {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestQuotations(t *testing.T) {
	for text, want := range map[string]string{
		"он сказал: «да, «так» и есть» вчера": "он сказал:  вчера",
		"said “last year” and left":           "said  and left",
		`a "b" c "d`:                          `a  c "d`,
		"他说“去年”和《今年》":                         "他说 和",
		"„heute“ ja":                          " ja",
		"«не закрыта":                         "«не закрыта",
	} {
		got := prose.Unquoted(text)
		if len(got) != len(text) {
			t.Errorf("%q: bytes moved", text)
		}
		if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestVocabulary(t *testing.T) {
	for _, tt := range []struct {
		lang briefing.Lang
		list string
		text string
		want string
	}{
		{briefing.RU, "план*|на днях", "По ПЛАНУ будет", "ПЛАНУ"},
		{briefing.RU, "рост", "ростов", ""},
		{briefing.RU, "прошл* год*", "в прошлом году", "прошлом году"},
		{briefing.RU, "прошл* год*", "в прошлом, 2022 году", ""},
		{briefing.RU, "текущ*|!текущ* ценах", "в текущих ценах", ""},
		{briefing.RU, "текущ*|!текущ* ценах", "в текущих ценах текущего года", "текущего"},
		{briefing.RU, "еще", "ещё раз", "ещё"},
		{briefing.EN, "last year", "the LAST  year's", "LAST  year"},
		{briefing.ZH, "去年|!去年底", "去年底和去年", "去年"},
		{briefing.ZH, "去年|!去年底", "去年底", ""},
	} {
		got, _, _ := prose.NewVocabulary(tt.lang, tt.list).Find(prose.Read(tt.text))
		if got != tt.want {
			t.Errorf("%s in %q: %q, want %q", tt.list, tt.text, got, tt.want)
		}
	}
}

func show(q prose.Quantity) string {
	s := q.Number.String()
	if q.High.Valid {
		s += ".." + q.High.Decimal.String()
	}
	if q.Power != 0 {
		s += fmt.Sprintf("e%d", q.Power)
	}
	if q.Word != "" {
		s = string(q.Word) + " " + s
	}
	return strings.TrimSpace(s + " " + string(q.Base))
}

func TestQuantities(t *testing.T) {
	for _, tt := range []struct {
		lang briefing.Lang
		text string
		want string
	}{
		{briefing.RU, "отгружено около 90 тыс. т за 2022 год", "about 90e3 t"},
		{briefing.RU, "283,5\u00a0тыс. тонн на 576 млн долл. США", "283.5e3 t, 576e6 usd"},
		{briefing.RU, "190,271 млрд долларов (+29,3 %)", "190.271e9 usd, 29.3 percent"},
		{briefing.RU, "план 915–930 млн долл.", "915..930e6 usd"},
		{briefing.RU, "более 200 тыс. т и свыше 430 млн", "more-than 200e3 t, more-than 430e6"},
		{briefing.RU, "1 640 млн долл. США", "1640e6 usd"},
		{briefing.RU, "почти 88 тысяч тонн", "almost 88e3 t"},
		{briefing.RU, "2 031,7 долл./т", "2031.7 usd-per-t"},
		{briefing.RU, "на 5,5 п. п. и 12 процентов", "5.5 pp, 12 percent"},
		{briefing.RU, "280 тыс. т в год", "280e3 t-per-year"},
		{briefing.RU, "4,5 часа, 3 дня, 12 экз., 15 соглашений", "4.5 hour, 3 day, 12, 15"},
		{briefing.RU, "рост в 2,1 раза", "2.1 times"},
		{briefing.RU, "20 марта 2023 г., 20.03.2023, 20–22 марта, 12 и 13 января, 12, 13 января", ""},
		{briefing.RU, "в 2022 году, 2019–2022 гг., к 2024 году, за 2022/23 год, в 15:30, 10 месяцев, 3 квартал, 20 лет", ""},
		{briefing.RU, "аэропорт Внуково-2, группа G20, 5-й пункт, 3-дневный, № 7, п. 5 ст. 12, код 0207, постановление 540, S-400", ""},
		{briefing.RU, "ТЧ 12.34.56 www.site.ru/2023/45 и 1.2.3", ""},
		{briefing.RU, "20–22.03.2023 и 20.03–22.03.2023", ""},
		{briefing.RU, "письмом № 14-05/231 от 05.06.2023", ""},
		{briefing.ZH, "10时30分，第14-05号", ""},
		{briefing.RU, "составил {S23} и {S20:value}", ""},
		{briefing.RU, "100 млн с лишним", "more-than 100e6"},
		{briefing.RU, "в 2022 г. т. е. рано", ""},
		{briefing.EN, "about US$576 million in 2022, up 29.3%", "about 576e6 usd, 29.3 percent"},
		{briefing.EN, "1,640 tonnes, 283.5 thousand tonnes a year", "1640 t, 283.5e3 t-per-year"},
		{briefing.EN, "EUR 5 million and 12 km", "5e6 eur, 12 km"},
		{briefing.EN, "on 20 March 2023, March 21, 2023, 12 and 13 January, 3rd, in 2022, No. 5, Article 7, the G20, 10 months", ""},
		{briefing.EN, "more than 200 kt", "more-than 200"},
		{briefing.EN, "$5,000", "5000 usd"},
		{briefing.EN, "9–10 percentage points", "9..10 pp"},
		{briefing.ZH, "2022年出口约9万吨，同比增长29.3%", "about 9e4 t, 29.3 percent"},
		{briefing.ZH, "1902.71亿美元，超过20万吨，28万多吨，5.76亿美元左右", "1902.71e8 usd, more-than 20e4 t, more-than 28e4 t, about 5.76e8 usd"},
		{briefing.ZH, "2023年3月20日，1至10月，1月12日和13日，第3次，2022年", ""},
		{briefing.ZH, "4.5小时，3天，1,640万美元", "4.5 hour, 3 day, 1640e4 usd"},
		{briefing.RU, "без чисел", ""},
	} {
		var got []string
		for _, q := range prose.Quantities(tt.lang, tt.text) {
			got = append(got, show(q))
			if q.Start < 0 || q.End > len(tt.text) || q.Start >= q.End {
				t.Errorf("%q: %d–%d", tt.text, q.Start, q.End)
			}
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%q:\n got %q\nwant %q", tt.text, s, tt.want)
		}
	}
}

func TestAQuantityKeepsItsWords(t *testing.T) {
	for text, want := range map[string]string{"ровно 283,5 тыс. т, да": "283,5 тыс. т", "за US$5 million we": "US$5 million"} {
		l := briefing.RU
		if strings.Contains(text, "US") {
			l = briefing.EN
		}
		q := prose.Quantities(l, text)
		if len(q) != 1 || text[q[0].Start:q[0].End] != want {
			t.Errorf("%q: %+v", text, q)
		}
	}
}

func TestDays(t *testing.T) {
	for _, tt := range []struct {
		lang briefing.Lang
		text string
		want string
	}{
		{briefing.RU, "в понедельник, 20 марта 2023 г., и 21.03.2023", "2023-3-20 2023-3-21"},
		{briefing.RU, "20–22 марта", "0-3-22"},
		{briefing.RU, "31 апреля; 40 мая; 20 тонн", ""},
		{briefing.EN, "Monday 20 March 2023, March 21, 2023, the 5th of May", "2023-3-20 2023-3-21 0-5-5"},
		{briefing.ZH, "2023年3月20日（星期一）和3月21日", "2023-3-20 0-3-21"},
		{briefing.RU, "2023-03-20", "2023-3-20"},
		{briefing.RU, "29 февраля", "0-2-29"},
	} {
		var got []string
		for _, d := range prose.Days(tt.lang, tt.text) {
			got = append(got, fmt.Sprintf("%d-%d-%d", d.Year, d.Month, d.Day))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, s, tt.want)
		}
	}
}

func TestWeekdays(t *testing.T) {
	for _, tt := range []struct {
		lang briefing.Lang
		text string
		want string
	}{
		{briefing.RU, "в среду, пятницу и пн", "3 5 1"},
		{briefing.RU, "окружающая средам посреди", ""},
		{briefing.EN, "on Monday and Sat", "1 6"},
		{briefing.ZH, "星期一至周五", "1 5"},
	} {
		var got []string
		for _, w := range prose.Weekdays(tt.lang, tt.text) {
			got = append(got, fmt.Sprint(w.Day))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, s, tt.want)
		}
	}
}

func FuzzProse(f *testing.F) {
	for _, s := range []string{"около 90 тыс. т", "US$5 million", "约9万吨", "«a «b»", "20–22 марта 2023", "{S1} 5 %", "1,1,1", "9—"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.Join(prose.Sentences(s), "") != s {
			t.Errorf("%q: sentences lose something", s)
		}
		if len(prose.Unquoted(s)) != len(s) || len(prose.Unbound(s)) != len(s) {
			t.Errorf("%q: bytes moved", s)
		}
		for _, l := range briefing.Langs() {
			at := 0
			for _, q := range prose.Quantities(l, s) {
				if q.End <= q.Start || q.End > len(s) || q.End <= at {
					t.Errorf("%q in %s: %+v", s, l, q)
				}
				at = q.End
			}
			for _, d := range prose.Days(l, s) {
				if d.End <= d.Start || d.End > len(s) {
					t.Errorf("%q in %s: %+v", s, l, d)
				}
			}
			prose.Weekdays(l, s)
			prose.NewVocabulary(l, s).Find(prose.Read(s))
		}
	})
}
