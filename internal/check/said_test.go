package check_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/project"
)

// meat is a project whose facts are exports of meat that changed so, a share
// and an amount; the change is stated, or left to the levels of two years.
func meat(change string, unit briefing.Unit) *project.Project {
	named := func(f *briefing.Fact, ru, en, zh string) *briefing.Fact {
		f.Statement, f.Product = briefing.Text{RU: ru, EN: en, ZH: zh}, briefing.Text{RU: ru, EN: en, ZH: zh}
		return f
	}
	exports := named(number("meat", "576", "2022"), "Экспорт мяса", "Meat exports", "肉类出口额")
	exports.Claims[0].Figure.Unit = "million-usd"
	if change != "" {
		exports.Claims[0].Change, exports.Claims[0].ChangeUnit = briefing.SomeNum(change), unit
	}
	share := named(number("share", "31", "2022"), "Доля птицы", "Share of poultry", "禽肉所占份额")
	share.Measure, share.Claims[0].Figure.Unit = "share", "percent"
	weight := named(number("weight", "65", "2022"), "Отгрузки говядины", "Shipments of beef", "牛肉发货数量")
	weight.Measure, weight.Claims[0].Figure.Unit = "weight", "thousand-t"
	before := named(number("before", "300", "2021"), "Экспорт мяса", "Meat exports", "肉类出口额")
	before.Claims[0].Figure.Unit = "million-usd"
	facts := []*briefing.Fact{exports, share, weight}
	if change == "" {
		facts = append(facts, before)
	}
	return &project.Project{
		Pack: briefing.Pack{AsOf: "2023-03-20T23:00:00+03:00"}, Sources: []*briefing.Source{{ID: "early", Title: all3("early"), Published: "2023-03-09"}}, Facts: facts,
	}
}

// heldWords are those of checks 18 and 35 over a text, each with its severity.
func heldWords(p *project.Project, body briefing.Text) []string {
	p.Messages = []*briefing.Message{{ID: "m", Kind: "message", Use: briefing.Aloud, Body: body}}
	var out []string
	for _, f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
		if f.Ref.ID != "m" || f.Number != 18 && f.Number != 35 {
			continue
		}
		word := "listed"
		switch {
		case f.Number == 18:
			word = "denied"
		case strings.Contains(f.Evidence.EN, "bears it out"):
			word = "borne out"
		}
		out = append(out, word)
	}
	return out
}

// Words are held against the figure of what their sentence speaks of: what
// they claim holds, is denied, or is only listed.
func TestNumbersInWordsAreHeldAgainstFigures(t *testing.T) {
	const yes, no, only = "borne out", "denied listed", "listed"
	for _, tt := range []struct {
		change string
		unit   briefing.Unit
		text   string
		want   string
	}{
		{"92", "percent", "ru:Экспорт мяса вырос почти вдвое.", yes},
		{"104", "percent", "ru:Экспорт мяса вырос более чем вдвое.", yes},
		{"97", "percent", "ru:Экспорт мяса вырос вдвое.", yes},
		{"2", briefing.Times, "ru:Экспорт мяса вырос вдвое.", yes},
		{"31.9", "percent", "ru:Экспорт мяса вырос почти вдвое.", no},
		{"104", "percent", "ru:Экспорт мяса вырос почти вдвое.", no},
		{"92", "percent", "ru:Экспорт мяса вырос более чем вдвое.", no},
		{"-50", "percent", "ru:Экспорт мяса вырос вдвое.", no},
		{"-49", "percent", "ru:Экспорт мяса сократился вдвое.", yes},
		{"-2", briefing.Times, "ru:Экспорт мяса сократился наполовину.", yes},
		{"", "", "ru:Экспорт мяса вырос почти вдвое.", yes}, // 300 and 576
		{"", "", "ru:Экспорт мяса вырос на треть.", no},
		{"34.1", "percent", "ru:Экспорт мяса вырос более чем на треть.", yes},
		{"34.1", "percent", "ru:Экспорт мяса: вдвое.", only}, // which way is not said
		{"92", "percent", "ru:Ввоз машин вырос вдвое.", only},
		{"92", "percent", "ru:Экспорт мяса в 2019 году вырос в полтора раза.", only}, // of another year
		{"31.9", "percent", "ru:Доля птицы — почти треть.", yes},
		{"31.9", "percent", "ru:Доля птицы — половина.", only}, // may be of something else
		{"31.9", "percent", "ru:Отгрузки говядины — десятки тысяч тонн.", yes},
		{"31.9", "percent", "ru:Экспорт мяса — более полумиллиарда долларов.", yes},
		{"31.9", "percent", "ru:Экспорт мяса — около полумиллиарда долларов.", yes},
		{"31.9", "percent", "ru:Экспорт мяса — почти полмиллиарда долларов.", no},
		{"92", "percent", "en:Meat exports nearly doubled.", yes},
		{"31.9", "percent", "en:Meat exports nearly doubled.", no},
		{"34.1", "percent", "en:Meat exports rose by a third.", yes},
		{"31.9", "percent", "en:Meat exports: over half a billion dollars.", yes},
		{"92", "percent", "zh:肉类出口额增长近一倍。", yes},
		{"192", "percent", "zh:肉类出口额增长近一倍。", no},
		{"31", "percent", "zh:肉类出口额增长三成。", yes},
		{"31", "percent", "zh:肉类出口额增长五成。", no},
	} {
		var body briefing.Text
		*body.At(briefing.Lang(tt.text[:2])) = tt.text[3:]
		if got := strings.Join(heldWords(meat(tt.change, tt.unit), body), " "); got != tt.want {
			t.Errorf("%s %s, %s: %s, want %s", tt.change, tt.unit, tt.text, got, tt.want)
		}
	}
}

// What one language says in words the other may not contradict.
func TestWordsDifferBetweenLanguages(t *testing.T) {
	for _, tt := range []struct {
		ru, en, zh string
		denied     bool
	}{
		{"Ввоз вырос вдвое.", "Imports tripled.", "", true},
		{"Ввоз вырос вдвое.", "Imports doubled.", "进口增长一倍。", false},
		{"Ввоз вырос вдвое.", "", "进口增长两倍。", true},
		{"Ввоз вырос вдвое.", "Imports rose by 98%.", "", false},
		{"Ввоз вырос вдвое.", "Imports rose by 30%.", "", true},
		{"Ввоз вырос на треть.", "Imports fell by a third.", "", true},
		{"Треть ввоза — машины.", "A third of imports are machines.", "机械占进口的三成多。", false},
		{"Треть ввоза — машины.", "Half of imports are machines.", "", true},
		{"Ввоз вырос вдвое, вывоз — втрое.", "Imports doubled, exports tripled.", "", false},
		{"Ввоз вырос в 3 раза.", "", "进口增长2倍。", false},
		{"Ввоз вырос в 2 раза.", "", "进口增长2倍。", true},
	} {
		got := strings.Join(heldWords(&project.Project{}, briefing.Text{RU: tt.ru, EN: tt.en, ZH: tt.zh}), " ")
		if strings.Contains(got, "denied") != tt.denied {
			t.Errorf("%s %s %s: %s", tt.ru, tt.en, tt.zh, got)
		}
	}
}
