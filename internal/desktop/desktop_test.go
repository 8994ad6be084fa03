package desktop_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/desktop"
)

func TestAFileThatHasGoneIsToldBeforeAnyProgramStarts(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "gone.pdf")
	for name, show := range map[string]func(string) error{"open": desktop.Open, "reveal": desktop.Reveal} {
		if err := show(gone); briefing.CodeOf(err) != briefing.CodeNotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNamesAreNoCommands(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the stand-in for xdg-open is a script of Linux")
	}
	dir := t.TempDir()
	told := filepath.Join(dir, "told")
	script := "#!/bin/sh\nprintf '%s' \"$1\" > '" + told + ".tmp' && mv '" + told + ".tmp' '" + told + "'\n"
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte(script), 0o700); err != nil { // a program must be executable
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	file := filepath.Join(dir, "a $(touch x); b.pdf")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := desktop.Open(file); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); runtime.Gosched() {
		if b, err := os.ReadFile(told); err == nil {
			if string(b) != file {
				t.Errorf("opened %q", b)
			}
			return
		}
	}
	t.Error("the program was not started")
}

func TestAskingLeavesThePatternsOfTheCallerAlone(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // no program of dialogs: the caller asks with its own
	patterns := []string{"*.briefing"}
	_, err := desktop.Dialogs{}.Open("", t.TempDir(), patterns...)
	if patterns[0] != "*.briefing" {
		t.Errorf("the pattern is now %q (%v)", patterns[0], err)
	}
}
