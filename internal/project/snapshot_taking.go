package project

import (
	"cmp"
	"math"
	"slices"

	"briefing/internal/briefing"
)

// taking is a snapshot in the making: copies of all records, and the set of
// those that are out.
type taking struct {
	o    Options
	p    *Project // deep copies
	late map[briefing.ID]bool
	out  map[briefing.Ref]bool
	held []Held
}

func newTaking(p *Project, o Options) *taking {
	t := &taking{o: o, late: map[briefing.ID]bool{}, out: map[briefing.Ref]bool{}}
	t.p = &Project{
		Pack:          *copies([]*briefing.Pack{&p.Pack})[0],
		Sources:       copies(p.Sources),
		Events:        copies(p.Events),
		People:        copies(p.People),
		Organisations: copies(p.Organisations),
		Agreements:    copies(p.Agreements),
		Facilities:    copies(p.Facilities),
		Facts:         copies(p.Facts),
		Series:        copies(p.Series),
		Commodities:   copies(p.Commodities),
		Groups:        copies(p.Groups),
		Messages:      copies(p.Messages),
		Imports:       copies(p.Imports),
		Figures:       p.Figures,
	}
	for i, f := range p.Facts {
		// A copy loses options that its field does not know; those that keep
		// a fact from readers must not get lost into "allowed".
		t.p.Facts[i].Status, t.p.Facts[i].Place = f.Status, f.Place
	}
	return t
}

func copies[T briefing.Record](in []T) []T {
	if len(in) == 0 {
		return nil
	}
	d, _ := briefing.Describe(in[0].Ref().Kind)
	out := make([]T, len(in))
	for i, r := range in {
		out[i] = d.Copy(r).(T)
	}
	return out
}

// hold keeps a whole record out, once.
func (t *taking) hold(r briefing.Record, h Held) {
	ref := r.Ref()
	if t.out[ref] {
		return
	}
	t.out[ref] = true
	h.Ref, h.Pack = ref, meantForPack(r)
	if t.o.Audience == briefing.Compiler {
		h.Record = r
	}
	t.held = append(t.held, h)
}

// meantForPack reports whether the record would stand in the leader's pack
// but for the moment.
func meantForPack(r briefing.Record) bool {
	f, ok := r.(*briefing.Fact)
	return !ok || f.Status != briefing.Rejected && (f.Place == briefing.PlacePack || f.Place == "")
}

func (t *taking) in(k briefing.Kind, id briefing.ID) bool {
	return !t.out[briefing.Ref{Kind: k, ID: id}]
}

// finish drops what is out, mends references to it, orders, and blanks the
// fields that the audience may not see.
func (t *taking) finish() *Snapshot {
	s := &Snapshot{Project: t.p, AsOf: t.o.AsOf, Audience: t.o.Audience, Addendum: t.o.Addendum, Held: t.held}
	s.backing, s.unnamed = t.backing(), t.unnamed()
	t.dropHeld()
	rank := func(n int) int {
		if n == 0 {
			return math.MaxInt // without a rank: last
		}
		return n
	}
	slices.SortStableFunc(t.p.People, func(a, b *briefing.Person) int { return cmp.Compare(rank(a.Rank), rank(b.Rank)) })
	slices.SortStableFunc(t.p.Messages, func(a, b *briefing.Message) int { return cmp.Compare(rank(a.Order), rank(b.Order)) })
	slices.SortStableFunc(t.p.Series, func(a, b *briefing.Series) int { return cmp.Compare(rank(a.Order), rank(b.Order)) })
	s.headlines = headlineOrder(t.p.Facts)
	t.settleClaims()
	s.index, s.late = map[briefing.Ref]briefing.Record{}, map[briefing.Ref]bool{}
	for _, f := range t.p.Facts {
		if f.Place == briefing.PlaceAddendum {
			s.late[f.Ref()] = true
		}
	}
	for _, d := range briefing.Descriptions() {
		for _, r := range t.p.Records(d.Kind) {
			t.mendReferences(d, r)
			t.blank(d, r)
			s.index[r.Ref()] = r
		}
	}
	return s
}

func (t *taking) dropHeld() {
	p := t.p
	if p.Figures != nil {
		for _, i := range p.Imports {
			if t.out[i.Ref()] {
				p.Figures = p.Figures.DropImport(i.ID)
			}
		}
	}
	p.Sources = keep(t, p.Sources)
	p.Events = keep(t, p.Events)
	p.People = keep(t, p.People)
	p.Organisations = keep(t, p.Organisations)
	p.Agreements = keep(t, p.Agreements)
	p.Facilities = keep(t, p.Facilities)
	p.Facts = keep(t, p.Facts)
	p.Series = keep(t, p.Series)
	p.Commodities = keep(t, p.Commodities)
	p.Groups = keep(t, p.Groups)
	p.Messages = keep(t, p.Messages)
	p.Imports = keep(t, p.Imports)
}

func keep[T briefing.Record](t *taking, in []T) []T {
	return slices.DeleteFunc(in, func(r T) bool { return t.out[r.Ref()] })
}

// mendReferences takes references to what is out from the record; a row of a
// child list that is about a record which is out goes with it. References to
// records that never existed stay, for the checks to find.
func (t *taking) mendReferences(d briefing.Description, r briefing.Record) {
	t.mend(d.Fields, r)
	for _, l := range d.Lists {
		for i := l.Len(r) - 1; i >= 0; i-- {
			if t.mend(l.Fields, l.At(r, i)) {
				l.Remove(r, i)
			}
		}
	}
}

// mend reports whether a required reference of the row was lost.
func (t *taking) mend(fields []briefing.Field, row any) (lost bool) {
	for _, f := range fields {
		if f.Type != briefing.RefField && f.Type != briefing.RefsField {
			continue
		}
		ids := briefing.SplitIDs(f.Get(row))
		left := slices.DeleteFunc(slices.Clone(ids), func(id briefing.ID) bool { return !t.in(f.Target, id) })
		if len(left) == len(ids) {
			continue
		}
		set(f, row, briefing.JoinIDs(left))
		lost = lost || f.Required && len(left) == 0
	}
	return lost
}

// blank empties the fields that the audience may not see.
func (t *taking) blank(d briefing.Description, r briefing.Record) {
	blankFields(d.Fields, r, t.o.Audience)
	for _, l := range d.Lists {
		for i := range l.Len(r) {
			blankFields(l.Fields, l.At(r, i), t.o.Audience)
		}
	}
}

func blankFields(fields []briefing.Field, row any, who briefing.Audience) {
	for _, f := range fields {
		if f.For&who == 0 {
			set(f, row, "")
		}
	}
}

// set stores a value that the field itself gave or the empty one. Every field
// accepts both (a test walks them all), so a refusal is a mistake of this
// program, and going on would show the value to whom it is not meant for.
func set(f briefing.Field, row any, s string) {
	if err := f.Set(row, s); err != nil {
		panic("field " + f.Key + " refuses " + s + ": " + err.Error())
	}
}
