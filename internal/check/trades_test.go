package check_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// Check 43 adds trade up without its goods first and looks into the chapters of
// those alone that differ. Here everything is added up row by row with the goods
// of all, and the findings are the same.
func TestTotalsThatDifferAreFoundWithoutALookAtAllGoods(t *testing.T) {
	some := 0
	for seed := range uint64(120) {
		p, want := randomTotals(rand.New(rand.NewPCG(seed, 43)))
		var got []string
		for _, f := range check.Data(compiler(p)) {
			if f.Number == 43 {
				got = append(got, fmt.Sprintf("%v", f.Severity))
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("bulk %d: %s, want %s", seed, strings.Join(got, " "), strings.Join(want, " "))
		}
		some += len(want)
	}
	if some < 100 {
		t.Errorf("only %d findings in all bulks", some)
	}
}

// randomTotals are some regions' trade as a year and as months, by chapters, and
// what check 43 has to say of it: a part of the chapters is a warning, everything
// else stops an issue.
func randomTotals(r *rand.Rand) (p *project.Project, want []string) {
	p = clean()
	p.Pack.Reporter, p.Pack.Partner = "RU", "CN"
	p.Figures, p.Imports = figure.NewSet(), []*briefing.Import{{ID: "year", File: "y.csv", Stored: 1, Source: "early"}, {ID: "months", File: "m.csv", Stored: 1, Source: "early"}}
	add := func(o figure.Observation, value int) {
		o.Reporter, o.Partner, o.Currency, o.Status, o.Value = "RU", "CN", "USD", briefing.Normal, briefing.SomeNum(fmt.Sprint(value))
		o.Level = uint8(len(o.Code))
		if err := p.Figures.Append(o); err != nil {
			panic(err)
		}
	}
	for i := range 6 {
		o := figure.Observation{Flow: []figure.Flow{"export", "import"}[r.IntN(2)], Region: []string{"10000", "05000", "08000", "76000", "50000", "01000"}[i]}
		months, change := 11+r.IntN(2), r.IntN(5) // 0: the same, 1: a chapter is missing, 2: one is more, 3: within rounding, 4: another chapter
		sums, year := map[string]int{}, map[string]int{}
		for _, chapter := range []string{"10", "12", "44"} {
			for m := range months {
				v := 1000 * (1 + r.IntN(1000))
				sums[chapter] += v
				o := o
				o.Import, o.Classification, o.Period, o.Code = "months", "TNVED", briefing.Month(2022, m+1), chapter+fmt.Sprintf("%02d", 1+r.IntN(3))
				add(o, v)
			}
			year[chapter] = sums[chapter]
		}
		switch change {
		case 1:
			delete(year, "44")
		case 2:
			year["10"] *= 2
		case 3:
			year["12"] += sums["12"] / 1000
		case 4:
			delete(year, "44")
			year["72"] = 3 * sums["44"]
		}
		for chapter, v := range year {
			o := o
			o.Import, o.Classification, o.Period, o.Code = "year", "HS", briefing.Year(2022), chapter
			add(o, v)
		}
		switch {
		case months < 12:
		case change == 1:
			want = append(want, "warning")
		case change == 2: // the months have all chapters, one of them for less: a part of the year
			want = append(want, "warning")
		case change == 4:
			want = append(want, "blocking")
		}
	}
	return p, want
}
