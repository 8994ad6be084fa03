package gui

import "testing"

func TestASmallProjectIsNotSweptAtEachLetterAndALargeOneNotDoubled(t *testing.T) {
	for held, want := range map[uint64]int{0: 400, 8 << 20: 400, 48 << 20: 100, 96 << 20: 50, 2 << 30: 50} {
		if got := garbage(held); got != want {
			t.Errorf("%d MB held: %d per cent, want %d", held>>20, got, want)
		}
	}
}
