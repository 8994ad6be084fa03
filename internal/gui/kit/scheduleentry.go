package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"briefing/internal/gui/theme"
)

// scheduleEntry is one entry of a Schedule.
type scheduleEntry struct {
	control
	in        *Schedule
	item      ScheduleItem
	day       int
	home      fyne.Position // where the schedule has put it
	dragged   bool
	face      *canvas.Rectangle
	mark      *canvas.Rectangle
	ring      *canvas.Rectangle
	title     *canvas.Text
	sub       *canvas.Text
	clockIcon *canvas.Image
	objs      []fyne.CanvasObject
}

func newScheduleEntry(s *Schedule) *scheduleEntry {
	e := &scheduleEntry{in: s, face: newBox(), mark: newBox(), ring: newBox(), title: canvas.NewText("", nil), sub: canvas.NewText("", nil), clockIcon: newPicture()}
	e.objs = []fyne.CanvasObject{e.face, e.mark, e.title, e.sub, e.clockIcon, e.ring}
	e.press = func() {
		if s.OnOpen != nil {
			s.OnOpen(e.item.Key)
		}
	}
	e.extend(e)
	return e
}

func (e *scheduleEntry) set(it ScheduleItem, day int) {
	e.item, e.day = it, day
	e.label = it.Title
	if it.Minute >= 0 {
		e.label = clockOf(it.Minute) + " " + it.Title
	}
}

func clockOf(minute int) string { return fmt.Sprintf("%02d:%02d", minute/60, minute%60) }

// put sets the entry where the schedule wants it; while it is dragged it stays
// under the pointer.
func (e *scheduleEntry) put(x, y, w float32) {
	if e.dragged {
		return
	}
	e.home = fyne.NewPos(x, y)
	place(e, x, y, w, scheduleEntryH)
}

// CreateRenderer is called by the toolkit.
func (e *scheduleEntry) CreateRenderer() fyne.WidgetRenderer { return newRenderer(e) }

func (e *scheduleEntry) objects() []fyne.CanvasObject { return e.objs }
func (e *scheduleEntry) least() fyne.Size             { return size(60, scheduleEntryH) }

func (e *scheduleEntry) arrange(s fyne.Size) {
	place(e.face, 0, 0, s.Width, s.Height)
	place(e.ring, 0, 0, s.Width, s.Height)
	if e.item.Minute < 0 {
		place(e.mark, 8, 9, 8, 8)
	} else {
		place(e.mark, 0, 0, 3, s.Height)
	}
	x, room := float32(10), s.Width-16
	if e.item.Minute < 0 {
		x, room = 22, s.Width-28
	}
	if e.item.Dimmed {
		place(e.clockIcon, s.Width-SmallIconSide-6, 6, SmallIconSide, SmallIconSide)
		room -= SmallIconSide + 4
	}
	bold := func(t string) float32 { return fyne.MeasureText(t, 13, fyne.TextStyle{Bold: true}).Width }
	e.title.Text = fit(e.item.Title, room, bold)
	place(e.title, x, 4, room, 18)
	sub := e.item.Sub
	if e.item.Minute >= 0 {
		sub = clockOf(e.item.Minute)
		if e.item.Sub != "" {
			sub += " · " + e.item.Sub
		}
	}
	e.sub.Text = fit(sub, s.Width-x-6, widthOf(12))
	place(e.sub, x, 23, s.Width-x-6, 16)
}

func (e *scheduleEntry) paint(l look) {
	fill, mark := theme.Tint, theme.Accent
	if e.item.Minute < 0 {
		fill = theme.Surface
	}
	if e.item.Dimmed {
		mark = theme.Third
		if e.item.Minute >= 0 {
			fill = theme.Hover
		}
	}
	frame := theme.Line
	if e.hovered || e.dragged {
		frame = theme.StrongLine
	}
	l.box(e.face, fill, frame, theme.RadiusChip)
	e.mark.FillColor = l.color(mark)
	e.mark.CornerRadius = 0
	if e.item.Minute < 0 {
		e.mark.CornerRadius = 4
	}
	ink := theme.Ink
	if e.item.Dimmed {
		ink = theme.Second
	}
	e.title.TextSize, e.title.Color, e.title.TextStyle.Bold = 13, l.color(ink), true
	e.sub.TextSize, e.sub.Color = 12, l.color(theme.Second)
	clock := ""
	if e.item.Dimmed {
		clock = IconClock
	}
	l.picture(e.clockIcon, clock, theme.Second, true)
	l.focusRing(e.ring, e.focused, l.size(theme.RadiusChip))
}

// TypedShortcut takes Alt and the arrows; the rest is the window's.
func (e *scheduleEntry) TypedShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierAlt || e.in.OnShift == nil || e.in.Locked {
		passShortcut(e, s)
		return
	}
	switch c.KeyName {
	case fyne.KeyUp:
		e.in.OnShift(e.item.Key, 0, -quarter)
	case fyne.KeyDown:
		e.in.OnShift(e.item.Key, 0, quarter)
	case fyne.KeyLeft:
		e.in.OnShift(e.item.Key, -1, 0)
	case fyne.KeyRight:
		e.in.OnShift(e.item.Key, 1, 0)
	default:
		passShortcut(e, s)
	}
}

// TypedKey takes Delete, which takes the hour off, beside what a control takes.
func (e *scheduleEntry) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyDelete && e.item.Minute >= 0 && e.in.OnPlace != nil && !e.in.Locked {
		e.in.OnPlace(e.item.Key, e.day, -1)
		return
	}
	e.control.TypedKey(ev)
}

// Dragged is called by the toolkit: the entry follows the pointer.
func (e *scheduleEntry) Dragged(ev *fyne.DragEvent) {
	if e.in.Locked || e.in.OnPlace == nil {
		return
	}
	e.dragged = true
	e.Move(e.Position().AddXY(ev.Dragged.DX, ev.Dragged.DY))
}

// DragEnd is called by the toolkit: the place under the entry is asked for.
func (e *scheduleEntry) DragEnd() {
	if !e.dragged {
		return
	}
	e.dragged = false
	at := e.Position()
	e.Move(e.home)
	day, minute := e.in.at(at.X+e.Size().Width/2, at.Y)
	if len(e.in.days) > 0 {
		e.in.OnPlace(e.item.Key, day, minute)
	}
}
