package project

import (
	"cmp"
	"slices"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/classification"
)

// Options choose what a Snapshot is taken of.
type Options struct {
	AsOf     time.Time         // zero: the pack's own moment
	Audience briefing.Audience // one audience; zero: the leader
	Addendum bool              // with what came after the main pack's moment
}

// Snapshot is the project as of a moment and for an audience. Its records are
// its own deep copies: what was published after the moment is gone, and so is
// every record and every field that the audience may not see. Fields that an
// audience may not see are empty, so nothing downstream filters by Place,
// Status or Use again. Figures are shared with the project and read only.
//
// People come in protocol order, messages and series in the order of the pack,
// kept even where the audience may not see the numbers that make the order.
type Snapshot struct {
	*Project
	AsOf     time.Time // zero while the project has no moment; nothing is gated then
	Audience briefing.Audience
	Addendum bool
	Held     []Held // what was kept out, in a fixed order
	// Names are the commodity names of the project's lists, for who takes the
	// snapshot to set; nil is none.
	Names *classification.Names
	// Computed prints what a text holds of the observations; it is for who takes
	// the snapshot to set. nil leaves such texts out.
	Computed Computed
	// Attached reads the file of that name attached to a record; it is for who
	// takes the snapshot to set. nil stands for none.
	Attached func(owner briefing.Ref, file string) (data []byte, ok bool)
	// Portrait is the photograph of a person, as it is printed; it is for who takes
	// the snapshot to set. nil stands for none, and the other side gets none
	// either: nothing is known of who agreed to his being handed over.
	Portrait func(person briefing.ID) (Portrait, bool)
	// Outrun are translations older than their Russian texts, for who takes the
	// snapshot to set; in no fixed order.
	Outrun []Outrun
	// Mirrors are imports whose rows come from the returns of the partner
	// countries, for who takes the snapshot to set: their notes say so, and not
	// every reader sees those.
	Mirrors map[briefing.ID]bool

	headlines []*briefing.Fact
	backing   map[briefing.Ref][]briefing.ID // sources that may be cited
	unnamed   map[briefing.Ref][]briefing.ID // sources that the reader is not told of
	inPack    map[briefing.Ref]bool
	index     map[briefing.Ref]briefing.Record
	late      map[briefing.Ref]bool // facts kept for the addendum
}

// Portrait is a square photograph, or why there is none to print.
type Portrait struct {
	JPEG  []byte
	Side  int    // pixels
	File  string // its name
	Fault string // a key of package picture
}

// Outrun is a translation that was not touched since the Russian text of the
// field was edited.
type Outrun struct {
	Ref   briefing.Ref
	List  string        // of a row of the record, else empty
	Field string        // key of the field, without its language
	Lang  briefing.Lang // of the translation
	Was   string        // the Russian text when the translation was last touched
	Now   string        // the Russian text after its last edit, by which a row is known
}

// Computed prints what a text holds of the observations (Binding.Data) in a
// language; ok is false when they don't bear it.
type Computed interface {
	Print(b briefing.Binding, l briefing.Lang) (text string, ok bool)
}

// HeldReason tells why something was kept out of a snapshot.
type HeldReason string

// Reasons.
const (
	AfterMoment  HeldReason = "after-moment"  // published after the as-of moment
	ForAddendum  HeldReason = "for-addendum"  // kept for the addendum
	RejectedFact HeldReason = "rejected"      // status «отклонено»
	CompilerOnly HeldReason = "compiler-only" // on the compiler's sheet or nowhere
	NotForReader HeldReason = "audience"      // use or kind not allowed for the audience
	BoundToHeld  HeldReason = "bound-to-held" // its text holds the figure of a fact that was kept out
)

// Held is a record, or a part of one, that was kept out.
type Held struct {
	Ref    briefing.Ref
	Why    HeldReason
	Claim  briefing.ID // of a fact: only this claim was kept out
	Source briefing.ID // the source that is late or not for the reader
	Chosen bool        // the claim was one to be printed
	Field  string      // only the text of this label went, in all languages
	Rows   int         // of an import: only so many rows went, of periods that had not ended
	Part   bool        // only the claim, source, text or rows went; the record itself stays
	Pack   bool        // the record was meant for the pack
	// Record is the copy that was kept out whole; only the compiler gets it.
	Record briefing.Record
}

// Take makes the snapshot. The project is not changed and not kept.
func Take(p *Project, o Options) *Snapshot {
	if o.AsOf.IsZero() {
		o.AsOf, _ = p.Pack.Moment()
	}
	if o.Audience == 0 {
		o.Audience = briefing.Leader
	}
	t := newTaking(p, o)
	t.gate()
	t.gateLeads()
	t.applyAudience()
	t.holdBound()
	t.holdEmptySeries()
	t.holdHidden()
	t.keepUsedSources()
	t.holdStrangers()
	s := t.finish()
	s.inPack = packSet(p, o, s)
	return s
}

