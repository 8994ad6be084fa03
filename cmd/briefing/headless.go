//go:build headless

package main

// openWindow is nil in a build without a window.
var openWindow func(path string) int
