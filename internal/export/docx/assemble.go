package docx

import (
	"strings"
	"unicode"
)

// assembly puts paragraphs together into parts.
type assembly struct {
	parts []*growing
	open  []*opened // fields whose bookmark has not ended
	rows  map[*rowAt]*rowText
	went  bool // the last paragraph goes on in the next
}

type opened struct {
	id   string
	part *growing
}

// growing is a part while its text is put together.
type growing struct {
	Part
	text, around strings.Builder
}

// rowText is a row as it is put together.
type rowText struct {
	part  *growing
	cells map[int]*strings.Builder
	order []int
}

// assemble gives the parts in the order of the file. What stands in a paragraph
// belongs to the bookmark that begins in it, wherever exactly people have typed;
// several bookmarks in one paragraph part it, and a paragraph between the ends of
// one belongs to it.
func assemble(lines []line) *Returned {
	a := &assembly{rows: map[*rowAt]*rowText{}}
	for i := range lines {
		a.line(&lines[i])
	}
	for _, r := range a.rows {
		r.settle()
	}
	out := &Returned{}
	for _, p := range a.parts {
		p.Text, p.Around = strings.TrimSpace(p.text.String()), strings.TrimSpace(p.around.String())
		if p.Known || says(p.Text) {
			out.Parts = append(out.Parts, p.Part)
		}
	}
	return out
}

// says reports whether there is anything to read in a text: lines to sign on and
// rules are not.
func says(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func (a *assembly) line(l *line) {
	if l.passed {
		return
	}
	var row *rowText
	if l.row != nil {
		row = a.row(l)
	}
	into := a.before(l)
	begun := false
	if into != nil && !a.went && into.text.Len() > 0 {
		into.text.WriteByte('\n')
	}
	a.went = l.joined
	var loose strings.Builder
	for _, x := range l.atoms {
		switch x.kind {
		case startAtom:
			switch {
			case x.key.Kind == RowPiece:
				if row != nil {
					row.part.Key, row.part.Known = x.key, true
				}
				continue
			case into == nil || begun || !a.first(l, x.id):
				into = a.begin(x)
			}
			begun = true
		case endAtom:
			a.close(x.id)
		case textAtom:
			if into == nil {
				loose.WriteString(x.text)
				continue
			}
			if x.program && into.Key.Kind == FieldPiece {
				into.around.WriteString(x.text)
			} else {
				into.text.WriteString(x.text)
			}
		}
	}
	switch {
	case into != nil:
	case row != nil:
		row.add(l.cell, loose.String())
	case strings.TrimSpace(loose.String()) != "":
		p := &growing{}
		p.text.WriteString(loose.String())
		a.parts = append(a.parts, p)
	}
}

// before is the part that a paragraph's text belongs to from its beginning: the
// one that goes on from the paragraph before, else the first that begins in it.
func (a *assembly) before(l *line) *growing {
	if n := len(a.open); n > 0 {
		return a.open[n-1].part
	}
	for _, x := range l.atoms {
		if x.kind == startAtom && x.key.Kind != RowPiece {
			return a.begin(x)
		}
	}
	return nil
}

// first reports whether the bookmark has been begun by before.
func (a *assembly) first(_ *line, id string) bool {
	for _, o := range a.open {
		if o.id == id {
			return true
		}
	}
	return false
}

func (a *assembly) begin(x atom) *growing {
	p := &growing{Part: Part{Key: x.key, Known: true}}
	a.parts = append(a.parts, p)
	a.open = append(a.open, &opened{x.id, p})
	return p
}

func (a *assembly) close(id string) {
	for i, o := range a.open {
		if o.id == id {
			a.open = append(a.open[:i], a.open[i+1:]...)
			return
		}
	}
}

func (a *assembly) row(l *line) *rowText {
	r := a.rows[l.row]
	if r == nil {
		r = &rowText{part: &growing{Part: Part{Key: Key{Kind: RowPiece}}}, cells: map[int]*strings.Builder{}}
		a.rows[l.row] = r
		a.parts = append(a.parts, r.part)
	}
	return r
}

// add puts a paragraph into its cell; the row is its cells that say something.
func (r *rowText) add(cell int, text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	if b, ok := r.cells[cell]; ok {
		b.WriteString("\n" + text)
		return
	}
	r.order = append(r.order, cell)
	b := &strings.Builder{}
	b.WriteString(text)
	r.cells[cell] = b
}

// settle joins the cells to the text of the row.
func (r *rowText) settle() {
	for i, c := range r.order {
		if i > 0 {
			r.part.text.WriteByte('\t')
		}
		r.part.text.WriteString(r.cells[c].String())
	}
}
