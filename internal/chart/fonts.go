package chart

import (
	"strings"
	"sync"
	"unicode"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"briefing/assets"
)

// The typefaces that a canvas is asked to fill strings with. With the weights
// they stand for these files of package assets:
//
//	Golos, Normal   → assets.GolosRegular    Face.Name() "Golos-Regular"
//	Golos, SemiBold → assets.GolosSemiBold   Face.Name() "Golos-SemiBold"
//	Noto, Normal    → assets.HanRegular      Face.Name() "Noto-Regular"
//	Noto, Bold      → assets.HanBold         Face.Name() "Noto-Bold"
//
// No other face, weight, style or variant reaches a canvas.
const (
	Golos font.Typeface = "Golos"
	Noto  font.Typeface = "Noto"
)

// faces holds the parsed fonts of one typeface; read only after load.
type faces struct {
	cache          *font.Cache
	regular, heavy *opentype.Font
}

// The fonts are parsed once, each typeface when its first character comes:
// most charts need no Han face.
var (
	golosFaces = sync.OnceValue(func() faces {
		return load(Golos, assets.GolosRegular, assets.GolosSemiBold, xfont.WeightSemiBold)
	})
	notoFaces = sync.OnceValue(func() faces {
		return load(Noto, assets.HanRegular, assets.HanBold, xfont.WeightBold)
	})
)

// load parses a regular and a heavier font. The fonts are part of the program,
// so a damaged one is a mistake of the build and panics.
func load(name font.Typeface, regular, heavy assets.FontName, weight xfont.Weight) faces {
	coll := font.Collection{
		{Font: font.Font{Typeface: name}, Face: parse(regular)},
		{Font: font.Font{Typeface: name, Weight: weight}, Face: parse(heavy)},
	}
	return faces{cache: font.NewCache(coll), regular: coll[0].Face, heavy: coll[1].Face}
}

func parse(name assets.FontName) *opentype.Font {
	f, err := opentype.Parse(assets.FontShared(name))
	if err != nil {
		panic("chart: font " + string(name) + ": " + err.Error())
	}
	return f
}

// glyph finds a character in the typeface: its index is the same in both
// weights' tables only by chance, so the weight's own font is asked.
func (f faces) glyph(buf *sfnt.Buffer, r rune, bold bool) (*opentype.Font, sfnt.GlyphIndex) {
	fnt := f.regular
	if bold {
		fnt = f.heavy
	}
	i, err := fnt.GlyphIndex(buf, r)
	if err != nil {
		return fnt, 0
	}
	return fnt, i
}

// setting is the typeface and the character that stand for a rune: what Golos
// has is set in Golos, so that Latin and digits look alike in all languages;
// the rest in Noto. A character that neither has becomes a question mark,
// never an empty box.
func setting(buf *sfnt.Buffer, r rune, bold bool) (name font.Typeface, c rune, fnt *opentype.Font, i sfnt.GlyphIndex) {
	if fnt, i = golosFaces().glyph(buf, r, bold); i != 0 {
		return Golos, r, fnt, i
	}
	if fnt, i = notoFaces().glyph(buf, r, bold); i != 0 {
		return Noto, r, fnt, i
	}
	fnt, i = golosFaces().glyph(buf, '?', bold)
	return Golos, '?', fnt, i
}

// buffers are used again: each is some kilobytes, and labels are measured often.
var buffers = sync.Pool{New: func() any { return new(sfnt.Buffer) }}

// widthOf adds up the advances without kerning: a PDF paints them so, and a
// width that is never too small keeps labels apart on the screen too.
func widthOf(s string, size vg.Length, bold bool) vg.Length {
	buf := buffers.Get().(*sfnt.Buffer)
	defer buffers.Put(buf)
	total := vg.Length(0)
	for _, r := range s {
		_, _, fnt, i := setting(buf, r, bold)
		ppem := fixed.Int26_6(fnt.UnitsPerEm())
		if adv, err := fnt.GlyphAdvance(buf, i, ppem, xfont.HintingNone); err == nil {
			total += vg.Length(adv) / vg.Length(ppem)
		}
	}
	return total * size
}

// run is a stretch of text of one typeface.
type run struct {
	face font.Face
	text string
}

// runs splits a text by typeface.
func runs(s string, fnt font.Font) []run {
	var (
		out  []run
		part strings.Builder
		last font.Typeface
	)
	buf := buffers.Get().(*sfnt.Buffer)
	defer buffers.Put(buf)
	flush := func() {
		if part.Len() > 0 {
			out = append(out, run{face: faceOf(last, fnt), text: part.String()})
			part.Reset()
		}
	}
	for _, r := range s {
		name, c, _, _ := setting(buf, r, fnt.Weight != xfont.WeightNormal)
		if name != last {
			flush()
			last = name
		}
		part.WriteRune(c)
	}
	flush()
	return out
}

// faceOf finds a face; Noto has Bold where Golos has SemiBold.
func faceOf(name font.Typeface, fnt font.Font) font.Face {
	fnt.Typeface = name
	if name == Golos {
		return golosFaces().cache.Lookup(fnt, fnt.Size)
	}
	if fnt.Weight != xfont.WeightNormal {
		fnt.Weight = xfont.WeightBold
	}
	return notoFaces().cache.Lookup(fnt, fnt.Size)
}

// clean drops what no font can show: broken bytes, controls, marks that join
// or hide characters. Line feeds stay.
func clean(s string) string {
	s = norm.NFC.String(cutLong(strings.ToValidUTF8(s, "?")))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case r == '\u202f': // Golos draws it so narrow that groups of digits run together
			return '\u00a0'
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
			return -1
		}
		return r
	}, s)
}

// mostText is more characters than any place of a chart has room for; what is
// longer is cut before it is measured again and again.
const mostText = 300

func cutLong(s string) string {
	if len(s) <= mostText {
		return s
	}
	n := 0
	for i := range s {
		if n++; n > mostText {
			return s[:i] + "…"
		}
	}
	return s
}

// flat is clean text of one line.
func flat(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(clean(s), "\n", " "))
}
