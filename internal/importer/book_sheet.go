package importer

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"briefing/internal/bookkey"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
)

// bookSheet is a sheet with its hidden column.
type bookSheet struct {
	part  *part
	table cells.Table
	head  bookkey.Head
	key   int      // cell of the hidden column
	line  int      // of the table's head
	at    []int    // column of head → cell, −1 where it is not there any more
	heads []string // the table's head as it stands
	over  []overLine
	first [][]string
}

// overLine is the first cell of a row over the head.
type overLine struct {
	line, column int
	text         string
}

// changedOver are the lines over the head that do not say what they said. They
// are found by their order, which rows put in between do not change; one that is
// gone is not told: titles are taken off to work on.
func (s *bookSheet) changedOver() []overLine {
	var said []string
	for _, p := range s.head.Over {
		if p != "" {
			said = append(said, p)
		}
	}
	var out []overLine
	for _, l := range s.over {
		p := bookkey.Print(l.text)
		if i := slices.Index(said, p); i >= 0 {
			said = slices.Delete(said, i, i+1)
			continue
		}
		out = append(out, l)
	}
	return out[:min(len(out), len(said))] // what was written in beside is no line of ours
}

func (s *bookSheet) place() string { return place(s.part.file, s.table.Name()) }

// readBookHead reads a sheet up to the head of its table; nil where it has no
// hidden column. marked is the table of ours that it holds all the same.
func readBookHead(ctx context.Context, p *part, t cells.Table) (s *bookSheet, marked string, err error) {
	r, err := t.Rows(ctx)
	if err != nil {
		return nil, "", err
	}
	defer func() { _ = r.Close() }()
	var over []overLine
	for n := 0; n < searchRows; n++ {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, "", err
		}
		over = appendOver(over, row, s)
		for i, c := range row.Cells {
			text := string(cells.Trim(c.Text))
			if m := oursMark.FindStringSubmatch(text); m != nil {
				marked = strings.ToUpper(m[1])
			}
			if s != nil || !bookkey.IsHead(text) {
				continue
			}
			if h, ok := bookkey.ParseHead(text); ok {
				s = &bookSheet{part: p, table: t, head: h, key: i}
			}
		}
		if s == nil {
			continue
		}
		if key := keyHeading(row); key >= 0 {
			was := s.key
			if s.key = key; s.heading(row) {
				s.over = over
				return s, marked, s.preview(r)
			}
			s.key = was
		}
		if s.key < len(row.Cells) {
			if text := string(cells.Trim(row.Cells[s.key].Text)); !bookkey.IsHead(text) {
				s.head.Keys = append(s.head.Keys, bookkey.KeysOf(text)...)
			}
		}
	}
	return nil, marked, nil
}

// appendOver notes the first cell of a row that has text; what the hidden column
// says is none.
func appendOver(list []overLine, row *cells.Row, s *bookSheet) []overLine {
	for i, c := range row.Cells {
		text := string(cells.Trim(c.Text))
		if text == "" || c.Kind == cells.Number || s != nil && i == s.key {
			continue
		}
		if bookkey.IsHead(text) {
			return list
		}
		return append(list, overLine{row.Line, i + 1, text})
	}
	return list
}

// keyHeading finds the hidden column in the head of the table, the last that
// bears its name; -1 where there is none.
func keyHeading(row *cells.Row) int {
	for i := len(row.Cells) - 1; i >= 0; i-- {
		if strings.HasPrefix(string(cells.Trim(row.Cells[i].Text)), bookkey.Header) {
			return i
		}
	}
	return -1
}

// heading takes a row as the head of the table if it has any of its titles.
func (s *bookSheet) heading(row *cells.Row) bool {
	s.line, s.heads, s.at = row.Line, nil, make([]int, len(s.head.Columns))
	var folded []string
	for _, c := range row.Cells {
		text := string(cells.Trim(c.Text))
		s.heads, folded = append(s.heads, text), append(folded, codes.Fold(text))
	}
	known := 0
	for i, c := range s.head.Columns {
		s.at[i] = slices.Index(folded, codes.Fold(c.Title))
		if s.at[i] == s.key {
			s.at[i] = -1
		}
		if s.at[i] >= 0 {
			known++
		}
	}
	return known > 0
}

// preview keeps the first rows as they stand.
func (s *bookSheet) preview(r cells.Rows) error {
	for len(s.first) < 10 {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var text []string
		for i, c := range row.Cells {
			if i != s.key {
				text = append(text, string(cells.Trim(c.Text)))
			}
		}
		s.first = append(s.first, text)
	}
	return nil
}

// mapping describes a sheet for the preview: which columns are given back.
func (s *bookSheet) mapping() Mapping {
	m := Mapping{File: s.part.file, Sheet: s.table.Name(), HeaderRow: s.line, Profile: ProfileBook, Score: 100, First: s.first}
	given := s.givenBack()
	for i, h := range s.heads {
		if i == s.key || h == "" {
			continue
		}
		c := MappedColumn{Index: i + 1, Header: h}
		if at := slices.Index(s.at, i); at >= 0 && given[at] {
			c.Role = RoleField.String()
		}
		m.Columns = append(m.Columns, c)
	}
	return m
}

// givenBack tells, by the first rows, which columns show what is stored.
func (s *bookSheet) givenBack() []bool {
	out := make([]bool, len(s.head.Columns))
	r, err := s.table.Rows(context.Background())
	if err != nil {
		return out
	}
	defer func() { _ = r.Close() }()
	for n := 0; n < 100; {
		row, err := r.Next()
		if err != nil {
			break
		}
		if row.Line <= s.line || s.key >= len(row.Cells) {
			continue
		}
		n++
		k, ok := bookkey.ParseRow(string(cells.Trim(row.Cells[s.key].Text)))
		if !ok {
			continue
		}
		for i, c := range s.head.Columns {
			if bookkey.IsObservation(k.Key) {
				out[i] = out[i] || dataCell(c.Key) >= 0
			} else if i < len(k.Cells) {
				out[i] = out[i] || len(k.Cells[i].Parts) > 0
			}
		}
	}
	return out
}
