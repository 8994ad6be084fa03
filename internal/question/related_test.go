package question_test

import (
	"fmt"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/measure"
	"briefing/internal/question"
)

// world is Russia's exports to two countries in two years, what these import of all
// countries and of Russia, and the exports of the world.
func world(t *testing.T) *figure.Set {
	t.Helper()
	return set(t,
		"export CN 10 2021 50 -", "export CN 12 2021 30 -", "export KZ 10 2021 20 -", "export KZ 12 2021 60 -",
		"export CN 10 2022 60 -", "export CN 12 2022 40 -", "export KZ 10 2022 30 -", "export KZ 12 2022 70 -",
		"export CN 10 2022 200 - reporter=W00", "export CN 12 2022 200 - reporter=W00", "export KZ 10 2022 100 - reporter=W00",
		"export KZ 12 2022 100 - reporter=W00", "export US 10 2022 100 - reporter=W00", "export US 12 2022 300 - reporter=W00",
		"import W00 10 2021 250 - reporter=CN", "import W00 12 2021 80 - reporter=CN", "import W00 10 2022 300 - reporter=CN", "import W00 12 2022 100 - reporter=CN",
		"import RU 10 2022 66 - reporter=CN", "import RU 12 2022 44 - reporter=CN",
		"import W00 10 2021 100 - reporter=KZ", "import W00 12 2021 100 - reporter=KZ", "import W00 10 2022 110 - reporter=KZ", "import W00 12 2022 90 - reporter=KZ",
	)
}

