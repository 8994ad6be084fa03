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
	list  []word   // by number
	last  *metWord // met last: neighbouring rows are alike
}

// metWord is a word of which a row has been stored.
type metWord struct {
	low, high uint64 // the text itself or, where it is long, its hash
	hash      uint64
	number    uint32 // of the word and one; 0 is free
	size      uint8  // of a short text
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
	freeWord    = shortWord + 2
)

func newWordbook(seed maphash.Seed) *wordbook {
	return &wordbook{seed: seed, salt: maphash.String(seed, "words"), slots: make([]metWord, 64), last: &metWord{size: freeWord}}
}

// none is the number of a word that has not been met.
const none = ^uint32(0)

// keyOf makes an entry to look for.
func (w *wordbook) keyOf(text []byte) (e metWord) {
	switch n := len(text); {
	case n > shortWord:
		e.low, e.size = maphash.Bytes(w.seed, text), longWord
		return e
	case n >= 8:
		e.low, e.high = binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[n-8:])
	case n >= 4:
		e.low = uint64(binary.LittleEndian.Uint32(text)) | uint64(binary.LittleEndian.Uint32(text[n-4:]))<<32
	case n > 0:
		e.low = uint64(text[0]) | uint64(text[n/2])<<8 | uint64(text[n-1])<<16
	}
	e.size = uint8(len(text))
	return e
}

func (w *wordbook) home(e *metWord) uint64 {
	return fold(e.low^w.salt, e.high+uint64(e.size)) & uint64(len(w.slots)-1)
}

// is reports whether an entry is that of the key made from the text.
func (w *wordbook) is(e, key *metWord, text []byte) bool {
	return e.low == key.low && e.high == key.high && e.size == key.size &&
		(key.size != longWord || bytes.Equal(w.list[e.number-1].text, text))
}

// find gives the entry of the word, or nil. It holds until the next learn.
func (w *wordbook) find(text []byte) *metWord {
	key := w.keyOf(text)
	if w.is(w.last, &key, text) {
		return w.last
	}
	mask := uint64(len(w.slots) - 1)
	for at := w.home(&key); ; at = (at + 1) & mask {
		e := &w.slots[at]
		if e.number == 0 {
			return nil
		}
		if w.is(e, &key, text) {
			w.last = e
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
	e := w.keyOf(text)
	if e.size == longWord {
		kept.text = bytes.Clone(text)
	}
	w.list = append(w.list, kept)
	e.hash, e.number = maphash.Bytes(w.seed, text), uint32(len(w.list))
	w.last = w.put(&e)
	return e.number - 1
}

func (w *wordbook) put(e *metWord) *metWord {
	mask := uint64(len(w.slots) - 1)
	at := w.home(e)
	for w.slots[at].number != 0 {
		at = (at + 1) & mask
	}
	w.slots[at] = *e
	return &w.slots[at]
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
