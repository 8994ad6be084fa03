package pack

import (
	"slices"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// reference opens the part of background; its subsections hold the contents.
func (b *builder) reference() *document.Section {
	return &document.Section{NewPage: true}
}

// chronology lists the events of the partnership outside the visit's programme,
// in order of time; what has no known day shows what is known.
func (b *builder) chronology() *document.Section {
	var events, programme []*briefing.Event
	if b.s.Pack.Event != "" {
		programme = b.s.Programme(b.s.Pack.Event)
	}
	for _, e := range b.s.Events {
		if e.ID != b.s.Pack.Event && !slices.Contains(programme, e) {
			events = append(events, e)
		}
	}
	slices.SortStableFunc(events, func(x, y *briefing.Event) int { return inTime(x.When, y.When) })
	if len(events) == 0 {
		return nil
	}
	t := document.Table{
		Title: b.t("chronology.title"), New: briefing.KindEvent,
		Columns: []document.Column{
			{Key: "when", Title: b.t("col.date"), Weight: 0.9},
			{Key: "what", Title: b.t("col.event"), Weight: 2.2},
			{Key: "who", Title: b.t("col.participants"), Weight: 1.5},
			{Key: "state", Title: b.t("col.state"), Weight: 0.8},
			{Key: "source", Title: b.t("col.source"), Weight: 0.5},
		},
	}
	var ids []briefing.ID
	for _, e := range events {
		ref := e.Ref()
		ids = append(ids, e.Sources...)
		when := lang.Period(b.l, e.When)
		if e.When.Kind == briefing.NoPeriod {
			when = b.t("chronology.no_date")
		}
		what := []document.Run{{Text: b.in(e.Title), Shows: b.shows(document.Cell{}, e, "title").Shows}}
		if out, ok := b.field(e, "outcome"); ok && len(out) > 0 {
			for i := range out {
				if out[i].Tone != document.Bad {
					out[i].Tone = document.Secondary
				}
			}
			what = append(append(what, document.Run{Text: "\n"}), out...)
		}
		shown := joined(b.shows(document.Cell{Runs: what}, e, "title", "outcome"), "\n")
		if shown.Shows == nil { // the outcome holds figures: the title can be given back all the same
			shown = tailed(b.shows(shown, e, "title"), document.RunsText(what[1:]))
		}
		t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: []document.Cell{
			b.shows(document.Txt(when), e, "when"),
			shown,
			document.Txt(b.people2(e)),
			b.shows(document.Txt(lang.Enum(b.l, "event_status", e.Status)), e, "status"),
			b.sourceCell(e, "sources", e.Sources),
		}})
	}
	dropEmptyColumns(&t)
	t.Source = b.sourceLine(ids)
	return &document.Section{Blocks: []document.Block{b.table(t)}}
}

// inTime orders periods as a reader looks for them: by their beginning, or by
// the latest day where only that is known; what has no date at all comes last.
func inTime(x, y briefing.Period) int {
	at := func(p briefing.Period) time.Time {
		if t := p.Start(); !t.IsZero() {
			return t
		}
		return p.End()
	}
	if x.Kind != briefing.NoPeriod && y.Kind != briefing.NoPeriod {
		if c := at(x).Compare(at(y)); c != 0 {
			return c
		}
	}
	return x.Compare(y)
}

func (b *builder) proposals() *document.Section {
	p := b.points3("proposal")
	if len(p.Items) == 0 {
		return nil
	}
	return &document.Section{Blocks: []document.Block{p}}
}

