package prose_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/lang/prose"
)

// What is written in figures and measures nothing is no quantity.
func TestFiguresThatMeasureNothing(t *testing.T) {
	for l, texts := range map[briefing.Lang][]string{
		briefing.RU: {
			"Тел. +7 (495) 123-45-67, факс 8 800 555 35 35.", "тел.: 8-800-200-00-00, доб. 123", "Телефоны: 123-45-67 и 234-56-78.", "моб. 8 916 123 45 67", "Звонить +86 10 6532 1381", "звонить 8 (495) 123-45-67",
			"статьёй 5.1 Закона № 44-ФЗ, частью 2 статьи 15, ст. 5, 6 и 7, пунктами 3–5, подп. «а» п. 2", "в статьях 12 и 14 Соглашения", "Федеральный закон от 8 декабря 2003 г. № 164-ФЗ", "Указ Президента 430 от 05.05.2022", "резолюция СБ ООН 2231, контракт № 5/2022, письмо исх. 1234",
			"ул. Ленина, 12; ул. Мира, д. 5, корп. 2, кв. 17", "ул. Ильинка, 23/16, стр. 1", "проспект Мира 101", "123242, Москва, Краснопресненская наб., д. 12", "143000, Московская область, г. Одинцово, ул. Маршала Жукова, 28",
			"ИСО 9001, ISO 22000:2018, ГОСТ Р 7.0.97-2016, ГОСТ 12345-78, ТР ТС 021/2011, СанПиН 2.3.2.1078", "коды 0207 14 и 0202, ТН ВЭД 1005 90 000 0, ГС 1507", "ИНН 7707083893, КПП 770701001, ОГРН 1027700132195, БИК 044525225",
			"в 10.30, с 9.00 до 18.00, в 9 ч, 10.00–18.00, к 10 часам, в 10 утра", "рейс SU 204, вагон 7, место 15, поезд 119, борт 123", "МС-21, Ил-96, COVID-19, 5G, 4К, формат A4", "формат «16+1», работает 24/7", "переговорная 7, стойка 12", "отгружено зерно [6], мясо [7, 12]",
		},
		briefing.EN: {
			"Tel. +7 495 123-45-67; tel: (86) 10 6532-1381; call 555-1234", "Article 5(2), Articles 12 and 14, sections 3–5, para. 7, Law No. 44-FZ", "12 Ilyinka Street, 23/16 Ilyinka St., Moscow 123242, P.O. Box 55",
			"ISO 9001, ISO 22000:2018, GB 2760-2014, HS 0207, HS code 1507.90", "at 10:30 a.m., 9 am, 10 o’clock, 10.00–18.00", "COVID-19, 5G, G7, Room 412, gate 12, flight SU 204", "UN resolution 2231, Decree 430, Order 15",
		},
		briefing.ZH: {
			"电话：010-65321381，传真010-6532 1382，手机13800138000", "第5条，第12至14条，第3款，国发〔2022〕5号，令第12号", "建国门外大街15号，3号楼12层1205室，邮编100600", "ISO9001、GB 2760—2014、ISO 22000:2018，海关编码0207", "10时30分，上午9点，10:30", "CZ3906次航班，歼-20，A320，G7",
		},
	} {
		for _, s := range texts {
			for _, text := range []string{s, strings.ReplaceAll(s, " ", "\u00a0")} {
				for _, q := range prose.Quantities(l, text) {
					t.Errorf("%q: %s (%q)", text, show(q), text[q.Start:q.End])
				}
			}
		}
	}
}

// What only looks like it is one all the same.
func TestFiguresBesideTheseAreQuantities(t *testing.T) {
	for text, want := range map[string]string{
		"ru:20-процентный рост, 5-кратный запас, 100-тысячный груз, 2-миллионный пассажир": "20 percent, 5 times, 100e3, 2e6",
		"ru:почти в 2 раза, более чем на 20 %, не менее чем на 5 %":                        "almost 2 times, more-than 20 percent, more-than 5 percent",
		"ru:По статье 5 выделено 12 млн руб.":                                              "12e6 rub",
		"ru:в п. 5, 6 млн долл. США":                                                       "6e6 usd",
		"ru:контракт 5 млн долл. США":                                                      "5e6 usd",
		"ru:на 10.5 и 7,25": "10.5, 7.25",
		"ru:Терминал в Внуково-2 и 15 компаний":                      "15",
		"ru:изменение +1 234 567 890 руб.":                           "1234567890 rub",
		"ru:через 12 компаний, по телефону опрошено 300":             "12, 300",
		"ru:уложились в 4,5 часа":                                    "4.5 hour",
		"en:20-percent growth, a $5-billion deal, a 5-fold increase": "20 percent, 5e9 usd, 5 times",
		"en:nearly by 20%, in 12 of 15 ports":                        "almost 20 percent, 12, 15",
		"zh:增长近3成，占3成，增长2倍，增至2倍，是去年的2.5倍":                            "almost 3e1 percent, 3e1 percent, 3 times, 2 times, 2.5 times",
		"zh:约20%，3.5亿美元，编码0207，出口12万吨":                               "about 20 percent, 3.5e8 usd, 12e4 t",
	} {
		l, text := briefing.Lang(text[:2]), text[3:]
		var got []string
		for _, q := range prose.Quantities(l, text) {
			got = append(got, show(q))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%q:\n got %q\nwant %q", text, s, want)
		}
	}
}
