package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// Modal is content on a card over the veiled window. Nothing under it takes
// the pointer or keys until it is closed. Dialog and the palette stand on it.
type Modal struct {
	widget.BaseWidget
	// Size of the card; 0 leaves a side to the content.
	Width, Height float32
	// Top is the distance from the upper edge; 0 centres the card.
	Top float32
	// OnEscape is called on Esc; nil closes the modal.
	OnEscape func()
	// OnEnter is called on Enter where no widget takes it.
	OnEnter func()
	// OnKey may take any other key first.
	OnKey func(*fyne.KeyEvent) bool
	// OnOutside is called on a click on the veil; nil does nothing, since work
	// in a dialog must not go by a slip of the hand.
	OnOutside func()

	target  fyne.Canvas
	before  func(*fyne.KeyEvent)
	open    bool
	veil    *ground
	card    *canvas.Rectangle
	content fyne.CanvasObject
	tips    *Tips
	objs    []fyne.CanvasObject
}

// NewModal puts content on a card; ShowOn opens it.
func NewModal(content fyne.CanvasObject) *Modal {
	m := &Modal{veil: newGround(), card: newBox(), content: content, tips: NewTips()}
	m.objs = []fyne.CanvasObject{m.veil, m.card, content, m.tips}
	m.ExtendBaseWidget(m)
	return m
}

// ShowOn opens the modal on a window's canvas and focuses what comes first in it.
func (m *Modal) ShowOn(c fyne.Canvas) {
	if m.open {
		return
	}
	m.open, m.target, m.before = true, c, c.OnTypedKey()
	c.Overlays().Add(m)
	c.SetOnTypedKey(m.key)
	m.Refresh()
	c.FocusNext()
}

// Close takes the modal away and gives keys and focus back.
func (m *Modal) Close() {
	if !m.open {
		return
	}
	m.open = false
	m.target.SetOnTypedKey(m.before)
	m.target.Overlays().Remove(m)
}

// Open tells whether the modal is shown.
func (m *Modal) Open() bool { return m.open }

func (m *Modal) key(ev *fyne.KeyEvent) {
	switch {
	case m.OnKey != nil && m.OnKey(ev):
	case ev.Name == fyne.KeyEscape && m.OnEscape != nil:
		m.OnEscape()
	case ev.Name == fyne.KeyEscape:
		m.Close()
	case (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter) && m.OnEnter != nil:
		m.OnEnter()
	}
}

// Tapped reports a click on the veil.
func (m *Modal) Tapped(ev *fyne.PointEvent) {
	p, s := m.card.Position(), m.card.Size()
	inside := ev.Position.X >= p.X && ev.Position.Y >= p.Y && ev.Position.X < p.X+s.Width && ev.Position.Y < p.Y+s.Height
	if !inside && m.OnOutside != nil {
		m.OnOutside()
	}
}

// CreateRenderer is called by the toolkit.
func (m *Modal) CreateRenderer() fyne.WidgetRenderer { return newRenderer(m) }

func (m *Modal) objects() []fyne.CanvasObject { return m.objs }
func (m *Modal) least() fyne.Size             { return size(0, 0) }

func (m *Modal) arrange(s fyne.Size) {
	place(m.veil, 0, 0, s.Width, s.Height)
	place(m.tips, 0, 0, s.Width, s.Height)
	least := m.content.MinSize()
	w, h := max(m.Width, least.Width), m.Height
	w = min(w, s.Width-32)
	if h == 0 {
		h = heightAt(m.content, w)
	}
	h = min(max(h, m.content.MinSize().Height), s.Height-32)
	y := floor((s.Height - h) / 2)
	if m.Top > 0 {
		y = min(m.Top, s.Height-h-16)
	}
	place(m.card, floor((s.Width-w)/2), y, w, h)
	place(m.content, floor((s.Width-w)/2), y, w, h)
}

func (m *Modal) paint(l look) {
	m.veil.look.FillColor = l.color(theme.Veil)
	m.veil.Refresh()
	frame := theme.None
	if l.size(theme.SizeSelectionFrame) > 0 {
		frame = theme.Line
	}
	l.box(m.card, theme.Surface, frame, theme.RadiusDialog)
	m.card.Shadow = canvas.Shadow{Color: l.color(theme.DialogShadow), BlurRadius: 40, Offset: fyne.NewPos(0, 12)}
}

