package docx

import (
	"strconv"
	"strings"

	"briefing/internal/document"
)

// sectionProps are the paper and what stands at the edges of its pages. The
// first page of the document has no running head but the restriction mark.
func (w *writer) sectionProps(m *markup, landscape, first bool) {
	p := w.doc.Page
	header, footer := idHeader, idFooter
	width, height := twips(p.Width), twips(p.Height)
	left, right, top, bottom := p.Left, p.Right, p.Top, p.Bottom
	if landscape {
		header, footer = idHeaderWide, idFooterWide
		width, height = height, width
	}
	m.open("w:sectPr")
	m.void("w:headerReference", "w:type", "default", "r:id", header)
	if first {
		m.void("w:headerReference", "w:type", "first", "r:id", idHeaderFirst)
	}
	m.void("w:footerReference", "w:type", "default", "r:id", footer)
	if first {
		m.void("w:footerReference", "w:type", "first", "r:id", idFooterFirst)
	}
	m.void("w:type", "w:val", "nextPage")
	size := []string{"w:w", strconv.Itoa(width), "w:h", strconv.Itoa(height)}
	if landscape {
		size = append(size, "w:orient", "landscape")
	}
	m.void("w:pgSz", size...)
	edge := min(top, bottom) / 2
	m.void("w:pgMar", "w:top", strconv.Itoa(twips(top)), "w:right", strconv.Itoa(twips(right)),
		"w:bottom", strconv.Itoa(twips(bottom)), "w:left", strconv.Itoa(twips(left)),
		"w:header", strconv.Itoa(twips(edge)), "w:footer", strconv.Itoa(twips(edge)), "w:gutter", "0")
	m.void("w:cols", "w:space", "708")
	if first {
		m.void("w:titlePg")
	}
	m.end("w:sectPr")
}

// turn ends the pages of one orientation.
func (w *writer) turn(landscape bool) {
	first := w.sections == 0
	w.sections++
	w.para(paraProps{style: styleTiny, unkeyed: true, sect: func(m *markup) { w.sectionProps(m, landscape, first) }})
}

// edgePart opens a header or footer.
func edgePart(name string) *markup {
	m := &markup{}
	m.raw(xmlHead)
	m.open(name, "xmlns:w", nsWord, "xmlns:r", nsRel, "xmlns:v", nsVML, "xmlns:o", nsOffice)
	return m
}

// header is the running head: title, number of the page, moment. Its number is
// among the pages of the whole document.
func (w *writer) header(landscape bool) string {
	m := edgePart("w:hdr")
	total := w.widthOf(landscape)
	middle := total / 8
	side := (total - middle) / 2
	w.edgeRow(m, []int{side, middle, total - side - middle}, true,
		func() { w.runs(m, plain(w.doc.HeadLeft)) },
		func() { field(m, "PAGE") },
		func() { w.runs(m, plain(w.doc.HeadRight)) })
	w.watermark(m, 1)
	m.end("w:hdr")
	return m.b.String()
}

// footer is the foot line: body and issue, «стр. 2 из 14».
func (w *writer) footer(landscape bool) string {
	m := edgePart("w:ftr")
	total := w.widthOf(landscape)
	most := total / 4
	w.edgeRow(m, []int{total - most, most}, false,
		func() { w.runs(m, plain(w.doc.FootLeft)) },
		func() { w.pageOf(m) })
	m.open("w:p")
	w.paraPr(m, paraProps{style: styleFooter})
	m.end("w:p", "w:ftr")
	return m.b.String()
}

// pageOf is «стр. 2 из 14».
func (w *writer) pageOf(m *markup) {
	const page, of = "\x01", "\x02"
	text := w.word("page", page, of)
	for text != "" {
		i := strings.IndexAny(text, page+of)
		if i < 0 {
			w.runs(m, plain(text))
			return
		}
		w.runs(m, plain(text[:i]))
		if text[i:i+1] == page {
			field(m, "PAGE")
		} else {
			field(m, "NUMPAGES")
		}
		text = text[i+1:]
	}
}

