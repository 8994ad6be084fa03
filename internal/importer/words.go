package importer

import (
	"encoding/binary"

	"briefing/internal/importer/cells"
	"briefing/internal/memory"
)

// wordbook holds the texts of one column that have been met, for one goroutine.
// All that is asked of one lies in one place of memory.
type wordbook struct {
	salt  salt
	slots []metWord
	words int
}

// metWord is a word of which a row has been stored.
type metWord struct {
	low, high uint64 // the text itself or, where it is long, a hash of it
	size      uint32 // of the text, and one; 0 is free
	number    uint32 // of the word
}

// What is remembered of a column is bounded.
const (
	mostWords = 1 << 16
	shortWord = 16
	longWord  = shortWord + 2 // size of any that is longer
)

// fewWords is how many slots a column begins with: words that come in every
// second row must not stand in each other's way, or a guess fails each time.
const fewWords = 256

func newWordbook(s salt) *wordbook { return &wordbook{salt: s, slots: make([]metWord, fewWords)} }

// none is the number of a word that has not been met.
const none = ^uint32(0)

// salt makes hashes of texts that nobody can foretell.
type salt uint64

// key gives what a text is looked for by, and its hash. They come in registers:
// taken apart after it has been put together in memory, a key would be waited for.
func (s salt) key(text []byte) (low, high uint64, size uint32, hash uint64) {
	if len(text) <= shortWord {
		low, high = shortKey(text)
		size = uint32(len(text)) + 1
	} else {
		low, high = s.long(text)
		size = longWord
	}
	return low, high, size, s.of(low, high, size)
}

func (s salt) of(low, high uint64, size uint32) uint64 {
	return fold(low^uint64(s), high+uint64(size))
}

// long is a hash of 128 bits of a text that is longer than shortWord. It stands
// for the text: comparing long texts takes longer than hashing them, since each
// has another length, and each length is a guess that fails.
func (s salt) long(text []byte) (low, high uint64) {
	low, high = uint64(s)+uint64(len(text)), ^uint64(s)
	last := text[len(text)-shortWord:]
	for ; len(text) > shortWord; text = text[shortWord:] {
		a, b := binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[8:])
		low, high = fold(low^a, b), fold(high^b, a)
	}
	a, b := binary.LittleEndian.Uint64(last), binary.LittleEndian.Uint64(last[8:])
	return fold(low^a, b), fold(high^b, a)
}

// hash is the hash of any text.
func (s salt) hash(text []byte) uint64 {
	_, _, _, h := s.key(text)
	return h
}

// shortKey is the bytes of a short text, zeros behind them.
func shortKey(text []byte) (low, high uint64) {
	n := uint(len(text))
	switch {
	case cap(text) >= shortWord:
		return peek(text)
	case n >= 8:
		return binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[n-8:]) >> (128 - 8*n)
	case n >= 4:
		return uint64(binary.LittleEndian.Uint32(text)) | uint64(binary.LittleEndian.Uint32(text[n-4:]))<<(8*n-32), 0
	case n > 0: // of one byte or two some are the same
		return uint64(text[0]) | uint64(text[n/2])<<(n/2*8) | uint64(text[n-1])<<(n*8-8), 0
	}
	return 0, 0
}

// peek is shortKey for a text behind which more can be read than is wanted, as
// behind nearly every cell of a text file. Which bytes count is told without a
// branch, since lengths come as they like.
func peek(text []byte) (low, high uint64) {
	n, b := 8*uint(len(text)), text[:shortWord]
	return binary.LittleEndian.Uint64(b) &^ (^uint64(0) << n), binary.LittleEndian.Uint64(b[8:]) & (^uint64(0) >> (128 - n))
}

// meet looks for a column's words in some rows: their numbers go into see and
// their hashes into what tells the rows apart. A row whose word is new is not
// known.
func (w *wordbook) meet(rows []cells.Row, at int, see *sight) {
	to, mask := &see.words[at], uint64(len(w.slots)-1)
	for i := range min(len(rows), len(to)) {
		if !see.known[i] {
			continue
		}
		text := rows[i].Cells[at].Text
		var low, high, hash uint64
		var size uint32
		if len(text) <= shortWord && cap(text) >= shortWord { // as nearly all are
			low, high = peek(text)
			size = uint32(len(text)) + 1
			hash = w.salt.of(low, high, size)
		} else {
			low, high, size, hash = w.salt.key(text)
		}
		e := &w.slots[hash&mask]
		if e.low != low || e.high != high || e.size != size {
			if e = w.look(low, high, size, hash); e == nil {
				see.known[i] = false
				continue
			}
		}
		to[i], see.prints[i] = e.number, fold(see.prints[i], hash)
	}
}

// look gives the entry of the word, or nil. It holds until the next learn.
func (w *wordbook) look(low, high uint64, size uint32, hash uint64) *metWord {
	mask := uint64(len(w.slots) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		e := &w.slots[at]
		if e.size == 0 {
			return nil
		}
		if e.low == low && e.high == high && e.size == size {
			return e
		}
	}
}

// learn gives the number of the word; a new one is taken in while there is room.
func (w *wordbook) learn(text []byte) uint32 {
	low, high, size, hash := w.salt.key(text)
	if e := w.look(low, high, size, hash); e != nil {
		return e.number
	}
	if w.words >= mostWords {
		return none
	}
	if 4*w.words >= 3*len(w.slots) {
		w.grow()
	}
	e := metWord{low: low, high: high, size: size, number: uint32(w.words)}
	w.words++
	w.put(&e)
	return e.number
}

func (w *wordbook) put(e *metWord) {
	mask := uint64(len(w.slots) - 1)
	at := w.salt.of(e.low, e.high, e.size) & mask
	for w.slots[at].size != 0 {
		at = (at + 1) & mask
	}
	w.slots[at] = *e
}

func (w *wordbook) grow() {
	old := w.slots
	w.slots = memory.Make[metWord](2 * len(old))
	met := make([]*metWord, w.words)
	for i := range old {
		if old[i].size != 0 {
			met[old[i].number] = &old[i]
		}
	}
	for _, e := range met {
		w.put(e)
	}
}
