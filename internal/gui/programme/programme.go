// Package programme is the view of events by time: the line of all events at
// the left, the programme of the visit by day and hour beside it.
//
// It promises that a move in the programme is one action of the journal, by
// keyboard as by mouse, and that an hour or a day which is not known is never
// drawn as if it were.
package programme

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// Screen is the view.
type Screen struct {
	desk  desk.Desk
	all   fyne.CanvasObject
	list  *kit.RecordList
	side  *fyne.Container
	plan  *kit.Schedule
	right *fyne.Container
	rows  []app.TimelineEntry // Ref empty: the heading of a year
	days  []app.ProgrammeDay
}

// lineWidth is the width of the line of events, where there is room for it.
const lineWidth float32 = 420

// New builds the view.
func New(d desk.Desk) *Screen {
	s := &Screen{desk: d, side: container.NewStack(), right: container.NewStack()}
	s.list = kit.NewRecordList(kit.TallHeight, nil)
	s.list.OnOpen = func(i int) { s.open(s.rows[i].Ref.ID) }
	s.plan = kit.NewSchedule(s.t("band"), s.t("nothing"))
	s.plan.OnOpen = func(key string) { s.open(briefing.ID(key)) }
	s.plan.OnShift = func(key string, days, minutes int) {
		s.moved(key, func(p *app.Project) (bool, error) { return p.ShiftProgramme(briefing.ID(key), days, minutes) })
	}
	s.plan.OnPlace = func(key string, day, minute int) {
		s.moved(key, func(p *app.Project) (bool, error) { return p.PlaceProgramme(briefing.ID(key), day, minute) })
	}
	s.all = container.New(besideLayout{}, kit.NewPanel(theme.Ground, s.side), kit.NewStandingRule(), s.right)
	s.Refresh()
	return s
}

func (s *Screen) t(key string, args ...any) string { return desk.T(s.desk, "programme."+key, args...) }

// Object is the view.
func (s *Screen) Object() fyne.CanvasObject { return s.all }

// Refresh shows the project as it is now.
func (s *Screen) Refresh() {
	s.fillLine()
	s.fillPlan()
}

// Show does nothing: records are shown in their list.
func (s *Screen) Show(briefing.Ref, string) {}

func (s *Screen) open(id briefing.ID) {
	if id != "" {
		s.desk.Go(screen.Events, briefing.Ref{Kind: briefing.KindEvent, ID: id}, "")
	}
}

// fillLine lists the events under their years.
func (s *Screen) fillLine() {
	s.rows = nil
	last := -1
	for _, e := range s.desk.Project().Timeline(s.desk.Lang(), s.desk.Content()) {
		if e.Year != last {
			s.rows = append(s.rows, app.TimelineEntry{Year: e.Year})
			last = e.Year
		}
		s.rows = append(s.rows, e)
	}
	s.list.SetParts(len(s.rows), func(i int) kit.RowItem { return s.item(s.rows[i]) })
	var shown fyne.CanvasObject = s.list
	if len(s.rows) == 0 {
		shown = kit.NewEmptyState("events", s.t("empty"), s.t("empty_next"), nil)
	}
	s.side.Objects = []fyne.CanvasObject{shown}
	s.side.Refresh()
}

