package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// Segment is one choice of a Segmented switch or a tab.
type Segment struct {
	Key  string
	Text string
	// Note follows the text in second ink: a count.
	Note string
	// Icon and IconColor stand before the text.
	Icon      string
	IconColor fyne.ThemeColorName
	Disabled  bool
}

// Segmented is a row of choices of which one holds: in one frame (language of
// the window, audience) or, as Tabs, free (views of a screen). It is one stop
// for Tab; the arrows choose.
type Segmented struct {
	widget.DisableableWidget
	OnSelect func(key string)

	segments []Segment
	selected string
	focused  bool
	hovered  int
	tabs     bool
	// compact is 24 high, for the label's line of a field.
	compact bool
	letter  float32
	// folded shows the chosen one alone, and the others in a menu.
	folded bool
	aside  bool // see aside.go

	frame, ring *canvas.Rectangle
	down        *canvas.Image
	cells       []*segmentCell
	objs        []fyne.CanvasObject
}

type segmentCell struct {
	face  *canvas.Rectangle
	line  *canvas.Rectangle
	icon  *canvas.Image
	text  *canvas.Text
	note  *canvas.Text
	width float32
}

// NewSegmented returns choices in one frame, 32 high.
func NewSegmented(segments []Segment, selected string, onSelect func(string)) *Segmented {
	return newSegmented(segments, selected, onSelect, false, 13)
}

// NewTabs returns free choices, 32 high, the chosen one tinted. Where they have no
// room they fold to the chosen one, which then opens a menu of all.
func NewTabs(segments []Segment, selected string, onSelect func(string)) *Segmented {
	return newSegmented(segments, selected, onSelect, true, 14)
}

func newSegmented(segments []Segment, selected string, onSelect func(string), tabs bool, letter float32) *Segmented {
	s := &Segmented{OnSelect: onSelect, selected: selected, tabs: tabs, letter: letter, hovered: -1, frame: newBox(), ring: newBox(), down: newPicture()}
	s.ExtendBaseWidget(s)
	s.SetSegments(segments)
	return s
}

// SetSegments exchanges the choices.
func (s *Segmented) SetSegments(segments []Segment) {
	s.segments = segments
	s.cells = s.cells[:0]
	s.objs = []fyne.CanvasObject{s.frame}
	for range segments {
		c := &segmentCell{face: newBox(), line: newBox(), icon: newPicture(), text: canvas.NewText("", nil), note: canvas.NewText("", nil)}
		s.cells = append(s.cells, c)
		s.objs = append(s.objs, c.face, c.line, c.icon, c.text, c.note)
	}
	s.objs = append(s.objs, s.down, s.ring)
	s.Refresh()
}

// setFaces changes texts and icons of the same choices.
func (s *Segmented) setFaces(segments []Segment) {
	if len(segments) != len(s.cells) {
		s.SetSegments(segments)
		return
	}
	s.segments = segments
	s.Refresh()
}

// Select marks a choice without calling OnSelect.
func (s *Segmented) Select(key string) {
	s.selected = key
	s.Refresh()
}

// Selected returns the key of the choice that holds.
func (s *Segmented) Selected() string { return s.selected }

// CreateRenderer is called by the toolkit.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *Segmented) objects() []fyne.CanvasObject { return s.objs }

func (s *Segmented) inset() float32 {
	if s.compact {
		return 8
	}
	return 12
}

// measure sets each cell's width for the bolder weight, so that nothing moves
// when the choice changes.
func (s *Segmented) measure() float32 {
	total := float32(0)
	for i, c := range s.cells {
		seg := s.segments[i]
		w := 2*s.inset() + fyne.MeasureText(seg.Text, s.letter, fyne.TextStyle{Bold: true}).Width
		if seg.Note != "" {
			w += 8 + width(seg.Note, 13)
		}
		if seg.Icon != "" || s.compact { // there, the sign of what is missing comes and goes
			w += SmallIconSide + 6
		}
		c.width = max(ceil(w), 4*s.inset()-8)
		total += c.width
	}
	return total
}

