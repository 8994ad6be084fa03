package kit

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"briefing/internal/gui/theme"
)

// BarKind is how a bar is drawn, so that plan and fact differ without colour.
type BarKind int

const (
	// Measured is a solid bar.
	Measured BarKind = iota
	// PreviousPeriod is a light bar.
	PreviousPeriod
	// Planned is an outline.
	Planned
)

// SparkBar is one bar with its label under it.
type SparkBar struct {
	Value float64
	Label string
	Kind  BarKind
}

// Spark is a drawing of 104 by 28 that shows a shape, not values: a line or a
// few bars, its label under it.
type Spark struct {
	widget.BaseWidget
	line   []float64
	bars   []SparkBar
	labels []string

	base    *canvas.Line
	strokes []*canvas.Line
	dot     *canvas.Circle
	boxes   []*canvas.Rectangle
	texts   []*canvas.Text
	objs    []fyne.CanvasObject
}

const sparkWidth, sparkHeight, sparkGap float32 = 104, 28, 2

// NewSparkLine returns a line through values of equal distance; NaN leaves a
// gap. The label may have several lines.
func NewSparkLine(values []float64, label string) *Spark {
	s := &Spark{line: values, dot: canvas.NewCircle(nil)}
	if label != "" {
		s.labels = strings.Split(label, "\n")
	}
	for i := 1; i < len(values); i++ {
		s.strokes = append(s.strokes, canvas.NewLine(nil))
	}
	return s.build()
}

// NewSparkBars returns bars over a common zero.
func NewSparkBars(bars ...SparkBar) *Spark {
	s := &Spark{bars: bars, dot: canvas.NewCircle(nil)}
	for _, b := range bars {
		s.boxes = append(s.boxes, newBox())
		s.labels = append(s.labels, b.Label)
	}
	return s.build()
}

func (s *Spark) build() *Spark {
	s.base = canvas.NewLine(nil)
	s.objs = []fyne.CanvasObject{s.base}
	for _, b := range s.boxes {
		s.objs = append(s.objs, b)
	}
	for _, l := range s.strokes {
		s.objs = append(s.objs, l)
	}
	s.objs = append(s.objs, s.dot)
	for range s.labels {
		t := canvas.NewText("", nil)
		s.texts = append(s.texts, t)
		s.objs = append(s.objs, t)
	}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer is called by the toolkit.
func (s *Spark) CreateRenderer() fyne.WidgetRenderer { return newRenderer(s) }

func (s *Spark) objects() []fyne.CanvasObject { return s.objs }

func (s *Spark) labelLines() int {
	if len(s.bars) > 0 {
		return 1
	}
	return len(s.labels)
}

func (s *Spark) least() fyne.Size {
	return size(s.span(), sparkHeight+sparkGap+16*float32(s.labelLines()))
}

// span is the width the drawing needs: labels under bars do not touch.
func (s *Spark) span() float32 {
	w := sparkWidth
	for _, t := range s.labels {
		each := ceil(width(t, 12))
		if len(s.bars) > 0 {
			each = (each + 8) * float32(len(s.bars))
		}
		w = max(w, each)
	}
	return w
}

func (s *Spark) arrange(sz fyne.Size) {
	left := sz.Width - s.span()
	if len(s.bars) == 0 {
		left = sz.Width - sparkWidth
	}
	foot := sz.Height - 16*float32(s.labelLines()) - sparkGap
	s.base.Position1, s.base.Position2 = fyne.NewPos(left, foot), fyne.NewPos(sz.Width, foot)
	if len(s.bars) > 0 {
		s.arrangeBars(left, foot, sz.Width-left)
		return
	}
	s.arrangeLine(left, foot)
	for i, t := range s.texts {
		place(t, 0, foot+sparkGap+16*float32(i), sz.Width, 16)
		t.Alignment = fyne.TextAlignTrailing
	}
}

func (s *Spark) arrangeBars(left, foot, w float32) {
	top := 0.0
	for _, b := range s.bars {
		top = math.Max(top, b.Value)
	}
	step := w / float32(len(s.bars))
	bar := floor(min(step-16, 44))
	for i, b := range s.bars {
		h := float32(2)
		if top > 0 && b.Value > 0 {
			h = max(floor(float32(b.Value/top)*sparkHeight), 2)
		}
		x := floor(left + step*float32(i) + (step-bar)/2)
		place(s.boxes[i], x, foot-h, bar, h)
		place(s.texts[i], left+step*float32(i), foot+sparkGap, step, 16)
		s.texts[i].Alignment = fyne.TextAlignCenter
	}
}

func (s *Spark) arrangeLine(left, foot float32) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range s.line {
		if !math.IsNaN(v) {
			low, high = math.Min(low, v), math.Max(high, v)
		}
	}
	at := func(i int) fyne.Position {
		share := 0.5
		if high > low {
			share = (s.line[i] - low) / (high - low)
		}
		x := left + 3 + (sparkWidth-8)*float32(i)/float32(max(len(s.line)-1, 1))
		return fyne.NewPos(x, foot-6-float32(share)*(sparkHeight-11))
	}
	s.dot.Hide()
	for i := range s.line {
		if math.IsNaN(s.line[i]) {
			if i > 0 {
				s.strokes[i-1].Hide()
			}
			continue
		}
		p := at(i)
		s.dot.Show()
		place(s.dot, p.X-2.5, p.Y-2.5, 5, 5)
		if i == 0 {
			continue
		}
		showIf(s.strokes[i-1], !math.IsNaN(s.line[i-1]))
		if !math.IsNaN(s.line[i-1]) {
			s.strokes[i-1].Position1, s.strokes[i-1].Position2 = at(i-1), p
		}
	}
}

func (s *Spark) paint(l look) {
	s.base.StrokeColor, s.base.StrokeWidth = l.color(theme.Line), l.line()
	for _, k := range s.strokes {
		k.StrokeColor, k.StrokeWidth = l.color(theme.Accent), 1.5
	}
	s.dot.FillColor = l.color(theme.Accent)
	showIf(s.dot, len(s.line) > 0)
	for i, b := range s.boxes {
		switch s.bars[i].Kind {
		case Planned:
			b.FillColor, b.StrokeColor, b.StrokeWidth = l.color(theme.Surface), l.color(theme.Accent), 1.5
		case PreviousPeriod:
			b.FillColor, b.StrokeWidth = l.color(theme.Previous), 0
		default:
			b.FillColor, b.StrokeWidth = l.color(theme.Accent), 0
		}
	}
	for i, t := range s.texts {
		set(t, s.labels[i], 12, l.color(theme.Second))
	}
}
