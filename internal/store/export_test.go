package store

import (
	"encoding/binary"

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

// Seal gives a page the checksum of its bytes.
func Seal(page []byte) {
	end := len(page) - checksumBytes
	s1, s2 := sums(page[:end])
	binary.LittleEndian.PutUint32(page[end:], s1)
	binary.LittleEndian.PutUint32(page[end+4:], s2)
}
