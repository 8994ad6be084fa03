package store

import (
	"context"
	"encoding/binary"
	"fmt"
	"slices"

	"briefing/internal/briefing"
)

// Report is what a file holds that may be damaged: what can be read, and what
// can't or should not be relied on.
type Report struct {
	Pages    int
	BadPages int // that do not bear their checksum
	Records  int
	Figures  int // rows of trade observations in use
	Actions  int // of the history
	Damages  []Damage
}

// Damage is one thing that was found wrong.
type Damage struct {
	What   DamageKind
	Table  string      // of the file; the kind of the record
	Record briefing.ID // where it is known; of figures the import
	Field  string      // where only one is concerned
	Count  int         // how many, of rows without a name
	Text   string      // what stood there, if something did
}

// DamageKind is the key of a damage's sentence.
type DamageKind string

// Kinds of damage.
const (
	Lost       DamageKind = "lost"       // a record, a row or figures can't be read
	Incomplete DamageKind = "incomplete" // a field can't be read and is empty
	Unverified DamageKind = "unverified" // read, but from a page that does not bear its checksum
	Gap        DamageKind = "gap"        // a place that can't be read: rows may be missing
	BadPage    DamageKind = "page"       // pages that do not bear their checksum
	BadIndex   DamageKind = "index"      // a list for finding, made anew in a repaired file
	Foreign    DamageKind = "foreign"    // an entry of the schema that is not ours: not read
	BadHeader  DamageKind = "header"     // the file's first bytes are wrong
)

// Complete reports that all the file held could be read and relied on,
// whatever else is damaged.
func (r Report) Complete() bool {
	return !slices.ContainsFunc(r.Damages, func(d Damage) bool {
		return d.What != BadPage && d.What != BadIndex && d.What != BadHeader
	})
}

// salvage is what was read of a damaged file.
type salvage struct {
	ctx     context.Context
	report  Report
	trees   map[string]*tree
	kinds   []kindRows
	figures []batch
	action  []map[string]value
	others  map[string][]map[string]value // rows of tables that are neither records nor figures
	whole   map[string]bool               // hashes of attachments whose bytes are there
	holes   bool                          // the history is not whole
}

// kindRows are the records of a kind that could be read.
type kindRows struct {
	shape
	records []kept
}

type kept struct {
	briefing.Record
	position int64
}

func (s *salvage) damage(d Damage) {
	s.report.Damages = append(s.report.Damages, d)
}

// salvaged reads all that can be read of the bytes of a project file. It runs
// nothing that the file says, takes time and memory by the file's size, and
// fails only when nothing in the bytes is a project's.
func salvaged(ctx context.Context, path string, data []byte) (*salvage, error) {
	p := pagesOf(data)
	s := &salvage{ctx: ctx, others: map[string][]map[string]value{}, whole: map[string]bool{}}
	s.report.Pages = p.count()
	if count(p.good) == 0 {
		return nil, &briefing.Error{Code: briefing.CodeDamaged, Op: "salvage: no page of it is whole", Path: path}
	}
	best := -1
	for _, version := range versionsOf(p) {
		w, err := treesIn(ctx, p, version)
		if err != nil {
			return nil, err
		}
		if rows := w.readable(); rows > best {
			best, s.trees, p = rows, w.byName(), w.pages
		}
	}
	if best <= 0 {
		return nil, &briefing.Error{Code: briefing.CodeDamaged, Op: "salvage: no row of ours", Path: path}
	}
	s.pageDamages(p)
	s.history()
	for _, shape := range shapes() {
		if err := s.records(shape); err != nil {
			return nil, err
		}
	}
	s.attachments()
	return s, s.readFigures()
}

// versionsOf lists the versions that the file may be of. The header tells it,
// unless it is damaged.
func versionsOf(p *pages) []int64 {
	said := versionIn(p.data)
	if _, ok := schemaOf(said); ok {
		return []int64{said}
	}
	var all []int64
	for v := int64(SchemaVersion); v > 0; v-- {
		all = append(all, v)
	}
	return all
}

// treesIn reads the trees of the file as one of the version.
func treesIn(ctx context.Context, p *pages, version int64) (*walk, error) {
	trees, err := treesOf(version)
	if err != nil {
		return nil, err
	}
	p.owner = make([]*tree, len(p.owner))
	w := &walk{pages: p, ctx: ctx}
	list := &tree{object: object{kind: "table", name: "sqlite_schema"}, root: 1}
	list.columns = []column{
		{name: "type", kind: isText},
		{name: "name", kind: isText},
		{name: "tbl_name", kind: isText},
		{name: "rootpage", kind: isNumber},
		{name: "sql", kind: isText, nullable: true},
	}
	w.visit(list, 1, spot{})
	w.trees = trees
	w.heed(list)
	w.trees = append(w.trees, list)
	return w, w.run()
}

