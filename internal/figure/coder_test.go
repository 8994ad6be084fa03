package figure_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"briefing/internal/figure"
)

// Rows that several coders have coded make, in their order, the very set that
// appending them makes.
func TestDoorsGiveTheSetThatAppendingGives(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 5))
		coders := make([]figure.Coder, 3)
		got, want := figure.NewSet(), figure.NewSet()
		doors := []*figure.Door{got.Door(), got.Door(), got.Door()}
		rows := 400
		if seed == 0 {
			rows = figure.BlockRows + 100
		}
		for range rows {
			o := anyObservation(r)
			k := r.IntN(len(coders))
			c, err := coders[k].Code(&o)
			if failed := want.Append(o); (err == nil) != (failed == nil) {
				t.Fatalf("coding says %v, appending %v", err, failed)
			}
			if err != nil {
				continue
			}
			book := coders[k].Book()
			doors[k].Add(&book, []figure.Coded{c})
		}
		if !slices.Equal(got.Imports(), want.Imports()) || got.SegmentCount() != want.SegmentCount() {
			t.Fatalf("seed %d: %d segments, want %d", seed, got.SegmentCount(), want.SegmentCount())
		}
		for i := range want.SegmentCount() {
			_, a := got.Segment(i)
			if _, b := want.Segment(i); !bytes.Equal(a, b) {
				t.Errorf("seed %d: segment %d differs", seed, i)
			}
		}
	}
}
