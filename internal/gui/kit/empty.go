package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"briefing/internal/gui/theme"
)

// NewEmptyState says that there is nothing and what to do next: icon, one
// sentence, a second line, and a button, any of which may be empty.
func NewEmptyState(icon, sentence, next string, action *Button) fyne.CanvasObject {
	c := Column(8)
	if icon != "" {
		c.Add(container.NewCenter(newIcon(icon, theme.Third, 20)))
	}
	first := NewWrapped(sentence, Body, theme.Ink)
	first.Align = fyne.TextAlignCenter
	c.Add(first)
	if next != "" {
		second := NewWrapped(next, Small, theme.Second)
		second.Align = fyne.TextAlignCenter
		c.Add(second)
	}
	if action != nil {
		c.Add(Pad(8, 0, 0, 0, container.NewCenter(action)))
	}
	return Column(0, layout.NewSpacer(), container.New(emptyLayout{}, c), layout.NewSpacer())
}

// emptyLayout centres its object, as wide as a line of reading or as there is
// room.
type emptyLayout struct{}

const emptyWidth float32 = 360

func (emptyLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return size(96, o[0].MinSize().Height)
}

func (emptyLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := min(emptyWidth, s.Width-32)
	place(o[0], floor((s.Width-w)/2), 0, w, heightAt(o[0], w))
}
