package measure_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/measure"
)

const usd, kt = briefing.Unit("million-usd"), briefing.Unit("thousand-t")

func year(s string, y string) measure.Quantity { return q(s, usd, y) }

func TestGrowthByTheWordsOfItsInputs(t *testing.T) {
	tests := []struct{ outcome, now, then, want string }{
		{"two exact numbers", "110", "100", "10 percent"},
		{"a fall is negative", "90", "100", "-10 percent"},
		{"no change is zero", "100", "100", "0 percent"},
		{"an approximation gives an approximation", "about 110", "100", "about 10 percent"},
		{"almost is an approximation", "almost 110", "about 100", "about 10 percent"},
		{"a lower bound over an exact base is a lower bound", "more-than 110", "100", "at-least 10 percent"},
		{"an upper bound over an exact base is an upper bound", "up-to 110", "100", "at-most 10 percent"},
		{"an exact value over a lower bound is an upper bound", "110", "more-than 100", "at-most 10 percent"},
		{"an exact value over an upper bound is a lower bound", "110", "up-to 100", "at-least 10 percent"},
		{"two lower bounds say nothing", "more-than 110", "more-than 100", measure.WhyLowerBounds},
		{"two upper bounds say nothing", "up-to 110", "up-to 100", measure.WhyUpperBounds},
		{"a lower bound over an upper one is a lower bound", "more-than 110", "up-to 100", "at-least 10 percent"},
		{"a range gives two values", "110..120", "100", "10..20 percent"},
		{"two ranges give their corners", "110..120", "100..110", "0..20 percent"},
		{"words are not a number", "hundreds-of", "100", measure.WhyValueMissing},
		{"hundreds of a number are vague", "hundreds-of 100", "100", measure.WhyVague},
		{"a missing value", "", "100", measure.WhyValueMissing},
		{"a missing base", "110", "", measure.WhyBaseMissing},
		{"a zero base", "110", "0", measure.WhyBaseZero},
		{"a negative base", "110", "-5", measure.WhyBaseNegative},
		{"a fall to nothing", "0", "100", "-100 percent"},
	}
	for _, tt := range tests {
		t.Run(tt.outcome, func(t *testing.T) {
			if got := printed(measure.Growth(year(tt.now, "2022"), year(tt.then, "2021")), 1); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
	zero := measure.AbsoluteChange(year("110", "2022"), year("0", "2021"))
	if got := printed(zero, 1); got != "110 million-usd" {
		t.Errorf("the absolute change over a zero base stays: %s", got)
	}
	words := measure.Quantity{Figure: briefing.Figure{Words: briefing.Text{RU: "сотни тысяч тонн"}, Unit: usd}, Period: briefing.Year(2022)}
	if got := printed(measure.Growth(words, year("1", "2021")), 1); got != measure.WhyVague {
		t.Errorf("growth of words: %s", got)
	}
}

func TestGrowthByPeriods(t *testing.T) {
	tests := []struct{ outcome, now, then, want string }{
		{"year on year", "2022", "2021", "10 percent"},
		{"the same months of the year before", "2022-01..2022-10", "2021-01..2021-10", "10 percent"},
		{"month of the year before", "2022-03", "2021-03", "10 percent"},
		{"quarter of the year before", "2022-Q1", "2021-Q1", "10 percent"},
		{"ten months against a year", "2022-01..2022-10", "2021", measure.WhyPeriodsDiffer},
		{"months against other months", "2022-01..2022-10", "2021-01..2021-09", measure.WhyPeriodsDiffer},
		{"month on the month before", "2022-03", "2022-02", measure.WhyPeriodsDiffer},
		{"backwards", "2021", "2022", measure.WhyPeriodsDiffer},
		{"the same period", "2022", "2022", measure.WhySamePeriod},
		{"a plan of an unclear year", "by-2024", "2023", measure.WhyPlanYear},
		{"no period on one side", "2022", "", measure.WhyPeriodMissing},
		{"several years", "2022", "2019", "10 percent"},
	}
	for _, tt := range tests {
		t.Run(tt.outcome, func(t *testing.T) {
			r := measure.Growth(year("110", tt.now), year("100", tt.then))
			if got := printed(r, 1); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			if tt.outcome == "several years" && (len(r.Notes) != 1 || r.Notes[0] != measure.NoteYearsApart) {
				t.Errorf("notes %v", r.Notes)
			}
		})
	}
}

func TestGrowthByScopeAndUnit(t *testing.T) {
	a, b := year("1.1", "2022"), q("100000", "thousand-usd", "2021")
	tests := []struct {
		outcome string
		now     measure.Quantity
		then    measure.Quantity
		want    string
	}{
		{"scales of one unit are one unit", year("110", "2022"), b, "10 percent"},
		{"kilograms are tonnes", q("1.1", kt, "2022"), q("1000000", "kg", "2021"), "10 percent"},
		{"tonnes are kilograms", q("1100000", "kg", "2022"), q("1", kt, "2021"), "10 percent"},
		{"value against weight", a, q("1", kt, "2021"), measure.WhyUnitsDiffer},
		{"storage against capacity a year", q("40", kt, "2022"), q("40", "thousand-t-per-year", "2021"), measure.WhyUnitsDiffer},
		{"dollars against yuan", a, q("1", "million-cny", "2021"), "measure.why.currencies-differ USD CNY"},
		{"another partner", scoped(a, func(s *measure.Scope) { s.Partner = "CN" }), year("1", "2021"), measure.WhyScopeDiffers},
		{"another product", scoped(a, func(s *measure.Scope) { s.Codes = "02" }), year("1", "2021"), measure.WhyScopeDiffers},
		{"FOB against CIF", scoped(a, func(s *measure.Scope) { s.Basis = "FOB" }), scoped(year("1", "2021"), func(s *measure.Scope) { s.Basis = "CIF" }), "measure.why.bases-differ FOB CIF"},
		{"a basis that one source leaves out", scoped(a, func(s *measure.Scope) { s.Basis = "FOB" }), year("1", "2021"), "10 percent"},
	}
	for _, tt := range tests {
		t.Run(tt.outcome, func(t *testing.T) {
			if got := printed(measure.Growth(tt.now, tt.then), 1); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestLargeGrowthIsTimes(t *testing.T) {
	for now, want := range map[string]string{"300": "", "300.1": "3.001", "1000": "10"} {
		r := measure.Growth(year(now, "2022"), year("100", "2021"))
		got := ""
		if r.Times.Valid {
			got = r.Times.Decimal.Trim(0).String()
		}
		if got != want {
			t.Errorf("%s against 100: %q times, want %q", now, got, want)
		}
	}
}

func TestStatusPlanAndSampleTravel(t *testing.T) {
	a, b := year("110", "2022"), year("100", "2021")
	a.Figure.Status, b.Figure.Status = briefing.Normal, briefing.Estimated
	b.Sample, a.Nature = true, briefing.NaturePlan
	r := measure.Growth(a, b)
	if r.Figure.Status != briefing.Estimated || !r.Sample || !r.Planned {
		t.Errorf("%+v", r)
	}
	a.Figure.Status = briefing.Forecast
	if r := measure.Growth(a, b); r.Figure.Status != briefing.Forecast {
		t.Errorf("a forecast over an estimate is %q", r.Figure.Status)
	}
	b.Figure.Status = briefing.Missing
	if r := measure.Growth(a, b); r.Defined || r.Why != measure.WhyUnpublished {
		t.Errorf("a base of which a part is not published: %+v", r)
	}
	stated := b.Figure.Value
	b.Figure.Value = briefing.MaybeNumber{}
	if r := measure.Growth(a, b); r.Defined || r.Why != measure.WhyBaseMissing {
		t.Errorf("a missing base: %+v", r)
	}
	b.Figure.Status, b.Figure.Value = briefing.SeriesBreak, stated
	if r := measure.Growth(a, b); len(r.Notes) != 1 || r.Notes[0] != measure.NoteBreak {
		t.Errorf("a break is noted: %v", r.Notes)
	}
}

func TestCAGR(t *testing.T) {
	if r := measure.CAGR(year("1700", "2022"), year("961.8", "2019")); r.Years != 3 || r.Period != briefing.Year(2022) || r.Base != briefing.Year(2019) || len(r.Notes) != 0 {
		t.Errorf("%+v", r)
	}
	tests := []struct {
		outcome   string
		now, then measure.Quantity
		want      string
	}{
		{"one year is the growth", year("110", "2022"), year("100", "2021"), "10 percent"},
		{"two years", year("121", "2022"), year("100", "2020"), "10 percent"},
		{"to nothing", year("0", "2022"), year("100", "2020"), measure.WhyNotPositive},
		{"from nothing", year("1", "2022"), year("0", "2020"), measure.WhyBaseZero},
		{"the same year", year("1", "2022"), year("1", "2022"), measure.WhySamePeriod},
		{"without years", year("1", ""), year("1", ""), measure.WhyPeriodMissing},
		{"an approximation", year("about 121", "2022"), year("100", "2020"), "about 10 percent"},
		{"a lower bound", year("more-than 121", "2022"), year("100", "2020"), "at-least 10 percent"},
	}
	for _, tt := range tests {
		if got := printed(measure.CAGR(tt.now, tt.then), 6); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.outcome, got, tt.want)
		}
	}
}

func TestShares(t *testing.T) {
	parts := []measure.Quantity{year("1", "2022"), year("1", "2022"), year("1", "2022")}
	rs := measure.Shares(parts)
	if got := printed(rs[0], 1); got != "33.3 percent" {
		t.Errorf("a third is %s", got)
	}
	if rest, ok := measure.RoundingRest(rs, 1); !ok || rest.String() != "0.1" {
		t.Errorf("rounding rest %v %v", rest, ok)
	}
	tests := []struct {
		outcome string
		got     measure.Result
		want    string
	}{
		{"a bound in a known whole", measure.Share(year("up-to 8.8", "2022"), year("100", "2022")), "at-most 8.8 percent"},
		{"a part of a lower bound", measure.Share(year("8.8", "2022"), year("more-than 100", "2022")), "at-most 8.8 percent"},
		{"of nothing", measure.Share(year("1", "2022"), year("0", "2022")), measure.WhyWholeNotPositive},
		{"of another year", measure.Share(year("1", "2022"), year("10", "2021")), measure.WhyPeriodsDiffer},
		{"of another flow", measure.Share(scoped(year("1", "2022"), func(s *measure.Scope) { s.Flow = "export" }), scoped(year("10", "2022"), func(s *measure.Scope) { s.Flow = "import" })), measure.WhyScopeDiffers},
		{"of another currency", measure.Share(year("1", "2022"), q("10", "million-cny", "2022")), "measure.why.currencies-differ USD CNY"},
		{"of a product in all goods", measure.Share(scoped(year("1", "2022"), func(s *measure.Scope) { s.Codes = "02" }), year("10", "2022")), "10 percent"},
		{"change in share is in points", measure.ShareChange(year("30", "2022"), year("100", "2022"), year("25", "2021"), year("100", "2021")), "5 pp"},
		{"change in share of months against a year", measure.ShareChange(year("30", "2022-01..2022-10"), year("100", "2022-01..2022-10"), year("25", "2021"), year("100", "2021")), measure.WhyPeriodsDiffer},
	}
	for _, tt := range tests {
		if got := printed(tt.got, 1); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.outcome, got, tt.want)
		}
	}
	if r := measure.Share(year("11", "2022"), year("10", "2022")); len(r.Notes) != 1 || r.Notes[0] != measure.NoteExceeds {
		t.Errorf("a part above its whole is noted: %v", r.Notes)
	}
}

func TestRank(t *testing.T) {
	all := []measure.Quantity{year("10", "2022"), q("30000", "thousand-usd", "2022"), year("20", "2022"), year("", "2022"), year("20", "2022")}
	tests := []struct{ i, place, tied int }{{1, 1, 1}, {2, 2, 2}, {4, 2, 2}, {0, 4, 1}}
	for _, tt := range tests {
		r := measure.Rank(tt.i, all)
		place, _, _ := r.Figure.Value.Decimal.Int64(0)
		if !r.Defined || int(place) != tt.place || r.Tied != tt.tied || r.Of != 4 {
			t.Errorf("%d: place %d, tied %d, of %d, %s", tt.i, place, r.Tied, r.Of, r.Why)
		}
		if len(r.Notes) != 1 || r.Notes[0] != measure.NoteLeftOut {
			t.Errorf("%d: notes %v", tt.i, r.Notes)
		}
	}
	if r := measure.Rank(3, all); r.Why != measure.WhyValueMissing {
		t.Errorf("the place of nothing: %+v", r)
	}
	open := []measure.Quantity{year("more-than 15", "2022"), year("10", "2022"), year("20", "2022")}
	if r := measure.Rank(0, open); r.Why != measure.WhyRankUnclear {
		t.Errorf("a bound that may be above or below: %+v", r)
	}
	if r := measure.Rank(1, open); !r.Defined || r.Figure.Value.Decimal.String() != "3" {
		t.Errorf("below the bound in any case: %+v", r)
	}
	if got := measure.Ranking(all); got[0] != 1 || got[1] != 2 || got[2] != 4 || got[3] != 0 || got[4] != 3 {
		t.Errorf("order %v", got)
	}
}

func TestUnitValue(t *testing.T) {
	value := scoped(year("10", "2022"), func(s *measure.Scope) { s.Measure = "value" })
	weight := scoped(q("5", kt, "2022"), func(s *measure.Scope) { s.Measure = "weight" })
	other := scoped(weight, func(s *measure.Scope) { s.Codes = "02" })
	tests := []struct {
		outcome string
		got     measure.Result
		want    string
	}{
		{"dollars a tonne", measure.UnitValue(value, weight), "2000 usd-per-t"},
		{"kilograms", measure.UnitValue(q("1000", "usd", "2022"), q("500", "kg", "2022")), "2000 usd-per-t"},
		{"in another currency", measure.UnitValue(q("1000", "cny", "2022"), q("500", "kg", "2022")), "2000 cny-per-t"},
		{"no quantity", measure.UnitValue(value, q("", kt, "2022")), measure.WhyNoQuantity},
		{"zero quantity", measure.UnitValue(value, scoped(q("0", kt, "2022"), func(s *measure.Scope) { s.Measure = "weight" })), measure.WhyNoQuantity},
		{"of another year", measure.UnitValue(value, scoped(q("5", kt, "2021"), func(s *measure.Scope) { s.Measure = "weight" })), measure.WhyPeriodsDiffer},
		{"of another product", measure.UnitValue(value, other), measure.WhyScopeDiffers},
		{"pieces are no weight", measure.UnitValue(year("1", "2022"), q("5", "pcs", "2022")), measure.WhyUnitsDiffer},
		{"of a capacity", measure.UnitValue(year("1", "2022"), q("5", "thousand-t-per-year", "2022")), measure.WhyUnitsDiffer},
	}
	for _, tt := range tests {
		if got := printed(tt.got, 1); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.outcome, got, tt.want)
		}
	}
	var rs []measure.Result
	for _, w := range []string{"5", "5", "5", "5", "1"} {
		rs = append(rs, measure.UnitValue(year("10", "2022"), q(w, kt, "2022")))
	}
	for i, r := range measure.Outliers(rs) {
		if (len(r.Notes) == 1) != (i == 4) {
			t.Errorf("%d: notes %v", i, r.Notes)
		}
	}
}

func TestBalanceNotes(t *testing.T) {
	x := scoped(year("10", "2022"), func(s *measure.Scope) { s.Flow, s.Basis, s.Reporter, s.Partner = "export", "FOB", "CN", "RU" })
	m := scoped(year("20", "2022"), func(s *measure.Scope) { s.Flow, s.Basis, s.Reporter, s.Partner = "import", "CIF", "CN", "RU" })
	if r := measure.Balance(x, m); printed(r, 1) != "-10 million-usd" || len(r.Notes) != 1 || r.Notes[0] != measure.NoteBasisMixed || len(r.Inputs) != 2 {
		t.Errorf("%+v", r)
	}
	mirror := scoped(year("20", "2022"), func(s *measure.Scope) { s.Flow, s.Basis, s.Reporter, s.Partner = "export", "FOB", "RU", "CN" })
	if r := measure.Balance(x, mirror); !r.Defined || len(r.Notes) != 1 || r.Notes[0] != measure.NoteReporters {
		t.Errorf("%+v", r)
	}
	if r := measure.Cover(x, scoped(year("0", "2022"), func(s *measure.Scope) { *s = m.Scope })); r.Why != measure.WhyBaseZero {
		t.Errorf("%+v", r)
	}
}

func TestOverflowIsRefusedByName(t *testing.T) {
	big := "9999999999999999999"
	if r := measure.AbsoluteChange(year(big, "2022"), year("-"+big, "2021")); r.Defined || r.Why != measure.WhyOverflow {
		t.Errorf("%+v", r)
	}
	if r := measure.Growth(q("1", "trillion-usd", "2022"), q("0.0000000000000000001", "usd", "2021")); r.Defined {
		t.Errorf("%+v", r)
	}
}

func TestBareNumbers(t *testing.T) {
	n, none := briefing.SomeNum, briefing.MaybeNumber{}
	for want, got := range map[string]measure.Result{
		"10 percent":                measure.GrowthOf(n("110"), n("100")),
		"10":                        measure.AbsoluteOf(n("110"), n("100")),
		"25 percent":                measure.ShareOf(n("1"), n("4")),
		"5 pp":                      measure.ContributionTo(n("15"), n("10"), n("100")),
		measure.WhyBaseMissing:      measure.GrowthOf(n("1"), none),
		measure.WhyValueMissing:     measure.GrowthOf(none, n("1")),
		measure.WhyBaseZero:         measure.GrowthOf(n("1"), n("0")),
		measure.WhyWholeNotPositive: measure.ShareOf(n("1"), n("0")),
	} {
		if p := printed(got, 1); p != want {
			t.Errorf("%s, want %s", p, want)
		}
	}
}

func TestEveryMeasureIsRegisteredOnceAndNamed(t *testing.T) {
	seen := map[string]bool{}
	for _, m := range measure.All() {
		if seen[m.Key] {
			t.Errorf("%s twice", m.Key)
		}
		seen[m.Key] = true
	}
	texts, err := os.ReadFile("../lang/texts/ru/measure.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range measure.All() {
		for _, key := range []string{m.Name(), m.Formula()} {
			if !strings.Contains(string(texts), `"`+key+`" = `) {
				t.Errorf("no text %s", key)
			}
		}
	}
	source, err := os.ReadFile("result.go")
	if err != nil {
		t.Fatal(err)
	}
	keys := regexp.MustCompile(`"(measure\.(?:why|note)\.[a-z-]+)"`).FindAllStringSubmatch(string(source), -1)
	if len(keys) < 30 {
		t.Fatalf("only %d reasons and notes found", len(keys))
	}
	for _, m := range keys {
		if !strings.Contains(string(texts), `"`+m[1]+`" = `) {
			t.Errorf("no text %s", m[1])
		}
	}
	for _, r := range []measure.Result{
		measure.GrowthOf(briefing.SomeNum("1"), briefing.SomeNum("1")), measure.Rank(0, []measure.Quantity{year("1", "2022")}),
		measure.YearToDate(months(2022, "1"), 2022).Now,
	} {
		if !seen[r.Measure] {
			t.Errorf("%q is not registered", r.Measure)
		}
	}
}
