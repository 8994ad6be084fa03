// Package theme is the look of the window: colours, type sizes, paddings,
// radii, fonts and icons in a light, a dark and a high-contrast set.
//
// It promises that every name the toolkit or our widgets ask for has an answer
// in every set, that text keeps a contrast of at least 4.5 on the grounds it
// stands on (7 in the contrast set), and that Russian, English and Chinese
// characters come from fonts we ship, not from fonts the machine may lack.
package theme

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/theme"
)

// Set names one of the three looks.
type Set int

const (
	// Light is the set for daylight, the default.
	Light Set = iota
	// Dark is the same for dim rooms.
	Dark
	// Contrast is black on white with lines of 2 px and without tints.
	Contrast
)

// Sets returns all sets in the order of a settings list.
func Sets() []Set { return []Set{Light, Dark, Contrast} }

// Key returns the word under which a set is kept in the settings file.
func (s Set) Key() string {
	switch s {
	case Dark:
		return "dark"
	case Contrast:
		return "contrast"
	default:
		return "light"
	}
}

// SetByKey reads a word of the settings file; what it does not know is Light.
func SetByKey(key string) Set {
	for _, s := range Sets() {
		if s.Key() == key {
			return s
		}
	}
	return Light
}

// Theme implements fyne.Theme. One value serves one window session; it keeps
// the icons it has coloured.
type Theme struct {
	set    Set
	colors palette
	sizes  map[fyne.ThemeSizeName]float32

	mu    sync.Mutex
	icons map[iconKey]fyne.Resource
}

// New builds the theme of a set. The first call also gives the toolkit our
// Chinese font to fall back to (see fonts.go), so it comes before the first
// text is measured: make the theme, set it, then build the window.
func New(s Set) *Theme {
	hanShared()
	t := &Theme{set: s, sizes: sizes(s), icons: map[iconKey]fyne.Resource{}}
	switch s {
	case Dark:
		t.colors = withStock(dark())
	case Contrast:
		t.colors = withStock(contrast())
	default:
		t.colors = withStock(light())
	}
	return t
}

// Set returns which set this is.
func (t *Theme) Set() Set { return t.set }

// Color answers by name; the variant of the system is ignored, because the set
// was chosen. A name nobody knows is painted as text, so that it shows.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := t.colors[name]; ok {
		return c
	}
	return t.colors[Ink]
}

// Size answers by name; what it does not know comes from the stock theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if v, ok := t.sizes[name]; ok {
		return v
	}
	return stock.DefaultTheme().Size(name)
}

func sizes(s Set) map[fyne.ThemeSizeName]float32 {
	line, frame := float32(1), float32(0)
	if s == Contrast {
		line, frame = 2, 2
	}
	return map[fyne.ThemeSizeName]float32{
		SizeLine: line, SizeFocus: 2, SizeSelectionFrame: frame,
		RadiusChip: 4, RadiusButton: 6, RadiusCard: 8, RadiusDialog: 12,
		stock.SizeNameText:               14,
		stock.SizeNameCaptionText:        12,
		stock.SizeNameSubHeadingText:     16,
		stock.SizeNameHeadingText:        20,
		stock.SizeNamePadding:            4,
		stock.SizeNameInnerPadding:       8,
		stock.SizeNameLineSpacing:        4,
		stock.SizeNameInlineIcon:         18,
		stock.SizeNameSeparatorThickness: line,
		stock.SizeNameSplitThickness:     line,
		stock.SizeNameScrollBar:          10,
		stock.SizeNameScrollBarSmall:     6,
		stock.SizeNameScrollBarRadius:    3,
		// Fields of the kit draw their own frame, with the focus inside it.
		stock.SizeNameInputBorder:     0,
		stock.SizeNameInputRadius:     6,
		stock.SizeNameSelectionRadius: 6,
		stock.SizeNameButtonRadius:    6,
		stock.SizeNameCardRadius:      8,
		stock.SizeNameDialogRadius:    12,
		stock.SizeNamePopupRadius:     8,
		stock.SizeNameMenuRadius:      8,
		// A blurred window behind a dialog costs a pass over every pixel when
		// the software renderer draws; the veil is enough.
		stock.SizeNameModalBlurRadius: 0,
	}
}
