package figure_test

import (
	"testing"

	"briefing/internal/figure/figuretest"
)

// BenchmarkBulkQuestions measures the sums whose limits docs/performance.md
// names, over five million rows.
func BenchmarkBulkQuestions(b *testing.B) {
	s, err := figuretest.Make(5_000_000, 1).Set()
	if err != nil {
		b.Fatal(err)
	}
	for _, q := range figuretest.Questions() {
		figuretest.Timed(b, q.Name, nil, func() error {
			_, err := s.Aggregate(q.Filter, q.By)
			return err
		}, nil)
	}
}