// firstHeader holds the restriction mark and the number of the copy.
func (w *writer) firstHeader() string {
	m := edgePart("w:hdr")
	for i, line := range w.doc.Mark {
		m.open("w:p")
		w.paraPr(m, paraProps{style: styleHeader, align: "right"})
		w.runs(m, []inline{{Run: document.Run{Text: line, Bold: i == 0}}})
		m.end("w:p")
	}
	w.watermark(m, 2)
	m.end("w:hdr")
	return m.b.String()
}

func (w *writer) firstFooter() string {
	m := edgePart("w:ftr")
	m.open("w:p")
	w.paraPr(m, paraProps{style: styleFooter})
	m.end("w:p", "w:ftr")
	return m.b.String()
}

// edgeRow sets cells side by side: the first at the left, the last at the right.
func (w *writer) edgeRow(m *markup, widths []int, ruled bool, cells ...func()) {
	m.open("w:tbl")
	m.open("w:tblPr")
	total := 0
	for _, x := range widths {
		total += x
	}
	m.void("w:tblW", "w:w", strconv.Itoa(total), "w:type", "dxa")
	if ruled {
		m.open("w:tblBorders")
		m.void("w:bottom", "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", colorLine)
		m.end("w:tblBorders")
	}
	m.void("w:tblLayout", "w:type", "fixed")
	m.open("w:tblCellMar")
	m.void("w:left", "w:w", "0", "w:type", "dxa")
	m.void("w:right", "w:w", "0", "w:type", "dxa")
	m.end("w:tblCellMar", "w:tblPr")
	grid(m, widths)
	m.open("w:tr")
	for i, x := range widths {
		align := "center"
		switch i {
		case 0:
			align = "left"
		case len(widths) - 1:
			align = "right"
		}
		m.open("w:tc")
		m.open("w:tcPr")
		m.void("w:tcW", "w:w", strconv.Itoa(x), "w:type", "dxa")
		m.end("w:tcPr")
		m.open("w:p")
		w.paraPr(m, paraProps{style: styleHeader, align: align})
		cells[i]()
		m.end("w:p", "w:tc")
	}
	m.end("w:tr", "w:tbl")
}

func grid(m *markup, widths []int) {
	m.open("w:tblGrid")
	for _, x := range widths {
		m.void("w:gridCol", "w:w", strconv.Itoa(x))
	}
	m.end("w:tblGrid")
}

// field is a number that the word processor keeps right by itself.
func field(m *markup, code string) {
	part := func(kind string) {
		m.open("w:r")
		m.void("w:fldChar", "w:fldCharType", kind)
		m.end("w:r")
	}
	part("begin")
	m.open("w:r")
	m.leaf("w:instrText", " "+code+" ", "xml:space", "preserve")
	m.end("w:r")
	part("separate")
	m.open("w:r")
	m.leaf("w:t", "1")
	m.end("w:r")
	part("end")
}

// watermark is the word of a draft across the page, in the form that word
// processors know as one; its paragraph closes the header.
func (w *writer) watermark(m *markup, id int) {
	m.open("w:p")
	w.paraPr(m, paraProps{style: styleHeader})
	if word := strings.TrimSpace(clean(w.doc.Watermark)); word != "" {
		long := len([]rune(word))
		width := min(w.doc.Page.Width*2.1, float64(long)*58)
		height := width / float64(max(long, 3)) * 1.35
		m.open("w:r")
		m.open("w:pict")
		m.raw(textShape)
		m.open("v:shape", "id", "PowerPlusWaterMarkObject"+strconv.Itoa(id), "o:spid", "_x0000_s205"+strconv.Itoa(id),
			"type", "#_x0000_t136", "style",
			"position:absolute;margin-left:0;margin-top:0;width:"+strconv.Itoa(int(width))+"pt;height:"+strconv.Itoa(int(height))+"pt;"+
				"rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"+
				"mso-position-vertical:center;mso-position-vertical-relative:margin",
			"o:allowincell", "f", "fillcolor", "#"+colorGround, "stroked", "f")
		m.void("v:fill", "opacity", ".6")
		m.void("v:textpath", "style", "font-family:\""+faceSans+"\";font-weight:bold;font-size:1pt", "string", word)
		m.end("v:shape", "w:pict", "w:r")
	}
	m.end("w:p")
}

// textShape is the form of a text that is drawn along a line.
const textShape = `<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">` +
	`<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>` +
	`<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>` +
	`<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>` +
	`<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>` +
	`<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>` +
	`<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>`
