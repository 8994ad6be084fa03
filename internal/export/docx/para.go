package docx

import (
	"net/url"
	"strconv"
	"strings"

	"briefing/internal/document"
)

// inline is a run with what only this writer knows of it.
type inline struct {
	document.Run
	program bool   // put there by the program beside a field's text
	style   string // of characters
	flat    bool   // a citation on the line: alone in a cell
}

func plain(s string) []inline {
	if s == "" {
		return nil
	}
	return []inline{{Run: document.Run{Text: s}}}
}

func texts(runs []document.Run) []inline {
	out := make([]inline, 0, len(runs))
	for _, r := range runs {
		if len(r.Note) > 0 { // a footnote is set in brackets
			out = append(out, inline{Run: document.Run{Text: " ("}, program: true})
			for _, n := range texts(r.Note) {
				n.program = true
				out = append(out, n)
			}
			r = document.Run{Text: ")"}
			out = append(out, inline{Run: r, program: true})
			continue
		}
		out = append(out, inline{Run: r})
	}
	return out
}

func bold(s string) inline { return inline{Run: document.Run{Text: s, Bold: true}} }

// paraProps are the properties of one paragraph beside its style.
type paraProps struct {
	style    string
	keepNext bool
	newPage  bool
	list     int // number of the list it is an item of
	right    int // indent at the right in twips
	left     int
	align    string
	anchor   string // target of links
	unkeyed  bool   // a part of a row, or one that a reader passes over
	mark     string // name of one more bookmark: the row's
	sect     func(*markup)
}

// para writes a paragraph, or several where runs show different fields: each
// field has a paragraph of its own, so that it is known which one was edited.
func (w *writer) para(p paraProps, runs ...inline) {
	for i, group := range splitByField(runs) {
		if i > 0 {
			p.newPage, p.anchor = false, ""
		}
		w.onePara(p, group)
	}
}

// splitByField parts runs where a new field begins; what stands between two
// fields goes with the first.
func splitByField(runs []inline) [][]inline {
	out := [][]inline{nil}
	var now *document.Shown
	for _, r := range runs {
		if r.Shows != nil && now != nil && r.Shows != now {
			last := len(out) - 1
			out[last] = trimEnd(out[last])
			out = append(out, nil)
		}
		if r.Shows != nil {
			now = r.Shows
		}
		out[len(out)-1] = append(out[len(out)-1], r)
	}
	return out
}

// trimEnd takes the line end off that parted two fields in one paragraph.
func trimEnd(runs []inline) []inline {
	for n := len(runs); n > 0; n-- {
		runs[n-1].Text = strings.TrimRight(runs[n-1].Text, "\n ")
		if runs[n-1].Text != "" {
			return runs[:n]
		}
	}
	return nil
}

func (w *writer) onePara(p paraProps, runs []inline) {
	m := &w.body
	m.open("w:p")
	w.paraPr(m, p)
	var names []string
	if name := w.anchors[p.anchor]; p.anchor != "" && name != "" {
		names = append(names, name)
	}
	if p.mark != "" {
		names = append(names, p.mark)
	}
	if !p.unkeyed {
		if name := w.key(runs, p.style == styleTag); name != "" {
			names = append(names, name)
		}
	}
	first := w.marks
	for i, name := range names {
		m.void("w:bookmarkStart", "w:id", strconv.Itoa(first+i), "w:name", name)
	}
	w.marks += len(names)
	w.runs(m, runs)
	for i := range names {
		m.void("w:bookmarkEnd", "w:id", strconv.Itoa(first+i))
	}
	m.end("w:p")
}

// key keeps the paragraph as a piece: of a field, where its runs show one.
func (w *writer) key(runs []inline, tag bool) string {
	p := Piece{Where: w.where, Tag: tag}
	for _, r := range runs {
		text := clean(r.Text)
		whole := text
		if s := signText(r.Sign); s != "" {
			whole = s + "\u00a0" + text
		}
		p.Text += whole
		if !read(r.Shows) || r.program {
			p.Around += whole
			continue
		}
		p.Shows = r.Shows
		p.Segments = append(p.Segments, Segment{text, r.Bound})
	}
	if p.Shows == nil || strings.TrimSpace(segmentText(p.Segments)) == "" {
		p.Shows, p.Segments, p.Around = nil, nil, ""
		return w.piece(ProgramPiece, p, w.in)
	}
	for i := range runs {
		if runs[i].Shows == nil && runs[i].style == "" {
			runs[i].program = true
		}
	}
	return w.piece(FieldPiece, p, fieldName(p.Shows))
}

