package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// entry is the toolkit's entry without its frame, that gives what it has no use
// for to the window: Esc, Enter and function keys, and combinations that do not
// edit text. Tab always goes on to the next field.
type entry struct {
	widget.Entry
	onFocus func(bool)
	// onKey may take a key before the entry does.
	onKey func(*fyne.KeyEvent) bool
	// onShortcut may take a combination that does not edit text.
	onShortcut func(fyne.Shortcut) bool
	// scroll is what moves the text within the entry, once it is drawn.
	scroll *container.Scroll
	// onSlash may take a stroke that was typed where a word begins.
	onSlash func() bool
	// onTooMuch is given a paste that is too much for the entry.
	onTooMuch func(text string)
	// onNothing is told of a paste that has no text in it.
	onNothing func()
	pressed   bool // the focus comes by the mouse
	// fresh is set until the event that brought the focus is over: Space on a button
	// comes as a key, and then as a letter to what has the focus by then.
	fresh bool
}

func newEntry(multi bool) *entry {
	e := &entry{}
	e.MultiLine = multi
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	if multi {
		e.Wrapping = fyne.TextWrapWord
	}
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer is called by the toolkit; it remembers what scrolls.
func (e *entry) CreateRenderer() fyne.WidgetRenderer {
	r := e.Entry.CreateRenderer()
	for _, o := range r.Objects() {
		if s, ok := o.(*container.Scroll); ok {
			e.scroll = s
		}
	}
	return r
}

// MouseDown takes the focus. What is pressed is in sight, and must not move from
// under the pointer that may go on to select words in it.
func (e *entry) MouseDown(ev *desktop.MouseEvent) {
	e.pressed = true
	e.Entry.MouseDown(ev)
	e.pressed = false
}

// FocusGained is called by the toolkit.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	if !e.pressed {
		revealFocus(e)
		e.fresh = true
		fyne.Do(func() { e.fresh = false })
	}
	if e.onFocus != nil {
		e.onFocus(true)
	}
}

func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	if e.onFocus != nil {
		e.onFocus(false)
	}
}

// AcceptsTab keeps Tab for moving between fields.
func (e *entry) AcceptsTab() bool { return false }

// TypedRune types a character, unless it is a stroke that somebody takes.
func (e *entry) TypedRune(r rune) {
	if r == ' ' && e.fresh {
		return
	}
	if r == '/' && e.onSlash != nil && !e.Disabled() && e.SelectedText() == "" && e.beginsWord() && e.onSlash() {
		return
	}
	e.Entry.TypedRune(r)
}

// beginsWord tells whether nothing of a word stands before the caret.
func (e *entry) beginsWord() bool {
	runes := []rune(e.Text)
	before := string(runes[:min(e.CursorTextOffset(), len(runes))])
	if before == "" {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsSpace(last) || strings.ContainsRune("(«„“\"", last)
}

// caret is the place under the caret in the window.
func (e *entry) caret() fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(e).Add(e.CursorPosition()).AddXY(0, 24)
}

func (e *entry) TypedKey(ev *fyne.KeyEvent) {
	if e.onKey != nil && e.onKey(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
		fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		passOn(e, ev)
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if !e.MultiLine && e.OnSubmitted == nil {
			passOn(e, ev)
			return
		}
	}
	e.Entry.TypedKey(ev)
}

// TypedShortcut edits the text. Undo and redo are the field's own while it has
// something to take back or to do again, otherwise the window's.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	if key, ok := toEnd(s); ok && e.MultiLine {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: key})
		return
	}
	if !edits(s) {
		if e.onShortcut != nil && e.onShortcut(s) {
			return
		}
		passShortcut(e, s)
		return
	}
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		if e.refuses(s.Clipboard) {
			return
		}
		e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: tabless{s.Clipboard}})
	case *fyne.ShortcutCopy:
		e.Entry.TypedShortcut(&fyne.ShortcutCopy{Clipboard: tabless{s.Clipboard}})
	case *fyne.ShortcutCut:
		e.Entry.TypedShortcut(&fyne.ShortcutCut{Clipboard: tabless{s.Clipboard}})
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		before := e.Text
		if !e.Disabled() {
			e.Entry.TypedShortcut(s)
		}
		if e.Text == before {
			passShortcut(e, s)
		}
	default:
		e.Entry.TypedShortcut(s)
	}
}

// toEnd is the key of the entry that goes where Ctrl+Home and Ctrl+End go elsewhere.
func toEnd(s fyne.Shortcut) (fyne.KeyName, bool) {
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok || custom.Modifier != fyne.KeyModifierShortcutDefault {
		return "", false
	}
	switch custom.KeyName {
	case fyne.KeyHome:
		return fyne.KeyPageUp, true
	case fyne.KeyEnd:
		return fyne.KeyPageDown, true
	default:
		return "", false
	}
}

func edits(s fyne.Shortcut) bool {
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return true
	}
	switch custom.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	default:
		return false
	}
}
