package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// LangText is one language of a text: its key, the name on its tab, the text.
type LangText struct {
	Key, Name, Text string
}

// LangField is a text in several languages: one is shown, the tabs in the
// label's line choose which. A tab whose text is missing has a mark, so that
// what is not translated shows without opening it; a text that exists in no
// language is not missing unless it is required. Languages that are not wanted
// have a tab only where there is a text in them.
type LangField struct {
	widget.BaseWidget
	// OnChange is called with the language's key and its new text.
	OnChange func(key, text string)
	// OnFocus is called when the focus comes or goes.
	OnFocus func(bool)
	// OnTurn is called when another language is shown.
	OnTurn func(key string)

	texts  []LangText
	wanted []string // keys; nil is all
	field  *Field
	input  *TextField
	tabs   *Segmented
	insert *Button // nil without one
	offer  func()  // of figures, by Ctrl+J; nil without
	filled bool
	objs   []fyne.CanvasObject
}

// growsTo is how many lines of a text are shown at most while it is written.
const growsTo = 10

// NewLangField returns the field; lines is 1 for a single line.
func NewLangField(label string, required bool, lines int, texts []LangText, onChange func(key, text string)) *LangField {
	f := &LangField{OnChange: onChange, texts: append([]LangText(nil), texts...)}
	f.input = newTextField("", "", lines, f.typed).Growing(growsTo)
	f.input.OnFocus = func(on bool) {
		if !on { // an empty text that is not wanted kept its tab for the caret alone
			f.mark()
			f.fill()
		}
		if f.OnFocus != nil {
			f.OnFocus(on)
		}
	}
	f.tabs = newSegmented(nil, "", f.turn, false, 12)
	f.tabs.compact, f.tabs.aside = true, true
	f.input.entry.onShortcut = f.shortcut
	f.field = NewField(label, required, f.input).WithTail(f.tabs)
	f.objs = []fyne.CanvasObject{f.field}
	if len(texts) > 0 {
		f.tabs.selected = texts[0].Key
	}
	f.ExtendBaseWidget(f)
	f.mark()
	f.fill()
	return f
}

// WithInsert puts a button beside the tabs that offers things to be put in at
// the caret, and returns the field. A stroke typed where a word begins asks for
// the same, and is not typed: whoever offers types it when nothing was chosen.
// Ctrl+J asks for figures.
func (f *LangField) WithInsert(icon, name string, offer func(stroke bool), figures func()) *LangField {
	f.insert = NewIconButton(icon, name, func() { offer(false) })
	f.input.entry.onSlash = func() bool {
		offer(true)
		return true
	}
	f.field = f.field.WithTail(Row(4, f.insert, f.tabs))
	f.objs = []fyne.CanvasObject{f.field}
	f.insert.aside, f.offer = true, figures
	return f
}

// shortcut takes Ctrl+L for the next language and Ctrl+J for figures.
func (f *LangField) shortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierShortcutDefault {
		return false
	}
	switch {
	case c.KeyName == fyne.KeyL:
		f.turnOn()
		return true
	case c.KeyName == fyne.KeyJ && f.offer != nil && !f.Disabled():
		f.offer()
		return true
	}
	return false
}

// turnOn shows the next language.
func (f *LangField) turnOn() {
	for i, s := range f.tabs.segments {
		if s.Key == f.tabs.Selected() {
			key := f.tabs.segments[(i+1)%len(f.tabs.segments)].Key
			f.tabs.Select(key)
			f.turn(key)
			return
		}
	}
}

// SetHint puts a sentence under the text, "" takes it away.
func (f *LangField) SetHint(hint string) {
	if f.field.Hint != hint {
		f.field.Hint = hint
		f.field.Refresh()
	}
}

// Insert types a text where the caret is and puts the focus there.
func (f *LangField) Insert(s string) {
	f.input.Focus()
	f.input.Insert(s)
}

// Caret is the place of the caret in the window: where a list of what can be put
// in is shown.
func (f *LangField) Caret() fyne.Position { return f.input.entry.caret() }

