package importer

import (
	"slices"
	"strings"

	"briefing/internal/bookkey"
	"briefing/internal/briefing"
)

// editedCell is a cell of a row and what it changes, or why it can't be taken.
type editedCell struct {
	column  int
	changes []bookChange
	reason  string
}

// edited takes what a row changes, cell by cell: one that can't be read is told
// and keeps no other back, unless both are of one row of a list. A number in a
// unit that was not understood is another number. A row of which nothing is taken
// is rejected by its first cell.
func (b *returning) edited(s *sheetRows, r *bookRow) fate {
	if r.shifted() {
		return rejectRow(RejectShifted)
	}
	list := b.editedCells(s, r)
	stuck := map[string]bool{}
	for _, c := range list {
		if c.reason != "" && c.reason != RejectDerived {
			for _, row := range listRows(r, c.column) {
				stuck[row] = true
			}
		}
	}
	first, taken, left := -1, 0, 0
	for n := range list {
		c := &list[n]
		if c.reason == "" && slices.ContainsFunc(listRows(r, c.column), func(row string) bool { return stuck[row] }) {
			c.reason = RejectBeside
		}
		switch {
		case c.reason == "":
			if len(c.changes) > 0 {
				b.edits = append(b.edits, b.editOf(s, r, c.column, c.changes))
			}
			taken += len(c.changes)
		case c.reason != RejectDerived && first < 0:
			first = n
		default:
			left++
			b.leave(s, r, c.column, c.reason)
		}
	}
	var changes []bookChange
	for _, c := range list {
		if c.reason == "" {
			changes = append(changes, c.changes...)
		}
	}
	for _, c := range changes {
		b.taken[c.target()] = c.value
		f, to := b.field(b.draft(c.ref), c.part)
		if err := f.Set(to, c.value); err != nil { // it was checked
			return rejectRow(RejectField).saying(c.value)
		}
	}
	switch {
	case first >= 0 && taken == 0:
		c := list[first]
		return rejectRow(c.reason).at(s.at[c.column] + 1).saying(r.cells[c.column].text)
	case first >= 0:
		b.leave(s, r, list[first].column, list[first].reason)
		return stay()
	case taken > 0:
		return stay()
	case left > 0:
		return setAside(AsideUntaken)
	}
	return setAside(AsideKept) // the project says so already
}

// editedCells reads the edited cells of a row, units before numbers. Cells that
// the program works out have nothing to take.
func (b *returning) editedCells(s *sheetRows, r *bookRow) (out []editedCell) {
	var changes []bookChange
	for _, i := range unitsFirst(r) {
		c := editedCell{column: i, reason: RejectDerived}
		if len(r.key.Cells[i].Parts) > 0 {
			c.changes, c.reason = b.cell(s, r, i, changes)
		}
		for _, x := range c.changes {
			before, again := b.taken[x.target()]
			again = again && before != x.value || slices.ContainsFunc(changes, func(o bookChange) bool { return o.target() == x.target() && o.value != x.value })
			if again && c.reason == "" {
				c.reason = RejectConflict
			}
		}
		if c.reason == "" {
			changes = append(changes, c.changes...)
		}
		out = append(out, c)
	}
	return out
}

// listRows names the rows of lists that a cell shows: claims of a fact, in which
// number and unit belong together.
func listRows(r *bookRow, column int) (out []string) {
	c := r.key.Cells[column]
	for _, p := range c.Parts {
		if list, _, nested := strings.Cut(p.Field, "."); nested {
			out = append(out, c.Of+"\x00"+list+"\x00"+p.Item)
		}
	}
	return out
}

// spokenField is a field of a claim that the words of a figure set.
type spokenField struct {
	part  bookkey.Part
	value string // stored form
}

// spoken takes apart what somebody has written in the place of a claim's number:
// «более 8,1», «7,5–8,1», «около 9 тыс. т». The number comes first. Ok is false for
// what is no figure, says a change too, or is in another kind of unit than the
// claim's.
func (b *returning) spoken(s *sheetRows, text string, rec briefing.Record, p bookkey.Part, unit briefing.Unit) (out []spokenField, ok bool) {
	if p.Field != "claims."+claimValue {
		return nil, false
	}
	at := func(key string) bookkey.Part { return bookkey.Part{Field: "claims." + key, Item: p.Item} }
	of, row := b.field(rec, at(claimUnit))
	if of.Get == nil {
		return nil, false
	}
	stored := briefing.Unit(of.Get(row))
	f, reason := parseFigure(text, "", s.head.Lang)
	fig := f.figure
	if reason != "" || !fig.HasNumber() || f.change.Valid || f.signed || fig.Precision == briefing.HundredsOf || fig.Precision == briefing.TensOf {
		return nil, false
	}
	switch {
	case fig.Unit == "" && unit != "": // as number does
		if stored.Base() != unit.Base() {
			return nil, false
		}
		fig.Unit = unit
	case fig.Unit == "":
		fig.Unit = stored
	case fig.Unit.Base() != stored.Base():
		return nil, false
	}
	by := fig.Unit.Power() - stored.Power()
	numbers := map[string]briefing.MaybeNumber{claimValue: fig.Value, "low": fig.Low, "high": fig.High}
	for _, key := range []string{claimValue, "low", "high"} {
		value := ""
		if n := numbers[key]; n.Valid {
			moved, ok := shifted(n.Decimal, by)
			if !ok {
				return nil, false
			}
			value = moved.Trim(0).String()
		}
		out = append(out, spokenField{at(key), value})
	}
	return append(out, spokenField{at("precision"), string(fig.Precision)}), true
}

// changed are those of the fields that the project has otherwise.
func (b *returning) changed(ref briefing.Ref, rec briefing.Record, list []spokenField) (out []bookChange) {
	for _, x := range list {
		f, row := b.field(rec, x.part)
		if f.Get == nil {
			continue
		}
		if now := f.Get(row); now != x.value && !sameNumber(f, x.value, now) {
			out = append(out, bookChange{ref, x.part, x.value})
		}
	}
	return out
}
