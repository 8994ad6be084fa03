package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// PieceLook is what a stretch of a ChipText is.
type PieceLook int

const (
	// PlainPiece is text.
	PlainPiece PieceLook = iota
	// ChipPiece is a bound figure: on a tint.
	ChipPiece
	// NeutralPiece is worked out or set beside, a footnote: on a quiet ground.
	NeutralPiece
	// FaultPiece can't be printed: in the colour of errors, framed.
	FaultPiece
	// LoosePiece is a number that is bound to nothing: underlined.
	LoosePiece
)

// TextPiece is a stretch of a ChipText. A line feed in it begins a paragraph.
type TextPiece struct {
	Text         string
	Look         PieceLook
	Bold, Italic bool
	// Key is what OnChip is called with; "" is not pressed.
	Key string
	// Tip is what the pointer is told of the piece.
	Tip string
}

func (p TextPiece) chip() bool { return p.Look != PlainPiece && p.Look != LoosePiece }

// ChipText is a text as it will be read, with what is bound in it as chips on
// the line. Chips are pressed with the mouse or, when the text has the focus,
// chosen with the arrows and pressed with Enter.
type ChipText struct {
	widget.BaseWidget
	// OnChip is called with the key of a chip that was pressed, OnPress when
	// the text beside the chips was.
	OnChip  func(key string)
	OnPress func()

	pieces  []TextPiece
	text    string
	letter  float32
	frags   []fragment
	active  int // the piece under the pointer or chosen by keys, -1 for none
	focused bool
	letters []*canvas.Text
	grounds []*canvas.Rectangle
	ring    *canvas.Rectangle
	objs    []fyne.CanvasObject
}

// fragment is a stretch of one piece on one line.
type fragment struct {
	piece      int
	text       string
	x, y, w, h float32
}

const (
	chipLine  float32 = 24 // height of a line: chips are 20 on it
	chipSides float32 = 4
)

// NewChipText returns a text of pieces.
func NewChipText(pieces []TextPiece) *ChipText {
	t := &ChipText{active: -1, letter: 14, ring: newBox()}
	t.set(pieces)
	t.ExtendBaseWidget(t)
	return t
}

// SetPieces changes the text.
func (t *ChipText) SetPieces(pieces []TextPiece) {
	t.set(pieces)
	t.Refresh()
}

func (t *ChipText) set(pieces []TextPiece) {
	t.pieces = make([]TextPiece, 0, len(pieces))
	var whole strings.Builder
	for _, p := range pieces {
		if p.chip() { // a chip that has room on a line stays on one
			p.Text = strings.ReplaceAll(p.Text, " ", "\u00a0")
		}
		t.pieces = append(t.pieces, p)
		whole.WriteString(p.Text)
	}
	t.text, t.active = whole.String(), -1
}

// CreateRenderer is called by the toolkit.
func (t *ChipText) CreateRenderer() fyne.WidgetRenderer { return newRenderer(t) }

// AccessibilityLabel tells a screen reader the text.
func (t *ChipText) AccessibilityLabel() string { return t.text }

// AccessibilityRole tells a screen reader that this is text.
func (t *ChipText) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (t *ChipText) objects() []fyne.CanvasObject { return t.objs }

func (t *ChipText) style(p TextPiece) fyne.TextStyle {
	return fyne.TextStyle{Bold: p.Bold, Italic: p.Italic}
}

// spans calls back with the stretches of pieces between two places of the text.
func (t *ChipText) spans(from, to int, visit func(piece int, text string)) {
	at := 0
	for i, p := range t.pieces {
		a, b := max(from, at), min(to, at+len(p.Text))
		if a < b {
			visit(i, t.text[a:b])
		}
		if at += len(p.Text); at >= to {
			return
		}
	}
}

// inChip tells whether a place lies inside a chip: Chinese may break anywhere.
func (t *ChipText) inChip(place int) bool {
	at := 0
	for _, p := range t.pieces {
		if place > at && place < at+len(p.Text) {
			return p.chip()
		}
		if at += len(p.Text); at >= place {
			return false
		}
	}
	return false
}

func (t *ChipText) wide(from, to int) float32 {
	w := float32(0)
	t.spans(from, to, func(i int, text string) { w += t.wideOf(i, text) })
	return w
}

func (t *ChipText) wideOf(piece int, text string) float32 {
	p := t.pieces[piece]
	w := fyne.MeasureText(text, t.letter, t.style(p)).Width
	if p.chip() {
		w += 2 * chipSides
	}
	return w
}

func (t *ChipText) least() fyne.Size {
	w := t.Size().Width
	if w <= 0 {
		w = 240
	}
	return size(48, float32(len(breakLines(t.text, w, t.wide, t.inChip)))*chipLine)
}

