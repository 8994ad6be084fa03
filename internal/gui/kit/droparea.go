package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// DropArea is a dashed frame that says that a file may be dropped here. The
// window's drop handler decides by Contains whether it was hit.
type DropArea struct {
	widget.BaseWidget
	lit     bool
	ground  *canvas.Rectangle
	content fyne.CanvasObject
	dashes  []*canvas.Line
	objs    []fyne.CanvasObject
}

// NewDropArea returns the area; action is the button for those who do not drop.
func NewDropArea(icon, title, text string, action *Button) *DropArea {
	head := NewBold(title, Body, theme.Ink)
	head.Align = fyne.TextAlignCenter
	body := NewWrapped(text, Small, theme.Second)
	body.Align = fyne.TextAlignCenter
	c := Column(10, layout.NewSpacer())
	if icon != "" {
		c.Add(container.NewCenter(newIcon(icon, theme.Accent, 28)))
	}
	c.Add(head)
	c.Add(body)
	if action != nil {
		c.Add(container.NewCenter(action))
	}
	c.Add(layout.NewSpacer())
	return newDropArea(Pad(16, 24, 16, 24, c))
}

// NewDashed frames any content with dashes: what is not stored yet, what can't
// be chosen.
func NewDashed(content fyne.CanvasObject) *DropArea { return newDropArea(content) }

func newDropArea(content fyne.CanvasObject) *DropArea {
	d := &DropArea{ground: newBox(), content: content}
	d.objs = []fyne.CanvasObject{d.ground, content}
	d.ExtendBaseWidget(d)
	return d
}

// SetLit shows that a file is being held over the area.
func (d *DropArea) SetLit(on bool) {
	d.lit = on
	d.Refresh()
}

// Contains tells whether a point of the window lies inside.
func (d *DropArea) Contains(p fyne.Position) bool {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(d)
	s := d.Size()
	return d.Visible() && p.X >= at.X && p.Y >= at.Y && p.X < at.X+s.Width && p.Y < at.Y+s.Height
}

// CreateRenderer is called by the toolkit.
func (d *DropArea) CreateRenderer() fyne.WidgetRenderer { return newRenderer(d) }

func (d *DropArea) objects() []fyne.CanvasObject { return d.objs }
func (d *DropArea) least() fyne.Size             { return d.content.MinSize().Max(size(80, 48)) }

const dash, dashGap float32 = 6, 4

func (d *DropArea) arrange(s fyne.Size) {
	place(d.ground, 0, 0, s.Width, s.Height)
	place(d.content, 0, 0, s.Width, s.Height)
	var ends [][2]fyne.Position
	inset := float32(8) // the corner
	for x := inset; x < s.Width-inset; x += dash + dashGap {
		to := min(x+dash, s.Width-inset)
		ends = append(ends, [2]fyne.Position{fyne.NewPos(x, .5), fyne.NewPos(to, .5)},
			[2]fyne.Position{fyne.NewPos(x, s.Height-.5), fyne.NewPos(to, s.Height-.5)})
	}
	for y := inset; y < s.Height-inset; y += dash + dashGap {
		to := min(y+dash, s.Height-inset)
		ends = append(ends, [2]fyne.Position{fyne.NewPos(.5, y), fyne.NewPos(.5, to)},
			[2]fyne.Position{fyne.NewPos(s.Width-.5, y), fyne.NewPos(s.Width-.5, to)})
	}
	// Each corner is one stroke aslant, enough at this size.
	ends = append(ends,
		[2]fyne.Position{fyne.NewPos(1, 4), fyne.NewPos(4, 1)},
		[2]fyne.Position{fyne.NewPos(s.Width-4, 1), fyne.NewPos(s.Width-1, 4)},
		[2]fyne.Position{fyne.NewPos(1, s.Height-4), fyne.NewPos(4, s.Height-1)},
		[2]fyne.Position{fyne.NewPos(s.Width-4, s.Height-1), fyne.NewPos(s.Width-1, s.Height-4)})
	d.lay(ends)
}

func (d *DropArea) lay(ends [][2]fyne.Position) {
	l := lookOf(d)
	if len(d.dashes) != len(ends) {
		for len(d.dashes) < len(ends) {
			d.dashes = append(d.dashes, canvas.NewLine(nil))
		}
		d.dashes = d.dashes[:len(ends)]
		d.objs = []fyne.CanvasObject{d.ground, d.content}
		for _, k := range d.dashes {
			d.objs = append(d.objs, k)
		}
	}
	for i, k := range d.dashes {
		k.StrokeColor, k.StrokeWidth = l.color(theme.Third), l.line()
		if d.lit {
			k.StrokeColor, k.StrokeWidth = l.color(theme.Accent), l.size(theme.SizeFocus)
		}
		k.Position1, k.Position2 = ends[i][0], ends[i][1]
		k.Refresh()
	}
}

func (d *DropArea) paint(l look) {
	fill := theme.None
	if d.lit {
		fill = theme.Tint
	}
	l.box(d.ground, fill, theme.None, theme.RadiusCard)
}
