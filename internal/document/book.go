package document

import (
	"time"

	"briefing/internal/briefing"
)

// Book is a workbook before it has cells: a cover, then one table on one sheet.
type Book struct {
	Lang                             briefing.Lang
	Audience                         briefing.Audience
	Title, Subject, Author, Keywords string
	AsOf                             time.Time
	Mark                             []string
	Watermark                        string
	Cover                            []LabelValue // shown on the first sheet, in order
	Words                            BookWords
	Keyed                            bool // carries the hidden column by which it is read back
	Guarded                          bool // cells with formulas can't be edited until the sheet's protection is lifted; it has no password
	Sheets                           []Sheet
	About                            string // line under the title of the contents
}

// BookWords are the words a workbook writer itself has to add.
type BookWords struct {
	CoverSheet, ContentsSheet string // names of the sheets
	Contents                  string // heading
	Back                      string // link back to the contents
	ColSheet, ColTitle        string // heads of the contents table
	ColRows, ColUnit, ColAsOf string
	ColPeriod, ColData        string
	AboutCover                string // what the cover is, in the contents
	Page, Of                  string // "стр. 1 из 5"
	Lists                     string // name of a sheet, not shown, that holds what columns offer
}

// SheetRole orders and colours the tabs.
type SheetRole uint8

// Roles of a sheet.
const (
	BodySheet SheetRole = iota
	AnnexSheet
	DataSheet
	RegisterSheet
	NotesSheet
)

// Sheet is one table with the lines over it and, when set, a native chart
// below. The lines are rows 2–4; the table's head is row 5.
type Sheet struct {
	Name      string // tab, at most 31 characters, unique
	Role      SheetRole
	UnitLine  string // row 2: unit, as of, next update
	SourceRow string // row 3: source and stamp
	MarksLine string // row 4: marks used, name of the table
	Table     Table
	Chart     *Chart
	Pivot     *Pivot // the table is a pivot over that of another sheet
	Period    string // that the table covers, for the contents
	Data      string // what kind of data it holds: «образец», «прогноз [f]»
}

// Pivot tells of which columns of another table a sheet's own table is the sum,
// so that a workbook gives it as a pivot table. The first columns of the own
// table are the fields of the rows, the others the items of one field, each
// called by its item; its numbers are the sums.
type Pivot struct {
	Of     string   // ID of the table that has the rows
	Rows   []string // keys of its columns, in the order of the own table's
	Across string   // key of the column whose items the own columns are
	Sum    string   // key of the column that is added up
	Only   []PivotItem
}

// PivotItem is a field that has one item only, by which it may be filtered.
type PivotItem struct{ Key, Item string }
