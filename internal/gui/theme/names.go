package theme

import "fyne.io/fyne/v2"

// The colours of the window. The toolkit's own names (ColorNameForeground and
// so on) are answered too, from the same table; kit and screens use these.
const (
	// Ground is the page behind cards.
	Ground fyne.ThemeColorName = "briefing.ground"
	// Surface is the face of cards, fields and outlined buttons.
	Surface fyne.ThemeColorName = "briefing.surface"
	// Rail is the side bar, table headers and the status line.
	Rail fyne.ThemeColorName = "briefing.rail"
	// Ink is text.
	Ink fyne.ThemeColorName = "briefing.ink"
	// Second is text of labels and second lines.
	Second fyne.ThemeColorName = "briefing.second"
	// Third is text of captions, and idle icons.
	Third fyne.ThemeColorName = "briefing.third"
	// Line separates rows and frames cards.
	Line fyne.ThemeColorName = "briefing.line"
	// StrongLine frames fields and buttons.
	StrongLine fyne.ThemeColorName = "briefing.strongLine"
	// Hover is the ground under the pointer, and of a neutral chip.
	Hover fyne.ThemeColorName = "briefing.hover"
	// Accent is text, icons and focus of the one accent.
	Accent fyne.ThemeColorName = "briefing.accent"
	// Fill is the ground of filled buttons and bars; OnFill is written on it.
	Fill fyne.ThemeColorName = "briefing.fill"
	// OnFill is text and icons on Fill.
	OnFill fyne.ThemeColorName = "briefing.onFill"
	// Tint is the ground of what is selected or bound to a figure.
	Tint fyne.ThemeColorName = "briefing.tint"
	// TintLine frames a tinted range.
	TintLine fyne.ThemeColorName = "briefing.tintLine"
	// Good is text and icon of what is confirmed.
	Good fyne.ThemeColorName = "briefing.good"
	// GoodTint is the ground under Good.
	GoodTint fyne.ThemeColorName = "briefing.goodTint"
	// Warn is text and icon of a reservation.
	Warn fyne.ThemeColorName = "briefing.warn"
	// WarnTint is the ground under Warn.
	WarnTint fyne.ThemeColorName = "briefing.warnTint"
	// Bad is text and icon of what blocks, contradicts or is rejected.
	Bad fyne.ThemeColorName = "briefing.bad"
	// BadTint is the ground under Bad.
	BadTint fyne.ThemeColorName = "briefing.badTint"
	// Previous is the light bar of the period before, and a plausible range.
	Previous fyne.ThemeColorName = "briefing.previous"
	// Track is the empty part of a progress bar.
	Track fyne.ThemeColorName = "briefing.track"
	// Veil covers the window behind a dialog.
	Veil fyne.ThemeColorName = "briefing.veil"
	// CardShadow is the shadow of a card.
	CardShadow fyne.ThemeColorName = "briefing.cardShadow"
	// DialogShadow is the shadow of dialogs and menus.
	DialogShadow fyne.ThemeColorName = "briefing.dialogShadow"
	// Off is text of what is switched off; Faint is its icon.
	Off fyne.ThemeColorName = "briefing.off"
	// Faint is the icon of what is switched off.
	Faint fyne.ThemeColorName = "briefing.faint"
	// None paints nothing.
	None fyne.ThemeColorName = "briefing.none"
)

// Sizes of our own, in the toolkit's units.
const (
	// SizeLine is the width of separators and frames: 1, in the contrast set 2.
	SizeLine fyne.ThemeSizeName = "briefing.line"
	// SizeFocus is the width of the focus outline.
	SizeFocus fyne.ThemeSizeName = "briefing.focus"
	// SizeSelectionFrame is the frame round what is selected: 0, in the
	// contrast set 2, because its tints are off.
	SizeSelectionFrame fyne.ThemeSizeName = "briefing.selectionFrame"
	// RadiusChip, RadiusButton, RadiusCard and RadiusDialog are corner radii.
	RadiusChip fyne.ThemeSizeName = "briefing.radiusChip"
	// RadiusButton is the corner of buttons and fields.
	RadiusButton fyne.ThemeSizeName = "briefing.radiusButton"
	// RadiusCard is the corner of cards.
	RadiusCard fyne.ThemeSizeName = "briefing.radiusCard"
	// RadiusDialog is the corner of dialogs.
	RadiusDialog fyne.ThemeSizeName = "briefing.radiusDialog"
)
