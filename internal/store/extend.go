package store

import (
	"context"

	"briefing/internal/briefing"
)

// Extend keeps a record while somebody types in one of its fields, as Commit
// does; what is typed after an earlier action into the very field that one
// changed joins it, so that a run of typing is taken back as one. earlier is the
// number that Extend gave before, 0 at the beginning of a run.
//
// It joins only when the earlier action is the last one made and the next to be
// taken back, is of the same user, and changed that field of that record, and
// when nothing else changes now. The joined action takes the next number, since
// the user's file may have the earlier one already. Text that is again what it
// was before the run leaves no action to take back.
//
// The answer is the number of the action that has the change, 0 when nothing
// was changed or is left of it.
func (f *File) Extend(earlier int64, name, who string, r briefing.Record) (int64, error) {
	defer f.mu.Unlock()
	if err := f.change(); err != nil {
		return 0, err
	}
	var run run
	number, err := f.commit(context.Background(), name, who, []Change{{Put: r}}, func(p *pen) (settled bool, err error) {
		if run, err = f.run(p, earlier, who); err != nil || !run.joins {
			return false, err
		}
		return true, run.join(p, f.options.stamp(), who)
	})
	if err != nil || !run.joins || number == 0 {
		return number, err
	}
	f.steps.undo = f.steps.undo[:len(f.steps.undo)-1]
	if run.nothing {
		return 0, nil
	}
	f.steps.undo = append(f.steps.undo, number)
	return number, nil
}

// actionNothing is the name of an action of which nothing is left. Its number
// tells that the file was changed since the one before.
const actionNothing = "action.nothing"

// run is what becomes of a change that may belong to the action before it.
type run struct {
	joins   bool
	nothing bool // the field is what it was before
	earlier int64
	was     *JournalEntry // of the field in the earlier action
	place   int64         // its number there
	now     JournalEntry
}

// run finds whether what was just noted goes on with an earlier action.
func (f *File) run(p *pen, earlier int64, who string) (r run, err error) {
	if undo := f.steps.undo; earlier == 0 || earlier != f.last || p.entries != 1 || len(undo) == 0 || undo[len(undo)-1] != earlier {
		return r, nil
	}
	r.earlier = earlier
	err = f.db.fieldsOf(p.action, func(_ int64, e JournalEntry) { r.now = e })
	if err != nil || r.now.Added || r.now.Gone || r.now.Field == "" {
		return r, err
	}
	var by string
	var others int
	err = f.db.each(`SELECT "by" FROM "action" WHERE "id" = ? AND "undoes" = 0`, []any{earlier}, func(x row) error {
		by = x.text(0)
		return nil
	})
	if err != nil || by != who {
		return r, err
	}
	n := r.now
	err = f.db.fieldsOf(earlier, func(entry int64, e JournalEntry) {
		if e.Kind == n.Kind && e.Record == n.Record && e.List == n.List && e.Row == n.Row && e.Field == n.Field && e.New == n.Old {
			r.was, r.place = &e, entry
		} else {
			others++
		}
	})
	r.joins = err == nil && r.was != nil
	r.nothing = r.joins && others == 0 && r.was.Old == r.now.New
	return r, err
}

// fieldsOf hands over the entries of an action, which need not be noted yet.
func (d *db) fieldsOf(action int64, f func(entry int64, e JournalEntry)) error {
	sql := `SELECT "entry", "kind", "record", "list", "row", "field", "old", "new" FROM "journal" WHERE "action" = ?`
	return d.each(sql, []any{action}, func(x row) error {
		f(x.int(0), JournalEntry{
			Kind: briefing.Kind(x.text(1)), Record: briefing.ID(x.text(2)), List: x.text(3), Row: int(x.int(4)),
			Field: x.text(5), Old: x.text(6), New: x.text(7), Added: x.null(6), Gone: x.null(7),
		})
		return nil
	})
}

// join gives the entries of the earlier action the new number, with the field
// as it is now.
func (r run) join(p *pen, at, who string) error {
	d, now, name := p.db, r.now, actionNothing
	err := d.exec(`DELETE FROM "journal" WHERE "action" = ?`, p.action)
	if err == nil && !r.nothing {
		err = d.each(`SELECT "name" FROM "action" WHERE "id" = ?`, []any{r.earlier}, func(x row) error {
			name = x.text(0)
			return nil
		})
	}
	steps := []struct {
		sql  string
		args []any
	}{
		{`UPDATE "journal" SET "new" = ? WHERE "action" = ? AND "entry" = ?`, []any{now.New, r.earlier, r.place}},
		{`DELETE FROM "journal" WHERE "action" = ? AND "entry" = ? AND "old" = "new"`, []any{r.earlier, r.place}},
		{`UPDATE "journal" SET "action" = ? WHERE "action" = ?`, []any{p.action, r.earlier}},
		{`DELETE FROM "action" WHERE "id" = ?`, []any{r.earlier}},
		{`INSERT INTO "action" VALUES (?, ?, ?, ?, 0)`, []any{p.action, name, at, who}},
	}
	for _, s := range steps {
		if err == nil {
			err = d.exec(s.sql, s.args...)
		}
	}
	return err
}
