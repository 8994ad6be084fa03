package importer

import (
	"context"
	"errors"
	"io"
	"slices"

	"briefing/internal/bookkey"
	"briefing/internal/importer/cells"
)

// frontRows is how many rows of a cover or a list of contents are looked at: a
// book has fewer sheets.
const frontRows = 2000

// changedFront lists the cells of a cover or a list of contents that do not say
// what they said. All there is on such a sheet is put together by the program.
func changedFront(ctx context.Context, p *part, t cells.Table) ([]Rejected, error) {
	r, err := t.Rows(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { _ = r.Close() }()
	var said []string
	var texts []Rejected
	front := false
	for range frontRows {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		for i, c := range row.Cells {
			text := string(cells.Trim(c.Text))
			if prints, ok := bookkey.ParseFront(text); ok {
				said, front = prints, true
				continue
			}
			if text != "" && c.Kind != cells.Number {
				texts = append(texts, Rejected{File: place(p.file, t.Name()), Line: row.Line, Column: i + 1, Text: text, Reason: RejectDerived})
			}
		}
		if row.Line > searchRows && !front {
			return nil, nil
		}
	}
	if !front {
		return nil, nil
	}
	var out []Rejected
	for _, x := range texts {
		if i := slices.Index(said, bookkey.Print(x.Text)); i >= 0 {
			said = slices.Delete(said, i, i+1)
			continue
		}
		out = append(out, cut(x))
	}
	return out, nil
}
