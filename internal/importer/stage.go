package importer

import (
	"hash/maphash"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
)

// stage gathers the observations of all tables before anything is stored.
type stage struct {
	set      *figure.Set
	led      *ledger
	seed     maphash.Seed
	rows     seen
	settled  bool           // the pending ones are not to be taken back
	pending  []pending      // of a long table
	joined   map[uint64]int // key → the latest pending observation that has it
	levels   uint64         // bit n: a code of n digits has been staged; bit 0: a total of all goods
	repeated int
}

func newStage(led *ledger) *stage {
	return &stage{set: figure.NewSet(), led: led, seed: maphash.MakeSeed(), rows: newSeen(), joined: map[uint64]int{}}
}

// add stages a row. A row whose columns are all equal to an earlier row's is
// set aside; one with the same key and other amounts is staged and counted.
func (s *stage) add(r *cells.Row, o *figure.Observation, p *plan) (fate, error) {
	known, again := s.rows.add(s.keyOf(o, r, p.axes), s.rowOf(r, p))
	if again {
		return setAside(AsideDuplicate), nil
	}
	if err := s.set.Append(*o); err != nil {
		if briefing.CodeOf(err) == briefing.CodeOverflow {
			return rejectRow(RejectOverflow), nil
		}
		return fate{}, err
	}
	if known {
		s.repeated++
		s.led.note(NoteRepeated)
	}
	if o.Code != figure.HiddenCode {
		s.levels |= 1 << min(o.Level, 63)
	}
	return stay(), nil
}

// keyOf is a fingerprint of what identifies an observation, with the axes that
// are not held.
func (s *stage) keyOf(o *figure.Observation, r *cells.Row, axes []int) uint64 {
	var h maphash.Hash
	h.SetSeed(s.seed)
	for _, t := range [...]string{
		string(o.Flow), o.Reporter, o.Region, o.Partner, o.Province, o.Code, o.Classification,
		o.Currency, o.Basis, o.QuantityUnit,
	} {
		_, _ = h.WriteString(t) // never fails
		_ = h.WriteByte(0)
	}
	for _, d := range [...]briefing.Date{o.Period.From, o.Period.To} {
		writeInt(&h, d.Year*10000+d.Month*100+d.Day)
	}
	_ = h.WriteByte(byte(o.Period.Kind))
	if o.Code == figure.HiddenCode { // what is hidden is told apart by its name only
		_, _ = h.WriteString(o.Product)
	}
	for _, at := range axes {
		if at < len(r.Cells) {
			_, _ = h.Write(r.Cells[at].Text)
		}
		_ = h.WriteByte(0)
	}
	return h.Sum64()
}

func writeInt(h *maphash.Hash, n int) {
	for range 4 {
		_ = h.WriteByte(byte(n)) // the low byte is meant
		n >>= 8
	}
}

// rowOf is a fingerprint of all columns of the row, in its table.
func (s *stage) rowOf(r *cells.Row, p *plan) uint64 {
	var h maphash.Hash
	h.SetSeed(s.seed)
	_, _ = h.WriteString(p.table.Name())
	for _, c := range r.Cells {
		_ = h.WriteByte(0)
		_, _ = h.Write(c.Text)
	}
	return h.Sum64()
}

// seen is a set of pairs of fingerprints in open addressing: a million rows
// take 32 MB, and a false match needs both to collide.
type seen struct {
	slots [][2]uint64
	used  int
}

func newSeen() seen { return seen{slots: make([][2]uint64, 1<<10)} }

// add enters a row: known tells whether its key has been seen, again whether
// the whole row has; then it is not entered.
func (s *seen) add(key, row uint64) (known, again bool) {
	if key == 0 {
		key = 1 // 0 is a free slot
	}
	if 2*s.used >= len(s.slots) {
		s.grow()
	}
	mask := uint64(len(s.slots) - 1)
	at := key & mask
	for ; s.slots[at][0] != 0; at = (at + 1) & mask {
		if s.slots[at][0] == key {
			known = true
			if s.slots[at][1] == row {
				return true, true
			}
		}
	}
	s.slots[at] = [2]uint64{key, row}
	s.used++
	return known, false
}

func (s *seen) grow() {
	old := s.slots
	s.slots = make([][2]uint64, 2*len(old))
	mask := uint64(len(s.slots) - 1)
	for _, e := range old {
		if e[0] == 0 {
			continue
		}
		at := e[0] & mask
		for s.slots[at][0] != 0 {
			at = (at + 1) & mask
		}
		s.slots[at] = e
	}
}