// packSet is the set of records that stand in the pack itself: for the
// compiler, who sees more, those that the leader gets.
func packSet(p *Project, o Options, s *Snapshot) map[briefing.Ref]bool {
	if o.Audience == briefing.Compiler {
		o.Audience = briefing.Leader
		return Take(p, o).inPack
	}
	set := make(map[briefing.Ref]bool, len(s.index))
	for ref := range s.index {
		set[ref] = true
	}
	for _, h := range s.Held {
		if h.Why == AfterMoment && h.Pack {
			set[h.Ref] = true
		}
	}
	return set
}

// InPack reports whether the record stands in the pack, or is meant to and
// was only kept out by the moment. For the compiler the pack is the leader's.
func (s *Snapshot) InPack(ref briefing.Ref) bool { return s.inPack[ref] }

// ForAddendum reports whether the record is a fact that was kept for the
// addendum: one that the main pack has nowhere.
func (s *Snapshot) ForAddendum(ref briefing.Ref) bool { return s.late[ref] }

// Get finds a record of the snapshot.
func (s *Snapshot) Get(ref briefing.Ref) (briefing.Record, bool) {
	r, ok := s.index[ref]
	return r, ok
}

func get[T briefing.Record](s *Snapshot, k briefing.Kind, id briefing.ID) (T, bool) {
	r, ok := s.index[briefing.Ref{Kind: k, ID: id}].(T)
	return r, ok
}

// Fact finds a fact.
func (s *Snapshot) Fact(id briefing.ID) (*briefing.Fact, bool) {
	return get[*briefing.Fact](s, briefing.KindFact, id)
}

// Source finds a source.
func (s *Snapshot) Source(id briefing.ID) (*briefing.Source, bool) {
	return get[*briefing.Source](s, briefing.KindSource, id)
}

// Person finds a person.
func (s *Snapshot) Person(id briefing.ID) (*briefing.Person, bool) {
	return get[*briefing.Person](s, briefing.KindPerson, id)
}

// Event finds an event.
func (s *Snapshot) Event(id briefing.ID) (*briefing.Event, bool) {
	return get[*briefing.Event](s, briefing.KindEvent, id)
}

// Organisation finds an organisation.
func (s *Snapshot) Organisation(id briefing.ID) (*briefing.Organisation, bool) {
	return get[*briefing.Organisation](s, briefing.KindOrganisation, id)
}

// Facility finds a facility.
func (s *Snapshot) Facility(id briefing.ID) (*briefing.Facility, bool) {
	return get[*briefing.Facility](s, briefing.KindFacility, id)
}

// Agreement finds an agreement.
func (s *Snapshot) Agreement(id briefing.ID) (*briefing.Agreement, bool) {
	return get[*briefing.Agreement](s, briefing.KindAgreement, id)
}

// Message finds a message.
func (s *Snapshot) Message(id briefing.ID) (*briefing.Message, bool) {
	return get[*briefing.Message](s, briefing.KindMessage, id)
}

// SeriesByID finds a series.
func (s *Snapshot) SeriesByID(id briefing.ID) (*briefing.Series, bool) {
	return get[*briefing.Series](s, briefing.KindSeries, id)
}

// Import finds an import.
func (s *Snapshot) Import(id briefing.ID) (*briefing.Import, bool) {
	return get[*briefing.Import](s, briefing.KindImport, id)
}

// SeriesFacts lists the facts of a series in order of period; of one period,
// in order of entry.
func (s *Snapshot) SeriesFacts(id briefing.ID) []*briefing.Fact {
	var out []*briefing.Fact
	for _, f := range s.Facts {
		if f.Series == id && id != "" {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b *briefing.Fact) int { return a.Period().Compare(b.Period()) })
	return out
}

// FacilityFacts lists the facts of a facility in order of entry.
func (s *Snapshot) FacilityFacts(id briefing.ID) []*briefing.Fact {
	var out []*briefing.Fact
	for _, f := range s.Facts {
		if f.Facility == id && id != "" {
			out = append(out, f)
		}
	}
	return out
}

// Headlines lists the headline facts in their order.
func (s *Snapshot) Headlines() []*briefing.Fact { return slices.Clone(s.headlines) }

// SourcesOf lists the sources that back the record and may be cited: of a
// fact the chosen claim's first, then those of its other claims and of the
// facts it is derived from.
func (s *Snapshot) SourcesOf(ref briefing.Ref) []briefing.ID { return slices.Clone(s.backing[ref]) }

// Unnamed reports whether a record stands on a source that the reader is not
// told of, so that it has none to be cited by.
func (s *Snapshot) Unnamed(ref briefing.Ref) bool { return len(s.unnamed[ref]) > 0 }

// Sample reports whether the snapshot holds invented data.
func (s *Snapshot) Sample() bool {
	return slices.ContainsFunc(s.Facts, func(f *briefing.Fact) bool { return f.Sample }) ||
		slices.ContainsFunc(s.Imports, func(i *briefing.Import) bool { return i.Sample })
}

func headlineOrder(facts []*briefing.Fact) []*briefing.Fact {
	var out []*briefing.Fact
	for _, f := range facts {
		if f.Headline > 0 {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b *briefing.Fact) int { return cmp.Compare(a.Headline, b.Headline) })
	return out
}
