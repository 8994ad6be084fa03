package store

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/ncruces/go-sqlite3"

	"briefing/internal/briefing"
)

// stored is a record as text: the fields in the order of the description, and
// the rows of its lists.
type stored struct {
	position int64
	fields   []string
	lists    [][][]string // list, row, field
}

func (a stored) equal(b stored) bool {
	return slices.Equal(a.fields, b.fields) && slices.EqualFunc(a.lists, b.lists, func(x, y [][]string) bool {
		return slices.EqualFunc(x, y, slices.Equal[[]string])
	})
}

// take reads a record's fields into text. What the description would refuse
// to read back is refused here, naming record and field, so that whatever is
// in the file can be loaded.
func (s shape) take(r briefing.Record) (stored, error) {
	out := stored{lists: make([][][]string, len(s.lists))}
	var err error
	if out.fields, err = takeRow(s.Fields, r); err != nil {
		return out, s.refused(r, "", err)
	}
	for i, l := range s.lists {
		for n := range l.Len(r) {
			row, err := takeRow(l.Fields, l.At(r, n))
			if err != nil {
				return out, s.refused(r, fmt.Sprintf("%s[%d].", l.Key, n+1), err)
			}
			out.lists[i] = append(out.lists[i], row)
		}
	}
	return out, nil
}

