package records

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// searchKey moves through the list while the search keeps the cursor.
func (p *Pane) searchKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyDown:
		p.list.Step(1)
	case fyne.KeyUp:
		p.list.Step(-1)
	default:
		return false
	}
	return true
}

// listKey adds a record by Insert and deletes the chosen one by Delete; the arrows
// and Enter are the list's own.
func (p *Pane) listKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyInsert && !p.desk.Project().State().ReadOnly {
		p.Add()
		return true
	}
	if ev.Name != fyne.KeyDelete || p.remove.Disabled() {
		return false
	}
	p.delete()
	return true
}

// listShortcut takes Ctrl+V, which pastes rows, and Ctrl+D, which copies the
// record, while the list has the focus.
func (p *Pane) listShortcut(s fyne.Shortcut) bool {
	if p.desk.Project().State().ReadOnly {
		return false
	}
	switch x := s.(type) {
	case *fyne.ShortcutPaste:
		return p.Paste()
	case *desktop.CustomShortcut:
		if x.KeyName == fyne.KeyD && x.Modifier == fyne.KeyModifierShortcutDefault && !p.copy.Disabled() {
			p.duplicate()
			return true
		}
	}
	return false
}

// Paste takes rows from the clipboard; false when the list takes none.
func (p *Pane) Paste() bool {
	if p.OnPaste == nil || p.desk.Project().State().ReadOnly {
		return false
	}
	p.OnPaste()
	return true
}

// Find puts the caret into the search of the list.
func (p *Pane) Find() bool {
	p.search.Focus()
	return true
}
