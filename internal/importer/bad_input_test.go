package importer_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/decode"
	"briefing/internal/importer/delimited"
	"briefing/internal/importer/importertest"
)

// Each bad file gives one error with its code and the file's name.
func TestBadFiles(t *testing.T) {
	book := importertest.Workbook(t, importertest.Sheet{Name: "s", Rows: importertest.Strings(ftsRows())})
	small := cells.Default()
	small.Bytes = 100
	fewRows := cells.Default()
	fewRows.Rows = 3
	fewRejected := cells.Default()
	fewRejected.Rejected = 2
	fts := importertest.Text{Delimiter: '\t'}.Write(t, ftsRows())
	tests := map[string]struct {
		data []byte
		o    importer.Options
		want briefing.Code
	}{
		"empty":                               {nil, importer.Options{}, briefing.CodeEmptyFile},
		"half a workbook":                     {book[:len(book)/2], thousandUSD, briefing.CodeTruncated},
		"a foreign file":                      {[]byte("\x7fELF\x02\x01\x01\x00"), importer.Options{}, briefing.CodeForeign},
		"a project":                           {[]byte("SQLite format 3\x00" + strings.Repeat("\x00", 200)), importer.Options{}, briefing.CodeForeign},
		"a page without figures":              {[]byte("<html><table><tr><td>1</table>"), importer.Options{}, briefing.CodeNoHeader},
		"an archive of nothing":               {importertest.Zip(t), importer.Options{}, briefing.CodeForeign},
		"an archive of pictures":              {importertest.Zip(t, importertest.Entry("a.png", []byte("\x89PNG\r\n"))), importer.Options{}, briefing.CodePicture},
		"prose":                               {[]byte("Добрый день!\nВысылаю, как договорились, справку.\n\nС уважением\n"), importer.Options{}, briefing.CodeNoHeader},
		"numbers without a header":            {[]byte("1,2,3\n4,5,6\n7,8,9\n"), importer.Options{}, briefing.CodeNoHeader},
		"a table of something else":           {[]byte("name,street,town\na,b,c\nd,e,f\n"), importer.Options{}, briefing.CodeUnknownTable},
		"a header that lacks a column":        {[]byte("napr\tperiod\tnastranapr\ttnved\tedizm\tStoim\nЭК\t01/2022\tCN\t0207\t\t1\nЭК\t01/2022\tCN\t0207\t\t1\n"), thousandUSD, briefing.CodeUnknownTable},
		"a profile nobody knows":              {fts, importer.Options{Profile: "no-such"}, briefing.CodeBadProfile},
		"a profile that does not fit":         {fts, importer.Options{Profile: "gacc-zh"}, briefing.CodeBadProfile},
		"a unit that is none":                 {fts, importer.Options{Units: importer.Units{Value: "kg"}}, briefing.CodeBadUnit},
		"more bytes than allowed":             {fts, importer.Options{Limits: small}, briefing.CodeTooLarge},
		"more rows than allowed":              {fts, importer.Options{Limits: fewRows, Units: thousandUSD.Units}, briefing.CodeTooLarge},
		"more rejected rows than can be kept": {fts, importer.Options{Limits: fewRejected, Units: thousandUSD.Units}, briefing.CodeTooLarge},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			res, err := load("файл.csv", tt.data, tt.o)
			var e *briefing.Error
			if briefing.CodeOf(err) != tt.want || res != nil || !errors.As(err, &e) || e.Path == "" {
				t.Errorf("got %v (%v), want code %s", err, res, tt.want)
			}
		})
	}
}

func TestPathsThatAreNoFiles(t *testing.T) {
	dir := t.TempDir()
	for name, tt := range map[string]struct {
		path string
		want briefing.Code
	}{
		"a folder":       {dir, briefing.CodeIsDirectory},
		"a missing file": {filepath.Join(dir, "gone.csv"), briefing.CodeNotFound},
		"a device":       {os.DevNull, briefing.CodeForeign},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := importer.ReadFile(context.Background(), tt.path, importer.Options{}); briefing.CodeOf(err) != tt.want {
				t.Errorf("got %v", err)
			}
			if _, err := importer.RecogniseFile(context.Background(), tt.path, importer.Options{}); briefing.CodeOf(err) != tt.want {
				t.Errorf("recognise: got %v", err)
			}
		})
	}
}

// Two profiles that fit equally well go to the user.
func TestTieIsAsked(t *testing.T) {
	var twin importer.Profile
	for _, p := range importer.Profiles() {
		if p.Key == "fts-a" {
			twin = p
		}
	}
	twin.Key = "my-own"
	fts := importertest.Text{Delimiter: '\t'}.Write(t, ftsRows())
	o := thousandUSD
	o.Extra = []importer.Profile{twin}
	_, err := load("a.csv", fts, o)
	var u *importer.UnknownTable
	if briefing.CodeOf(err) != briefing.CodeUnknownTable || !errors.As(err, &u) || len(u.Tied) != 2 {
		t.Errorf("got %v", err)
	}
	o.Profile = "my-own"
	if res := mustLoad(t, "a.csv", fts, o); res.Import.Profile != "my-own" || res.Report.Stored != 7 {
		t.Errorf("named: %+v", res.Import)
	}
}

