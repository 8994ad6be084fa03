package project

import (
	"slices"

	"briefing/internal/briefing"
)

// gate keeps out what was published after the moment: single claims and
// sources of a record first, then records that nothing else backs, then facts
// derived from those. What has no date, or no hour on the day of the moment,
// stays in; check 8 tells of it. Imported rows for a period that had not ended
// by then can't have been published, whatever is known of their file.
func (t *taking) gate() {
	if t.o.AsOf.IsZero() {
		return
	}
	for _, s := range t.p.Sources {
		if s.Published.Against(t.o.AsOf) == briefing.After {
			t.late[s.ID] = true
		}
	}
	for _, f := range t.p.Facts {
		t.gateFact(f)
	}
	t.gateDerived()
	for _, k := range []briefing.Kind{
		briefing.KindEvent, briefing.KindPerson, briefing.KindOrganisation,
		briefing.KindAgreement, briefing.KindFacility, briefing.KindMessage,
	} {
		for _, r := range t.p.Records(k) {
			t.gateSources(r, sourceList(r))
		}
	}
	for _, m := range t.p.Messages {
		if m.Published.Against(t.o.AsOf) == briefing.After {
			t.hold(m, Held{Why: AfterMoment})
		}
	}
	for _, i := range t.p.Imports {
		if t.late[i.Source] {
			t.hold(i, Held{Why: AfterMoment, Source: i.Source})
		}
	}
	ended, dropped := t.p.Figures.Ended(t.o.AsOf)
	t.p.Figures = ended
	for _, i := range t.p.Imports {
		if n := dropped[i.ID]; n > 0 && !t.out[i.Ref()] {
			t.held = append(t.held, Held{Ref: i.Ref(), Why: AfterMoment, Part: true, Pack: true, Rows: n})
		}
	}
}

// gateLeads takes the leads of sections out of a pack that is made as of an
// earlier moment than its own: they were written by hand, of what was known at
// the pack's moment, and name neither figures nor sources by which it could be
// told which of them were true before. They stay while nothing else went.
func (t *taking) gateLeads() {
	own, ok := t.p.Pack.Moment()
	if !ok || !t.o.AsOf.Before(own) || !slices.ContainsFunc(t.held, func(h Held) bool { return h.Why == AfterMoment && h.Pack }) {
		return
	}
	for _, lead := range []struct {
		label string
		text  *briefing.Text
	}{
		{"summary_deck", &t.p.Pack.SummaryDeck}, {"trade_deck", &t.p.Pack.TradeDeck}, {"hub_deck", &t.p.Pack.HubDeck},
	} {
		if lead.text.Empty() {
			continue
		}
		*lead.text = briefing.Text{}
		t.held = append(t.held, Held{Ref: t.p.Pack.Ref(), Why: AfterMoment, Field: lead.label, Part: true, Pack: true})
	}
}

// gateFact turns claims of late sources into verification, which is never
// cited; a fact that then has nothing to cite is held.
func (t *taking) gateFact(f *briefing.Fact) {
	chosen, settled := f.Claim()
	var lost []Held
	left := 0
	for i := range f.Claims {
		c := &f.Claims[i]
		switch {
		case c.Role == briefing.RoleVerification:
		case t.late[c.Source]:
			c.Role = briefing.RoleVerification
			lost = append(lost, Held{
				Ref: f.Ref(), Why: AfterMoment, Claim: c.ID, Source: c.Source,
				Chosen: settled && c.ID == chosen.ID, Part: true, Pack: meantForPack(f),
			})
		default:
			left++
		}
	}
	if len(lost) == 0 {
		return
	}
	if left > 0 {
		t.held = append(t.held, lost...)
		if slices.ContainsFunc(lost, func(h Held) bool { return h.Chosen }) {
			f.Chosen = "" // what was known by the moment stands for itself
		}
		return
	}
	last := lost[len(lost)-1]
	for _, h := range lost {
		if h.Chosen {
			last = h
		}
	}
	t.hold(f, Held{Why: AfterMoment, Claim: last.Claim, Source: last.Source, Chosen: last.Chosen})
}

