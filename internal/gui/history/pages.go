package history

import (
	"context"
	"image"
	"image/color"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"briefing/internal/app"
	"briefing/internal/app/pages"
	"briefing/internal/briefing"
	"briefing/internal/gui/desk"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

// Measures of the dialog of pages; in a small window it is as large as there is
// room.
const (
	pagesWide  float32 = 1240
	pagesTall  float32 = 860
	pagesEdge  float32 = 32
	pairsWidth float32 = 220
	sideGap    float32 = 16
)

// compared is the dialog in which the packs of two states stand page by page.
type compared struct {
	desk     desk.Desk
	names    map[string]string // of the states, by the number of their action
	then, is string
	dialog   *kit.Dialog
	list     *kit.RecordList
	count    *kit.Text
	all      *kit.CheckBox
	every    bool // pages that read alike are listed too
	beside   *pages.Beside
	turn     int // counts what was asked for: what comes too late is dropped
	shown    []pages.Pair
	left     *side
	right    *side
	scroll   *container.Scroll
	body     *fyne.Container
	closed   bool
}

// side is one of the two pages.
type side struct {
	head  *kit.Text
	image *canvas.Image
	paper *canvas.Rectangle
	ratio float32
}

func newSide() *side {
	s := &side{head: kit.NewShrinking("", kit.Small, theme.Second), image: canvas.NewImageFromImage(nil), paper: canvas.NewRectangle(color.White)}
	s.image.FillMode, s.image.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	return s
}

// ShowPages opens the comparison of the pages as they were after an action, called
// name, with those of today or of another version.
func ShowPages(d desk.Desk, action int64, name string) {
	c := &compared{desk: d, then: key(action), is: key(app.Now), names: map[string]string{}, left: newSide(), right: newSide(), body: container.NewStack()}
	c.names[c.then] = name
	c.names[c.is] = c.t("today")
	order := []string{c.is}
	for _, v := range d.Project().Versions() {
		k := key(int64(v.Action))
		if c.names[k] == "" || k == c.then {
			c.names[k] = versionName(d, v)
		}
		if !slices.Contains(order, k) {
			order = append(order, k)
		}
	}
	if !slices.Contains(order, c.then) {
		order = append(order, c.then)
	}
	items := make([]kit.MenuItem, len(order))
	for i, k := range order {
		items[i] = kit.MenuItem{Key: k, Text: c.names[k]}
	}
	c.list = kit.NewRecordList(kit.RowHeight, c.pick)
	c.count = kit.NewText("", kit.Small, theme.Second)
	c.all = kit.NewCheckBox(c.t("every"), "", false, func(on bool) {
		c.every = on
		c.fill()
	})
	was := kit.NewSelectField(items, c.then, "", func(k string) { c.choose(k, c.is) })
	is := kit.NewSelectField(items, c.is, "", func(k string) { c.choose(c.then, k) })
	head := kit.Pad(12, 24, 12, 24, kit.Row(12, kit.Flex(kit.NewField(c.t("was"), false, was)), kit.Flex(kit.NewField(c.t("is"), false, is))))
	c.scroll = container.NewVScroll(container.New(besideLayout{c}, c.left.head, c.right.head, c.left.paper, c.right.paper, c.left.image, c.right.image))
	side := kit.Dock(kit.Pad(8, 12, 8, 12, kit.Column(6, c.count, c.all)), nil, nil, nil, c.list)
	size := d.Window().Canvas().Size()
	c.dialog = kit.NewDialog(kit.DialogSpec{
		Title: c.t("title"), CloseName: desk.T(d, "close"), Bare: true,
		Width: min(pagesWide, size.Width-pagesEdge), Height: min(pagesTall, size.Height-pagesEdge),
		Content: kit.Dock(kit.Column(0, kit.NewRule(), head, kit.NewRule()), nil,
			kit.Fixed(pairsWidth, 0, kit.NewPanel(theme.Ground, kit.Pad(4, 8, 8, 8, side))), nil, kit.NewPanel(theme.Hover, c.body)),
		Buttons: []*kit.Button{kit.NewButton(kit.Secondary, "", desk.T(d, "close"), func() {
			c.close()
			c.dialog.Close()
		})},
		OnCancel: c.close,
	})
	c.dialog.ShowOn(d.Window().Canvas())
	c.make()
}

func key(action int64) string { return strconv.FormatInt(action, 10) }

func (c *compared) t(key string, args ...any) string {
	return desk.T(c.desk, "history.pages."+key, args...)
}

func (c *compared) close() {
	c.closed = true
	c.turn++
	c.drop()
}

func (c *compared) drop() {
	if old := c.beside; old != nil {
		c.beside = nil
		c.desk.Run("", func(context.Context, func(int, int, string)) error { return old.Close() }, nil)
	}
}

func (c *compared) choose(then, is string) {
	if then != c.then || is != c.is {
		c.then, c.is = then, is
		c.make()
	}
}

// say shows a sentence in the place of the pages.
func (c *compared) say(icon, sentence string) {
	c.body.Objects = []fyne.CanvasObject{kit.NewEmptyState(icon, sentence, "", nil)}
	c.body.Refresh()
}

// make compares anew beside the window.
func (c *compared) make() {
	c.turn++
	c.drop()
	c.shown = nil
	c.list.SetItems(0, nil)
	c.count.SetText("")
	c.say("clock", c.t("making"))
	then, _ := strconv.ParseInt(c.then, 10, 64)
	is, _ := strconv.ParseInt(c.is, 10, 64)
	turn, l := c.turn, c.desk.Content()
	var made *pages.Beside
	maker, project := c.desk.Pages(), c.desk.Project()
	c.desk.Run(c.t("title"), func(ctx context.Context, _ func(int, int, string)) (err error) {
		made, err = maker.Compare(ctx, project, then, is, l)
		return err
	}, func(err error) {
		switch {
		case turn != c.turn:
			if made != nil {
				c.desk.Run("", func(context.Context, func(int, int, string)) error { return made.Close() }, nil)
			}
		case err != nil:
			c.say(kit.IconReserved, c.t("failed"))
			c.desk.Fail(err)
		default:
			c.beside = made
			c.fill()
		}
	})
}

// fill lists the pairs of pages: those that differ, or all.
func (c *compared) fill() {
	if c.beside == nil {
		return
	}
	c.shown = nil
	changed := 0
	for _, p := range c.beside.Pairs {
		if !p.Same {
			changed++
		}
		if !p.Same || c.every {
			c.shown = append(c.shown, p)
		}
	}
	c.count.SetText(c.t("count", changed, len(c.beside.Pairs)))
	c.list.SetItems(len(c.shown), func(i int) kit.RowItem { return c.row(c.shown[i]) })
	if len(c.shown) == 0 {
		c.say(kit.IconConfirmed, c.t("same"))
		return
	}
	c.body.Objects = []fyne.CanvasObject{c.scroll}
	c.body.Refresh()
	c.list.Select(0)
	c.pick(0)
}

// row tells of a pair which pages it is of, and what has become of them.
func (c *compared) row(p pages.Pair) kit.RowItem {
	switch {
	case p.Was < 0:
		return kit.RowItem{Icon: "plus", IconColor: theme.Good, Title: c.t("page", p.Is+1), Trail: c.t("new")}
	case p.Is < 0:
		return kit.RowItem{Icon: "minus", IconColor: theme.Bad, Title: c.t("page", p.Was+1), Trail: c.t("gone")}
	case p.Same:
		return kit.RowItem{Icon: kit.IconTick, IconColor: theme.Third, Title: c.numbers(p), Trail: c.t("alike"), Dimmed: true}
	}
	return kit.RowItem{Icon: "edit", IconColor: theme.Warn, Title: c.numbers(p), Trail: c.t("changed")}
}

func (c *compared) numbers(p pages.Pair) string {
	if p.Was == p.Is {
		return c.t("page", p.Is+1)
	}
	return c.t("page_was", p.Was+1, p.Is+1)
}

// pick shows a pair.
func (c *compared) pick(i int) {
	if c.beside == nil || i < 0 || i >= len(c.shown) {
		return
	}
	c.turn++
	p := c.shown[i]
	c.draw(c.left, c.beside.Was, p.Was, c.names[c.then])
	c.draw(c.right, c.beside.Is, p.Is, c.names[c.is])
	c.scroll.Content.Refresh()
	c.scroll.Refresh()
	c.scroll.ScrollToTop()
}

// draw shows a page at a side; without one the side is empty.
func (c *compared) draw(s *side, of *pages.Pages, page int, name string) {
	s.image.Image, s.ratio = nil, 0
	s.head.SetText(c.t("none", name))
	if page < 0 {
		s.paper.Hide()
		s.image.Refresh()
		return
	}
	s.head.SetText(name + " · " + c.t("page", page+1))
	s.ratio = float32(of.Ratio(page))
	s.paper.Show()
	scale := c.desk.Window().Canvas().Scale()
	wide := int((c.scroll.Size().Width-3*sideGap)/2*scale + 0.5)
	turn := c.turn
	var img *image.RGBA
	c.desk.Run("", func(context.Context, func(int, int, string)) (err error) {
		img, err = of.Image(page, max(wide, 200))
		return err
	}, func(err error) {
		if turn != c.turn || err != nil { // the paper stays blank, the other side shows
			return
		}
		s.image.Image = img
		s.image.Refresh()
	})
}

// besideLayout sets two pages side by side, a line of words over each.
type besideLayout struct{ c *compared }

const sideHead float32 = 34

func (l besideLayout) width() float32 {
	return max((l.c.scroll.Size().Width-3*sideGap)/2, 80)
}

// MinSize is as high as the higher page.
func (l besideLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(160, sideHead+l.width()*max(l.c.left.ratio, l.c.right.ratio)+sideGap)
}

// Layout places heads, papers and images.
func (l besideLayout) Layout(o []fyne.CanvasObject, _ fyne.Size) {
	wide := l.width()
	for i, s := range []*side{l.c.left, l.c.right} {
		x, tall := sideGap+float32(i)*(wide+sideGap), wide*s.ratio
		o[i].Move(fyne.NewPos(x, 9))
		o[i].Resize(fyne.NewSize(wide, 18))
		for _, at := range []int{2 + i, 4 + i} {
			o[at].Move(fyne.NewPos(x, sideHead))
			o[at].Resize(fyne.NewSize(wide, tall))
		}
	}
}

// versionName is a version as the lists call it.
func versionName(d desk.Desk, v briefing.Version) string {
	if v.Kind == briefing.VersionIssue {
		return desk.T(d, "history.issue", app.VersionName(v, d.Lang()))
	}
	return v.Name
}
