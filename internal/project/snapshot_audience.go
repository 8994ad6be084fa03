package project

import (
	"slices"

	"briefing/internal/briefing"
)

// applyAudience keeps out the records that the audience may not see
// (pack.md §1): a list of what is allowed, not of what is forbidden.
func (t *taking) applyAudience() {
	if t.o.Audience == briefing.Compiler {
		return
	}
	for _, f := range t.p.Facts {
		if why := t.factAllowed(f); why != "" {
			t.hold(f, Held{Why: why})
		}
	}
	for _, m := range t.p.Messages {
		if !slices.Contains(messageKinds(t.o.Audience), m.Kind) || !useAllowed(t.o.Audience, m.Ref().Kind, m.Use) {
			t.hold(m, Held{Why: NotForReader})
		}
	}
	for _, e := range t.p.Events {
		t.holdByUse(e, e.Use)
	}
	for _, a := range t.p.Agreements {
		t.holdByUse(a, a.Use)
	}
	for _, f := range t.p.Facilities {
		t.holdByUse(f, f.Use)
	}
	t.holdUntold()
	t.holdUnattributed()
	t.holdThird()
}

// holdHidden keeps from the other side and the interpreter the people whom
// only an item names that is not for them: who advises at a meeting that they
// are not to know of.
func (t *taking) holdHidden() {
	if t.o.Audience != briefing.Partner && t.o.Audience != briefing.Interpreter {
		return
	}
	hidden := map[briefing.Ref]bool{}
	for _, h := range t.held {
		if h.Why == NotForReader && !h.Part && (h.Ref.Kind == briefing.KindEvent || h.Ref.Kind == briefing.KindAgreement) {
			hidden[h.Ref] = true // whatever else of it was kept out before or after
		}
	}
	shown := t.named(func(r briefing.Record) bool { return !t.out[r.Ref()] })
	kept := t.named(func(r briefing.Record) bool { return hidden[r.Ref()] })
	for _, p := range t.p.People {
		if kept[p.Ref()] && !shown[p.Ref()] {
			t.hold(p, Held{Why: NotForReader})
		}
	}
}

// holdStrangers keeps from the other side the organisations that nothing in
// the snapshot names: they stand in none of its outputs.
func (t *taking) holdStrangers() {
	if t.o.Audience != briefing.Partner {
		return
	}
	named := t.named(func(r briefing.Record) bool { return !t.out[r.Ref()] })
	for _, o := range t.p.Organisations {
		if !named[o.Ref()] {
			t.hold(o, Held{Why: NotForReader})
		}
	}
}

// named are the records that others name in their fields and lists.
func (t *taking) named(by func(briefing.Record) bool) map[briefing.Ref]bool {
	named := map[briefing.Ref]bool{}
	note := func(fields []briefing.Field, row any) {
		for _, f := range fields {
			if f.Target != "" {
				for _, id := range briefing.SplitIDs(f.Get(row)) {
					named[briefing.Ref{Kind: f.Target, ID: id}] = true
				}
			}
		}
	}
	for _, d := range briefing.Descriptions() {
		for _, r := range t.p.Records(d.Kind) {
			if !by(r) {
				continue
			}
			note(d.Fields, r)
			for _, l := range d.Lists {
				for i := range l.Len(r) {
					note(l.Fields, l.At(r, i))
				}
			}
		}
	}
	return named
}

func (t *taking) holdByUse(r briefing.Record, u briefing.Use) {
	if !useAllowed(t.o.Audience, r.Ref().Kind, u) {
		t.hold(r, Held{Why: NotForReader})
	}
}

// factAllowed gives the reason why the fact is kept from a reader other than
// the compiler, empty when it is not.
func (t *taking) factAllowed(f *briefing.Fact) HeldReason {
	switch {
	case f.Status == briefing.Rejected:
		return RejectedFact
	case f.Place == briefing.PlaceAddendum && !t.o.Addendum:
		return ForAddendum
	case f.Place != briefing.PlacePack && f.Place != briefing.PlaceAddendum && f.Place != "":
		return CompilerOnly
	case !useAllowed(t.o.Audience, briefing.KindFact, f.Use):
		return NotForReader
	}
	citable := func(c briefing.Claim) bool { return c.Role != briefing.RoleVerification }
	if len(f.Claims) > 0 && !slices.ContainsFunc(f.Claims, citable) {
		return CompilerOnly
	}
	return ""
}

// useAllowed tells whether an item of the order of use may be shown: the
// leader sees all, the partner only what may be said aloud, the interpreter
// the figures and messages that will be said and everything that has a name
// to translate, unless it is internal.
func useAllowed(who briefing.Audience, k briefing.Kind, u briefing.Use) bool {
	switch who {
	case briefing.Leader, briefing.Compiler:
		return true
	case briefing.Interpreter:
		if k == briefing.KindFact || k == briefing.KindMessage {
			return u == briefing.Aloud
		}
		return u != briefing.Internal
	}
	return u == briefing.Aloud
}

// messageKinds lists the kinds of message that the audience may see.
func messageKinds(who briefing.Audience) []string {
	switch who {
	case briefing.Leader, briefing.Compiler:
		return briefing.MessageKinds()
	case briefing.Interpreter:
		return []string{"talking-point", "quotation"}
	case briefing.Partner:
		return []string{"talking-point", "quotation", "press-line", "key-message"}
	}
	return nil
}