// Whole is the width of all choices beside one another.
func (s *Segmented) Whole() float32 { return s.measure() }

func (s *Segmented) least() fyne.Size {
	if s.compact {
		return size(s.measure(), chipHeight)
	}
	w := s.measure()
	if s.tabs {
		w = min(w, s.foldedWidth())
	}
	return size(w, ButtonHeight)
}

// foldedWidth has room for the longest choice, so that nothing moves when the
// choice changes.
func (s *Segmented) foldedWidth() float32 {
	w := float32(0)
	for _, c := range s.cells {
		w = max(w, c.width)
	}
	return w + segmentDown
}

// segmentDown is what the sign of a menu takes behind the chosen one.
const segmentDown = SmallIconSide + 8

func (s *Segmented) arrange(sz fyne.Size) {
	total := s.measure()
	if s.tabs {
		s.folded = total > sz.Width+0.5
		sz.Width = min(total, sz.Width)
	}
	place(s.frame, 0, 0, sz.Width, sz.Height)
	place(s.ring, 0, 0, sz.Width, sz.Height)
	x := float32(0)
	for i, c := range s.cells {
		seg := s.segments[i]
		shown := !s.folded || seg.Key == s.selected
		if s.tabs {
			showIf(c.face, shown)
			showIf(c.text, shown)
			showIf(c.note, shown)
			showIf(c.icon, shown && seg.Icon != "")
		}
		if !shown {
			continue
		}
		place(c.face, x, 0, c.width, sz.Height)
		place(c.line, x, 1, 1, sz.Height-2)
		content := fyne.MeasureText(seg.Text, s.letter, c.text.TextStyle).Width
		if seg.Note != "" {
			content += 8 + width(seg.Note, 13)
		}
		if seg.Icon != "" {
			content += SmallIconSide + 6
		}
		at := x + floor((c.width-content)/2)
		if seg.Icon != "" {
			place(c.icon, at, floor((sz.Height-SmallIconSide)/2), SmallIconSide, SmallIconSide)
			at += SmallIconSide + 6
		}
		place(c.text, at, floor((sz.Height-20)/2), c.width, 20)
		at += fyne.MeasureText(seg.Text, s.letter, c.text.TextStyle).Width + 8
		place(c.note, at, floor((sz.Height-20)/2), c.width, 20)
		x += c.width
		if s.folded {
			place(c.face, 0, 0, c.width+segmentDown, sz.Height)
			place(s.down, c.width-4, floor((sz.Height-SmallIconSide)/2), SmallIconSide, SmallIconSide)
			place(s.ring, 0, 0, c.width+segmentDown, sz.Height)
		}
	}
	showIf(s.down, s.folded)
}

func (s *Segmented) paint(l look) {
	frame := theme.StrongLine
	if s.tabs {
		frame = theme.None
	}
	face := theme.Surface
	if s.tabs {
		face = theme.None
	}
	l.box(s.frame, face, frame, theme.RadiusButton)
	l.focusRing(s.ring, s.focused, s.frame.CornerRadius)
	l.picture(s.down, IconDown, theme.Accent, true)
	for i, c := range s.cells {
		s.paintCell(l, i, c)
	}
}

func (s *Segmented) paintCell(l look, i int, c *segmentCell) {
	seg := s.segments[i]
	chosen := seg.Key == s.selected
	fill, ink, edge := theme.None, theme.Second, theme.None
	switch {
	case chosen:
		fill, ink = theme.Tint, theme.Accent
		edge = theme.TintLine
		if s.tabs && l.size(theme.SizeSelectionFrame) == 0 {
			edge = theme.None
		}
	case seg.Disabled || s.DisableableWidget.Disabled():
		ink = theme.Off
	case i == s.hovered:
		fill = theme.Hover
	}
	l.box(c.face, fill, edge, "")
	s.corners(l, i, c.face)
	c.line.FillColor = l.color(theme.Line)
	showIf(c.line, !s.tabs && i > 0)
	set(c.text, seg.Text, s.letter, l.color(ink))
	c.text.TextStyle.Bold = chosen
	set(c.note, seg.Note, 13, l.color(ink))
	tint := seg.IconColor
	if tint == "" {
		tint = ink
	}
	l.picture(c.icon, seg.Icon, tint, true)
}

