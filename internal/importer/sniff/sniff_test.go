package sniff_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"briefing/internal/briefing"
	"briefing/internal/importer/sniff"
)

func archive(names ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, n := range names {
		w, _ := z.Create(n)
		_, _ = w.Write([]byte("x"))
	}
	_ = z.Close()
	return b.String()
}

// compound makes the header and one directory sector of a compound file.
func compound(streams ...string) string {
	b := make([]byte, 512, 2048)
	copy(b, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for _, s := range append([]string{"Root Entry"}, streams...) {
		e := make([]byte, 128)
		for i, u := range utf16.Encode([]rune(s)) {
			binary.LittleEndian.PutUint16(e[2*i:], u)
		}
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(s)+2)) // short names
		b = append(b, e...)
	}
	return string(b)
}

// dbf makes the header of a dBase file of one column.
func dbf() string {
	h := make([]byte, 65)
	h[0], h[1], h[2], h[3] = 3, 122, 3, 20
	binary.LittleEndian.PutUint16(h[8:], 65)
	binary.LittleEndian.PutUint16(h[10:], 11)
	copy(h[32:], "NAPR")
	h[32+11], h[64] = 'C', 13
	return string(h)
}

func TestSniff(t *testing.T) {
	tests := map[string]struct {
		data string
		want sniff.Kind
	}{
		"a table of text":                      {"a,b\n1,2\n", sniff.Text},
		"text with a mark":                     {"\xef\xbb\xbfa,b\n", sniff.Text},
		"UTF-16 with a mark":                   {"\xff\xfea\x00,\x00b\x00\n\x00", sniff.Text},
		"UTF-16 without a mark":                {strings.Repeat("a\x00,\x00b\x00\n\x00", 50), sniff.Text},
		"text with one stray NUL":              {strings.Repeat("abc,def\n", 50) + "x\x00y\n", sniff.Text},
		"a workbook, whatever it is called":    {archive("[Content_Types].xml", "xl/workbook.xml"), sniff.XLSX},
		"a binary workbook":                    {archive("[Content_Types].xml", "xl/workbook.bin"), sniff.XLSB},
		"an archive":                           {archive("DATTSVT.csv"), sniff.Zip},
		"an OpenDocument file":                 {archive("mimetype", "content.xml"), sniff.ODS},
		"a text document":                      {archive("[Content_Types].xml", "word/document.xml"), sniff.Office},
		"an old workbook":                      {compound("Workbook"), sniff.XLS},
		"a workbook under a password":          {compound("EncryptionInfo", "EncryptedPackage"), sniff.Encrypted},
		"another compound file":                {compound("WordDocument"), sniff.Office},
		"a page saved as .xls":                 {"\r\n<!DOCTYPE html><html>", sniff.HTML},
		"a table saved as .xls":                {"<div class=x><table border=1>", sniff.HTML},
		"dBase":                                {dbf(), sniff.DBF},
		"a project of ours":                    {"SQLite format 3\x00", sniff.Document},
		"PDF":                                  {"%PDF-1.7\n", sniff.PDF},
		"noise":                                {strings.Repeat("\x00\x01\x02\x03\x04\xfe\x90", 200), sniff.Binary},
		"a header that begins with MZ is text": {"MZ,b\n1,2\n", sniff.Text},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, err := sniff.Sniff("f", strings.NewReader(tt.data), int64(len(tt.data)))
			if err != nil || got != tt.want {
				t.Errorf("got %s, %v, want %s", got, err, tt.want)
			}
		})
	}
}

func TestSniffRefuses(t *testing.T) {
	cut := archive("a.csv")
	for name, tt := range map[string]struct {
		data string
		size int64
		want briefing.Code
	}{
		"an empty file":          {"", 0, briefing.CodeEmptyFile},
		"half an archive":        {cut[:len(cut)/2], int64(len(cut) / 2), briefing.CodeTruncated},
		"a file shorter than it": {"abc", 100, briefing.CodeTruncated},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := sniff.Sniff("f", strings.NewReader(tt.data), tt.size)
			if briefing.CodeOf(err) != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func FuzzSniff(f *testing.F) {
	f.Add([]byte(dbf()))
	f.Add([]byte(compound("Book")))
	f.Add([]byte(archive("a")))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := sniff.Sniff("f", bytes.NewReader(data), int64(len(data))); err != nil && briefing.CodeOf(err) == briefing.CodeInternal {
			t.Error(err)
		}
	})
}
