package figure

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"sort"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/routine"
)

// Set is an ordered collection of observations. Any number of goroutines may
// read one; whoever appends must be alone with it. Sets made from one another
// share their rows and never see each other's later changes.
type Set struct {
	frames  dict[frame]
	places  dict[place]
	goods   dict[goods]
	periods dict[briefing.Period]
	used    []int // rows of each frame
	blocks  []*block
	rows    int
	sealer  *sealer // see Seal
	kept    *kept   // answers given; nil keeps none: see Remember
}

// NewSet makes an empty set.
func NewSet() *Set { return &Set{} }

// Len is the number of observations; a nil set has none.
func (s *Set) Len() int {
	if s == nil {
		return 0
	}
	return s.rows
}

// At gives the i-th observation in the order of appending. Numbers come back
// equal in value, without zeros at the end of the fraction.
func (s *Set) At(i int) Observation {
	b := s.blockOf(i)
	j := i - b.start
	b = b.cols()
	f, p, g := s.frames.values[b.frames.at[j]], s.places.values[b.places.at[j]], s.goods.values[b.goods.at[j]]
	return Observation{
		Flow: f.Flow, Reporter: f.Reporter, Region: p.Region, Partner: p.Partner, Province: p.Province,
		Code: g.Code, Classification: f.Classification, Level: f.Level, Product: g.Product,
		Period:   s.periods.values[b.periods.at[j]],
		Value:    join(b.value.mantissa[j], b.value.scale),
		Currency: f.Currency, Basis: f.Basis,
		NetWeight:    join(b.weight.mantissa[j], b.weight.scale),
		Quantity:     join(b.quantity.mantissa[j], b.quantity.scale),
		QuantityUnit: f.QuantityUnit, Status: f.Status, WeightStatus: f.WeightStatus, Conf: f.Conf,
		Import: f.Import, Line: int(b.lines[j]), Sample: f.Sample,
	}
}

func (s *Set) blockOf(i int) *block {
	n := sort.Search(len(s.blocks), func(k int) bool { return s.blocks[k].start > i })
	return s.blocks[n-1]
}

// Append adds one observation. A number of more than 63 bits or a line beyond
// 2³¹−1 is refused with CodeOverflow and nothing is added.
func (s *Set) Append(o Observation) error { return s.Add(&o) }

// Add is Append for who has millions of them: it is quickest where equal texts
// of neighbouring rows are the same texts in memory.
func (s *Set) Add(o *Observation) error {
	n, err := splitNumbers(o)
	if err != nil {
		return err
	}
	if o.Line < 0 || o.Line > math.MaxInt32 {
		return &briefing.Error{Code: briefing.CodeOverflow, Op: "append observation: line"}
	}
	b := s.last()
	if b == nil || !b.room(&n) {
		full := b != nil && b.rows() == BlockRows
		b = s.begin()
		if full {
			b.grow(BlockRows) // it will be as full as the one before, in all likelihood
		}
		b.room(&n) // an empty block takes any scale
	}
	f := s.frames.near(nearFrame(o), frameOf(o))
	s.count(f, 1)
	b.frames.add(f)
	b.places.add(s.places.near(nearPlace(o), placeOf(o)))
	b.goods.add(s.goods.near(nearGoods(o), goods{o.Code, o.Product}))
	b.periods.add(s.periods.code(o.Period))
	b.lines = append(b.lines, int32(o.Line))
	b.value.mantissa = append(b.value.mantissa, n.mantissa[0])
	b.weight.mantissa = append(b.weight.mantissa, n.mantissa[1])
	b.quantity.mantissa = append(b.quantity.mantissa, n.mantissa[2])
	s.rows++
	return nil
}

// last is the block that rows are added to, nil when a new one is needed.
func (s *Set) last() *block {
	if n := len(s.blocks); n > 0 && s.blocks[n-1].sealed == nil {
		return s.blocks[n-1]
	}
	return nil
}

// begin ends the last block and begins a new one.
func (s *Set) begin() *block {
	b := &block{start: s.rows}
	if l := s.sealer; l != nil {
		if full := s.last(); full != nil {
			l.seal(s, full, false)
		}
		l.empty(b)
		b.own = true
	}
	s.blocks = append(s.blocks, b)
	return b
}

