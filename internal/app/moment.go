package app

import (
	"cmp"
	"slices"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/lang"
	"briefing/internal/project"
)

// MomentMove is what would happen to the pack if it were made as of another
// moment: what the leader would get that he does not get now, and the reverse.
type MomentMove struct {
	From, To time.Time // From is zero while no moment is set
	Enter    []MomentItem
	Leave    []MomentItem
	Changed  []MomentItem // stay, but another claim, text or list of sources is printed
	Rows     []MomentRows // of imported figures, by period
	// Later is what an addendum as of that moment would tell beside: facts that
	// are kept for it and that the pack itself never takes in.
	Later []MomentItem
}

// MomentItem is one record that a move of the moment touches.
type MomentItem struct {
	Ref     briefing.Ref
	Kind    string // in words: «Факт»
	Caption string
	Why     string // the source that is late at one of the moments, with its date; "" when others bring the record with them
}

// MomentRows are rows of figures of one period that would enter or leave.
type MomentRows struct {
	Period       briefing.Period
	Text         string // «март 2023 г.»
	Enter, Leave int
}

// Any reports whether the move touches anything.
func (m *MomentMove) Any() bool {
	return len(m.Enter)+len(m.Leave)+len(m.Changed)+len(m.Rows) > 0
}

// MoveMoment tells what a move of the pack's moment would do. Nothing is
// changed; SetMoment does it.
func (p *Project) MoveMoment(to time.Time, l briefing.Lang) *MomentMove {
	now, then := p.Snapshot(time.Time{}, briefing.Leader), p.Snapshot(to, briefing.Leader)
	m := &MomentMove{From: now.AsOf, To: to}
	p.Read(func(pr *project.Project) {
		c := &momentCompare{l: l, pr: pr, now: now, then: then}
		for _, d := range briefing.Descriptions() {
			if d.Desk || d.Kind == briefing.KindPack {
				continue
			}
			for _, r := range pr.Records(d.Kind) {
				c.record(m, d, r)
			}
		}
	})
	m.Rows = momentRows(l, now.Figures.Periods(), then.Figures.Periods())
	if !to.After(now.AsOf) { // an addendum comes after its pack
		return m
	}
	d, _ := briefing.Describe(briefing.KindFact)
	addendum := p.take(nil, project.Options{AsOf: to, Audience: briefing.Leader, Addendum: true})
	for _, r := range addendum.Records(briefing.KindFact) {
		if addendum.ForAddendum(r.Ref()) {
			m.Later = append(m.Later, MomentItem{Ref: r.Ref(), Kind: lang.KindName(l, d.Kind, false), Caption: d.Line(r, l)})
		}
	}
	return m
}

type momentCompare struct {
	l         briefing.Lang
	pr        *project.Project
	now, then *project.Snapshot
}

func (c *momentCompare) record(m *MomentMove, d briefing.Description, r briefing.Record) {
	was, there := c.now.Get(r.Ref())
	will, then := c.then.Get(r.Ref())
	item := MomentItem{Ref: r.Ref(), Kind: lang.KindName(c.l, d.Kind, false), Caption: d.Line(r, c.l)}
	switch {
	case there && !then:
		item.Why = c.why(c.then, r.Ref())
		m.Leave = append(m.Leave, item)
	case !there && then:
		item.Why = c.why(c.now, r.Ref())
		m.Enter = append(m.Enter, item)
	case there && !sameShown(d, was, will):
		item.Why = first(c.why(c.then, r.Ref()), c.why(c.now, r.Ref()))
		m.Changed = append(m.Changed, item)
	}
}

// why names the late source that keeps a record, or a part of it, out of a
// snapshot, or the day on which the record itself was published.
func (c *momentCompare) why(s *project.Snapshot, ref briefing.Ref) string {
	var src *briefing.Source
	find := func(id briefing.ID) {
		for _, x := range c.pr.Sources {
			if x.ID == id {
				src = x
			}
		}
	}
	if ref.Kind == briefing.KindSource {
		find(ref.ID)
	}
	for _, h := range s.Held {
		if h.Ref == ref && h.Source != "" {
			find(h.Source)
			break
		}
	}
	switch {
	case src == nil:
		return ""
	case ref.Kind == briefing.KindSource:
		return lang.Stamp(c.l, src.Published)
	}
	return first(src.Publisher.Any(c.l), src.Title.Any(c.l)) + ", " + lang.Stamp(c.l, src.Published)
}

// sameShown reports whether a record reads alike at both moments.
func sameShown(d briefing.Description, a, b briefing.Record) bool {
	same := func(fields []briefing.Field, x, y any) bool {
		return !slices.ContainsFunc(fields, func(f briefing.Field) bool { return f.Get(x) != f.Get(y) })
	}
	if !same(d.Fields, a, b) {
		return false
	}
	for _, l := range d.Lists {
		if l.Len(a) != l.Len(b) {
			return false
		}
		for i := range l.Len(a) {
			if !same(l.Fields, l.At(a, i), l.At(b, i)) {
				return false
			}
		}
	}
	return true
}

func momentRows(l briefing.Lang, now, then map[briefing.Period]int) []MomentRows {
	var out []MomentRows
	add := func(p briefing.Period, n int) {
		if n != 0 {
			out = append(out, MomentRows{Period: p, Text: lang.Period(l, p), Enter: max(n, 0), Leave: max(-n, 0)})
		}
	}
	for p, n := range then {
		add(p, n-now[p])
	}
	for p, n := range now {
		if _, ok := then[p]; !ok {
			add(p, -n)
		}
	}
	slices.SortFunc(out, func(a, b MomentRows) int {
		return cmp.Or(a.Period.Compare(b.Period), cmp.Compare(a.Text, b.Text))
	})
	return out
}

// SetMoment moves the pack's moment. A stamp without an hour is refused with
// CodeBadMoment.
func (p *Project) SetMoment(at briefing.Stamp) error {
	if !at.HasHour() {
		return &briefing.Error{Code: briefing.CodeBadMoment, Op: "set moment", Path: string(at)}
	}
	k := p.Pack()
	k.AsOf = at
	return p.Put(k)
}
