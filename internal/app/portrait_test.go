package app_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"
	"time"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/document"
)

// A photograph that is attached to a person stands on the page as a square, for
// all readers but the other side and unless the pack is set without; one that
// can't be printed is told and leaves the page whole.
func TestThePhotographOfAPersonIsPrinted(t *testing.T) {
	p := demo(t)
	people := p.Snapshot(time.Time{}, briefing.Leader).People
	dir := t.TempDir()
	img := image.NewRGBA(image.Rect(0, 0, 600, 800))
	for y := range 800 {
		for x := range 600 {
			img.Set(x, y, color.RGBA{uint8(x), uint8(y), 90, 255})
		}
	}
	var face bytes.Buffer
	if err := jpeg.Encode(&face, img, nil); err != nil {
		t.Fatal(err)
	}
	for i, data := range [][]byte{face.Bytes(), []byte("\xff\xd8\xff\xe0")} {
		path := filepath.Join(dir, "face.jpg")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := p.Attach(people[i].Ref(), path); err != nil {
			t.Fatal(err)
		}
	}
	photos := func(a briefing.Audience) (squares, faults int) {
		t.Helper()
		d, err := p.Document(app.ExportOptions{Lang: briefing.RU, Audience: a, Draft: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range d.Sections {
			for _, b := range s.Blocks {
				table, ok := b.(document.Table)
				for i := 0; ok && i < len(table.Rows); i++ {
					for _, c := range table.Rows[i].Cells {
						switch {
						case c.Photo == nil:
						case c.Photo.Fault != "":
							faults++
						case c.Photo.Width == c.Photo.Height && c.Photo.Width > 0:
							squares++
						}
					}
				}
			}
		}
		return squares, faults
	}
	for a, want := range map[briefing.Audience]int{briefing.Leader: 1, briefing.Compiler: 1, briefing.Interpreter: 1, briefing.Partner: 0} {
		if squares, faults := photos(a); squares != want || faults != want {
			t.Errorf("%v: %d squares, %d faults, want %d of each", a, squares, faults, want)
		}
	}
	data, err := p.PDF(app.ExportOptions{Lang: briefing.RU, Draft: true})
	if n := bytes.Count(data, []byte("/Subtype /Image")); err != nil || n != 1 {
		t.Errorf("%d images on the pages, %v", n, err)
	}
	told := false
	findings, err := p.AllFindings(time.Time{}, briefing.Leader, briefing.RU)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		told = told || f.Number == 34 && f.Ref == people[1].Ref() && f.Severity == check.Warning
	}
	if !told {
		t.Error("nobody is told of the damaged photograph")
	}
	set := p.Setting()
	set.NoPhotos = true
	if err := p.SetSetting(set); err != nil {
		t.Fatal(err)
	}
	if squares, faults := photos(briefing.Leader); squares+faults != 0 {
		t.Errorf("%d squares, %d faults in a pack without photographs", squares, faults)
	}
}
