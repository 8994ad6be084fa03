package figure_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/govalues/decimal"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/figure/figuretest"
)

// Several blocks are added up by several goroutines, and so many groups are
// possible that their numbers are looked up: the sums are those of a loop.
func TestSumsOverManyBlocks(t *testing.T) {
	trade := figuretest.Make(2*figure.BlockRows+5000, 3)
	s, err := trade.Set()
	if err != nil {
		t.Fatal(err)
	}
	type sums struct{ value, weight, rows, weights int64 }
	for _, by := range [][]figure.Dimension{{"region", "code", "month"}, {"flow", "year"}} {
		for _, f := range []figure.Filter{{}, {Partner: figuretest.Partner, From: briefing.Year(2020).Start()}} {
			want := map[string]*sums{}
			for i, row := range trade.Rows {
				o := trade.Observation(i)
				if f.Partner != "" && (o.Partner != f.Partner || o.Period.From.Year < 2020) {
					continue
				}
				var keys []string
				for _, d := range by {
					keys = append(keys, o.Key(d))
				}
				w := want[fmt.Sprint(keys)]
				if w == nil {
					w = &sums{}
					want[fmt.Sprint(keys)] = w
				}
				w.rows, w.value = w.rows+1, w.value+row.Value
				if row.Weight != figuretest.Absent {
					w.weights, w.weight = w.weights+1, w.weight+row.Weight
				}
			}
			groups, err := s.Aggregate(f, by)
			if err != nil || len(groups) != len(want) {
				t.Fatalf("%v: %d groups, want %d: %v", by, len(groups), len(want), err)
			}
			for _, g := range groups {
				w := want[fmt.Sprint(g.Keys)]
				if w == nil || int64(g.Rows) != w.rows || int64(g.WeightRows) != w.weights ||
					g.Value.Decimal.Cmp(decimal.MustNew(w.value, 2)) != 0 || g.Weight.Decimal.Cmp(decimal.MustNew(w.weight, 3)) != 0 {
					t.Fatalf("%v: %+v, want %+v", g.Keys, g, w)
				}
			}
		}
	}
}

// The row that is told to be in the way is the first one, whoever found it.
func TestTheFirstMisfitIsNamed(t *testing.T) {
	s, o := figure.NewSet(), figure.Observation{Classification: "HS", Code: "02", Value: briefing.SomeNum("1"), Period: briefing.Year(2022)}
	for i := range 3 * figure.BlockRows {
		o.Classification = "HS"
		if i == figure.BlockRows+7 {
			o.Classification = "SITC4"
		} else if i > 2*figure.BlockRows {
			o.Classification = "SITC3"
		}
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	for range 20 {
		_, err := s.Aggregate(figure.Filter{}, []figure.Dimension{"hs2"})
		var e *briefing.Error
		if !errors.As(err, &e) || e.Code != briefing.CodeMixed || e.Path != "SITC4" {
			t.Fatal(err)
		}
	}
}
