package picture_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"briefing/internal/picture"
)

// turned is a JPEG with a tag Orientation, behind the mark that editors add, in
// either order of bytes.
func turned(t testing.TB, img image.Image, n uint16, order binary.AppendByteOrder) []byte {
	tiff := []byte("II*\x00")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		tiff = []byte("MM\x00*")
	}
	tiff = order.AppendUint32(tiff, 8)
	tiff = order.AppendUint16(tiff, 2)
	entry := func(tag, value uint16) {
		tiff = order.AppendUint16(order.AppendUint16(tiff, tag), 3)
		tiff = order.AppendUint32(tiff, 1)
		tiff = order.AppendUint16(order.AppendUint16(tiff, value), 0)
	}
	entry(0x0100, 7)
	entry(0x0112, n)
	body := append([]byte("Exif\x00\x00"), tiff...)
	plain := jpegOf(t, img)
	out := append([]byte{}, plain[:2]...)
	out = append(out, 0xff, 0xe0, 0, 4, 'a', 'b')
	out = append(out, 0xff, 0xe1)
	out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
	return append(append(out, body...), plain[2:]...)
}

// corner names the quarter of an image in which a colour stands.
func corner(img image.Image, is func(r, g, b uint32) bool) string {
	b, found := img.Bounds(), ""
	for y, row := range []string{"top", "bottom"} {
		for x, column := range []string{"left", "right"} {
			r, g, bl, _ := img.At(b.Min.X+b.Dx()*(1+2*x)/4, b.Min.Y+b.Dy()*(1+2*y)/4).RGBA()
			if is(r>>8, g>>8, bl>>8) {
				found += row + " " + column
			}
		}
	}
	return found
}

// What the tag means is said by the standard in words: which side of what is
// seen the first row and the first column as they are kept are.
func TestAPhotographStandsAsTheCameraWasHeld(t *testing.T) {
	const w, h = 640, 600
	kept := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{230, 230, 230, 255}
			if y < h/2 && x < w/2 {
				c = color.RGBA{220, 0, 0, 255}
			} else if y < h/2 {
				c = color.RGBA{0, 0, 220, 255}
			}
			kept.Set(x, y, c)
		}
	}
	red := func(r, g, b uint32) bool { return r > 150 && g < 90 && b < 90 }
	blue := func(r, g, b uint32) bool { return b > 150 && g < 90 && r < 90 }
	for _, tt := range []struct {
		n          uint16
		red, blue  string
		wide, tall int
	}{
		{0, "top left", "top right", w, h}, // not a value of the standard
		{1, "top left", "top right", w, h},
		{2, "top right", "top left", w, h},
		{3, "bottom right", "bottom left", w, h},
		{4, "bottom left", "bottom right", w, h},
		{5, "top left", "bottom left", h, w},
		{6, "top right", "bottom right", h, w},
		{7, "bottom right", "top right", h, w},
		{8, "bottom left", "top left", h, w},
		{9, "top left", "top right", w, h},
	} {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			name := fmt.Sprint(tt.n, order)
			data := turned(t, kept, tt.n, order)
			p, fault := picture.Read(data)
			if fault != "" || p.Width != tt.wide || p.Height != tt.tall {
				t.Fatalf("%s: %q, %d × %d", name, fault, p.Width, p.Height)
			}
			whole, err := jpeg.Decode(bytes.NewReader(p.Data))
			if err != nil {
				t.Fatal(err)
			}
			if r, b := corner(whole, red), corner(whole, blue); r != tt.red || b != tt.blue {
				t.Errorf("%s: red %s, blue %s; want %s, %s", name, r, b, tt.red, tt.blue)
			}
			if p, fault = picture.Square(data); fault != "" || p.Width != p.Height {
				t.Fatalf("%s: %q, %d × %d", name, fault, p.Width, p.Height)
			}
			face, err := jpeg.Decode(bytes.NewReader(p.Data))
			if err != nil {
				t.Fatal(err)
			}
			if r, b := corner(face, red), corner(face, blue); r != tt.red || b != tt.blue {
				t.Errorf("%s, square: red %s, blue %s; want %s, %s", name, r, b, tt.red, tt.blue)
			}
		}
	}
}

// An image that lies is made no wider than print needs once it stands.
func TestALyingImageIsMeasuredAsItStands(t *testing.T) {
	p, fault := picture.Read(turned(t, image.NewGray(image.Rect(0, 0, 500, 2*picture.Sharp)), 6, binary.BigEndian))
	if fault != "" || p.Width != picture.Sharp || p.Height != 250 {
		t.Errorf("%q, %d × %d", fault, p.Width, p.Height)
	}
}

// Whatever stands where the tag should be, there is the image as it is kept.
func TestABrokenTagLeavesTheImageAsItIs(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 40, 20))
	whole := turned(t, img, 6, binary.LittleEndian)
	at := bytes.Index(whole, []byte("Exif"))
	for n := range 60 {
		data := bytes.Clone(whole)
		data[at-2+n] ^= 0xff
		if p, fault := picture.Read(data); fault == "" && p.Width*p.Height != 800 {
			t.Errorf("byte %d: %d × %d", n, p.Width, p.Height)
		}
	}
	if p, fault := picture.Read(pngOf(t, img)); fault != "" || p.Width != 40 {
		t.Errorf("PNG: %q, %d × %d", fault, p.Width, p.Height)
	}
}

func FuzzUpright(f *testing.F) {
	img := image.NewGray(image.Rect(0, 0, 8, 4))
	for n := range uint16(9) {
		f.Add(turned(f, img, n, binary.LittleEndian)[:80])
		f.Add(turned(f, img, n, binary.BigEndian)[:80])
	}
	rest := jpegOf(f, img)[2:]
	f.Fuzz(func(t *testing.T, head []byte) {
		p, fault := picture.Read(append(bytes.Clone(head), rest...))
		if (fault == "") != (len(p.Data) > 0 && p.Width > 0 && p.Height > 0) {
			t.Errorf("%q, %d × %d", fault, p.Width, p.Height)
		}
	})
}
