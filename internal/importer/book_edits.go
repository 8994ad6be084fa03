package importer

import (
	"slices"
	"strconv"
	"strings"

	"briefing/internal/bookkey"
	"briefing/internal/briefing"
	"briefing/internal/lang"
)

// CellPlace is a cell of a workbook of ours that came back; column 0 is the row.
type CellPlace struct {
	Sheet        string
	Line, Column int // from 1
}

// String names the cell as a spreadsheet does, «Данные!K8»; a row is «T14!10».
func (c CellPlace) String() string {
	return c.Sheet + "!" + lang.ColumnLetters(c.Column) + strconv.Itoa(c.Line)
}

// ParseCellPlace reads what String has written.
func ParseCellPlace(s string) (c CellPlace, ok bool) {
	at := strings.LastIndexByte(s, '!')
	if at < 0 {
		return c, false
	}
	c.Sheet = strings.Trim(s[:at], "'")
	cell := strings.ToUpper(s[at+1:])
	line := strings.TrimLeft(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	const alphabet, most = 26, 3 // letters, and those of a column
	letters := cell[:len(cell)-len(line)]
	if len(letters) > most {
		return c, false
	}
	for _, r := range letters {
		c.Column = c.Column*alphabet + int(r-'A') + 1
	}
	n, err := strconv.Atoi(line)
	c.Line = n
	return c, err == nil && n > 0
}

// BookEdit is a cell that a colleague has edited and that is taken, or a row
// that he has added. It can be refused by its place, see Options.Refused.
type BookEdit struct {
	CellPlace
	Title  string       // of the column, as the sheet has it
	Ref    briefing.Ref // the record; of a row of statistics none
	Row    int          // of such a row: its number in Result.Figures
	Fields []EditedField
}

// Keys of the fields that edited cells of a row of statistics change.
const (
	EditedValue  = bookkey.DataValue
	EditedWeight = bookkey.DataWeight
	EditedStatus = bookkey.DataStatus
)

// EditedField is a field that an edited cell changes.
type EditedField struct {
	Key      string // "title_ru", of a list's row "claims.value"
	Old, New string // stored forms
}

// refuse takes from a row the edits that are not wanted.
func (b *returning) refuse(s *bookSheet, r *bookRow) {
	refused := b.job.o.Refused
	if refused == nil || r.bad {
		return
	}
	if r.key.Key == "" || refused(CellPlace{s.table.Name(), r.line, 0}) {
		r.refused = refused(CellPlace{s.table.Name(), r.line, 0})
		if r.refused {
			r.edits = nil
		}
		return
	}
	kept := slices.DeleteFunc(slices.Clone(r.edits), func(i int) bool { return refused(CellPlace{s.table.Name(), r.line, s.at[i] + 1}) })
	r.refused, r.edits = len(kept) < len(r.edits), kept
}

// editOf tells of an edited cell of a record's row.
func (b *returning) editOf(s *sheetRows, r *bookRow, column int, changes []bookChange) BookEdit {
	e := BookEdit{
		CellPlace: CellPlace{s.table.Name(), r.line, s.at[column] + 1}, Title: s.head.Columns[column].Title, Ref: changes[0].ref,
	}
	for _, c := range changes {
		f, from := b.field(b.stored(c.ref), c.part)
		e.Fields = append(e.Fields, EditedField{c.part.Field, f.Get(from), c.value})
	}
	return e
}
