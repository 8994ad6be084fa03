package pack_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
	"briefing/internal/typeset"
)

type goodsRow struct {
	code, value, weight string
	period              briefing.Period
}

// goodsProject has exports to China by product.
func goodsProject(t *testing.T, rows ...goodsRow) *project.Project {
	t.Helper()
	p := &project.Project{Figures: figure.NewSet()}
	p.Pack.Reporter, p.Pack.Partner, p.Pack.AsOf = "RU", "CN", "2023-03-01T00:00:00+03:00"
	p.Imports = []*briefing.Import{{ID: "i", File: "goods.csv"}}
	for i, r := range rows {
		o := figure.Observation{
			Flow: figure.Export, Reporter: "RU", Partner: "CN", Code: r.code, Classification: "TNVED", Currency: "USD", Level: uint8(len(r.code)),
			Period: r.period, Value: briefing.SomeNum(r.value), Import: "i", Line: i + 1,
		}
		if r.weight != "" {
			o.NetWeight = briefing.SomeNum(r.weight)
		}
		if err := p.Figures.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func twoYearsOfGoods(t *testing.T) *project.Project {
	then, now := briefing.Year(2021), briefing.Year(2022)
	return goodsProject(t,
		goodsRow{"0207", "60000000", "20000000", then}, goodsRow{"0406", "40000000", "10000000", then},
		goodsRow{"0207", "88000000", "22000000", now}, goodsRow{"0406", "62400000", "12000000", now},
	)
}

func chartsOf(blocks []document.Block) (out []document.Chart) {
	for _, b := range blocks {
		switch b := b.(type) {
		case document.Chart:
			out = append(out, b)
		case document.Columns:
			out = append(append(out, chartsOf(b.Left)...), chartsOf(b.Right)...)
		}
	}
	return out
}

func kindsOf(d *document.Document) map[document.ChartKind]int {
	out := map[document.ChartKind]int{}
	for _, s := range d.Sections {
		for _, c := range chartsOf(s.Blocks) {
			out[c.Kind]++
		}
	}
	return out
}

// Shares of two years stand as two dots a row, and the change of value is
// parted into prices and volumes: by hand √(1,32·1,3193) = 1,3197 and
// 1,504/1,3197 = 1,1397.
func TestGoodsOfTwoYearsShowSharesPricesAndVolumes(t *testing.T) {
	value := map[briefing.Lang]string{briefing.RU: "100,0 | 150,4", briefing.EN: "100,0 | 150,4", briefing.ZH: "10,000,0 | 15,040,0"}
	for _, l := range briefing.Langs() {
		d := build(t, twoYearsOfGoods(t), briefing.Leader, pack.Options{Lang: l})
		if k := kindsOf(d); k[document.Dumbbell] != 1 || k[document.PriceVolume] != 1 {
			t.Errorf("%s: charts by kind %v", l, k)
		}
		out := strings.ReplaceAll(plain(dump(d)), ".", ",")
		for _, s := range []string{"60,0 | 58,5 | −1,5", "40,0 | 41,5 | +1,5", "100,0 | 132,0 | +32,0", "100,0 | 114,0 | +14,0", value[l] + " | +50,4"} {
			if !strings.Contains(out, s) {
				t.Errorf("%s: no %q in\n%s", l, s, out)
			}
		}
		var file bytes.Buffer
		if err := pdf.Write(&file, d); err != nil {
			t.Errorf("%s: %v", l, err)
		}
	}
}

// Prices and volumes multiply to the change of what they cover, which is told of
// both years: 100 to 150.4 of the two products, of 120 and 150.4 in all.
func TestPricesAndVolumesTellWhatTheyCoverOfBothYears(t *testing.T) {
	p := twoYearsOfGoods(t)
	o := p.Figures.At(0)
	o.Code, o.Value, o.NetWeight = "1206", briefing.SomeNum("20000000"), briefing.MaybeNumber{}
	if err := p.Figures.Append(o); err != nil {
		t.Fatal(err)
	}
	for l, want := range map[briefing.Lang]string{
		briefing.RU: "на них приходится 83,3 % стоимости за 2021 и 100,0 % — за 2022. Их стоимость изменилась на +50,4 %",
		briefing.EN: "83.3% of the value of 2021 and 100.0% of that of 2022. Their value changed by +50.4%",
		briefing.ZH: "占2021年金额的83.3%、2022年金额的100.0%。这些商品的金额变动+50.4%",
	} {
		out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: l})))
		if !strings.Contains(out, want) || !strings.Contains(strings.ReplaceAll(out, ".", ","), "83,3") {
			t.Errorf("%s: no %q in\n%s", l, want, out)
		}
	}
	if out := plain(dump(build(t, twoYearsOfGoods(t), briefing.Leader, pack.Options{Lang: briefing.RU}))); !strings.Contains(out, "на них приходится 100,0 % стоимости.") {
		t.Error(out)
	}
}

