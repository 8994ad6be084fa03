package store

import "briefing/internal/briefing"

// TextEdit is one change of a text of a record in one language.
type TextEdit struct {
	Action int64
	Ref    briefing.Ref
	Field  string // key of the field: "title_ru"
	Old    string
}

// TextEdits tells the changes of texts after an action, in the order in which
// they were made. Texts in lists of records (posts, claims) are left out.
func (f *File) TextEdits(after int64, tell func(TextEdit)) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.db == nil {
		return f.closedError()
	}
	return f.db.each(`SELECT "action", "kind", "record", "field", "old" FROM "journal"
		WHERE "action" > ? AND "list" = '' AND substr("field", -3) IN ('_ru', '_en', '_zh') ORDER BY "action", "entry"`,
		[]any{after}, func(r row) error {
			tell(TextEdit{r.int(0), briefing.Ref{Kind: briefing.Kind(r.text(1)), ID: briefing.ID(r.text(2))}, r.text(3), r.text(4)})
			return nil
		})
}
