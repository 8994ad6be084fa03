package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/gui/theme"
)

// HeadlineFigure is a number with the word of its precision before it and its
// unit behind it. The word is never dropped.
type HeadlineFigure struct {
	Word, Number, Unit string
}

// Headline is what a headline card shows.
type Headline struct {
	Caption    string
	Figures    []HeadlineFigure
	Period     string
	Status     Status
	StatusWord string
	// Spark may be nil.
	Spark *Spark
}

// HeadlineCard is the card of one headline figure, 160 high. It opens its fact
// on a press; OnMore, if set, is called by the dots in its corner.
type HeadlineCard struct {
	control
	face            *ground
	ring            *canvas.Rectangle
	caption, period *Text
	figures         []*canvas.Text
	mark            *Mark
	spark           *Spark
	more            *Button
	data            Headline
	lowered         bool // the caption of a card beside it takes two lines
	objs            []fyne.CanvasObject
}

// HeadlineHeight is the height of the card.
const HeadlineHeight float32 = 160

// NewHeadlineCard returns the card; onPress and onMore may be nil. moreName is
// what a screen reader says of the dots.
func NewHeadlineCard(h Headline, onPress, onMore func(), moreName string) *HeadlineCard {
	c := &HeadlineCard{
		data: h, face: newGround(), ring: newBox(), spark: h.Spark,
		caption: NewWrapped(h.Caption, Small, theme.Second),
		period:  NewWrapped(h.Period, Caption, theme.Second),
		mark:    NewStatusMark(h.Status, h.StatusWord),
	}
	c.caption.MaxLines, c.period.MaxLines = 2, 3
	c.press, c.label = onPress, h.Caption
	c.objs = []fyne.CanvasObject{c.face, c.caption, c.period, c.mark}
	for range h.Figures {
		for range 3 {
			t := canvas.NewText("", nil)
			c.figures = append(c.figures, t)
			c.objs = append(c.objs, t)
		}
	}
	if c.spark != nil {
		c.objs = append(c.objs, c.spark)
	}
	c.objs = append(c.objs, c.ring)
	if onMore != nil {
		c.more = NewIconButton(IconMore, moreName, onMore)
		c.more.Tint = theme.Third
		c.objs = append(c.objs, c.more)
	}
	c.extend(c)
	return c
}

// CreateRenderer is called by the toolkit.
func (c *HeadlineCard) CreateRenderer() fyne.WidgetRenderer { return newRenderer(c) }

func (c *HeadlineCard) objects() []fyne.CanvasObject { return c.objs }

// least leaves room for words and numbers; units go to the line of the period
// where the figures are too long for the card.
func (c *HeadlineCard) least() fyne.Size {
	return size(max(200, c.figuresWidth(false)+34), HeadlineHeight+c.extra())
}

// extra is how much higher the card is whose period takes a third line under a
// caption of two.
func (c *HeadlineCard) extra() float32 {
	wide := c.Size().Width
	if wide <= 0 || !c.lowered && !c.broken(wide) {
		return 0
	}
	room := c.periodRoom(wide, captionDown)
	if len(wrap(c.periodText(c.figuresWidth(true) <= wide-34), room, 3, widthOf(12))) < 3 {
		return 0
	}
	return 16
}

// periodRoom is the width of the period: beside the spark where it would reach it.
func (c *HeadlineCard) periodRoom(wide, down float32) float32 {
	room := wide - 34
	if c.spark != nil && (down > 0 || width(c.period.Text, 12) > room) {
		return max(room-c.spark.MinSize().Width-8, 60)
	}
	return room
}

const (
	figureGap   float32 = 6
	captionDown float32 = 16
)

func (c *HeadlineCard) figuresWidth(units bool) float32 {
	w := float32(0)
	for i, f := range c.data.Figures {
		if i > 0 {
			w += 16
		}
		if !units {
			f.Unit = ""
		}
		w += parts(f)
	}
	return w
}

func parts(f HeadlineFigure) float32 {
	w := fyne.MeasureText(f.Number, 24, fyne.TextStyle{Bold: true}).Width
	if f.Word != "" {
		w += width(f.Word, 14) + figureGap
	}
	if f.Unit != "" {
		w += width(f.Unit, 14) + figureGap
	}
	return ceil(w)
}

