package project

import (
	"slices"

	"briefing/internal/briefing"
)

// What a reader may not be told the source of, he isn't told either: a number
// without a name behind it can be neither checked nor answered for, and the
// other side would know by it what the house knows.

// holdUntold keeps out claims of sources that are not for the audience, facts
// that nothing else stands behind, and what was computed from those.
func (t *taking) holdUntold() {
	kinds := map[briefing.ID]string{}
	for _, s := range t.p.Sources {
		kinds[s.ID] = s.Kind
	}
	untold := func(id briefing.ID) bool {
		kind, known := kinds[id]
		return known && !sourceAllowed(t.o.Audience, kind)
	}
	for _, f := range t.p.Facts {
		if !t.out[f.Ref()] {
			t.dropUntold(f, untold)
		}
	}
	t.holdComputed(untold)
	t.holdKnownInside(untold)
	for _, i := range t.p.Imports {
		_, known := kinds[i.Source]
		switch {
		case untold(i.Source):
			t.hold(i, Held{Why: NotForReader, Source: i.Source})
		case t.o.Audience == briefing.Partner && !known: // nothing could stand under their tables
			t.hold(i, Held{Why: NotForReader})
		}
	}
}

// holdKnownInside keeps from the other side what is known from the house's own
// sources alone: a meeting, an agreement, a facility. What is meant to be said
// (a message) stands for itself.
func (t *taking) holdKnownInside(untold func(briefing.ID) bool) {
	for _, k := range []briefing.Kind{briefing.KindEvent, briefing.KindAgreement, briefing.KindFacility} {
		d, _ := briefing.Describe(k)
		f, ok := d.Field("sources")
		if !ok {
			continue
		}
		for _, r := range t.p.Records(k) {
			ids := briefing.SplitIDs(f.Get(r))
			if len(ids) > 0 && !slices.ContainsFunc(ids, func(id briefing.ID) bool { return !untold(id) }) {
				t.hold(r, Held{Why: NotForReader, Source: ids[0]})
			}
		}
	}
}

// dropUntold takes the claims from the fact; one that has none left to print is
// held.
func (t *taking) dropUntold(f *briefing.Fact, untold func(briefing.ID) bool) {
	printed := f.Printed()
	var lost []Held
	left := slices.DeleteFunc(slices.Clone(f.Claims), func(c briefing.Claim) bool {
		if !untold(c.Source) {
			return false
		}
		if c.Role != briefing.RoleVerification {
			lost = append(lost, Held{
				Ref: f.Ref(), Why: NotForReader, Claim: c.ID, Source: c.Source, Part: true, Pack: meantForPack(f),
				Chosen: slices.ContainsFunc(printed, func(p briefing.Claim) bool { return p.ID == c.ID }),
			})
		}
		return true
	})
	if len(lost) == 0 {
		f.Claims = left
		return
	}
	if !slices.ContainsFunc(left, func(c briefing.Claim) bool { return c.Role != briefing.RoleVerification }) {
		t.hold(f, Held{Why: NotForReader, Claim: lost[0].Claim, Source: lost[0].Source, Chosen: lost[0].Chosen})
		return // its copy keeps what it said, for who asks why it went
	}
	t.held = append(t.held, lost...)
	f.Claims = left
	if !slices.ContainsFunc(left, func(c briefing.Claim) bool { return c.ID == f.Chosen }) {
		f.Chosen = "" // what may be told stands for itself
	}
}

// holdComputed holds facts that were computed from facts which are out for
// their source, and that nobody else has published; however long the chain is.
func (t *taking) holdComputed(untold func(briefing.ID) bool) {
	gone := map[briefing.ID]bool{}
	for _, h := range t.held {
		if h.Why == NotForReader && h.Ref.Kind == briefing.KindFact && !h.Part && untold(h.Source) {
			gone[h.Ref.ID] = true
		}
	}
	published := func(c briefing.Claim) bool { return c.Source != "" && c.Role != briefing.RoleVerification }
	for changed := true; changed; {
		changed = false
		for _, f := range t.p.Facts {
			if t.out[f.Ref()] || slices.ContainsFunc(f.Claims, published) {
				continue
			}
			if slices.ContainsFunc(f.Parents, func(id briefing.ID) bool { return gone[id] }) {
				t.hold(f, Held{Why: NotForReader})
				gone[f.ID], changed = true, true
			}
		}
	}
}

// holdThird keeps from the other side the rows of trade that it is no side of:
// what we trade with third countries is not its business.
func (t *taking) holdThird() {
	if t.o.Audience != briefing.Partner || t.p.Pack.Partner == "" {
		return
	}
	kept, dropped := t.p.Figures.TradeOf(t.p.Pack.Partner)
	t.p.Figures = kept
	for _, i := range t.p.Imports {
		if n := dropped[i.ID]; n > 0 && !t.out[i.Ref()] {
			t.held = append(t.held, Held{Ref: i.Ref(), Why: NotForReader, Part: true, Pack: true, Rows: n})
		}
	}
}
