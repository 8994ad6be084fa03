package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/zstd"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/memory"
	"briefing/internal/routine"
)

// maxSegment is the most bytes a segment of observations may have unpacked.
const maxSegment = 1 << 28

// packWindow is how far back packing looks for what is alike: a column of a
// full segment or two. A larger one costs memory and saves nothing.
const packWindow = 1 << 20

// packLevel is the fastest one: the next takes twice the time, a twelfth of an
// import, for segments smaller by a fortieth.
const packLevel = zstd.SpeedFastest

// press packs segments as addFigures stores them. It is ready from its first
// use on and may be used by many.
type press struct {
	once   sync.Once
	pack   *zstd.Encoder
	unpack *zstd.Decoder
	err    error
	rooms  chan []byte // to pack in
}

// Press packs observations while they are being gathered, so that they are
// stored in the form that they have already (figure.Set.Seal).
func Press() figure.Press { return &press{} }

func (p *press) begin() {
	p.once.Do(func() {
		if p.pack, p.err = packing(); p.err == nil {
			p.unpack, p.err = unpacking()
		}
		p.rooms = make(chan []byte, runtime.GOMAXPROCS(0))
		if p.err != nil { // only of options that do not fit together
			panic(p.err)
		}
	})
}

// Pack is for segments of large batches.
func (p *press) Pack(plain []byte) []byte {
	p.begin()
	var room []byte
	select {
	case room = <-p.rooms:
	default:
	}
	room = p.pack.EncodeAll(plain, slices.Grow(room[:0], len(plain)*7/8))
	out := append(memory.Make[byte](len(room))[:0], room...)
	select {
	case p.rooms <- room:
	default:
	}
	return out
}

// Unpack is for what Pack gave.
func (p *press) Unpack(packed []byte) ([]byte, error) {
	p.begin()
	return p.unpack.DecodeAll(packed, nil)
}

func packing() (*zstd.Encoder, error) {
	return zstd.NewWriter(nil, zstd.WithEncoderConcurrency(runtime.GOMAXPROCS(0)), zstd.WithEncoderLevel(packLevel), zstd.WithWindowSize(packWindow))
}

func unpacking() (*zstd.Decoder, error) {
	return zstd.NewReader(nil, zstd.WithDecoderConcurrency(runtime.GOMAXPROCS(0)), zstd.WithDecoderMaxMemory(maxSegment))
}

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
	pack, err := packing()
	if err != nil {
		return nil, failure("pack figures", d.path, err)
	}
	defer pack.Close() //nolint:errcheck // it writes to memory
	next, err := d.number(`SELECT coalesce(max("id"), 0) + 1 FROM "figures"`)
	if err != nil {
		return nil, err
	}
	id := importOf(s)
	type stored struct {
		rows         int
		size         int // unpacked
		data, digest []byte
	}
	rooms := make(chan *room, runtime.GOMAXPROCS(0)+1)
	// Packing is the work; writing goes on meanwhile, in the order of rows.
	err = inOrder(s.SegmentCount(), func(i int) stored {
		var g stored
		var ready bool
		if g.rows, g.size, g.data, ready = s.Pressed(i); ready {
			digest := sha256.Sum256(g.data)
			g.digest = digest[:]
			return g
		}
		var r *room
		select {
		case r = <-rooms:
		default:
			r = &room{}
		}
		g.rows, r.plain = r.Segment(s, i, r.plain)
		g.data = pack.EncodeAll(r.plain, make([]byte, 0, len(r.plain)/2))
		digest := sha256.Sum256(g.data)
		g.size, g.digest = len(r.plain), digest[:]
		select {
		case rooms <- r:
		default:
		}
		return g
	}, func(g stored) error {
		if g.size > maxSegment || len(g.data) > maxValue {
			return &briefing.Error{Code: briefing.CodeTooLarge, Op: "store figures", Path: string(id)}
		}
		if err := d.exec(`INSERT INTO "figures_data" VALUES (?, ?)`, next, g.data); err != nil {
			return err
		}
		if err := d.exec(`INSERT INTO "figures" VALUES (?, ?, ?, 1, ?)`, next, string(id), g.rows, g.digest); err != nil {
			return err
		}
		ids = append(ids, next)
		next++
		return nil
	})
	return ids, err
}

// room is what packing a segment takes, used again for the next one.
type room struct {
	figure.Packer
	plain []byte
}

