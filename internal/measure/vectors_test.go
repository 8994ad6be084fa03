package measure_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/measure"
)

// q makes a quantity of the words a source uses: a number, "about 90",
// "more-than 200", "up-to 5", "915..930", "hundreds-of", "" for none.
func q(figure string, unit briefing.Unit, period string) measure.Quantity {
	return measure.Quantity{Figure: fig(figure, unit), Period: briefing.Per(period)}
}

func fig(s string, unit briefing.Unit) briefing.Figure {
	f := briefing.Figure{Unit: unit}
	for _, p := range briefing.Precisions() {
		if p != "" && len(s) >= len(p) && s[:len(p)] == string(p) {
			f.Precision = p
			s = s[len(p):]
		}
	}
	for len(s) > 0 && s[0] == ' ' {
		s = s[1:]
	}
	for i := range len(s) - 1 {
		if s[i:i+2] == ".." {
			f.Low, f.High = briefing.SomeNum(s[:i]), briefing.SomeNum(s[i+2:])
			return f
		}
	}
	if s != "" {
		f.Value = briefing.SomeNum(s)
	}
	return f
}

func scoped(x measure.Quantity, set func(*measure.Scope)) measure.Quantity {
	set(&x.Scope)
	return x
}

// printed is the result as the words of q, rounded to the decimals.
func printed(r measure.Result, decimals int) string {
	if !r.Defined {
		return r.Why
	}
	num := func(n briefing.MaybeNumber) string { return n.Decimal.Round(decimals).Trim(0).String() }
	s := ""
	if r.Figure.Precision != "" {
		s = string(r.Figure.Precision) + " "
	}
	switch f := r.Figure; {
	case f.Value.Valid:
		s += num(f.Value)
	case f.Low.Valid && f.High.Valid:
		s += num(f.Low) + ".." + num(f.High)
	case f.Low.Valid:
		s += "at-least " + num(f.Low)
	case f.High.Valid:
		s += "at-most " + num(f.High)
	}
	if f := r.Figure; f.Unit != "" {
		s += " " + string(f.Unit)
	}
	return s
}

func TestVectors(t *testing.T) {
	bn := func(s, year string) measure.Quantity { return q(s, "billion-usd", year) }
	flow := func(f string, x measure.Quantity) measure.Quantity {
		return scoped(x, func(s *measure.Scope) { s.Reporter, s.Partner, s.Flow = "CN", "RU", f })
	}
	kt := func(s string) measure.Quantity { return q(s, "thousand-t", "") }
	mln := func(s string) measure.Quantity { return q(s, "million-usd", "") }
	nine := func(s string, u briefing.Unit, y string) measure.Quantity { return q(s, u, y+"-01.."+y+"-09") }
	imports, exports := flow("import", bn("114.149", "2022")), flow("export", bn("76.122", "2022"))
	base := measure.ImpliedBase(bn("190.271", "2022"), briefing.Num("29.3"))
	uv := func(r measure.Result) measure.Quantity { return r.Quantity() }

	tests := []struct {
		outcome  string
		got      measure.Result
		decimals int
		want     string
	}{
		{"balance for Russia: its exports are China's imports", measure.Balance(imports, exports), 3, "38.027 billion-usd"},
		{"cover", measure.Cover(imports, exports), 1, "150 percent"},
		{"total of 2021 implied by +29.3 %", base, 2, "147.15 billion-usd"},
		{"contribution of China's exports", contribution("76.122", "12.8", base), 2, "5.87 pp"},
		{"contribution of China's imports", contribution("114.149", "43.4", base), 2, "23.48 pp"},

		{"unit value of the plan", measure.UnitValue(mln("576"), kt("283.5")), 1, "2031.7 usd-per-t"},
		{"unit value of the year before as bare numbers", measure.UnitValue(mln("430"), kt("200")), 1, "2150 usd-per-t"},
		{"growth of weight as bare numbers", measure.Growth(kt("283.5"), kt("200")), 2, "41.75 percent"},
		{"growth of value as bare numbers", measure.Growth(mln("576"), mln("430")), 2, "33.95 percent"},
		{"growth of unit value as bare numbers", measure.Growth(uv(measure.UnitValue(mln("576"), kt("283.5"))), uv(measure.UnitValue(mln("430"), kt("200")))), 2, "-5.5 percent"},

		{"beef: unit value now", measure.UnitValue(nine("138.5", "million-usd", "2022"), nine("18.73", "thousand-t", "2022")), 1, "7394.6 usd-per-t"},
		{"beef: unit value then", measure.UnitValue(nine("105", "million-usd", "2021"), nine("16.4", "thousand-t", "2021")), 1, "6402.4 usd-per-t"},
		{"beef: growth of value", measure.Growth(nine("138.5", "million-usd", "2022"), nine("105", "million-usd", "2021")), 1, "31.9 percent"},
		{"beef: growth of volume", measure.Growth(nine("18.73", "thousand-t", "2022"), nine("16.4", "thousand-t", "2021")), 1, "14.2 percent"},
		{"beef: growth of unit value", measure.Growth(
			uv(measure.UnitValue(nine("138.5", "million-usd", "2022"), nine("18.73", "thousand-t", "2022"))),
			uv(measure.UnitValue(nine("105", "million-usd", "2021"), nine("16.4", "thousand-t", "2021")))), 1, "15.5 percent"},

		{"growth over three years a year", measure.CAGR(mlnOf("1700", "2022"), mlnOf("961.8", "2019")), 1, "20.9 percent"},
		{"plan as a range: two values", measure.PlanFulfilment(mlnOf("961.8", "2019"), mlnOf("915..930", "2019")), 1, "103.4..105.1 percent"},
		{"over the plan", measure.PlanGap(mlnOf("961.8", "2019"), mlnOf("915..930", "2019")), 1, "31.8..46.8 million-usd"},
		{"imports from Russia 2018", measure.Growth(q("58886549221", "usd", "2018"), q("41390293056", "usd", "2017")), 1, "42.3 percent"},
	}
	for _, tt := range tests {
		t.Run(tt.outcome, func(t *testing.T) {
			if got := printed(tt.got, tt.decimals); got != tt.want {
				t.Errorf("got %s, want %s (%v)", got, tt.want, tt.got.Reasons)
			}
		})
	}
	if base.Figure.Status != briefing.Estimated || base.Period != briefing.Year(2021) {
		t.Errorf("the implied base is %+v", base)
	}
}

