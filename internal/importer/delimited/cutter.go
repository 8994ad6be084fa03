package delimited

import (
	"bytes"
	"io"

	"briefing/internal/importer/cells"
)

// BatchRows is how many rows a Cutter gives at a time, where it can: so few
// that they stay in the nearest memory while they are looked at column by
// column, and so many that this is worth it.
const BatchRows = 32

// Cutter takes blocks of a table apart, for one goroutine.
type Cutter struct {
	s     rows
	plain bool        // the block
	rows  []cells.Row // given last
	recs  [][]byte    // each as it lies in the file
}

// Cutter makes a cutter; what it yields is what Rows does.
func (t Table) Cutter() *Cutter {
	return &Cutter{s: rows{
		delimiter: t.Delimiter, eof: true, unchecked: true,
		longest: bound(t.Limits.Line), columns: bound(t.Limits.Columns),
	}, rows: make([]cells.Row, 0, BatchRows), recs: make([][]byte, 0, BatchRows)}
}

// Start turns to a block.
func (c *Cutter) Start(b Block) {
	c.s.buf, c.s.at, c.s.line, c.s.only = b.Data, 0, b.Line, b.fault
	c.plain = b.plain
}

// Next gives the next records of the block, one at least and BatchRows at
// most; after the last comes io.EOF. They hold until it is called again. Of
// their text nothing is checked yet: Check does that.
func (c *Cutter) Next() ([]cells.Row, error) {
	c.rows, c.recs = c.rows[:0], c.recs[:0]
	if c.plain {
		for len(c.rows) < cap(c.rows) && c.line() {
		}
		if len(c.rows) == 0 {
			return nil, io.EOF
		}
		return c.rows, nil
	}
	row, err := c.record()
	if err != nil {
		return nil, err
	}
	c.rows, c.recs = append(c.rows, *row), append(c.recs, c.s.rec)
	return c.rows, nil
}

// record is Next in a block with quotes, where a record holds until the next.
func (c *Cutter) record() (*cells.Row, error) {
	s := &c.s
	if s.only == "" {
		return s.Next()
	}
	if len(s.buf) == 0 {
		return nil, io.EOF
	}
	s.row = cells.Row{Line: s.line, Cells: append(s.row.Cells[:0], cells.Cell{Text: trimEnd(s.buf)}), Fault: s.only}
	s.buf = nil
	return &s.row, nil
}

// line takes the next record of a block without quotes, a line that is not
// empty; false when there is none.
func (c *Cutter) line() bool {
	s := &c.s
	for s.at < len(s.buf) {
		rec := s.buf[s.at:]
		if end := bytes.IndexByte(rec, '\n'); end >= 0 {
			rec = rec[:end+1]
		}
		long := len(rec) > s.longest
		line := s.line
		s.at += len(rec)
		s.line++
		if rec = trimEnd(rec); len(rec) == 0 && !long {
			continue
		}
		c.rows, c.recs = c.rows[:len(c.rows)+1], append(c.recs, rec)
		row := &c.rows[len(c.rows)-1]
		*row = cells.Row{Line: line, Cells: row.Cells[:0]} // in the room of an earlier one
		if long {
			row.Fault, row.Cells = cells.FaultLong, append(row.Cells, cells.Cell{Text: rec})
			return true
		}
		row.Cells = splitPlain(row.Cells, rec, s.delimiter)
		s.bound(row)
		return true
	}
	return false
}

// Check marks one of the records last given if its bytes are no text.
func (c *Cutter) Check(i int) { checkText(&c.rows[i], c.recs[i]) }
