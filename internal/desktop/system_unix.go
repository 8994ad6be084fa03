//go:build !windows && !darwin

package desktop

import (
	"os/exec"
	"path/filepath"
)

func openCommand(path string) *exec.Cmd { return exec.Command("xdg-open", path) } //nolint:gosec // a file of the user's, no shell

// revealCommand opens the folder: no way to mark a file is common to all desktops.
func revealCommand(path string) *exec.Cmd {
	return exec.Command("xdg-open", filepath.Dir(path)) //nolint:gosec // a folder of the user's, no shell
}