// Measures that hold a line against other rows: of the world, of the country, of
// the partner's own returns. The numbers were computed apart, over fractions.
func TestMeasuresAgainstOtherRows(t *testing.T) {
	regional := set(t,
		"export CN 10 2022 30 - region=54000", "export CN 12 2022 10 - region=54000",
		"export CN 10 2022 100 -", "export CN 12 2022 300 -")
	regions := set(t,
		"export CN 10 2022 30 - region=54000", "export CN 12 2022 10 - region=54000",
		"export CN 10 2022 70 - region=22000", "export CN 12 2022 290 - region=22000")
	exports := figure.Filter{Flow: figure.Export, Reporter: "RU"}
	goods, partners := []figure.Dimension{"code"}, []figure.Dimension{"partner"}
	for _, c := range []struct {
		name string
		set  *figure.Set
		q    question.Question
		want string
	}{
		{
			"advantage", world(t),
			question.Question{By: goods, Filter: exports, Measures: []string{"rca", "rca-symmetric"}},
			"export 2022 / 2021\nitem 12: 0.9167 -0.0435\nitem 10: 1.125 0.0588\ntotal: . .",
		},
		{
			"advantage over a country", world(t),
			question.Question{By: goods, Filter: exports, Against: "W00", Measures: []string{"rca"}},
			"export 2022 / 2021\nitem 12: 0.9167\nitem 10: 1.125\ntotal: .",
		},
		{
			"against one that is not there", world(t),
			question.Question{By: goods, Filter: exports, Against: "DE", Measures: []string{"rca"}},
			"export 2022 / 2021\nitem 12: !no-yardstick\nitem 10: !no-yardstick\ntotal: .",
		},
		{
			"advantage by partner is none", world(t),
			question.Question{By: partners, Filter: exports, Measures: []string{"rca"}},
			"export 2022 / 2021\nitem CN: !by-goods\nitem KZ: !by-goods\ntotal: !by-goods",
		},
		{
			"intensity", world(t),
			question.Question{By: partners, Filter: exports, Measures: []string{"trade-intensity"}},
			"export 2022 / 2021\nitem CN: 1.25\nitem KZ: 2.5\ntotal: .",
		},
		{
			"complementarity", world(t),
			question.Question{By: partners, Filter: exports, Measures: []string{"complementarity"}},
			"export 2022 / 2021\nitem CN: 70\nitem KZ: 90\ntotal: .",
		},
		{
			"diversification", world(t),
			question.Question{Filter: exports, Measures: []string{"diversification"}},
			"export 2022 / 2021\ntotal: 0.05",
		},
		{
			"mirror", world(t),
			question.Question{By: partners, Filter: exports, Measures: []string{"mirror-gap", "mirror-asymmetry"}},
			"export 2022 / 2021\nitem CN: 10 9.5238\nitem KZ: !no-returns !no-returns\ntotal: . .",
		},
		{
			"mirror by goods of one partner", world(t),
			question.Question{By: goods, Filter: figure.Filter{Flow: figure.Export, Reporter: "RU", Partner: "CN"}, Measures: []string{"mirror-gap"}},
			"export 2022 / 2021\nitem 10: 6\nitem 12: 4\ntotal: 10",
		},
		{
			"constant share", world(t),
			question.Question{Filter: exports, Measures: []string{"cms-world", "cms-product", "cms-market", "cms-competitiveness"}},
			"export 2022 / 2021\ntotal: 21.1321 -4.1321 -3.5 26.5",
		},
		{
			"localisation beside the country", regional,
			question.Question{By: goods, Filter: figure.Filter{Flow: figure.Export, Region: "54000"}, Measures: []string{"localisation", "rca"}, All: regional},
			"export 2022 / 2021\nitem 10: 3 !is-localisation\nitem 12: 0.3333 !is-localisation\ntotal: . !is-localisation",
		},
		{
			"localisation among regions", regions,
			question.Question{By: goods, Filter: figure.Filter{Flow: figure.Export, Region: "54000"}, Measures: []string{"localisation"}, All: regions},
			"export 2022 / 2021\nitem 10: 3\nitem 12: 0.3333\ntotal: .",
		},
	} {
		if got := written(ask(t, c.set, c.q)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
	a := ask(t, regions, question.Question{By: goods, Filter: figure.Filter{Flow: figure.Export, Region: "54000"}, Measures: []string{"localisation"}})
	if notes := a.Tables[0].Lines[0].Results[0].Notes; len(notes) == 0 || notes[len(notes)-1] != measure.NoteRegionsTogether {
		t.Error("nobody is told that the country is the sum of regions:", notes)
	}
}

// Other currencies, classifications and frequencies of the other rows are refused
// by name, like those of a base.
func TestOtherRowsOfAnotherKindAreRefusedByName(t *testing.T) {
	usd := []string{"export CN 1001 2022 60 -", "export CN 1201 2022 40 -"}
	for _, c := range []struct{ other, measure, want string }{
		{"export CN 1001 2022 200 - reporter=W00 class=HS2017", "rca", "classes-differ TNVED HS2017"},
		{"import RU 1001 2022 66 - reporter=CN class=HS2017", "mirror-gap", "item 1001: !classes-differ TNVED HS2017"},
	} {
		s := set(t, append(usd, c.other)...)
		got := written(ask(t, s, question.Question{By: []figure.Dimension{"code"}, Filter: figure.Filter{Flow: figure.Export, Reporter: "RU", Partner: "CN"}, Measures: []string{c.measure}}))
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", c.measure, got)
		}
	}
}

// The seasonal index of a month is over all full years, whatever year is asked.
func TestSeasonsOfAQuestion(t *testing.T) {
	var rows []string
	for year := 2019; year <= 2021; year++ {
		for m := 1; m <= 12; m++ {
			value := 10
			if m == 12 {
				value = 130 // mean of all: (11·10 + 130) / 12 = 20
			}
			rows = append(rows, fmt.Sprintf("export CN 10 %d-%02d %d -", year, m, value))
		}
	}
	q := question.Question{By: []figure.Dimension{"month"}, Period: period(t, "2021"), Measures: []string{"seasonal-index"}}
	a := ask(t, set(t, rows...), q)
	if len(a.Tables) != 12 {
		t.Fatal(len(a.Tables))
	}
	for i, want := range map[int]string{0: "0.5", 11: "6.5"} {
		r := a.Tables[i].Lines[0].Results[0]
		if !r.Defined || r.Figure.Value.Decimal.Round(9).Cmp(briefing.Num(want)) != 0 || r.Years != 3 {
			t.Errorf("month %d: %v %v, want %s", i+1, r.Figure.Value.Decimal, r.Reasons, want)
		}
	}
	if got := written(ask(t, set(t, rows[:30]...), q)); strings.Contains(got, "total: 0") || !strings.Contains(got, "three-years") {
		t.Error("two years and a half have an index:", got)
	}
	q.By = nil
	if got := written(ask(t, set(t, rows...), q)); !strings.Contains(got, "!by-month") {
		t.Error(got)
	}
}
