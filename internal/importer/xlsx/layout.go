package xlsx

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strconv"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/xmlscan"
)

// truth reads an attribute that is a truth value.
func truth(v []byte) bool { return string(v) == "1" || string(v) == "true" }

// columnSet holds the columns that a sheet does not show.
type columnSet struct{ at []bool }

// add takes a "col" element in.
func (c *columnSet) add(attrs []byte) {
	if !truth(xmlscan.Attr(attrs, "hidden")) {
		return
	}
	from, err1 := strconv.Atoi(string(xmlscan.Attr(attrs, "min")))
	to, err2 := strconv.Atoi(string(xmlscan.Attr(attrs, "max")))
	if err1 != nil || err2 != nil || from < 1 {
		return
	}
	if c.at == nil {
		c.at = make([]bool, lastColumn+1)
	}
	for n := from; n <= min(to, lastColumn); n++ {
		c.at[n] = true
	}
}

func (c *columnSet) has(column int) bool { return c.at != nil && c.at[column] }

// Merged lists the merged ranges. They stand behind the rows, so that the
// sheet is read through; only the ranges are held.
func (s *sheet) Merged(ctx context.Context) ([]cells.Range, error) {
	r, err := s.book.open(s.part)
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	x := xmlscan.New(r)
	var out []cells.Range
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, &briefing.Error{Code: briefing.CodeCancelled, Op: "read sheet", Path: s.book.name, Err: ctx.Err()}
		}
		k, err := x.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, s.book.wrap("read sheet "+s.name, err)
		}
		if k != xmlscan.StartTag || string(x.Name) != "mergeCell" {
			continue
		}
		if m, ok := rangeOf(xmlscan.Attr(x.Attrs, "ref")); ok && len(out) < cells.MergedLimit {
			out = append(out, m)
		}
	}
}

// rangeOf reads a reference to a range: "A1:B2".
func rangeOf(ref []byte) (m cells.Range, ok bool) {
	from, to, ok := bytes.Cut(ref, []byte(":"))
	if !ok {
		return m, false
	}
	m = cells.Range{FromRow: rowOf(from), FromColumn: columnOf(from), ToRow: rowOf(to), ToColumn: columnOf(to)}
	ok = m.FromRow >= 1 && m.FromColumn >= 1 && m.ToRow >= m.FromRow && m.ToColumn >= m.FromColumn && m.ToRow <= lastRow && m.ToColumn <= lastColumn
	return m, ok
}

// rowOf reads the digits of a reference: 12 of "AB12", 0 of nonsense.
func rowOf(ref []byte) int {
	n, err := strconv.Atoi(string(bytes.TrimLeft(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")))
	if err != nil {
		return 0
	}
	return n
}
