// Package drawing writes one chart or table of a document as a picture of its
// own, PNG or SVG, as the pages have it: with its label, title, unit, source and
// stamp, the moment it stands for and the marks of the document.
//
// It promises that a picture looks the same on every machine, since letters are
// drawn as their outlines, that it is cut to what it shows, and that the same
// document gives the same bytes.
package drawing

import (
	"fmt"
	"image/color"
	"io"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"

	"briefing/internal/briefing"
	"briefing/internal/chart"
	"briefing/internal/document"
	"briefing/internal/export/pdf"
	"briefing/internal/typeset"
)

// Item is a chart or table of a document.
type Item struct {
	Key     string // stable for the document; also the name of a chart or sheet
	Section string // title of its section
	Label   string // «Таблица 5»
	Title   string
	Chart   *document.Chart // or nil
	Table   *document.Table // or nil
}

// Items lists the charts and tables of a document in their order. Lines in cells
// and charts without a title are no items.
func Items(d *document.Document) []Item {
	var out []Item
	taken := map[string]int{}
	for i := range d.Sections {
		sec := &d.Sections[i]
		var visit func(list []document.Block, source string)
		visit = func(list []document.Block, source string) {
			for j, b := range list {
				x := Item{Section: sec.Title}
				under := sourceUnder(list, j, source)
				switch b := b.(type) {
				case document.Chart:
					if b.Source == "" {
						b.Source = under
					}
					x.Key, x.Label, x.Title, x.Chart = b.ID, b.Label, b.Title, &b
				case document.Table:
					if b.Source == "" {
						b.Source = under
					}
					x.Key, x.Label, x.Title, x.Table = b.ID, b.Label, b.Title, &b
				case document.Columns:
					visit(b.Left, under)
					visit(b.Right, under)
					continue
				default:
					continue
				}
				if x.Key == "" || x.Label+x.Title == "" {
					continue
				}
				if taken[x.Key]++; taken[x.Key] > 1 {
					x.Key += fmt.Sprintf("-%d", taken[x.Key])
				}
				out = append(out, x)
			}
		}
		visit(sec.Blocks, "")
	}
	return out
}

// sourceUnder is the line of sources under a block, which what stands side by
// side on a page has in common; taken out by itself, each needs it.
func sourceUnder(list []document.Block, i int, otherwise string) string {
	if i+1 < len(list) {
		if p, ok := list[i+1].(document.Paragraph); ok && p.Style == document.SourceLine {
			return document.RunsText(p.Runs)
		}
	}
	return otherwise
}

// Measures of a picture.
const (
	tableWide = 180.0   // mm, the text block of a page
	chartWide = 106.0   // mm, the column of charts
	tall      = 20000.0 // mm: any table goes on one page
	rim       = 9.0     // points left free round what is shown
	dots      = 220     // an inch, for print and screens of double density
	mostDots  = 120e6   // of a picture in all: about a hundred pages
)

// Form is the form of a picture.
type Form string

// Forms.
const (
	PNG Form = "png"
	SVG Form = "svg"
)

// FormOf is the form that a file's name asks for.
func FormOf(path string) (Form, bool) {
	for _, f := range []Form{PNG, SVG} {
		if strings.HasSuffix(strings.ToLower(path), "."+string(f)) {
			return f, true
		}
	}
	return "", false
}

// Write writes the item with that key. The error is a briefing.Error:
// CodeNotFound when there is no such item, CodeTooLarge for a table longer than a
// picture can be, CodeMissingGlyph when characters have no font and the document
// is no draft, CodeCannotWrite when w fails.
func Write(w io.Writer, d *document.Document, key string, form Form) error {
	for _, x := range Items(d) {
		if x.Key == key {
			return x.write(w, d, form)
		}
	}
	return &briefing.Error{Code: briefing.CodeNotFound, Op: "draw", Path: key}
}

