package app_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Ten measures over a real file of UN Comtrade, against a computation of its
// own in another language, over exact fractions of the file's digits.
func TestTenMeasuresOfTheComtradeSampleAgreeWithAnotherComputation(t *testing.T) {
	sample := filepath.Join("..", "..", "..", "shared", "samples", "comtrade_legacy_2015_2018.csv")
	if _, err := os.Stat(sample); err != nil {
		t.Skip("sample comtrade_legacy_2015_2018.csv is not there")
	}
	p := open(t)
	if _, err := p.Import(context.Background(), sample, app.ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	partners, goods := []figure.Dimension{"partner"}, []figure.Dimension{"code"}
	imports, exports := figure.Filter{Flow: figure.Import}, figure.Filter{Flow: figure.Export}
	fromRussia := figure.Filter{Flow: figure.Import, Partner: "RU"}
	year, base := briefing.Year(2018), briefing.Year(2015)
	for _, c := range []struct {
		q         app.Question
		key, want string // of the line; the measure to the digits given
	}{
		{app.Question{By: partners, Filter: imports, Measures: []string{"absolute-change"}}, "RU", "17496256165"},
		{app.Question{By: partners, Filter: imports, Measures: []string{"growth"}}, "RU", "42.271399579916"},
		{app.Question{By: partners, Filter: exports, Base: base, Measures: []string{"cagr"}}, "RU", "11.3651193068"},
		{app.Question{By: partners, Filter: imports, Measures: []string{"share"}}, "RU", "21.088374728072"},
		{app.Question{By: partners, Filter: imports, Measures: []string{"share-change"}}, "RU", "3.086694652613"},
		{app.Question{By: partners, Filter: imports, Measures: []string{"rank"}}, "RU", "3"},
		{app.Question{By: goods, Filter: fromRussia, Measures: []string{"contribution"}}, "33", "34.424856337021"},
		{app.Question{By: goods, Filter: fromRussia, Measures: []string{"contribution-share"}}, "33", "81.437701801047"},
		{app.Question{By: partners, Measures: []string{"balance"}}, "RU", "-10881346268"},
		{app.Question{By: partners, Measures: []string{"cover"}}, "RU", "81.521508032059"},
		{app.Question{By: partners, Filter: imports, Measures: []string{"hhi"}}, "RU", "0.452403969046764"},
		{app.Question{By: partners, Filter: imports, Measures: []string{"hhi-normalised"}}, "RU", "0.443847781063120"},
		{app.Question{By: partners, Filter: imports, Measures: []string{"effective-number"}}, "RU", "2.210413852264"},
		{app.Question{By: partners, Filter: exports, Base: base, Measures: []string{"index"}}, "RU", "138.117134654265"},
		{app.Question{By: goods, Filter: fromRussia, Top: 3, Measures: []string{"value"}}, "", "12089088734"},
	} {
		a, err := p.Ask(c.q, "")
		if err != nil || len(a.Tables) != 1 || a.Tables[0].Period != year {
			t.Errorf("%v: %d tables, %v", c.q.Measures, len(a.Tables), err)
			continue
		}
		want := briefing.Num(c.want)
		found := false
		for _, l := range a.Tables[0].Lines {
			if c.key == "" && l.Kind != app.LineRest || c.key != "" && (l.Kind != app.LineItem || l.Keys[0] != c.key) {
				continue
			}
			found = true
			got := l.Results[0].Figure.Value
			if !got.Valid || got.Decimal.Round(want.Scale()).Cmp(want) != 0 {
				t.Errorf("%v: %v (%v), want %s", c.q.Measures, got.Decimal, l.Results[0].Reasons, c.want)
			}
			if c.key == "" && l.Count != 62 {
				t.Errorf("the rest is of %d", l.Count)
			}
			if c.q.Measures[0] == "rank" && l.Results[0].Of != 5 {
				t.Errorf("ranked among %d", l.Results[0].Of)
			}
		}
		if !found {
			t.Errorf("%v: no line", c.q.Measures)
		}
	}
}
