//go:build unix

package app_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

// What can't be a target is told before anything is made, and stays what it is.
func TestATargetThatCantBeOneIsTold(t *testing.T) {
	p := demo(t)
	dir := t.TempDir()
	file := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	pipe := filepath.Join(dir, "pipe.pdf")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	targets := map[string]briefing.Code{
		filepath.Join(file, "b.pdf"): briefing.CodeNotFound, pipe: briefing.CodeIsDevice,
		filepath.Join(dir, strings.Repeat("я", 200)+".pdf"): briefing.CodeLongName,
	}
	for path, want := range targets {
		_, err := p.Export(context.Background(), app.ExportOptions{Draft: true, Lang: briefing.RU, PDF: path})
		if briefing.CodeOf(err) != want {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
	if st, err := os.Stat(pipe); err != nil || st.Mode().IsRegular() {
		t.Errorf("the pipe is a file: %v", err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 2 {
		t.Errorf("%d files are left: %v", len(left), err)
	}
}
