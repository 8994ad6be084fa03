package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// CheckBox is a box with a text, and a second line under it if Sub is set.
type CheckBox struct {
	control
	Text    string
	Sub     string
	Checked bool
	// Shrink lets the box be narrower than its words, which are cut then.
	Shrink bool
	// OnChange is called with the new state after the user changed it.
	OnChange func(bool)

	ground, box, ring *canvas.Rectangle
	tick              *canvas.Image
	text, sub         *canvas.Text
	objs              []fyne.CanvasObject
}

// NewCheckBox returns a box.
func NewCheckBox(text, sub string, checked bool, onChange func(bool)) *CheckBox {
	c := &CheckBox{
		Text: text, Sub: sub, Checked: checked, OnChange: onChange, ground: newBox(), box: newBox(), ring: newBox(),
		tick: newPicture(), text: canvas.NewText("", nil), sub: canvas.NewText("", nil),
	}
	c.label = text
	c.press = func() { c.toggle() }
	c.objs = []fyne.CanvasObject{c.ground, c.box, c.tick, c.text, c.sub, c.ring}
	c.extend(c)
	return c
}

// SetChecked changes the state without calling OnChange.
func (c *CheckBox) SetChecked(on bool) {
	c.Checked = on
	c.Refresh()
}

// TypedKey toggles on Space. Enter does so too, but in a dialog it is for the
// dialog, whose main button it presses wherever the focus is.
func (c *CheckBox) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name != fyne.KeySpace && isPress(ev) {
		if over := fyne.CurrentApp().Driver().CanvasForObject(c); over != nil && over.Overlays().Top() != nil {
			passOn(c, ev)
			return
		}
	}
	c.control.TypedKey(ev)
}

// Tapped toggles. In a form the box is as wide as the form, but a press on the
// empty room behind its words is none: nobody sees that a box belongs to it.
func (c *CheckBox) Tapped(ev *fyne.PointEvent) {
	if ev == nil || c.reaches(ev.Position) {
		c.control.Tapped(ev)
	}
}

// MouseIn is called by the toolkit when the pointer comes.
func (c *CheckBox) MouseIn(ev *desktop.MouseEvent) { c.MouseMoved(ev) }

// MouseMoved lights the box up while the pointer is on it or its words.
func (c *CheckBox) MouseMoved(ev *desktop.MouseEvent) {
	switch on := c.reaches(ev.Position); {
	case on && !c.hovered:
		c.control.MouseIn(ev)
	case !on && c.hovered:
		c.control.MouseOut()
	}
}

// reaches reports a place on the box or its words, with a little more beside them.
func (c *CheckBox) reaches(at fyne.Position) bool {
	return at.X <= 2+boxSide+10+max(width(c.text.Text, 14), width(c.sub.Text, 12))+10
}

func (c *CheckBox) toggle() {
	c.Checked = !c.Checked
	c.Refresh()
	if c.OnChange != nil {
		c.OnChange(c.Checked)
	}
}

// CreateRenderer is called by the toolkit.
func (c *CheckBox) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }

func (c *CheckBox) objects() []fyne.CanvasObject { return c.objs }

func (c *CheckBox) least() fyne.Size {
	w := boxSide
	if c.Text != "" {
		wide := ceil(max(width(c.Text, 14), width(c.Sub, 12)))
		if c.Shrink {
			wide = min(wide, 120)
		}
		w += 10 + wide
	}
	if c.Sub != "" {
		return size(w+4, 40)
	}
	return size(w+4, 24)
}

func (c *CheckBox) arrange(s fyne.Size) {
	y := floor((s.Height - boxSide) / 2)
	place(c.box, 2, y, boxSide, boxSide)
	place(c.ring, 0, y-2, boxSide+4, boxSide+4)
	place(c.tick, 3, y+1, SmallIconSide, SmallIconSide)
	x := boxSide + 12
	first := floor((s.Height - 20) / 2)
	if c.Sub != "" {
		first = floor((s.Height - 36) / 2)
		place(c.sub, x, first+19, s.Width-x, 16)
	}
	place(c.text, x, first, s.Width-x, 20)
	c.text.Text = fit(c.Text, max(s.Width-x, 0), widthOf(14))
	c.sub.Text = fit(c.Sub, max(s.Width-x, 0), widthOf(12))
}

func (c *CheckBox) paint(l look) {
	fill, frame, tick, ink := theme.Surface, theme.Third, "", theme.Ink
	if c.hovered {
		fill = theme.Hover
	}
	if c.Checked {
		fill, frame, tick = theme.Fill, theme.Fill, IconTick
	}
	if c.Disabled() {
		ink = theme.Off
		if c.Checked {
			fill, frame = theme.Off, theme.Off
		}
	}
	l.box(c.box, fill, frame, theme.RadiusChip)
	l.focusRing(c.ring, c.focused, l.size(theme.RadiusChip)+1)
	l.picture(c.tick, tick, theme.OnFill, true)
	set(c.text, c.Text, 14, l.color(ink))
	set(c.sub, c.Sub, 12, l.color(theme.Second))
}

// RadioGroup is a column of choices of which one holds. It is one stop for
// Tab; the arrows choose.
type RadioGroup struct {
	widget.DisableableWidget
	OnSelect func(key string)

	choices  []Segment
	selected string
	focused  bool
	hovered  int
	// Wrong puts the chosen line on the ground of what is bad.
	wrong bool

	rows []*radioRow
	objs []fyne.CanvasObject
}

