package importer_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"briefing/internal/briefing"
	"briefing/internal/importer/importertest"
	"briefing/internal/lang"
)

// foreign are files that people take for tables, by what they are.
func foreign(t *testing.T) map[string]struct {
	data []byte
	want briefing.Code
	says string // part of the English sentence
} {
	t.Helper()
	zip := func(names ...string) []byte {
		files := []struct {
			Name string
			Data []byte
		}{}
		for _, n := range names {
			files = append(files, importertest.Entry(n, []byte("x")))
		}
		return importertest.Zip(t, files...)
	}
	mimetype := func(kind string) []byte {
		return importertest.Zip(t, importertest.Entry("mimetype", []byte("application/vnd.oasis.opendocument."+kind)), importertest.Entry("content.xml", []byte("<a/>")))
	}
	book := `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>1</Data></Cell></Row></Table></Worksheet></Workbook>`
	return map[string]struct {
		data []byte
		want briefing.Code
		says string
	}{
		"XML Spreadsheet 2003":           {[]byte(book), briefing.CodeXMLBook, "XML Spreadsheet 2003"},
		"XML Spreadsheet 2003 in UTF-16": {wide(book), briefing.CodeXMLBook, "XML Spreadsheet 2003"},
		"other XML":                      {[]byte("\xef\xbb\xbf<?xml version='1.0'?>\n<rows><row a='1'/></rows>"), briefing.CodeXML, "XML"},
		"a flat OpenDocument file":       {[]byte(`<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><table:table></table:table></office:document>`), briefing.CodeXML, "XML"},
		"MHTML":                          {[]byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<html><table><tr><td>1</table>"), briefing.CodeMHTML, "web archive"},
		"MHTML of a browser":             {[]byte("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n"), briefing.CodeMHTML, "web archive"},
		".xlsb":                          {zip("[Content_Types].xml", "xl/workbook.bin"), briefing.CodeXLSB, "binary Excel workbook"},
		"encrypted workbook, xlsx":       {importertest.Compound("EncryptedPackage", make([]byte, 5000)), briefing.CodeEncrypted, "password"},
		"encrypted workbook, xls":        {importertest.XLS(ftsRows(), 100, []importertest.XLSRecord{{Kind: 0x002F, Body: make([]byte, 54)}}, nil), briefing.CodeEncrypted, "password"},
		"encrypted workbook, ods":        {importertest.ODSParts(t, "", "", `<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>`), briefing.CodeEncrypted, "password"},
		"PDF":                            {[]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), briefing.CodePDF, "PDF"},
		"DOCX":                           {zip("[Content_Types].xml", "word/document.xml"), briefing.CodeOffice, "text document"},
		"DOC":                            {importertest.Compound("WordDocument", make([]byte, 5000)), briefing.CodeOffice, "text document"},
		"ODT":                            {mimetype("text"), briefing.CodeOffice, "text document"},
		"RTF":                            {[]byte(`{\rtf1\ansi 1}`), briefing.CodeOffice, "text document"},
		"PNG":                            {[]byte("\x89PNG\r\n\x1a\n\x00\x00"), briefing.CodePicture, "picture"},
		"JPEG":                           {[]byte("\xff\xd8\xff\xe0\x00\x10JFIF"), briefing.CodePicture, "picture"},
		"WEBP":                           {[]byte("RIFF\x00\x00\x00\x00WEBPVP8 "), briefing.CodePicture, "picture"},
		"BMP":                            {[]byte("BM\x36\x00\x0c\x00\x00\x00\x00\x00\x36\x00"), briefing.CodePicture, "picture"},
		"RAR":                            {[]byte("Rar!\x1a\x07\x01\x00xx"), briefing.CodePacked, "RAR"},
		"7z":                             {[]byte("7z\xbc\xaf\x27\x1c\x00\x04"), briefing.CodePacked, "RAR"},
		"gzip":                           {[]byte("\x1f\x8b\x08\x00\x00"), briefing.CodePacked, "RAR"},
		"Numbers":                        {zip("Index/Document.iwa", "Metadata/Properties.plist"), briefing.CodeNumbers, "Apple Numbers"},
		"JSON, a list":                   {[]byte(" [\n  {\"period\": \"2022\", \"value\": 1}]"), briefing.CodeJSON, "JSON"},
		"JSON, an object":                {[]byte(`{"data":[{"cmdCode":"0207"}]}`), briefing.CodeJSON, "JSON"},
		"empty file":                     {nil, briefing.CodeEmptyFile, "empty"},
	}
}

// wide writes a text as UTF-16 with its mark.
func wide(s string) []byte {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}

// A file that is no table says what it is and what to do, under any name.
func TestForeignKindsAreNamed(t *testing.T) {
	for name, tt := range foreign(t) {
		t.Run(name, func(t *testing.T) {
			res, err := load("отчёт.xlsx", tt.data, thousandUSD)
			var e *briefing.Error
			if briefing.CodeOf(err) != tt.want || res != nil || !errors.As(err, &e) {
				t.Fatalf("got %v, want %s", err, tt.want)
			}
			sentence, hint := lang.Error(briefing.EN, err)
			if !strings.Contains(sentence, tt.says) || !strings.Contains(sentence, "отчёт.xlsx") || hint == "" && tt.want != briefing.CodeEmptyFile {
				t.Errorf("%q, %q", sentence, hint)
			}
			for _, l := range briefing.Langs() {
				if s, _ := lang.Error(l, err); strings.Contains(s, "error.") {
					t.Errorf("%s: no sentence: %q", l, s)
				}
			}
		})
	}
}

// In an archive the one file that is no table is told by its kind; beside a
// table it is only passed over.
func TestForeignKindsInArchives(t *testing.T) {
	text := importertest.Text{Delimiter: '\t'}.Write(t, ftsRows())
	for name, tt := range foreign(t) {
		if tt.want == briefing.CodeEmptyFile || tt.want == briefing.CodeEncrypted || tt.want == briefing.CodeXLSB {
			continue // an empty file is no part; a workbook that cannot be opened is told
		}
		_, err := load("x.zip", importertest.Zip(t, importertest.Entry("отчёт.xlsx", tt.data)), thousandUSD)
		var e *briefing.Error
		if !errors.As(err, &e) || e.Code != tt.want || e.Path != "x.zip/отчёт.xlsx" {
			t.Errorf("%s: %v", name, err)
		}
		res := mustLoad(t, "x.zip", importertest.Zip(t, importertest.Entry("отчёт.xlsx", tt.data), importertest.Entry("a.csv", text)), thousandUSD)
		if res.Report.Stored != 7 || strings.Join(res.Report.Skipped, " ") != "x.zip/отчёт.xlsx" {
			t.Errorf("%s beside a table: %s, skipped %q", name, account(res.Report), res.Report.Skipped)
		}
	}
}

// An OpenDocument spreadsheet is read like any other table.
func TestODS(t *testing.T) {
	want := rowsOf(mustLoad(t, "a.csv", importertest.Text{Delimiter: '\t'}.Write(t, ftsRows()), thousandUSD).Figures)
	for name, data := range map[string][]byte{
		"a.ods": importertest.ODS(t, ftsRows()),
		"a.zip": importertest.Zip(t, importertest.Entry("a.ods", importertest.ODS(t, ftsRows()))),
	} {
		equal(t, name, rowsOf(mustLoad(t, name, data, thousandUSD).Figures), want)
	}
}
