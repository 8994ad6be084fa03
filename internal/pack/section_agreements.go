package pack

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"briefing/internal/briefing"
	"briefing/internal/document"
	"briefing/internal/lang"
)

// agreements is the detail of each agreement, its subject: first of those that were
// reached by the moment of the pack, then of the others, and under them the
// milestones of all. How it is carried out stands in the list of documents.
func (b *builder) agreements() *document.Section {
	blocks, ahead := b.subjects(b.reached), b.subjects(func(a *briefing.Agreement) bool { return !b.reached(a) })
	title := ""
	switch {
	case len(ahead) > 0 && len(blocks) == 0: // nothing of it is «ранее достигнуто»
		title = b.t("agreements.ahead")
	case len(ahead) > 0: // each says where it stands
		title = b.t("agreements.both")
	}
	blocks = append(blocks, ahead...)
	if t, ok := b.milestones(); ok {
		blocks = append(blocks, b.table(t))
	}
	if len(blocks) == 0 {
		return nil
	}
	return &document.Section{Title: title, Blocks: blocks}
}

// reached reports whether an agreement was concluded by the moment of the pack.
func (b *builder) reached(a *briefing.Agreement) bool {
	switch a.Status {
	case "signed", "in-force", "expired":
	case "":
		if a.Signed.Kind == briefing.NoPeriod {
			return false
		}
	default:
		return false
	}
	return b.s.AsOf.IsZero() || !a.Signed.Start().After(b.s.AsOf)
}

// subjects are a paragraph for each agreement that says what it is about.
func (b *builder) subjects(keep func(*briefing.Agreement) bool) []document.Block {
	var blocks []document.Block
	for _, a := range b.s.Agreements {
		if !keep(a) {
			continue
		}
		subject, ok := b.field(a, "subject")
		if !ok || len(subject) == 0 {
			continue
		}
		ref := a.Ref()
		title := b.commas(b.in(a.Title), b.dated(a))
		head := document.Run{Text: b.closed(title) + " ", Bold: true}
		if begin, _ := utf8.DecodeRuneInString(subject[0].Text); unicode.IsLower(begin) { // no sentence of its own
			head.Text = title + b.t("word.colon")
		}
		runs := append([]document.Run{head}, subject...)
		blocks = append(blocks, document.Paragraph{Style: document.Bullet, Origin: &ref, Runs: append(runs, b.tail(a.Sources)...)})
	}
	return blocks
}

// dated is when an agreement was signed; of one that is not yet, where it stands
// and for when it is meant.
func (b *builder) dated(a *briefing.Agreement) string {
	status, when := lang.Enum(b.l, "agreement_status", a.Status), lang.Period(b.l, a.Signed)
	switch {
	case a.Signed.Kind == briefing.NoPeriod:
		return status
	case b.reached(a):
		return when
	case !b.s.AsOf.IsZero() && a.Signed.Start().After(b.s.AsOf):
		if a.Status != "preparing" && a.Status != "unclear" { // it says that it is
			status = ""
		}
		return b.commas(status, b.t("agreements.planned", when))
	}
	return b.commas(status, when)
}

// milestones is the plan of all agreements against what was done, each
// agreement's steps in the order of their deadlines.
func (b *builder) milestones() (document.Table, bool) {
	t := document.Table{
		Title: b.t("milestones.title"), New: briefing.KindAgreement,
		Columns: []document.Column{
			{Key: "step", Title: b.t("col.milestone"), Weight: 2.2},
			{Key: "responsible", Title: b.t("col.responsible"), Weight: 1.3},
			{Key: "due", Title: b.t("col.due"), Weight: 0.9},
			{Key: "done", Title: b.t("col.done"), Weight: 0.9},
			{Key: "state", Title: b.t("col.state"), Weight: 0.9},
		},
	}
	var ids []briefing.ID
	for _, a := range b.s.Agreements {
		if len(a.Milestones) == 0 {
			continue
		}
		ref := a.Ref()
		ids = append(ids, a.Sources...)
		head := document.Run{Text: b.commas(b.in(a.Title), b.dated(a)), Bold: true}
		t.Rows = append(t.Rows, document.Row{Kind: document.GroupRow, Origin: &ref, Cells: []document.Cell{{Runs: append([]document.Run{head}, b.tail(a.Sources)...)}}})
		for _, row := range byDeadline(a.Milestones) {
			t.Rows = append(t.Rows, document.Row{Origin: &ref, Cells: b.milestone(a, row)})
		}
	}
	if len(t.Rows) == 0 {
		return document.Table{}, false
	}
	dropEmptyColumns(&t)
	t.Source = b.sourceLine(ids)
	return t, true
}

// milestone is one row: what of it is stored can be given back by a workbook.
func (b *builder) milestone(a *briefing.Agreement, row int) []document.Cell {
	m := a.Milestones[row]
	who := ""
	if o, ok := b.s.Organisation(m.Responsible); ok {
		who = b.in(o.Name)
	}
	shows := func(text, field string) document.Cell {
		return b.showsItem(document.Txt(text), a, "milestones", row, strconv.Itoa(row), "", field)
	}
	state, done := b.milestoneState(m), document.Cell{}
	if state.Met() {
		done = shows(lang.Period(b.l, m.Done), "done")
	}
	said := document.Run{Text: b.milestoneWord(state)}
	if state == briefing.MilestoneOverdue && said.Text != "" {
		said.Bold, said.Tone = true, document.Bad
	}
	stood := document.Cell{}
	if said.Text != "" {
		stood.Runs = []document.Run{said}
	}
	return []document.Cell{shows(b.in(m.Title), "title"), document.Txt(who), shows(lang.Period(b.l, m.Due), "due"), done, stood}
}

// milestoneState is where a milestone stands at the moment of the pack; while
// the pack has none, what is said to be done is, and nothing is overdue.
func (b *builder) milestoneState(m briefing.Milestone) briefing.MilestoneState {
	at := b.s.AsOf
	if at.IsZero() {
		if m.Done.Kind == briefing.NoPeriod {
			return briefing.MilestoneAhead
		}
		at = m.Done.End().AddDate(0, 0, -1)
		if at.Before(m.Done.Start()) {
			at = m.Done.Start()
		}
	}
	return m.State(at)
}

// milestoneWord says where a milestone stands. The partner is not reminded of
// what is late: that is said to him, not printed.
func (b *builder) milestoneWord(s briefing.MilestoneState) string {
	if s == briefing.MilestoneOverdue && b.s.Audience == briefing.Partner {
		return ""
	}
	return lang.Enum(b.l, "milestone_state", string(s))
}

// byDeadline lists the rows of milestones by deadline; those without one are last.
func byDeadline(list []briefing.Milestone) []int {
	rows := make([]int, len(list))
	for i := range rows {
		rows[i] = i
	}
	slices.SortStableFunc(rows, func(i, j int) int {
		x, y := list[i].Due.End(), list[j].Due.End()
		if x.IsZero() != y.IsZero() {
			if x.IsZero() {
				return 1
			}
			return -1
		}
		return x.Compare(y)
	})
	return rows
}

// milestonesSaid are the milestones of an agreement in one line, each with where
// it stands.
func (b *builder) milestonesSaid(a *briefing.Agreement) string {
	var said []string
	for _, row := range byDeadline(a.Milestones) {
		m := a.Milestones[row]
		said = append(said, b.commas(b.in(m.Title), lang.Period(b.l, m.Due), b.milestoneWord(b.milestoneState(m))))
	}
	return b.semis(said...)
}
