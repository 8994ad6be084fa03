package records

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/recordform"
	"briefing/internal/lang"
)

// tableShortcut takes Ctrl+D, which fills down, and Ctrl+V, which pastes rows.
func (p *Pane) tableShortcut(s fyne.Shortcut) bool {
	if x, ok := s.(*desktop.CustomShortcut); ok && x.KeyName == fyne.KeyD && x.Modifier == fyne.KeyModifierShortcutDefault {
		p.fillDown()
		return true
	}
	if _, ok := s.(*fyne.ShortcutPaste); ok {
		return p.Paste()
	}
	return false
}

// fillDown puts the first row of the range into the rows under it; of one row
// it is the row above that is put into it, as in a spreadsheet.
func (p *Pane) fillDown() {
	r := p.table.Selection()
	if r.Rows() == 1 {
		r.Top--
	}
	if p.desk.Project().State().ReadOnly || r.Top < 0 || r.Bottom >= len(p.rows) || r.Right >= len(p.columns) {
		return
	}
	var refs []briefing.Ref
	for _, x := range p.rows[r.Top : r.Bottom+1] {
		refs = append(refs, x.ref)
	}
	filled, left, err := p.desk.Project().FillDown(refs, p.columns[r.Left:r.Right+1])
	switch {
	case err != nil:
		p.desk.Fail(err)
		return
	case left > 0:
		p.desk.Say(p.t("filled.left", lang.KindCount(p.desk.Lang(), p.desc.Kind, filled), left))
	case filled > 0:
		p.desk.Say(p.t("filled", lang.KindCount(p.desk.Lang(), p.desc.Kind, filled)))
	}
	p.Refresh()
}

// editCell edits a cell in its place: what is typed in a field over it, what is
// picked from a list of choices under it. Texts of several lines, several references
// and rows of child lists are edited in the form.
func (p *Pane) editCell(row, column int) *kit.CellEdit {
	if p.desk.Project().State().ReadOnly || row >= len(p.rows) || column >= len(p.columns) {
		return nil
	}
	ref := p.rows[row].ref // rows may move while the cell is edited
	f, ok := p.desc.Field(p.columns[column])
	if ok && p.pickCell(ref, f, row, column) || !ok || !typedInPlace(f) {
		return nil
	}
	r, err := p.desk.Project().Get(ref)
	if err != nil {
		return nil
	}
	stored := f.Get(r)
	if strings.Contains(stored, "\n") {
		return nil
	}
	text := recordform.Print(p.desk, f, stored)
	if words, waits := p.desk.Project().Unread(ref)[f.Key]; waits {
		text = words
	}
	return &kit.CellEdit{Text: text, Keep: func(typed string, left bool) bool { return typed == text || p.keepCell(ref, f, typed, left) }}
}

// pickCell lists the choices of a field under its cell; false where there are none.
func (p *Pane) pickCell(ref briefing.Ref, f briefing.Field, row, column int) bool {
	choices := recordform.Choices(p.desk, f)
	if choices == nil {
		return false
	}
	r, err := p.desk.Project().Get(ref)
	if err != nil {
		p.desk.Fail(err)
		return true
	}
	now, items := f.Get(r), append([]kit.MenuItem{{Text: desk.T(p.desk, "records.none")}}, choices...)
	for i := range items {
		if items[i].Key == now && items[i].Icon == "" {
			items[i].Icon = kit.IconTick
		}
	}
	kit.ShowMenuAt(p.desk.Window().Canvas(), p.table.Under(row, column), items, func(key string) {
		if key == now {
			return
		}
		err := f.Set(r, key)
		if err == nil {
			err = p.desk.Project().Put(r)
		}
		if err != nil {
			p.desk.Fail(err)
		}
		p.Refresh()
	})
	return true
}

func typedInPlace(f briefing.Field) bool {
	switch f.Type {
	case briefing.LineField, briefing.ProseField, briefing.NumberField, briefing.IntField, briefing.PeriodField, briefing.StampField, briefing.ClockField:
		return true
	}
	return false
}

// keepCell keeps what was typed in a cell. What can't be read is told and stays
// under the cursor; when that is gone, it waits in the field of the form.
func (p *Pane) keepCell(ref briefing.Ref, f briefing.Field, typed string, left bool) bool {
	project := p.desk.Project()
	value, err := recordform.Parse(p.desk, f, typed)
	var r briefing.Record
	if err == nil {
		if r, err = project.Get(ref); err == nil {
			err = f.Set(r, value)
		}
	}
	if err != nil {
		sentence, hint := lang.Error(p.desk.Lang(), err)
		p.desk.Say(strings.TrimSpace(sentence + " " + hint))
		if !left {
			return false
		}
		if err := project.KeepTyped(ref, f.Key, typed); err != nil {
			p.desk.Fail(err)
		}
		return true
	}
	if err = project.Put(r); err == nil {
		err = project.KeepTyped(ref, f.Key, "")
	}
	if err != nil {
		p.desk.Fail(err)
		return left
	}
	p.Refresh()
	return true
}
