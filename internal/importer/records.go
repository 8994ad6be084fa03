package importer

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
	"briefing/internal/importer/codes"
)

// recorder turns rows of our template into records. Several rows of one record
// add rows to its lists: a second source of a fact, a second post.
type recorder struct {
	led   *ledger
	o     Options
	ids   map[briefing.Kind]map[string]briefing.ID // by ID and by caption, of this workbook
	twice map[string]bool                          // titles of several sources
	built map[briefing.Ref]*built
	order []briefing.Ref
}

// built is a record with the rows it came from.
type built struct {
	rec  briefing.Record
	rows []Rejected // as they would be listed
	refs []briefing.Ref
}

func newRecorder(led *ledger, o Options) *recorder {
	return &recorder{led: led, o: o, ids: map[briefing.Kind]map[string]briefing.ID{}, built: map[briefing.Ref]*built{}, twice: map[string]bool{}}
}

// entry is one filled cell of a row.
type entry struct {
	column int // from 1
	list   string
	field  briefing.Field
	text   string
	kind   cells.Kind
}

// entries reads the filled cells of a row; id is what the ID column holds.
func (p *plan) entries(r *cells.Row, d briefing.Description) (es []entry, id string) {
	for i, c := range p.profile.Columns {
		at := p.binding[i]
		if at < 0 || at >= len(r.Cells) {
			continue
		}
		text := strings.ReplaceAll(string(cells.Trim(r.Cells[at].Text)), "\r\n", "\n")
		if text == "" && r.Cells[at].Kind != cells.Fault {
			continue
		}
		if c.Field == idField {
			id = text
			continue
		}
		list, key, nested := strings.Cut(c.Field, ".")
		from := d.Fields
		if nested {
			for _, l := range d.Lists {
				if l.Key == list {
					from = l.Fields
				}
			}
		} else {
			list, key = "", c.Field
		}
		for _, f := range from {
			if f.Key == key {
				es = append(es, entry{at + 1, list, f, text, r.Cells[at].Kind})
			}
		}
	}
	return es, id
}

