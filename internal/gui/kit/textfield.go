package kit

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// TextField is a framed field for text, 32 high or several lines. The frame
// shows focus and error.
type TextField struct {
	widget.BaseWidget
	// OnChange is called at each change by the user or by SetText.
	OnChange func(string)
	// OnSubmit is called on Enter in a field of one line; without it Enter
	// goes to the window (and confirms a dialog).
	OnSubmit func(string)
	// OnFocus is called when the focus comes or goes: checks run when it goes.
	OnFocus func(bool)

	// OnKey may take a key before the field does: the arrows of a search field
	// that move through a list.
	OnKey func(*fyne.KeyEvent) bool

	entry  *entry
	typed  fyne.CanvasObject // the entry; of one line: what is seen of it
	bare   bool
	hint   string // of the empty field
	icon   string
	action *Button
	lines  int
	most   int // lines that it grows to with its text; 0 where it keeps its height
	told   struct {
		text  string
		width float32
		rows  int
	} // rows of a text at a width, once counted
	wrong   bool
	focused bool
	offered bool // its text is a proposal: the first focus selects it, so that typing takes its place

	frame, ring *canvas.Rectangle
	image       *canvas.Image
	wheel       *wheel
	objs        []fyne.CanvasObject
}

// NewTextField returns a field of one line.
func NewTextField(text, placeholder string, onChange func(string)) *TextField {
	return newTextField(text, placeholder, 1, onChange)
}

// NewTextArea returns a field that shows that many lines and scrolls beyond.
func NewTextArea(text, placeholder string, lines int, onChange func(string)) *TextField {
	return newTextField(text, placeholder, max(lines, 2), onChange)
}

func newTextField(text, placeholder string, lines int, onChange func(string)) *TextField {
	f := &TextField{OnChange: onChange, entry: newEntry(lines > 1), lines: lines, frame: newBox(), ring: newBox(), image: newPicture()}
	f.typed = f.entry
	f.wheel = newWheel(func() *container.Scroll { return f.entry.scroll }, lines == 1)
	if lines == 1 {
		clip := container.NewClip(container.NewWithoutLayout(f.entry))
		clip.ExtendBaseWidget(clip) // the toolkit looks for the focus only in what it knows
		f.typed = clip
	}
	if lines > 1 {
		f.entry.SetMinRowsVisible(lines)
	}
	f.entry.SetText(withoutTabs(text)) // not only the field Text: the toolkit would not count its lines
	f.SetPlaceHolder(placeholder)      // the toolkit would not show the field PlaceHolder until it is told
	f.entry.OnChanged = func(s string) {
		if f.OnChange != nil {
			f.OnChange(withTabs(s))
		}
	}
	f.entry.onFocus = func(on bool) {
		f.focused = on
		if on && f.offered {
			f.offered = false
			f.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
		}
		f.Refresh()
		if f.OnFocus != nil {
			f.OnFocus(on)
		}
	}
	f.entry.onKey = func(ev *fyne.KeyEvent) bool {
		if f.OnKey != nil && f.OnKey(ev) {
			return true
		}
		enter := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
		if enter && f.lines == 1 && f.OnSubmit != nil {
			f.OnSubmit(f.Text())
			return true
		}
		return false
	}
	f.collect()
	f.ExtendBaseWidget(f)
	return f
}

func (f *TextField) collect() {
	f.objs = []fyne.CanvasObject{f.frame, f.image, f.typed}
	if f.action != nil {
		f.objs = append(f.objs, f.action)
	}
	f.objs = append(f.objs, f.ring, f.wheel)
}

// WithIcon puts an icon before the text and returns the field.
func (f *TextField) WithIcon(name string) *TextField {
	f.icon = name
	return f
}

// Bare leaves the frame out and returns the field: the search of the palette.
func (f *TextField) Bare() *TextField {
	f.bare = true
	return f
}

// Offered has the text of the field stand as a proposal: when the focus comes for
// the first time it is selected, and what is typed takes its place.
func (f *TextField) Offered() *TextField {
	f.offered = f.entry.Text != ""
	return f
}

// WithAction puts a button inside the frame at the right and returns the field.
func (f *TextField) WithAction(b *Button) *TextField {
	f.action = b
	f.collect()
	return f
}

// Growing has a field of several lines grow with its text up to that many lines, and
// returns the field: what is written is read whole.
func (f *TextField) Growing(most int) *TextField {
	if f.lines > 1 {
		f.most = most
	}
	return f
}

// rows is how many lines the field shows.
func (f *TextField) rows() int {
	width := f.BaseWidget.Size().Width - 4 - 2*entryInset
	if f.most <= f.lines || width <= 0 || f.entry.Text == "" {
		return f.lines
	}
	if f.told.text != f.entry.Text || f.told.width != width {
		letter, _ := Body.metrics()
		n := f.most // of a text that is longer than so many lines of narrow letters
		if float32(utf8.RuneCountInString(f.entry.Text))*narrowLetter < float32(f.most)*width {
			n = len(wrap(f.entry.Text, width, 0, func(s string) float32 { return fyne.MeasureText(s, letter, fyne.TextStyle{}).Width }))
		}
		f.told.text, f.told.width, f.told.rows = f.entry.Text, width, max(min(n, f.most), f.lines)
	}
	return f.told.rows
}

