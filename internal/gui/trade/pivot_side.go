package trade

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"briefing/internal/briefing"
	"briefing/internal/chart"
	"briefing/internal/document"
	"briefing/internal/gui/kit"
	"briefing/internal/gui/theme"
	"briefing/internal/gui/whence"
)

// chartWide is the width of the chart beside the table in the window.
const chartWide float32 = 432

// chartPoints are the points of the page that are shown in it.
const chartPoints = 270

// drawChart draws a chart as the pack prints it, for a screen of the scale.
func drawChart(c *document.Chart, l briefing.Lang, scale float32) (image.Image, error) {
	return chart.Image(c, l, chartPoints, int(chartWide*scale*72/chartPoints))
}

// tellPivot shows the chart and, under it, whence the number of the active cell
// is.
func (s *Screen) tellPivot() {
	v := s.piv.made
	if v == nil || v.Fault != "" {
		s.piv.side.Objects = nil
		s.piv.side.Refresh()
		return
	}
	var drawn fyne.CanvasObject = kit.NewWrapped(s.t("pivot.nochart"), kit.Body, theme.Second)
	if s.piv.drawn != nil {
		img := canvas.NewImageFromImage(s.piv.drawn)
		img.FillMode = canvas.ImageFillContain
		b := s.piv.drawn.Bounds()
		img.SetMinSize(fyne.NewSize(chartWide, chartWide*float32(b.Dy())/float32(max(b.Dx(), 1))))
		drawn = kit.Column(8, kit.NewWrapped(v.Chart.Title, kit.Heading, theme.Ink), kit.NewWrapped(v.Chart.Caption, kit.Caption, theme.Second),
			container.NewStack(canvas.NewRectangle(color.White), kit.Pad(8, 8, 8, 8, img))) // as on the page, whatever the set
	}
	parts := []fyne.CanvasObject{kit.InspectorSection("", drawn)}
	row, column := s.piv.table.Active()
	if d, ok := s.desk.Project().PivotWhence(v, row, column-1, whence.Rows); ok && column > 0 {
		lines := s.desk.Project().DerivationLines(d, s.desk.Lang(), true)
		about := kit.NewWrapped(s.pivotText(row, 0)+" · "+v.Table.Columns[column].Head(), kit.Body, theme.Ink)
		parts = append(parts, kit.InspectorSection(s.t("ask.whence"), kit.Column(8, about, whence.Object(lines, s.openRecord))))
	}
	s.piv.side.Objects = []fyne.CanvasObject{kit.NewPanel(theme.Surface, kit.Dock(nil, nil, kit.NewStandingRule(), nil, container.NewVScroll(kit.Divided(parts...))))}
	s.piv.side.Refresh()
}

// sideBySide sets a table at the left and, where there is anything in it, a
// panel at the right; in a narrow place the panel comes under the table.
type sideBySide struct{}

// MinSize is that of the table.
func (sideBySide) MinSize(o []fyne.CanvasObject) fyne.Size { return lowTable(o[0]) }

func (sideBySide) Layout(o []fyne.CanvasObject, size fyne.Size) {
	wide, high := chartWide+50, size.Height
	at := fyne.NewPos(size.Width-wide, 0)
	table := fyne.NewSize(size.Width-wide, size.Height)
	switch side, ok := o[1].(*fyne.Container); {
	case ok && len(side.Objects) == 0:
		table = size
		o[1].Hide()
	case size.Width < wide+360:
		high = size.Height / 2
		wide, at = size.Width, fyne.NewPos(0, size.Height-high)
		table = fyne.NewSize(size.Width, size.Height-high)
		o[1].Show()
	default:
		o[1].Show()
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(table)
	o[1].Move(at)
	o[1].Resize(fyne.NewSize(wide, high))
}
