//go:build !windows

package desktop

import "runtime"

// SystemClipboard is that of this system.
func SystemClipboard() Clipboard {
	return Clipboard{System: runtime.GOOS, Wayland: onWayland(), Commands: programs{}}
}
