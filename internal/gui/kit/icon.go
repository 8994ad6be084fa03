package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// Sides of icons: in lists, in buttons with text, in chips and marks.
const (
	IconSide       float32 = 18
	ButtonIconSide float32 = 16
	SmallIconSide  float32 = 14
)

// Icon is a picture by name in a colour of the theme. A name without a picture
// leaves its place empty.
type Icon struct {
	widget.BaseWidget
	Name  string
	Color fyne.ThemeColorName
	Side  float32

	image *canvas.Image
	objs  []fyne.CanvasObject
}

// NewIcon returns an icon of 18 units; colour "" is that of idle icons.
func NewIcon(name string, c fyne.ThemeColorName) *Icon { return newIcon(name, c, IconSide) }

// NewSmallIcon returns an icon of 14 units with a bolder stroke.
func NewSmallIcon(name string, c fyne.ThemeColorName) *Icon { return newIcon(name, c, SmallIconSide) }

func newIcon(name string, c fyne.ThemeColorName, side float32) *Icon {
	i := &Icon{Name: name, Color: c, Side: side, image: newPicture()}
	i.objs = []fyne.CanvasObject{i.image}
	i.ExtendBaseWidget(i)
	return i
}

func newPicture() *canvas.Image {
	p := &canvas.Image{FillMode: canvas.ImageFillContain}
	p.Hide()
	return p
}

// Set changes picture and colour.
func (i *Icon) Set(name string, c fyne.ThemeColorName) {
	if i.Name == name && i.Color == c {
		return
	}
	i.Name, i.Color = name, c
	i.Refresh()
}

// CreateRenderer is called by the toolkit.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer { return newRenderer(i) }

func (i *Icon) objects() []fyne.CanvasObject { return i.objs }
func (i *Icon) least() fyne.Size             { return size(i.Side, i.Side) }

func (i *Icon) arrange(s fyne.Size) {
	place(i.image, (s.Width-i.Side)/2, (s.Height-i.Side)/2, i.Side, i.Side)
}

func (i *Icon) paint(l look) {
	l.picture(i.image, i.Name, i.Color, i.Side <= SmallIconSide)
}

// picture shows the icon in an image, or hides it when there is none.
func (l look) picture(img *canvas.Image, name string, c fyne.ThemeColorName, bold bool) {
	if c == "" {
		c = theme.Third
	}
	res := l.icon(name, c, bold)
	if res == nil {
		img.Resource = nil
		showIf(img, false)
		return
	}
	if img.Resource != res {
		img.Resource = res
		img.Image = nil
		img.Refresh()
	}
	showIf(img, true)
}
