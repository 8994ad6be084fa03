package importer

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
)

// wordbook holds the texts of one column that have been met, for one goroutine.
// All that is asked of a short text lies in one place of memory.
type wordbook struct {
	seed  maphash.Seed
	salt  uint64
	slots []metWord
	list  []word // by number
}

// metWord is a word of which a row has been stored.
type metWord struct {
	low, high uint64 // the text itself or, where it is long, its hash
	hash      uint64
	number    uint32 // of the word and one; 0 is free
	size      uint32 // of a short text
}

type word struct {
	text []byte // of a long one
	none bool   // of units: stands for no unit
}

// What is remembered of a column is bounded.
const (
	mostWords   = 1 << 16
	longestWord = 256
	shortWord   = 16
	longWord    = shortWord + 1 // size of any that is longer
)

func newWordbook(seed maphash.Seed) *wordbook {
	return &wordbook{seed: seed, salt: maphash.String(seed, "words"), slots: make([]metWord, 64)}
}

// none is the number of a word that has not been met.
const none = ^uint32(0)

// keyOf makes what a text is looked for by. It comes in registers: taken apart
// after it has been put together in memory, it would be waited for.
func (w *wordbook) keyOf(text []byte) (low, high uint64, size uint32) {
	if len(text) > shortWord {
		return maphash.Bytes(w.seed, text), 0, longWord
	}
	low, high = shortKey(text)
	return low, high, uint32(len(text))
}

// shortKey is the bytes of a short text, zeros behind them. Cells of a file lie
// in a long stretch of it, where more bytes can be read than are wanted: which
// of them count is then told without a branch, since lengths come as they like.
func shortKey(text []byte) (low, high uint64) {
	n := uint(len(text))
	if cap(text) >= shortWord {
		b := text[:shortWord]
		low, high = binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[8:])
		return low &^ (^uint64(0) << (8 * n)), high & (^uint64(0) >> (128 - 8*n))
	}
	switch {
	case n >= 8:
		return binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[n-8:]) >> (128 - 8*n)
	case n >= 4:
		return uint64(binary.LittleEndian.Uint32(text)) | uint64(binary.LittleEndian.Uint32(text[n-4:]))<<(8*n-32), 0
	case n > 0: // of one byte or two some are the same
		return uint64(text[0]) | uint64(text[n/2])<<(n/2*8) | uint64(text[n-1])<<(n*8-8), 0
	}
	return 0, 0
}

func (w *wordbook) home(low, high uint64, size uint32) uint64 {
	return fold(low^w.salt, high+uint64(size)) & uint64(len(w.slots)-1)
}

// find gives the entry of the word, or nil. It holds until the next learn.
func (w *wordbook) find(text []byte) *metWord {
	low, high, size := w.keyOf(text)
	mask := uint64(len(w.slots) - 1)
	for at := w.home(low, high, size); ; at = (at + 1) & mask {
		e := &w.slots[at]
		if e.number == 0 {
			return nil
		}
		if e.low == low && e.high == high && e.size == size &&
			(size != longWord || bytes.Equal(w.list[e.number-1].text, text)) {
			return e
		}
	}
}

// learn gives the number of the word; a new one is taken in while there is room.
func (w *wordbook) learn(text []byte) uint32 {
	if e := w.find(text); e != nil {
		return e.number - 1
	}
	if len(w.list) >= mostWords || len(text) > longestWord {
		return none
	}
	if 2*len(w.list) >= len(w.slots) {
		w.grow()
	}
	var kept word
	var e metWord
	e.low, e.high, e.size = w.keyOf(text)
	if e.size == longWord {
		kept.text = bytes.Clone(text)
	}
	w.list = append(w.list, kept)
	e.hash, e.number = maphash.Bytes(w.seed, text), uint32(len(w.list))
	w.put(&e)
	return e.number - 1
}

func (w *wordbook) put(e *metWord) {
	mask := uint64(len(w.slots) - 1)
	at := w.home(e.low, e.high, e.size)
	for w.slots[at].number != 0 {
		at = (at + 1) & mask
	}
	w.slots[at] = *e
}

func (w *wordbook) grow() {
	old := w.slots
	w.slots = make([]metWord, 2*len(old))
	for i := range old {
		if old[i].number != 0 {
			w.put(&old[i])
		}
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

// grid is the codes of pairs of small numbers.
type grid [][]uint32 // the code and one; 0: not known

// gridSide bounds both numbers.
const gridSide = 1 << 10

func (g grid) of(a, b uint32) (code uint32, ok bool) {
	if uint(a) >= uint(len(g)) || uint(b) >= uint(len(g[a])) || g[a][b] == 0 {
		return 0, false
	}
	return g[a][b] - 1, true
}

// set reports whether it could.
func (g *grid) set(a, b, code uint32) bool {
	if a >= gridSide || b >= gridSide {
		return false
	}
	for int(a) >= len(*g) {
		*g = append(*g, nil)
	}
	row := &(*g)[a]
	for int(b) >= len(*row) {
		*row = append(*row, 0)
	}
	(*row)[b] = code + 1
	return true
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
