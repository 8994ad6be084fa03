package safefile_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/windows"

	"briefing/internal/briefing"
	"briefing/internal/safefile"
)

// limitFileSize has no counterpart here; the test that needs it is of Unix.
func limitFileSize(uint64) {}

// A file that Excel or Acrobat has open lets others read it and nobody write,
// rename or remove it. It stays as it is, nothing lies beside it, and the error
// says that the file can't be written; when it is closed, it is replaced.
func TestATargetThatAnotherProgramHasOpenIsLeftAsItIs(t *testing.T) {
	for name, share := range map[string]uint32{"others may read": windows.FILE_SHARE_READ, "nobody may": 0} {
		t.Run(name, func(t *testing.T) {
			dir, err := os.MkdirTemp("", "held") // Wine can't take a folder of t.TempDir away
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.RemoveAll(dir) })
			path := filepath.Join(dir, "Визит.xlsx")
			if err := safefile.Replace(path, text("old")); err != nil {
				t.Fatal(err)
			}
			at, err := windows.UTF16PtrFromString(path)
			if err != nil {
				t.Fatal(err)
			}
			held, err := windows.CreateFile(at, windows.GENERIC_READ|windows.GENERIC_WRITE, share, nil, windows.OPEN_EXISTING, 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			err = safefile.Replace(path, text("new"))
			if code := briefing.CodeOf(err); code != briefing.CodeCannotWrite {
				t.Errorf("%q: %v", code, err)
			}
			if err := windows.CloseHandle(held); err != nil {
				t.Fatal(err)
			}
			only(t, dir, "Визит.xlsx", "old")
			if err := safefile.Replace(path, text("new")); err != nil {
				t.Error(err)
			}
			only(t, dir, "Визит.xlsx", "new")
		})
	}
}
