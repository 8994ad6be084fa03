package measure_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
)

// What a set remembers of growth and of goods must never show: whatever was
// asked before, imports taken out and put back and answers changed by who asked
// for them, it is what a set that remembers nothing answers.
func TestRememberedGrowthIsTheGrowth(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	row := func() figure.Observation {
		o := figure.Observation{
			Flow: []figure.Flow{figure.Export, figure.Import}[r.IntN(2)], Reporter: "RU", Classification: "TNVED", Level: 4,
			Partner: []string{"CN", "KZ", figure.World}[r.IntN(3)], Currency: "USD",
			Code:   []string{"0101", "0102", "02", "0202", figure.TotalCode}[r.IntN(5)],
			Period: briefing.Month(2021+r.IntN(3), 1+r.IntN(2)), Import: briefing.ID(fmt.Sprintf("i%d", r.IntN(3))),
			Value: briefing.Some(briefing.Num(fmt.Sprint(r.IntN(1000)))),
		}
		if r.IntN(3) > 0 {
			o.NetWeight = briefing.Some(briefing.Num(fmt.Sprint(r.IntN(1000))))
		}
		if r.IntN(4) == 0 {
			o.Period = briefing.Year(2021 + r.IntN(3))
		}
		return o
	}
	s := figure.NewSet()
	s.Remember()
	for range 200 {
		switch id := briefing.ID(fmt.Sprintf("i%d", r.IntN(3))); r.IntN(6) {
		case 0:
			s = s.DropImport(id)
			s.Remember()
		case 1:
			more := figure.NewSet()
			for range 5 {
				if err := more.Append(row()); err != nil {
					t.Fatal(err)
				}
			}
			s = s.Grown(more)
			s.Remember()
		case 2:
			if err := s.Append(row()); err != nil {
				t.Fatal(err)
			}
		}
		f := figure.Filter{Flow: figure.Export}
		if r.IntN(2) == 0 {
			f.Partner = "CN"
		}
		if from := r.IntN(4); from > 0 {
			f.Period = func(p briefing.Period) bool { return p.From.Year > 2019+from }
		}
		by := [][]figure.Dimension{{"year"}, {"month"}, {"partner", "year"}}[r.IntN(3)]
		plain := s.Clone()
		groups, growths, err := measure.GrowthOfSet(s, f, by)
		want, grown, wrong := measure.GrowthOfSet(plain, f, by)
		if a, b := fmt.Sprintf("%+v %+v %v", groups, growths, err), fmt.Sprintf("%+v %+v %v", want, grown, wrong); a != b {
			t.Fatalf("growth by %v of %+v:\n got %s\nwant %s", by, f, a, b)
		}
		slices.Reverse(groups)
		clear(growths)
		if a, b := measure.FewGoods(s, f), measure.FewGoods(plain, f); !slices.Equal(a, b) {
			t.Fatalf("goods of %+v: %v, want %v", f, a, b)
		}
	}
}
