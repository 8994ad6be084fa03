package typeset

import (
	"fmt"
	"strings"
)

// Dump prints pages as text, one box a line, for golden files: lengths in
// points to a tenth.
func Dump(pages []Page) string {
	var b strings.Builder
	for _, p := range pages {
		fmt.Fprintf(&b, "page %d %.1f x %.1f\n", p.Number, p.Width, p.Height)
		for _, box := range p.Boxes {
			if line := dumpBox(box); line != "" {
				b.WriteString("  " + line + "\n")
			}
		}
	}
	return b.String()
}

func dumpBox(b Box) string {
	switch b := b.(type) {
	case Text:
		s := fmt.Sprintf("text %.1f,%.1f %s %.4g #%06X %q", b.X, b.Y, b.Face, b.Size, uint32(b.Color), b.S)
		if b.Angle != 0 {
			s += fmt.Sprintf(" at %.4g°", b.Angle)
		}
		return s
	case Line:
		return fmt.Sprintf("line %.1f,%.1f %.1f,%.1f w%.4g #%06X", b.X1, b.Y1, b.X2, b.Y2, b.Width, uint32(b.Color))
	case Rect:
		return fmt.Sprintf("rect %.1f,%.1f %.1fx%.1f%s", b.X, b.Y, b.W, b.H, dumpPaint(b.Fill, b.Stroke, b.Width))
	case Polygon:
		s := "polygon"
		for _, p := range b.Points {
			s += fmt.Sprintf(" %.1f,%.1f", p.X, p.Y)
		}
		return s + dumpPaint(b.Fill, b.Stroke, b.Width)
	case Circle:
		return fmt.Sprintf("circle %.1f,%.1f r%.1f%s", b.X, b.Y, b.R, dumpPaint(b.Fill, b.Stroke, b.Width))
	case Plot:
		return fmt.Sprintf("plot %.1f,%.1f %.1fx%.1f %s", b.X, b.Y, b.W, b.H, b.Chart.ID)
	case Link:
		if b.URL != "" {
			return fmt.Sprintf("link %.1f,%.1f %.1fx%.1f %s", b.X, b.Y, b.W, b.H, b.URL)
		}
		return fmt.Sprintf("link %.1f,%.1f %.1fx%.1f page %d at %.1f", b.X, b.Y, b.W, b.H, b.Page, b.PageY)
	case Bookmark:
		return fmt.Sprintf("bookmark %.1f level %d %q", b.Y, b.Level, b.Title)
	}
	return ""
}

func dumpPaint(fill, stroke *Color, width float64) string {
	s := ""
	if fill != nil {
		s += fmt.Sprintf(" fill #%06X", uint32(*fill))
	}
	if stroke != nil {
		s += fmt.Sprintf(" stroke #%06X w%.4g", uint32(*stroke), width)
	}
	return s
}
