package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/pack"
)

// A quotation names the post and the speaker, stands with the day of the words
// and, where it is a translation, with the words themselves.
func TestAQuotationHasItsSpeakerDayAndOriginal(t *testing.T) {
	p := demoProject(t)
	p.People = append(p.People, &briefing.Person{
		ID: "minister", Country: "TR", Rank: 90,
		Name:  briefing.Text{RU: "Юмаклы Ибрагим", EN: "İbrahim Yumaklı", ZH: "易卜拉欣·尤马克勒"},
		Posts: []briefing.Post{{Title: briefing.Text{RU: "министр сельского хозяйства", EN: "Minister of Agriculture", ZH: "农业部长"}}},
	})
	p.Sources = append(p.Sources, &briefing.Source{ID: "site", Kind: "official", Published: "2023-03-15", Title: briefing.Text{RU: "Сайт", EN: "Site", ZH: "网站"}})
	quote := &briefing.Message{
		ID: "q", Kind: "quotation", Quoted: true, Use: briefing.Aloud, Speaker: "minister", Published: "2023-03-14", Sources: []briefing.ID{"site"},
		Title: briefing.Text{RU: "Ц", EN: "Q", ZH: "引"}, Body: briefing.Text{RU: "Надёжный партнёр.", EN: "A reliable partner.", ZH: "可靠的伙伴。"},
		Original: "Güvenilir bir ortak.", OriginalLang: "tr",
	}
	p.Messages = append(p.Messages, quote)
	for l, want := range map[briefing.Lang][]string{
		briefing.RU: {"министр сельского хозяйства Юмаклы Ибрагим", "14.03.2023", "В подлиннике: «Güvenilir bir ortak.»"},
		briefing.EN: {"Minister of Agriculture, İbrahim Yumaklı", "14 March 2023", "In the original: “Güvenilir bir ortak.”"},
		briefing.ZH: {"农业部长易卜拉欣·尤马克勒", "2023年3月14日", "Güvenilir bir ortak."},
	} {
		for _, a := range []briefing.Audience{briefing.Leader, briefing.Interpreter, briefing.Partner} {
			out := plain(dump(build(t, p, a, pack.Options{Lang: l})))
			for _, s := range want {
				if !strings.Contains(out, s) {
					t.Errorf("%s, %s: lacks %q", l, a, s)
				}
			}
		}
	}
	quote.Original, quote.OriginalLang = quote.Body.EN, "en"
	if out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.EN}))); strings.Contains(out, "In the original") {
		t.Error("the original is printed twice")
	}
}

// An event without an hour stands in a column of its own; the part of the day
// is spoken of only where somebody named it.
func TestAnEventWithoutAnHourIsInNoPartOfTheDay(t *testing.T) {
	p := demoProject(t)
	var visit *briefing.Event
	for _, e := range p.Events {
		if e.ID == p.Pack.Event {
			visit = e
		}
	}
	p.Events = append(p.Events, &briefing.Event{
		ID: "terminal", Parent: visit.ID, When: briefing.Period{Kind: briefing.DayPeriod, From: visit.When.From},
		Title: briefing.Text{RU: "Терминал", EN: "Terminal", ZH: "码头"},
	})
	for _, e := range p.Events {
		if e.Parent == visit.ID && e.ID != "terminal" {
			e.Clock, e.DayPart = "10:00", ""
		}
	}
	out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})))
	var head, row string
	for line := range strings.Lines(out) {
		if strings.Contains(line, "Утро, до 12:00") {
			head = line
		}
		if strings.Contains(line, "Терминал") {
			row = line
		}
	}
	if !strings.Contains(head, "Час не указан") || strings.Count(row, "|") < 4 || !strings.Contains(row[strings.LastIndex(row, "|"):], "Терминал") {
		t.Errorf("not in a column of its own:\n%s%s", head, row)
	}
	if strings.Contains(out, "названа часть дня") {
		t.Error("says of a part of the day that nobody named")
	}
	for _, e := range p.Events {
		if e.ID == "terminal" {
			e.DayPart = "evening"
		}
	}
	out = plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})))
	if strings.Contains(out, "Час не указан") || !strings.Contains(out, "названа часть дня") {
		t.Error("a named part of the day is not told")
	}
}
