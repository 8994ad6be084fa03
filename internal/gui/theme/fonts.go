package theme

import (
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
// that are used cost anything: a few ms each. (Of a TrueType font the toolkit
// takes all glyphs apart when it reads it, 20 ms and 7 MB for each weight; so it
// is given the packed form.) The toolkit sets the baseline of a string by the tallest
// font in it: the Chinese fonts have the ascent and descent of Golos Text.
//
// The monospace style is the exception: it is our cut with digits of one width
// and keeps the toolkit's own font behind it, since nobody writes Chinese in columns of digits.
// Text in that style must hold no Chinese; kit.Text sees to that itself.

var (
	hanShared = sync.OnceFunc(func() {
		regular, bold := assets.HanPacked()
		substitute(stock.DefaultTextFont(), "BriefingHan.otf", regular)
		substitute(stock.DefaultTextItalicFont(), "BriefingHanItalic.otf", regular)
		substitute(stock.DefaultTextBoldFont(), "BriefingHanBold.otf", bold)
		substitute(stock.DefaultTextBoldItalicFont(), "BriefingHanBoldItalic.otf", bold)
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
