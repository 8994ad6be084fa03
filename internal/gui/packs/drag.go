package packs

import (
	"slices"

	"fyne.io/fyne/v2"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// rowHigh is the height of a section in the list whose name takes one line;
// moreRoom what its button takes at the right, numberRoom and subNumberRoom the
// numbers, so that names stand under one another.
const (
	rowHigh       float32 = 32
	moreRoom      float32 = 40
	numberRoom    float32 = 20
	subNumberRoom float32 = 32
)

// overRow lays the button of a section over the right end of its row: the ground
// of the chosen row and the frame of the focus go round both.
type overRow struct{}

// MinSize is that of the row.
func (overRow) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

// Layout places both.
func (overRow) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(s)
	m := o[1].MinSize()
	o[1].Move(fyne.NewPos(s.Width-m.Width-4, float32(int((s.Height-m.Height)/2))))
	o[1].Resize(m)
}

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
	top, high, end := map[string]float32{}, map[string]float32{}, float32(0)
	for i, sec := range s.shown.Sections {
		row := s.rows.Objects[i]
		top[sec.Key], high[sec.Key] = row.Position().Y, row.Size().Height
		end = row.Position().Y + row.Size().Height
	}
	if last := peers[len(peers)-1]; s.levelOf(last) > 1 { // the end of its own part
		end = top[last] + high[last]
	}
	middle := top[key] + gone + high[key]/2
	for i, p := range peers {
		if half := top[p] + high[p]/2; middle < half || gone < 0 && middle <= half {
			return i, top[p]
		}
	}
	return len(peers), end
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
