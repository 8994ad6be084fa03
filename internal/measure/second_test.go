package measure_test

import (
	"math/rand/v2"
	"testing"

	"github.com/govalues/decimal"

	"briefing/internal/briefing"
	"briefing/internal/measure"
)

// named sets the product, so that lists can be told apart.
func named(code string, x measure.Quantity) measure.Quantity {
	return scoped(x, func(s *measure.Scope) { s.Codes = code })
}

// The expected values were computed by hand from the definitions.
func TestMeasuresOfStructureAndPrice(t *testing.T) {
	parts := []measure.Quantity{mlnOf("50", "2022"), mlnOf("30", "2022"), mlnOf("20", "2022")}
	spread := measure.Concentration(parts)
	beef := measure.Prices([]measure.Priced{{
		NowValue: mlnOf("138.5", "2022"), ThenValue: mlnOf("105", "2021"),
		NowQuantity: q("18.73", "thousand-t", "2022"), ThenQuantity: q("16.4", "thousand-t", "2021"),
	}})
	region := func(x measure.Quantity) measure.Quantity {
		return scoped(x, func(s *measure.Scope) { s.Region = "46000" })
	}
	rca := measure.RCA(mlnOf("20", "2022"), mlnOf("100", "2022"), mlnOf("500", "2022"), mlnOf("10000", "2022"))
	mirror := scoped(mlnOf("120", "2022"), func(s *measure.Scope) { s.Reporter, s.Partner, s.Flow, s.Basis = "CN", "RU", "import", "CIF" })
	own := scoped(mlnOf("100", "2022"), func(s *measure.Scope) { s.Reporter, s.Partner, s.Flow, s.Basis = "RU", "CN", "export", "FOB" })
	gap, ratio := measure.MirrorGap(mirror, own, briefing.MaybeNumber{})
	gapFOB, _ := measure.MirrorGap(mirror, own, briefing.SomeNum("1.2"))
	hub := func(m, f string, u briefing.Unit) measure.Quantity {
		return scoped(q(f, u, "2022"), func(s *measure.Scope) { s.Measure, s.Facility = m, "hub" })
	}

	for _, tt := range []struct {
		outcome  string
		got      measure.Result
		decimals int
		want     string
	}{
		{"share of the change", measure.ContributionShare(mlnOf("15", "2022"), mlnOf("10", "2021"), mlnOf("120", "2022"), mlnOf("100", "2021")), 1, "25 percent"},
		{"concentration", spread.HHI, 3, "0.38"},
		{"normalised: (0.38 − 1/3)/(2/3)", spread.Normalised, 3, "0.07"},
		{"effective number", spread.Effective, 2, "2.63"},
		{"comparative advantage: 20 % against 5 %", rca, 2, "4"},
		{"symmetric: 3/5", measure.SymmetricRCA(rca), 2, "0.6"},
		{"intensity: 30 % against 10 %", measure.TradeIntensity(mlnOf("30", "2022"), mlnOf("100", "2022"), mlnOf("100", "2022"), mlnOf("1000", "2022")), 2, "3"},
		{"complementarity: shares 0.5, 0.5 against 0.8, 0.2", measure.Complementarity(
			[]measure.Quantity{named("02", mlnOf("5", "2022")), named("03", mlnOf("5", "2022"))},
			[]measure.Quantity{named("02", mlnOf("8", "2022")), named("03", mlnOf("2", "2022"))}), 1, "70"},
		{"diversification of the same", measure.Diversification(
			[]measure.Quantity{named("02", mlnOf("5", "2022")), named("03", mlnOf("5", "2022"))},
			[]measure.Quantity{named("02", mlnOf("80", "2022")), named("03", mlnOf("20", "2022"))}), 2, "0.3"},
		{"beef: what the price gave", beef.Price, 2, "17.43 million-usd"},
		{"beef: what the amount gave", beef.Quantity, 2, "16.07 million-usd"},
		{"beef: price index is the ratio of unit values", beef.Fisher, 3, "1.155"},
		{"beef: volume index is the ratio of weights", beef.Volume, 3, "1.142"},
		{"beef: all of it is matched", beef.Coverage, 0, "100 percent"},
		{"mirror: 120 against 100", gap, 1, "20 million-usd"},
		{"mirror in per cent of the middle", ratio, 2, "18.18 percent"},
		{"mirror with a factor that was set", gapFOB, 1, "0 million-usd"},
		{"index, 2019 = 100", measure.Index(mlnOf("1700", "2022"), mlnOf("961.8", "2019")), 1, "176.8"},
		{"index of the base", measure.Index(mlnOf("961.8", "2019"), mlnOf("961.8", "2019")), 1, "100"},
		{"index before the base", measure.Index(mlnOf("829", "2018"), mlnOf("961.8", "2019")), 1, "86.2"},
		{"variance to plan", measure.PlanVariance(mlnOf("110", "2022"), mlnOf("100", "2022")), 1, "10 percent"},
		{"expected by October", measure.ExpectedByNow(mlnOf("120", "2022"), mlnOf("90", "2022-01..2022-10"), nil), 1, "100 million-usd"},
		{"utilisation", measure.Utilisation(hub("throughput", "325", "thousand-t"), hub("capacity", "650", "thousand-t-per-year")), 1, "50 percent"},
		{"turns", measure.Turns(hub("throughput", "325", "thousand-t"), hub("storage", "65", "thousand-t")), 1, "5"},
	} {
		if got := printed(tt.got, tt.decimals); got != tt.want {
			t.Errorf("%s: got %s, want %s (%v)", tt.outcome, got, tt.want, tt.got.Reasons)
		}
	}
	if r := measure.RCA(region(mlnOf("20", "2022")), region(mlnOf("100", "2022")), mlnOf("500", "2022"), mlnOf("10000", "2022")); r.Measure != "localisation" {
		t.Errorf("a region against its country is called %s", r.Measure)
	}
	if len(gap.Notes) == 0 {
		t.Error("a mirror gap says nothing of the bases")
	}
}

