package figure_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

func TestTotalsNeverAddTheWorldToItsCountries(t *testing.T) {
	set := figure.NewSet()
	for _, r := range []struct {
		flow          figure.Flow
		partner, year string
		value         string
	}{
		{figure.Export, "CN", "2021", "30"},
		{figure.Export, "IN", "2021", "20"},
		{figure.Export, figure.World, "2021", "100"},
		{figure.Export, "CN", "2022", "40"},
		{figure.Import, "CN", "2021", "5"},
	} {
		p, err := briefing.ParsePeriod(r.year)
		if err != nil {
			t.Fatal(err)
		}
		err = set.Append(figure.Observation{
			Import: "i", Flow: r.flow, Reporter: "RU", Partner: r.partner, Period: p, Code: "02", Level: 2, Classification: "HS",
			Currency: "USD", Value: briefing.Some(briefing.Num(r.value)), Status: briefing.Normal,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		f    figure.Filter
		by   []figure.Dimension
		want string
	}{
		"by year":                   {figure.Filter{Flow: figure.Export}, []figure.Dimension{"year"}, "2021 100 of 3 rows, world; 2022 40 of 1 rows; "},
		"by flow":                   {figure.Filter{To: briefing.Per("2021").End()}, []figure.Dimension{"flow"}, "export 100 of 3 rows, world; import 5 of 1 rows; "},
		"of one partner":            {figure.Filter{Flow: figure.Export, Partner: "CN"}, []figure.Dimension{"year"}, "2021 30 of 1 rows; 2022 40 of 1 rows; "},
		"by partner each by itself": {figure.Filter{Flow: figure.Export, To: briefing.Per("2021").End()}, []figure.Dimension{"partner"}, "CN 30 of 1 rows; IN 20 of 1 rows; W00 100 of 1 rows; "},
		"flows together":            {figure.Filter{To: briefing.Per("2021").End()}, []figure.Dimension{"year"}, "2021 155 of 4 rows; "},
	} {
		groups, err := set.Totals(c.f, c.by)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, g := range groups {
			got += g.Keys[0] + " " + g.Value.Decimal.String() + " of " + string(rune('0'+g.Rows)) + " rows"
			if g.World {
				got += ", world"
			}
			got += "; "
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
