package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/gui/theme"
)

// NewNotice is a tinted line inside a screen: an icon, a sentence in bold, a
// sentence after it, and buttons at the right.
func NewNotice(tone Tone, icon, bold, text string, buttons ...*Button) *Panel {
	ink, ground := tone.colours()
	parts := []fyne.CanvasObject{}
	if icon != "" {
		parts = append(parts, NewIcon(icon, ink))
	}
	if bold != "" {
		parts = append(parts, NewBold(bold, Small, ink))
	}
	parts = append(parts, Flex(NewShrinking(text, Small, theme.Ink)))
	for _, b := range buttons {
		parts = append(parts, b)
	}
	p := NewPanel(ground, Fixed(0, 40, Pad(0, 4, 0, 12, Row(8, parts...))))
	p.Radius = theme.RadiusButton
	if len(buttons) == 0 {
		p.SetContent(Fixed(0, 32, Pad(0, 12, 0, 12, Row(8, parts...))))
	}
	return p
}

// NewBar is a sentence across the whole width that stays until what it tells is
// over: it breaks into lines where it has no room, buttons stand at its right.
func NewBar(tone Tone, icon, text string, buttons ...*Button) *Panel {
	ink, ground := tone.colours()
	parts := []fyne.CanvasObject{NewIcon(icon, ink), Flex(NewWrapped(text, Body, theme.Ink))}
	for _, b := range buttons {
		parts = append(parts, b)
	}
	return NewPanel(ground, Pad(4, 16, 4, 24, Row(10, parts...)))
}

// Toasts is a layer over the content of the window that shows one short
// message at its foot, with one action (undo, as a rule). It takes no focus and
// blocks nothing. Put it last in a container.NewStack over the content.
type Toasts struct {
	*Panel
	layer *fyne.Container
	line  *toastLayout
	close string
	timer *time.Timer
	shown int
}

// ToastTime is how long a message stays.
const ToastTime = 6 * time.Second

// NewToasts returns the empty layer; closeName is what a screen reader says of
// the cross.
func NewToasts(closeName string) *Toasts {
	line := &toastLayout{}
	layer := container.New(line)
	return &Toasts{Panel: NewPanel(theme.None, layer), layer: layer, line: line, close: closeName}
}

// Say replaces the message; actionText "" leaves the button out.
func (t *Toasts) Say(tone Tone, icon, text, actionText string, onAction func()) {
	ink, _ := tone.colours()
	parts := []fyne.CanvasObject{}
	if icon != "" {
		parts = append(parts, NewIcon(icon, ink))
	}
	parts = append(parts, Flex(NewWrapped(text, Body, theme.Ink)))
	if actionText != "" {
		parts = append(parts, NewButton(Link, "", actionText, func() {
			t.Dismiss()
			onAction()
		}))
	}
	parts = append(parts, NewIconButton(IconClose, t.close, t.Dismiss))
	row := Row(10, parts...)
	p := NewCard(Pad(6, 6, 6, 16, row))
	p.Frame = theme.StrongLine
	t.line.wide = row.MinSize().Width + NewText(text, Body, theme.Ink).MinSize().Width + 24
	t.shown++
	mine := t.shown
	t.layer.Objects = []fyne.CanvasObject{p}
	t.layer.Refresh()
	if t.timer != nil {
		t.timer.Stop()
	}
	t.timer = time.AfterFunc(ToastTime, func() {
		fyne.Do(func() {
			if t.shown == mine {
				t.Dismiss()
			}
		})
	})
}

// Dismiss takes the message away.
func (t *Toasts) Dismiss() {
	if t.timer != nil {
		t.timer.Stop()
	}
	t.layer.Objects = nil
	t.layer.Refresh()
}

// toastLayout sets the message at the foot, as wide as its sentence is in one line
// where there is room for that.
type toastLayout struct{ wide float32 }

func (*toastLayout) MinSize([]fyne.CanvasObject) fyne.Size { return size(0, 0) }

func (l *toastLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	for _, o := range objects {
		w := min(l.wide, s.Width-32)
		o.Resize(size(w, o.MinSize().Height)) // its lines break at this width
		h := max(o.MinSize().Height, 44)
		place(o, floor((s.Width-w)/2), s.Height-h-20, w, h)
	}
}
