package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"briefing/internal/gui/theme"
)

// TopBarHeight is the height of the bar over the whole window.
const TopBarHeight float32 = 48

// TopBar is the bar over the whole window: the program's sign, what is open,
// and tools at the right.
type TopBar struct {
	*Panel
	title, note *Text
}

// NewTopBar returns the bar; sign is the program's icon or nil.
func NewTopBar(sign fyne.Resource, title, note string, tools ...fyne.CanvasObject) *TopBar {
	t := &TopBar{title: NewBold(title, Body, theme.Ink), note: NewShrinking(note, Body, theme.Second)}
	parts := []fyne.CanvasObject{}
	if sign != nil {
		picture := canvas.NewImageFromResource(sign)
		picture.FillMode = canvas.ImageFillContain
		parts = append(parts, Pad(0, 4, 0, 0, Fixed(24, 24, picture)))
	}
	if note == "" { // the title alone gives way where room is short
		t.title.Shrink = true
		parts = append(parts, Flex(t.title))
	} else {
		parts = append(parts, t.title, Flex(t.note))
	}
	parts = append(parts, tools...)
	row := Pad(0, 12, 0, 16, container.New(barLayout{rowLayout{gap: 8}}, parts...))
	t.Panel = NewPanel(theme.Surface, Column(0, Fixed(0, TopBarHeight-1, row), NewRule()))
	return t
}

// barLayout is a row whose parts say less where the title would be cut: the search
// drops its key, then the moment is told in short, then the search folds to its
// icon.
type barLayout struct{ rowLayout }

// titleLeast is what the title keeps in any case before the last gives way, and
// titleWish what it is given of its own width before it is cut.
const (
	titleLeast float32 = 160
	titleWish  float32 = 480
)

// How much gives way.
const (
	barWhole = iota
	barNoKey
	barShortMoment
	barIcons
)

// fold sets how much gives way and returns what was.
func fold(objects []fyne.CanvasObject, level int) (was int) {
	for _, o := range objects {
		switch f := o.(type) {
		case *SearchField:
			if f.folded {
				was = barIcons
			} else if f.keyless {
				was = max(was, barNoKey)
			}
			f.keyless, f.folded = level >= barNoKey, level >= barIcons
		case *MomentChip:
			if f.folded {
				was = max(was, barShortMoment)
			}
			f.folded = level >= barShortMoment
		}
	}
	return was
}

func (b barLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	was := fold(objects, barIcons)
	m := b.rowLayout.MinSize(objects)
	fold(objects, was)
	return m
}

func (b barLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	lacks := float32(0) // what the title wants beyond its least width
	for _, o := range objects {
		if stretches(o) {
			lacks += max(Whole(o)-o.MinSize().Width, 0)
		}
	}
	if !b.foldTo(objects, s.Width-min(lacks, titleWish)) {
		b.foldTo(objects, s.Width-titleLeast)
	}
	b.rowLayout.Layout(objects, s)
	for _, o := range objects {
		switch o.(type) {
		case *SearchField, *MomentChip:
			o.Refresh()
		}
	}
}

// foldTo lets as little give way as leaves the rest within a width.
func (b barLayout) foldTo(objects []fyne.CanvasObject, width float32) bool {
	for level := barWhole; level <= barIcons; level++ {
		fold(objects, level)
		if b.rowLayout.MinSize(objects).Width <= width {
			return true
		}
	}
	return false
}

// SetTitle changes what is open.
func (t *TopBar) SetTitle(title, note string) {
	t.title.SetText(title)
	t.note.SetText(note)
	t.Panel.Refresh()
}

// ScreenHead is the head of a screen, 64 high: title, a note beside it, tools
// at the right.
func ScreenHead(title, note string, tools ...fyne.CanvasObject) fyne.CanvasObject {
	parts := []fyne.CanvasObject{NewBold(title, Title, theme.Ink)}
	if note != "" {
		parts = append(parts, Flex(Pad(2, 0, 0, 0, NewShrinking(note, Body, theme.Second))))
	} else {
		parts = append(parts, layout.NewSpacer())
	}
	return Fixed(0, 64, Pad(0, 24, 0, 24, Row(16, append(parts, Row(8, tools...))...)))
}

// MomentChip is the tinted button of the top bar that says as of which moment
// everything is shown, and opens the choice.
type MomentChip struct {
	control
	Text  string
	short string // where there is no room for more

	folded      bool
	face, ring  *canvas.Rectangle
	clock, down *canvas.Image
	text        *canvas.Text
	objs        []fyne.CanvasObject
}

// NewMomentChip returns the chip.
func NewMomentChip(text string, onPress func()) *MomentChip {
	m := &MomentChip{Text: text, face: newBox(), ring: newBox(), clock: newPicture(), down: newPicture(), text: canvas.NewText("", nil)}
	m.press, m.label = onPress, text
	m.objs = []fyne.CanvasObject{m.face, m.clock, m.text, m.down, m.ring}
	m.extend(m)
	return m
}