type radioRow struct {
	ground, ring *canvas.Rectangle
	outer, inner *canvas.Circle
	text         *canvas.Text
}

// NewRadioGroup returns the choices, each 32 high.
func NewRadioGroup(choices []Segment, selected string, onSelect func(string)) *RadioGroup {
	r := &RadioGroup{OnSelect: onSelect, choices: choices, selected: selected, hovered: -1}
	for range choices {
		row := &radioRow{ground: newBox(), ring: newBox(), outer: canvas.NewCircle(nil), inner: canvas.NewCircle(nil), text: canvas.NewText("", nil)}
		r.rows = append(r.rows, row)
		r.objs = append(r.objs, row.ground, row.outer, row.inner, row.text, row.ring)
	}
	r.ExtendBaseWidget(r)
	return r
}

// Select marks a choice without calling OnSelect.
func (r *RadioGroup) Select(key string) {
	r.selected = key
	r.Refresh()
}

// Selected returns the key of the choice that holds, "" if none does.
func (r *RadioGroup) Selected() string { return r.selected }

// SetWrong puts the chosen line on the ground of what is bad, or takes it off.
func (r *RadioGroup) SetWrong(on bool) {
	r.wrong = on
	r.Refresh()
}

// CreateRenderer is called by the toolkit.
func (r *RadioGroup) CreateRenderer() fyne.WidgetRenderer { return newRenderer(r) }

func (r *RadioGroup) objects() []fyne.CanvasObject { return r.objs }

func (r *RadioGroup) least() fyne.Size {
	w := float32(0)
	for _, c := range r.choices {
		w = max(w, width(c.Text, 14))
	}
	return size(ceil(w)+8+boxSide+8+8, RowHeight*float32(len(r.choices)))
}

func (r *RadioGroup) arrange(s fyne.Size) {
	for i, row := range r.rows {
		y := RowHeight * float32(i)
		place(row.ground, 0, y, s.Width, RowHeight)
		place(row.ring, 0, y, s.Width, RowHeight)
		place(row.outer, 8, y+8, boxSide, boxSide)
		place(row.inner, 8+5, y+8+5, 6, 6)
		place(row.text, 8+boxSide+8, y+6, s.Width-40, 20)
	}
}

func (r *RadioGroup) paint(l look) {
	for i, row := range r.rows {
		chosen := r.choices[i].Key == r.selected
		fill := theme.None
		switch {
		case chosen && r.wrong:
			fill = theme.BadTint
		case i == r.hovered:
			fill = theme.Hover
		}
		l.box(row.ground, fill, theme.None, theme.RadiusButton)
		l.focusRing(row.ring, r.focused && (chosen || r.selected == "" && i == 0), l.size(theme.RadiusButton))
		row.outer.StrokeWidth, row.outer.StrokeColor, row.outer.FillColor = l.line(), l.color(theme.Third), l.color(theme.Surface)
		if chosen {
			row.outer.StrokeColor, row.outer.FillColor = l.color(theme.Fill), l.color(theme.Fill)
		}
		row.inner.FillColor = l.color(theme.OnFill)
		showIf(row.inner, chosen)
		ink := theme.Ink
		if r.choices[i].Disabled || r.Disabled() {
			ink = theme.Off
		}
		set(row.text, r.choices[i].Text, 14, l.color(ink))
	}
}

func (r *RadioGroup) choose(i int) {
	if i < 0 || i >= len(r.choices) || r.choices[i].Disabled || r.Disabled() || r.choices[i].Key == r.selected {
		return
	}
	r.selected = r.choices[i].Key
	r.Refresh()
	if r.OnSelect != nil {
		r.OnSelect(r.selected)
	}
}

// Tapped chooses what was hit.
func (r *RadioGroup) Tapped(ev *fyne.PointEvent) { r.choose(int(ev.Position.Y / RowHeight)) }

// MouseIn is called by the toolkit.
func (r *RadioGroup) MouseIn(ev *desktop.MouseEvent) { r.MouseMoved(ev) }

// MouseMoved shows which choice is under the pointer.
func (r *RadioGroup) MouseMoved(ev *desktop.MouseEvent) {
	if at := int(ev.Position.Y / RowHeight); at != r.hovered {
		r.hovered = at
		r.Refresh()
	}
}

// MouseOut is called by the toolkit.
func (r *RadioGroup) MouseOut() {
	r.hovered = -1
	r.Refresh()
}

// FocusGained is called by the toolkit.
func (r *RadioGroup) FocusGained() {
	r.focused = true
	r.Refresh()
	revealFocus(r)
}

// FocusLost is called by the toolkit.
func (r *RadioGroup) FocusLost() {
	r.focused = false
	r.Refresh()
}

// TypedRune takes no text.
func (r *RadioGroup) TypedRune(rune) {}

// TypedKey chooses with the arrows; Space takes the first when none holds.
func (r *RadioGroup) TypedKey(ev *fyne.KeyEvent) {
	now := -1
	for i, c := range r.choices {
		if c.Key == r.selected {
			now = i
		}
	}
	step := 0
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyLeft:
		step = -1
	case fyne.KeyDown, fyne.KeyRight:
		step = 1
	case fyne.KeySpace:
		if now < 0 {
			step = 1
		}
	default:
		passOn(r, ev)
		return
	}
	for i := now + step; step != 0 && i >= 0 && i < len(r.choices); i += step {
		if !r.choices[i].Disabled {
			r.choose(i)
			return
		}
	}
}