func (t *ChipText) arrange(s fyne.Size) {
	t.frags = t.frags[:0]
	for n, l := range breakLines(t.text, s.Width, t.wide, t.inChip) {
		x := float32(0)
		t.spans(l.from, l.to, func(i int, text string) {
			w := t.wideOf(i, text)
			t.frags = append(t.frags, fragment{piece: i, text: text, x: x, y: float32(n) * chipLine, w: w, h: chipLine})
			x += w
		})
	}
	for len(t.letters) < len(t.frags) {
		t.letters = append(t.letters, canvas.NewText("", color.Transparent))
		t.grounds = append(t.grounds, newBox())
	}
	t.letters, t.grounds = t.letters[:len(t.frags)], t.grounds[:len(t.frags)]
	t.objs = t.objs[:0]
	for i, f := range t.frags {
		p, left := t.pieces[f.piece], float32(0)
		if p.chip() {
			left = chipSides
		}
		place(t.letters[i], f.x+left, f.y, f.w-2*left, f.h)
		if p.Look == LoosePiece {
			place(t.grounds[i], f.x, f.y+f.h-3, f.w, 2)
		} else {
			place(t.grounds[i], f.x, f.y+2, f.w, f.h-4)
		}
		t.objs = append(t.objs, t.grounds[i])
	}
	for _, l := range t.letters {
		t.objs = append(t.objs, l)
	}
	place(t.ring, -4, -2, s.Width+8, s.Height+4)
	t.objs = append(t.objs, t.ring)
	t.paint(lookOf(t))
}

func (t *ChipText) paint(l look) {
	for i, f := range t.frags {
		if i >= len(t.letters) || f.piece >= len(t.pieces) {
			break
		}
		p := t.pieces[f.piece]
		ink, ground, frame := theme.Ink, theme.None, theme.None
		framed := l.size(theme.SizeSelectionFrame) > 0 // the contrast set has no tints
		switch p.Look {
		case PlainPiece:
		case ChipPiece:
			ink, ground = theme.Accent, theme.Tint
		case NeutralPiece:
			ink, ground = theme.Second, theme.Hover
		case FaultPiece:
			ink, ground, frame = theme.Bad, theme.BadTint, theme.Bad
		case LoosePiece:
			ground = theme.Warn
		}
		if p.chip() && framed {
			frame = ink
		}
		if p.Key != "" && f.piece == t.active && p.Look != LoosePiece {
			ink, ground = theme.OnFill, theme.Fill
		}
		set(t.letters[i], f.text, t.letter, l.color(ink))
		t.letters[i].TextStyle = t.style(p)
		radius := theme.RadiusChip
		if p.Look == LoosePiece {
			radius = ""
		}
		l.box(t.grounds[i], ground, frame, radius)
	}
	l.focusRing(t.ring, t.focused, l.size(theme.RadiusChip))
}

// at is the piece at a place, -1 for none.
func (t *ChipText) at(pos fyne.Position) int {
	for _, f := range t.frags {
		if pos.X >= f.x && pos.X < f.x+f.w && pos.Y >= f.y && pos.Y < f.y+f.h {
			return f.piece
		}
	}
	return -1
}

// turn makes another piece the active one.
func (t *ChipText) turn(piece int) {
	if piece >= 0 && t.pieces[piece].Key == "" && t.pieces[piece].Tip == "" {
		piece = -1
	}
	if piece == t.active {
		return
	}
	t.active = piece
	t.Refresh()
	for i, f := range t.frags {
		if f.piece == piece {
			sayTipAt(t, t.pieces[piece].Tip, t.grounds[i])
			return
		}
	}
	sayTipAt(t, "", t)
}

func (t *ChipText) press(piece int) {
	sayTipAt(t, "", t)
	switch {
	case piece >= 0 && t.pieces[piece].Key != "" && t.OnChip != nil:
		t.OnChip(t.pieces[piece].Key)
	case t.OnPress != nil:
		t.OnPress()
	}
}

// Tapped is called by the toolkit on a click.
func (t *ChipText) Tapped(ev *fyne.PointEvent) { t.press(t.at(ev.Position)) }

// MouseIn is called by the toolkit when the pointer comes.
func (t *ChipText) MouseIn(ev *desktop.MouseEvent) { t.turn(t.at(ev.Position)) }

// MouseMoved is called by the toolkit while the pointer stays.
func (t *ChipText) MouseMoved(ev *desktop.MouseEvent) { t.turn(t.at(ev.Position)) }

// MouseOut is called by the toolkit when the pointer leaves.
func (t *ChipText) MouseOut() { t.turn(-1) }

// Cursor is a hand over what can be pressed, and the caret where a click edits.
func (t *ChipText) Cursor() desktop.Cursor {
	switch {
	case t.active >= 0 && t.pieces[t.active].Key != "":
		return desktop.PointerCursor
	case t.OnPress != nil:
		return desktop.TextCursor
	}
	return desktop.DefaultCursor
}

// FocusGained is called by the toolkit.
func (t *ChipText) FocusGained() {
	t.focused = true
	t.Refresh()
	revealFocus(t)
}

// FocusLost is called by the toolkit.
func (t *ChipText) FocusLost() {
	t.focused = false
	t.turn(-1)
	t.Refresh()
}

// TypedRune takes no text.
func (t *ChipText) TypedRune(rune) {}

// TypedKey moves between chips and presses.
func (t *ChipText) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyRight:
		t.step(1)
	case fyne.KeyLeft:
		t.step(-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.press(t.active)
	default:
		passOn(t, ev)
	}
}

// TypedShortcut gives combinations to the window.
func (t *ChipText) TypedShortcut(s fyne.Shortcut) { passShortcut(t, s) }

// step goes to the next chip that can be pressed.
func (t *ChipText) step(by int) {
	from := t.active
	if from < 0 && by < 0 {
		from = len(t.pieces)
	}
	for i := from + by; i >= 0 && i < len(t.pieces); i += by {
		if t.pieces[i].Key != "" {
			t.turn(i)
			return
		}
	}
}
