package docx

import (
	"briefing/internal/document"
)

// cover writes the title page: who, what, when, the contents, for whom.
func (w *writer) cover(c document.Cover) {
	for _, line := range c.Organisation {
		w.para(paraProps{style: styleValue}, bold(line))
	}
	w.para(paraProps{style: styleKicker}, plain(c.Kicker)...)
	w.para(paraProps{style: styleTitle}, plain(c.Title)...)
	w.para(paraProps{style: styleSubtitle}, plain(c.Subtitle)...)
	w.labelled(c.Facts)
	if c.Contents {
		w.contents()
	}
	w.para(paraProps{style: styleTiny, unkeyed: true})
	w.labelled(c.Sign)
	if c.City != "" {
		w.para(paraProps{style: styleSource, align: "center"}, plain(c.City)...)
	}
}

// labelled sets captioned values side by side.
func (w *writer) labelled(list []document.LabelValue) {
	if len(list) == 0 {
		return
	}
	widths := make([]int, len(list))
	for i := range widths {
		widths[i] = w.textWidth / len(list)
	}
	w.sideBySide(widths, func(i int) {
		w.para(paraProps{style: styleLabel}, plain(list[i].Label)...)
		for _, line := range list[i].Lines {
			w.para(paraProps{style: styleValue}, plain(line)...)
		}
	})
}

// contents lists the sections as a table of contents that the word processor
// can make anew. Page numbers are its own to know, since it lays the pages out;
// until it has done so the lines are links without numbers, never wrong ones.
func (w *writer) contents() {
	m := &w.body
	var list []document.Section
	for _, s := range w.doc.Sections {
		if !s.Silent && !s.Bare && s.Title != "" {
			list = append(list, s)
		}
	}
	if len(list) == 0 {
		return
	}
	m.open("w:sdt")
	m.open("w:sdtPr")
	m.open("w:docPartObj")
	m.void("w:docPartGallery", "w:val", "Table of Contents")
	m.void("w:docPartUnique")
	m.end("w:docPartObj", "w:sdtPr")
	m.open("w:sdtContent")
	w.para(paraProps{style: styleTOCHead, unkeyed: true}, plain(w.doc.Words.Contents)...)
	for i, s := range list {
		w.contentsLine(s, i == 0, i == len(list)-1)
	}
	m.end("w:sdtContent", "w:sdt")
}

func (w *writer) contentsLine(s document.Section, first, last bool) {
	m := &w.body
	mark := func(kind string) {
		m.open("w:r")
		m.void("w:fldChar", "w:fldCharType", kind)
		m.end("w:r")
	}
	style := styleTOC1
	if s.Level > 1 {
		style = styleTOC2
	}
	m.open("w:p")
	w.paraPr(m, paraProps{style: style})
	if first {
		mark("begin")
		m.open("w:r")
		m.leaf("w:instrText", ` TOC \o "1-2" \h \z \u `, "xml:space", "preserve")
		m.end("w:r")
		mark("separate")
	}
	text := s.Title
	if s.Number != "" {
		text = s.Number + "\t" + s.Title
	}
	w.runs(m, []inline{{Run: document.Run{Text: text, Link: "#" + s.Key}}})
	if last {
		mark("end")
	}
	m.end("w:p")
}
