package check_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/project"
)

// trading is a project with figures of trade as a user types them: what they are
// of stands in their statements.
func trading() *project.Project {
	put := func(id, ru, en, zh, value string, u briefing.Unit, more ...func(*briefing.Claim)) *briefing.Fact {
		f := number(briefing.ID(id), value, "2025")
		f.Statement, f.Measure, f.Use = briefing.Text{RU: ru, EN: en, ZH: zh}, "", briefing.Aloud
		c := &f.Claims[0]
		c.Figure.Unit = u
		for _, m := range more {
			m(c)
		}
		return f
	}
	grew := func(by string, u briefing.Unit) func(*briefing.Claim) {
		return func(c *briefing.Claim) {
			c.Change, c.ChangeUnit, c.ChangeBase = briefing.SomeNum(by), u, briefing.Year(2024)
		}
	}
	before := put("shareBefore", "Доля меди в вывозе в 2024 году", "Share of copper in 2024", "2024年铜的比重", "30.4", "percent")
	before.Claims[0].Period = briefing.Year(2024)
	return &project.Project{
		Pack:    briefing.Pack{AsOf: "2026-11-20T10:00:00+03:00", Reporter: "RU", Partner: "UZ"},
		Sources: []*briefing.Source{{ID: "early", Title: all3("early"), Published: "2026-03-09"}},
		Facts: []*briefing.Fact{
			put("turnover", "Товарооборот Свердловской области с Узбекистаном", "Trade turnover of Sverdlovsk Region with Uzbekistan", "斯州与乌兹别克斯坦贸易额", "114.5", "million-usd", grew("27.3", "percent")),
			put("exports", "Экспорт Свердловской области в Узбекистан", "Exports of Sverdlovsk Region to Uzbekistan", "斯州对乌兹别克斯坦出口额", "100.1", "million-usd", grew("12.4", "percent")),
			put("imports", "Импорт Свердловской области из Узбекистана", "Imports of Sverdlovsk Region from Uzbekistan", "斯州自乌兹别克斯坦进口额", "14.4", "million-usd", grew("-8.5", "percent")),
			put("share", "Доля меди в вывозе", "Share of copper", "铜的比重", "31.8", "percent"), before,
			put("students", "Студенты из Узбекистана в вузах области", "Students from Uzbekistan in the universities of the region", "在斯州高校学习的乌兹别克斯坦学生", "2.3", "thousand-person", func(c *briefing.Claim) { c.Figure.Precision = briefing.MoreThan }),
			put("travel", "Пассажиропоток Екатеринбург – Ташкент", "Passengers Yekaterinburg – Tashkent", "叶卡捷琳堡—塔什干客流", "186", "thousand-person", grew("1.6", briefing.Times)),
			put("wood", "Экспорт пиломатериалов в Узбекистан", "Exports of sawn wood to Uzbekistan", "对乌兹别克斯坦锯材出口量", "64.4", "thousand-t", grew("-4.1", "percent")),
		},
	}
}

// against are the findings of check 18 on a text.
func against(l briefing.Lang, body string) []string {
	p := trading()
	m := &briefing.Message{ID: "m", Kind: "message", Use: briefing.Aloud}
	*m.Body.At(l) = body
	p.Messages = []*briefing.Message{m}
	var out []string
	for _, f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
		if f.Ref.ID == "m" && f.Number == 18 {
			out = append(out, f.Evidence.In(l))
		}
	}
	return out
}

