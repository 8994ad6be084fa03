package importer

import (
	"hash/maphash"
	"slices"

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
	warmed   uint32
	settled  bool           // the pending ones are not to be taken back
	pending  []pending      // of a long table
	joined   map[uint64]int // key → the latest pending observation that has it
	levels   uint64         // bit n: a code of n digits has been staged; bit 0: a total of all goods
	repeated int
	twice    []RowAt // where the first of these stand
}

// twiceShown is how many places of repeated rows are named; one more is kept, to
// know that there are more.
const twiceShown = 5

// again notes a row whose key an earlier one has, with other amounts.
func (s *stage) again(file string, line int) {
	s.repeated++
	at := RowAt{file, line} // a line of a wide table holds several
	if len(s.twice) <= twiceShown && !slices.Contains(s.twice, at) {
		s.twice = append(s.twice, at)
	}
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

// add stages some rows of a lot. A row whose columns are all equal to an earlier
// row's is set aside, but for shipments of a day, which may be alike; one with the
// same key and other amounts is staged and counted.
func (s *stage) add(door *figure.Door, l *lot, from, to int, file string) {
	for i := range l.prints[from:to] {
		s.warmed ^= s.rows.warm(l.prints[from+i].key)
	}
	fresh, repeated := l.coded[from:from], s.repeated
	for i := from; i < to; i++ {
		p := &l.prints[i]
		known, again := s.rows.add(p.key, p.row)
		switch {
		case again && p.day:
			s.led.note(NoteShipments)
		case again:
			s.led.setAside(AsideDuplicate)
			continue
		case known:
			s.again(file, int(l.coded[i].Line))
		}
		fresh = append(fresh, l.coded[i]) // in the place of one that is not needed any more
	}
	if s.repeated > repeated {
		s.led.note(NoteRepeated)
	}
	s.led.staged += len(fresh)
	door.Add(&l.book, fresh)
}
