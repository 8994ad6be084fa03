package cells_test

import (
	"reflect"
	"testing"

	"briefing/internal/importer/cells"
)

// A struct of more than four fields, or larger than four words, is put together
// in memory and copied by the compiler: with a fifth field the import of five
// million rows took a seventh longer.
func TestACellIsSmallEnoughForRegisters(t *testing.T) {
	c := reflect.TypeFor[cells.Cell]()
	if c.NumField() > 4 || c.Size() > 32 {
		t.Errorf("a cell has %d fields and %d bytes", c.NumField(), c.Size())
	}
}

func TestACopyOfARowHoldsWhenTheReaderGoesOn(t *testing.T) {
	buf := []byte("мясо")
	row := cells.Row{Line: 7, Cells: []cells.Cell{{Text: buf}}, Source: []int{3}}
	kept := row.Clone()
	copy(buf, "рыба")
	row.Source[0] = 9
	if got := string(kept.Cells[0].Text); got != "мясо" || kept.Place(1) != 3 {
		t.Errorf("%q from column %d", got, kept.Place(1))
	}
}

func TestColumnsAreThoseOfTheFile(t *testing.T) {
	for _, tt := range []struct {
		source  []int
		n, want int
	}{{nil, 5, 5}, {[]int{4, 0}, 1, 4}, {[]int{4, 0}, 2, 0}, {[]int{4, 0}, 3, 0}, {[]int{4, 0}, 0, 0}} {
		if got := (&cells.Row{Source: tt.source}).Place(tt.n); got != tt.want {
			t.Errorf("%v, %d: %d", tt.source, tt.n, got)
		}
	}
}

func TestTextThatCouldNotBeDecodedIsAFault(t *testing.T) {
	for text, column := range map[string]int{"мясо": 0, "мя\uFFFD": 2, "мя\x00": 2} {
		row := cells.Row{Cells: []cells.Cell{{Text: []byte("1")}, {Text: []byte(text)}}}
		if row.CheckText(); row.Column != column || (row.Fault == "") != (column == 0) {
			t.Errorf("%q: %q in column %d", text, row.Fault, row.Column)
		}
	}
	row := cells.Row{Fault: cells.FaultQuote, Cells: []cells.Cell{{Text: []byte{0}}}}
	if row.CheckText(); row.Fault != cells.FaultQuote {
		t.Errorf("the first fault became %q", row.Fault)
	}
}

func TestBlankRowsHoldWhiteSpaceOnly(t *testing.T) {
	for text, want := range map[string]bool{"": true, " \t\u00a0": true, " 0": false} {
		if got := (&cells.Row{Cells: []cells.Cell{{}, {Text: []byte(text)}}}).Blank(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestColours(t *testing.T) {
	if got := (cells.Colour{Given: true, R: 255, G: 10}).String(); got != "#ff0a00" {
		t.Error(got)
	}
	if got := (cells.Colour{}).String(); got != "" {
		t.Error(got)
	}
}
