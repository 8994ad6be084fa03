package xls_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/importertest"
	"briefing/internal/importer/xls"
)

// dump reads all sheets: "line: A=text B#number C@date D!bool E?fault".
func dump(data []byte, l cells.Limits) (string, error) {
	b, err := xls.Open("book.xls", bytes.NewReader(data), int64(len(data)), l)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for _, t := range b.Tables() {
		r, err := t.Rows(context.Background())
		if err != nil {
			return out.String(), err
		}
		for {
			row, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return out.String(), err
			}
			fmt.Fprintf(&out, "%d:", row.Line)
			for i, c := range row.Cells {
				if c.Kind == cells.Fault || len(c.Text) > 0 {
					fmt.Fprintf(&out, " %c%c%s", 'A'+i%26, "=#@!?"[c.Kind], c.Text)
				}
			}
			if row.Fault != "" {
				fmt.Fprintf(&out, " fault %s %d", row.Fault, row.Column)
			}
			out.WriteByte('\n')
		}
	}
	return out.String(), nil
}

func at(row, column, style uint16, rest ...byte) []byte {
	b := binary.LittleEndian.AppendUint16(nil, row)
	b = binary.LittleEndian.AppendUint16(b, column)
	return append(binary.LittleEndian.AppendUint16(b, style), rest...)
}

func float(v float64) []byte { return binary.LittleEndian.AppendUint64(nil, math.Float64bits(v)) }

func rk(v uint32) []byte { return binary.LittleEndian.AppendUint32(nil, v) }

func xf(format byte) importertest.XLSRecord {
	return importertest.XLSRecord{Kind: 0xE0, Body: append([]byte{0, 0, format, 0}, make([]byte, 16)...)}
}

func TestCells(t *testing.T) {
	rec := func(kind uint16, body ...[]byte) importertest.XLSRecord {
		return importertest.XLSRecord{Kind: kind, Body: bytes.Join(body, nil)}
	}
	text := func(s string) []byte { return append([]byte{byte(len(s)), 0, 0}, s...) }
	custom := rec(0x041E, []byte{164, 0}, text(`dd\.mm\.yyyy`))
	tests := map[string]struct {
		head, sheet []importertest.XLSRecord
		want        string
	}{
		"numbers of all kinds": {nil, []importertest.XLSRecord{
			rec(0x0203, at(1, 0, 0), float(1234.56)), rec(0x027E, at(1, 1, 0), rk(uint32(5<<2|2))), rec(0x027E, at(1, 2, 0), rk(uint32(12345<<2|3))),
			rec(0x00BD, []byte{2, 0, 1, 0, 0, 0}, rk(uint32(7<<2|2)), []byte{0, 0}, rk(uint32(math.Float64bits(2.5)>>32)), []byte{2, 0}),
		}, "1: A=x\n2: A#1234.56 B#5 C#123.45\n3: B#7 C#2.5\n"},
		"dates by their formats": {[]importertest.XLSRecord{custom, xf(0), xf(164), xf(17)}, []importertest.XLSRecord{
			rec(0x0203, at(1, 0, 1), float(44562)), rec(0x0203, at(1, 1, 2), float(44562)), rec(0x0203, at(1, 2, 0), float(44562)),
		}, "1: A=x\n2: A@2022-01-01 B@2022-01 C#44562\n"},
		"the 1904 date system": {[]importertest.XLSRecord{rec(0x22, []byte{1, 0}), xf(14)}, []importertest.XLSRecord{rec(0x0203, at(1, 0, 0), float(43100))}, "1: A=x\n2: A@2022-01-01\n"},
		"formulas by their last value": {nil, []importertest.XLSRecord{
			rec(0x06, at(1, 0, 0), float(3.5), make([]byte, 6)),
			rec(0x06, at(1, 1, 0), []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, make([]byte, 6)), rec(0x0207, text("sum")),
			rec(0x06, at(1, 2, 0), []byte{1, 0, 1, 0, 0, 0, 0xFF, 0xFF}, make([]byte, 6)),
			rec(0x06, at(1, 3, 0), []byte{2, 0, 7, 0, 0, 0, 0xFF, 0xFF}, make([]byte, 6)),
		}, "1: A=x\n2: A#3.5 B=sum C!1 D?\n"},
		"truths, faults and labels": {nil, []importertest.XLSRecord{
			rec(0x0205, at(1, 0, 0), []byte{1, 0}), rec(0x0205, at(1, 1, 0), []byte{42, 1}), rec(0x0204, at(1, 2, 0), text("old")), rec(0x00FD, at(1, 3, 0), rk(99)), rec(0x0201, at(5, 0, 0)),
		}, "1: A=x\n2: A!1 B? C=old D?\n"},
		"rows out of order are told": {nil, []importertest.XLSRecord{rec(0x0203, at(2, 0, 0), float(1)), rec(0x0203, at(1, 0, 0), float(2))}, "1: A=x\n3: A#1\n2: A#2 fault place 0\n"},
		"a chart inside a sheet is not read": {nil, []importertest.XLSRecord{
			rec(0x0809, []byte{0, 6, 32, 0}), rec(0x0203, at(1, 0, 0), float(1)), rec(0x0A), rec(0x0203, at(3, 0, 0), float(2)),
		}, "1: A=x\n4: A#2\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := dump(importertest.XLS([][]string{{"x"}}, 100, tt.head, tt.sheet), cells.Default())
			if err != nil || got != tt.want {
				t.Errorf("%v, got\n%s\nwant\n%s", err, got, tt.want)
			}
		})
	}
}

