package pack

import (
	"slices"
	"strconv"

	"briefing/internal/briefing"
	"briefing/internal/document"
)

// Cells that show fields of a record as they are stored say so, so that a
// workbook which colleagues have edited can be read back. A cell that is put
// together in any other way says nothing, and an edit of it is not taken.

// shows says which fields of the record a cell shows. A text in three languages
// is named without its language. Where a text holds figures of facts, what is
// shown is not what is stored, and the cell says nothing.
func (b *builder) shows(c document.Cell, r briefing.Record, fields ...string) document.Cell {
	d, ok := briefing.Describe(r.Ref().Kind)
	if !ok {
		return c
	}
	out := document.Shown{Ref: r.Ref()}
	for _, key := range fields {
		f, ok := fieldOf(d.Fields, key, b.l)
		if !ok {
			return c
		}
		stored := f.Get(r)
		if len(briefing.BindingsOf(stored)) > 0 || b.untranslated(d.Fields, f, r) != "" {
			return c
		}
		out.Fields = append(out.Fields, document.ShownField{Field: f.Key, Stored: stored})
	}
	c.Shows = &out
	return c
}

// field turns a text of a record into runs that tell which field they show, so
// that a document which was edited can be read back. A text in three languages
// is named without its language. ok is that of bound.
func (b *builder) field(r briefing.Record, key string) (runs []document.Run, ok bool) {
	d, _ := briefing.Describe(r.Ref().Kind)
	f, found := fieldOf(d.Fields, key, b.l)
	if !found {
		return nil, false
	}
	stored := f.Get(r)
	if other := b.untranslated(d.Fields, f, r); other != "" {
		return b.bound(other)
	}
	runs, ok = b.bound(stored)
	shown := &document.Shown{Ref: r.Ref(), Fields: []document.ShownField{{Field: f.Key, Stored: stored}}}
	for i := range runs {
		runs[i].Shows = shown
	}
	return runs, ok
}

// decked sets the line under the title of a section, a text of the pack.
func (b *builder) decked(s document.Section, key string) *document.Section {
	if runs, ok := b.field(&b.s.Pack, key); ok && len(runs) > 0 {
		s.Deck, s.DeckRuns = document.RunsText(runs), runs
	}
	return &s
}

// joined tells what stands between the fields of a cell.
func joined(c document.Cell, by string) document.Cell {
	if c.Shows != nil {
		c.Shows.Join = by
	}
	return c
}

// tailed tells what was added behind the fields of a cell.
func tailed(c document.Cell, tail string) document.Cell {
	if c.Shows != nil {
		c.Shows.Tail = tail
	}
	return c
}

// showsItem says that a cell shows fields of a row of one of the record's lists.
func (b *builder) showsItem(c document.Cell, r briefing.Record, list string, row int, item string, unit briefing.Unit, fields ...string) document.Cell {
	d, _ := briefing.Describe(r.Ref().Kind)
	at := slices.IndexFunc(d.Lists, func(l briefing.List) bool { return l.Key == list })
	if at < 0 || row >= d.Lists[at].Len(r) {
		return c
	}
	out := document.Shown{Ref: r.Ref()}
	for _, key := range fields {
		f, ok := fieldOf(d.Lists[at].Fields, key, b.l)
		if !ok {
			return c
		}
		if b.untranslated(d.Lists[at].Fields, f, d.Lists[at].At(r, row)) != "" {
			return c
		}
		s := document.ShownField{Field: list + "." + f.Key, Item: item, Stored: f.Get(d.Lists[at].At(r, row))}
		if f.Type == briefing.NumberField {
			s.Unit = unit
		}
		out.Fields = append(out.Fields, s)
	}
	c.Shows = &out
	return c
}

// showsClaim says that a cell shows fields of the claim that is printed of a
// fact, numbers in the unit given. What follows from other facts is not the
// claim's to change.
func (b *builder) showsClaim(c document.Cell, f *briefing.Fact, unit briefing.Unit, fields ...string) document.Cell {
	claim, ok := f.Claim()
	if !ok || len(f.Parents) > 0 {
		return c
	}
	row := slices.Index(f.Claims, claim)
	if row < 0 {
		return c
	}
	item := string(claim.ID)
	if item == "" {
		item = strconv.Itoa(row)
	}
	return b.showsItem(c, f, "claims", row, item, unit, fields...)
}

// fieldOf finds a field by its key, or by that of a text without the language.
func fieldOf(fields []briefing.Field, key string, l briefing.Lang) (briefing.Field, bool) {
	i := slices.IndexFunc(fields, func(f briefing.Field) bool { return f.Key == key || f.Lang == l && f.Label == key })
	if i < 0 {
		return briefing.Field{}, false
	}
	return fields[i], true
}

// subjectCell is what a fact is about.
func (b *builder) subjectCell(f *briefing.Fact) document.Cell {
	field := "statement"
	if b.in(f.Product) != "" {
		field = "product"
	}
	return b.shows(document.Txt(b.subject(f)), f, field)
}
