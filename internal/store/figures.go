package store

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zstd"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// maxSegment is the most bytes a segment of observations may have unpacked.
const maxSegment = 1 << 28

// smallBatch is the number of rows below which the better compressor's own
// start (some 7 ms) costs more than it saves.
const smallBatch = 20_000

// segments splits observations by the import they came with, since an import
// is what is dropped and brought back as a whole.
func segments(s *figure.Set) []*figure.Set {
	imports := s.Imports()
	if len(imports) == 1 {
		return []*figure.Set{s}
	}
	var out []*figure.Set
	for _, id := range imports {
		out = append(out, s.Where(figure.Filter{Imports: []briefing.ID{id}}))
	}
	return out
}

// addFigures writes the observations of one import and gives the numbers of
// their segments.
func (d *db) addFigures(s *figure.Set) (ids []int64, err error) {
	level := zstd.SpeedDefault
	if s.Len() < smallBatch {
		level = zstd.SpeedFastest
	}
	pack, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(level))
	if err != nil {
		return nil, failure("pack figures", d.path, err)
	}
	defer pack.Close() //nolint:errcheck // it writes to memory
	next, err := d.number(`SELECT coalesce(max("id"), 0) + 1 FROM "figures"`)
	if err != nil {
		return nil, err
	}
	id := importOf(s)
	for rows, plain := range s.Segments() {
		data := pack.EncodeAll(plain, nil)
		if len(plain) > maxSegment || len(data) > maxValue {
			return nil, &briefing.Error{Code: briefing.CodeTooLarge, Op: "store figures", Path: string(id)}
		}
		digest := sha256.Sum256(data)
		if err := d.exec(`INSERT INTO "figures_data" VALUES (?, ?)`, next, data); err != nil {
			return nil, err
		}
		if err := d.exec(`INSERT INTO "figures" VALUES (?, ?, ?, 1, ?)`, next, string(id), rows, digest[:]); err != nil {
			return nil, err
		}
		ids = append(ids, next)
		next++
	}
	return ids, nil
}

// importOf is the import of observations that have but one.
func importOf(s *figure.Set) briefing.ID {
	if s.Len() == 0 {
		return ""
	}
	return s.At(0).Import
}

// dropFigures takes the observations of an import out of use. They stay in
// the file, so that undoing this costs nothing however many there are.
func (d *db) dropFigures(id briefing.ID) (ids []int64, err error) {
	err = d.each(`SELECT "id" FROM "figures" WHERE "import" = ? AND "live" = 1 ORDER BY "id"`, []any{string(id)}, func(r row) error {
		ids = append(ids, r.int(0))
		return nil
	})
	if err != nil {
		return nil, err
	}
	return ids, d.exec(`UPDATE "figures" SET "live" = 0 WHERE "import" = ? AND "live" = 1`, string(id))
}

// joinNumbers is the journal's form of a list of segments.
func joinNumbers(ids []int64) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = strconv.FormatInt(id, 10)
	}
	return strings.Join(out, " ")
}

// readFigures loads the observations in use, each segment against its checksum.
func (d *db) readFigures() (*figure.Set, error) {
	all := figure.NewSet()
	err := d.eachSegment(`"live" = 1`, func(s *figure.Set) { all.AppendSet(s) })
	return all, err
}

func (d *db) eachSegment(where string, f func(*figure.Set)) error {
	unpack, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxSegment))
	if err != nil {
		return failure("unpack figures", d.path, err)
	}
	defer unpack.Close()
	sql := `SELECT "figures"."id", "import", "rows", "digest", "data" FROM "figures"
		LEFT JOIN "figures_data" ON "figures_data"."id" = "figures"."id" WHERE ` + where + ` ORDER BY "figures"."id"`
	return d.each(sql, nil, func(r row) error {
		damaged := func(why any) error {
			return &briefing.Error{
				Code: briefing.CodeDamaged, Op: "read figures", Path: d.path,
				Err: fmt.Errorf("segment %d of import %q: %v", r.int(0), r.text(1), why),
			}
		}
		data := r.blob(4)
		if digest := sha256.Sum256(data); !bytes.Equal(digest[:], r.blob(3)) {
			return damaged("checksum")
		}
		plain, err := unpack.DecodeAll(data, nil)
		if err != nil {
			return damaged(err)
		}
		s, err := figure.DecodeSegment(plain)
		if err != nil {
			return damaged(err)
		}
		if int64(s.Len()) != r.int(2) || len(s.Imports()) > 1 || string(importOf(s)) != r.text(1) {
			return damaged("not what the list says")
		}
		f(s)
		return nil
	})
}
