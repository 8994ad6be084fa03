package importer

import (
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/delimited"
)

// sight is what has been found of the rows that are being looked at, as many as
// are cut at a time.
type sight struct {
	known  [delimited.BatchRows]bool     // all words of the row
	words  [][delimited.BatchRows]uint32 // their numbers, by cell
	prints [delimited.BatchRows]uint64   // fingerprint of the row as a whole
	keys   [delimited.BatchRows]uint64   // what its key begins with, see printer.about
	coded  [delimited.BatchRows]figure.Coded
}

func newSight(width int) sight {
	return sight{words: make([][delimited.BatchRows]uint32, width)}
}

// meet makes of some rows all that can be made without what is new, column by
// column: what is asked of a column is soon at hand, and what one row waits for
// another needs not wait for.
func (s *swift) meet(rows []cells.Row) {
	see := &s.seen
	for i := range rows {
		see.known[i], see.prints[i] = len(rows[i].Cells) == s.width && s.columns != nil, s.prints.table
	}
	for at, w := range s.columns {
		if w != nil {
			w.meet(rows, at, see)
			continue
		}
		for i := range rows {
			if see.known[i] {
				see.prints[i] = fold(see.prints[i], s.prints.salt.hash(rows[i].Cells[at].Text))
			}
		}
	}
	for i := range rows {
		if see.known[i] {
			s.follow(i)
		}
	}
	for n := range s.numbers {
		s.read(rows, n)
	}
}

// follow finds what follows from the words of a row.
func (s *swift) follow(i int) {
	see := &s.seen
	c := &see.coded[i]
	var period, place, goods bool
	c.Period, period = s.period.codes.of(s.period.find(see, i, false))
	c.Place, place = s.place(i)
	c.Goods, goods = s.goods.codes.of(s.goods.find(see, i, false))
	if see.known[i] = period && place && goods; see.known[i] {
		see.keys[i] = s.prints.about(c)
	}
}

// read reads the amounts of a column, that of this number among those of
// numbers. A row that has another text there is not known.
func (s *swift) read(rows []cells.Row, n int) {
	see, at := &s.seen, s.numbers[n]
	for i := range rows {
		if !see.known[i] {
			continue
		}
		c := &see.coded[i]
		c.Mantissa[n], c.Scale[n] = figure.NoNumber, 0
		if at < 0 {
			continue
		}
		cell := &rows[i].Cells[at]
		if see.known[i] = cell.Kind <= cells.Number; !see.known[i] || len(cell.Text) == 0 {
			continue
		}
		sign := s.comma[n]
		if cell.Kind == cells.Number {
			sign = '.'
		}
		var a amount
		a, see.known[i] = plainAmount(cell.Text, sign)
		if !see.known[i] || n == 2 && s.noUnit(i) {
			continue
		}
		if s.power[n] != 0 {
			a, see.known[i] = a.times(s.power[n])
		}
		c.Mantissa[n], c.Scale[n] = a.coef, uint8(a.scale)
	}
}

// plainAmount reads digits with at most one decimal sign.
func plainAmount(b []byte, sign byte) (a amount, ok bool) {
	if len(b) > 18 {
		return a, false
	}
	whole := 0
	for ; whole < len(b) && b[whole]-'0' <= 9; whole++ {
		a.coef = a.coef*10 + int64(b[whole]-'0')
	}
	if whole == len(b) {
		return a, whole > 0
	}
	if b[whole] != sign {
		return a, false
	}
	fraction := b[whole+1:]
	for n := len(fraction); n > 0 && fraction[n-1] == '0'; n-- {
		fraction = fraction[:n-1]
	}
	for _, d := range fraction {
		if d -= '0'; d > 9 {
			return a, false
		}
		a.coef = a.coef*10 + int64(d)
	}
	a.scale = len(fraction)
	return a, len(b) > 1
}
