package picture_test

import (
	"bytes"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"testing"

	"briefing/internal/picture"
)

// Files as other programs write them: what a camera, a scanner, a press and a
// browser give.
func TestFilesOfOtherProgramsArePrintedOrSayWhy(t *testing.T) {
	file := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	deep := image.NewNRGBA64(image.Rect(0, 0, 48, 36))
	few := image.NewPaletted(image.Rect(0, 0, 48, 36), color.Palette{color.White, color.Black})
	for name, c := range map[string]struct {
		data []byte
		want picture.Fault
	}{
		"progressive JPEG":        {file("progressive.jpg"), ""},
		"progressive, cut":        {file("progressive.jpg")[:250], picture.Broken},
		"interlaced PNG":          {file("interlaced.png"), ""},
		"PNG of 16 bits":          {pngOf(t, deep), ""},
		"PNG of two colours":      {pngOf(t, few), ""},
		"JPEG of greys":           {jpegOf(t, image.NewGray(image.Rect(0, 0, 48, 36))), ""},
		"JPEG of a press":         {file("cmyk.jpg"), picture.CMYK},
		"WebP":                    {[]byte("RIFF\x24\x00\x00\x00WEBPVP8 "), picture.Kind},
		"TIFF":                    {[]byte("II*\x00\x08\x00\x00\x00"), picture.Kind},
		"SVG":                     {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), picture.Kind},
		"BMP":                     {[]byte("BM\x36\x00\x00\x00"), picture.Kind},
		"HEIC":                    {[]byte("\x00\x00\x00\x18ftypheic"), picture.Kind},
		"text behind a signature": {append([]byte("\xff\xd8\xff\xe0"), bytes.Repeat([]byte("x"), 100)...), picture.Broken},
	} {
		for way, read := range map[string]func([]byte) (picture.Picture, picture.Fault){"whole": picture.Read, "square": picture.Square} {
			p, got := read(c.data)
			if got != c.want || (got == "") != (len(p.Data) > 0) {
				t.Errorf("%s, %s: %q with %d bytes, want %q", name, way, got, len(p.Data), c.want)
			}
			if got == "" && way == "whole" && (p.Width != 48 || p.Height != 36) {
				t.Errorf("%s: %d × %d", name, p.Width, p.Height)
			}
		}
	}
}