// people is the card of each person: three scripts, pronunciation, post, when
// last met.
func (b *builder) people() *document.Section {
	var blocks []document.Block
	for _, side := range b.sides() {
		t := document.Table{
			Title: side.title, New: briefing.KindPerson, Given: map[string]string{"country": side.country},
			Columns: []document.Column{
				{Key: "name", Title: b.t("col.name"), Weight: 1.3},
				{Key: "scripts", Title: b.t("col.scripts"), Weight: 1.1},
				{Key: "say", Title: b.t("col.stress"), Weight: 0.9},
				{Key: "post", Title: b.t("col.post"), Weight: 1.8},
				{Key: "met", Title: b.t("col.last_met"), Weight: 1.1},
				{Key: "source", Title: b.t("col.source"), Weight: 0.5},
			},
		}
		for _, p := range side.people {
			ref := p.Ref()
			t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: []document.Cell{
				b.nameCell(p),
				b.scriptsCell(p), b.shows(document.Txt(b.pronunciation(p)), p, "stress"),
				b.postCell(p, b.semis(first(b.placedPosts(p), b.t("people.post_open")), b.in(p.Biography))),
				document.Txt(b.commas(lang.Period(b.l, p.LastMet), b.in(p.LastMetFor))),
				{Runs: b.refs(p.Sources...)},
			}})
		}
		dropEmptyColumns(&t)
		blocks = append(blocks, b.table(t))
	}
	if len(blocks) == 0 {
		return nil
	}
	if note := b.peopleNote(); note != "" {
		blocks = append(blocks, document.Note{Title: b.t("word.note"), Runs: document.Plain(b.closed(note))})
	}
	return &document.Section{NewPage: true, Joins: true, Blocks: blocks}
}

func (b *builder) personName(p *briefing.Person) []document.Run {
	runs := []document.Run{{Text: b.in(p.Name), Bold: true}}
	if p.Address != "" {
		if s := lang.Enum(b.l, "address", p.Address); s != "" {
			runs = append(runs, document.Run{Text: "\n" + s, Tone: document.Secondary})
		}
	}
	return runs
}

// nameCell is the name with the form of address under it.
func (b *builder) nameCell(p *briefing.Person) document.Cell {
	runs := b.personName(p)
	c := tailed(b.shows(document.Cell{Runs: runs}, p, "name"), document.RunsText(runs[1:]))
	c.Photo = b.portrait(p)
	return c
}

// portrait is the photograph of a person for the page, nil where there is none.
func (b *builder) portrait(p *briefing.Person) *document.Picture {
	if b.s.Portrait == nil || b.setting.NoPhotos || b.s.Audience == briefing.Partner {
		return nil
	}
	pic, ok := b.s.Portrait(p.ID)
	if !ok {
		return nil
	}
	ref := p.Ref()
	return &document.Picture{Data: pic.JPEG, Width: pic.Side, Height: pic.Side, File: pic.File, Fault: pic.Fault, Origin: &ref}
}

// scriptsCell is the name in the two other languages, a line each.
func (b *builder) scriptsCell(p *briefing.Person) document.Cell {
	c := document.Txt(b.otherScripts(p))
	var fields []string
	for _, l := range b.langs() {
		if l != b.l && p.Name.In(l) != "" {
			fields = append(fields, "name_"+string(l))
		}
	}
	if len(fields) == 0 {
		return c
	}
	return joined(b.shows(c, p, fields...), "\n")
}

// pronunciation is recorded with Russian stress marks and serves who reads
// the name aloud in Russian.
func (b *builder) pronunciation(p *briefing.Person) string {
	if b.l != briefing.RU {
		return ""
	}
	return p.Stress
}

func (b *builder) otherScripts(p *briefing.Person) string {
	var out []string
	for _, l := range b.langs() {
		if l != b.l && p.Name.In(l) != "" {
			out = append(out, p.Name.In(l))
		}
	}
	return join("\n", out...)
}

// dropEmptyColumns takes out columns in which no row has anything.
func dropEmptyColumns(t *document.Table) {
	for c := len(t.Columns) - 1; c > 0; c-- {
		empty := true
		for _, r := range t.Rows {
			if c < len(r.Cells) && !blank(r.Cells[c]) {
				empty = false
			}
		}
		if !empty {
			continue
		}
		dropColumn(t, c)
	}
}

func dropColumn(t *document.Table, c int) {
	t.Columns = slices.Delete(t.Columns, c, c+1)
	for i := range t.Rows {
		if c < len(t.Rows[i].Cells) {
			t.Rows[i].Cells = slices.Delete(slices.Clone(t.Rows[i].Cells), c, c+1)
		}
	}
}

func blank(c document.Cell) bool {
	return c.Text == "" && len(c.Runs) == 0 && !c.Number.Valid && !c.Low.Valid && !c.High.Valid
}
