package check_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/project"
)

// languagesTold is how many languages of a text are told to differ from the first.
func languagesTold(ru, en, zh string) int {
	p := trading()
	p.Messages = []*briefing.Message{{ID: "m", Kind: "message", Use: briefing.Aloud, Body: briefing.Text{RU: ru, EN: en, ZH: zh}}}
	n := 0
	for _, f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
		if f.Ref.ID == "m" && f.Number == 18 && (f.Field == "body_en" || f.Field == "body_zh") {
			n++
		}
	}
	return n
}

// Each language of a text that tells something else is told, not the first alone.
func TestEachLanguageThatDiffersIsTold(t *testing.T) {
	for _, tt := range []struct {
		ru, en, zh string
		want       int
	}{
		{"В вузах учатся более 23,5 тыс. студентов.", "More than 2.35 thousand students.", "学生超过2350人。", 2},
		{"В вузах учатся более 7,3 тыс. студентов.", "More than 73 thousand students study there.", "学生超过7.3万人。", 2},
		{"Работает 47 предприятий.", "74 companies operate.", "有七十四家企业。", 2},
		{"Работает 47 предприятий.", "Forty-seven companies operate.", "有四十七家企业。", 0},
		{"Приедут 2 ректора и пять экспертов.", "Two rectors and 5 experts will come.", "两位校长和5位专家将到访。", 0},
		{"Ввоз вырос на 27,3 %.", "Imports grew by 23.7%.", "进口增长23.7%。", 2},
		{"Ввоз сократился на 8,9 %.", "Imports grew by 8.9%.", "进口增长8.9%。", 2},
		{"Ввоз сократился на 8,9 %.", "Imports fell by 8.9%.", "进口下降8.9%。", 0},
		{"Вложено 12 млрд руб.", "RUB 12 million was invested.", "投资12亿卢布。", 2},
		{"Встреча 27 декабря 2026 года в 11:00.", "The meeting is on 28 December 2026 at 11:00.", "会见于2026年12月28日11:00举行。", 2},
		{"Встреча 27 декабря 2026 года в 11:00.", "The meeting is on 27 December 2026 at 11:00.", "会见于2026年12月27日11:00举行。", 0},
		{"Встреча 27 декабря в 15:00.", "The meeting is on 27 December at 3:00 p.m.", "会见于12月27日14:00举行。", 1},
		{"Визит 20–22 марта 2023 года.", "The visit is on 20–22 March 2023.", "访问时间为2023年3月20日至22日。", 0},
		{"Источники называют 12 и 13 января.", "The sources name 12 and 13 January.", "来源分别称1月12日和13日。", 0},
		{"Подписано 12 мая 2022 года.", "Signed on 12 June 2022.", "签署于2022年5月12日。", 1},
		{"Доля выросла на 1,4 п. п.", "The share rose by 1.4%.", "比重上升1.4%。", 2},
		{"Доля выросла на 1,4 п. п.", "The share rose by 1.4 percentage points.", "比重上升1.4个百分点。", 0},
		{"В 2027 году планируется поставить 24 локомотива.", "24 locomotives were delivered in 2027.", "2027年已交付24台机车。", 2},
		{"В 2027 году планируется поставить 24 локомотива.", "24 locomotives are to be delivered in 2027.", "2027年计划交付24台机车。", 0},
		{"По плану поставлено 24 локомотива.", "24 locomotives were delivered as planned.", "24台机车已交付。", 0},
		{"Почти треть вывоза — медь.", "Almost a quarter of exports is copper.", "铜占出口的近四分之一。", 2},
	} {
		if got := languagesTold(tt.ru, tt.en, tt.zh); got != tt.want {
			t.Errorf("%s %s %s: %d told, want %d", tt.ru, tt.en, tt.zh, got, tt.want)
		}
	}
}

// The number of a fact with another unit is told; another number, and the figure
// itself, are not.
func TestTheSameNumberWithAnotherUnit(t *testing.T) {
	for text, told := range map[string]bool{
		"ru:Экспорт пиломатериалов в Узбекистан составил 64,4 т.":                            true,
		"ru:Экспорт области в Узбекистан в 2025 году составил 100,1 млн руб.":                true,
		"ru:Импорт области из Узбекистана — 14,4 млрд долл. США.":                            true,
		"ru:Экспорт области в Узбекистан вырос на 12,4 п. п.":                                true,
		"en:Exports of the region to Uzbekistan came to US$100.1 billion.":                   true,
		"zh:斯州对乌兹别克斯坦出口额为100.1亿美元。":                                                          true,
		"ru:Экспорт пиломатериалов в Узбекистан составил 64,4 тыс. т.":                       false,
		"ru:Экспорт пиломатериалов в Узбекистан составил 64 400 т.":                          false,
		"ru:Экспорт пиломатериалов в Узбекистан — {wood}, отгрузка судами — 64,4 т.":         false,
		"ru:Завод отгрузил 64,4 т труб.":                                                     false,
		"ru:Экспорт области в Узбекистан в 2025 году составил 100,1 млн долл. США.":          false,
		"ru:Экспорт области в Узбекистан в 2019 году составил 100,1 млрд руб.":               false,
		"en:Exports of the region to Uzbekistan came to US$100.1 million (RUB 8.5 billion).": false,
		"zh:斯州对乌兹别克斯坦出口额为1.001亿美元。":                                                          false,
		"ru:Экспорт области в Узбекистан — 100,1 млн долл. США, в том числе 14,4 т платины.": false,
	} {
		if got := against(briefing.Lang(text[:2]), text[3:]); len(got) > 0 != told {
			t.Errorf("%s: %q", text, got)
		}
	}
}
