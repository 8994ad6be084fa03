package overview

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// todo is the card of what is left to do, with who does it and by when; what
// does not fit in is in a list of its own.
func (s *Screen) todo(st *app.Standing) fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, t := range st.Todo[:min(len(st.Todo), rows)] {
		list = append(list, s.todoRow(t, nil))
	}
	var foot []fyne.CanvasObject
	if len(st.Todo) > rows {
		foot = append(foot, kit.NewButton(kit.Link, "", s.t("todo.all", len(st.Todo)), s.allTodo))
	}
	if s.writes() {
		foot = append(foot, kit.NewButton(kit.Link, "plus", s.t("todo.add"), func() { s.askOwn() }))
	}
	h := kit.SectionHeader{Title: s.t("todo"), Note: strconv.Itoa(len(st.Todo)), Tail: []fyne.CanvasObject{kit.NewText(s.t("todo.section"), kit.Small, theme.Second)}}
	if len(list) == 0 {
		list = append(list, kit.Fixed(0, 2*kit.TallHeight, kit.NewEmptyState(kit.IconConfirmed, s.t("todo.none"), "", nil)))
	}
	if len(foot) > 0 {
		list = append(list, kit.Pad(8, 16, 8, 16, kit.Row(16, foot...)))
	}
	return kit.NewSectionCard(h, list...)
}

func (s *Screen) writes() bool { return !s.desk.Project().State().ReadOnly }

// todoRow is one thing to do: it leads to where it is done, and its button
// asks who does it. left is called before it leads away.
func (s *Screen) todoRow(t app.Todo, left func()) fyne.CanvasObject {
	item := kit.RowItem{Icon: "unverified", IconColor: theme.Third, Title: t.Title, Sub: t.Note, Trail: t.Section, Opens: !t.Own}
	if t.Blocking {
		item.Icon, item.IconColor = kit.IconBlocking, theme.Bad
		item.Sub, item.SubColor = s.t("todo.blocks", t.Note), theme.Bad
	}
	if who := s.who(t); who != "" {
		item.Sub = who
		item.SubColor = theme.Second
		if t.Overdue {
			item.SubColor = theme.Bad
		}
	}
	press := func() {
		if left != nil {
			left()
		}
		if t.Fill != "" {
			s.desk.Go(screen.FilledOn(t.Fill), briefing.Ref{}, "")
			return
		}
		s.desk.Go("", t.Ref, t.Field)
	}
	if t.Own {
		item.Check, item.Icon = s.writes(), ""
		press = nil
	}
	row := kit.NewListRow(item, press)
	row.OnCheck = func(bool) {
		if left != nil {
			left()
		}
		s.failed(s.desk.Project().DoneTask(t.Key))
	}
	if !s.writes() {
		return row
	}
	name := s.t("todo.assign")
	return kit.Dock(nil, nil, nil, kit.Pad(12, 8, 12, 0, kit.NewIconButton("person", name, func() { s.askWho(t) })), row)
}

// who is «Иванова А. П. · до 20.03.2023», with what is late told first.
func (s *Screen) who(t app.Todo) string {
	parts := []string{}
	if t.Overdue {
		parts = append(parts, s.t("todo.overdue"))
	}
	if t.Who != "" {
		parts = append(parts, t.Who)
	}
	if t.DueText != "" {
		parts = append(parts, s.t("todo.due", t.DueText))
	}
	return strings.Join(parts, " · ")
}

func (s *Screen) failed(err error) {
	if err != nil {
		s.desk.Fail(err)
	}
}

// allTodo shows the whole list over the window.
func (s *Screen) allTodo() {
	var d *kit.Dialog
	list := kit.Column(0)
	for _, t := range s.shown.Todo {
		list.Add(s.todoRow(t, func() { d.Close() }))
		list.Add(kit.NewRule())
	}
	d = kit.NewDialog(kit.DialogSpec{
		Title: s.t("todo"), Content: container.NewVScroll(list), CloseName: s.t("todo.close"), Width: 720, Height: 620,
	})
	s.whole = d
	d.ShowOn(s.desk.Window().Canvas())
}

// askWho asks who does a thing and by when.
func (s *Screen) askWho(t app.Todo) {
	s.ask(s.t("todo.assign"), t.Title, false, t.Who, t.DueText, func(_, who string, due briefing.Stamp) error {
		return s.desk.Project().Assign(t.Key, who, due)
	})
}

// askOwn asks for a thing of one's own.
func (s *Screen) askOwn() {
	s.ask(s.t("todo.add"), "", true, "", "", s.desk.Project().AddTask)
}

func (s *Screen) ask(title, note string, own bool, who, due string, keep func(what, who string, due briefing.Stamp) error) {
	what := kit.NewTextField("", "", nil)
	person := kit.NewTextField(who, s.t("todo.who_hint"), nil)
	day := kit.NewTextField(due, s.t("todo.due_hint"), nil)
	whatField := kit.NewField(desk.T(s.desk, "overview.todo.what"), true, what)
	dayField := kit.NewField(s.t("todo.by"), false, day)
	what.OnChange = func(string) { whatField.SetError("") }
	day.OnChange = func(string) { dayField.SetError("") }
	form := kit.Form(kit.NewField(s.t("todo.who"), false, person), dayField)
	if own {
		form = kit.Form(whatField, kit.NewField(s.t("todo.who"), false, person), dayField)
	}
	var d *kit.Dialog
	set := func() {
		at, err := lang.ParseStamp(s.desk.Lang(), day.Text(), time.Local)
		switch {
		case err != nil:
			sentence, hint := lang.Error(s.desk.Lang(), err)
			dayField.SetError(sentence + " " + hint)
		case own && strings.TrimSpace(what.Text()) == "":
			whatField.SetError(s.t("todo.empty"))
		default:
			d.Close()
			if s.whole != nil {
				s.whole.Close() // it shows what was
			}
			s.failed(keep(what.Text(), person.Text(), at))
			return
		}
		d.Refresh()
	}
	d = kit.NewDialog(kit.DialogSpec{
		Title: title, Subtitle: note, Content: form, CloseName: s.t("todo.close"),
		Buttons: []*kit.Button{
			kit.NewButton(kit.Secondary, "", s.t("todo.cancel"), func() { d.Close() }),
			kit.NewButton(kit.Primary, "", s.t("todo.keep"), set),
		},
	})
	d.ShowOn(s.desk.Window().Canvas())
}
