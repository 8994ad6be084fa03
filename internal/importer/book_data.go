package importer

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"briefing/internal/bookkey"
	"briefing/internal/briefing"
	"briefing/internal/figure"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
	"briefing/internal/lang"
)

// dataCell is the place of a column among the cells of a row of observations,
// −1 for one that only tells what the row is.
func dataCell(column string) int {
	return slices.Index([]string{bookkey.DataValue, bookkey.DataWeight, bookkey.DataStatus}, column)
}

// dataRest is the place of all the others together.
const dataRest = 3

// dataEdits lists the columns of a row of observations that were edited; of
// those that tell what the row is one stands for all of them.
func (s *bookSheet) dataEdits(r *bookRow, shown []bookCell, prints []string) []int {
	var out []int
	rest, whole := -1, true
	for i, c := range s.head.Columns {
		at := dataCell(c.Key)
		switch {
		case s.at[i] < 0:
			whole = whole && at >= 0
		case at < 0:
			if rest < 0 {
				rest = i
			}
		case prints[i] != r.key.Cells[at].Print:
			out = append(out, i)
		}
	}
	if !whole || rest < 0 {
		return out
	}
	was := r.key.Cells[dataRest]
	if all, _ := bookkey.DataRest(s.head.Columns, prints); all == was.Print {
		return out
	}
	var each string
	for _, as := range s.beforeMarks(r, shown, prints) {
		var all string
		if all, each = bookkey.DataRest(s.head.Columns, as); all == was.Print {
			for i := range as {
				if as[i] != prints[i] {
					out = append(out, i)
				}
			}
			return out
		}
	}
	if at := bookkey.RestColumn(s.head.Columns, was.Tail, each); at >= 0 {
		rest = at
	}
	return append(out, rest)
}

// beforeMarks are the check sums of a row as they were if nothing of what it is
// but its marks was edited: the word of the status, which follows from its code,
// and the stamp, where a status was written in, which had none or that of invented
// data. The last is the most likely one.
func (s *bookSheet) beforeMarks(r *bookRow, shown []bookCell, prints []string) [][]string {
	as := slices.Clone(prints)
	if i := s.column(bookkey.DataStatusWord); i >= 0 {
		for _, st := range briefing.ObsStatuses() {
			if bookkey.Print(string(st)) == r.key.Cells[dataCell(bookkey.DataStatus)].Print {
				as[i] = bookkey.Print(lang.ObsStatusWord(s.head.Lang, st))
			}
		}
	}
	out := [][]string{as}
	if i := s.column(bookkey.DataStamp); i >= 0 && shown[i].text != "" {
		if _, known := statusSaid(shown[i].text); known {
			for _, stamp := range []string{"", lang.T(s.head.Lang, "word.sample")} {
				other := slices.Clone(as)
				other[i] = bookkey.Print(stamp)
				out = append(out, other)
			}
			slices.Reverse(out)
		}
	}
	return out
}

// column is the number of a column by its key, −1 where the sheet has none.
func (s *bookSheet) column(key string) int {
	return slices.IndexFunc(s.head.Columns, func(c bookkey.Column) bool { return c.Key == key })
}

// dataRows are edited rows of observations, which are looked up in the project
// all at once.
type dataRows struct {
	*returning
	sheets []*sheetRows
	rows   []*bookRow
	wanted map[string][]figure.Observation
	used   map[figure.Observation]bool // found for a row already
}

func (d *dataRows) wait(s *sheetRows, r *bookRow) {
	d.sheets, d.rows = append(d.sheets, s), append(d.rows, r)
}

// settle finds the observations and takes what the rows change.
func (d *dataRows) settle(ctx context.Context) error {
	if len(d.rows) == 0 {
		return nil
	}
	d.wanted, d.used = map[string][]figure.Observation{}, map[figure.Observation]bool{}
	for _, r := range d.rows {
		d.wanted[r.key.Key] = nil
	}
	for i, o := range d.job.o.figuresOf().All() {
		if i%progressStep == 0 && ctx.Err() != nil {
			return readError(d.job.in.Name, ctx.Err())
		}
		k := bookkey.Observation(o)
		if list, ok := d.wanted[k]; ok {
			d.wanted[k] = append(list, o)
		}
	}
	for i, r := range d.rows {
		f := d.take(d.sheets[i], r)
		if f.err != nil {
			return f.err
		}
		d.enter(d.sheets[i], r, f)
	}
	return nil
}

// observation finds what a row shows: of several with the same key, the one
// that still has its amounts and came with the file and line that the row names.
func (d *dataRows) observation(s *sheetRows, r *bookRow) (figure.Observation, bool) {
	var free []figure.Observation
	for _, o := range d.wanted[r.key.Key] {
		if !d.used[o] {
			free = append(free, o)
		}
	}
	best, most := -1, 0
	for i, o := range free {
		fits := 0
		if observed(o.Value) == r.key.Cells[0].Print && observed(o.NetWeight) == r.key.Cells[1].Print {
			fits = 1
			if d.names(s, r, o) {
				fits = 2
			}
		}
		if fits > most {
			best, most = i, fits
		}
	}
	if best < 0 && len(d.wanted[r.key.Key]) == 1 && len(free) == 1 {
		best = 0 // its amounts were changed in the project
	}
	if best < 0 {
		return figure.Observation{}, false
	}
	d.used[free[best]] = true
	return free[best], true
}

