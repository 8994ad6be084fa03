package docx

import (
	"strconv"

	"briefing/internal/briefing"
)

// The colours of the pack.
const (
	colorInk    = "1B1F24"
	colorSecond = "5B6470"
	colorLine   = "C3CAD3"
	colorGround = "EEF2F6"
	colorAccent = "12436D"
	colorWarn   = "801650"
)

// Faces by name: who has them sees the pack's look, others the nearest of theirs
// (fontTable).
const (
	faceSerif = "PT Serif"
	faceSans  = "Golos Text"
	faceHan   = "Noto Sans SC"
)

// Styles by their identifiers. Those that word processors know by themselves
// have their own names there, in the language of the program.
const (
	styleBody      = "BodyText"
	styleText      = "TextPlain"
	styleTitle     = "Title"
	styleSubtitle  = "Subtitle"
	styleKicker    = "Kicker"
	styleDeck      = "Deck"
	styleLead      = "Lead"
	styleQuote     = "Quote"
	styleBullet    = "ListBullet"
	styleNumber    = "ListNumber"
	stylePoint     = "PointTitle"
	stylePointText = "PointText"
	styleTag       = "PointTag"
	styleCaption   = "Caption"
	styleSource    = "SourceLine"
	styleSmall     = "SmallText"
	styleNote      = "NoteBox"
	styleFramed    = "NoteFrame"
	styleStamp     = "Stamp"
	styleCell      = "TableText"
	styleCellHead  = "TableHead"
	styleCellNo    = "TableNumber"
	styleDense     = "TableDense"
	styleDenseHead = "TableDenseHead"
	styleDenseNo   = "TableDenseNumber"
	styleKeyWord   = "KeyWord"
	styleKeyNumber = "KeyNumber"
	styleKeyText   = "KeyText"
	styleLabel     = "CoverLabel"
	styleValue     = "CoverValue"
	stylePicture   = "Picture"
	styleTiny      = "Spacer"
	styleTOC1      = "TOC1"
	styleTOC2      = "TOC2"
	styleTOCHead   = "TOCHeading"
	styleHeader    = "Header"
	styleFooter    = "Footer"

	charMark    = "BriefingMark"
	charProgram = "BriefingText"
	charLink    = "Hyperlink"
)

// markStyles are the names of the two styles of characters that hold what the
// program has put beside a field's text. They are the same in all languages,
// since a reader goes by them.
const (
	markStyle    = "Briefing mark"
	programStyle = "Briefing text"
)

// style is one style of paragraphs. Lengths are in twips, sizes in half points.
type style struct {
	id, name, based, next string
	sans, bold, italic    bool
	size                  int
	color                 string
	before, after, line   int
	left, hanging, first  int
	right                 int
	align                 string
	keepNext, keepLines   bool
	outline               int // level of a heading, from 1
	ground, frame, rule   bool
	bar, top              bool
	tabs                  []int // right tab stops
}

