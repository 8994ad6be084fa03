package store

import (
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"

	"briefing/internal/briefing"
)

// found is a record on its way out of a damaged file.
type found struct {
	stored
	id   briefing.ID
	good bool
}

// kindReader reads the records of one kind.
type kindReader struct {
	*salvage
	shape
	byID  map[briefing.ID]*found
	names map[int64]briefing.ID // by position, from the index
	order []*found
}

// records reads a kind: its table, its lists, and by its index the names of
// those that are missing.
func (s *salvage) records(sh shape) error {
	k := &kindReader{salvage: s, shape: sh, byID: map[briefing.ID]*found{}, names: map[int64]briefing.ID{}}
	k.readNames()
	if t := s.trees[sh.table]; t != nil {
		for _, c := range t.rows {
			k.record(t, c)
		}
	}
	for i, l := range sh.lists {
		if t := s.trees[l.table]; t != nil {
			k.list(t, i)
		}
		if err := s.ctx.Err(); err != nil {
			return err
		}
	}
	positions := make([]int64, 0, len(k.names))
	for position := range k.names {
		positions = append(positions, position)
	}
	slices.Sort(positions)
	for _, position := range positions {
		if id := k.names[position]; k.byID[id] == nil {
			s.damage(Damage{What: Lost, Table: sh.table, Record: id})
		}
	}
	k.build()
	return nil
}

func (k *kindReader) readNames() {
	index := k.trees["sqlite_autoindex_"+k.table+"_1"]
	if index == nil {
		return
	}
	for _, c := range index.rows {
		if c.good && len(c.values) == 2 {
			k.names[c.values[1].n] = briefing.ID(c.values[0].b)
		}
	}
}

// record takes a row of the kind's own table.
func (k *kindReader) record(t *tree, c cell) {
	row := t.named(c)
	f := &found{id: briefing.ID(row["id"].b), good: c.good}
	f.position = c.rowid
	if !c.good {
		k.reconcile(f)
	}
	ref := briefing.Ref{Kind: k.Kind, ID: f.id}
	if checkID(ref) != nil || !utf8.ValidString(string(f.id)) || k.byID[f.id] != nil {
		k.damage(Damage{What: Lost, Table: k.table, Record: f.id})
		return
	}
	f.fields = k.fieldsOf(t, c, k.Fields, k.New(), Damage{Table: k.table, Record: f.id})
	f.lists = make([][][]string, len(k.lists))
	k.add(f)
}

// reconcile mends name and place of a row of a damaged page by the index.
func (k *kindReader) reconcile(f *found) {
	if name, ok := k.names[f.position]; ok {
		for _, id := range k.names {
			if id == f.id { // the name is right, then
				return
			}
		}
		f.id = name
	}
}

func (k *kindReader) add(f *found) {
	k.byID[f.id] = f
	k.order = append(k.order, f)
}

// fieldsOf reads fields into text; what can't be read, or is nothing that the
// field could hold, is empty and told.
func (k *kindReader) fieldsOf(t *tree, c cell, fields []briefing.Field, into any, where Damage) []string {
	row := t.named(c)
	out := make([]string, len(fields))
	at := where.Field
	for i, f := range fields {
		if !slices.ContainsFunc(t.columns, func(col column) bool { return col.name == f.Key }) {
			continue // a file of an older version
		}
		v, ok := row[f.Key]
		text := string(v.b)
		ok = ok && v.kind == isText && (c.good || utf8.ValidString(text))
		if ok && f.Set(into, text) == nil {
			out[i] = text
			continue
		}
		where.What, where.Field, where.Text = Incomplete, at+f.Key, text
		k.damage(where)
	}
	return out
}

// list takes the rows of the kind's i-th list.
func (k *kindReader) list(t *tree, i int) {
	l := k.lists[i]
	type entry struct {
		cell
		id  briefing.ID
		row int64
	}
	var rows []entry
	for _, c := range t.rows {
		v := t.named(c)
		rows = append(rows, entry{c, briefing.ID(v["record"].b), v["row"].n})
	}
	slices.SortStableFunc(rows, func(a, b entry) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.row, b.row)) })
	var of briefing.ID
	want := int64(1)
	for _, e := range rows {
		r := k.owner(e.id, e.good)
		if r == nil {
			k.damage(Damage{What: Lost, Table: l.table, Record: e.id, Field: fmt.Sprintf("%s[%d]", l.Key, e.row)})
			continue
		}
		if e.id != of {
			of, want = e.id, 1
		}
		if e.row != want {
			k.damage(Damage{What: Lost, Table: l.table, Record: e.id, Field: fmt.Sprintf("%s[%d]", l.Key, want)})
		}
		want = e.row + 1
		r.good = r.good && e.good
		where := Damage{Table: k.table, Record: e.id, Field: fmt.Sprintf("%s[%d].", l.Key, e.row)}
		r.lists[i] = append(r.lists[i], k.fieldsOf(t, e.cell, l.Fields, l.Add(k.New()), where))
	}
}

// owner is the record that a row belongs to. Of one that is lost its rows are
// kept, under its name, when that name can be relied on.
func (k *kindReader) owner(id briefing.ID, good bool) *found {
	if r := k.byID[id]; r != nil {
		return r
	}
	position := int64(0)
	for at, name := range k.names {
		if name == id {
			position = at
		}
	}
	if position == 0 && !good || checkID(briefing.Ref{Kind: k.Kind, ID: id}) != nil {
		return nil
	}
	f := &found{id: id, good: true}
	f.position, f.fields, f.lists = position, make([]string, len(k.columns)), make([][][]string, len(k.lists))
	k.damage(Damage{What: Incomplete, Table: k.table, Record: id, Field: "*"})
	k.add(f)
	return f
}

// build makes typed records, in their order.
func (k *kindReader) build() {
	slices.SortStableFunc(k.order, func(a, b *found) int { return cmp.Compare(a.position, b.position) })
	rows := kindRows{shape: k.shape}
	names, last := map[briefing.ID]bool{}, int64(0)
	for _, f := range k.order {
		r, err := k.make(f.id, f.stored)
		if err == nil {
			_, err = k.take(r)
		}
		if err != nil || names[r.Ref().ID] {
			k.damage(Damage{What: Lost, Table: k.table, Record: f.id})
			continue
		}
		if !f.good || r.Ref().ID != f.id { // the pack has but one name
			k.damage(Damage{What: Unverified, Table: k.table, Record: r.Ref().ID})
		}
		names[r.Ref().ID] = true
		last = max(last+1, f.position) // history tells records by their places, too
		rows.records = append(rows.records, kept{r, last})
	}
	k.report.Records += len(rows.records)
	k.kinds = append(k.kinds, rows)
}
