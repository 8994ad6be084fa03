package memory

import (
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// large pages are asked for in rooms of so many bytes: who looks here and there
// in one then waits less for where its pages are, and a part of one that is
// not needed is little of it.
const (
	largeRoom = 8 << 20
	largePage = 2 << 20
)

// find is refused by kernels before 5.14; then the pages come one by one.
func find(room []byte) {
	if len(room) >= largeRoom {
		_ = unix.Madvise(aligned(room, largePage), unix.MADV_HUGEPAGE)
	}
	if page := os.Getpagesize(); len(room) > 2*page {
		_ = unix.Madvise(aligned(room, page), unix.MADV_POPULATE_WRITE)
	}
}

// aligned is the part of the room that is whole pages.
func aligned(room []byte, page int) []byte {
	skip := -int(uintptr(unsafe.Pointer(unsafe.SliceData(room)))) & (page - 1) //nolint:gosec // a number to begin at, nothing is read through it
	room = room[skip:]
	return room[:len(room)&^(page-1)]
}
