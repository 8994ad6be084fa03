package memory_test

import (
	"slices"
	"testing"

	"briefing/internal/memory"
)

func TestMakeGivesZeros(t *testing.T) {
	for _, n := range []int{0, 1, 1 << 13, 1<<20 + 3} {
		if got := memory.Make[uint64](n); len(got) != n || slices.ContainsFunc(got, func(v uint64) bool { return v != 0 }) {
			t.Errorf("%d numbers: %d, or not all zero", n, len(got))
		}
	}
}

func TestGrowKeepsWhatIsThere(t *testing.T) {
	held := []int32{1, 2, 3}
	for _, n := range []int{0, 1, 1 << 20} {
		got := memory.Grow(held, n)
		if !slices.Equal(got, held) || cap(got) < len(held)+n {
			t.Errorf("room for %d more: %v with room for %d", n, got, cap(got))
		}
	}
	if room := make([]byte, 2, 1<<20); &memory.Grow(room, 1<<19)[0] != &room[0] {
		t.Error("a slice with room enough has got another place")
	}
}
