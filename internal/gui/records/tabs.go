package records

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// Tab is one view of a screen.
type Tab struct {
	Key   string
	Text  string
	Kinds []briefing.Kind // the kinds of records it holds
	Make  func(desk.Desk) screen.Screen
}

// Tabs is a screen with a head, and under it one or several views, each made
// when it is first shown.
type Tabs struct {
	desk  desk.Desk
	tabs  []Tab
	views map[string]screen.Screen
	stale map[string]bool
	now   string
	turn  *kit.Segmented
	body  *fyne.Container
	all   fyne.CanvasObject
}

// NewTabs builds the screen; tools stand at the right of the head.
func NewTabs(d desk.Desk, title string, tools []*kit.Button, tabs ...Tab) *Tabs {
	s := &Tabs{desk: d, tabs: tabs, views: map[string]screen.Screen{}, stale: map[string]bool{}, body: container.NewStack()}
	name := kit.NewBold(title, kit.Title, theme.Ink)
	name.Shrink = true
	head := &headLayout{title: name, tools: kit.NewTools(desk.T(d, "tools.more"), tools...)}
	parts := []fyne.CanvasObject{head.title}
	if len(tabs) > 1 {
		var segments []kit.Segment
		for _, t := range tabs {
			segments = append(segments, kit.Segment{Key: t.Key, Text: t.Text})
		}
		s.turn = kit.NewTabs(segments, tabs[0].Key, s.show)
		head.views = s.turn
		parts = append(parts, s.turn)
	}
	parts = append(parts, head.tools)
	s.all = kit.Dock(kit.Column(0, kit.Pad(0, 12, 0, 24, container.New(head, parts...)), kit.NewRule()), nil, nil, nil, s.body)
	s.show(tabs[0].Key)
	return s
}

// view is the view of that key, made when it is first asked for.
func (s *Tabs) view(key string) screen.Screen {
	if v, ok := s.views[key]; ok {
		return v
	}
	i := slices.IndexFunc(s.tabs, func(t Tab) bool { return t.Key == key })
	v := s.tabs[i].Make(s.desk)
	s.views[key] = v
	return v
}

func (s *Tabs) show(key string) {
	if s.now == key {
		return
	}
	s.Hidden()
	s.now = key
	v := s.view(key)
	if s.turn != nil {
		s.turn.Select(key)
	}
	if s.stale[key] {
		delete(s.stale, key)
		v.Refresh()
	}
	s.body.Objects = []fyne.CanvasObject{v.Object()}
	s.body.Refresh()
}

// Object is the screen.
func (s *Tabs) Object() fyne.CanvasObject { return s.all }

// Refresh shows the project as it is now: the view in front at once, the
// others when they are shown.
func (s *Tabs) Refresh() {
	for key, v := range s.views {
		if key == s.now {
			v.Refresh()
			continue
		}
		s.stale[key] = true
	}
}

// Show turns to the view that holds the record; a field that is the key of a
// view, without a record, turns to that view.
func (s *Tabs) Show(ref briefing.Ref, field string) {
	for _, t := range s.tabs {
		if slices.Contains(t.Kinds, ref.Kind) {
			s.show(t.Key)
			s.view(t.Key).Show(ref, field)
			return
		}
	}
}

// Add begins a new record of a kind.
func (s *Tabs) Add(kind briefing.Kind) {
	for _, t := range s.tabs {
		if t.Key != string(kind) {
			continue
		}
		s.show(t.Key)
		if v, ok := s.view(t.Key).(interface{ Add() }); ok {
			v.Add()
		}
	}
}

// Insert begins a new record in the view in front, if it has records.
func (s *Tabs) Insert() {
	if v, ok := s.view(s.now).(interface{ Add() }); ok {
		v.Add()
	}
}

// Find puts the caret into the search of the view in front, if it has one.
func (s *Tabs) Find() bool {
	v, ok := s.view(s.now).(interface{ Find() bool })
	return ok && v.Find()
}

// Paste pastes into the view in front.
func (s *Tabs) Paste() bool {
	v, ok := s.view(s.now).(interface{ Paste() bool })
	return ok && v.Paste()
}

// Hidden tells the view in front that it goes.
func (s *Tabs) Hidden() {
	if v, ok := s.views[s.now].(interface{ Hidden() }); ok {
		v.Hidden()
	}
}

// Close tells all views that the project is closed.
func (s *Tabs) Close() {
	for _, v := range s.views {
		if c, ok := v.(interface{ Close() }); ok {
			c.Close()
		}
	}
}
