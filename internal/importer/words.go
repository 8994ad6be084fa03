package importer

import (
	"bytes"
	"hash/maphash"
)

// wordbook holds the texts of one column that have been met, for one goroutine.
type wordbook struct {
	seed  maphash.Seed
	slots []uint32 // number of the word and one; 0 is free
	list  []word
	last  uint32 // number of the word met last: neighbouring rows are alike
}

type word struct {
	hash uint64
	text []byte
	fine bool // a row with this word in this column has been stored
	none bool // of units: stands for no unit
}

// What is remembered of a column is bounded.
const (
	mostWords   = 1 << 16
	longestWord = 256
)

func newWordbook(seed maphash.Seed) *wordbook {
	return &wordbook{seed: seed, slots: make([]uint32, 64), last: none}
}

// none is the number of a word that has not been met.
const none = ^uint32(0)

// find gives the number of the word, or none.
func (w *wordbook) find(text []byte) uint32 {
	if w.last != none && bytes.Equal(w.list[w.last].text, text) {
		return w.last
	}
	h := maphash.Bytes(w.seed, text)
	mask := uint64(len(w.slots) - 1)
	for at := h & mask; ; at = (at + 1) & mask {
		n := w.slots[at]
		if n == 0 {
			return none
		}
		if e := &w.list[n-1]; e.hash == h && bytes.Equal(e.text, text) {
			w.last = n - 1
			return n - 1
		}
	}
}

// learn is find that takes new words in, while there is room.
func (w *wordbook) learn(text []byte) uint32 {
	n := w.find(text)
	if n != none || len(w.list) >= mostWords || len(text) > longestWord {
		return n
	}
	if 2*len(w.list) >= len(w.slots) {
		w.grow()
	}
	h := maphash.Bytes(w.seed, text)
	w.list = append(w.list, word{hash: h, text: bytes.Clone(text)})
	w.put(h, uint32(len(w.list)))
	w.last = uint32(len(w.list) - 1)
	return w.last
}

func (w *wordbook) put(h uint64, n uint32) {
	mask := uint64(len(w.slots) - 1)
	at := h & mask
	for w.slots[at] != 0 {
		at = (at + 1) & mask
	}
	w.slots[at] = n
}

func (w *wordbook) grow() {
	w.slots = make([]uint32, 2*len(w.slots))
	for i := range w.list {
		w.put(w.list[i].hash, uint32(i+1))
	}
}

// pairs number pairs of numbers in the order they are met.
type pairs struct {
	keys []uint64 // the pair, both counted from 1; 0 is free
	nums []uint32
	used uint32
}

func newPairs() *pairs { return &pairs{keys: make([]uint64, 64), nums: make([]uint32, 64)} }

func pairOf(a, b uint32) uint64 { return uint64(a+1)<<32 | uint64(b+1) }

func (p *pairs) slot(key uint64) uint64 {
	mask := uint64(len(p.keys) - 1)
	at := fold(key, 0xA0761D6478BD642F) & mask
	for p.keys[at] != 0 && p.keys[at] != key {
		at = (at + 1) & mask
	}
	return at
}

// find gives the number of the pair, or none.
func (p *pairs) find(a, b uint32) uint32 {
	if at := p.slot(pairOf(a, b)); p.keys[at] != 0 {
		return p.nums[at]
	}
	return none
}

// mostPairs bounds what is remembered of two columns.
const mostPairs = 1 << 18

// learn is find that takes new pairs in, while there is room.
func (p *pairs) learn(a, b uint32) uint32 {
	at := p.slot(pairOf(a, b))
	if p.keys[at] != 0 {
		return p.nums[at]
	}
	if p.used >= mostPairs {
		return none
	}
	if 2*int(p.used) >= len(p.keys) {
		old := *p
		p.keys, p.nums = make([]uint64, 2*len(old.keys)), make([]uint32, 2*len(old.keys))
		for i, k := range old.keys {
			if k != 0 {
				to := p.slot(k)
				p.keys[to], p.nums[to] = k, old.nums[i]
			}
		}
		at = p.slot(pairOf(a, b))
	}
	p.keys[at], p.nums[at] = pairOf(a, b), p.used
	p.used++
	return p.used - 1
}

// meaning is the codes of attributes by the number of what they follow from.
type meaning []uint32 // the code and one; 0: not known

func (m meaning) of(n uint32) (code uint32, ok bool) {
	if n == none || int(n) >= len(m) || m[n] == 0 {
		return 0, false
	}
	return m[n] - 1, true
}

func (m *meaning) set(n, code uint32) {
	if n == none {
		return
	}
	for int(n) >= len(*m) {
		*m = append(*m, 0)
	}
	(*m)[n] = code + 1
}
