package check_test

import (
	"fmt"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// monthsEnding are exports and imports of eight goods from January to September,
// and as many of each in October.
func monthsEnding(exports, imports int) func(*project.Project) {
	return func(p *project.Project) {
		p.Pack.Reporter, p.Pack.Region, p.Pack.Partner = "RU", "50000", "UZ"
		p.Figures = figure.NewSet()
		for m := 1; m <= 10; m++ {
			for flow, last := range map[figure.Flow]int{figure.Export: exports, figure.Import: imports} {
				for good := range 8 {
					if m < 10 || good < last {
						monthly(p, flow, m, fmt.Sprintf("%02d", good+1))
					}
				}
			}
		}
	}
}

// rareGoods are goods that are traded every other month only.
func rareGoods(p *project.Project) {
	p.Figures = figure.NewSet()
	for m := 1; m <= 10; m++ {
		for good := range 8 {
			if (m+good)%2 == 0 || good < 3 {
				monthly(p, figure.Export, m, fmt.Sprintf("%02d", good+1))
			}
		}
	}
}

func monthly(p *project.Project, flow figure.Flow, m int, code string) {
	err := p.Figures.Append(figure.Observation{
		Flow: flow, Reporter: "RU", Region: "50000", Partner: "UZ", Code: code, Level: 2, Classification: "TNVED",
		Period: briefing.Month(2022, m), Currency: "USD", Value: briefing.SomeNum("1000000"), Import: "i",
	})
	if err != nil {
		panic(err)
	}
}

// heavyGoods are two goods that make most of the value, of which the last month has
// so many, beside five small ones.
func heavyGoods(last int) func(*project.Project) {
	return func(p *project.Project) {
		p.Pack.Reporter, p.Pack.Region, p.Pack.Partner = "RU", "50000", "UZ"
		p.Figures = figure.NewSet()
		for m := 1; m <= 10; m++ {
			for good := range 7 {
				times := 1
				if good < 2 {
					times = 9
				}
				for range times {
					if m < 10 || good < last || good >= 2 {
						monthly(p, figure.Export, m, fmt.Sprintf("%02d", good+1))
					}
				}
			}
		}
	}
}
