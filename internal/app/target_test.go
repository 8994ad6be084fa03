package app_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
)

// A draft takes the place of a draft that nobody has worked on since, and of no
// other.
func TestADraftThatWasWorkedOnIsNotReplaced(t *testing.T) {
	p := demo(t)
	for _, name := range []string{"d.docx", "d.xlsx"} {
		path := filepath.Join(t.TempDir(), name)
		o := app.ExportOptions{Draft: true, Lang: briefing.RU}
		if strings.HasSuffix(name, "docx") {
			o.DOCX = path
		} else {
			o.XLSX = path
		}
		if _, err := p.Export(context.Background(), o); err != nil {
			t.Fatal(err)
		}
		if err := app.MayReplace(path, true, briefing.Leader); err != nil {
			t.Errorf("%s: our own draft: %v", name, err)
		}
		for _, other := range []briefing.Audience{briefing.Compiler, briefing.Interpreter, briefing.Partner} {
			if err := app.MayReplace(path, true, other); briefing.CodeOf(err) != briefing.CodeExists {
				t.Errorf("%s: a draft for the %s may take the place of the leader's: %v", name, other, err)
			}
		}
		ours, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for by, change := range map[string]func(part string, data []byte, h *zip.FileHeader) []byte{
			"another program": func(part string, data []byte, _ *zip.FileHeader) []byte {
				if part == "docProps/app.xml" {
					return bytes.Replace(bytes.Replace(data, []byte(">Briefing<"), []byte(">Microsoft Office Word<"), 1), []byte(">Go Excelize<"), []byte(">Microsoft Excel<"), 1)
				}
				return data
			},
			"who changes one part": func(part string, data []byte, h *zip.FileHeader) []byte {
				if strings.Contains(part, "document.xml") || strings.Contains(part, "sheet1.xml") {
					h.Modified = h.Modified.AddDate(1, 0, 0)
				}
				return data
			},
		} {
			if err := os.WriteFile(path, rezipped(t, ours, change), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := app.MayReplace(path, true, briefing.Leader); briefing.CodeOf(err) != briefing.CodeExists {
				t.Errorf("%s saved by %s may be replaced: %v", name, by, err)
			}
		}
	}
}

// rezipped is the archive with its parts changed.
func rezipped(t *testing.T, data []byte, change func(part string, data []byte, h *zip.FileHeader) []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		h := zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified}
		content = change(f.Name, content, &h)
		part, err := w.CreateHeader(&h)
		if err == nil {
			_, err = part.Write(content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