func (s *Set) count(f uint32, rows int) {
	for int(f) >= len(s.used) {
		s.used = append(s.used, 0)
	}
	s.used[f] += rows
}

// AppendSet adds all observations of o in their order. The numbers are shared,
// not copied, so that a large batch costs little.
func (s *Set) AppendSet(o *Set) {
	if o.Len() == 0 {
		return
	}
	if o == s {
		o = s.Clone()
	}
	if s.rows == 0 { // nothing of its own: the codes can stay as they are
		*s = *o.Clone()
		return
	}
	frames, places := s.frames.into(&o.frames), s.places.into(&o.places)
	goods, periods := s.goods.into(&o.goods), s.periods.into(&o.periods)
	for f, rows := range o.used {
		s.count(frames[f], rows)
	}
	for _, b := range o.blocks {
		if b.sealed != nil {
			if r := b.sealed.recoded([4][]uint32{frames, places, goods, periods}); r != nil {
				s.addBlock(&block{sealed: r})
				continue
			}
			b = b.cols()
		}
		c := b.share()
		c.frames, c.places = b.frames.recoded(frames), b.places.recoded(places)
		c.goods, c.periods = b.goods.recoded(goods), b.periods.recoded(periods)
		s.addBlock(c)
	}
}

// Join makes one set of the parts, in their order. The parts go into it and
// must not be used any more; that spares a copy of all rows.
func Join(parts []*Set) *Set {
	s := NewSet()
	var all routine.Group
	all.Go(func() {
		recode(parts, &s.frames, func(o *Set) *dict[frame] { return &o.frames }, func(b *block) *codes { return &b.frames })
		recode(parts, &s.places, func(o *Set) *dict[place] { return &o.places }, func(b *block) *codes { return &b.places })
	})
	all.Go(func() {
		recode(parts, &s.goods, func(o *Set) *dict[goods] { return &o.goods }, func(b *block) *codes { return &b.goods })
		recode(parts, &s.periods, func(o *Set) *dict[briefing.Period] { return &o.periods }, func(b *block) *codes { return &b.periods })
	})
	all.Wait()
	for _, o := range parts {
		for _, b := range o.blocks {
			for _, f := range b.frames.at {
				s.count(f, 1)
			}
			s.addBlock(b)
		}
	}
	return s
}

// recode puts one column of all parts in the codes of one dictionary.
func recode[T comparable](parts []*Set, d *dict[T], of func(*Set) *dict[T], column func(*block) *codes) {
	for _, o := range parts {
		to := d.into(of(o))
		for _, b := range o.blocks {
			column(b).recode(to)
		}
	}
}

// addBlock puts rows already in the set's codes and counts at the end.
func (s *Set) addBlock(b *block) {
	if b.rows() == 0 {
		return
	}
	if n := len(s.blocks); n > 0 && s.blocks[n-1].fits(b) {
		if last := s.blocks[n-1]; last.sealed != nil {
			s.blocks[n-1] = last.cols().share()
			s.blocks[n-1].start = last.start
		}
		s.blocks[n-1].appendBlock(b.cols())
	} else {
		b.start = s.rows
		s.blocks = append(s.blocks, b)
	}
	s.rows += b.rows()
}

// Clone gives a set with the same observations that can be changed on its
// own; it costs the dictionaries, not the rows.
func (s *Set) Clone() *Set {
	if s == nil {
		return NewSet()
	}
	c := &Set{
		frames: s.frames.clone(), places: s.places.clone(),
		goods: s.goods.clone(), periods: s.periods.clone(),
		used: slices.Clone(s.used), rows: s.rows,
	}
	for _, b := range s.blocks {
		c.blocks = append(c.blocks, b.share())
	}
	return c
}

