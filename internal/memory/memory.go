// Package memory makes room for much data, and says when what is not needed is
// given back.
//
// It promises nothing but time: what Make gives is what make gives. A page of
// memory that is touched for the first time stops who touches it until the
// system has found one. Under a hypervisor that takes many times as long as
// letting the system find all pages of a large room in one go.
package memory

import "unsafe"

// Number is what large rooms hold: nothing that points anywhere.
type Number interface {
	~byte | ~int32 | ~uint32 | ~int64 | ~uint64
}

// smallest is the room, in bytes, below which one go saves nothing.
const smallest = 64 << 10

// Make gives n numbers, all zero. Where the system can, its pages are found
// already when it returns; so ask for what will be filled.
func Make[T any](n int) []T {
	room := make([]T, n)
	if size := n * int(unsafe.Sizeof(*new(T))); size >= smallest {
		find(unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(room))), size)) //nolint:gosec // the same memory by its bytes, for the system call
	}
	return room
}

// Grow gives the slice with room for n more behind what it holds, as
// slices.Grow does, its pages found if that needs a new place.
func Grow[T Number](s []T, n int) []T {
	if cap(s)-len(s) >= n {
		return s
	}
	return append(Make[T](len(s) + n)[:0], s...)
}
