package importer

import (
	"slices"
	"strings"

	"briefing/internal/bookkey"
	"briefing/internal/briefing"
)

// added makes a new record of a row that a colleague has written.
func (b *returning) added(s *sheetRows, r *bookRow) fate {
	d, ok := briefing.Describe(s.head.New)
	if !ok {
		return rejectRow(RejectAdded).saying(r.text())
	}
	rec := d.New()
	for key, value := range s.head.Given {
		if f, ok := d.Field(key); !ok || f.Set(rec, value) != nil {
			return rejectRow(RejectField).saying(value)
		}
	}
	lists := map[string]any{}
	var left []int
	given := ""
	for i, c := range s.head.Columns {
		if r.cells[i].text == "" || s.at[i] < 0 {
			continue
		}
		if c.Key == bookkey.IDColumn {
			given = ownID(r, r.cells[i].text)
			if strings.ContainsAny(given, " \t\n") {
				return rejectRow(RejectField).at(s.at[i] + 1).saying(given)
			}
			if d.Kind == briefing.KindFact && given != "" && !briefing.Linkable(briefing.ID(given)) {
				return rejectRow(RejectLink).at(s.at[i] + 1).saying(given)
			}
			continue
		}
		if len(c.Parts) == 0 {
			if c.Key != "no" { // numbers of rows are the program's
				left = append(left, i)
			}
			continue
		}
		if reason := b.fill(s, d, rec, lists, i, r); reason != "" {
			return rejectRow(reason).at(s.at[i] + 1).saying(r.cells[i].text)
		}
	}
	if fact, ok := rec.(*briefing.Fact); ok {
		fact.NameClaims()
	}
	id := b.parse.identify(d, rec, given)
	if id == "" {
		return rejectRow(RejectRequired).saying(r.text())
	}
	rec.SetID(id)
	ref := rec.Ref()
	if old := b.stored(ref); old != nil || b.drafts[ref] != nil {
		if old != nil && says(d, old, rec) {
			return setAside(AsideKept) // taken before
		}
		return rejectRow(RejectConflict).saying(r.text())
	}
	for _, i := range left {
		b.leave(s, r, i, RejectDerived)
	}
	b.drafts[ref] = rec
	b.order = append(b.order, ref)
	b.edits = append(b.edits, BookEdit{CellPlace: CellPlace{Sheet: s.table.Name(), Line: r.line}, Ref: ref})
	return stay()
}

// ownID is the identifier that a new row names; a row that was copied names that
// of the row it was copied from, which says nothing.
func ownID(r *bookRow, text string) string {
	if ref, ok := bookkey.Ref(r.key.Key); ok && string(ref.ID) == text {
		return ""
	}
	return text
}

// fill sets the fields that a cell of a new row shows.
func (b *returning) fill(s *sheetRows, d briefing.Description, rec briefing.Record, lists map[string]any, i int, r *bookRow) (reason string) {
	c, shown := s.head.Columns[i], r.cells[i]
	texts := []string{strings.ReplaceAll(shown.text, "\r\n", "\n")}
	if i < len(r.key.Cells) { // of a row that was copied: what the program has added stands behind it
		texts[0] = strings.TrimSuffix(texts[0], strings.TrimSpace(r.key.Cells[i].Tail))
	}
	if len(c.Parts) > 1 {
		texts = strings.SplitN(texts[0], c.Join, len(c.Parts))
	}
	for n, p := range c.Parts {
		if n >= len(texts) {
			break
		}
		to := any(rec)
		list, key, nested := strings.Cut(p.Field, ".")
		from := d.Fields
		if nested {
			to = rowOf(d, rec, list, lists)
			at := slices.IndexFunc(d.Lists, func(l briefing.List) bool { return l.Key == list })
			from = d.Lists[at].Fields
		} else {
			key = p.Field
		}
		at := slices.IndexFunc(from, func(f briefing.Field) bool { return f.Key == key })
		if at < 0 {
			return RejectField
		}
		value, reason := b.value(s, from[at], strings.TrimSpace(texts[n]), shown.kind, rec, p, "")
		if reason != "" {
			return reason
		}
		if from[at].Set(to, value) != nil {
			return RejectField
		}
	}
	return ""
}

// says reports whether a record says all that another does.
func says(d briefing.Description, r, all briefing.Record) bool {
	for _, f := range d.Fields {
		if s := f.Get(all); s != "" && s != f.Get(r) {
			return false
		}
	}
	return true
}

// text is the first cell of a row that has any.
func (r *bookRow) text() string {
	for _, c := range r.cells {
		if c.text != "" {
			return c.text
		}
	}
	return ""
}
