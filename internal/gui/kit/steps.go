package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// Step is one step of an assistant.
type Step struct {
	Title string
	// Note is the second line: what was chosen, what is wrong.
	Note string
	// Wrong colours the note.
	Wrong bool
}

// StepHeader is the column of steps at the left of an assistant: done ones
// ticked, the present one filled. A press on a done step goes back to it.
type StepHeader struct {
	widget.BaseWidget
	OnPress func(i int)

	steps []Step
	now   int
	cells []*stepCell
	objs  []fyne.CanvasObject
}

type stepCell struct {
	circle      *canvas.Circle
	line        *canvas.Rectangle
	tick        *canvas.Image
	number      *canvas.Text
	title, note *canvas.Text
}

// NewStepHeader returns the column; now counts from 0.
func NewStepHeader(steps []Step, now int, onPress func(int)) *StepHeader {
	h := &StepHeader{OnPress: onPress}
	h.ExtendBaseWidget(h)
	h.Set(steps, now)
	return h
}

// Set changes steps and the present one.
func (h *StepHeader) Set(steps []Step, now int) {
	h.steps, h.now = steps, now
	h.cells, h.objs = h.cells[:0], nil
	for range steps {
		c := &stepCell{
			circle: canvas.NewCircle(nil), line: newBox(), tick: newPicture(),
			number: canvas.NewText("", nil), title: canvas.NewText("", nil), note: canvas.NewText("", nil),
		}
		h.cells = append(h.cells, c)
		h.objs = append(h.objs, c.line, c.circle, c.tick, c.number, c.title, c.note)
	}
	h.Refresh()
}

// CreateRenderer is called by the toolkit.
func (h *StepHeader) CreateRenderer() fyne.WidgetRenderer { return newRenderer(h) }

const stepHigh, stepCircle float32 = 56, 24

// Tapped goes back to a done step.
func (h *StepHeader) Tapped(ev *fyne.PointEvent) {
	i := int(ev.Position.Y / stepHigh)
	if h.OnPress != nil && i >= 0 && i < h.now {
		h.OnPress(i)
	}
}

func (h *StepHeader) objects() []fyne.CanvasObject { return h.objs }

func (h *StepHeader) least() fyne.Size { return size(128, stepHigh*float32(len(h.steps))) }

func (h *StepHeader) arrange(s fyne.Size) {
	for i, c := range h.cells {
		y := stepHigh * float32(i)
		place(c.circle, 0, y+8, stepCircle, stepCircle)
		place(c.tick, 5, y+13, SmallIconSide, SmallIconSide)
		place(c.number, 0, y+12, stepCircle, 16)
		place(c.line, stepCircle/2, y+36, 1, 24)
		first := y + 10
		if h.steps[i].Note != "" {
			first = y + 6
		}
		room := s.Width - stepCircle - 12
		place(c.title, stepCircle+12, first, room, 20)
		place(c.note, stepCircle+12, first+19, room, 16)
		c.title.Text = fit(h.steps[i].Title, room, func(t string) float32 {
			return fyne.MeasureText(t, 14, c.title.TextStyle).Width
		})
		c.note.Text = fit(h.steps[i].Note, room, widthOf(12))
	}
}

func (h *StepHeader) paint(l look) {
	for i, c := range h.cells {
		done, now := i < h.now, i == h.now
		fill, frame, ink := theme.Surface, theme.StrongLine, theme.Second
		tick := ""
		switch {
		case done:
			fill, frame, tick = theme.GoodTint, theme.None, IconTick
		case now:
			fill, frame, ink = theme.Fill, theme.None, theme.OnFill
		}
		c.circle.FillColor, c.circle.StrokeColor, c.circle.StrokeWidth = l.color(fill), l.color(frame), 0
		if frame != theme.None {
			c.circle.StrokeWidth = l.line()
		}
		l.picture(c.tick, tick, theme.Good, true)
		set(c.number, strconv.Itoa(i+1), 12, l.color(ink))
		c.number.Alignment = fyne.TextAlignCenter
		c.number.TextStyle.Bold = now
		showIf(c.number, !done)
		set(c.title, "", 14, l.color(theme.Ink))
		c.title.TextStyle.Bold = now
		note := theme.Second
		if h.steps[i].Wrong {
			note = theme.Bad
		}
		set(c.note, "", 12, l.color(note))
		c.line.FillColor = l.color(theme.StrongLine)
		showIf(c.line, i < len(h.cells)-1)
	}
}
