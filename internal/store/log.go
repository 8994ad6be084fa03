package store

import "fmt"

// After a commit that has made the log long, SQLite brings it into the
// database, which takes as long again as an import took to be written, and
// then the log is written from its beginning again. A project that is closed
// after it throws the working copy away. So a large batch of figures leaves
// its log as it is: durable it is there too, and the next commit brings it in.

// largeBatch is from how many rows on figures leave their log. Only tests
// change it.
var largeBatch = 100_000

func large(changes []Change) bool {
	for _, c := range changes {
		if c.AddFigures.Len() >= largeBatch {
			return true
		}
	}
	return false
}

// leavingLog runs f, and what is committed in it stays in the log.
func (d *db) leavingLog(f func() error) (err error) {
	pages, err := d.number(`PRAGMA wal_autocheckpoint`)
	if err != nil {
		return err
	}
	if err := d.script(`PRAGMA wal_autocheckpoint = 0`); err != nil {
		return err
	}
	defer func() {
		// What was committed is so whatever becomes of this: a log that grows
		// is no reason to say otherwise.
		_ = d.script(fmt.Sprintf(`PRAGMA wal_autocheckpoint = %d`, pages))
	}()
	return f()
}