// A row that cannot be read costs itself only.
func TestDamagedRows(t *testing.T) {
	rows := ftsRows()[:3]
	for _, bad := range []string{"\x00", "\xff", strings.Repeat("x", 2<<20), "NaN", "Inf", "1E400", "0x10", "1_000", "99999999999999999999", "-5", "12,34,56"} {
		row := append([]string(nil), rows[1]...)
		row[5] = bad
		rows = append(rows, row)
	}
	ragged := append([]string(nil), rows[1][:6]...)
	ragged[5] = "77"
	rows = append(rows, ragged, append(append([]string(nil), rows[1]...), "", ""))
	data := importertest.Text{Delimiter: '\t'}.Write(t, rows)
	data = append(data, "ЭК\t01/2022\tCN\t\"0207\t\t1\t1\t0\t\t\nЭК\t02/2022\tCN\t0207\t\t1\t1\t0\t\t\n"...)
	res := mustLoad(t, "a.csv", data, thousandUSD)
	var got []string
	for _, r := range res.Report.Rejected {
		got = append(got, fmt.Sprintf("%d:%d %s", r.Line, r.Column, r.Reason))
		if len(r.Text) > 300 {
			t.Errorf("a text of %d bytes was kept", len(r.Text))
		}
	}
	// "NaN" is one of the marks for no data.
	equal(t, "rejected", got, []string{
		"4:6 nul", "5:6 encoding", "6:0 too-long", "8:6 number", "9:6 number", "10:6 number", "11:6 number", "12:6 overflow", "13:6 negative", "14:6 number", "17:0 quote",
	})
	if res.Report.Stored != 6 {
		t.Errorf("stored %d: %v", res.Report.Stored, rowsOf(res.Figures))
	}
}

func TestCancelled(t *testing.T) {
	var data bytes.Buffer
	data.Write(importertest.Text{Delimiter: '\t'}.Write(t, ftsRows()[:1]))
	line := importertest.Text{Delimiter: '\t'}.Write(t, ftsRows()[1:2])
	for range 40_000 {
		data.Write(line)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	o := thousandUSD
	seen := 0
	o.Progress = func(rows int) {
		seen = rows
		cancel()
	}
	res, err := importer.Read(ctx, "a.csv", bytes.NewReader(data.Bytes()), int64(data.Len()), o)
	if briefing.CodeOf(err) != briefing.CodeCancelled || res != nil || seen == 0 || seen > 20_000 {
		t.Errorf("got %v after %d rows", err, seen)
	}
	done, stop := context.WithCancel(context.Background())
	stop()
	if _, err := importer.Read(done, "a.csv", bytes.NewReader(data.Bytes()), int64(data.Len()), thousandUSD); briefing.CodeOf(err) != briefing.CodeCancelled {
		t.Errorf("before the start: %v", err)
	}
}

// Any table written by us in any encoding, delimiter and style of decimals is
// read back equal.
func TestAnyStyleIsReadBackEqual(t *testing.T) {
	want := []string{}
	for _, e := range []decode.Encoding{decode.UTF8, decode.UTF8BOM, decode.UTF16LE, decode.UTF16BE, decode.CP1251, decode.CP866, decode.GB18030} {
		for _, d := range delimited.Delimiters() {
			for style, number := range map[string]func(whole, frac int) string{
				"comma":          func(w, f int) string { return fmt.Sprintf("%d,%02d", w, f) },
				"point":          func(w, f int) string { return fmt.Sprintf("%d.%02d", w, f) },
				"Russian groups": func(w, f int) string { return fmt.Sprintf("%s,%02d", grouped(w, " "), f) },
				"English groups": func(w, f int) string { return fmt.Sprintf("%s.%02d", grouped(w, ","), f) },
				"German groups":  func(w, f int) string { return fmt.Sprintf("%s,%02d", grouped(w, "."), f) },
			} {
				rows := ftsRows()[:1]
				for i := range 40 {
					rows = append(rows, []string{"ЭК", "01/2022", "CN", "0207120000", "", number(i*37591, i), number(i*1009, 5), "0", "", ""})
				}
				res := mustLoad(t, "a.csv", importertest.Text{Delimiter: d, Encoding: e}.Write(t, rows), importer.Options{Units: importer.Units{Value: "usd", Weight: "kg"}})
				got := rowsOf(res.Figures)
				if len(want) == 0 {
					want = got
				}
				if strings.Join(got, "\n") != strings.Join(want, "\n") || len(got) != 40 {
					t.Fatalf("%s %q %s: %s\n%s", e, d, style, account(res.Report), strings.Join(got, "\n"))
				}
			}
		}
	}
}

func grouped(n int, sep string) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + sep + s[i:]
	}
	return s
}

// Whatever a file holds, the rows add up and nothing panics.
func FuzzRead(f *testing.F) {
	importertest.Seed(f, "fts", importertest.Text{Delimiter: '\t'}.Write(f, ftsRows()))
	importertest.Seed(f, "gacc", importertest.Text{Delimiter: ',', Encoding: decode.GB18030, QuoteAll: true, Trailing: true}.Write(f, gaccRows("人民币")))
	importertest.Seed(f, "comtrade", importertest.Text{Delimiter: ','}.Write(f, legacy([]string{"0207", "Import", "RU", "10", "100", "4"})))
	importertest.Seed(f, "quote", []byte("a,b\n\"1\n"))
	importertest.Seed(f, "json", []byte(`[{"a":1}]`))
	importertest.Seed(f, "box-headers", []byte("G33;G46;G38\n0207120000;1,5;2\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		res, err := load("in.csv", data, importer.Options{Units: importer.Units{Weight: "kg", Value: "usd"}})
		survived(t, res, err)
	})
}

// survived checks what may come of any file: an error that can be told, or
// rows that add up.
func survived(t *testing.T, res *importer.Result, err error) {
	t.Helper()
	if err != nil {
		if briefing.CodeOf(err) == briefing.CodeInternal {
			t.Error(err)
		}
		return
	}
	if r := res.Report; r.Read != r.Stored+r.AsideRows()+len(r.Rejected) || r.Stored != res.Figures.Len()+len(res.Records) && len(res.Records) == 0 && len(res.Names) == 0 {
		t.Errorf("%+v, %d figures", r, res.Figures.Len())
	}
}
