package pivot

import (
	"slices"
	"sync"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Reader computes the pivots of a snapshot's texts, each once. It may be used
// from several goroutines.
type Reader struct {
	set    func(Spec) *figure.Set
	groups Groups
	maker  Maker
	mu     sync.Mutex
	got    map[string]made
}

// Groups gives the filters by which a set of product groups is asked; not ok
// for a set that is not there or can't be read.
type Groups func(set string) (filters []figure.Filter, ok bool)

// Maker tells who made an import: sums of different goods of different makers are
// not compared.
type Maker func(briefing.ID) string

type made struct {
	table *Table
	fault Fault
}

// NewReader reads from observations, which must not change any more; set chooses
// those that a pivot is of.
func NewReader(set func(Spec) *figure.Set, groups Groups, maker Maker) *Reader {
	return &Reader{set: set, groups: groups, maker: maker, got: map[string]made{}}
}

// Pivot is the pivot that a reference of a text means, or why there is none.
func (r *Reader) Pivot(b briefing.Binding) (*Table, Fault) {
	r.mu.Lock()
	defer r.mu.Unlock()
	got, known := r.got[b.Data]
	if !known {
		got.table, got.fault = r.read(b.Data)
		r.got[b.Data] = got
	}
	if got.fault == "" && !slices.Contains(got.table.Spec.Forms(), Form(b.Form)) {
		return nil, BadForm
	}
	return got.table, got.fault
}

func (r *Reader) read(key string) (*Table, Fault) {
	s, ok := Parse(key)
	if !ok {
		return nil, Malformed
	}
	return MakeOf(r.set(s), r.groups, r.maker, s)
}

// MakeOf is Make with the product groups looked up where the pivot needs them.
func MakeOf(set *figure.Set, groups Groups, maker Maker, s Spec) (*Table, Fault) {
	bases := []figure.Filter{{}}
	if s.Rows == figure.ByGroup || s.Columns == figure.ByGroup || s.Group != nil {
		if bases, _ = groups(s.Set); len(bases) == 0 {
			return nil, NoGroups
		}
	}
	return makeWith(set, bases, maker, s)
}

// Teller is who can tell the pivots of texts, of what texts are printed from.
type Teller interface {
	Pivot(b briefing.Binding) (*Table, Fault)
}
