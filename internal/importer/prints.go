package importer

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
)

// fingerprints tell rows apart: by what identifies the observation, and by all
// columns of the row in its table.
//
// Rows of a day are shipments, of which several are alike without being told twice.
type fingerprints struct {
	key, row uint64
	day      bool // the row is of one day
}

// printer takes fingerprints, for one goroutine and its Coder. What a code
// stands for is hashed once.
type printer struct {
	seed                           maphash.Seed
	salt                           salt  // for cells
	axes                           []int // columns that are not held and tell rows apart
	table                          uint64
	frames, places, goods, periods []uint64 // by code; 0: not met yet
	days                           []bool   // of periods, by code
	scratch                        []byte
}

func (s *stage) printer(p *plan) *printer {
	return &printer{seed: s.seed, salt: salt(maphash.String(s.seed, "cells")), axes: p.axes, table: maphash.String(s.seed, p.table.Name())}
}

// fold puts a further part into a fingerprint; order matters.
func fold(h, part uint64) uint64 {
	high, low := bits.Mul64(h^0x9E3779B97F4A7C15, part^0xD6E8FEB86659FD93)
	return high ^ low ^ bits.RotateLeft64(part, 23)
}

// of takes the fingerprints of a row with the codes of its attributes.
func (s *printer) of(o *figure.Observation, c *figure.Coded, r *cells.Row) fingerprints {
	meet(&s.frames, c.Frame, func() uint64 {
		return s.texts(string(o.Flow), o.Reporter, o.Classification, o.Currency, o.Basis, o.QuantityUnit)
	})
	s.place(o, c.Place)
	meet(&s.goods, c.Goods, func() uint64 {
		if o.Code == figure.HiddenCode { // what is hidden is told apart by its name only
			return s.texts(o.Code, o.Product)
		}
		return s.texts(o.Code)
	})
	meet(&s.periods, c.Period, func() uint64 {
		for len(s.days) <= int(c.Period) {
			s.days = append(s.days, false)
		}
		s.days[c.Period] = o.Period.Kind == briefing.DayPeriod
		return s.period(o.Period)
	})
	f := fingerprints{key: s.key(s.about(c), c.Frame, r.Cells), row: s.table, day: s.ofDay(c.Period)}
	for i := range r.Cells {
		f.row = fold(f.row, s.salt.hash(r.Cells[i].Text))
	}
	return f
}

// place takes the part of a fingerprint that a code of places stands for.
func (s *printer) place(o *figure.Observation, code uint32) {
	meet(&s.places, code, func() uint64 { return s.texts(o.Region, o.Partner, o.Province) })
}

// about is what a row's key begins with, once its codes were met.
func (s *printer) about(c *figure.Coded) uint64 {
	return fold(fold(s.places[c.Place], s.goods[c.Goods]), s.periods[c.Period])
}

// key is what identifies the row.
func (s *printer) key(about uint64, frame uint32, row []cells.Cell) uint64 {
	key := fold(about, s.frames[frame])
	for _, at := range s.axes {
		key = fold(key, s.cell(row, at))
	}
	return key
}

// cell is the hash of a cell, which the row may be too short to have.
func (s *printer) cell(row []cells.Cell, at int) uint64 {
	if at >= len(row) {
		return s.salt.hash(nil)
	}
	return s.salt.hash(row[at].Text)
}

func meet(met *[]uint64, code uint32, hash func() uint64) {
	for int(code) >= len(*met) {
		*met = append(*met, 0)
	}
	if (*met)[code] == 0 {
		(*met)[code] = hash()
	}
}

// ofLong is a fingerprint of what identifies the observation that a row of a
// long table belongs to: its rows may differ in what they measure it by.
func (s *printer) ofLong(o *figure.Observation, r *cells.Row) uint64 {
	h := s.texts(string(o.Flow), o.Reporter, o.Classification, o.Basis, o.Region, o.Partner, o.Province, o.Code)
	if o.Code == figure.HiddenCode {
		h = fold(h, s.texts(o.Product))
	}
	h = fold(h, s.period(o.Period))
	for _, at := range s.axes {
		h = fold(h, s.cell(r.Cells, at))
	}
	return h
}

func (s *printer) texts(all ...string) uint64 {
	b := s.scratch[:0]
	for _, t := range all {
		b = append(append(b, t...), 0)
	}
	s.scratch = b
	return maphash.Bytes(s.seed, b)
}

func (s *printer) period(p briefing.Period) uint64 {
	b := s.scratch[:0]
	for _, d := range [...]briefing.Date{p.From, p.To} {
		b = binary.LittleEndian.AppendUint32(b, uint32(d.Year*10000+d.Month*100+d.Day))
	}
	b = append(b, byte(p.Kind))
	s.scratch = b
	return maphash.Bytes(s.seed, b)
}

// ofDay reports whether a code of periods that was met is of a day.
func (s *printer) ofDay(code uint32) bool { return int(code) < len(s.days) && s.days[code] }
