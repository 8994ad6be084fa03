// Package pasting is the dialog in which rows copied from Word or Excel become
// records: the text as it was copied, what its columns are taken for, and the
// rows with a box each.
//
// It promises that nothing is stored before its button is pressed, that what
// is stored is one action, and that each cell which could not be taken as its
// column says is told in words.
package pasting

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// typingPause is how long the hands rest before an edited text is read anew.
const typingPause = 300 * time.Millisecond

// Largest size of the dialog; a smaller window makes it smaller.
const (
	maxWidth  float32 = 1180
	maxHeight float32 = 760
	margin    float32 = 32
	lowWindow float32 = 480
)

// dropped is the key of the choice that leaves a column out.
const dropped = "-"

// Show opens the dialog over a text from the clipboard, which may be empty.
// Then is called with the records added, after they were stored; it may be nil.
func Show(d desk.Desk, kind briefing.Kind, clipboard string, then func(refs []briefing.Ref)) {
	s := &sheet{desk: d, kind: kind, then: then, ticks: map[int]bool{}, blank: clipboard == ""}
	s.later = d.Later(typingPause, s.read)
	low, lines := d.Window().Canvas().Size().Height < lowWindow, 4
	if low { // the rows are what matters
		lines = 1
	}
	if kit.TooMuch(clipboard) {
		s.long, clipboard = clipboard, ""
	}
	s.text = kit.NewTextArea(clipboard, desk.T(d, "pasting.placeholder"), lines, func(string) { s.later.Touch() })
	s.text.OnTooMuch(func(text string) {
		s.text.SetText("")
		s.long = text
		s.read()
	})
	s.text.OnNothing(func() { // a picture, say; the rows that are there stay
		s.blank = true
		s.read()
	})
	s.count = kit.NewText("", kit.Body, theme.Second)
	s.title = kit.NewText("", kit.Small, theme.Second)
	s.warning = kit.NewText("", kit.Small, theme.Warn)
	s.make = kit.NewCheckBox("", "", true, func(bool) { s.again(s.mapping) })
	s.make.Hide()
	s.below = kit.NewPanel(theme.None, nil)
	s.add = kit.NewButton(kit.Primary, "", "", s.store)
	cancel := kit.NewButton(kit.Quiet, "", desk.T(d, "pasting.cancel"), s.close)
	var field fyne.CanvasObject = kit.NewField(desk.T(d, "pasting.text"), false, s.text)
	subtitle := desk.T(d, "pasting.subtitle")
	if low {
		field, subtitle = s.text, ""
	}
	canvas := d.Window().Canvas()
	s.dialog = kit.NewDialog(kit.DialogSpec{
		Title: desk.T(d, "pasting.title", lang.KindName(d.Lang(), kind, true)), Subtitle: subtitle,
		Content: kit.Dock(kit.Pad(0, 0, 12, 0, kit.Column(8, field, s.title, s.warning, s.make)), nil, nil, nil, s.below), Foot: s.count,
		Buttons: []*kit.Button{cancel, s.add}, CloseName: desk.T(d, "pasting.cancel"), OnCancel: s.later.Stop,
		Width: min(maxWidth, canvas.Size().Width-margin), Height: min(maxHeight, canvas.Size().Height-margin),
	})
	s.read()
	s.dialog.ShowOn(canvas)
}

// sheet is the open dialog.
type sheet struct {
	desk    desk.Desk
	kind    briefing.Kind
	then    func([]briefing.Ref)
	later   *desk.Later
	dialog  *kit.Dialog
	text    *kit.TextField
	blank   bool   // the clipboard had no text
	long    string // what is read while nothing stands in the field: too much to show
	title   *kit.Text
	warning *kit.Text     // of columns that no field takes
	make    *kit.CheckBox // of organisations that the project does not have
	count   *kit.Text
	below   *kit.Panel
	add     *kit.Button
	pasted  app.Pasted
	mapping []string     // chosen by the user, nil while all is guessed
	ticks   map[int]bool // changed by the user
	grid    *grid
}

func (s *sheet) t(key string, args ...any) string { return desk.T(s.desk, "pasting."+key, args...) }

// source is the text that is read.
func (s *sheet) source() string {
	if text := s.text.Text(); text != "" {
		s.long = ""
		return text
	}
	return s.long
}

// lines is how many rows a text has.
func (s *sheet) lines() int { return strings.Count(strings.TrimRight(s.source(), "\r\n"), "\n") + 1 }

// read reads the text anew. Fields that the user chose for columns stay while
// there are as many columns.
func (s *sheet) read() {
	clear(s.ticks)
	out, err := s.take(s.mapping)
	if err == nil && s.mapping != nil && len(out.Columns) != len(s.mapping) {
		s.mapping = nil
		out, err = s.take(nil)
	}
	if err != nil {
		s.pasted = app.Pasted{}
		sentence, hint := lang.Error(s.desk.Lang(), err)
		if briefing.CodeOf(err) == briefing.CodeTooLarge {
			sentence, hint = lang.Plural(s.desk.Lang(), "gui.pasting.too_many", s.lines(), app.PasteRows), ""
		}
		s.below.SetContent(kit.Column(0, kit.NewNotice(kit.Bad, kit.IconBlocking, sentence, hint)))
		s.grid = nil
		s.tell()
		return
	}
	s.pasted = out
	if len(out.Rows) == 0 {
		why := s.t("empty")
		if s.blank && s.source() == "" {
			why = s.t("blank")
		}
		s.below.SetContent(kit.NewEmptyState("list", why, s.t("how"), nil))
		s.grid = nil
		s.tell()
		return
	}
	s.grid = newGrid(s)
	s.below.SetContent(s.grid.object())
	s.tell()
}