func TestStringsPartedAnywhereComeBackWhole(t *testing.T) {
	rows := [][]string{{"Экспорт продукции", "山东省 😀", "plain"}, {"a", strings.Repeat("я", 3000)}}
	want := "1: A=Экспорт продукции B=山东省 😀 C=plain\n2: A=a B=" + strings.Repeat("я", 3000) + "\n"
	for _, part := range []int{1, 2, 3, 7, 1000} {
		if got, err := dump(importertest.XLS(rows, part, nil, nil), cells.Default()); err != nil || got != want {
			t.Errorf("parts of %d: %v, got %.200s", part, err, got)
		}
	}
}

// What a workbook does not show is told: the sheet, rows, columns with text.
func TestHidden(t *testing.T) {
	le := binary.LittleEndian
	row := func(n uint16, flags byte) importertest.XLSRecord {
		b := make([]byte, 16)
		le.PutUint16(b, n)
		b[12] = flags
		return importertest.XLSRecord{Kind: 0x0208, Body: b}
	}
	columns := make([]byte, 12)
	le.PutUint16(columns, 2)
	le.PutUint16(columns[2:], 0xFFFF)
	columns[8] = 1
	before := []importertest.XLSRecord{{Kind: 0x007D, Body: columns}, row(0, 0), row(1, 0x20), row(2, 0)}
	rows := [][]string{{"a", "b"}, {"c"}, {"d", "", "", "e"}}
	for state, hidden := range []bool{false, true, true} {
		data := importertest.XLSLaidOut(rows, 1<<20, byte(state), nil, before, nil)
		b, err := xls.Open("a.xls", bytes.NewReader(data), int64(len(data)), cells.Default())
		if err != nil {
			t.Fatal(err)
		}
		s := b.Tables()[0]
		r, err := s.Rows(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for row, err := r.Next(); err == nil; row, err = r.Next() {
			got += fmt.Sprint(row.Line, row.Hidden, " ")
		}
		if cells.IsHidden(s) != hidden || got != "1 false 2 true 3 true " {
			t.Errorf("state %d: %v %s", state, cells.IsHidden(s), got)
		}
	}
}

func TestMergedRanges(t *testing.T) {
	data := importertest.XLS([][]string{{"x"}}, 9, nil, []importertest.XLSRecord{{Kind: 0xE5, Body: []byte{1, 0, 0, 0, 1, 0, 2, 0, 4, 0}}})
	b, err := xls.Open("b", bytes.NewReader(data), int64(len(data)), cells.Default())
	if err != nil {
		t.Fatal(err)
	}
	got, err := b.Tables()[0].(cells.Merger).Merged(t.Context())
	if err != nil || fmt.Sprint(got) != "[{1 3 2 5}]" {
		t.Errorf("%v, %v", got, err)
	}
}

func TestWhatIsNotRead(t *testing.T) {
	old := append([]byte{9, 8, 4, 0, 0, 5, 5, 0}, make([]byte, 5000)...)
	for name, tt := range map[string]struct {
		data []byte
		want briefing.Code
	}{
		"a password":         {importertest.XLS([][]string{{"x"}}, 9, []importertest.XLSRecord{{Kind: 0x2F, Body: make([]byte, 54)}}, nil), briefing.CodeEncrypted},
		"Excel 95":           {importertest.Compound("Book", old), briefing.CodeWorkbookKind},
		"an older stream":    {importertest.Compound("Workbook", old), briefing.CodeWorkbookKind},
		"no workbook":        {importertest.Compound("WordDocument", old), briefing.CodeTruncated},
		"a stream that ends": {importertest.Compound("Workbook", []byte{9, 8, 4, 0, 0, 6, 5, 0}), briefing.CodeTruncated},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := dump(tt.data, cells.Default()); briefing.CodeOf(err) != tt.want {
				t.Errorf("got %v", err)
			}
		})
	}
}