// styles lists the styles of paragraphs, from the sizes and leadings of the pack.
func (w *writer) styles() []style {
	indent := twips(12.5)
	if w.doc.Lang == briefing.ZH {
		indent = 480 // two characters
	}
	name := func(key string) string { return w.word("style." + key) }
	list := twips(8)
	return []style{
		{id: "Normal", name: "Normal", size: 22, color: colorInk, line: 290},
		{id: styleBody, name: "Body Text", size: 24, line: 320, after: 120, first: indent, align: "both"},
		{id: styleText, name: name("text"), size: 22, line: 290, after: 80},
		{id: "Heading1", name: "heading 1", next: styleBody, sans: true, bold: true, size: 36, line: 440, before: 240, after: 80, keepNext: true, keepLines: true, outline: 1, top: true},
		{id: "Heading2", name: "heading 2", next: styleBody, sans: true, bold: true, size: 26, line: 320, before: 240, after: 80, keepNext: true, keepLines: true, outline: 2},
		{id: "Heading3", name: "heading 3", next: styleBody, sans: true, bold: true, size: 23, line: 300, before: 240, after: 80, keepNext: true, keepLines: true, outline: 3},
		{id: styleTitle, name: "Title", next: styleSubtitle, sans: true, bold: true, size: 50, line: 600, before: 100, after: 100},
		{id: styleSubtitle, name: "Subtitle", size: 28, line: 380, after: 360},
		{id: styleKicker, name: name("kicker"), sans: true, bold: true, size: 20, color: colorAccent, before: 400, top: true},
		{id: styleDeck, name: name("deck"), italic: true, size: 22, color: colorSecond, line: 280, after: 140},
		{id: styleLead, name: name("lead"), sans: true, bold: true, size: 19, line: 250, before: 120, after: 20, keepNext: true},
		{id: styleQuote, name: "Quote", size: 22, line: 290, before: 100, after: 100, left: 170, bar: true},
		{id: styleBullet, name: "List Bullet", size: 22, line: 290, after: 72, left: 284, hanging: 284},
		{id: styleNumber, name: "List Number", size: 24, line: 320, before: 60, after: 60, left: list, hanging: list},
		{id: stylePoint, name: name("point"), next: stylePointText, sans: true, bold: true, size: 21, line: 260, before: 120, left: list, hanging: list, keepNext: true},
		{id: stylePointText, name: name("point_text"), size: 22, line: 290, before: 30, after: 60, left: list},
		{id: styleTag, name: name("tag"), sans: true, size: 15, color: colorSecond, line: 196, after: 80, left: list, rule: true},
		{id: styleCaption, name: "caption", sans: true, size: 18, line: 240, before: 140, after: 50, keepNext: true, keepLines: true},
		{id: styleSource, name: name("source"), sans: true, size: 15, color: colorSecond, line: 190, before: 50, after: 120},
		{id: styleSmall, name: name("small"), sans: true, size: 18, line: 240, after: 100},
		{id: styleNote, name: name("note"), sans: true, size: 18, line: 240, before: 140, after: 200, left: 160, right: 160, ground: true},
		{id: styleFramed, name: name("note_frame"), sans: true, size: 18, line: 240, before: 140, after: 200, left: 160, right: 160, frame: true},
		{id: styleStamp, name: name("stamp"), sans: true, bold: true, size: 14, line: 200, before: 120, align: "right", keepNext: true},
		{id: styleCell, name: name("cell"), sans: true, size: 17, line: 220},
		{id: styleCellHead, name: name("cell_head"), sans: true, bold: true, size: 16, line: 190, keepNext: true},
		{id: styleCellNo, name: name("cell_number"), based: styleCell, sans: true, size: 17, line: 220, align: "right"},
		{id: styleDense, name: name("dense"), sans: true, size: 15, line: 192},
		{id: styleDenseHead, name: name("dense_head"), sans: true, bold: true, size: 15, line: 180, keepNext: true},
		{id: styleDenseNo, name: name("dense_number"), based: styleDense, sans: true, size: 15, line: 192, align: "right"},
		{id: styleKeyWord, name: name("key_word"), sans: true, size: 17, color: colorSecond, line: 220, keepNext: true},
		{id: styleKeyNumber, name: name("key_number"), sans: true, bold: true, size: 44, line: 500, keepNext: true},
		{id: styleKeyText, name: name("key_text"), sans: true, size: 17, line: 220, after: 40},
		{id: styleLabel, name: name("label"), sans: true, size: 16, color: colorSecond, line: 220},
		{id: styleValue, name: name("value"), sans: true, size: 18, line: 240, after: 40},
		{id: stylePicture, name: name("picture"), size: 22, before: 60, keepNext: true},
		{id: styleTiny, name: name("spacer"), size: 2, line: 20},
		{id: styleTOCHead, name: "TOC Heading", sans: true, bold: true, size: 23, line: 320, before: 200, after: 60, keepNext: true},
		{id: styleTOC1, name: "toc 1", sans: true, bold: true, size: 19, line: 280, left: twips(9), hanging: twips(9), tabs: []int{w.widthOf(false)}},
		{id: styleTOC2, name: "toc 2", sans: true, size: 18, line: 240, left: twips(20), hanging: twips(11), tabs: []int{w.widthOf(false)}},
		{id: styleHeader, name: "header", sans: true, size: 15, color: colorSecond, line: 190},
		{id: styleFooter, name: "footer", sans: true, size: 15, color: colorSecond, line: 190},
	}
}

