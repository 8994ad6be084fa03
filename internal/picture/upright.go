package picture

import (
	"bytes"
	"encoding/binary"
	"image"
)

// turning says how an image must be turned to stand upright: the tag
// Orientation of EXIF (CIPA DC-008, 4.6.5), 1 to 8. Telephones keep a picture as
// the sensor lay, and say by it how the hand held them.
type turning int

const asItIs turning = 1

// Marks of a JPEG file.
const (
	markStart  = 0xd8
	markScan   = 0xda
	markEnd    = 0xd9
	markExif   = 0xe1
	tagTurning = 0x0112
	kindShort  = 3
)

// turningOf reads the tag of a JPEG; whatever is not as it should be leaves the
// image as it is.
func turningOf(data []byte) turning {
	for at := 2; at+4 <= len(data); {
		if data[at] != 0xff {
			return asItIs
		}
		mark := data[at+1]
		switch {
		case mark == 0xff: // filling
			at++
			continue
		case mark == markScan || mark == markEnd:
			return asItIs
		case mark == 0x01 || mark >= 0xd0 && mark <= markStart: // marks without a length
			at += 2
			continue
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end < at+4 || end > len(data) {
			return asItIs
		}
		if body, is := bytes.CutPrefix(data[at+4:end], []byte("Exif\x00\x00")); is && mark == markExif {
			return turningIn(body)
		}
		at = end
	}
	return asItIs
}

// turningIn finds the tag in the first directory of the TIFF that EXIF is.
func turningIn(tiff []byte) turning {
	var order binary.ByteOrder = binary.LittleEndian
	switch {
	case bytes.HasPrefix(tiff, []byte("MM\x00*")):
		order = binary.BigEndian
	case !bytes.HasPrefix(tiff, []byte("II*\x00")):
		return asItIs
	}
	if len(tiff) < 8 {
		return asItIs
	}
	first := int64(order.Uint32(tiff[4:]))
	if first+2 > int64(len(tiff)) {
		return asItIs
	}
	entries := tiff[first+2:]
	for n := order.Uint16(tiff[first:]); n > 0 && len(entries) >= 12; n-- {
		if order.Uint16(entries) == tagTurning && order.Uint16(entries[2:]) == kindShort {
			if t := turning(order.Uint16(entries[8:])); t >= 1 && t <= 8 {
				return t
			}
			return asItIs
		}
		entries = entries[12:]
	}
	return asItIs
}

// lies reports whether width and height change places.
func (t turning) lies() bool { return t >= 5 }

// from is the place, in the image as it was kept, of what stands at x, y of the
// upright one; w and h are the sides of the image as it was kept.
func (t turning) from(x, y, w, h int) (int, int) {
	switch t {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return y, h - 1 - x
	case 7:
		return w - 1 - y, h - 1 - x
	case 8:
		return w - 1 - y, x
	}
	return x, y
}

// kept is a rectangle of the upright image in the one as it was kept, whose
// sides are w and h and which begins at zero.
func (t turning) kept(r image.Rectangle, w, h int) image.Rectangle {
	x0, y0 := t.from(r.Min.X, r.Min.Y, w, h)
	x1, y1 := t.from(r.Max.X-1, r.Max.Y-1, w, h)
	return image.Rect(min(x0, x1), min(y0, y1), max(x0, x1)+1, max(y0, y1)+1)
}

// upright turns an image that begins at zero.
func (t turning) upright(img *image.RGBA) *image.RGBA {
	if t == asItIs {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if t.lies() {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			sx, sy := t.from(x, y, w, h)
			copy(out.Pix[out.PixOffset(x, y):][:4], img.Pix[img.PixOffset(sx, sy):][:4])
		}
	}
	return out
}