// DropImport gives the set without the rows of the import; the set itself when
// it has none.
func (s *Set) DropImport(id briefing.ID) *Set {
	if s == nil {
		return NewSet()
	}
	set, _ := s.part(fmt.Sprintf("without %q", id), func(of *Set) (*Set, map[briefing.ID]int) {
		if !slices.Contains(of.Imports(), id) {
			return of, nil
		}
		left := of.keep(func(f frame) bool { return f.Import != id })
		if of.kept != nil { // held by who has part build this
			left.kept = of.kept.heir(left.rows, []briefing.ID{id}, false)
			left.kept.elders = of.eldersWithout(id)
		}
		return left, map[briefing.ID]int{id: of.rows - left.rows}
	})
	return set
}

// keep gives the set of the rows whose frame is wanted; whole blocks are shared.
func (s *Set) keep(want func(frame) bool) *Set {
	c := s.opened().Clone()
	keepFrame := make([]bool, len(c.frames.values))
	for i, f := range c.frames.values {
		keepFrame[i] = want(f)
		if !keepFrame[i] {
			c.used[i] = 0
		}
	}
	blocks := c.blocks
	c.blocks, c.rows = nil, 0
	for _, b := range blocks {
		kept := 0
		mask := make([]bool, b.rows())
		for i, f := range b.frames.at {
			if mask[i] = keepFrame[f]; mask[i] {
				kept++
			}
		}
		switch kept {
		case 0:
		case b.rows():
			c.addBlock(b)
		default:
			c.addBlock(b.pick(mask))
		}
	}
	return c
}

// Names reports whether a source tells goods by this name, with a code or without.
func (s *Set) Names(product string) bool {
	return s != nil && slices.ContainsFunc(s.goods.values, func(g goods) bool { return g.Product == product })
}

// Products gives each commodity code the first name that a file has for it.
func (s *Set) Products() map[string]string {
	names := map[string]string{}
	if s == nil {
		return names
	}
	for _, g := range s.goods.values {
		if g.Product != "" && names[g.Code] == "" {
			names[g.Code] = g.Product
		}
	}
	return names
}

// Ended gives the set without the rows of periods that had not ended by the
// moment, and how many of each import these are. A period's days are those of
// the moment's zone; one without an end stays.
func (s *Set) Ended(moment time.Time) (*Set, map[briefing.ID]int) {
	if s.Len() == 0 {
		return s, nil
	}
	open := func(p briefing.Period) bool {
		end := p.End()
		return !end.IsZero() && time.Date(end.Year(), end.Month(), end.Day(), 0, 0, 0, 0, moment.Location()).After(moment)
	}
	late := judged(s.periods.values, open)
	if !slices.Contains(late, true) {
		return s, nil
	}
	key := []byte(endedKey)
	for _, is := range late {
		digit := byte('0')
		if is {
			digit = '1'
		}
		key = append(key, digit)
	}
	return s.part(string(key), func(of *Set) (*Set, map[briefing.ID]int) {
		dropped := map[briefing.ID]int{}
		for _, b := range of.opened().blocks {
			for i, p := range b.periods.at {
				if late[p] {
					dropped[of.frames.values[b.frames.at[i]].Import]++
				}
			}
		}
		if len(dropped) == 0 {
			return of, nil
		}
		return of.Where(Filter{Period: func(p briefing.Period) bool { return !open(p) }}), dropped
	})
}

// Imports lists the imports that the observations came with, in the order of
// first appearance.
func (s *Set) Imports() []briefing.ID {
	if s == nil {
		return nil
	}
	var ids []briefing.ID
	seen := map[briefing.ID]bool{}
	for i, f := range s.frames.values {
		if s.used[i] > 0 && !seen[f.Import] {
			seen[f.Import] = true
			ids = append(ids, f.Import)
		}
	}
	return ids
}

// HasSample reports whether any observation is marked as invented.
func (s *Set) HasSample() bool {
	if s == nil {
		return false
	}
	for i, f := range s.frames.values {
		if f.Sample && s.used[i] > 0 {
			return true
		}
	}
	return false
}

// All yields the observations with their index, in order.
func (s *Set) All() iter.Seq2[int, Observation] {
	return func(yield func(int, Observation) bool) {
		s := s.opened()
		for i := range s.Len() {
			if !yield(i, s.At(i)) {
				return
			}
		}
	}
}
