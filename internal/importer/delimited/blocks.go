package delimited

import (
	"bytes"
	"errors"
	"io"

	"briefing/internal/importer/cells"
)

// A text file can be cut into stretches of whole records that are then taken
// apart beside each other. Cutting is what has to go in order: a quote opened
// before a line end makes that end part of a field. A stretch without any
// quote is cut at its last line end; in others every record is looked for.

// BlockBytes is how long a block is, but for one record that is longer.
const BlockBytes = 256 << 10

// Block is a stretch of a text file that holds whole records.
type Block struct {
	Data  []byte
	Line  int    // of its first byte, counted from 1
	fault string // of its only record
	plain bool   // no quote in it
}

// Blocks cuts a text file into blocks.
type Blocks struct{ s *rows }

// Blocks starts reading at the first line.
func (t Table) Blocks() (*Blocks, error) {
	s, err := t.open(4 * BlockBytes)
	if err != nil {
		return nil, err
	}
	return &Blocks{s}, nil
}

// Close closes the file.
func (b *Blocks) Close() error { return b.s.Close() }

// Next gives the next block, its bytes in room if they fit there; after the
// last comes io.EOF.
func (b *Blocks) Next(room []byte) (Block, error) {
	s := b.s
	for len(s.buf)-s.at < BlockBytes && !s.eof {
		if err := s.fill(); err != nil {
			return Block{}, err
		}
	}
	out := Block{Data: room[:0], Line: s.line}
	ahead := s.buf[s.at:]
	end := len(ahead)
	if end > BlockBytes || !s.eof {
		end = bytes.LastIndexByte(ahead[:min(end, BlockBytes)], '\n') + 1
	}
	if end > 0 && bytes.IndexByte(ahead[:end], '"') < 0 {
		out.Data = append(out.Data, ahead[:end]...)
		s.at += end
		s.line += bytes.Count(out.Data, []byte{'\n'})
		out.plain = true
		return out, nil
	}
	return b.records(out)
}

// records gathers a block record by record. One that is at fault is a block of
// its own, since only here it is known what followed it.
func (b *Blocks) records(out Block) (Block, error) {
	s := b.s
	for len(out.Data) < BlockBytes/2 {
		end, lines, fault, err := s.record()
		if errors.Is(err, io.EOF) && len(out.Data) > 0 || err == nil && fault != "" && len(out.Data) > 0 {
			return out, nil
		}
		if err != nil {
			return Block{}, err
		}
		rec := s.buf[s.at : s.at+end]
		out.Data = append(out.Data, rec...)
		s.at += end
		s.line += lines
		if fault == "" {
			continue
		}
		out.fault = fault
		if fault == cells.FaultLong && !bytes.HasSuffix(rec, []byte("\n")) {
			return out, s.skipLine()
		}
		return out, nil
	}
	return out, nil
}
