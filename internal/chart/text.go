package chart

import (
	"image/color"
	"strings"

	"github.com/rivo/uniseg"
	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Sizes of type in points; nothing is smaller than 7.
const (
	labelSize = 8    // labels at the data
	smallSize = 7.25 // axis, key, second lines
	leastSize = 7    // the period inside a bar

	leadSmall = 9.5  // from line to line of small type
	leadLabel = 10.5 // from label to label
)

// handler sets text on a canvas run by run, each in the typeface that has its
// characters. It is gonum's text.Handler, with two promises of its own: the
// point given to Draw is on the baseline, and widths are without kerning.
type handler struct{}

var _ text.Handler = handler{}

// Cache gives the faces of Latin and Cyrillic.
func (handler) Cache() *font.Cache { return golosFaces().cache }

// Extents gives the metrics of the Golos face.
func (handler) Extents(fnt font.Font) font.Extents {
	f := faceOf(Golos, fnt)
	return f.Extents()
}

// Lines splits at line feeds.
func (handler) Lines(txt string) []string { return strings.Split(txt, "\n") }

// Box measures one line.
func (handler) Box(txt string, fnt font.Font) (width, height, depth vg.Length) {
	w := widthOf(txt, fnt.Size, fnt.Weight != xfont.WeightNormal)
	return w, fnt.Size * rise, fnt.Size * drop
}

// Draw paints one line with its baseline at pt.
func (h handler) Draw(c vg.Canvas, txt string, sty text.Style, pt vg.Point) {
	w, _, _ := h.Box(txt, sty.Font)
	pt.X += vg.Length(sty.XAlign) * w
	c.SetColor(sty.Color)
	bold := sty.Font.Weight != xfont.WeightNormal
	for _, r := range runs(txt, sty.Font) {
		c.FillString(r.face, pt, r.text)
		pt.X += widthOf(r.text, sty.Font.Size, bold)
	}
}

// What a line takes above and below its baseline, in parts of its size: the
// height of «Й», of Han and of brackets, the depth of «р».
const (
	rise = 0.88
	drop = 0.22
)

// look is how a line is set.
type look struct {
	size  vg.Length
	bold  bool // semi-bold in Golos, bold in Noto
	color color.RGBA
}

func (l look) font() font.Font {
	f := font.Font{Typeface: Golos, Size: l.size}
	if l.bold {
		f.Weight = xfont.WeightSemiBold
	}
	return f
}

func (l look) style() draw.TextStyle {
	return draw.TextStyle{Color: l.color, Font: l.font(), Handler: handler{}}
}

// width is the width of a text of one line.
func (l look) width(s string) vg.Length { return widthOf(s, l.size, l.bold) }

// The looks of text in a chart.
func valueLook() look  { return look{size: labelSize, bold: true, color: ink} }
func quietLook() look  { return look{size: labelSize, color: secondary} }
func subLook() look    { return look{size: smallSize, color: secondary} }
func tickLook() look   { return look{size: smallSize, color: secondary} }
func nameLook() look   { return look{size: labelSize, color: ink} }
func narrowLook() look { return look{size: smallSize, color: ink} }

// line is a line of text before it has a place.
type line struct {
	text  string
	look  look
	width vg.Length
	main  bool // the value itself; what is not main may be left out for want of room
}

func newLine(s string, sty look) line {
	return line{text: s, look: sty, width: sty.width(s)}
}

func newLines(texts []string, sty look) []line {
	var out []line
	for _, t := range texts {
		out = append(out, newLine(t, sty))
	}
	return out
}

// placed is a line of text at its place: x is its left end, y its baseline.
type placed struct {
	line
	x, y vg.Length
}

// box is the rectangle that the line keeps to itself.
func (p placed) box() vg.Rectangle {
	size := p.look.size
	return vg.Rectangle{
		Min: vg.Point{X: p.x, Y: p.y - drop*size},
		Max: vg.Point{X: p.x + p.width, Y: p.y + rise*size},
	}
}

// letters is the part of the box where most letters are: what a grid line must
// not run through.
func (p placed) letters() vg.Rectangle {
	b := p.box()
	b.Max.Y = p.y + digitRise*p.look.size
	return b
}

func at(l line, x, y vg.Length) placed { return placed{line: l, x: x, y: y} }

// centred places a line with its middle at x.
func centred(l line, x, y vg.Length) placed { return at(l, x-l.width/2, y) }

// flushRight places a line with its right end at x.
func flushRight(l line, x, y vg.Length) placed { return at(l, x-l.width, y) }

// middle is the baseline of a line whose digits have their middle at y.
func middle(l line, y vg.Length) vg.Length { return y - 0.35*l.look.size }

// wrap breaks a text into lines no wider than width: at line feeds, then where
// the language allows it, then inside a word that is too long. What does not
// go into most lines ends in an ellipsis. Lines are made of even length, and a
// mark in brackets stays with its word.
func wrap(s string, sty look, width vg.Length, most int) []string {
	s = gluedMark(strings.TrimSpace(s))
	if s == "" || most < 1 {
		return nil
	}
	lines, cuts := fill(s, sty, width)
	if len(lines) > 1 && !strings.Contains(s, "\n") {
		for w := width * 0.97; w > width/3; w *= 0.97 {
			even, more := fill(s, sty, w)
			if len(even) != len(lines) || more > cuts {
				break
			}
			lines = even
		}
	}
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = shorten(lines[most-1]+"…", sty, width)
	}
	return lines
}

// gluedMark ties a mark in brackets to its word.
func gluedMark(s string) string { return strings.ReplaceAll(s, " [", "\u00a0[") }

// fill sets as much as goes on each line and counts the words it had to cut.
func fill(s string, sty look, width vg.Length) (lines []string, cuts int) {
	cur := ""
	fits := func(t string) bool { return sty.width(strings.TrimRight(t, " \n")) <= width }
	end := func() {
		if t := strings.TrimRight(cur, " \n"); t != "" {
			lines = append(lines, t)
		}
		cur = ""
	}
	state := -1
	for rest := s; rest != ""; {
		var seg string
		var must bool
		seg, rest, must, state = uniseg.FirstLineSegmentInString(rest, state)
		if cur != "" && !fits(cur+seg) {
			end()
		}
		for !fits(seg) {
			head, tail := split(seg, sty, width)
			if tail == "" {
				break
			}
			cuts++
			cur, seg = head, tail
			end()
		}
		cur += seg
		if must && rest != "" {
			end()
		}
	}
	end()
	return lines, cuts
}

// split cuts a word that is wider than a line; the head is never empty.
func split(word string, sty look, width vg.Length) (head, tail string) {
	g := uniseg.NewGraphemes(word)
	for g.Next() {
		if head != "" && sty.width(head+g.Str()) > width {
			return head, word[len(head):]
		}
		head += g.Str()
	}
	return word, ""
}

// shorten cuts a text that ends in an ellipsis until it fits.
func shorten(s string, sty look, width vg.Length) string {
	const most = 500 // characters: more than any chart is wide
	r := []rune(s)
	if len(r) > most {
		r = append(r[:most:most], '…')
	}
	for len(r) > 2 && sty.width(string(r)) > width {
		r = append(r[:len(r)-2], '…')
	}
	return string(r)
}
