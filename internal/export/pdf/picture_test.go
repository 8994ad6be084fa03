package pdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/picture"
	"briefing/internal/typeset"
)

// attached is an image as the pack holds it.
func attached(t *testing.T, asPNG bool, w, h int) document.Picture {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = byte(i * 7)
	}
	img.Set(0, 0, color.NRGBA{255, 0, 0, 255})
	var out bytes.Buffer
	err := jpeg.Encode(&out, img, nil)
	if asPNG {
		out.Reset()
		err = png.Encode(&out, img)
	}
	if err != nil {
		t.Fatal(err)
	}
	p, fault := picture.Read(out.Bytes())
	if fault != "" {
		t.Fatal(fault)
	}
	return document.Picture{Data: p.Data, PNG: p.PNG, Width: p.Width, Height: p.Height, Caption: "Вид с крана"}
}

func TestPicturesAreInTheFileOnceAndFitForKeeping(t *testing.T) {
	p, j := attached(t, true, 300, 200), attached(t, false, 4000, 6000)
	d := &document.Document{Lang: briefing.RU, Title: "Т", Page: document.A4(false), Sections: []document.Section{{
		Key: "a", Number: "1", Title: "Снимки", Level: 1,
		Blocks: []document.Block{p, j, p, document.Picture{Fault: "broken", Says: "Не напечатано."}, document.Columns{Left: []document.Block{j}, Right: []document.Block{p}}},
	}}}
	var out bytes.Buffer
	if err := pdf.Write(&out, d); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(out.Bytes(), []byte("/Subtype /Image")); n != 2 {
		t.Errorf("%d images in the file, want 2", n)
	}
	for _, f := range examine(out.Bytes()) {
		t.Error(f)
	}
	var again bytes.Buffer
	if err := pdf.Write(&again, d); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("not the same bytes", err)
	}
	pages, err := pdf.Pages(d)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, pg := range pages {
		for _, b := range pg.Boxes {
			if x, ok := b.(typeset.Picture); ok {
				n++
				if x.X < d.Page.Left*typeset.MM-0.1 || x.X+x.W > pg.Width-d.Page.Right*typeset.MM+0.1 || x.Y+x.H > pg.Height-d.Page.Bottom*typeset.MM+0.1 {
					t.Errorf("stands over the margin: %.0f %.0f %.0f %.0f", x.X, x.Y, x.W, x.H)
				}
				if r := x.W / x.H * float64(x.Image.Height) / float64(x.Image.Width); r < 0.99 || r > 1.01 {
					t.Errorf("distorted by %g", r)
				}
			}
		}
	}
	if n != 5 {
		t.Errorf("%d pictures on the pages, want 5", n)
	}
}
