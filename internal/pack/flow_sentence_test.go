package pack_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/pack"
	"briefing/internal/project"
)

func shipped(t *testing.T, note string, rows ...figure.Observation) *project.Project {
	t.Helper()
	p := demoProject(t)
	p.Pack.Reporter, p.Pack.Region, p.Pack.Partner, p.Pack.AsOf = "RU", "", "TR", "2026-06-01T10:00:00+03:00"
	p.Figures = figure.NewSet()
	p.Imports = []*briefing.Import{{ID: "i", File: "export.csv", Note: briefing.Text{RU: note, EN: note, ZH: note}}}
	for _, o := range rows {
		if err := p.Figures.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func shipment(flow figure.Flow, region, partner, code, year, usd string) figure.Observation {
	return figure.Observation{
		Import: "i", Flow: flow, Reporter: "RU", Region: region, Partner: partner, Code: code, Level: uint8(len(code)),
		Classification: "HS", Period: briefing.Per(year), Currency: "USD", Value: briefing.SomeNum(usd),
	}
}

// What the data say of a flow is a sentence that can be read out; where a
// name has no sure form it stays with a dash.
func TestAFlowIsToldInASentence(t *testing.T) {
	for _, tt := range []struct {
		flow    figure.Flow
		partner string
		want    map[briefing.Lang]string
	}{
		{figure.Export, "TR", map[briefing.Lang]string{
			briefing.RU: "Экспорт Ростовской области в Турцию в 2025 году составил 1739 млн долл. США, на 0,2 % больше, чем в 2024 году",
			briefing.EN: "Exports of the Rostov Region to Türkiye in 2025 came to US$1,739 million, an increase of 0.2% on 2024",
			briefing.ZH: "2025年罗斯托夫州对土耳其出口为",
		}},
		{figure.Import, "TR", map[briefing.Lang]string{
			briefing.RU: "Импорт Ростовской области из Турции в 2025 году составил 1739 млн долл. США",
			briefing.EN: "Imports of the Rostov Region from Türkiye in 2025 came to",
			briefing.ZH: "2025年罗斯托夫州自土耳其进口为",
		}},
		{figure.Export, "CU", map[briefing.Lang]string{briefing.RU: "Ростовская область: экспорт, партнёр — Куба. В 2025 году — 1739 млн долл. США"}},
	} {
		p := shipped(t, "", shipment(tt.flow, "60000", tt.partner, "", "2024", "1735000000"), shipment(tt.flow, "60000", tt.partner, "", "2025", "1739000000"))
		p.Pack.Partner = tt.partner
		for l, want := range tt.want {
			out := strings.NewReplacer(",0 млн", " млн", ".0 million", " million").Replace(plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: l}))))
			if !strings.Contains(out, want) {
				t.Errorf("%s, %s: lacks %q", tt.flow, l, want)
			}
		}
	}
}

// A sum of a few goods is told as one of goods, by what their codes are, and not
// as one of codes.
func TestASumOfAFewGoodsIsToldAsSuch(t *testing.T) {
	for _, tt := range []struct {
		codes []string
		want  map[briefing.Lang]string
	}{
		{[]string{"1514119001", "4001100000"}, map[briefing.Lang]string{
			briefing.RU: "Экспорт Ростовской области в Турцию по 2 товарам в 2025 году составил", briefing.EN: "to Türkiye, 2 products, in 2025 came to", briefing.ZH: "（2种商品）",
		}},
		{[]string{"15", "40"}, map[briefing.Lang]string{
			briefing.RU: "в Турцию по 2 товарным группам в 2025 году составил", briefing.EN: ", 2 HS chapters,", briefing.ZH: "2个商品章",
		}},
		{[]string{"1514", "4001"}, map[briefing.Lang]string{
			briefing.RU: "в Турцию по 2 товарным позициям в 2025 году составил", briefing.EN: ", 2 HS headings,", briefing.ZH: "2个商品品目",
		}},
	} {
		p := shipped(t, "", shipment(figure.Export, "60000", "TR", tt.codes[0], "2025", "1000000"), shipment(figure.Export, "60000", "TR", tt.codes[1], "2025", "2000000"))
		for l, want := range tt.want {
			has(t, plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: l}))), want)
		}
	}
}

