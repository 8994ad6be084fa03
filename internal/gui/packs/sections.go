package packs

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// sections is the list of the pack's sections: a tick takes one in, a click
// turns the preview to it.
type sections struct {
	desk  desk.Desk
	rows  *fyne.Container
	count *kit.Text
	all   fyne.CanvasObject
	shown *app.Standing
	onTo  func(key string)
	line  *dropLine
	key   string // the section that is shown
	byKey map[string]*kit.MovableRow
	focus string // the section to give the focus to once it is shown in its new place
}

func newSections(d desk.Desk, onTo func(key string)) *sections {
	s := &sections{desk: d, rows: kit.Column(0), count: kit.NewText("", kit.Small, theme.Second), onTo: onTo, line: newDropLine()}
	var setup *kit.Button
	setup = kit.NewIconButton("print", desk.T(d, "pack.arrange.setup"), func() { s.setup(setup) })
	add := kit.NewIconButton("plus", desk.T(d, "pack.add_section"), s.add)
	if d.Project().State().ReadOnly {
		add.Disable()
	}
	head := kit.Fixed(0, 44, kit.Pad(0, 16, 0, 24, kit.Row(8,
		kit.Flex(kit.NewBold(desk.T(d, "pack.sections"), kit.Body, theme.Ink)), s.count, add, setup)))
	s.all = kit.Dock(head, nil, nil, nil, container.NewVScroll(kit.Pad(0, 0, 16, 0, container.NewStack(s.rows, s.line.all))))
	return s
}

// add begins a section written by hand, with the cursor in its title.
func (s *sections) add() {
	own := &briefing.Message{Kind: "section"}
	if err := s.desk.Project().Put(own); err != nil {
		s.desk.Fail(err)
		return
	}
	s.desk.Go(screen.Messages, own.Ref(), "title_"+string(s.desk.Content()))
}

func (s *sections) object() fyne.CanvasObject { return s.all }

func (s *sections) refresh() {
	st := s.desk.Standing()
	if st == nil || st == s.shown {
		return
	}
	s.shown = st
	s.rows.Objects = nil
	s.byKey = map[string]*kit.MovableRow{}
	on, moved := 0, fyne.Focusable(nil)
	for _, sec := range st.Sections {
		if sec.On {
			on++
		}
		line, row := s.row(sec)
		s.rows.Add(line)
		s.byKey[sec.Key] = row
		row.SetSelected(sec.Key == s.key)
		if sec.Key == s.focus {
			moved = row
		}
	}
	s.count.SetText(desk.T(s.desk, "pack.sections_on", on, len(st.Sections)))
	s.rows.Refresh()
	s.all.Refresh()
	if s.focus = ""; moved != nil { // in the window by now
		kit.FocusOn(moved)
	}
}

// choose marks the section that is shown.
func (s *sections) choose(key string) {
	if old := s.byKey[s.key]; old != nil {
		old.SetSelected(false)
	}
	if s.key = key; s.byKey[key] != nil {
		s.byKey[key].SetSelected(true)
	}
}

// walk gives the focus to the section above or below.
func (s *sections) walk(key string, by int) {
	for i, sec := range s.shown.Sections {
		if at := i + by; sec.Key == key && at >= 0 && at < len(s.shown.Sections) {
			kit.FocusOn(s.byKey[s.shown.Sections[at].Key])
			return
		}
	}
}

// toEmpty gives the focus to the first section that is taken in and has nothing in
// it; false when there is none.
func (s *sections) toEmpty() bool {
	s.refresh()
	if s.shown == nil {
		return false
	}
	for _, sec := range s.shown.Sections {
		if row := s.byKey[sec.Key]; row != nil && sec.On && sec.State == app.SectionEmpty {
			s.onTo(sec.Key)
			kit.FocusOn(row)
			return true
		}
	}
	return false
}

// row is the line of a section, and in it what takes the focus.
func (s *sections) row(sec app.SectionView) (fyne.CanvasObject, *kit.MovableRow) {
	item := kit.RowItem{
		Check: true, Checked: sec.On, Number: sec.Number, NumberRoom: numberRoom, Title: sec.Title, Wrap: true,
		Dimmed: !sec.On, Inset: 8 + 16*float32(sec.Level-1),
	}
	if sec.Level > 1 {
		item.NumberRoom = subNumberRoom
	}
	switch {
	case !sec.On:
	case sec.Brief && sec.State != app.SectionEmpty && sec.Blocking+sec.Remarks == 0:
		item.Trail = desk.T(s.desk, "pack.arrange.brief")
	case sec.State == app.SectionEmpty:
		item.Trail = desk.T(s.desk, "pack.empty")
	case sec.Blocking > 0:
		item.TrailIcon, item.TrailColor, item.Trail = kit.IconBlocking, theme.Bad, strconv.Itoa(sec.Blocking)
	case sec.Remarks > 0:
		item.TrailIcon, item.TrailColor, item.Trail = kit.IconRemark, theme.Warn, strconv.Itoa(sec.Remarks)
	}
	if sec.Key != "cover" {
		item.Reserve = moreRoom
	}
	r := kit.NewMovableRow(item, func() { s.onTo(sec.Key) })
	r.Height = rowHigh
	r.OnWalk = func(by int) { s.walk(sec.Key, by) }
	if sec.Key != "cover" && !s.desk.Project().State().ReadOnly {
		r.OnDrag = func(gone float32) { s.drag(sec.Key, gone) }
		r.OnDrop = func(gone float32) { s.drop(sec.Key, gone) }
		r.OnStep = func(by int) { s.step(sec.Key, by) }
	}
	r.OnCheck = func(on bool) {
		if err := s.desk.Project().SetSection(sec.Key, on); err != nil {
			s.desk.Fail(err)
		}
	}
	if sec.Key == "cover" {
		return r, r
	}
	var more *kit.Button
	more = kit.NewIconButton("more", desk.T(s.desk, "pack.arrange.arrange")+": "+sec.Title, func() { s.arrange(more, sec) })
	return container.New(overRow{}, r, more), r
}
