package store

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"github.com/ncruces/go-sqlite3/vfs"
)

// Beneath puts something between the driver and the system until the function
// returned is called; folder is told of each folder that is synced.
func Beneath(v vfs.VFS, folder func(string) error) (undo func()) {
	s, f := system, syncFolder
	system, syncFolder = v, folder
	return func() { system, syncFolder = s, f }
}

// Durably changes the settings of durable changes until the function returned
// is called.
func Durably(pragmas string) (undo func()) {
	old := durably
	durably = pragmas
	return func() { durably = old }
}

// InMemory changes the size up to which files are read into memory until the
// function returned is called.
func InMemory(bytes int64) (undo func()) {
	old := inMemory
	inMemory = bytes
	return func() { inMemory = old }
}

// LargeBatch changes from how many rows on figures leave their log until the
// function returned is called.
func LargeBatch(rows int) (undo func()) {
	old := largeBatch
	largeBatch = rows
	return func() { largeBatch = old }
}

// Seal gives a page the checksum of its bytes.
func Seal(page []byte) {
	end := len(page) - checksumBytes
	s1, s2 := sums(page[:end])
	binary.LittleEndian.PutUint32(page[end:], s1)
	binary.LittleEndian.PutUint32(page[end+4:], s2)
}

// Dump is the canonical export of what a project holds: every table row by
// row, byte for byte, but for the journal. Of figures it has the segments in
// use, with their bytes and without their numbers; of attachments the parts
// that a record there is leads to. What is kept only so that it can come back
// is history, too, and not in it.
func (f *File) Dump() ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out bytes.Buffer
	dump := func(name, query string) error {
		fmt.Fprintf(&out, "== %s\n", name)
		return f.db.each(query, nil, func(r row) error {
			for i := range r.s.ColumnCount() {
				fmt.Fprintf(&out, "%d:", r.s.ColumnType(i))
				out.Write(r.s.ColumnRawBlob(i))
				out.WriteByte(0x1f)
			}
			out.WriteByte('\n')
			return nil
		})
	}
	queries := map[string]string{
		"action": "", "journal": "", "figures_data": "", // history, and shown below
		"figures": `SELECT "import", "rows", "digest", "data" FROM "figures" JOIN "figures_data" USING ("id") WHERE "live" = 1 ORDER BY "id"`,
		"blob":    `SELECT "hash", "part", "data" FROM "blob" WHERE "hash" IN (SELECT "hash" FROM "attachment") ORDER BY "hash", "part"`,
	}
	for _, o := range schema() {
		query, special := queries[o.name]
		if !special {
			query = `SELECT * FROM ` + quote(o.name) + ` ORDER BY 1, 2`
		}
		if o.kind != "table" || query == "" {
			continue
		}
		if err := dump(o.name, query); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}