// names reports whether a row shows the file and the line of an observation.
func (d *dataRows) names(s *sheetRows, r *bookRow, o figure.Observation) bool {
	says := func(key, text string) bool {
		i := s.column(key)
		return i >= 0 && r.cells[i].text == text
	}
	imp, _ := d.stored(briefing.Ref{Kind: briefing.KindImport, ID: o.Import}).(*briefing.Import)
	return imp != nil && says(bookkey.DataFile, imp.File) && says(bookkey.DataLine, strconv.Itoa(o.Line))
}

// observed is the check sum of an amount as the sheet shows it.
func observed(n briefing.MaybeNumber) string {
	if !n.Valid {
		return ""
	}
	v, ok := n.Decimal.Float64()
	if !ok {
		return ""
	}
	return bookkey.Print(bookkey.Number(v))
}

// take changes amounts and status of an observation. What tells one from
// another is not changed by a sheet: that would be another observation.
func (d *dataRows) take(s *sheetRows, r *bookRow) fate {
	o, ok := d.observation(s, r)
	if !ok {
		return rejectRow(RejectReference)
	}
	was := o
	var edits []BookEdit
	var left []int
	said := "" // the status, by the first cell that tells it
	for _, i := range r.edits {
		c, column := r.cells[i], s.head.Columns[i].Key
		bad := func(reason string) fate { return rejectRow(reason).at(s.at[i] + 1).saying(c.text) }
		edit := BookEdit{CellPlace: CellPlace{s.table.Name(), r.line, s.at[i] + 1}, Title: s.head.Columns[i].Title, Row: d.figures.Len()}
		switch column {
		case bookkey.DataValue, bookkey.DataWeight:
			at := dataCell(column)
			to := []*briefing.MaybeNumber{&o.Value, &o.NetWeight}[at]
			n, reason := amountOf(s.head.Lang, c)
			switch {
			case reason != "":
				return bad(reason)
			case briefing.SameNumber(n, *to):
			case observed(*to) != r.key.Cells[at].Print:
				return bad(RejectStale)
			default:
				edit.Fields = []EditedField{{column, storedAmount(*to), storedAmount(n)}}
				*to, edits = n, append(edits, edit)
			}
		case bookkey.DataStatus, bookkey.DataStatusWord, bookkey.DataStamp:
			st, known := statusSaid(c.text)
			switch {
			case !known:
				return bad(RejectStatus)
			case st == cmp.Or(was.Status, briefing.Normal):
			case said != "" && said != string(st):
				return bad(RejectConflict)
			case bookkey.Print(string(was.Status)) != r.key.Cells[dataCell(bookkey.DataStatus)].Print:
				return bad(RejectStale)
			case said == "":
				said = string(st)
				edit.Fields = []EditedField{{bookkey.DataStatus, string(was.Status), said}}
				o.Status, edits = st, append(edits, edit)
			}
		default:
			left = append(left, i)
		}
	}
	if !o.Value.Valid && !o.NetWeight.Valid && !o.Quantity.Valid && o.Status != briefing.Missing {
		return rejectRow(RejectNoValue)
	}
	for _, i := range left {
		d.leave(s, r, i, RejectDerived)
	}
	switch {
	case len(edits) > 0:
		o.Import, o.Line = d.job.importID(), r.line
		if err := d.figures.Append(o); err != nil {
			return rejectRow(RejectOverflow)
		}
		d.replaced, d.edits = append(d.replaced, was), append(d.edits, edits...)
		return stay()
	case len(left) > 0:
		return setAside(AsideUntaken)
	}
	return setAside(AsideKept)
}

// statusSaid reads a status by its code, its printed mark or its word in any of
// the languages; an empty cell is that of an ordinary figure.
func statusSaid(text string) (briefing.ObsStatus, bool) {
	if text == "" {
		return briefing.Normal, true
	}
	if st, ok := statusOf(strings.Map(latin, text)); ok {
		return st, true
	}
	for _, st := range briefing.ObsStatuses() {
		for _, l := range briefing.Langs() {
			if word := lang.ObsStatusWord(l, st); word != "" && (codes.Fold(word) == codes.Fold(text) || codes.Fold(lang.Enum(l, "obs_status", string(st))) == codes.Fold(text)) {
				return st, true
			}
		}
	}
	return "", false
}

// latin is the Latin letter that a Cyrillic one looks like: marks are typed with
// either layout.
func latin(r rune) rune {
	const from, to = "авекмрхАВЕКМРХ", "abekmpxABEKMPX"
	if i := slices.Index([]rune(from), r); i >= 0 {
		return rune(to[i])
	}
	return r
}

// storedAmount is an amount as the project keeps it.
func storedAmount(n briefing.MaybeNumber) string {
	if !n.Valid {
		return ""
	}
	return n.Decimal.Trim(0).String()
}

// amountOf reads an amount; an empty cell is none.
func amountOf(l briefing.Lang, c bookCell) (briefing.MaybeNumber, string) {
	if c.text == "" {
		return briefing.MaybeNumber{}, ""
	}
	n, err := briefing.ParseNumber(c.text)
	if c.kind != cells.Number {
		n, err = lang.ParseNumberIn(l, c.text)
	}
	switch {
	case err != nil:
		return briefing.MaybeNumber{}, RejectNumber
	case n.IsNeg():
		return briefing.MaybeNumber{}, RejectNegative
	}
	return briefing.Some(n), ""
}
