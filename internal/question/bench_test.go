package question_test

import (
	"testing"

	"briefing/internal/figure"
	"briefing/internal/figure/figuretest"
	"briefing/internal/question"
)

// BenchmarkQuestions measures answers over five million rows: docs/performance.md
// allows 200 ms for each.
func BenchmarkQuestions(b *testing.B) {
	s, err := figuretest.Make(5_000_000, 1).Set()
	if err != nil {
		b.Fatal(err)
	}
	for _, q := range []struct {
		name string
		q    question.Question
	}{
		{"partners-ytd", question.Question{By: []figure.Dimension{"partner"}, Span: question.ToDate, Top: 10, Measures: []string{"value", "growth", "share", "rank", "contribution"}}},
		{"chapters", question.Question{By: []figure.Dimension{"hs2"}, Top: 20, Measures: []string{"value", "weight", "growth", "share", "unit-value"}}},
		{"codes", question.Question{By: []figure.Dimension{"code"}, Top: 20, Measures: []string{"value", "growth", "share", "rank"}}},
		{"fisher-of-one-partner", question.Question{Filter: figure.Filter{Partner: figuretest.Partner}, Measures: []string{"fisher", "volume-index", "price-effect", "volume-effect", "hhi"}}},
		{"fisher-by-partner", question.Question{By: []figure.Dimension{"partner"}, Top: 10, Measures: []string{"fisher", "coverage"}}},
		{"balance", question.Question{By: []figure.Dimension{"partner"}, Top: 10, Measures: []string{"exports", "imports", "balance", "cover"}}},
		{"by-month", question.Question{By: []figure.Dimension{"month"}, Measures: []string{"value", "growth"}}},
		{"rolling", question.Question{By: []figure.Dimension{"region"}, Span: question.Rolling, Top: 5, Measures: []string{"value", "growth"}}},
	} {
		figuretest.Timed(b, q.name, nil, func() error {
			_, err := question.Ask(s, q.q)
			return err
		}, nil)
	}
}
