package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
	"briefing/internal/search"
)

// MenuItem is a line of a menu or a choice of a SelectField.
type MenuItem struct {
	Key  string
	Text string
	// Note stands at the right in second ink: a key, a count.
	Note string
	// Also are other words it is found by.
	Also     string
	Icon     string
	Disabled bool
	// Line draws a line above the item.
	Line bool
	// Danger sets the text in the colour of what can't be undone.
	Danger bool
}

// Menu is an open menu. It takes the focus; arrows, Home and End move, Enter
// picks, letters narrow the list, Esc or a click beside it closes it.
type Menu struct {
	widget.BaseWidget
	// OnGone is called with what was typed when the menu is closed without a
	// choice; OnNone when nothing of the list holds what was typed: without it
	// the list stays empty.
	OnGone, OnNone func(typed string)

	onPick func(key string)
	items  []MenuItem
	shown  []int
	active int
	query  string
	// where the menu hangs: a place of the window and the height of what it
	// hangs under
	at      func() fyne.Position
	under   float32
	width   float32
	target  fyne.Canvas
	current string
	// anchored is a menu under a field, which has the focus before and after.
	anchored bool

	card   *canvas.Rectangle
	find   *canvas.Text
	rows   []*menuRow
	scroll *container.Scroll
	list   *fyne.Container
	objs   []fyne.CanvasObject
}

// A list to choose from scrolls within menuTall; a menu of up to menuWhole items
// shows them all.
const (
	menuTall  float32 = 360
	menuWhole int     = 18
)

// ShowMenu opens a menu under an object, at least as wide as width, or above it
// where there is no room under it. Current is the key of the item that holds,
// "" if none does.
func ShowMenu(anchor fyne.CanvasObject, width float32, items []MenuItem, current string, onPick func(key string)) *Menu {
	m := newMenu(width, items, current, onPick)
	m.at = func() fyne.Position { return fyne.CurrentApp().Driver().AbsolutePositionForObject(anchor) }
	m.under = anchor.Size().Height
	_, m.anchored = anchor.(fyne.Focusable)
	return m.show(fyne.CurrentApp().Driver().CanvasForObject(anchor))
}

// ShowMenuAt opens a menu at a place of the window: that of another object's
// click with the other button.
func ShowMenuAt(c fyne.Canvas, at fyne.Position, items []MenuItem, onPick func(key string)) *Menu {
	m := newMenu(0, items, "", onPick)
	m.at = func() fyne.Position { return at }
	return m.show(c)
}

func newMenu(width float32, items []MenuItem, current string, onPick func(key string)) *Menu {
	return &Menu{onPick: onPick, items: items, width: width, current: current, card: newBox(), find: canvas.NewText("", nil)}
}

func (m *Menu) show(c fyne.Canvas) *Menu {
	if c == nil {
		return m
	}
	m.target = c
	m.list = container.New(menuLayout{})
	for i := range m.items {
		row := newMenuRow(m, i)
		m.rows = append(m.rows, row)
		m.list.Add(row)
	}
	m.scroll = container.NewVScroll(m.list)
	m.objs = []fyne.CanvasObject{m.card, m.find, m.scroll}
	m.ExtendBaseWidget(m)
	m.filter()
	for i, at := range m.shown {
		if m.items[at].Key == m.current && m.current != "" {
			m.active = i
		}
	}
	m.target.Overlays().Add(m)
	m.target.Focus(m)
	m.Refresh()
	m.reveal()
	return m
}

// leave closes the menu without a choice.
func (m *Menu) leave() {
	m.Close()
	if m.OnGone != nil {
		m.OnGone(m.query)
	}
}

// Close takes the menu away.
func (m *Menu) Close() {
	if m.target != nil {
		m.target.Overlays().Remove(m)
	}
}

// CreateRenderer is called by the toolkit.
func (m *Menu) CreateRenderer() fyne.WidgetRenderer { return newRenderer(m) }

func (m *Menu) objects() []fyne.CanvasObject { return m.objs }
func (m *Menu) least() fyne.Size             { return size(0, 0) }

func (m *Menu) arrange(s fyne.Size) {
	w, h := m.extent()
	pos := m.at()
	below := pos.Y + m.under + 4
	y := below
	if below+h > s.Height-8 && pos.Y-4-h > 8 {
		y = pos.Y - 4 - h
	} else if below+h > s.Height-8 { // over what it hangs under, where neither side has room
		y = max(s.Height-8-h, 8)
	}
	h = min(h, s.Height-y-8)
	x := max(min(pos.X, s.Width-w-8), 8)
	place(m.card, x, y, w, h)
	head := m.head()
	place(m.find, x+12, y+8, w-24, 18)
	place(m.scroll, x+1, y+4+head, w-2, h-8-head)
}

func (m *Menu) head() float32 {
	if m.query == "" {
		return 0
	}
	return 28
}

func (m *Menu) extent() (w, h float32) {
	w = m.width
	for _, it := range m.items {
		w = max(w, menuWidth(it))
	}
	h = 8 + m.head()
	for _, i := range m.shown {
		h += m.rows[i].high()
	}
	if len(m.items) > menuWhole {
		h = min(h, menuTall)
	}
	return ceil(w), h
}

