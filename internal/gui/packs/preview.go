package packs

import (
	"context"
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/app/pages"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/lang"
)

// preview shows the pages of the pack as they would be exported. They are
// made anew beside the window after each change; the old ones stay until the
// new ones are there.
type preview struct {
	desk   desk.Desk
	on     bool // the screen is in front
	making bool
	again  bool // something changed while pages were being made
	failed bool

	pages  *pages.Pages
	turn   int // counts the sets of pages: images of an old one are dropped
	list   *pageList
	scroll *container.Scroll
	where  *kit.Text
	scale  *kit.Text
	body   *fyne.Container
	bar    *fyne.Container
	all    fyne.CanvasObject
	tell   func(pages int)
	wanted map[int]bool
	goal   string // the section to turn to once there are pages
	leave  *desk.Later
}

// leaveDelay is how long pages stay open after the screen was left: who only
// looks something up finds them as they were.
const leaveDelay = 5 * time.Second

func newPreview(d desk.Desk, tell func(int), opens func(pages.Spot)) *preview {
	p := &preview{
		desk: d, tell: tell, wanted: map[int]bool{}, body: container.NewStack(),
		where: kit.NewText("", kit.Small, theme.Ink), scale: kit.NewText("", kit.Small, theme.Ink),
	}
	t := func(key string) string { return desk.T(d, "preview."+key) }
	p.bar = kit.Row(4,
		kit.NewIconButton("chevron-left", t("back"), func() { p.step(-1) }), p.where,
		kit.NewIconButton("chevron-right", t("forward"), func() { p.step(1) }),
		kit.Flex(kit.NewText("", kit.Small, theme.Ink)),
		kit.NewIconButton("minus", t("smaller"), func() { p.zoom(-1) }), p.scale,
		kit.NewIconButton("plus", t("larger"), func() { p.zoom(1) }),
		kit.NewButton(kit.Quiet, "", t("fit"), func() { p.zoom(0) }))
	p.list = newPageList(p.need)
	p.list.onSpot = opens
	p.scroll = container.NewScroll(p.list)
	p.scroll.OnScrolled = func(fyne.Position) { p.look() }
	p.list.scroll = p.scroll
	p.leave = d.Later(leaveDelay, p.release)
	p.say("clock", t("waiting"), "")
	p.all = kit.NewPanel(theme.Hover, kit.Dock(
		kit.NewPanel(theme.Ground, kit.Column(0, kit.Fixed(0, 43, kit.Pad(0, 12, 0, 12, p.bar)), kit.NewRule())), nil, nil, nil, p.body))
	return p
}

func (p *preview) object() fyne.CanvasObject { return p.all }

// say shows a sentence in place of the pages.
func (p *preview) say(icon, sentence, next string) {
	p.body.Objects = []fyne.CanvasObject{kit.NewEmptyState(icon, sentence, next, nil)}
	p.body.Refresh()
}

// make builds the pages anew beside the window.
func (p *preview) make() {
	if !p.on {
		return
	}
	if p.making {
		p.again = true
		return
	}
	p.making = true
	var made *pages.Pages
	maker, project := p.desk.Pages(), p.desk.Project()
	o := app.ExportOptions{Lang: p.desk.Content()}
	p.desk.Run("", func(ctx context.Context, _ func(int, int, string)) (err error) {
		made, err = maker.Make(ctx, project, o)
		return err
	}, func(err error) {
		p.making = false
		if p.again {
			p.again = false
			defer p.make()
		}
		if err != nil {
			p.failed = true
			p.tell(0)
			p.say(kit.IconReserved, desk.T(p.desk, "preview.unavailable"), p.reason(err))
			return
		}
		p.take(made)
	})
}

// reason is why there are no pages: what the user can mend is told, the rest
// leaves the export as it is.
func (p *preview) reason(err error) string {
	if briefing.CodeOf(err) != briefing.CodeMissingGlyph {
		return desk.T(p.desk, "preview.unavailable_next")
	}
	sentence, hint := lang.Error(p.desk.Lang(), err)
	return sentence + " " + hint
}

