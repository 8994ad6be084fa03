package desktop

import (
	"os/exec"
	"path/filepath"
	"syscall"
)

func openCommand(path string) *exec.Cmd {
	return exec.Command("rundll32.exe", "url.dll,FileProtocolHandler", path) //nolint:gosec // a file of the user's, no shell
}

// revealCommand writes Explorer's line itself: it wants the quotes after the comma.
func revealCommand(path string) *exec.Cmd {
	cmd := exec.Command("explorer.exe")
	cmd.SysProcAttr = &syscall.SysProcAttr{CmdLine: `explorer.exe /select,"` + filepath.Clean(path) + `"`}
	return cmd
}
