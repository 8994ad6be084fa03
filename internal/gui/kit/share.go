package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Aside sets an object at the right of another. It has the width it wants, but
// no more than a share of what there is for both: in a small window neither
// pushes the other out.
func Aside(want, share float32, middle, aside fyne.CanvasObject) *fyne.Container {
	return container.New(&shareLayout{want: want, share: share}, middle, aside)
}

// Before sets it at the left.
func Before(want, share float32, before, middle fyne.CanvasObject) *fyne.Container {
	return container.New(&shareLayout{want: want, share: share, left: true}, before, middle)
}

// Beneath sets an object under another in the same way.
func Beneath(want, share float32, middle, beneath fyne.CanvasObject) *fyne.Container {
	return container.New(&shareLayout{want: want, share: share, under: true}, middle, beneath)
}

type shareLayout struct {
	want, share float32
	under, left bool
}

func (l *shareLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	if l.under {
		return size(max(a.Width, b.Width), a.Height+b.Height)
	}
	return size(a.Width+b.Width, max(a.Height, b.Height))
}

func (l *shareLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	least := o[1].MinSize()
	if l.under {
		high := min(max(floor(min(l.want, s.Height*l.share)), least.Height), floor(s.Height*0.6))
		place(o[0], 0, 0, s.Width, s.Height-high)
		place(o[1], 0, s.Height-high, s.Width, high)
		return
	}
	if l.left {
		wide := floor(min(l.want, s.Width*l.share))
		place(o[0], 0, 0, wide, s.Height)
		place(o[1], wide, 0, s.Width-wide, s.Height)
		return
	}
	wide := max(floor(min(l.want, s.Width*l.share)), least.Width)
	place(o[0], 0, 0, s.Width-wide, s.Height)
	place(o[1], s.Width-wide, 0, wide, s.Height)
}

// ByWidth shows one of two arrangements of the same things: wide where it has that
// width, narrow where it has not, whenever the window changes.
func ByWidth(least float32, wide, narrow func() fyne.CanvasObject) *fyne.Container {
	c := container.New(&byWidthLayout{least: least, wide: wide, narrow: narrow}, container.NewStack())
	return c
}

type byWidthLayout struct {
	least        float32
	wide, narrow func() fyne.CanvasObject
	shown        int // 0 nothing yet, 1 narrow, 2 wide
}

// MinSize leaves it to the arrangement what to do with its room.
func (l *byWidthLayout) MinSize([]fyne.CanvasObject) fyne.Size { return size(0, 0) }

func (l *byWidthLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	stack, ok := o[0].(*fyne.Container)
	if !ok || s.Width <= 0 {
		return
	}
	want, of := 1, l.narrow
	if s.Width >= l.least {
		want, of = 2, l.wide
	}
	if l.shown != want {
		l.shown = want
		stack.Objects = []fyne.CanvasObject{of()}
		stack.Refresh()
	}
	place(stack, 0, 0, s.Width, s.Height)
}
