package importer

import (
	"encoding/binary"
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
	levels   uint64 // bit n: a code of n digits has been staged; bit 0: a total of all goods
	repeated int
	scratch  []byte // of the text to be fingerprinted
}

func newStage(led *ledger) *stage {
	return &stage{set: figure.NewSet(), led: led, seed: maphash.MakeSeed(), rows: newSeen()}
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
	b := s.scratch[:0]
	for _, t := range [...]string{
		string(o.Flow), o.Reporter, o.Region, o.Partner, o.Province, o.Code, o.Classification,
		o.Currency, o.Basis, o.QuantityUnit,
	} {
		b = append(append(b, t...), 0)
	}
	for _, d := range [...]briefing.Date{o.Period.From, o.Period.To} {
		b = binary.LittleEndian.AppendUint32(b, uint32(d.Year*10000+d.Month*100+d.Day))
	}
	b = append(b, byte(o.Period.Kind))
	if o.Code == figure.HiddenCode { // what is hidden is told apart by its name only
		b = append(b, o.Product...)
	}
	for _, at := range axes {
		if at < len(r.Cells) {
			b = append(b, r.Cells[at].Text...)
		}
		b = append(b, 0)
	}
	s.scratch = b
	return maphash.Bytes(s.seed, b)
}

// rowOf is a fingerprint of all columns of the row, in its table.
func (s *stage) rowOf(r *cells.Row, p *plan) uint64 {
	b := append(s.scratch[:0], p.table.Name()...)
	for _, c := range r.Cells {
		b = append(append(b, 0), c.Text...)
	}
	s.scratch = b
	return maphash.Bytes(s.seed, b)
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
