package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"briefing/internal/gui/theme"
)

// timeFace is the part of a row that stands on a line of time: a date in two
// lines and a point on the line that goes through all rows.
type timeFace struct {
	lead, sub *canvas.Text
	rail, dot *canvas.Rectangle
}

const (
	leadWidth float32 = 112
	dotSide   float32 = 10
)

func newTimeFace() timeFace {
	return timeFace{lead: canvas.NewText("", nil), sub: canvas.NewText("", nil), rail: newBox(), dot: newBox()}
}

func (t timeFace) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{t.rail, t.dot, t.lead, t.sub}
}

// arrange sets the parts from x on and returns where the lines of the row begin.
func (t timeFace) arrange(x float32, s fyne.Size) float32 {
	y := floor((s.Height - 36) / 2)
	place(t.lead, x, y+1, leadWidth, 18)
	place(t.sub, x, y+19, leadWidth, 16)
	x += leadWidth + 8
	place(t.rail, x+dotSide/2-0.5, 0, 1, s.Height)
	place(t.dot, x, y+6, dotSide, dotSide)
	return x + dotSide + rowGap
}

func (t timeFace) paint(l look, it RowItem) {
	on := it.Dot != ""
	for _, o := range t.objects() {
		showIf(o, on)
	}
	if !on {
		return
	}
	set(t.lead, fit(it.Lead, leadWidth, widthOf(13)), 13, l.color(theme.Ink))
	set(t.sub, fit(it.LeadSub, leadWidth, widthOf(12)), 12, l.color(theme.Second))
	t.rail.FillColor = l.color(theme.Line)
	t.dot.FillColor, t.dot.StrokeColor = l.color(theme.Surface), l.color(it.Dot)
	t.dot.StrokeWidth, t.dot.CornerRadius = 2, dotSide/2
	if it.TitleBold {
		t.dot.FillColor = l.color(it.Dot)
	}
}
