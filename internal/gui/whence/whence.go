// Package whence shows the derivation of a number in the window: «Откуда это?»
// beside a cell, or in a dialog over a record.
//
// It promises: it shows what app says of the number and computes nothing; what
// is named there is opened with a click.
package whence

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// indent is how far what a value was made of stands to its right.
const indent float32 = 14

// Rows is how many imported rows are told of each sum in the window.
const Rows = 3

// Object shows the lines of a derivation; open, if set, opens the record of a
// line.
func Object(lines []app.DerivationLine, open func(briefing.Ref)) fyne.CanvasObject {
	body := kit.Column(6)
	for _, l := range lines {
		line := kit.Column(2)
		color, letter := theme.Second, kit.Caption
		switch l.Role {
		case app.WhenceValue:
			color, letter = theme.Ink, kit.Small
		case app.WhenceFormula:
			color, letter = theme.Ink, kit.Caption
		}
		line.Add(kit.NewWrapped(l.Text, letter, color))
		if l.Value != "" && l.Role == app.WhenceValue {
			line.Add(bold(l.Value, l.Depth == 0))
		} else if l.Value != "" {
			line.Add(kit.NewWrapped(l.Value, kit.Caption, theme.Ink))
		}
		if open != nil && l.Ref.ID != "" && l.Depth > 0 && (l.Role == app.WhenceValue || l.Role == app.WhenceFile || l.Role == app.WhenceClaim) {
			ref := l.Ref
			line = kit.TopRow(4, kit.Flex(line), kit.NewIconButton("chevron-right", l.Text, func() { open(ref) }))
		}
		body.Add(kit.Pad(0, 0, 0, float32(l.Depth)*indent, line))
	}
	return body
}

func bold(text string, large bool) fyne.CanvasObject {
	if large {
		return kit.NewWrapped(text, kit.Heading, theme.Ink)
	}
	return kit.NewWrapped(text, kit.Small, theme.Accent)
}

// ShowRecord asks whence the numbers of a record are, in a dialog over the
// window: a fact itself, of other records those bound in their texts.
func ShowRecord(d screen.Desk, ref briefing.Ref, open func(briefing.Ref)) {
	Show(d, d.Project().WhenceRecord(ref, Rows), open)
}

// Show tells derivations in a dialog over the window; open, if set, opens the
// record of a line. Where there are none the window says so.
func Show(d screen.Desk, found []app.Derivation, open func(briefing.Ref)) {
	if len(found) == 0 {
		d.Say(desk.T(d, "trade.ask.whence.none"))
		return
	}
	var dialog *kit.Dialog
	lines := d.Project().DerivationsLines(found, d.Lang(), true)
	follow := func(r briefing.Ref) {
		dialog.Close()
		open(r)
	}
	if open == nil {
		follow = nil
	}
	body := container.NewVScroll(kit.Pad(0, 24, 0, 24, Object(lines, follow)))
	shut := desk.T(d, "trade.close")
	dialog = kit.NewDialog(kit.DialogSpec{
		Title: desk.T(d, "trade.ask.whence"), Content: body, Bare: true, CloseName: shut, Width: 560, Height: 520,
		Buttons: []*kit.Button{kit.NewButton(kit.Secondary, "", shut, func() { dialog.Close() })},
	})
	dialog.ShowOn(d.Window().Canvas())
}
