package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"os"

	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/project"
)

// Places in the header of an SQLite database.
const (
	headerSize    = 100
	atPageSize    = 16
	atWriteFormat = 18
	atReserved    = 20
	atPages       = 28
	atUserVersion = 60
	atApplication = 68
)

const magic = "SQLite format 3\x00"

// LooksLikeProject tells by its first bytes that a file is a project, or a
// database of another program. What can't be read is none.
func LooksLikeProject(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // opened for reading only
	begin := make([]byte, len(magic))
	_, err = io.ReadFull(f, begin)
	return err == nil && string(begin) == magic
}

// inspect judges a file by its first bytes and its size, before the database
// driver sees it: empty-file, foreign-file, newer-version, truncated, damaged.
func inspect(path string, header []byte, size int64) error {
	refuse := func(code briefing.Code, why string) error {
		return &briefing.Error{Code: code, Op: "open: " + why, Path: path}
	}
	switch {
	case size == 0:
		return refuse(briefing.CodeEmptyFile, "no bytes")
	case !bytes.HasPrefix(header, []byte(magic)):
		return refuse(briefing.CodeForeign, "magic")
	case len(header) < headerSize:
		return refuse(briefing.CodeTruncated, "header")
	}
	number := func(at int) int64 { return int64(binary.BigEndian.Uint32(header[at:])) }
	if number(atApplication) != ApplicationID {
		return refuse(briefing.CodeForeign, "application id")
	}
	version := number(atUserVersion)
	if version > SchemaVersion {
		return &briefing.Error{
			Code: briefing.CodeNewer, Op: "open", Path: path,
			Err: fmt.Errorf("file of version %d, this program knows %d", version, SchemaVersion),
		}
	}
	page := int64(binary.BigEndian.Uint16(header[atPageSize:]))
	if page == 1 {
		page = 1 << 16
	}
	switch {
	case size < number(atPages)*page:
		return refuse(briefing.CodeTruncated, "pages")
	case version < 1, page < 512, page&(page-1) != 0, size != number(atPages)*page,
		header[atReserved] != checksumBytes, header[atWriteFormat] != 1:
		return refuse(briefing.CodeDamaged, "header")
	}
	return nil
}

// loaded is what a database held when it was read, in one state.
type loaded struct {
	project *project.Project
	last    int64 // number of the last action
	steps   steps
}

const lastAction = `SELECT coalesce(max("id"), 0) FROM "action"`

// load verifies the schema and reads everything, under a deadline.
func (d *db) load() (loaded, error) { return d.loadWith((*db).readFigures) }

// figureReading is a way of reading the figures of a database.
type figureReading func(*db) (*figure.Set, error)

// loadWith is load with another way of reading the figures.
func (d *db) loadWith(figures figureReading) (out loaded, err error) {
	defer d.within(deadline)()
	// One transaction: another process may be writing to the same working copy.
	err = d.between(`BEGIN`, func() error {
		if err := d.verifySchema(); err != nil {
			return err
		}
		out.project = &project.Project{}
		for _, s := range shapes() {
			if err := d.loadKind(s, out.project); err != nil {
				return err
			}
		}
		var err error
		if out.project.Figures, err = figures(d); err != nil {
			return err
		}
		out.project.Figures.Remember()
		if out.last, err = d.number(lastAction); err != nil {
			return err
		}
		out.steps, err = d.readSteps()
		return err
	})
	return out, err
}

func (d *db) loadKind(s shape, p *project.Project) error {
	n := 0
	return d.readAll(s, func(id briefing.ID, from stored) error {
		r, err := s.make(id, from)
		if err == nil && r.Ref().ID != id { // the pack's only name
			err = &briefing.Error{Code: briefing.CodeDamaged}
		}
		if err != nil {
			return &briefing.Error{Code: briefing.CodeDamaged, Op: "read " + s.table + " " + string(id), Path: d.path, Err: err}
		}
		p.Insert(r, n)
		n++
		return nil
	})
}

// verify runs SQLite's own check over every page, whose checksums are checked
// in reading them.
func (d *db) verify(ctx context.Context, full bool) error {
	old := d.conn.SetInterrupt(ctx)
	defer d.conn.SetInterrupt(old)
	check := `PRAGMA quick_check(1)`
	if full {
		check = `PRAGMA integrity_check(1)`
	}
	return d.each(check, nil, func(r row) error {
		if r.text(0) != "ok" {
			return &briefing.Error{Code: briefing.CodeDamaged, Op: "check", Path: d.path, Err: fmt.Errorf("%s", r.text(0))}
		}
		return nil
	})
}
