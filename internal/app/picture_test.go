package app_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/document"
)

func TestAnAttachedImageIsPrintedWhereTheTextNamesIt(t *testing.T) {
	p := demo(t)
	m := &briefing.Message{
		ID: "own", Kind: "section", Title: briefing.Text{RU: "Снимки"},
		Body: briefing.Text{RU: "До.\n![Хаб с высоты](Hub.PNG)\nПосле.\n![](none.png)\n![](broken.jpg)"},
	}
	if err := p.Put(m); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, 400, 300))); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"hub.png": out.Bytes(), "broken.jpg": []byte("\xff\xd8\xff\xe0")} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := p.Attach(m.Ref(), path); err != nil {
			t.Fatal(err)
		}
	}
	d, err := p.Document(app.ExportOptions{Lang: briefing.RU})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if x, ok := b.(document.Picture); ok {
				got = append(got, x.Caption+x.Fault)
			}
		}
	}
	if s := strings.Join(got, "; "); s != "Хаб с высоты; missing; broken" {
		t.Errorf("%q", s)
	}
	data, err := p.PDF(app.ExportOptions{Lang: briefing.RU})
	if err != nil || bytes.Count(data, []byte("/Subtype /Image")) != 1 {
		t.Errorf("%d images, %v", bytes.Count(data, []byte("/Subtype /Image")), err)
	}
	_, err = p.Export(t.Context(), app.ExportOptions{Lang: briefing.RU, PDF: filepath.Join(dir, "out.pdf")})
	if briefing.CodeOf(err) != briefing.CodeBlocking {
		t.Errorf("the issue went out: %v", err)
	}
}
