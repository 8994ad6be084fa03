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
func (s *stage) add(o *figure.Observation, prints fingerprints) (fate, error) {
	known, again := s.rows.add(prints.key, prints.row)
	if again {
		return setAside(AsideDuplicate), nil
	}
	if err := s.set.Add(o); err != nil {
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

// fingerprints tell rows apart: by what identifies the observation, and by all
// columns of the row in its table.
type fingerprints struct{ key, row uint64 }

// printer takes fingerprints, for one goroutine.
type printer struct {
	seed    maphash.Seed
	scratch []byte
}

func (s *stage) printer() *printer { return &printer{seed: s.seed} }

func (s *printer) of(o *figure.Observation, r *cells.Row, p *plan) fingerprints {
	if p.profile.Long { // rows of one observation may differ in what they measure it by
		plain := *o
		plain.Currency, plain.QuantityUnit = "", ""
		return fingerprints{key: s.keyOf(&plain, r, p.axes)}
	}
	return fingerprints{s.keyOf(o, r, p.axes), s.rowOf(r, p)}
}

// keyOf is a fingerprint of what identifies an observation, with the axes that
// are not held.
func (s *printer) keyOf(o *figure.Observation, r *cells.Row, axes []int) uint64 {
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
func (s *printer) rowOf(r *cells.Row, p *plan) uint64 {
	b := append(s.scratch[:0], p.table.Name()...)
	for _, c := range r.Cells {
		b = append(append(b, 0), c.Text...)
	}
	s.scratch = b
	return maphash.Bytes(s.seed, b)
}
