package store

import (
	"slices"
	"strconv"
	"strings"

	"briefing/internal/briefing"
)

// rewinding takes entries of the journal back on the stored form of records
// and then writes what has come of it.
type rewinding struct {
	f       *File
	records map[briefing.Ref]*turn
	order   []*turn
	live    map[int64]bool // segments of figures and whether they are in use
	on, off []int64        // those that were turned on and off, once written
	dropped map[briefing.ID]bool
}

// turn is one record on its way back.
type turn struct {
	shape
	ref      briefing.Ref
	was, is  bool // whether it is there
	old, now stored
}

func (f *File) rewinding() *rewinding {
	return &rewinding{f: f, records: map[briefing.Ref]*turn{}, live: map[int64]bool{}, dropped: map[briefing.ID]bool{}}
}

// goes and comes tell what happens to the record; one that was taken out and
// added again since goes and comes back to the place it had.
func (t *turn) goes() bool  { return t.was && (!t.is || t.now.position != t.old.position) }
func (t *turn) comes() bool { return t.is && (!t.was || t.now.position != t.old.position) }

// take undoes one entry. Of fields, lists and kinds that this version does not
// know nothing can be in the tables either.
func (r *rewinding) take(e JournalEntry) error {
	if e.Kind == kindFigures {
		r.segments(e.New, false)
		r.segments(e.Old, true)
		return nil
	}
	s, known := r.f.shapes[e.Kind]
	if !known {
		return nil
	}
	t, err := r.turn(s, briefing.Ref{Kind: e.Kind, ID: e.Record})
	if err != nil {
		return err
	}
	t.take(e)
	return nil
}

func (r *rewinding) segments(list string, live bool) {
	for field := range strings.FieldsSeq(list) {
		if id, err := strconv.ParseInt(field, 10, 64); err == nil {
			r.live[id] = live
		}
	}
}

// turn gives the record, as it is now when it is first asked for.
func (r *rewinding) turn(s shape, ref briefing.Ref) (*turn, error) {
	if t, ok := r.records[ref]; ok {
		return t, nil
	}
	t := &turn{shape: s, ref: ref}
	var err error
	if t.old, t.was, err = r.f.db.read(s, ref.ID); err != nil {
		return nil, err
	}
	t.is, t.now = t.was, t.old.clone()
	r.records[ref] = t
	r.order = append(r.order, t)
	return t, nil
}

func (a stored) clone() stored {
	c := stored{position: a.position, fields: slices.Clone(a.fields), lists: make([][][]string, len(a.lists))}
	for i, rows := range a.lists {
		for _, row := range rows {
			c.lists[i] = append(c.lists[i], slices.Clone(row))
		}
	}
	return c
}

func (t *turn) take(e JournalEntry) {
	switch {
	case e.List == "" && e.Field == "" && e.Gone: // it comes back, still empty
		t.is = true
		t.now = stored{fields: make([]string, len(t.columns)), lists: make([][][]string, len(t.lists))}
		t.now.position, _ = strconv.ParseInt(e.Old, 10, 64)
	case e.List == "" && e.Field == "":
		t.is = false
	case e.List == "":
		fieldBack(t.columns, t.now.fields, e)
	default:
		if i := slices.IndexFunc(t.lists, func(l listShape) bool { return l.Key == e.List }); i >= 0 {
			t.now.lists[i] = rowBack(t.lists[i].columns, t.now.lists[i], e)
		}
	}
}

func rowBack(columns []string, rows [][]string, e JournalEntry) [][]string {
	at := e.Row - 1
	switch {
	case at < 0 || at > len(rows) || at == len(rows) && !(e.Field == "" && e.Gone):
	case e.Field == "" && e.Gone:
		return slices.Insert(rows, at, make([]string, len(columns)))
	case e.Field == "":
		return slices.Delete(rows, at, at+1)
	default:
		fieldBack(columns, rows[at], e)
	}
	return rows
}

func fieldBack(columns, fields []string, e JournalEntry) {
	if i := slices.Index(columns, e.Field); i >= 0 && i < len(fields) {
		fields[i] = e.Old
	}
}

