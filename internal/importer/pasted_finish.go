package importer

import (
	"slices"
	"strings"

	"briefing/internal/briefing"
	"briefing/internal/importer/cells"
)

// reference takes a cell that names other records, several parted by
// semicolons or line ends. Sources that the project does not have are made;
// of other kinds the names are kept in the note.
func (p *paster) reference(d *draft, column int, f *sheetField, text string) {
	if f.field.Target == briefing.KindSource {
		p.cite(d, column, f, text)
		return
	}
	if f.field.Target == briefing.KindOrganisation && p.otherName(d, column, f, text) {
		return
	}
	parts := p.partedNames(f, text)
	if _, whole := p.o.Find(f.field.Target, oneLine(text)); whole {
		parts = []string{oneLine(text)}
	}
	var ids []briefing.ID
	var lost []string
	for _, name := range parts {
		if id, ok := p.o.Find(f.field.Target, name); ok {
			ids = append(ids, id)
		} else if id, ok := p.organisation(column, f, name); ok {
			ids = append(ids, id)
		} else {
			lost = append(lost, name)
		}
	}
	if len(ids) == 0 {
		p.keep(d, column, text, RejectReference)
	} else if len(lost) > 0 {
		p.keep(d, column, strings.Join(lost, "; "), RejectReference)
	}
	switch {
	case len(ids) == 0:
	case f.field.Type == briefing.RefsField:
		p.refer(d.rec, f, append(briefing.SplitIDs(f.field.Get(d.rec)), ids...))
	case f.list != "" && d.lists[f.list] == nil: // participants: a row for each
		for _, l := range p.desc.Lists {
			if l.Key != f.list {
				continue
			}
			first := l.Len(d.rec)
			for _, id := range ids {
				_ = f.field.Set(l.Add(d.rec), string(id)) // an ID of the project has no blank
			}
			d.lists[f.list] = l.At(d.rec, first) // when all are there: adding moves the rows
		}
	case len(ids) > 1:
		p.keep(d, column, text, RejectReference)
	default:
		to := any(d.rec)
		if f.list != "" {
			to = rowOf(p.desc, d.rec, f.list, d.lists)
		}
		if f.field.Get(to) != "" {
			p.keep(d, column, text, RejectTwice)
			return
		}
		_ = f.field.Set(to, string(ids[0]))
	}
}

func (p *paster) refer(rec briefing.Record, f *sheetField, ids []briefing.ID) {
	_ = f.field.Set(rec, briefing.JoinIDs(ids)) // lists of references take any IDs
}

// partedNames are the names in a cell; those of people, who have no commas in their names,
// may stand between commas.
func (p *paster) partedNames(f *sheetField, text string) []string {
	var out []string
	for _, s := range parted(text) {
		if _, ok := p.o.Find(f.field.Target, s); ok || f.field.Target != briefing.KindPerson {
			out = append(out, s)
			continue
		}
		for _, one := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '，' || r == '、' }) {
			if one = strings.TrimSpace(one); one != "" {
				out = append(out, one)
			}
		}
	}
	return out
}

// parted splits names at semicolons and line ends.
func parted(text string) []string {
	var out []string
	for _, s := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' || r == '；' }) {
		if s = string(cells.Trim([]byte(s))); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// finish gives a record its ID, its note and what follows from the rows
// around it.
func (p *paster) finish(d *draft) {
	d.rec.SetID(p.o.NewID(p.out.Kind))
	switch r := d.rec.(type) {
	case *briefing.Fact:
		p.finishFact(r)
	case *briefing.Event:
		p.finishEvent(d, r)
	case *briefing.Person:
		p.settleCountry(r)
		if r.Rank == 0 {
			p.o.Rank++
			r.Rank = p.o.Rank
		} else {
			p.o.Rank = max(p.o.Rank, r.Rank)
		}
	case *briefing.Message:
		if r.Kind == "" {
			r.Kind = "talking-point"
		}
		p.entitle(r)
	}
	for _, title := range p.out.Above {
		d.note = append(d.note, p.t("from", title))
	}
	if len(d.note) == 0 {
		return
	}
	for _, f := range p.desc.Fields {
		if f.Label == pastedNote && f.Lang == p.noteLang() {
			_ = f.Set(d.rec, strings.Join(d.note, "\n")) // prose takes any text
		}
	}
}

// noteLang is the language in which notes are kept.
func (p *paster) noteLang() briefing.Lang { return p.o.Lang }

// finishFact says what pasting knows of a fact: that nobody has checked it.
func (p *paster) finishFact(r *briefing.Fact) {
	if r.Status == "" {
		r.Status = briefing.Unverified
	}
	if r.Nature == "" {
		r.Nature = briefing.NatureFact
	}
	for i := range r.Claims {
		if r.Claims[i].ID == "" {
			r.Claims[i].ID = briefing.ID("c" + itoa(i+1))
		}
	}
}

// finishEvent gives an event the day of the rows above it, as merged cells and
// headings mean it, and makes it part of the visit.
func (p *paster) finishEvent(d *draft, r *briefing.Event) {
	if r.When.Kind == briefing.NoPeriod && !p.dateKept(d) {
		r.When = p.day
	} else if r.When.Kind == briefing.DayPeriod {
		p.day = r.When
	}
	if v := p.o.Visit; v != nil && r.Parent == "" && within(r.When, v.When) {
		r.Parent = v.ID
	}
}

// attachNear makes rows of the day before the visit and of the day after it parts
// of it as well, where others of the table are: a flight after midnight stands in
// the programme of those who take it. By itself such a day may be anything's.
func (p *paster) attachNear() {
	v := p.o.Visit
	if v == nil || p.out.Kind != briefing.KindEvent {
		return
	}
	programme := slices.ContainsFunc(p.out.Rows, func(r PastedRow) bool { return r.Record.(*briefing.Event).Parent == v.ID })
	for _, r := range p.out.Rows {
		if e := r.Record.(*briefing.Event); programme && e.Parent == "" && e.DayKnown() && nearby(e.When, v.When) {
			e.Parent = v.ID
		}
	}
}

// dateKept tells whether the row has a date that could not be read: then it is
// not that of the row above.
func (p *paster) dateKept(d *draft) bool {
	for _, f := range d.row.Problems {
		if f.Column > 0 && p.out.Columns[f.Column-1].Field == "when" {
			return true
		}
	}
	return false
}
