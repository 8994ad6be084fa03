//go:build !windows

package printing

import "runtime"

// System prints by the commands of this system.
func System() Printer { return Printer{System: runtime.GOOS, Runner: commands{}} }
