package kit

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// ScheduleItem is an entry of a Schedule.
type ScheduleItem struct {
	Key   string
	Title string
	Sub   string
	// Minute of the day; -1 is an entry without an hour, which stands in the
	// band above the hours.
	Minute int
	// Dimmed shows a clock and second ink: after the moment.
	Dimmed bool
}

// ScheduleDay is a column of a Schedule.
type ScheduleDay struct {
	Title, Note string
	Items       []ScheduleItem
}

// Schedule shows days side by side: what has no hour in a band at the top,
// what has one at its place among the hours. Each entry takes the focus; Alt and
// the arrows ask for a move by a quarter of an hour or a day, Delete for its
// hour to be taken off, and it can be dragged. The schedule moves nothing
// itself.
type Schedule struct {
	widget.BaseWidget
	// OnOpen is called on Enter and on a click.
	OnOpen func(key string)
	// OnShift asks for a move by days and minutes.
	OnShift func(key string, days, minutes int)
	// OnPlace asks for a place: a day, and a minute or -1 for the band.
	OnPlace func(key string, day, minute int)
	// Locked takes no moves.
	Locked bool

	days             []ScheduleDay
	band, none       string
	first, last      int // hours shown
	entries          map[string]*scheduleEntry
	ground, bandFace *canvas.Rectangle
	bandText         *canvas.Text
	titles, notes    []*canvas.Text
	empties          []*canvas.Text
	hours            []*canvas.Text
	lines            []*canvas.Rectangle
	rules            []*canvas.Rectangle
	objs             []fyne.CanvasObject
}

// Measures of a schedule.
const (
	scheduleGutter float32 = 64
	scheduleHead   float32 = 36
	scheduleHour   float32 = 48
	scheduleEntryH float32 = 44
	scheduleDayW   float32 = 150
	scheduleGap    float32 = 4

	quarter = 15
)

// NewSchedule returns an empty schedule; band names the place of what has no
// hour, none is written where a day holds nothing.
func NewSchedule(band, none string) *Schedule {
	s := &Schedule{band: band, none: none, entries: map[string]*scheduleEntry{}, ground: newBox(), bandFace: newBox(), bandText: canvas.NewText(band, nil)}
	s.build()
	s.ExtendBaseWidget(s)
	return s
}

// SetDays exchanges what is shown. An entry keeps its focus while its key stays.
func (s *Schedule) SetDays(days []ScheduleDay) {
	s.days = days
	s.build()
	s.Refresh()
}

// Focusable is what takes the focus for an entry, nil if there is none.
func (s *Schedule) Focusable(key string) fyne.Focusable {
	if e, ok := s.entries[key]; ok {
		return e
	}
	return nil
}

func (s *Schedule) build() {
	s.first, s.last = 8, 22
	kept := map[string]*scheduleEntry{}
	s.titles, s.notes, s.empties, s.hours, s.lines, s.rules = nil, nil, nil, nil, nil, nil
	s.objs = []fyne.CanvasObject{s.ground, s.bandFace, s.bandText}
	for n, d := range s.days {
		s.titles = append(s.titles, canvas.NewText(d.Title, nil))
		s.notes = append(s.notes, canvas.NewText(d.Note, nil))
		s.empties = append(s.empties, canvas.NewText(s.none, nil))
		s.rules = append(s.rules, newBox())
		s.objs = append(s.objs, s.titles[n], s.notes[n], s.empties[n], s.rules[n])
		for _, it := range d.Items {
			if it.Minute >= 0 {
				s.first, s.last = min(s.first, it.Minute/60), max(s.last, it.Minute/60+1)
			}
		}
	}
	for h := s.first; h <= s.last; h++ {
		s.hours = append(s.hours, canvas.NewText(fmt.Sprintf("%02d:00", h), nil))
		s.lines = append(s.lines, newBox())
		s.objs = append(s.objs, s.lines[h-s.first], s.hours[h-s.first])
	}
	for n, d := range s.days {
		for _, it := range d.Items {
			e := s.entries[it.Key]
			if e == nil {
				e = newScheduleEntry(s)
			}
			e.set(it, n)
			kept[it.Key] = e
			s.objs = append(s.objs, e)
		}
	}
	s.entries = kept
}

// CreateRenderer is called by the toolkit.
func (s *Schedule) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *Schedule) objects() []fyne.CanvasObject { return s.objs }

func (s *Schedule) least() fyne.Size {
	return size(scheduleGutter+scheduleDayW*float32(max(len(s.days), 1)), scheduleHead+s.bandHeight()+scheduleHour*float32(s.last-s.first)+24)
}

