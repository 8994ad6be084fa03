package figure_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

func two(code string) (string, bool) { return code[:min(2, len(code))], len(code) >= 2 }

func TestWorthAddsRowsThatHaveBoth(t *testing.T) {
	s := figure.NewSet()
	add := func(code, class, currency, value, weight string) {
		o := figure.Observation{Flow: figure.Export, Reporter: "RU", Partner: "CN", Code: code, Classification: class, Period: briefing.Year(2022), Currency: currency}
		if value != "" {
			o.Value = briefing.Some(briefing.Num(value))
		}
		if weight != "" {
			o.NetWeight = briefing.Some(briefing.Num(weight))
		}
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	add("0207", "TNVED", "USD", "10.5", "2")
	add("0201", "HS2017", "USD", "0.0000004", "3.25") // below a millionth
	add("0201", "HS2017", "CNY", "7", "1")
	add("0201", "HS2017", "USD", "7", "")
	add("0201", "HS2017", "USD", "", "7")
	add("0201", "HS2017", "USD", "0", "7")
	add("0201", "HS2017", "USD", "7", "0")
	add("0201", "SITC4", "USD", "7", "7")
	add("0201", "HS", "", "7", "7")
	add(figure.HiddenCode, "HS", "USD", "7", "7")
	add(figure.TotalCode, "HS", "USD", "7", "7")
	add("1", "HS", "USD", "7", "7")
	got := s.Worth(two)
	if len(got) != 2 || got[0].Currency != "CNY" || got[1].Rows != 2 || got[1].Value.String() != "10500000" || got[1].Weight.String() != "5250000" {
		t.Errorf("%+v", got)
	}
	if empty := figure.NewSet().Worth(two); len(empty) != 0 {
		t.Errorf("of nothing: %+v", empty)
	}
}

// However many rows there are and whatever their scales: the sums are those of
// plain decimal arithmetic, row by row.
func TestWorthIsExact(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	s := figure.NewSet()
	want := map[string]briefing.Number{}
	for range 3000 {
		code := "0" + strconv.Itoa(1+r.IntN(3)) + "07"
		value := briefing.Num(strconv.Itoa(1+r.IntN(1_000_000_000)) + "." + strconv.Itoa(r.IntN(1000)))
		o := figure.Observation{Code: code, Classification: "HS", Period: briefing.Year(2022), Currency: "USD", Value: briefing.Some(value), NetWeight: briefing.Some(briefing.Num("1"))}
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
		sum, err := want[code[:2]].Add(value)
		if err != nil {
			t.Fatal(err)
		}
		want[code[:2]] = sum
	}
	for _, w := range s.Worth(two) {
		millionths, err := want[w.Key].Mul(briefing.Num("1000000"))
		if err != nil {
			t.Fatal(err)
		}
		if got := w.Value.String(); got != millionths.Trim(0).String() {
			t.Errorf("%s: %s, want %s", w.Key, got, millionths)
		}
	}
}
