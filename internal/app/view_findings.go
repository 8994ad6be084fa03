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

// Todo is one thing that is left to do.
type Todo struct {
	Title    string
	Note     string
	Blocking bool
	Section  string // number of the pack's section
	Ref      briefing.Ref
	Field    string
	// Fill is the key of an empty section to be filled; Ref is empty then.
	Fill string
}

// todo lists what blocks an issue, what facts leave open, and empty sections.
func (v *viewing) todo(findings []FindingView, sections []SectionView) []Todo {
	var out []Todo
	seen := map[Todo]bool{}
	add := func(t Todo) {
		if key := (Todo{Title: t.Title, Ref: t.Ref}); t.Title != "" && !seen[key] {
			seen[key] = true
			out = append(out, t)
		}
	}
	for _, f := range findings {
		if f.Severity == check.Blocking {
			add(Todo{Title: first(f.Mend, f.Rule), Note: first(f.Evidence, f.Record), Blocking: true, Section: f.Section, Ref: f.Ref, Field: f.Field})
		}
	}
	for _, w := range v.waiting {
		ref := briefing.Ref{Kind: briefing.Kind(w.Kind), ID: w.Record}
		add(Todo{Title: v.t("todo.unread", w.Words), Note: v.caption(ref), Section: v.where[ref], Ref: ref, Field: w.Field})
	}
	for _, f := range v.snap.Facts {
		open := f.Open.Any(v.l)
		if filled, ok := v.fill(open); ok {
			open = filled
		}
		add(Todo{Title: open, Note: v.caption(f.Ref()), Section: v.where[f.Ref()], Ref: f.Ref(), Field: "open_" + string(v.l)})
	}
	for _, s := range sections {
		if s.On && s.State == SectionEmpty {
			add(Todo{Title: v.t("todo.fill", s.Title), Note: v.t("todo.fill_why"), Fill: s.Key})
		}
	}
	return out
}
