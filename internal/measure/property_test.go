package measure_test

import (
	"math/rand/v2"
	"testing"

	"github.com/govalues/decimal"

	"briefing/internal/briefing"
	"briefing/internal/measure"
)

// tiny is what nineteen digits may lose in a sum of a dozen quotients.
var tiny = briefing.Num("0.00000000001")

func amounts(r *rand.Rand, n int, period string) []measure.Quantity {
	out := make([]measure.Quantity, n)
	for i := range out {
		v := decimal.MustNew(1+r.Int64N(1_000_000_000), r.IntN(3))
		out[i] = measure.Quantity{Figure: briefing.Figure{Value: briefing.Some(v), Unit: "usd"}, Period: briefing.Per(period)}
	}
	return out
}

func near(a, b briefing.Number) bool {
	d, err := a.SubAbs(b)
	return err == nil && d.Cmp(tiny) < 0
}

func sum(t *testing.T, rs []measure.Result) briefing.Number {
	t.Helper()
	var total briefing.Number
	for _, r := range rs {
		if !r.Defined {
			t.Fatalf("undefined: %v", r.Reasons)
		}
		var err error
		if total, err = total.Add(r.Figure.Value.Decimal); err != nil {
			t.Fatal(err)
		}
	}
	return total
}

func TestContributionsAddUpToGrowth(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		n := 1 + rng.IntN(12)
		parts, growth := measure.Contributions(amounts(rng, n, "2022"), amounts(rng, n, "2021"))
		if !growth.Defined || !near(sum(t, parts), growth.Figure.Value.Decimal) {
			t.Fatalf("%v against %v", sum(t, parts), growth.Figure.Value)
		}
	}
}

func TestSharesAddUpToAHundred(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		shares := measure.Shares(amounts(rng, 1+rng.IntN(12), "2022"))
		if s := sum(t, shares); !near(s, briefing.Num("100")) {
			t.Fatalf("shares add up to %v", s)
		}
		rest, ok := measure.RoundingRest(shares, 1)
		limit := decimal.MustNew(int64(len(shares))*5, 2) // half a tenth a share
		if !ok || rest.Abs().Cmp(limit) > 0 {
			t.Fatalf("rounding rest %v of %d shares", rest, len(shares))
		}
	}
}

func TestGrowthFollowsFromItsParts(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		a, b := amounts(rng, 1, "2022")[0], amounts(rng, 1, "2021")[0]
		g, d := measure.Growth(a, b), measure.AbsoluteChange(a, b)
		share := measure.ShareOf(d.Figure.Value, b.Figure.Value)
		if !near(g.Figure.Value.Decimal, share.Figure.Value.Decimal) {
			t.Fatalf("growth %v, change over base %v", g.Figure.Value, share.Figure.Value)
		}
		back := measure.ImpliedBase(a, g.Figure.Value.Decimal)
		ratio, err := back.Figure.Value.Decimal.Quo(b.Figure.Value.Decimal)
		if err != nil || !near(ratio, briefing.Num("1")) {
			t.Fatalf("implied base %v of %v", back.Figure.Value, b.Figure.Value)
		}
	}
}

// A bound must hold whatever the true values are: any value that the words
// allow gives a result inside the printed one.
func TestBoundsHoldForEveryValueTheyAllow(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	words := []briefing.Precision{briefing.Exact, briefing.MoreThan, briefing.UpTo}
	for range 2000 {
		now, then := amounts(rng, 1, "2022")[0], amounts(rng, 1, "2021")[0]
		now.Figure.Precision, then.Figure.Precision = words[rng.IntN(3)], words[rng.IntN(3)]
		r := measure.Growth(now, then)
		if !r.Defined {
			continue
		}
		for range 5 {
			a, b := allowed(rng, now), allowed(rng, then)
			truth := measure.Growth(a, b).Figure.Value.Decimal
			f := r.Figure
			if f.Low.Valid && truth.Cmp(f.Low.Decimal) < 0 || f.High.Valid && truth.Cmp(f.High.Decimal) > 0 {
				t.Fatalf("%v over %v: %v is outside %+v", a.Figure, b.Figure, truth, f)
			}
		}
	}
}

// allowed is an exact value that the word of precision allows.
func allowed(rng *rand.Rand, q measure.Quantity) measure.Quantity {
	v := q.Figure.Value.Decimal
	switch q.Figure.Precision {
	case briefing.MoreThan:
		v, _ = v.Mul(decimal.MustNew(100+rng.Int64N(900), 2))
	case briefing.UpTo:
		v, _ = v.Mul(decimal.MustNew(1+rng.Int64N(100), 2))
	}
	q.Figure.Value, q.Figure.Precision = briefing.Some(v), briefing.Exact
	return q
}