// narrowLetter is less than a letter of running text is wide: breaking a long text
// into lines at each stroke would be felt.
const narrowLetter float32 = 5

// entryInset is a little more than what the toolkit's entry leaves free beside its text.
const entryInset float32 = 10

// Text returns what the field holds.
func (f *TextField) Text() string { return withTabs(f.entry.Text) }

// SetText changes what the field holds and calls OnChange if it differs.
func (f *TextField) SetText(s string) {
	if s = withoutTabs(s); f.entry.Text != s {
		f.entry.SetText(s)
	}
}

// Insert types a text where the caret is.
func (f *TextField) Insert(s string) {
	if f.Disabled() {
		return
	}
	for _, r := range withoutTabs(s) {
		f.entry.Entry.TypedRune(r) // a stroke put in asks for nothing
	}
}

// SetPlaceHolder changes the text of the empty field. A locked field shows none:
// an example in grey would be taken for what it holds.
func (f *TextField) SetPlaceHolder(s string) {
	f.hint = s
	f.showHint()
}

func (f *TextField) showHint() {
	if f.Disabled() {
		f.entry.SetPlaceHolder("")
		return
	}
	f.entry.SetPlaceHolder(f.hint)
}

// SetWrong frames the field in the colour of errors.
func (f *TextField) SetWrong(on bool) {
	f.wrong = on
	f.Refresh()
}

// Enable lets the text be edited.
func (f *TextField) Enable() {
	f.entry.Enable()
	f.showHint()
	f.Refresh()
}

// Disable leaves the text readable but locked.
func (f *TextField) Disable() {
	f.entry.Disable()
	f.showHint()
	f.Refresh()
}

// Disabled tells whether the text is locked.
func (f *TextField) Disabled() bool { return f.entry.Disabled() }

// Focusable returns what takes the focus: canvas.Focus(field.Focusable()).
func (f *TextField) Focusable() fyne.Focusable { return f.entry }

// Focus puts the caret into the field.
func (f *TextField) Focus() { FocusOn(f.entry) }

// CreateRenderer is called by the toolkit.
func (f *TextField) CreateRenderer() fyne.WidgetRenderer { return newRenderer(f) }

func (f *TextField) objects() []fyne.CanvasObject { return f.objs }

func (f *TextField) least() fyne.Size {
	if f.lines == 1 {
		return size(96, ButtonHeight)
	}
	return size(160, float32(f.rows())*20+14)
}

func (f *TextField) arrange(s fyne.Size) {
	place(f.frame, 0, 0, s.Width, s.Height)
	place(f.ring, 0, 0, s.Width, s.Height)
	left, right := float32(2), float32(2)
	if f.icon != "" {
		place(f.image, 10, floor((min(s.Height, ButtonHeight)-IconSide)/2), IconSide, IconSide)
		left = 10 + IconSide
	}
	if f.action != nil {
		m := f.action.MinSize()
		place(f.action, s.Width-m.Width-8, floor((s.Height-m.Height)/2), m.Width, m.Height)
		right = m.Width + 10
	}
	// A little less than the toolkit's entry wants would make it scroll.
	h := max(s.Height, f.entry.MinSize().Height)
	if f.lines == 1 {
		// A line follows its caret. The bar that the toolkit lays at the foot of a
		// long one would lie over the letters, so the foot is out of sight.
		place(f.typed, left, 2, s.Width-left-right, s.Height-4)
		top := ceil((s.Height-h)/2) - 3
		place(f.entry, 0, top, s.Width-left-right, h+hiddenFoot)
		f.placeWheel(s, 2+top, 2+top+h+hiddenFoot)
		return
	}
	top := ceil((s.Height-h)/2) - 1
	place(f.typed, left, top, s.Width-left-right, h)
	f.placeWheel(s, top, top+h)
}

// placeWheel lays what takes the wheel over all of the entry, what is out of
// sight of it too: the toolkit would give it the wheel there.
func (f *TextField) placeWheel(s fyne.Size, top, bottom float32) {
	top = min(top-1, 0)
	place(f.wheel, 0, top, s.Width, max(s.Height, bottom)-top)
}

func (f *TextField) paint(l look) {
	fill, frame := theme.Surface, theme.StrongLine
	if f.entry.Disabled() {
		fill, frame = theme.Rail, theme.Line
	}
	if f.wrong {
		frame = theme.Bad
	}
	if f.bare {
		fill, frame = theme.None, theme.None
	}
	l.box(f.frame, fill, frame, theme.RadiusButton)
	l.focusRing(f.ring, f.focused && !f.bare, f.frame.CornerRadius)
	if f.wrong && f.focused {
		f.ring.StrokeColor = l.color(theme.Bad)
	}
	l.picture(f.image, f.icon, theme.Third, false)
}

// hiddenFoot is more than the toolkit's bar is high.
const hiddenFoot float32 = 24