// corners rounds a cell where the frame is round.
func (s *Segmented) corners(l look, i int, r *canvas.Rectangle) {
	radius := l.size(theme.RadiusButton)
	r.CornerRadius, r.TopLeftCornerRadius, r.BottomLeftCornerRadius, r.TopRightCornerRadius, r.BottomRightCornerRadius = 0, 0, 0, 0, 0
	if s.tabs {
		r.CornerRadius = radius
		return
	}
	if i == 0 {
		r.TopLeftCornerRadius, r.BottomLeftCornerRadius = radius, radius
	}
	if i == len(s.cells)-1 {
		r.TopRightCornerRadius, r.BottomRightCornerRadius = radius, radius
	}
}

func (s *Segmented) at(x float32) int {
	if s.folded {
		return -1
	}
	left := float32(0)
	for i, c := range s.cells {
		if x >= left && x < left+c.width {
			return i
		}
		left += c.width
	}
	return -1
}

func (s *Segmented) choose(i int) {
	if i < 0 || i >= len(s.segments) || s.segments[i].Disabled || s.DisableableWidget.Disabled() {
		return
	}
	if s.segments[i].Key == s.selected {
		return
	}
	s.selected = s.segments[i].Key
	s.Refresh()
	if s.OnSelect != nil {
		s.OnSelect(s.selected)
	}
}

// Tapped chooses what was hit, or opens the menu.
func (s *Segmented) Tapped(ev *fyne.PointEvent) {
	if s.folded {
		s.unfold()
		return
	}
	s.choose(s.at(ev.Position.X))
}

// unfold lists all choices in a menu.
func (s *Segmented) unfold() {
	items := make([]MenuItem, len(s.segments))
	for i, seg := range s.segments {
		items[i] = MenuItem{Key: seg.Key, Text: seg.Text, Note: seg.Note, Icon: seg.Icon, Disabled: seg.Disabled}
	}
	ShowMenu(s, 0, items, s.selected, func(key string) {
		for i, seg := range s.segments {
			if seg.Key == key {
				s.choose(i)
			}
		}
		FocusOn(s)
	})
}

// MouseIn is called by the toolkit.
func (s *Segmented) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved shows which choice is under the pointer.
func (s *Segmented) MouseMoved(ev *desktop.MouseEvent) {
	if at := s.at(ev.Position.X); at != s.hovered {
		s.hovered = at
		s.Refresh()
	}
}

// MouseOut is called by the toolkit.
func (s *Segmented) MouseOut() {
	s.hovered = -1
	s.Refresh()
}

// FocusGained is called by the toolkit.
func (s *Segmented) FocusGained() {
	s.focused = true
	s.Refresh()
	revealFocus(s)
}

// FocusLost is called by the toolkit.
func (s *Segmented) FocusLost() {
	s.focused = false
	s.Refresh()
}

// TypedRune takes no text.
func (s *Segmented) TypedRune(rune) {}

// TypedKey chooses with the arrows, Home and End; Enter and Space open the menu
// of those that are folded.
func (s *Segmented) TypedKey(ev *fyne.KeyEvent) {
	now := 0
	for i, seg := range s.segments {
		if seg.Key == s.selected {
			now = i
		}
	}
	if s.folded && isPress(ev) {
		s.unfold()
		return
	}
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		s.step(now, -1)
	case fyne.KeyRight, fyne.KeyDown:
		s.step(now, 1)
	case fyne.KeyHome:
		s.step(-1, 1)
	case fyne.KeyEnd:
		s.step(len(s.segments), -1)
	default:
		passOn(s, ev)
	}
}

// step goes on from a choice to the next one that is not switched off.
func (s *Segmented) step(from, by int) {
	for i := from + by; i >= 0 && i < len(s.segments); i += by {
		if !s.segments[i].Disabled {
			s.choose(i)
			return
		}
	}
}
