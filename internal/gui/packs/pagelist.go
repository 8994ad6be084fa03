package packs

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/app/pages"
	"briefing/internal/gui/theme"
)

// pageList sets pages under one another. Only pages in view, and one beyond at
// each side, hold an image.
type pageList struct {
	widget.BaseWidget
	scroll *container.Scroll
	need   func(page, width int)
	pages  *pages.Pages
	sheets []*sheet
	factor float32 // of the fitting width; 1 fits

	// onSpot is called with what stands where the page was pressed.
	onSpot func(pages.Spot)
	spot   pages.Spot // under the pointer
	over   int        // the page it is on
	frame  *canvas.Rectangle
}

// sheet is one page: its paper, and its image when it has been drawn.
type sheet struct {
	paper *canvas.Rectangle
	image *canvas.Image
	width int // pixels of the image, 0 while there is none
}

const (
	pageGap    float32 = 16
	pageMargin float32 = 24
	leastPage  float32 = 160
)

func newPageList(need func(page, width int)) *pageList {
	l := &pageList{need: need, factor: 1, frame: canvas.NewRectangle(nil)}
	l.frame.Hide()
	l.ExtendBaseWidget(l)
	return l
}

// setPages shows another set; images that were there stay until new ones come,
// so that nothing flickers.
func (l *pageList) setPages(p *pages.Pages) {
	l.pages = p
	l.point(pages.Spot{}, 0)
	for len(l.sheets) < p.Count() {
		s := &sheet{paper: canvas.NewRectangle(nil), image: canvas.NewImageFromImage(nil)}
		s.image.FillMode = canvas.ImageFillStretch
		s.image.ScaleMode = canvas.ImageScaleSmooth
		l.sheets = append(l.sheets, s)
	}
	l.sheets = l.sheets[:p.Count()]
	for _, s := range l.sheets {
		s.width = 0
	}
	l.Refresh()
}

func (l *pageList) setImage(page int, img *image.RGBA) {
	if page >= len(l.sheets) {
		return
	}
	s := l.sheets[page]
	s.image.Image, s.width = img, img.Rect.Dx()
	s.image.Refresh()
}

// zoom changes the size by a step; 0 fits the column.
func (l *pageList) zoom(by int) {
	if by == 0 {
		l.factor = 1
	} else {
		l.factor = min(max(l.factor*float32(math.Pow(1.25, float64(by))), 0.25), 4)
	}
	for _, s := range l.sheets {
		s.width = 0
	}
	l.Refresh()
}

// pageWidth is the width of a page on the screen.
func (l *pageList) pageWidth() float32 {
	w := l.Size().Width
	if l.scroll != nil {
		w = l.scroll.Size().Width
	}
	return max((w-2*pageMargin)*l.factor, leastPage)
}

func (l *pageList) height(i int) float32 { return l.pageWidth() * float32(l.pages.Ratio(i)) }

// percent is the scale against the printed page at 96 dots an inch.
func (l *pageList) percent() float64 {
	if l.pages == nil || l.pages.Count() == 0 {
		return 100
	}
	return float64(l.pageWidth()) / (l.pages.Width(0) * 96 / 72) * 100
}

// top is where a page begins.
func (l *pageList) top(page int) float32 {
	y := float32(0)
	for i := range page {
		y += l.height(i) + pageGap
	}
	return y
}

// at is the page that takes most of the view's upper part.
func (l *pageList) at(offset float32) int {
	if l.pages == nil {
		return 0
	}
	y := pageGap
	for i := range l.sheets {
		y += l.height(i) + pageGap
		if offset+120 < y {
			return i
		}
	}
	return max(len(l.sheets)-1, 0)
}

// ask asks for the images of the pages in view, and lets the others go.
func (l *pageList) ask() {
	if l.pages == nil || l.scroll == nil || l.scroll.Size().Height == 0 {
		return
	}
	from, to := l.scroll.Offset.Y, l.scroll.Offset.Y+l.scroll.Size().Height
	reach := l.pageWidth() * 1.5
	scale := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		scale = c.Scale()
	}
	pixels := int(l.pageWidth()*scale + 0.5)
	y := pageGap
	for i, s := range l.sheets {
		h := l.height(i)
		switch in := y+h > from-reach && y < to+reach; {
		case in && s.width != pixels:
			l.need(i, pixels)
		case !in && s.image.Image != nil:
			s.image.Image, s.width = nil, 0
			s.image.Refresh()
		}
		y += h + pageGap
	}
}

// CreateRenderer is called by the toolkit.
func (l *pageList) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{l} }

type pageRenderer struct{ l *pageList }

func (r *pageRenderer) Destroy() {}

func (r *pageRenderer) MinSize() fyne.Size {
	if r.l.pages == nil {
		return fyne.NewSize(leastPage, leastPage)
	}
	w := float32(leastPage)
	if r.l.factor > 1 {
		w = r.l.pageWidth() + 2*pageMargin
	}
	return fyne.NewSize(w, r.l.top(len(r.l.sheets))+pageGap)
}

func (r *pageRenderer) Layout(size fyne.Size) {
	if r.l.pages == nil {
		return
	}
	w := r.l.pageWidth()
	x := max((size.Width-w)/2, pageMargin)
	y := pageGap
	for i, s := range r.l.sheets {
		h := r.l.height(i)
		s.paper.Move(fyne.NewPos(x-1, y-1))
		s.paper.Resize(fyne.NewSize(w+2, h+2))
		s.image.Move(fyne.NewPos(x, y))
		s.image.Resize(fyne.NewSize(w, h))
		y += h + pageGap
	}
	r.l.outline()
	r.l.ask()
}

func (r *pageRenderer) Refresh() {
	th := r.l.Theme()
	v := fyne.CurrentApp().Settings().ThemeVariant()
	for _, s := range r.l.sheets {
		s.paper.FillColor = image.White.C
		s.paper.StrokeColor, s.paper.StrokeWidth = th.Color(theme.StrongLine, v), 1
		s.paper.Refresh()
	}
	r.l.frame.StrokeColor, r.l.frame.StrokeWidth = th.Color(theme.Accent, v), 1.5
	r.l.frame.CornerRadius = th.Size(theme.RadiusChip)
	r.Layout(r.l.Size())
	canvas.Refresh(r.l)
}

func (r *pageRenderer) Objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, s := range r.l.sheets {
		out = append(out, s.paper, s.image)
	}
	return append(out, r.l.frame)
}
