package importer

import (
	"context"
	"errors"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefing/internal/importer/cells"
)

// searchRows is how many rows are searched for a header.
const searchRows = 40

// found is a table with the profile and the header that fit it.
type found struct {
	part    *part
	variant *variant
	table   cells.Table
	profile *Profile
	score   int
	line    int      // of the header
	titles  []string // above the header
	header  []string // as it stands
	binding []int    // profile column → cell index, −1
	first   [][]string
	shape   *fitted  // of a table of free form, else nil
	others  []string // further tables of the sheet that no shape is for
	mended  *mended  // what the file says of rejected rows that it brings again, else nil
}

// head is the beginning of a table.
type head struct {
	rows  [][]string
	lines []int
	mergedHead
}

// headRows are read of a table to find its header and see what is below it.
const headRows = searchRows + 20

// readHead reads the beginning of a table as text.
func readHead(ctx context.Context, t cells.Table) (head, error) { return readRows(ctx, t, headRows) }

// readRows reads up to most rows from the beginning of a table as text.
func readRows(ctx context.Context, t cells.Table, most int) (head, error) {
	r, err := t.Rows(ctx)
	if err != nil {
		return head{}, err
	}
	defer func() { _ = r.Close() }()
	var h head
	for len(h.rows) < most {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return head{}, err
		}
		var text []string
		for _, c := range row.Cells {
			text = append(text, string(cells.Trim(c.Text[:min(len(c.Text), 4096)])))
		}
		h.rows, h.lines = append(h.rows, text), append(h.lines, row.Line)
	}
	return h, nil
}

// headerLength is the longest text of a header in letters; portals write whole
// phrases with the unit and the years.
const headerLength = 100

// headerSeen finds what looks most like a header: a row of words with as
// many cells as the rows after it.
func headerSeen(h head) []string {
	for i, row := range h.rows {
		if i+1 == len(h.rows) || i > searchRows {
			break
		}
		words := 0
		for _, s := range row {
			if s != "" && utf8.RuneCountInString(s) <= headerLength && strings.IndexFunc(s, unicode.IsLetter) >= 0 {
				words++
			}
		}
		alike := 0
		for _, next := range h.rows[i+1 : min(len(h.rows), i+4)] {
			if d := len(next) - len(row); d >= -1 && d <= 1 {
				alike++
			}
		}
		if words >= 3 && words*2 > len(row) && alike == min(3, len(h.rows)-i-1) {
			return row
		}
	}
	return nil
}
