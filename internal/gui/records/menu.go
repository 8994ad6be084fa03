package records

import (
	"slices"

	"fyne.io/fyne/v2"

	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
)

// menu offers what can be done with the chosen record. Copying is of the row,
// or of what is marked in the table.
func (p *Pane) menu(at fyne.Position) {
	if p.chosen.ID == "" {
		return
	}
	fixed := p.desk.Project().State().ReadOnly
	items := []kit.MenuItem{
		{Key: "open", Text: p.t("menu.open"), Note: "Enter", Icon: "edit"},
		{Key: "copy", Text: p.t("menu.copy"), Note: "Ctrl+C", Icon: "copy"},
		{Key: "duplicate", Text: p.t("duplicate"), Note: "Ctrl+D", Icon: "plus", Disabled: fixed, Line: true},
		{Key: "history", Text: p.t("history"), Icon: "history"},
	}
	if p.tabled {
		items[2].Note = ""
		items = slices.Insert(items, 2, kit.MenuItem{Key: "fill", Text: p.t("fill"), Note: "Ctrl+D", Icon: kit.IconDown, Disabled: fixed, Line: true})
	}
	if p.counted() {
		items = append(items, kit.MenuItem{Key: "whence", Text: desk.T(p.desk, "trade.ask.whence"), Icon: "function"})
	}
	items = append(items, kit.MenuItem{Key: "delete", Text: p.t("delete"), Note: "Del", Icon: "trash", Disabled: fixed, Line: true, Danger: true})
	kit.ShowMenuAt(p.desk.Window().Canvas(), at, items, p.act)
}

// act does what was chosen in the menu.
func (p *Pane) act(key string) {
	switch key {
	case "open":
		p.Show(p.chosen, "")
		p.form.Focus("")
	case "copy":
		if p.tabled {
			p.table.Copy()
			return
		}
		fyne.CurrentApp().Clipboard().SetContent(p.caption(p.chosen))
	case "fill":
		p.fillDown()
	case "duplicate":
		p.duplicate()
	case "history":
		p.showHistory()
	case "whence":
		p.showWhence()
	case "delete":
		p.delete()
	}
}
