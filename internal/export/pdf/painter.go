package pdf

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/jung-kurt/gofpdf"
	"golang.org/x/text/unicode/norm"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/typeset"
)

// painter paints boxes through gofpdf, in points, and sets a colour, width or
// font only when it changes.
type painter struct {
	f       *gofpdf.Fpdf
	fonts   map[typeset.Face]*embedded
	links   map[destination]int
	lastH   float64 // height of the last page, which bookmarks count from
	level   int     // of the last bookmark
	face    typeset.Face
	size    float64
	hasFont bool
	fill    typeset.Color
	stroke  typeset.Color
	width   float64
	dashed  bool
	height  float64 // of the page at hand
	room    []byte  // for an operator that is being written
	err     error
}

type destination struct {
	page int
	y    float64
}

// fixedDate stands for the moment of a document that has none.
func fixedDate() time.Time { return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) }

func newPainter(pages []typeset.Page, sets map[typeset.Face]*chars) (*painter, error) {
	first := pages[0]
	f := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: first.Width, Ht: first.Height}})
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCompression(false)        // finish packs the pages
	f.SetCreationDate(fixedDate()) // finish writes the properties
	f.SetModificationDate(fixedDate())
	p := &painter{f: f, fonts: map[typeset.Face]*embedded{}, links: map[destination]int{}, lastH: pages[len(pages)-1].Height}
	for _, face := range typeset.Faces() {
		if set := sets[face]; set != nil {
			p.register(face, set)
		}
	}
	return p, p.failed()
}

// register tells gofpdf of a font; finish embeds it.
func (p *painter) register(face typeset.Face, set *chars) {
	name := FontOf(face)
	e, err := embed(name, set)
	if err != nil {
		p.fail(fmt.Errorf("cut font %s: %w", name, err))
		return
	}
	p.fonts[face] = e
	p.f.AddFontFromBytes(e.base(), "", e.definition(), nil)
}

// embedded lists the fonts in the order of their faces.
func (p *painter) embedded() []*embedded {
	var out []*embedded
	for _, face := range typeset.Faces() {
		if e := p.fonts[face]; e != nil {
			out = append(out, e)
		}
	}
	return out
}

