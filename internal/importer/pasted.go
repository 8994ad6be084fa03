package importer

import (
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/clipboard"
	"briefing/internal/lang"
)

// PasteOptions say how pasted rows are read. Find and NewID are needed.
type PasteOptions struct {
	Lang briefing.Lang // of labels, and of texts that show no script of their own
	// Mapping names the field of each column, "" for one that is not taken. A
	// nil mapping is guessed, and so are columns beyond its end.
	Mapping []string
	// Find looks a record up by its ID or caption.
	Find func(kind briefing.Kind, text string) (briefing.ID, bool)
	// FewerOrganisations leaves organisations that the project does not have in the
	// notes of the rows that name them; else they are made, as sources are.
	FewerOrganisations bool
	NewID              func(briefing.Kind) briefing.ID
	Zone               *time.Location // of hours typed without a zone; nil is UTC
	// Visit is the event that a programme belongs to where its dates lie
	// inside; days typed without a year are days of it. May be nil.
	Visit *briefing.Event
	Rank  int // the last rank given so far
}

// Pasted is what a pasted text came to. Nothing of it is stored yet.
type Pasted struct {
	Kind    briefing.Kind
	Columns []PastedColumn
	Rows    []PastedRow
	// Sources are those that rows name and the project does not have.
	Sources []*briefing.Source
	// Organisations are those that rows name and the project does not have. They
	// are listed with FewerOrganisations too, for the offer to make them.
	Organisations []*briefing.Organisation
	// Main names the field without which a row is no record, for the user.
	Main string
	// Titled tells that titles were made of the first words of texts, for a table
	// without a column of titles.
	Titled bool
	// Above are lines over the table: its title. Each record's note names them.
	Above []string
}

// PastedColumn is one column and what it was taken for.
type PastedColumn struct {
	Header  string // as it stands, empty without a header row
	Field   string // of the record, "" for a column that is not taken
	Choices []PastedChoice
	// Unknown is a column whose header names no field: it goes to the notes, and the
	// user is to be told so.
	Unknown bool
}

// PastedChoice is a field that a column may be taken for.
type PastedChoice struct {
	Field string
	Label string
}

// PastedRow is one row and the record it makes.
type PastedRow struct {
	Line   int // in the text, counted from 1
	Cells  []string
	Record briefing.Record
	// Problems are the cells that could not be taken as their column says;
	// their texts stand in the record's note.
	Problems []Rejected
	// Same is the record of the project that has the same caption, or the one
	// of an equal row before; empty for a new one.
	Same briefing.ID
	// Offered tells whether the row is proposed for storing.
	Offered bool
}

// Reasons beside those of files ("pasted.reason.<reason>" in the texts).
const (
	RejectHours = "hours" // no hour and no part of a day
	RejectTwice = "twice" // another column has filled the field
)

// PasteRows is the most rows that one paste may have.
const PasteRows = 2000

// pasteBytes is the longest text that is taken apart.
const pasteBytes = 4 << 20

// ReadPasted reads the rows of a pasted text as records of a kind for which
// the template has a sheet. Every filled cell of a column that is taken comes
// to a field, or with its text to the record's note.
func ReadPasted(kind briefing.Kind, text string, o PasteOptions) (Pasted, error) {
	p := &paster{o: o, out: Pasted{Kind: kind}, rec: &recorder{o: Options{Find: o.Find, Zone: o.Zone}}}
	found := false
	for _, s := range recordSheets() {
		if s.kind == kind {
			p.sheet, found = s, true
		}
	}
	if !found {
		return Pasted{}, &briefing.Error{Code: briefing.CodeUsage, Op: "read pasted rows", Path: string(kind)}
	}
	if len(text) > pasteBytes {
		return Pasted{}, cells.TooLarge("read pasted rows", "")
	}
	p.desc, _ = briefing.Describe(kind)
	p.fields = p.sheet.fields(p.desc)
	table := p.table(text)
	if len(table) > PasteRows {
		return Pasted{}, cells.TooLarge("read pasted rows", "")
	}
	p.out.Main = lang.Label(p.o.Lang, kind, nameField(kind))
	p.choose(table)
	if err := p.remap(); err != nil {
		return Pasted{}, err
	}
	for _, r := range table {
		p.row(r)
	}
	p.attachNear()
	p.compare()
	return p.out, nil
}

