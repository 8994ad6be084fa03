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
	m := fyne.NewSize(max(listLeast, o[0].MinSize().Width), 0)
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
	least := max(listLeast, o[0].MinSize().Width) // the tools over the list have room
	list := min(max(float32(int(s.Width*listShare)), least), max(listMost, least))
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

// headLayout is the head of a screen: what it is and its views at the left, the
// tools at the right, under them where there is no room beside them.
type headLayout struct{ width float32 }

const (
	headHeight  float32 = 64
	toolsHeight float32 = 44
	headGap     float32 = 16
	toolsInset  float32 = 12 // more than a full head has at its right
)

func (h *headLayout) stacked(o []fyne.CanvasObject) bool {
	return h.width > 0 && o[0].MinSize().Width+headGap+o[1].MinSize().Width+toolsInset > h.width
}

// MinSize is the height of the last layout and the width of the wider part.
func (h *headLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	w := max(o[0].MinSize().Width, o[1].MinSize().Width)
	if h.stacked(o) {
		return fyne.NewSize(w, headHeight+toolsHeight)
	}
	return fyne.NewSize(w, headHeight)
}

// Layout places them.
func (h *headLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h.width = s.Width
	left, right := o[0].MinSize(), o[1].MinSize()
	o[0].Resize(fyne.NewSize(min(left.Width, s.Width), left.Height))
	o[0].Move(fyne.NewPos(0, float32(int((headHeight-left.Height)/2))))
	o[1].Resize(fyne.NewSize(min(right.Width, s.Width), right.Height))
	if h.stacked(o) {
		o[1].Move(fyne.NewPos(0, headHeight))
		return
	}
	o[1].Move(fyne.NewPos(s.Width-toolsInset-right.Width, float32(int((headHeight-right.Height)/2))))
}