// stylesPart is styles.xml.
func (w *writer) stylesPart() string {
	m := &markup{}
	m.raw(xmlHead)
	m.open("w:styles", append([]string{"xmlns:mc", nsCompat, "xmlns:w14", nsWord14, "mc:Ignorable", "w14"}, "xmlns:w", nsWord)...)
	m.open("w:docDefaults")
	m.open("w:rPrDefault")
	m.open("w:rPr")
	fonts(m, false)
	m.void("w:sz", "w:val", "22")
	m.void("w:szCs", "w:val", "22")
	m.void("w:lang", "w:val", latinTag(w.doc.Lang), "w:eastAsia", "zh-CN", "w:bidi", "ar-SA")
	m.end("w:rPr", "w:rPrDefault")
	m.open("w:pPrDefault")
	m.open("w:pPr")
	m.void("w:spacing", "w:after", "0", "w:line", "240", "w:lineRule", "auto")
	m.end("w:pPr", "w:pPrDefault", "w:docDefaults")
	for _, s := range w.styles() {
		s.write(m)
	}
	tableStyles(m)
	charStyles(m)
	m.end("w:styles")
	return m.b.String()
}

// latinTag is the language of what is not Chinese.
func latinTag(l briefing.Lang) string {
	if l == briefing.ZH {
		return "en-GB"
	}
	return l.Tag()
}

func fonts(m *markup, sans bool) {
	face := faceSerif
	if sans {
		face = faceSans
	}
	m.void("w:rFonts", "w:ascii", face, "w:hAnsi", face, "w:eastAsia", faceHan, "w:cs", face)
}

func (s style) write(m *markup) {
	attrs := []string{"w:type", "paragraph", "w:styleId", s.id}
	if s.id == "Normal" {
		attrs = []string{"w:type", "paragraph", "w:default", "1", "w:styleId", s.id}
	}
	m.open("w:style", attrs...)
	m.void("w:name", "w:val", s.name)
	switch {
	case s.based != "":
		m.void("w:basedOn", "w:val", s.based)
	case s.id != "Normal":
		m.void("w:basedOn", "w:val", "Normal")
	}
	if s.next != "" {
		m.void("w:next", "w:val", s.next)
	}
	m.void("w:qFormat")
	s.paragraph(m)
	m.open("w:rPr")
	if s.sans || s.id == "Normal" {
		fonts(m, s.sans)
	}
	if s.bold {
		m.void("w:b")
		m.void("w:bCs")
	}
	if s.italic {
		m.void("w:i")
		m.void("w:iCs")
	}
	if s.color != "" {
		m.void("w:color", "w:val", s.color)
	}
	m.void("w:sz", "w:val", strconv.Itoa(s.size))
	m.void("w:szCs", "w:val", strconv.Itoa(s.size))
	if s.id == styleCellNo || s.id == styleDenseNo {
		m.void("w14:numSpacing", "w14:val", "tabular") // digits of one width, where the font has them
	}
	m.end("w:rPr", "w:style")
}

