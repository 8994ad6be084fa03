package docx

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// atom is a stretch of text of a paragraph, or a place in it.
type atom struct {
	kind    atomKind
	text    string
	program bool   // the program's own text
	id      string // of a bookmark or comment
	key     Key
}

type atomKind byte

const (
	textAtom atomKind = iota
	startAtom
	endAtom
	commentAtom
)

// line is a paragraph.
type line struct {
	atoms  []atom
	row    *rowAt // nil outside of tables
	cell   int
	passed bool // of the contents
	joined bool // its end was taken out: the next paragraph goes on with it
}

type rowAt struct{ cells int }

func (l *line) text() string {
	var sb strings.Builder
	for _, a := range l.atoms {
		sb.WriteString(a.text)
	}
	return sb.String()
}

// scanner reads the main part.
type scanner struct {
	d       *xml.Decoder
	names   map[string]string // styles
	lines   []line
	rows    []*rowAt
	now     *line
	program bool   // of the run
	link    bool   // inside a citation
	fields  []bool // open fields: true while their code is read
	toc     int    // depth in contents
	tracked bool
	size    int
	marks   int // of ours, so far
	atoms   int
}

// passedOver are elements whose contents are not text of the document.
func passedOver(name string) bool {
	switch name {
	case "del", "moveFrom", "Fallback", "pict", "drawing", "object", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr",
		"instrText", "delText", "tblPrEx", "numPr", "pPrChange", "rPrChange":
		return true
	}
	return false
}

func (s *scanner) scan() error {
	seen := false
	for {
		t, err := s.d.Token()
		if errors.Is(err, io.EOF) {
			if !seen {
				return errors.New("no document")
			}
			return nil
		}
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			seen = seen || e.Name.Local == "body"
			if err := s.start(e); err != nil {
				return err
			}
			if len(s.lines) > maxLines || s.atoms > maxAtoms || s.marks > maxMarks || len(s.rows) > maxDepth || len(s.fields) > maxDepth {
				return errors.New("more than any document has")
			}
		case xml.EndElement:
			s.end(e.Name.Local)
		}
	}
}

func (s *scanner) start(e xml.StartElement) error {
	name := e.Name.Local
	if passedOver(name) {
		s.tracked = s.tracked || name == "del" || name == "moveFrom"
		return s.d.Skip()
	}
	switch name {
	case "ins", "moveTo":
		s.tracked = true
	case "tr":
		s.rows = append(s.rows, &rowAt{})
	case "tc":
		if n := len(s.rows); n > 0 {
			s.rows[n-1].cells++
		}
	case "p":
		s.begin()
	case "pPr":
		return s.paragraph()
	case "rPr":
		return s.run()
	case "r":
		s.program = false
	case "docPartGallery":
		if strings.Contains(strings.ToLower(attr(e, "val")), "contents") {
			s.toc++
		}
	case "sdt":
		if s.toc > 0 {
			s.toc++
		}
	case "hyperlink":
		s.link = strings.HasPrefix(attr(e, "anchor"), "to_source_")
	case "t":
		return s.chars()
	default:
		s.mark(e)
	}
	return nil
}

// mark takes what stands for a character or a place.
func (s *scanner) mark(e xml.StartElement) {
	switch e.Name.Local {
	case "tab":
		s.put("\t")
	case "cr":
		s.put("\n")
	case "br":
		if k := attr(e, "type"); k == "" || k == "textWrapping" {
			s.put("\n")
		}
	case "noBreakHyphen":
		s.put("\u2011")
	case "softHyphen":
		s.put("\u00ad")
	case "fldChar":
		s.fieldChar(attr(e, "fldCharType"))
	case "bookmarkStart":
		if k, ok := ParseKey(attr(e, "name")); ok && s.now != nil {
			s.marks++
			s.add(atom{kind: startAtom, id: attr(e, "id"), key: k})
		}
	case "bookmarkEnd":
		if s.now != nil {
			s.add(atom{kind: endAtom, id: attr(e, "id")})
		} else if n := len(s.lines); n > 0 { // between paragraphs
			s.atoms++
			s.lines[n-1].atoms = append(s.lines[n-1].atoms, atom{kind: endAtom, id: attr(e, "id")})
		}
	case "commentRangeStart", "commentReference":
		if s.now != nil {
			s.add(atom{kind: commentAtom, id: attr(e, "id")})
		}
	}
}

func (s *scanner) fieldChar(kind string) {
	switch kind {
	case "begin":
		s.fields = append(s.fields, true)
	case "separate":
		if n := len(s.fields); n > 0 {
			s.fields[n-1] = false
		}
	case "end":
		if n := len(s.fields); n > 0 {
			s.fields = s.fields[:n-1]
		}
	}
}

func (s *scanner) begin() {
	l := line{passed: s.toc > 0}
	if n := len(s.rows); n > 0 {
		l.row, l.cell = s.rows[n-1], s.rows[n-1].cells
	}
	s.lines = append(s.lines, l)
	s.now = &s.lines[len(s.lines)-1]
}

func (s *scanner) end(name string) {
	switch name {
	case "p":
		s.now = nil
	case "tr":
		if n := len(s.rows); n > 0 {
			s.rows = s.rows[:n-1]
		}
	case "hyperlink":
		s.link = false
	case "sdt":
		if s.toc > 0 {
			s.toc = max(s.toc-1, 0)
		}
	}
}

func (s *scanner) put(text string) {
	if s.now == nil || len(s.fields) > 0 && s.fields[len(s.fields)-1] {
		return
	}
	s.add(atom{text: text, program: s.program || s.link})
}

func (s *scanner) add(a atom) {
	s.atoms++
	s.now.atoms = append(s.now.atoms, a)
}

// chars reads the text of an element.
func (s *scanner) chars() error {
	var sb strings.Builder
	for {
		t, err := s.d.Token()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.CharData:
			if s.size += len(e); s.size > maxText {
				return errors.New("too much text")
			}
			sb.Write(e)
		case xml.EndElement:
			s.put(sb.String())
			return nil
		}
	}
}

// paragraph reads the properties of a paragraph.
func (s *scanner) paragraph() error {
	return s.props(func(e xml.StartElement) {
		if s.now == nil {
			return
		}
		switch e.Name.Local {
		case "pStyle":
			name := strings.ToLower(s.names[attr(e, "val")])
			s.now.passed = s.now.passed || strings.HasPrefix(name, "toc ") || strings.HasPrefix(name, "contents ")
		case "del": // the paragraph's end was taken out
			s.now.joined, s.tracked = true, true
		}
	})
}

// run reads the properties of a run.
func (s *scanner) run() error {
	return s.props(func(e xml.StartElement) {
		if e.Name.Local == "rStyle" {
			switch s.names[attr(e, "val")] {
			case markStyle, programStyle:
				s.program = true
			}
		}
	})
}

// props calls do for each element up to the end of the one just begun.
func (s *scanner) props(do func(xml.StartElement)) error {
	for depth := 1; depth > 0; {
		t, err := s.d.Token()
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			if e.Name.Local == "pPrChange" || e.Name.Local == "rPrChange" || e.Name.Local == "sectPr" {
				if err := s.d.Skip(); err != nil {
					return err
				}
				continue
			}
			do(e)
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}