func menuWidth(it MenuItem) float32 {
	w := 12 + width(it.Text, 14) + 12
	if it.Icon != "" {
		w += IconSide + 10
	}
	if it.Note != "" {
		w += 24 + width(it.Note, 12)
	}
	return w + SmallIconSide + 8
}

func (m *Menu) paint(l look) {
	l.box(m.card, theme.Surface, theme.StrongLine, theme.RadiusCard)
	m.card.Shadow = canvas.Shadow{Color: l.color(theme.DialogShadow), BlurRadius: 24, Offset: fyne.NewPos(0, 6)}
	ink := theme.Accent
	if len(m.shown) == 0 { // nothing holds it
		ink = theme.Bad
	}
	set(m.find, fit(m.query, m.card.Size().Width-24, widthOf(13)), 13, l.color(ink))
	for i, r := range m.rows {
		at := -1
		for k, s := range m.shown {
			if s == i {
				at = k
			}
		}
		r.active = at >= 0 && at == m.active
		showIf(r, at >= 0)
		r.Refresh()
	}
	m.list.Refresh()
}

// filter keeps the items that hold what was typed.
func (m *Menu) filter() {
	m.shown = m.holding(m.query)
	if len(m.shown) == 0 { // the keyboard may be in the other layout
		m.shown = m.holding(search.OtherLayout(m.query))
	}
	m.active = min(m.active, max(len(m.shown)-1, 0))
	if len(m.shown) > 0 && m.items[m.shown[m.active]].Disabled {
		m.move(1)
	}
}

// holding lists the items in whose words a text is.
func (m *Menu) holding(query string) (out []int) {
	want := search.Plain(query)
	for i, it := range m.items {
		if strings.Contains(search.Plain(it.Text+"\n"+it.Note+"\n"+it.Also), want) {
			out = append(out, i)
		}
	}
	return out
}

func (m *Menu) move(by int) {
	for i := m.active + by; i >= 0 && i < len(m.shown); i += by {
		if !m.items[m.shown[i]].Disabled {
			m.active = i
			return
		}
	}
}

// from moves to the first item that can be chosen behind a place, if any can.
func (m *Menu) from(at, by int) {
	was := m.active
	m.active = at
	if m.move(by); m.active == at {
		m.active = was
	}
}

// reveal scrolls until the active item shows.
func (m *Menu) reveal() {
	if m.active >= len(m.shown) {
		return
	}
	row := m.rows[m.shown[m.active]]
	top, tall := row.Position().Y, m.scroll.Size().Height
	if top < m.scroll.Offset.Y {
		m.scroll.ScrollToOffset(fyne.NewPos(0, top))
	} else if top+row.high() > m.scroll.Offset.Y+tall {
		m.scroll.ScrollToOffset(fyne.NewPos(0, top+row.high()-tall))
	}
}

func (m *Menu) pick(i int) {
	if i < 0 || i >= len(m.items) || m.items[i].Disabled {
		return
	}
	m.Close()
	if m.onPick != nil {
		m.onPick(m.items[i].Key)
	}
}

// Tapped closes the menu: the click was beside it.
func (m *Menu) Tapped(*fyne.PointEvent) { m.leave() }

// TappedSecondary closes the menu.
func (m *Menu) TappedSecondary(*fyne.PointEvent) { m.leave() }

// FocusGained is called by the toolkit.
func (m *Menu) FocusGained() {}

// FocusLost is called by the toolkit.
func (m *Menu) FocusLost() {}

// TypedRune narrows the list.
func (m *Menu) TypedRune(r rune) {
	m.query += string(r)
	m.active = 0
	m.filter()
	if len(m.shown) == 0 && m.OnNone != nil {
		m.Close()
		m.OnNone(m.query)
		return
	}
	m.Refresh()
	m.reveal()
}

// AcceptsTab keeps Tab for the menu: what lies under it is not to get the focus
// while it is open.
func (m *Menu) AcceptsTab() bool { return true }

// tab picks what letters have found, or leaves, and goes on to the next field, as
// from a list that hangs under a field.
func (m *Menu) tab() {
	if m.query != "" && m.active < len(m.shown) {
		m.pick(m.shown[m.active])
	} else {
		m.leave()
	}
	if m.target != nil && m.anchored {
		m.target.FocusNext()
	}
}

// TypedKey moves, picks and closes.
func (m *Menu) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyTab:
		m.tab()
		return
	case fyne.KeyEscape:
		m.leave()
		return
	case fyne.KeyUp:
		m.move(-1)
	case fyne.KeyDown:
		m.move(1)
	case fyne.KeyHome:
		m.from(-1, 1)
	case fyne.KeyEnd:
		m.from(len(m.shown), -1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if m.active >= 0 && m.active < len(m.shown) {
			m.pick(m.shown[m.active])
		}
		return
	case fyne.KeyBackspace:
		if r := []rune(m.query); len(r) > 0 {
			m.query = string(r[:len(r)-1])
			m.filter()
		}
	}
	m.Refresh()
	m.reveal()
}

type menuLayout struct{}

func (menuLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, o := range visible(objects) {
		h += o.MinSize().Height
	}
	return size(40, h)
}

func (menuLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	y := float32(0)
	for _, o := range visible(objects) {
		h := o.MinSize().Height
		place(o, 0, y, s.Width, h)
		y += h
	}
}
