package importer_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/importer"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/importertest"
)

// Archives hold files of every kind; what is in an archive inside is not read,
// and a name says nothing of where a file is taken from.
func TestArchives(t *testing.T) {
	text := importertest.Text{Delimiter: '\t'}.Write(t, ftsRows())
	inner := importertest.Zip(t, importertest.Entry("DATTSVT.csv", text))
	for name, tt := range map[string]struct {
		data    []byte
		stored  int
		skipped string
	}{
		"a workbook of Excel 97":  {importertest.Zip(t, importertest.Entry("a.xls", importertest.XLS(ftsRows(), 100, nil, nil))), 7, ""},
		"a workbook of today":     {importertest.Zip(t, importertest.Entry("a.xlsx", importertest.Workbook(t, importertest.Sheet{Name: "s", Rows: importertest.Strings(ftsRows())}))), 7, ""},
		"an absolute name":        {importertest.Zip(t, importertest.Entry("/etc/../C:\\DATTSVT.csv", text)), 7, ""},
		"an empty file beside it": {importertest.Zip(t, importertest.Entry("пусто.csv", nil), importertest.Entry("DATTSVT.csv", text)), 7, "x.zip/пусто.csv"},
		"an archive beside it":    {importertest.Zip(t, importertest.Entry("more.zip", inner), importertest.Entry("DATTSVT.csv", text)), 7, "x.zip/more.zip"},
	} {
		t.Run(name, func(t *testing.T) {
			res := mustLoad(t, "x.zip", tt.data, thousandUSD)
			if got := strings.Join(res.Report.Skipped, " "); res.Report.Stored != tt.stored || got != tt.skipped {
				t.Errorf("%s, skipped %q", account(res.Report), got)
			}
			if f := res.Report.Rejected[0].File; !strings.HasPrefix(f, "x.zip/") || strings.Contains(f, "..") {
				t.Errorf("rejected in %s", f)
			}
		})
	}
}

func TestBadArchives(t *testing.T) {
	text := importertest.Text{Delimiter: '\t'}.Write(t, ftsRows())
	var locked bytes.Buffer
	z := zip.NewWriter(&locked)
	w, err := z.CreateRaw(&zip.FileHeader{Name: "a.csv", Flags: 1, CompressedSize64: 3, UncompressedSize64: 3})
	if err == nil {
		_, err = w.Write([]byte("xyz"))
	}
	if err = firstOf(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	small := cells.Default()
	small.Unzipped = 1 << 20
	header := strings.TrimSuffix(string(text[:bytes.IndexByte(text, '\n')]), "\n")
	bomb := importertest.Zip(t, importertest.Entry("a.csv", []byte(header+"\n"+strings.Repeat("ЭК\t01/2022\tCN\t0207120000\t\t1\t1\t0\t\t\n", 50_000))))
	for name, tt := range map[string]struct {
		data []byte
		o    importer.Options
		want briefing.Code
	}{
		"an archive in an archive only": {importertest.Zip(t, importertest.Entry("a.zip", importertest.Zip(t, importertest.Entry("a.csv", text)))), thousandUSD, briefing.CodeForeign},
		"a file with a password":        {locked.Bytes(), thousandUSD, briefing.CodeEncrypted},
		"a bomb":                        {bomb, importer.Options{Limits: small, Units: thousandUSD.Units}, briefing.CodeTooLarge},
		"a binary workbook":             {importertest.Zip(t, importertest.Entry("xl/workbook.bin", []byte("x"))), thousandUSD, briefing.CodeXLSB},
		"a workbook with a password":    {importertest.Compound("EncryptedPackage", make([]byte, 5000)), thousandUSD, briefing.CodeEncrypted},
	} {
		t.Run(name, func(t *testing.T) {
			if res, err := load("x.zip", tt.data, tt.o); briefing.CodeOf(err) != tt.want || res != nil {
				t.Errorf("got %v", err)
			}
		})
	}
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// A line of ten megabytes is one rejected row; a header that a merged download
// repeats in the middle is set aside.
func TestLongLinesAndRepeatedHeaders(t *testing.T) {
	rows := append(ftsRows()[:3:3], ftsRows()[0], append([]string(nil), ftsRows()[3]...))
	long := append([]string(nil), rows[1]...)
	long[8] = strings.Repeat("x", 10<<20)
	res := mustLoad(t, "a.csv", importertest.Text{Delimiter: '\t'}.Write(t, append(rows, long, ftsRows()[11])), thousandUSD)
	r := res.Report
	if r.Read != 6 || r.Stored != 4 || len(r.SetAside) != 1 || r.SetAside[0] != (importer.SetAside{Reason: importer.AsideHeader, Rows: 1}) || len(r.Rejected) != 1 || r.Rejected[0].Line != 6 {
		t.Errorf("%+v", r)
	}
}
