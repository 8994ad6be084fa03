package importer

import (
	"bytes"
	"hash/maphash"
	"math/rand/v2"
	"testing"
)

// What the set of rows says must be what a plain set says, with rows that
// share a key, rows that come again, and keys whose kept bits are all zero.
func TestSeenTellsWhatAPlainSetTells(t *testing.T) {
	for _, reserved := range []int{0, 100, 40_000} {
		r := rand.New(rand.NewPCG(1, uint64(reserved)))
		s, keys, rows := &seen{}, map[uint64]bool{}, map[fingerprints]bool{}
		if reserved > 0 {
			s.reserve(reserved)
		}
		key := func() uint64 {
			switch r.IntN(8) {
			case 0:
				return r.Uint64N(3) << 56 // nothing but the number of the part
			case 1:
				return r.Uint64N(50) << 20
			}
			return r.Uint64N(20_000) * 0x9E3779B97F4A7C15 &^ 0xFFFF
		}
		for range 60_000 {
			f := fingerprints{key: key(), row: r.Uint64N(4) * 0xD6E8FEB86659FD93 & (1<<56 - 1)}
			known, again := s.add(f.key, f.row)
			if known != keys[f.key] || again != rows[f] {
				t.Fatalf("key %x, row %x: known %v, again %v; a plain set says %v, %v", f.key, f.row, known, again, keys[f.key], rows[f])
			}
			keys[f.key], rows[f] = true, true
		}
	}
}

// A word is the same wherever it lies: with other bytes behind it, or at the
// end of all that can be read.
func TestAWordIsTheSameWhateverFollowsIt(t *testing.T) {
	text := []byte("ab\x00cdefghijklmnopqrstuvwxyz")
	w := newWordbook(salt(maphash.String(maphash.MakeSeed(), "")))
	numbers := map[string]uint32{}
	for from := range 4 {
		for to := from; to <= len(text); to++ {
			numbers[string(text[from:to])] = w.learn(bytes.Clone(text[from:to:to]))
		}
	}
	for word, number := range numbers {
		for _, behind := range []string{"", "\x00", "\t12,5\tzzzzzzzzzzzzzzzzzz"} {
			lies := append([]byte(word), behind...)[:len(word)]
			if behind == "" {
				lies = bytes.Clone(lies)[:len(word):len(word)]
			}
			if got := w.learn(lies); got != number {
				t.Errorf("%q before %q is not the word it was", word, behind)
			}
		}
	}
	if w.words != len(numbers) {
		t.Errorf("%d words for %d texts", w.words, len(numbers))
	}
}
