// Package project is the open project as values: its records, its figures and
// the Snapshot of both as of a moment and for an audience. Measures, checks
// and the pack see a Snapshot and nothing else; the as-of gate and the
// audience's whitelist live here, once.
package project

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/figure"
)

// Project holds every record in a stable order (the order of entry) and the
// trade observations.
type Project struct {
	Pack          briefing.Pack
	Sources       []*briefing.Source
	Events        []*briefing.Event
	People        []*briefing.Person
	Organisations []*briefing.Organisation
	Agreements    []*briefing.Agreement
	Facilities    []*briefing.Facility
	Facts         []*briefing.Fact
	Series        []*briefing.Series
	Commodities   []*briefing.Commodity
	Groups        []*briefing.Group
	Messages      []*briefing.Message
	Imports       []*briefing.Import
	Versions      []*briefing.Version
	Typed         []*briefing.Typed
	Attachments   []*briefing.Attachment
	Nomenclatures []*briefing.Nomenclature
	Acceptances   []*briefing.Acceptance
	Tasks         []*briefing.Task
	Figures       *figure.Set // never nil in a project that the store opened
}

// list is the records of one kind, whatever their type.
type list interface {
	all() []briefing.Record
	insert(r briefing.Record, at int)
	replace(r briefing.Record, at int)
	remove(at int)
	find(ref briefing.Ref) int
	len() int
}

type listOf[T briefing.Record] struct{ of *[]T }

func (l listOf[T]) all() []briefing.Record {
	out := make([]briefing.Record, len(*l.of))
	for i, r := range *l.of {
		out[i] = r
	}
	return out
}

func (l listOf[T]) insert(r briefing.Record, at int)  { *l.of = insertAt(*l.of, at, r.(T)) }
func (l listOf[T]) replace(r briefing.Record, at int) { (*l.of)[at] = r.(T) }

// insertAt makes a new list unless the record goes to the end: readers may hold
// the old one.
func insertAt[T any](in []T, at int, r T) []T {
	if at == len(in) {
		return append(in, r)
	}
	return slices.Insert(slices.Clip(in), at, r)
}

// remove makes a new list: readers may hold the old one.
func (l listOf[T]) remove(at int) { *l.of = append((*l.of)[:at:at], (*l.of)[at+1:]...) }

func (l listOf[T]) len() int { return len(*l.of) }

func (l listOf[T]) find(ref briefing.Ref) int {
	return slices.IndexFunc(*l.of, func(r T) bool { return r.Ref() == ref })
}

// list gives the records of a kind, nil for the pack and for what is no kind.
func (p *Project) list(k briefing.Kind) list {
	switch k {
	case briefing.KindSource:
		return listOf[*briefing.Source]{&p.Sources}
	case briefing.KindEvent:
		return listOf[*briefing.Event]{&p.Events}
	case briefing.KindPerson:
		return listOf[*briefing.Person]{&p.People}
	case briefing.KindOrganisation:
		return listOf[*briefing.Organisation]{&p.Organisations}
	case briefing.KindAgreement:
		return listOf[*briefing.Agreement]{&p.Agreements}
	case briefing.KindFacility:
		return listOf[*briefing.Facility]{&p.Facilities}
	case briefing.KindFact:
		return listOf[*briefing.Fact]{&p.Facts}
	case briefing.KindSeries:
		return listOf[*briefing.Series]{&p.Series}
	case briefing.KindCommodity:
		return listOf[*briefing.Commodity]{&p.Commodities}
	case briefing.KindGroup:
		return listOf[*briefing.Group]{&p.Groups}
	case briefing.KindNomenclature:
		return listOf[*briefing.Nomenclature]{&p.Nomenclatures}
	case briefing.KindMessage:
		return listOf[*briefing.Message]{&p.Messages}
	case briefing.KindImport:
		return listOf[*briefing.Import]{&p.Imports}
	case briefing.KindVersion:
		return listOf[*briefing.Version]{&p.Versions}
	case briefing.KindTyped:
		return listOf[*briefing.Typed]{&p.Typed}
	case briefing.KindAttachment:
		return listOf[*briefing.Attachment]{&p.Attachments}
	case briefing.KindAcceptance:
		return listOf[*briefing.Acceptance]{&p.Acceptances}
	case briefing.KindTask:
		return listOf[*briefing.Task]{&p.Tasks}
	}
	return nil
}

// Records lists the records of a kind in their order.
func (p *Project) Records(k briefing.Kind) []briefing.Record {
	if k == briefing.KindPack {
		return []briefing.Record{&p.Pack}
	}
	if l := p.list(k); l != nil {
		return l.all()
	}
	return nil
}

// Put adds the record or replaces the one of the same reference.
func (p *Project) Put(r briefing.Record) {
	if k, ok := r.(*briefing.Pack); ok {
		p.Pack = *k
		return
	}
	l := p.list(r.Ref().Kind)
	if l == nil {
		return
	}
	if at := l.find(r.Ref()); at >= 0 {
		l.replace(r, at)
		return
	}
	l.insert(r, l.len())
}

// Insert adds a record that is not there, at its place among those of its
// kind; a place beyond the end is the end.
func (p *Project) Insert(r briefing.Record, at int) {
	if k, ok := r.(*briefing.Pack); ok {
		p.Pack = *k
		return
	}
	if l := p.list(r.Ref().Kind); l != nil {
		l.insert(r, min(max(at, 0), l.len()))
	}
}

// Remove takes the record out; it tells whether there was one.
func (p *Project) Remove(ref briefing.Ref) bool {
	l := p.list(ref.Kind)
	if l == nil {
		return false
	}
	at := l.find(ref)
	if at >= 0 {
		l.remove(at)
	}
	return at >= 0
}

// MakerOf tells whose figures the rows of an import are: who published their
// source or, where nobody is named, the kind of file they came in.
func (p *Project) MakerOf(id briefing.ID) string {
	for _, imp := range p.Imports {
		if imp.ID != id {
			continue
		}
		for _, s := range p.Sources {
			if s.ID == imp.Source && !s.Publisher.Empty() {
				return s.Publisher.Any(briefing.RU)
			}
		}
		return imp.Profile
	}
	return ""
}

// Find gives the record, nil when there is none.
func (p *Project) Find(ref briefing.Ref) briefing.Record {
	for _, r := range p.Records(ref.Kind) {
		if r.Ref() == ref {
			return r
		}
	}
	return nil
}
