package desktop

import "os/exec"

func openCommand(path string) *exec.Cmd { return exec.Command("open", path) } //nolint:gosec // a file of the user's, no shell

func revealCommand(path string) *exec.Cmd { return exec.Command("open", "-R", path) } //nolint:gosec // as above
