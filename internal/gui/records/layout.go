package records

import (
	"fyne.io/fyne/v2"

	"briefing/internal/gui/kit"
)

// Widths of the list beside the form, and the share of a narrow window it has.
const (
	listMost  float32 = 400
	listLeast float32 = 272
	listTight float32 = 212 // where the form has no room otherwise
	listShare float32 = 0.33
)

// besideLayout sets list, rule and form side by side; the list gives way to the
// form where there is little room.
type besideLayout struct{}

func (besideLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := fyne.NewSize(max(listTight, o[0].MinSize().Width), 0)
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
	least := o[0].MinSize().Width // the tools over the list have room
	list := max(min(max(float32(int(s.Width*listShare)), listLeast), listMost), least)
	line := o[1].MinSize().Width
	if form := o[2].MinSize().Width; s.Width-list-line < form {
		list = max(s.Width-line-form, listTight, least)
	}
	x := float32(0)
	for i, w := range []float32{list, line, s.Width - list - line} {
		o[i].Move(fyne.NewPos(x, 0))
		o[i].Resize(fyne.NewSize(w, s.Height))
		x += w
	}
}

// headLayout is the head of a screen: what it is, its views, which may be nil, and
// at the right the tools, under them where there is no room beside them. Views and
// tools fold where there is none even so, and the title gives way.
type headLayout struct {
	title, views, tools fyne.CanvasObject
	width               float32
}

const (
	headHeight  float32 = 64
	headLow     float32 = 48 // in a window lower than lowWindow
	lowWindow   float32 = 420
	toolsHeight float32 = 44
	headGap     float32 = 16
	viewsGap    float32 = 12
	toolsInset  float32 = 12 // more than a full head has at its right
)

// left is what title and views take, with all views or folded.
func (h *headLayout) left(of func(fyne.CanvasObject) float32) float32 {
	w := of(h.title)
	if h.views != nil {
		w += viewsGap + of(h.views)
	}
	return w
}

// high is the height of the line of title and views.
func (h *headLayout) high() float32 {
	if kit.LowerThan(lowWindow, h.title) {
		return headLow
	}
	return headHeight
}

func leastWidth(o fyne.CanvasObject) float32 { return o.MinSize().Width }

func (h *headLayout) stacked() bool {
	tools, least := kit.Whole(h.tools), h.tools.MinSize().Width
	switch room := h.width - headGap - toolsInset; {
	case h.width <= 0 || tools == 0 || h.left(kit.Whole) <= room-least: // if not all, the first of the tools beside them, the others behind «⋯»
		return false
	case h.left(kit.Whole) <= h.width && tools <= h.width:
		return true
	default:
		return h.left(leastWidth) > room-least
	}
}

// MinSize is the height of the last layout and the width of the wider part.
func (h *headLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	w := max(h.left(leastWidth), h.tools.MinSize().Width)
	if h.stacked() {
		return fyne.NewSize(w, h.high()+toolsHeight)
	}
	return fyne.NewSize(w, h.high())
}

// Layout places them.
func (h *headLayout) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	h.width = s.Width
	high := h.high()
	tools := h.tools.MinSize()
	room, x := s.Width, float32(0)
	if h.stacked() {
		put(h.tools, 0, high, min(kit.Whole(h.tools), s.Width), tools.Height)
	} else if tools.Width > 0 {
		free := s.Width - headGap - toolsInset
		w := free - h.left(kit.Whole)
		if w < tools.Width {
			w = free - h.left(leastWidth)
		}
		w = min(kit.Whole(h.tools), max(w, tools.Width))
		put(h.tools, s.Width-toolsInset-w, float32(int((high-tools.Height)/2)), w, tools.Height)
		room -= headGap + w + toolsInset
	}
	rest := float32(0) // what the views keep of the line
	if h.views != nil {
		rest = viewsGap + h.views.MinSize().Width
	}
	for _, o := range []fyne.CanvasObject{h.title, h.views} {
		if o == nil {
			continue
		}
		m := o.MinSize()
		w := min(kit.Whole(o), max(room-x-rest, m.Width))
		put(o, x, float32(int((high-m.Height)/2)), w, m.Height)
		x, rest = x+w+viewsGap, 0
	}
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
