package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// ProgressBar is a bar of 8. It is the only thing in the window that moves.
type ProgressBar struct {
	widget.BaseWidget
	share       float64
	track, fill *canvas.Rectangle
	objs        []fyne.CanvasObject
}

// NewProgressBar returns an empty bar.
func NewProgressBar() *ProgressBar {
	p := &ProgressBar{track: newBox(), fill: newBox()}
	p.objs = []fyne.CanvasObject{p.track, p.fill}
	p.ExtendBaseWidget(p)
	return p
}

// Set changes what is done, 0 to 1.
func (p *ProgressBar) Set(share float64) {
	p.share = min(max(share, 0), 1)
	p.Refresh()
}

// CreateRenderer is called by the toolkit.
func (p *ProgressBar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(p) }

func (p *ProgressBar) objects() []fyne.CanvasObject { return p.objs }
func (p *ProgressBar) least() fyne.Size             { return size(80, 8) }

func (p *ProgressBar) arrange(s fyne.Size) {
	y := floor((s.Height - 8) / 2)
	place(p.track, 0, y, s.Width, 8)
	place(p.fill, 0, y, floor(s.Width*float32(p.share)), 8)
}

func (p *ProgressBar) paint(l look) {
	l.box(p.track, theme.Track, theme.None, theme.RadiusChip)
	l.box(p.fill, theme.Fill, theme.None, theme.RadiusChip)
	showIf(p.fill, p.share > 0)
}

// ProgressPanel is a running job: what it does, how far it is, the bar, and a
// button that stops it.
type ProgressPanel struct {
	*Panel
	what, how *Text
	bar       *ProgressBar
	cancel    *Button
}

// NewProgressPanel returns the panel; onCancel nil means that the job can't be
// stopped and leaves the button out.
func NewProgressPanel(what, cancelText string, onCancel func()) *ProgressPanel {
	p := &ProgressPanel{
		what: NewShrinking(what, Small, theme.Ink),
		how:  NewText("", Small, theme.Second),
		bar:  NewProgressBar(),
	}
	lines := Column(6, Row(12, Flex(p.what), p.how), p.bar)
	if onCancel == nil {
		p.Panel = NewPanel(theme.None, lines)
		return p
	}
	p.cancel = NewButton(Secondary, "", cancelText, func() {
		p.cancel.Disable()
		onCancel()
	})
	p.Panel = NewPanel(theme.None, Row(32, Flex(lines), p.cancel))
	return p
}

// Set tells what is done, how far it is in words, and the share, 0 to 1.
func (p *ProgressPanel) Set(what, how string, share float64) {
	p.what.SetText(what)
	if p.how.Text != how {
		p.how.SetText(how)
		p.Panel.Refresh()
	}
	p.bar.Set(share)
}

// Piece is how far one piece of a PieceBar is.
type Piece int

const (
	// Empty is not begun.
	Empty Piece = iota
	// Begun is half-light.
	Begun
	// Done is full.
	Done
)

// PieceBar is a bar of pieces, each a section of the whole, with an optional
// label inside. OnPress, if set, is called with the number of the piece hit.
type PieceBar struct {
	widget.BaseWidget
	Pieces  []Piece
	Labels  []string
	OnPress func(i int)

	boxes []*canvas.Rectangle
	halfs []*canvas.Rectangle
	texts []*canvas.Text
	objs  []fyne.CanvasObject
}

// NewPieceBar returns a bar of 8, or of 16 with labels in the pieces.
func NewPieceBar(pieces []Piece, labels []string, onPress func(int)) *PieceBar {
	p := &PieceBar{Pieces: pieces, Labels: labels, OnPress: onPress}
	for range pieces {
		box, half, text := newBox(), newBox(), canvas.NewText("", nil)
		p.boxes, p.halfs, p.texts = append(p.boxes, box), append(p.halfs, half), append(p.texts, text)
		p.objs = append(p.objs, box, half, text)
	}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is called by the toolkit.
func (p *PieceBar) CreateRenderer() fyne.WidgetRenderer { return newRenderer(p) }

// Tapped tells which piece was hit.
func (p *PieceBar) Tapped(ev *fyne.PointEvent) {
	if p.OnPress == nil || len(p.Pieces) == 0 {
		return
	}
	i := int(ev.Position.X / (p.Size().Width / float32(len(p.Pieces))))
	p.OnPress(min(max(i, 0), len(p.Pieces)-1))
}

func (p *PieceBar) objects() []fyne.CanvasObject { return p.objs }

func (p *PieceBar) height() float32 {
	if len(p.Labels) > 0 {
		return 16
	}
	return 8
}

func (p *PieceBar) least() fyne.Size { return size(12*float32(len(p.Pieces)), p.height()) }

func (p *PieceBar) arrange(s fyne.Size) {
	n := float32(len(p.Pieces))
	step := (s.Width + 4) / n
	for i := range p.Pieces {
		left, right := floor(step*float32(i)), floor(step*float32(i+1))-4
		y := floor((s.Height - p.height()) / 2)
		place(p.boxes[i], left, y, right-left, p.height())
		place(p.halfs[i], left, y, floor((right-left)/2), p.height())
		place(p.texts[i], left, y, right-left, p.height())
	}
}

func (p *PieceBar) paint(l look) {
	for i, piece := range p.Pieces {
		fill, ink := theme.Track, theme.Second
		if piece == Done {
			fill, ink = theme.Fill, theme.OnFill
		}
		if len(p.Labels) > 0 && piece == Empty {
			fill = theme.Hover
		}
		l.box(p.boxes[i], fill, theme.None, "")
		p.boxes[i].CornerRadius = 2
		l.box(p.halfs[i], theme.Previous, theme.None, "")
		p.halfs[i].CornerRadius = 2
		showIf(p.halfs[i], piece == Begun)
		text := ""
		if i < len(p.Labels) {
			text = p.Labels[i]
		}
		set(p.texts[i], text, 12, l.color(ink))
		p.texts[i].Alignment = fyne.TextAlignCenter
	}
}
