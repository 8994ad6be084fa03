package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"golang.org/x/image/font/sfnt"

	"briefing/internal/briefing"
	"briefing/internal/export/pdf"
	"briefing/internal/typeset/typesettest"
)

func TestLook(t *testing.T) {
	dir := os.Getenv("BRIEFING_LOOK")
	if dir == "" {
		t.Skip("BRIEFING_LOOK names no folder")
	}
	for _, l := range briefing.Langs() {
		var buf bytes.Buffer
		if err := pdf.Write(&buf, typesettest.Sample(l)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, string(l)+".pdf"), buf.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

var packed = regexp.MustCompile(`(?s)<</Filter /FlateDecode /Length \d+([^>]*)>>\nstream\n(.*?)\nendstream`)

// streams unpacks the streams of a file, those of fonts apart.
func streams(t *testing.T, file []byte) (fonts, others [][]byte) {
	t.Helper()
	for _, m := range packed.FindAllSubmatch(file, -1) {
		r, err := zlib.NewReader(bytes.NewReader(m[2]))
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(m[1], []byte("/Length1")) {
			fonts = append(fonts, data)
		} else {
			others = append(others, data)
		}
	}
	return fonts, others
}

// Fonts are whole files with right sums, and each tells which characters its
// glyphs are: without that nothing can be searched for or copied.
func TestFontsAreSoundAndSearchable(t *testing.T) {
	for l, want := range map[briefing.Lang]string{briefing.RU: "<0436>", briefing.EN: "<0065>", briefing.ZH: "<4E2D>"} {
		var buf bytes.Buffer
		if err := pdf.Write(&buf, typesettest.Sample(l)); err != nil {
			t.Fatal(err)
		}
		fonts, others := streams(t, buf.Bytes())
		maps, found := 0, false
		for _, s := range others {
			if bytes.Contains(s, []byte("begincmap")) {
				maps++
				found = found || bytes.Contains(s, []byte(want))
			}
		}
		if len(fonts) == 0 || maps != len(fonts) || !found {
			t.Errorf("%s: %d fonts, %d maps of characters, %s found: %v", l, len(fonts), maps, want, found)
		}
		for i, f := range fonts {
			if _, err := sfnt.Parse(f); err != nil {
				t.Errorf("%s: font %d: %v", l, i, err)
			}
			var sum uint32
			for at := 0; at+4 <= len(f); at += 4 {
				sum += binary.BigEndian.Uint32(f[at:])
			}
			if sum != 0xB1B0AFBA {
				t.Errorf("%s: font %d: the sum of its words is %08X", l, i, sum)
			}
		}
	}
}
