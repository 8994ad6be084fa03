package importer

import (
	"hash/maphash"

	"briefing/internal/figure"
)

// stage gathers the observations of all tables before anything is stored.
type stage struct {
	set      *figure.Set
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

func newStage(led *ledger) *stage {
	return &stage{set: figure.NewSet(), led: led, seed: maphash.MakeSeed(), joined: map[uint64]int{}}
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