// gateDerived holds facts computed from facts that are held, however long the
// chain is.
func (t *taking) gateDerived() {
	for changed := true; changed; {
		changed = false
		for _, f := range t.p.Facts {
			if t.out[f.Ref()] {
				continue
			}
			if slices.ContainsFunc(f.Parents, func(id briefing.ID) bool { return !t.in(briefing.KindFact, id) }) {
				t.hold(f, Held{Why: AfterMoment})
				changed = true
			}
		}
	}
}

// gateSources drops late sources from the record's list; a record that only
// late sources back is held.
func (t *taking) gateSources(r briefing.Record, list *[]briefing.ID) {
	if list == nil {
		return
	}
	var lost []briefing.ID
	for _, id := range *list {
		if t.late[id] {
			lost = append(lost, id)
		}
	}
	switch {
	case len(lost) == 0:
	case len(lost) == len(*list):
		t.hold(r, Held{Why: AfterMoment, Source: lost[0]})
	default:
		for _, id := range lost {
			t.held = append(t.held, Held{Ref: r.Ref(), Why: AfterMoment, Source: id, Part: true, Pack: true})
		}
		*list = slices.DeleteFunc(*list, func(id briefing.ID) bool { return t.late[id] })
	}
}

// sourceList points at the record's own list of sources, nil where the kind
// has none.
func sourceList(r briefing.Record) *[]briefing.ID {
	switch r := r.(type) {
	case *briefing.Event:
		return &r.Sources
	case *briefing.Person:
		return &r.Sources
	case *briefing.Organisation:
		return &r.Sources
	case *briefing.Agreement:
		return &r.Sources
	case *briefing.Facility:
		return &r.Sources
	case *briefing.Message:
		return &r.Sources
	}
	return nil
}

// backing lists for every record that is in the sources it may be cited by.
func (t *taking) backing() map[briefing.Ref][]briefing.ID {
	return t.standing(func(id briefing.ID) bool { return t.in(briefing.KindSource, id) })
}

// unnamed are the records that stand on a source which the reader is not told of.
func (t *taking) unnamed() map[briefing.Ref][]briefing.ID {
	kept := map[briefing.ID]bool{}
	for _, h := range t.held {
		if h.Why == NotForReader && h.Ref.Kind == briefing.KindSource {
			kept[h.Ref.ID] = true
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return t.standing(func(id briefing.ID) bool { return kept[id] })
}

// standing lists for every record that is in the sources among those wanted
// that it stands on.
func (t *taking) standing(wanted func(briefing.ID) bool) map[briefing.Ref][]briefing.ID {
	m := map[briefing.Ref][]briefing.ID{}
	add := func(ref briefing.Ref, ids ...briefing.ID) {
		for _, id := range ids {
			if id != "" && !t.late[id] && wanted(id) && !slices.Contains(m[ref], id) {
				m[ref] = append(m[ref], id)
			}
		}
	}
	facts := map[briefing.ID]*briefing.Fact{}
	for _, f := range t.p.Facts {
		facts[f.ID] = f
	}
	for _, f := range t.p.Facts {
		add(f.Ref(), citable(f, facts, map[briefing.ID]bool{})...)
	}
	for _, k := range []briefing.Kind{
		briefing.KindEvent, briefing.KindPerson, briefing.KindOrganisation,
		briefing.KindAgreement, briefing.KindFacility, briefing.KindMessage,
	} {
		for _, r := range t.p.Records(k) {
			add(r.Ref(), *sourceList(r)...)
		}
	}
	for _, i := range t.p.Imports {
		add(i.Ref(), i.Source)
	}
	for ref := range m {
		if t.out[ref] {
			delete(m, ref)
		}
	}
	return m
}

// citable lists the sources of the fact's claims, the chosen one first, then
// those of its parents; seen stops a circle of parents.
func citable(f *briefing.Fact, facts map[briefing.ID]*briefing.Fact, seen map[briefing.ID]bool) []briefing.ID {
	if f == nil || seen[f.ID] {
		return nil
	}
	seen[f.ID] = true
	var ids []briefing.ID
	if c, ok := f.Claim(); ok && c.Role != briefing.RoleVerification {
		ids = append(ids, c.Source)
	}
	for _, c := range f.Claims {
		if c.Role != briefing.RoleVerification {
			ids = append(ids, c.Source)
		}
	}
	for _, id := range f.Parents {
		ids = append(ids, citable(facts[id], facts, seen)...)
	}
	return ids
}