// Text returns the text of a language.
func (f *LangField) Text(key string) string {
	for _, t := range f.texts {
		if t.Key == key {
			return t.Text
		}
	}
	return ""
}

// SetText changes the text of a language.
func (f *LangField) SetText(key, text string) {
	for i := range f.texts {
		if f.texts[i].Key == key {
			f.texts[i].Text = text
		}
	}
	f.mark()
	f.fill()
}

// SetWanted names the languages that the text is to be in. One that is not among
// them is never said to be missing, and shows only while it holds a text or the
// caret is in it.
func (f *LangField) SetWanted(keys []string) {
	if slices.Equal(f.wanted, keys) {
		return
	}
	f.wanted = slices.Clone(keys)
	f.mark()
	f.fill()
}

func (f *LangField) wants(key string) bool { return f.wanted == nil || slices.Contains(f.wanted, key) }

// ShowLang turns to a language; one that has no tab leaves the field as it is.
func (f *LangField) ShowLang(key string) {
	if !f.wants(key) && f.Text(key) == "" {
		return
	}
	f.tabs.Select(key)
	f.mark() // one that was kept for its caret alone goes
	f.fill()
}

// Lang returns the key of the language shown.
func (f *LangField) Lang() string { return f.tabs.Selected() }

// SetError says what is wrong; "" takes it away.
func (f *LangField) SetError(sentence string) { f.field.SetError(sentence) }

// Focusable returns what takes the focus.
func (f *LangField) Focusable() fyne.Focusable { return f.input.Focusable() }

// Disable leaves the text readable but locked; the tabs still turn.
func (f *LangField) Disable() {
	f.input.Disable()
	if f.insert != nil {
		f.insert.Disable()
	}
}

// Enable lets the text be edited.
func (f *LangField) Enable() {
	f.input.Enable()
	if f.insert != nil {
		f.insert.Enable()
	}
}

// Disabled tells whether the text is locked.
func (f *LangField) Disabled() bool { return f.input.Disabled() }

// CreateRenderer is called by the toolkit.
func (f *LangField) CreateRenderer() fyne.WidgetRenderer { return newRenderer(f) }

func (f *LangField) objects() []fyne.CanvasObject { return f.objs }
func (f *LangField) least() fyne.Size             { return f.field.MinSize() }
func (f *LangField) arrange(s fyne.Size)          { place(f.field, 0, 0, s.Width, s.Height) }
func (f *LangField) paint(look)                   {}

func (f *LangField) turn(key string) {
	f.fill()
	if f.OnTurn != nil {
		f.OnTurn(key)
	}
}

// fill shows the text of the language chosen without reporting a change.
func (f *LangField) fill() {
	f.filled = true
	f.input.SetText(f.Text(f.tabs.Selected()))
	f.filled = false
}

func (f *LangField) typed(s string) {
	if f.filled {
		return
	}
	key := f.tabs.Selected()
	for i := range f.texts {
		if f.texts[i].Key == key {
			f.texts[i].Text = s
		}
	}
	f.mark()
	if f.OnChange != nil {
		f.OnChange(key, s)
	}
}

// mark puts the sign of what is missing on the tabs.
func (f *LangField) mark() {
	segments := make([]Segment, 0, len(f.texts))
	needed, typing := f.field.Required, f.input.focused
	for _, t := range f.texts {
		needed = needed || t.Text != ""
	}
	for _, t := range f.texts {
		if !f.wants(t.Key) && t.Text == "" && (!typing || t.Key != f.tabs.Selected()) {
			continue
		}
		s := Segment{Key: t.Key, Text: t.Name}
		if t.Text == "" && needed && f.wants(t.Key) {
			s.Icon, s.IconColor = IconUnchecked, theme.Warn
		}
		segments = append(segments, s)
	}
	if shown := f.tabs.Selected(); len(segments) > 0 && !slices.ContainsFunc(segments, func(s Segment) bool { return s.Key == shown }) {
		f.tabs.selected = segments[0].Key
	}
	count := len(f.tabs.segments)
	f.tabs.setFaces(segments)
	if len(segments) != count { // the label has more room, or less
		f.field.Refresh()
	}
}
