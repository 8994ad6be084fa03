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
	inside := t.factsInside(untold)
	for _, f := range t.p.Facts {
		if !t.out[f.Ref()] {
			t.dropUntold(f, untold)
		}
	}
	for _, f := range t.p.Facts { // what is left of them was computed
		if inside[f.ID] != "" {
			t.hold(f, Held{Why: NotForReader, Source: inside[f.ID]})
		}
	}
	t.holdKnownInside(untold, inside)
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

// holdKnownInside keeps from the other side every record that is known from the
// house's own sources alone, whatever its kind: of each kind that names sources,
// or facts it rests on. Whether its words would be meant for him is not asked:
// the order of use says what may be said, not that it may be known from whom.
// What the pack's own settings name stays, as they choose its rows.
func (t *taking) holdKnownInside(untold func(briefing.ID) bool, facts map[briefing.ID]briefing.ID) {
	set := map[briefing.Ref]bool{{Kind: briefing.KindOrganisation, ID: t.p.Pack.Province}: true}
	for _, d := range briefing.Descriptions() {
		if d.Desk || d.Kind == briefing.KindFact || d.Kind == briefing.KindImport { // by claims and rows
			continue
		}
		for _, r := range t.p.Records(d.Kind) {
			if by, ok := knownBy(d, r, untold, facts); ok && !set[r.Ref()] {
				t.hold(r, Held{Why: NotForReader, Source: by})
			}
		}
	}
}

// knownBy gives the first of the record's sources when it stands on those alone
// that the reader is not told of: named by itself, or behind the facts it lists.
func knownBy(d briefing.Description, r briefing.Record, untold func(briefing.ID) bool, facts map[briefing.ID]briefing.ID) (by briefing.ID, alone bool) {
	for _, f := range d.Fields {
		if f.Target != briefing.KindSource && f.Target != briefing.KindFact {
			continue
		}
		for _, id := range briefing.SplitIDs(f.Get(r)) {
			source, inside := id, untold(id)
			if f.Target == briefing.KindFact {
				source, inside = facts[id], facts[id] != ""
			}
			if !inside {
				return "", false
			}
			if by == "" {
				by = source
			}
		}
	}
	return by, by != ""
}

// holdUnattributed keeps from the other side somebody's words where he himself
// is kept from it: without him they would stand there as nobody's.
func (t *taking) holdUnattributed() {
	if t.o.Audience != briefing.Partner {
		return
	}
	for _, m := range t.p.Messages {
		if m.Kind == "quotation" && m.Speaker != "" && !t.in(briefing.KindPerson, m.Speaker) {
			t.hold(m, Held{Why: NotForReader})
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

// factsInside are the facts that the house alone knows, each with a source of
// its own that says so: those that no other source tells, and what was computed
// from them and nobody else has published, however long the chain is.
func (t *taking) factsInside(untold func(briefing.ID) bool) map[briefing.ID]briefing.ID {
	inside := map[briefing.ID]briefing.ID{}
	published := map[briefing.ID]bool{}
	for _, f := range t.p.Facts {
		told := false
		var first briefing.ID
		for _, c := range f.Claims {
			switch {
			case c.Role == briefing.RoleVerification:
			case !untold(c.Source):
				told = true
				published[f.ID] = published[f.ID] || c.Source != ""
			case first == "":
				first = c.Source
			}
		}
		if !told && first != "" {
			inside[f.ID] = first
		}
	}
	for changed := true; changed; {
		changed = false
		for _, f := range t.p.Facts {
			if inside[f.ID] != "" || published[f.ID] {
				continue
			}
			if i := slices.IndexFunc(f.Parents, func(id briefing.ID) bool { return inside[id] != "" }); i >= 0 {
				inside[f.ID], changed = inside[f.Parents[i]], true
			}
		}
	}
	return inside
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
