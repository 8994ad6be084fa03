package store

import "github.com/ncruces/go-sqlite3/vfs"

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
