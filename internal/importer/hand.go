package importer

import (
	"errors"
	"io"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/delimited"
)

// hand maps lots on one goroutine.
type hand struct {
	number int
	m      *mapper
	prints *printer
	coder  figure.Coder
	cutter *delimited.Cutter // of a text file
	swift  *swift            // of a table of the common kind
	faults bool              // met in a text file
	o      figure.Observation
}

func newHand(number int, m *mapper, st *stage, id briefing.ID) *hand {
	own := newMapper(m.plan, newLedger(), id) // its notes come over in the end
	return &hand{number: number, m: own, prints: st.printer(m.plan)}
}

// remember lets the hand put rows together from earlier ones.
func (h *hand) remember() { h.swift = newSwift(h.m, h.prints, &h.coder) }

// lot maps the rows of a lot.
func (h *hand) lot(l *lot) {
	l.by = h.number
	if h.cutter == nil {
		for from := 0; from < len(l.rows); from += delimited.BatchRows {
			h.rows(l, l.rows[from:min(from+delimited.BatchRows, len(l.rows))])
		}
	} else {
		h.block(l)
	}
	l.book = h.coder.Book()
}

// rows maps some rows of a lot that does not come from a text file.
func (h *hand) rows(l *lot, rows []cells.Row) {
	if h.swift != nil {
		h.swift.meet(rows)
	}
	for i := range rows {
		r := &rows[i]
		swift := h.swift != nil && r.Fault == "" && r.Aside == "" && r.Source == nil
		if swift && h.swift.row(l, r, i) {
			continue
		}
		if h.row(l, r) && swift {
			h.swift.learn(r, i, &l.coded[len(l.coded)-1], &h.o)
		}
	}
}

// block maps the rows of a block of a text file.
func (h *hand) block(l *lot) {
	h.cutter.Start(l.block)
	for {
		rows, err := h.cutter.Next()
		if err != nil {
			if !errors.Is(err, io.EOF) { // a block is in memory: nothing else can fail
				l.odd = append(l.odd, odd{fate: halt(readError(h.m.part.file, err))})
			}
			return
		}
		if h.swift != nil {
			h.swift.meet(rows)
		}
		for i := range rows {
			h.record(l, &rows[i], i)
		}
	}
}

// record maps a row of a text file, which is the cutter's of this number.
func (h *hand) record(l *lot, r *cells.Row, i int) {
	if r.Line <= h.m.line {
		h.check(r, i)
		return
	}
	if h.swift != nil && r.Fault == "" && h.swift.row(l, r, i) {
		return
	}
	h.check(r, i)
	if r.Fault == "" && r.Blank() {
		return
	}
	if staged := h.row(l, r); staged && h.swift != nil && h.o.Status == briefing.Normal && h.o.WeightStatus == "" {
		h.swift.learn(r, i, &l.coded[len(l.coded)-1], &h.o)
	}
}

// check looks at the bytes of a row of a text file.
func (h *hand) check(r *cells.Row, i int) {
	h.cutter.Check(i)
	h.faults = h.faults || r.Fault != ""
}

// row maps a row; staged tells that it is the last of those to be stored.
func (h *hand) row(l *lot, r *cells.Row) (isStaged bool) {
	f := h.fate(l, r)
	l.read++
	if f.staged() {
		l.unseen = l.unseen || r.Hidden
		return !h.m.profile.Long
	}
	switch f.aside {
	case AsideTotal:
		h.m.keepTotal(r)
	case AsideTurnover:
		h.m.keepTurnover(r)
	}
	if f.reject != "" {
		h.m.lose(r)
	}
	l.odd = append(l.odd, odd{f.placed(r), l.read - 1, r.Line, r.Part})
	return false
}

// fate decides what becomes of a row and keeps it when it is to be stored.
func (h *hand) fate(l *lot, r *cells.Row) fate {
	switch {
	case r.Fault == cells.FaultDeleted:
		return setAside(AsideDeleted)
	case isExample(h.m.examples, r):
		return setAside(AsideExample)
	}
	f := h.m.row(r, &h.o)
	if !f.staged() {
		return f
	}
	if h.m.profile.Long {
		l.joined = append(l.joined, joined{h.o, h.prints.ofLong(&h.o, r)})
		return f
	}
	coded, err := h.coder.Code(&h.o)
	if briefing.CodeOf(err) == briefing.CodeOverflow {
		return rejectRow(RejectOverflow)
	} else if err != nil {
		return halt(err)
	}
	l.coded, l.prints = append(l.coded, coded), append(l.prints, h.prints.of(&h.o, &coded, r))
	if h.o.Code != figure.HiddenCode {
		l.levels |= 1 << min(h.o.Level, 63)
	}
	return f
}