// take shows a new set of pages where the old one stood.
func (p *preview) take(made *pages.Pages) {
	old := p.pages
	p.pages, p.failed = made, false
	p.turn++
	p.wanted = map[int]bool{}
	p.list.setPages(made)
	if len(p.body.Objects) != 1 || p.body.Objects[0] != fyne.CanvasObject(p.scroll) {
		p.body.Objects = []fyne.CanvasObject{p.scroll}
		p.body.Refresh()
	}
	p.scroll.Refresh()
	p.tell(made.Count())
	p.look()
	p.list.ask()
	if p.goal != "" {
		p.toSection(p.goal)
	}
	if old != nil {
		p.desk.Run("", func(context.Context, func(int, int, string)) error { return old.Close() }, nil)
	}
	if !p.on { // the screen was left while they were being made
		p.leave.Touch()
	}
}

// need draws a page that has come into view.
func (p *preview) need(page, width int) {
	if p.pages == nil || p.wanted[page] {
		return
	}
	p.wanted[page] = true
	var img *image.RGBA
	set, turn := p.pages, p.turn
	p.desk.Run("", func(context.Context, func(int, int, string)) (err error) {
		img, err = set.Image(page, width)
		return err
	}, func(err error) {
		if turn != p.turn {
			return
		}
		delete(p.wanted, page)
		if err == nil { // a page that can't be drawn stays blank, the others show
			p.list.setImage(page, img)
		}
	})
}

// look tells which page is in view, and at which scale.
func (p *preview) look() {
	if p.pages == nil {
		return
	}
	p.where.SetText(desk.T(p.desk, "preview.page", p.list.at(p.scroll.Offset.Y)+1, p.pages.Count()))
	p.scale.SetText(desk.T(p.desk, "preview.scale", int(p.list.percent()+0.5)))
	p.bar.Refresh() // its words have another width now
	p.all.Refresh()
	p.list.ask()
}

func (p *preview) step(by int) {
	if p.pages != nil {
		p.to(p.list.at(p.scroll.Offset.Y) + by)
	}
}

func (p *preview) to(page int) {
	if p.pages == nil {
		return
	}
	p.toPlace(min(max(page, 0), p.pages.Count()-1), 0)
}

// toPlace turns to a place of a page, y in parts of its height; the head of the
// page stays in sight where the place is near it.
func (p *preview) toPlace(page int, y float32) {
	if y < headPart {
		y = 0
	}
	p.scroll.ScrollToOffset(fyne.NewPos(0, p.list.top(page)+y*p.list.height(page)))
	p.look()
}

// headPart is the part of a page above its first section.
const headPart float32 = 0.15

// toSection turns to a section; while there are no pages yet, once they are there.
func (p *preview) toSection(key string) {
	p.goal = key
	if p.pages == nil {
		return
	}
	p.goal = ""
	if page, y, ok := p.pages.Section(key); ok {
		p.toPlace(page, float32(y))
	}
}

// zoom makes the pages larger or smaller; 0 fits them to the column.
func (p *preview) zoom(by int) {
	if p.pages == nil {
		return
	}
	page := p.list.at(p.scroll.Offset.Y)
	p.wanted = map[int]bool{}
	p.turn++
	p.list.zoom(by)
	p.scroll.Refresh()
	p.to(page)
}

// hide notes that the screen was left.
func (p *preview) hide() {
	p.on = false
	p.leave.Touch()
}

// release lets go of the engine's part of the pages. Their images stay, they are
// what the screen shows at once when it comes back, until new pages are made.
func (p *preview) release() {
	if p.on || p.pages == nil {
		return
	}
	old := p.pages
	p.desk.Run("", func(context.Context, func(int, int, string)) error { return old.Close() }, nil)
}

func (p *preview) close() {
	p.on = false
	p.turn++
	if old := p.pages; old != nil {
		p.pages = nil
		p.desk.Run("", func(context.Context, func(int, int, string)) error { return old.Close() }, nil)
	}
}
