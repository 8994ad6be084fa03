package prose_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/lang/prose"
)

func showSaid(s prose.Said) string {
	out := string(s.Kind)
	if s.Kind == prose.SaidChange {
		out += map[int]string{1: "+", 0: "?", -1: "-"}[s.Turn]
	}
	return fmt.Sprintf("%s %s", out, strings.TrimSuffix(show(s.Quantity), ".0000000"))
}

// Numbers that are told in words, with what they are of.
func TestNumbersInWords(t *testing.T) {
	for text, want := range map[string]string{
		"ru:Экспорт вырос почти вдвое.":                                  "change+ almost 2 times",
		"ru:Вырос более чем в полтора раза.":                             "change+ more-than 1.5 times",
		"ru:Втрое выше; двукратный рост; двукратное снижение":            "change+ 3 times, change+ 2 times, change- 2 times",
		"ru:Поставки сократились примерно вдвое.":                        "change- about 2 times",
		"ru:Ввоз вдвое меньше.":                                          "change- 2 times",
		"ru:Экспорт удвоился, ввоз — почти в пять раз":                   "change+ 2 times, change? almost 5 times",
		"ru:Они выросли в два с половиной раза.":                         "change+ 2.5 times",
		"ru:Ввоз снизился на треть, вывоз почти на четверть":             "change- 33.3333333 percent, change? almost 25 percent",
		"ru:Рост на почти треть; на две трети больше":                    "change+ almost 33.3333333 percent, change+ 66.6666667 percent",
		"ru:Треть экспорта, более половины ввоза":                        "share 33.3333333 percent, share more-than 50 percent",
		"ru:Каждая пятая тонна; пятая часть вывоза":                      "share 20 percent, share 20 percent",
		"ru:Свыше полумиллиарда — около полмиллиарда долларов":           "amount more-than 500000000, amount about 500000000 usd",
		"ru:Четверть миллиарда долларов":                                 "amount 0.25e9 usd",
		"ru:десятки тысяч тонн и сотни миллионов долларов":               "amount tens-of 10..100e3 t, amount hundreds-of 100..1000e6 usd",
		"ru:Более миллиона тонн, три миллиарда долларов":                 "amount more-than 1000000 t, amount 3e9 usd",
		"ru:Рост на двадцать пять процентов; семь процентов":             "change+ 25 percent, share 7 percent",
		"ru:Сто двадцать пять компаний, полторы тысячи человек":          "amount 125, amount 1.5e3 person",
		"ru:Шестьдесят один миллион семьсот тысяч долларов":              "amount 61700e3 usd",
		"ru:Миллион триста тысяч человек, двести тысяч тонн":             "amount 1300e3 person, amount 200e3 t",
		"ru:Два миллиона тонн, пятьсот компаний":                         "amount 2e6 t, amount 500",
		"ru:Три тысячи двадцать пять тонн; сто миллионов — пятьсот тонн": "amount 3025 t, amount 100e6, amount 500 t",
		"en:Sixty-one million seven hundred thousand dollars":            "amount 61700e3 usd",
		"ru:1/3 экспорта, ½ ввоза и дом 23/16, 24/7, 2022/23":            "share 33.3333333 percent, share 50 percent",
		"en:Exports nearly doubled; imports were halved":                 "change+ almost 2 times, change- 2 times",
		"en:Up by a third; fell by nearly a quarter":                     "change+ 33.3333333 percent, change- almost 25 percent",
		"en:Two-thirds of it, a third of supplies, one in five":          "share 66.6666667 percent, share 33.3333333 percent, share 20 percent",
		"en:About half a billion dollars, a million tonnes":              "amount about 0.5e9 usd, amount 1e6 t",
		"en:Up two and a half times; a threefold increase":               "change+ 2.5 times, change+ 3 times",
		"en:Twenty-five per cent, three hundred and five firms":          "share 25 percent, amount 305",
		"en:Tens of thousands of tonnes, over half of imports":           "amount tens-of 10..100e3 t, share more-than 50 percent",
		"en:Every fifth tonne, a third more, grew by five times":         "share 20 percent, change+ 33.3333333 percent, change+ 5 times",
		"zh:出口增长近一倍，进口增长两倍":                                              "change+ almost 2 times, change+ 3 times",
		"zh:增至两倍，是去年的三倍，翻了一番":                                            "change+ 2 times, change+ 3 times, change+ 2 times",
		"zh:占近三成，出口增长三成半，过半":                                             "share almost 30 percent, change+ 35 percent, share more-than 50 percent",
		"zh:下降三分之一，占百分之十二，三百家企业":                                         "change- 33.3333333 percent, share 12 percent, amount 300",
		"zh:数十万吨，两亿五千万美元，一百五十万吨以上":                                       "amount tens-of 10..100e4 t, amount 250000000 usd, amount more-than 1500000 t",
		"zh:减少一半，四倍于前":                                                   "change- 50 percent, change? 4 times",
	} {
		l, body := briefing.Lang(text[:2]), text[3:]
		var got []string
		for _, q := range prose.InWords(l, body) {
			got = append(got, showSaid(q))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q:\n got %q\nwant %q", body, s, want)
		}
	}
}

// An entry of a list without its number would be no word at all.
func TestEveryWordHasItsNumber(t *testing.T) {
	for _, l := range briefing.Langs() {
		for _, list := range []string{"times", "rise", "fall", "part", "maybe", "bypart", "vague", "numeral", "single"} {
			key := "prose.said." + list
			for _, entry := range strings.Split(lang.T(l, key), "|") {
				words, number, _ := strings.Cut(entry, ":")
				if _, err := briefing.ParseNumber(number); (err != nil || words == "") && entry != "-" && !(l == briefing.ZH && list == "vague") { // 数 and 几 go with a numeral
					t.Errorf("%s, %s: %q", l, key, entry)
				}
			}
		}
	}
}

// Counts, times, ordinals and names are no numbers of data.
func TestWordsThatTellNoNumbers(t *testing.T) {
	for l, texts := range map[briefing.Lang][]string{
		briefing.RU: {"Сто лет дружбы, двадцать минут, три недели.", "Встречи два раза в год, десять раз в месяц.", "Первая половина года, во второй половине 2022 года, последняя треть.", "Двукратная виза.", "Третий раунд, третьи страны, пятая сессия, пятый пункт.", "Четверть века, половина пятого, полтора часа.", "Двадцать первого марта, группа двадцати.", "Подписаны два соглашения, пять человек.", "Стоимость, стол, станция, семья, сторона, один из участников, одна сторона.", "Беседа длилась четыре с половиной часа.", "Десятки компаний, сотни гостей."},
		briefing.EN: {"In the first half of 2022, a third round, third countries.", "They meet three times a year.", "Talks of two and a half hours, thirty years, twenty minutes.", "The Group of Twenty, double taxation.", "Two agreements, five people, one of the sides.", "A quarter of an hour, half an hour, half the year.", "A hundred days, tens of years.", "An agreement, a tonne of documents."},
		briefing.ZH: {"第三轮会谈，第二十届，二十国集团峰会。", "三十年友谊，二十多年，十一月，二〇二三年。", "两项协议，一家企业，一带一路，一成不变。", "十四五规划，二十大，百姓，万一。", "三成员单位，成立三年。", "多数企业，十分重要。"},
	} {
		for _, s := range texts {
			for _, q := range prose.InWords(l, s) {
				t.Errorf("%q: %s (%q)", s, showSaid(q), s[q.Start:q.End])
			}
		}
	}
}
