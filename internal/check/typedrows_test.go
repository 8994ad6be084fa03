package check_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// Typed numbers are held against the rows where the sentence tells what they are of:
// exports of 12.4 and imports of 10 million in ten months, exports a quarter up.
func TestTypedNumbersAgainstRows(t *testing.T) {
	const denied, borne, none = "denied", "borne out", ""
	for text, want := range map[string]string{
		"ru:За январь–октябрь 2022 года экспорт в Узбекистан составил 13,2 млн долл. США.":            denied,
		"ru:За январь–октябрь 2022 года экспорт в Узбекистан составил 12,4 млн долл. США.":            borne,
		"ru:За десять месяцев 2022 года импорт из Узбекистана составил 10 млн долл. США.":             borne,
		"ru:За десять месяцев 2022 года весь импорт из Узбекистана составил 8 млн долл. США.":         denied,
		"ru:За январь–октябрь 2022 года товарооборот с Узбекистаном составил 24,1 млн долл. США.":     denied,
		"ru:За январь–октябрь 2022 года товарооборот с Узбекистаном составил 22,4 млн долл. США.":     borne,
		"ru:За январь–октябрь 2022 года экспорт в Узбекистан вырос на 60 %.":                          denied,
		"ru:За январь–октябрь 2022 года экспорт в Узбекистан вырос на 24 %.":                          borne,
		"ru:За январь–октябрь 2022 года экспорт в Узбекистан снизился на 24 %.":                       denied,
		"ru:Экспорт в Узбекистан в январе–октябре 2022 года снизился на 24 %.":                        denied,
		"ru:Экспорт в Узбекистан вырос за январь–октябрь 2022 года на 24 %.":                          borne,
		"ru:Экспорт в Узбекистан снизился за январь–октябрь 2022 года на 24 %.":                       denied,
		"ru:За январь–октябрь 2022 года экспорт меди в Узбекистан составил 15,5 млн долл. США.":       none,
		"ru:За январь–октябрь 2022 года экспорт в Казахстан составил 15,5 млн долл. США.":             none,
		"ru:В 2022 году экспорт в Узбекистан составил 15,5 млн долл. США.":                            none,
		"ru:Экспорт в Узбекистан составил 15,5 млн долл. США.":                                        none,
		"ru:За январь–октябрь 2022 года экспорт в Узбекистан планировался в 15,5 млн долл. США.":      none,
		"ru:За январь–октябрь 2022 года импорт Узбекистана из России составил 15,5 млн долл. США.":    none,
		"ru:За январь–октябрь 2022 года экспорт в Узбекистан составил 990 млн руб.":                   none,
		"ru:За январь–октябрь 2022 года несырьевой экспорт в Узбекистан составил 15,5 млн долл. США.": none,
		"ru:За январь–октябрь 2022 года экспорт в Узбекистан составил 15,5 млн долл. США.":            none, // rows of some goods
		"en:In January–October 2022 exports to Uzbekistan came to US$13.2 million.":                   denied,
		"en:In January–October 2022 exports to Uzbekistan came to US$12.4 million.":                   borne,
		"en:In January–October 2022 copper exports to Uzbekistan came to US$15.5 million.":            none,
		"zh:2022年1—10月对乌兹别克斯坦出口额为1320万美元。":                                                            denied,
		"zh:2022年1—10月对乌兹别克斯坦出口额为1240万美元。":                                                            borne,
		"zh:2022年1—10月对乌兹别克斯坦铜出口额为1550万美元。":                                                           none,
	} {
		p := clean()
		rowsOfTrade("22.4")(p)
		for m := 1; m <= 10; m++ {
			o := figure.Observation{
				Flow: figure.Export, Reporter: "RU", Region: "50000", Partner: "UZ", Code: "02", Level: 2, Classification: "TNVED",
				Period: briefing.Month(2021, m), Currency: "USD", Value: briefing.SomeNum("1000000"), Import: "i",
			}
			if err := p.Figures.Append(o); err != nil {
				t.Fatal(err)
			}
		}
		m := &briefing.Message{ID: "m", Kind: "message", Use: briefing.Aloud}
		*m.Body.At(briefing.Lang(text[:2])) = text[3:]
		p.Messages = []*briefing.Message{m}
		got, listed := none, []string{}
		for _, f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
			switch {
			case f.Ref.ID != "m":
			case f.Number == 18:
				got = denied
			case f.Number == 35 && strings.Contains(f.Evidence.EN, "rows come to the same"):
				got = borne
			}
			if f.Ref.ID == "m" {
				listed = append(listed, f.Evidence.RU)
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q (%s)", text, got, want, strings.Join(listed, "; "))
		}
	}
}

// A quarter tells nothing of one of its months: a month is held against what months
// there are, and against nothing where there are none.
func TestAQuarterIsNoMonth(t *testing.T) {
	for _, months := range []bool{true, false} {
		p := clean()
		p.Pack.Reporter, p.Pack.Partner, p.Figures = "RU", "UZ", figure.NewSet()
		add := func(period, value string) {
			o := figure.Observation{
				Flow: figure.Export, Reporter: "RU", Partner: "UZ", Code: figure.TotalCode, Classification: "HS",
				Period: briefing.Per(period), Currency: "USD", Value: briefing.SomeNum(value), Import: "i",
			}
			if err := p.Figures.Append(o); err != nil {
				t.Fatal(err)
			}
		}
		add("2021-Q3", "30000000")
		if months {
			add("2021-09", "9890000")
		}
		p.Messages = []*briefing.Message{{ID: "m", Kind: "message", Use: briefing.Aloud, Body: briefing.Text{RU: "В сентябре 2021 года экспорт в Узбекистан составил 8,9 млн долл. США."}}}
		var got []string
		for _, f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
			if f.Ref.ID == "m" && f.Number == 18 {
				got = append(got, f.Evidence.RU)
			}
		}
		if months != (len(got) == 1 && strings.Contains(got[0], "9,89")) || !months && len(got) > 0 {
			t.Errorf("months %v: %v", months, got)
		}
	}
}
