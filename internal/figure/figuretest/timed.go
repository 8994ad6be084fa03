package figuretest

import (
	"slices"
	"testing"
	"time"
)

// Timed runs a piece of work as often as the benchmark asks and reports the
// fastest run and the median. What prepares it and what puts things back is
// not counted; either may be nil.
func Timed(b *testing.B, name string, prepare, work, settle func() error) {
	b.Run(name, func(b *testing.B) {
		var took []time.Duration
		for b.Loop() {
			must(b, prepare)
			from := time.Now()
			must(b, work)
			took = append(took, time.Since(from))
			must(b, settle)
		}
		slices.Sort(took)
		b.ReportMetric(0, "ns/op") // counts all three: says nothing
		b.ReportMetric(took[0].Seconds()*1000, "min-ms")
		b.ReportMetric(took[len(took)/2].Seconds()*1000, "median-ms")
	})
}

func must(b *testing.B, f func() error) {
	if f == nil {
		return
	}
	if err := f(); err != nil {
		b.Fatal(err)
	}
}
