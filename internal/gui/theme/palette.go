package theme

import (
	"image/color"
	"maps"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
)

type palette map[fyne.ThemeColorName]color.Color

// rgb reads 0xRRGGBB.
func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func fade(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

func light() palette {
	return palette{
		Ground: rgb(0xF7F8FA), Surface: rgb(0xFFFFFF), Rail: rgb(0xF0F2F5),
		Ink: rgb(0x1B1F24), Second: rgb(0x5B6470), Third: rgb(0x646E7A),
		Line: rgb(0xE3E7EC), StrongLine: rgb(0xC7CED6), Hover: rgb(0xEEF1F4),
		Accent: rgb(0x12436D), Fill: rgb(0x12436D), OnFill: rgb(0xFFFFFF),
		Tint: rgb(0xE6EEF6), TintLine: rgb(0xB8CCDF),
		Good: rgb(0x1A7453), GoodTint: rgb(0xE5F3ED),
		Warn: rgb(0x8A5C00), WarnTint: rgb(0xFBF2DF),
		Bad: rgb(0xB3261E), BadTint: rgb(0xFBEBE9),
		Previous: rgb(0xA9BED2), Track: rgb(0xE3E7EC),
		Off: rgb(0x646E7A), Faint: rgb(0xC7CED6),
		Veil:       fade(rgb(0x1B1F24), 107), // 42 %
		CardShadow: fade(rgb(0x000000), 13), DialogShadow: fade(rgb(0x000000), 56),
	}
}

func dark() palette {
	return palette{
		Ground: rgb(0x14171B), Surface: rgb(0x1C2025), Rail: rgb(0x181B20),
		Ink: rgb(0xE7EAEE), Second: rgb(0xA5AEBA), Third: rgb(0x929CA9),
		Line: rgb(0x2C323A), StrongLine: rgb(0x48515C), Hover: rgb(0x262B32),
		Accent: rgb(0x86B8E6), Fill: rgb(0x2B6AA3), OnFill: rgb(0xFFFFFF),
		Tint: rgb(0x1D3146), TintLine: rgb(0x38587A),
		Good: rgb(0x62C79E), GoodTint: rgb(0x17322A),
		Warn: rgb(0xE2B552), WarnTint: rgb(0x382D14),
		Bad: rgb(0xF28B82), BadTint: rgb(0x412321),
		Previous: rgb(0x4A6480), Track: rgb(0x2C323A),
		Off: rgb(0x929CA9), Faint: rgb(0x48515C),
		// Ink is light here, and a light veil would be fog.
		Veil:       fade(rgb(0x000000), 140),
		CardShadow: fade(rgb(0x000000), 0), DialogShadow: fade(rgb(0x000000), 140),
	}
}

// contrast puts lines and text at ink and switches tints off; what a tint says
// elsewhere is said by frames (SizeSelectionFrame) and icons.
func contrast() palette {
	black, white := rgb(0x000000), rgb(0xFFFFFF)
	return palette{
		Ground: white, Surface: white, Rail: white,
		Ink: black, Second: black, Third: black,
		Line: black, StrongLine: black, Hover: rgb(0xE2E2E2),
		Accent: rgb(0x00305A), Fill: rgb(0x00305A), OnFill: white,
		Tint: white, TintLine: rgb(0x00305A),
		Good: rgb(0x00432B), GoodTint: white,
		Warn: rgb(0x523600), WarnTint: white,
		Bad: rgb(0x8C0E08), BadTint: white,
		Previous: rgb(0x8A8A8A), Track: rgb(0xD0D0D0),
		Off: rgb(0x6B6B6B), Faint: rgb(0x8A8A8A),
		Veil:       fade(black, 107),
		CardShadow: fade(black, 0), DialogShadow: fade(black, 0),
	}
}

// withStock answers the toolkit's own names out of ours, so that its menus,
// tool tips and entries sit in the same picture.
func withStock(p palette) palette {
	all := maps.Clone(p)
	all[None] = color.Transparent
	for name, from := range map[fyne.ThemeColorName]fyne.ThemeColorName{
		stock.ColorNameButton:                    Surface,
		stock.ColorNameDisabledButton:            Hover,
		stock.ColorNameDisabled:                  Off,
		stock.ColorNameError:                     Bad,
		stock.ColorNameFocus:                     Tint,
		stock.ColorNameForeground:                Ink,
		stock.ColorNameForegroundOnError:         Surface,
		stock.ColorNameForegroundOnPrimary:       Surface,
		stock.ColorNameForegroundOnSuccess:       Surface,
		stock.ColorNameForegroundOnWarning:       Surface,
		stock.ColorNameHeaderBackground:          Rail,
		stock.ColorNameHover:                     Hover,
		stock.ColorNameHyperlink:                 Accent,
		stock.ColorNameInnerWindowBorder:         Rail,
		stock.ColorNameInnerWindowBorderInactive: Rail,
		stock.ColorNameInputBackground:           None,
		stock.ColorNameInputBorder:               StrongLine,
		stock.ColorNameMenuBackground:            Surface,
		stock.ColorNameOverlayBackground:         Surface,
		stock.ColorNamePlaceHolder:               Third,
		stock.ColorNamePressed:                   Hover,
		stock.ColorNamePrimary:                   Accent,
		stock.ColorNameScrollBar:                 StrongLine,
		stock.ColorNameScrollBarBackground:       None,
		stock.ColorNameSelection:                 Tint,
		stock.ColorNameSeparator:                 Line,
		stock.ColorNameShadow:                    CardShadow,
		stock.ColorNameSuccess:                   Good,
		stock.ColorNameWarning:                   Warn,
	} {
		all[name] = all[from]
	}
	all[stock.ColorNameBackground] = cleared(all[Ground])
	// Text that is marked in an entry stands on this: in the contrast set the
	// tint is white and would not show.
	if all[Tint] == all[Surface] {
		all[stock.ColorNameSelection] = all[Hover]
		all[stock.ColorNameFocus] = all[Hover]
	}
	return all
}

// cleared is the colour with which the toolkit has to clear the window so that
// c is seen: its painter takes a channel for 65 025 parts of 65 535, which shows
// as two of 255 too much. The cleared window is the ground of all screens, since
// to paint one over it costs a third of a drawing without a graphics card.
func cleared(c color.Color) color.Color {
	n, ok := color.NRGBAModel.Convert(c).(color.NRGBA)
	if !ok {
		return c
	}
	part := func(v uint8) uint8 { return uint8((int(v)*255 + 128) / 257) } // at most 253
	return color.NRGBA{R: part(n.R), G: part(n.G), B: part(n.B), A: n.A}
}