func (s style) paragraph(m *markup) {
	m.open("w:pPr")
	if s.keepNext {
		m.void("w:keepNext")
	}
	if s.keepLines {
		m.void("w:keepLines")
	}
	s.borders(m)
	if s.ground {
		m.void("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", colorGround)
	}
	if len(s.tabs) > 0 {
		m.open("w:tabs")
		for _, at := range s.tabs {
			m.void("w:tab", "w:val", "right", "w:leader", "dot", "w:pos", strconv.Itoa(at))
		}
		m.end("w:tabs")
	}
	spacing := []string{"w:before", strconv.Itoa(s.before), "w:after", strconv.Itoa(s.after)}
	if s.line > 0 {
		spacing = append(spacing, "w:line", strconv.Itoa(s.line), "w:lineRule", "atLeast")
	}
	m.void("w:spacing", spacing...)
	ind := []string{"w:left", strconv.Itoa(s.left), "w:right", strconv.Itoa(s.right)}
	switch {
	case s.hanging > 0:
		ind = append(ind, "w:hanging", strconv.Itoa(s.hanging))
	case s.first > 0:
		ind = append(ind, "w:firstLine", strconv.Itoa(s.first))
	}
	m.void("w:ind", ind...)
	if s.align != "" {
		m.void("w:jc", "w:val", s.align)
	}
	if s.outline > 0 {
		m.void("w:outlineLvl", "w:val", strconv.Itoa(s.outline-1))
	}
	m.end("w:pPr")
}

func (s style) borders(m *markup) {
	edge := func(side, size, space, color string) {
		m.void("w:"+side, "w:val", "single", "w:sz", size, "w:space", space, "w:color", color)
	}
	switch {
	case s.top:
		m.open("w:pBdr")
		edge("top", "18", "5", colorAccent)
		m.end("w:pBdr")
	case s.rule:
		m.open("w:pBdr")
		edge("bottom", "4", "3", colorLine)
		m.end("w:pBdr")
	case s.bar:
		m.open("w:pBdr")
		edge("left", "18", "6", colorAccent)
		m.end("w:pBdr")
	case s.frame:
		m.open("w:pBdr")
		for _, side := range []string{"top", "left", "bottom", "right"} {
			edge(side, "6", "6", colorAccent)
		}
		m.end("w:pBdr")
	case s.ground:
		m.open("w:pBdr")
		for _, side := range []string{"top", "left", "bottom", "right"} {
			edge(side, "4", "6", colorGround)
		}
		m.end("w:pBdr")
	}
}

// charStyles are the styles of characters.
func charStyles(m *markup) {
	char := func(id, name string, props func()) {
		m.open("w:style", "w:type", "character", "w:styleId", id)
		m.void("w:name", "w:val", name)
		m.open("w:rPr")
		props()
		m.end("w:rPr", "w:style")
	}
	char(charLink, "Hyperlink", func() {
		m.void("w:color", "w:val", colorAccent)
		m.void("w:u", "w:val", "single")
	})
	char(charMark, markStyle, func() {
		m.void("w:color", "w:val", colorAccent)
		m.void("w:vertAlign", "w:val", "superscript")
	})
	char(charProgram, programStyle, func() {})
}

// tableStyles are the two looks of tables: data with rules across, and a grid
// that only holds things side by side.
func tableStyles(m *markup) {
	table := func(id, name string, def bool, side, top string) {
		attrs := []string{"w:type", "table", "w:styleId", id}
		if def {
			attrs = []string{"w:type", "table", "w:default", "1", "w:styleId", id}
		}
		m.open("w:style", attrs...)
		m.void("w:name", "w:val", name)
		m.open("w:tblPr")
		m.void("w:tblInd", "w:w", "0", "w:type", "dxa")
		m.open("w:tblCellMar")
		m.void("w:top", "w:w", top, "w:type", "dxa")
		m.void("w:left", "w:w", side, "w:type", "dxa")
		m.void("w:bottom", "w:w", top, "w:type", "dxa")
		m.void("w:right", "w:w", side, "w:type", "dxa")
		m.end("w:tblCellMar", "w:tblPr", "w:style")
	}
	table("TableNormal", "Normal Table", true, "52", "0")
	table("BriefingTable", "Briefing table", false, "52", "40")
	table("BriefingDense", "Briefing dense table", false, "38", "30")
}