func (s *Screen) item(e app.TimelineEntry) kit.RowItem {
	if e.Ref.ID == "" {
		if e.Year == 0 {
			return kit.RowItem{Heading: true, Title: s.t("unknown_year")}
		}
		return kit.RowItem{Heading: true, Title: fmt.Sprint(e.Year)}
	}
	it := kit.RowItem{Title: e.Title, TitleBold: e.Visit, Lead: e.Date, LeadSub: e.Note, Dot: theme.Accent, Sub: e.Status}
	if e.Date == "" {
		it.Lead, it.LeadSub = e.Note, ""
	}
	for _, x := range []struct {
		on  bool
		key string
	}{{e.Visit, "visit"}, {e.OfVisit, "of_visit"}, {e.Later, "later"}} {
		if x.on {
			it.Sub = join(it.Sub, s.t(x.key))
		}
	}
	if e.Later {
		it.Dot, it.Dimmed = theme.Third, true
	}
	return it
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// fillPlan shows the programme, or what is missing for it.
func (s *Screen) fillPlan() {
	all := s.desk.Project().Programme(s.desk.Lang(), s.desk.Content())
	s.days = all.Days
	s.plan.Locked = s.desk.Project().State().ReadOnly
	if len(all.Days) == 0 {
		s.right.Objects = []fyne.CanvasObject{kit.NewEmptyState("events", s.t("no_visit"), s.t("no_visit_next"), s.wayOut())}
		s.right.Refresh()
		return
	}
	days := make([]kit.ScheduleDay, len(all.Days))
	for i, d := range all.Days {
		days[i] = kit.ScheduleDay{Title: d.Title, Note: d.Weekday}
		for _, it := range d.Items {
			days[i].Items = append(days[i].Items, scheduled(it))
		}
	}
	s.plan.SetDays(days)
	head := kit.Column(4, kit.NewBold(s.t("title"), kit.Heading, theme.Ink), kit.NewWrapped(all.Title, kit.Small, theme.Second),
		kit.NewWrapped(s.t("keys"), kit.Small, theme.Second))
	body := kit.Column(12, head)
	if len(all.Dayless) > 0 {
		body.Add(s.dayless(all.Dayless))
	}
	body.Add(s.plan)
	shown := container.NewScroll(kit.Pad(16, 24, 24, 24, body))
	if len(s.right.Objects) == 1 { // where the user has scrolled to
		if old, ok := s.right.Objects[0].(*container.Scroll); ok {
			shown.Offset = old.Offset
		}
	}
	s.right.Objects = []fyne.CanvasObject{shown}
	s.right.Refresh()
}

func scheduled(it app.ProgrammeItem) kit.ScheduleItem {
	out := kit.ScheduleItem{Key: string(it.Ref.ID), Title: it.Title, Minute: it.Minute, Dimmed: it.Later}
	for _, w := range it.Said {
		out.Sub = join(out.Sub, w)
	}
	return out
}

// wayOut leads to what the programme lacks: the choice of the visit, or its
// dates.
func (s *Screen) wayOut() *kit.Button {
	if visit := s.desk.Project().Pack().Event; visit != "" {
		return kit.NewButton(kit.Secondary, "", s.t("open_visit"), func() {
			s.desk.Go(screen.Events, briefing.Ref{Kind: briefing.KindEvent, ID: visit}, "when")
		})
	}
	return kit.NewButton(kit.Secondary, "", s.t("choose_visit"), func() {
		s.desk.Go(screen.Pack, s.desk.Project().Pack().Ref(), "event")
	})
}

// dayless lists the items of which no day of the visit is known.
func (s *Screen) dayless(items []app.ProgrammeItem) fyne.CanvasObject {
	list := kit.Column(4, kit.NewText(s.t("dayless"), kit.Small, theme.Second))
	for _, it := range items {
		row := kit.NewListRow(kit.RowItem{Title: it.Title, Icon: kit.IconUnchecked, IconColor: theme.Second}, func() { s.open(it.Ref.ID) })
		row.Height = kit.RowHeight
		put := kit.NewButton(kit.Link, "", s.t("to_days"), func() {
			s.moved(string(it.Ref.ID), func(p *app.Project) (bool, error) { return p.PlaceProgramme(it.Ref.ID, 0, -1) })
		})
		if s.plan.Locked {
			put.Disable()
		}
		list.Add(kit.Row(8, kit.Flex(row), put))
	}
	return list
}

// moved makes a move and tells its outcome; the entry keeps the focus.
func (s *Screen) moved(key string, do func(*app.Project) (bool, error)) {
	changed, err := do(s.desk.Project())
	switch {
	case err != nil:
		s.desk.Fail(err)
		return
	case !changed:
		s.desk.Say(s.t("edge"))
		return
	}
	s.Refresh()
	if f := s.plan.Focusable(key); f != nil {
		kit.FocusOn(f)
	}
	if title, place := s.placeOf(key); place != "" {
		s.desk.Say(s.t("moved", title, place))
	}
}

// placeOf is the title of an item and its day and hour in words.
func (s *Screen) placeOf(key string) (title, place string) {
	for _, d := range s.days {
		for _, it := range d.Items {
			if string(it.Ref.ID) != key {
				continue
			}
			if it.Minute < 0 {
				return it.Title, d.Title + ", " + s.t("no_hour")
			}
			return it.Title, fmt.Sprintf("%s, %02d:%02d", d.Title, it.Minute/60, it.Minute%60)
		}
	}
	return "", ""
}

// besideLayout sets line, rule and programme side by side; the line gives way
// where there is little room.
type besideLayout struct{}

// lineLeast is what line and programme take in the smallest window with the
// largest letters.
const lineLeast float32 = 560

// MinSize is what the narrowest window has.
func (besideLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(lineLeast, max(o[0].MinSize().Height, 200))
}

// Layout sets the parts.
func (besideLayout) Layout(o []fyne.CanvasObject, z fyne.Size) {
	line := min(lineWidth, float32(int(z.Width*0.38)))
	x := float32(0)
	for i, w := range []float32{line, 1, z.Width - line - 1} {
		o[i].Move(fyne.NewPos(x, 0))
		o[i].Resize(fyne.NewSize(w, z.Height))
		x += w
	}
}
