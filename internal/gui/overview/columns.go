package overview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"briefing/internal/gui/kit"
)

// columns sets objects side by side in the proportion of their shares, or
// under one another where the narrowest would get too little room.
type columns struct {
	shares []float32
	gap    float32
	width  float32
}

// ruled sets parts side by side with a line between them.
func ruled(shares []float32, parts []fyne.CanvasObject) *fyne.Container {
	framed := make([]fyne.CanvasObject, len(parts))
	for i, o := range parts {
		framed[i] = o
		if i > 0 {
			framed[i] = kit.Dock(nil, nil, kit.NewStandingRule(), nil, o)
		}
	}
	return container.New(&columns{shares: shares}, framed...)
}

const leastColumn float32 = 228

func (c *columns) stacked() bool {
	if c.width == 0 {
		return false
	}
	sum, least := float32(0), c.shares[0]
	for _, s := range c.shares {
		sum += s
		least = min(least, s)
	}
	return (c.width-c.gap*float32(len(c.shares)-1))*least/sum < leastColumn
}

// MinSize asks for a width that even the stack has, and the height of the last
// layout.
func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	high, sum := float32(0), float32(0)
	for _, o := range objects {
		h := o.MinSize().Height
		high = max(high, h)
		sum += h
	}
	if c.stacked() {
		return fyne.NewSize(leastColumn, sum+c.gap*float32(len(objects)-1))
	}
	return fyne.NewSize(leastColumn, high)
}

// Layout places them.
func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	if c.stacked() {
		y := float32(0)
		for _, o := range objects {
			h := o.MinSize().Height
			o.Move(fyne.NewPos(0, y))
			o.Resize(fyne.NewSize(size.Width, h))
			y += h + c.gap
		}
		return
	}
	sum := float32(0)
	for _, s := range c.shares {
		sum += s
	}
	free := size.Width - c.gap*float32(len(objects)-1)
	x := float32(0)
	for i, o := range objects {
		w := float32(int(free * c.shares[i] / sum))
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		x += w + c.gap
	}
}
