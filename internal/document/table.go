package document

import (
	"strings"

	"briefing/internal/briefing"
)

// Table is one table with its title, head, rows and what stands under it.
type Table struct {
	ID      string // ASCII, unique in the document: name of sheet and Excel table
	Label   string // «Таблица 5», «Таблица А.3»
	Title   string
	Unit    string // unit common to the table, printed after the title
	Source  string // source line
	Stamp   string // «ОБРАЗЕЦ · условные данные»; also opens the source line
	Notes   []string
	Columns []Column
	Groups  []HeadGroup // spanning heads, optional
	Rows    []Row
	Long    *Long // instead of Rows, in sheets only
	Dense   bool  // annex style
	// Trend is the columns of a run of periods, From..To, which a workbook
	// draws as a line in each row; To 0 is none. With a title a page does too.
	Trend HeadGroup
	// Periods are those of observations that the table shows; of facts they
	// are known by the origin of the cells.
	Periods []briefing.Period
	// New is the kind of record that a row added to the sheet becomes, Given
	// what the table itself tells of such a record, by field.
	New   briefing.Kind
	Given map[string]string
	// Sheet is the same told with a row for each record, for workbooks: what a
	// page sets out by days can't be sorted, filtered or read back.
	Sheet *Table
}

// Long is rows that are made one at a time, since held as values they would
// take a thousand times the memory of the figures they show.
type Long struct {
	Len int
	// Row fills the row, whose Cells are one for each column and may hold
	// another row.
	Row func(i int, into *Row)
}

// Len is the number of rows.
func (t *Table) Len() int {
	if t.Long != nil {
		return t.Long.Len
	}
	return len(t.Rows)
}

// Row is row i; of a long table it is made in scratch and holds until the next
// one is asked for.
func (t *Table) Row(i int, scratch *Row) *Row {
	if t.Long == nil {
		return &t.Rows[i]
	}
	if len(scratch.Cells) != len(t.Columns) {
		scratch.Cells = make([]Cell, len(t.Columns))
	}
	t.Long.Row(i, scratch)
	return scratch
}

// ColumnKind is what a column holds.
type ColumnKind uint8

// Kinds of column.
const (
	TextColumn ColumnKind = iota
	NumberColumn
)

// Column is one column of a table.
type Column struct {
	Key      string
	Title    string
	Unit     string // printed in the head under the title
	Kind     ColumnKind
	Decimals int     // decimals of a number column; -1: each number as it is, aligned at the separator
	Percent  bool    // values are per cent (already times 100)
	Points   bool    // values are percentage points, as the title says
	Signed   bool    // print the plus sign
	Weight   float64 // share of spare width for text columns, 0 is 1
	Bar      bool    // a workbook shows a bar behind each amount

	// Options are offered for cells of the column in a workbook that comes back.
	Options []string
	// Spare is a column to be filled in such a workbook: nothing stands in it yet, and
	// it is neither printed nor handed on. Spare columns stand behind all others.
	Spare bool
}

// Filled is the table without its spare columns.
func (t Table) Filled() Table {
	for i, c := range t.Columns {
		if c.Spare {
			t.Columns = t.Columns[:i:i]
			break
		}
	}
	return t
}

// Head is the plain name of the column as files of tables have it: one line, the
// title with its unit, else the key, else "№".
func (c Column) Head() string {
	name, unit := strings.Join(strings.Fields(c.Title), " "), strings.Join(strings.Fields(c.Unit), " ")
	if unit != "" && !strings.Contains(name, unit) {
		name = strings.TrimPrefix(name+", "+unit, ", ")
	}
	if name == "" {
		name = strings.Join(strings.Fields(c.Key), " ")
	}
	if name == "" {
		return "№"
	}
	return name
}

// HeadAlone is the head of column c for those who see the table without the
// line over it that names its unit: numbers that have no unit of their own in
// the head get that of the table.
func (t *Table) HeadAlone(c int) string {
	col := t.Columns[c]
	if col.Kind == NumberColumn && !col.Points && (!col.Percent || !strings.ContainsAny(col.Title, "%％")) && col.Unit == "" {
		col.Unit = t.Unit
	}
	return col.Head()
}

// UnitOf is the unit of the numbers of column c; it is empty for a column of
// texts and where only the head says what they are.
func (t *Table) UnitOf(c int) string {
	col := t.Columns[c]
	switch {
	case col.Kind != NumberColumn || col.Points:
		return ""
	case col.Unit != "":
		return col.Unit
	case col.Percent:
		return "%"
	}
	return t.Unit
}

// HeadGroup is a head over the columns From..To (inclusive).
type HeadGroup struct {
	Title    string
	From, To int
}

// RowKind is the role of a row.
type RowKind uint8

// Roles of a row.
const (
	BodyRow RowKind = iota
	GroupRow
	TotalRow
	MemoRow // below the total: balance, «в том числе»
)

// Row is one row; len(Cells) equals len(Columns), a group row may have fewer.
type Row struct {
	Kind   RowKind
	Cells  []Cell
	Indent int
	Anchor string // target of links, without "#": "source-3"
	Origin *briefing.Ref
	Key    string // of a row of observations, for the hidden column of a workbook
}

// Cell is a text or a number. A number keeps its word of precision, its mark
// and how it was computed.
type Cell struct {
	Text   string
	Runs   []Run // instead of Text
	Number briefing.MaybeNumber
	Low    briefing.MaybeNumber // range low–high instead of Number
	High   briefing.MaybeNumber
	Word   string                 // «более»
	Mark   string                 // "e", printed as [e] in a slot of its own
	Sub    string                 // small second line: «по источнику»
	Spark  []briefing.MaybeNumber // drawn as a line in the cell, instead of a text
	Photo  *Picture               // square, over the text
	How    *Formula
	Origin *briefing.Ref
	Shows  *Shown // the fields that the cell shows as they are stored; nil for what was worked out
}

// HourJoin stands between the hour of an item of a programme and its title.
const HourJoin = "\u00a0"

// Shown tells which fields of a record a cell shows, so that a workbook which
// was edited can be read back.
type Shown struct {
	Ref    briefing.Ref
	Fields []ShownField
	Join   string // what stands between the fields
	Tail   string // what was added behind them
}

// ShownField is one field of a cell.
type ShownField struct {
	Field  string        // "title_ru"; of a row of a list "claims.value"
	Item   string        // which row of the list: a claim's ID, else its number from 0
	Unit   briefing.Unit // that the cell shows a number in
	Stored string        // the stored form
}

// Operation is how a cell was computed from other cells of the same table.
type Operation uint8

// Operations. Args are cells of the same table.
const (
	OpGrowth       Operation = iota // (a/b − 1)·100
	OpShare                         // a/b·100
	OpSum                           // a + b + …
	OpDifference                    // a − b
	OpRatio                         // a/b
	OpContribution                  // (a − b)/c·100
	OpPercentOf                     // a/b·100 of a plan
)

// CellAt addresses a cell: row and column index, from 0, of Rows and Columns.
type CellAt struct{ Row, Col int }

// Formula tells how the number of a cell follows from other cells; Factor
// scales the result (1000 for unit values of thousands over tonnes), 0 is 1.
type Formula struct {
	Op     Operation
	Args   []CellAt
	Factor float64
}

// Txt makes a text cell.
func Txt(s string) Cell { return Cell{Text: s} }

// Dash is the cell of a value that is not computed.
func Dash() Cell { return Cell{Text: "—"} }
