package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"

	"briefing/assets"
)

// embedded is a font as it goes into the file: cut to the characters used, one
// glyph for each of them in their order, told by numbers of two bytes.
//
// gofpdf can embed such fonts too, but takes a table of 65 536 widths through
// JSON for each and packs a map of 128 KB: a quarter of the time of a pack. So
// gofpdf is told of a font without a file, texts are handed to it as bytes, and
// finish puts these objects in the place of the one that gofpdf wrote.
type embedded struct {
	name   assets.FontName
	runes  []rune // the n-th is glyph n+1
	chars  *chars // the same by character
	file   []byte
	widths []int // by glyph, in thousandths of the size
	shape  shape
}

// shape is what a font descriptor says, in thousandths of the size.
type shape struct {
	box                       [4]int
	ascent, descent, capitals int
	stem                      int
	italic                    float64 // angle
}

// embed cuts a font to the characters.
func embed(name assets.FontName, set *chars) (e *embedded, err error) {
	defer func() {
		if r := recover(); r != nil { // a table shorter than it says
			err = fmt.Errorf("damaged font: %v", r)
		}
	}()
	src, err := openFont(assets.FontShared(name))
	if err != nil {
		return nil, err
	}
	e = &embedded{name: name, runes: src.covered(set.all()), chars: set, shape: src.shape()}
	set.number(e.runes)
	e.file, e.widths = src.cut(e.runes)
	return e, nil
}

// append appends a text in the numbers of the font's glyphs; a character that the
// font lacks is glyph 0.
func (e *embedded) append(out []byte, s string) []byte {
	for _, r := range s {
		glyph := e.chars.glyph(r)
		out = quoted(quoted(out, byte(glyph>>8)), byte(glyph))
	}
	return out
}

// quoted appends a byte of a string of a PDF.
func quoted(out []byte, c byte) []byte {
	switch c {
	case '\\', '(', ')':
		return append(out, '\\', c)
	case '\r':
		return append(out, '\\', 'r')
	}
	return append(out, c)
}

// base is the name under which gofpdf writes the font's object.
func (e *embedded) base() string { return string(e.name) }

// definition is what gofpdf is told of the font.
func (e *embedded) definition() []byte {
	return fmt.Appendf(nil, `{"Tp":"Core","Name":"%s"}`, e.base())
}

// tagged is the name of a cut font, with six capitals in front.
func (e *embedded) tagged() string {
	i := slices.Index(assets.FontNames(), e.name)
	return fmt.Sprintf("BRAAA%c+%s", 'A'+i, e.name)
}

// Objects that a font has beside the one of gofpdf, numbered from the first.
const (
	descendant = iota
	descriptor
	fontFile
	toUnicode
	fontObjects
)

// objects are the font's object, under its number, and those it refers to,
// numbered from next on. Streams are not packed yet.
func (e *embedded) objects(number, next int) []object {
	s := e.shape
	flags := 4 // its own set of characters
	if s.italic != 0 {
		flags |= 64
	}
	return []object{
		text(number, "<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>",
			e.tagged(), next+descendant, next+toUnicode),
		text(next+descendant, "<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n"+
			"/FontDescriptor %d 0 R /CIDToGIDMap /Identity /DW %d /W [0 %s]>>", e.tagged(), next+descriptor, e.widths[0], fmt.Sprint(e.widths)),
		text(next+descriptor, "<</Type /FontDescriptor /FontName /%s /Flags %d /FontBBox %s /ItalicAngle %g /Ascent %d /Descent %d /CapHeight %d /StemV %d /FontFile2 %d 0 R>>",
			e.tagged(), flags, fmt.Sprint(s.box), s.italic, s.ascent, s.descent, s.capitals, s.stem, next+fontFile),
		stream(next+fontFile, fmt.Sprintf(" /Length1 %d", len(e.file)), e.file),
		stream(next+toUnicode, "", e.characters()),
	}
}

func text(number int, format string, args ...any) object {
	return object{number, fmt.Appendf(nil, "%d 0 obj\n%s\nendobj\n", number, fmt.Sprintf(format, args...))}
}

// stream is an object of bytes; more are entries beside its length.
func stream(number int, more string, data []byte) object {
	out := fmt.Appendf(make([]byte, 0, len(data)+100), "%d 0 obj\n<</Length %d%s>>\nstream\n", number, len(data), more)
	out = append(out, data...)
	return object{number, append(out, "\nendstream\nendobj\n"...)}
}

// characters is the map from glyphs back to characters, for search and copying.
func (e *embedded) characters() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // entries of a list
	for from := 0; from < len(e.runes); from += most {
		part := e.runes[from:min(from+most, len(e.runes))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, r := range part {
			fmt.Fprintf(&b, "<%04X> <%04X>\n", from+i+1, r)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}

// embedFonts puts the fonts in the place of gofpdf's objects for them.
func embedFonts(objects []object, fonts []*embedded) ([]object, error) {
	next := len(objects) + 1
	for _, e := range fonts {
		mark := []byte("/BaseFont /" + e.base() + "\n")
		i := slices.IndexFunc(objects, func(o object) bool {
			return len(o.text) < 300 && bytes.Contains(o.text, mark)
		})
		if i < 0 {
			return nil, fmt.Errorf("%w: no object of font %s", errStructure, e.name)
		}
		made := e.objects(objects[i].number, next)
		objects[i] = made[0]
		objects = append(objects, made[1:]...)
		next += fontObjects
	}
	return objects, nil
}

// utf16 is a text as a bookmark wants it.
func utf16(s string) string {
	var b strings.Builder
	b.WriteString("\xFE\xFF")
	for _, r := range s { // safe has left nothing beyond the basic plane
		b.WriteByte(byte(r >> 8))
		b.WriteByte(byte(r))
	}
	return b.String()
}

// shape reads what a descriptor says.
func (f *trueType) shape() shape {
	head, hhea, os2 := f.tables["head"], f.tables["hhea"], f.tables["OS/2"]
	s := shape{
		ascent: f.scaled(int16At(hhea, 4)), descent: f.scaled(int16At(hhea, 6)),
		italic: float64(int32(u32(f.tables["post"], 4))) / 65536,
		stem:   50 + int(math.Pow(float64(u16(os2, 4))/65, 2)), // by weight, as usual
	}
	s.capitals = s.ascent
	if u16(os2, 0) >= 2 {
		s.capitals = f.scaled(int16At(os2, 88))
	}
	for i := range s.box {
		s.box[i] = f.scaled(int16At(head, 36+2*i))
	}
	return s
}

func int16At(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }

// scaled turns units of the font into thousandths of its size.
func (f *trueType) scaled(v int) int {
	return int(math.Round(float64(v) * 1000 / float64(u16(f.tables["head"], 18))))
}
