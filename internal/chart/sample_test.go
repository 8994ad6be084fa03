package chart_test

import (
	"maps"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// The charts of the reference pages and some that are hard to draw.

func num(s string) briefing.MaybeNumber { return briefing.SomeNum(s) }

func levels() *document.Chart {
	return &document.Chart{
		Kind: document.Bars, Categories: []string{"2018", "2019", "2020", "2021", "2022"},
		Series: []document.Series{{Points: []document.ChartPoint{
			{Value: num("829"), Fill: document.Derived, Label: "829\u00a0[e]"},
			{Value: num("961.8"), Label: "962", PlanLow: num("915"), PlanHigh: num("930"), PlanLabel: "план 915–930"},
			{Fill: document.NoData, Label: "нет данных [x]"},
			{Value: num("1545"), Fill: document.Derived, Label: "около\u00a01\u202f545\u00a0[e]"},
			{Value: num("1700"), Fill: document.Expected, Label: "ожидалось около\u00a01\u202f700\u00a0[f]", Part: num("1640"), PartLabel: "1\u202f640", PartSub: "янв.–окт."},
		}}},
		Key: []document.KeyEntry{{Fill: document.Actual, Text: "факт"}, {Fill: document.Plan, Text: "план"}, {Fill: document.Expected, Text: "прогноз"}, {Fill: document.Derived, Text: "расчёт [e]"}},
	}
}

func levelsChinese() *document.Chart {
	return &document.Chart{
		Kind: document.Bars, Categories: []string{"2018", "2019", "2020", "2021", "2022"},
		Series: []document.Series{{Points: []document.ChartPoint{
			{Value: num("8.29"), Fill: document.Derived, Label: "8.29\u00a0[e]"},
			{Value: num("9.618"), Label: "9.62", PlanLow: num("9.15"), PlanHigh: num("9.30"), PlanLabel: "计划9.15—9.30"},
			{Fill: document.NoData, Label: "无数据 [x]"},
			{Value: num("15.45"), Fill: document.Derived, Label: "约15.45\u00a0[e]"},
			{Value: num("17"), Fill: document.Expected, Label: "预计约17.00\u00a0[f]", Part: num("16.4"), PartLabel: "16.40", PartSub: "1—10月"},
		}}},
		Key: []document.KeyEntry{{Fill: document.Actual, Text: "实际"}, {Fill: document.Plan, Text: "计划"}, {Fill: document.Expected, Text: "预测"}, {Fill: document.Derived, Text: "推算 [e]"}},
	}
}

func contributions() *document.Chart {
	return &document.Chart{
		Kind: document.Waterfall, Categories: []string{"2021", "Экспорт\nКитая", "Импорт\nКитая", "2022"},
		Series: []document.Series{{Points: []document.ChartPoint{
			{Value: num("147.2"), Fill: document.Derived, Label: "147,2\u00a0[e]"},
			{Value: num("8.6"), Fill: document.RiseFill, Label: "+8,6", Sub: "+5,9\u00a0п.\u00a0п."},
			{Value: num("34.5"), Fill: document.RiseFill, Label: "+34,5", Sub: "+23,5\u00a0п.\u00a0п."},
			{Value: num("190.3"), Label: "190,3"},
		}}},
	}
}

func effects() *document.Chart {
	return &document.Chart{
		Kind: document.Waterfall, Categories: []string{"2021", "цена", "объём", "скидка", "2022"},
		Series: []document.Series{{Points: []document.ChartPoint{
			{Value: num("80"), Fill: document.Previous, Label: "80,0"},
			{Value: num("4.4"), Fill: document.RiseFill, Label: "+4,4"},
			{Value: num("22.4"), Fill: document.RiseFill, Label: "+22,4"},
			{Value: num("-6"), Fill: document.FallFill, Label: "−6,0"},
			{Value: num("100.8"), Label: "100,8"},
		}}},
	}
}

func products() *document.Chart {
	return &document.Chart{
		Kind:       document.Ranking,
		Categories: []string{"Мясо и субпродукты птицы", "Молочная продукция", "Говядина", "Шоколад и изделия из какао", "Напитки", "Сахаристые кондитерские", "Прочая продукция"},
		Series: []document.Series{{Points: []document.ChartPoint{
			{Value: num("31.6"), Label: "31,6", Sub: "35,1\u00a0%"},
			{Value: num("14.2"), Label: "14,2", Sub: "15,8\u00a0%"},
			{Value: num("11.8"), Label: "11,8", Sub: "13,1\u00a0%"},
			{Value: num("10.4"), Label: "10,4", Sub: "11,6\u00a0%"},
			{Value: num("9.3"), Label: "9,3", Sub: "10,3\u00a0%"},
			{Value: num("7.9"), Label: "7,9", Sub: "8,8\u00a0%"},
			{Value: num("4.8"), Fill: document.Previous, Label: "4,8", Sub: "5,3\u00a0%"},
		}}},
	}
}

func plans() *document.Chart {
	return &document.Chart{
		Kind:       document.Ranking,
		Categories: []string{"Факт\nуточняется", "План, 2023\nвсе страны", "План, «к 2024»\nвсе страны"},
		Series: []document.Series{{Points: []document.ChartPoint{
			{Fill: document.NoData, Label: "[x] нет данных — шкала выполнения не строится"},
			{Value: num("200"), Fill: document.Plan, Bound: true, Label: "более 200"},
			{Value: num("283.5"), Fill: document.Plan, Other: num("280"), Label: "283,5 в записке; более 280 в публикации"},
		}}},
	}
}

func shares() *document.Chart {
	points := func(values ...string) []document.ChartPoint {
		var out []document.ChartPoint
		for _, v := range values {
			out = append(out, document.ChartPoint{Value: num(v)})
		}
		return out
	}
	c := &document.Chart{
		Kind: document.Dumbbell, SubHead: "п. п.",
		Categories: []string{"Мясо и субпродукты птицы", "Молочная продукция", "Говядина", "Шоколад и изделия из какао", "Напитки", "Сахаристые кондитерские", "Прочая продукция"},
		Series: []document.Series{
			{Name: "2021", Fill: document.Previous, Points: points("33.9", "13.1", "10.2", "11.0", "10.6", "9.4", "11.8")},
			{Name: "2022", Points: points("35.1", "15.8", "13.1", "11.6", "10.3", "8.8", "5.3")},
		},
	}
	for i, s := range []string{"+1,2", "+2,7", "+2,9", "+0,6", "−0,3", "−0,6", "−6,5"} {
		c.Series[1].Points[i].Sub = s
	}
	return c
}

func months() *document.Chart {
	row := func(name string, values ...string) document.Series {
		s := document.Series{Name: name}
		for _, v := range values {
			s.Points = append(s.Points, document.ChartPoint{Value: num(v)})
		}
		return s
	}
	c := &document.Chart{
		Kind:       document.Lines,
		Categories: []string{"янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."},
		Series: []document.Series{
			row("птица", "1840", "2350", "2220", "2210", "2780", "2590", "2330", "2840", "2930", "2700", "2920", "2900"),
			row("молочная продукция", "1090", "880", "1100", "1130", "1250", "1230", "1120", "1100", "1300", "1200", "1150", "1240"),
			row("напитки", "660", "590", "760", "720", "780", "760", "750", "760", "840", "800", "810", "830"),
			row("говядина", "300", "320", "310", "400", "420", "430", "500", "520", "610", "640", "700", "820"),
		},
	}
	c.Series[1].Points[5].Value = briefing.MaybeNumber{}
	c.Series[0].Points[11].Fill = document.Expected
	c.Series[0].Points[10].Fill = document.Expected
	return c
}

func groups() *document.Chart {
	return &document.Chart{
		Kind: document.Grouped, Categories: []string{"Экспорт", "Импорт", "Сальдо"},
		Series: []document.Series{
			{Name: "2021", Fill: document.Previous, Points: []document.ChartPoint{{Value: num("67.5"), Label: "67,5"}, {Value: num("79.6"), Label: "79,6"}, {Value: num("-12.1"), Label: "−12,1"}}},
			{Name: "2022", Points: []document.ChartPoint{{Value: num("76.1"), Label: "76,1"}, {Value: num("114.1"), Label: "114,1"}, {Value: num("-38"), Label: "−38,0"}}},
		},
	}
}

func fourGroups() *document.Chart {
	c := &document.Chart{Kind: document.Grouped, Categories: []string{"I кв.", "II кв.", "III кв.", "IV кв."}}
	for _, name := range []string{"птица", "молочная", "говядина", "шоколад"} {
		s := document.Series{Name: name}
		for j := range 4 {
			v := num([]string{"31.6", "28.4", "14.2", "9.3"}[(j+len(c.Series))%4])
			s.Points = append(s.Points, document.ChartPoint{Value: v, Label: v.Decimal.String()})
		}
		c.Series = append(c.Series, s)
	}
	return c
}

func longYears() *document.Chart {
	c := &document.Chart{Kind: document.Bars}
	var pts []document.ChartPoint
	for i := range 21 {
		v := []string{"812", "934", "1021", "998", "1144", "1290", "1333", "1401", "1388", "1502", "1611", "1597", "1720", "1833", "1799", "1904", "2012", "2108", "1980", "2203", "2310"}[i]
		c.Categories = append(c.Categories, []string{"2003", "2004", "2005", "2006", "2007", "2008", "2009", "2010", "2011", "2012", "2013", "2014", "2015", "2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023"}[i])
		pts = append(pts, document.ChartPoint{Value: num(v), Label: lang.Number(briefing.RU, num(v).Decimal, lang.NumberStyle{Column: true})})
	}
	c.Series = []document.Series{{Points: pts}}
	return c
}

func negatives() *document.Chart {
	return &document.Chart{
		Kind: document.Bars, Categories: []string{"2019", "2020", "2021", "2022"},
		Series: []document.Series{{Points: []document.ChartPoint{
			{Value: num("-120"), Label: "−120", Sub: "оценка"},
			{Value: num("40"), Label: "40", PlanLow: num("60"), PlanHigh: num("60"), PlanLabel: "план 60"},
			{Value: num("0"), Label: "0"},
			{Value: num("-30"), Label: "менее −30", Bound: true},
		}}},
	}
}

func named() map[string]*document.Chart {
	one := func(kind document.ChartKind, values ...string) *document.Chart {
		c := &document.Chart{Kind: kind}
		s := document.Series{Name: "ряд"}
		for i, v := range values {
			c.Categories = append(c.Categories, []string{"Очень длинное название категории товаров", "б", "в"}[i%3])
			s.Points = append(s.Points, document.ChartPoint{Value: num(v), Label: v})
		}
		c.Series = []document.Series{s}
		return c
	}
	out := map[string]*document.Chart{
		"levels": levels(), "levels-zh": levelsChinese(), "contributions": contributions(), "effects": effects(),
		"products": products(), "plans": plans(), "shares": shares(), "months": months(), "groups": groups(),
		"four-groups": fourGroups(), "long-years": longYears(), "negatives": negatives(),
		"single": one(document.Bars, "5"), "zeros": one(document.Bars, "0", "0", "0"),
		"huge": one(document.Bars, "1234567890123456789", "98765432109876543", "3"), "tiny": one(document.Bars, "0.000000012", "0.00000003", "0.0000000001"),
		"ranking-mixed": one(document.Ranking, "-5", "7", "0"), "line-one": one(document.Lines, "5"), "line-narrow": one(document.Lines, "95", "97.5", "96"),
	}
	maps.Copy(out, more())
	return out
}
