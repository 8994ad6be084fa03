// Package board is the view of agreements by status: a column for each, a card
// for each agreement with what is planned and what is done.
//
// It promises that moving a card, by keyboard, by mouse or from its menu, gives
// the agreement another status as one action of the journal and changes nothing
// else.
package board

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"briefing/internal/app"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/screen"
	"briefing/internal/gui/theme"
)

// Measures of the board.
const (
	columnLeast float32 = 208
	figuresMost int     = 4 // on a card
)

// Screen is the view.
type Screen struct {
	desk    desk.Desk
	all     *fyne.Container
	columns []app.BoardColumn
	faces   []fyne.CanvasObject // of the columns, in their order
	cards   map[briefing.ID]*kit.Pressable
	scrolls map[string]*container.Scroll
}

// New builds the view.
func New(d desk.Desk) *Screen {
	s := &Screen{desk: d, all: container.NewStack(), scrolls: map[string]*container.Scroll{}}
	s.Refresh()
	return s
}

func (s *Screen) t(key string, args ...any) string { return desk.T(s.desk, "board."+key, args...) }

// Object is the view.
func (s *Screen) Object() fyne.CanvasObject { return s.all }

// Show does nothing: records are shown in their list.
func (s *Screen) Show(briefing.Ref, string) {}

// Refresh shows the project as it is now.
func (s *Screen) Refresh() {
	s.columns = s.desk.Project().Board(s.desk.Lang(), s.desk.Content())
	s.cards, s.faces = map[briefing.ID]*kit.Pressable{}, nil
	total := 0
	for n, c := range s.columns {
		total += len(c.Cards)
		s.faces = append(s.faces, s.column(n, c))
	}
	var shown fyne.CanvasObject
	if total == 0 {
		shown = kit.NewEmptyState("agreements", s.t("empty"), s.t("empty_next"), nil)
	} else {
		row := container.New(columnsLayout{}, s.faces...)
		hint := kit.NewWrapped(s.t("keys"), kit.Small, theme.Second)
		shown = kit.Dock(kit.Pad(12, 24, 0, 24, hint), nil, nil, nil, container.NewHScroll(kit.Pad(12, 24, 16, 24, row)))
	}
	s.all.Objects = []fyne.CanvasObject{kit.NewPanel(theme.Ground, shown)}
	s.all.Refresh()
}

func (s *Screen) column(n int, c app.BoardColumn) fyne.CanvasObject {
	list := kit.Column(8)
	for _, card := range c.Cards {
		list.Add(s.card(n, card))
	}
	if len(c.Cards) == 0 {
		list.Add(kit.NewText(s.t("none"), kit.Small, theme.Second))
	}
	head := kit.Row(8, kit.Flex(kit.NewShrinking(c.Title, kit.Body, theme.Ink)), kit.NewText(strconv.Itoa(len(c.Cards)), kit.Small, theme.Second))
	scroll := container.NewVScroll(kit.Pad(0, 8, 8, 8, list))
	if old := s.scrolls[c.Status]; old != nil {
		scroll.Offset = old.Offset
	}
	s.scrolls[c.Status] = scroll
	panel := kit.NewPanel(theme.Rail, kit.Dock(kit.Pad(8, 12, 8, 12, head), nil, nil, nil, scroll))
	panel.Frame, panel.Radius = theme.Line, theme.RadiusCard
	return panel
}

func (s *Screen) card(n int, c app.BoardCard) fyne.CanvasObject {
	title := c.Title
	if title == "" {
		title = desk.T(s.desk, "records.unnamed")
	}
	body := kit.Column(4, kit.NewWrapped(title, kit.Small, theme.Ink))
	for _, line := range []string{c.Kind, c.Signed, c.Parties} {
		if line != "" {
			body.Add(kit.NewWrapped(line, kit.Caption, theme.Second))
		}
	}
	if len(c.Figures)+len(c.Milestones) > 0 {
		body.Add(kit.NewRule())
	}
	for _, f := range c.Figures[:min(len(c.Figures), figuresMost)] {
		body.Add(figureLine(f))
	}
	if more := len(c.Figures) - figuresMost; more > 0 {
		body.Add(kit.NewText(s.t("more", more), kit.Caption, theme.Second))
	}
	for _, m := range c.Milestones {
		body.Add(milestoneLine(m))
	}
	if c.Progress != "" {
		body.Add(kit.NewWrapped(c.Progress, kit.Caption, theme.Second))
	}
	p := kit.NewPressable(title, kit.Pad(10, 10, 10, 10, body), func() { s.open(c.Ref) })
	p.OnMenu = func(at fyne.Position) { s.menu(c.Ref.ID, n, at) }
	if !s.desk.Project().State().ReadOnly {
		p.OnShortcut = func(k fyne.Shortcut) bool { return s.shortcut(c.Ref.ID, n, k) }
		p.OnDrop = func(at fyne.Position) { s.dropped(c.Ref.ID, at) }
	}
	s.cards[c.Ref.ID] = p
	return p
}

