package check_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/project"
)

// Dates and names in texts are held against the records of the project.
func TestDatesAndNamesAgainstTheRecords(t *testing.T) {
	for text, told := range map[string]bool{
		"ru:31 июня 2027 года истекает срок.":               true,
		"ru:30 июня 2027 года истекает срок.":               false,
		"ru:29 февраля 2027 года истекает срок.":            true,
		"ru:29 февраля 2028 года истекает срок.":            false,
		"en:It expires on 31 June 2027.":                    true,
		"en:In April 31 companies came.":                    false,
		"zh:2027年6月31日到期。":                                  true,
		"ru:Визит пройдёт 28–27 декабря 2026 года.":         true,
		"ru:Визит пройдёт 27–28 декабря 2026 года.":         false,
		"ru:Выставка идёт 28 ноября – 2 декабря 2026 года.": false,
		"zh:访问时间为2026年12月28日至27日。":                          true,
		"ru:Соглашение о торгово-экономическом сотрудничестве от 12 мая 2021 года действует.":       true,
		"ru:Соглашение о торгово-экономическом сотрудничестве от 12 мая 2022 года действует.":       false,
		"ru:Протокол подписан 3 июня 2023 года к Соглашению о торгово-экономическом сотрудничестве": false,
		"ru:Соглашение о торгово-экономическом сотрудничестве пересмотрят 3 июня 2027 года.":        false,
		"en:The Agreement on trade and economic cooperation of 12 May 2021 is in force.":            true,
		"en:The Agreement on trade and economic cooperation of 12 May 2022 is in force.":            false,
		"zh:《经贸合作协议》于2021年5月12日签署。":                                                                 true,
		"zh:《经贸合作协议》于2022年5月12日签署。":                                                                 false,
		"ru:Встреча с Кудратовым состоится 28 декабря 2026 года.":                                   true,
		"ru:Встреча с Кудратовым состоится 27 декабря 2026 года.":                                   false,
		"ru:В ходе трёхдневного визита пройдут встречи.":                                            true,
		"ru:В ходе двухдневного визита пройдёт трёхдневный форум.":                                  false,
		"en:The three-day visit begins.": true,
		"en:The two-day visit begins.":   false,
		"ru:Делегацию возглавит Пасслер Денис Владимирович.": true,
		"ru:Делегацию возглавит Паслер Денис Владимирович.":  false,
		"ru:Встреча Паслера Дениса Владимировича с гостями.": false,
		"ru:Выступит Денис Владимирович Паслер.":             false,
		"ru:Кудратов Лазиз Шарипович обсудит медь.":          true,
		"ru:Кудратову Лазизу Шавкатовичу вручат письмо.":     false,
		"ru:Паслер Денис Владимировна проведёт встречу.":     true,
		"ru:Петров Денис Владимирович проведёт встречу.":     false,
	} {
		p := trading()
		p.People = []*briefing.Person{
			{ID: "p1", Name: briefing.Text{RU: "Паслер Денис Владимирович"}}, {ID: "p2", Name: briefing.Text{RU: "Кудратов Лазиз Шавкатович"}},
		}
		p.Agreements = []*briefing.Agreement{{
			ID: "a", Status: "in-force", Signed: briefing.Day(2022, 5, 12), Use: briefing.Aloud,
			Title: briefing.Text{RU: "Соглашение о торгово-экономическом сотрудничестве", EN: "Agreement on trade and economic cooperation", ZH: "经贸合作协议"},
		}}
		p.Events = []*briefing.Event{
			{ID: "v", Kind: "visit", Status: "planned", When: briefing.Per("2026-12-27..2026-12-28"), Title: briefing.Text{RU: "Визит", EN: "Visit", ZH: "访问"}},
			{ID: "e", Kind: "meeting", Status: "planned", When: briefing.Day(2026, 12, 27), Title: briefing.Text{RU: "Встреча с Кудратовым", EN: "Meeting with Mr Kudratov", ZH: "会见库德拉托夫"}},
		}
		m := &briefing.Message{ID: "m", Kind: "message", Use: briefing.Aloud}
		*m.Body.At(briefing.Lang(text[:2])) = text[3:]
		p.Messages = []*briefing.Message{m}
		var got []string
		for _, f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
			if f.Ref.ID == "m" && f.Number == 30 {
				got = append(got, f.Evidence.RU)
			}
		}
		if len(got) > 0 != told {
			t.Errorf("%s: %q", text, got)
		}
	}
}
