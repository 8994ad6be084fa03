package kit

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// tableDrag is what the pointer has hold of.
type tableDrag struct {
	column  int // whose edge is dragged, -1 none
	cells   bool
	hovered bool // the pointer is over an edge
	// the cell pressed last, and when
	row, col int
	pressed  time.Time
}

// FocusGained is called by the toolkit.
func (t *DataTable) FocusGained() {
	t.focused = true
	t.Refresh()
	revealSome(t)
}

// FocusLost is called by the toolkit.
func (t *DataTable) FocusLost() {
	t.focused, t.shift = false, false
	t.Refresh()
}

// TypedRune begins to edit the active cell, where it can be edited.
func (t *DataTable) TypedRune(r rune) {
	if r != ' ' {
		t.edit(string(r))
	}
}

// KeyDown watches Shift.
func (t *DataTable) KeyDown(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		t.shift = true
	}
}

// KeyUp watches Shift.
func (t *DataTable) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		t.shift = false
	}
}

// TypedKey moves the active cell; with Shift the range goes along.
func (t *DataTable) TypedKey(ev *fyne.KeyEvent) {
	_, h := t.view()
	page := max(int(h/t.RowHigh)-1, 1)
	switch ev.Name {
	case fyne.KeyUp:
		t.moveTo(t.row-1, t.column, t.shift)
	case fyne.KeyDown:
		t.moveTo(t.row+1, t.column, t.shift)
	case fyne.KeyLeft:
		t.moveTo(t.row, t.column-1, t.shift)
	case fyne.KeyRight:
		t.moveTo(t.row, t.column+1, t.shift)
	case fyne.KeyHome:
		t.moveTo(t.row, 0, t.shift)
	case fyne.KeyEnd:
		t.moveTo(t.row, len(t.widths)-1, t.shift)
	case fyne.KeyPageUp:
		t.moveTo(t.row-page, t.column, t.shift)
	case fyne.KeyPageDown:
		t.moveTo(t.row+page, t.column, t.shift)
	case fyne.KeySpace:
		t.toggle(t.row)
	case fyne.KeyReturn, fyne.KeyEnter:
		if t.OnOpen != nil && t.data.Rows > 0 {
			t.OnOpen(t.row, t.column)
			return
		}
		passOn(t, ev)
	case fyne.KeyEscape:
		if s := t.Selection(); s.Rows() > 1 || s.Columns() > 1 {
			t.moveTo(t.row, t.column, false)
			return
		}
		passOn(t, ev)
	case desktop.KeyMenu:
		t.askMenu()
	case fyne.KeyF2:
		if !t.edit("") {
			passOn(t, ev)
		}
	default:
		passOn(t, ev)
	}
}

// TypedShortcut copies, selects all and jumps to the corners.
func (t *DataTable) TypedShortcut(s fyne.Shortcut) {
	switch sc := s.(type) {
	case *fyne.ShortcutCopy:
		t.Copy()
		return
	case *fyne.ShortcutSelectAll:
		t.Select(Range{Bottom: t.data.Rows - 1, Right: len(t.widths) - 1})
		t.tellRange()
		return
	case *desktop.CustomShortcut:
		if t.jump(sc) {
			return
		}
	}
	if t.OnShortcut != nil && t.OnShortcut(s) {
		return
	}
	passShortcut(t, s)
}

// jump handles Ctrl with Home, End and arrows.
func (t *DataTable) jump(sc *desktop.CustomShortcut) bool {
	if sc.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	keep := sc.Modifier&fyne.KeyModifierShift != 0
	switch sc.KeyName {
	case fyne.KeyHome:
		t.moveTo(0, 0, keep)
	case fyne.KeyEnd:
		t.moveTo(t.data.Rows-1, len(t.widths)-1, keep)
	case fyne.KeyUp:
		t.moveTo(0, t.column, keep)
	case fyne.KeyDown:
		t.moveTo(t.data.Rows-1, t.column, keep)
	case fyne.KeyLeft:
		t.moveTo(t.row, 0, keep)
	case fyne.KeyRight:
		t.moveTo(t.row, len(t.widths)-1, keep)
	default:
		return false
	}
	return true
}

// moveTo makes a cell active and tells who listens; keep extends the range.
func (t *DataTable) moveTo(row, column int, keep bool) {
	before, was := t.Selection(), [2]int{t.row, t.column}
	t.row, t.column = t.clampRow(row), t.clampColumn(column)
	if !keep {
		t.anchorR, t.anchorC = t.row, t.column
	}
	t.reveal()
	t.Refresh()
	if t.OnActive != nil && was != [2]int{t.row, t.column} {
		t.OnActive(t.row, t.column)
	}
	if t.Selection() != before {
		t.tellRange()
	}
}

func (t *DataTable) tellRange() {
	if t.OnRange != nil {
		t.OnRange(t.Selection())
	}
}

func (t *DataTable) toggle(row int) {
	if t.OnToggle != nil && row < t.data.Rows && t.data.Row(row).Group {
		t.OnToggle(row)
	}
}

// Copy puts the range on the clipboard as text with tabs and line feeds.
func (t *DataTable) Copy() {
	if t.data.Rows == 0 || len(t.widths) == 0 {
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(t.TSV(t.Selection()))
}

// TSV returns a range as other programs paste it: cells divided by tabs, rows
// ended by line feeds. Tabs and line feeds inside a cell become spaces.
func (t *DataTable) TSV(r Range) string {
	var b strings.Builder
	clean := strings.NewReplacer("\t", " ", "\r\n", " ", "\n", " ", "\r", " ")
	for row := r.Top; row <= r.Bottom; row++ {
		info := t.data.Row(row)
		for c := r.Left; c <= r.Right; c++ {
			if c > r.Left {
				b.WriteByte('\t')
			}
			b.WriteString(clean.Replace(t.plain(info, row, c)))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func (t *DataTable) plain(info TableRow, row, c int) string {
	if info.Group && c < t.firstNumber() {
		if c == 0 {
			return strings.TrimSpace(info.Code + " " + info.Text)
		}
		return ""
	}
	if t.data.Plain != nil {
		return t.data.Plain(row, c)
	}
	s := t.data.Cell(row, c).Text
	if t.data.Columns[c].Number {
		s = strings.NewReplacer("\u00a0", "", "\u202f", "", "\u2212", "-").Replace(s)
	}
	return s
}