// heed takes the places of tables from the file's own list, as far as its
// pages bear their checksums. A table that is described otherwise there than
// this program does it is not read.
func (w *walk) heed(list *tree) {
	whole := list.gaps == 0 && len(list.bad) == 0
	for _, t := range w.trees {
		t.unlisted = whole
	}
	for _, c := range list.rows {
		if len(c.values) < 5 || !c.good {
			continue
		}
		o := object{string(c.values[0].b), string(c.values[1].b), string(c.values[2].b), string(c.values[4].b)}
		i := slices.IndexFunc(w.trees, func(t *tree) bool { return t.name == o.name })
		switch {
		case i < 0:
			w.trees = append(w.trees, &tree{object: o, foreign: true})
		case w.trees[i].object != o:
			w.trees[i].foreign = true
		default:
			w.trees[i].root, w.trees[i].unlisted = int(c.values[3].n), false
		}
	}
}

// readable is the number of rows that could be read.
func (w *walk) readable() (n int) {
	for _, t := range w.trees {
		if t.root > 1 {
			n += len(t.rows)
		}
	}
	return n
}

func (w *walk) byName() map[string]*tree {
	out := map[string]*tree{}
	for _, t := range w.trees {
		out[t.name] = t
	}
	return out
}

// pageDamages tells of pages and of tables as a whole.
func (s *salvage) pageDamages(p *pages) {
	for number := 1; number <= p.count(); number++ {
		if !p.good[number] {
			s.report.BadPages++
			if p.owner[number] == nil {
				s.damage(Damage{What: BadPage, Count: 1, Text: fmt.Sprint(number)})
			}
		}
	}
	if said := declaredPages(p); said != p.count() || len(p.data)%p.size != 0 {
		s.damage(Damage{What: BadHeader, Text: fmt.Sprintf("%d ≠ %d × %d", len(p.data), said, p.size)})
	}
	names := make([]string, 0, len(s.trees))
	for name := range s.trees {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		t := s.trees[name]
		switch {
		case t.foreign, t.unlisted:
			s.damage(Damage{What: Foreign, Table: name, Text: t.kind})
		case t.kind == "index" || name == "sqlite_schema":
			if len(t.bad)+t.gaps > 0 {
				s.damage(Damage{What: BadIndex, Table: name, Count: max(1, len(t.bad))})
			}
		default:
			if len(t.bad) > 0 {
				s.damage(Damage{What: BadPage, Table: name, Count: len(t.bad), Text: fmt.Sprint(t.bad)})
			}
			if t.gaps > 0 {
				s.damage(Damage{What: Gap, Table: name, Count: t.gaps})
			}
		}
	}
}

// declaredPages is the number of pages that the file should have.
func declaredPages(p *pages) int {
	if len(p.data) < headerSize {
		return 0
	}
	return int(binary.BigEndian.Uint32(p.data[atPages:]))
}

// rows gives the rows of a table that is not one of records: only those whose
// pages bear their checksums, since nobody could look them through by eye.
func (s *salvage) rows(name string) []map[string]value {
	t := s.trees[name]
	if t == nil {
		return nil
	}
	var out []map[string]value
	left := 0
	for _, c := range t.rows {
		if !c.good || !t.fits(c, true) || len(c.values) < len(t.columns) {
			left++
			continue
		}
		out = append(out, t.named(c))
	}
	if left > 0 {
		s.damage(Damage{What: Lost, Table: name, Count: left})
	}
	return out
}

// named gives the values of a row by the names of their columns.
func (t *tree) named(c cell) map[string]value {
	out := map[string]value{}
	for i, col := range t.columns {
		switch {
		case col.rowid:
			out[col.name] = value{kind: isNumber, n: c.rowid}
		case i < len(c.values):
			out[col.name] = c.values[i]
		}
	}
	return out
}

// history reads the tables that are neither records nor figures.
func (s *salvage) history() {
	s.action = s.rows("action")
	s.report.Actions = len(s.action)
	s.blobs()
	held := map[string]bool{"action": true, "blob": true, "figures": true, "figures_data": true}
	for _, sh := range shapes() {
		held[sh.table] = true
		for _, l := range sh.lists {
			held[l.table] = true
		}
	}
	for _, o := range schema() {
		if o.kind == "table" && !held[o.name] {
			s.others[o.name] = s.rows(o.name)
		}
	}
	for _, name := range []string{"action", "journal"} {
		t := s.trees[name]
		s.holes = s.holes || t == nil || t.foreign || t.unlisted || t.gaps+len(t.bad) > 0
	}
}
