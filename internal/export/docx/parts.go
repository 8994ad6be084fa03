package docx

import (
	"strconv"
	"time"
)

// Namespaces and kinds of relations.
const (
	nsWord     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsRel      = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsDraw     = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	nsDrawMain = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsPicture  = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	nsCompat   = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	nsWord14   = "http://schemas.microsoft.com/office/word/2010/wordml"
	nsVML      = "urn:schemas-microsoft-com:vml"
	nsOffice   = "urn:schemas-microsoft-com:office:office"
	nsPackage  = "http://schemas.openxmlformats.org/package/2006/"

	relStyles    = nsRel + "/styles"
	relNumbering = nsRel + "/numbering"
	relSettings  = nsRel + "/settings"
	relFonts     = nsRel + "/fontTable"
	relHeader    = nsRel + "/header"
	relFooter    = nsRel + "/footer"
	relImage     = nsRel + "/image"
	relHyperlink = nsRel + "/hyperlink"

	typePrefix = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// fixed are the parts that every document has, in the order of their relations.
func (w *writer) fixed() []struct{ name, kind, content, text string } {
	return []struct{ name, kind, content, text string }{
		{"styles.xml", relStyles, "styles+xml", w.stylesPart()},
		{"settings.xml", relSettings, "settings+xml", w.settings()},
		{"numbering.xml", relNumbering, "numbering+xml", w.numbering()},
		{"fontTable.xml", relFonts, "fontTable+xml", fontTable()},
		{"header1.xml", relHeader, "header+xml", w.header(false)},
		{"header2.xml", relHeader, "header+xml", w.header(true)},
		{"header3.xml", relHeader, "header+xml", w.firstHeader()},
		{"footer1.xml", relFooter, "footer+xml", w.footer(false)},
		{"footer2.xml", relFooter, "footer+xml", w.footer(true)},
		{"footer3.xml", relFooter, "footer+xml", w.firstFooter()},
	}
}

// The relations of headers and footers by their numbers among the fixed parts.
const (
	idHeader, idHeaderWide, idHeaderFirst = "rId5", "rId6", "rId7"
	idFooter, idFooterWide, idFooterFirst = "rId8", "rId9", "rId10"
	firstRelation                         = 11
)

// parts adds all parts to the file.
func (w *writer) parts(z *bundle) {
	fixed := w.fixed()
	types, rels := &markup{}, &markup{}
	types.raw(xmlHead)
	types.open("Types", "xmlns", nsPackage+"content-types")
	types.void("Default", "Extension", "jpg", "ContentType", "image/jpeg")
	types.void("Default", "Extension", "png", "ContentType", "image/png")
	types.void("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
	types.void("Default", "Extension", "xml", "ContentType", "application/xml")
	types.void("Override", "PartName", "/word/document.xml", "ContentType", typePrefix+"document.main+xml")
	rels.raw(xmlHead)
	rels.open("Relationships", "xmlns", nsPackage+"relationships")
	for i, p := range fixed {
		types.void("Override", "PartName", "/word/"+p.name, "ContentType", typePrefix+p.content)
		rels.void("Relationship", "Id", "rId"+strconv.Itoa(i+1), "Type", p.kind, "Target", p.name)
	}
	for i, r := range w.rels {
		attrs := []string{"Id", relID(i), "Type", r.kind, "Target", r.target}
		if r.external {
			attrs = append(attrs, "TargetMode", "External")
		}
		rels.void("Relationship", attrs...)
	}
	types.void("Override", "PartName", "/docProps/core.xml", "ContentType", "application/vnd.openxmlformats-package.core-properties+xml")
	types.void("Override", "PartName", "/docProps/app.xml", "ContentType", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	types.end("Types")
	rels.end("Relationships")

	z.add("[Content_Types].xml", types.b.String())
	z.add("_rels/.rels", packageRels())
	z.add("docProps/core.xml", w.core())
	z.add("docProps/app.xml", app())
	z.add("word/document.xml", w.main())
	z.add("word/_rels/document.xml.rels", rels.b.String())
	for _, p := range fixed {
		z.add("word/"+p.name, p.text)
	}
	for i, m := range w.media {
		z.parts = append(z.parts, part{name: "word/" + m.name(i+1), data: m.data, raw: true})
	}
}

func packageRels() string {
	m := &markup{}
	m.raw(xmlHead)
	m.open("Relationships", "xmlns", nsPackage+"relationships")
	m.void("Relationship", "Id", "rId1", "Type", nsRel+"/officeDocument", "Target", "word/document.xml")
	m.void("Relationship", "Id", "rId2", "Type", nsPackage+"relationships/metadata/core-properties", "Target", "docProps/core.xml")
	m.void("Relationship", "Id", "rId3", "Type", nsRel+"/extended-properties", "Target", "docProps/app.xml")
	m.end("Relationships")
	return m.b.String()
}

// core are the properties that people see: those of the document, no others.
func (w *writer) core() string {
	m := &markup{}
	m.raw(xmlHead)
	m.open("cp:coreProperties", "xmlns:cp", nsPackage+"metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	for _, p := range [][2]string{
		{"dc:title", w.doc.Title},
		{"dc:subject", w.doc.Subject},
		{"dc:creator", w.doc.Author},
		{"cp:keywords", w.doc.Keywords},
		{"dc:language", w.doc.Lang.Tag()},
	} {
		if p[1] != "" {
			m.leaf(p[0], p[1])
		}
	}
	if t := w.doc.AsOf; !t.IsZero() && t.Year() > 0 && t.Year() < 10000 {
		for _, name := range []string{"dcterms:created", "dcterms:modified"} {
			m.leaf(name, t.UTC().Format(time.RFC3339), "xsi:type", "dcterms:W3CDTF")
		}
	}
	m.end("cp:coreProperties")
	return m.b.String()
}

func app() string {
	m := &markup{}
	m.raw(xmlHead)
	m.open("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	m.leaf("Application", "Briefing")
	m.end("Properties")
	return m.b.String()
}

func (w *writer) main() string {
	m := &markup{}
	m.raw(xmlHead)
	m.open("w:document", "xmlns:w", nsWord, "xmlns:r", nsRel, "xmlns:wp", nsDraw, "xmlns:a", nsDrawMain, "xmlns:pic", nsPicture)
	m.open("w:body")
	m.raw(w.body.b.String())
	m.end("w:body", "w:document")
	return m.b.String()
}

func (w *writer) settings() string {
	m := &markup{}
	m.raw(xmlHead)
	m.open("w:settings", "xmlns:w", nsWord)
	m.void("w:zoom", "w:percent", "100")
	if w.doc.Page.Mirrored {
		m.void("w:mirrorMargins")
	}
	m.void("w:defaultTabStop", "w:val", "709")
	m.void("w:autoHyphenation", "w:val", "true")
	m.void("w:doNotHyphenateCaps")
	m.void("w:characterSpacingControl", "w:val", "doNotCompress")
	m.open("w:compat")
	m.void("w:compatSetting", "w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15")
	m.end("w:compat")
	m.void("w:themeFontLang", "w:val", latinTag(w.doc.Lang), "w:eastAsia", "zh-CN")
	if latinTag(w.doc.Lang) == "ru-RU" {
		m.void("w:decimalSymbol", "w:val", ",")
		m.void("w:listSeparator", "w:val", ";")
	} else {
		m.void("w:decimalSymbol", "w:val", ".")
		m.void("w:listSeparator", "w:val", ",")
	}
	m.end("w:settings")
	return m.b.String()
}

// The two forms of lists; a numbered list is an instance of the second that
// begins anew.
const (
	bulletForm = "0"
	numberForm = "1"
	bulletList = 1
	firstList  = 2 // of the numbered ones
)

func (w *writer) numbering() string {
	m := &markup{}
	m.raw(xmlHead)
	m.open("w:numbering", "xmlns:w", nsWord)
	form := func(id, format, text, style string, left int) {
		m.open("w:abstractNum", "w:abstractNumId", id)
		m.void("w:multiLevelType", "w:val", "singleLevel")
		m.open("w:lvl", "w:ilvl", "0")
		m.void("w:start", "w:val", "1")
		m.void("w:numFmt", "w:val", format)
		m.void("w:lvlText", "w:val", text)
		m.void("w:lvlJc", "w:val", "left")
		m.open("w:pPr")
		m.void("w:ind", "w:left", strconv.Itoa(left), "w:hanging", strconv.Itoa(left))
		m.end("w:pPr")
		m.open("w:rPr")
		m.void("w:rFonts", "w:ascii", style, "w:hAnsi", style, "w:hint", "default")
		m.void("w:b")
		m.void("w:color", "w:val", colorAccent)
		m.end("w:rPr", "w:lvl", "w:abstractNum")
	}
	form(bulletForm, "bullet", "–", faceSerif, 284)
	form(numberForm, "decimal", "%1", faceSans, twips(8))
	m.open("w:num", "w:numId", strconv.Itoa(bulletList))
	m.void("w:abstractNumId", "w:val", bulletForm)
	m.end("w:num")
	for i, from := range w.lists {
		m.open("w:num", "w:numId", strconv.Itoa(firstList+i))
		m.void("w:abstractNumId", "w:val", numberForm)
		m.open("w:lvlOverride", "w:ilvl", "0")
		m.void("w:startOverride", "w:val", strconv.Itoa(from))
		m.end("w:lvlOverride", "w:num")
	}
	m.end("w:numbering")
	return m.b.String()
}

// newList begins a numbered list.
func (w *writer) newList(from int) int {
	w.lists = append(w.lists, from)
	return firstList + len(w.lists) - 1
}

// fontTable names the nearest common faces for those who lack ours.
func fontTable() string {
	m := &markup{}
	m.raw(xmlHead)
	m.open("w:fonts", "xmlns:w", nsWord)
	for _, f := range [][3]string{{faceSans, "Arial", "swiss"}, {faceHan, "Microsoft YaHei", "swiss"}, {faceSerif, "Times New Roman", "roman"}} {
		m.open("w:font", "w:name", f[0])
		m.void("w:altName", "w:val", f[1])
		m.void("w:family", "w:val", f[2])
		m.void("w:pitch", "w:val", "variable")
		m.end("w:font")
	}
	m.end("w:fonts")
	return m.b.String()
}
