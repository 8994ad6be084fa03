//go:build !windows

package desktop

// onSessionEnd has nothing to add: other systems send signals, or close the windows.
func onSessionEnd(func()) {}
