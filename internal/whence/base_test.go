package whence_test

import (
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/question"
	"briefing/internal/whence"
)

// A yearly rate tells over how many years it is, an index what it is a hundred of,
// and a shared place that it is shared.
func TestWhatAMeasureIsOfIsTold(t *testing.T) {
	s := figure.NewSet()
	for _, r := range [][3]string{{"CN", "2019", "961.8"}, {"CN", "2022", "1700"}, {"KZ", "2019", "5"}, {"KZ", "2022", "1700"}} {
		o := figure.Observation{
			Flow: figure.Export, Reporter: "RU", Partner: r[0], Code: "02", Level: 2, Classification: "HS", Period: briefing.Per(r[1]),
			Value: briefing.SomeNum(r[2]), Currency: "USD", Import: "i",
		}
		if err := s.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	a, err := question.Ask(s, question.Question{By: []figure.Dimension{"partner"}, Period: briefing.Year(2022), Base: briefing.Year(2019), Measures: []string{"cagr", "index", "rank"}})
	if err != nil {
		t.Fatal(err)
	}
	w := whence.World{Figures: s, Rows: 2, Imports: []*briefing.Import{{ID: "i", File: "i.csv"}}}
	for i, l := range a.Tables[0].Lines {
		if len(l.Keys) == 0 || l.Keys[0] != "CN" {
			continue
		}
		for n, want := range []string{"2022 against 2019; n = 3", "2022 against 2019; 2019 = 100"} {
			if got := printed(w.OfCell(&a, &a.Tables[0], i, n)); !strings.Contains(got, "\n  "+want+"\n") {
				t.Errorf("%s\nlacks %q", got, want)
			}
		}
		for lang, want := range map[briefing.Lang]string{briefing.RU: "1-е из 2, место делят 2", briefing.EN: "2"} {
			if got := whence.Value(lang, l.Results[2], whence.Style{}); !strings.Contains(got, want) {
				t.Errorf("%q lacks %q", got, want)
			}
		}
		return
	}
	t.Error("no line")
}
