package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/gui/theme"
)

// KeyValue is one line of a list of properties.
type KeyValue struct {
	Key   string
	Value string
	// Color of the value; "" is ink.
	Color fyne.ThemeColorName
	// OnPress makes the value a link.
	OnPress func()
	// Status shows the mark of a status instead of Color.
	Status Status
	// Widget stands instead of Value.
	Widget fyne.CanvasObject
}

// NewKeyValues returns a list of properties: keys in second ink in a column of
// keyWidth, values beside them in as many lines as they need.
func NewKeyValues(keyWidth float32, lines ...KeyValue) *fyne.Container {
	c := Column(4)
	for _, kv := range lines {
		c.Add(keyValueRow(keyWidth, kv))
	}
	return c
}

func keyValueRow(keyWidth float32, kv KeyValue) fyne.CanvasObject {
	key := NewWrapped(kv.Key, Caption, theme.Second)
	return container.New(keyValueLayout{keyWidth}, Pad(1, 0, 1, 0, key), valueOf(kv))
}

func valueOf(kv KeyValue) fyne.CanvasObject {
	switch {
	case kv.Widget != nil:
		return kv.Widget
	case kv.Status != NoStatus:
		return Pad(1, 0, 1, 0, NewStatusMark(kv.Status, kv.Value))
	case kv.OnPress != nil:
		b := NewButton(Link, "", kv.Value, kv.OnPress)
		b.Letter = Small
		return Pad(-2, 0, -2, -2, Row(0, b))
	default:
		return NewWrapped(kv.Value, Small, kv.Color)
	}
}

// keyValueLayout gives the key its column and the value the rest.
type keyValueLayout struct{ key float32 }

func (k keyValueLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := max(o[0].MinSize().Height, o[1].MinSize().Height)
	return size(k.key+64, max(h, 18))
}

func (k keyValueLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	place(o[0], 0, 0, k.key-8, heightAt(o[0], k.key-8))
	w := s.Width - k.key
	place(o[1], k.key, 0, w, heightAt(o[1], w))
}

// InspectorWidth is the width of the panel at the right.
const InspectorWidth float32 = 312

// InspectorSection is a part of the inspector: a caption and content.
func InspectorSection(title string, content fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{}
	if title != "" {
		parts = append(parts, NewBold(title, Caption, theme.Second))
	}
	return Pad(14, 16, 14, 16, Column(10, append(parts, content)...))
}

// NewInspector stacks sections with lines between them, scrolling when they
// need more than there is; foot stays at the bottom and may be nil.
func NewInspector(foot fyne.CanvasObject, sections ...fyne.CanvasObject) fyne.CanvasObject {
	body := container.NewVScroll(Divided(sections...))
	var all fyne.CanvasObject = body
	if foot != nil {
		all = Dock(nil, Column(0, NewRule(), Pad(12, 16, 12, 16, foot)), nil, nil, body)
	}
	edge := Dock(nil, nil, NewStandingRule(), nil, all)
	return Fixed(InspectorWidth, 0, NewPanel(theme.Surface, edge))
}
