package pack_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/figure"
	"briefing/internal/pack"
)

// spell is a flow by months or quarters: a row each, of the first value and
// one more million each.
func spell(year, first, last int, form string, from int) (out []figure.Observation) {
	for n := first; n <= last; n++ {
		out = append(out, shipment(figure.Export, "60000", "TR", "10", fmt.Sprintf(form, year, n), fmt.Sprintf("%d000000", from+n)))
	}
	return out
}

// What is loaded by months or quarters is shown by them: the latest year
// beside the one before, the year so far against the same months.
func TestMonthsAndQuartersReachTheSectionOnTrade(t *testing.T) {
	months := func(year, last, from int) []figure.Observation { return spell(year, 1, last, "%d-%02d", from) }
	quarters := func(year, last, from int) []figure.Observation { return spell(year, 1, last, "%d-Q%d", from) }
	for _, tt := range []struct {
		name string
		rows []figure.Observation
		want []string
		not  []string
	}{
		{"twelve months", months(2025, 12, 10), []string{
			", по месяцам, 2025, млн долл. США", "янв. | 11,0", "дек. | 22,0", "Год | 198,0",
			"в 2025 году составил 198 млн долл. США; за декабрь 2025 г. — 22 млн долл. США.",
		}, []string{"2025 | 198,0", "в том числе"}},
		{"a year so far against the same months", append(months(2024, 12, 10), months(2025, 9, 20)...), []string{
			", по месяцам, 2024–2025, млн долл. США", "янв. | 11,0 | 21,0 | +90,9", "дек. | 22,0 | — | —", "янв.–сент. | 135,0 | 225,0 | +66,7", "Год | 198,0 | — | —",
			"за январь–сентябрь 2025 г. составил 225 млн долл. США, на 66,7 % больше, чем за январь–сентябрь 2024 г.; за сентябрь 2025 г. — 29 млн долл. США, на 52,6 % больше, чем за сентябрь 2024 г.",
		}, []string{"2024 | 198,0"}},
		{"years that are over stay by year", append(append(months(2023, 12, 0), months(2024, 12, 10)...), months(2025, 9, 20)...), []string{
			"2023 | 78,0", "2024 | 198,0 | +153,8", "янв.–сент. | 135,0 | 225,0 | +66,7",
		}, []string{"янв.–сент. 2025 | 225,0"}},
		{"quarters", quarters(2025, 4, 10), []string{", по кварталам, 2025", "I кв. | 11,0", "IV кв. | 14,0", "Год | 50,0"}, nil},
		{"quarters of two years", append(quarters(2024, 4, 10), quarters(2025, 3, 20)...), []string{
			"III кв. | 13,0 | 23,0 | +76,9", "IV кв. | 14,0 | — | —", "янв.–сент. | 36,0 | 66,0 | +83,3", "за январь–сентябрь 2025 г. составил 66 млн долл. США, на 83,3 % больше",
		}, nil},
		{"a month of the year before is missing", append(spell(2024, 1, 8, "%d-%02d", 10), months(2025, 9, 20)...), []string{
			"сент. | — | 29,0 | —", "янв.–сент. | — | 225,0 | —", "янв.–авг. | 116,0 | — | —",
		}, []string{"за январь–сентябрь 2025 г. составил 225 млн долл. США, на"}},
		{"one month", months(2025, 1, 10), []string{"за январь 2025 г. составил 11 млн долл. США."}, []string{"chart ", "янв. |"}},
		{"one year", []figure.Observation{shipment(figure.Export, "60000", "TR", "10", "2025", "11000000")}, []string{"в 2025 году составил 11 млн долл. США."}, []string{"chart ", "2025 | 11,0"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := shipped(t, "", tt.rows...)
			p.Facts, p.Series = nil, nil
			d := build(t, p, briefing.Leader, pack.Options{Lang: briefing.RU})
			d.Sections = trade(d)
			out := strings.NewReplacer(",0 млн", " млн", " =", "").Replace(plain(dump(d)))
			for _, want := range tt.want {
				if !strings.Contains(out, want) {
					t.Errorf("lacks %q", want)
				}
			}
			for _, not := range tt.not {
				if strings.Contains(out, not) {
					t.Errorf("has %q", not)
				}
			}
			if t.Failed() {
				t.Log(out)
			}
		})
	}
}

// trade is the section on trade alone.
func trade(d *document.Document) (out []document.Section) {
	for _, s := range d.Sections {
		if s.Key == "trade" {
			out = append(out, s)
		}
	}
	return out
}
