// Package desktop asks the system for what a program can't do itself: open a
// file with the program meant for it, show it in its folder, and the system's
// own file dialogs.
//
// It promises to start other programs without a shell, so that no name of a
// file is ever read as a command, and not to wait for them.
package desktop

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"briefing/internal/briefing"
	"briefing/internal/routine"
)

// ErrNoProgram says that the system has no program to open the file with.
var ErrNoProgram = errors.New("no program for the file")

// Open shows a file with the program the user has for it.
func Open(path string) error { return launch(path, openCommand) }

// Reveal shows the file in its folder, marked where the system can mark.
func Reveal(path string) error { return launch(path, revealCommand) }

func launch(path string, command func(string) *exec.Cmd) error {
	full, err := filepath.Abs(path)
	if err != nil {
		return &briefing.Error{Code: briefing.CodeNotFound, Op: "open with the system", Path: path, Err: err}
	}
	if _, err := os.Stat(full); err != nil {
		return &briefing.Error{Code: briefing.CodeNotFound, Op: "open with the system", Path: path, Err: err}
	}
	cmd := command(full)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("%w: %w", ErrNoProgram, err)
	}
	routine.Go(func() { _ = cmd.Wait() }, nil) // only so that no dead process is left behind
	return nil
}

// Documents is the user's folder for documents, or his home, or "".
func Documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	for _, name := range []string{"Documents", "Документы"} {
		if st, err := os.Stat(filepath.Join(home, name)); err == nil && st.IsDir() {
			return filepath.Join(home, name)
		}
	}
	return home
}