func (w *writer) paraPr(m *markup, p paraProps) {
	m.open("w:pPr")
	if p.style != "" {
		m.void("w:pStyle", "w:val", p.style)
	}
	if p.keepNext {
		m.void("w:keepNext")
	}
	if p.newPage {
		m.void("w:pageBreakBefore")
	}
	if p.list > 0 {
		m.open("w:numPr")
		m.void("w:ilvl", "w:val", "0")
		m.void("w:numId", "w:val", strconv.Itoa(p.list))
		m.end("w:numPr")
	}
	switch {
	case p.left > 0 && p.right > 0:
		m.void("w:ind", "w:left", strconv.Itoa(p.left), "w:right", strconv.Itoa(p.right))
	case p.left > 0:
		m.void("w:ind", "w:left", strconv.Itoa(p.left))
	case p.right > 0:
		m.void("w:ind", "w:right", strconv.Itoa(p.right))
	}
	if p.align != "" {
		m.void("w:jc", "w:val", p.align)
	}
	if p.sect != nil {
		p.sect(m)
	}
	m.end("w:pPr")
}

// runs writes runs, each in its language, links around theirs.
func (w *writer) runs(m *markup, runs []inline) {
	for _, r := range runs {
		if sign := signText(r.Sign); sign != "" {
			r.Text = sign + "\u00a0" + r.Text
		}
		if r.Text == "" {
			continue
		}
		closer := w.link(m, &r)
		for _, s := range stretches(clean(r.Text), w.doc.Lang) {
			w.run(m, r, s)
		}
		if closer != "" {
			m.end(closer)
		}
	}
}

// link opens a link where the target is there. A citation is set above the line.
func (w *writer) link(m *markup, r *inline) (closer string) {
	target, inside := strings.CutPrefix(r.Link, "#")
	switch {
	case r.Link == "":
		return ""
	case inside:
		if strings.HasPrefix(target, "source-") && r.style == "" {
			r.style = charMark
			if r.flat {
				r.style = charProgram
			}
		}
		name := w.anchors[target]
		if name == "" {
			return ""
		}
		m.open("w:hyperlink", "w:anchor", name, "w:history", "1")
		return "w:hyperlink"
	}
	address, ok := safeAddress(r.Link)
	if !ok {
		return ""
	}
	if r.style == "" {
		r.style = charLink
	}
	m.open("w:hyperlink", "r:id", w.relate(relHyperlink, address, true), "w:history", "1")
	return "w:hyperlink"
}

// safeAddress gives an address of the web as the format wants it.
func safeAddress(s string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(clean(s)))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" || u.Scheme != "mailto" && u.Host == "" {
		return "", false
	}
	return u.String(), true
}

func (w *writer) relate(kind, target string, external bool) string {
	for i, r := range w.rels {
		if r.kind == kind && r.target == target {
			return relID(i)
		}
	}
	w.rels = append(w.rels, relation{kind, target, external})
	return relID(len(w.rels) - 1)
}

func relID(i int) string { return "rId" + strconv.Itoa(i+firstRelation) }

// run writes a stretch of one language; line feeds and tabs are elements.
func (w *writer) run(m *markup, r inline, s stretch) {
	m.open("w:r")
	w.runPr(m, r, s)
	at := 0
	put := func(to int) {
		if to > at {
			m.leaf("w:t", s.text[at:to], "xml:space", "preserve")
		}
		at = to + 1
	}
	for i := 0; i < len(s.text); i++ {
		switch s.text[i] {
		case '\n':
			put(i)
			m.void("w:br")
		case '\t':
			put(i)
			m.void("w:tab")
		}
	}
	put(len(s.text))
	m.end("w:r")
}

func (w *writer) runPr(m *markup, r inline, s stretch) {
	style := r.style
	if style == "" && r.program {
		style = charProgram
	}
	m.open("w:rPr")
	if style != "" {
		m.void("w:rStyle", "w:val", style)
	}
	if s.han && w.doc.Lang == zh {
		m.void("w:rFonts", "w:hint", "eastAsia")
	}
	if r.Bold {
		m.void("w:b")
		m.void("w:bCs")
	}
	if r.Italic && !s.han { // Chinese is never slanted
		m.void("w:i")
		m.void("w:iCs")
	}
	if c := toneColor(r.Tone); c != "" {
		m.void("w:color", "w:val", c)
	}
	if r.Small && style != charMark {
		m.void("w:sz", "w:val", "15")
		m.void("w:szCs", "w:val", "15")
	}
	if r.Super {
		m.void("w:vertAlign", "w:val", "superscript")
	}
	if s.lang != "" {
		m.void("w:lang", "w:val", s.lang, "w:eastAsia", "zh-CN")
	}
	m.end("w:rPr")
}
