package picture_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"briefing/internal/picture"
)

func drawn(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, color.NRGBA{uint8(x), uint8(y), 90, 128})
		}
	}
	return img
}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// headed is a PNG that says it has a size, and holds nothing.
func headed(w, h uint32) []byte {
	b := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR")
	b = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(b, w), h)
	b = append(b, 8, 2, 0, 0, 0)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[12:]))
}

// cmyk is the head of a JPEG of four colours.
func cmyk() []byte {
	b := []byte{0xff, 0xd8}
	frame := []byte{8, 0, 10, 0, 10, 4}
	for c := range byte(4) {
		frame = append(frame, c+1, 0x11, 0)
	}
	b = append(b, 0xff, 0xc0, 0, byte(len(frame)+2))
	b = append(b, frame...)
	return append(b, 0xff, 0xda, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0, 0xff, 0xd9)
}

func TestImagesThatAreNotPrintedSayWhy(t *testing.T) {
	whole := pngOf(t, drawn(40, 30))
	for name, c := range map[string]struct {
		data []byte
		want picture.Fault
	}{
		"nothing":            {nil, picture.Kind},
		"a text":             {[]byte("это не картинка"), picture.Kind},
		"GIF":                {[]byte("GIF89a\x01\x00\x01\x00"), picture.Kind},
		"cut":                {whole[:len(whole)/2], picture.Broken},
		"a head alone":       {headed(40, 30), picture.Broken},
		"30 000 wide":        {headed(30_000, 10), picture.Large},
		"too many pixels":    {headed(15_000, 15_000), picture.Large},
		"absurd":             {headed(0xffffffff, 0xffffffff), picture.Broken},
		"no width":           {headed(0, 10), picture.Broken},
		"four colours":       {cmyk(), picture.CMYK},
		"JPEG cut":           {jpegOf(t, drawn(40, 30))[:60], picture.Broken},
		"whole":              {whole, ""},
		"JPEG":               {jpegOf(t, drawn(40, 30)), ""},
		"one pixel":          {pngOf(t, drawn(1, 1)), ""},
		"wide, but in limit": {pngOf(t, image.NewGray(image.Rect(0, 0, 9000, 1))), ""},
	} {
		p, got := picture.Read(c.data)
		if got != c.want || (got == "") != (len(p.Data) > 0) {
			t.Errorf("%s: %q with %d bytes, want %q", name, got, len(p.Data), c.want)
		}
	}
}

func TestAPictureIsOpaqueAndNoLargerThanPrintNeeds(t *testing.T) {
	p, fault := picture.Read(pngOf(t, drawn(4252, 100)))
	if fault != "" || !p.PNG || p.Width != picture.Sharp || p.Height != 50 {
		t.Fatalf("%d × %d, PNG %v, %q", p.Width, p.Height, p.PNG, fault)
	}
	img, err := png.Decode(bytes.NewReader(p.Data))
	if err != nil {
		t.Fatal(err)
	}
	if o, ok := img.(interface{ Opaque() bool }); !ok || !o.Opaque() {
		t.Error("something shines through")
	}
	if r, _, _, _ := img.At(0, 0).RGBA(); r>>8 < 120 || r>>8 > 135 {
		t.Errorf("half of black on white is %d", r>>8)
	}
}

// A face is in the upper part of a tall photograph; nothing of it is stretched.
func TestASquareIsOfTheMiddleAndOfTheTop(t *testing.T) {
	for _, tt := range []struct {
		name       string
		w, h       int
		side, x, y int // of the square, and where a mark of the image lands in it
		atX, atY   int
	}{
		{"tall", 600, 1000, picture.SquareSide, 150, 110, 300, 300},
		{"wide", 1000, 600, picture.SquareSide, 150, 150, 500, 300},
		{"small", 60, 80, 60, 30, 26, 30, 30},
	} {
		img := image.NewRGBA(image.Rect(0, 0, tt.w, tt.h))
		for y := range tt.h {
			for x := range tt.w {
				img.Set(x, y, color.White)
			}
		}
		for y := tt.atY - tt.h/25; y <= tt.atY+tt.h/25; y++ {
			for x := tt.atX - tt.w/25; x <= tt.atX+tt.w/25; x++ {
				img.Set(x, y, color.Black)
			}
		}
		p, fault := picture.Square(pngOf(t, img))
		if fault != "" || p.PNG || p.Width != tt.side || p.Height != tt.side {
			t.Fatalf("%s: %q, %d × %d", tt.name, fault, p.Width, p.Height)
		}
		out, err := jpeg.Decode(bytes.NewReader(p.Data))
		if err != nil {
			t.Fatal(err)
		}
		if r, _, _, _ := out.At(tt.x, tt.y).RGBA(); r>>8 > 60 {
			t.Errorf("%s: the mark is not where it should be: %d", tt.name, r>>8)
		}
		if r, _, _, _ := out.At(2, 2).RGBA(); r>>8 < 200 {
			t.Errorf("%s: the ground is %d", tt.name, r>>8)
		}
	}
	for fault, data := range map[picture.Fault][]byte{picture.Large: headed(30_000, 10), picture.CMYK: cmyk(), picture.Kind: []byte("GIF89a"), picture.Broken: []byte("\xff\xd8\xff\xe0")} {
		if p, got := picture.Square(data); got != fault || len(p.Data) > 0 {
			t.Errorf("%q, want %q", got, fault)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(pngOf(f, drawn(5, 5)))
	f.Add(jpegOf(f, drawn(5, 5)))
	f.Add(headed(30_000, 10))
	f.Add(cmyk())
	f.Fuzz(func(t *testing.T, data []byte) {
		p, fault := picture.Read(data)
		if (fault == "") != (len(p.Data) > 0 && p.Width > 0 && p.Height > 0) {
			t.Errorf("%q, %d × %d", fault, p.Width, p.Height)
		}
	})
}
