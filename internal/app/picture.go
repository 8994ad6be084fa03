package app

import (
	"io"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/export/clip"
	"briefing/internal/export/drawing"
)

// Item is a chart or table of an output that can be handed out by itself.
type Item = drawing.Item

// Items lists the charts and tables of an output in their order.
func (p *Project) Items(o ExportOptions) ([]Item, error) {
	o.Draft, o.alone = true, true // a list only: what goes out is checked by Export
	d, err := p.Document(o)
	if err != nil {
		return nil, err
	}
	return drawing.Items(d), nil
}

// IsPicture reports whether a file's name asks for a form that pictures have.
func IsPicture(path string) bool {
	_, ok := drawing.FormOf(path)
	return ok
}

func drawPicture(w io.Writer, o ExportOptions, d *document.Document) error {
	form, ok := drawing.FormOf(o.Picture)
	if !ok {
		return &briefing.Error{Code: briefing.CodeNotFound, Op: "draw", Path: o.Picture}
	}
	return drawing.Write(w, d, o.Item, form)
}

// TableText is a table as other programs paste it: text divided by tabs, and HTML.
func TableText(x Item, l briefing.Lang) (text, html string) {
	if x.Table == nil {
		return "", ""
	}
	return clip.Text(x.Table, l), clip.HTML(x.Table, l)
}