// index learns, before any row is taken, the IDs and captions of all records
// in the workbook, so that sheets may refer to one another in any order.
func (c *recorder) index(ctx context.Context, plans []*plan) error {
	for _, p := range plans {
		if p.profile.Record == "" {
			continue
		}
		d, _ := briefing.Describe(p.profile.Record)
		examples := p.profile.exampleRows()
		names := map[string]briefing.ID{}
		if known := c.ids[d.Kind]; known != nil {
			names = known
		}
		c.ids[d.Kind] = names
		err := p.each(ctx, func(r *cells.Row) bool {
			if r.Fault != "" || p.isHeader(r) || isExample(examples, r) {
				return true
			}
			es, given := p.entries(r, d)
			rec := d.New()
			for _, e := range es {
				if e.list == "" && e.field.Type != briefing.RefField && e.field.Type != briefing.RefsField {
					if s, reason := c.canonical(e); reason == "" {
						_ = e.field.Set(rec, s) // what is wrong is found when the row is taken
					}
				}
			}
			id := c.identify(d, rec, given)
			if id == "" {
				return true
			}
			names[string(id)] = id
			for _, l := range briefing.Langs() {
				if caption := codes.Fold(d.Caption(rec, l)); caption != "" && names[caption] == "" {
					names[caption] = id
				}
			}
			c.title(rec, names, id)
			return true
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// title lets a source be named by its material alone, without the publisher
// before it, as long as no other is named so.
func (c *recorder) title(rec briefing.Record, names map[string]briefing.ID, id briefing.ID) {
	src, ok := rec.(*briefing.Source)
	if !ok {
		return
	}
	for _, l := range briefing.Langs() {
		title := codes.Fold(src.Title.In(l))
		if title == "" || names[title] == id || c.twice[title] {
			continue
		}
		if names[title] != "" {
			delete(names, title)
			c.twice[title] = true
			continue
		}
		names[title] = id
	}
}

// identify gives a record its ID: the one given, the one that the project has
// under its caption, or one made from caption and date, so that the same row
// comes to the same record every time.
func (c *recorder) identify(d briefing.Description, rec briefing.Record, given string) briefing.ID {
	if given != "" {
		return briefing.ID(given)
	}
	caption := d.Caption(rec, briefing.RU)
	if caption == "" {
		return ""
	}
	if c.o.Find != nil {
		if id, ok := c.o.Find(d.Kind, caption); ok {
			return id
		}
	}
	when := ""
	switch r := rec.(type) {
	case *briefing.Event:
		when = r.When.String() + r.Clock
	case *briefing.Agreement:
		when = r.Signed.String()
	}
	sum := sha256.Sum256([]byte(string(d.Kind) + "\x00" + caption + "\x00" + when))
	return briefing.ID(string(d.Kind) + "-" + hex.EncodeToString(sum[:5]))
}

// table takes the rows of one sheet.
func (c *recorder) table(p *plan) func(*cells.Row) (fate, error) {
	d, _ := briefing.Describe(p.profile.Record)
	examples := p.profile.exampleRows()
	return func(r *cells.Row) (fate, error) {
		switch {
		case r.Fault != "":
			return faulty(r), nil
		case p.isHeader(r):
			return setAside(AsideHeader), nil
		case isExample(examples, r):
			return setAside(AsideExample), nil
		}
		return c.take(p, d, r), nil
	}
}

// take adds a row to its record; a row with any fault changes nothing.
func (c *recorder) take(p *plan, d briefing.Description, r *cells.Row) fate {
	es, given := p.entries(r, d)
	if strings.ContainsAny(given, " \t\n") {
		return rejectRow(RejectField).at(1).saying(given)
	}
	if d.Kind == briefing.KindFact && given != "" && !briefing.Linkable(briefing.ID(given)) && (c.o.Record == nil || c.o.Record(briefing.Ref{Kind: d.Kind, ID: briefing.ID(given)}) == nil) {
		return rejectRow(RejectLink).at(1).saying(given) // no text could name it
	}
	draft := d.New()
	var refs []briefing.Ref
	lists := map[string]any{}
	var bad fate
	for _, e := range c.spoken(d, draft, es, lists) {
		s, reason := c.canonical(e)
		if reason == "" {
			s, reason, refs = c.resolve(e, s, refs)
		}
		to := any(draft)
		if reason == "" && e.list != "" {
			to = rowOf(d, draft, e.list, lists)
		}
		if reason == "" && e.field.Set(to, s) != nil {
			reason = RejectField
		}
		if reason != "" {
			bad = bad.and(rejectRow(reason).at(e.column).saying(e.text).unlessOne(e.field))
		}
	}
	if bad.reject != "" {
		return bad
	}
	id := c.identify(d, draft, given)
	if id == "" {
		return rejectRow(RejectRequired)
	}
	draft.SetID(id)
	return c.merge(p, d, r, draft, refs)
}

// rowOf is the one row of the draft's list that the sheet's row fills.
func rowOf(d briefing.Description, draft briefing.Record, list string, lists map[string]any) any {
	if lists[list] == nil {
		for _, l := range d.Lists {
			if l.Key == list {
				lists[list] = l.Add(draft)
			}
		}
	}
	return lists[list]
}

// merge adds the draft to the records, or to an earlier row's record.
func (c *recorder) merge(p *plan, d briefing.Description, r *cells.Row, draft briefing.Record, refs []briefing.Ref) fate {
	ref := draft.Ref()
	b := c.built[ref]
	if b == nil {
		b = &built{rec: draft}
		c.built[ref] = b
		c.order = append(c.order, ref)
	} else {
		for _, f := range d.Fields {
			if now, before := f.Get(draft), f.Get(b.rec); now != "" && before != "" && now != before {
				return rejectRow(RejectConflict).saying(now)
			}
		}
		for _, f := range d.Fields {
			if now := f.Get(draft); now != "" {
				_ = f.Set(b.rec, now) // it was set before, in the draft
			}
		}
		for _, l := range d.Lists {
			for i := range l.Len(draft) {
				to := l.Add(b.rec)
				for _, f := range l.Fields {
					_ = f.Set(to, f.Get(l.At(draft, i)))
				}
			}
		}
	}
	if f, ok := b.rec.(*briefing.Fact); ok {
		for i := range f.Claims {
			if f.Claims[i].ID == "" {
				f.Claims[i].ID = briefing.ID("c" + strconv.Itoa(i+1))
			}
		}
	}
	b.rows = append(b.rows, Rejected{File: place(p.part.file, p.table.Name()), Line: r.Line, Reason: RejectReference})
	b.refs = append(b.refs, refs...)
	return stay()
}

// rows counts the rows that each record came from.
func (c *recorder) rows() map[briefing.Ref]int {
	out := map[briefing.Ref]int{}
	for ref, b := range c.built {
		out[ref] = len(b.rows)
	}
	return out
}

// finish drops records that refer to records whose rows were rejected, and
// gives the rest in the order of the sheets.
func (c *recorder) finish() []briefing.Record {
	for again := true; again; {
		again = false
		for _, ref := range c.order {
			b := c.built[ref]
			if b == nil {
				continue
			}
			for _, to := range b.refs {
				if c.built[to] == nil && !c.inProject(to) {
					for _, row := range b.rows {
						row.Text = string(to.ID)
						c.led.staged--
						c.led.reject(row)
					}
					delete(c.built, ref)
					again = true
					break
				}
			}
		}
	}
	var out []briefing.Record
	for _, ref := range c.order {
		if b := c.built[ref]; b != nil {
			out = append(out, b.rec)
		}
	}
	return out
}

func (c *recorder) inProject(ref briefing.Ref) bool {
	if c.o.Find == nil {
		return false
	}
	id, ok := c.o.Find(ref.Kind, string(ref.ID))
	return ok && id == ref.ID
}
