package packs

import (
	"slices"

	"fyne.io/fyne/v2"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// rowHigh is the height of a section in the list.
const rowHigh float32 = 28

// dropLine is the line that shows where a dragged section would come to stand.
type dropLine struct {
	all  *fyne.Container
	line *kit.Panel
}

func newDropLine() *dropLine {
	d := &dropLine{line: kit.NewPanel(theme.Accent, kit.Column(0))}
	d.all = &fyne.Container{Layout: d, Objects: []fyne.CanvasObject{d.line}}
	d.line.Hide()
	return d
}

// MinSize and Layout are called by the toolkit: the line stands where show puts it.
func (d *dropLine) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (d *dropLine) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width, 2))
}

func (d *dropLine) show(y float32) {
	d.line.Move(fyne.NewPos(0, max(y-1, 0)))
	d.line.Show()
	d.all.Refresh()
}

func (d *dropLine) hide() { d.line.Hide() }

// place tells where a section would come to stand whose row was dragged so far:
// its number among those of its level, and the height of the gap.
func (s *sections) place(key string, gone float32) (at int, y float32) {
	peers := s.desk.Project().SectionPeers(key)
	top := map[string]float32{}
	for i, sec := range s.shown.Sections {
		top[sec.Key] = float32(i) * rowHigh
	}
	middle := top[key] + gone + rowHigh/2
	end := float32(len(s.shown.Sections)) * rowHigh
	if last := peers[len(peers)-1]; s.levelOf(last) > 1 { // the end of its own part
		end = top[last] + rowHigh
	}
	y = end
	for i, p := range peers {
		if next := top[p]; middle < next+rowHigh/2 || gone < 0 && middle <= next+rowHigh/2 {
			return i, next
		}
	}
	return len(peers), y
}

func (s *sections) levelOf(key string) int {
	for _, sec := range s.shown.Sections {
		if sec.Key == key {
			return sec.Level
		}
	}
	return 1
}

func (s *sections) drag(key string, gone float32) {
	_, y := s.place(key, gone)
	s.line.show(y)
}

func (s *sections) drop(key string, gone float32) {
	s.line.hide()
	at, _ := s.place(key, gone)
	if err := s.desk.Project().PlaceSection(key, at); err != nil {
		s.desk.Fail(err)
	}
}

// step moves a section by one place and keeps the focus on it. At the end it
// stays, and so does the focus: no new list comes that would have to give it.
func (s *sections) step(key string, by int) {
	p := s.desk.Project()
	before := p.SectionPeers(key)
	s.focus = key
	if err := p.MoveSection(key, by); err != nil {
		s.desk.Fail(err)
	}
	if slices.Equal(before, p.SectionPeers(key)) {
		s.focus = ""
	}
}
