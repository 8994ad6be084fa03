package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/gui/theme"
)

// SelectField is a field whose value is picked from a list. Space, Enter and
// Down open it, letters open it narrowed to what was typed.
type SelectField struct {
	control
	// Empty is shown while nothing is chosen.
	Empty string
	// OnSelect is called with the key the user picked.
	OnSelect func(key string)

	items    []MenuItem
	selected string
	wrong    bool

	face, ring *canvas.Rectangle
	icon, down *canvas.Image
	text       *canvas.Text
	objs       []fyne.CanvasObject
}

// NewSelectField returns the field; selected "" is nothing chosen.
func NewSelectField(items []MenuItem, selected, empty string, onSelect func(string)) *SelectField {
	s := &SelectField{
		Empty: empty, OnSelect: onSelect, items: items, selected: selected, face: newBox(), ring: newBox(),
		icon: newPicture(), down: newPicture(), text: canvas.NewText("", nil),
	}
	s.press = func() { s.open() }
	s.objs = []fyne.CanvasObject{s.face, s.icon, s.text, s.down, s.ring}
	s.extend(s)
	return s
}

// SetItems exchanges the list; what is chosen stays if its key still exists.
func (s *SelectField) SetItems(items []MenuItem) {
	s.items = items
	s.Refresh()
}

// Select chooses without calling OnSelect.
func (s *SelectField) Select(key string) {
	s.selected = key
	s.Refresh()
}

// Selected returns the key chosen, "" if none is.
func (s *SelectField) Selected() string {
	if s.item() == nil {
		return ""
	}
	return s.selected
}

// SetWrong frames the field in the colour of errors.
func (s *SelectField) SetWrong(on bool) {
	s.wrong = on
	s.Refresh()
}

func (s *SelectField) item() *MenuItem {
	for i := range s.items {
		if s.items[i].Key == s.selected && s.selected != "" {
			return &s.items[i]
		}
	}
	return nil
}

func (s *SelectField) open() *Menu {
	FocusOn(s)
	return ShowMenu(s, s.Size().Width, s.items, s.selected, func(key string) {
		if key == s.selected {
			return
		}
		s.selected = key
		s.Refresh()
		if s.OnSelect != nil {
			s.OnSelect(key)
		}
	})
}

// TypedKey adds Down to the keys of a button.
func (s *SelectField) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyDown && !s.Disabled() {
		s.open()
		return
	}
	s.control.TypedKey(ev)
}

// TypedRune opens the list narrowed to the letter.
func (s *SelectField) TypedRune(r rune) {
	if r != ' ' && !s.Disabled() {
		s.open().TypedRune(r)
	}
}

// AccessibilityLabel tells a screen reader what is chosen.
func (s *SelectField) AccessibilityLabel() string {
	if it := s.item(); it != nil {
		return it.Text
	}
	return s.Empty
}

// CreateRenderer is called by the toolkit.
func (s *SelectField) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *SelectField) objects() []fyne.CanvasObject { return s.objs }
func (s *SelectField) least() fyne.Size             { return size(96, ButtonHeight) }

func (s *SelectField) arrange(sz fyne.Size) {
	place(s.face, 0, 0, sz.Width, sz.Height)
	place(s.ring, 0, 0, sz.Width, sz.Height)
	x := float32(11)
	it := s.item()
	if it != nil && it.Icon != "" {
		place(s.icon, x, floor((sz.Height-IconSide)/2), IconSide, IconSide)
		x += IconSide + 8
	}
	room := sz.Width - x - 11 - SmallIconSide - 6
	place(s.text, x, floor((sz.Height-20)/2), room, 20)
	shown := s.Empty
	if it != nil {
		shown = it.Text
	}
	s.text.Text = fit(shown, room, widthOf(14))
	place(s.down, sz.Width-11-SmallIconSide, floor((sz.Height-SmallIconSide)/2), SmallIconSide, SmallIconSide)
}

func (s *SelectField) paint(l look) {
	fill, frame, ink := theme.Surface, theme.StrongLine, theme.Ink
	if s.hovered {
		fill = theme.Hover
	}
	it := s.item()
	if it == nil {
		ink = theme.Third
	}
	if s.Disabled() {
		fill, frame, ink = theme.Rail, theme.Line, theme.Off
	}
	if s.wrong {
		frame = theme.Bad
	}
	l.box(s.face, fill, frame, theme.RadiusButton)
	l.focusRing(s.ring, s.focused, s.face.CornerRadius)
	s.text.TextSize, s.text.Color = 14, l.color(ink)
	icon := ""
	if it != nil {
		icon = it.Icon
	}
	l.picture(s.icon, icon, theme.Second, false)
	l.picture(s.down, IconDown, theme.Second, true)
}
