package docx

import (
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// name is the column that is indented: the first of the first two that holds text.
func (ts *tableWriter) name() int {
	if len(ts.t.Columns) > 1 && ts.t.Columns[0].Kind == document.TextColumn && ts.t.Columns[1].Kind == document.TextColumn &&
		ts.widths[1] > ts.widths[0] {
		return 1
	}
	return 0
}

// cellRuns are the contents of a cell.
func (ts *tableWriter) cellRuns(c *document.Cell, j int, kind document.RowKind) []inline {
	spec := ts.t.Columns[j]
	var runs []inline
	switch {
	case len(c.Runs) > 0:
		runs = texts(c.Runs)
		for i := range runs {
			runs[i].flat = strings.HasPrefix(strings.TrimSpace(inlineText(runs)), "[") // a column of sources
		}
	case c.Text == "" && (c.Number.Valid || c.Low.Valid || c.High.Valid):
		runs = plain(joined("\u00a0", c.Word, ts.numberText(c, spec)))
	default:
		runs = plain(joined("\u00a0", c.Word, c.Text))
	}
	if shows := shownText(c, spec); shows != nil {
		for i := range runs {
			if runs[i].Shows == nil {
				runs[i].Shows = shows
			}
		}
	}
	if kind == document.GroupRow || kind == document.TotalRow {
		for i := range runs {
			runs[i].Bold = true
		}
	}
	if c.Mark != "" {
		runs = append(runs, inline{Run: document.Run{Text: "\u00a0[" + c.Mark + "]", Small: true, Tone: document.Secondary}, program: true})
	}
	if c.Sub != "" {
		runs = append(runs, inline{Run: document.Run{Text: "\n" + c.Sub, Small: true, Tone: document.Secondary}, program: true})
	}
	return runs
}

// shownText is the field that a cell of words shows, as it is stored and
// nothing with it. Figures, periods and names from lists are not words: they
// are changed in the program or in the workbook.
func shownText(c *document.Cell, spec document.Column) *document.Shown {
	if c.Shows == nil || len(c.Shows.Fields) != 1 || c.Shows.Tail != "" || spec.Kind == document.NumberColumn {
		return nil
	}
	text := c.Text
	if len(c.Runs) > 0 {
		text = inlineText(texts(c.Runs))
	}
	if c.Word != "" || Print(text) != Print(c.Shows.Fields[0].Stored) {
		return nil
	}
	return c.Shows
}

// numberText prints a number or a range in the column's style.
func (ts *tableWriter) numberText(c *document.Cell, spec document.Column) string {
	style := lang.NumberStyle{Decimals: spec.Decimals, Signed: spec.Signed, Column: true}
	print := func(n briefing.MaybeNumber) string {
		if !n.Valid {
			return "…"
		}
		return strings.ReplaceAll(lang.Number(ts.doc.Lang, n.Decimal, style), "\u202f", "\u00a0")
	}
	if c.Number.Valid {
		return print(c.Number)
	}
	return print(c.Low) + "–" + print(c.High)
}

// room is the indent at the right by which a number stands at the separator of
// its column: for decimals and marks that it lacks.
func (ts *tableWriter) room(c *document.Cell, j int) int {
	room := 0.0
	if ts.slots[j] && c.Mark == "" {
		room += 1.5 * ts.size
	}
	if c.Number.Valid && c.Text == "" {
		digits := ts.decimals(c, j)
		room += 0.6 * ts.size * float64(ts.digits[j]-digits)
		if digits == 0 && ts.digits[j] > 0 {
			room += 0.27 * ts.size // the separator
		}
	}
	return int(room * 20)
}

// decimals counts the digits behind the separator of a number as it is printed.
func (ts *tableWriter) decimals(c *document.Cell, j int) int {
	sep := ","
	if ts.doc.Lang != briefing.RU {
		sep = "."
	}
	_, frac, _ := strings.Cut(ts.numberText(c, ts.t.Columns[j]), sep)
	return len(frac)
}
