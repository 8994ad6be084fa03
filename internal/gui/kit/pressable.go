package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/gui/theme"
)

// Pressable is a card that is pressed as a whole: a template, a recent project.
type Pressable struct {
	control
	// OnShortcut may take a combination before the window does, OnMenu is asked
	// for a menu at a place of the window, and OnDrop is told the place on the
	// window of the middle of the card when it was dragged somewhere.
	OnShortcut func(fyne.Shortcut) bool
	OnMenu     func(at fyne.Position)
	OnDrop     func(at fyne.Position)

	content    fyne.CanvasObject
	chosen     bool
	home       fyne.Position
	dragged    bool
	face, ring *canvas.Rectangle
	objs       []fyne.CanvasObject
}

// NewPressable returns the card; name is what a screen reader says of it.
func NewPressable(name string, content fyne.CanvasObject, onPress func()) *Pressable {
	p := &Pressable{content: content, face: newBox(), ring: newBox()}
	p.press, p.label = onPress, name
	p.objs = []fyne.CanvasObject{p.face, content, p.ring}
	p.extend(p)
	return p
}

// SetChosen frames the card in 2 px of the accent: one of several that holds.
func (p *Pressable) SetChosen(on bool) {
	p.chosen = on
	p.Refresh()
}

// CreateRenderer is called by the toolkit.
func (p *Pressable) CreateRenderer() fyne.WidgetRenderer { return newRenderer(p) }

func (p *Pressable) objects() []fyne.CanvasObject { return p.objs }

func (p *Pressable) least() fyne.Size {
	e := lookOf(p).line()
	return p.content.MinSize().AddWidthHeight(2*e, 2*e)
}

func (p *Pressable) arrange(s fyne.Size) {
	e := lookOf(p).line()
	place(p.face, 0, 0, s.Width, s.Height)
	place(p.content, e, e, s.Width-2*e, s.Height-2*e)
	place(p.ring, 0, 0, s.Width, s.Height)
}

func (p *Pressable) paint(l look) {
	frame := theme.Line
	if p.hovered && p.press != nil {
		frame = theme.StrongLine
	}
	l.box(p.face, theme.Surface, frame, theme.RadiusCard)
	p.face.Shadow = canvas.Shadow{Color: l.color(theme.CardShadow), BlurRadius: 2, Offset: fyne.NewPos(0, 1)}
	l.focusRing(p.ring, p.focused || p.chosen, p.face.CornerRadius)
	if p.focused && p.chosen {
		// The focus must still show on what is framed already.
		p.ring.StrokeWidth = 2 * l.size(theme.SizeFocus)
	}
}

// TypedShortcut gives what OnShortcut does not take to the window.
func (p *Pressable) TypedShortcut(s fyne.Shortcut) {
	if p.OnShortcut == nil || !p.OnShortcut(s) {
		passShortcut(p, s)
	}
}

// TappedSecondary asks for the menu of the card.
func (p *Pressable) TappedSecondary(ev *fyne.PointEvent) {
	if p.OnMenu != nil {
		p.OnMenu(ev.AbsolutePosition)
	}
}

// Dragged is called by the toolkit: a card that can be dropped follows the
// pointer.
func (p *Pressable) Dragged(ev *fyne.DragEvent) {
	if p.OnDrop == nil || p.Disabled() {
		return
	}
	if !p.dragged {
		p.dragged, p.home = true, p.Position()
	}
	p.Move(p.Position().AddXY(ev.Dragged.DX, ev.Dragged.DY))
}

// DragEnd is called by the toolkit: the card goes back to its place and tells
// where it was dropped.
func (p *Pressable) DragEnd() {
	if !p.dragged {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p).AddXY(p.Size().Width/2, p.Size().Height/2)
	p.dragged = false
	p.Move(p.home)
	p.OnDrop(at)
}