// The words of a sentence are held against the figure in it, bound or typed.
func TestWordsAgainstTheFigureOfTheirSentence(t *testing.T) {
	for _, text := range []string{
		// the other way, the other side
		"ru:Экспорт Свердловской области в Узбекистан в 2025 году снизился на 12,4 %.",
		"ru:Экспорт в Узбекистан в 2025 году снизился на 12,4 %, до {exports}.",
		"en:Exports of the region to Uzbekistan fell by 12.4% in 2025.",
		"zh:2025年对乌兹别克斯坦出口额下降12.4%。",
		"ru:Пассажиропоток Екатеринбург – Ташкент сократился в 1,6 раза.",
		"ru:В вузах области учится менее 2,3 тыс. студентов из Узбекистана.",
		"ru:В вузах области учится менее {students:number} тыс. студентов из Узбекистана.",
		"en:Fewer people, less than {students:number} thousand, study there.",
		"zh:在校学生不足{students:number}千人。",
		// another time
		"ru:В 2024 году экспорт области в Узбекистан составил {exports}.",
		"ru:В 2024 году экспорт области в Узбекистан составил 100,1 млн долл. США.",
		"ru:Экспорт в Узбекистан за январь–сентябрь 2025 года составил {exports}.",
		"ru:Экспорт в Узбекистан за девять месяцев 2025 года составил {exports}.",
		"en:Exports to Uzbekistan in 2024 came to {exports}.",
		"zh:2024年对乌兹别克斯坦出口额为{exports}。",
		// another flow, country, base
		"ru:Импорт из Узбекистана в 2025 году составил {exports}.",
		"ru:Товарооборот составил {exports}.",
		"en:Imports from Uzbekistan were {exports}.",
		"zh:自乌兹别克斯坦进口额为{exports}。",
		"ru:Экспорт области в Казахстан в 2025 году составил {exports}.",
		"en:Exports to Kazakhstan came to {exports} in 2025.",
		"zh:对哈萨克斯坦出口额为{exports}。",
		"ru:Экспорт в Узбекистан вырос на {exports:change} по сравнению с 2023 годом.",
		"en:Exports to Uzbekistan grew by {exports:change} compared with 2023.",
		"zh:出口额比2023年增长{exports:change}。",
		// another change beside the level
		"ru:Экспорт в Узбекистан в 2025 году вырос более чем в 1,5 раза, до {exports}.",
		"ru:Экспорт увеличился на 21,4 % и составил {exports}.",
		"en:Exports rose by 21.4% to {exports}.",
		"zh:出口额增长21.4%，达{exports}。",
		"ru:Импорт из Узбекистана в 2025 году сократился на треть, до 14,4 млн долл. США.",
		"en:Exports rose by half to US$100.1 million in 2025.",
		// arithmetic
		"ru:Доля меди выросла на 4,1 п. п. — с {shareBefore} до {share}.",
		"ru:Доля меди выросла на 1,4 % — с {shareBefore} до {share}.",
		"ru:Доля меди выросла на 1,4 % — с 30,4 до 31,8 %.",
		"ru:Пассажиропоток вырос в 1,9 раза, с 116 до 186 тыс. человек.",
		"en:The share rose by 4.1 percentage points, from {shareBefore} to {share}.",
		"en:The share rose by 1.4%, from 30.4% to 31.8%.",
		"zh:铜的比重上升4.1个百分点，从30.4%到31.8%。",
		"ru:Товарооборот составил {turnover}: экспорт — {exports}, импорт — 24,4 млн долл. США.",
		"en:Turnover came to {turnover}: exports {exports}, imports US$24.4 million.",
		"zh:贸易额为{turnover}，其中出口{exports}，进口2440万美元。",
	} {
		if got := against(briefing.Lang(text[:2]), text[3:]); len(got) == 0 {
			t.Errorf("%s: nothing is told", text)
		}
	}
}

