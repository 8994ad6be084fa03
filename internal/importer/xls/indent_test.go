package xls_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"briefing/internal/importer/cells"
	"briefing/internal/importer/importertest"
	"briefing/internal/importer/xls"
)

// The format of a cell tells how far in its text is shown, whether the text is
// shared, its own or that of a formula.
func TestIndents(t *testing.T) {
	style := func(indent byte) importertest.XLSRecord {
		x := xf(0)
		x.Body[8] = 0x20 | indent // beside other bits
		return x
	}
	label := func(row, column, style uint16, s string) importertest.XLSRecord {
		return importertest.XLSRecord{Kind: 0x0204, Body: append(at(row, column, style, byte(len(s)), 0, 0), s...)}
	}
	more := []importertest.XLSRecord{
		label(1, 0, 1, "one"), label(1, 1, 2, "fifteen"), label(1, 2, 9, "no such format"),
		{Kind: 0x0006, Body: append(at(2, 0, 1), 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0)},
		{Kind: 0x0207, Body: append([]byte{3, 0, 0}, "sum"...)},
	}
	data := importertest.XLS([][]string{{"shared"}}, 1<<20, []importertest.XLSRecord{style(3), style(1), style(15)}, more)
	b, err := xls.Open("a.xls", bytes.NewReader(data), int64(len(data)), cells.Default())
	if err != nil {
		t.Fatal(err)
	}
	r, err := b.Tables()[0].Rows(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for row, err := r.Next(); err == nil; row, err = r.Next() {
		for _, c := range row.Cells {
			got = append(got, fmt.Sprintf("%s %d", c.Text, c.Indent))
		}
	}
	if want := "shared 3, one 1, fifteen 15, no such format 0, sum 1"; strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
