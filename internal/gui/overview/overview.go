// Package overview is the first screen of an open project: where the visit and
// the pack stand, the headline figures, what is left to do, what the checks
// found, and what was changed last.
package overview

import (
	"strconv"
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

// Rows that a list of the overview shows; what is more is behind its link.
const rows = 7

// Screen is the overview.
type Screen struct {
	desk   desk.Desk
	all    *fyne.Container
	scroll *container.Scroll
	shown  *app.Standing
	whole  *kit.Dialog // the list of all that is left to do, once it was opened
}

// New builds the screen; what it shows comes with the first standing.
func New(d desk.Desk) *Screen {
	s := &Screen{desk: d, all: container.NewStack()}
	s.Refresh()
	return s
}

// Object is the screen's content.
func (s *Screen) Object() fyne.CanvasObject { return s.all }

// Show has no records of its own.
func (s *Screen) Show(briefing.Ref, string) {}

func (s *Screen) t(key string, args ...any) string { return desk.T(s.desk, "overview."+key, args...) }

// Refresh shows the standing if there is a new one.
func (s *Screen) Refresh() {
	st := s.desk.Soon()
	if st == nil || st == s.shown {
		if st == nil {
			s.all.Objects = []fyne.CanvasObject{kit.Dock(s.head(""), nil, nil, nil, nil)}
		}
		return
	}
	s.shown = st
	body := kit.Column(16, s.standing(st), s.cards(st))
	if st.Partial {
		body.Add(kit.NewText(s.t("reading"), kit.Body, theme.Second))
	} else {
		parts, shares := []fyne.CanvasObject{s.todo(st), s.findings(st)}, []float32{485, 332}
		if len(st.Changes) > 0 {
			parts, shares = append(parts, s.changes(st)), append(shares, 285)
		}
		body.Add(container.New(&columns{shares: shares, gap: 16}, parts...))
	}
	var at fyne.Position
	if s.scroll != nil {
		at = s.scroll.Offset
	}
	s.scroll = container.NewVScroll(kit.Pad(0, 24, 24, 24, body))
	s.all.Objects = []fyne.CanvasObject{kit.Dock(s.head(st.Title), nil, nil, nil, s.scroll)}
	s.all.Refresh()
	s.scroll.ScrollToOffset(at)
}

func (s *Screen) head(title string) fyne.CanvasObject {
	build := kit.NewButton(kit.Primary, "pack", s.t("build"), s.desk.Export)
	build.Big = true
	return kit.ScreenHead(s.t("title"), title, build)
}

func (s *Screen) standing(st *app.Standing) fyne.CanvasObject {
	parts, shares := []fyne.CanvasObject{s.visit(st)}, []float32{310}
	if !st.Partial {
		parts, shares = append(parts, s.readiness(st)), append(shares, 490)
	}
	if st.Later > 0 {
		parts, shares = append(parts, s.later(st)), append(shares, 333)
	}
	return kit.NewCard(ruled(shares, parts))
}

func block(caption, tail, big, side string, bar fyne.CanvasObject) fyne.CanvasObject {
	head := kit.Row(8, kit.Flex(kit.NewShrinking(caption, kit.Small, theme.Second)), kit.NewText(tail, kit.Small, theme.Second))
	mid := kit.Row(8, kit.NewBold(big, kit.Display, theme.Ink), kit.Flex(kit.NewShrinking(side, kit.Caption, theme.Second)))
	c := kit.Column(4, head, mid)
	if bar != nil {
		c.Add(bar)
	}
	return kit.Pad(12, 16, 12, 16, c)
}

// visit is where the visit stands; of a pack that is made for none, what the
// pack is and the moment it is made for.
func (s *Screen) visit(st *app.Standing) fyne.CanvasObject {
	v := st.Visit
	if !app.OfVisit(st.Template) && v.Dates == "" {
		big, side := "—", s.t("moment.choose")
		if !st.Moment.IsZero() {
			big = lang.Stamp(s.desk.Lang(), briefing.Stamp(st.Moment.Format(time.DateOnly)))
			side = st.Moment.Format("15:04")
		}
		return block(desk.T(s.desk, "template."+st.Template), s.t("moment"), big, side, nil)
	}
	var bar fyne.CanvasObject
	if len(v.Labels) > 0 {
		pieces := make([]kit.Piece, len(v.Labels))
		for i := range pieces {
			if v.Phase == app.AfterVisit || v.Phase == app.DuringVisit && i < v.Day {
				pieces[i] = kit.Done
			}
		}
		bar = kit.NewPieceBar(pieces, v.Labels, nil)
	}
	switch v.Phase {
	case app.BeforeVisit:
		return block(s.t("visit.before"), v.Dates, desk.Plural(s.desk, "overview.visit.days", v.Days), "", bar)
	case app.DuringVisit:
		tail := ""
		if v.Days > 0 {
			tail = desk.Plural(s.desk, "overview.visit.left", v.Days)
		}
		return block(s.t("visit.during"), tail, s.t("visit.day", v.Day, v.Of), "", bar)
	case app.AfterVisit:
		return block(s.t("visit.after"), v.Dates, s.t("visit.ended", v.Ended), "", bar)
	}
	if v.Dates != "" {
		return block(s.t("visit.none"), "", v.Dates, "", nil)
	}
	return block(s.t("visit.none"), "", "—", s.t("visit.choose"), nil)
}

func (s *Screen) readiness(st *app.Standing) fyne.CanvasObject {
	var pieces []kit.Piece
	var missing string
	for _, sec := range st.Sections {
		if !sec.Counted {
			continue
		}
		switch sec.State {
		case app.SectionFilled:
			pieces = append(pieces, kit.Done)
		case app.SectionBegun:
			pieces = append(pieces, kit.Begun)
		default:
			pieces = append(pieces, kit.Empty)
			if missing == "" {
				missing = s.t("ready.missing", sec.Title)
			}
		}
	}
	bar := kit.NewPieceBar(pieces, nil, func(int) { s.desk.Go(screen.Pack, briefing.Ref{}, "") })
	return block(s.t("ready"), s.t("ready.sections", st.Filled, st.Included), strconv.Itoa(st.Share())+"\u00a0%", missing, bar)
}

func (s *Screen) later(st *app.Standing) fyne.CanvasObject {
	return block(s.t("later"), "", strconv.Itoa(st.Later), desk.Plural(s.desk, "overview.later.what", st.Later), kit.NewShrinking(s.t("later.note"), kit.Caption, theme.Second))
}

func (s *Screen) cards(st *app.Standing) fyne.CanvasObject {
	if len(st.Cards) == 0 {
		return kit.NewCard(kit.Fixed(0, kit.HeadlineHeight, kit.NewEmptyState("figures", s.t("cards.none"), s.t("cards.none_next"), nil)))
	}
	var cards []fyne.CanvasObject
	for _, c := range st.Cards[:min(len(st.Cards), 4)] {
		cards = append(cards, s.card(c))
	}
	return kit.Cards(232, 4, 16, cards...)
}

func (s *Screen) card(c app.Card) fyne.CanvasObject {
	h := kit.Headline{
		Caption: c.Caption, Period: c.Note, Figures: []kit.HeadlineFigure{{Word: c.Word, Number: c.Number, Unit: c.Unit}},
		Status: desk.Status(c.Status), StatusWord: desk.T(s.desk, "status."+c.Status),
	}
	if c.Sample {
		h.Period += " · " + desk.T(s.desk, "sample")
	}
	if len(c.Spark) > 1 {
		bars := make([]kit.SparkBar, len(c.Spark))
		for i, p := range c.Spark {
			bars[i] = kit.SparkBar{Value: p.Value, Label: p.Label, Kind: kit.PreviousPeriod}
			if p.Plan {
				bars[i].Kind = kit.Planned
			} else if i == len(c.Spark)-1 {
				bars[i].Kind = kit.Measured
			}
		}
		h.Spark = kit.NewSparkBars(bars...)
	}
	return kit.NewHeadlineCard(h, func() { s.desk.Go("", c.Ref, "") }, nil, "")
}

func (s *Screen) changes(st *app.Standing) fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, c := range st.Changes[:min(len(st.Changes), rows)] {
		var press func()
		if c.Ref.ID != "" {
			press = func() { s.desk.Go("", c.Ref, "") }
		}
		list = append(list, kit.NewListRow(kit.RowItem{Time: c.Time, Title: c.Title, Sub: c.Note}, press))
	}
	return kit.NewSectionCard(kit.SectionHeader{Title: s.t("changes")}, list...)
}

func (s *Screen) list(h kit.SectionHeader, list []fyne.CanvasObject, icon, none string) fyne.CanvasObject {
	if len(list) == 0 {
		list = []fyne.CanvasObject{kit.Fixed(0, 2*kit.TallHeight, kit.NewEmptyState(icon, none, "", nil))}
	}
	return kit.NewSectionCard(h, list...)
}
