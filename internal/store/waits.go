package store

import "briefing/internal/safefile"

// Waits reports whether a project was not closed: its working copy on this machine
// may hold what its file has not, and nobody has it open. It changes nothing; what
// can't be looked at does not wait.
func Waits(path string, o Options) bool {
	o, err := o.filled()
	if err != nil {
		return false
	}
	target, err := absolute(path)
	if err != nil {
		return false
	}
	if found, err := workingOf(o.StateDir, target).find(); !found && err == nil {
		return false
	}
	_, running := safefile.Peek(target, o.Host)
	return !running
}