// holdBound keeps out texts that hold the figure of a fact that is out: the
// sentence can't be printed without it. A message goes whole, of another
// record only the text, in all its languages.
func (t *taking) holdBound() {
	for _, d := range briefing.Descriptions() {
		for _, r := range t.p.Records(d.Kind) {
			if !t.out[r.Ref()] {
				t.holdBoundTexts(d, r)
			}
		}
	}
}

func (t *taking) holdBoundTexts(d briefing.Description, r briefing.Record) {
	t.holdBoundRows(d, r)
	for _, f := range d.Fields {
		if f.Lang == "" || !t.bindsHeld(f.Get(r)) {
			continue
		}
		if d.Kind == briefing.KindMessage || f.Required && d.Kind != briefing.KindPack {
			t.hold(r, Held{Why: BoundToHeld})
			return
		}
		t.held = append(t.held, Held{Ref: r.Ref(), Why: BoundToHeld, Field: f.Label, Part: true, Pack: meantForPack(r)})
		for _, g := range d.Fields {
			if g.Label == f.Label && g.Lang != "" {
				set(g, r, "")
			}
		}
	}
}

// holdBoundRows is the same for texts of child lists: the text goes from its
// row in all its languages.
func (t *taking) holdBoundRows(d briefing.Description, r briefing.Record) {
	for _, l := range d.Lists {
		for i := range l.Len(r) {
			row := l.At(r, i)
			for _, f := range l.Fields {
				if f.Lang == "" || !t.bindsHeld(f.Get(row)) {
					continue
				}
				t.held = append(t.held, Held{Ref: r.Ref(), Why: BoundToHeld, Field: l.Key + "." + f.Label, Part: true, Pack: meantForPack(r)})
				for _, g := range l.Fields {
					if g.Label == f.Label && g.Lang != "" {
						set(g, row, "")
					}
				}
			}
		}
	}
}

func (t *taking) bindsHeld(s string) bool {
	return slices.ContainsFunc(briefing.Bindings(s), func(id briefing.ID) bool { return !t.in(briefing.KindFact, id) })
}

// holdEmptySeries keeps out series of which no fact is left: their texts
// would tell of what the audience may not see.
func (t *taking) holdEmptySeries() {
	filled, known := map[briefing.ID]bool{}, map[briefing.ID]bool{}
	for _, f := range t.p.Facts {
		known[f.Series] = true
		filled[f.Series] = filled[f.Series] || !t.out[f.Ref()]
	}
	for _, s := range t.p.Series {
		if !known[s.ID] || filled[s.ID] {
			continue
		}
		t.hold(s, Held{Why: BoundToHeld})
	}
}

// keepUsedSources keeps from readers other than the compiler the sources
// that nothing in the snapshot is cited by, and those that are not for them.
func (t *taking) keepUsedSources() {
	if t.o.Audience == briefing.Compiler {
		return
	}
	used := map[briefing.ID]bool{}
	for _, ids := range t.backing() {
		for _, id := range ids {
			used[id] = true
		}
	}
	for _, s := range t.p.Sources {
		switch {
		case t.late[s.ID]:
			t.hold(s, Held{Why: AfterMoment})
		case !used[s.ID]:
			t.hold(s, Held{Why: CompilerOnly})
		case !sourceAllowed(t.o.Audience, s.Kind):
			t.hold(s, Held{Why: NotForReader})
		}
	}
}

// sourceAllowed reports whether a source of the kind may be cited to the
// audience: the other side is told what was published and nothing of what the
// house knows by itself: a note of its own, a body's return, somebody's words. A
// source of which nobody has said what it is may be any of these.
// What stands on such a source alone goes with it (holdUntold), of whatever kind.
func sourceAllowed(who briefing.Audience, kind string) bool {
	return who != briefing.Partner || slices.Contains([]string{"official", "statistics", "media", "document"}, kind)
}

// settleClaims leaves readers other than the compiler the one claim that is
// printed; of other claims only their sources stay, which back it in the
// register. Where none is chosen among several, readers see them all: those
// that differ are an open conflict. Verification is the compiler's, and is
// never the printed claim.
func (t *taking) settleClaims() {
	for _, f := range t.p.Facts {
		for _, c := range f.Claims {
			if c.ID == f.Chosen && c.Role == briefing.RoleVerification {
				f.Chosen = ""
			}
		}
		if t.o.Audience == briefing.Compiler {
			continue
		}
		f.Claims = slices.DeleteFunc(f.Claims, func(c briefing.Claim) bool { return c.Role == briefing.RoleVerification })
		printed, ok := f.Claim()
		for i, c := range f.Claims {
			if ok && f.Chosen != "" && c.ID != printed.ID {
				f.Claims[i] = briefing.Claim{ID: c.ID, Source: c.Source}
			}
		}
	}
}

// MessageBindings lists the facts bound in the message's texts that are
// printed, in any language.
func MessageBindings(m *briefing.Message) []briefing.ID {
	var ids []briefing.ID
	for _, l := range briefing.Langs() {
		said := m.Body
		if m.Asks() {
			said = m.Answer
		}
		for _, id := range briefing.Bindings(m.Title.In(l) + "\n" + said.In(l)) {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}
