package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

const barWidth float32 = 10

// scrollBar is the bar of what scrolls itself. Places are float64: a million
// rows are more units than the toolkit's float32 can count.
type scrollBar struct {
	widget.BaseWidget
	standing            bool
	total, seen, offset float64
	onScroll            func(float64)
	hovered             bool

	thumb *canvas.Rectangle
	objs  []fyne.CanvasObject
}

func newScrollBar(standing bool, onScroll func(float64)) *scrollBar {
	b := &scrollBar{standing: standing, onScroll: onScroll, thumb: newBox()}
	b.objs = []fyne.CanvasObject{b.thumb}
	b.ExtendBaseWidget(b)
	return b
}

// set tells what there is; the bar hides when all of it is seen.
func (b *scrollBar) set(total, seen, offset float64) {
	b.total, b.seen, b.offset = total, seen, offset
	showIf(b, total > seen)
	b.Refresh()
}

func (b *scrollBar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(b) }
func (b *scrollBar) objects() []fyne.CanvasObject        { return b.objs }
func (b *scrollBar) least() fyne.Size                    { return size(barWidth, barWidth) }

// geometry returns track, length of the thumb and its place on the track.
func (b *scrollBar) geometry() (track, thumb, at float64) {
	track = float64(b.Size().Width)
	if b.standing {
		track = float64(b.Size().Height)
	}
	if b.total <= 0 {
		return track, track, 0
	}
	thumb = min(max(track*b.seen/b.total, 32), track)
	if b.total > b.seen {
		at = (track - thumb) * b.offset / (b.total - b.seen)
	}
	return track, thumb, at
}

func (b *scrollBar) arrange(s fyne.Size) {
	_, thumb, at := b.geometry()
	if b.standing {
		place(b.thumb, 2, float32(at), s.Width-4, float32(thumb))
		return
	}
	place(b.thumb, float32(at), 2, float32(thumb), s.Height-4)
}

func (b *scrollBar) paint(l look) {
	b.thumb.FillColor = l.color(theme.StrongLine)
	if b.hovered {
		b.thumb.FillColor = l.color(theme.Third)
	}
	b.thumb.CornerRadius = 3
}

func (b *scrollBar) Dragged(ev *fyne.DragEvent) {
	track, thumb, _ := b.geometry()
	if track <= thumb {
		return
	}
	by := float64(ev.Dragged.DX)
	if b.standing {
		by = float64(ev.Dragged.DY)
	}
	b.onScroll(b.offset + by*(b.total-b.seen)/(track-thumb))
}

func (b *scrollBar) DragEnd() {}

// Tapped goes a page towards the click.
func (b *scrollBar) Tapped(ev *fyne.PointEvent) {
	_, thumb, at := b.geometry()
	p := float64(ev.Position.X)
	if b.standing {
		p = float64(ev.Position.Y)
	}
	switch {
	case p < at:
		b.onScroll(b.offset - b.seen)
	case p > at+thumb:
		b.onScroll(b.offset + b.seen)
	}
}

func (b *scrollBar) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.Refresh()
}

func (b *scrollBar) MouseMoved(*desktop.MouseEvent) {}

func (b *scrollBar) MouseOut() {
	b.hovered = false
	b.Refresh()
}