// remap takes a column for another field; "" leaves it out.
func (s *sheet) remap(column int, field string) {
	mapping := make([]string, len(s.pasted.Columns))
	for i, c := range s.pasted.Columns {
		mapping[i] = c.Field
	}
	mapping[column] = field
	s.again(mapping)
}

// take reads the text as the dialog's choices say.
func (s *sheet) take(mapping []string) (app.Pasted, error) {
	var how []app.Pasting
	if !s.make.Checked {
		how = append(how, app.WithoutNewOrganisations)
	}
	return s.desk.Project().ReadPasted(s.kind, s.source(), s.desk.Lang(), mapping, how...)
}

// again reads the rows that are shown once more, by other choices.
func (s *sheet) again(mapping []string) {
	if s.grid == nil {
		return
	}
	out, err := s.take(mapping)
	if err != nil {
		s.desk.Fail(err)
		return
	}
	s.mapping, s.pasted = mapping, out
	s.grid.refresh()
	s.tell()
}

// ticked tells whether a row is to be stored.
func (s *sheet) ticked(i int) bool {
	if on, ok := s.ticks[i]; ok {
		return on
	}
	return s.pasted.Rows[i].Offered
}

func (s *sheet) tick(i int, on bool) {
	s.ticks[i] = on
	s.tell()
}

// rows are the numbers of the rows to be stored.
func (s *sheet) rows() []int {
	var out []int
	for i := range s.pasted.Rows {
		if s.ticked(i) {
			out = append(out, i)
		}
	}
	return out
}

// tell says what would be stored.
func (s *sheet) tell() {
	n, same, faulty := len(s.rows()), 0, 0
	for _, r := range s.pasted.Rows {
		if r.Same != "" {
			same++
		}
		if len(r.Problems) > 0 {
			faulty++
		}
	}
	parts := []string{desk.Plural(s.desk, "pasting.count", n)}
	if same > 0 {
		parts = append(parts, desk.Plural(s.desk, "pasting.same", same))
	}
	if faulty > 0 {
		parts = append(parts, desk.Plural(s.desk, "pasting.faulty", faulty))
	}
	if len(s.pasted.Rows) == 0 {
		parts = nil
	}
	s.count.SetText(strings.Join(parts, " · "))
	var told []string
	if len(s.pasted.Above) > 0 {
		told = append(told, s.t("above", strings.Join(s.pasted.Above, " / ")))
	}
	if s.source() == s.long && s.long != "" && len(s.pasted.Rows) > 0 {
		told = append(told, lang.Plural(s.desk.Lang(), "gui.pasting.long", s.lines()))
	}
	if source := s.desk.Project().DefaultSource(); source != "" && s.kind == briefing.KindFact {
		told = append(told, s.t("source", s.desk.Project().Caption(briefing.Ref{Kind: briefing.KindSource, ID: source}, s.desk.Content())))
	}
	if s.pasted.Titled {
		told = append(told, s.t("titled"))
	}
	show(s.title, strings.Join(told, " · "))
	var unknown []string
	for i, c := range s.pasted.Columns {
		if c.Unknown {
			unknown = append(unknown, s.t("quoted", lang.Inside(s.desk.Lang(), s.columnName(i))))
		}
	}
	warning := ""
	if len(unknown) > 0 {
		warning = lang.Plural(s.desk.Lang(), "gui.pasting.unknown", len(unknown), strings.Join(unknown, ", "))
	}
	show(s.warning, warning)
	s.offer()
	if s.add.SetText(s.t("add", n)); n > 0 {
		s.add.Enable()
	} else {
		s.add.Disable()
	}
}

// show puts a line of words, or takes it away.
func show(line *kit.Text, words string) {
	line.SetText(words)
	line.Hide()
	if words != "" {
		line.Show()
	}
}

// offer names the organisations that would be made with the rows.
func (s *sheet) offer() {
	s.make.Hide()
	var names []string
	for _, o := range s.pasted.Organisations {
		names = append(names, o.Name.Any(s.desk.Lang()))
	}
	if len(names) == 0 {
		return
	}
	s.make.Text = lang.Plural(s.desk.Lang(), "gui.pasting.organisations", len(names))
	const shown = 3
	s.make.Sub = strings.Join(names[:min(len(names), shown)], "; ")
	if len(names) > shown {
		s.make.Sub += "…"
	}
	s.make.Show()
	s.make.Refresh()
}

// store adds what is ticked and closes the dialog.
func (s *sheet) store() {
	s.later.Flush() // what was typed a moment ago counts
	rows := s.rows()
	if len(rows) == 0 {
		return
	}
	if err := s.desk.Project().StorePasted(s.pasted, rows); err != nil {
		s.desk.Fail(err)
		return
	}
	var refs []briefing.Ref
	for _, i := range rows {
		refs = append(refs, s.pasted.Rows[i].Record.Ref())
	}
	s.close()
	s.desk.Say(desk.Plural(s.desk, "pasting.added", len(refs)))
	if s.then != nil {
		s.then(refs)
	}
}

func (s *sheet) close() {
	s.later.Stop()
	s.dialog.Close()
}

// problem tells one cell that could not be taken.
func (s *sheet) problem(f app.PastedFault) string {
	reason := lang.T(s.desk.Lang(), "pasted.reason."+f.Reason)
	if f.Column == 0 || f.Column > len(s.pasted.Columns) {
		return s.t("required", s.pasted.Main) // all other reasons are a cell's
	}
	return s.t("problem", s.columnName(f.Column-1), lang.Inside(s.desk.Lang(), flat(f.Text)), reason)
}

// columnName is a column's header, or its place where it has none.
func (s *sheet) columnName(i int) string {
	if h := s.pasted.Columns[i].Header; h != "" {
		return h
	}
	return s.t("column", i+1)
}

// flat puts a text of several lines on one.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }
