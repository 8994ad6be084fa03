package records

import "fyne.io/fyne/v2"

// Widths of the list beside the form, and the share of a narrow window it has.
const (
	listMost  float32 = 400
	listLeast float32 = 272
	listShare float32 = 0.33
)

// besideLayout sets list, rule and form side by side; the list gives way to the
// form where there is little room.
type besideLayout struct{}

func (besideLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := fyne.NewSize(listLeast, 0)
	for i, x := range o {
		s := x.MinSize()
		m.Height = max(m.Height, s.Height)
		if i > 0 {
			m.Width += s.Width
		}
	}
	return m
}

func (besideLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	list := min(max(float32(int(s.Width*listShare)), listLeast), listMost)
	line := o[1].MinSize().Width
	x := float32(0)
	for i, w := range []float32{list, line, s.Width - list - line} {
		o[i].Move(fyne.NewPos(x, 0))
		o[i].Resize(fyne.NewSize(w, s.Height))
		x += w
	}
}

// countLayout sets the count at the left and the tools at the right, under one
// another where the list is too narrow for both.
type countLayout struct{ width float32 }

const countGap float32 = 8

func (c *countLayout) broken(o []fyne.CanvasObject) bool {
	return c.width > 0 && o[0].MinSize().Width+countGap+o[1].MinSize().Width > c.width
}

func (c *countLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	if c.broken(o) {
		return fyne.NewSize(b.Width, a.Height+countGap+b.Height)
	}
	return fyne.NewSize(b.Width, max(a.Height, b.Height))
}

func (c *countLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	c.width = s.Width
	a, b := o[0].MinSize(), o[1].MinSize()
	y := float32(int((s.Height - a.Height) / 2))
	if c.broken(o) {
		y = 0
	}
	o[0].Move(fyne.NewPos(0, y))
	o[0].Resize(fyne.NewSize(s.Width, a.Height))
	o[1].Move(fyne.NewPos(max(s.Width-b.Width, 0), s.Height-b.Height))
	o[1].Resize(b)
}