func TestWhatCannotBeComputedIsNamed(t *testing.T) {
	none := measure.Quantity{Figure: briefing.Figure{Unit: "million-usd"}, Period: briefing.Year(2022)}
	priced := func(v1, q1, v0, q0 string) measure.Priced {
		return measure.Priced{
			NowValue: mlnOf(v1, "2022"), ThenValue: mlnOf(v0, "2021"),
			NowQuantity: q(q1, "t", "2022"), ThenQuantity: q(q0, "t", "2021"),
		}
	}
	onlyNew := measure.Prices([]measure.Priced{priced("5", "2", "", "")})
	twice := append(months(2022, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"), months(2022, "1")...)
	for _, tt := range []struct {
		outcome string
		got     measure.Result
		why     string
	}{
		{"share of no change", measure.ContributionShare(mlnOf("1", "2022"), mlnOf("2", "2021"), mlnOf("5", "2022"), mlnOf("5", "2021")), measure.WhyNoChange},
		{"concentration with a missing part", measure.Concentration([]measure.Quantity{mlnOf("1", "2022"), none}).HHI, measure.WhyValueMissing},
		{"concentration of nothing", measure.Concentration(nil).HHI, measure.WhyValueMissing},
		{"concentration with a negative part", measure.Concentration([]measure.Quantity{mlnOf("1", "2022"), mlnOf("-1", "2022")}).HHI, measure.WhyNegativePart},
		{"concentration of bounds", measure.Concentration([]measure.Quantity{mlnOf("more-than 1", "2022"), mlnOf("1", "2022")}).HHI, measure.WhyBoundsUnclear},
		{"normalised of one", measure.Concentration([]measure.Quantity{mlnOf("1", "2022")}).Normalised, measure.WhyOnePart},
		{"lists of other lengths", measure.Diversification([]measure.Quantity{mlnOf("1", "2022")}, nil), measure.WhyPartsDiffer},
		{"lists of other products", measure.Complementarity([]measure.Quantity{named("02", mlnOf("1", "2022"))}, []measure.Quantity{named("03", mlnOf("1", "2022"))}), measure.WhyPartsDiffer},
		{"advantage where the world sells none", measure.RCA(mlnOf("1", "2022"), mlnOf("2", "2022"), mlnOf("0", "2022"), mlnOf("9", "2022")), measure.WhyBaseZero},
		{"price index of new products", onlyNew.Fisher, measure.WhyNothingMatched},
		{"prices of nothing", measure.Prices(nil).Price, measure.WhyNothingMatched},
		{"mirror of the same side", first(measure.MirrorGap(mlnOf("1", "2022"), mlnOf("1", "2021"), briefing.MaybeNumber{})), measure.WhyPeriodsDiffer},
		{"factor below one", first(measure.MirrorGap(mlnOf("1", "2022"), mlnOf("1", "2022"), briefing.SomeNum("0.9"))), measure.WhyNotPositive},
		{"rolling year with a gap", measure.RollingYear(months(2022, "1", "2", "3"), briefing.Month(2022, 3)), measure.WhyGap},
		{"rolling year with a month stated twice", measure.RollingYear(twice, briefing.Month(2022, 12)), measure.WhyRepeated},
		{"seasons of one year", measure.SeasonalIndex(months(2022, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"))[0], measure.WhyThreeYears},
		{"index of a zero base", measure.Index(mlnOf("1", "2022"), mlnOf("0", "2019")), measure.WhyBaseZero},
		{"index of months against a year", measure.Index(mlnOf("1", "2022-01..2022-10"), mlnOf("1", "2021")), measure.WhyPeriodsDiffer},
		{"utilisation by the room of a store", measure.Utilisation(q("1", "t", "2022"), q("2", "t", "2022")), measure.WhyUnitsDiffer},
		{"utilisation of ten months", measure.Utilisation(q("1", "t", "2022-01..2022-10"), q("2", "t-per-year", "2022")), measure.WhyNotAYear},
		{"utilisation by an unclear year", measure.Utilisation(q("1", "t", "by-2024"), q("2", "t-per-year", "2024")), measure.WhyPlanYear},
		{"variance to a plan of another year", measure.PlanVariance(mlnOf("1", "2022"), mlnOf("1", "2021")), measure.WhyPeriodsDiffer},
		{"expected of a plan of an unclear year", measure.ExpectedByNow(mlnOf("1", "by-2024"), mlnOf("1", "2024-01..2024-02"), nil), measure.WhyPlanYear},
		{"market share without demand", measure.ConstantMarketShare([]measure.MarketCell{{
			ExportsNow: mlnOf("1", "2022"), ExportsThen: mlnOf("1", "2021"), DemandNow: mlnOf("1", "2022"), DemandThen: mlnOf("0", "2021"),
		}}).World, measure.WhyBaseZero},
	} {
		if tt.got.Defined || tt.got.Why != tt.why {
			t.Errorf("%s: %s %v, want %s", tt.outcome, printed(tt.got, 3), tt.got.Reasons, tt.why)
		}
	}
}

func first(a, _ measure.Result) measure.Result { return a }

// relative tells whether two numbers agree to twelve digits.
func relative(a, b briefing.Number) bool {
	d, err := a.SubAbs(b)
	if err != nil {
		return false
	}
	scale := a.Abs().Max(b.Abs()).Max(decimal.MustNew(1, 0))
	ratio, err := d.Quo(scale)
	return err == nil && ratio.Cmp(briefing.Num("0.000000000001")) < 0
}

func TestPriceTimesVolumeIsValueAndTheSplitAddsUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	amount := func() string { return decimal.MustNew(1+rng.Int64N(1_000_000_000_000), 2).String() }
	for range 400 {
		var products []measure.Priced
		var now, then briefing.Number
		for range 1 + rng.IntN(15) {
			p := measure.Priced{
				NowValue: q(amount(), "usd", "2022"), ThenValue: q(amount(), "usd", "2021"),
				NowQuantity: q(amount(), "kg", "2022"), ThenQuantity: q(amount(), "kg", "2021"),
			}
			switch rng.IntN(6) {
			case 0:
				p.ThenValue.Figure.Value, p.ThenQuantity.Figure.Value = briefing.MaybeNumber{}, briefing.MaybeNumber{}
			case 1:
				p.NowValue.Figure.Value, p.NowQuantity.Figure.Value = briefing.SomeNum("0"), briefing.SomeNum("0")
			case 2:
				p.NowQuantity.Figure.Value = briefing.MaybeNumber{}
			}
			now, _ = now.Add(p.NowValue.Figure.Value.Decimal)
			then, _ = then.Add(p.ThenValue.Figure.Value.Decimal)
			products = append(products, p)
		}
		out := measure.Prices(products)
		if out.Matched+out.New+out.Vanished+out.LeftOut != len(products) {
			t.Fatalf("%+v products of %d", out, len(products))
		}
		change, _ := now.Sub(then)
		if out.Matched == 0 {
			continue
		}
		parts := sum(t, []measure.Result{out.Price, out.Quantity, out.Structure, out.Unweighted})
		if !relative(parts, change) {
			t.Fatalf("the split gives %v of %v", parts, change)
		}
		// V_t/V_0 of matched products, from the sums that the indices stand on.
		back, _ := out.Fisher.Figure.Value.Decimal.Mul(out.Volume.Figure.Value.Decimal)
		var v1, v0 briefing.Number
		for _, p := range products {
			all := []measure.Quantity{p.NowValue, p.NowQuantity, p.ThenValue, p.ThenQuantity}
			whole := true
			for _, x := range all {
				whole = whole && x.Figure.Value.Valid && x.Figure.Value.Decimal.Sign() > 0
			}
			if whole {
				v1, _ = v1.Add(p.NowValue.Figure.Value.Decimal)
				v0, _ = v0.Add(p.ThenValue.Figure.Value.Decimal)
			}
		}
		want, _ := v1.Quo(v0)
		if !relative(back, want) {
			t.Fatalf("price %v times volume %v is not %v", out.Fisher.Figure.Value, out.Volume.Figure.Value, want)
		}
	}
}

func TestConstantMarketShareAddsUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	amount := func(period string) measure.Quantity {
		return mlnOf(decimal.MustNew(1+rng.Int64N(1_000_000), 1).String(), period)
	}
	for range 300 {
		var cells []measure.MarketCell
		var change briefing.Number
		for _, p := range []string{"02", "03", "15"} {
			for _, m := range []string{"CN", "KZ"} {
				c := measure.MarketCell{
					Product: p, Market: m, ExportsNow: amount("2022"), ExportsThen: amount("2021"),
					DemandNow: amount("2022"), DemandThen: amount("2021"),
				}
				d, _ := c.ExportsNow.Figure.Value.Decimal.Sub(c.ExportsThen.Figure.Value.Decimal)
				change, _ = change.Add(d)
				cells = append(cells, c)
			}
		}
		s := measure.ConstantMarketShare(cells)
		parts := sum(t, []measure.Result{s.World, s.Product, s.Market, s.Competitiveness})
		if !relative(parts, change) {
			t.Fatalf("%v of %v", parts, change)
		}
	}
	// One product, one market, a share that did not change: all is demand.
	s := measure.ConstantMarketShare([]measure.MarketCell{{
		Product: "02", Market: "CN", ExportsNow: mlnOf("30", "2022"), ExportsThen: mlnOf("20", "2021"),
		DemandNow: mlnOf("300", "2022"), DemandThen: mlnOf("200", "2021"),
	}})
	if printed(s.World, 1) != "10 million-usd" || printed(s.Competitiveness, 1) != "0 million-usd" {
		t.Errorf("a constant share: %s and %s", printed(s.World, 1), printed(s.Competitiveness, 1))
	}
}

func TestTwelveMonthsAndSeasons(t *testing.T) {
	var list []measure.Quantity
	for _, y := range []int{2020, 2021, 2022} {
		list = append(list, months(y, "10", "10", "10", "10", "10", "10", "10", "10", "10", "10", "10", "130")...)
	}
	r := measure.RollingYear(list, briefing.Month(2022, 6))
	if printed(r, 0) != "240 "+string(list[0].Figure.Unit) || r.Period.String() != "2021-07..2022-06" {
		t.Errorf("twelve months: %s over %s", printed(r, 0), r.Period)
	}
	if whole := measure.RollingYear(list, briefing.Month(2022, 12)); whole.Period != briefing.Year(2022) {
		t.Errorf("twelve months of one year are %s", whole.Period)
	}
	season := measure.SeasonalIndex(list)
	if printed(season[0], 2) != "0.5" || printed(season[11], 2) != "6.5" || season[0].Years != 3 {
		t.Errorf("seasons: %s and %s over %d years", printed(season[0], 2), printed(season[11], 2), season[0].Years)
	}
	target := scoped(q("240", list[0].Figure.Unit, "2023"), func(s *measure.Scope) { *s = list[0].Scope })
	done := scoped(q("1", list[0].Figure.Unit, "2023-01..2023-06"), func(s *measure.Scope) { *s = list[0].Scope })
	if r := measure.ExpectedByNow(target, done, &season); printed(r, 0) != "60 "+string(target.Figure.Unit) {
		t.Errorf("by season: %s %v", printed(r, 0), r.Reasons)
	}
}
