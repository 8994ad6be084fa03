package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// Panel is a ground with content: a card, the rail, a coloured band.
type Panel struct {
	widget.BaseWidget
	// Fill, Frame and Radius are names of the theme; Frame and Radius may be "".
	Fill, Frame fyne.ThemeColorName
	Radius      fyne.ThemeSizeName
	// Lifted draws the shadow of a card.
	Lifted bool
	// Strong frames the panel in 2 px of the accent: what is chosen.
	Strong bool

	face    *ground
	content fyne.CanvasObject
	objs    []fyne.CanvasObject
}

// NewPanel returns a ground in a colour behind content.
func NewPanel(fill fyne.ThemeColorName, content fyne.CanvasObject) *Panel {
	p := &Panel{Fill: fill, face: newGround(), content: content}
	p.objs = []fyne.CanvasObject{p.face, content}
	p.ExtendBaseWidget(p)
	return p
}

// NewCard returns the white card of the design round content, without padding:
// the frame is 1 px, so content that reaches the edge is moved in by that.
func NewCard(content fyne.CanvasObject) *Panel {
	p := NewPanel(theme.Surface, content)
	p.Frame, p.Radius, p.Lifted = theme.Line, theme.RadiusCard, true
	return p
}

// NewPaddedCard returns a card with 16 round its content.
func NewPaddedCard(content fyne.CanvasObject) *Panel {
	return NewCard(Pad(15, 15, 15, 15, content))
}

// SetContent exchanges the content.
func (p *Panel) SetContent(o fyne.CanvasObject) {
	p.content = o
	p.objs[1] = o
	p.Refresh()
}

// CreateRenderer is called by the toolkit.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer { return newRenderer(p) }

func (p *Panel) objects() []fyne.CanvasObject { return p.objs }

func (p *Panel) edge() float32 {
	if p.Frame == "" {
		return 0
	}
	return lookOf(p).line()
}

func (p *Panel) least() fyne.Size {
	e := p.edge()
	return p.content.MinSize().AddWidthHeight(2*e, 2*e)
}

func (p *Panel) arrange(s fyne.Size) {
	e := p.edge()
	place(p.face, 0, 0, s.Width, s.Height)
	place(p.content, e, e, s.Width-2*e, s.Height-2*e)
}

func (p *Panel) paint(l look) {
	face := &p.face.look
	l.box(face, p.Fill, p.Frame, p.Radius)
	face.Shadow = canvas.Shadow{}
	if p.Lifted {
		face.Shadow = canvas.Shadow{Color: l.color(theme.CardShadow), BlurRadius: 2, Offset: fyne.NewPos(0, 1)}
	}
	if p.Strong {
		face.StrokeColor, face.StrokeWidth = l.color(theme.Accent), l.size(theme.SizeFocus)
	}
	p.face.Refresh()
}

// SectionCard is a card with a header and rows divided by lines.
type SectionCard struct {
	*Panel
	rows *fyne.Container
}

// SectionHeader is what stands in the header of a SectionCard or above a list.
type SectionHeader struct {
	Title string
	// Note follows the title in second ink: a count, a hint.
	Note string
	// Tail stands at the right: chips, a link, a caption.
	Tail []fyne.CanvasObject
}

// NewSectionHeader lays out a header line of 44 with padding of a card.
func NewSectionHeader(h SectionHeader) fyne.CanvasObject {
	return Fixed(0, 43, Pad(0, 15, 0, 15, headerRow(h)))
}

// NewHeading lays out the same line without padding and height: a heading
// between cards.
func NewHeading(h SectionHeader) fyne.CanvasObject { return headerRow(h) }

func headerRow(h SectionHeader) fyne.CanvasObject {
	parts := []fyne.CanvasObject{NewBold(h.Title, Body, theme.Ink)}
	if h.Note != "" {
		parts = append(parts, Flex(NewShrinking(h.Note, Small, theme.Second)))
	} else {
		parts = append(parts, Flex(NewText("", Small, theme.Second)))
	}
	parts = append(parts, h.Tail...)
	return Row(8, parts...)
}

// NewSectionCard returns a card with a header and rows.
func NewSectionCard(h SectionHeader, rows ...fyne.CanvasObject) *SectionCard {
	s := &SectionCard{rows: Column(0)}
	s.fill(rows)
	s.Panel = NewCard(Column(0, NewSectionHeader(h), s.rows))
	return s
}

// SetRows exchanges the rows.
func (s *SectionCard) SetRows(rows ...fyne.CanvasObject) {
	s.fill(rows)
	s.Panel.Refresh()
}

func (s *SectionCard) fill(rows []fyne.CanvasObject) {
	s.rows.Objects = s.rows.Objects[:0]
	for _, r := range rows {
		s.rows.Objects = append(s.rows.Objects, NewRule(), r)
	}
	s.rows.Refresh()
}

// Divided sets objects under one another with lines between them.
func Divided(rows ...fyne.CanvasObject) fyne.CanvasObject {
	c := Column(0)
	for i, r := range rows {
		if i > 0 {
			c.Objects = append(c.Objects, NewRule())
		}
		c.Objects = append(c.Objects, r)
	}
	return c
}
