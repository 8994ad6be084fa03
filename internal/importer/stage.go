package importer

import (
	"hash/maphash"

	"briefing/internal/figure"
	"briefing/internal/importer/prices"
)

// stage gathers the observations of all tables before anything is stored.
type stage struct {
	set      *figure.Set
	worths   *figure.Worths // of set, when it is packed
	sealing  *figure.Set    // set while it is being packed
	led      *ledger
	seed     maphash.Seed
	rows     seen
	warmed   uint64
	settled  bool           // the pending ones are not to be taken back
	pending  []pending      // of a long table
	joined   map[uint64]int // key → the latest pending observation that has it
	levels   uint64         // bit n: a code of n digits has been staged; bit 0: a total of all goods
	repeated int
}

func newStage(led *ledger, press figure.Press) *stage {
	s := &stage{set: figure.NewSet(), led: led, seed: maphash.MakeSeed(), joined: map[uint64]int{}}
	if press != nil {
		s.worths, s.sealing = figure.NewWorths(prices.Chapter), s.set
		s.set.Seal(press, s.worths)
	}
	return s
}

// seal ends the packing. What has been added up meanwhile holds only where all
// rows were packed, and none has been taken back since.
func (s *stage) seal() {
	if s.sealing != nil && (!s.sealing.SealRest() || s.sealing != s.set) {
		s.worths = nil
	}
	s.sealing = nil
}

// add stages a row. A row whose columns are all equal to an earlier row's is
// set aside; one with the same key and other amounts is staged and counted.
func (s *stage) add(door *figure.Door, l *lot, r *staged) fate {
	known, again := s.rows.add(r.key, r.row)
	if again {
		return setAside(AsideDuplicate)
	}
	door.Add(&l.book, &r.Coded)
	if known {
		s.repeated++
		s.led.note(NoteRepeated)
	}
	return stay()
}
