package chart

import (
	"bytes"
	"image"
	"image/png"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// ColumnWidth is the width in points of the page's column for charts, 106 mm.
const ColumnWidth = 106 * vg.Millimeter

// Image draws a chart at a width in points for a screen of dpi dots an inch,
// on white, as tall as Height says. It fails for an empty chart, a width too
// small or a resolution outside 36 to 600.
func Image(c *document.Chart, l briefing.Lang, width vg.Length, dpi int) (image.Image, error) {
	height := Height(c, width)
	if height <= 0 || dpi < 36 || dpi > 600 || width*vg.Length(dpi) > 20000*vg.Inch {
		return nil, errRoom(width, height)
	}
	canvas := vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(dpi))
	if err := Draw(c, l, canvas, width, height); err != nil {
		return nil, err
	}
	return canvas.Image(), nil
}

// PNG is Image at the width of the page's column, as a PNG file.
func PNG(c *document.Chart, l briefing.Lang, dpi int) ([]byte, error) {
	img, err := Image(c, l, ColumnWidth, dpi)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		return nil, &briefing.Error{Code: briefing.CodeInternal, Op: "encode chart", Err: err}
	}
	return out.Bytes(), nil
}
