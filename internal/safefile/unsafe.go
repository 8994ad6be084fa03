//go:build faults

package safefile

import (
	"io/fs"
	"os"

	"briefing/internal/faults"
)

// In a run without safety the target is overwritten where it lies: the
// harness must see the damage that this does.
func init() {
	if faults.Unsafe {
		create = func(path string, _ fs.FileMode) (*os.File, error) {
			return openNew(path, os.O_RDWR|os.O_TRUNC, 0o600)
		}
	}
}