func mlnOf(s, year string) measure.Quantity { return q(s, "million-usd", year) }

// contribution is that of a flow whose base follows from its own published
// growth, against the implied base of the total.
func contribution(level, growth string, whole measure.Result) measure.Result {
	now := q(level, "billion-usd", "2022")
	then := measure.ImpliedBase(now, briefing.Num(growth))
	return measure.Contribution(now, then.Quantity(), whole.Quantity())
}

// The hub's plan as facts, not as bare numbers: what may be said is the unit
// value of the plan and nothing else.
func TestHubPlanAsFacts(t *testing.T) {
	claim := func(f briefing.Figure, period string) []briefing.Claim {
		return []briefing.Claim{{ID: "a", Figure: f, Period: briefing.Per(period)}}
	}
	fact := func(id, measured, f, period string, unit briefing.Unit) measure.Quantity {
		x := &briefing.Fact{
			ID: briefing.ID(id), Nature: briefing.NaturePlan, Measure: measured, Facility: "hub", Partner: "W00",
			Claims: claim(fig(f, unit), period),
		}
		quantity, ok := measure.OfFact(x)
		if !ok {
			t.Fatal("no claim chosen")
		}
		return quantity
	}
	s23 := fact("S23", "weight", "about 283.5", "by-2024", "thousand-t")
	s24 := fact("S24", "value", "about 576", "by-2024", "million-usd")
	s25q := fact("S25q", "weight", "more-than 200", "2023", "thousand-t")
	s25v := fact("S25v", "value", "more-than 430", "2023", "million-usd")
	s20 := measure.Quantity{
		Figure: fig("about 90", "thousand-t"), Period: briefing.Year(2022),
		Scope: measure.Scope{Measure: "weight", Region: "46000", Partner: "CN"},
	}

	uv := measure.UnitValue(s24, s23)
	if got := printed(uv, 0); got != "about 2032 usd-per-t" || !uv.Planned {
		t.Errorf("unit value of the plan: %s, planned %v", got, uv.Planned)
	}
	if len(uv.Inputs) != 2 || uv.Inputs[0].Ref.ID != "S24" || uv.Inputs[1].Ref.ID != "S23" {
		t.Errorf("inputs: %+v", uv.Inputs)
	}
	refused := []struct {
		outcome string
		got     measure.Result
		want    []string
	}{
		{"unit value of two lower bounds", measure.UnitValue(s25v, s25q), []string{measure.WhyLowerBounds}},
		{"growth to a plan of an unclear year", measure.Growth(s23, s25q), []string{measure.WhyPlanYear, measure.WhyBaseLowerBound}},
		{"change to a plan of an unclear year", measure.AbsoluteChange(s24, s25v), []string{measure.WhyPlanYear, measure.WhyBaseLowerBound}},
		{"a hub's exports against a region's goods", measure.Growth(s23, s20), []string{measure.WhyScopeDiffers, measure.WhyPlanYear}},
	}
	for _, tt := range refused {
		if tt.got.Defined || len(tt.got.Reasons) != len(tt.want) {
			t.Errorf("%s: %v %v", tt.outcome, tt.got.Reasons, printed(tt.got, 1))
			continue
		}
		for i, w := range tt.want {
			if tt.got.Reasons[i] != w {
				t.Errorf("%s: %v, want %v", tt.outcome, tt.got.Reasons, tt.want)
			}
		}
	}
}
