package pack_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// withCountries is a bulletin of exports to so many countries in ten months of two
// years, and a whole year before the newest.
func withCountries(t *testing.T, flow figure.Flow, codes ...string) *project.Project {
	t.Helper()
	var rows []figure.Observation
	for i, code := range codes {
		for year, months := range map[int]int{2025: 12, 2026: 10} {
			for m := 1; m <= months; m++ {
				rows = append(rows, shipment(flow, "60000", code, "10", fmt.Sprintf("%d-%02d", year, m), fmt.Sprint((10-i)*100_000*(year-2020))))
			}
		}
	}
	p := shipped(t, "", rows...)
	p.Facts, p.Series, p.Messages = nil, nil, nil
	p.Pack.Partner, p.Pack.Template, p.Pack.AsOf = "", "bulletin", "2026-12-01T10:00:00+03:00"
	return p
}

// Trade with several countries is told as an official says it: how many they are
// in the title and the sentence, and each with its value, change and share in a
// table with a total.
func TestATradeWithSeveralCountriesIsToldByCountry(t *testing.T) {
	p := withCountries(t, figure.Export, "TR", "KZ", "UZ", "VN", "BY", "CN")
	out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})))
	has(t, out,
		"# Экспорт Ростовской области в 6 стран\n",
		"| Экспорт в 6 стран, Злаки (код 10), янв.–окт. 2026 | +20,0 % к январю–октябрю 2025 г.",
		"Экспорт Ростовской области в 6 стран, Злаки (код 10), за январь–октябрь 2026 г. составил 270 млн долл. США, на 20,0 % больше",
		"# По странам",
		"Направления экспорта | Экспорт Ростовской области по странам, Злаки (код 10), январь–октябрь 2026 г.",
		"[Страна | янв.–окт. 2025 | янв.–окт. 2026 | Изм., % | Доля, %]",
		"Турция | 50,0 | 60,0 | +20,0 = | 22,2 =",
		"Σ Итого | 225,0 = | 270,0 = | +20,0 = | 100,0",
		"За январь–октябрь 2026 г. крупнейшие направления экспорта: Турция — 60 млн долл. США (22,2 %); Казахстан — 54 млн долл. США (20,0 %); Узбекистан — 48 млн долл. США (17,8 %); в сумме на них приходится 60,0 %.",
		"Экспорт Ростовской области по странам, Злаки (код 10), млн долл. США", "Итого | 270,0 | 225,0 | 270,0 | +20,0",
	)
	for _, s := range []string{"страны из данных", "партнёр —", "отчитывается"} {
		if strings.Contains(out, s) {
			t.Errorf("the bulletin says %q", s)
		}
	}
	for l, want := range map[briefing.Lang][]string{
		briefing.EN: {"Exports of the Rostov Region to 6 countries", "# Exports of the Rostov Region to 6 countries\n", "| Exports to 6 countries,", "The largest destinations of exports in January–October 2026: Türkiye, US$60 million (22.2%); "},
		briefing.ZH: {"罗斯托夫州对6个国家和地区出口", "# 罗斯托夫州对6个国家和地区出口\n", "| 对6个国家和地区出口，", "主要出口目的地：土耳其6000万美元（占22.2%）；"},
	} {
		has(t, plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: l}))), want...)
	}
	imports := plain(dump(build(t, withCountries(t, figure.Import, "TR", "KZ"), briefing.Leader, pack.Options{Lang: briefing.RU})))
	has(t, imports, "Импорт Ростовской области из Казахстана и из Турции, Злаки (код 10), за январь–октябрь", "Поставщики импорта")
}

// Of two whole years the annex has nothing to add to the table of the body.
func TestCountriesStandOnce(t *testing.T) {
	p := shipped(t, "",
		shipment(figure.Export, "60000", "TR", "10", "2024", "5000000"), shipment(figure.Export, "60000", "KZ", "10", "2024", "4000000"),
		shipment(figure.Export, "60000", "TR", "10", "2025", "6000000"), shipment(figure.Export, "60000", "KZ", "10", "2025", "3000000"),
	)
	p.Pack.Partner = ""
	found := 0
	tables(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}), func(_ document.Section, table document.Table) {
		for _, c := range table.Columns {
			if c.Key == "partner" {
				found++
			}
		}
	})
	if found != 1 {
		t.Errorf("%d tables of countries, want 1", found)
	}
}

// Countries that come to more than the total that the source states have no shares
// of it.
func TestCountriesAboveTheirTotalAreNotSetOut(t *testing.T) {
	p := shipped(t, "",
		shipment(figure.Export, "60000", "W00", "10", "2025", "5000000"), shipment(figure.Export, "60000", "TR", "10", "2025", "4000000"), shipment(figure.Export, "60000", "KZ", "10", "2025", "3000000"),
	)
	p.Pack.Partner = ""
	if out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}))); strings.Contains(out, "Направления экспорта") {
		t.Errorf("shares of a total that is less than its parts:\n%s", out)
	}
	p = shipped(t, "",
		shipment(figure.Export, "60000", "W00", "10", "2025", "8000000"), shipment(figure.Export, "60000", "TR", "10", "2025", "4000000"), shipment(figure.Export, "60000", "KZ", "10", "2025", "3000000"),
	)
	p.Pack.Partner = ""
	has(t, plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}))), "Не распределено по странам | 1 000,0 | 12,5 =", "Итого | 8 000,0 = | 100,0")
}

// A table of partners that lacks the partner of the pack says so: another country
// would read as the first. Two whole years have their change.
func TestATableOfPartnersSaysWhomItLeavesOut(t *testing.T) {
	var rows []figure.Observation
	for m := 1; m <= 10; m++ {
		rows = append(rows, shipment(figure.Export, "60000", "TR", "10", fmt.Sprintf("2025-%02d", m), "6000000"))
	}
	for i, code := range []string{"UZ", "VN"} {
		rows = append(rows, shipment(figure.Export, "60000", code, "10", "2023", fmt.Sprint((20-10*i)*1_000_000)), shipment(figure.Export, "60000", code, "10", "2024", fmt.Sprint((25-10*i)*1_000_000)))
	}
	p := shipped(t, "", rows...)
	out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})))
	has(t, out, "Экспорт Ростовской области по странам, Злаки (код 10), без Турции, млн долл. США", "Турция в таблицу не входит:", "Узбекистан | 20,0 | 25,0 | +25,0", "Итого | 30,0 | 40,0 | +33,3")
}