// write makes the tables follow and notes it. What goes, goes first: its place
// may be that of what comes back.
func (r *rewinding) write(p *pen) error {
	for _, t := range r.order {
		p.kind, p.record = t.ref.Kind, t.ref.ID
		if !t.goes() {
			continue
		}
		if err := r.f.db.delete(t.shape, t.ref.ID); err != nil {
			return err
		}
		if err := p.removed(t.shape, t.old); err != nil {
			return err
		}
	}
	for _, t := range r.order {
		p.kind, p.record = t.ref.Kind, t.ref.ID
		var err error
		switch {
		case !t.is:
		case t.comes():
			if err = r.f.db.insert(t.shape, t.ref.ID, t.now); err == nil {
				err = p.added(t.shape, t.now)
			}
		case !t.old.equal(t.now):
			if err = r.f.db.update(t.shape, t.ref.ID, t.old, t.now); err == nil {
				err = p.edited(t.shape, t.old, t.now)
			}
		}
		if err != nil {
			return err
		}
	}
	return r.writeFigures(p)
}

// writeFigures turns segments on and off; they stay where they are.
func (r *rewinding) writeFigures(p *pen) error {
	ids := make([]int64, 0, len(r.live))
	for id := range r.live {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	p.kind = kindFigures
	for _, id := range ids {
		var of string
		now := int64(-1)
		err := r.f.db.each(`SELECT "import", "live" FROM "figures" WHERE "id" = ?`, []any{id}, func(x row) error {
			of, now = x.text(0), x.int(1)
			return nil
		})
		if err != nil {
			return err
		}
		want := int64(0)
		if r.live[id] {
			want = 1
		}
		if now < 0 || now == want {
			continue
		}
		if err := r.f.db.exec(`UPDATE "figures" SET "live" = ? WHERE "id" = ?`, want, id); err != nil {
			return err
		}
		p.record = briefing.ID(of)
		if want == 1 {
			r.on = append(r.on, id)
			p.note("", 0, "segments", nil, joinNumbers([]int64{id}))
		} else {
			r.off = append(r.off, id)
			r.dropped[p.record] = true
			p.note("", 0, "segments", joinNumbers([]int64{id}), nil)
		}
	}
	return p.err
}

// show makes the project follow what is now durable.
func (r *rewinding) show() error {
	f := r.f
	var back []*turn
	for _, t := range r.order {
		if t.goes() {
			f.project.Remove(t.ref)
		}
		switch {
		case t.comes():
			back = append(back, t)
		case t.is:
			if err := r.put(t, func(rec briefing.Record) { f.project.Put(rec) }); err != nil {
				return err
			}
		}
	}
	slices.SortStableFunc(back, func(a, b *turn) int { return int(a.now.position - b.now.position) })
	for _, t := range back { // in their order, so that each finds those before it
		at, err := f.db.number(`SELECT count(*) FROM `+quote(t.table)+` WHERE "position" < ?`, t.now.position)
		if err != nil {
			return err
		}
		if err := r.put(t, func(rec briefing.Record) { f.project.Insert(rec, int(at)) }); err != nil {
			return err
		}
	}
	return r.showFigures()
}

func (r *rewinding) put(t *turn, to func(briefing.Record)) error {
	rec, err := t.make(t.ref.ID, t.now)
	if err == nil {
		to(rec)
	}
	return err
}

// showFigures avoids reading what is already in memory: only when segments
// come back before others, or part of an import goes, all are read anew.
func (r *rewinding) showFigures() error {
	f := r.f
	if len(r.on) == 0 && len(r.off) == 0 {
		return nil
	}
	figures := f.project.Figures
	for id := range r.dropped {
		left, err := f.db.number(`SELECT count(*) FROM "figures" WHERE "import" = ? AND "live" = 1`, string(id))
		if err != nil {
			return err
		}
		if left > 0 {
			return r.readFigures()
		}
		figures = figures.DropImport(id)
	}
	if len(r.on) > 0 {
		later, err := f.db.number(`SELECT count(*) FROM "figures" WHERE "live" = 1 AND "id" > ?`, r.on[0])
		if err != nil {
			return err
		}
		if int(later) != len(r.on)-1 {
			return r.readFigures()
		}
		back, err := f.db.readFiguresFrom(r.on[0])
		if err != nil {
			return err
		}
		figures = figures.Grown(back)
	}
	figures.Remember()
	f.project.Figures = figures
	return nil
}

func (r *rewinding) readFigures() error {
	figures, err := r.f.db.readFigures()
	if err == nil {
		figures.Remember()
		r.f.project.Figures = figures
	}
	return err
}
