package pdf_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

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
