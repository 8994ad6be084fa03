package assets

import (
	_ "embed"
	"slices"
)

// FontName names a font of the program.
type FontName string

// The fonts. Golos sets the window, its tabular cut the numbers in tables
// (digits of one width, a figure space U+2007 as wide), Serif sets the printed
// pages, Han sets Chinese in both and stands in for signs the others lack.
const (
	GolosRegular         FontName = "GolosText-Regular"
	GolosSemiBold        FontName = "GolosText-SemiBold"
	GolosBold            FontName = "GolosText-Bold"
	GolosTabularRegular  FontName = "GolosText-Tabular-Regular"
	GolosTabularSemiBold FontName = "GolosText-Tabular-SemiBold"
	SerifRegular         FontName = "PTSerif-Regular"
	SerifItalic          FontName = "PTSerif-Italic"
	SerifBold            FontName = "PTSerif-Bold"
	SerifBoldItalic      FontName = "PTSerif-BoldItalic"
	HanRegular           FontName = "NotoSansSC-Regular"
	HanBold              FontName = "NotoSansSC-Bold"
)

// The bytes lie in the program's file and are paged in when first read, so a
// font nobody uses costs no memory.
var (
	//go:embed fonts/GolosText-Regular.ttf
	golosRegular []byte
	//go:embed fonts/GolosText-SemiBold.ttf
	golosSemiBold []byte
	//go:embed fonts/GolosText-Bold.ttf
	golosBold []byte
	//go:embed fonts/GolosText-Tabular-Regular.ttf
	golosTabularRegular []byte
	//go:embed fonts/GolosText-Tabular-SemiBold.ttf
	golosTabularSemiBold []byte
	//go:embed fonts/PTSerif-Regular.ttf
	serifRegular []byte
	//go:embed fonts/PTSerif-Italic.ttf
	serifItalic []byte
	//go:embed fonts/PTSerif-Bold.ttf
	serifBold []byte
	//go:embed fonts/PTSerif-BoldItalic.ttf
	serifBoldItalic []byte
	//go:embed fonts/NotoSansSC-Regular.ttf
	hanRegular []byte
	//go:embed fonts/NotoSansSC-Bold.ttf
	hanBold []byte
	//go:embed fonts/NotoSansSC-Regular.otf
	hanPacked []byte
	//go:embed fonts/NotoSansSC-Bold.otf
	hanBoldPacked []byte
)

// FontNames returns the names of all fonts, in a fixed order.
func FontNames() []FontName {
	return []FontName{
		GolosRegular, GolosSemiBold, GolosBold, GolosTabularRegular, GolosTabularSemiBold,
		SerifRegular, SerifItalic, SerifBold, SerifBoldItalic,
		HanRegular, HanBold,
	}
}

// Font returns a fresh copy of the font's TrueType file, which the caller may
// change (gofpdf writes into the bytes it is given). An unknown name gives nil.
func Font(name FontName) []byte {
	return slices.Clone(FontShared(name))
}

// FontShared returns the font's TrueType file without copying it. The bytes are
// the program's own and are read by others at the same time: never write into
// them. Appending is safe, it copies. An unknown name gives nil.
func FontShared(name FontName) []byte {
	return slices.Clip(font(name))
}

// HanPacked returns HanRegular and HanBold as OpenType files with outlines of the
// Compact Font Format, glyph by glyph the same, for who would take all outlines of
// a TrueType file apart to draw a few. As of FontShared, never write into them.
func HanPacked() (regular, bold []byte) { return slices.Clip(hanPacked), slices.Clip(hanBoldPacked) }

func font(name FontName) []byte {
	switch name {
	case GolosRegular:
		return golosRegular
	case GolosSemiBold:
		return golosSemiBold
	case GolosBold:
		return golosBold
	case GolosTabularRegular:
		return golosTabularRegular
	case GolosTabularSemiBold:
		return golosTabularSemiBold
	case SerifRegular:
		return serifRegular
	case SerifItalic:
		return serifItalic
	case SerifBold:
		return serifBold
	case SerifBoldItalic:
		return serifBoldItalic
	case HanRegular:
		return hanRegular
	case HanBold:
		return hanBold
	default:
		return nil
	}
}
