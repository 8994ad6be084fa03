package app

import (
	"strings"
	"time"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/project"
	"briefing/internal/store"
)

// decisions are the acceptances of the project.
func (p *Project) decisions() []*briefing.Acceptance {
	var out []*briefing.Acceptance
	p.ReadRecords(func(pr *project.Project) { out = pr.Acceptances })
	return out
}

// judged gives findings with what was decided about them.
func (p *Project) judged(found []check.Finding) []check.Finding {
	out, _ := check.Judge(found, p.decisions())
	return out
}

// AcceptFindings keeps findings as they are for a reason that somebody answers
// for, all of them as one action, or none. It holds until what was found
// changes. Errors: CodeRequired without a reason or a name, CodeNoAcceptance
// where nobody may (pack.md §5; check.Finding.Barred tells why).
func (p *Project) AcceptFindings(list []check.Finding, reason, by string) error {
	reason, by = strings.TrimSpace(reason), strings.TrimSpace(by)
	for key, value := range map[string]string{"reason": reason, "by": by} {
		if value == "" {
			return &briefing.Error{Code: briefing.CodeRequired, Op: "accept finding", Path: key}
		}
	}
	var changes []store.Change
	for _, f := range list {
		if f.Barred() != "" {
			return &briefing.Error{Code: briefing.CodeNoAcceptance, Op: "accept finding", Path: f.Code}
		}
		id := f.Lapsed.ID // the decision is made anew
		if f.Acceptance.ID != "" {
			id = f.Acceptance.ID // or its reason is
		}
		if id == "" {
			id = p.World.NewID(briefing.KindAcceptance)
		}
		changes = append(changes, store.Change{Put: &briefing.Acceptance{
			ID: id, Check: f.Number, Kind: string(f.Ref.Kind), Record: f.Ref.ID, Field: f.Field, Found: f.Print,
			Evidence: f.Evidence, Reason: reason, By: by, At: briefing.Stamp(p.World.Now().Format(time.RFC3339)),
		}})
	}
	return p.commit("accept", changes...)
}

// TakeBack ends acceptances: their findings stand again.
func (p *Project) TakeBack(ids ...briefing.ID) error {
	var changes []store.Change
	for _, id := range ids {
		ref := briefing.Ref{Kind: briefing.KindAcceptance, ID: id}
		if _, err := p.Get(ref); err != nil {
			return err
		}
		changes = append(changes, store.Change{Remove: ref})
	}
	return p.commit("take-back", changes...)
}

// AcceptedFinding is an acceptance with how it stands to what the checks find
// now.
type AcceptedFinding struct {
	briefing.Acceptance
	State AcceptanceState
}

// AcceptanceState tells whether an acceptance holds.
type AcceptanceState string

// States of an acceptance.
const (
	AcceptanceHolds  AcceptanceState = "holds"
	AcceptanceLapsed AcceptanceState = "lapsed" // what was found reads otherwise now: the finding stands
	AcceptanceIdle   AcceptanceState = "idle"   // the check finds nothing there any more
)

// Acceptances lists the acceptances in the order in which they were made;
// found are the findings as judged.
func (p *Project) Acceptances(found []check.Finding) []AcceptedFinding {
	state := map[briefing.ID]AcceptanceState{}
	for _, f := range found {
		if f.Lapsed.ID != "" {
			state[f.Lapsed.ID] = AcceptanceLapsed
		}
		if f.Acceptance.ID != "" {
			state[f.Acceptance.ID] = AcceptanceHolds
		}
	}
	var out []AcceptedFinding
	for _, a := range p.decisions() {
		d := AcceptedFinding{*a, AcceptanceIdle}
		if s, ok := state[a.ID]; ok {
			d.State = s
		}
		out = append(out, d)
	}
	return out
}