// importOf is the import of observations that have but one.
func importOf(s *figure.Set) briefing.ID {
	if ids := s.Imports(); len(ids) > 0 {
		return ids[0]
	}
	return ""
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

// readFigures loads the observations in use, each segment against its
// checksum. Segments are unpacked beside the reading of the next ones.
func (d *db) readFigures() (*figure.Set, error) { return d.readFiguresFrom(0) }

// readFiguresFrom is readFigures for the segments from a number on.
func (d *db) readFiguresFrom(first int64) (*figure.Set, error) {
	unpack, err := unpacking()
	if err != nil {
		return nil, failure("unpack figures", d.path, err)
	}
	defer unpack.Close()
	var work routine.Group
	var read []*segment
	places := make(chan struct{}, runtime.GOMAXPROCS(0))
	err = d.eachSegment(first, row.blob, func(g *segment) error {
		read = append(read, g)
		places <- struct{}{} // so that what is read and not yet unpacked stays little
		work.Go(func() {
			g.set, g.err = g.decode(unpack)
			g.data = nil
			<-places
		})
		return nil
	})
	work.Wait()
	parts := make([]*figure.Set, len(read))
	for i, g := range read {
		if g.err != nil {
			return nil, g.damaged(d.path, g.err)
		}
		parts[i] = g.set
	}
	if err != nil {
		return nil, err
	}
	return figure.Join(parts), nil
}

// sumFigures checks the observations in use by their checksums alone and
// gives none. That will do for a copy of what was taken apart when it was
// opened, or was packed here since: the same bytes mean the same.
func (d *db) sumFigures() (*figure.Set, error) {
	return nil, d.eachSegment(0, row.raw, func(g *segment) error {
		if err := g.sum(); err != nil {
			return g.damaged(d.path, err)
		}
		return nil
	})
}

// segment is a stored segment with what the list says of it.
type segment struct {
	id, rows     int64
	of           string // import
	digest, data []byte
	set          *figure.Set
	err          error
}

// eachSegment hands the segments in use over in their order; take gives the
// bytes of one, which may be valid until the next only.
func (d *db) eachSegment(first int64, take func(row, int) []byte, f func(*segment) error) error {
	const sql = `SELECT "figures"."id", "import", "rows", "digest", "data" FROM "figures"
		LEFT JOIN "figures_data" ON "figures_data"."id" = "figures"."id" WHERE "live" = 1 AND "figures"."id" >= ? ORDER BY "figures"."id"`
	return d.each(sql, []any{first}, func(r row) error {
		return f(&segment{id: r.int(0), of: r.text(1), rows: r.int(2), digest: r.blob(3), data: take(r, 4)})
	})
}

func (g *segment) damaged(path string, why error) error {
	return &briefing.Error{
		Code: briefing.CodeDamaged, Op: "read figures", Path: path,
		Err: fmt.Errorf("segment %d of import %q: %w", g.id, g.of, why),
	}
}

// sum compares the segment with its checksum.
func (g *segment) sum() error {
	if digest := sha256.Sum256(g.data); !bytes.Equal(digest[:], g.digest) {
		return errors.New("checksum")
	}
	return nil
}

// decode checks the segment and takes it apart.
func (g *segment) decode(unpack *zstd.Decoder) (*figure.Set, error) {
	if err := g.sum(); err != nil {
		return nil, err
	}
	plain, err := unpack.DecodeAll(g.data, nil)
	if err != nil {
		return nil, err
	}
	s, err := figure.DecodeSegment(plain)
	if err != nil {
		return nil, err
	}
	if int64(s.Len()) != g.rows || len(s.Imports()) > 1 || string(importOf(s)) != g.of {
		return nil, errors.New("not what the list says")
	}
	return s, nil
}

// inOrder does a number of pieces of work on all processors and hands the
// results over one by one in their order, never far ahead of what is taken.
func inOrder[T any](n int, work func(i int) T, take func(T) error) error {
	ahead := make(chan chan T, runtime.GOMAXPROCS(0)-1)
	stop := make(chan struct{})
	var all routine.Group
	defer all.Wait()
	defer close(stop)
	all.Go(func() {
		defer close(ahead)
		for i := range n {
			done := make(chan T, 1)
			select {
			case ahead <- done:
			case <-stop:
				return
			}
			all.Go(func() {
				defer close(done) // who takes it does not wait for one that panics
				done <- work(i)
			})
		}
	})
	for done := range ahead {
		if err := take(<-done); err != nil {
			return err
		}
	}
	return nil
}