// DialogSpec says what a dialog holds.
type DialogSpec struct {
	Title, Subtitle string
	// Content gets 24 at each side; Bare leaves that to the content.
	Content fyne.CanvasObject
	Bare    bool
	// Foot stands at the left of the buttons: progress, a hint. May be nil.
	Foot fyne.CanvasObject
	// Buttons stand at the right; a Primary one is pressed by Enter.
	Buttons []*Button
	// CloseName is what a screen reader says of the cross; "" leaves it out.
	CloseName string
	// OnCancel is called on Esc and by the cross, before the dialog closes.
	OnCancel func()
	// Width of the card: 480 unless set. Height by content unless set.
	Width, Height float32
}

// Dialog is a modal with title, content and buttons. Esc closes it, Enter
// presses its primary button.
type Dialog struct {
	*Modal
	spec DialogSpec
}

// NewDialog builds a dialog; ShowOn opens it, Close (as a rule called by the
// buttons) takes it away.
func NewDialog(spec DialogSpec) *Dialog {
	d := &Dialog{spec: spec}
	cancel := func() {
		if spec.OnCancel != nil {
			spec.OnCancel()
		}
		d.Close()
	}
	content := spec.Content
	if content != nil && !spec.Bare {
		content = container.New(&snugLayout{}, container.NewVScroll(Pad(4, 24, 16, 24, content)))
	}
	d.Modal = NewModal(newDialogBody(spec, content, cancel))
	d.Width, d.Height = spec.Width, spec.Height
	if d.Width == 0 {
		d.Width = 480
	}
	d.OnEscape = cancel
	d.OnEnter = func() {
		for _, b := range spec.Buttons {
			if b.Kind == Primary {
				b.Tapped(nil)
			}
		}
	}
	return d
}

// dialogBody lays out head, content and foot. The cross comes last in the
// order of focus.
type dialogBody struct {
	widget.BaseWidget
	head    fyne.CanvasObject
	content fyne.CanvasObject
	foot    fyne.CanvasObject
	cross   *Button
	objs    []fyne.CanvasObject
}

func newDialogBody(spec DialogSpec, content fyne.CanvasObject, cancel func()) *dialogBody {
	b := &dialogBody{content: content}
	head := Column(2, NewBold(spec.Title, Title, theme.Ink))
	if spec.Subtitle != "" {
		head.Add(NewWrapped(spec.Subtitle, Small, theme.Second))
	}
	b.head = Pad(20, 64, 16, 24, head)
	b.objs = []fyne.CanvasObject{b.head}
	if content != nil {
		b.objs = append(b.objs, content)
	}
	if len(spec.Buttons) > 0 || spec.Foot != nil {
		b.foot = dialogFoot(spec)
		b.objs = append(b.objs, b.foot)
	}
	if spec.CloseName != "" {
		b.cross = NewIconButton(IconClose, spec.CloseName, cancel)
		b.objs = append(b.objs, b.cross)
	}
	b.ExtendBaseWidget(b)
	return b
}

func dialogFoot(spec DialogSpec) fyne.CanvasObject {
	foot := spec.Foot
	if foot == nil {
		foot = NewText("", Body, theme.Second)
	}
	buttons := Wrapped(8)
	for _, x := range spec.Buttons {
		buttons.Add(x)
	}
	return Column(0, NewRule(), Pad(16, 24, 16, 24, Ends(8, foot, buttons)))
}

func (b *dialogBody) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }
func (b *dialogBody) objects() []fyne.CanvasObject        { return b.objs }
func (b *dialogBody) paint(look)                          {}

func (b *dialogBody) least() fyne.Size {
	s := size(0, 0)
	for _, o := range []fyne.CanvasObject{b.head, b.content, b.foot} {
		if o == nil {
			continue
		}
		m := o.MinSize()
		s = size(max(s.Width, m.Width), s.Height+m.Height)
	}
	return s
}

func (b *dialogBody) arrange(s fyne.Size) {
	head := heightAt(b.head, s.Width)
	place(b.head, 0, 0, s.Width, head)
	foot := float32(0)
	if b.foot != nil {
		foot = heightAt(b.foot, s.Width)
		place(b.foot, 0, s.Height-foot, s.Width, foot)
	}
	if b.content != nil {
		heightAt(b.content, s.Width)
		place(b.content, 0, head, s.Width, s.Height-head-foot)
	}
	if b.cross != nil {
		place(b.cross, s.Width-20-ButtonHeight, 20, ButtonHeight, ButtonHeight)
	}
}