// LibreOffice writes the workbook, so that not only our own writer is read.
func TestWorkbookOfLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not installed")
	}
	dir := t.TempDir()
	csv := filepath.Join(dir, "in.csv")
	if err := os.WriteFile(csv, []byte("Страна,Value,Date\nРоссия,1234.56,2022-01-14\n中国,-7,2022-02-28\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(office, "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless", "--convert-to", "xls", "--infilter=CSV:44,34,76,1,,1033", "--outdir", dir, csv).CombinedOutput()
	if err != nil {
		t.Fatalf("soffice is there and does not run: %v %s", err, out)
	}
	data, err := os.ReadFile(filepath.Join(dir, "in.xls"))
	if err != nil {
		t.Fatalf("soffice wrote nothing: %v %s", err, out)
	}
	got, err := dump(data, cells.Default())
	if want := "1: A=Страна B=Value C=Date\n2: A=Россия B#1234.56 C@2022-01-14\n3: A=中国 B#-7 C@2022-02-28\n"; err != nil || got != want {
		t.Errorf("%v, got\n%s", err, got)
	}
}

func FuzzBook(f *testing.F) {
	importertest.Seed(f, "book", importertest.XLS([][]string{{"Экспорт", "b"}, {"c"}}, 3, nil, nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := cells.Default()
		l.Line, l.Columns = 1<<12, 64
		_, err := dump(data, l)
		if c := briefing.CodeOf(err); c == briefing.CodeInternal && err != nil {
			t.Errorf("%v", err)
		}
	})
}

// The records of a workbook, without the container that hides them from a
// fuzzer.
func FuzzStream(f *testing.F) {
	importertest.Seed(f, "strings", importertest.XLSStream([][]string{{"Экспорт", "b"}, {"c"}}, 3, 0, nil, nil, nil))
	importertest.Seed(f, "merged", importertest.XLSStream([][]string{{"a", "b"}}, 9, 1, nil, nil, []importertest.XLSRecord{{Kind: 0x00E5, Body: []byte{1, 0, 0, 0, 1, 0, 0, 0, 1, 0}}}))
	importertest.Seed(f, "formula", importertest.XLSStream([][]string{{"a"}}, 9, 0, []importertest.XLSRecord{{Kind: 0x0022, Body: []byte{1, 0}}}, []importertest.XLSRecord{{Kind: 0x0208, Body: make([]byte, 16)}},
		[]importertest.XLSRecord{{Kind: 0x0006, Body: []byte{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0}}, {Kind: 0x0207, Body: []byte{1, 0, 0, 'x'}}, {Kind: 0x00BD, Body: make([]byte, 18)}, {Kind: 0x027E, Body: make([]byte, 10)}}))
	f.Fuzz(func(t *testing.T, stream []byte) {
		if len(stream) > 1<<16 {
			return
		}
		l := cells.Default()
		l.Line, l.Columns = 1<<12, 64
		_, err := dump(importertest.Compound("Workbook", stream), l)
		switch c := briefing.CodeOf(err); {
		case err == nil, c == briefing.CodeTruncated, c == briefing.CodeTooLarge, c == briefing.CodeEncrypted, c == briefing.CodeWorkbookKind:
		default:
			t.Errorf("%v", err)
		}
	})
}