func (c *HeadlineCard) arrange(s fyne.Size) {
	place(c.face, 0, 0, s.Width, s.Height)
	place(c.ring, 0, 0, s.Width, s.Height)
	if c.more != nil {
		place(c.more, s.Width-8-ButtonHeight, 7, ButtonHeight, ButtonHeight)
	}
	// A caption of two lines moves the rest down.
	down := float32(0)
	if c.lowered || c.broken(s.Width) {
		down = captionDown
	}
	place(c.caption, 17, 12, c.captionRoom(s.Width), 18+down)
	fits := c.figuresWidth(true) <= s.Width-34
	c.arrangeFigures(fits, down)
	c.tellUnits(fits)
	place(c.period, 17, 76+down, c.periodRoom(s.Width, down), 48)
	foot := s.Height - 31
	place(c.mark, 17, foot, s.Width-34, 16)
	if c.spark != nil {
		m := c.spark.MinSize()
		wide := min(m.Width, s.Width-32)
		place(c.spark, s.Width-16-wide, s.Height-15-m.Height, wide, m.Height)
	}
}

// keepCardsLevel sets the numbers of cards that stand side by side at one height.
func keepCardsLevel(row []fyne.CanvasObject, wide float32) {
	var cards []*HeadlineCard
	low := false
	for _, o := range row {
		if c, ok := o.(*HeadlineCard); ok {
			cards = append(cards, c)
			low = low || c.broken(wide)
		}
	}
	for _, c := range cards {
		if c.lowered != low {
			c.lowered = low
			c.arrange(c.Size())
		}
	}
}

func (c *HeadlineCard) captionRoom(wide float32) float32 {
	if c.more != nil {
		return wide - 17 - 44
	}
	return wide - 17 - 16
}

// broken tells whether the caption takes two lines in a card of that width.
func (c *HeadlineCard) broken(wide float32) bool {
	return width(c.data.Caption, 13) > c.captionRoom(wide)
}

func (c *HeadlineCard) periodText(fit bool) string {
	text := c.data.Period
	if !fit {
		var units []string
		for _, f := range c.data.Figures {
			if f.Unit != "" && !slices.Contains(units, f.Unit) {
				units = append(units, f.Unit)
			}
		}
		text = strings.Join(append(units, text), " · ")
	}
	return text
}

// tellUnits puts the units before the period where they don't fit beside the
// numbers, each once.
func (c *HeadlineCard) tellUnits(fit bool) {
	text := c.periodText(fit)
	if c.period.Text != text {
		c.period.SetText(text)
	}
}

func (c *HeadlineCard) arrangeFigures(units bool, down float32) {
	x := float32(17)
	for i, f := range c.data.Figures {
		word, number, unit := c.figures[3*i], c.figures[3*i+1], c.figures[3*i+2]
		if i > 0 {
			x += 16
		}
		// The letters of 14 stand on the baseline of the letters of 24.
		if f.Word != "" {
			w := ceil(width(f.Word, 14))
			place(word, x, 48+down, w, 20)
			x += w + figureGap
		}
		w := ceil(fyne.MeasureText(f.Number, 24, fyne.TextStyle{Bold: true}).Width)
		place(number, x, 38+down, w, 32)
		x += w
		showIf(unit, units)
		if f.Unit != "" && units {
			x += figureGap
			w = ceil(width(f.Unit, 14))
			place(unit, x, 48+down, w, 20)
			x += w
		}
	}
}

func (c *HeadlineCard) paint(l look) {
	l.box(&c.face.look, theme.Surface, theme.Line, theme.RadiusCard)
	if c.hovered && c.press != nil {
		c.face.look.StrokeColor = l.color(theme.StrongLine)
	}
	c.face.look.Shadow = canvas.Shadow{Color: l.color(theme.CardShadow), BlurRadius: 2, Offset: fyne.NewPos(0, 1)}
	c.face.Refresh()
	l.focusRing(c.ring, c.focused, c.face.look.CornerRadius)
	for i, f := range c.data.Figures {
		set(c.figures[3*i], f.Word, 14, l.color(theme.Second))
		set(c.figures[3*i+1], f.Number, 24, l.color(theme.Ink))
		c.figures[3*i+1].TextStyle.Bold = true
		set(c.figures[3*i+2], f.Unit, 14, l.color(theme.Second))
	}
}

// NewFigureLine returns the number of a headline with word and unit on its
// own, for inspectors and source columns.
func NewFigureLine(f HeadlineFigure) fyne.CanvasObject {
	row := TopRow(figureGap)
	if f.Word != "" {
		row.Add(Pad(10, 0, 2, 0, NewText(f.Word, Body, theme.Second)))
	}
	row.Add(NewBold(f.Number, Display, theme.Ink))
	if f.Unit != "" {
		row.Add(Pad(10, 0, 2, 0, NewText(f.Unit, Body, theme.Second)))
	}
	return row
}
