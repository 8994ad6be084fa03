package kit

import (
	"fyne.io/fyne/v2"

	"briefing/internal/gui/theme"
)

// FindingItem is what a row of a check shows.
type FindingItem struct {
	Severity Severity
	// Title is the name of the rule, Evidence one line of what was found.
	Title, Evidence string
	// Mend is the one button that mends it, Other a quiet alternative; both
	// may be nil.
	Mend, Other *Button
	// Kept is the word at the right of a clean check, which stays visible.
	Kept string
}

// NewFindingRow lays out a finding, 48 high.
func NewFindingRow(f FindingItem) fyne.CanvasObject {
	icon, c := f.Severity.face()
	lines := Column(0, NewBold(f.Title, Small, theme.Ink), NewShrinking(f.Evidence, Caption, theme.Second))
	lines.Objects[0].(*Text).Shrink = true
	parts := []fyne.CanvasObject{NewIcon(icon, c), Flex(lines)}
	if f.Mend != nil {
		parts = append(parts, f.Mend)
	}
	if f.Other != nil {
		parts = append(parts, f.Other)
	}
	if f.Kept != "" {
		parts = append(parts, NewMark(IconTick, f.Kept, theme.Good))
	}
	return Fixed(0, 48, Pad(0, 16, 0, 16, Row(12, parts...)))
}