// Right sentences, and those that tell of something else, are left alone.
func TestWordsThatGoWithTheFigure(t *testing.T) {
	for _, text := range []string{
		"ru:В 2025 году экспорт области в Узбекистан составил {exports}, это больше, чем в 2024 году.",
		"ru:Экспорт в Узбекистан вырос на 12,4 % по сравнению с 2024 годом, до {exports}.",
		"ru:По сравнению с 2024 годом экспорт вырос до {exports}.",
		"ru:Импорт Узбекистана из России составил {exports}.",
		"ru:Узбекский импорт составил {exports}.",
		"ru:После соглашения 2022 года экспорт вырос до {exports}.",
		"ru:Экспорт вырос с 89,1 млн долл. США в 2024 году до {exports} в 2025 году.",
		"ru:В 2024 году экспорт составил 89,1 млн долл. США, в 2025 году — {exports}.",
		"ru:Товарооборот составил {turnover}: экспорт — {exports}, импорт — {imports}.",
		"ru:Экспорт — {exports}, импорт — {imports}, товарооборот — {turnover}.",
		"ru:Импорт снизился на 8,5 %, экспорт вырос на 12,4 %.",
		"ru:Экспорт меди вырос на 30 %, весь экспорт составил {exports}.",
		"ru:Импорт меди сократился на треть, а весь импорт составил 14,4 млн долл. США.",
		"ru:Доля меди выросла на 1,4 п. п. — с {shareBefore} до {share}.",
		"ru:Доля меди выросла на 4,6 % — с 30,4 до 31,8 %.",
		"ru:Пассажиропоток вырос в 1,6 раза, или на 60 %, — со 116 до 186 тыс. человек.",
		"ru:Число студентов выросло до 2,3 тыс. человек.",
		"ru:К 2030 году планируется довести экспорт до 200 млн долл. США, сейчас — {exports}.",
		"ru:В Казахстане отметили, что экспорт в Узбекистан составил {exports}.",
		"ru:Экспорт в Узбекистан через Казахстан составил {exports}.",
		"ru:Население Узбекистана вдвое больше, чем в Свердловской области.",
		"ru:Экспорт пиломатериалов сократился на 4,1 % — до 64,4 тыс. т.",
		"en:Exports to Uzbekistan grew by 12.4% compared with 2024, to {exports}.",
		"en:In 2025 exports came to {exports}, more than in 2024.",
		"en:Uzbekistan’s imports from Russia came to {exports}.",
		"en:Turnover was {turnover}: exports {exports}, imports {imports}.",
		"en:The share rose by 1.4 percentage points, from {shareBefore} to {share}.",
		"en:Passenger traffic grew 1.6 times, from 116 to 186 thousand people.",
		"en:More than {students:number} thousand study there.",
		"en:Under the 2022 agreement exports reached {exports}.",
		"zh:2025年对乌兹别克斯坦出口额为{exports}，比2024年增长{exports:change}。",
		"zh:乌兹别克斯坦自俄罗斯进口额为{exports}。",
		"zh:贸易额为{turnover}，其中出口{exports}，进口{imports}。",
		"zh:铜的比重上升1.4个百分点，从30.4%到31.8%。",
		"zh:超过{students:number}千名学生。",
	} {
		if got := against(briefing.Lang(text[:2]), text[3:]); len(got) > 0 {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// A number that its words deny is not offered to be bound.
func TestADeniedNumberIsNotBound(t *testing.T) {
	for text, bound := range map[string]bool{
		"Экспорт Свердловской области в Узбекистан в 2025 году снизился на 12,4 %.":  false,
		"В вузах области учится более 2,3 тыс. студентов из Узбекистана.":            true,
		"В вузах области учится менее 2,3 тыс. студентов из Узбекистана.":            false,
		"В 2025 году экспорт области в Узбекистан составил 100,1 млн долл. США.":     true,
		"В 2024 году экспорт области в Узбекистан составил 100,1 млн долл. США.":     false,
		"Импорт области из Узбекистана в 2025 году составил 100,1 млн долл. США.":    false,
		"Экспорт области в Казахстан в 2025 году составил 100,1 млн долл. США.":      false,
		"Пассажиропоток Екатеринбург – Ташкент вырос в 1,6 раза.":                    true,
		"Пассажиропоток Екатеринбург – Ташкент сократился в 1,6 раза.":               false,
		"Экспорт пиломатериалов в Узбекистан сократился на 4,1 % — до 64,4 тыс. т.":  true,
		"Экспорт пиломатериалов в Узбекистан увеличился на 4,1 % в 2025 году к 2024": false,
	} {
		p := trading()
		p.Messages = []*briefing.Message{{ID: "m", Kind: "message", Use: briefing.Aloud, Body: briefing.Text{RU: text}}}
		var told []string
		for _, f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
			if f.Ref.ID == "m" && f.Repair.Any() {
				told = append(told, f.Repair.New.RU)
			}
		}
		if (len(told) > 0) != bound {
			t.Errorf("%s: bound %v (%s)", text, !bound, strings.Join(told, " "))
		}
	}
}

// «В 12,4 %» is no Russian: only times stand behind «в».
func TestPerCentBehindIn(t *testing.T) {
	for text, told := range map[string]bool{"Экспорт увеличился в {exports:change}.": true, "Экспорт увеличился на {exports:change}.": false, "Поток вырос {travel:change}.": false} {
		p := trading()
		p.Messages = []*briefing.Message{{ID: "m", Kind: "message", Use: briefing.Aloud, Body: briefing.Text{RU: text}}}
		n := 0
		for _, f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
			if f.Ref.ID == "m" && f.Number == 50 {
				n++
			}
		}
		if (n > 0) != told {
			t.Errorf("%s: %d findings", text, n)
		}
	}
}
