package pack_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

// tenMonths has both flows by months of 2025 and ten of 2026, two goods of
// exports and one of imports, and an older yearly series that comes first.
func tenMonths(t *testing.T) *project.Project {
	t.Helper()
	var rows []figure.Observation
	rows = append(rows, shipment(figure.Export, "54", "TR", "10", "2023", "900000000"), shipment(figure.Export, "54", "TR", "11", "2023", "1000000"))
	add := func(flow figure.Flow, code string, year, months, usd int) {
		for m := 1; m <= months; m++ {
			rows = append(rows, shipment(flow, "54", "TR", code, fmt.Sprintf("%d-%02d", year, m), fmt.Sprint(usd)))
		}
	}
	add(figure.Export, "10", 2025, 12, 3_000_000)
	add(figure.Export, "11", 2025, 12, 1_000_000)
	add(figure.Export, "10", 2026, 10, 4_500_000)
	add(figure.Export, "11", 2026, 10, 500_000)
	add(figure.Import, "52", 2025, 12, 2_000_000)
	add(figure.Import, "52", 2026, 10, 1_500_000)
	p := shipped(t, "", rows...)
	p.Facts, p.Series, p.Messages = nil, nil, nil
	p.Pack.AsOf = "2026-12-01T10:00:00+03:00"
	return p
}

func has(t *testing.T, out string, want ...string) {
	t.Helper()
	failed := t.Failed()
	for _, w := range want {
		if !strings.Contains(out, w) {
			t.Errorf("lacks %q", w)
		}
	}
	if !failed && t.Failed() {
		t.Log(out)
	}
}

// The one-page sheet and the pocket card tell the newest of the imported rows,
// with growth on the same months, turnover and balance, and not what was loaded
// of an earlier year.
func TestShortFormsTellTheNewestTrade(t *testing.T) {
	p := tenMonths(t)
	sheet := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU, Form: pack.FormFactsheet})))
	has(t, sheet, "Россия — Турция: январь–октябрь 2026 г.",
		"50 | млн долл. США | Экспорт, 2 товарные группы | +25,0 % к январю–октябрю 2025 г.",
		"15 | млн долл. США | Импорт, ", "| −25,0 % к январю–октябрю 2025 г.",
		"65 | млн долл. США | Товарооборот по этим товарам | +8,3 %",
		"+35 | млн долл. США | Сальдо по этим товарам | годом ранее — +20 млн долл. США",
		"по месяцам, 2025–2026", "январь–октябрь 2026 г., млн долл. США")
	if strings.Contains(sheet, "2023: ") {
		t.Errorf("the sheet has the year that was loaded first:\n%s", sheet)
	}
	for l, want := range map[briefing.Lang]string{
		briefing.RU: "Экспорт, 2 товарные группы, янв.–окт. 2026 | 50 млн долл. США (+25,0 %)",
		briefing.EN: "Exports, 2 HS chapters, Jan–Oct 2026 | US$50 million (+25.0%)",
		briefing.ZH: "5000万美元（同比增长25.0%）",
	} {
		has(t, plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: l, Form: pack.FormCard}))), want)
	}
}

// What a headline fact tells of the trade is not told beside it once more.
func TestAHeadlineFactStandsForItsFlow(t *testing.T) {
	p := tenMonths(t)
	p.Facts = []*briefing.Fact{{
		ID: "F1", Statement: briefing.Text{RU: "Товарооборот с Турцией"}, Nature: briefing.NatureFact, Status: briefing.Confirmed, Use: briefing.Aloud, Place: briefing.PlacePack, Headline: 1,
		Claims: []briefing.Claim{{ID: "c", Figure: briefing.Figure{Value: briefing.SomeNum("65.2"), Unit: "million-usd"}, Period: briefing.Months(2026, 1, 10)}},
	}}
	out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU, Form: pack.FormFactsheet})))
	has(t, out, "65,2 | млн долл. США", "Экспорт, 2 товарные группы, янв.–окт. 2026 | +25,0 %")
	if strings.Contains(out, "| Товарооборот по этим товарам") {
		t.Errorf("the turnover stands twice:\n%s", out)
	}
}

