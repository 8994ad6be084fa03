package docx

import (
	"fmt"
	"strconv"

	"briefing/internal/document"
)

// Measures of images, those of the printed page: an image is no taller than
// tallest; a photograph in a table is a square of photoSide.
const (
	tallest   = 0.6 * 297 * 72 / 25.4 // points
	photoSide = 19 * 72 / 25.4        // points
	padding   = 52 / 20.0             // of a cell, points
	emu       = 12700                 // of the format's units in a point
)

// media is the file of an image in the package.
type media struct {
	data []byte
	png  bool // else JPEG
}

// name is that of the n-th image, from one, as the document refers to it.
func (m media) name(n int) string {
	if m.png {
		return fmt.Sprintf("media/image%d.png", n)
	}
	return fmt.Sprintf("media/image%d.jpg", n)
}

// shape is an image as it stands in a line.
type shape struct {
	media
	width, height float64 // points
	name          string  // none: that of its number; a file's name may say what the document does not
	says          string  // what a reader who does not see it is told
}

// picture sets an image that somebody attached over its caption, or the words
// that stand in the place of one that can't be shown.
func (w *writer) picture(p *document.Picture) {
	if !p.Printed() {
		w.note(document.Note{Runs: document.Plain(p.Says), Framed: true})
		return
	}
	width, height := p.Size(float64(w.textWidth)/20, tallest)
	w.image(stylePicture, shape{media: media{p.Data, p.PNG}, width: width, height: height, says: p.Caption})
	if p.Caption != "" {
		w.para(paraProps{style: styleSource}, plain(p.Caption)...)
	}
}

// photo sets a photograph over the text of a cell so many twentieths of a point
// wide, which says who it is.
func (ts *tableWriter) photo(p *document.Picture, who string, width int) {
	side := min(photoSide, float64(width)/20-2*padding)
	if !p.Printed() || side <= 0 {
		return
	}
	ts.image(ts.cell, shape{media: media{p.Data, p.PNG}, width: side, height: side, says: who})
}

// image sets a paragraph of one image.
func (w *writer) image(style string, s shape) {
	if !w.drawn {
		return
	}
	w.media = append(w.media, s.media)
	id := w.relate(relImage, s.media.name(len(w.media)), false)
	w.shapes++
	name := s.name
	if name == "" {
		name = strconv.Itoa(w.shapes)
	}
	m := &w.body
	m.open("w:p")
	w.paraPr(m, paraProps{style: style})
	m.open("w:r")
	m.open("w:drawing")
	cx, cy := strconv.Itoa(int(s.width*emu+0.5)), strconv.Itoa(int(s.height*emu+0.5))
	m.open("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0")
	m.void("wp:extent", "cx", cx, "cy", cy)
	m.void("wp:docPr", "id", strconv.Itoa(w.shapes), "name", name, "descr", s.says)
	m.open("wp:cNvGraphicFramePr")
	m.void("a:graphicFrameLocks", "noChangeAspect", "1")
	m.end("wp:cNvGraphicFramePr")
	m.open("a:graphic")
	m.open("a:graphicData", "uri", nsPicture)
	m.open("pic:pic")
	m.open("pic:nvPicPr")
	m.void("pic:cNvPr", "id", strconv.Itoa(w.shapes), "name", name)
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
}