// SetText changes the moment shown; short is what is said of it where there is no
// room for more.
func (m *MomentChip) SetText(s, short string) {
	m.Text, m.label, m.short = s, s, short
	m.Refresh()
}

func (m *MomentChip) tipped() bool { return m.folded && m.short != "" }

func (m *MomentChip) says() string {
	if m.tipped() {
		return m.short
	}
	return m.Text
}

// CreateRenderer is called by the toolkit.
func (m *MomentChip) CreateRenderer() fyne.WidgetRenderer { return newRenderer(m) }

func (m *MomentChip) objects() []fyne.CanvasObject { return m.objs }

func (m *MomentChip) least() fyne.Size {
	return size(12+ButtonIconSide+8+ceil(width(m.says(), 14))+10+SmallIconSide+12, ButtonHeight)
}

func (m *MomentChip) arrange(s fyne.Size) {
	place(m.face, 0, 0, s.Width, s.Height)
	place(m.ring, 0, 0, s.Width, s.Height)
	place(m.clock, 12, floor((s.Height-ButtonIconSide)/2), ButtonIconSide, ButtonIconSide)
	place(m.text, 12+ButtonIconSide+8, floor((s.Height-20)/2), s.Width, 20)
	place(m.down, s.Width-12-SmallIconSide, floor((s.Height-SmallIconSide)/2), SmallIconSide, SmallIconSide)
}

func (m *MomentChip) paint(l look) {
	frame := theme.None
	if m.hovered || l.size(theme.SizeSelectionFrame) > 0 {
		frame = theme.TintLine
	}
	l.box(m.face, theme.Tint, frame, theme.RadiusButton)
	l.focusRing(m.ring, m.focused, m.face.CornerRadius)
	l.picture(m.clock, IconClock, theme.Accent, false)
	l.picture(m.down, IconDown, theme.Accent, true)
	set(m.text, m.says(), 14, l.color(theme.Accent))
}

// SearchField looks like a field and opens the palette: it holds no text.
type SearchField struct {
	control
	Text string
	Key  string

	face, ring *canvas.Rectangle
	icon       *canvas.Image
	text       *canvas.Text
	cap        *Keycap
	keyless    bool // the key is left to the tip
	folded     bool // to its icon
	objs       []fyne.CanvasObject
}

func (f *SearchField) tipped() bool { return f.folded || f.keyless }

// NewSearchField returns the field of the top bar; key is the combination that
// opens the palette too.
func NewSearchField(text, key string, onPress func()) *SearchField {
	f := &SearchField{
		Text: text, Key: key, face: newBox(), ring: newBox(), icon: newPicture(),
		text: canvas.NewText("", nil), cap: NewKeycap(key),
	}
	f.press, f.label = onPress, text
	f.objs = []fyne.CanvasObject{f.face, f.icon, f.text, f.cap, f.ring}
	f.extend(f)
	return f
}

// CreateRenderer is called by the toolkit.
func (f *SearchField) CreateRenderer() fyne.WidgetRenderer { return newRenderer(f) }

func (f *SearchField) objects() []fyne.CanvasObject { return f.objs }

func (f *SearchField) least() fyne.Size {
	if f.folded {
		return size(10+ButtonIconSide+10, ButtonHeight)
	}
	w := 10 + ButtonIconSide + 8 + ceil(width(f.Text, 14)) + 10
	if f.keyless {
		return size(w, ButtonHeight)
	}
	w += 6 + f.cap.MinSize().Width + 10
	return size(max(w, 232), ButtonHeight)
}

func (f *SearchField) arrange(s fyne.Size) {
	place(f.face, 0, 0, s.Width, s.Height)
	place(f.ring, 0, 0, s.Width, s.Height)
	place(f.icon, 10, floor((s.Height-ButtonIconSide)/2), ButtonIconSide, ButtonIconSide)
	c := f.cap.MinSize()
	place(f.text, 10+ButtonIconSide+8, floor((s.Height-20)/2), s.Width, 20)
	place(f.cap, s.Width-10-c.Width, floor((s.Height-c.Height)/2), c.Width, c.Height)
}

func (f *SearchField) paint(l look) {
	fill := theme.Surface
	if f.hovered {
		fill = theme.Hover
	}
	l.box(f.face, fill, theme.StrongLine, theme.RadiusButton)
	l.focusRing(f.ring, f.focused, f.face.CornerRadius)
	l.picture(f.icon, IconSearch, theme.Third, false)
	set(f.text, f.Text, 14, l.color(theme.Second))
	f.cap.Text = f.Key
	showIf(f.cap, !f.folded && !f.keyless)
	showIf(f.text, !f.folded)
}
