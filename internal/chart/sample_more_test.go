package chart_test

import (
	"fmt"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// series makes a row of points whose labels are the values; "" is absent.
func series(name string, values ...string) document.Series {
	s := document.Series{Name: name}
	for _, v := range values {
		p := document.ChartPoint{Label: v}
		if v != "" {
			p.Value = num(v)
		}
		s.Points = append(s.Points, p)
	}
	return s
}

func flows() *document.Chart {
	c := &document.Chart{
		Kind: document.Stacked, Categories: []string{"2021 [e]", "2022"}, Totals: []string{"147,2", "190,3"},
		Series: []document.Series{series("экспорт Китая", "67.5", "76.1"), series("импорт Китая", "79.6", "114.1")},
	}
	for i := range c.Series {
		c.Series[i].Points[0].Fill = document.Derived
	}
	return c
}

func mixedStacks() *document.Chart {
	return &document.Chart{
		Kind: document.Stacked, Categories: []string{"I", "II", "III", "IV"},
		Series: []document.Series{series("птица", "5", "-3", "", "2"), series("молоко", "4", "6", "", "-7"), series("сладкое", "1", "0.2", "", "-1")},
	}
}

func parts() *document.Chart {
	return &document.Chart{
		Kind: document.Shares, Categories: []string{"2021", "2022"},
		Series: []document.Series{
			series("птица", "33.9", "35.1"), series("молочная, говядина", "23.3", "28.9"), series("сладкое", "20.4", "20.4"), series("прочие", "22.4", "15.6"),
		},
	}
}

func manyParts() *document.Chart {
	c := &document.Chart{Kind: document.Shares, Categories: []string{"Очень длинное название категории товаров", "убыток", "без чисел"}}
	for i := range 9 {
		c.Series = append(c.Series, series(fmt.Sprintf("часть номер %d", i+1), fmt.Sprint(10+i), []string{"5", "-5"}[i%2], ""))
	}
	return c
}

func slopes() *document.Chart {
	return &document.Chart{
		Kind: document.Slope, Categories: []string{"2021", "2022"},
		Series: []document.Series{series("импорт КНР", "79.6", "114.1"), series("экспорт КНР", "67.5", "76.1")},
	}
}

func hardSlopes() *document.Chart {
	c := &document.Chart{Kind: document.Slope, Categories: []string{"2021", "середина", "2022"}}
	for i := range 7 {
		c.Series = append(c.Series, series(fmt.Sprintf("товар %d", i+1), fmt.Sprint(100+i), "3", fmt.Sprint(103-i)))
	}
	c.Series[1].Points[0] = document.ChartPoint{}
	c.Series[2].Points[2] = document.ChartPoint{}
	return c
}

func goods() *document.Chart {
	return &document.Chart{
		Kind: document.PriceVolume,
		Series: []document.Series{
			{Points: []document.ChartPoint{{Value: num("20"), Label: "20,0"}, {Value: num("24"), Label: "24,0\u00a0тыс.\u00a0т"}}},
			{Points: []document.ChartPoint{{Value: num("3400"), Label: "3\u00a0400"}, {Value: num("4200"), Label: "4\u00a0200"}}},
			{Points: []document.ChartPoint{{Label: "68,0"}, {Label: "цена +23,5\u00a0%"}, {Label: "объём +20,0\u00a0%"}}},
		},
	}
}

// lessGoods has both fall.
func lessGoods() *document.Chart {
	c := goods()
	for i := range 2 {
		p := c.Series[i].Points
		p[0], p[1] = p[1], p[0]
	}
	return c
}

func noGoods() *document.Chart {
	c := goods()
	c.Series[1].Points[0].Value = briefing.MaybeNumber{}
	return c
}

func small(rows int) *document.Chart {
	c := &document.Chart{Kind: document.Multiples, Categories: []string{"янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."}}
	for i := range rows {
		s := document.Series{Name: []string{"Птица", "Молочная продукция", "Шоколад", "Напитки"}[i%4]}
		for j := range 12 {
			p := document.ChartPoint{Value: num(fmt.Sprint((4-i%4)*(200+j*17+j*j%7*9) - i/4*900)), Label: fmt.Sprint(j)}
			if i == 1 && j == 4 {
				p = document.ChartPoint{}
			}
			s.Points = append(s.Points, p)
		}
		c.Series = append(c.Series, s)
	}
	return c
}

// fiveHundred is a chart with more marks than anybody can read.
func fiveHundred(kind document.ChartKind) *document.Chart {
	c := &document.Chart{Kind: kind}
	var s document.Series
	for i := range 500 {
		c.Categories = append(c.Categories, fmt.Sprintf("день %d", i+1))
		v := fmt.Sprint(1000 + i*7%311 - i%13*20)
		s.Points = append(s.Points, document.ChartPoint{Value: num(v), Label: v})
	}
	c.Series = []document.Series{s}
	return c
}

// more are the charts of the further forms and those that are hard for every
// form.
func more() map[string]*document.Chart {
	out := map[string]*document.Chart{
		"stacked": flows(), "stacked-mixed": mixedStacks(), "parts": parts(), "parts-many": manyParts(),
		"slope": slopes(), "slope-hard": hardSlopes(),
		"price-volume": goods(), "price-volume-less": lessGoods(), "price-volume-none": noGoods(),
		"multiples": small(4), "multiples-negative": small(6), "multiples-one": small(1),
		"spark":      {Kind: document.Sparkline, Series: []document.Series{series("", "3", "5", "", "4", "8", "7")}},
		"spark-one":  {Kind: document.Sparkline, Series: []document.Series{series("", "3")}},
		"spark-none": {Kind: document.Sparkline, Series: []document.Series{series("", "", "")}},
		"spark-flat": {Kind: document.Sparkline, Series: []document.Series{series("", "2", "2", "2")}},
	}
	return out
}

// hard are charts of every form of one point, of none that has a value, and of
// five hundred.
func hard() map[string]*document.Chart {
	out := map[string]*document.Chart{}
	for kind := document.Bars; kind <= document.Sparkline; kind++ {
		out[fmt.Sprintf("kind %d of one point", kind)] = &document.Chart{Kind: kind, Categories: []string{"2022"}, Series: []document.Series{series("ряд", "5")}}
		out[fmt.Sprintf("kind %d below zero", kind)] = &document.Chart{Kind: kind, Categories: []string{"2021", "2022"}, Series: []document.Series{series("ряд", "-5", "-7"), series("ещё", "-1", "-2")}}
		out[fmt.Sprintf("kind %d without a value", kind)] = &document.Chart{Kind: kind, Categories: []string{"2021", "2022"}, Series: []document.Series{series("ряд", "", ""), series("ещё", "", "")}}
		out[fmt.Sprintf("kind %d without names", kind)] = &document.Chart{Kind: kind, Series: []document.Series{series("", "1", "", "3")}}
		out[fmt.Sprintf("kind %d of five hundred", kind)] = fiveHundred(kind)
	}
	return out
}
