package app

import (
	"slices"

	"briefing/internal/briefing"
	"briefing/internal/check"
	"briefing/internal/lang"
)

// FindingView is a finding with its words in one language.
type FindingView struct {
	Code     string
	Severity check.Severity
	Rule     string // short name of the rule
	Why      string // the rule in one sentence
	Evidence string
	Mend     string
	Record   string // caption of the record, "" when there is none
	Ref      briefing.Ref
	Field    string
	Section  string // number of the section it is printed in, or ""
	InPack   bool
	// Repair is the mend where it is mechanical, to be made by Project.Mend;
	// Mended is what it changes.
	Repair check.Repair
	Mended []Mended
	// Accepted is how it was accepted, Lapsed how it had been before what was
	// found changed; Barred tells why it can't be, "" when it can.
	Accepted, Lapsed *AcceptedView
	Barred           string
	Of               check.Finding // to be accepted by Project.AcceptFindings
}

// AcceptedView is an acceptance in words.
type AcceptedView struct {
	ID       briefing.ID
	Reason   string
	By, At   string
	Evidence string // what was found then
	Weighed  check.Severity
}

func (v *viewing) accepted(a briefing.Acceptance, f check.Finding) *AcceptedView {
	if a.ID == "" {
		return nil
	}
	return &AcceptedView{
		ID: a.ID, Reason: a.Reason, By: a.By, At: lang.Stamp(v.l, a.At), Evidence: a.Evidence.Any(v.l), Weighed: f.Weight(),
	}
}

func (v *viewing) barred(f check.Finding) string {
	if key := f.Barred(); key != "" {
		return lang.T(v.l, key)
	}
	return ""
}

// CleanCheck is a rule that holds.
type CleanCheck struct{ Code, Name, Rule string }

// findings orders them by weight, keeping the order of the checks.
func (v *viewing) findings(in []check.Finding) ([]FindingView, []CleanCheck) {
	names, fired := map[string]string{}, map[string]bool{}
	for _, c := range check.All() {
		names[c.Code()] = c.Name(v.l)
	}
	var out []FindingView
	for _, f := range in {
		fired[f.Code] = true
		out = append(out, FindingView{
			Code: f.Code, Severity: f.Severity, Rule: names[f.Code], Why: f.Rule(v.l),
			Evidence: f.Evidence.Any(v.l), Mend: f.Mend.Any(v.l), Record: v.caption(f.Ref),
			Ref: f.Ref, Field: f.Field, Section: v.where[f.Ref], InPack: f.InPack,
			Repair: f.Repair, Mended: MendedBy(f.Repair), Of: f,
			Accepted: v.accepted(f.Acceptance, f), Lapsed: v.accepted(f.Lapsed, f), Barred: v.barred(f),
		})
	}
	slices.SortStableFunc(out, func(a, b FindingView) int { return int(a.Severity) - int(b.Severity) })
	var clean []CleanCheck
	for _, c := range check.All() {
		if !fired[c.Code()] {
			clean = append(clean, CleanCheck{c.Code(), c.Name(v.l), c.Rule(v.l)})
		}
	}
	return out, clean
}
