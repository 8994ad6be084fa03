package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Tools is a row of buttons. Those that have no room go, the last first, into a
// menu behind «…» at its end; the first one always shows.
type Tools struct {
	widget.BaseWidget
	buttons []*Button
	more    *Button
	shown   int
	objs    []fyne.CanvasObject
}

const toolsGap float32 = 4

// NewTools returns the row; more is the name of the button behind which the rest
// is found.
func NewTools(more string, buttons ...*Button) *Tools {
	t := &Tools{}
	t.more = NewIconButton(IconMore, more, t.open)
	t.ExtendBaseWidget(t)
	t.Set(buttons...)
	return t
}

// Set exchanges the buttons.
func (t *Tools) Set(buttons ...*Button) {
	t.buttons, t.shown = buttons, len(buttons)
	t.objs = nil
	for _, b := range buttons {
		t.objs = append(t.objs, b)
	}
	t.objs = append(t.objs, t.more)
	t.Refresh()
}

// Buttons are the buttons, those in the menu too.
func (t *Tools) Buttons() []*Button { return t.buttons }

// CreateRenderer is called by the toolkit.
func (t *Tools) CreateRenderer() fyne.WidgetRenderer { return newRenderer(t) }

func (t *Tools) objects() []fyne.CanvasObject { return t.objs }

// Whole is the width of all buttons beside one another.
func (t *Tools) Whole() float32 {
	w := float32(0)
	for i, b := range t.buttons {
		if i > 0 {
			w += toolsGap
		}
		w += b.least().Width
	}
	return w
}

func (t *Tools) least() fyne.Size {
	m := size(0, ButtonHeight)
	if len(t.buttons) > 0 {
		m.Width = t.buttons[0].least().Width
	}
	if len(t.buttons) > 1 {
		m.Width = min(m.Width+toolsGap+t.more.least().Width, t.Whole())
	}
	return m
}

func (t *Tools) arrange(s fyne.Size) {
	t.shown = len(t.buttons)
	room := s.Width + 0.5
	if t.Whole() > room {
		room -= t.more.least().Width
		for t.shown = 0; t.shown < len(t.buttons); t.shown++ {
			if room -= t.buttons[t.shown].least().Width + toolsGap; room < 0 && t.shown > 0 {
				break
			}
		}
	}
	x := float32(0)
	for i, b := range t.buttons {
		m := b.least()
		if i < t.shown {
			place(b, x, floor((s.Height-m.Height)/2), m.Width, m.Height)
			x += m.Width + toolsGap
		}
		showIf(b, i < t.shown)
	}
	m := t.more.least()
	place(t.more, x, floor((s.Height-m.Height)/2), m.Width, m.Height)
	showIf(t.more, t.shown < len(t.buttons))
}

func (t *Tools) paint(look) {}

func (t *Tools) open() {
	rest := t.buttons[t.shown:]
	items := make([]MenuItem, len(rest))
	for i, b := range rest {
		items[i] = MenuItem{Key: strconv.Itoa(i), Text: b.label, Icon: b.Icon, Disabled: b.Disabled()}
	}
	ShowMenu(t.more, 0, items, "", func(key string) {
		if i, err := strconv.Atoi(key); err == nil {
			rest[i].press()
		}
	})
}
