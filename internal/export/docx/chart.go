package docx

import (
	"bytes"
	"fmt"
	"image/png"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg"

	"briefing/internal/briefing"
	"briefing/internal/chart"
	"briefing/internal/document"
)

// Charts are pictures of this resolution, at most this wide.
const (
	chartDPI   = 200
	chartWidth = 150   // mm
	emu        = 12700 // of the format's units in a point
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
	if err := w.picture(c); err != nil {
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

func (w *writer) picture(c *document.Chart) error {
	width := vg.Length(min(float64(w.textWidth)/20, chartWidth*72/25.4))
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
	w.media = append(w.media, data.Bytes())
	id := w.relate(relImage, fmt.Sprintf("media/image%d.png", len(w.media)), false)
	w.shapes++
	m := &w.body
	m.open("w:p")
	w.paraPr(m, paraProps{style: stylePicture})
	m.open("w:r")
	m.open("w:drawing")
	cx, cy := strconv.Itoa(int(width*emu)), strconv.Itoa(int(height*emu))
	m.open("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0")
	m.void("wp:extent", "cx", cx, "cy", cy)
	m.void("wp:docPr", "id", strconv.Itoa(w.shapes), "name", joined(" ", c.Label, c.ID), "descr", altText(c))
	m.open("wp:cNvGraphicFramePr")
	m.void("a:graphicFrameLocks", "noChangeAspect", "1")
	m.end("wp:cNvGraphicFramePr")
	m.open("a:graphic")
	m.open("a:graphicData", "uri", nsPicture)
	m.open("pic:pic")
	m.open("pic:nvPicPr")
	m.void("pic:cNvPr", "id", strconv.Itoa(w.shapes), "name", joined(" ", c.Label, c.ID))
	m.void("pic:cNvPicPr")
	m.end("pic:nvPicPr")
	m.open("pic:blipFill")
	m.void("a:blip", "r:embed", id)
	m.open("a:stretch")
	m.void("a:fillRect")
	m.end("a:stretch", "pic:blipFill")
	m.open("pic:spPr")
	m.open("a:xfrm")
	m.void("a:off", "x", "0", "y", "0")
	m.void("a:ext", "cx", cx, "cy", cy)
	m.end("a:xfrm")
	m.open("a:prstGeom", "prst", "rect")
	m.void("a:avLst")
	m.end("a:prstGeom", "pic:spPr", "pic:pic", "a:graphicData", "a:graphic", "wp:inline", "w:drawing", "w:r", "w:p")
	return nil
}

// altText is what a reader who does not see the chart is told: what it says,
// and its figures.
func altText(c *document.Chart) string {
	var figures []string
	for _, s := range c.Series {
		for i, p := range s.Points {
			if p.Label == "" {
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