// What can't be compared is not: other months, a year that is missing, masses
// that are not known, products that never were in both years.
func TestGoodsThatDiffInTheirYearsAreNotCompared(t *testing.T) {
	month := func(y, m int) briefing.Period { return briefing.Month(y, m) }
	now := briefing.Year(2022)
	for name, c := range map[string]struct {
		rows          []goodsRow
		shares, parts int
	}{
		"one year":     {[]goodsRow{{"0207", "60", "2", now}, {"0406", "40", "1", now}}, 0, 0},
		"a year apart": {[]goodsRow{{"0207", "60", "2", briefing.Year(2020)}, {"0406", "6", "2", briefing.Year(2020)}, {"0207", "60", "2", now}, {"0406", "40", "1", now}}, 0, 0},
		"other months": {[]goodsRow{{"0207", "6", "2", month(2021, 1)}, {"0406", "7", "2", month(2021, 1)}, {"0207", "60", "2", month(2022, 2)}, {"0406", "40", "1", month(2022, 2)}}, 0, 0},
		"same months":  {[]goodsRow{{"0207", "6", "2", month(2021, 1)}, {"0406", "7", "2", month(2021, 1)}, {"0207", "60", "2", month(2022, 1)}, {"0406", "40", "1", month(2022, 1)}}, 1, 1},
		"no mass":      {[]goodsRow{{"0207", "6", "", briefing.Year(2021)}, {"0406", "7", "", briefing.Year(2021)}, {"0207", "60", "", now}, {"0406", "40", "", now}}, 1, 0},
		"other goods":  {[]goodsRow{{"0207", "6", "2", briefing.Year(2021)}, {"0406", "7", "2", briefing.Year(2021)}, {"1806", "60", "2", now}, {"2202", "40", "1", now}}, 1, 0},
		"nothing then": {[]goodsRow{{"0207", "0", "0", briefing.Year(2021)}, {"0406", "0", "0", briefing.Year(2021)}, {"0207", "60", "2", now}, {"0406", "40", "1", now}}, 0, 0},
	} {
		k := kindsOf(build(t, goodsProject(t, c.rows...), briefing.Leader, pack.Options{Lang: briefing.RU}))
		if k[document.Dumbbell] != c.shares || k[document.PriceVolume] != c.parts {
			t.Errorf("%s: %d of shares, %d of prices, want %d and %d", name, k[document.Dumbbell], k[document.PriceVolume], c.shares, c.parts)
		}
	}
}

// The course over the months needs enough of them; a section cut short has its
// first chart only.
func TestCoursesOfTheLargestProducts(t *testing.T) {
	rows := func(months int) (out []goodsRow) {
		for m := range months {
			out = append(out, goodsRow{"0207", "60", "2", briefing.Month(2022, m+1)}, goodsRow{"0406", "40", "", briefing.Month(2022, m+1)})
		}
		return out
	}
	for months, want := range map[int]int{1: 0, 5: 0, 6: 1, 12: 1} {
		if k := kindsOf(build(t, goodsProject(t, rows(months)...), briefing.Leader, pack.Options{Lang: briefing.EN})); k[document.Multiples] != want {
			t.Errorf("%d months: %d charts of courses, want %d", months, k[document.Multiples], want)
		}
	}
	p := goodsProject(t, rows(12)...)
	p.Pack.Sections = "structure=brief"
	if k := kindsOf(build(t, p, briefing.Leader, pack.Options{Lang: briefing.EN})); k[document.Multiples] != 0 || k[document.Ranking] != 1 {
		t.Errorf("a section cut short has charts %v", k)
	}
}

// Partners by year have their course drawn where there are years enough, and
// the numbers it is drawn from stand beside it; their total has one too.
func TestPartnersByYearHaveTheirCourse(t *testing.T) {
	for years, want := range map[int]int{2: 0, 3: 0, 4: 4, 6: 4} {
		var rows []goodsRow
		for y := range years {
			rows = append(rows, goodsRow{"0207", itoa(100 + 7*y*y), "2", briefing.Year(2022 - y)})
		}
		p := goodsProject(t, rows...)
		for i, partner := range []string{"BY", "KZ"} {
			for y := range years {
				o := figure.Observation{
					Flow: figure.Export, Reporter: "RU", Partner: partner, Code: "0207", Classification: "TNVED", Currency: "USD", Level: 4,
					Period: briefing.Year(2022 - y), Value: briefing.SomeNum(itoa(50 + 10*i + y)), Import: "i", Line: 100 + 10*i + y,
				}
				if err := p.Figures.Append(o); err != nil {
					t.Fatal(err)
				}
			}
		}
		pages, err := pdf.Pages(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}))
		if err != nil {
			t.Fatal(err)
		}
		lines := 0
		for _, page := range pages {
			for _, b := range page.Boxes {
				if pl, ok := b.(typeset.Plot); ok && pl.Chart.Kind == document.Sparkline {
					lines++
				}
			}
		}
		if lines != want {
			t.Errorf("%d years: %d lines, want %d", years, lines, want)
		}
	}
}

func itoa(n int) string { return strconv.Itoa(n) }
