// Package picture makes images that people attach fit for a page: PNG and JPEG
// are read under limits, stood upright as the camera says, laid on white, made no
// larger than print needs, and written anew, without what cameras add (place, time, thumbnails).
//
// It promises: whatever the bytes are, there is a picture or a fault that can
// be told to the user, never a panic, and never more memory than MostPixels
// need.
package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
)

// Fault is the reason why an image is not printed; its sentence is
// "check.34.picture.<fault>".
type Fault string

// Faults.
const (
	Missing Fault = "missing" // the text names a file that is not attached
	Kind    Fault = "kind"    // neither PNG nor JPEG
	Broken  Fault = "broken"  // can't be read to its end
	Large   Fault = "large"   // more than MostSide or MostPixels
	CMYK    Fault = "cmyk"    // colours of a printing press: a screen and a viewer show them otherwise
)

// Limits of what is read.
const (
	MostBytes  = 40 << 20
	MostSide   = 20_000     // pixels
	MostPixels = 60_000_000 // pixels in all
)

// Sharp is the width in pixels that a picture of the full width of a page is
// printed with: 300 dots an inch over 180 mm.
const Sharp = 2126

// Picture is an image as it is printed.
type Picture struct {
	Data          []byte
	PNG           bool // else JPEG
	Width, Height int  // pixels
}

// Read makes a picture of the bytes of a file.
func Read(data []byte) (p Picture, fault Fault) {
	defer func() {
		if recover() != nil {
			p, fault = Picture{}, Broken
		}
	}()
	img, isPNG, turn, fault := decoded(data)
	if fault != "" {
		return p, fault
	}
	return write(turn.upright(onWhite(img, turn.lies())), isPNG)
}

// SquareSide is the side in pixels of a square picture: 400 dots an inch over
// the 19 mm of a photograph on a page.
const SquareSide = 300

// Square makes a square picture of SquareSide or less of the middle of an
// image, of a tall one nearer to its top, where a face is.
func Square(data []byte) (p Picture, fault Fault) {
	defer func() {
		if recover() != nil {
			p, fault = Picture{}, Broken
		}
	}()
	img, _, turn, fault := decoded(data)
	if fault != "" {
		return p, fault
	}
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if turn.lies() {
		w, h = h, w
	}
	side := min(w, h)
	x, y := (w-side)/2, (h-side)/5
	face := turn.kept(image.Rect(x, y, x+side, y+side), b.Dx(), b.Dy()).Add(b.Min)
	n := min(side, SquareSide)
	out := image.NewRGBA(image.Rect(0, 0, n, n))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	draw.CatmullRom.Scale(out, out.Rect, img, face, draw.Over, nil)
	return write(turn.upright(out), false)
}

// decoded reads an image under the limits, with how it is to be turned.
func decoded(data []byte) (img image.Image, isPNG bool, turn turning, fault Fault) {
	isPNG = bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n"))
	isJPEG := bytes.HasPrefix(data, []byte("\xff\xd8\xff"))
	if !isPNG && !isJPEG {
		return nil, false, asItIs, Kind
	}
	if len(data) > MostBytes {
		return nil, false, asItIs, Large
	}
	size, decode := png.DecodeConfig, png.Decode
	turn = asItIs
	if isJPEG {
		size, decode, turn = jpeg.DecodeConfig, jpeg.Decode, turningOf(data)
	}
	c, err := size(bytes.NewReader(data))
	switch {
	case err != nil || c.Width <= 0 || c.Height <= 0:
		return nil, false, asItIs, Broken
	case c.Width > MostSide || c.Height > MostSide || c.Width*c.Height > MostPixels:
		return nil, false, asItIs, Large
	case c.ColorModel == color.CMYKModel:
		return nil, false, asItIs, CMYK
	}
	if img, err = decode(bytes.NewReader(data)); err != nil {
		return nil, false, asItIs, Broken
	}
	return img, isPNG, turn, ""
}

// onWhite is the image on white paper, no wider than Sharp, or no higher where it
// lies.
func onWhite(img image.Image, lies bool) *image.RGBA {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	switch {
	case !lies && w > Sharp:
		w, h = Sharp, max(h*Sharp/w, 1)
	case lies && h > Sharp:
		w, h = max(w*Sharp/h, 1), Sharp
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	if w == b.Dx() {
		draw.Draw(out, out.Rect, img, b.Min, draw.Over)
	} else {
		draw.ApproxBiLinear.Scale(out, out.Rect, img, b, draw.Over, nil)
	}
	return out
}

func write(img *image.RGBA, isPNG bool) (Picture, Fault) {
	var out bytes.Buffer
	var err error
	if isPNG {
		err = (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(&out, img)
	} else {
		err = jpeg.Encode(&out, img, &jpeg.Options{Quality: 88})
	}
	if err != nil {
		return Picture{}, Broken
	}
	return Picture{Data: out.Bytes(), PNG: isPNG, Width: img.Rect.Dx(), Height: img.Rect.Dy()}, ""
}
