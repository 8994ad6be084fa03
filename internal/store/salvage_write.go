package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"

	"briefing/internal/safefile"
)

// actionSalvage is the name of the action by which a project was recovered.
const actionSalvage = "salvage"

// write makes a new project file of what was read and opens it once, so that
// nothing is promised that does not open. The history comes along.
func (s *salvage) write(path string, o Options) error {
	return safefile.ReplaceBy(path, func(temp string) error {
		temp, err := absolute(temp)
		if err != nil {
			return err
		}
		d, err := connectNew(temp)
		if err != nil {
			return err
		}
		if err := errors.Join(s.fill(d, o), d.close()); err != nil {
			return err
		}
		if err := glance(temp); err != nil {
			return err
		}
		if d, err = (still{path: temp}).connect(path); err != nil {
			return err
		}
		_, err = d.load()
		return errors.Join(err, d.verify(s.ctx, true), d.close())
	})
}

func (s *salvage) fill(d *db, o Options) error {
	if err := d.makeTables(); err != nil {
		return err
	}
	return d.transaction(func() error {
		if err := s.fillHistory(d, o); err != nil {
			return err
		}
		for _, k := range s.kinds {
			for _, r := range k.records {
				row, err := k.take(r.Record)
				if err != nil {
					return err
				}
				row.position = r.position
				if err := d.insert(k.shape, r.Ref().ID, row); err != nil {
					return err
				}
			}
		}
		for _, f := range s.figures {
			digest := sha256.Sum256(f.data)
			err := d.exec(`INSERT INTO "figures_data" VALUES (?, ?)`, f.id, f.data)
			if err == nil {
				err = d.exec(`INSERT INTO "figures" VALUES (?, ?, ?, ?, ?)`, f.id, string(f.of), f.rows, f.live, digest[:])
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// fillHistory writes the tables that are neither records nor figures: the
// actions, the journal and what else a version of the file has.
func (s *salvage) fillHistory(d *db, o Options) error {
	known := map[int64]bool{}
	last := int64(0)
	for _, a := range s.action {
		known[a["id"].n] = true
		last = max(last, a["id"].n)
		if err := d.restore("action", columnsOf(objectOf("action")), a); err != nil {
			return err
		}
	}
	if last == 0 {
		last = 1
		if err := d.exec(`INSERT INTO "action" VALUES (1, ?, ?, ?, 0)`, actionCreate, o.stamp(), o.User); err != nil {
			return err
		}
	}
	for _, t := range schema() {
		for _, row := range s.others[t.name] {
			if t.name == "journal" && !known[row["action"].n] {
				continue // told with the actions that are lost
			}
			if err := d.restore(t.name, columnsOf(t), row); err != nil {
				return err
			}
		}
	}
	undoes := int64(0)
	if s.holes { // taking back what is told only in part would be worse than not being able to
		undoes = last + 1
	}
	return d.exec(`INSERT INTO "action" VALUES (?, ?, ?, ?, ?)`, last+1, actionSalvage, o.stamp(), o.User, undoes)
}

func objectOf(name string) object {
	list := schema()
	return list[slices.IndexFunc(list, func(o object) bool { return o.name == name })]
}

// restore writes a row by the names of its columns. One whose key is there
// already, which no file of ours has, is passed over.
func (d *db) restore(table string, columns []column, row map[string]value) error {
	names, args := make([]string, len(columns)), make([]any, len(columns))
	for i, c := range columns {
		names[i], args[i] = c.name, plain(c, row[c.name])
	}
	marks := strings.Repeat(", ?", len(columns))[2:]
	return d.exec(fmt.Sprintf(`INSERT OR IGNORE INTO %s (%s) VALUES (%s)`, quote(table), quoted(names), marks), args...)
}

// plain is a value for the driver; a column that the file lacks is empty.
func plain(c column, v value) any {
	switch {
	case v.kind == isNull && c.nullable:
		return nil
	case c.kind == isNumber:
		return v.n
	case c.kind == isBlob:
		return v.b
	}
	return string(v.b)
}
