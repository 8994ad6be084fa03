package importer

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
