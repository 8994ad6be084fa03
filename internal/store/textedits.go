package store

import "briefing/internal/briefing"

// TextEdit is one change of a text of a record in one language, or of a row of
// one of its lists (posts, claims).
type TextEdit struct {
	Action   int64
	Ref      briefing.Ref
	List     string // of the row, else empty
	Row      int    // its place in the list, from 1
	Field    string // key of the field: "title_ru"
	Old, New string
	Gone     bool // the row is no more: those behind it have other places now
}

// TextEdits tells the changes of texts after an action, in the order in which
// they were made.
func (f *File) TextEdits(after int64, tell func(TextEdit)) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.db == nil {
		return f.closedError()
	}
	return f.db.each(`SELECT "action", "kind", "record", "list", "row", "field", "old", "new" FROM "journal"
		WHERE "action" > ? AND (substr("field", -3) IN ('_ru', '_en', '_zh') OR "list" <> '' AND "field" = '' AND "new" IS NULL)
		ORDER BY "action", "entry"`,
		[]any{after}, func(r row) error {
			tell(TextEdit{
				Action: r.int(0), Ref: briefing.Ref{Kind: briefing.Kind(r.text(1)), ID: briefing.ID(r.text(2))},
				List: r.text(3), Row: int(r.int(4)), Field: r.text(5), Old: r.text(6), New: r.text(7), Gone: r.text(5) == "",
			})
			return nil
		})
}
