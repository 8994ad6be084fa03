package importertest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"briefing/internal/importer/decode"
)

// Text is how a text file is written.
type Text struct {
	Delimiter byte
	Encoding  decode.Encoding
	QuoteAll  bool   // every field in quotes
	Trailing  bool   // a delimiter after the last field
	BeforeSep string // white space between a field and its delimiter
	EOL       string // default "\n"
}

// Write makes the file. Letters that the encoding lacks fail the test.
func (x Text) Write(t testing.TB, rows [][]string) []byte {
	t.Helper()
	eol := x.EOL
	if eol == "" {
		eol = "\n"
	}
	var b strings.Builder
	for _, row := range rows {
		for i, s := range row {
			if i > 0 {
				b.WriteString(x.BeforeSep)
				b.WriteByte(x.Delimiter)
			}
			if x.QuoteAll || strings.ContainsAny(s, "\"\n\r"+string(rune(x.Delimiter))) {
				s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
			}
			b.WriteString(s)
		}
		if x.Trailing {
			b.WriteString(x.BeforeSep)
			b.WriteByte(x.Delimiter)
		}
		b.WriteString(eol)
	}
	e := x.Encoding
	if e == "" {
		e = decode.UTF8
	}
	out, err := e.Codec().NewEncoder().Bytes([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Page makes a table of an HTML page, as portals save it under the name of a
// workbook.
func Page(rows [][]string) []byte {
	var b strings.Builder
	b.WriteString("<html><head><meta charset=utf-8></head><body><table id=\"grid\">\n")
	for _, row := range rows {
		b.WriteString("<tr>")
		for _, s := range row {
			b.WriteString("<td>" + strings.ReplaceAll(html.EscapeString(s), "\n", "<br>") + "</td>")
		}
		b.WriteString("</tr>\n")
	}
	return []byte(b.String() + "</table>")
}

// Sheet is a sheet of a workbook; cells are strings, numbers or times.
type Sheet struct {
	Name   string
	Rows   [][]any
	Hidden bool
	Merged [][2]string // the corners of each merged range
}

// Workbook makes an XLSX file.
func Workbook(t testing.TB, sheets ...Sheet) []byte {
	t.Helper()
	f := excelize.NewFile()
	for i, s := range sheets {
		if i == 0 {
			if err := f.SetSheetName("Sheet1", s.Name); err != nil {
				t.Fatal(err)
			}
		} else if _, err := f.NewSheet(s.Name); err != nil {
			t.Fatal(err)
		}
		for j, row := range s.Rows {
			if err := f.SetSheetRow(s.Name, fmt.Sprintf("A%d", j+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	for i, s := range sheets {
		for _, m := range s.Merged {
			if err := f.MergeCell(s.Name, m[0], m[1]); err != nil {
				t.Fatal(err)
			}
		}
		if s.Hidden {
			f.SetActiveSheet((i + 1) % len(sheets))
			if err := f.SetSheetVisible(s.Name, false); err != nil {
				t.Fatal(err)
			}
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Zip makes an archive of files.
func Zip(t testing.TB, files ...struct {
	Name string
	Data []byte
},
) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.Name)
		if err == nil {
			_, err = w.Write(f.Data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Strings turns texts into cells.
func Strings(rows [][]string) [][]any {
	var out [][]any
	for _, r := range rows {
		var row []any
		for _, s := range r {
			row = append(row, s)
		}
		out = append(out, row)
	}
	return out
}

// Entry is a file for Zip.
func Entry(name string, data []byte) struct {
	Name string
	Data []byte
} {
	return struct {
		Name string
		Data []byte
	}{name, data}
}
