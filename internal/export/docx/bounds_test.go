package docx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/export/docx"
)

// crafted is a small file whose document is the text many times over.
func crafted(t *testing.T, before, text string, size int, after string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(w, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+before)
	block := strings.Repeat(text, max(1, 1<<16/len(text)))
	for n := 0; n < size; n += len(block) {
		fmt.Fprint(w, block)
	}
	fmt.Fprint(w, after+`</w:body></w:document>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// What is packed small and unpacks to the largest part that is read takes no
// more memory than the part itself.
func TestACraftedFileStaysBounded(t *testing.T) {
	const most = 80 << 20
	for name, c := range map[string]struct{ before, text, after string }{
		"empty paragraphs": {"", `<w:p/>`, ""},
		"runs":             {`<w:p>`, `<w:r><w:t>a</w:t></w:r>`, `</w:p>`},
		"breaks":           {`<w:p>`, `<w:br/>`, `</w:p>`},
		"tables":           {"", `<w:tr><w:tc>`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			data := crafted(t, c.before, c.text, most, c.after)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := docx.Read(bytes.NewReader(data), int64(len(data)))
			runtime.ReadMemStats(&after)
			if briefing.CodeOf(err) != briefing.CodeWordFile {
				t.Errorf("read as %v", err)
			}
			if took := (after.Sys - min(before.Sys, after.Sys)) >> 20; took > 400 {
				t.Errorf("%d MB more", took)
			}
		})
	}
}

// Much text in one paragraph is put together in one go.
func TestALargeParagraphIsRead(t *testing.T) {
	data := crafted(t, `<w:p>`, `<w:r><w:t>слово </w:t></w:r>`, 4<<20, `</w:p>`)
	back, err := docx.Read(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(back.Parts) != 1 || strings.Count(back.Parts[0].Text, "слово") < 100_000 {
		t.Fatalf("%v, %d parts", err, len(back.Parts))
	}
}
