package app

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"

	"briefing/internal/briefing"
	"briefing/internal/importer/clipboard"
	"briefing/internal/safefile"
)

// ForgetPasted removes pasted tables of a program that has ended before they
// were taken in or given up.
func ForgetPasted() { safefile.SweepTempDirs() }

// PastedTable writes a table that was copied in another program to a file that
// can be taken in like any other; name is the file's name without extension, of
// characters that any file name may have.
// Done removes the file with its folder. Text that is no table (less than two
// rows or two columns) gives no path.
func PastedTable(text, name string) (path string, done func(), err error) {
	rows := clipboard.Read(text)
	if len(rows) < 2 || len(rows[0].Cells) < 2 {
		return "", func() {}, nil
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = '\t'
	for _, r := range rows {
		if err := w.Write(r.Cells); err != nil {
			return "", nil, &briefing.Error{Code: briefing.CodeInternal, Op: "write pasted table", Err: err}
		}
	}
	w.Flush()
	dir, err := safefile.TempDir()
	if err != nil {
		return "", nil, err
	}
	path = filepath.Join(dir, name+".tsv")
	done = func() { _ = os.RemoveAll(dir) }
	if err := safefile.WriteFile(path, b.Bytes()); err != nil {
		done()
		return "", nil, err
	}
	return path, done, nil
}
