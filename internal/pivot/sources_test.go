package pivot_test

import (
	"slices"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
	"briefing/internal/pivot"
)

// A pivot does not grow from one source's goods to another's.
func TestAPivotComparesNoGoodsOfOtherSources(t *testing.T) {
	s := figure.NewSet()
	for _, r := range []struct {
		year, code string
		imp        briefing.ID
		value      string
	}{{"2020", "1001", "wits", "700"}, {"2020", "1512", "wits", "400"}, {"2021", "1001", "map", "900"}, {"2022", "1001", "map", "950"}} {
		err := s.Append(figure.Observation{
			Flow: figure.Import, Reporter: "EG", Partner: "RU", Classification: "HS", Code: r.code, Level: 4, Currency: "USD",
			Period: briefing.Per(r.year), Import: r.imp, Value: briefing.SomeNum(r.value), Status: briefing.Normal,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	made, fault := pivot.MakeOf(s, nil, func(id briefing.ID) string { return string(id) }, pivot.Spec{Rows: "partner", Columns: "year", Of: "growth", Flow: figure.Import, Split: figure.Split{Reporter: "EG", Currency: "USD", Classification: "HS", Frequency: "A"}})
	if fault != "" {
		t.Fatal(fault)
	}
	got := map[string]string{}
	for i, c := range made.Columns {
		r := made.Cells[0][i].Result
		switch {
		case slices.Contains(r.Reasons, measure.WhyOtherGoods):
			got[c.Period.String()] = "refused"
		case r.Defined:
			got[c.Period.String()] = r.Figure.Value.Decimal.Round(1).String()
		}
	}
	if got["2021"] != "refused" || got["2022"] != "5.6" {
		t.Error(got)
	}
}