// safe makes a text fit for gofpdf's conversion to UTF-16, which panics on
// broken UTF-8 and mangles what lies beyond the basic plane.
func safe(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, ""))
	return strings.Map(func(r rune) rune {
		if r >= 0xFFFE || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

func (p *painter) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

// failed is the first error, of ours or of gofpdf's.
func (p *painter) failed() error {
	if p.err == nil {
		p.err = p.f.Error()
	}
	if p.err == nil {
		return nil
	}
	return &briefing.Error{Code: briefing.CodeInternal, Op: "build PDF", Err: p.err}
}

// finite reports whether all values can be written; others are an error, since
// a viewer would refuse the page.
func (p *painter) finite(vs ...float64) bool {
	for _, v := range vs {
		if math.IsNaN(v) || math.Abs(v) > 1e6 {
			p.fail(fmt.Errorf("coordinate %v", v))
			return false
		}
	}
	return true
}

func (p *painter) output(w io.Writer) error {
	if err := p.failed(); err != nil {
		return err
	}
	if err := p.f.Output(w); err != nil {
		p.fail(err)
	}
	return p.failed()
}

// page paints one page: what is seen first, then links and bookmarks.
func (p *painter) page(pg *typeset.Page, drawn map[*document.Chart][]mark) {
	p.f.AddPageFormat("P", gofpdf.SizeType{Wd: pg.Width, Ht: pg.Height})
	p.height = pg.Height
	p.hasFont, p.width = false, -1 // the dashes of the page before go on, says gofpdf
	p.setFill(typeset.Ink, true)
	p.setStroke(typeset.Ink, true)
	for _, b := range pg.Boxes {
		switch b := b.(type) {
		case typeset.Text:
			p.text(b)
		case typeset.Line:
			p.line(b)
		case typeset.Rect:
			p.rect(b)
		case typeset.Polygon:
			p.polygon(b)
		case typeset.Circle:
			p.circle(b)
		case typeset.Picture:
			p.picture(b)
		case typeset.Plot:
			p.marks(drawn[b.Chart], b.X, b.Y)
		}
	}
	for _, b := range pg.Boxes {
		switch b := b.(type) {
		case typeset.Link:
			p.link(b)
		case typeset.Bookmark:
			p.bookmark(b, pg.Height)
		}
	}
}

func (p *painter) setFill(c typeset.Color, force bool) {
	if c != p.fill || force {
		r, g, b := c.RGB()
		p.f.SetFillColor(r, g, b)
		p.f.SetTextColor(r, g, b) // equal, or gofpdf wraps every text in q and Q
		p.fill = c
	}
}

func (p *painter) setStroke(c typeset.Color, force bool) {
	if c != p.stroke || force {
		r, g, b := c.RGB()
		p.f.SetDrawColor(r, g, b)
		p.stroke = c
	}
}

func (p *painter) pen(width float64, c typeset.Color, dash []float64) {
	if width != p.width {
		p.f.SetLineWidth(width)
		p.width = width
	}
	p.setStroke(c, false)
	if len(dash) > 0 || p.dashed {
		p.f.SetDashPattern(dash, 0)
		p.dashed = len(dash) > 0
	}
}

func (p *painter) font(face typeset.Face, size float64) bool {
	if p.hasFont && p.face == face && p.size == size {
		return true
	}
	if p.fonts[face] == nil {
		p.fail(fmt.Errorf("face %s is not registered", face))
		return false
	}
	p.f.SetFont(p.fonts[face].base(), "", size)
	if err := p.f.Error(); err != nil {
		p.fail(err)
		return false
	}
	p.face, p.size, p.hasFont = face, size, true
	return true
}

func (p *painter) text(t typeset.Text) {
	if t.S == "" || !p.finite(t.X, t.Y, t.Size, t.Angle) || !p.font(t.Face, t.Size) {
		return
	}
	p.setFill(t.Color, false)
	if t.Angle == 0 {
		p.shown(t)
		return
	}
	p.f.TransformBegin()
	p.f.TransformRotate(t.Angle, t.X, t.Y)
	p.shown(t)
	p.f.TransformEnd()
}

// shown writes what gofpdf's own Text would: a page has a thousand texts, and
// its way over formats and copies was a tenth of the time of a file.
func (p *painter) shown(t typeset.Text) {
	b := append(p.room[:0], "BT "...)
	b = strconv.AppendFloat(b, t.X, 'f', 2, 64)
	b = append(b, ' ')
	b = strconv.AppendFloat(b, p.height-t.Y, 'f', 2, 64)
	b = append(b, " Td ("...)
	b = p.fonts[t.Face].append(b, t.S)
	b = append(b, ") Tj ET"...)
	p.f.RawWriteStr(string(b))
	p.room = b
}

func (p *painter) line(l typeset.Line) {
	if p.finite(l.X1, l.Y1, l.X2, l.Y2, l.Width) {
		p.pen(l.Width, l.Color, l.Dash)
		p.f.Line(l.X1, l.Y1, l.X2, l.Y2)
	}
}

// how prepares fill and stroke and returns gofpdf's word for them.
func (p *painter) how(fill, stroke *typeset.Color, width float64, dash []float64) string {
	s := ""
	if fill != nil {
		p.setFill(*fill, false)
		s = "F"
	}
	if stroke != nil {
		p.pen(width, *stroke, dash)
		s += "D"
	}
	return s
}

func (p *painter) rect(r typeset.Rect) {
	if how := p.how(r.Fill, r.Stroke, r.Width, r.Dash); how != "" && p.finite(r.X, r.Y, r.W, r.H, r.Width) {
		p.f.Rect(r.X, r.Y, r.W, r.H, how)
	}
}

func (p *painter) polygon(g typeset.Polygon) {
	how := p.how(g.Fill, g.Stroke, g.Width, nil)
	if how == "" || len(g.Points) < 3 {
		return
	}
	pts := make([]gofpdf.PointType, len(g.Points))
	for i, pt := range g.Points {
		if !p.finite(pt.X, pt.Y) {
			return
		}
		pts[i] = gofpdf.PointType{X: pt.X, Y: pt.Y}
	}
	p.f.Polygon(pts, how)
}

func (p *painter) circle(c typeset.Circle) {
	if how := p.how(c.Fill, c.Stroke, c.Width, nil); how != "" && p.finite(c.X, c.Y, c.R, c.Width) {
		p.f.Circle(c.X, c.Y, c.R, how)
	}
}

// marks paints what a chart has drawn, at the place of its plot.
func (p *painter) marks(ms []mark, x, y float64) {
	for _, m := range ms {
		if m.text != nil {
			t := *m.text
			t.X, t.Y = t.X+x, t.Y+y
			p.text(t)
			continue
		}
		p.path(m, x, y)
	}
}

func (p *painter) path(m mark, x, y float64) {
	for _, s := range m.path {
		for _, pt := range s.p {
			if !p.finite(pt.X, pt.Y) {
				return
			}
		}
	}
	how := "D"
	if m.fill {
		how = "F"
		p.setFill(m.color, false)
	} else {
		p.pen(m.width, m.color, m.dash)
	}
	for _, s := range m.path {
		end := s.p[2]
		switch s.op {
		case 'm':
			p.f.MoveTo(x+end.X, y+end.Y)
		case 'l':
			p.f.LineTo(x+end.X, y+end.Y)
		case 'c':
			p.f.CurveBezierCubicTo(x+s.p[0].X, y+s.p[0].Y, x+s.p[1].X, y+s.p[1].Y, x+end.X, y+end.Y)
		case 'z':
			p.f.ClosePath()
		}
	}
	p.f.DrawPath(how)
}

func (p *painter) link(l typeset.Link) {
	if !p.finite(l.X, l.Y, l.W, l.H, l.PageY) {
		return
	}
	if l.URL != "" {
		p.f.LinkString(l.X, l.Y, l.W, l.H, ascii(l.URL))
		return
	}
	to := destination{l.Page, l.PageY}
	id, ok := p.links[to]
	if !ok {
		id = p.f.AddLink()
		p.f.SetLink(id, l.PageY, l.Page)
		p.links[to] = id
	}
	p.f.Link(l.X, l.Y, l.W, l.H, id)
}

// ascii writes an address with its other characters escaped, as a PDF wants it.
func ascii(url string) string {
	var b strings.Builder
	for _, c := range []byte(url) {
		if c <= ' ' || c >= 0x7f {
			fmt.Fprintf(&b, "%%%02X", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// bookmark adds an entry of the outline. gofpdf counts its place from the
// height of the last page, and breaks on levels that are left out.
func (p *painter) bookmark(b typeset.Bookmark, height float64) {
	title := safe(b.Title)
	if title == "" || !p.finite(b.Y) {
		return
	}
	p.level = max(min(b.Level, p.level+1), 0)
	p.f.Bookmark(utf16(title), p.level, b.Y+p.lastH-height)
}
