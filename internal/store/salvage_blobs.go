package store

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"briefing/internal/briefing"
)

// blobs takes the bytes of attachments that are surely what they were: like a
// segment of figures an attachment has a hash of its own, which counts for
// more than the checksums of the pages. One that lacks a part is left out.
func (s *salvage) blobs() {
	t := s.trees["blob"]
	if t == nil {
		return // a file of version 1
	}
	parts := map[string][]cell{}
	for _, c := range t.rows {
		if len(c.values) == len(t.columns) && t.fits(c, true) {
			hash := string(c.values[1].b)
			parts[hash] = append(parts[hash], c)
		}
	}
	for _, hash := range slices.Sorted(maps.Keys(parts)) {
		list := parts[hash]
		slices.SortFunc(list, func(a, b cell) int { return cmp.Compare(a.values[2].n, b.values[2].n) })
		sum := sha256.New()
		for _, c := range list {
			_, _ = sum.Write(c.values[3].b)
		}
		if hex.EncodeToString(sum.Sum(nil)) != hash {
			s.whole[hash] = false
			continue
		}
		s.whole[hash] = true
		for _, c := range list {
			s.others["blob"] = append(s.others["blob"], t.named(c))
		}
	}
}

// attachments tells of those, and of lists of names, whose bytes are lost. One that never had any is
// no damage.
func (s *salvage) attachments() {
	t := s.trees["blob"]
	torn := t != nil && len(t.bad)+t.gaps > 0
	for _, k := range s.kinds {
		for _, r := range k.records {
			hash, file := "", ""
			switch a := r.Record.(type) {
			case *briefing.Attachment:
				hash, file = a.Hash, a.File
			case *briefing.Nomenclature:
				hash, file = a.Data, a.File
			}
			if hash == "" {
				continue
			}
			if whole, known := s.whole[hash]; known && !whole || !known && torn {
				s.damage(Damage{What: Lost, Table: k.table, Record: r.Record.Ref().ID, Field: "data", Text: file})
			}
		}
	}
}
