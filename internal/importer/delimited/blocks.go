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
type Blocks struct {
	s      *rows
	quoted bool // a quote has been met: what is read may have to be looked at record by record
}

// Blocks starts reading at the first line.
func (t Table) Blocks() (*Blocks, error) {
	s, err := t.open(4 * BlockBytes)
	if err != nil {
		return nil, err
	}
	return &Blocks{s: s}, nil
}

// Close closes the file.
func (b *Blocks) Close() error { return b.s.Close() }

// Next gives the next block, its bytes in room if they fit there; after the
// last comes io.EOF.
func (b *Blocks) Next(room []byte) (Block, error) {
	s := b.s
	if !b.quoted && len(s.buf)-s.at < BlockBytes {
		if out, err := b.plain(room); !b.quoted {
			return out, err
		}
	}
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

// behind is the room kept behind a block, so that what looks at many bytes at a
// time can do so at the end of the last record too.
const behind = 64

// plain reads a block into its room at once, which spares copying it there. One
// with a quote, or without a line end, is left to be read in the other way.
func (b *Blocks) plain(room []byte) (Block, error) {
	s := b.s
	if cap(room) < BlockBytes+behind {
		room = make([]byte, 0, BlockBytes+behind)
	}
	data := append(room[:0], s.buf[s.at:]...)
	for len(data) < BlockBytes && !s.eof {
		n, err := s.r.Read(data[len(data):BlockBytes])
		data = data[:len(data)+n]
		if errors.Is(err, io.EOF) {
			s.eof = true
		} else if err != nil {
			return Block{}, err
		}
	}
	end := len(data)
	if !s.eof {
		end = bytes.LastIndexByte(data, '\n') + 1
	}
	if b.quoted = end == 0 || bytes.IndexByte(data[:end], '"') >= 0; b.quoted {
		end = 0
	}
	s.buf, s.at = append(s.buf[:0], data[end:]...), 0
	out := Block{Data: data[:end], Line: s.line, plain: true}
	s.line += bytes.Count(out.Data, []byte{'\n'})
	return out, nil
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
