package measure_test

import (
	"fmt"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

func TestAnotherSourceOfOtherGoodsBreaksASeries(t *testing.T) {
	type row struct{ from, year, code string }
	many := func(from, year string, n int) (out []row) {
		for i := range n {
			out = append(out, row{from, year, fmt.Sprintf("%02d", 10+i)})
		}
		return out
	}
	for name, tt := range map[string]struct {
		rows []row
		want string
	}{
		"three codes of one, one of another":          {[]row{{"wits", "2019", "100199"}, {"wits", "2020", "100199"}, {"wits", "2020", "1512"}, {"map", "2021", "1001"}, {"map", "2022", "1001"}}, "[[2019 2020] [2021 2022]]"},
		"the same code of both":                       {[]row{{"wits", "2020", "1001"}, {"map", "2021", "1001"}}, "[]"},
		"other goods of one source were not traded":   {[]row{{"wits", "2020", "1001"}, {"wits", "2021", "1512"}}, "[]"},
		"two files of one source":                     {[]row{{"wits", "2020", "1001"}, {"wits.2", "2021", "1512"}}, "[]"},
		"another source adds goods":                   {[]row{{"wits", "2020", "1001"}, {"wits", "2021", "1001"}, {"map", "2021", "1512"}}, "[[2020] [2021]]"},
		"another source tells the same goods besides": {[]row{{"wits", "2020", "1001"}, {"wits", "2021", "1001"}, {"map", "2021", "1001"}}, "[]"},
		"all goods of one, some of another":           {[]row{{"wits", "2020", figure.TotalCode}, {"map", "2021", "1001"}}, "[[2020] [2021]]"},
		"both of very many goods":                     {append(many("wits", "2020", 60), many("map", "2021", 61)...), "[]"},
		"very many goods, and then one":               {append(many("wits", "2020", 60), row{"map", "2021", "1001"}), "[[2020] [2021]]"},
		"a source that comes back":                    {[]row{{"wits", "2019", "1512"}, {"map", "2020", "1001"}, {"wits", "2021", "1512"}}, "[[2019] [2020] [2021]]"},
	} {
		s := figure.NewSet()
		for _, r := range tt.rows {
			err := s.Append(figure.Observation{
				Flow: "import", Reporter: "EG", Partner: "RU", Classification: "HS", Code: r.code, Level: uint8(len(r.code)),
				Period: briefing.Per(r.year), Currency: "USD", Import: briefing.ID(r.from), Value: briefing.SomeNum("5"),
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		got, err := measure.Runs(s, figure.Filter{}, func(id briefing.ID) string { return string(id)[:3] })
		if err != nil || fmt.Sprint(got) != tt.want {
			t.Errorf("%s: %v, want %s (%v)", name, got, tt.want, err)
		}
		if got, _ := measure.Runs(s, figure.Filter{}, nil); got != nil {
			t.Errorf("%s, all of one source: %v", name, got)
		}
	}
}
