package theme

import (
	"encoding/binary"
	"sync"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"

	"briefing/assets"
)

// How Chinese gets on the screen. The toolkit looks for a character first in
// the font the theme names, then in its own bundled fonts (the text font of
// that style, emoji, symbols), then in the fonts of the machine. A theme can't
// add a font to that chain, a canvas.Text with a FontSource of its own leaves
// the chain, and a machine may have no Chinese font. But the bundled fonts are
// resources whose content the toolkit reads when text of a style is first
// measured. So its four text fonts (Noto Sans), second in the chain, are given
// our Chinese font, regular and bold. Labels, entries and canvas texts then mix
// Russian and Chinese in one string wherever the program runs, and only styles
// that are used cost anything (about 20 ms each: the toolkit reads a TrueType
// font glyph by glyph).
//
// The monospace style is the exception: it is our cut with digits of one width
// and keeps the toolkit's own font behind it, since two more readings of the
// Chinese font would be a tenth of a second at start for columns of digits.
// Text in that style must hold no Chinese; kit.Text sees to that itself.

var (
	hanShared = sync.OnceFunc(func() {
		regular, bold := assets.Font(assets.HanRegular), assets.Font(assets.HanBold)
		settle(regular, golosAscent, golosDescent)
		settle(bold, golosAscent, golosDescent)
		substitute(stock.DefaultTextFont(), "BriefingHan.ttf", regular)
		substitute(stock.DefaultTextItalicFont(), "BriefingHanItalic.ttf", regular)
		substitute(stock.DefaultTextBoldFont(), "BriefingHanBold.ttf", bold)
		substitute(stock.DefaultTextBoldItalicFont(), "BriefingHanBoldItalic.ttf", bold)
	})

	fonts = sync.OnceValue(func() map[fontKey]fyne.Resource {
		all := map[fontKey]fyne.Resource{}
		for key, name := range map[fontKey]assets.FontName{
			{}:                          assets.GolosRegular,
			{bold: true}:                assets.GolosSemiBold,
			{figures: true}:             assets.GolosTabularRegular,
			{figures: true, bold: true}: assets.GolosTabularSemiBold,
		} {
			all[key] = fyne.NewStaticResource(string(name)+".ttf", assets.FontShared(name))
		}
		return all
	})
)

type fontKey struct{ figures, bold bool }

// Font answers by style. Bold is the weight of 600. Monospace is the cut of the
// same face whose digits are of one width: use it for columns and sums. The
// window has no italics.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Symbol {
		return stock.DefaultSymbolFont()
	}
	return fonts()[fontKey{figures: style.Monospace, bold: style.Bold}]
}

// substitute puts a font in the place of one of the toolkit's.
func substitute(in fyne.Resource, name string, font []byte) {
	if res, ok := in.(*fyne.StaticResource); ok && len(font) > 0 {
		res.StaticName, res.StaticContent = name, font
	}
}

// Golos Text's measures over 1000 units.
const (
	golosAscent  = 980
	golosDescent = -220
)

// settle gives a font the ascent and descent of another. The toolkit sets the
// baseline of a string by the tallest font in it: a line with one Chinese
// character would hang 2 px lower than its neighbours and lose its foot. Only
// line metrics change, the glyphs reach from 880 to -120 and have room.
func settle(font []byte, ascent, descent int) {
	units := 1000
	if head := table(font, "head"); len(head) >= 20 {
		units = int(binary.BigEndian.Uint16(head[18:]))
	}
	put := func(b []byte, v int) { binary.BigEndian.PutUint16(b, uint16(int16(v*units/1000))) }
	if hhea := table(font, "hhea"); len(hhea) >= 10 {
		put(hhea[4:], ascent)
		put(hhea[6:], descent)
		put(hhea[8:], 0)
	}
	if os2 := table(font, "OS/2"); len(os2) >= 74 {
		put(os2[68:], ascent)
		put(os2[70:], descent)
		put(os2[72:], 0)
	}
}

// table returns the bytes of a table of an sfnt file, nil if it has none.
func table(font []byte, tag string) []byte {
	if len(font) < 12 {
		return nil
	}
	n := int(binary.BigEndian.Uint16(font[4:]))
	for i := range n {
		entry := 12 + 16*i
		if entry+16 > len(font) {
			return nil
		}
		if string(font[entry:entry+4]) != tag {
			continue
		}
		from := uint64(binary.BigEndian.Uint32(font[entry+8:]))
		to := from + uint64(binary.BigEndian.Uint32(font[entry+12:]))
		if to > uint64(len(font)) {
			return nil
		}
		return font[from:to]
	}
	return nil
}
