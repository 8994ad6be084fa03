package figure

import (
	"runtime"
	"sync"
	"sync/atomic"

	"briefing/internal/routine"
)

// A set that grows by millions of rows can be packed while it grows: a block
// that is full is turned into its stored form beside the appending, and its
// columns are used again for the next one. Whoever stores the set takes the
// stored form as it is; whoever wants the rows has them unpacked, once.

// Press packs the stored form of segments and unpacks it again. Any number of
// goroutines may use one.
type Press interface {
	Pack(plain []byte) []byte
	Unpack(packed []byte) ([]byte, error)
}

// packed is a segment in packed form.
type packed struct {
	press   Press
	work    *routine.Group // that it is packed in
	ready   chan struct{}  // closed when data is there
	data    []byte
	size    int // unpacked
	columns int // where the columns begin, unpacked
}

// wait waits until the data are there. A panic of the packing is one of who waits.
func (p *packed) wait() {
	<-p.ready
	if p.data == nil {
		p.work.Wait()
	}
}

// sealed stands for the columns of a block.
type sealed struct {
	rows   int
	uses   [4][]uint32 // frames, places, goods, periods: the set's codes by those of the segment; there when packed is ready
	scales [3]uint8
	mu     sync.Mutex
	packed *packed // nil once the columns are there
	cols   atomic.Pointer[block]
}

// columns unpacks the columns when they are first needed. What it unpacks has
// never left the memory; should it be spoilt all the same, it panics.
func (s *sealed) columns() *block {
	if b := s.cols.Load(); b != nil {
		return b
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if b := s.cols.Load(); b != nil {
		return b
	}
	p := s.packed
	p.wait()
	plain, err := p.press.Unpack(p.data)
	if err == nil && len(plain) != p.size {
		err = damaged("length")
	}
	if err != nil {
		panic(err)
	}
	r := &reader{data: plain[p.columns:]}
	b := &block{}
	for i, c := range [...]*codes{&b.frames, &b.places, &b.goods, &b.periods} {
		*c = r.codes(s.rows, len(s.uses[i]))
		c.recode(s.uses[i])
	}
	b.lines = r.lines(s.rows)
	for i, c := range [...]*column{&b.value, &b.weight, &b.quantity} {
		c.mantissa, c.scale = r.mantissas(s.rows), s.scales[i]
	}
	if r.bad != "" {
		panic(damaged(r.bad))
	}
	s.cols.Store(b)
	s.packed = nil
	return b
}

// stored is the packed form, nil when the columns have been unpacked since.
func (s *sealed) stored() *packed {
	s.mu.Lock()
	p := s.packed
	s.mu.Unlock()
	if p != nil {
		p.wait()
	}
	return p
}

// recoded gives the same rows in the codes of another set.
func (s *sealed) recoded(to [4][]uint32) *sealed {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.packed == nil {
		return nil
	}
	s.packed.wait()
	c := &sealed{rows: s.rows, scales: s.scales, packed: s.packed}
	for i, codes := range s.uses {
		c.uses[i] = make([]uint32, len(codes))
		for n, code := range codes {
			c.uses[i][n] = to[i][code]
		}
	}
	return c
}

// sealer packs the blocks of a set that grows.
type sealer struct {
	press  Press
	worths *Worths
	work   *routine.Group // apart from what is used again, which need not outlast it
	free   chan *block    // whose columns can be used again
	rooms  chan *Packer   // likewise
	turns  chan struct{}
}

// Seal lets full blocks be packed beside the appending, half as many at a time
// as there are processors, after they have been added to the sums of worths, which
// may be nil. SealRest ends it; until then the set is only appended to. The rows
// stay what they are for everybody.
func (s *Set) Seal(press Press, worths *Worths) {
	n := max(1, runtime.GOMAXPROCS(0)/2)
	s.sealer = &sealer{press: press, worths: worths, work: &routine.Group{}, free: make(chan *block, n+1), rooms: make(chan *Packer, n), turns: make(chan struct{}, n)}
}

// SealRest lets the last block be packed too, where others have been. Whether it
// does tells sealed: then all rows are in the sums of Seal. It does not wait: who
// wants what has been packed does, see Pressed.
func (s *Set) SealRest() (sealed bool) {
	l := s.sealer
	if l == nil {
		return false
	}
	if b := s.last(); b != nil {
		if sealed = len(s.blocks) > 1; sealed {
			l.seal(s, b, true)
		}
		b.own = false
	}
	s.sealer = nil
	return sealed
}

// seal packs a block that gets no more rows; the last one does not wait for its
// turn, since nothing else is left to do.
func (l *sealer) seal(s *Set, b *block, last bool) {
	raw := *b
	p := &packed{press: l.press, work: l.work, ready: make(chan struct{})}
	b.sealed = &sealed{rows: b.rows(), scales: b.scales(), packed: p}
	to := b.sealed
	*b = block{start: b.start, sealed: b.sealed}
	dicts := s.tuples()
	if l.worths != nil {
		l.worths.add(&dicts, &raw)
	}
	pack := &Packer{}
	select {
	case pack = <-l.rooms:
	default:
	}
	if !last {
		l.turns <- struct{}{}
	}
	l.work.Go(func() {
		defer close(p.ready)
		if !last {
			defer func() { <-l.turns }()
		}
		to.uses = pack.number(&raw)
		pack.plain, p.columns = pack.segment(&dicts, &raw, &to.uses, pack.plain)
		p.data, p.size = l.press.Pack(pack.plain), len(pack.plain)
		give(l.rooms, pack)
		give(l.free, &raw)
	})
}

// give puts something away for the next one, if there is room.
func give[T any](to chan T, v T) {
	select {
	case to <- v:
	default:
	}
}

// empty gives a block without rows the columns of a packed one, if there is any.
func (l *sealer) empty(b *block) {
	var used *block
	select {
	case used = <-l.free:
	default:
		return
	}
	for i, c := range used.codes() {
		*b.codes()[i] = codes{at: c.at[:0]}
	}
	b.lines = used.lines[:0]
	for i, c := range used.numbers() {
		*b.numbers()[i] = column{mantissa: c.mantissa[:0]}
	}
}

// cols are the columns of a block, unpacked if need be. Where the block begins
// is for the block itself to say.
func (b *block) cols() *block {
	if b.sealed == nil {
		return b
	}
	return b.sealed.columns()
}

// opened gives the set with the columns of all blocks at hand, unpacked on all
// processors. The set itself stays as it is.
func (s *Set) opened() *Set {
	if s == nil || !s.packed() {
		return s
	}
	c := *s
	c.sealer, c.blocks = nil, make([]*block, len(s.blocks))
	var next atomic.Int64
	var all routine.Group
	for range min(runtime.GOMAXPROCS(0), len(s.blocks)) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(s.blocks); i = int(next.Add(1)) - 1 {
				b := *s.blocks[i].cols()
				b.start = s.blocks[i].start
				c.blocks[i] = &b
			}
		})
	}
	all.Wait()
	return &c
}

func (s *Set) packed() bool {
	for _, b := range s.blocks {
		if b.sealed != nil {
			return true
		}
	}
	return false
}