// A monthly bulletin opens with the year so far and its last month, and sets both
// flows side by side by month, goods and partners against the same months.
func TestTheMonthlyBulletinComparesTheSameMonths(t *testing.T) {
	p := tenMonths(t)
	p.Pack.Template, p.Pack.Sections = "bulletin", "-event -points -people -chronology -agreements"
	p.Pack.Partner = ""
	for m := 1; m <= 22; m++ {
		y, usd := 2025+(m-1)/12, "1000000"
		if y == 2026 {
			usd = "1200000"
		}
		if err := p.Figures.Append(shipment(figure.Export, "54", "KZ", "10", fmt.Sprintf("%d-%02d", y, (m-1)%12+1), usd)); err != nil {
			t.Fatal(err)
		}
	}
	out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})))
	has(t, out,
		"62 | млн долл. США | Экспорт в Казахстан и в Турцию, 2 товарные группы | +24,0 % к январю–октябрю 2025 г.",
		"6,2 | млн долл. США | Экспорт в Казахстан и в Турцию, 2 товарные группы | +24,0 % к октябрю 2025 г.",
		"экспорт, импорт, товарооборот и сальдо по месяцам, 2026, млн долл. США",
		"окт. | 6,2 | 1,5 | 7,7 = | +10,0 | +4,7 =",
		"янв.–окт. | 62,0 | 15,0 | 77,0 = | +10,0 = | +47,0 =",
		"янв.–окт. 2025 | 50,0 | 20,0 | 70,0 = | — | +30,0 =",
		"товары, янв.–окт. 2025 и янв.–окт. 2026",
		"| 10 | 40,0 | 57,0 | +42,5 = | +34,0 =", "| 11 | 10,0 | 5,0 | −50,0 = | −10,0 =", "Итого |  | 50,0 | 62,0 | +24,0 = | +24,0 =",
		"[№ | Страна | 2025 | янв.–окт. 2025 | янв.–окт. 2026 | Изм., %]", "| Казахстан | 12,0 | 10,0 | 12,0 | +20,0",
	)
}

// A growth above two hundred per cent is told as so many times, of years as of
// months.
func TestAManifoldGrowthIsToldInTimes(t *testing.T) {
	p := shipped(t, "", shipment(figure.Export, "54", "TR", "10", "2024", "10000000"), shipment(figure.Export, "54", "TR", "10", "2025", "50000000"))
	p.Facts, p.Series, p.Messages = nil, nil, nil
	for l, want := range map[briefing.Lang]string{briefing.RU: "| в 5 раз к 2024 году", briefing.EN: "| 5-fold on 2024", briefing.ZH: "| 同比增长到5倍"} {
		has(t, plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: l, Form: pack.FormFactsheet}))), want)
	}
}

// Amounts beside each other in a scale of 万 pass to 亿 one by one: behind the point
// of 亿 there are no more digits than a headline has.
func TestAChineseHeadlineHasFourDigits(t *testing.T) {
	var rows []figure.Observation
	for _, year := range []int{2025, 2026} {
		for m := 1; m <= 10; m++ {
			month := fmt.Sprintf("%d-%02d", year, m)
			rows = append(rows, shipment(figure.Export, "92000", "CN", "15", month, "5684920"), shipment(figure.Import, "92000", "CN", "87", month, "7524280"))
		}
	}
	p := shipped(t, "", rows...)
	p.Facts, p.Series, p.Messages = nil, nil, nil
	p.Pack.Partner, p.Pack.AsOf = "CN", "2026-12-01T10:00:00+03:00"
	d := build(t, p, briefing.Leader, pack.Options{Lang: briefing.ZH})
	var got []string
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if k, ok := b.(document.KeyFigures); ok {
				for _, x := range k.Items {
					got = append(got, plain(x.Number+x.Unit))
				}
			}
		}
	}
	if !strings.Contains(strings.Join(got, " "), "1.321亿美元") {
		t.Errorf("headlines %v", got)
	}
	if out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.EN}))); !strings.Contains(out, "Trade of the Republic of Tatarstan with China") {
		t.Error(out)
	}
}

// A headline in Chinese is rounded once: 68 174 739.38 is 6817万, not 6818 by way
// of 6817.5.
func TestAHeadlineIsRoundedOnce(t *testing.T) {
	p := ofRows(t, shortRow{figure.Import, "RU", "CN", 2020, "63800000"}, shortRow{figure.Import, "RU", "CN", 2021, "68174739.38"})
	d := build(t, p, briefing.Leader, pack.Options{Lang: briefing.ZH})
	var said []string
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if k, ok := b.(document.KeyFigures); ok {
				for _, i := range k.Items {
					said = append(said, i.Number+i.Unit)
				}
			}
		}
	}
	if !slices.Contains(said, "6817万美元") {
		t.Errorf("headlines: %v", said)
	}
	for _, l := range []briefing.Lang{briefing.EN, briefing.ZH} { // the card has both
		if card := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: l, Form: pack.FormCard}))); !strings.Contains(card, "6817万美元") {
			t.Errorf("%s: %s", l, card)
		}
	}
}

// Months that have not been yet leave their places in the chart empty: the mark of
// what a source does not publish would be untrue there.
func TestMonthsToComeAreNotMarkedInTheChart(t *testing.T) {
	d := build(t, tenMonths(t), briefing.Leader, pack.Options{Lang: briefing.RU})
	charts := 0
	for _, s := range d.Sections {
		chartsIn(s.Blocks, func(c document.Chart) {
			if c.Kind != document.Grouped || len(c.Categories) != 12 {
				return
			}
			charts++
			for n, p := range c.Series[1].Points {
				if to := n >= 10; to != (p.Fill == document.Blank) || to == p.Value.Valid {
					t.Errorf("%s: %s has %+v", c.Title, c.Categories[n], p)
				}
			}
		})
	}
	if charts == 0 {
		t.Error("no chart by months")
	}
}
