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
	runs = showing(runs, c, spec)
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

// showing says of the runs of a cell which field they show, where they don't say
// so themselves: words as they are stored, and a day, an hour or a name from a
// list, which is read as it is printed. Figures are no words: they are changed in
// the program or in the workbook.
func showing(runs []inline, c *document.Cell, spec document.Column) []inline {
	for _, r := range runs {
		if r.Shows != nil {
			return runs
		}
	}
	if c.Shows == nil || len(c.Shows.Fields) != 1 || spec.Kind == document.NumberColumn || c.Word != "" {
		return runs
	}
	if text := inlineText(runs); !typed(c.Shows) && (c.Shows.Tail != "" || Print(text) != Print(c.Shows.Fields[0].Stored)) {
		return runs
	}
	if tail := c.Shows.Tail; tail != "" && tail != inlineText(runs) { // what the program has added is no part of the field
		if len(runs) != 1 || !strings.HasSuffix(runs[0].Text, tail) {
			return runs
		}
		added := runs[0]
		added.Text, added.program = tail, true
		runs[0].Text = strings.TrimSuffix(runs[0].Text, tail)
		runs = append(runs, added)
		runs[0].Shows = c.Shows
		return runs
	}
	for i := range runs {
		runs[i].Shows = c.Shows
	}
	return runs
}

// typed reports whether the field of a cell is one that people write in words of
// their own and that is stored in a form of its own: a period, an hour, a choice.
func typed(s *document.Shown) bool {
	d, _ := briefing.Describe(s.Ref.Kind)
	f, ok := d.Field(s.Fields[0].Field)
	return ok && s.Fields[0].Item == "" && (f.Type == briefing.PeriodField || f.Type == briefing.ClockField || f.Type == briefing.EnumField)
}

// fieldLines parts the runs of a cell that show several fields, or a field and
// what the program says beside it, into a paragraph for each, at the line ends
// between them.
func fieldLines(runs []inline) [][]inline {
	var pieces []inline
	for _, r := range runs {
		if r.Shows != nil {
			pieces = append(pieces, r)
			continue
		}
		for i, line := range strings.Split(r.Text, "\n") {
			part := r
			if part.Text = line; i > 0 {
				part.Text = "\n" + line
			}
			if part.Text != "" {
				pieces = append(pieces, part)
			}
		}
	}
	out := [][]inline{nil}
	var now *document.Shown
	for i, r := range pieces {
		last := len(out) - 1
		if rest, ends := strings.CutPrefix(r.Text, "\n"); ends && r.Shows == nil {
			next := r.Shows
			if rest == "" && i+1 < len(pieces) {
				next = pieces[i+1].Shows
			}
			if len(out[last]) > 0 && (next != now || next != nil) {
				if r.Text = rest; rest == "" {
					out, now = append(out, nil), nil
					continue
				}
				out, now = append(out, nil), nil
				last++
			}
		}
		if r.Shows != nil {
			now = r.Shows
		}
		out[last] = append(out[last], r)
	}
	return out
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