// paster turns rows into records.
type paster struct {
	o       PasteOptions
	sheet   sheetSpec
	desc    briefing.Description
	fields  []sheetField
	rec     *recorder // for what fields and references mean
	out     Pasted
	sources map[string]briefing.ID // new ones, by folded title
	// organisations are the new ones, by folded name.
	organisations map[string]*briefing.Organisation
	day           briefing.Period // of the rows of a programme under a day's heading
	columns       []pastedColumn
}

// pastedColumn is what is known of a column beyond its field.
type pastedColumn struct {
	named briefing.Unit // unit that the header states
	lang  briefing.Lang // of its script
	said  briefing.Lang // that the header states
	// original is a column with names in their own language, whatever that is.
	original bool
}

// table takes the text apart: blank rows and columns are left out, and the
// header with what stands over it is taken off.
func (p *paster) table(text string) []clipboard.Row {
	var rows []clipboard.Row
	width := 0
	for _, r := range clipboard.Read(text) {
		n := 0
		for i, c := range r.Cells {
			r.Cells[i] = string(cells.Trim([]byte(c)))
			if r.Cells[i] != "" {
				n = i + 1
			}
		}
		if n > 0 {
			rows, width = append(rows, r), max(width, n)
		}
	}
	for i := range rows {
		rows[i].Cells = rows[i].Cells[:width]
	}
	p.out.Columns = make([]PastedColumn, width)
	p.columns = make([]pastedColumn, width)
	if at, ok := p.headerRow(rows); ok {
		for i, c := range rows[at].Cells {
			p.out.Columns[i].Header = oneLine(c)
		}
		for _, r := range rows[:at] {
			p.above(r)
		}
		return rows[at+1:]
	}
	// A title over the table is one cell over rows of several.
	for width > 1 && len(rows) > 1 && filled(rows[0]) == 1 && filled(rows[1]) > 1 && rows[0].Cells[0] != "" && !p.dayHeading(rows[0]) {
		p.above(rows[0])
		rows = rows[1:]
	}
	return rows
}

func (p *paster) above(r clipboard.Row) {
	for _, c := range r.Cells {
		if c != "" {
			p.out.Above = append(p.out.Above, oneLine(c))
		}
	}
}

func filled(r clipboard.Row) int {
	n := 0
	for _, c := range r.Cells {
		if c != "" {
			n++
		}
	}
	return n
}

// remap applies the mapping that the caller wants.
func (p *paster) remap() error {
	for i, field := range p.o.Mapping {
		if i >= len(p.out.Columns) {
			break
		}
		if field != "" && !p.knows(field) {
			return &briefing.Error{Code: briefing.CodeUsage, Op: "map pasted column", Path: field}
		}
		p.out.Columns[i].Field = field
		p.out.Columns[i].Unknown = p.out.Columns[i].Unknown && field == pastedNote
	}
	return nil
}

// compare finds records that are there already and rows that repeat.
func (p *paster) compare() {
	before := map[string]briefing.ID{}
	for i := range p.out.Rows {
		r := &p.out.Rows[i]
		caption := ""
		for _, l := range briefing.Langs() {
			c := p.desc.Caption(r.Record, l)
			if c == "" || r.Same != "" {
				continue
			}
			caption = c
			if id, ok := p.o.Find(p.out.Kind, c); ok {
				r.Same = id
			}
		}
		key := strings.Join(r.Cells, "\x00")
		if id, ok := before[key]; ok && r.Same == "" {
			r.Same = id
		} else {
			before[key] = r.Record.Ref().ID
		}
		r.Offered = r.Same == "" && caption != ""
		if caption == "" {
			r.Problems = append(r.Problems, Rejected{Line: r.Line, Reason: RejectRequired})
		}
	}
}

// t is a text of this file's area.
func (p *paster) t(key string, args ...any) string { return lang.T(p.o.Lang, "pasted."+key, args...) }

// oneLine joins the lines of a cell for a place that has one.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\t") {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\t' }), " ")
}