// How a flow moved is said as it is: a manifold above two hundred per cent, and
// a level that stayed, or all but stayed, what it was.
func TestAFlowIsToldByHowItMoved(t *testing.T) {
	for now, want := range map[string]map[briefing.Lang]string{
		"4500000000": {
			briefing.RU: "4500 млн долл. США, в 4,5 раза больше, чем в 2024 году",
			briefing.EN: "US$4,500 million, up 4.5-fold on 2024", briefing.ZH: "45亿美元，为2024年的4.5倍",
		},
		"1000000000": {briefing.RU: "1000 млн долл. США, столько же, сколько в 2024 году", briefing.EN: "US$1,000 million, the same as 2024", briefing.ZH: "10亿美元，与2024年持平"},
		"1000200000": {briefing.RU: ", почти столько же, сколько в 2024 году", briefing.EN: ", almost the same as 2024", briefing.ZH: "，与2024年基本持平"},
		"750000000":  {briefing.RU: "750 млн долл. США, на 25,0 % меньше, чем в 2024 году", briefing.EN: "US$750 million, a decrease of 25.0% on 2024", briefing.ZH: "7.5亿美元，比2024年下降25.0%"},
	} {
		p := shipped(t, "", shipment(figure.Export, "60000", "TR", "", "2024", "1000000000"), shipment(figure.Export, "60000", "TR", "", "2025", now))
		p.Pack.Partner = "TR"
		for l, want := range want {
			out := strings.NewReplacer(",0 млн", " млн", ".0 million", " million", ".0亿", "亿").Replace(plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: l}))))
			if !strings.Contains(out, want) {
				t.Errorf("%s, %s: lacks %q:\n%s", now, l, want, out)
			}
		}
	}
}

// Under a table stands what concerns its rows, in words for its reader; how
// the file was read is the compiler's.
func TestOnlyCaveatsOfItsRowsStandUnderATable(t *testing.T) {
	const hidden = "Есть строки со скрытым кодом товара; они учтены в итогах."
	const noCodes = "Кодов товаров в таблице нет: товары различаются по названию, все строки отнесены к коду «всего»."
	note := hidden + "\n" + noCodes + "\nЧасть строк заменена загрузкой файла w.xlsx от 1 декабря.\nСверено с таможней"
	rows := []figure.Observation{
		shipment(figure.Export, "60000", "TR", "10", "2024", "100000000"), shipment(figure.Export, "60000", "TR", "15", "2024", "50000000"),
		shipment(figure.Export, "60000", "TR", "10", "2025", "120000000"), shipment(figure.Export, "60000", "TR", "15", "2025", "60000000"),
	}
	p := shipped(t, note, rows...)
	out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})))
	if !strings.Contains(out, "Сверено с таможней.") {
		t.Error("what somebody wrote is gone")
	}
	for _, s := range []string{hidden, noCodes, "w.xlsx", ".;"} {
		if strings.Contains(out, s) {
			t.Errorf("the leader is told %q", s)
		}
	}
	compiler := plain(dump(build(t, p, briefing.Compiler, pack.Options{Lang: briefing.RU})))
	for _, s := range []string{hidden, noCodes, "w.xlsx"} {
		if !strings.Contains(compiler, s) {
			t.Errorf("the compiler is not told %q", s)
		}
	}
	p = shipped(t, note, append(rows, shipment(figure.Export, "60000", "TR", figure.HiddenCode, "2025", "9000000"))...)
	if out := plain(dump(build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU}))); !strings.Contains(out, hidden) {
		t.Error("the hidden code of these very rows is not told")
	}
}

// Trade with a province of the partner is told as such, and no sentence says it of
// the country; of several provinces the title tells.
func TestAFlowWithAProvinceIsToldInASentence(t *testing.T) {
	with := func(provinces ...string) *project.Project {
		var rows []figure.Observation
		for _, province := range provinces {
			for year, usd := range map[string]string{"2024": "1735000000", "2025": "1739000000"} {
				o := shipment(figure.Export, "10000", "CN", "", year, usd)
				o.Province = province
				rows = append(rows, o)
			}
		}
		p := shipped(t, "", rows...)
		p.Pack.Partner, p.Pack.Province = "CN", ""
		return p
	}
	for l, want := range map[briefing.Lang]string{
		briefing.RU: "Экспорт Амурской области в провинцию Хэйлунцзян в 2025 году составил",
		briefing.EN: "Exports of the Amur Region to Heilongjiang in 2025 came to",
		briefing.ZH: "2025年阿穆尔州对黑龙江省出口为",
	} {
		if out := plain(dump(build(t, with("23"), briefing.Leader, pack.Options{Lang: l}))); !strings.Contains(out, want) {
			t.Errorf("%s: lacks %q", l, want)
		}
	}
	if out := plain(dump(build(t, with("22", "23"), briefing.Leader, pack.Options{Lang: briefing.RU}))); strings.Contains(out, "Амурской области в Китай в 2025 году составил") {
		t.Error("trade with two provinces is told as trade with the country")
	}
}
