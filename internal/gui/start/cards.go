package start

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
)

func itoa(n int) string { return strconv.Itoa(n) }

// newBadge is an icon on a tinted square.
func newBadge(icon string) fyne.CanvasObject {
	p := kit.NewPanel(theme.Tint, container.NewCenter(kit.NewIcon(icon, theme.Accent)))
	p.Radius = theme.RadiusButton
	return kit.Fixed(36, 36, p)
}

// newTile is a template: icon, name, what it is for.
func newTile(icon, title, text string, onPress func()) fyne.CanvasObject {
	what := kit.NewWrapped(text, kit.Small, theme.Second)
	what.MaxLines = 2
	return kit.NewPressable(title, kit.Fixed(0, 134, kit.Pad(16, 16, 16, 16, kit.Column(4,
		kit.Row(0, newBadge(icon)), kit.Pad(10, 0, 0, 0, kit.NewBold(title, kit.Body, theme.Ink)), what))), onPress)
}

// projectCard is what the card of a recent project says.
type projectCard struct {
	title, subtitle, file, icon, state, when string
	color                                    fyne.ThemeColorName
}

// newProjectCard draws the title page and under it how the project stands.
func newProjectCard(c projectCard, onPress func()) fyne.CanvasObject {
	title := kit.NewWrapped(c.title, kit.Body, theme.Ink)
	title.Bold, title.MaxLines = true, 4
	sub := kit.NewWrapped(c.subtitle, kit.Caption, theme.Second)
	sub.MaxLines = 3
	sheet := kit.NewPanel(theme.Surface, kit.Pad(24, 16, 12, 16, kit.Column(8, title, sub)))
	sheet.Frame = theme.StrongLine
	page := kit.NewPanel(theme.Rail, kit.Fixed(0, 212, kit.Pad(14, 14, 0, 14, sheet)))
	page.Radius = theme.RadiusCard
	about := kit.Pad(10, 14, 12, 14, kit.Column(3,
		kit.NewShrinking(c.file, kit.Small, theme.Ink),
		kit.NewMark(c.icon, c.state, c.color),
		kit.NewText(c.when, kit.Caption, theme.Second)))
	return kit.NewPressable(c.title, kit.Column(0, page, kit.NewRule(), about), onPress)
}

// beside gives its second object a fixed width at the right; the first one
// comes above it where there is no room for both.
type beside struct{ side, gap float32 }

func (b beside) narrow(width float32) bool { return width < 2*b.side+b.gap+120 }

func (b beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	l, r := o[0].MinSize(), o[1].MinSize()
	if w := max(o[0].Size().Width, 1) + b.gap + b.side; b.narrow(w) && o[0].Size().Width > 0 {
		return fyne.NewSize(max(l.Width, r.Width), l.Height+b.gap+r.Height)
	}
	return fyne.NewSize(max(l.Width, b.side), max(l.Height, r.Height))
}

func (b beside) Layout(o []fyne.CanvasObject, s fyne.Size) {
	if b.narrow(s.Width) {
		h := o[0].MinSize().Height
		place(o[0], 0, 0, s.Width, h)
		place(o[1], 0, h+b.gap, s.Width, o[1].MinSize().Height)
		return
	}
	place(o[0], 0, 0, s.Width-b.side-b.gap, s.Height)
	place(o[1], s.Width-b.side, 0, b.side, s.Height)
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
