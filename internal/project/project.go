// Package project is the open project as values: its records, its figures and
// the Snapshot of both as of a moment and for an audience. Measures, checks
// and the pack see a Snapshot and nothing else; the as-of gate and the
// audience's whitelist live here, once.
package project

import (
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
	Messages      []*briefing.Message
	Imports       []*briefing.Import
	Figures       *figure.Set // never nil in a project that the store opened
}

// Records lists the records of a kind in their order.
func (p *Project) Records(k briefing.Kind) []briefing.Record {
	switch k {
	case briefing.KindPack:
		return []briefing.Record{&p.Pack}
	case briefing.KindSource:
		return records(p.Sources)
	case briefing.KindEvent:
		return records(p.Events)
	case briefing.KindPerson:
		return records(p.People)
	case briefing.KindOrganisation:
		return records(p.Organisations)
	case briefing.KindAgreement:
		return records(p.Agreements)
	case briefing.KindFacility:
		return records(p.Facilities)
	case briefing.KindFact:
		return records(p.Facts)
	case briefing.KindSeries:
		return records(p.Series)
	case briefing.KindCommodity:
		return records(p.Commodities)
	case briefing.KindMessage:
		return records(p.Messages)
	case briefing.KindImport:
		return records(p.Imports)
	}
	return nil
}

func records[T briefing.Record](in []T) []briefing.Record {
	out := make([]briefing.Record, len(in))
	for i, r := range in {
		out[i] = r
	}
	return out
}

// Put adds the record or replaces the one of the same reference.
func (p *Project) Put(r briefing.Record) {
	switch r := r.(type) {
	case *briefing.Pack:
		p.Pack = *r
	case *briefing.Source:
		p.Sources = put(p.Sources, r)
	case *briefing.Event:
		p.Events = put(p.Events, r)
	case *briefing.Person:
		p.People = put(p.People, r)
	case *briefing.Organisation:
		p.Organisations = put(p.Organisations, r)
	case *briefing.Agreement:
		p.Agreements = put(p.Agreements, r)
	case *briefing.Facility:
		p.Facilities = put(p.Facilities, r)
	case *briefing.Fact:
		p.Facts = put(p.Facts, r)
	case *briefing.Series:
		p.Series = put(p.Series, r)
	case *briefing.Commodity:
		p.Commodities = put(p.Commodities, r)
	case *briefing.Message:
		p.Messages = put(p.Messages, r)
	case *briefing.Import:
		p.Imports = put(p.Imports, r)
	}
}

// Remove takes the record out; it tells whether there was one.
func (p *Project) Remove(ref briefing.Ref) bool {
	switch ref.Kind {
	case briefing.KindSource:
		return remove(&p.Sources, ref)
	case briefing.KindEvent:
		return remove(&p.Events, ref)
	case briefing.KindPerson:
		return remove(&p.People, ref)
	case briefing.KindOrganisation:
		return remove(&p.Organisations, ref)
	case briefing.KindAgreement:
		return remove(&p.Agreements, ref)
	case briefing.KindFacility:
		return remove(&p.Facilities, ref)
	case briefing.KindFact:
		return remove(&p.Facts, ref)
	case briefing.KindSeries:
		return remove(&p.Series, ref)
	case briefing.KindCommodity:
		return remove(&p.Commodities, ref)
	case briefing.KindMessage:
		return remove(&p.Messages, ref)
	case briefing.KindImport:
		return remove(&p.Imports, ref)
	}
	return false
}

func put[T briefing.Record](in []T, r T) []T {
	for i := range in {
		if in[i].Ref() == r.Ref() {
			in[i] = r
			return in
		}
	}
	return append(in, r)
}

func remove[T briefing.Record](in *[]T, ref briefing.Ref) bool {
	for i, r := range *in {
		if r.Ref() == ref {
			*in = append((*in)[:i:i], (*in)[i+1:]...)
			return true
		}
	}
	return false
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