// figureLine is a fact of the agreement: an outline for what is planned, a full
// mark for what is done, and the word beside it.
func figureLine(f app.BoardFigure) fyne.CanvasObject {
	icon, ink := kit.IconUnchecked, theme.Second
	if f.Nature == briefing.NatureFact {
		icon, ink = kit.IconConfirmed, theme.Good
	}
	words := f.Text
	if f.Said != "" {
		words = f.Said + ": " + words
	}
	return kit.TopRow(6, kit.NewIcon(icon, ink), kit.Flex(kit.NewWrapped(words, kit.Caption, theme.Ink)))
}

// milestoneLine is a step: a full mark for what is done, a warning for what is
// overdue, and the words that say it.
func milestoneLine(m app.BoardMilestone) fyne.CanvasObject {
	icon, ink := kit.IconUnchecked, theme.Second
	switch m.State {
	case briefing.MilestoneDone, briefing.MilestoneLate:
		icon, ink = kit.IconConfirmed, theme.Good
	case briefing.MilestoneOverdue:
		icon, ink = kit.IconRemark, theme.Bad
	}
	words := kit.Column(0, kit.NewWrapped(m.Title, kit.Caption, theme.Ink), kit.NewWrapped(m.Said, kit.Caption, ink))
	return kit.TopRow(6, kit.NewIcon(icon, ink), kit.Flex(words))
}

func (s *Screen) open(ref briefing.Ref) { s.desk.Go(screen.Agreements, ref, "") }

// shortcut takes Alt with left and right.
func (s *Screen) shortcut(id briefing.ID, n int, k fyne.Shortcut) bool {
	c, ok := k.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierAlt {
		return false
	}
	switch c.KeyName {
	case fyne.KeyLeft:
		s.move(id, n-1)
	case fyne.KeyRight:
		s.move(id, n+1)
	default:
		return false
	}
	return true
}

// dropped moves a card to the column under a place of the window.
func (s *Screen) dropped(id briefing.ID, at fyne.Position) {
	for n, f := range s.faces {
		left := fyne.CurrentApp().Driver().AbsolutePositionForObject(f).X
		if at.X >= left && at.X < left+f.Size().Width {
			s.move(id, n)
			return
		}
	}
}

// menu offers the statuses and the record.
func (s *Screen) menu(id briefing.ID, now int, at fyne.Position) {
	items := []kit.MenuItem{{Key: "open", Text: s.t("open"), Icon: "edit"}}
	for n, c := range s.columns {
		items = append(items, kit.MenuItem{
			Key: strconv.Itoa(n), Text: s.t("to", c.Title), Line: n == 0, Disabled: n == now || s.desk.Project().State().ReadOnly,
		})
	}
	kit.ShowMenuAt(s.desk.Window().Canvas(), at, items, func(key string) {
		if n, err := strconv.Atoi(key); err == nil {
			s.move(id, n)
			return
		}
		s.open(briefing.Ref{Kind: briefing.KindAgreement, ID: id})
	})
}

// move gives the agreement the status of a column; the card keeps the focus.
func (s *Screen) move(id briefing.ID, n int) {
	if n < 0 || n >= len(s.columns) {
		return
	}
	to := s.columns[n]
	changed, err := s.desk.Project().SetAgreementStatus(id, to.Status)
	switch {
	case err != nil:
		s.desk.Fail(err)
		return
	case !changed:
		return
	}
	s.Refresh()
	if p := s.cards[id]; p != nil {
		kit.FocusOn(p)
		s.desk.Say(s.t("moved", p.AccessibilityLabel(), to.Title))
	}
}

// columnsLayout sets the columns side by side, each as wide as the others.
type columnsLayout struct{}

// MinSize is that of columns which can still be read.
func (columnsLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize((columnLeast+12)*float32(len(o))-12, 120)
}

// Layout sets the columns.
func (columnsLayout) Layout(o []fyne.CanvasObject, z fyne.Size) {
	w := float32(int((z.Width+12)/float32(max(len(o), 1)) - 12))
	for i, c := range o {
		c.Move(fyne.NewPos(float32(i)*(w+12), 0))
		c.Resize(fyne.NewSize(w, z.Height))
	}
}
