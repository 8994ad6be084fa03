package store

import (
	"bytes"
	"crypto/sha256"

	"github.com/klauspost/compress/zstd"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// batch is a segment of observations that could be read.
type batch struct {
	id   int64
	of   briefing.ID
	rows int64
	live int64
	data []byte
}

// readFigures takes the segments whose bytes are surely what was written: a
// segment has a checksum of its own, so a damaged page that it lies on need
// not matter. One that fails it is left out whole, since a wrong bit in it
// may be a wrong figure.
func (s *salvage) readFigures() error {
	list, data := s.trees["figures"], s.trees["figures_data"]
	if list == nil || data == nil {
		return nil
	}
	unpack, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxSegment))
	if err != nil {
		return failure("unpack figures", "", err)
	}
	defer unpack.Close()
	left := map[int64]cell{}
	for _, c := range data.rows {
		left[c.rowid] = c
	}
	for _, c := range list.rows {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		body := left[c.rowid]
		delete(left, c.rowid)
		s.segment(unpack, list.named(c), c, body)
	}
	if len(list.bad)+list.gaps == 0 {
		return nil
	}
	for id, body := range left { // the list of them is damaged
		if seg, ok := unpacked(unpack, body); ok && body.good {
			seg.id, seg.live = id, 1
			s.keepSegment(seg, false)
		}
	}
	return nil
}

// segment judges a segment by its entry in the list and its bytes.
func (s *salvage) segment(unpack *zstd.Decoder, entry map[string]value, c, body cell) {
	seg, ok := unpacked(unpack, body)
	seg.id, seg.live = c.rowid, 1
	if entry["live"].kind == isNumber {
		seg.live = min(max(entry["live"].n, 0), 1)
	}
	digest := sha256.Sum256(seg.data)
	whole := bytes.Equal(digest[:], entry["digest"].b) || !c.good && body.good
	agrees := string(seg.of) == string(entry["import"].b) && seg.rows == entry["rows"].n
	if !ok || !whole || c.good && !agrees {
		s.damage(Damage{What: Lost, Table: "figures", Record: briefing.ID(entry["import"].b), Count: int(entry["rows"].n)})
		return
	}
	s.keepSegment(seg, c.good)
}

func (s *salvage) keepSegment(seg batch, good bool) {
	if !good { // whether it was still in use can't be relied on
		s.damage(Damage{What: Unverified, Table: "figures", Record: seg.of, Count: int(seg.rows)})
	}
	if seg.live == 1 {
		s.report.Figures += int(seg.rows)
	}
	s.figures = append(s.figures, seg)
}

// unpacked reads a segment as far as to know that it can be read again.
func unpacked(unpack *zstd.Decoder, body cell) (seg batch, ok bool) {
	if len(body.values) != 2 {
		return seg, false
	}
	seg.data = body.values[1].b
	plain, err := unpack.DecodeAll(seg.data, nil)
	if err != nil {
		return seg, false
	}
	set, err := figure.DecodeSegment(plain)
	if err != nil || len(set.Imports()) > 1 {
		return seg, false
	}
	seg.of, seg.rows = importOf(set), int64(set.Len())
	return seg, true
}