func takeRow(fields []briefing.Field, row any) ([]string, error) {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = f.Get(row)
		if err := f.Check(out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (s shape) refused(r briefing.Record, at string, err error) error {
	return &briefing.Error{
		Code: briefing.CodeOf(err), Op: "store", Err: err,
		Path: string(s.Kind) + "/" + string(r.Ref().ID) + " " + at,
	}
}

// make builds the typed record of the stored texts.
func (s shape) make(id briefing.ID, from stored) (briefing.Record, error) {
	r := s.New()
	r.SetID(id)
	if err := setRow(s.Fields, r, from.fields); err != nil {
		return nil, err
	}
	for i, l := range s.lists {
		for _, row := range from.lists[i] {
			if err := setRow(l.Fields, l.Add(r), row); err != nil {
				return nil, err
			}
		}
	}
	return r, nil
}

func setRow(fields []briefing.Field, row any, texts []string) error {
	for i, f := range fields {
		if err := f.Set(row, texts[i]); err != nil {
			return &briefing.Error{Code: briefing.CodeDamaged, Op: "read field " + f.Key, Err: err}
		}
	}
	return nil
}

// checkID refuses identifiers that can't be told apart in a list of them.
func checkID(ref briefing.Ref) error {
	if ref.ID == "" || strings.ContainsFunc(string(ref.ID), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
		return &briefing.Error{Code: briefing.CodeBadValue, Op: "store", Path: fmt.Sprintf("%s/%q", ref.Kind, ref.ID)}
	}
	return nil
}

// insert writes a record that is not there.
func (d *db) insert(s shape, id briefing.ID, r stored) error {
	marks := strings.Repeat(", ?", len(s.columns))
	args := append([]any{r.position, string(id)}, anys(r.fields)...)
	err := d.exec(fmt.Sprintf(`INSERT INTO %s ("position", "id", %s) VALUES (?, ?%s)`, quote(s.table), quoted(s.columns), marks), args...)
	if err != nil {
		return err
	}
	for i := range s.lists {
		if err := d.insertList(s.lists[i], id, r.lists[i]); err != nil {
			return err
		}
	}
	return nil
}

func (d *db) insertList(l listShape, id briefing.ID, rows [][]string) error {
	marks := strings.Repeat(", ?", len(l.columns))
	sql := fmt.Sprintf(`INSERT INTO %s ("record", "row", %s) VALUES (?, ?%s)`, quote(l.table), quoted(l.columns), marks)
	for n, row := range rows {
		if err := d.exec(sql, append([]any{string(id), n + 1}, anys(row)...)...); err != nil {
			return err
		}
	}
	return nil
}

func anys(texts []string) []any {
	out := make([]any, len(texts))
	for i, t := range texts {
		out[i] = t
	}
	return out
}

// update writes a record over the one of the same identifier.
func (d *db) update(s shape, id briefing.ID, old, r stored) error {
	if !slices.Equal(old.fields, r.fields) {
		sets := make([]string, len(s.columns))
		for i, c := range s.columns {
			sets[i] = quote(c) + " = ?"
		}
		sql := fmt.Sprintf(`UPDATE %s SET %s WHERE "id" = ?`, quote(s.table), strings.Join(sets, ", "))
		if err := d.exec(sql, append(anys(r.fields), string(id))...); err != nil {
			return err
		}
	}
	for i, l := range s.lists {
		if slices.EqualFunc(old.lists[i], r.lists[i], slices.Equal[[]string]) {
			continue
		}
		if err := d.deleteList(l, id); err != nil {
			return err
		}
		if err := d.insertList(l, id, r.lists[i]); err != nil {
			return err
		}
	}
	return nil
}

func (d *db) deleteList(l listShape, id briefing.ID) error {
	return d.exec(fmt.Sprintf(`DELETE FROM %s WHERE "record" = ?`, quote(l.table)), string(id))
}

func (d *db) delete(s shape, id briefing.ID) error {
	for _, l := range s.lists {
		if err := d.deleteList(l, id); err != nil {
			return err
		}
	}
	return d.exec(fmt.Sprintf(`DELETE FROM %s WHERE "id" = ?`, quote(s.table)), string(id))
}

// read finds a record; ok is false when there is none.
func (d *db) read(s shape, id briefing.ID) (r stored, ok bool, err error) {
	sql := fmt.Sprintf(`SELECT "position", %s FROM %s WHERE "id" = ?`, quoted(s.columns), quote(s.table))
	err = d.each(sql, []any{string(id)}, func(x row) error {
		r.position, ok = x.int(0), true
		r.fields, err = d.textsOf(x, 1, s.table, len(s.columns))
		return err
	})
	r.lists = make([][][]string, len(s.lists))
	for i, l := range s.lists {
		if err != nil || !ok {
			break
		}
		sql := fmt.Sprintf(`SELECT %s FROM %s WHERE "record" = ? ORDER BY "row"`, quoted(l.columns), quote(l.table))
		err = d.each(sql, []any{string(id)}, func(x row) error {
			texts, err := d.textsOf(x, 0, l.table, len(l.columns))
			r.lists[i] = append(r.lists[i], texts)
			return err
		})
	}
	return r, ok, err
}

// textsOf reads columns that must be texts: the database does not see to that
// when somebody wrote to the file under another schema than it bears.
func (d *db) textsOf(r row, from int, table string, n int) ([]string, error) {
	out := make([]string, n)
	for i := range out {
		if r.s.ColumnType(from+i) != sqlite3.TEXT {
			return nil, &briefing.Error{Code: briefing.CodeDamaged, Op: "read " + table + ": no text", Path: d.path}
		}
		out[i] = r.text(from + i)
	}
	return out, nil
}

// readAll hands over all records of a kind in their order.
func (d *db) readAll(s shape, f func(briefing.ID, stored) error) error {
	type entry struct {
		id briefing.ID
		stored
	}
	var all []*entry
	byID := map[string]*entry{}
	sql := fmt.Sprintf(`SELECT "position", "id", %s FROM %s ORDER BY "position"`, quoted(s.columns), quote(s.table))
	err := d.each(sql, nil, func(x row) error {
		texts, err := d.textsOf(x, 1, s.table, len(s.columns)+1)
		if err != nil {
			return err
		}
		e := &entry{briefing.ID(texts[0]), stored{x.int(0), texts[1:], make([][][]string, len(s.lists))}}
		all = append(all, e)
		byID[string(e.id)] = e
		return nil
	})
	if err != nil {
		return err
	}
	for i, l := range s.lists {
		sql := fmt.Sprintf(`SELECT "record", %s FROM %s ORDER BY "record", "row"`, quoted(l.columns), quote(l.table))
		err := d.each(sql, nil, func(x row) error {
			e := byID[x.text(0)]
			if e == nil {
				return &briefing.Error{Code: briefing.CodeDamaged, Op: "read " + l.table + ": no record " + x.text(0), Path: d.path}
			}
			texts, err := d.textsOf(x, 1, l.table, len(l.columns))
			e.lists[i] = append(e.lists[i], texts)
			return err
		})
		if err != nil {
			return err
		}
	}
	for _, e := range all {
		if err := f(e.id, e.stored); err != nil {
			return err
		}
	}
	return nil
}