func (x Item) write(w io.Writer, d *document.Document, form Form) error {
	page, err := x.page(d)
	if err != nil {
		return err
	}
	box := bounds(page)
	width, height := vg.Length(box.w+2*rim), vg.Length(box.h+2*rim)
	var out vg.CanvasWriterTo
	switch form {
	case SVG:
		out = vgsvg.New(width, height)
	default:
		if float64(width*height)*dots*dots/72/72 > mostDots {
			return &briefing.Error{Code: briefing.CodeTooLarge, Op: "draw", Path: x.Label}
		}
		out = vgimg.PngCanvas{Canvas: vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(dots), vgimg.UseBackgroundColor(color.White))}
	}
	p := newPainter(out, box.x-rim, box.y-rim, float64(height))
	p.rect(typeset.Rect{X: box.x - rim, Y: box.y - rim, W: float64(width), H: float64(height), Fill: paper()})
	for _, b := range page.Boxes[page.Body:] {
		p.box(b, d)
	}
	if p.err != nil {
		return &briefing.Error{Code: briefing.CodeInternal, Op: "draw", Path: x.Label, Err: p.err}
	}
	if _, err := out.WriteTo(w); err != nil {
		return &briefing.Error{Code: briefing.CodeCannotWrite, Op: "draw", Path: x.Label, Err: err}
	}
	return nil
}

func paper() *typeset.Color {
	c := typeset.White
	return &c
}

// page sets the item alone, with a line of what the pages say at their edges.
func (x Item) page(d *document.Document) (*typeset.Page, error) {
	wide := tableWide
	var block document.Block
	if x.Chart != nil {
		wide, block = chartWide, *x.Chart
	} else {
		block = *x.Table
	}
	var said []string
	for _, s := range append([]string{d.Watermark}, append(d.Mark[:len(d.Mark):len(d.Mark)], d.HeadRight)...) {
		if s = strings.TrimSpace(s); s != "" {
			said = append(said, s)
		}
	}
	alone := document.Document{
		Lang: d.Lang, Form: d.Form, Audience: d.Audience, Title: d.Title, AsOf: d.AsOf, Draft: d.Draft, Words: d.Words,
		Page: document.PageSetup{Width: wide + 20, Height: tall, Left: 10, Right: 10, Top: 10, Bottom: 10},
		Sections: []document.Section{{Key: "alone", Level: 1, Silent: true, Blocks: []document.Block{
			block, document.Paragraph{Style: document.SourceLine, Runs: document.Plain(strings.Join(said, " · "))},
		}}},
	}
	pages, err := pdf.Pages(&alone)
	if err != nil {
		return nil, err
	}
	if len(pages) != 1 {
		return nil, &briefing.Error{Code: briefing.CodeTooLarge, Op: "draw", Path: x.Label}
	}
	return &pages[0], nil
}

type rect struct{ x, y, w, h float64 }

// bounds is what the boxes of a page take.
func bounds(p *typeset.Page) rect {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	add := func(x1, y1, x2, y2 float64) {
		left, top, right, bottom = min(left, x1), min(top, y1), max(right, x2), max(bottom, y2)
	}
	for _, b := range p.Boxes[p.Body:] {
		switch b := b.(type) {
		case typeset.Text:
			add(b.X, b.Y-b.Size, b.X+advance(b.Face, b.S)*b.Size, b.Y+b.Size/4)
		case typeset.Line:
			add(min(b.X1, b.X2), min(b.Y1, b.Y2), max(b.X1, b.X2), max(b.Y1, b.Y2))
		case typeset.Rect:
			add(b.X, b.Y, b.X+b.W, b.Y+b.H)
		case typeset.Plot:
			add(b.X, b.Y, b.X+b.W, b.Y+b.H)
		case typeset.Polygon:
			for _, pt := range b.Points {
				add(pt.X, pt.Y, pt.X, pt.Y)
			}
		case typeset.Circle:
			add(b.X-b.R, b.Y-b.R, b.X+b.R, b.Y+b.R)
		}
	}
	if left > right {
		return rect{}
	}
	return rect{left, top, right - left, bottom - top}
}

func drawChart(b typeset.Plot, d *document.Document, c vg.Canvas) error {
	return chart.Draw(b.Chart, d.Lang, c, vg.Length(b.W), vg.Length(b.H))
}
