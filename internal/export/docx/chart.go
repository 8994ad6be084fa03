package docx

import (
	"bytes"
	"image/png"
	"strings"

	"gonum.org/v1/plot/vg"

	"briefing/internal/briefing"
	"briefing/internal/chart"
	"briefing/internal/document"
)

// Charts are pictures of this resolution, at most this wide.
const (
	chartDPI   = 200
	chartWidth = 150 // mm
)

// chart writes a chart as a picture under its title, its source under it.
func (w *writer) chart(c *document.Chart) error {
	if c.Stamp != "" {
		w.para(paraProps{style: styleStamp}, plain(c.Stamp)...)
	}
	title := plain(c.Title)
	if c.Label != "" {
		title = append([]inline{bold(c.Label)}, plain(dashed(c.Title))...)
	}
	w.para(paraProps{style: styleCaption}, title...)
	if c.Caption != "" {
		w.para(paraProps{style: styleKeyWord}, plain(c.Caption)...)
	}
	if err := w.drawChart(c); err != nil {
		return err
	}
	if c.Source != "" {
		w.para(paraProps{style: styleSource}, plain(c.Source)...)
	}
	return nil
}

// dashed sets a dash before a title that follows a label.
func dashed(title string) string {
	if title == "" {
		return ""
	}
	return " — " + title
}

// besideChart is what of a page stands around a chart as high as it, in millimetres.
const besideChart = 25

// drawChart draws a chart and sets its picture in a paragraph; of one that is
// higher than a page, a picture for each.
func (w *writer) drawChart(c *document.Chart) error {
	width := vg.Length(min(float64(w.textWidth)/20, chartWidth*72/25.4))
	page := w.doc.Page
	room := vg.Length(max(page.Height-page.Top-page.Bottom-besideChart, besideChart) * 72 / 25.4)
	parts := chart.Parts(c, width, room, room)
	for i := range parts {
		if err := w.drawPart(&parts[i], width); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) drawPart(c *document.Chart, width vg.Length) error {
	height := chart.Height(c, width)
	if !w.drawn || height <= 0 {
		return nil
	}
	img, err := chart.Image(c, w.doc.Lang, width, chartDPI)
	if err != nil {
		return err
	}
	var data bytes.Buffer
	if err := png.Encode(&data, img); err != nil {
		return &briefing.Error{Code: briefing.CodeInternal, Op: "draw chart", Err: err}
	}
	w.image(stylePicture, shape{
		media: media{data: data.Bytes(), png: true},
		width: float64(width), height: float64(height),
		name: joined(" ", c.Label, c.ID), says: altText(c),
	})
	return nil
}

// altText is what a reader who does not see the chart is told: what it says,
// and its figures.
func altText(c *document.Chart) string {
	var figures []string
	for _, s := range c.Series {
		for i, p := range s.Points {
			if elsewhere := c.Rows.Any() && c.Kind != document.Multiples && (i < c.Rows.From || i >= c.Rows.To); p.Label == "" || elsewhere {
				continue
			}
			name := s.Name
			if i < len(c.Categories) {
				name = joined(", ", strings.ReplaceAll(c.Categories[i], "\n", " "), s.Name)
			}
			figures = append(figures, joined(": ", name, joined(" ", p.Label, p.Sub)))
		}
	}
	head := c.Title
	if c.Alt != "" && c.Alt != c.Title {
		head = joined(". ", c.Alt, c.Title)
	}
	return joined(". ", head, c.Caption, strings.Join(figures, "; "))
}
