package importertest

import (
	"html"
	"strings"
	"testing"
)

// ODSParts makes an OpenDocument spreadsheet of the inside of its element
// office:spreadsheet and of its styles.
func ODSParts(t testing.TB, styles, body, manifest string) []byte {
	t.Helper()
	const head = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3">`
	return Zip(t,
		Entry("mimetype", []byte("application/vnd.oasis.opendocument.spreadsheet")),
		Entry("META-INF/manifest.xml", []byte(`<manifest:manifest>`+manifest+`</manifest:manifest>`)),
		Entry("content.xml", []byte(head+`<office:automatic-styles>`+styles+`</office:automatic-styles><office:body><office:spreadsheet>`+body+
			`</office:spreadsheet></office:body></office:document-content>`)),
	)
}

// ODS makes a spreadsheet of one sheet of texts, as LibreOffice writes it:
// empty cells and the empty rest of the sheet are repeated.
func ODS(t testing.TB, rows [][]string) []byte {
	t.Helper()
	var b strings.Builder
	b.WriteString(`<table:table table:name="Лист1"><table:table-column table:number-columns-repeated="16384"/>`)
	for _, row := range rows {
		b.WriteString(`<table:table-row>`)
		for _, s := range row {
			if s == "" {
				b.WriteString(`<table:table-cell/>`)
				continue
			}
			b.WriteString(`<table:table-cell office:value-type="string">`)
			for _, line := range strings.Split(s, "\n") {
				b.WriteString(`<text:p>` + html.EscapeString(line) + `</text:p>`)
			}
			b.WriteString(`</table:table-cell>`)
		}
		b.WriteString(`<table:table-cell table:number-columns-repeated="16380"/></table:table-row>`)
	}
	b.WriteString(`<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`)
	return ODSParts(t, "", b.String(), "")
}
