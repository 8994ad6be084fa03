// Package importertest holds what tests of the importer share: the suite that
// every reader of tables has to pass, and makers of files with the quirks of
// real ones.
package importertest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
)

// Format is a reader under test, with a writer of its files.
type Format struct {
	Write func(rows [][]string) []byte
	Open  func(data []byte, l cells.Limits) ([]cells.Table, error)
	// Whole says that a file that was cut off can be told from a whole one.
	Whole bool
}

// Conform runs the suite.
func Conform(t *testing.T, f Format) {
	t.Run("cells come back as written, with their lines", func(t *testing.T) { f.roundTrip(t) })
	t.Run("rows can be read again from the first", func(t *testing.T) { f.again(t) })
	t.Run("reading stops when it is closed early", func(t *testing.T) { f.early(t) })
	t.Run("a file cut off anywhere never panics or hangs", func(t *testing.T) { f.cut(t) })
	t.Run("a changed byte never panics or hangs", func(t *testing.T) { f.changed(t) })
	t.Run("more columns than allowed are a fault of the row", func(t *testing.T) { f.columns(t) })
	t.Run("a cell longer than allowed is a fault of the row", func(t *testing.T) { f.long(t) })
}

// table has what tables have: empty cells, quotes, line ends, several scripts.
func table() [][]string {
	rows := [][]string{{"Период", "Country", "商品", "value"}}
	for i := range 300 {
		rows = append(rows, []string{fmt.Sprint(2000 + i%25), "a\"b", "山东;省,", fmt.Sprint(i) + "\n" + strings.Repeat("я", 1+i%40)})
	}
	return append(rows, []string{"", "", "", "last"})
}

// Read reads all rows of all tables: lines, then texts.
func Read(tables []cells.Table) (lines []int, rows [][]string, faults []string, err error) {
	for _, t := range tables {
		r, err := t.Rows(context.Background())
		if err != nil {
			return lines, rows, faults, err
		}
		for {
			row, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return lines, rows, faults, errors.Join(err, r.Close())
			}
			var texts []string
			for _, c := range row.Cells {
				texts = append(texts, string(c.Text))
			}
			lines, rows, faults = append(lines, row.Line), append(rows, texts), append(faults, row.Fault)
		}
		if err := r.Close(); err != nil {
			return lines, rows, faults, err
		}
	}
	return lines, rows, faults, nil
}

func (f Format) open(t *testing.T, rows [][]string, l cells.Limits) []cells.Table {
	t.Helper()
	tables, err := f.Open(f.Write(rows), l)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

func (f Format) roundTrip(t *testing.T) {
	want := table()
	lines, got, faults, err := Read(f.open(t, want, cells.Default()))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(want) {
		t.Fatalf("%d rows, want %d", len(got), len(want))
	}
	last := 0
	for i := range want {
		if strings.Join(got[i], "|") != strings.Join(want[i], "|") || faults[i] != "" {
			t.Fatalf("row %d: %q %s, want %q", i, got[i], faults[i], want[i])
		}
		if lines[i] <= last {
			t.Fatalf("row %d on line %d after line %d", i, lines[i], last)
		}
		last = lines[i]
	}
}

func (f Format) again(t *testing.T) {
	tables := f.open(t, table(), cells.Default())
	_, first, _, err := Read(tables)
	if err != nil {
		t.Fatal(err)
	}
	_, second, _, err := Read(tables)
	if err != nil || fmt.Sprint(first) != fmt.Sprint(second) {
		t.Errorf("the second reading differs: %v", err)
	}
}

func (f Format) early(t *testing.T) {
	r, err := f.open(t, table(), cells.Default())[0].Rows(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Next(); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

func (f Format) cut(t *testing.T) {
	data := f.Write(table())
	step := max(1, len(data)/97)
	for n := 1; n < len(data); n += step {
		f.survive(t, data[:n], fmt.Sprintf("cut at %d", n), f.Whole)
	}
}

func (f Format) changed(t *testing.T) {
	data := f.Write(table())
	step := max(1, len(data)/97)
	for n := 0; n < len(data); n += step {
		spoilt := append([]byte(nil), data...)
		spoilt[n] ^= 0x41
		f.survive(t, spoilt, fmt.Sprintf("changed at %d", n), false)
	}
}

// survive reads damaged data: an error must have a code a user can be told.
func (f Format) survive(t *testing.T, data []byte, what string, mustFail bool) {
	t.Helper()
	begun := time.Now()
	tables, err := f.Open(data, cells.Default())
	if err == nil {
		_, _, _, err = Read(tables)
	}
	if c := briefing.CodeOf(err); err != nil && c == briefing.CodeInternal {
		t.Errorf("%s: %v", what, err)
	}
	if mustFail && err == nil {
		t.Errorf("%s: taken for a whole file", what)
	}
	if d := time.Since(begun); d > 20*time.Second {
		t.Errorf("%s: took %v", what, d)
	}
}

func (f Format) columns(t *testing.T) {
	l := cells.Default()
	l.Columns = 3
	_, _, faults, err := Read(f.open(t, [][]string{{"a", "b", "c"}, {"a", "b", "c", "d"}, {"e"}}, l))
	if err != nil || fmt.Sprint(faults) != fmt.Sprint([]string{"", cells.FaultColumns, ""}) {
		t.Errorf("faults %q, %v", faults, err)
	}
}

func (f Format) long(t *testing.T) {
	l := cells.Default()
	l.Line = 1000
	_, _, faults, err := Read(f.open(t, [][]string{{"a", "b"}, {"c", strings.Repeat("x", 5000)}, {"d", "e"}}, l))
	if err != nil || len(faults) != 3 || faults[0] != "" || faults[1] == "" || faults[2] != "" {
		t.Errorf("faults %q, %v", faults, err)
	}
}
