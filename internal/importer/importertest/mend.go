package importertest

import (
	"os"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Mend replaces texts in a file as a person would who opens it, mends cells and
// saves it: in a workbook cell by cell, in a text anywhere. Each has to be there.
func Mend(t testing.TB, path string, texts map[string]string) {
	t.Helper()
	if !strings.HasSuffix(path, ".xlsx") {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		s := string(b)
		for old, now := range texts {
			if !strings.Contains(s, old) {
				t.Fatalf("no %q in %s", old, s)
			}
			s = strings.ReplaceAll(s, old, now)
		}
		if err := os.WriteFile(path, []byte(s), 0o600); err != nil { //nolint:gosec // a folder of the test
			t.Fatal(err)
		}
		return
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for old, now := range texts {
		n := 0
		for _, sheet := range f.GetSheetList() {
			at, err := f.SearchSheet(sheet, old)
			if err != nil {
				t.Fatal(err)
			}
			for _, cell := range at {
				n++
				if err := f.SetCellStr(sheet, cell, now); err != nil {
					t.Fatal(err)
				}
			}
		}
		if n == 0 {
			t.Fatalf("no cell %q in %s", old, path)
		}
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}
