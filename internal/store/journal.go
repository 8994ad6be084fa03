package store

import (
	"errors"
	"strconv"

	"briefing/internal/briefing"
)

// Kinds of journal entries that are no kinds of record.
const kindFigures briefing.Kind = "figures"

// JournalEntry is one change of one field, as part of one action of the user.
// The coming or going of a whole record or row is an entry with an empty
// Field, beside one for each field that was filled; a record's has its
// position for a value. Taking the entries back from the last to the first
// gives the state before the action.
type JournalEntry struct {
	Action int64
	Name   string // of the action: the key of a text
	At     briefing.Stamp
	By     string
	Undoes int64 // the action that this one takes back, or 0
	Again  bool  // that one had taken another back, which is thereby done again
	Kind   briefing.Kind
	Record briefing.ID
	List   string // of a row of a child list, else empty
	Row    int    // from 1
	Field  string
	Old    string
	New    string
	Added  bool // the record, row or batch of figures was not there before
	Gone   bool // it is not there any more
}

// Journal lists the latest entries, newest action first, within an action in
// the order they were made; limit 0 gives all.
func (f *File) Journal(limit int) ([]JournalEntry, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.db == nil {
		return nil, f.closedError()
	}
	if limit <= 0 {
		limit = -1
	}
	var out []JournalEntry
	err := f.db.entries(`1 = 1`, []any{}, false, func(e JournalEntry) error {
		if out = append(out, e); len(out) == limit {
			return errEnough
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return out, err
}

var errEnough = errors.New("enough")

// History lists the changes of one record, the latest action first, within an
// action in the order they were made.
func (f *File) History(ref briefing.Ref) (out []JournalEntry, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.db == nil {
		return nil, f.closedError()
	}
	err = f.db.entries(`"kind" = ? AND "record" = ?`, []any{string(ref.Kind), string(ref.ID)}, false, func(e JournalEntry) error {
		out = append(out, e)
		return nil
	})
	return out, err
}

// Before gives the record as it was before an action; ok is false when it was
// not there then. Nothing is changed.
func (f *File) Before(ref briefing.Ref, action int64) (rec briefing.Record, ok bool, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.db == nil {
		return nil, false, f.closedError()
	}
	s, known := f.shapes[ref.Kind]
	if !known {
		return nil, false, nil
	}
	r := f.rewinding()
	t, err := r.turn(s, ref)
	if err != nil {
		return nil, false, err
	}
	err = f.db.entries(`"kind" = ? AND "record" = ? AND "journal"."action" >= ?`,
		[]any{string(ref.Kind), string(ref.ID), action}, true, r.take)
	if err != nil || !t.is {
		return nil, false, err
	}
	rec, err = t.make(ref.ID, t.now)
	return rec, err == nil, err
}

// entries reads the journal, the latest action first; within an action in the
// order they were made, or backwards for taking them back.
func (d *db) entries(where string, args []any, backwards bool, f func(JournalEntry) error) error {
	order := `"entry"`
	if backwards {
		order = `"entry" DESC`
	}
	sql := `SELECT "action"."id", "name", "at", "by", "undoes", "kind", "record", "list", "row", "field", "old", "new", ` + doneAgain + `
		FROM "journal" JOIN "action" ON "action"."id" = "journal"."action"
		WHERE ` + where + ` ORDER BY "journal"."action" DESC, ` + order
	return d.each(sql, args, func(r row) error {
		return f(JournalEntry{
			Action: r.int(0), Name: r.text(1), At: briefing.Stamp(r.text(2)), By: r.text(3), Undoes: r.int(4),
			Kind: briefing.Kind(r.text(5)), Record: briefing.ID(r.text(6)), List: r.text(7), Row: int(r.int(8)),
			Field: r.text(9), Old: r.text(10), New: r.text(11), Added: r.null(10), Gone: r.null(11), Again: r.int(12) == 1,
		})
	})
}

// doneAgain tells of an action whether it takes back one that took another
// back: in a chain of such actions every second one.
const doneAgain = `"undoes" <> 0 AND (
	WITH RECURSIVE "chain"("id", "undoes", "length") AS (
		SELECT "action"."id", "action"."undoes", 0
		UNION ALL SELECT "before"."id", "before"."undoes", "length" + 1 FROM "chain"
			JOIN "action" AS "before" ON "before"."id" = "chain"."undoes" AND "before"."id" < "chain"."id")
	SELECT max("length") > 0 AND max("length") % 2 = 0 FROM "chain")`

// pen writes the entries of one action.
type pen struct {
	db      *db
	action  int64
	entries int
	kind    briefing.Kind
	record  briefing.ID
	err     error
}

// note writes one entry; nil stands for what was not there.
func (p *pen) note(list string, row int, field string, old, now any) {
	if p.err != nil {
		return
	}
	p.entries++
	p.err = p.db.exec(`INSERT INTO "journal" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		p.action, p.entries, string(p.kind), string(p.record), list, row, field, old, now)
}

// came notes a record or row with all its filled fields.
func (p *pen) came(list string, row int, place string, columns, fields []string) {
	p.note(list, row, "", nil, place)
	for i, v := range fields {
		if v != "" {
			p.note(list, row, columns[i], "", v)
		}
	}
}

// went notes a record or row that is taken away: first what it held, then
// that it goes, so that playing back meets it before its fields.
func (p *pen) went(list string, row int, place string, columns, fields []string) {
	for i, v := range fields {
		if v != "" {
			p.note(list, row, columns[i], v, "")
		}
	}
	p.note(list, row, "", place, nil)
}

func (p *pen) changed(list string, row int, columns, old, now []string) {
	for i := range columns {
		if old[i] != now[i] {
			p.note(list, row, columns[i], old[i], now[i])
		}
	}
}

func place(position int64) string { return strconv.FormatInt(position, 10) }

// added notes a new record with its rows.
func (p *pen) added(s shape, r stored) error {
	p.came("", 0, place(r.position), s.columns, r.fields)
	for i, l := range s.lists {
		for n, row := range r.lists[i] {
			p.came(l.Key, n+1, "", l.columns, row)
		}
	}
	return p.err
}

// removed notes a record that goes: its rows from the last, then itself.
func (p *pen) removed(s shape, r stored) error {
	for i, l := range s.lists {
		for n := len(r.lists[i]); n > 0; n-- {
			p.went(l.Key, n, "", l.columns, r.lists[i][n-1])
		}
	}
	p.went("", 0, place(r.position), s.columns, r.fields)
	return p.err
}

// edited notes the difference of two states of a record.
func (p *pen) edited(s shape, old, now stored) error {
	p.changed("", 0, s.columns, old.fields, now.fields)
	for i, l := range s.lists {
		p.editedList(l, old.lists[i], now.lists[i])
	}
	return p.err
}

// editedList leaves the equal rows at both ends alone, compares those between
// pairwise, and notes what is left over as rows that came or went. Played
// back from the last entry to the first, it gives the old list.
func (p *pen) editedList(l listShape, old, now [][]string) {
	same := func(a, b []string) bool {
		for i := range a {
			if a[i] != b[i] {
				return false
			}
		}
		return true
	}
	head := 0
	for head < min(len(old), len(now)) && same(old[head], now[head]) {
		head++
	}
	tail := 0
	for tail < min(len(old), len(now))-head && same(old[len(old)-1-tail], now[len(now)-1-tail]) {
		tail++
	}
	n, m := len(old)-tail, len(now)-tail
	both := min(n, m)
	for i := head; i < both; i++ {
		p.changed(l.Key, i+1, l.columns, old[i], now[i])
	}
	for i := n; i > both; i-- {
		p.went(l.Key, i, "", l.columns, old[i-1])
	}
	for i := both; i < m; i++ {
		p.came(l.Key, i+1, "", l.columns, now[i])
	}
}
