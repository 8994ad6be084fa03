package check_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// Shares and growth of goods that a text tells are held against the rows: copper is
// 30 % of the exports of ten months, and 20 % up.
func TestTypedSharesAndGrowthOfGoodsAgainstRows(t *testing.T) {
	for text, denied := range map[string]bool{
		"ru:Две трети экспорта в Узбекистан составляет медь.":                                             true,
		"ru:Почти треть экспорта в Узбекистан составляет медь.":                                           false,
		"ru:За январь–октябрь 2022 года на медь приходится 45 % экспорта в Узбекистан.":                   true,
		"ru:За январь–октябрь 2022 года на медь приходится 30 % экспорта в Узбекистан.":                   false,
		"ru:За январь–октябрь 2022 года экспорт меди в Узбекистан вырос на 81 %.":                         true,
		"ru:За январь–октябрь 2022 года экспорт меди в Узбекистан вырос на 20 %.":                         false,
		"ru:За январь–октябрь 2022 года экспорт меди в Узбекистан увеличился почти вдвое.":                true,
		"ru:За январь–октябрь 2022 года экспорт меди в Узбекистан снизился на 20 %.":                      true,
		"ru:За январь–октябрь 2022 года экспорт рафинированной меди в Узбекистан вырос на 81 %.":          false, // some of it
		"ru:За январь–октябрь 2022 года экспорт меди рафинированной в Узбекистан вырос на 81 %.":          false,
		"ru:За январь–октябрь 2022 года экспорт медной проволоки в Узбекистан вырос на 81 %.":             false,
		"ru:За январь–октябрь 2022 года экспорт меди в Узбекистан вырос на 81 % в натуральном выражении.": false,
		"ru:За январь–октябрь 2022 года экспорт меди в Узбекистан вырос на 40 %.":                         false, // so did its finer code
		"ru:За январь–октябрь 2022 года экспорт меди в Казахстан вырос на 81 %.":                          false,
		"ru:За январь–октябрь 2019 года экспорт меди в Узбекистан вырос на 81 %.":                         false,
		"ru:Экспорт меди в Узбекистан вырастет на 81 % к 2030 году.":                                      false,
		"ru:Две трети экспорта России составляет медь.":                                                   false,
		"en:In January–October 2022 copper exports to Uzbekistan rose by 81%.":                            true,
		"en:In January–October 2022 copper exports to Uzbekistan rose by 20%.":                            false,
		"en:In January–October 2022 refined copper exports to Uzbekistan rose by 81%.":                    false,
		"en:Copper accounts for two-thirds of exports to Uzbekistan.":                                     true,
		"en:Copper accounts for almost a third of exports to Uzbekistan.":                                 false,
	} {
		p := clean()
		p.Pack.Partner, p.Pack.Reporter = "UZ", "RU"
		p.Imports = append(p.Imports, &briefing.Import{ID: "i", File: "rows.csv"})
		p.Figures = figure.NewSet()
		for m := 1; m <= 10; m++ {
			for _, x := range []struct {
				year        int
				code, value string
			}{
				{2021, "7403", "200000"},
				{2022, "7403", "230000"},
				{2021, "7408", "50000"},
				{2022, "7408", "70000"},
				{2021, "0202", "500000"},
				{2022, "0202", "700000"},
			} {
				o := figure.Observation{
					Flow: figure.Export, Reporter: "RU", Region: "50000", Partner: "UZ", Code: x.code, Level: 4, Classification: "TNVED",
					Period: briefing.Month(x.year, m), Currency: "USD", Value: briefing.SomeNum(x.value), Import: "i",
				}
				if err := p.Figures.Append(o); err != nil {
					t.Fatal(err)
				}
			}
		}
		m := &briefing.Message{ID: "m", Kind: "message", Use: briefing.Aloud}
		*m.Body.At(briefing.Lang(text[:2])) = text[3:]
		p.Messages = []*briefing.Message{m}
		var told []string
		for _, f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
			if f.Ref.ID == "m" && f.Number == 18 {
				told = append(told, f.Evidence.RU)
			}
		}
		if (len(told) > 0) != denied {
			t.Errorf("%s: %v, want denied %v", text, told, denied)
		}
		for _, s := range told {
			if !strings.Contains(s, "Медь") {
				t.Errorf("%s: %s does not name the goods", text, s)
			}
		}
	}
}