// bandHeight is what the day with most entries without an hour needs.
func (s *Schedule) bandHeight() float32 {
	most := 1
	for _, d := range s.days {
		n := 0
		for _, it := range d.Items {
			if it.Minute < 0 {
				n++
			}
		}
		most = max(most, n)
	}
	return float32(most)*(scheduleEntryH+scheduleGap) + 2*scheduleGap
}

func (s *Schedule) dayWidth(w float32) float32 {
	return max((w-scheduleGutter)/float32(max(len(s.days), 1)), scheduleDayW)
}

// top is the height at which a minute of the day lies.
func (s *Schedule) top(minute int) float32 {
	return scheduleHead + s.bandHeight() + float32(minute-s.first*60)/60*scheduleHour
}

// at is the day and the minute, in quarters of an hour, of a place; -1 in the
// band.
func (s *Schedule) at(x, y float32) (day, minute int) {
	day = min(max(int((x-scheduleGutter)/s.dayWidth(s.Size().Width)), 0), len(s.days)-1)
	from := scheduleHead + s.bandHeight()
	if y < from {
		return day, -1
	}
	minute = s.first*60 + int((y-from)/scheduleHour*60/quarter+0.5)*quarter
	return day, min(minute, 24*60-quarter)
}

func (s *Schedule) arrange(z fyne.Size) {
	place(s.ground, 0, 0, z.Width, z.Height)
	w, band := s.dayWidth(z.Width), s.bandHeight()
	place(s.bandFace, scheduleGutter, scheduleHead, z.Width-scheduleGutter, band)
	place(s.bandText, 8, scheduleHead+floor((band-18)/2), scheduleGutter-8, 18)
	for n := range s.titles {
		x := scheduleGutter + float32(n)*w
		t := ceil(fyne.MeasureText(s.titles[n].Text, 13, fyne.TextStyle{Bold: true}).Width)
		place(s.titles[n], x+10, 9, t, 18)
		place(s.notes[n], x+16+t, 10, max(w-t-20, 0), 16)
		s.notes[n].Text = s.days[n].Note
		if width(s.notes[n].Text, 12) > w-t-20 { // half a weekday says nothing
			s.notes[n].Text = ""
		}
		place(s.rules[n], x, 0, 1, z.Height)
		place(s.empties[n], x+10, scheduleHead+floor((band-18)/2), w-20, 18)
	}
	for i := range s.hours {
		y := s.top((s.first + i) * 60)
		place(s.lines[i], scheduleGutter, y, z.Width-scheduleGutter, 1)
		place(s.hours[i], 12, y-8, scheduleGutter-16, 16)
	}
	for n, d := range s.days {
		s.arrangeDay(d, scheduleGutter+float32(n)*w+scheduleGap, w-2*scheduleGap)
	}
}

// arrangeDay sets the entries of a day; those that would lie on one another
// stand side by side.
func (s *Schedule) arrangeDay(d ScheduleDay, x, w float32) {
	y := scheduleHead + scheduleGap
	for i := 0; i < len(d.Items); {
		if d.Items[i].Minute < 0 {
			s.entries[d.Items[i].Key].put(x, y, w)
			y += scheduleEntryH + scheduleGap
			i++
			continue
		}
		j := i + 1
		for j < len(d.Items) && s.top(d.Items[j].Minute)-s.top(d.Items[j-1].Minute) < scheduleEntryH {
			j++
		}
		part := w / float32(j-i)
		for k := i; k < j; k++ {
			s.entries[d.Items[k].Key].put(x+float32(k-i)*part, s.top(d.Items[k].Minute), part-2)
		}
		i = j
	}
}

func (s *Schedule) paint(l look) {
	l.box(s.ground, theme.Surface, theme.Line, theme.RadiusCard)
	l.box(s.bandFace, theme.Rail, "", "")
	set(s.bandText, s.band, 12, l.color(theme.Second))
	for n, d := range s.days {
		set(s.titles[n], d.Title, 13, l.color(theme.Ink))
		s.titles[n].TextStyle.Bold = true
		s.notes[n].TextSize, s.notes[n].Color = 12, l.color(theme.Second)
		set(s.empties[n], s.none, 12, l.color(theme.Second))
		showIf(s.empties[n], len(d.Items) == 0)
		s.rules[n].FillColor = l.color(theme.Line)
	}
	for i := range s.hours {
		s.hours[i].TextSize, s.hours[i].Color = 12, l.color(theme.Second)
		s.hours[i].TextStyle.Monospace = true
		s.lines[i].FillColor = l.color(theme.Line)
	}
}

// AccessibilityLabel tells a screen reader how much is shown.
func (s *Schedule) AccessibilityLabel() string { return strconv.Itoa(len(s.entries)) }

// AccessibilityRole tells a screen reader what this is.
func (s *Schedule) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
