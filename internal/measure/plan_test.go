package measure_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/measure"
)

func months(y int, values ...string) []measure.Quantity {
	var out []measure.Quantity
	for i, v := range values {
		if v != "-" {
			out = append(out, measure.Quantity{Figure: fig(v, usd), Period: briefing.Month(y, i+1)})
		}
	}
	return out
}

func TestYearToDate(t *testing.T) {
	tests := []struct {
		outcome           string
		months            []measure.Quantity
		now, then, growth string
		period            string
	}{
		{"the same months only", append(months(2022, "1", "2", "3"), months(2021, "1", "1", "2", "100")...), "6 million-usd", "4 million-usd", "50 percent", "2022-01..2022-03"},
		{"one month", append(months(2022, "3"), months(2021, "2", "9")...), "3 million-usd", "2 million-usd", "50 percent", "2022-01"},
		{"a gap this year", append(months(2022, "1", "-", "3"), months(2021, "1", "1", "2")...), measure.WhyGap, "4 million-usd", measure.WhyGap, "2022-01..2022-03"},
		{"a gap last year", append(months(2022, "1", "2"), months(2021, "1")...), "3 million-usd", measure.WhyGap, measure.WhyGap, "2022-01..2022-02"},
		{"a month stated twice", append(months(2022, "1", "2"), months(2022, "1")...), measure.WhyRepeated, measure.WhyGap, measure.WhyRepeated, "2022-01..2022-02"},
		{"no months at all", nil, measure.WhyValueMissing, measure.WhyValueMissing, measure.WhyValueMissing, ""},
		{"a month that is a lower bound", append(months(2022, "1", "more-than 2"), months(2021, "1", "1")...), "at-least 3 million-usd", "2 million-usd", "at-least 50 percent", "2022-01..2022-02"},
	}
	for _, tt := range tests {
		t.Run(tt.outcome, func(t *testing.T) {
			c := measure.YearToDate(tt.months, 2022)
			if printed(c.Now, 1) != tt.now || printed(c.Then, 1) != tt.then || printed(c.Growth, 1) != tt.growth || c.Now.Period.String() != tt.period {
				t.Errorf("%s (%v), %s, %s", printed(c.Now, 1), c.Now.Period, printed(c.Then, 1), printed(c.Growth, 1))
			}
		})
	}
}

func TestPlanAndPace(t *testing.T) {
	done := year("750", "2022-01..2022-09")
	tests := []struct {
		outcome string
		got     measure.Result
		want    string
	}{
		{"fulfilled so far", measure.PlanFulfilment(done, year("1000", "2022")), "75 percent"},
		{"of a plan of an unclear year", measure.PlanFulfilment(done, year("1000", "by-2024")), measure.WhyPlanYear},
		{"of a month that does not begin with the plan's year", measure.PlanFulfilment(year("75", "2022-10"), year("1000", "2022")), measure.WhyPeriodsDiffer},
		{"of January", measure.PlanFulfilment(year("75", "2022-01"), year("1000", "2022")), "7.5 percent"},
		{"of another year's plan", measure.PlanFulfilment(done, year("1000", "2023")), measure.WhyPeriodsDiffer},
		{"of a plan given as a lower bound", measure.PlanFulfilment(done, year("more-than 1000", "2022")), "at-most 75 percent"},
		{"of a zero plan", measure.PlanFulfilment(done, year("0", "2022")), measure.WhyBaseZero},
		{"short of the plan", measure.PlanGap(done, year("1000", "2022")), "-250 million-usd"},
		{"pace needed", measure.Pace(year("1000", "2022"), done), "83.3 million-usd"},
		{"pace to a range", measure.Pace(year("990..1050", "2022"), done), "80..100 million-usd"},
		{"reached", measure.Pace(year("700", "2022"), done), measure.WhyReached},
		{"the year is over", measure.Pace(year("1000", "2022"), year("990", "2022")), measure.WhyNoMonthsLeft},
		{"months that don't start with the year", measure.Pace(year("1000", "2022"), year("990", "2022-02..2022-09")), measure.WhyPeriodsDiffer},
		{"pace of an unclear year", measure.Pace(year("1000", "by-2022"), done), measure.WhyPlanYear},
		{"against the same months", measure.PaceAgainst(year("1000", "2022"), done, year("200", "2021-10..2021-12")), "25 percent"},
		{"against other months", measure.PaceAgainst(year("1000", "2022"), done, year("200", "2021-09..2021-12")), measure.WhyPeriodsDiffer},
		{"one month left", measure.PaceAgainst(year("1000", "2022"), year("900", "2022-01..2022-11"), year("80", "2021-12")), "25 percent"},
	}
	for _, tt := range tests {
		if got := printed(tt.got, 1); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.outcome, got, tt.want)
		}
	}
	plan := year("1000", "2022")
	plan.Nature = briefing.NaturePlan
	if r := measure.PlanFulfilment(done, plan); r.Planned || len(r.Notes) != 1 || r.Notes[0] != measure.NotePartOfPeriod {
		t.Errorf("%+v", r)
	}
}
